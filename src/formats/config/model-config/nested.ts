// Collects JSON documents that a configuration contains as strings.
import { tooMuchJson } from '../../../wire/json-shape.ts'
import { entriesOf, type JsonObject } from '../../shared/json-value.ts'

/** Texts that are looked into, of all levels; and characters of one. */
const MAX_TEXTS = 200
const MAX_TEXT = 64 * 1024

/** JSON that stands as a text in JSON or YAML: the arguments of a program, the specification of an environment. Of what was found only the texts are kept. */
export class NestedJson {
  private readonly found: string[] = []
  private count = 0

  /** Remembers the texts of a mapping or list that are JSON with a mapping in it. */
  observe(value: JsonObject | readonly unknown[]): void {
    for (const [, each] of entriesOf(value)) {
      if (typeof each !== 'string' || each.length > MAX_TEXT || !/^\s*[[{]/.test(each) || !each.includes('{')) continue
      if (this.count++ >= MAX_TEXTS) return
      this.found.push(each)
    }
  }

  /** What was found, and what is found meanwhile. */
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
