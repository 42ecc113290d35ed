// Recognises gdbm and Berkeley DB files, in which Python's `shelve` stores pickles.
import type { Format } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'

/** The first word of a gdbm file in either byte order, as each version writes it (gdbm.h). */
const GDBM: ReadonlySet<number> = new Set([0x13579acd, 0x13579ace, 0x13579acf, 0x13579ad0].flatMap(bothOrders))
/**
 * The word at byte 12 of a Berkeley DB hash or B-tree, which ndbm of most systems writes (dbinc/db_page.h). In version
 * 1.85 it is the first word.
 */
const BERKELEY: ReadonlySet<number> = new Set([0x061561, 0x053162].flatMap(bothOrders))

/** The first byte of these words in big-endian order, and the last one in little-endian order. */
const ENDS: ReadonlySet<number> = new Set([0x13, 0])

/** Files of Python's `dbm` module, in which `shelve` stores pickles. */
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
  // Fast path, because this runs for every file: nearly all have other bytes at both ends of the two words.
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
