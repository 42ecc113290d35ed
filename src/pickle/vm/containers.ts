// Interprets the opcodes that build containers from values on the stack, and those that fill containers.
import type { Calls } from '../emit/calls.ts'
import { contentOf, contentOfCode, UNTRUSTED } from '../emit/silence.ts'
import { isObject } from '../resolve/reconstructors.ts'
import type { CallableSet } from '../value/callables.ts'
import { callablesOf } from '../value/callables.ts'
import type { SequenceKind, Value } from '../value/values.ts'
import {
  DICT,
  Dict,
  EXTENSION,
  GlobalRef,
  LIST,
  MAX_ENTRIES,
  MAX_ITEMS,
  NONE,
  OBJECT,
  SET,
  Sequence,
  TUPLE,
  UNKNOWN,
} from '../value/values.ts'
import type { Stack } from './stack.ts'
import type { State } from './state.ts'

/** Maximum number of leaves of one nested object: more than any honest file of this size has. */
const MAX_WEIGHT = 2 ** 32
/**
 * Fewer leaves are never reported, and more only where they exceed MAX_PER_BYTE for each byte of the file: programs
 * share rows and columns, but do not nest shared containers many levels deep.
 */
const MIN_WEIGHT = 2 ** 24
const MAX_PER_BYTE = 2 ** 16
/** Maximum number of entries that are kept past the limit of a dict because their keys override methods. */
const MAX_OVERRIDES = 32
/**
 * Maximum number of list items that are kept where all are asked for: keys of storages, of which the largest
 * checkpoints have some thousand.
 */
const MAX_APPENDED = 2 ** 20
/**
 * Maximum number of containers of plain data that keep their contents although nothing asks for them, so that small
 * files are shown in full.
 */
const MAX_DETAILED = 4096
/** The same for dicts, in a file with dicts that contain source to be run. */
const MAX_WITH_SOURCE = 2 ** 16

const NOTHING: readonly Value[] = []

/**
 * Interprets the opcodes that build containers from values on the stack, and those that fill containers. `offset` is
 * always that of the opcode.
 */
export class Containers {
  /** Whether to keep the contents of every container, since something later in this stream will ask for them. */
  detailed = false
  /** Where it is set, it gets all that is put into lists, beyond what a list keeps. */
  appended: Value[] | undefined
  private readonly state: State
  private readonly stack: Stack
  private readonly calls: Calls
  private details = 0
  private expansionNoted = false

  constructor(state: State) {
    this.state = state
    this.stack = state.stack
    this.calls = state.calls
  }

  /** TUPLE1, TUPLE2, TUPLE3. `readNext`: the next opcode reads the tuple. */
  tuple(count: number, readNext: boolean, offset: number): void {
    if (this.state.has(count, offset)) this.gather('tuple', this.stack.depth - count, readNext, offset)
  }

  /** TUPLE, LIST, FROZENSET: everything above the mark. */
  collect(kind: SequenceKind, readNext: boolean, offset: number): void {
    const start = this.state.popMark(offset)
    if (start >= 0) this.gather(kind, start, readNext, offset)
  }

  private gather(kind: SequenceKind, start: number, readNext: boolean, offset: number): void {
    const { stack } = this
    const count = stack.depth - start
    const end = start + Math.min(count, MAX_ITEMS)
    const callables = this.state.collectCallables(start, offset, kind === 'tuple' && this.isReconstruction(start))
    if (this.appended !== undefined && kind === 'list') this.noteAppended(this.appended, start, count)
    if (kind === 'tuple' && callables === undefined && !this.keeps(readNext, start, end)) {
      stack.depth = start
      stack.pushCode(TUPLE)
      return
    }
    const sequence = new Sequence(kind, stack.slice(start, end), count > MAX_ITEMS)
    sequence.callables = callables
    stack.depth = start
    stack.push(this.weighed(sequence, offset))
  }

  /** EMPTY_LIST. */
  emptyList(): void {
    if (this.details++ < MAX_DETAILED) this.stack.push(new Sequence('list', []))
    else this.stack.pushCode(LIST)
  }

  /** EMPTY_DICT. */
  emptyDict(): void {
    const before = this.details++
    if (before < MAX_DETAILED || (before < MAX_WITH_SOURCE && this.calls.imports.runsSource)) this.stack.push(new Dict([]))
    else this.stack.pushCode(DICT)
  }

