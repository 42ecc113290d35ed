// Splits Jinja2 templates into tags and their tokens.
import { ScanError } from '../../bytes/errors.ts'

/** A token of a tag. The escapes of strings are resolved. */
export interface JinjaToken {
  readonly kind: 'name' | 'text' | 'number' | 'operator' | 'end'
  readonly value: string
  readonly offset: number
}

/** `{{ … }}` (output) or `{% … %}` (statement), with its tokens and its offsets in the template. */
export interface JinjaTag {
  readonly kind: 'output' | 'statement'
  readonly tokens: readonly JinjaToken[]
  readonly start: number
  readonly end: number
}

/** Replaces a character in a string whose `\N{…}` name is not in the table; no name of interest contains it. */
const UNKNOWN_CHARACTER = '\u{f8ff}'

const OPERATORS = [
  '//',
  '**',
  '==',
  '!=',
  '>=',
  '<=',
  '+',
  '-',
  '/',
  '*',
  '%',
  '~',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  '>',
  '<',
  '=',
  '.',
  ':',
  '|',
  ',',
  ';',
]
const CLOSING_BRACKETS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])
const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy
const NUMBER = /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|\d(?:_?\d)*(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?/y
const SPACE = /\s+/y
const RAW = /[-+]?\s*raw\s*[-+]?%\}/y
const RAW_END = /\{%[-+]?\s*endraw\s*[-+]?%\}/g
/** Maximum number of tokens of a template. */
const MAX_TOKENS = 200_000

/**
 * Splits a Jinja2 template into its tags, one at a time; text between them, comments and raw blocks are skipped.
 * Delimiters are Jinja's defaults, line statements are off, as in every library that renders chat templates.
 * @throws {ScanError} `malformed` where Jinja would refuse the template.
 */
export function* jinjaTags(template: string): Generator<JinjaTag> {
  const opening = /\{[{%#]/g
  let budget = MAX_TOKENS
  for (let match = opening.exec(template); match; match = opening.exec(template)) {
    const start = match.index
    const at = start + 2
    if (match[0] === '{#') {
      const close = template.indexOf('#}', at)
      if (close < 0) throw new ScanError('malformed', 'a comment does not end', start)
      opening.lastIndex = close + 2
      continue
    }
    const raw = match[0] === '{%' ? sticky(RAW, template, at) : undefined
    if (raw !== undefined) {
      RAW_END.lastIndex = at + raw.length
      if (!RAW_END.exec(template)) throw new ScanError('malformed', 'a raw block does not end', start)
      opening.lastIndex = RAW_END.lastIndex
      continue
    }
    const kind = match[0] === '{{' ? 'output' : 'statement'
    const tag = readTag(template, start, kind, budget)
    budget -= tag.tokens.length
    yield tag
    opening.lastIndex = tag.end
  }
}

function readTag(template: string, start: number, kind: JinjaTag['kind'], budget: number): JinjaTag {
  const close = kind === 'output' ? '}}' : '%}'
  const tokens: JinjaToken[] = []
  const open: string[] = []
  let at = start + 2
  if (template[at] === '-' || template[at] === '+') at++
  while (at < template.length) {
    at += sticky(SPACE, template, at)?.length ?? 0
    if (open.length === 0) {
      const end = template.startsWith(close, at) ? at : /[-+]/.test(template[at] ?? '') && template.startsWith(close, at + 1) ? at + 1 : -1
      if (end >= 0) {
        tokens.push({ kind: 'end', value: '', offset: at })
        return { kind, tokens, start, end: end + 2 }
      }
    }
    const token = readToken(template, at)
    if (token.kind === 'operator') balance(open, token)
    tokens.push(token)
    if (tokens.length > budget) throw new ScanError('limit', `more than ${MAX_TOKENS} tokens`, at)
    at = token.end
  }
  throw new ScanError('malformed', 'a tag does not end', start)
}

function balance(open: string[], { value, offset }: JinjaToken): void {
  const closing = CLOSING_BRACKETS.get(value)
  if (closing !== undefined) open.push(closing)
  else if ((value === ')' || value === ']' || value === '}') && open.pop() !== value) {
    throw new ScanError('malformed', `an unexpected ${value}`, offset)
  }
}

function readToken(template: string, offset: number): JinjaToken & { readonly end: number } {
  const char = template[offset] ?? ''
  if (char === '"' || char === "'") {
    const end = stringEnd(template, offset, char)
    return { kind: 'text', value: resolveEscapes(template.slice(offset + 1, end - 1)), offset, end }
  }
  const number = sticky(NUMBER, template, offset)
  if (number !== undefined) return { kind: 'number', value: number.replaceAll('_', ''), offset, end: offset + number.length }
  const name = sticky(NAME, template, offset)
  // Python looks names up in NFKC, so that a name in full-width letters is the same name.
  if (name !== undefined) return { kind: 'name', value: name.normalize('NFKC'), offset, end: offset + name.length }
  const operator = OPERATORS.find((text) => template.startsWith(text, offset))
  if (operator === undefined) throw new ScanError('malformed', `an unexpected character ${JSON.stringify(char)}`, offset)
  return { kind: 'operator', value: operator, offset, end: offset + operator.length }
}

function stringEnd(template: string, start: number, quote: string): number {
  for (let at = start + 1; at < template.length; at++) {
    if (template[at] === '\\') at++
    else if (template[at] === quote) return at + 1
  }
  throw new ScanError('malformed', 'a string does not end', start)
}

const SIMPLE = new Map(
  Object.entries({ n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '\n': '', '\\': '\\', "'": "'", '"': '"' }),
)
const NAMED = new Map([
  ['LOW LINE', '_'],
  ['FULL STOP', '.'],
])
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|N\{([^}]*)\}|([\s\S]))/g

/** Resolves Python's string escapes (unicode-escape), which Jinja applies to its strings. */
function resolveEscapes(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(ESCAPE, (whole, x, u, U, octal, named, other) => {
    const hex = x ?? u ?? U
    if (typeof hex === 'string') return character(Number.parseInt(hex, 16))
    if (typeof octal === 'string') return character(Number.parseInt(octal, 8))
    if (typeof named === 'string') return NAMED.get(named.toUpperCase()) ?? UNKNOWN_CHARACTER
    return SIMPLE.get(String(other)) ?? String(whole)
  })
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : UNKNOWN_CHARACTER
}

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
