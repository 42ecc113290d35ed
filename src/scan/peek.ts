import type { ByteStream } from '../bytes/stream.ts'

const HEAD = 4096

export interface Peeked {
  readonly head: Uint8Array
  /** The whole stream again, the head included. */
  readonly stream: ByteStream
  /** What broke the stream within its head. The stream throws it too, where it is read so far. */
  readonly failure: unknown
}

/** Reads the first 4 KiB of a stream, fewer if it is shorter. */
export async function peek(input: ByteStream): Promise<Peeked> {
  const parts: Uint8Array[] = []
  let size = 0
  let failure: unknown
  while (size < HEAD) {
    try {
      const next = input.next()
      const chunk = next instanceof Promise ? await next : next
      if (chunk === undefined) break
      parts.push(chunk.slice())
      size += chunk.length
    } catch (error) {
      failure = error
      break
    }
  }
  const head = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    head.set(part, at)
    at += part.length
  }
  let given = false
  const stream: ByteStream = {
    kind: 'stream',
    close: () => input.close(),
    next() {
      if (!given && size > 0) {
        given = true
        return head
      }
      if (failure !== undefined) throw failure
      return input.next()
    },
  }
  return { head, stream, failure }
}
