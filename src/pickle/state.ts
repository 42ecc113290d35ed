import type { IncompleteReason } from '../bytes/errors.ts'
import { BareContainers } from './bare-containers.ts'
import type { Calls } from './calls.ts'
import type { Held } from './holds.ts'
import { heldBy, joinHeld } from './holds.ts'
import { Marks } from './marks.ts'
import { CHUNK, Memo, OBJECTS } from './memo.ts'
import { MAX_STACK, Stack } from './stack.ts'
import type { SequenceKind, Value } from './values.ts'
import {
  DICT,
  Dict,
  DROPPED,
  EXTENSION,
  GlobalRef,
  LIST,
  MAX_ENTRIES,
  MAX_ITEMS,
  NONE,
  OBJECT,
  Result,
  SET,
  Sequence,
  TUPLE,
  UNKNOWN,
} from './values.ts'

/** How one stream ended. */
export type Ending =
  | { readonly kind: 'stop'; readonly value: Value; readonly offset: number }
  | { readonly kind: 'broken'; readonly why: IncompleteReason; readonly detail: string; readonly offset: number }

/** A memo index that makes old unpicklers allocate gigabytes (gh-115952); real files count up from 0. */
const HUGE_INDEX = 2 ** 26
/** Leaves of one nested object that no honest file of this size holds. */
const MAX_WEIGHT = 2 ** 32
/** Entries that are kept past the limit of a dict because of what their keys mean. */
const MAX_OWN_METHODS = 32
/** Values of lists that are kept where all are asked for: keys of storages, of which the largest checkpoints have some thousand. */
const MAX_APPENDED = 2 ** 20
/** Containers of plain data that keep their contents although nothing asks for them, so that small files are shown in full. */
const MAX_DETAILED = 4096
/** The same for dicts in a file whose dicts hold source that is run. */
const MAX_WITH_SOURCE = 2 ** 16

/**
 * Stack, marks and memo of one stream, moved as CPython's C unpickler moves them (Modules/_pickle.c). `offset` is always that of the opcode. A step
 * that no unpickler survives sets `ending`.
 */
export class State {
  ending: Ending | undefined
  readonly stack = new Stack()
  readonly calls: Calls
  /** Keep the contents of every container: something later in this stream will ask for them. */
  detailed = false
  /** Where it is set: all that is put into lists, beyond what a list keeps of it. */
  appended: Value[] | undefined
  readonly memo = new Memo()
  private readonly marks = new Marks()
  private readonly bare = new BareContainers()
  /** Stack height under which nothing may be popped: that of the last mark. */
  private fence = 0
  private details = 0
  private hugeIndexNoted = false
  private expansionNoted = false

  constructor(calls: Calls) {
    this.calls = calls
  }

  /** Gives the room of stack and memo to the next stream. Only what `ending` says may be asked afterwards. */
  release(): void {
    this.stack.release()
    this.memo.release()
  }

  /** True where `count` values can be taken; else the stream ends. */
  has(count: number, offset: number): boolean {
    if (this.stack.depth - count >= this.fence) return true
    this.broken('malformed', 'an opcode takes more from the stack than is there', offset)
    return false
  }

  mark(offset: number): void {
    if (this.marks.count >= MAX_STACK) return this.tooDeep(offset)
    this.marks.push(this.stack.depth)
    this.fence = this.stack.depth
  }

  /** Takes the last mark away and gives the stack height at which it stood; −1 where there is none. */
  popMark(offset: number): number {
    const start = this.marks.pop()
    if (start === undefined) {
      this.broken('malformed', 'an opcode needs a MARK and there is none', offset)
      return -1
    }
    this.fence = this.marks.top()
    return start
  }

