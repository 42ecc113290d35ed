import type { CallHow } from '../../facts/pickle.ts'
import { Attributes, Onward } from '../resolve/attributes.ts'
import { canonical, MAX_PAYLOAD } from '../resolve/evaluate.ts'
import { Imports } from '../resolve/imports.ts'
import { madeClass } from '../resolve/instance-class.ts'
import { isLoader, tellPayloads, tellStatePayloads } from '../resolve/loaders.ts'
import { OwnMethods } from '../resolve/own-methods.ts'
import { makingBy, ownerOfNew } from '../resolve/reconstructors.ts'
import type { Held } from '../value/callables.ts'
import { give, heldBy, heldByAll, heldByResult, isArmed, joinHeld } from '../value/callables.ts'
import { makesCode, pickledCode } from '../value/code-object.ts'
import { HeldLater } from '../value/held-later.ts'
import { isPartial, partialOf } from '../value/partials.ts'
import { calleeOf, preview } from '../value/preview.ts'
import type { ReadLiteral } from '../value/text.ts'
import { isBytes, literalBytes, textOf } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import { Dict, GlobalRef, howBit, ModuleRef, NONE, PersistentId, Result, Sequence, UNKNOWN } from '../value/values.ts'
import type { PickleListener } from '../vm/listener.ts'
import { isSilent, settle } from './silence.ts'
import { ToldSources } from './source-emitter.ts'
import { Statements } from './statements.ts'

const MAX_UNWRAP = 16
/** REDUCEs of one function, or of all values that are no names, without arguments that are stated: whoever reads of ten thousand does not need the rest counted. */
const MAX_BARE = 10_000
/** Functions that make an instance and give it a state at once, and where that is among their arguments (torch/_utils.py). */
const STATE_ARGUMENTS = new Map([
  ['torch._tensor._rebuild_from_type_v2', 3],
  ['torch._utils._rebuild_parameter_with_state', 3],
])
/** Literals of one stream that are looked at because of their first bytes. A vocabulary can hold any number of them. */
const MAX_CONSTANTS = 4096

/** The method that looks persistent ids up, of which an opcode calls the one that the loader has. */
const PERSISTENT_LOAD = new GlobalRef('pickle', 'Unpickler.persistent_load', true)

/** What a pickle does to Python: things it calls, objects it fills. One for each stream. */
export class Calls {
  readonly facts: Statements
  readonly imports: Imports
  readonly ownMethods: OwnMethods
  readonly later: HeldLater
  private readonly attributes: Attributes
  private readonly sources: ToldSources
  private constants = 0
  /** What was called last that is no name, without arguments, and how often in a row. */
  private computed: Value = NONE
  private computedTimes = 0
  private readonly listener: PickleListener
  private readonly read: ReadLiteral

  /** `opcodeAt`: the name of the opcode at an offset, where its byte is at hand. */
  constructor(listener: PickleListener, read: ReadLiteral, stream: number, opcodeAt: (offset: number) => string | undefined) {
    this.listener = listener
    this.read = read
    this.facts = new Statements(listener, read, stream, opcodeAt)
    this.imports = new Imports(this.facts, read)
    this.ownMethods = new OwnMethods(read)
    this.later = new HeldLater(this.facts)
    this.attributes = new Attributes(this.imports, read)
    this.sources = new ToldSources(listener, read)
  }

  /** Set when a limit is passed; the machine stops there. */
  get limit(): string | undefined {
    return this.imports.limit ?? this.ownMethods.limit
  }

  /** A call; gives what it returns as far as that is known. */
  call(callee: Value, args: readonly Value[], how: CallHow, offset: number, depth = 0): Value {
    if (callee instanceof Result && depth < MAX_UNWRAP) {
      const seen = this.attributes.through(callee, args, offset)
      if (seen instanceof Onward)
        return (
          (how === 'reduce' ? this.boundNew(seen, offset, depth) : undefined) ?? this.call(seen.callee, seen.args, how, offset, depth + 1)
        )
      if (seen !== undefined) return seen
    }
    if (callee instanceof GlobalRef) {
      const isTold = how === 'reduce' && args.length === 0 && callee.bare++ >= MAX_BARE
      if (!isTold) this.tell(callee, args, how, offset)
      const name = canonical(callee)
      if (isLoader(name)) tellPayloads(name, args, this.read, this.listener, offset)
      if (makesCode(callee, name, this.read)) this.listener.code(pickledCode(args, this.read), offset)
      if (callee.source === 'call') this.sources.tell(args[0], 'call', offset)
      const known = this.attributes.gotBy(name, args, offset) ?? this.instanceBy(callee, args, offset, depth)
      if (known !== undefined) return known
      const result = new Result(callee, args, how, offset)
      result.holds = heldByResult(callee, args)
      if (args.length > 0) this.later.given(result, offset)
      this.takeState(result, args[STATE_ARGUMENTS.get(name) ?? -1], offset)
      return result
    }
    if (!(how === 'reduce' && args.length === 0 && this.isToldOften(callee))) this.facts.call(callee, args, how, offset)
    if (makesCode(callee, undefined, this.read)) this.listener.code(pickledCode(args, this.read), offset)
    const result = new Result(callee, args, how, offset)
    result.holds = joinHeld(heldBy(callee), heldByAll(args))
    return result
  }

