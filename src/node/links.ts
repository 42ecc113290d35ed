// Decides which symbolic links are scanned, and explains why the others are not.
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { extensionOf } from '../scan/probe.ts'
import { isLoadedByName, promisesModel } from '../scan/promises.ts'

/** The destination of a symbolic link, as seen by a scan of some folders (`trees`). */
export type Destination =
  /**
   * A regular file in these folders, or in the cache of the link: the link is another name of it. `blob`: has no
   * other name.
   */
  | { readonly kind: 'file'; readonly real: string; readonly blob: boolean }
  /** A folder in these folders; its files are scanned under their own names. */
  | { readonly kind: 'folder'; readonly real: string }
  | { readonly kind: 'outside'; readonly real: string; readonly isFolder: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'circle' }
  /** A device or a pipe. */
  | { readonly kind: 'other' }
  /** The name of the destination is not UTF-8, and may belong to another file as well. */
  | { readonly kind: 'unclear' }

/**
 * A snapshot in the cache of Hugging Face: each file is a link to a blob named by its hash (huggingface_hub, "Manage
 * your cache").
 */
const SNAPSHOT = /^(.*)[\\/]snapshots[\\/][^\\/]+(?:[\\/].*)?$/s
/** The folder name of a repository in that cache. */
const CACHED = /^(?:models|datasets|spaces)--/
/** Folders whose files are loaded because of the folder's name. */
const LOADED_FOLDER = /^(?:(?:additional_)?chat_templates|custom_generate)$/i
/** Maximum entries of a folder outside of the scan to check for names of models. */
const MAX_ENTRIES = 10_000

/** Resolves the link at the absolute `path`. Opens and reads nothing. */
export function destinationOf(path: string, trees: readonly string[]): Destination {
  try {
    const real = realpathSync(path)
    if (real.includes('\ufffd')) return { kind: 'unclear' }
    const stat = statSync(real)
    if (!stat.isFile() && !stat.isDirectory()) return { kind: 'other' }
    const home = snapshotHome(path)
    const blob = home !== undefined && dirname(real) === join(home, 'blobs')
    const isInside = trees.some((tree) => isWithin(realpathSync(tree), real)) || (blob && CACHED.test(basename(home)))
    if (!isInside) return { kind: 'outside', real, isFolder: stat.isDirectory() }
    return stat.isFile() ? { kind: 'file', real, blob } : { kind: 'folder', real }
  } catch (error) {
    return { kind: error instanceof Error && 'code' in error && error.code === 'ELOOP' ? 'circle' : 'nothing' }
  }
}

/** For a link in a snapshot, the folder with `snapshots` and `blobs`. */
function snapshotHome(path: string): string | undefined {
  return SNAPSHOT.exec(realpathSync(dirname(path)))?.[1]
}

/** Returns whether it is a link in a snapshot to a blob of the same cache. */
export function isCacheLink(path: string): boolean {
  try {
    const home = snapshotHome(path)
    return home !== undefined && dirname(realpathSync(path)) === join(home, 'blobs')
  } catch {
    return false
  }
}

/** The symbolic links of a scan, sorted by what to do with them. */
export interface LinkDecisions {
  /** Paths to scan: links to files, files in linked folders with a loaded name, and links to report as incomplete. */
  readonly files: readonly string[]
  /** Files that are scanned under the names of their links only. */
  readonly blobs: ReadonlySet<string>
  /** Links that are not followed. */
  readonly unread: readonly string[]
}

/**
 * Decides which symbolic links to scan. `links`: relative to `root`, with `/`. `isAlone`: there is nothing else to
 * scan, so that every link that is not followed is reported as incomplete: a folder of links must not look like an
 * empty one.
 */
export function decideLinks(root: string, links: readonly string[], trees: readonly string[], isAlone: boolean): LinkDecisions {
  const files: string[] = []
  const blobs = new Set<string>()
  const unread: string[] = []
  const named: string[] = []
  const realRoot = links.length > 0 ? realOf(root) : root
  for (const link of links) {
    const name = basename(link)
    const found = destinationOf(resolve(root, link), trees)
    switch (found.kind) {
      case 'file':
        files.push(link)
        if (found.blob) blobs.add(relative(realRoot, found.real).split(sep).join('/'))
        break
      case 'folder':
        if (LOADED_FOLDER.test(name)) files.push(...filesIn(found.real).map((file) => `${link}/${file}`))
        break
      case 'outside':
        unread.push(link)
        if (found.isFolder ? containsModel(found.real) : isLoadedByName(name, extensionOf(name))) named.push(link)
        break
      case 'nothing':
        unread.push(link)
        if (promisesModel(name, extensionOf(name))) named.push(link)
        break
      case 'unclear':
        unread.push(link)
        named.push(link)
        break
      default:
        unread.push(link)
    }
  }
  files.push(...(isAlone && files.length === 0 ? unread : named))
  return { files, blobs, unread }
}

/** Explains why the link is not read, and what to do about it. */
export function whyUnread(destination: Exclude<Destination, { kind: 'file' }>): { readonly detail: string; readonly remedy: string } {
  const remedy = 'Scan its destination as well, or a folder that contains both.'
  switch (destination.kind) {
    case 'folder':
      return { detail: 'it is a symbolic link to a folder', remedy }
    case 'outside':
      return { detail: `it is a symbolic link to a ${destination.isFolder ? 'folder' : 'file'} outside of the scanned folders`, remedy }
    case 'nothing':
      return {
        detail: 'it is a symbolic link whose destination does not exist',
        remedy: 'Download the destination, or remove the link.',
      }
    case 'circle':
      return { detail: 'it is a symbolic link that leads to itself', remedy: 'Remove the link.' }
    case 'other':
      return { detail: 'it is a symbolic link to something other than a regular file', remedy: 'Remove the link.' }
    case 'unclear':
      return { detail: 'it is a symbolic link to a file whose name is not UTF-8', remedy: 'Rename the file.' }
    default:
      return destination satisfies never
  }
}

/** Returns whether the folder, or one directly in it, contains a file that is loaded by its name. */
function containsModel(folder: string, depth = 0): boolean {
  const entries = entriesOf(folder).slice(0, MAX_ENTRIES)
  if (entries.some((entry) => !entry.isDirectory() && isLoadedByName(entry.name, extensionOf(entry.name)))) return true
  return depth === 0 && entries.slice(0, 100).some((entry) => entry.isDirectory() && containsModel(join(folder, entry.name), 1))
}

function filesIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Returns whether `path` is the folder or lies in it. Both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
