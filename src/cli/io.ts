import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { discover, kindOf } from '../node/discover.ts'
import { UsageError } from './args.ts'

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

/**
 * Writes a file, and the folder `.github` where it lies there. A signal that would end the process in the middle is held back: an interrupted run leaves
 * the file as it was or whole. @throws {UsageError} saying which file (`what`) and why; also when it is there and must not be.
 */
export function writeText(file: string, text: string | Iterable<string>, what: string, mode: 'replace' | 'new' = 'replace'): void {
  try {
    if (dirname(file) === '.github') mkdirSync(dirname(file), { recursive: true })
    const kind = kindOf(file)
    const write = () => writeParts(file, typeof text === 'string' ? [text] : text, mode === 'new' ? 'wx' : 'w')
    // Whoever reads at the other end of a pipe may be slow or gone: there the user must be able to end it.
    if (kind === undefined || kind === 'file') uninterrupted(write)
    else write()
  } catch (error) {
    const why = codeOf(error)
    throw new UsageError(
      why === 'EEXIST' ? `${file} is there already, and is left as it is` : `${what} cannot be written to ${file} (${why})`,
    )
  }
}

/** The texts in few and large pieces: a report on a million files has as many small ones, and is longer than a string can be. */
export function* pieces(texts: Iterable<string>): Generator<string> {
  let piece: string[] = []
  let length = 0
  for (const text of texts) {
    piece.push(text)
    length += text.length
    if (length < PIECE) continue
    yield piece.join('')
    piece = []
    length = 0
  }
  yield piece.join('')
}

function writeParts(file: string, texts: Iterable<string>, flag: 'w' | 'wx'): void {
  const fd = openSync(file, flag)
  try {
    for (const piece of pieces(texts)) writeFileSync(fd, piece)
  } finally {
    closeSync(fd)
  }
}

/** Work that does not wait for anything is finished before a listener could be called. */
function uninterrupted(work: () => void): void {
  const later = () => undefined
  for (const signal of SIGNALS) process.on(signal, later)
  try {
    work()
  } finally {
    for (const signal of SIGNALS) process.off(signal, later)
  }
}

/** SHA-256 of a file that the user named. @throws {UsageError} when it cannot be read. */
export function sha256OfFile(file: string): string {
  const hash = createHash('sha256')
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
  const notices: string[] = []
  for (const path of paths) {
    const full = resolve(root, path)
    switch (kindOf(full)) {
      case 'file':
        files.add(shown(full, root))
        break
      case 'folder': {
        const found = discover(full)
        for (const file of found.files) files.add(shown(join(full, file), root))
        notices.push(...found.notices)
        break
      }
      case 'link':
        throw new UsageError(`${path} is a symbolic link, which is not followed; name what it leads to`)
      case 'other':
        throw new UsageError(`${path} is neither a file nor a folder`)
      case undefined:
        throw new UsageError(`${path} does not exist`)
    }
  }
  return { files: [...files].sort(), notices }
}

/** A path as reports write it: relative to `root` where it lies below it, with `/`. */
export function shown(full: string, root: string): string {
  const path = relative(root, full)
  return (path.startsWith('..') ? full : path).split(sep).join('/')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
