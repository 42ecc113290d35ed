import type { Format } from '../types/format.ts'
import { lazily } from './lazily.ts'

/** gdbm.h: the first word, in either byte order; one of the three that versions wrote. */
const GDBM = [0x13579acd, 0x13579ace, 0x13579acf, 0x13579ad0]
/** Berkeley DB (dbinc/db_page.h): the word at byte 12 of a hash and of a B-tree; ndbm of most systems is one. Version 1.85 begins with it. */
const BERKELEY = [0x061561, 0x053162]

/** Files of the `dbm` module, in which `shelve` keeps pickles. */
export const dbmFormat: Format = {
  id: 'dbm',
  title: 'DBM database',
  extensions: ['.dbm', '.gdbm'],
  access: 'random',
  match: ({ head }) => (isDbm(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./databases-scan.ts')).scanDbm),
}

function isDbm(head: Uint8Array): boolean {
  if (head.length < 64) return false
  const view = new DataView(head.buffer, head.byteOffset, 16)
  return [true, false].some((little) => {
    const first = view.getUint32(0, little)
    return GDBM.includes(first) || BERKELEY.includes(first) || BERKELEY.includes(view.getUint32(12, little))
  })
}
