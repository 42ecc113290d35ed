// Walks a folder and lists its regular files and symbolic links.
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { settleLinks } from './links.ts'
import { createNames } from './names.ts'

/** Files and folders whose names are listed when they could not be walked or were not followed; of more only the number is told. */
const MAX_NAMED = 20
/** Git's own objects: no loader reads them there. */
const SKIPPED_FOLDERS = new Set(['.git'])

export interface Discovered {
  /** POSIX paths relative to the root, sorted by code unit. */
  readonly files: readonly string[]
  /** Those of them that are reached by symbolic links. */
  readonly links: readonly string[]
  readonly notices: readonly string[]
}

/**
 * Every regular file below `root`, whatever its name, and every symbolic link to one of them: a link is one more name, by which a loader knows what the
 * file is. Links out of `trees` are not followed, and said: one could lead out of the checkout or to a device. Folders are walked in sorted order, so
 * that the same tree gives the same list. `shown`: a path below `root` as notices write it.
 */
export function discover(root: string, shown = (path: string): string => path, trees: readonly string[] = [root]): Discovered {
  const files: string[] = []
  const links: string[] = []
  const others: string[] = []
  const folders = ['']
  const isCertain = createNames(root)
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = list(join(root, folder))
    // The folder goes on the list, and is then reported as not readable: what is in it is not known to be clean.
    if (entries === undefined) files.push(folder === '' ? '.' : folder)
    for (const entry of entries ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isFile()) files.push(path)
      else if (entry.isDirectory()) {
        // Walking it could be walking another folder; on the list it is reported as not read.
        if (!isCertain(path)) files.push(path)
        else if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(path)
      } else if (entry.isSymbolicLink()) links.push(path)
      else others.push(path)
    }
  }
  // Names that are no UTF-8 can come out the same; scanning such a file says so.
  const found = new Set(files)
  const settled = settleLinks(root, links, trees, found.size === 0)
  for (const blob of settled.blobs) found.delete(blob)
  return {
    files: [...found, ...settled.files].sort(),
    links: settled.files,
    notices: [
      ...summary('Symbolic link not followed', settled.unread.map(shown)),
      ...summary('No regular file, not read', others.map(shown)),
    ],
  }
}

/** Is the path itself (not what a link leads to) a folder, a file, or neither? Undefined where nothing is there. */
export function kindOf(path: string): 'file' | 'folder' | 'link' | 'other' | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat) return undefined
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other'
}

function list(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return undefined
  }
}

function summary(what: string, paths: string[]): string[] {
  paths.sort()
  const named = paths.slice(0, MAX_NAMED).map((path) => `${what}: ${path}`)
  return paths.length > MAX_NAMED ? [...named, `${what}: ${paths.length - MAX_NAMED} more`] : named
}
