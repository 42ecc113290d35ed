// Reads the first bytes of a stream and puts them back.
import { ScanError } from '../bytes/errors.ts'
import type { ByteStream } from '../bytes/stream.ts'
import { isBlank } from './whitespace.ts'

const HEAD = 4096
/** So many bytes of blanks stand in front of no text that anybody writes. */
const MOST_BLANKS = 16 * 2 ** 20

export interface Peeked {
  readonly head: Uint8Array
  /** The whole stream again, the head included. */
  readonly stream: ByteStream
  /** What broke the stream within its head. The stream throws it too, where it is read so far. */
  readonly failure: unknown
}

/** Reads the first 4 KiB of a stream, fewer if it is shorter, and more where they are nothing but blanks: then up to what follows them. */
export async function peek(input: ByteStream): Promise<Peeked> {
  const parts: Uint8Array[] = []
  let size = 0
  let blank = true
  let failure: unknown
  while (size < HEAD || blank) {
    try {
      const next = input.next()
      const chunk = next instanceof Promise ? await next : next
      if (chunk === undefined) break
      if (size > MOST_BLANKS) throw new ScanError('limit', `more than ${MOST_BLANKS} bytes of blanks before anything else`, 0)
      blank &&= isBlank(chunk)
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
