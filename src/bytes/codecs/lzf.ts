// Decompresses LZF data, which h5py writes.
import { ScanError } from '../errors.ts'

/** A control byte below this starts a run of literals. */
const LITERALS = 32
/** Length of a copy that has a further byte of length. */
const LONG = 7

/**
 * Decompresses LZF as liblzf writes it (lzf_d.c): runs of literals and copies of earlier output, at most `limit` bytes.
 * @throws {ScanError} `malformed` where a copy starts before the output, the input ends early, or the output is too
 * long.
 */
export function lzf(input: Uint8Array, limit: number): Uint8Array {
  const output = new Uint8Array(limit)
  let length = 0
  let at = 0
  while (at < input.length) {
    const control = input[at++] ?? 0
    if (control < LITERALS) {
      const run = control + 1
      if (at + run > input.length) throw broken('end within a run', at)
      if (length + run > limit) throw broken('are longer than they may be', at)
      output.set(input.subarray(at, at + run), length)
      at += run
      length += run
      continue
    }
    let count = control >> 5
    if (count === LONG) count += input[at++] ?? 0
    if (at >= input.length) throw broken('end within a copy', at)
    const from = length - (((control & 0x1f) << 8) | (input[at++] ?? 0)) - 1
    count += 2
    if (from < 0) throw broken('copy from before their start', at)
    if (length + count > limit) throw broken('are longer than they may be', at)
    // A copy may overlap its own output, so it goes byte by byte.
    for (let i = 0; i < count; i++) output[length + i] = output[from + i] ?? 0
    length += count
  }
  return output.subarray(0, length)
}

function broken(what: string, offset: number): ScanError {
  return new ScanError('malformed', `LZF data ${what}`, offset)
}
