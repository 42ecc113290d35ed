// Chooses which entries of a report fit into the HTML page.
import { severities } from '../policy/rules/index.ts'
import type { FileReport, Report } from '../types/report.ts'
import { safeHtml } from './escape.ts'
import { acceptedItem, fileHead, findingItem, type Item, incompleteItem, membersOf } from './html-items.ts'
import { counts, withSuppressed, worstFirst } from './verdict.ts'
import { plural } from './words.ts'

/**
 * Limits for each kind: entries, and UTF-8 bytes. Together they keep the page under 8 MB, which browsers open
 * quickly.
 */
const LIMITS = {
  findings: { entries: 5000, bytes: 5_500_000 },
  incomplete: { entries: 2000, bytes: 1_000_000 },
  accepted: { entries: 2000, bytes: 700_000 },
  notices: { entries: 500, bytes: 300_000 },
} as const

type Limit = (typeof LIMITS)[keyof typeof LIMITS]

/** Bytes of the tags around a file or a member. */
const TAG_BYTES = 64

/** The parts of a report that the page shows. */
export interface Selection {
  readonly items: ReadonlyMap<FileReport, readonly Item[]>
  /** List entries, in HTML. */
  readonly notices: readonly string[]
  /** Sentences on what was left out. */
  readonly cuts: readonly string[]
}

/**
 * Chooses entries, worst findings of all files first: many low ones in one file displace no critical one in another.
 */
export function selected(report: Report): Selection {
  const total = counts(report)
  const worst = worstFirst(report)
  const items = new Map<FileReport, Item[]>()
  const findings = fill(items, LIMITS.findings, findingsOf(worst))
  const incomplete = fill(items, LIMITS.incomplete, incompleteOf(worst))
  const accepted = fill(items, LIMITS.accepted, acceptedOf(withSuppressed(report)))
  const notices = noticesOf(report)
  const cuts: string[] = []
  if (findings < total.findings) cuts.push(`the worst ${findings} of ${plural(total.findings, 'finding')} shown`)
  if (incomplete < total.incomplete) cuts.push(`${incomplete} of ${plural(total.incomplete, 'incomplete part')} shown`)
  if (accepted < total.suppressed) cuts.push(`${accepted} of ${total.suppressed} accepted findings shown`)
  if (notices.length < report.notices.length) cuts.push(`${notices.length} of ${plural(report.notices.length, 'notice')} shown`)
  return { items, notices, cuts }
}

/** Adds entries until one does not fit, and returns their number. Names of members and files count as well. */
function fill(items: Map<FileReport, Item[]>, limit: Limit, all: Iterable<readonly [FileReport, Item]>): number {
  let room: number = limit.bytes
  let taken = 0
  for (const [file, item] of all) {
    const own = items.get(file)
    const heading = own ? 0 : bytesOf(fileHead(file)) + TAG_BYTES
    room -= heading + bytesOf(item.html) + membersOf(item.path).reduce((sum, name) => sum + bytesOf(safeHtml(name)) + TAG_BYTES, 0)
    if (taken === limit.entries || room < 0) break
    if (own) own.push(item)
    else items.set(file, [item])
    taken++
  }
  return taken
}

function* findingsOf(files: readonly FileReport[]): Generator<readonly [FileReport, Item]> {
  for (const severity of severities) {
    for (const file of files) {
      for (const finding of file.findings) {
        if (finding.severity === severity) yield [file, findingItem(finding)]
      }
    }
  }
}

function* incompleteOf(files: readonly FileReport[]): Generator<readonly [FileReport, Item]> {
  for (const file of files) for (const part of file.incomplete) yield [file, incompleteItem(part)]
}

function* acceptedOf(files: readonly FileReport[]): Generator<readonly [FileReport, Item]> {
  for (const file of files) for (const accepted of file.suppressed ?? []) yield [file, acceptedItem(accepted)]
}

function noticesOf({ notices }: Report): string[] {
  const { entries, bytes } = LIMITS.notices
  const lines: string[] = []
  let room: number = bytes
  for (const notice of notices.slice(0, entries)) {
    const line = `<li>${safeHtml(notice, { max: 1000 })}</li>`
    room -= bytesOf(line)
    if (room < 0) break
    lines.push(line)
  }
  return lines
}

const encoder = new TextEncoder()

function bytesOf(text: string): number {
  return encoder.encode(text).length
}