  /** DICT: keys and values above the mark. */
  dict(offset: number): void {
    const start = this.state.popMark(offset)
    if (start < 0) return
    const count = this.stack.depth - start
    if (count % 2 !== 0) return this.state.broken('malformed', 'a dict has a key without a value', offset)
    const callables = this.state.collectCallables(start, offset)
    const entries = this.stack.slice(start, start + Math.min(count, MAX_ENTRIES * 2))
    if (entries.length < count) entries.push(...this.overflow(start + entries.length, start + count, callables))
    const dict = new Dict(entries, count > MAX_ENTRIES * 2)
    dict.callables = callables
    this.stack.depth = start
    this.stack.push(dict)
  }

  /** APPEND and SETITEM. */
  addOne(via: 'append' | 'setitem', offset: number): void {
    const count = via === 'append' ? 1 : 2
    if (this.state.has(count + 1, offset)) this.add(this.stack.depth - count, via, true, offset)
  }

  /** APPENDS, SETITEMS and ADDITEMS. `readNext`: the next opcode reads the container. */
  addMany(via: 'append' | 'setitem' | 'additems', readNext: boolean, offset: number): void {
    const start = this.state.popMark(offset)
    if (start < 0) return
    if (start - 1 < this.state.fence) return this.state.broken('malformed', 'an opcode takes more from the stack than is there', offset)
    const odd = via === 'setitem' && (this.stack.depth - start) % 2 !== 0
    // The pure-Python unpickler stores the pairs before it finds that a value is missing.
    if (odd) this.stack.depth--
    this.add(start, via, readNext, offset)
    if (odd) this.state.broken('malformed', 'SETITEMS has a key without a value', offset)
  }

  /** Puts the values from `start` on into the object below them. */
  private add(start: number, via: 'append' | 'setitem' | 'additems', readNext: boolean, offset: number): void {
    const { stack } = this
    const count = stack.depth - start
    const callables = this.state.collectCallables(start, offset)
    if (this.appended !== undefined && via === 'append') this.noteAppended(this.appended, start, count)
    stack.depth = start
    if (count === 0) {
      // The pure-Python unpickler calls `extend` with an empty list, too.
      const target = stack.at(start - 1)
      if (via === 'append' && typeof target === 'object') this.calls.fill(target, [], via, offset)
      return
    }
    const room = via === 'setitem' ? MAX_ENTRIES * 2 : MAX_ITEMS
    const end = start + Math.min(count, room)
    const code = stack.codeAt(start - 1)
    if (code !== OBJECT) {
      if (code === UNKNOWN || code === EXTENSION) this.calls.fill(UNKNOWN, stack.slice(start, end), via, offset)
      else if ((code === DICT || code === LIST || code === SET) && this.keeps(readNext, start, end)) {
        const items = stack.slice(start, end)
        const methods = code === DICT && via === 'setitem' ? this.methodOverrides(start, start + count) : NOTHING
        let made: Dict | Sequence | undefined
        if (code === DICT && via === 'setitem') {
          made = new Dict(count > room ? [...items, ...this.overflow(end, start + count, callables)] : items, count > room)
          made.incomplete = true
        } else if (code === LIST && via === 'append') made = this.weighed(new Sequence('list', items, count > room), offset)
        else if (code === SET && via === 'additems') made = new Sequence('set', items, count > room)
        if (made !== undefined) stack.replace(start - 1, made)
        this.state.filledUntracked(made, callables, methods, offset)
      } else if (callables !== undefined) this.state.filledUntracked(undefined, callables, [], offset)
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
      this.calls.addCallables(target, callables, offset)
      // The memo may keep no more than its kind.
      if (callables !== undefined && this.state.memo.isCrowded) this.state.filledUntracked(undefined, callables, [], offset)
      if (target.kind === 'dict' && target.owner && via === 'setitem') {
        const methods = this.methodOverrides(start, start + count)
        if (methods.length > 0) this.calls.lateState(target.owner, methods, offset)
      }
      if (target.kind !== 'dict') this.weighed(target, offset)
      else if (via === 'setitem' && count > free) {
        const overflow = this.overflow(start + Math.max(free, 0), start + count, callables)
        if (target.entries.length < 2 * room) target.entries.push(...overflow)
      }
    } else {
      this.calls.fill(target, this.itemsOf(start, start + count), via, offset)
      this.calls.addCallables(target, callables, offset)
      if (callables !== undefined) this.calls.fill(target, this.entriesCarrying(start, start + count, via === 'setitem'), via, offset, true)
      const methods = via === 'setitem' ? this.methodOverrides(start, start + count) : NOTHING
      if (methods.length > 0) this.calls.fill(target, methods, via, offset, true)
    }
  }

