// Reads a file that contains one JSON object.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { hasObjectNearRoot, tooMuchJson } from '../../wire/json-shape.ts'
import { isJsonObject, type JsonObject } from './json-value.ts'
import { wholeText } from './whole-text.ts'

/** Maximum size of a file that is parsed. Such files contain architectures; the weights are in other files. */
const MAX_JSON = 16 * 2 ** 20
/** Maximum size of a text in which keys are looked for. */
const MAX_TEXT = 64 * 2 ** 20

/**
 * Parses a file that contains one JSON object; undefined if it does not. `isExpected`: the file must be of the caller's
 * format, so that other content is an error.
 * @throws {ScanError} `malformed` if an expected object cannot be parsed; `limit` if the file is too large and the
 * object is expected, or has one of `keys`.
 */
export function readJsonObject(source: ByteSource, isExpected: boolean, keys: readonly string[]): JsonObject | undefined {
  const tooLarge = source.size > MAX_JSON ? new ScanError('limit', `${source.size} bytes of JSON; the limit is ${MAX_JSON}`) : undefined
  if (source.size > MAX_TEXT) {
    if (isExpected && tooLarge) throw tooLarge
    return undefined
  }
  const text = wholeText(source)
  const problem = tooLarge ?? tooMuchJson(text)
  if (problem) {
    if (isExpected || hasObjectNearRoot(text, keys, new Set())) throw problem
    return undefined
  }
  try {
    const value: unknown = JSON.parse(text)
    if (isJsonObject(value)) return value
  } catch (error) {
    if (isExpected) throw new ScanError('malformed', `not JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`)
  }
  return undefined
}

/** Returns the objects in a list; empty if the value is not a list. */
export function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

/** Returns the first 400 characters of a text; empty if the value is not a text. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 400) : ''
}