  /** States a use of a name, unless the listener has heard enough of its like. */
  private tell(callee: GlobalRef, args: readonly Value[], how: CallHow, offset: number, of?: GlobalRef): void {
    const loose = this.facts.loose !== undefined
    if (!isSilent(callee, args, how, loose)) settle(callee, args, how, loose, this.facts.call(callee, args, how, offset, of))
  }

  /** The same value, or one of which nothing is known, was called without arguments too often to say so again. */
  private isToldOften(callee: Value): boolean {
    const isUnknown = callee instanceof Result && callee.callee === UNKNOWN && callee.holds === undefined && callee.touched === 0
    const same = isUnknown ? UNKNOWN : callee
    if (same !== this.computed || isArmed(callee)) {
      this.computed = same
      this.computedTimes = 0
    }
    return this.computedTimes++ >= MAX_BARE
  }

  /** An object gets more that holds names. */
  gain(target: Value, held: Held | undefined, offset: number): void {
    if (held === undefined || typeof target !== 'object' || !('used' in target)) return
    give(target, held)
    // Past its limit, the memo gives this in the place of the object.
    if (target instanceof Result && target.memoized && target.callee instanceof GlobalRef) give(target.callee.shared ?? NONE, held)
    if (target.used) this.later.gained(held, offset)
  }

  /** A mapping that is the state of an instance, or lies in one, gets entries that `OwnMethods` finds. */
  lateState(owner: Result, methods: readonly Value[], offset: number): void {
    this.fill(owner, [new Dict([...methods])], 'build', offset, true)
  }

  private isArmed(value: Value): boolean {
    return isArmed(value) || (this.facts.loose !== undefined && value instanceof Result && (value.touched & howBit('build')) !== 0)
  }

  /** An instance is made of something that its class may take for its state. */
  private takeState(result: Value, state: Value | undefined, offset: number): void {
    if (state === undefined || !(result instanceof Result) || this.ownMethods.inState(state).found.size === 0) return
    this.build(result, state, offset)
    result.touched = 0
  }

  /** A function that makes an instance of the class it is given is a NEWOBJ of that class; of both where one class inherits `__new__` from another. */
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

  /** `partial(cls.__new__, cls, …)()`, which protocols 2 and 3 write for classes whose `__new__` takes keywords (Lib/copyreg.py, __newobj_ex__). */
  private boundNew({ callee, args }: Onward, offset: number, depth: number): Value | undefined {
    return callee instanceof GlobalRef && ownerOfNew(callee.name) !== undefined ? this.instanceBy(callee, args, offset, depth) : undefined
  }

  /** An imported object is put into a container, a state or the arguments of a call. */
  handOn(ref: GlobalRef, offset: number): void {
    if (ref.handedOn) return
    ref.handedOn = true
    this.listener.observe({ kind: 'handed-on', module: ref.module, name: ref.name, offset, stream: this.facts.stream })
  }

  /** BUILD: `__setstate__`, or attributes of the target. */
  build(target: Value, state: Value, offset: number): void {
    if (state instanceof GlobalRef) this.handOn(state, offset)
    if (target instanceof Result && target.callee instanceof GlobalRef && target.callee.source === 'state')
      this.sources.tell(state, 'state', offset)
    if (target instanceof Result && target.callee instanceof GlobalRef) {
      tellStatePayloads(target.callee, state, this.read, this.listener, offset)
      if (isPartial(canonical(target.callee))) target.replaced = partialOf(state)
    }
    if (target instanceof Result) this.checkSecondState(target, offset)
    const { found, hidden } = this.ownMethods.inState(state, target)
    if (typeof state === 'object' && 'used' in state) state.used = true
    this.gain(target, heldBy(state), offset)
    if (target instanceof Result && typeof state === 'object') this.later.given(target, offset)
    // An instance as a state is judged each time, too, whatever was said of the class: most `__setstate__` iterate it.
    this.fill(target, [state], 'build', offset, state instanceof Result || found.size > 0 || this.isArmed(state))
    for (const pair of this.ownMethods.armedIn(state)) this.fill(target, [new Dict(pair)], 'build', offset, true)
    if (hidden) this.fill(target, [new Dict([...found.values()].flat())], 'build', offset, true)
  }

