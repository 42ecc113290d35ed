// Reads tar archives: checks names and links, and scans each member.
import { Portions } from '../../../bytes/portions.ts'
import { memorySource } from '../../../bytes/source.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan } from '../../../types/format.ts'
import { type TarEntry, walkTar } from '../../../wire/tar/archive.ts'
import { TAR_BLOCK } from '../../../wire/tar/header.ts'
import { Search } from '../../shared/search-bytes.ts'
import { linkEscapes, type UnsafePathReason, unsafePath } from '../../shared/unsafe-path.ts'
import { ArchiveLinks } from '../links.ts'
import { KeptMembers } from './kept.ts'
import { hintsOf, scanAliases, scanKeptAliases, TORCH_MEMBERS } from './links.ts'

/** Size up to which the search after a pickle finds every further pickle of a `TORCH_MEMBERS` member. */
const TORCH_REACH = 1024 * 1024

/** Reads a tar archive. @throws {ScanError} */
export async function scanTar(artifact: Artifact, scan: Scan): Promise<void> {
  const portions = new Portions(artifact.input, () => scan.budget.checkTime())
  const isRandomAccess = artifact.input.kind === 'source'
  const links = new ArchiveLinks()
  const kept = isRandomAccess ? undefined : new KeptMembers()
  let end = 0
  for await (const item of walkTar(portions)) {
    if (item.kind === 'problem') {
      if (portions.failure) throw portions.failure
      scan.observe({ kind: 'incomplete', why: item.why, detail: item.detail, offset: item.offset })
      continue
    }
    if (item.kind === 'notes') {
      await new Search(memorySource(item.bytes), scan, { base: item.offset + TAR_BLOCK }).range(0, item.bytes.length)
      continue
    }
    if (item.kind === 'rest') {
      scan.account.read(end, item.offset - end)
      await descend(`+${item.offset}`, Number.POSITIVE_INFINITY, item.offset)
      end = Number.POSITIVE_INFINITY
      break
    }
    scan.budget.charge('members', 1)
    const why = pathReason(item)
    if (why)
      scan.observe({
        kind: 'unsafe-path',
        why,
        entry: item.type.endsWith('link') ? `${item.name} -> ${item.target}` : item.name,
        offset: item.offset,
      })
    if (item.type === 'symlink' || item.type === 'hardlink') links.add({ name: item.name, target: item.target, kind: item.type })
    if (item.size === 0) continue
    const start = portions.offset
    scan.account.read(end, start - end)
    if (item.sparse) observeSparse(item, scan)
    const torch = TORCH_MEMBERS.includes(item.name)
    if (torch && item.size > TORCH_REACH) observeTorch(item, scan)
    await descend(item.name, item.size, start)
    end = Math.ceil((start + item.size) / TAR_BLOCK) * TAR_BLOCK
    scan.account.passOver('padding', start + item.size, end - start - item.size)
  }
  if (portions.failure) throw portions.failure
  // Blocks of zeros follow the last member.
  scan.account.read(end)
  if (links.size > 0) await (kept ? scanKeptAliases(links, kept, scan) : scanAliases(links, artifact, scan))

  async function descend(name: string, size: number, offset: number): Promise<void> {
    const input = await (kept ? kept.take(portions, size) : portions.part(size))
    scan.account.passOver('member', offset, size)
    const read = await scan.descend({
      name,
      size: input.kind === 'source' ? input.size : size,
      ...(isRandomAccess ? { storedAt: offset } : {}),
      ...hintsOf(name),
      open: () => input,
    })
    kept?.keep(name, input, read)
  }
}

/** Returns why an entry is unsafe. A hard link's target is a member name, a symbolic link's is relative to the link. */
function pathReason(entry: TarEntry): UnsafePathReason | undefined {
  const why = unsafePath(entry.name)
  if (why) return why
  if (entry.type === 'device') return 'device'
  const escapes =
    entry.type === 'symlink' ? linkEscapes(entry.name, entry.target) : entry.type === 'hardlink' && unsafePath(entry.target) !== undefined
  return escapes ? 'link' : undefined
}

function observeSparse(entry: TarEntry, scan: Scan): void {
  scan.observe({
    kind: 'incomplete',
    why: 'unsupported',
    detail: `${JSON.stringify(entry.name)} is stored as a sparse file; only its stored bytes were scanned`,
    remedy: 'Pack the archive again without --sparse.',
    offset: entry.offset,
  })
}

function observeTorch(entry: TarEntry, scan: Scan): void {
  scan.observe({
    kind: 'incomplete',
    why: 'unsupported',
    detail: `${JSON.stringify(entry.name)} of a PyTorch file from before version 0.2: a pickle after its first 1 MiB may be missed`,
    remedy: 'If you trust the model, load it in isolation and save it again with a current PyTorch, or better as safetensors.',
    offset: entry.offset,
  })
}
