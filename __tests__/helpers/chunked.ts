import type { ByteStream } from '../../src/bytes/stream.ts'

/** A stream of `bytes` in chunks of `size`, each gone once the next one is asked for; `error` comes after the last. Every third step is a promise. */
export function chunked(bytes: Uint8Array, size: number, error?: Error): ByteStream {
  let at = 0
  let step = 0
  const buffer = new Uint8Array(size)
  const next = (): Uint8Array | undefined => {
    if (at >= bytes.length && error) throw error
    if (at >= bytes.length) return undefined
    const part = bytes.subarray(at, at + size)
    buffer.fill(0xee)
    buffer.set(part)
    at += part.length
    return buffer.subarray(0, part.length)
  }
  return {
    kind: 'stream',
    next: () => (++step % 3 === 0 ? Promise.resolve().then(next) : next()),
    close: () => undefined,
  }
}
