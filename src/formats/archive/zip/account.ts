// Records which bytes of a zip are headers and data of entries, and scans the bytes between them.
import type { ByteSource } from '../../../bytes/source.ts'
import type { Account } from '../../../types/account.ts'
import type { Scan } from '../../../types/format.ts'
import type { ZipReading } from '../../../wire/zip/archive.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'
import { CENTRAL_SIZE, FLAG_DESCRIPTOR, LOCAL_SIZE } from '../../../wire/zip/records.ts'
import { paddingLength } from '../../shared/padding.ts'
import { Search } from '../../shared/search-bytes.ts'

/** Maximum size of a data descriptor: signature, checksum and two 64-bit sizes (APPNOTE 4.3.9). */
const MAX_DESCRIPTOR = 24
/** Maximum size of the extra field of a local header that holds attributes or alignment. A longer one is searched. */
const MAX_EXTRA = 1024
/** Total size of a directory's extra fields and comments that is too small for a pickle with an import and a call. */
const MAX_LISTED = 16
/** Maximum number of bytes of a character in UTF-8. */
const MAX_CHARACTER = 4
/** Maximum number of gaps that are scanned. Editors leave one for each entry that they remove. */
const MAX_GAPS = 1000

/** Records headers, directories and entry data in the account, in file order. Bytes that two views list count once. */
export function accountForZip({ entries, directories, ends }: ZipReading, account: Account): void {
  const records = [...directories, ...ends]
  const firstRecord = records.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const sorted = inOrder(entries)
  let expected = MAX_LISTED
  for (let index = 0; index < sorted.length; index++) {
    const entry = sorted[index]
    if (entry === undefined) continue
    const { headerOffset, dataOffset, compressedSize, method, flags, name, listedBy } = entry
    const names = name.length * MAX_CHARACTER
    if (listedBy !== 'local-header') expected += CENTRAL_SIZE + name.length
    if (dataOffset === undefined) continue
    const header = dataOffset - headerOffset
    account.read(headerOffset, header > LOCAL_SIZE + names + MAX_EXTRA ? LOCAL_SIZE + name.length : header)
    account.passOver(method === 0 ? 'member' : 'compressed', dataOffset, compressedSize)
    const end = dataOffset + compressedSize
    if ((flags & FLAG_DESCRIPTOR) === 0) continue
    const next = Math.min(sorted[index + 1]?.headerOffset ?? Number.POSITIVE_INFINITY, Math.max(end, firstRecord))
    if (next > end && next - end <= MAX_DESCRIPTOR) account.passOver('checksum', end, next - end)
  }
  for (const { start, end } of ends) account.read(start, end - start)
  // Programs can read the extra fields and comments of a directory: a directory that has some is searched like a gap.
  for (const { start, end } of directories) if (end - start <= expected) account.read(start, end - start)
}

/**
 * Scans bytes between the entries, which belong to no entry, as files of their own unless they are zeros.
 * `prefixReported`: the bytes before the first entry were reported already.
 */
export async function scanGaps(source: ByteSource, reading: ZipReading, prefixReported: boolean, scan: Scan): Promise<void> {
  const { entries, directories, ends, problems } = reading
  const gaps = scan.account.gaps(MAX_GAPS)
  if (gaps.length === 0) return
  const starts = [...directories, ...ends].map(({ start }) => start)
  const firstRecord = starts.reduce((least, start) => Math.min(least, start), source.size)
  const first = entries.reduce((least, { headerOffset }) => Math.min(least, headerOffset), firstRecord)
  const lastEnd = ends.reduce((most, { end }) => Math.max(most, end), 0)
  const comment = lastEnd >= 2 ? source.read(lastEnd - 2, 2) : []
  const last = lastEnd + (comment[0] ?? 0) + (comment[1] ?? 0) * 256
  if (prefixReported) scan.account.passOver('reported', 0, first)
  // Entries past the limit were reported as incomplete; they would appear as gaps here.
  if (problems.some(({ why }) => why === 'limit')) return
  const search = new Search(source, scan)
  for (const { offset, length } of gaps) {
    // Bytes before and after the archive belong to the file that contains it; the format of that file reads them.
    if (offset < first || offset >= last) continue
    if (offset >= firstRecord || paddingLength(source, offset, offset + length) >= length)
      await search.range(offset, Math.min(length, last - offset))
    else await search.asFile(offset, length)
  }
}

function inOrder(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const isSorted = entries.every(({ headerOffset }, index) => index === 0 || (entries[index - 1]?.headerOffset ?? 0) <= headerOffset)
  return isSorted ? entries : [...entries].sort((one, other) => one.headerOffset - other.headerOffset)
}