  get(index: number, offset: number): void {
    const { stack } = this
    const chunk = this.memo.chunkOf(index)
    const slot = index & (CHUNK - 1)
    if (chunk !== undefined && slot < chunk.length && (chunk[slot] ?? Number.NaN) > OBJECTS) {
      stack.codes[stack.depth++] = chunk[slot] ?? UNKNOWN
      if (this.bare.isFilled) stack.replaceTop(this.bare.seen(stack.top()))
      return
    }
    const code = this.memo.codeAt(index)
    if (Number.isNaN(code)) return this.broken('malformed', `memo entry ${index} was never stored`, offset)
    const object = this.memo.objectOf(code)
    if (object === undefined) stack.pushCode(code)
    else stack.push(object)
  }

  put(index: number, offset: number): void {
    if (!this.has(1, offset)) return
    if (index >= HUGE_INDEX && !this.hugeIndexNoted) {
      this.hugeIndexNoted = true
      this.calls.oddity('huge-memo-index', `memo index ${index}`, offset)
    }
    const { stack, memo } = this
    const top = stack.depth - 1
    if (stack.codes[top] === OBJECT) return memo.put(index, stack.top())
    const chunk = memo.chunkOf(index)
    const slot = index & (CHUNK - 1)
    if (chunk !== undefined && slot < chunk.length) {
      if (Number.isNaN(chunk[slot])) memo.count++
      chunk[slot] = stack.codes[top] ?? UNKNOWN
    } else memo.putCode(index, stack.codeAt(top))
  }

  memoize(offset: number): void {
    this.put(this.memo.count, offset)
  }

  pop(offset: number): void {
    if (this.marks.count > 0 && this.fence === this.stack.depth) this.popMark(offset)
    else if (this.has(1, offset)) this.calls.discarded(this.stack.pop(), offset)
  }

  popToMark(offset: number): void {
    const start = this.popMark(offset)
    if (start < 0) return
    for (let item = start; item < this.stack.depth; item++) this.calls.discarded(this.stack.at(item), offset)
    this.stack.depth = start
  }

  duplicate(offset: number): void {
    if (this.has(1, offset)) this.stack.push(this.stack.top())
  }

  /** TUPLE1, TUPLE2, TUPLE3. `wanted`: the next opcode looks into it. */
  tuple(count: number, wanted: boolean, offset: number): void {
    if (this.has(count, offset)) this.gather('tuple', this.stack.depth - count, wanted, offset)
  }

  /** TUPLE, LIST, FROZENSET: everything above the mark. */
  collect(kind: SequenceKind, wanted: boolean, offset: number): void {
    const start = this.popMark(offset)
    if (start >= 0) this.gather(kind, start, wanted, offset)
  }

  private gather(kind: SequenceKind, start: number, wanted: boolean, offset: number): void {
    const { stack } = this
    const count = stack.depth - start
    const end = start + Math.min(count, MAX_ITEMS)
    const held = this.handOn(start, offset, kind === 'tuple' && this.isReconstruction(start))
    if (this.appended !== undefined && kind === 'list') this.noteAppended(this.appended, start, count)
    if (kind === 'tuple' && !this.keeps(wanted, start, end)) {
      stack.depth = start
      stack.pushCode(TUPLE)
      return
    }
    const sequence = new Sequence(kind, stack.slice(start, end), count > MAX_ITEMS)
    sequence.holds = held
    stack.depth = start
    stack.push(this.weighed(sequence, offset))
  }

  emptyList(): void {
    if (this.details++ < MAX_DETAILED) this.stack.push(new Sequence('list', []))
    else this.stack.pushCode(LIST)
  }

  emptyDict(): void {
    if (this.details++ < (this.calls.runsSource ? MAX_WITH_SOURCE : MAX_DETAILED)) this.stack.push(new Dict([]))
    else this.stack.pushCode(DICT)
  }

  dict(offset: number): void {
    const start = this.popMark(offset)
    if (start < 0) return
    const count = this.stack.depth - start
    if (count % 2 !== 0) return this.broken('malformed', 'a dict has a key without a value', offset)
    const held = this.handOn(start, offset)
    const entries = this.stack.slice(start, start + Math.min(count, MAX_ENTRIES * 2))
    entries.push(...this.ownMethods(start + entries.length, start + count))
    const dict = new Dict(entries, count > MAX_ENTRIES * 2)
    dict.holds = held
    this.stack.depth = start
    this.stack.push(dict)
  }

