// Reads Python literals as repr writes them.
import { ScanError } from '../../bytes/errors.ts'

/** A value in Python's literal syntax, as far as headers of data files use it. */
export type Literal =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'tuple' | 'list'; readonly items: readonly Literal[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Literal, Literal])[] }

const MAX_DEPTH = 32
/** A token with the whitespace before it. Texts have no escapes but those of `repr`; Python 2 wrote `10L`. */
const TOKEN =
  /[ \t\r\n]*(?:(?<text>[uU]?(?:'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"))|(?<int>-?\d{1,19})L?(?![\w.])|(?<word>True|False|None)\b|(?<sign>[{}[\]():,]))/y
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' }
const CLOSING = { '(': ')', '[': ']' } as const

/**
 * Reads a text that is one literal, in linear time. Anything that `repr` does not write is refused, even if Python
 * accepts it.
 * @throws {ScanError} `malformed`, or `limit` past 32 levels.
 */
export function parseLiteral(text: string): Literal {
  const parser = new Parser(text)
  const value = parser.value(0)
  parser.end()
  return value
}

class Parser {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  value(depth: number): Literal {
    if (depth > MAX_DEPTH) throw new ScanError('limit', `a literal is nested deeper than ${MAX_DEPTH} levels`)
    const { text, int, word, sign } = this.token()
    if (text !== undefined) return { kind: 'text', text: this.unquoted(text) }
    if (int !== undefined) return { kind: 'int', value: Number(int) }
    if (word !== undefined) return word === 'None' ? { kind: 'none' } : { kind: 'bool', value: word === 'True' }
    if (sign === '{') return this.dict(depth)
    if (sign === '(' || sign === '[') return this.sequence(sign, depth)
    throw this.unexpected()
  }

  end(): void {
    if (this.text.slice(this.at).trim() !== '') throw this.unexpected()
  }

  private dict(depth: number): Literal {
    const entries: [Literal, Literal][] = []
    while (!this.skips('}')) {
      if (entries.length > 0) this.expect(',')
      if (entries.length > 0 && this.skips('}')) break
      const key = this.value(depth + 1)
      this.expect(':')
      entries.push([key, this.value(depth + 1)])
    }
    return { kind: 'dict', entries }
  }

  /** Reads a tuple or list; `(x)` is x, `(x,)` a tuple. */
  private sequence(bracket: '(' | '[', depth: number): Literal {
    const items: Literal[] = []
    const closing = CLOSING[bracket]
    let commas = 0
    while (!this.skips(closing)) {
      if (items.length > 0) {
        this.expect(',')
        commas++
        if (this.skips(closing)) break
      }
      items.push(this.value(depth + 1))
    }
    const [only] = items
    if (bracket === '(' && only && items.length === 1 && commas === 0) return only
    return { kind: bracket === '(' ? 'tuple' : 'list', items }
  }

  private token(): { readonly text?: string; readonly int?: string; readonly word?: string; readonly sign?: string } {
    TOKEN.lastIndex = this.at
    const match = TOKEN.exec(this.text)
    if (!match?.groups) throw this.unexpected()
    this.at = TOKEN.lastIndex
    return match.groups
  }

  /** Moves past the sign if it is the next token. */
  private skips(sign: string): boolean {
    const before = this.at
    if (this.token().sign === sign) return true
    this.at = before
    return false
  }

  private expect(sign: string): void {
    if (!this.skips(sign)) throw this.unexpected()
  }

  private unquoted(quoted: string): string {
    const plain = quoted.slice(quoted[0] === 'u' || quoted[0] === 'U' ? 2 : 1, -1)
    return plain.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(.))/gs, (_all, hex?: string, wide?: string, char?: string) => {
      if (hex !== undefined || wide !== undefined) return String.fromCharCode(Number.parseInt(hex ?? wide ?? '', 16))
      const escaped = ESCAPES[char ?? '']
      if (escaped === undefined) throw this.unexpected()
      return escaped
    })
  }

  private unexpected(): ScanError {
    return new ScanError('malformed', `the header of the array is not a literal that NumPy writes (at character ${this.at})`)
  }
}
