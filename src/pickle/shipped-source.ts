import { resolveText } from './evaluate.ts'
import type { ReadLiteral } from './text.ts'
import { decodeText, textOf } from './text.ts'
import type { Value } from './values.ts'
import { Blob, BYTES_LITERAL, Dict } from './values.ts'

/** Python source that a pickle hands to a library that runs it. */
export interface PickledSource {
  /** The text; undefined where the file does not hold it as one literal that can be read. */
  readonly text: string | undefined
  /** The class or function that is taken out of it, as far as the file says. */
  readonly name: string
}

/** Longer source is not read: the longest networks are a hundredth of it. */
const MAX_SOURCE = 4 * 2 ** 20

/**
 * StyleGAN's `persistence` (torch_utils/persistence.py, `_reconstruct_persistent_obj`): a dict with the text of the module of an object’s class, which is
 * run as a module of its own.
 */
const RECONSTRUCTS = /(?:^|\.)torch_utils\.persistence\._reconstruct_persistent_obj$/
/** The same for networks of TensorFlow (dnnlib/tflib/network.py and, before, tfutil.py): the state of the instance has the text. */
const NETWORK = /(?:^|\.)(?:tflib\.network|tfutil)\.Network$/

/** Does this name run source that it is called with, or that its instances are given as their state? */
export function sourceRunBy(name: string): 'call' | 'state' | undefined {
  return RECONSTRUCTS.test(name) ? 'call' : NETWORK.test(name) ? 'state' : undefined
}

/** The source in the first argument of such a call, or in such a state. */
export function pickledSource(given: Value | undefined, by: 'call' | 'state', read: ReadLiteral): PickledSource {
  return by === 'call' ? sourceIn(given, 'module_src', 'class_name', read) : sourceIn(given, 'build_module_src', 'build_func_name', read)
}

function sourceIn(meta: Value | undefined, key: string, nameKey: string, read: ReadLiteral): PickledSource {
  if (!(meta instanceof Dict)) return { text: undefined, name: '?' }
  let source: Value | undefined
  let name: Value | undefined
  // A key that is no literal can be any of them, and so can what was left out.
  let known = !meta.more && !meta.incomplete
  for (let at = 0; at + 1 < meta.entries.length; at += 2) {
    const written = meta.entries[at]
    const text = written === undefined ? undefined : textOf(written, read)
    if (text === undefined) known = false
    else if (text === key) source = meta.entries[at + 1]
    else if (text === nameKey) name = meta.entries[at + 1]
  }
  return {
    text: known && source !== undefined ? literalText(source, read) : undefined,
    name: (name === undefined ? undefined : resolveText(name, read)) ?? '?',
  }
}

function literalText(value: Value, read: ReadLiteral): string | undefined {
  if (typeof value === 'number') return textOf(value, read)
  if (!(value instanceof Blob) || value.flavour >= BYTES_LITERAL || value.length > MAX_SOURCE) return undefined
  const bytes = read(value.offset, value.length)
  return bytes.length < value.length ? undefined : decodeText(bytes, value.flavour)
}
