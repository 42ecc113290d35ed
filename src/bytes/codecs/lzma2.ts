// Decodes the chunks of LZMA2 data.
import { ScanError } from '../errors.ts'
import type { Chunks } from './chunks.ts'
import type { LzmaDecoder } from './lzma.ts'
import type { Puller } from './pull.ts'

/** The reset before a chunk, in bits 5 and 6 of its control byte. */
const RESET_STATE = 1
const NEW_PROPERTIES = 2
const EMPTY_DICTIONARY = 3

/**
 * Decodes LZMA2 data: chunks of at most 2 MiB output and 64 KiB input, compressed or not, up to a control byte of 0.
 */
export function* lzma2(input: Puller, decoder: LzmaDecoder): Chunks {
  let hasDictionary = false
  let hasProperties = false
  let hasState = false
  for (let control = input.u8(); control !== 0; control = input.u8()) {
    const plain = control < 0x80
    const reset = plain ? (control === 1 ? EMPTY_DICTIONARY : 0) : (control >> 5) & 3
    if (plain && control > 2) throw broken(input, 'an unknown kind of chunk')
    if (reset === EMPTY_DICTIONARY) {
      decoder.emptyDictionary()
      hasDictionary = true
    }
    if (!hasDictionary) throw broken(input, 'no new dictionary at the start')
    if (plain) {
      yield* plainChunk(input, decoder, u16(input) + 1)
      continue
    }
    const output = ((control & 0x1f) << 16) + u16(input) + 1
    const size = u16(input) + 1
    if (reset >= NEW_PROPERTIES) {
      if (!decoder.setProperties(checkProperties(input, input.u8()))) throw broken(input, 'invalid properties')
      hasProperties = true
    }
    if (!hasProperties) throw broken(input, 'no properties at the start')
    if (reset >= RESET_STATE) {
      decoder.resetState()
      hasState = true
    }
    if (!hasState) throw broken(input, 'no new state at the start')
    yield* lzmaChunk(input, decoder, output, size)
  }
}

function* plainChunk(input: Puller, decoder: LzmaDecoder, length: number): Chunks {
  for (let left = length; left > 0; ) {
    const got = decoder.copy(input, left)
    const chunk = decoder.flush()
    if (!chunk) throw input.truncated()
    yield chunk
    left -= got
  }
}

function* lzmaChunk(input: Puller, decoder: LzmaDecoder, length: number, size: number): Chunks {
  if (size < 5) throw broken(input, 'a chunk without data')
  if (!decoder.startRange(input.bytes(5))) throw broken(input, 'no range coder at the start of a chunk')
  decoder.inputPos = 0
  decoder.inputEnd = 0
  const whole = decoder.load(input, size - 5)
  for (let left = length; left > 0; ) {
    const got = decoder.step(left, true)
    left -= got < 0 ? -1 - got : got
    const chunk = decoder.flush()
    if (chunk) yield chunk
    if (got < 0 && decoder.inputPos > decoder.inputEnd && !whole) throw input.truncated()
    if (got <= 0) throw broken(input, 'a broken chunk')
  }
  if (decoder.hasPending || !decoder.finishRange() || decoder.inputPos !== decoder.inputEnd) {
    throw whole ? broken(input, 'a chunk that does not end at its declared size') : input.truncated()
  }
}

/** Checks that lc + lp is at most 4, as LZMA2 requires. */
function checkProperties(input: Puller, byte: number): number {
  if (byte < 225 && (byte % 9) + (Math.floor(byte / 9) % 5) > 4) throw broken(input, 'invalid properties')
  return byte
}

function u16(input: Puller): number {
  const high = input.u8()
  return (high << 8) | input.u8()
}

function broken(input: Puller, what: string): ScanError {
  return new ScanError('malformed', `broken LZMA2 data: ${what}`, input.offset)
}
