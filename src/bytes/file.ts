import { closeSync, constants, fstatSync, lstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ByteSource } from './source.ts'

export interface FileSource extends ByteSource {
  close(): void
}

/** The path is a symbolic link, which is not followed. */
export class LinkError extends Error {
  override readonly name = 'LinkError'
}

/**
 * To look and then to open would leave time for a change between the two; where the system cannot refuse, on Windows,
 * there is no other way.
 */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

/**
 * A regular file, read by position (`pread`). Opening or reading may throw Node's own `Error` with a `code` such as
 * EACCES.
 * @throws {LinkError} when the path itself is a symbolic link
 * @throws {Error} when it is no regular file: a FIFO or a device could block or never end.
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
    // Systems differ in what they call the refusal.
    throw isLink(path) ? new LinkError('a symbolic link') : error
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/**
 * A file of our own in the system's temporary folder, readable by nobody else. Its name goes at once where the system
 * lets go of the name of an open file, so that it is gone however the process ends; elsewhere it goes on `close`.
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
    // Windows keeps the folder of an open file.
    return false
  }
}

function descriptorSource(fd: number, size: number): FileSource {
  const readInto = (target: Uint8Array, offset: number): number => {
    // The system takes -1 for "here", and refuses numbers past 2^63: what a file claims may be either.
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
