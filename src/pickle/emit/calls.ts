// Works out what the calls of a pickle return, and reports the calls, the states and the changes of imported objects.
import type { CallOpcode } from '../../facts/pickle.ts'
import { Attributes, ForwardedCall } from '../resolve/attributes.ts'
import { canonical } from '../resolve/evaluate.ts'
import { Imports } from '../resolve/imports.ts'
import { emitPayloads, emitStatePayloads, isLoader } from '../resolve/loaders.ts'
import { MethodOverrides } from '../resolve/method-overrides.ts'
import { madeClass, makingBy, ownerOfNew, stateGivenBy } from '../resolve/reconstructors.ts'
import type { CallableSet } from '../value/callables.ts'
import {
  addCallables,
  callablesOf,
  callablesOfAll,
  callablesOfResult,
  carriesUntrustedCallable,
  joinCallables,
} from '../value/callables.ts'
import { buildsCode, pickledCode } from '../value/code-object.ts'
import { LaterCallables } from '../value/later-callables.ts'
import { isPartial, partialOf } from '../value/partials.ts'
import { calleeOf, preview } from '../value/preview.ts'
import type { ReadLiteral } from '../value/text.ts'
import { isText } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import { Dict, GlobalRef, ModuleRef, NONE, opcodeBit, PersistentId, Result, Sequence, UNKNOWN } from '../value/values.ts'
import type { PickleListener } from '../vm/listener.ts'
import { ConstantEmitter } from './constant-emitter.ts'
import { FactEmitter } from './fact-emitter.ts'
import { isSilent, noteAnswer } from './silence.ts'
import { SourceEmitter } from './source-emitter.ts'

const MAX_UNWRAP = 16
/**
 * Maximum number of REDUCEs without arguments that are reported of one function, or of computed callables in a row:
 * nothing follows from the exact number of more.
 */
const MAX_EMPTY_CALLS = 10_000
/** The method that looks persistent ids up: BINPERSID calls the one of the loader. */
const PERSISTENT_LOAD = new GlobalRef('pickle', 'Unpickler.persistent_load', true)

/** Abstract execution of what one stream calls and fills. */
export class Calls {
  readonly emitter: FactEmitter
  readonly imports: Imports
  readonly methodOverrides: MethodOverrides
  readonly later: LaterCallables
  readonly constants: ConstantEmitter
  private readonly attributes: Attributes
  private readonly sources: SourceEmitter
  /** The last computed callable that was called without arguments, and how often in a row. */
  private computed: Value = NONE
  private computedTimes = 0
  private readonly listener: PickleListener
  private readonly read: ReadLiteral

  /** `opcodeAt`: returns the name of the opcode at an offset, where its byte is in memory. */
  constructor(listener: PickleListener, read: ReadLiteral, stream: number, opcodeAt: (offset: number) => string | undefined) {
    this.listener = listener
    this.read = read
    this.emitter = new FactEmitter(listener, read, stream, opcodeAt)
    this.imports = new Imports(this.emitter, read)
    this.methodOverrides = new MethodOverrides(read)
    this.later = new LaterCallables(this.emitter)
    this.constants = new ConstantEmitter(listener, read)
    this.attributes = new Attributes(this.imports, read)
    this.sources = new SourceEmitter(listener, read)
  }

  /** Set when a limit is passed; the machine stops there. */
  get limit(): string | undefined {
    return this.imports.limit ?? this.methodOverrides.limit
  }

  /** Reports a call and returns its result, as far as that is known. */
  call(callee: Value, args: readonly Value[], via: CallOpcode, offset: number, depth = 0): Value {
    if (callee instanceof Result && depth < MAX_UNWRAP) {
      const seen = this.attributes.unwrap(callee, args, offset)
      if (seen instanceof ForwardedCall)
        return (
          (via === 'reduce' ? this.boundNew(seen, offset, depth) : undefined) ?? this.call(seen.callee, seen.args, via, offset, depth + 1)
        )
      if (seen !== undefined) return seen
    }
    if (callee instanceof GlobalRef) {
      const isOverLimit = via === 'reduce' && args.length === 0 && callee.emptyCallCount++ >= MAX_EMPTY_CALLS
      if (!isOverLimit) this.emitUse(callee, args, via, offset)
      const name = canonical(callee)
      if (isLoader(name)) emitPayloads(name, args, this.read, this.listener, offset)
      if (buildsCode(callee, name, this.read)) this.listener.code(pickledCode(args, this.read), offset)
      if (callee.source === 'call') this.sources.emit(args[0], 'call', offset)
      const known = this.attributes.resolveCall(name, args, offset) ?? this.instanceBy(callee, args, offset, depth)
      if (known !== undefined) return known
      const result = new Result(callee, args, via, offset)
      result.callables = callablesOfResult(callee, args)
      if (args.length > 0) this.later.noteFilled(result, offset)
      this.takeState(result, stateGivenBy(name, args), offset)
      return result
    }
    if (!(via === 'reduce' && args.length === 0 && this.isRepeated(callee))) this.emitter.call(callee, args, via, offset)
    if (buildsCode(callee, undefined, this.read)) this.listener.code(pickledCode(args, this.read), offset)
    const result = new Result(callee, args, via, offset)
    result.callables = joinCallables(callablesOf(callee), callablesOfAll(args))
    return result
  }

