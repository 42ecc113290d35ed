// Recognises R lazy-load databases (`.rdb`).
import type { Format } from '../../../types/format.ts'
import { startsLikeLazyLoad } from '../../../wire/r/lazy-load-head.ts'
import { oneOf } from '../../shared/first-bytes.ts'
import { lazily } from '../../shared/lazily.ts'

/**
 * Objects of an R package, each loaded when it is first used: the `.rdb` file; its index is the `.rdx` file beside it.
 */
export const rLazyLoadFormat: Format = {
  id: 'r-lazy-load',
  title: 'R lazy-load database',
  kind: 'data',
  extensions: ['.rdb'],
  access: 'random',
  // The length of an object of less than 16 MiB begins with a zero byte.
  prefilter: { first: oneOf('\0'), extensions: ['.rdb'] },
  match: ({ head }) => (startsLikeLazyLoad(head) ? 'possible' : 'no'),
  scan: lazily(async () => (await import('../r-data/reader.ts')).scanRLazyLoad),
}
