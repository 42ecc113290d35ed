import { ScanError } from '../../../src/bytes/errors.ts'
import type { ByteStream } from '../../../src/bytes/stream.ts'

export interface Collected {
  readonly bytes: Buffer
  readonly error: ScanError | undefined
  readonly largestChunk: number
}

/** Reads a stream to its end or its `ScanError`; any other error passes through. Stops, with an error, at `cap` bytes. */
export async function collect(stream: ByteStream, cap = 64 * 1024 * 1024): Promise<Collected> {
  const chunks: Uint8Array[] = []
  let length = 0
  let largestChunk = 0
  let error: ScanError | undefined
  try {
    for (let chunk = await stream.next(); chunk; chunk = await stream.next()) {
      chunks.push(Uint8Array.from(chunk))
      length += chunk.length
      largestChunk = Math.max(largestChunk, chunk.length)
      if (length > cap) throw new RangeError('more output than can be')
    }
  } catch (caught) {
    if (!(caught instanceof ScanError)) throw caught
    error = caught
  } finally {
    stream.close()
  }
  return { bytes: Buffer.concat(chunks), error, largestChunk }
}
