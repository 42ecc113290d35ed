import type { ByteStream } from '../bytes/stream.ts'

/** A stream that tells how long it was. */
export interface MeasuredStream extends ByteStream {
  /** Bytes that came so far. */
  size(): number
  /** Runs through what is left and gives the length of all. Throws what breaks the stream. */
  end(): Promise<number>
}

/** The same stream, measured on its way. */
export function measured(stream: ByteStream): MeasuredStream {
  let size = 0
  let ended = false
  const count = (chunk: Uint8Array | undefined): Uint8Array | undefined => {
    if (chunk === undefined) ended = true
    else size += chunk.length
    return chunk
  }
  const next = (): Uint8Array | undefined | Promise<Uint8Array | undefined> => {
    const chunk = stream.next()
    return chunk instanceof Promise ? chunk.then(count) : count(chunk)
  }
  return {
    kind: 'stream',
    next,
    size: () => size,
    close: () => stream.close(),
    async end() {
      while (!ended) await next()
      return size
    },
  }
}
