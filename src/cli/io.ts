// Reads and writes the files that the user names on the command line.
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { discover, kindOf } from '../node/discover.ts'
import { sha256 } from '../node/hash.ts'
import { destinationOf } from '../node/links.ts'
import { UsageError } from './args.ts'
import { OutputError } from './stdout.ts'

const PIECE = 1 << 20
/** What a user (Ctrl-C) or a system that shuts down sends. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** The text of a file that the user named. @throws {UsageError} saying which file (`what`) and why. */
export function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${what} ${file} cannot be read (${codeOf(error)})`)
  }
}

/** Asks before a long scan whether its report has a folder to lie in. @throws {UsageError} when not */
export function checkFolderOf(output: string): void {
  if (!existsSync(dirname(output))) throw new UsageError(`the report cannot be written to ${output} (ENOENT)`)
}

/**
 * Writes a file, piece by piece; in `.github` also that folder. A file is written beside and renamed, so that whoever reads it sees all of it or
 * what was there before; a device, a pipe, and what a link leads to are written to as they are.
 * @throws {UsageError} saying which file (`what`) and why; also when it is there and must not be
 * @throws {OutputError} when it could not be written to its end
 */
export function writeText(file: string, chunks: Iterable<string>, what: string, mode: 'replace' | 'new' = 'replace'): void {
  const known = lstatSync(file, { throwIfNoEntry: false })
  if (known && mode === 'new') throw new UsageError(`${file} is there already, and is left as it is`)
  const isPlain = known === undefined || known.isFile()
  const target = isPlain ? `${file}.${process.pid}.part` : file
  let isOpen = false
  const write = (): void => {
    const fd = openSync(target, isPlain ? 'wx' : 'w', known?.isFile() ? known.mode & 0o777 : 0o666)
    isOpen = true
    try {
      for (const chunk of chunks) writeFileSync(fd, chunk)
    } finally {
      closeSync(fd)
    }
    if (isPlain) renameSync(target, file)
  }
  try {
    if (dirname(file) === '.github') mkdirSync(dirname(file), { recursive: true })
    // Whoever reads at the other end of a pipe may be slow or gone: there the user must be able to end it.
    if (isPlain) uninterrupted(write)
    else write()
  } catch (error) {
    if (isOpen && isPlain) rmSync(target, { force: true })
    const message = `${what} cannot be written to ${file} (${codeOf(error)})`
    throw isOpen ? new OutputError(message) : new UsageError(message)
  }
}

/** Work that does not wait for anything is finished before a signal is looked at, so that it leaves no half of a file. */
function uninterrupted(work: () => void): void {
  const later = (): void => undefined
  for (const signal of SIGNALS) process.on(signal, later)
  try {
    work()
  } finally {
    for (const signal of SIGNALS) process.off(signal, later)
  }
}

/** SHA-256 of a file that the user named. @throws {UsageError} when it cannot be read. */
export function sha256OfFile(file: string): string {
  const hash = sha256()
  try {
    const fd = openSync(file, 'r')
    try {
      const piece = Buffer.alloc(PIECE)
      for (let got = readSync(fd, piece); got > 0; got = readSync(fd, piece)) hash.update(piece.subarray(0, got))
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${codeOf(error)})`)
  }
  return hash.digest('hex')
}

/** The files that the paths name, relative to `root` where they lie below it, sorted, each once. @throws {UsageError} for what is no file or folder. */
export function collect(
  paths: readonly string[],
  root: string,
): { readonly files: readonly string[]; readonly notices: readonly string[] } {
  const files = new Set<string>()
  const trees = treesOf(paths, root)
  const notices = new Set<string>()
  for (const path of paths) {
    // An unset variable in a script, and not the folder where it runs.
    if (path === '') throw new UsageError('a PATH is empty')
    const full = resolve(root, path)
    switch (kindOf(full)) {
      case 'file':
        files.add(shown(full, root))
        break
      case 'folder': {
        const home = shown(full, root)
        // Each of thousands of files lies where its folder does: only a name that could lead out is worked out by itself.
        const name = (path: string): string =>
          path.startsWith('.') || home.endsWith('/') ? shown(join(full, path), root) : home === '' ? path : `${home}/${path}`
        const found = discover(full, name, trees)
        for (const file of found.files) files.add(name(file))
        for (const notice of found.notices) notices.add(notice)
        break
      }
      case 'link':
        if (destinationOf(full, trees).kind === 'file') {
          files.add(shown(full, root))
          break
        }
        throw new UsageError(`${path} is a symbolic link, which is not followed; name what it leads to`)
      case 'other':
        throw new UsageError(`${path} is neither a file nor a folder`)
      case undefined:
        throw new UsageError(`${path} does not exist`)
    }
  }
  return { files: [...files].sort(), notices: [...notices] }
}

/** The folders in which what links lead to is read: the working directory, and those that are given. What a link of one leads to may lie in another. */
export function treesOf(paths: readonly string[], root: string): readonly string[] {
  return [root, ...paths.map((path) => resolve(root, path)).filter((path) => kindOf(path) === 'folder')]
}

/** A path as reports write it: relative to `root` where it lies below it, with `/`. */
export function shown(full: string, root: string): string {
  const path = relative(root, full)
  return (path.startsWith('..') ? full : path).split(sep).join('/')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
