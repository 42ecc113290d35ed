// Unwraps JSON objects that Keras uses for values without a JSON form, such as tuples and bytes.
import { isJsonObject } from '../../shared/json-value.ts'

/** Maximum number of nested wrappers. The parser allows documents with thousands of levels. */
const MAX_LEVELS = 1000

/**
 * Returns the value that Keras makes from a JSON object which represents a tuple, bytes or a shape; other values
 * unchanged. Keras unwraps them while it parses, at any depth (keras/src/legacy/saving/json_utils.py `_decode_helper`):
 * a tuple from any iterable, bytes from text, a shape from numbers. Objects that describe or contain tensors are
 * unchanged.
 */
export function unwrapped(written: unknown): unknown {
  let value = written
  for (let level = 0; level < MAX_LEVELS && isJsonObject(value); level++) {
    const inner = contents(value)
    if (inner === NOT_WRAPPED) return value
    value = inner
  }
  return value
}

const NOT_WRAPPED = Symbol('not wrapped')

function contents(value: Readonly<Record<string, unknown>>): unknown {
  switch (value['class_name']) {
    case '__tuple__':
      return listOf(unwrapped(value['items']))
    case 'TensorShape':
      return 'items' in value ? unwrapped(value['items']) : NOT_WRAPPED
    case '__bytes__': {
      // Keras 3 writes the text into `config.value` (saving/serialization_lib.py).
      const { config } = value
      return isJsonObject(config) && !('value' in value) ? config['value'] : value['value']
    }
    default:
      return NOT_WRAPPED
  }
}

/** Does what Python's `tuple` does with a list, a mapping (takes its keys) or a text (takes its characters). */
function listOf(items: unknown): unknown {
  if (typeof items === 'string') return [...items.slice(0, 16)]
  return isJsonObject(items) ? Object.keys(items) : items
}
