// Splits Python source into tokens as every version of Python does.
/** A token of Python source. */
export type Token =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'op'; readonly text: string }
  | { readonly kind: 'number' }
  /** The end of a logical line, outside of brackets. */
  | { readonly kind: 'newline' }
  | {
      readonly kind: 'string'
      /** The text before its first field or escape; the whole text where it is `plain`. */
      readonly head: string
      readonly plain: boolean
      /** The tokens of each expression in a formatted string, which runs. */
      readonly fields: readonly (readonly Token[])[]
    }

/** Thrown for text that not all versions of Python read in the same way. */
export class LexError extends Error {}

/** Maximum nesting depth of formatted strings; real code has one or two levels. */
const MAX_NESTING = 8
const WHITESPACE = /(?:[ \t\f]|\\\r?\n)+/y
const NAME = /[\p{XID_Start}_][\p{XID_Continue}]*/uy
const PREFIX = /(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])(?=['"])/y
const NUMBER = /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y
const CONVERSION = /![ \t]*\w+[ \t]*/y
const FIRST_OF_NUMBER = /\d|\.\d/y
const OPERATORS = new Set('()[]{}.,:;=+-*/%@&|^~<>!')
const OPEN_BRACKETS = new Set('([{')
const CLOSE_BRACKETS = new Set(')]}')

/** True when the token is this operator, bracket or separator. */
export function isOp(token: Token | undefined, text: string): boolean {
  return token?.kind === 'op' && token.text === text
}

/**
 * Splits Python source into tokens (Python reference, “Lexical analysis”): names as Python compares them (NFKC),
 * strings with the expressions of formatted ones, no comments, and newlines only where a statement ends. Throws
 * `LexError` where Python would find no token, or where versions of Python differ. Linear in the length of the text.
 */
export function pythonTokens(source: string): readonly Token[] {
  return tokens(source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), 0, 0)
}

/** `brackets`: number of open brackets around the text, in which newlines have no meaning. */
function tokens(text: string, brackets: number, nesting: number): readonly Token[] {
  const found: Token[] = []
  const outer = brackets
  let at = 0
  while (at < text.length) {
    at += match(WHITESPACE, text, at)?.length ?? 0
    const char = text[at]
    if (char === undefined) break
    if (char === '\n') {
      if (brackets === 0) found.push({ kind: 'newline' })
      at++
      continue
    }
    if (char === '#') {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
      continue
    }
    const prefix = match(PREFIX, text, at)
    if (prefix !== undefined || char === '"' || char === "'") {
      const start = at + (prefix?.length ?? 0)
      const end = endOfString(text, start)
      found.push(stringToken((prefix ?? '').toLowerCase(), text, start, end, nesting))
      at = end
      continue
    }
    const name = match(NAME, text, at)
    if (name !== undefined) {
      found.push({ kind: 'name', text: name.normalize('NFKC') })
      at += name.length
      continue
    }
    if (match(FIRST_OF_NUMBER, text, at) !== undefined) {
      found.push({ kind: 'number' })
      at += match(NUMBER, text, at)?.length ?? 1
      continue
    }
    if (!OPERATORS.has(char)) throw new LexError(`the character U+${(text.codePointAt(at) ?? 0).toString(16).padStart(4, '0')}`)
    if (OPEN_BRACKETS.has(char)) brackets++
    else if (CLOSE_BRACKETS.has(char) && --brackets < outer) throw new LexError('a bracket is closed that is not open')
    found.push({ kind: 'op', text: char })
    at++
  }
  if (brackets !== outer) throw new LexError('a bracket is not closed')
  return found
}

/** Returns the offset after the string whose opening quote is at `at`. */
function endOfString(text: string, at: number): number {
  const quote = text[at] ?? ''
  const delimiter = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote
  for (let end = at + delimiter.length; end < text.length; end++) {
    if (text[end] === '\\') end++
    else if (text.startsWith(delimiter, end)) return end + delimiter.length
    else if (text[end] === '\n' && delimiter.length === 1) break
  }
  throw new LexError('a string is not closed')
}

function stringToken(prefix: string, text: string, start: number, end: number, nesting: number): Token {
  const quotes = text.startsWith((text[start] ?? '').repeat(3), start) && end - start >= 6 ? 3 : 1
  const body = text.slice(start + quotes, end - quotes)
  const formatted = prefix.includes('f') || prefix.includes('t')
  const head = body.slice(0, body.search(formatted ? /[\\{}]/ : /\\/) >>> 0)
  if (!formatted) return { kind: 'string', head, plain: head.length === body.length && !prefix.includes('b'), fields: [] }
  if (nesting >= MAX_NESTING) throw new LexError('formatted strings are nested too deeply')
  const fields: (readonly Token[])[] = []
  literalPart(body, 0, false, prefix.includes('r'), nesting, fields)
  return { kind: 'string', head, plain: head.length === body.length, fields }
}

/**
 * Reads the text of a formatted string, or of a format after a `:` up to its closing brace; returns the offset after
 * it.
 */
function literalPart(body: string, start: number, inner: boolean, raw: boolean, nesting: number, fields: (readonly Token[])[]): number {
  let at = start
  while (at < body.length) {
    const char = body[at]
    if (char === '\\') {
      const next = body[at + 1]
      if (!raw && next === 'N' && body[at + 2] === '{') at = Math.max(body.indexOf('}', at), at + 2) + 1
      else at += next === '{' || next === '}' || next === undefined ? 1 : 2
    } else if (char === '{') {
      if (!inner && body[at + 1] === '{') at += 2
      else at = field(body, at + 1, raw, nesting, fields)
    } else if (char === '}') {
      if (inner) return at + 1
      if (body[at + 1] !== '}') throw new LexError('a single } in a formatted string')
      at += 2
    } else at++
  }
  if (inner) throw new LexError('a field of a formatted string is not closed')
  return at
}

/** Reads the expression of a field at `start` and its format; returns the offset after the closing brace. */
function field(body: string, start: number, raw: boolean, nesting: number, fields: (readonly Token[])[]): number {
  let depth = 0
  for (let at = start; at < body.length; at++) {
    const char = body[at] ?? ''
    // Only Python 3.12 and later accept these here; older versions end the string elsewhere.
    if (char === '\\' || char === '#') throw new LexError('a field of a formatted string that only some versions of Python read')
    if (char === '"' || char === "'") at = endOfString(body, at) - 1
    else if (OPEN_BRACKETS.has(char)) depth++
    else if (depth > 0 && CLOSE_BRACKETS.has(char)) depth--
    else if (depth === 0 && (char === '}' || char === ':' || (char === '!' && body[at + 1] !== '='))) {
      fields.push(tokens(body.slice(start, at).replace(/=\s*$/, ''), 1, nesting + 1))
      if (char === '}') return at + 1
      if (nesting >= MAX_NESTING) break
      const format = char === ':' ? at : at + (match(CONVERSION, body, at) ?? '').length
      if (body[format] === '}') return format + 1
      if (body[format] !== ':') break
      return literalPart(body, format + 1, true, raw, nesting + 1, fields)
    }
  }
  throw new LexError('a field of a formatted string is not closed, or not in this place')
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
