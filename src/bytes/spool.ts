// Stores a stream in memory or in a temporary file, so that it has random access.
import { ScanError } from './errors.ts'
import { temporaryFile } from './file.ts'
import type { ByteSource } from './source.ts'
import { memorySource } from './source.ts'
import type { ByteStream } from './stream.ts'

/** A stream that was read to its end and now has random access. */
export interface Spooled {
  readonly source: ByteSource
  /** The error of the stream, if there was one; the bytes before it are in the source. */
  readonly error: ScanError | undefined
  /** Removes the temporary file, if there is one. */
  close(): void
}

/**
 * Reads a stream into memory, or into a temporary file if it is longer than `memoryLimit`. Stops after `fileLimit`
 * bytes with `ScanError('limit')` as `error`.
 */
export async function spool(stream: ByteStream, memoryLimit: number, fileLimit: number): Promise<Spooled> {
  const parts: Uint8Array[] = []
  let size = 0
  let file: ReturnType<typeof temporaryFile> | undefined
  let error: ScanError | undefined
  try {
    for (;;) {
      const next = stream.next()
      const chunk = next instanceof Promise ? await next : next
      if (chunk === undefined) break
      size += chunk.length
      if (size > fileLimit) throw new ScanError('limit', `more than ${fileLimit} bytes would have to be stored for reading`)
      if (!file && size > memoryLimit) {
        file = temporaryFile()
        for (const part of parts.splice(0)) file.append(part)
      }
      if (file) file.append(chunk)
      else parts.push(chunk.slice())
    }
  } catch (thrown) {
    if (!(thrown instanceof ScanError)) {
      file?.close()
      throw thrown
    }
    error = thrown
  } finally {
    stream.close()
  }
  if (file) return { source: file.source(), error, close: file.close }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { source: memorySource(bytes), error, close: () => undefined }
}
