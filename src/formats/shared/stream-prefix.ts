// Keeps the first bytes of a stream, so that they can be read again.
import type { ByteSource } from '../../bytes/source.ts'
import { concat, memorySource } from '../../bytes/source.ts'
import type { ByteStream } from '../../bytes/stream.ts'

/** Maximum size of the prefix. The opcodes before the first array of a model are far shorter. */
const MAX_PREFIX = 1 << 20

/** A stream whose first bytes can be read again. */
export interface RememberedStream extends ByteStream {
  /** Returns the first bytes that were read, at most 1 MiB. */
  prefix(): ByteSource
}

/** Returns a stream of the bytes of `prefix` and then the rest of `stream`. */
export function continued(prefix: ByteSource, stream: ByteStream): ByteStream {
  let first = true
  return {
    kind: 'stream',
    close: () => stream.close(),
    next() {
      if (!first) return stream.next()
      first = false
      return prefix.read(0, prefix.size)
    },
  }
}

/** Wraps a stream so that it keeps its first bytes. */
export function rememberPrefix(stream: ByteStream): RememberedStream {
  const parts: ByteSource[] = []
  let room = MAX_PREFIX
  const remember = (chunk: Uint8Array | undefined): Uint8Array | undefined => {
    if (chunk !== undefined && room > 0) {
      const part = chunk.slice(0, room)
      parts.push(memorySource(part))
      room -= part.length
    }
    return chunk
  }
  return {
    kind: 'stream',
    close: () => stream.close(),
    prefix: () => concat(parts),
    next() {
      const next = stream.next()
      return next instanceof Promise ? next.then(remember) : remember(next)
    },
  }
}