  /**
   * Returns the first items that an instance gets, and an unknown one where later items are of a kind that is not among
   * these.
   */
  private itemsOf(start: number, end: number): Value[] {
    const { stack } = this
    const items = stack.slice(start, Math.min(end, start + MAX_ITEMS))
    if (end - start <= MAX_ITEMS) return items
    const shown = contentOf(items, false)
    for (let at = start + MAX_ITEMS; at < end && shown < UNTRUSTED; at++) {
      const code = stack.codeAt(at)
      const content = code === OBJECT ? contentOf([stack.at(at)], false) : contentOfCode(code)
      if (content > shown) return [...items, UNKNOWN]
    }
    return items
  }

  private noteAppended(appended: Value[], start: number, count: number): void {
    const end = start + Math.min(count, MAX_APPENDED - appended.length)
    for (let at = start; at < end; at++) appended.push(this.stack.at(at))
  }

  /**
   * Returns the pairs between two stack heights that `MethodOverrides.methodOf` finds, the last of each name: few,
   * whatever the file does.
   */
  private methodOverrides(start: number, end: number): readonly Value[] {
    const { stack } = this
    let found: Map<string, readonly [Value, Value]> | undefined
    for (let at = start; at + 1 < end; at += 2) {
      if (stack.codeAt(at + 1) !== OBJECT && !this.calls.methodOverrides.isTrust(stack.at(at))) continue
      const key = stack.at(at)
      const value = stack.at(at + 1)
      const name = this.calls.methodOverrides.methodOf(key, value)
      if (name === undefined) continue
      found ??= new Map()
      if (found.size < MAX_OVERRIDES) found.set(name === '' ? `#${found.size}` : name, [key, value])
    }
    return found === undefined ? NOTHING : [...found.values()].flat()
  }

  /** Returns those pairs past the limit of a dict that override methods or carry callables. */
  private overflow(start: number, end: number, callables: CallableSet | undefined): readonly Value[] {
    if (start >= end) return NOTHING
    return callables === undefined
      ? this.methodOverrides(start, end)
      : [...this.methodOverrides(start, end), ...this.entriesCarrying(start, end, true)]
  }

  /** Returns the items, or pairs, between two stack heights that carry callables: few, whatever the file does. */
  private entriesCarrying(start: number, end: number, pairs: boolean): Value[] {
    const found: Value[] = []
    this.stack.visit(start, end, (object, at) => {
      if (found.length >= 2 * MAX_OVERRIDES || callablesOf(object) === undefined) return
      const key = pairs ? at - ((at - start) % 2) : at
      found.push(this.stack.at(key))
      if (pairs) found.push(this.stack.at(key + 1))
    })
    return found
  }

  /**
   * Whether these are the arguments that `copyreg.__reduce_ex__` writes for `_reconstructor` in protocols 0 and 1.
   * Their class is built there, and does not escape.
   */
  private isReconstruction(start: number): boolean {
    const base = this.stack.depth - start === 3 && this.stack.at(start + 2) === NONE ? this.stack.at(start + 1) : undefined
    return base instanceof GlobalRef && isObject(base)
  }

  /** Whether to keep the contents of a container. Plain data in a large file are kept as their kind. */
  private keeps(readNext: boolean, start: number, end: number): boolean {
    return readNext || this.detailed || this.details++ < MAX_DETAILED || this.stack.hasObject(start, end)
  }

  private weighed(sequence: Sequence, offset: number): Sequence {
    const { weight } = sequence
    if (weight > MIN_WEIGHT && (weight > MAX_WEIGHT || weight > offset * MAX_PER_BYTE) && !this.expansionNoted) {
      this.expansionNoted = true
      const leaves = weight > MAX_WEIGHT ? MAX_WEIGHT : MIN_WEIGHT
      this.calls.emitter.oddity('expansion', `one object has more than ${leaves} leaves when it is written out`, offset)
    }
    return sequence
  }
}
