// Reads a file that contains one JSON object.
import { ScanError } from '../../bytes/errors.ts'
import type { ByteSource } from '../../bytes/source.ts'
import { hasObjectNearRoot, tooMuchJson } from '../../wire/json-shape.ts'
import { isJsonObject, type JsonObject } from './json-value.ts'
import { wholeText } from './whole-text.ts'

/** Larger files of this kind are not read: they hold architectures, weights lie beside them. */
const MAX_JSON = 16 * 2 ** 20
/** The largest text that is looked at at all. */
const MAX_TEXT = 64 * 2 ** 20

/**
 * The JSON object that the source holds. What is none is an error where the file claims to be of the format, else undefined; what is too much to be read is
 * one also where the object has these keys. @throws {ScanError} `limit`, `malformed`
 */
export function readJsonObject(source: ByteSource, claimed: boolean, keys: readonly string[]): JsonObject | undefined {
  if (source.size > MAX_TEXT) {
    if (claimed) throw new ScanError('limit', `JSON of more than ${MAX_JSON} bytes is not read`)
    return undefined
  }
  const text = wholeText(source)
  const problem = source.size > MAX_JSON ? new ScanError('limit', `JSON of more than ${MAX_JSON} bytes is not read`) : tooMuchJson(text)
  if (problem) {
    if (claimed || hasObjectNearRoot(text, keys, new Set())) throw problem
    return undefined
  }
  try {
    const value: unknown = JSON.parse(text)
    if (isJsonObject(value)) return value
  } catch (error) {
    if (claimed) throw new ScanError('malformed', `no JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`)
  }
  return undefined
}

/** The objects of a list; nothing where there is none. */
export function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 400) : ''
}
