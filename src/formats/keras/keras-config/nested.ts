import { ScanError } from '../../../bytes/errors.ts'
import { hasObjectNearRoot } from '../../../wire/json-shape.ts'
import { entriesOf, isJsonObject } from '../../shared/json-value.ts'
import { type LooseJson, parseLooseJson } from '../../shared/python-json.ts'
import { HOLDERS, looksLikeKeras } from './shape.ts'
import { MENTION } from './signature.ts'

/** What Keras writes of an object. */
const KEYS: readonly string[] = ['class_name', 'config']

/**
 * The configurations of a document: itself, and each text at any place in it that is one. `Model.to_json()` gives a text, which programs put into JSON of
 * their own or write as JSON once more. A text in a text is looked into as well: each level at least doubles its quotes, so that there are few.
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

/** Texts that may be JSON of Keras: an object or a list that names classes, or such a text as a text of JSON. */
function* textsOf(root: unknown): Generator<string, void, undefined> {
  const levels: Iterator<readonly [key: string, value: unknown], void>[] = []
  let value = root
  for (;;) {
    if (typeof value === 'string') {
      if (OPENING.test(value) && MENTION.test(value)) yield value
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

const OPENING = /^\s*[{["]/

/** @throws {ScanError} `limit` where a configuration is too much to be read. */
function parseConfig(text: string): LooseJson | undefined {
  try {
    return parseLooseJson(text)
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    if (error.why === 'limit' && hasObjectNearRoot(text, KEYS, HOLDERS)) throw error
    return undefined
  }
}
