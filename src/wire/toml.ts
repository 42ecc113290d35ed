// Reads TOML files.
/** Maximum nesting depth; deeper values are left out. */
const MAX_DEPTH = 100
/** Maximum number of statements of one file. */
const MAX_STATEMENTS = 100_000

type Table = Record<string, unknown>

/**
 * Reads TOML (toml.io, version 1.0) as tables, lists and texts; numbers, dates and booleans stay texts. Invalid text is
 * skipped to the end of its line, so that no mistake hides what follows. Never throws.
 */
export function readToml(text: string): Table {
  return new TomlReader(text).document()
}

class TomlReader {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  document(): Table {
    const root: Table = table()
    let current = root
    for (let count = 0; count < MAX_STATEMENTS; count++) {
      this.whitespace()
      if (this.at >= this.text.length) break
      if (this.take('[')) {
        const isList = this.take('[')
        const path = this.path()
        if (path.length > 0) current = isList ? appended(root, path) : tableAt(root, path)
      } else {
        const path = this.path()
        const last = path.pop()
        if (last !== undefined && this.take('=')) tableAt(current, path)[last] = this.value(0)
      }
      this.restOfLine()
    }
    return root
  }

  private take(what: string): boolean {
    if (!this.text.startsWith(what, this.at)) return false
    this.at += what.length
    return true
  }

  /** Matches a sticky pattern at the current position. */
  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  /** Skips whitespace, commas and comments. */
  private whitespace(): void {
    this.match(/(?:[ \t\r\n,]|#[^\n]*)+/y)
  }

  private restOfLine(): void {
    this.match(/[^\n]*/y)
  }

  /** Reads a dotted key. */
  private path(): string[] {
    const path: string[] = []
    for (;;) {
      this.match(/[ \t]+/y)
      const key = this.quoted() ?? this.match(/[\w-]+/y)
      if (key === undefined) return path
      if (path.length < MAX_DEPTH) path.push(key)
      this.match(/[ \t]+/y)
      if (!this.take('.')) return path
    }
  }

  private value(depth: number): unknown {
    this.match(/[ \t]+/y)
    const text = this.quoted()
    if (text !== undefined) return text
    if (this.take('[')) return this.list(depth)
    if (this.take('{')) return this.inline(depth)
    return (this.match(/[^\s,\]}#][^,\]}#\n]*/y) ?? '').trim()
  }

  private list(depth: number): unknown[] {
    const items: unknown[] = []
    for (this.whitespace(); this.at < this.text.length && !this.take(']'); this.whitespace()) {
      const before = this.at
      const item = depth < MAX_DEPTH ? this.value(depth + 1) : this.match(/[^\]\n]*/y)
      if (this.at === before) this.at++
      else items.push(item)
    }
    return items
  }

  private inline(depth: number): Table {
    const found = table()
    for (this.whitespace(); this.at < this.text.length && !this.take('}'); this.whitespace()) {
      const before = this.at
      const path = this.path()
      const last = path.pop()
      if (last !== undefined && this.take('=') && depth < MAX_DEPTH) tableAt(found, path)[last] = this.value(depth + 1)
      if (this.at === before) this.at++
    }
    return found
  }

  /** Reads a string of any of the four kinds. */
  private quoted(): string | undefined {
    if (this.take("'''")) return this.until("'''").replace(/^\r?\n/, '')
    if (this.take('"""')) return unescaped(this.until('"""').replace(/^\r?\n/, ''))
    const literal = this.match(/'[^'\n]*'/y)
    if (literal !== undefined) return literal.slice(1, -1)
    const basic = this.match(/"(?:[^"\\\n]|\\.)*"/y)
    return basic === undefined ? undefined : unescaped(basic.slice(1, -1))
  }

  private until(delimiter: string): string {
    const end = this.text.indexOf(delimiter, this.at)
    const found = this.text.slice(this.at, end < 0 ? undefined : end)
    this.at = end < 0 ? this.text.length : end + delimiter.length
    return found
  }
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1b', '"': '"', '\\': '\\' }

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|\s*\n\s*|(.))/g,
    (whole, short?: string, long?: string, byte?: string, other?: string) => {
      const code = short ?? long ?? byte
      if (code !== undefined) return Number.parseInt(code, 16) > 0x10ffff ? '\ufffd' : String.fromCodePoint(Number.parseInt(code, 16))
      return other === undefined ? '' : (ESCAPES[other] ?? whole)
    },
  )
}

function table(): Table {
  return Object.create(null) as Table
}

/** Returns the table at a path, created where it is missing; of a list of tables the last. */
function tableAt(root: Table, path: readonly string[]): Table {
  let found = root
  for (const key of path) {
    const value = found[key]
    const inner: unknown = Array.isArray(value) ? value[value.length - 1] : value
    if (isTable(inner)) found = inner
    else {
      const made = table()
      found[key] = made
      found = made
    }
  }
  return found
}

/** Adds a new table to the list at a path. */
function appended(root: Table, path: readonly string[]): Table {
  const owner = tableAt(root, path.slice(0, -1))
  const key = path[path.length - 1] ?? ''
  const made = table()
  const list = owner[key]
  if (Array.isArray(list)) list.push(made)
  else owner[key] = [made]
  return made
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
