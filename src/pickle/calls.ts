import { isCalledWhileLoading } from '../types/loading-methods.ts'
import type { CallHow, Observation, PickleOddity } from '../types/observation.ts'
import type { PickledCode } from './code-object.ts'
import { makesCode, pickledCode } from './code-object.ts'
import { boundJoin, canonical, MAX_PAYLOAD, resolveBytes, resolveText } from './evaluate.ts'
import type { Held } from './holds.ts'
import { give, heldBy, heldByAll, heldByResult, isArmed, joinHeld } from './holds.ts'
import { calleeOf, preview, previewOf } from './preview.ts'
import { python3Name } from './python2.ts'
import type { PickledSource } from './shipped-source.ts'
import { placeOfSource, sourceAt, sourceRunBy } from './shipped-source.ts'
import type { ReadLiteral } from './text.ts'
import { isBytes, literalBytes, textOf } from './text.ts'
import type { Value } from './values.ts'
import {
  Blob,
  BYTEARRAY_LITERAL,
  BYTES,
  BYTES_LITERAL,
  DISCARDED_BIT,
  Dict,
  GlobalRef,
  howBit,
  isLazy,
  lazyLength,
  ModuleRef,
  NONE,
  PersistentId,
  Result,
  Sequence,
  UNKNOWN,
} from './values.ts'

/** A literal by its place in the input: too long to be read at once. */
export interface Span {
  readonly offset: number
  readonly length: number
}

/** Who hears what a pickle does. */
export interface PickleListener {
  /**
   * States a fact. A true answer means: further facts of this kind about the same callee, whatever the arguments, are of no use; for an import, that nobody
   * can do harm with the name as a value.
   */
  observe(observation: Observation): boolean
  /** These bytes are handed to a function that unpickles (or otherwise loads) them. */
  nested(payload: Uint8Array | Span, loader: string, offset: number): void
  /** A code object is built out of parts in the file. */
  code(code: PickledCode, offset: number): void
  /** Python source in the file is handed to a library that runs it. */
  source(source: PickledSource, offset: number): void
  /** A literal that begins like a pickle, an archive or compressed data, as it is or in base64 or hex; no loader was seen that gets it. */
  constant(bytes: Uint8Array, text: boolean, offset: number): void
}

/** Distinct names in one stream: each costs a string. A clean file has a few dozen. */
const MAX_GLOBALS = 2 ** 16
const MAX_UNWRAP = 16
/** Texts of source in one stream that are read: a network has those of a few modules. */
const MAX_SOURCES = 1024
/** REDUCEs of one function, or of all values that are no names, without arguments that are stated: whoever reads of ten thousand does not need the rest counted. */
const MAX_BARE = 10_000
/** Functions that make an instance and give it a state at once, and where that is among their arguments (torch/_utils.py, Lib/copyreg.py). */
const STATE_ARGUMENTS = new Map([
  ['torch._tensor._rebuild_from_type_v2', 3],
  ['torch._utils._rebuild_parameter_with_state', 3],
  ['copyreg._reconstructor', 2],
  ['copyreg.__newobj_ex__', 2],
])
/** Methods of one state that are looked at, values of one and of all states that are searched for them, and how many of one a preview shows for sure. */
const MAX_METHODS = 64
const MAX_SEARCHED = 2 ** 14
const MAX_SEARCHED_ALL = 2 ** 30
const SHOWN = 60
/** The longest name of a method that is called while loading, with room for escapes. */
const MAX_METHOD = 80
/** Literals of one stream that are looked at because of their first bytes. A vocabulary can hold any number of them. */
const MAX_CONSTANTS = 4096
/** Longer payloads of loaders are told by their place. */
const MAX_COPIED = 32 * 1024

/** Classes whose `__setstate__` unpickles the bytes that are their state (gymnasium, stable_baselines3 and their forerunners). */
const UNPICKLES_STATE = /(?:^|\.)CloudpickleWrapper$/
/** What an entry of a state is unpickled as, whatever class of skorch's it is (skorch/net.py, `NeuralNet.__setstate__`). */
const UNPICKLED_ENTRY = '__cuda_dependent_attributes__'

