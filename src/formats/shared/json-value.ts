// Helpers for parsed JSON: objects, paths and entries.
/** A parsed JSON object with unchecked values. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Maximum length of a path in a message. */
const MAX_PATH = 200

/** True for a JSON object, false for a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Appends a step (`.key`, `[0]`) to a path. Of a long path only the end remains. */
export function jsonPath(path: string, step: string): string {
  const whole = path === '' ? step.replace(/^\./, '') : path + step
  return whole.length > MAX_PATH ? `…${whole.slice(whole.length - MAX_PATH)}` : whole
}

/** Yields the entries of an object or a list one by one, without a copy of a long list. */
export function* entriesOf(value: JsonObject | readonly unknown[]): Generator<readonly [key: string, value: unknown], void, undefined> {
  if (isJsonObject(value)) for (const key of Object.keys(value)) yield [key, value[key]]
  else for (let index = 0; index < value.length; index++) yield [String(index), value[index]]
}
