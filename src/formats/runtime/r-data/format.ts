// Recognises serialized R objects (`.rds`, `.RData`).
import type { Format } from '../../../types/format.ts'
import { rStart } from '../../../wire/signatures.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/** Serialized R objects: `.rds`, `.RData`, `.rda`, usually compressed with gzip, bzip2 or xz. */
export const rDataFormat: Format = {
  id: 'r-data',
  title: 'R object',
  kind: 'data',
  extensions: ['.rds', '.rdata', '.rda'],
  access: 'random',
  prefilter: { first: oneOf('RXAB\n') },
  match: ({ head }) => (rStart(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanRData),
}
