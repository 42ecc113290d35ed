// Helpers for parsed JSON: objects, paths and entries.
/** A JSON object, of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>

const MAX_PATH = 200

/** Is it an object of JSON, and no list? */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The path of what lies a step (`.key`, `[0]`) within `path`, of which only the end is kept where it is long. */
export function jsonPath(path: string, step: string): string {
  const whole = path === '' ? step.replace(/^\./, '') : path + step
  return whole.length > MAX_PATH ? `…${whole.slice(whole.length - MAX_PATH)}` : whole
}

/** The entries of an object or a list one by one: of a long list no other is made. */
export function* entriesOf(value: JsonObject | readonly unknown[]): Generator<readonly [key: string, value: unknown], void, undefined> {
  if (isJsonObject(value)) for (const key of Object.keys(value)) yield [key, value[key]]
  else for (let index = 0; index < value.length; index++) yield [String(index), value[index]]
}
