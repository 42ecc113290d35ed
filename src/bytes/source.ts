// Gives random access to bytes of files, memory and parts of other sources.
/** Bytes with random access, read synchronously (docs/adr/0001-synchronous-sources.md). */
export interface ByteSource {
  readonly kind: 'source'
  readonly size: number
  /** Returns bytes `offset … offset+length`, cut at the end: a new array or a stable view, never a reused buffer. */
  read(offset: number, length: number): Uint8Array
  /** Fills `target` from `offset`; returns how many bytes there were, fewer only at the end. */
  readInto(target: Uint8Array, offset: number): number
}

/** Returns a source of bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    kind: 'source',
    size: bytes.length,
    read: (offset, length) => bytes.subarray(clamp(offset, bytes.length), clamp(offset + length, bytes.length)),
    readInto(target, offset) {
      const part = bytes.subarray(clamp(offset, bytes.length), clamp(offset + target.length, bytes.length))
      target.set(part)
      return part.length
    },
  }
}

/** Returns the part `[offset, offset + length)` of another source, cut at its end, without copying. */
export function slice(source: ByteSource, offset: number, length: number = source.size - offset): ByteSource {
  const start = clamp(offset, source.size)
  const size = Math.max(0, Math.min(length, source.size - start))
  return {
    kind: 'source',
    size,
    read: (at, count) => {
      const from = clamp(at, size)
      return source.read(start + from, clamp(at + count, size) - from)
    },
    readInto(target, at) {
      const from = clamp(at, size)
      const room = Math.min(target.length, size - from)
      return room <= 0 ? 0 : source.readInto(room === target.length ? target : target.subarray(0, room), start + from)
    },
  }
}

/**
 * Returns a source that reads its last `length` bytes at most once, since detection and archive readers start at the
 * end.
 */
export function withCachedTail(source: ByteSource, length: number): ByteSource {
  const start = Math.max(0, source.size - length)
  let tail: Uint8Array | undefined
  const cached = (offset: number, count: number): Uint8Array | undefined => {
    if (offset < start || (tail === undefined && count < length / 2)) return undefined
    tail ??= source.read(start, length)
    return tail.subarray(Math.min(offset - start, tail.length), Math.min(offset - start + count, tail.length))
  }
  return {
    kind: 'source',
    size: source.size,
    read: (offset, count) => cached(offset, count) ?? source.read(offset, count),
    readInto(target, offset) {
      const part = cached(offset, target.length)
      if (part === undefined) return source.readInto(target, offset)
      target.set(part)
      return part.length
    },
  }
}

/** Returns several sources in a row as one. */
export function concat(parts: readonly ByteSource[]): ByteSource {
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  const readInto = (target: Uint8Array, offset: number): number => {
    let start = 0
    let done = 0
    for (const part of parts) {
      const within = offset + done - start
      if (done < target.length && within < part.size) {
        const room = target.subarray(done, done + Math.min(target.length - done, part.size - within))
        const got = part.readInto(room, within)
        done += got
        if (got < room.length) break
      }
      start += part.size
    }
    return done
  }
  return {
    kind: 'source',
    size,
    readInto,
    read(offset, length) {
      const target = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      return target.subarray(0, readInto(target, offset))
    },
  }
}

function clamp(value: number, size: number): number {
  return Math.max(0, Math.min(value, size))
}
