// Codes of values that need no object: literals by their position in the input, and small integers.
import type { Value } from './values.ts'
import { INT } from './values.ts'

/** How bytes in the input are to be decoded. */
export const UTF8 = 0
export const LATIN1 = 1
export const STRING_ESCAPE = 2
export const RAW_UNICODE = 3
export const BYTES_LITERAL = 4
export const BYTEARRAY_LITERAL = 5
export const FLOAT8 = 6
export const LONG = 7

/** Maximum length of a literal that is kept by its position alone. */
export const MAX_LAZY = 511

const LAZY = 64

/** Returns the code for `length` bytes at `offset`: offsets to 2^41, lengths to 511. */
export function lazy(offset: number, length: number, flavour: number): number {
  return LAZY + (offset * 512 + length) * 8 + flavour
}

export function isLazy(value: Value): value is number {
  return typeof value === 'number' && value >= LAZY
}

export function lazyFlavour(code: number): number {
  return (code - LAZY) % 8
}

export function lazyLength(code: number): number {
  return Math.floor((code - LAZY) / 8) % 512
}

export function lazyOffset(code: number): number {
  return Math.floor((code - LAZY) / 4096)
}

const MAX_INT = 2 ** 44

/** Returns the code of an integer, or `INT` where it is too large to be kept. */
export function integer(value: number): number {
  if (!Number.isInteger(value) || value >= MAX_INT || value <= -MAX_INT) return INT
  return value >= 0 ? -1 - 2 * value : 2 * value
}

export function isInteger(value: Value): value is number {
  return typeof value === 'number' && value < 0
}

/** Returns the number of a code that `isInteger` accepts. */
export function integerOf(code: number): number {
  const zigzag = -1 - code
  return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
}
