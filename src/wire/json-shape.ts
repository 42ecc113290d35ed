import { ScanError } from '../bytes/errors.ts'

/**
 * How deep JSON may nest. Python's reader gives up at the depth of its stack (1,000 by default before 3.12, Modules/_json.c), serde_json at 128; what
 * tools write has some ten levels.
 */
const MAX_JSON_DEPTH = 1000

/** Bytes that the values of one text may take: beside the text itself and the process, that keeps a scan below 256 MiB. */
const MAX_WEIGHT = 80 * 2 ** 20

/**
 * Bytes of V8's heap for what a character begins, measured, with the place of the value in what is kept of it while it is walked. A tokenizer of 250,000
 * words and as many merges weighs some 50 MiB.
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

/** What a text of JSON would take when it is parsed, and how deep it nests. Both stop counting past their limits. */
interface JsonShape {
  readonly depth: number
  readonly weight: number
}

/** One pass over brackets, commas, colons and the ends of texts. What is no JSON has a shape too. */
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

/** Nothing that a tool wrote nests so deep: to be told from what is only long. */
export class JsonTooDeep extends ScanError {
  constructor() {
    super('limit', `JSON is nested deeper than ${MAX_JSON_DEPTH} levels`, 0)
  }
}

/** Why the text is not parsed; undefined where it may be. */
export function tooMuchJson(text: string): ScanError | undefined {
  const shape = shapeOfJson(text)
  if (shape.depth > MAX_JSON_DEPTH) return new JsonTooDeep()
  return shape.weight > MAX_WEIGHT ? new ScanError('limit', `JSON with more values than ${MAX_WEIGHT >> 20} MiB hold`, 0) : undefined
}

/**
 * Whether an object of the text has all these keys: the outermost one, or one that is reached from it through lists and the keys of `holders` only. Nothing is
 * built for that, so that it holds for texts of any shape.
 */
export function hasObjectNearRoot(text: string, wanted: readonly string[], holders: ReadonlySet<string>): boolean {
  /** For each level the keys that were found of an object, undefined for a list. */
  const levels: (Set<string> | undefined)[] = []
  /** Levels of brackets that nobody is interested in. */
  let aside = 0
  let last = ''
  let key = ''
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfText(text, at)
        last = aside > 0 || end - at > MAX_KEY ? '' : keyOf(text.slice(at, end + 1))
        at = end
        break
      }
      case 0x7b:
      case 0x5b: {
        const object = text.charCodeAt(at) === 0x7b
        const held = levels.length === 0 || levels[levels.length - 1] === undefined || holders.has(key)
        if (aside > 0 || !held || levels.length >= MAX_NEAR) aside++
        else levels.push(object ? new Set() : undefined)
        break
      }
      case 0x7d:
      case 0x5d:
        if (aside > 0) aside--
        else levels.pop()
        break
      case 0x3a: {
        if (aside > 0) break
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

/** Where the quote stands that ends a text; the end of all where none does. */
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
