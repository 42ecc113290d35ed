// Works out the size of the arrays that joblib stores between the opcodes of a pickle.
import { classOf, mentions } from '../../../pickle/resolve/reconstructors.ts'
import { integerOf, isInteger, isLazy, LONG, lazyFlavour, lazyLength, lazyOffset } from '../../../pickle/value/literal-codes.ts'
import type { ReadLiteral } from '../../../pickle/value/text.ts'
import { textOf } from '../../../pickle/value/text.ts'
import type { Value } from '../../../pickle/value/values.ts'
import { Dict, GlobalRef, NONE, Result, Sequence } from '../../../pickle/value/values.ts'
import type { PickleListener } from '../../../pickle/vm/listener.ts'
import type { Element } from '../../../wire/npy-header.ts'
import { countOf, elementOf } from '../../../wire/npy-header.ts'

/** Array data that joblib's loader reads from the file between two opcodes. */
export type Body =
  /** Array elements. `padded`: a byte with the number of padding bytes, and the padding, come first (joblib 1.2 on). */
  | { readonly kind: 'raw'; readonly bytes: number; readonly padded: boolean; readonly texts: boolean }
  /** An array of objects, which is another pickle. */
  | { readonly kind: 'pickle' }
  /** `isOpcodes`: there may be no array, so that the bytes may also be the pickle's next opcodes. */
  | { readonly kind: 'unknown'; readonly why: string; readonly isOpcodes?: true }

type Kind = 'array' | 'file' | 'dtype' | 'strings' | 'perhaps' | 'other'

/** Kinds of classes by their full name. scikit-learn and other packages contained their own copy of joblib. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  // joblib 0.10 and later: the array follows in the same file.
  [/(?:^|\.)joblib\.numpy_pickle\.NumpyArrayWrapper$/, 'array'],
  // joblib 0.9 and earlier: the array is in a file beside the pickle.
  [/(?:^|\.)joblib\.numpy_pickle(?:_compat)?\.Z?NDArrayWrapper$/, 'file'],
  [/^numpy\.dtype$/, 'dtype'],
  // StringDType of NumPy 2, for texts of any length: its arrays are pickled.
  [/^numpy\._?core\._internal\._convert_to_stringdtype_kwargs$/, 'strings'],
  // joblib's class through a module that imports it, or another class of the same name.
  [/(?:^|\.)(?:NumpyArrayWrapper|Z?NDArrayWrapper)$/, 'perhaps'],
]
/** dtypes whose element size is in their state and not in their name: texts, bytes, structures. */
const FLEXIBLE = /^[<>=|]?[SUVa]/
/** Maximum number of texts in the cache: attribute names, which a pickle writes once and uses ten thousand times. */
const MAX_TEXTS = 256
/** Maximum size and alignment of a number in bytes: a complex number of two 128-bit floats. */
const MAX_NUMBER = 32
/** Bit of a dtype's flags for elements that are or contain Python objects (NPY_ITEM_REFCOUNT). */
const ITEM_REFCOUNT = 1

/**
 * Follows a pickle as joblib's loader reads it (joblib/numpy_pickle.py): at the BUILD of an array wrapper, the loader
 * reads the array from the file. The wrapper's attributes hold shape and dtype, from which the size of the data
 * follows.
 */
export class JoblibArrays {
  /** Array data that follow where the machine pauses, in this order. */
  readonly bodies: Body[] = []
  /** True once a wrapper was built: the file was written by joblib. */
  seen = false
  /** True once a wrapper class was named: an instance of an unknown class may be a wrapper. */
  named = false
  /** The package that contains joblib, as the first wrapper names it. */
  private parentPackage: string | undefined
  private readonly read: ReadLiteral
  private readonly listener: PickleListener
  private readonly attributes = new WeakMap<Result, Map<string, Value>>()
  private readonly dtypes = new WeakMap<Result, Value>()
  private readonly kinds = new WeakMap<GlobalRef, Kind>()
  private readonly texts = new Map<number, string | undefined>()