  /** Reports a use of a name, unless the listener has answered that its like changes no judgement. */
  private emitUse(callee: GlobalRef, args: readonly Value[], via: CallOpcode, offset: number, of?: GlobalRef): void {
    const anyEscaped = this.emitter.escapedCallables !== undefined
    if (!isSilent(callee, args, via, anyEscaped))
      noteAnswer(callee, args, via, anyEscaped, this.emitter.call(callee, args, via, offset, of))
  }

  /**
   * Whether the same value, or an unknown one, was called without arguments so often that further calls need no report.
   */
  private isRepeated(callee: Value): boolean {
    const isUnknown = callee instanceof Result && callee.callee === UNKNOWN && callee.callables === undefined && callee.filledVia === 0
    const same = isUnknown ? UNKNOWN : callee
    if (same !== this.computed || carriesUntrustedCallable(callee)) {
      this.computed = same
      this.computedTimes = 0
    }
    return this.computedTimes++ >= MAX_EMPTY_CALLS
  }

  /** Adds callables to an object. */
  addCallables(target: Value, callables: CallableSet | undefined, offset: number): void {
    if (callables === undefined || typeof target !== 'object' || !('isShared' in target)) return
    addCallables(target, callables)
    // Past its limit, the memo returns this one in place of the object.
    if (target instanceof Result && target.memoized && target.callee instanceof GlobalRef)
      addCallables(target.callee.shared ?? NONE, callables)
    if (target.isShared) this.later.add(callables, offset)
  }

  /** Reports entries that a mapping gets after it became, or became part of, the state of an instance. */
  lateState(owner: Result, methods: readonly Value[], offset: number): void {
    this.fill(owner, [new Dict([...methods])], 'build', offset, true)
  }

  private carriesUntrustedCallable(value: Value): boolean {
    return (
      carriesUntrustedCallable(value) ||
      (this.emitter.escapedCallables !== undefined && value instanceof Result && (value.filledVia & opcodeBit('build')) !== 0)
    )
  }

  /** Takes an argument of which the class may make the state of the instance. */
  private takeState(result: Value, state: Value | undefined, offset: number): void {
    if (state === undefined || !(result instanceof Result) || this.methodOverrides.inState(state).found.size === 0) return
    this.build(result, state, offset)
    result.filledVia = 0
  }

  /**
   * Treats a function that builds an instance of the class among its arguments as NEWOBJ of that class; of both classes
   * where one inherits `__new__` from the other.
   */
  private instanceBy(callee: GlobalRef, args: readonly Value[], offset: number, depth: number): Value | undefined {
    const making = depth < MAX_UNWRAP ? makingBy(canonical(callee), args) : undefined
    if (making === undefined) return undefined
    const { cls } = making
    const owner = ownerOfNew(callee.name)
    if (owner !== undefined && cls instanceof GlobalRef && (callee.module !== cls.module || owner !== cls.name))
      this.call(this.imports.named(callee.module, owner, true, offset), making.args, 'newobj', offset, depth + 1)
    const result = this.call(cls, making.args, 'newobj', offset, depth + 1)
    this.takeState(result, making.state, offset)
    return result
  }

  /**
   * `partial(cls.__new__, cls, …)()`, which protocols 2 and 3 write for classes whose `__new__` takes keywords
   * (Lib/copyreg.py, __newobj_ex__).
   */
  private boundNew({ callee, args }: ForwardedCall, offset: number, depth: number): Value | undefined {
    return callee instanceof GlobalRef && ownerOfNew(callee.name) !== undefined ? this.instanceBy(callee, args, offset, depth) : undefined
  }

  /** Reports once that an imported object becomes part of a container, a state or arguments. */
  escape(ref: GlobalRef, offset: number): void {
    if (ref.hasEscaped) return
    ref.hasEscaped = true
    this.listener.observe({ kind: 'escape', module: ref.module, name: ref.name, offset, stream: this.emitter.stream })
  }

