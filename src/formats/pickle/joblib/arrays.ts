// Works out the size of the arrays that joblib stores between the opcodes of a pickle.
import { classOf, mentions } from '../../../pickle/resolve/reconstructors.ts'
import type { ReadLiteral } from '../../../pickle/value/text.ts'
import { textOf } from '../../../pickle/value/text.ts'
import type { Value } from '../../../pickle/value/values.ts'
import {
  Dict,
  GlobalRef,
  integerOf,
  isInteger,
  isLazy,
  LONG,
  lazyFlavour,
  lazyLength,
  lazyOffset,
  NONE,
  Result,
  Sequence,
} from '../../../pickle/value/values.ts'
import type { PickleListener } from '../../../pickle/vm/listener.ts'
import type { Element } from '../../../wire/npy-header.ts'
import { countOf, elementOf } from '../../../wire/npy-header.ts'

/** What joblib's loader itself reads from the file, between two opcodes. */
export type Body =
  /** Bytes of an array. `padded`: after one byte that counts the bytes of padding behind it (joblib 1.2 and later). */
  | { readonly kind: 'raw'; readonly bytes: number; readonly padded: boolean; readonly texts: boolean }
  /** An array of objects: a pickle of its own. */
  | { readonly kind: 'pickle' }
  /** `isOpcodes`: there may be none, so that the pickle goes on. */
  | { readonly kind: 'unknown'; readonly why: string; readonly isOpcodes?: true }

type Kind = 'array' | 'file' | 'dtype' | 'strings' | 'perhaps' | 'other'

/** What the full name of a class says. scikit-learn and others carried a joblib of their own. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  // joblib 0.10 and later: the array follows in the same file.
  [/(?:^|\.)joblib\.numpy_pickle\.NumpyArrayWrapper$/, 'array'],
  // joblib 0.9 and earlier: the array lies in a file beside the pickle.
  [/(?:^|\.)joblib\.numpy_pickle(?:_compat)?\.Z?NDArrayWrapper$/, 'file'],
  [/^numpy\.dtype$/, 'dtype'],
  // NumPy 2's type of texts of any length: its arrays are pickled.
  [/^numpy\._?core\._internal\._convert_to_stringdtype_kwargs$/, 'strings'],
  // By way of a module that imports joblib, or a class of the same name: nobody knows whether it is joblib's.
  [/(?:^|\.)(?:NumpyArrayWrapper|Z?NDArrayWrapper)$/, 'perhaps'],
]
/** Sizes of these come from the state of the dtype, not from its name. */
const FLEXIBLE = /^[<>=|]?[SUVa]/
/** Texts that are remembered: the names of a wrapper's attributes, which the pickle writes once and refers to ten thousand times. */
const MAX_TEXTS = 256
/** A complex of two 128-bit floats: fields are aligned to no more. */
const LARGEST_NUMBER = 32
/** Bit of a dtype's flags that says: its elements are or hold Python objects (NPY_ITEM_REFCOUNT). */
const HOLDS_OBJECTS = 1

/**
 * Follows a pickle as joblib's loader reads it (joblib/numpy_pickle.py): at the BUILD of a wrapper it takes the array from the file. The shape and the
 * element's type are in the wrapper's attributes, so that the size of the raw bytes can be worked out.
 */
export class JoblibArrays {
  /** What follows where the machine pauses, in this order. */
  readonly bodies: Body[] = []
  /** A wrapper was built: the file is joblib's. */
  seen = false
  /** A class of wrappers was named: an instance of a class that is not known may be of that one. */
  named = false
  private home: string | undefined
  private readonly read: ReadLiteral
  private readonly listener: PickleListener
  private readonly attributes = new WeakMap<Result, Map<string, Value>>()
  private readonly dtypes = new WeakMap<Result, Value>()
  private readonly kinds = new WeakMap<GlobalRef, Kind>()
  private readonly texts = new Map<number, string | undefined>()

  /** `read` gives literals of the pickle again, `listener` hears of files that are named. */
  constructor(read: ReadLiteral, listener: PickleListener) {
    this.read = read
    this.listener = listener
  }

