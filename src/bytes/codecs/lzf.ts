import { ScanError } from '../errors.ts'

/** Runs of literals are announced by a smaller byte than this. */
const LITERALS = 32
const LONG = 7

/**
 * LZF as liblzf writes it (lzf_d.c): runs of literals, and copies of what came before. The output is at most `limit`
 * bytes.
 * @throws {ScanError} `malformed` where a copy reaches behind the start, the input ends early, or the output is longer
 * than that.
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
    // A copy may overlap what it writes: byte by byte.
    for (let i = 0; i < count; i++) output[length + i] = output[from + i] ?? 0
    length += count
  }
  return output.subarray(0, length)
}

function broken(what: string, offset: number): ScanError {
  return new ScanError('malformed', `LZF data ${what}`, offset)
}
