// Recognises from attributes which HDF5 datasets PyTables or hickle would unpickle.
import { latin1 } from '../../bytes/latin1.ts'
import type { Attribute } from './attributes.ts'
import type { Hdf5Value } from './values.ts'

/** Returns the byte strings of an attribute. */
type ValuesOf = (attribute: Attribute) => Iterable<Hdf5Value>

const MAX_WORD = 64

/**
 * True when the attributes declare that the bytes of their dataset are pickles: for PyTables `PSEUDOATOM` of an array
 * of objects; for hickle 4 and 5 `base_type`, for hickle 2 and 3 `type`.
 */
export function declaresPickle(attribute: Attribute, valuesOf: ValuesOf): boolean {
  if (attribute.name === 'PSEUDOATOM') return wordIn(attribute, valuesOf) === 'object'
  return (attribute.name === 'base_type' || attribute.name === 'type') && wordIn(attribute, valuesOf) === 'pickle'
}

/**
 * True for the attributes of a hickle file, or of a group that hickle loads as one. Its loader unpickles datasets
 * without a type, datasets of a type that another part of the file declares to be a pickle, and the table of types.
 */
export function isHickle(attribute: Attribute, valuesOf: ValuesOf): boolean {
  return attribute.name === 'HICKLE_VERSION' || (attribute.name === 'CLASS' && wordIn(attribute, valuesOf) === 'hickle')
}

function wordIn(attribute: Attribute, valuesOf: ValuesOf): string | undefined {
  for (const { source } of valuesOf(attribute)) return latin1(source.read(0, MAX_WORD)).replace(/\0+$/, '')
  return undefined
}