/** The method that looks persistent ids up, of which an opcode calls the one that the loader has. */
const PERSISTENT_LOAD = new GlobalRef('pickle', 'Unpickler.persistent_load', true)

/** Builds an instance without its constructor, under the names of Python 3 and 2. */
const RECONSTRUCTORS = new Set(['copyreg._reconstructor', 'copy_reg._reconstructor'])

/** Functions that load what bytes hold, under their C names. Whether calling them is acceptable is the policy's affair. */
const LOADERS = new Set(
  [
    '_pickle.loads _pickle.load _pickle._loads pickle.loads pickle.load pickle._loads pickle._load pickle.Unpickler _pickle.Unpickler',
    'cPickle.loads cPickle.load dill.loads dill._dill.loads dill.load cloudpickle.loads cloudpickle.cloudpickle.loads joblib.load',
    'torch.load torch.serialization.load torch.storage._load_from_bytes torch.jit.load pandas.read_pickle numpy.load',
    'marshal.loads multiprocessing.reduction.ForkingPickler.loads lib2to3.pgen2.grammar.Grammar.loads numba.core.serialize.custom_rebuild',
  ].flatMap((line) => line.split(' ')),
)

/** What a pickle does to Python: names it imports, things it calls, objects it fills. One for each stream, with one stream's names. */
export class Calls {
  /** Set when a limit is passed; the machine stops there. */
  limit: string | undefined
  /** Something was imported that runs source which dicts of the file hold. */
  runsSource = false
  private readonly sources = new Set<Value | undefined>()
  private constants = 0
  /** Calls without arguments of what is no name. */
  private computed = 0
  private searched = 0
  private loose: Held | undefined
  private readonly globals = new Map<string, GlobalRef>()
  private readonly listener: PickleListener
  private readonly read: ReadLiteral
  private readonly stream: number
  private readonly opcodeAt: (offset: number) => string | undefined

  /** `opcodeAt`: the name of the opcode at an offset, where its byte is at hand. */
  constructor(
    listener: PickleListener,
    read: ReadLiteral,
    stream: number,
    opcodeAt: (offset: number) => string | undefined = () => undefined,
  ) {
    this.listener = listener
    this.read = read
    this.stream = stream
    this.opcodeAt = opcodeAt
  }

  /** A name as the file (or the pickle's own arithmetic) gives it; under Python 3's name where Python 2 had another. */
  importName(module: string, name: string, computed: boolean, offset: number): GlobalRef {
    const key = `${module}\n${name}\n${computed ? 1 : 0}`
    const known = this.globals.get(key)
    if (known) return known
    if (this.globals.size >= MAX_GLOBALS) this.limit = `more than ${MAX_GLOBALS} different names are imported`
    if (hasControl(module) || hasControl(name)) this.oddity('nul-in-name', `${module}.${name}`, offset)
    const cut = cutAtNul(module)
    const renamed = python3Name(cut, name)
    const ref = new GlobalRef(renamed?.module ?? cut, renamed?.name ?? name, computed)
    ref.source = sourceRunBy(`${ref.module}.${ref.name}`)
    if (ref.source !== undefined) this.runsSource = true
    this.globals.set(key, ref)
    ref.plain = this.tell({
      kind: 'global',
      module: ref.module,
      name: ref.name,
      ...(ref.module !== module || ref.name !== name ? { written: { module, name } } : {}),
      computed,
      offset,
      stream: this.stream,
    })
    return ref
  }

  /** STACK_GLOBAL: both operands should be literals. */
  importValues(module: Value, name: Value, offset: number): Value {
    const literalModule = textOf(module, this.read)
    const literalName = textOf(name, this.read)
    if (literalModule !== undefined && literalName !== undefined && typeof module === 'number' && typeof name === 'number') {
      return this.importName(literalModule, literalName, false, offset)
    }
    this.tell({
      kind: 'dynamic-global',
      module: preview(module, this.read),
      name: preview(name, this.read),
      offset,
      stream: this.stream,
    })
    const resolvedModule = resolveText(module, this.read)
    const resolvedName = resolveText(name, this.read)
    return resolvedModule === undefined || resolvedName === undefined
      ? UNKNOWN
      : this.importName(resolvedModule, resolvedName, true, offset)
  }

