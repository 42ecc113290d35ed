// Measures a stream while it is read: its size, its last bytes and how it ended.
import { ScanError } from '../bytes/errors.ts'
import type { ByteStream } from '../bytes/stream.ts'

/** A stream that tells how long it was and how it ended. */
export interface MeasuredStream extends ByteStream {
  /** Bytes that came so far. */
  size(): number
  /** The last of them, as many as are kept. */
  tail(): Uint8Array
  /** Runs through what is left and gives what breaks the stream, if anything does. */
  end(): Promise<ScanError | undefined>
}

/** The same stream, measured on its way. `kept`: how many bytes of its end are remembered. */
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
        // Kept as the failure.
      }
      if (failure === undefined || failure instanceof ScanError) return failure
      throw failure
    },
  }
}

/** A ring of the last bytes of all that were added. */
class LastBytes {
  /** Bytes that were added. */
  size = 0
  private readonly kept: number
  private ring: Uint8Array | undefined
  private at = 0

  constructor(kept: number) {
    this.kept = kept
  }

  add(chunk: Uint8Array): void {
    // What is in it is only looked at where it was written.
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
    // A chunk that was cut has filled the ring.
    return size < kept ? ring.slice(0, at) : Buffer.concat([ring.subarray(at), ring.subarray(0, at)])
  }
}
