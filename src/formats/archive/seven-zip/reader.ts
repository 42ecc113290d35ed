// Reads 7z archives: checks the names of the members and scans their contents.
import { ScanError } from '../../../bytes/errors.ts'
import { Portions } from '../../../bytes/portions.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { repeatable } from '../../../bytes/stream.ts'
import type { Artifact, Input } from '../../../types/artifact.ts'
import type { Scan } from '../../../types/format.ts'
import { readSevenZip, type SevenZipFile } from '../../../wire/seven-zip/archive.ts'
import { openFolder, unreadableFolder } from '../../../wire/seven-zip/folder.ts'
import type { Folder } from '../../../wire/seven-zip/streams.ts'
import { isDevice, isLink, linkReason, type UnsafePathReason, unsafePath } from '../../shared/unsafe-path.ts'

/** Maximum number of members that a message lists by name. */
const MAX_NAMED = 5
/** Maximum length of a link's target on Linux (PATH_MAX). */
const MAX_TARGET = 4096

/** Reads a 7z archive. @throws {ScanError} */
export async function scanSevenZip(artifact: Artifact, scan: Scan): Promise<void> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a 7z archive cannot be read from a stream')
  const { folders, files, headers } = await readSevenZip(source, (bytes) => scan.budget.charge('bytes-inflated', bytes))
  scan.budget.charge('members', files.length)
  for (const { offset, length } of headers) scan.account.read(offset, length)
  for (const { packedAt, packedSize } of folders) scan.account.passOver('compressed', packedAt, packedSize)
  const inFolder = new Map<number, SevenZipFile[]>()
  for (const file of files) {
    observePath(unsafePath(file.name) ?? (isDevice(file.mode) ? 'device' : undefined), file, scan)
    if (file.folder === undefined) continue
    const others = inFolder.get(file.folder)
    if (others) others.push(file)
    else inFolder.set(file.folder, [file])
  }
  for (const [index, members] of inFolder) {
    const folder = folders[index]
    if (folder) await scanFolder(source, folder, members, scan)
  }
}

async function scanFolder(source: ByteSource, folder: Folder, members: readonly SevenZipFile[], scan: Scan): Promise<void> {
  const problem = unreadableFolder(folder)
  if (problem) {
    scan.observe({
      kind: 'incomplete',
      why: problem.encrypted ? 'encrypted' : 'unsupported',
      detail: `${named(members)}: packed with ${problem.methods}`,
      remedy: problem.encrypted
        ? 'Scan the files before they are encrypted.'
        : 'Pack the files as a zip or tar archive, or with LZMA2 alone.',
      offset: folder.packedAt,
    })
    return
  }
  const spend = (bytes: number): void => {
    scan.budget.charge('bytes-inflated', bytes)
    scan.budget.checkTime()
  }
  const input = repeatable(() => openFolder(source, folder, spend))
  try {
    await scanMembers(input, folder, members, scan)
  } finally {
    if (input.kind === 'stream') input.close()
  }
}

/** Scans the members of a folder: they follow each other in the decompressed bytes, without gaps. */
async function scanMembers(input: Input, folder: Folder, members: readonly SevenZipFile[], scan: Scan): Promise<void> {
  const portions = new Portions(input, () => scan.budget.checkTime())
  const isStored = folder.coders.length === 1 && folder.coders[0]?.method === '00'
  let start = 0
  for (const member of members) {
    await portions.skipTo(start)
    if (portions.offset < start) break
    const part = await portions.part(member.size)
    if (isLink(member.mode)) observePath(linkReason(member.name, linkTarget(part)), member, scan)
    const place = isStored ? { storedAt: folder.packedAt + start } : {}
    await scan.descend({ name: member.name, size: member.size, ...place, open: () => part })
    start += member.size
  }
  await portions.skipTo(start)
  const { failure, offset } = portions
  if (failure?.why === 'limit' || failure?.why === 'timeout') throw failure
  if (failure || offset < start) {
    const detail = failure ? failure.message : `${start - offset} bytes are missing`
    scan.observe({ kind: 'incomplete', why: failure?.why ?? 'truncated', detail: `${named(members)}: ${detail}`, offset: folder.packedAt })
  }
}

function linkTarget(part: Input): string | undefined {
  return part.kind === 'source' && part.size <= MAX_TARGET ? new TextDecoder().decode(part.read(0, part.size)) : undefined
}

function observePath(why: UnsafePathReason | undefined, file: SevenZipFile, scan: Scan): void {
  if (why) scan.observe({ kind: 'unsafe-path', why, entry: file.name, offset: 0 })
}

/** Lists the names of members for a message. */
function named(members: readonly SevenZipFile[]): string {
  const names = members.slice(0, MAX_NAMED).map(({ name }) => JSON.stringify(name.slice(0, 200)))
  return members.length > MAX_NAMED ? `${names.join(', ')} and ${members.length - MAX_NAMED} more` : names.join(', ')
}
