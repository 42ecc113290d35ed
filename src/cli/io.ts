// Reads and writes the files that the user names on the command line.
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { discover, kindOf } from '../node/discover.ts'
import { sha256 } from '../node/hash.ts'
import { destinationOf } from '../node/links.ts'
import { UsageError } from './args.ts'
import { OutputError } from './stdout.ts'

/** Bytes to read at a time. */
const CHUNK = 1 << 20
/** The signals of Ctrl-C and of a system that shuts down. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Reads a file that the user named. @throws {UsageError} with the role of the file (`what`) and the reason */
export function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${what} ${file} cannot be read (${codeOf(error)})`)
  }
}

/** Checks before a long scan that the folder of its report exists. @throws {UsageError} if not */
export function checkFolderOf(output: string): void {
  if (!existsSync(dirname(output))) throw new UsageError(`the report cannot be written to ${output} (ENOENT)`)
}

/**
 * Writes a file in chunks, and makes the folder `.github` if needed. Writes a temporary file and renames it, so that
 * readers see the old or the new content as a whole. Devices, pipes and destinations of links are written directly.
 * @throws {UsageError} with the role of the file (`what`) and the reason; for `new`, also if the file exists
 * @throws {OutputError} if it could not be written to its end
 */
export function writeText(file: string, chunks: Iterable<string>, what: string, mode: 'replace' | 'new' = 'replace'): void {
  const known = lstatSync(file, { throwIfNoEntry: false })
  if (known && mode === 'new') throw new UsageError(`${file} already exists and was not changed`)
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
    // The reader of a pipe may be slow or gone: the user must be able to interrupt that.
    if (isPlain) uninterrupted(write)
    else write()
  } catch (error) {
    if (isOpen && isPlain) rmSync(target, { force: true })
    const message = `${what} cannot be written to ${file} (${codeOf(error)})`
    throw isOpen ? new OutputError(message) : new UsageError(message)
  }
}

/** Runs synchronous work to its end before signals are handled, so that no partial file remains. */
function uninterrupted(work: () => void): void {
  const later = (): void => undefined
  for (const signal of SIGNALS) process.on(signal, later)
  try {
    work()
  } finally {
    for (const signal of SIGNALS) process.off(signal, later)
  }
}

/** Computes the SHA-256 of a file that the user named. @throws {UsageError} if it cannot be read */
export function sha256OfFile(file: string): string {
  const hash = sha256()
  try {
    const fd = openSync(file, 'r')
    try {
      const piece = Buffer.alloc(CHUNK)
      for (let got = readSync(fd, piece); got > 0; got = readSync(fd, piece)) hash.update(piece.subarray(0, got))
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${codeOf(error)})`)
  }
  return hash.digest('hex')
}

/**
 * Lists the files that the paths name, relative to `root` if they lie below it, sorted, each once.
 * @throws {UsageError} for a path that is not a file or folder
 */
export function collect(
  paths: readonly string[],
  root: string,
): { readonly files: readonly string[]; readonly notices: readonly string[] } {
  const files = new Set<string>()
  const trees = treesOf(paths, root)
  const notices = new Set<string>()
  for (const path of paths) {
    // Probably an unset variable of a script, not the current folder.
    if (path === '') throw new UsageError('a PATH is empty')
    const full = resolve(root, path)
    switch (kindOf(full)) {
      case 'file':
        files.add(shown(full, root))
        break
      case 'folder': {
        const home = shown(full, root)
        // Fast path for thousands of files: only names that may lead out need `shown`.
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
        throw new UsageError(`${path} is a symbolic link, which is not followed; name its destination`)
      case 'other':
        throw new UsageError(`${path} is neither a file nor a folder`)
      case undefined:
        throw new UsageError(`${path} does not exist`)
    }
  }
  return { files: [...files].sort(), notices: [...notices] }
}

/**
 * Folders in which destinations of links are read: the working directory and all given folders. A link may lead from
 * one to another.
 */
export function treesOf(paths: readonly string[], root: string): readonly string[] {
  return [root, ...paths.map((path) => resolve(root, path)).filter((path) => kindOf(path) === 'folder')]
}

/** Formats a path for reports: relative to `root` if it lies below it, with `/`. */
export function shown(full: string, root: string): string {
  const path = relative(root, full)
  return (path.startsWith('..') ? full : path).split(sep).join('/')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
