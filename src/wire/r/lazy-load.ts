// Reads the compressed objects of R databases for lazy loading (.rdb).
import { bzip2Stream } from '../../bytes/codecs/bzip2.ts'
import type { Chunks } from '../../bytes/codecs/chunks.ts'
import { inflate } from '../../bytes/codecs/deflate.ts'
import { LzmaDecoder } from '../../bytes/codecs/lzma.ts'
import { lzma2 } from '../../bytes/codecs/lzma2.ts'
import { Puller } from '../../bytes/codecs/pull.ts'
import { ScanError } from '../../bytes/errors.ts'
import { u32be } from '../../bytes/record.ts'
import { type ByteSource, memorySource } from '../../bytes/source.ts'
import { R_HEAD, rStart } from '../signatures.ts'
import { BZIP2, HEAD, LZMA, OBJECT, PLAIN, ZLIB, ZLIB_AFTER_TYPE } from './lazy-load-head.ts'

/** Dictionary of preset 6, with which R decodes. */
const DICTIONARY = 8 * 2 ** 20
const ADLER = 4
/** Maximum size of an object, which is read into memory; the largest tables in packages are smaller. */
const MAX_OBJECT = 256 * 2 ** 20

/** An object of an R database. */
export interface LazyObject {
  /** Offset in the file. */
  readonly offset: number
  readonly data: ByteSource
}

/**
 * Returns the objects of a database. Calls `spend` for decompressed bytes, which throws to stop.
 * @throws {ScanError} where an object cannot be decompressed, since the start of the next one is then unknown.
 */
export function* lazyObjects(source: ByteSource, spend: (bytes: number) => void): Iterable<LazyObject> {
  const input = new Puller(source)
  while (input.left > 0) {
    const offset = input.offset
    const head = input.bytes(HEAD)
    const size = u32be(head, OBJECT.length)
    if (size > MAX_OBJECT) throw new ScanError('limit', `an object of ${size} bytes in an R database`, offset)
    const parts: Uint8Array[] = []
    let done = 0
    for (const chunk of decode(input, head[OBJECT.kind] ?? 0, size)) {
      spend(chunk.length)
      done += chunk.length
      if (done > size) break
      parts.push(chunk.slice())
    }
    if (done !== size) throw new ScanError('malformed', 'an object in an R database does not have its declared length', offset)
    const data = memorySource(Buffer.concat(parts))
    if (!rStart(data.read(0, R_HEAD))) throw new ScanError('malformed', 'an object in an R database is not serialized by R', offset)
    yield { offset, data }
  }
}

function decode(input: Puller, kind: number, size: number): Chunks {
  switch (kind) {
    case ZLIB:
      return zlibData(input, 1)
    case ZLIB_AFTER_TYPE:
      return zlibData(input, 2)
    case BZIP2:
      return bzip2Stream(input)
    case LZMA: {
      const decoder = new LzmaDecoder()
      decoder.setDictionary(DICTIONARY, input.offset)
      return lzma2(input, decoder)
    }
    case PLAIN:
      return plain(input, size)
    default:
      throw new ScanError('malformed', `an object in an R database is compressed in an unknown way (${kind})`, input.offset - 1)
  }
}

/** Inflates zlib data. `header`: bytes of the zlib header that were not read yet. */
function* zlibData(input: Puller, header: number): Chunks {
  input.skip(header)
  yield* inflate(input)
  input.skip(ADLER)
}

function* plain(input: Puller, size: number): Chunks {
  for (let left = size; left > 0; ) {
    if (!input.refill()) throw input.truncated()
    const part = input.buf.subarray(input.pos, Math.min(input.end, input.pos + left))
    input.pos += part.length
    left -= part.length
    yield part
  }
}
