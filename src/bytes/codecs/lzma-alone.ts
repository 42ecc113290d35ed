// Decompresses the .lzma format.
import { ScanError } from '../errors.ts'
import type { ByteSource } from '../source.ts'
import type { ByteStream } from '../stream.ts'
import { type Chunks, members, toStream } from './chunks.ts'
import { CODEC_LIMITS } from './limits.ts'
import { LzmaDecoder } from './lzma.ts'
import { looksLikeLzma } from './magic.ts'
import { Puller } from './pull.ts'

const UNKNOWN = 2 ** 64

/** Decompresses .lzma files: a header of 13 bytes and LZMA data that end at the declared size or at an end marker. */
export function lzmaAlone(source: ByteSource): ByteStream {
  const decoder = new LzmaDecoder()
  return toStream(members(new Puller(source), looksLikeLzma, (input) => member(input, decoder)))
}

function* member(input: Puller, decoder: LzmaDecoder): Chunks {
  const properties = input.u8()
  const dictionary = input.u32le()
  // 2^64 - 1 becomes 2^64 as a number.
  const declared = input.u64le()
  if (!decoder.setProperties(properties)) throw new ScanError('malformed', 'no .lzma header', input.offset)
  decoder.setDictionary(dictionary, input.offset)
  decoder.resetState()
  decoder.inputPos = 0
  decoder.inputEnd = 0
  if (!decoder.startRange(input.bytes(5))) throw new ScanError('malformed', 'no LZMA data after the header', input.offset)
  let left = declared === UNKNOWN ? Number.POSITIVE_INFINITY : declared
  let last = false
  while (left > 0 && !decoder.ended) {
    const got = decoder.step(Math.min(left, CODEC_LIMITS.chunk), last)
    left -= got < 0 ? -1 - got : got
    const chunk = decoder.flush()
    if (chunk) yield chunk
    if (got < 0) throw failure(input, decoder)
    if (got === 0 && !decoder.ended) last = !decoder.load(input)
  }
  if (left > 0 && left !== Number.POSITIVE_INFINITY)
    throw new ScanError('malformed', 'the LZMA data end before the declared size', input.offset)
  if (decoder.hasPending) throw new ScanError('malformed', 'the LZMA data continue after the declared size', input.offset)
  if (decoder.inputEnd - decoder.inputPos < 32) decoder.load(input)
  finish(input, decoder)
  input.seek(input.offset - (decoder.inputEnd - decoder.inputPos))
}

/** Checks the end of the data: at the declared size the range coder has ended, or an end marker follows. */
function finish(input: Puller, decoder: LzmaDecoder): void {
  const done = decoder.finishRange()
  if (decoder.inputPos > decoder.inputEnd) throw input.truncated()
  if (done) return
  if (!decoder.ended) decoder.step(1, true)
  if (decoder.inputPos > decoder.inputEnd) throw input.truncated()
  if (!decoder.ended || !decoder.finishRange())
    throw new ScanError('malformed', 'the LZMA data do not end at the declared size', input.offset)
}

function failure(input: Puller, decoder: LzmaDecoder): ScanError {
  return decoder.inputPos > decoder.inputEnd ? input.truncated() : new ScanError('malformed', 'broken LZMA data', input.offset)
}
