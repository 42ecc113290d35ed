import type { Obj, Value } from '../value/values.ts'
import { OBJECT, UNKNOWN } from '../value/values.ts'

/** Stack entries and marks: 2^22 is beyond what any pickler nests, and 32 MiB. */
export const MAX_STACK = 2 ** 22
/** Codes that a new stack has room for: more than most files use. */
const FIRST_SIZE = 2304
/** Arrays that wait for the next stack: thousands of small files need not have one each. */
const MAX_SPARE = 8
const spare: Float64Array[] = []
const NOTHING = new Float64Array(0)
/** Picklers put a thousand items of a list on the stack at once, and all of a tuple: half a million are some 60 MiB of objects. */
const MAX_OBJECT_HEIGHT = 2 ** 19

/**
 * The machine's stack: a code for each value in a typed array, and the objects, which are few, in an array beside it. Numbers in a plain array would be
 * boxed one by one.
 */
export class Stack {
  depth = 0
  /** Entries that it may have: fewer once objects lie high up, which take some hundred bytes each. */
  room = MAX_STACK
  /** The codes; above `depth` they mean nothing. Changes identity when it grows. */
  codes = spare.pop() ?? new Float64Array(FIRST_SIZE)
  private readonly objects: (Obj | undefined)[] = []

  /** Hands the codes to the next stack. Nothing may be asked of this one afterwards. */
  release(): void {
    this.depth = 0
    if (this.codes.length === FIRST_SIZE && spare.length < MAX_SPARE) spare.push(this.codes.fill(0))
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

  /** The code at `index`: `OBJECT` where an object lies there. */
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

  /** What lay higher is not forgotten when the stack shrinks: all the more reason for a limit. */
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

  /** Does any object lie between the two heights? */
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

  /** The most values that it ever held: what was written higher up stays there when the stack shrinks, and no code is 0. */
  get peak(): number {
    let height = this.codes.length
    while (height > 0 && this.codes[height - 1] === 0) height--
    return height
  }

  /** Makes room for `count` more values, so that the run loop can write `codes` without asking each time. */
  reserve(count: number): void {
    if (this.codes.length < this.depth + count) this.grow(this.depth + count)
  }

  private grow(atLeast: number): void {
    const wider = new Float64Array(Math.max(this.codes.length * 2, atLeast))
    wider.set(this.codes)
    this.codes = wider
  }
}