  /** After BUILD: true where the loader now reads from the file. */
  built(instance: Value, state: Value, offset: number): boolean {
    const kind = this.kindOf(instance, state)
    if (kind === 'perhaps') {
      this.seen = true
      this.bodies.push({ kind: 'unknown', why: 'the class of an object is computed, and may be that of arrays', isOpcodes: true })
      return true
    }
    if (!(instance instanceof Result)) return false
    if (kind === 'dtype') this.dtypes.set(instance, state)
    if (kind !== 'array' && kind !== 'file') return false
    this.seen = true
    if (!this.isOfOneJoblib(instance)) {
      this.bodies.push({ kind: 'unknown', why: 'its wrappers are those of two joblibs, of which one loads the file', isOpcodes: true })
      return true
    }
    const attributes = this.attributes.get(instance) ?? new Map<string, Value>()
    this.attributes.set(instance, attributes)
    const complete = isFresh(instance) && this.update(attributes, state)
    if (kind === 'file') {
      this.siblingFile(attributes, offset)
      return false
    }
    this.bodies.push(complete ? this.bodyOf(attributes) : { kind: 'unknown', why: 'its attributes cannot be worked out' })
    return true
  }

  /** Adds what BUILD sets: a dict, or a pair of a dict and one for slots. False where that cannot be told. */
  private update(attributes: Map<string, Value>, state: Value): boolean {
    if (state === NONE) return true
    if (state instanceof Sequence && state.kind === 'tuple' && state.items.length === 2) {
      return state.items.every((part) => this.update(attributes, part))
    }
    if (!(state instanceof Dict) || state.more) return false
    for (let at = 0; at < state.entries.length; at += 2) {
      const key = this.text(state.entries[at] ?? NONE)
      if (key === undefined) return false
      attributes.set(key, state.entries[at + 1] ?? NONE)
    }
    return true
  }

  private siblingFile(attributes: ReadonlyMap<string, Value>, offset: number): void {
    const path = this.text(attributes.get('filename') ?? NONE)
    if (path === undefined) {
      this.listener.observe({
        kind: 'incomplete',
        why: 'unsupported',
        detail: 'the file that holds an array of joblib is not named plainly',
        offset,
      })
    } else this.listener.observe({ kind: 'external-file', format: 'joblib', path, role: 'array file', offset })
  }

  private bodyOf(attributes: ReadonlyMap<string, Value>): Body {
    const element = this.elementOf(attributes.get('dtype') ?? NONE)
    if (element === undefined) return { kind: 'unknown', why: 'its type of elements cannot be worked out' }
    if (element.object) return { kind: 'pickle' }
    const shape = attributes.get('shape')
    const lengths = shape instanceof Sequence && !shape.more ? shape.items.map((length) => this.integer(length) ?? -1) : [-1]
    const bytes = (countOf(lengths) ?? Number.NaN) * element.bytes
    if (!Number.isSafeInteger(bytes)) return { kind: 'unknown', why: 'its shape cannot be worked out' }
    return { kind: 'raw', bytes, padded: (attributes.get('numpy_array_alignment_bytes') ?? NONE) !== NONE, texts: element.texts }
  }

  /** `numpy.dtype('f8', False, True)`, and the state that its BUILD set: (version, order, subarray, names, fields, size, alignment, flags, …). */
  private elementOf(dtype: Value): (Element & { readonly texts: boolean }) | undefined {
    if (!(dtype instanceof Result)) return undefined
    const kind = this.kindOf(dtype)
    if (kind === 'strings') return { bytes: 0, object: true, texts: true }
    if (kind !== 'dtype') return undefined
    const [spelling = NONE] = dtype.args
    const isRecord = spelling instanceof GlobalRef && spelling.name === 'record'
    const type = isRecord ? 'V' : this.text(spelling)
    const found = type === undefined ? undefined : elementOf(type)
    const element = found && { ...found, texts: FLEXIBLE.test(type ?? '') }
    const state = this.dtypes.get(dtype)
    if (type === undefined || element === undefined || state === undefined) return isRecord ? undefined : element
    if (!(state instanceof Sequence) || state.items.length < 8) return undefined
    const size = this.integer(state.items[5] ?? NONE)
    const flags = this.integer(state.items[7] ?? NONE)
    if (size === undefined || flags === undefined) return undefined
    const object = (flags & HOLDS_OBJECTS) !== 0
    if (FLEXIBLE.test(type)) return size < 0 ? undefined : { bytes: size, object, texts: !this.isOfNumbers(state.items[4], size) }
    return object === element.object ? element : undefined
  }

