// Recognises R lazy-load databases (`.rdb`).
import type { Format } from '../../../types/format.ts'
import { startsLikeLazyLoad } from '../../../wire/r/lazy-load.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/** Objects of R packages, which are loaded one by one when they are first used: `.rdb`, whose index is the `.rdx` beside it. */
export const rLazyLoadFormat: Format = {
  id: 'r-lazy-load',
  title: 'R lazy-load database',
  kind: 'data',
  extensions: ['.rdb'],
  access: 'random',
  // Objects of less than 16 MiB have a length that begins with zero.
  opening: { first: oneOf('\0'), extensions: ['.rdb'] },
  match: ({ head }) => (startsLikeLazyLoad(head) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('../r-data/reader.ts')).scanRLazyLoad),
}
