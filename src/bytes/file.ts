// Opens files for reading by position, without following links, and creates temporary files.
import { closeSync, constants, fstatSync, lstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ByteSource } from './source.ts'

/** A file that is read by position. */
export interface FileSource extends ByteSource {
  close(): void
}

/** Thrown when the path is a symbolic link, which is not followed. */
export class LinkError extends Error {
  override readonly name = 'LinkError'
}

/**
 * Opening refuses links, since a check before could be outdated. Windows has no such flag, so that the check must do.
 */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

/**
 * Opens a regular file for reading by position (`pread`). Opening or reading may throw Node's own `Error` with a `code`
 * such as EACCES.
 * @throws {LinkError} when the path itself is a symbolic link
 * @throws {Error} when it is no regular file, since a FIFO or a device could block or never end.
 */
export function openFile(path: string): FileSource {
  if (O_NOFOLLOW === 0 && isLink(path)) throw new LinkError('a symbolic link')
  const fd = opened(path)
  const stat = fstatSync(fd)
  if (!stat.isFile()) {
    closeSync(fd)
    throw new Error('not a regular file')
  }
  return descriptorSource(fd, stat.size)
}

function opened(path: string): number {
  try {
    return openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch (error) {
    // The error code differs between systems.
    throw isLink(path) ? new LinkError('a symbolic link') : error
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/**
 * Creates a private file in the system's temporary folder. Its name is removed at once where the system allows that for
 * an open file, so that nothing is left however the process ends; elsewhere `close` removes it.
 */
export function temporaryFile(): { append(bytes: Uint8Array): void; source(): ByteSource; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'modelgate-'))
  const fd = openSync(join(folder, 'spool'), 'wx+', 0o600)
  const isGone = removed(folder)
  let size = 0
  return {
    append(bytes) {
      let done = 0
      while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, size + done)
      size += bytes.length
    },
    source: () => descriptorSource(fd, size),
    close() {
      closeSync(fd)
      if (!isGone) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function removed(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true })
    return true
  } catch {
    // Windows does not remove the folder of an open file.
    return false
  }
}

function descriptorSource(fd: number, size: number): FileSource {
  const readInto = (target: Uint8Array, offset: number): number => {
    // For the system -1 means the current position, and numbers past 2^63 are invalid; offsets in files can be either.
    if (!(offset >= 0 && offset < size)) return 0
    let done = 0
    while (done < target.length) {
      const got = readSync(fd, target, done, target.length - done, offset + done)
      if (got === 0) break
      done += got
    }
    return done
  }
  return {
    kind: 'source',
    size,
    readInto,
    read(offset, length) {
      const room = Math.max(0, Math.min(length, size - offset))
      const target = new Uint8Array(room)
      const got = room === 0 ? 0 : readInto(target, offset)
      return got === room ? target : target.subarray(0, got)
    },
    close: () => closeSync(fd),
  }
}
