// Unwraps JSON objects that Keras uses for values without a JSON form, such as tuples and bytes.
import { isJsonObject } from '../../shared/json-value.ts'

/** A wrapper in a wrapper, and so on: each is one level of the document, of which the parser takes thousands. */
const MAX_LEVELS = 1000

/**
 * The value that Keras makes of a mapping which stands for what JSON has no form for, others as they are. TensorFlow's Keras unwraps these while it parses,
 * at any place of a document (keras/src/legacy/saving/json_utils.py `_decode_helper`): a tuple of any iterable, bytes of their text, a shape of its numbers.
 * Objects of TensorFlow that describe or hold tensors stay as they are.
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
      // Keras 3 has the text within a configuration (saving/serialization_lib.py).
      const { config } = value
      return isJsonObject(config) && !('value' in value) ? config['value'] : value['value']
    }
    default:
      return NOT_WRAPPED
  }
}

/** What Python's `tuple` makes of a list, a mapping (its keys) or a text (its characters). */
function listOf(items: unknown): unknown {
  if (typeof items === 'string') return [...items.slice(0, 16)]
  return isJsonObject(items) ? Object.keys(items) : items
}
