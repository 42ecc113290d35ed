// Recognises Java object streams.
import type { Format } from '../../../types/format.ts'
import { startsJava } from '../../../wire/signatures.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/** Java object streams: Weka models, Spark and H2O objects. Reading one builds objects of every class that it names. */
export const javaFormat: Format = {
  id: 'java-serialized',
  title: 'Serialized Java objects',
  kind: 'model',
  suggests: ['.model', '.bin'],
  extensions: ['.ser'],
  access: 'random',
  prefilter: { first: oneOf('\xac') },
  match: ({ head }) => (startsJava(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanJava),
}