  /** `read` reads literals of the pickle again; `listener` receives observations about files beside the pickle. */
  constructor(read: ReadLiteral, listener: PickleListener) {
    this.read = read
    this.listener = listener
  }

  /** Called after BUILD. Returns true if the loader now reads an array from the file. */
  afterBuild(instance: Value, state: Value, offset: number): boolean {
    const kind = this.kindOf(instance, state)
    if (kind === 'perhaps') {
      this.seen = true
      this.bodies.push({ kind: 'unknown', why: 'the class of an object is computed and may be an array wrapper', isOpcodes: true })
      return true
    }
    if (!(instance instanceof Result)) return false
    if (kind === 'dtype') this.dtypes.set(instance, state)
    if (kind !== 'array' && kind !== 'file') return false
    this.seen = true
    if (!this.isOfSameJoblib(instance)) {
      this.bodies.push({
        kind: 'unknown',
        why: 'its wrappers belong to two copies of joblib, and only one loads the file',
        isOpcodes: true,
      })
      return true
    }
    const attributes = this.attributes.get(instance) ?? new Map<string, Value>()
    this.attributes.set(instance, attributes)
    const complete = isFresh(instance) && this.addAttributes(attributes, state)
    if (kind === 'file') {
      this.observeSiblingFile(attributes, offset)
      return false
    }
    this.bodies.push(complete ? this.bodyOf(attributes) : { kind: 'unknown', why: 'the attributes of its wrapper are unknown' })
    return true
  }

  /** Adds the attributes that BUILD sets: a dict, or a pair of a dict and one for slots. False if they are unknown. */
  private addAttributes(attributes: Map<string, Value>, state: Value): boolean {
    if (state === NONE) return true
    if (state instanceof Sequence && state.kind === 'tuple' && state.items.length === 2) {
      return state.items.every((part) => this.addAttributes(attributes, part))
    }
    if (!(state instanceof Dict) || state.more) return false
    for (let at = 0; at < state.entries.length; at += 2) {
      const key = this.cachedText(state.entries[at] ?? NONE)
      if (key === undefined) return false
      attributes.set(key, state.entries[at + 1] ?? NONE)
    }
    return true
  }

  private observeSiblingFile(attributes: ReadonlyMap<string, Value>, offset: number): void {
    const path = this.cachedText(attributes.get('filename') ?? NONE)
    if (path === undefined) {
      this.listener.observe({
        kind: 'incomplete',
        why: 'unsupported',
        detail: 'the name of the file with the data of a joblib array is not a literal',
        offset,
      })
    } else this.listener.observe({ kind: 'external-file', format: 'joblib', path, role: 'array file', offset })
  }

  private bodyOf(attributes: ReadonlyMap<string, Value>): Body {
    const element = this.elementOf(attributes.get('dtype') ?? NONE)
    if (element === undefined) return { kind: 'unknown', why: 'its dtype is unknown' }
    if (element.object) return { kind: 'pickle' }
    const shape = attributes.get('shape')
    const lengths = shape instanceof Sequence && !shape.more ? shape.items.map((length) => this.integerIn(length) ?? -1) : [-1]
    const bytes = (countOf(lengths) ?? Number.NaN) * element.bytes
    if (!Number.isSafeInteger(bytes)) return { kind: 'unknown', why: 'its shape is unknown or too large' }
    return { kind: 'raw', bytes, padded: (attributes.get('numpy_array_alignment_bytes') ?? NONE) !== NONE, texts: element.texts }
  }

