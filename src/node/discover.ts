// Walks a folder and lists its regular files and symbolic links.
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { decideLinks } from './links.ts'
import { createNames } from './names.ts'

/** Maximum number of paths to name in notices of one kind; a last notice says how many more there are. */
const MAX_NAMED = 20
/** Git keeps its objects there; no loader reads them. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git'])

/** The files that a folder contains. */
export interface Discovered {
  /** POSIX paths relative to the root, sorted by code unit. */
  readonly files: readonly string[]
  /** Those of the files that are symbolic links, or lie in a linked folder. */
  readonly links: readonly string[]
  /** About paths that are not scanned. Plain text, not escaped. */
  readonly notices: readonly string[]
}

/**
 * Lists every regular file below `root`, whatever its name, and every symbolic link to one: a link is another name,
 * by which a loader may recognise the file. Links out of `trees` are not followed but reported: they could lead out
 * of the checkout or to a device. The list is sorted. `shown` formats a path below `root` for notices.
 */
export function discover(root: string, shown = (path: string): string => path, trees: readonly string[] = [root]): Discovered {
  const files: string[] = []
  const links: string[] = []
  const others: string[] = []
  const folders = ['']
  const isCertain = createNames(root)
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = list(join(root, folder))
    // An unreadable folder goes on the list, and scanning it reports it as incomplete.
    if (entries === undefined) files.push(folder === '' ? '.' : folder)
    for (const entry of entries ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isFile()) files.push(path)
      else if (entry.isDirectory()) {
        // Its name may belong to another folder as well. On the list, it is reported as incomplete.
        if (!isCertain(path)) files.push(path)
        else if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(path)
      } else if (entry.isSymbolicLink()) links.push(path)
      else others.push(path)
    }
  }
  // Names that are not UTF-8 can become equal; scanning such a file reports that.
  const found = new Set(files)
  const decided = decideLinks(root, links, trees, found.size === 0)
  for (const blob of decided.blobs) found.delete(blob)
  return {
    files: [...found, ...decided.files].sort(),
    links: decided.files,
    notices: [
      ...summary('Symbolic link not followed', decided.unread.map(shown)),
      ...summary('Not a regular file, not scanned', others.map(shown)),
    ],
  }
}

/** Returns what the path itself is, without following a link; undefined if it does not exist. */
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
