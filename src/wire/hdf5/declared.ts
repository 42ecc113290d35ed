import { latin1 } from '../../bytes/latin1.ts'
import type { Attribute } from './attributes.ts'
import type { Hdf5Value } from './values.ts'

/** Gives the byte strings of an attribute. */
type ValuesOf = (attribute: Attribute) => Iterable<Hdf5Value>

const MAX_WORD = 64

/**
 * Does an attribute say that the bytes of its dataset are pickles? PyTables marks arrays of objects with `PSEUDOATOM`; hickle 4 and 5 name the kind in
 * `base_type`, hickle 2 and 3 in `type`.
 */
export function declaresPickle(attribute: Attribute, valuesOf: ValuesOf): boolean {
  if (attribute.name === 'PSEUDOATOM') return wordIn(attribute, valuesOf) === 'object'
  return (attribute.name === 'base_type' || attribute.name === 'type') && wordIn(attribute, valuesOf) === 'pickle'
}

/**
 * Is this an attribute of a file of hickle, or of a group that it loads as one? Its loader unpickles what has no type or is of a type that
 * another part of the file calls a pickle, and the table of types itself.
 */
export function isHickle(attribute: Attribute, valuesOf: ValuesOf): boolean {
  return attribute.name === 'HICKLE_VERSION' || (attribute.name === 'CLASS' && wordIn(attribute, valuesOf) === 'hickle')
}

function wordIn(attribute: Attribute, valuesOf: ValuesOf): string | undefined {
  for (const { source } of valuesOf(attribute)) return latin1(source.read(0, MAX_WORD)).replace(/\0+$/, '')
  return undefined
}