  /** APPEND and SETITEM. */
  addOne(how: 'append' | 'setitem', offset: number): void {
    const count = how === 'append' ? 1 : 2
    if (this.has(count + 1, offset)) this.add(this.stack.depth - count, how, true, offset)
  }

  /** APPENDS, SETITEMS and ADDITEMS. `wanted`: the next opcode looks into the container. */
  addMany(how: 'append' | 'setitem' | 'additems', wanted: boolean, offset: number): void {
    const start = this.popMark(offset)
    if (start < 0) return
    if (start - 1 < this.fence) return this.broken('malformed', 'an opcode takes more from the stack than is there', offset)
    const odd = how === 'setitem' && (this.stack.depth - start) % 2 !== 0
    // The pure-Python unpickler stores the pairs before it misses a value.
    if (odd) this.stack.depth--
    this.add(start, how, wanted, offset)
    if (odd) this.broken('malformed', 'SETITEMS has a key without a value', offset)
  }

  /** Puts what lies above `start` into the object below it. */
  private add(start: number, how: 'append' | 'setitem' | 'additems', wanted: boolean, offset: number): void {
    const { stack } = this
    const count = stack.depth - start
    const held = this.handOn(start, offset)
    if (this.appended !== undefined && how === 'append') this.noteAppended(this.appended, start, count)
    stack.depth = start
    if (count === 0) {
      // The pure-Python unpickler calls `extend` with nothing, too.
      const target = stack.at(start - 1)
      if (how === 'append' && typeof target === 'object') this.calls.fill(target, [], how, offset)
      return
    }
    const room = how === 'setitem' ? MAX_ENTRIES * 2 : MAX_ITEMS
    const end = start + Math.min(count, room)
    const code = stack.codeAt(start - 1)
    if (code !== OBJECT) {
      if (code === UNKNOWN || code === EXTENSION) this.calls.fill(UNKNOWN, stack.slice(start, end), how, offset)
      else if ((code === DICT || code === LIST || code === SET) && this.keeps(wanted, start, end)) {
        const items = stack.slice(start, end)
        const methods = code === DICT && how === 'setitem' ? this.ownMethods(start, start + count) : []
        let made: Dict | Sequence | undefined
        if (code === DICT && how === 'setitem') {
          made = new Dict([...items, ...methods], count > room)
          made.incomplete = true
        } else if (code === LIST && how === 'append') made = this.weighed(new Sequence('list', items, count > room), offset)
        else if (code === SET && how === 'additems') made = new Sequence('set', items, count > room)
        if (made !== undefined) stack.replace(start - 1, made)
        this.bare.filled(made, held, methods)
      } else if (held !== undefined) this.bare.filled(undefined, held, [])
      return
    }
    const target = stack.at(start - 1)
    if (typeof target === 'object' && (target.kind === 'dict' || target.kind === 'list' || target.kind === 'set')) {
      const kept = target.kind === 'dict' ? target.entries : target.items
      const free = room - kept.length
      if (count > free) target.more = true
      for (let item = 0; item < Math.min(count, free); item++) {
        const value = stack.at(start + item)
        if (value === target) continue
        kept.push(value)
        if (target.kind !== 'dict') target.weight += typeof value === 'object' && 'weight' in value ? value.weight : 1
      }
      this.calls.gain(target, held)
      if (target.kind === 'dict' && target.owner && how === 'setitem') {
        const methods = this.ownMethods(start, start + count)
        if (methods.length > 0) this.calls.lateState(target.owner, methods, offset)
      }
      if (target.kind !== 'dict') this.weighed(target, offset)
      else if (how === 'setitem' && count > free) {
        const behind = this.ownMethods(start + Math.max(free, 0), start + count)
        if (target.entries.length < 2 * room) target.entries.push(...behind)
      }
    } else {
      this.calls.fill(target, stack.slice(start, end), how, offset)
      this.calls.gain(target, held)
      if (held !== undefined) this.calls.fill(target, this.holding(start, start + count, how === 'setitem'), how, offset, true)
      const methods = how === 'setitem' ? this.ownMethods(start, start + count) : []
      if (methods.length > 0) this.calls.fill(target, methods, how, offset, true)
    }
  }

