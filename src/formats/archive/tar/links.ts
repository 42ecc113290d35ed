// Scans members of a tar archive again under the names that links give them.
import { Portions } from '../../../bytes/portions.ts'
import { slice } from '../../../bytes/source.ts'
import type { Artifact, Hints } from '../../../types/artifact.ts'
import type { Scan } from '../../../types/format.ts'
import { walkTar } from '../../../wire/tar/archive.ts'
import type { ArchiveLinks } from '../links.ts'
import type { KeptMembers } from './kept.ts'

/**
 * Members of the archives that PyTorch wrote before 0.2 (`sys_info`, `pickle`, `storages`, `tensors`), and that `torch.load` still reads: pickles
 * one after the other with raw numbers in between.
 */
export const TORCH_MEMBERS: readonly string[] = ['pickle', 'storages', 'tensors']

/** The program that SageMaker's servers import from a model's archive (sagemaker_inference/transformer.py). */
const INFERENCE = /^(?:\.\/)?code\/inference\.py$/

/** Extensions under which text is read for what its name says. */
const TEXT = /\.(?:json|ya?ml|jinja2?|j2|txt|gin|cfg|conf|config|pbtxt|prototxt|py)$/i

/** What its name in the archive says of a member. */
export function hintsOf(name: string): { readonly hints?: Hints } {
  if (TORCH_MEMBERS.includes(name)) return { hints: { pickle: 'torch' } }
  return INFERENCE.test(name) ? { hints: { source: 'load' } } : {}
}

/** Scans members under the names that links give them. A plain archive is walked once more for that, by its headers alone. */
export async function lendPlain(links: ArchiveLinks, { input }: Artifact, scan: Scan): Promise<void> {
  if (input.kind === 'stream') return
  const tick = (): void => scan.budget.checkTime()
  const portions = new Portions(input, tick)
  const members: { readonly name: string; readonly offset: number; readonly size: number }[] = []
  for await (const item of walkTar(portions)) {
    if (item.kind === 'rest') break
    if (item.kind === 'entry' && item.size > 0) members.push({ name: item.name, offset: portions.offset, size: item.size })
  }
  const lent = links.lend(new Set(members.map(({ name }) => name)), tick)
  for (const { name, offset, size } of members) {
    for (const alias of lent.get(name) ?? []) {
      const member = slice(input, offset, size)
      scan.budget.charge('members', 1)
      await scan.descend({ name: alias, size: member.size, storedAt: offset, ...hintsOf(alias), open: () => member })
    }
  }
}

/** The same for an archive that is gone through only once, as far as its members were kept. */
export async function lendKept(links: ArchiveLinks, kept: KeptMembers, scan: Scan): Promise<void> {
  for (const [name, aliases] of links.lend(kept.names, () => scan.budget.checkTime())) {
    for (const member of kept.of(name)) {
      for (const alias of aliases) {
        scan.budget.charge('members', 1)
        if (typeof member === 'object') await scan.descend({ name: alias, size: member.size, ...hintsOf(alias), open: () => member })
        // What was read by its bytes is the same under another name, unless the name says what text means.
        else if (member === 'unread' || TEXT.test(alias)) observeGone(alias, name, scan)
      }
    }
  }
}

function observeGone(link: string, target: string, scan: Scan): void {
  scan.observe({
    kind: 'incomplete',
    why: 'unsupported',
    detail: `${JSON.stringify(link)} is a link to ${JSON.stringify(target)}, which was too large to be kept for being read under this name too`,
    remedy: 'Scan the archive without its compression, or unpack it and scan the folder.',
  })
}