  /** Are the fields of a structure, `{name: (dtype, offset)}`, numbers that fill it but for their alignment? */
  private isOfNumbers(fields: Value | undefined, size: number): boolean {
    if (!(fields instanceof Dict) || fields.more) return false
    let bytes = 0
    for (let at = 1; at < fields.entries.length; at += 2) {
      const field = fields.entries[at]
      const element = field instanceof Sequence ? this.elementOf(field.items[0] ?? NONE) : undefined
      if (element === undefined || element.texts || element.object) return false
      bytes += element.bytes
    }
    return bytes > 0 && size - bytes <= (fields.entries.length / 2) * LARGEST_NUMBER
  }

  /** What an instance is an instance of once it has its state. Names are looked at once for each class: large pickles have millions of instances. */
  private kindOf(instance: Value, state: Value = NONE): Kind {
    if (!this.named) return instance instanceof Result && instance.callee instanceof GlobalRef ? this.kindOfClass(instance.callee) : 'other'
    const cls = classOf(instance, this.isWrapped)
    // Attributes that are set one by one can replace the class.
    if (cls === 'unknown' || (state instanceof Sequence && mentions(state.items, this.isWrapped))) return 'perhaps'
    return cls === undefined ? 'other' : this.kindOfClass(cls)
  }

  /** Other packages carried a joblib of their own, and each reads arrays of its own wrappers alone. */
  private isOfOneJoblib({ callee }: Result): boolean {
    if (!(callee instanceof GlobalRef)) return false
    const home = /^(.*\.)?joblib\.numpy_pickle/.exec(`${callee.module}.${callee.name}`)?.[1] ?? ''
    this.home ??= home
    return this.home === home
  }

  private kindOfClass(cls: GlobalRef): Kind {
    const known = this.kinds.get(cls)
    if (known !== undefined) return known
    const name = `${cls.module}.${cls.name}`
    const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
    this.kinds.set(cls, kind)
    return kind
  }

  private readonly isWrapped = (cls: GlobalRef): boolean => {
    const kind = this.kindOfClass(cls)
    return kind === 'array' || kind === 'file' || kind === 'perhaps'
  }

  private text(value: Value): string | undefined {
    if (typeof value !== 'number') return textOf(value, this.read)
    const known = this.texts.get(value)
    if (known !== undefined) return known
    const text = textOf(value, this.read)
    if (this.texts.size < MAX_TEXTS) this.texts.set(value, text)
    return text
  }

  /** An int, also one that is long enough to have been written as LONG1. */
  private integer(value: Value): number | undefined {
    if (isInteger(value)) return integerOf(value)
    if (!isLazy(value) || lazyFlavour(value) !== LONG || lazyLength(value) > 8) return undefined
    const bytes = this.read(lazyOffset(value), lazyLength(value))
    const sign = (bytes[bytes.length - 1] ?? 0) > 0x7f ? 256 ** bytes.length : 0
    return bytes.length < lazyLength(value) ? undefined : bytes.reduce((sum, byte, index) => sum + byte * 256 ** index, 0) - sign
  }
}

/** Is this the full name of a class at whose BUILD joblib reads an array? */
export function isWrapper(name: string): boolean {
  return KINDS.some(([pattern, kind]) => (kind === 'array' || kind === 'file' || kind === 'perhaps') && pattern.test(name))
}

/** Made without its constructor, which would set attributes too: so do picklers. */
function isFresh({ args, how }: Result): boolean {
  return how === 'newobj' && args.length === 0
}
