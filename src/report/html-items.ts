// Renders the entries of the HTML report: findings, incomplete parts and accepted findings.
import { ruleOf } from '../policy/rules/index.ts'
import type { ArtifactPath } from '../types/artifact.ts'
import type { Finding, Incomplete, Severity } from '../types/finding.ts'
import type { FileReport, Suppressed, TorchVerdict } from '../types/report.ts'
import { safeHtml } from './escape.ts'
import { acceptedBy, describeGate, formatBytes, ruleUrl } from './words.ts'

/** The kinds of entries; the filter has a box for each. */
export const kinds = ['critical', 'high', 'medium', 'low', 'incomplete', 'accepted'] as const satisfies readonly (
  | Severity
  | 'incomplete'
  | 'accepted'
)[]

/** An entry of the page, with the path of the artifact that it belongs to. */
export interface Item {
  readonly path: ArtifactPath
  readonly html: string
}

const PROSE = { max: 1000 }

/** Maximum nesting depth of members in lists; deeper ones share a line, because browsers flatten deep elements. */
const MAX_DEPTH = 16

/** Renders a finding: the decoded call, what it would do, where it is, and what to do about it. */
export function findingItem(finding: Finding): Item {
  const { severity, evidence, message, count, path } = finding
  const times = count > 1 ? ` <span class="dim">${count} times</span>` : ''
  const html = entry(severity, [
    `<p><b>${severity}</b> ${ruleLink(finding.rule)}${times}</p>`,
    `<p><code>${safeHtml(evidence)}</code></p>`,
    `<p>${safeHtml(message, PROSE)}</p>`,
    where(finding),
    `<p>→ ${safeHtml(ruleOf(finding.rule).help, PROSE)}</p>`,
  ])
  return { path, html }
}

/** Renders an incomplete part and its remedy. */
export function incompleteItem(part: Incomplete): Item {
  const html = entry('incomplete', [
    `<p><b>incomplete</b> ${safeHtml(part.why)}</p>`,
    `<p>${safeHtml(part.detail, PROSE)}</p>`,
    where(part),
    part.remedy === undefined ? '' : `<p>→ ${safeHtml(part.remedy, PROSE)}</p>`,
  ])
  return { path: part.path, html }
}

/** Renders a finding that an exception or the baseline accepts, with the reason. */
export function acceptedItem(accepted: Suppressed): Item {
  const html = entry('accepted', [
    `<p><b>accepted</b> ${ruleLink(accepted.rule)} <span class="dim">${accepted.severity}</span></p>`,
    `<p><code>${safeHtml(accepted.evidence)}</code></p>`,
    `<p class="dim">${safeHtml(acceptedBy(accepted), PROSE)}</p>`,
  ])
  return { path: accepted.path, html }
}

/**
 * Renders the heading of a file: its name, formats, whether `torch.load(weights_only=True)` refuses it, and its own
 * gate.
 */
export function fileHead(file: FileReport): string {
  const facts = [formatBytes(file.size), ...file.formats, ...(file.sha256 === undefined ? [] : [`SHA-256 ${file.sha256}`])]
  const lines = [`<summary><code>${safeHtml(file.path, PROSE)}</code></summary>`, `<p class="dim">${safeHtml(facts.join(' · '))}</p>`]
  if (file.torch && !file.torch.weightsOnly) lines.push(`<p>${weightsOnlyLine(file.torch)}</p>`)
  if (file.gate) lines.push(`<p class="dim">Gate of this file: ${describeGate(file.gate)}</p>`)
  return lines.join('\n')
}

/** Renders the entries of one file as nested lists: its own first, then those of each member under its name. */
export function itemTree(items: readonly Item[]): string {
  const root = newNode()
  for (const { path, html } of items) {
    let node = root
    for (const member of membersOf(path)) {
      const next = node.members.get(member) ?? newNode()
      node.members.set(member, next)
      node = next
    }
    node.entries.push(html)
  }
  return listOf(root)
}

/** Returns the names of the members on the way to an entry, as the tree shows them. Not escaped. */
export function membersOf(path: ArtifactPath): readonly string[] {
  const members = path.slice(1)
  return members.length <= MAX_DEPTH ? members : [...members.slice(0, MAX_DEPTH - 1), members.slice(MAX_DEPTH - 1).join('!')]
}

/** Maximum names in one line. */
const MAX_REFUSED = 5

function weightsOnlyLine({ refused }: TorchVerdict): string {
  const names = refused.slice(0, MAX_REFUSED).map((name) => `<code>${safeHtml(name, { max: 120 })}</code>`)
  const more = refused.length > names.length ? `, and ${refused.length - names.length} more` : ''
  return `<code>torch.load(weights_only=True)</code> refuses this file: ${names.join(', ')}${more}`
}

interface Node {
  readonly entries: string[]
  readonly members: Map<string, Node>
}

function newNode(): Node {
  return { entries: [], members: new Map() }
}

/** Recursive; `MAX_DEPTH` bounds the depth. */
function listOf({ entries, members }: Node): string {
  const below = [...members].map(([name, node]) => `<li class="member"><code>${safeHtml(name)}</code>\n${listOf(node)}</li>`)
  return `<ul>\n${[...entries, ...below].join('\n')}\n</ul>`
}

function entry(kind: (typeof kinds)[number], lines: readonly string[]): string {
  return `<li data-kind="${kind}">\n${lines.filter((line) => line !== '').join('\n')}\n</li>`
}

/** Renders the only link of an entry: to the page of a rule in the table, never an address from a file. */
function ruleLink(id: string): string {
  const rule = ruleOf(id)
  return `<a href="${ruleUrl(rule.id)}" rel="noreferrer">${safeHtml(rule.title)}</a> <span class="dim">${rule.id}</span>`
}

/** Renders the offset and the pickle opcode. */
function where(at: Pick<Finding, 'offset' | 'fileOffset' | 'opcode'>): string {
  if (at.offset === undefined) return ''
  const opcode = at.opcode === undefined ? '' : `<code>${safeHtml(at.opcode)}</code> `
  const inFile = at.fileOffset === undefined || at.fileOffset === at.offset ? '' : `, byte ${at.fileOffset} of the file`
  return `<p class="dim">${opcode}at byte ${at.offset}${inFile}</p>`
}
