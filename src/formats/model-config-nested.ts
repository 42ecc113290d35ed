/** Texts that are looked into, of all levels; and characters of one. */
const MAX_TEXTS = 200
const MAX_TEXT = 64 * 1024

/** JSON that stands as a text in JSON or YAML: the arguments of a program, the specification of an environment. */
export class NestedJson {
  private readonly found: unknown[] = []
  private count = 0

  /** Remembers the texts of a mapping or list that are JSON with a mapping in it. */
  observe(value: Readonly<Record<string, unknown>> | readonly unknown[]): void {
    for (const each of Object.values(value)) {
      if (typeof each !== 'string' || each.length > MAX_TEXT || !/^\s*[[{]/.test(each) || !each.includes('{')) continue
      if (this.count++ >= MAX_TEXTS) return
      try {
        this.found.push(JSON.parse(each))
      } catch {}
    }
  }

  /** What was found, and what is found meanwhile. */
  *values(): Generator<unknown, void, undefined> {
    for (let value = this.found.shift(); value !== undefined; value = this.found.shift()) yield value
  }
}
