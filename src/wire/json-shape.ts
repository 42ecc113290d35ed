// Measures JSON texts before they are parsed, and finds objects by their keys without parsing.
import { ScanError } from '../bytes/errors.ts'

/**
 * Maximum nesting depth of JSON. Python's reader stops at the recursion limit (1,000 by default before 3.12,
 * Modules/_json.c), serde_json at 128; tools write some ten levels.
 */
const MAX_JSON_DEPTH = 1000

/** Maximum memory of the values of one text, in bytes. With the text and the process a scan stays below 256 MiB. */
const MAX_WEIGHT = 80 * 2 ** 20

/**
 * Measured bytes of V8's heap for the value that a character begins, including its slot in the parent. A tokenizer of
 * 250,000 words and as many merges needs some 50 MiB.
 */
const OBJECT = 64
const LIST = 48
const MEMBER = 128
const ITEM = 24
const TEXT = 24

/** A shorter text weighs little, however many bytes its characters take. */
const LONG_TEXT = 64

const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * Memory that a JSON text would need when it is parsed, and its nesting depth. Both stop counting past their limits.
 */
interface JsonShape {
  readonly depth: number
  readonly weight: number
}

/** Measures a text in one pass over brackets, commas, colons and strings, whether or not it is valid JSON. */
function shapeOfJson(text: string): JsonShape {
  let depth = 0
  let deepest = 0
  let weight = 0
  for (let at = 0; at < text.length && deepest <= MAX_JSON_DEPTH && weight <= MAX_WEIGHT; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfText(text, at)
        weight += TEXT + (end - at) * (end - at > LONG_TEXT && isWide(text, at, end) ? 2 : 1)
        at = end
        break
      }
      case 0x7b:
        weight += OBJECT
        if (++depth > deepest) deepest = depth
        break
      case 0x5b:
        weight += LIST
        if (++depth > deepest) deepest = depth
        break
      case 0x7d:
      case 0x5d:
        depth--
        break
      case 0x3a:
        weight += MEMBER
        break
      case 0x2c:
        weight += ITEM
        break
    }
  }
  return { depth: deepest, weight }
}

/** Thrown for a nesting depth that no tool writes, as opposed to a text that is only long. */
export class JsonTooDeep extends ScanError {
  constructor() {
    super('limit', `JSON is nested deeper than ${MAX_JSON_DEPTH} levels`, 0)
  }
}

/** Returns why the text must not be parsed; undefined where it may be. */
export function tooMuchJson(text: string): ScanError | undefined {
  const shape = shapeOfJson(text)
  if (shape.depth > MAX_JSON_DEPTH) return new JsonTooDeep()
  return shape.weight > MAX_WEIGHT ? new ScanError('limit', `JSON with more values than ${MAX_WEIGHT >> 20} MiB hold`, 0) : undefined
}

/**
 * True when an object of the text has all these keys: the outermost one, or one that is reached from it through lists
 * and the keys of `holders` only. Builds no values, so that it works for texts of any shape.
 */
export function hasObjectNearRoot(text: string, wanted: readonly string[], holders: ReadonlySet<string>): boolean {
  /** The wanted keys that were found on each level; undefined for a list. */
  const levels: (Set<string> | undefined)[] = []
  /** Number of open brackets outside of the objects of interest. */
  let ignored = 0
  let last = ''
  let key = ''
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfText(text, at)
        last = ignored > 0 || end - at > MAX_KEY ? '' : keyOf(text.slice(at, end + 1))
        at = end
        break
      }
      case 0x7b:
      case 0x5b: {
        const object = text.charCodeAt(at) === 0x7b
        const held = levels.length === 0 || levels[levels.length - 1] === undefined || holders.has(key)
        if (ignored > 0 || !held || levels.length >= MAX_NEAR) ignored++
        else levels.push(object ? new Set() : undefined)
        break
      }
      case 0x7d:
      case 0x5d:
        if (ignored > 0) ignored--
        else levels.pop()
        break
      case 0x3a: {
        if (ignored > 0) break
        key = last
        const keys = levels[levels.length - 1]
        if (!keys || !wanted.includes(key)) break
        keys.add(key)
        if (wanted.every((each) => keys.has(each))) return true
      }
    }
  }
  return false
}

const MAX_KEY = 200
const MAX_NEAR = 8

/** Returns the offset of the quote that ends a string; the end of the text where there is none. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === BACKSLASH) at++
  }
  return text.length
}

/** Whether V8 holds a text with two bytes for each of its characters, since one of them is beyond Latin-1. */
function isWide(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0xff) return true
  return false
}

function keyOf(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1)
  try {
    return String(JSON.parse(written))
  } catch {
    return ''
  }
}
