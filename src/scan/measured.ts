// Measures a stream while it is read: its size, its last bytes and how it ended.
import { ScanError } from '../bytes/errors.ts'
import type { ByteStream } from '../bytes/stream.ts'

/** A stream that knows how many bytes it delivered and how it ended. */
export interface MeasuredStream extends ByteStream {
  /** Bytes delivered so far. */
  size(): number
  /** The last of these bytes, up to the number that is kept. */
  tail(): Uint8Array
  /** Reads to the end. Resolves to the error that broke the stream, if any. @throws errors other than `ScanError` */
  end(): Promise<ScanError | undefined>
}

/** Wraps a stream to measure it. `kept`: how many of its last bytes to keep. */
export function measured(stream: ByteStream, kept: number, again?: ByteStream['again']): MeasuredStream {
  const last = new LastBytes(kept)
  let ended = false
  let failure: unknown
  const arrived = (chunk: Uint8Array | undefined): Uint8Array | undefined => {
    if (chunk === undefined) ended = true
    else last.add(chunk)
    return chunk
  }
  const broken = (error: unknown): never => {
    ended = true
    failure = error
    throw error
  }
  const next = (): Uint8Array | undefined | Promise<Uint8Array | undefined> => {
    if (ended) {
      if (failure !== undefined) throw failure
      return undefined
    }
    try {
      const chunk = stream.next()
      return chunk instanceof Promise ? chunk.then(arrived, broken) : arrived(chunk)
    } catch (error) {
      return broken(error)
    }
  }
  return {
    kind: 'stream',
    next,
    ...(again ? { again } : {}),
    size: () => last.size,
    tail: () => last.bytes(),
    close: () => stream.close(),
    async end() {
      try {
        while (!ended) await next()
      } catch {
        // `failure` has the error.
      }
      if (failure === undefined || failure instanceof ScanError) return failure
      throw failure
    },
  }
}

/** A ring buffer of the last bytes that were added. */
class LastBytes {
  /** Number of bytes added so far. */
  size = 0
  private readonly kept: number
  private ring: Uint8Array | undefined
  private at = 0

  constructor(kept: number) {
    this.kept = kept
  }

  add(chunk: Uint8Array): void {
    // Uninitialised memory is safe here: only written bytes are read.
    this.ring ??= Buffer.allocUnsafe(this.kept)
    this.size += chunk.length
    const part = chunk.length > this.kept ? chunk.subarray(chunk.length - this.kept) : chunk
    const room = this.kept - this.at
    if (part.length < room) {
      this.ring.set(part, this.at)
      this.at += part.length
    } else {
      this.ring.set(part.subarray(0, room), this.at)
      this.ring.set(part.subarray(room))
      this.at = part.length - room
    }
  }

  bytes(): Uint8Array {
    if (this.ring === undefined) return new Uint8Array(0)
    const { ring, at, size, kept } = this
    // From `kept` bytes on the whole ring is written.
    return size < kept ? ring.slice(0, at) : Buffer.concat([ring.subarray(at), ring.subarray(0, at)])
  }
}
