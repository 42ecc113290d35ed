// Scans members of a tar archive again under the names that links give them.
import { Portions } from '../../../bytes/portions.ts'
import { slice } from '../../../bytes/source.ts'
import type { Artifact, Hints } from '../../../types/artifact.ts'
import type { Scan } from '../../../types/format.ts'
import { walkTar } from '../../../wire/tar/archive.ts'
import type { ArchiveLinks } from '../links.ts'
import type { KeptMembers } from './kept.ts'

/**
 * Members of the tar archives that PyTorch wrote before 0.2 (`sys_info`, `pickle`, `storages`, `tensors`) and that
 * `torch.load` still reads. They contain several pickles with raw tensor data in between.
 */
export const TORCH_MEMBERS: readonly string[] = ['pickle', 'storages', 'tensors']

/** Code that SageMaker's servers import from a model archive (sagemaker_inference/transformer.py). */
const INFERENCE = /^(?:\.\/)?code\/inference\.py$/

/** Extensions of text formats that are recognised by their name: another name can mean another format. */
const TEXT = /\.(?:json|ya?ml|jinja2?|j2|txt|gin|cfg|conf|config|pbtxt|prototxt|py)$/i

/** Returns the hints that follow from a member's name. */
export function hintsOf(name: string): { readonly hints?: Hints } {
  if (TORCH_MEMBERS.includes(name)) return { hints: { pickle: 'torch' } }
  return INFERENCE.test(name) ? { hints: { source: 'load' } } : {}
}

/** Scans members again under the names that links give them. Reads the headers of an uncompressed archive once more. */
export async function scanAliases(links: ArchiveLinks, { input }: Artifact, scan: Scan): Promise<void> {
  if (input.kind === 'stream') return
  const tick = (): void => scan.budget.checkTime()
  const portions = new Portions(input, tick)
  const members: { readonly name: string; readonly offset: number; readonly size: number }[] = []
  for await (const item of walkTar(portions)) {
    if (item.kind === 'rest') break
    if (item.kind === 'entry' && item.size > 0) members.push({ name: item.name, offset: portions.offset, size: item.size })
  }
  const aliases = links.aliasesOf(new Set(members.map(({ name }) => name)), tick)
  for (const { name, offset, size } of members) {
    for (const alias of aliases.get(name) ?? []) {
      const member = slice(input, offset, size)
      scan.budget.charge('members', 1)
      await scan.descend({ name: alias, size: member.size, storedAt: offset, ...hintsOf(alias), open: () => member })
    }
  }
}

/** Does the same for a compressed archive, which is read only once: scans the members that were kept in memory. */
export async function scanKeptAliases(links: ArchiveLinks, kept: KeptMembers, scan: Scan): Promise<void> {
  for (const [name, aliases] of links.aliasesOf(kept.names, () => scan.budget.checkTime())) {
    for (const member of kept.of(name)) {
      for (const alias of aliases) {
        scan.budget.charge('members', 1)
        if (typeof member === 'object') await scan.descend({ name: alias, size: member.size, ...hintsOf(alias), open: () => member })
        // Bytes mean the same under another name, except texts whose format depends on the name.
        else if (member === 'unread' || TEXT.test(alias)) observeNotKept(alias, name, scan)
      }
    }
  }
}

function observeNotKept(link: string, target: string, scan: Scan): void {
  scan.observe({
    kind: 'incomplete',
    why: 'unsupported',
    detail: `${JSON.stringify(link)} is a link to ${JSON.stringify(target)}, which was too large to be scanned under this name as well`,
    remedy: 'Scan the archive without its compression, or unpack it and scan the folder.',
  })
}