  /**
   * Reads `numpy.dtype('f8', False, True)` and the state that its BUILD sets: (version, order, subarray, names, fields,
   * size, alignment, flags, …).
   */
  private elementOf(dtype: Value): (Element & { readonly texts: boolean }) | undefined {
    if (!(dtype instanceof Result)) return undefined
    const kind = this.kindOf(dtype)
    if (kind === 'strings') return { bytes: 0, object: true, texts: true }
    if (kind !== 'dtype') return undefined
    const [spelling = NONE] = dtype.args
    const isRecord = spelling instanceof GlobalRef && spelling.name === 'record'
    const type = isRecord ? 'V' : this.cachedText(spelling)
    const found = type === undefined ? undefined : elementOf(type)
    const element = found && { ...found, texts: FLEXIBLE.test(type ?? '') }
    const state = this.dtypes.get(dtype)
    if (type === undefined || element === undefined || state === undefined) return isRecord ? undefined : element
    if (!(state instanceof Sequence) || state.items.length < 8) return undefined
    const size = this.integerIn(state.items[5] ?? NONE)
    const flags = this.integerIn(state.items[7] ?? NONE)
    if (size === undefined || flags === undefined) return undefined
    const object = (flags & ITEM_REFCOUNT) !== 0
    if (FLEXIBLE.test(type)) return size < 0 ? undefined : { bytes: size, object, texts: !this.isOfNumbers(state.items[4], size) }
    return object === element.object ? element : undefined
  }

  /** True if the fields of a structure, `{name: (dtype, offset)}`, are numbers that fill it except for alignment. */
  private isOfNumbers(fields: Value | undefined, size: number): boolean {
    if (!(fields instanceof Dict) || fields.more) return false
    let bytes = 0
    for (let at = 1; at < fields.entries.length; at += 2) {
      const field = fields.entries[at]
      const element = field instanceof Sequence ? this.elementOf(field.items[0] ?? NONE) : undefined
      if (element === undefined || element.texts || element.object) return false
      bytes += element.bytes
    }
    return bytes > 0 && size - bytes <= (fields.entries.length / 2) * MAX_NUMBER
  }

  /** Returns the kind of an instance's class, after BUILD. Cached by class: pickles have millions of instances. */
  private kindOf(instance: Value, state: Value = NONE): Kind {
    if (!this.named) return instance instanceof Result && instance.callee instanceof GlobalRef ? this.kindOfClass(instance.callee) : 'other'
    const cls = classOf(instance, this.isWrapped)
    // A state that sets attributes one by one can replace the class.
    if (cls === 'unknown' || (state instanceof Sequence && mentions(state.items, this.isWrapped))) return 'perhaps'
    return cls === undefined ? 'other' : this.kindOfClass(cls)
  }

  /** Packages contained copies of joblib, and each copy reads only the arrays of its own wrappers. */
  private isOfSameJoblib({ callee }: Result): boolean {
    if (!(callee instanceof GlobalRef)) return false
    const parent = /^(.*\.)?joblib\.numpy_pickle/.exec(`${callee.module}.${callee.name}`)?.[1] ?? ''
    this.parentPackage ??= parent
    return this.parentPackage === parent
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

  private cachedText(value: Value): string | undefined {
    if (typeof value !== 'number') return textOf(value, this.read)
    const known = this.texts.get(value)
    if (known !== undefined) return known
    const text = textOf(value, this.read)
    if (this.texts.size < MAX_TEXTS) this.texts.set(value, text)
    return text
  }

  /** Returns an int, also one that the pickle writes as LONG1. */
  private integerIn(value: Value): number | undefined {
    if (isInteger(value)) return integerOf(value)
    if (!isLazy(value) || lazyFlavour(value) !== LONG || lazyLength(value) > 8) return undefined
    const bytes = this.read(lazyOffset(value), lazyLength(value))
    const sign = (bytes[bytes.length - 1] ?? 0) > 0x7f ? 256 ** bytes.length : 0
    return bytes.length < lazyLength(value) ? undefined : bytes.reduce((sum, byte, index) => sum + byte * 256 ** index, 0) - sign
  }
}

/** True for the full name of a class at whose BUILD joblib reads an array, or may read one. */
export function isWrapper(name: string): boolean {
  return KINDS.some(([pattern, kind]) => (kind === 'array' || kind === 'file' || kind === 'perhaps') && pattern.test(name))
}

/** True if the instance was made without its constructor, which could set attributes. Picklers make it so. */
function isFresh({ args, via }: Result): boolean {
  return via === 'newobj' && args.length === 0
}
