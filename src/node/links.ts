import { realpathSync, statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { isModelName } from './near-model.ts'

/**
 * Of symbolic links below `root`, those that are called like a model and lead to a file that is not scanned: whoever loads the model follows the link,
 * so that leaving it out would call clean what nobody read. A link that leads nowhere, to a folder or to a device is no model.
 */
export function unscannedLinks(root: string, links: readonly string[], isScanned: (path: string) => boolean): readonly string[] {
  return links.filter((link) => {
    if (!isModelName(link)) return false
    try {
      const real = realpathSync(resolve(root, link))
      return statSync(real).isFile() && !isScanned(relative(realpathSync(root), real).split(sep).join('/'))
    } catch {
      return false
    }
  })
}
