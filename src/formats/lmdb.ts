import type { Format } from '../types/format.ts'
import { startsLikeLmdb } from '../wire/signatures.ts'
import { lazily } from './lazily.ts'
import { oneOf } from './openings.ts'

/** LMDB environments, in which data sets for training are kept. */
export const lmdbFormat: Format = {
  id: 'lmdb',
  title: 'LMDB database',
  extensions: ['.mdb', '.lmdb'],
  access: 'random',
  // The number of the first page is zero.
  opening: { first: oneOf('\0') },
  match: ({ head }) => (startsLikeLmdb(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./databases-scan.ts')).scanLmdb),
}