  /** A call; gives what it returns as far as that is known. */
  call(callee: Value, args: readonly Value[], how: CallHow, offset: number, depth = 0): Value {
    if (callee instanceof Result && depth < MAX_UNWRAP) {
      const unwrapped = this.callResult(callee, args, how, offset, depth)
      if (unwrapped !== undefined) return unwrapped
    }
    if (callee instanceof GlobalRef) {
      const bit = howBit(how)
      const isTold = how === 'reduce' && args.length === 0 && callee.bare++ >= MAX_BARE
      const isSettled = (callee.settled & bit) !== 0 && !args.some((arg) => this.isArmed(arg))
      if (!isTold && !isSettled && this.stateCall(callee, args, how, offset)) callee.settled |= bit
      const name = canonical(callee)
      if (LOADERS.has(name)) this.lookInside(name, args, offset)
      if (makesCode(callee, name, this.read)) this.listener.code(pickledCode(args, this.read), offset)
      if (callee.source === 'call') this.shipSource(args[0], 'call', offset)
      const known = this.attributeOf(name, args, offset) ?? this.reconstructed(name, args, offset)
      if (known !== undefined) return known
      const result = new Result(callee, args, how, offset)
      result.holds = heldByResult(callee, args)
      const state = args[STATE_ARGUMENTS.get(name) ?? -1]
      if (state !== undefined && this.methodsIn(state).found.size > 0) this.build(result, state, offset)
      return result
    }
    const isTold = how === 'reduce' && args.length === 0 && this.computed++ >= MAX_BARE
    if (!isTold) this.stateCall(callee, args, how, offset)
    if (makesCode(callee, undefined, this.read)) this.listener.code(pickledCode(args, this.read), offset)
    const result = new Result(callee, args, how, offset)
    result.holds = joinHeld(heldBy(callee), heldByAll(args))
    return result
  }

  /** An object gets more that holds names. Where something else was given the object before, nobody knows what holds them now. */
  gain(target: Value, held: Held | undefined): void {
    if (held === undefined || typeof target !== 'object' || !('used' in target)) return
    give(target, held)
    if (target.used) this.loosen(held)
  }

  /** Names that anything may hold. */
  loosen(held: Held): void {
    this.loose = joinHeld(this.loose, held)
  }

  private isArmed(value: Value): boolean {
    if (isArmed(value)) return true
    return this.loose !== undefined && value instanceof Result && (value.touched & howBit('build')) !== 0
  }

  /** A mapping that is the state of an instance, or lies in one, gets entries that `ownMethod` finds. */
  lateState(owner: Result, methods: Value[], offset: number): void {
    this.fill(owner, [new Dict(methods)], 'build', offset, true)
  }

  /**
   * `copyreg._reconstructor(cls, object, None)` of protocols 0 and 1 is `object.__new__(cls)` (Lib/copyreg.py): what NEWOBJ does, so that what follows is
   * done to an instance of that class.
   */
  private reconstructed(name: string, [cls, base, state]: readonly Value[], offset: number): Value | undefined {
    if (!RECONSTRUCTORS.has(name) || !(cls instanceof GlobalRef) || state !== NONE) return undefined
    if (!(base instanceof GlobalRef) || !/^(builtins|__builtin__)\.object$/.test(canonical(base))) return undefined
    return this.call(cls, [], 'newobj', offset)
  }

  /** An imported object is put into a container, a state or the arguments of a call. */
  handOn(ref: GlobalRef, offset: number): void {
    if (ref.handedOn) return
    ref.handedOn = true
    this.listener.observe({ kind: 'handed-on', module: ref.module, name: ref.name, offset, stream: this.stream })
  }

  /** The method that an entry of a state gives the instance and that an opcode calls; an empty text where the key is computed, undefined for all others. */
  ownMethod(key: Value, value: Value): string | undefined {
    if (!(value instanceof GlobalRef || value instanceof Result)) return undefined
    if (isLazy(key) && lazyLength(key) > MAX_METHOD) return undefined
    const name = resolveText(key, this.read)
    if (name === undefined) return key instanceof Result ? '' : undefined
    return name === 'args' || isCalledWhileLoading(name) ? name : undefined
  }

