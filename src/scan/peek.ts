// Reads the first bytes of a stream and puts them back.
import { ScanError } from '../bytes/errors.ts'
import type { ByteStream } from '../bytes/stream.ts'
import { isWhitespace } from './whitespace.ts'

const HEAD = 4096
/** No real text starts with more whitespace than this. */
const MAX_WHITESPACE = 16 * 2 ** 20

export interface Peeked {
  readonly head: Uint8Array
  /** The whole stream again, the head included. */
  readonly stream: ByteStream
  /** The error that broke the stream within its head, if any. The stream throws it again after the head. */
  readonly failure: unknown
}

/**
 * Reads the first 4 KiB of a stream, or less of a shorter one. Continues through whitespace until something else
 * follows.
 */
export async function peek(input: ByteStream): Promise<Peeked> {
  const parts: Uint8Array[] = []
  let size = 0
  let onlyWhitespace = true
  let failure: unknown
  while (size < HEAD || onlyWhitespace) {
    try {
      const next = input.next()
      const chunk = next instanceof Promise ? await next : next
      if (chunk === undefined) break
      if (size > MAX_WHITESPACE) throw new ScanError('limit', `more than ${MAX_WHITESPACE} bytes of whitespace at the start`, 0)
      onlyWhitespace &&= isWhitespace(chunk)
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
