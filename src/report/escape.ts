// Escapes text of scanned files for logs, terminals, Markdown, HTML and JSON.

// All text that comes from a file passes through here: names, globals, arguments, messages. GitHub parses each log
// line for workflow commands: `::name …::` at the start of the trimmed line, and the older `##[name …]` anywhere in
// it (actions/runner, ActionCommand.cs). Terminals obey C0 and C1 controls; bidi and zero-width characters mislead
// readers.

/**
 * Controls, format characters (bidi, zero-width, tags), lone surrogates, line separators, and letters without a
 * shape.
 */
const INVISIBLE = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u3164\\uffa0'
/** Those of them that JSON does not escape. */
const UNESCAPED = '\\p{Cf}\\p{Zl}\\p{Zp}\\x7f-\\x9f'

/**
 * Caches: compiled at the first use, because V8 takes measurable time at start-up to expand these character classes.
 */
let invisibleCache: RegExp | undefined
let unescapedCache: RegExp | undefined

function isInvisible(text: string): boolean {
  invisibleCache ??= new RegExp(`[${INVISIBLE}]`, 'u')
  return invisibleCache.test(text)
}

/** Maximum characters: enough for a decoded call, short enough for a line. */
const DEFAULT_MAX = 300

/** Entities for characters with a meaning in HTML, Markdown or GitHub's own filters (mentions, emoji, math, links). */
const ENTITY: Readonly<Record<string, string>> = Object.fromEntries([...'&<>"\'|`@#[]!*_~\\$:'].map((c) => [c, `&#${c.charCodeAt(0)};`]))

/**
 * Returns one line of printable text that no log parser reads as a command, at most `max` characters long. A cut is
 * marked with `…`, invisible characters become `\xNN` or `\u{…}`, and a leading colon and every `##[` are escaped.
 */
export function safe(text: string, { max = DEFAULT_MAX }: { readonly max?: number } = {}): string {
  // The slice bounds the work: escaping never shortens a character. Two more code units than needed show that there
  // is a cut.
  const head = inert(text.slice(0, max + 2))
  if (head.length <= max && !isInvisible(head)) return head
  const pieces: string[] = []
  let length = 0
  for (const char of head) {
    const piece = isInvisible(char) ? codePoint(char) : char
    if (length + piece.length > max) return trimTo(pieces, length, max)
    pieces.push(piece)
    length += piece.length
  }
  return text.length > max + 2 ? trimTo(pieces, length, max) : pieces.join('')
}

/**
 * Returns the text as inline code for GitHub's Markdown, also inside a table: it makes no markup, mention, image,
 * link or emoji. Inline HTML rather than backticks, because a code span in a table cannot contain `|` or backticks.
 */
export function safeMarkdown(text: string, options: { readonly max?: number } = {}): string {
  const escaped = safe(text, options)
    .replace(/[&<>"'|`@#[\]!*_~\\$:]/g, (char) => ENTITY[char] ?? '')
    // GitHub links `www.` and e-mail addresses after it has decoded entities. A tag in the middle prevents that.
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/(?<=\S)&#64;/g, '<wbr>&#64;')
  return `<code>${escaped === '' ? ' ' : escaped}</code>`
}

/**
 * Returns the text for the content of an HTML element or a quoted attribute: it starts and ends no tag, entity or
 * attribute. It does not make addresses safe: never use it in `href` or `src`.
 */
export function safeHtml(text: string, options: { readonly max?: number } = {}): string {
  return safe(text, options).replace(/[&<>"'`]/g, (char) => ENTITY[char] ?? '')
}

/** Escapes the data of a workflow command, as the runner decodes it. */
export function escapeCommandData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** Escapes a property of a workflow command, as the runner decodes it. */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

/**
 * Returns JSON that has no effect in a log and that every parser accepts: invisible characters become `\uXXXX`, `##[`
 * is escaped likewise, and lone surrogates, which many parsers refuse, become U+FFFD. Otherwise it parses to the same
 * value.
 */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? wellFormed(item) : item))
  unescapedCache ??= new RegExp(`[${UNESCAPED}]`, 'gu')
  return json
    .replace(unescapedCache, (char) => [...utf16(char)].map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join(''))
    .replace(/##\[/g, '#\\u0023[')
}

/** Returns the text as valid UTF-16: lone surrogates become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd')
}

function* utf16(text: string): Generator<number> {
  for (let i = 0; i < text.length; i++) yield text.charCodeAt(i)
}

function inert(text: string): string {
  return text.replace(/^(\s*):/u, '$1\\x3a').replace(/##(?=\[)/g, '#\\x23')
}

function codePoint(char: string): string {
  const code = char.codePointAt(0) ?? 0
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
}

function trimTo(pieces: string[], length: number, max: number): string {
  let kept = length
  while (kept > max - 1 && pieces.length > 0) kept -= pieces.pop()?.length ?? 0
  return `${pieces.join('')}…`
}