  /**
   * Entries of a state that `ownMethod` finds, also in what it holds: what a class has no attribute for, `__getattr__` may look up in a mapping of its
   * state, as torch's modules do, whether that is a dict or was made by a call. Level by level, since these lie near. The last pair of each name is enough.
   * `hidden`: one of them lies where a preview of the state does not show it.
   */
  private methodsIn(
    state: Value,
    owner?: Value,
  ): { readonly found: ReadonlyMap<string, readonly [Value, Value]>; readonly hidden: boolean } {
    const found = new Map<string, readonly [Value, Value]>()
    let seen = 0
    const queue: Value[] = typeof state === 'object' ? [state] : []
    for (let at = 0; at < queue.length && seen < MAX_SEARCHED; at++) {
      const value = queue[at]
      if (typeof value !== 'object') continue
      if (value instanceof Dict && owner instanceof Result) value.owner ??= owner
      const items =
        value instanceof Dict ? value.entries : value instanceof Sequence ? value.items : value instanceof Result ? value.args : []
      const pairs = value instanceof Dict || (value instanceof Sequence && items.length === 2)
      for (let item = 0; item < items.length; item++) {
        const child = items[item] ?? NONE
        const key = pairs && item % 2 === 1 ? (items[item - 1] ?? NONE) : undefined
        const name = key === undefined ? undefined : this.ownMethod(key, child)
        // Further down, a key that is computed says nothing: pairs of arrays are pairs, too.
        if (key !== undefined && name !== undefined && (name !== '' || at === 0) && found.size < MAX_METHODS)
          found.set(name === '' ? `#${found.size}` : name, [key, child])
        if (typeof child === 'object') queue.push(child)
      }
      seen += items.length
      this.searched += items.length
    }
    if (this.searched > MAX_SEARCHED_ALL) this.limit ??= 'more states of instances are built than are searched for methods'
    return { found, hidden: found.size > 0 && seen > SHOWN }
  }

  /** BUILD: `__setstate__`, or attributes of the target. */
  build(target: Value, state: Value, offset: number): void {
    if (state instanceof GlobalRef) this.handOn(state, offset)
    if (target instanceof Result && target.callee instanceof GlobalRef && target.callee.source === 'state')
      this.shipSource(state, 'state', offset)
    this.lookIntoState(target, state, offset)
    const { found, hidden } = this.methodsIn(state, target)
    if (typeof state === 'object' && 'used' in state) state.used = true
    this.gain(target, heldBy(state))
    // An instance as a state is judged each time, too, whatever was said of the class: most `__setstate__` iterate it.
    this.fill(target, [state], 'build', offset, state instanceof Result || found.size > 0 || this.isArmed(state))
    if (hidden) this.fill(target, [new Dict([...found.values()].flat())], 'build', offset, true)
  }

  /**
   * APPEND(S), SETITEM(S), ADDITEMS and BUILD: on an instance they call its methods, on an imported object they change the program.
   * `ownMethods`: the items are such as `ownMethod` finds, which are always stated.
   */
  fill(target: Value, items: readonly Value[], how: CallHow, offset: number, ownMethods = false): void {
    if (target instanceof GlobalRef || target instanceof ModuleRef) {
      this.tell({
        kind: 'mutated-global',
        target:
          target instanceof GlobalRef ? calleeOf(target, this.read) : { kind: 'global', module: target.module, name: '', computed: true },
        args: items.slice(0, 4).map((item) => preview(item, this.read)),
        how,
        offset,
        stream: this.stream,
      })
    } else if (target instanceof Result) {
      const bit = howBit(how)
      if (how !== 'build' && !ownMethods && (target.touched & bit) !== 0) return
      const { callee } = target
      if (callee instanceof GlobalRef) {
        if ((ownMethods || (callee.settled & bit) === 0) && this.stateCall(callee, ownMethods ? items : items.slice(0, 4), how, offset))
          callee.settled |= bit
      } else this.stateCall(callee, items.slice(0, 4), how, offset)
      // Only now: a mapping that is its own `__dict__` is built with itself, and had no state before.
      target.touched |= bit
    } else if (target === UNKNOWN || target instanceof PersistentId) {
      this.stateCall(target, items.slice(0, 4), how, offset)
    }
  }

