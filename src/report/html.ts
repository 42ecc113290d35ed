// Renders a report as one HTML page that works offline.
import { severities } from '../policy/rules/index.ts'
import type { FileReport, Report } from '../types/report.ts'
import { safeHtml } from './escape.ts'
import { fileHead, type Item, itemTree, kinds } from './html-items.ts'
import { SCRIPT } from './html-script.ts'
import { selected } from './html-select.ts'
import { STYLE } from './html-style.ts'
import { counts, verdictText, withSuppressed, worstFirst } from './verdict.ts'
import { describeGate, formatBytes, formatSeconds } from './words.ts'

/** Options of the HTML report. */
export interface HtmlOptions {
  /** Computes the SHA-256 of a text's UTF-8 bytes, in hex. Passed in, because reporters import nothing from Node. */
  readonly hash: (text: string) => string
  readonly elapsedMs?: number
}

/**
 * Renders the report as one page that works offline: it loads nothing, needs no script to be read, and its content
 * security policy allows no other script or style. If not all entries fit, the worst findings stay, and the page says
 * what is missing.
 */
export function toHtml(report: Report, options: HtmlOptions): string {
  const { items, notices, cuts } = selected(report)
  const word = report.verdict === 'pass' ? 'PASS' : 'FAIL'
  const shown = [...new Set([...worstFirst(report), ...withSuppressed(report)])].filter((file) => items.has(file))
  const lines = [
    ...head(`ModelGate: ${word}`, options.hash),
    '<body>',
    `<h1 class="${report.verdict === 'pass' ? 'pass' : 'fail'}">ModelGate: ${word}</h1>`,
    `<p>${safeHtml(verdictText(report, options.elapsedMs))}</p>`,
    countsTable(report, options.elapsedMs),
    cuts.length === 0 ? '' : `<p class="cut"><b>Truncated:</b> ${cuts.join('; ')}. The JSON report contains everything.</p>`,
    FILTER,
    '<main>',
    ...shown.map((file) => section(file, items.get(file) ?? [])),
    '</main>',
    notices.length === 0 ? '' : `<h2>Notices</h2>\n<ul>\n${notices.join('\n')}\n</ul>`,
    footer(report),
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** The content security policy allows only this script and this style, and precedes both. */
function head(title: string, hash: HtmlOptions['hash']): string[] {
  const source = (text: string): string => `'sha256-${base64(hash(text))}'`
  const policy = `default-src 'none'; style-src ${source(STYLE)}; script-src ${source(SCRIPT)}; base-uri 'none'; form-action 'none'`
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
  ]
}

/** Converts a hex digest to base64, as content security policies require. */
function base64(hex: string): string {
  return btoa((hex.match(/../g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(''))
}

/** Hidden until the script shows it, because it does nothing without the script. */
const FILTER = `<form id="filter" hidden>
${kinds.map((kind) => `<label><input type="checkbox" value="${kind}" checked> ${kind}</label>`).join('\n')}
<input id="text" type="search" placeholder="Search files, members, calls, rules" aria-label="Search" autocomplete="off">
<span id="shown" role="status"></span>
</form>`

function countsTable(report: Report, elapsedMs: number | undefined): string {
  const n = counts(report)
  const cells: readonly (readonly [string, string])[] = [
    ...severities.map((severity) => [severity, String(n[severity])] as const),
    ['incomplete', String(n.incomplete)],
    ...(n.empty > 0 ? [['empty', String(n.empty)] as const] : []),
    ['unrecognised', String(n.unrecognised)],
    ['accepted', String(n.suppressed)],
    ['files', String(n.files)],
    ['size', formatBytes(n.bytes)],
    ...(elapsedMs === undefined ? [] : [['time', formatSeconds(elapsedMs)] as const]),
  ]
  const row = (tag: 'th' | 'td', texts: readonly string[]): string => `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`
  const names = cells.map(([name]) => name)
  const values = cells.map(([, value]) => value)
  return `<table>\n${row('th', names)}\n${row('td', values)}\n</table>`
}

function section(file: FileReport, items: readonly Item[]): string {
  return `<section>\n<details open>\n${fileHead(file)}\n${itemTree(items)}\n</details>\n</section>`
}

function footer(report: Report): string {
  const shard = report.shard === undefined ? '' : ` · shard ${report.shard.index} of ${report.shard.count}`
  return `<p class="dim">Gate: ${safeHtml(describeGate(report.gate))} · ${safeHtml(`${report.tool.name} ${report.tool.version}`)}${shard}</p>`
}
