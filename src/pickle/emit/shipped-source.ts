// Finds Python source in a pickle that a library runs when the pickle is loaded.
import { resolveText } from '../resolve/evaluate.ts'
import { BYTES_LITERAL } from '../value/literal-codes.ts'
import type { ReadLiteral } from '../value/text.ts'
import { decodeText, textOf } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import { Blob, Dict } from '../value/values.ts'

/** Python source that a library runs. */
export interface PickledSource {
  /** The text; undefined where the file does not contain it as one literal that can be read. */
  readonly text: string | undefined
  /** The class or function that the library takes from it, as far as the file says. */
  readonly name: string
}

/** Maximum length of source that is read: the longest networks have a hundredth of it. */
const MAX_SOURCE = 4 * 2 ** 20

/**
 * StyleGAN’s `persistence` (torch_utils/persistence.py, `_reconstruct_persistent_obj`): a dict with the source of the
 * module of an object’s class, which is run as a module of its own.
 */
const RECONSTRUCTS = /(?:^|\.)torch_utils\.persistence\._reconstruct_persistent_obj$/
/**
 * The same for networks of TensorFlow (dnnlib/tflib/network.py, earlier tfutil.py): the state of the instance has the
 * source.
 */
const NETWORK = /(?:^|\.)(?:tflib\.network|tfutil)\.Network$/

/** Whether a call of this name runs source in its arguments, or its instances run source in their state. */
export function sourceRunBy(name: string): 'call' | 'state' | undefined {
  return RECONSTRUCTS.test(name) ? 'call' : NETWORK.test(name) ? 'state' : undefined
}

/** The values of the source and its name, in the arguments of a call or in a state. */
export interface SourcePlace {
  /** Undefined where it is not known which value it is. */
  readonly value: Value | undefined
  readonly name: Value | undefined
}

/**
 * Finds the source in the first argument of such a call, or in such a state. Cheap, since thousands of objects share
 * one text.
 */
export function placeOfSource(given: Value | undefined, by: 'call' | 'state', read: ReadLiteral): SourcePlace {
  return by === 'call' ? placeIn(given, 'module_src', 'class_name', read) : placeIn(given, 'build_module_src', 'build_func_name', read)
}

function placeIn(meta: Value | undefined, key: string, nameKey: string, read: ReadLiteral): SourcePlace {
  if (!(meta instanceof Dict)) return { value: undefined, name: undefined }
  let value: Value | undefined
  let name: Value | undefined
  // A key that is no literal can be any of them, and so can an entry that was not kept.
  let known = !meta.more && !meta.incomplete
  for (let at = 0; at + 1 < meta.entries.length; at += 2) {
    const written = meta.entries[at]
    const text = written === undefined ? undefined : textOf(written, read)
    if (text === undefined) known = false
    else if (text === key) value = meta.entries[at + 1]
    else if (text === nameKey) name = meta.entries[at + 1]
  }
  return { value: known ? value : undefined, name }
}

/** Reads the source. */
export function sourceAt({ value, name }: SourcePlace, read: ReadLiteral): PickledSource {
  return {
    text: value === undefined ? undefined : literalText(value, read),
    name: (name === undefined ? undefined : resolveText(name, read)) ?? '?',
  }
}

function literalText(value: Value, read: ReadLiteral): string | undefined {
  if (typeof value === 'number') return textOf(value, read)
  if (!(value instanceof Blob) || value.flavour >= BYTES_LITERAL || value.length > MAX_SOURCE) return undefined
  const bytes = read(value.offset, value.length)
  return bytes.length < value.length ? undefined : decodeText(bytes, value.flavour)
}