  private noteAppended(appended: Value[], start: number, count: number): void {
    const end = start + Math.min(count, MAX_APPENDED - appended.length)
    for (let at = start; at < end; at++) appended.push(this.stack.at(at))
  }

  /** The pairs between two places of the stack that `Calls.ownMethod` finds, the last of each name: few, whatever the file does. */
  private ownMethods(start: number, end: number): Value[] {
    const { stack } = this
    const found = new Map<string, readonly [Value, Value]>()
    for (let at = start; at + 1 < end; at += 2) {
      if (stack.codeAt(at + 1) !== OBJECT) continue
      const key = stack.at(at)
      const value = stack.at(at + 1)
      const name = this.calls.ownMethod(key, value)
      if (name !== undefined && found.size < MAX_OWN_METHODS) found.set(name === '' ? `#${found.size}` : name, [key, value])
    }
    return [...found.values()].flat()
  }

  /**
   * What lies above `start` becomes part of something that may call it: all of it, however many values lie there. `quiet`: names are not told. Gives the
   * names that it holds.
   */
  private handOn(start: number, offset: number, quiet = false): Held | undefined {
    let held: Held | undefined
    this.stack.visit(start, this.stack.depth, (object) => {
      if (object instanceof GlobalRef && !quiet) this.calls.handOn(object, offset)
      if ('used' in object) object.used = true
      held = joinHeld(held, heldBy(object))
    })
    return held
  }

  /** The items, or pairs, between two places of the stack that hold names: few, whatever the file does. */
  private holding(start: number, end: number, pairs: boolean): Value[] {
    const found: Value[] = []
    this.stack.visit(start, end, (object, at) => {
      if (found.length >= 2 * MAX_OWN_METHODS || heldBy(object) === undefined) return
      const key = pairs ? at - ((at - start) % 2) : at
      found.push(this.stack.at(key))
      if (pairs) found.push(this.stack.at(key + 1))
    })
    return found
  }

  /** The arguments that `copyreg.__reduce_ex__` gives to `_reconstructor` in protocols 0 and 1: the class is built, and nobody else gets it. */
  private isReconstruction(start: number): boolean {
    const base = this.stack.depth - start === 3 && this.stack.at(start + 2) === NONE ? this.stack.at(start + 1) : undefined
    return base instanceof GlobalRef && /^(?:builtins|__builtin__)$/.test(base.module) && base.name === 'object'
  }

  /** Are the contents of a container worth keeping? Plain data in a large file are not: only their kind stays. */
  private keeps(wanted: boolean, start: number, end: number): boolean {
    return wanted || this.detailed || this.details++ < MAX_DETAILED || this.stack.hasObject(start, end)
  }

  /** The opcode that ends a stream: what is left below the result was made for its effect alone. */
  stop(offset: number): void {
    if (!this.has(1, offset)) return
    const value = this.stack.pop()
    for (let item = 0; item < this.stack.depth; item++)
      if (this.stack.codeAt(item) === OBJECT) this.calls.discarded(this.stack.at(item), offset)
    this.ending = { kind: 'stop', value, offset }
  }

  stackGlobal(offset: number): void {
    if (!this.has(2, offset)) return
    const name = this.stack.pop()
    const module = this.stack.pop()
    if (name === DROPPED || module === DROPPED)
      return this.broken('limit', 'the memo grew past its limit, and an imported name was in it', offset)
    this.stack.push(this.calls.importValues(module, name, offset))
    this.checkCalls(offset)
  }