  /** Objects of one module share one text: it is told once. */
  private shipSource(given: Value | undefined, by: 'call' | 'state', offset: number): void {
    const place = placeOfSource(given, by, this.read)
    if (this.sources.has(place.value)) return
    if (this.sources.size > MAX_SOURCES) return
    this.sources.add(place.value)
    if (this.sources.size <= MAX_SOURCES) return this.listener.source(sourceAt(place, this.read), offset)
    const detail = `more than ${MAX_SOURCES} texts of source that are run: the others were not read`
    this.listener.observe({ kind: 'incomplete', why: 'limit', detail, offset })
  }

  /** What a persistent id stands for: torch's `('module', cls, …)` gives the class itself (torch/serialization.py, persistent_load). */
  persistent(id: Value, offset: number): Value {
    const culprit = id instanceof Sequence ? id.items.find((item) => this.isArmed(item)) : this.isArmed(id) ? id : undefined
    if (culprit !== undefined) this.stateCall(PERSISTENT_LOAD, [culprit], 'reduce', offset)
    if (id instanceof Sequence && id.kind === 'tuple') {
      const tag = textOf(id.items[0] ?? NONE, this.read)
      const second = id.items[1]
      if (tag === 'module' && second instanceof GlobalRef) return second
      if (tag === 'storage') return new PersistentId(id)
    }
    this.oddity('persistent-id', 'the loading program decides what this id means', offset)
    return new PersistentId(id)
  }

  /** EXT1, EXT2, EXT4: the callable comes from copyreg's registry in the loading process. */
  extension(code: number, offset: number): void {
    this.tell({ kind: 'extension-code', code, offset, stream: this.stream })
  }

  /** See `PickleListener.constant`. */
  constant(literal: Value, offset: number): void {
    if (this.constants++ >= MAX_CONSTANTS) return
    const bytes = literalBytes(literal, this.read, MAX_PAYLOAD)
    if (bytes !== undefined) this.listener.constant(bytes, !isBytes(literal), offset)
  }

  /** A true answer: see `PickleListener.observe`. */
  oddity(oddity: PickleOddity, detail: string, offset: number): boolean {
    return this.listener.observe({ kind: 'pickle-oddity', oddity, detail, offset, stream: this.stream })
  }

  /** A result that nothing can refer to any more: the call was made for its effect. */
  discarded(value: Value, offset: number): void {
    if (!(value instanceof Result) || value.memoized) return
    const ref = value.callee instanceof GlobalRef ? value.callee : undefined
    if (ref && (ref.settled & DISCARDED_BIT) !== 0) return
    const callee = calleeOf(value.callee, this.read)
    const settled = this.oddity('discarded-call', callee.kind === 'global' ? `${callee.module}.${callee.name}` : 'a computed value', offset)
    if (ref && settled) ref.settled |= DISCARDED_BIT
  }

  /** States a fact that was made for this, with its opcode: a copy of each would cost more than all else that is done for a call. */
  private tell(fact: Extract<Observation, { readonly opcode?: string }>): boolean {
    const opcode = this.opcodeAt(fact.offset)
    if (opcode !== undefined) (fact as { opcode?: string }).opcode = opcode
    return this.listener.observe(fact)
  }

  private stateCall(callee: Value, args: readonly Value[], how: CallHow, offset: number): boolean {
    return this.tell({
      kind: 'call',
      callee: calleeOf(callee, this.read),
      args: args.map((arg) => previewOf(arg, this.read, this.loose)),
      how,
      offset,
      stream: this.stream,
    })
  }

