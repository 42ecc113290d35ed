// Finds Keras configurations that are JSON texts inside another JSON document.
import { ScanError } from '../../../bytes/errors.ts'
import { hasObjectNearRoot } from '../../../wire/json-shape.ts'
import { entriesOf, isJsonObject } from '../../shared/json-value.ts'
import { type LooseJson, parseLooseJson } from '../../shared/python-json.ts'
import { HOLDER_KEYS, looksLikeKeras } from './shape.ts'
import { CLASS_NAME } from './signature.ts'

/** Keys of every object that Keras writes. */
const KEYS: readonly string[] = ['class_name', 'config']

/**
 * Yields the Keras configurations in a document: the document itself, and every text at any depth that is one. Programs
 * put the text of `Model.to_json()` into their own JSON, or convert it to JSON again. Texts in texts are parsed too:
 * each level at least doubles the escapes, so that there are few levels.
 */
export function* kerasConfigs(document: LooseJson, tick: () => void): Generator<LooseJson, void, undefined> {
  const documents: LooseJson[] = [document]
  for (let each = documents.pop(); each; each = documents.pop()) {
    if (each === document || looksLikeKeras(each.value)) yield each
    for (const text of textsOf(each.value)) {
      tick()
      const parsed = parseConfig(text)
      if (parsed) documents.push(parsed)
    }
  }
}

/** Yields texts that may be a Keras configuration: a JSON object, list or text that contains `class_name`. */
function* textsOf(root: unknown): Generator<string, void, undefined> {
  const levels: Iterator<readonly [key: string, value: unknown], void>[] = []
  let value = root
  for (;;) {
    if (typeof value === 'string') {
      if (JSON_START.test(value) && CLASS_NAME.test(value)) yield value
    } else if (Array.isArray(value) || isJsonObject(value)) levels.push(entriesOf(value))
    let step = levels.at(-1)?.next()
    while (step?.done === true) {
      levels.pop()
      step = levels.at(-1)?.next()
    }
    if (step === undefined) return
    value = step.value[1]
  }
}

const JSON_START = /^\s*[{["]/

/** Parses a text; undefined if it is not JSON. @throws {ScanError} `limit` for a configuration that is too large. */
function parseConfig(text: string): LooseJson | undefined {
  try {
    return parseLooseJson(text)
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    if (error.why === 'limit' && hasObjectNearRoot(text, KEYS, HOLDER_KEYS)) throw error
    return undefined
  }
}
