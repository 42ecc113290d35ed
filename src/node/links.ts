// Decides which symbolic links are scanned, and explains why the others are not.
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { extensionOf } from '../scan/probe.ts'
import { isLoadedByName, promisesModel } from '../scan/promises.ts'

/** What a symbolic link is to a scan of some folders (`trees`). */
export type Destination =
  /** A regular file of these folders, or of the cache that the link belongs to: the link is one more name of it. `blob`: that has no name but those of links. */
  | { readonly kind: 'file'; readonly real: string; readonly blob: boolean }
  /** A folder of these folders: what is in it is scanned where it lies. */
  | { readonly kind: 'folder'; readonly real: string }
  | { readonly kind: 'outside'; readonly real: string; readonly isFolder: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'circle' }
  /** A device, a pipe. */
  | { readonly kind: 'other' }
  /** The name of what it leads to cannot be told apart from others. */
  | { readonly kind: 'unclear' }

/** A snapshot of the cache of Hugging Face: every file in it is a link to a blob that is called like its hash (huggingface_hub, "Manage your cache"). */
const SNAPSHOT = /^(.*)[\\/]snapshots[\\/][^\\/]+(?:[\\/].*)?$/s
/** How the cache calls the folder of a repository. */
const CACHED = /^(?:models|datasets|spaces)--/
/** Folders that give what lies in them a meaning, by which it is loaded. */
const MEANINGFUL = /^(?:(?:additional_)?chat_templates|custom_generate)$/i
/** Entries of a folder out of the scan that are looked at for names of models. */
const MAX_LOOK = 10_000

/** Where the link at the absolute `path` leads to at last. Nothing is opened or read. */
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

/** The folder that holds `snapshots` and `blobs`, of a link in a snapshot. */
function snapshotHome(path: string): string | undefined {
  return SNAPSHOT.exec(realpathSync(dirname(path)))?.[1]
}

/** Is it a link of a snapshot in a cache to a blob of the same cache? */
export function isCacheLink(path: string): boolean {
  try {
    const home = snapshotHome(path)
    return home !== undefined && dirname(realpathSync(path)) === join(home, 'blobs')
  } catch {
    return false
  }
}

export interface SettledLinks {
  /** Names to be scanned: links to files, files of folders that a link gives a meaning to, and links whose scan says that they are not read. */
  readonly files: readonly string[]
  /** Files that links stand for, and that are not scanned under a name of their own. */
  readonly blobs: ReadonlySet<string>
  readonly unread: readonly string[]
}

/**
 * Decides what becomes of symbolic links. `links`: relative to `root`, with `/`. `isAlone`: nothing else is scanned, so that every link which is not read
 * counts as not read whatever it is called: a folder of links must not look like an empty one.
 */
export function settleLinks(root: string, links: readonly string[], trees: readonly string[], isAlone: boolean): SettledLinks {
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
        if (MEANINGFUL.test(name)) files.push(...filesIn(found.real).map((file) => `${link}/${file}`))
        break
      case 'outside':
        unread.push(link)
        if (found.isFolder ? holdsModel(found.real) : isLoadedByName(name, extensionOf(name))) named.push(link)
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

/** Why the link is not read, and what helps. */
export function whyUnread(destination: Exclude<Destination, { kind: 'file' }>): { readonly detail: string; readonly remedy: string } {
  const remedy = 'Scan what it leads to as well, or a folder that holds both.'
  switch (destination.kind) {
    case 'folder':
      return { detail: 'it is a symbolic link to a folder', remedy }
    case 'outside':
      return { detail: `it is a symbolic link to a ${destination.isFolder ? 'folder' : 'file'} outside of what is scanned`, remedy }
    case 'nothing':
      return {
        detail: 'it is a symbolic link to nothing: what it stands for is not here',
        remedy: 'Fetch what it leads to, or remove the link.',
      }
    case 'circle':
      return { detail: 'it is a symbolic link that leads back to itself', remedy: 'Remove the link.' }
    case 'other':
      return { detail: 'it is a symbolic link to no regular file', remedy: 'Remove the link.' }
    case 'unclear':
      return { detail: 'it is a symbolic link to a file whose name is no UTF-8', remedy: 'Rename the file.' }
    default:
      return destination satisfies never
  }
}

/** Does the folder, or one in it, hold what is loaded by its name? */
function holdsModel(folder: string, depth = 0): boolean {
  const entries = entriesOf(folder).slice(0, MAX_LOOK)
  if (entries.some((entry) => !entry.isDirectory() && isLoadedByName(entry.name, extensionOf(entry.name)))) return true
  return depth === 0 && entries.slice(0, 100).some((entry) => entry.isDirectory() && holdsModel(join(folder, entry.name), 1))
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

/** Does `path` lie in the folder? Both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