  /** Calls of partial objects, of operator's getters and of bound methods of literals are seen through. */
  private callResult(callee: Result, args: readonly Value[], how: CallHow, offset: number, depth: number): Value | undefined {
    if (!(callee.callee instanceof GlobalRef)) return undefined
    const [first, ...rest] = callee.args
    const target = args[0]
    switch (canonical(callee.callee)) {
      case 'functools.partial':
      case '_functools.partial':
        return first === undefined ? undefined : this.call(first, [...rest, ...args], how, offset, depth + 1)
      case '_operator.attrgetter': {
        const name = first === undefined ? undefined : resolveText(first, this.read)
        return name === undefined || target === undefined ? undefined : this.attribute(target, name, offset)
      }
      case '_operator.methodcaller': {
        const name = first === undefined ? undefined : resolveText(first, this.read)
        const method = name === undefined || target === undefined ? undefined : this.attribute(target, name, offset)
        return method === undefined ? undefined : this.call(method, rest, how, offset, depth + 1)
      }
      case 'builtins.getattr': {
        const list = args[0]
        const isJoin = rest[0] !== undefined && textOf(rest[0], this.read) === 'join' && first !== undefined && list !== undefined
        return isJoin && resolveText(first, this.read) !== undefined ? boundJoin(first, list, offset) : undefined
      }
      default:
        return undefined
    }
  }

  /** getattr of a known object with a literal, and imports by name, give a name or a module. */
  private attributeOf(name: string, args: readonly Value[], offset: number): Value | undefined {
    const [first, second] = args
    switch (name) {
      case 'builtins.getattr':
      case 'builtins.object.__getattribute__':
      case 'builtins.type.__getattribute__': {
        const attribute = second === undefined ? undefined : resolveText(second, this.read)
        return attribute === undefined || first === undefined ? undefined : this.attribute(first, attribute, offset)
      }
      case 'importlib.import_module':
      case 'importlib.__import__':
      case 'importlib._bootstrap._gcd_import':
      case 'builtins.__import__':
      case 'dill._dill._import_module':
      case 'cloudpickle.cloudpickle.subimport': {
        const module = first === undefined ? undefined : resolveText(first, this.read)
        return module === undefined ? undefined : new ModuleRef(cutAtNul(module))
      }
      default:
        return undefined
    }
  }

  private attribute(target: Value, name: string, offset: number): Value | undefined {
    if (target instanceof ModuleRef) return this.importName(target.module, name, true, offset)
    if (target instanceof GlobalRef) return this.importName(target.module, `${target.name}.${name}`, true, offset)
    return undefined
  }

  /** Bytes in a state that the class hands to an unpickler. */
  private lookIntoState(target: Value, state: Value, offset: number): void {
    if (!(target instanceof Result) || !(target.callee instanceof GlobalRef)) return
    const name = canonical(target.callee)
    if (UNPICKLES_STATE.test(name)) this.lookInside(name, state instanceof Dict ? state.entries : [state], offset)
    if (!(state instanceof Dict)) return
    for (let at = 0; at + 1 < state.entries.length; at += 2) {
      const key = state.entries[at] ?? NONE
      if (isLazy(key) && lazyLength(key) === UNPICKLED_ENTRY.length && textOf(key, this.read) === UNPICKLED_ENTRY)
        this.lookInside(name, [state.entries[at + 1] ?? NONE], offset)
    }
  }

  private lookInside(loader: string, args: readonly Value[], offset: number): void {
    for (const arg of args.slice(0, 3)) {
      if (arg instanceof Blob && arg.length > MAX_COPIED && (arg.flavour === BYTES_LITERAL || arg.flavour === BYTEARRAY_LITERAL)) {
        this.listener.nested({ offset: arg.offset, length: arg.length }, loader, offset)
        continue
      }
      const bytes = resolveBytes(arg, this.read)
      if (bytes === undefined && arg === args[0] && (arg === BYTES || arg instanceof Blob || arg instanceof Result)) {
        this.listener.observe({
          kind: 'incomplete',
          why: 'limit',
          detail: `what ${loader} is given was not looked into: it is too long, or is computed in a way that is not known`,
          offset,
        })
      }
      if (bytes !== undefined && bytes.length > 0) this.listener.nested(bytes, loader, offset)
    }
  }
}

function cutAtNul(name: string): string {
  const nul = name.indexOf('\0')
  return nul < 0 ? name : name.slice(0, nul)
}

function hasControl(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}
