// Records which bytes of a zip are headers and data of entries, and scans the bytes between them.
import type { ByteSource } from '../../../bytes/source.ts'
import type { Account } from '../../../types/account.ts'
import type { Scan } from '../../../types/format.ts'
import type { ZipReading } from '../../../wire/zip/archive.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'
import { CENTRAL_SIZE, FLAG_DESCRIPTOR, LOCAL_SIZE } from '../../../wire/zip/records.ts'
import { blanksFrom } from '../../shared/blank-bytes.ts'
import { Search } from '../../shared/search-bytes.ts'

/** Signature, checksum and two sizes of 64 bits (APPNOTE 4.3.9). */
const LONGEST_DESCRIPTOR = 24
/** Extra fields of a local header that are only attributes or alignment; more is looked at as a gap. */
const MOST_EXTRA = 1024
/** Extra fields and comments of a directory, in all its entries, in which no pickle has room that would import and call something. */
const MOST_LISTED = 16
/** Bytes of a letter of a name. */
const LONGEST_LETTER = 4
/** Gaps that are looked into. Archives have one for each entry that an editor took out. */
const MOST_GAPS = 1000

/** Writes headers, directories and the data of entries into the account, in the order of the file. What readers see twice counts once. */
export function accountForZip({ entries, directories, ends }: ZipReading, account: Account): void {
  const records = [...directories, ...ends]
  const firstRecord = records.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const sorted = inOrder(entries)
  let least = MOST_LISTED
  for (let index = 0; index < sorted.length; index++) {
    const entry = sorted[index]
    if (entry === undefined) continue
    const { headerOffset, dataOffset, compressedSize, method, flags, name, listedBy } = entry
    const names = name.length * LONGEST_LETTER
    if (listedBy !== 'local-header') least += CENTRAL_SIZE + name.length
    if (dataOffset === undefined) continue
    const header = dataOffset - headerOffset
    account.read(headerOffset, header > LOCAL_SIZE + names + MOST_EXTRA ? LOCAL_SIZE + name.length : header)
    account.passOver(method === 0 ? 'member' : 'compressed', dataOffset, compressedSize)
    const end = dataOffset + compressedSize
    if ((flags & FLAG_DESCRIPTOR) === 0) continue
    const next = Math.min(sorted[index + 1]?.headerOffset ?? Number.POSITIVE_INFINITY, Math.max(end, firstRecord))
    if (next > end && next - end <= LONGEST_DESCRIPTOR) account.passOver('checksum', end, next - end)
  }
  for (const { start, end } of ends) account.read(start, end - start)
  // Programs can ask for extra fields and comments of a directory: where there are some, they are searched with the rest.
  for (const { start, end } of directories) if (end - start <= least) account.read(start, end - start)
}

/** What lies between the entries is nobody's: it is scanned as a file of its own where it is more than zeros. `told`: so is what stands in front of them. */
export async function lookIntoGaps(source: ByteSource, reading: ZipReading, told: boolean, scan: Scan): Promise<void> {
  const { entries, directories, ends, problems } = reading
  const gaps = scan.account.gaps(MOST_GAPS)
  if (gaps.length === 0) return
  const starts = [...directories, ...ends].map(({ start }) => start)
  const firstRecord = starts.reduce((least, start) => Math.min(least, start), source.size)
  const first = entries.reduce((least, { headerOffset }) => Math.min(least, headerOffset), firstRecord)
  const lastEnd = ends.reduce((most, { end }) => Math.max(most, end), 0)
  const comment = lastEnd >= 2 ? source.read(lastEnd - 2, 2) : []
  const last = lastEnd + (comment[0] ?? 0) + (comment[1] ?? 0) * 256
  if (told) scan.account.passOver('stated', 0, first)
  // What is missing for want of room was told, and has entries in it that nobody could list.
  if (problems.some(({ why }) => why === 'limit')) return
  const search = new Search(source, scan)
  for (const { offset, length } of gaps) {
    // The bytes on both sides are what the archive is packed in, and read by whoever begins there.
    if (offset < first || offset >= last) continue
    if (offset >= firstRecord || blanksFrom(source, offset, offset + length) >= length)
      await search.range(offset, Math.min(length, last - offset))
    else await search.foreign(offset, length)
  }
}

function inOrder(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const isSorted = entries.every(({ headerOffset }, index) => index === 0 || (entries[index - 1]?.headerOffset ?? 0) <= headerOffset)
  return isSorted ? entries : [...entries].sort((one, other) => one.headerOffset - other.headerOffset)
}
