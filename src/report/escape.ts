// Escapes text of scanned files for logs, terminals, Markdown, HTML and JSON.

/**
 * The one way out for text that came from a file: names, globals, arguments, messages.
 *
 * A log line of a GitHub job is parsed for workflow commands: `::name …::` at the start of the trimmed line, and the older
 * `##[name …]` anywhere in it (actions/runner, ActionCommand.cs). A terminal obeys C0 and C1 controls, a reader believes bidi
 * and zero-width characters. None of them leaves here.
 */

/** Controls, format characters (bidi, zero-width, tags), lone surrogates, line separators, and letters that show as nothing. */
const INVISIBLE = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u3164\\uffa0'
/** Those among them that JSON leaves as they are. */
const UNESCAPED = '\\p{Cf}\\p{Zl}\\p{Zp}\\x7f-\\x9f'

/** Made at the first use: V8 works out the classes of each such literal when it reads the file, which is a part of every start that can be measured. */
let invisible: RegExp | undefined
let unescaped: RegExp | undefined

function isInvisible(text: string): boolean {
  invisible ??= new RegExp(`[${INVISIBLE}]`, 'u')
  return invisible.test(text)
}

/** Enough for a decoded call, short enough for a line. */
const DEFAULT_MAX = 300

/** Entities for all that means something in HTML, in Markdown, or to one of GitHub's own filters (mentions, emoji, math, links). */
const ENTITY: Readonly<Record<string, string>> = Object.fromEntries([...'&<>"\'|`@#[]!*_~\\$:'].map((c) => [c, `&#${c.charCodeAt(0)};`]))

/**
 * One line of printable text that no log parser takes for a command, at most `max` characters long, a cut marked with `…`.
 * Invisible characters become `\xNN` or `\u{…}`; a leading colon and every `##[` are broken up.
 */
export function safe(text: string, { max = DEFAULT_MAX }: { readonly max?: number } = {}): string {
  // The slice bounds the work: no character gets shorter by escaping. Two code units more than needed show that something is cut.
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
 * The same text as inline code for GitHub's Markdown, inside a table too: no markup, mention, image, link or emoji comes of it.
 * Inline HTML and not backticks, because a code span cannot hold a `|` in a table, nor backticks of its own.
 */
export function safeMarkdown(text: string, options: { readonly max?: number } = {}): string {
  const escaped = safe(text, options)
    .replace(/[&<>"'|`@#[\]!*_~\\$:]/g, (char) => ENTITY[char] ?? '')
    // Two things are linked after entities are decoded: `www.` and e-mail addresses. A tag in the middle splits the text.
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/(?<=\S)&#64;/g, '<wbr>&#64;')
  return `<code>${escaped === '' ? ' ' : escaped}</code>`
}

/**
 * The same text for the content of an HTML element or a quoted attribute: no tag, entity or attribute begins or ends in it. Of an
 * address it does not make a safe one: text of a file has no place in `href` or `src`.
 */
export function safeHtml(text: string, options: { readonly max?: number } = {}): string {
  return safe(text, options).replace(/[&<>"'`]/g, (char) => ENTITY[char] ?? '')
}

/** The data of a workflow command, as the runner decodes it. */
export function escapeCommandData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** A property of a workflow command, as the runner decodes it. */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

/**
 * JSON that is inert in a log and readable by every parser: what is invisible stands as `\uXXXX`, `##[` is broken up the same way,
 * and lone surrogates, which many parsers refuse, are U+FFFD. Otherwise it parses back to the same value.
 */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? wellFormed(item) : item))
  unescaped ??= new RegExp(`[${UNESCAPED}]`, 'gu')
  return json
    .replace(unescaped, (char) => [...utf16(char)].map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join(''))
    .replace(/##\[/g, '#\\u0023[')
}

/** The text as valid UTF-16. */
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
