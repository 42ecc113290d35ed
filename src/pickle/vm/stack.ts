// The stack of the pickle machine: codes in a typed array, with the few objects beside it.
import type { Obj, Value } from '../value/values.ts'
import { OBJECT, UNKNOWN } from '../value/values.ts'

/** Maximum number of stack entries and of marks: 2^22 is beyond what any pickler nests, and 32 MiB. */
export const MAX_STACK = 2 ** 22
/** Number of codes that a new stack has room for: more than most files use. */
const FIRST_SIZE = 2304
/**
 * Maximum number of arrays that are kept for the next stack, so that thousands of small files do not allocate one each.
 */
const MAX_SPARE = 8
/** Cache of such arrays. */
const spareCodes: Float64Array[] = []
const NOTHING = new Float64Array(0)
/**
 * Maximum height at which objects may lie before room is limited. Picklers put a thousand items of a list on the stack
 * at once, and all of a tuple: half a million are some 60 MiB of objects.
 */
const MAX_OBJECT_HEIGHT = 2 ** 19

/**
 * The machine’s stack: a code for each value in a typed array, and the objects, which are few, in an array beside it.
 * Numbers in a plain array would be boxed one by one.
 */
export class Stack {
  depth = 0
  /** Maximum number of entries: fewer once objects lie high up, which take some hundred bytes each. */
  room = MAX_STACK
  /** The codes; above `depth` they mean nothing. Another array when it grows. */
  codes = spareCodes.pop() ?? new Float64Array(FIRST_SIZE)
  private readonly objects: (Obj | undefined)[] = []

  /** Passes the codes to the next stack. This one may not be used afterwards. */
  release(): void {
    this.depth = 0
    if (this.codes.length === FIRST_SIZE && spareCodes.length < MAX_SPARE) spareCodes.push(this.codes.fill(0))
    this.codes = NOTHING
  }

  push(value: Value): void {
    if (typeof value === 'number') this.pushCode(value)
    else {
      this.keep(this.depth, value)
      this.pushCode(OBJECT)
    }
  }

  pushCode(code: number): void {
    if (this.depth === this.codes.length) this.grow(0)
    this.codes[this.depth++] = code
  }

  at(index: number): Value {
    const code = this.codes[index] ?? UNKNOWN
    return code === OBJECT ? (this.objects[index] ?? UNKNOWN) : code
  }

  /** Returns the code at `index`: `OBJECT` where an object lies there. */
  codeAt(index: number): number {
    return this.codes[index] ?? UNKNOWN
  }

  top(): Value {
    return this.at(this.depth - 1)
  }

  pop(): Value {
    return this.at(--this.depth)
  }

  replace(index: number, value: Value): void {
    if (typeof value === 'number') this.codes[index] = value
    else {
      this.codes[index] = OBJECT
      this.keep(index, value)
    }
  }

  /** The stack does not release what lay higher when it shrinks, so that its room is limited. */
  private keep(index: number, value: Obj): void {
    this.objects[index] = value
    if (index > MAX_OBJECT_HEIGHT) this.room = MAX_OBJECT_HEIGHT
  }

  replaceTop(value: Value): void {
    this.replace(this.depth - 1, value)
  }

  slice(from: number, to: number): Value[] {
    const values: Value[] = []
    for (let index = from; index < to; index++) values.push(this.at(index))
    return values
  }

  /** Whether an object lies between the two heights. */
  hasObject(from: number, to: number): boolean {
    for (let index = from; index < to; index++) if (this.codes[index] === OBJECT) return true
    return false
  }

  /** Calls `visit` for every object between the two heights, with its height. */
  visit(from: number, to: number, visit: (object: Obj, index: number) => void): void {
    for (let index = from; index < to; index++) {
      if (this.codes[index] !== OBJECT) continue
      const object = this.objects[index]
      if (object !== undefined) visit(object, index)
    }
  }

  /** The greatest number of values that it ever had: codes above `depth` stay, and no code is 0. */
  get peak(): number {
    let height = this.codes.length
    while (height > 0 && this.codes[height - 1] === 0) height--
    return height
  }

  /** Makes room for `count` more values, so that the run loop can write `codes` without a check each time. */
  reserve(count: number): void {
    if (this.codes.length < this.depth + count) this.grow(this.depth + count)
  }

  private grow(atLeast: number): void {
    const wider = new Float64Array(Math.max(this.codes.length * 2, atLeast))
    wider.set(this.codes)
    this.codes = wider
  }
}