  /** BUILD: `__setstate__`, or attributes of the target. */
  build(target: Value, state: Value, offset: number): void {
    if (state instanceof GlobalRef) this.escape(state, offset)
    if (target instanceof Result && target.callee instanceof GlobalRef && target.callee.source === 'state')
      this.sources.emit(state, 'state', offset)
    if (target instanceof Result && target.callee instanceof GlobalRef) {
      emitStatePayloads(target.callee, state, this.read, this.listener, offset)
      if (isPartial(canonical(target.callee))) target.replaced = partialOf(state)
    }
    if (target instanceof Result) this.checkSecondState(target, offset)
    const { found, hidden } = this.methodOverrides.inState(state, target)
    if (typeof state === 'object' && 'isShared' in state) state.isShared = true
    this.addCallables(target, callablesOf(state), offset)
    if (target instanceof Result && typeof state === 'object') this.later.noteFilled(target, offset)
    // An instance as a state is judged each time, whatever was answered for its class: most `__setstate__` iterate it.
    this.fill(target, [state], 'build', offset, state instanceof Result || found.size > 0 || this.carriesUntrustedCallable(state))
    for (const pair of this.methodOverrides.entriesWithCallables(state)) this.fill(target, [new Dict(pair)], 'build', offset, true)
    if (hidden) this.fill(target, [new Dict([...found.values()].flat())], 'build', offset, true)
  }

  /**
   * Reports a second BUILD of one instance. It looks up `__setstate__` again, when the attributes are already those of
   * the file: a class whose `__getattr__` searches another object of the file then returns that object’s. Where the
   * memo has too many objects to tell them apart, a BUILD of any object from it counts: picklers set the state of what
   * they have just built.
   */
  private checkSecondState(target: Result, offset: number): void {
    const { callee } = target
    const isFromMemo = callee instanceof GlobalRef && target === callee.shared
    if ((target.filledVia & opcodeBit('build')) === 0 && !isFromMemo) return
    const name = callee instanceof GlobalRef ? `${callee.module}.${callee.name}` : 'the result of a computed call'
    this.emitter.oddity('second-state', `${name} is given a state twice`, offset)
  }

  /**
   * APPEND(S), SETITEM(S), ADDITEMS and BUILD: on an instance they call its methods, on an imported object they change
   * the program. `isOverride`: the items override methods or carry callables, and are always reported.
   */
  fill(target: Value, items: readonly Value[], via: CallOpcode, offset: number, isOverride = false): void {
    if (target instanceof GlobalRef || target instanceof ModuleRef) {
      this.emitter.emit({
        kind: 'mutated-global',
        target:
          target instanceof GlobalRef ? calleeOf(target, this.read) : { kind: 'global', module: target.module, name: '', computed: true },
        args: items.slice(0, 4).map((item) => preview(item, this.read)),
        via,
        offset,
        stream: this.emitter.stream,
      })
    } else if (target instanceof Result) {
      const bit = opcodeBit(via)
      const { callee } = target
      if (callee instanceof GlobalRef) {
        const cls = madeClass(target)
        if (isOverride || (cls !== undefined && !cls.isHarmlessValue)) this.emitter.call(callee, items, via, offset, cls)
        else this.emitUse(callee, items, via, offset, cls)
      } else if (via === 'build' || isOverride || (target.filledVia & bit) === 0) this.emitter.call(callee, items.slice(0, 4), via, offset)
      // Only now: a mapping that is its own `__dict__` is built with itself, and had no state before.
      target.filledVia |= bit
    } else if (target === UNKNOWN || target instanceof PersistentId) {
      this.emitter.call(target, items.slice(0, 4), via, offset)
    }
  }

  /**
   * Returns the object of a persistent id: torch’s `('module', cls, …)` is the class itself (torch/serialization.py,
   * persistent_load).
   */
  persistent(id: Value, offset: number): Value {
    const untrusted =
      id instanceof Sequence
        ? id.items.find((item) => this.carriesUntrustedCallable(item))
        : this.carriesUntrustedCallable(id)
          ? id
          : undefined
    if (untrusted !== undefined) this.emitter.call(PERSISTENT_LOAD, [untrusted], 'reduce', offset)
    if (id instanceof Sequence && id.kind === 'tuple') {
      const [tag = NONE, second] = id.items
      if (isText(tag, 'storage', this.read)) return new PersistentId(id)
      if (second instanceof GlobalRef && isText(tag, 'module', this.read)) return second
    }
    this.emitter.oddity('persistent-id', 'the loading program decides what this id means', offset)
    return new PersistentId(id)
  }

  /** EXT1, EXT2, EXT4: the callable comes from copyreg’s registry in the loading process. */
  extension(code: number, offset: number): void {
    this.emitter.emit({ kind: 'extension-code', code, offset, stream: this.emitter.stream })
  }

  /** Reports a call whose result is discarded, so that it was made for its effect. */
  discarded(value: Value, offset: number): void {
    if (!(value instanceof Result) || value.memoized) return
    const ref = value.callee instanceof GlobalRef ? value.callee : undefined
    if (ref?.discarded) return
    const callee = calleeOf(value.callee, this.read)
    const name = callee.kind === 'global' ? `${callee.module}.${callee.name}` : undefined
    const answer = this.emitter.oddity('discarded-call', name ?? 'a computed value', offset, name)
    if (ref && answer !== false) ref.discarded = true
  }
}
