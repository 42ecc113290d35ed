// Facts of a pickle: the names it imports, the calls it makes, and what no pickler writes.

/** An abstract Python value, cut to a bounded size: enough to judge and to show, never the object itself. */
export type Preview =
  | { readonly kind: 'none' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly text: string }
  | { readonly kind: 'float'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly length: number }
  | { readonly kind: 'bytes'; readonly head: Uint8Array; readonly length: number }
  | { readonly kind: 'global'; readonly module: string; readonly name: string }
  | { readonly kind: 'module'; readonly module: string }
  | ResultPreview
  | SequencePreview
  | DictPreview
  | { readonly kind: 'persistent-id'; readonly id: Preview | undefined }
  | { readonly kind: 'unknown'; readonly what: string }

/** What a call returns. */
export interface ResultPreview {
  readonly kind: 'result'
  readonly callee: Callee
  readonly args: readonly Preview[]
  /** A BUILD gave it a state, so that its methods work with what the file says. */
  readonly hasState?: true
  /**
   * Callables that its arguments, items and states carry at any depth, but for those that are harmless as a value. No
   * preview is deep enough to show them all.
   */
  readonly callables?: readonly CallableName[]
}

/** A tuple, list or set. */
export interface SequencePreview {
  readonly kind: 'tuple' | 'list' | 'set' | 'frozenset'
  readonly items: readonly Preview[]
  /** It has more items than are shown. */
  readonly more: boolean
  /** As of a result, where not all items are shown. */
  readonly callables?: readonly CallableName[]
}

/** A dict. */
export interface DictPreview {
  readonly kind: 'dict'
  readonly entries: readonly (readonly [Preview, Preview])[]
  /** It has more entries than are shown. */
  readonly more: boolean
  /** As of a result, where not all entries are shown. */
  readonly callables?: readonly CallableName[]
}

/** An imported name that an object can call. Two empty texts are a placeholder for more than are counted. */
export interface CallableName {
  readonly module: string
  readonly name: string
}

/**
 * Which further facts about the same callee, used in the same way, would change no judgement: those that differ from
 * this one in `literals` alone, as long as these are of the same kinds; or in `values` too, that is in instances and
 * containers of them that carry no untrusted callable.
 */
export type Silence = 'literals' | 'values'

/** What is called. */
export type Callee =
  /** An imported name. `computed` when the pickle itself worked the name out. */
  | { readonly kind: 'global'; readonly module: string; readonly name: string; readonly computed: boolean }
  /** A bound method of a value, e.g. `''.join`. */
  | { readonly kind: 'method'; readonly of: Preview; readonly name: string }
  /** Something whose identity cannot be known without running the program. */
  | { readonly kind: 'unknown'; readonly of: Preview }

/**
 * How a call comes about. `reduce`: a plain call. `newobj`: `cls.__new__(cls, …)`. `inst`/`obj`: construction in
 * protocols 0 and 1. `build`: `__setstate__` or attributes of an instance. `append`, `setitem`, `additems`: a method of
 * an instance, called without REDUCE.
 */
export type CallOpcode = 'reduce' | 'newobj' | 'inst' | 'obj' | 'build' | 'append' | 'setitem' | 'additems'

/** What no pickler writes, or what the loading program decides. */
export type PickleOddity =
  | 'nul-in-name'
  | 'frame-straddle'
  | 'discarded-call'
  | 'computed-arguments'
  | 'second-state'
  | 'persistent-id'
  | 'out-of-band-buffer'
  | 'trailing-bytes'
  | 'huge-memo-index'
  | 'expansion'

/** The place of a fact of a pickle. */
interface InStream {
  readonly offset: number
  /** Streams of one file are counted from 0. */
  readonly stream: number
}

/** The place of a fact of a pickle, and the opcode there by the name that pickletools has for it. */
interface AtOpcode extends InStream {
  readonly opcode?: string
}

/** Facts of a pickle. */
export type PickleObservation =
  /**
   * A name is imported. `module`/`name` as the running Python would look them up; `written` as the file spells them,
   * when that differs.
   */
  | (AtOpcode & {
      readonly kind: 'global'
      readonly module: string
      readonly name: string
      readonly written?: { readonly module: string; readonly name: string }
      readonly computed: boolean
    })
  | (AtOpcode & {
      readonly kind: 'call'
      readonly callee: Callee
      readonly args: readonly Preview[]
      readonly via: CallOpcode
      /** Callables that the arguments are or carry, at any depth, but for those that are harmless as a value. */
      readonly callables?: readonly CallableName[]
      /**
       * The class of the instance that gets a state or items, where a function such as `copyreg.__newobj__` built it.
       */
      readonly of?: CallableName
    })
  /**
   * An imported object becomes part of a value or an argument, so that something else can call it. Reported once for
   * each name.
   */
  | (InStream & { readonly kind: 'escape'; readonly module: string; readonly name: string })
  /** An object gets callables after something else was given it: instances of this class, built before, may have it. */
  | (InStream & {
      readonly kind: 'later-callables'
      readonly module: string
      readonly name: string
      readonly callables: readonly CallableName[]
    })
  /** A name is imported that is not a literal of the file and could not be worked out. */
  | (AtOpcode & { readonly kind: 'dynamic-global'; readonly module: Preview; readonly name: Preview })
  /** An object is taken from the extension registry of copyreg by its number. */
  | (AtOpcode & { readonly kind: 'extension-code'; readonly code: number })
  /** An imported object itself is changed, not an instance of it. */
  | (AtOpcode & { readonly kind: 'mutated-global'; readonly target: Callee; readonly args: readonly Preview[]; readonly via: CallOpcode })
  | (InStream & {
      readonly kind: 'pickle-oddity'
      readonly oddity: PickleOddity
      readonly detail: string
      /** `module.name` of the function whose result is discarded, where it is an imported name. */
      readonly callee?: string
    })
