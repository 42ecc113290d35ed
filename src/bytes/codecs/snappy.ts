// Decodes Snappy blocks, as Parquet compresses the pages of its columns.
import { ScanError } from '../errors.ts'

/**
 * A block of Snappy (format_description.txt of google/snappy): its length, then literals and copies of what came before. The output is at most `limit` bytes.
 * @throws {ScanError} `malformed` where a copy reaches before the start, the input ends early, or the output is longer than that.
 */
export function snappy(input: Uint8Array, limit: number): Uint8Array {
  let at = 0
  const number = (width: number): number => {
    if (at + width > input.length) throw broken('end within an element', at)
    let value = 0
    for (let index = 0; index < width; index++) value += (input[at++] ?? 0) * 2 ** (8 * index)
    return value
  }
  let size = 0
  for (let shift = 0, more = true; more; shift += 7) {
    const byte = number(1)
    size += (byte & 0x7f) * 2 ** shift
    more = byte >= 0x80 && shift < 28
  }
  if (size > limit) throw broken('are longer than they may be', 0)
  const output = new Uint8Array(size)
  let length = 0
  while (at < input.length) {
    const tag = number(1)
    const high = tag >> 2
    const kind = tag & 3
    if (kind === LITERAL) {
      const run = (high < LONG_LITERAL ? high : number(high - LONG_LITERAL + 1)) + 1
      if (at + run > input.length || length + run > size) throw broken('end within a run', at)
      output.set(input.subarray(at, at + run), length)
      at += run
      length += run
      continue
    }
    const count = kind === NEAR ? 4 + (high & 7) : high + 1
    const distance = kind === NEAR ? (tag >> 5) * 256 + number(1) : number(kind === FAR ? 4 : 2)
    if (distance === 0 || distance > length) throw broken('copy from before their start', at)
    if (length + count > size) throw broken('are longer than they say', at)
    // A copy may overlap what it writes: byte by byte.
    for (let index = 0; index < count; index++, length++) output[length] = output[length - distance] ?? 0
  }
  return output.subarray(0, length)
}

const LITERAL = 0
const NEAR = 1
const FAR = 3
/** From here on the length of a literal is in the bytes that follow. */
const LONG_LITERAL = 60

function broken(what: string, offset: number): ScanError {
  return new ScanError('malformed', `Snappy data ${what}`, offset)
}
