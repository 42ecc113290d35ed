// Recognises gdbm and Berkeley DB files, in which Python's `shelve` stores pickles.
import type { Format } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'

/** gdbm.h: the first word, in either byte order; one of those that versions wrote. */
const GDBM: ReadonlySet<number> = new Set([0x13579acd, 0x13579ace, 0x13579acf, 0x13579ad0].flatMap(bothOrders))
/** Berkeley DB (dbinc/db_page.h): the word at byte 12 of a hash and of a B-tree; ndbm of most systems is one. Version 1.85 begins with it. */
const BERKELEY: ReadonlySet<number> = new Set([0x061561, 0x053162].flatMap(bothOrders))

/** The first byte of these words in big-endian order, which is the last in the other. */
const ENDS: ReadonlySet<number> = new Set([0x13, 0])

/** Files of the `dbm` module, in which `shelve` keeps pickles. */
export const dbmFormat: Format = {
  id: 'dbm',
  title: 'DBM database',
  kind: 'database',
  extensions: ['.dbm', '.gdbm'],
  access: 'random',
  match: ({ head }) => (isDbm(head) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('../records.ts')).scanDbm),
}

function isDbm(head: Uint8Array): boolean {
  // Every file is asked: nearly all have other bytes at both ends of the two words.
  if (!ENDS.has(head[0] ?? -1) && !ENDS.has(head[3] ?? -1) && head[12] !== 0 && head[15] !== 0) return false
  return head.length >= 64 && (GDBM.has(wordAt(head, 0)) || BERKELEY.has(wordAt(head, 0)) || BERKELEY.has(wordAt(head, 12)))
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
}

function bothOrders(word: number): readonly number[] {
  const swapped = ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0
  return [word, swapped]
}
