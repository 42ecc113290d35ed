// Splits a LightGBM model into its `key=value` lines.
import { ScanError } from '../../../bytes/errors.ts'
import { latin1 } from '../../../bytes/latin1.ts'
import type { ByteSource } from '../../../bytes/source.ts'

/** A `key=value` line of a model. A line without `=` has an empty value. */
export interface Line {
  readonly key: string
  readonly value: string
  readonly at: number
}

const BLOCK = 1 << 20
/** Maximum length of a line. The lists of the largest tree that LightGBM grows, 131,072 leaves, have about 3 MB. */
const MAX_LINE = 32 << 20
const MAX_KEY = 32
const NEWLINE = 10
const EQUALS = 61
const RETURN = 13

/**
 * Yields the lines of a model whose key is in `wanted`, and skips all others.
 * @throws {ScanError} `limit` for a line past 32 MiB.
 */
export function* textLines(source: ByteSource, wanted: ReadonlySet<string>, tick: () => void): Generator<Line> {
  let start = 0
  let length = BLOCK
  while (start < source.size) {
    tick()
    const block = source.read(start, length)
    let line = 0
    for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, line)) {
      const found = lineOf(block.subarray(line, end), start + line, wanted)
      if (found) yield found
      line = end + 1
    }
    const last = start + block.length >= source.size
    if (last && line < block.length) {
      const found = lineOf(block.subarray(line), start + line, wanted)
      if (found) yield found
    }
    if (last) return
    if (line === 0 && length >= MAX_LINE) throw new ScanError('limit', `a line of more than ${MAX_LINE} bytes`, start)
    length = line === 0 ? Math.min(length * 4, MAX_LINE) : BLOCK
    start += line
  }
}

function lineOf(bytes: Uint8Array, at: number, wanted: ReadonlySet<string>): Line | undefined {
  const equals = bytes.subarray(0, MAX_KEY).indexOf(EQUALS)
  const end = bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length
  const key = latin1(bytes.subarray(0, equals < 0 ? Math.min(end, MAX_KEY) : equals))
  if (!wanted.has(key)) return undefined
  return { key, value: equals < 0 ? '' : latin1(bytes.subarray(equals + 1, end)), at }
}
