// Collects JSON documents that a configuration contains as strings.
import { tooMuchJson } from '../../../wire/json-shape.ts'
import { entriesOf, type JsonObject } from '../../shared/json-value.ts'

/** Maximum number of strings that are parsed, at all levels, and maximum length of one. */
const MAX_TEXTS = 200
const MAX_TEXT = 64 * 1024

/**
 * JSON documents inside the strings of a configuration, such as arguments of a program. Only the strings are stored,
 * because parsed values need more memory.
 */
export class NestedJson {
  private readonly found: string[] = []
  private count = 0

  /** Stores the strings of a mapping or list that look like JSON with a mapping in it. */
  observe(value: JsonObject | readonly unknown[]): void {
    for (const [, each] of entriesOf(value)) {
      if (typeof each !== 'string' || each.length > MAX_TEXT || !/^\s*[[{]/.test(each) || !each.includes('{')) continue
      if (this.count++ >= MAX_TEXTS) return
      this.found.push(each)
    }
  }

  /** Parses each stored string, including those that `observe` adds while the caller walks the values. */
  *values(): Generator<unknown, void, undefined> {
    for (let text = this.found.shift(); text !== undefined; text = this.found.shift()) {
      const problem = tooMuchJson(text)
      if (problem) throw problem
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        continue
      }
      yield value
    }
  }
}