  /**
   * A second BUILD of one instance asks it for `__setstate__` again, when its attributes are those of the file: a class that looks for what it has not in
   * another object of the file (`__getattr__`) then hands over that object's. Where too many objects are in the memo to tell them apart, any that comes from
   * there counts: picklers give a state to what they have just built.
   */
  private checkSecondState(target: Result, offset: number): void {
    const { callee } = target
    const isFromMemo = callee instanceof GlobalRef && target === callee.shared
    if ((target.touched & howBit('build')) === 0 && !isFromMemo) return
    const name = callee instanceof GlobalRef ? `${callee.module}.${callee.name}` : 'the result of a computed call'
    this.facts.oddity('second-state', `${name} is given a state twice`, offset)
  }

  /**
   * APPEND(S), SETITEM(S), ADDITEMS and BUILD: on an instance they call its methods, on an imported object they change the program.
   * `ownMethods`: the items are such as `OwnMethods` finds, which are always stated.
   */
  fill(target: Value, items: readonly Value[], how: CallHow, offset: number, ownMethods = false): void {
    if (target instanceof GlobalRef || target instanceof ModuleRef) {
      this.facts.tell({
        kind: 'mutated-global',
        target:
          target instanceof GlobalRef ? calleeOf(target, this.read) : { kind: 'global', module: target.module, name: '', computed: true },
        args: items.slice(0, 4).map((item) => preview(item, this.read)),
        how,
        offset,
        stream: this.facts.stream,
      })
    } else if (target instanceof Result) {
      const bit = howBit(how)
      const { callee } = target
      if (callee instanceof GlobalRef) {
        const cls = madeClass(target)
        if (ownMethods || (cls !== undefined && !cls.plain)) this.facts.call(callee, items, how, offset, cls)
        else this.tell(callee, items, how, offset, cls)
      } else if (how === 'build' || ownMethods || (target.touched & bit) === 0) this.facts.call(callee, items.slice(0, 4), how, offset)
      // Only now: a mapping that is its own `__dict__` is built with itself, and had no state before.
      target.touched |= bit
    } else if (target === UNKNOWN || target instanceof PersistentId) {
      this.facts.call(target, items.slice(0, 4), how, offset)
    }
  }

  /** What a persistent id stands for: torch's `('module', cls, …)` gives the class itself (torch/serialization.py, persistent_load). */
  persistent(id: Value, offset: number): Value {
    const culprit = id instanceof Sequence ? id.items.find((item) => this.isArmed(item)) : this.isArmed(id) ? id : undefined
    if (culprit !== undefined) this.facts.call(PERSISTENT_LOAD, [culprit], 'reduce', offset)
    if (id instanceof Sequence && id.kind === 'tuple') {
      const tag = textOf(id.items[0] ?? NONE, this.read)
      const second = id.items[1]
      if (tag === 'module' && second instanceof GlobalRef) return second
      if (tag === 'storage') return new PersistentId(id)
    }
    this.facts.oddity('persistent-id', 'the loading program decides what this id means', offset)
    return new PersistentId(id)
  }

  /** EXT1, EXT2, EXT4: the callable comes from copyreg's registry in the loading process. */
  extension(code: number, offset: number): void {
    this.facts.tell({ kind: 'extension-code', code, offset, stream: this.facts.stream })
  }

  /** See `PickleListener.constant`. */
  constant(literal: Value, offset: number): void {
    if (this.constants++ >= MAX_CONSTANTS) return
    const bytes = literalBytes(literal, this.read, MAX_PAYLOAD)
    if (bytes !== undefined) this.listener.constant(bytes, !isBytes(literal), offset)
  }

  /** A result that nothing can refer to any more: the call was made for its effect. */
  discarded(value: Value, offset: number): void {
    if (!(value instanceof Result) || value.memoized) return
    const ref = value.callee instanceof GlobalRef ? value.callee : undefined
    if (ref?.discarded) return
    const callee = calleeOf(value.callee, this.read)
    const answer = this.facts.oddity(
      'discarded-call',
      callee.kind === 'global' ? `${callee.module}.${callee.name}` : 'a computed value',
      offset,
    )
    if (ref && answer !== false) ref.discarded = true
  }
}
