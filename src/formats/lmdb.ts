import type { Format } from '../types/format.ts'
import { startsLikeLmdb } from '../wire/signatures.ts'
import { lazily } from './lazily.ts'

/** LMDB environments, in which data sets for training are kept. */
export const lmdbFormat: Format = {
  id: 'lmdb',
  title: 'LMDB database',
  extensions: ['.mdb', '.lmdb'],
  access: 'random',
  match: ({ head }) => (startsLikeLmdb(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./databases-scan.ts')).scanLmdb),
}
