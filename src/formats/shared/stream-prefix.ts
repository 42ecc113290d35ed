// Keeps the first bytes of a stream, so that they can be read again.
import type { ByteSource } from '../../bytes/source.ts'
import { concat, memorySource } from '../../bytes/source.ts'
import type { ByteStream } from '../../bytes/stream.ts'

/** Bytes that are remembered: what comes before the first array of a model, and a program hidden in it, are far shorter. */
const MAX_PREFIX = 1 << 20

export interface RememberedStream extends ByteStream {
  /** The first bytes that have passed, at most 1 MiB. */
  prefix(): ByteSource
}

/** What `prefix` has and then what is left of `stream`. */
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

/** A stream that can be read a second time as far as its first bytes go. */
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