  /** REDUCE and NEWOBJ: a callable and its arguments. */
  reduce(how: 'reduce' | 'newobj', offset: number): void {
    if (!this.has(2, offset)) return
    const given = this.stack.pop()
    const result = this.calls.call(this.stack.top(), this.argumentsOf(given, offset), how, offset)
    // Of more arguments than are kept, the tuple knows.
    if (result instanceof Result && typeof given === 'object' && 'more' in given && given.more) this.calls.gain(result, heldBy(given))
    this.stack.replaceTop(result)
    this.checkCalls(offset)
  }

  /** NEWOBJ_EX: keyword arguments are judged as one more argument. */
  newobjEx(offset: number): void {
    if (!this.has(3, offset)) return
    const keywords = this.stack.pop()
    const args = this.argumentsOf(this.stack.pop(), offset)
    const none = keywords instanceof Dict && keywords.entries.length === 0 && !keywords.more
    this.stack.replaceTop(this.calls.call(this.stack.top(), none ? args : [...args, keywords], 'newobj', offset))
  }

  /** OBJ: the class is the first value above the mark. */
  obj(offset: number): void {
    const start = this.popMark(offset)
    if (start < 0) return
    if (start >= this.stack.depth) return this.broken('malformed', 'OBJ has no class', offset)
    this.handOn(start + 1, offset)
    const args = this.argumentsFrom(start + 1)
    const result = this.calls.call(this.stack.at(start), args, 'obj', offset)
    this.stack.depth = start
    this.stack.push(result)
  }

  /** INST: the C unpickler asks for the mark first, the pure-Python one imports first. */
  inst(module: string, name: string, offset: number): void {
    const callee = this.calls.importName(module, name, false, offset)
    const start = this.popMark(offset)
    if (start < 0) return
    this.handOn(start, offset)
    const args = this.argumentsFrom(start)
    this.stack.depth = start
    this.stack.push(this.calls.call(callee, args, 'inst', offset))
    this.checkCalls(offset)
  }

  /** Arguments in a tuple. The pure-Python unpickler takes any iterable: a list counts as a tuple, and an instance is asked for its items. */
  private argumentsOf(args: Value, offset: number): readonly Value[] {
    if (typeof args === 'object' && 'items' in args) return args.more ? [...args.items, UNKNOWN] : args.items
    if (typeof args === 'object')
      this.calls.oddity('computed-arguments', 'an object that is no tuple stands in the place of the arguments', offset)
    return [UNKNOWN]
  }

  /** Arguments that lie on the stack; where there are more than are kept, the last is unknown. */
  private argumentsFrom(start: number): readonly Value[] {
    const { stack } = this
    const end = Math.min(stack.depth, start + MAX_ITEMS)
    return end < stack.depth ? [...stack.slice(start, end), UNKNOWN] : stack.slice(start, end)
  }

  global(module: string, name: string, offset: number): void {
    this.stack.push(this.calls.importName(module, name, false, offset))
    this.checkCalls(offset)
  }

  extension(code: number, offset: number): void {
    this.calls.extension(code, offset)
    this.stack.pushCode(EXTENSION)
  }

  broken(why: IncompleteReason, detail: string, offset: number): void {
    this.ending ??= { kind: 'broken', why, detail, offset }
  }

  private checkCalls(offset: number): void {
    if (this.calls.limit !== undefined) this.broken('limit', this.calls.limit, offset)
  }

  tooDeep(offset: number): void {
    this.broken('limit', `the stack grew past ${this.stack.room} entries`, offset)
  }

  private weighed(sequence: Sequence, offset: number): Sequence {
    if (sequence.weight > MAX_WEIGHT && !this.expansionNoted) {
      this.expansionNoted = true
      this.calls.oddity('expansion', `one object has more than ${MAX_WEIGHT} leaves when it is written out`, offset)
    }
    return sequence
  }
}
