import type { ByteSource } from '../bytes/source.ts'
import { slice } from '../bytes/source.ts'
import type { Account } from '../types/account.ts'
import type { Scan } from '../types/format.ts'
import type { ZipReading } from '../wire/zip.ts'
import type { ZipEntry } from '../wire/zip-entry.ts'
import { FLAG_DESCRIPTOR, LOCAL_SIZE } from '../wire/zip-records.ts'

/** Signature, checksum and two sizes of 64 bits (APPNOTE 4.3.9). */
const LONGEST_DESCRIPTOR = 24
/** Extra fields of a local header that are only attributes or alignment; more is looked at as a gap. */
const MOST_EXTRA = 1024
/** Gaps that are looked into. Archives have one for each entry that an editor took out. */
const MOST_GAPS = 1000

/** Writes headers, directories and the data of entries into the account, in the order of the file. What readers see twice counts once. */
export function accountForZip({ entries, records }: ZipReading, account: Account): void {
  const parts = [...records].sort((one, other) => one.start - other.start)
  const firstRecord = parts[0]?.start ?? Number.POSITIVE_INFINITY
  const sorted = inOrder(entries)
  for (const [index, entry] of sorted.entries()) {
    const { headerOffset, dataOffset, compressedSize, method, flags, name } = entry
    if (dataOffset === undefined) continue
    const header = dataOffset - headerOffset
    account.read(headerOffset, header > LOCAL_SIZE + name.length * 4 + MOST_EXTRA ? LOCAL_SIZE + name.length : header)
    account.passOver(method === 0 ? 'member' : 'compressed', dataOffset, compressedSize)
    const end = dataOffset + compressedSize
    const next = Math.min(sorted[index + 1]?.headerOffset ?? Number.POSITIVE_INFINITY, Math.max(end, firstRecord))
    if ((flags & FLAG_DESCRIPTOR) !== 0 && next > end && next - end <= LONGEST_DESCRIPTOR) account.passOver('checksum', end, next - end)
  }
  for (const { start, end } of parts) account.read(start, end - start)
}

/** What lies between the entries is nobody's: it is scanned as a file of its own where it is more than zeros. */
export async function lookIntoGaps(source: ByteSource, { entries, records, notes }: ZipReading, scan: Scan): Promise<void> {
  const known = [...entries.map(({ headerOffset }) => headerOffset), ...records.map(({ start }) => start)]
  const first = known.reduce((least, start) => Math.min(least, start), source.size)
  const last = records.reduce((most, { end }) => Math.max(most, end), 0)
  // The bytes on both sides are what the archive is packed in; those in front are told, or read by whoever begins there.
  if (notes.some(({ difference }) => difference === 'prefix')) scan.account.passOver('stated', 0, first)
  for (const { offset, length } of scan.account.gaps(MOST_GAPS)) {
    if (offset < first || offset >= last) continue
    if (isZero(source, offset, length)) scan.account.passOver('padding', offset, length)
    else {
      scan.budget.charge('members', 1)
      await scan.descend({ name: `+${offset}`, size: length, storedAt: offset, open: () => slice(source, offset, length) })
    }
  }
}

function inOrder(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const isSorted = entries.every(({ headerOffset }, index) => index === 0 || (entries[index - 1]?.headerOffset ?? 0) <= headerOffset)
  return isSorted ? entries : [...entries].sort((one, other) => one.headerOffset - other.headerOffset)
}

function isZero(source: ByteSource, offset: number, length: number): boolean {
  const PIECE = 64 * 1024
  for (let at = 0; at < length; at += PIECE)
    if (source.read(offset + at, Math.min(PIECE, length - at)).some((byte) => byte !== 0)) return false
  return true
}
