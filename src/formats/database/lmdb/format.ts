// Recognises LMDB databases.
import type { Format } from '../../../types/format.ts'
import { startsLikeLmdb } from '../../../wire/signatures.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/** LMDB databases, which often contain training data. */
export const lmdbFormat: Format = {
  id: 'lmdb',
  title: 'LMDB database',
  kind: 'database',
  extensions: ['.mdb', '.lmdb'],
  access: 'random',
  prefilter: { first: oneOf('\0') },
  match: ({ head }) => (startsLikeLmdb(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('../records.ts')).scanLmdb),
}
