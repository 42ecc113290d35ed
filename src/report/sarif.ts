// Renders a report as SARIF 2.1.0 for GitHub code scanning.
import { type Rule, ruleOf, severities } from '../policy/rules/index.ts'
import type { Finding, Severity } from '../types/finding.ts'
import type { FileReport, Report } from '../types/report.ts'
import { safe, safeJson } from './escape.ts'
import { Artifacts, relativeUri } from './sarif-artifacts.ts'
import { ruleDescriptors, sarifLevel } from './sarif-rules.ts'
import { atLeast, gateOf, incompleteFails } from './verdict.ts'
import { memberPath, placeOf, plural } from './words.ts'

/** Options of the SARIF report. */
export interface SarifOptions {
  /** Computes the SHA-256 of a text's UTF-8 bytes, in hex. Passed in, because reporters import nothing from Node. */
  readonly hash: (text: string) => string
  /** Distinguishes analyses of one commit. If missing, GitHub derives one from the workflow. */
  readonly category?: string
  /** Adds `startLine: 1` to every region. Slow: GitHub's upload action then reads every model to its end. */
  readonly lineRegion?: boolean
  /** Omits results of lower severity. */
  readonly minSeverity?: Severity
  /** False if the run failed. */
  readonly executionSuccessful?: boolean
  /** GitHub shows 5,000 results of a run and drops others in no defined order. */
  readonly maxResults?: number
}

/** A result before it is written: of a finding, an incomplete part, or several of them. */
interface Draft {
  readonly file: FileReport
  readonly uri: string
  readonly rule: string
  readonly severity: Severity
  readonly level: 'error' | 'warning' | 'note'
  readonly text: string
  readonly path: Finding['path']
  readonly offset?: number
  readonly fileOffset?: number
  /** Part of the fingerprint, besides rule and path. */
  readonly evidence: string
  readonly count: number
}

const INFORMATION_URI = 'https://github.com/modelgate/modelgate'
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const DEFAULT_MAX_RESULTS = 5000
/** Maximum notifications. They help to diagnose a run; the results contain the same facts. */
const MAX_NOTIFICATIONS = 1000
const MESSAGE_MAX = 1000

/**
 * Renders SARIF 2.1.0 with exactly one run for GitHub code scanning. Every result is in a file of the repository. Its
 * fingerprint does not depend on offsets and wording. An incomplete file is a result too, because GitHub shows
 * nothing else.
 */
export function toSarif(report: Report, options: SarifOptions): string {
  const { drafts, outside } = draftsOf(report, options)
  const { kept, notice } = limited(drafts, options.maxResults ?? DEFAULT_MAX_RESULTS)
  const shownRules = ruleDescriptors(worstSeverityPerRule(drafts))
  const ruleIndex = new Map(shownRules.map((rule, index) => [rule.id, index]))
  const artifacts = new Artifacts()
  const ordinals = new Map<string, number>()
  const results = kept.map((draft) => {
    const fingerprint = fingerprintOf(draft, options.hash)
    const ordinal = (ordinals.get(fingerprint) ?? 0) + 1
    ordinals.set(fingerprint, ordinal)
    return resultOf(draft, { ruleIndex, artifacts, options, fingerprint: `${fingerprint}:${ordinal}` })
  })
  const notices = [...report.notices, ...outside.map((path) => `${path} is outside of the repository and has no result here`), ...notice]
  return write({
    version: report.tool.version,
    rules: shownRules,
    category: options.category,
    executionSuccessful: options.executionSuccessful ?? true,
    notifications: notificationsOf(report, notices, ruleIndex),
    artifacts: artifacts.list,
    results,
  })
}

/** Returns SARIF for a run that failed: a later upload step needs a file, and the file must say that the run failed. */
export function sarifForCrash(message: string, { version, category }: { readonly version: string; readonly category?: string }): string {
  return write({
    version,
    rules: ruleDescriptors(new Map()),
    category,
    executionSuccessful: false,
    notifications: [{ level: 'error', message: { text: safe(message, { max: MESSAGE_MAX }) } }],
    artifacts: [],
    results: [],
  })
}

function write(run: {
  readonly version: string
  readonly rules: readonly object[]
  readonly category: string | undefined
  readonly executionSuccessful: boolean
  readonly notifications: readonly object[]
  readonly artifacts: readonly object[]
  readonly results: readonly object[]
}): string {
  const driver = { name: 'ModelGate', semanticVersion: run.version, informationUri: INFORMATION_URI, rules: run.rules }
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        // Without the slash GitHub reads the whole id as a run id and leaves the category empty.
        automationDetails: run.category ? { id: run.category.endsWith('/') ? run.category : `${run.category}/` } : undefined,
        invocations: [{ executionSuccessful: run.executionSuccessful, toolExecutionNotifications: run.notifications }],
        artifacts: run.artifacts.length > 0 ? run.artifacts : undefined,
        columnKind: 'utf16CodeUnits',
        results: run.results,
      },
    ],
  }
  return `${safeJson(log)}\n`
}

function draftsOf(report: Report, options: SarifOptions): { drafts: Draft[]; outside: string[] } {
  const drafts: Draft[] = []
  const outside: string[] = []
  const shown = (severity: Severity) => options.minSeverity === undefined || atLeast(severity, options.minSeverity)
  for (const file of report.files) {
    if (file.findings.length === 0 && file.incomplete.length === 0) continue
    const uri = relativeUri(file.path)
    if (uri === undefined) {
      outside.push(safe(file.path))
      continue
    }
    for (const finding of file.findings) {
      if (!shown(finding.severity)) continue
      drafts.push({ ...finding, file, uri, level: sarifLevel(finding.severity), text: findingText(file, finding) })
    }
    const severity = ruleOf('scan/incomplete').severity
    for (const part of file.incomplete) {
      if (!shown(severity) || (part.why === 'lfs-pointer' && gateOf(file, report).lfsPointers === 'ignore')) continue
      const { why, path, offset } = part
      const level = incompleteFails(part, gateOf(file, report)) ? 'error' : 'warning'
      const remedy = part.remedy === undefined ? '' : ` ${safe(part.remedy)}`
      const text = `Incomplete: model file ${safe(file.path)} was not read to its end. ${why}: ${safe(part.detail)}${place(part)}.${remedy}`
      const at = offset === undefined ? {} : { offset }
      drafts.push({ file, uri, rule: 'scan/incomplete', severity, level, text, path, ...at, evidence: why, count: 1 })
    }
  }
  return { drafts, outside }
}

/** Lists on GitHub show the first sentence only: it says whether the file is unsafe, and which rule applies. */
function findingText(file: FileReport, finding: Finding): string {
  const rule = ruleOf(finding.rule)
  const word = finding.severity === 'critical' || finding.severity === 'high' ? 'Unsafe' : 'Suspicious'
  const times = finding.count > 1 ? ` (${finding.count} times)` : ''
  return `${word} model file ${safe(file.path)}: ${rule.title}. ${safe(finding.message)} Found: ${safe(finding.evidence)}${place(finding)}${times}. ${rule.help}`
}

function place(at: Parameters<typeof placeOf>[0]): string {
  const text = placeOf(at)
  return text === '' ? '' : ` in ${safe(text)}`
}

/** Limits the results: one per file and rule, then the worst of these. The last result says how many are missing. */
function limited(drafts: readonly Draft[], max: number): { kept: readonly Draft[]; notice: string[] } {
  if (drafts.length <= max) return { kept: drafts, notice: [] }
  const groups = new Map<string, Draft & { count: number }>()
  for (const draft of drafts) {
    const key = `${draft.uri}\0${draft.rule}`
    const group = groups.get(key)
    if (group) group.count += draft.count
    else groups.set(key, { ...draft })
  }
  const collapsed = [...groups.values()].map((group) =>
    group.count > 1
      ? { ...group, text: `${safe(group.text, { max: 700 })} This result represents ${group.count} findings of the rule in this file.` }
      : group,
  )
  const merged = collapsed.length < drafts.length ? [`${drafts.length} results were merged, one per file and rule`] : []
  if (collapsed.length <= max) return { kept: collapsed, notice: merged }
  // A stable sort: within a severity, files keep the order of the report.
  const sorted = collapsed.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  const kept = sorted.slice(0, max - 1)
  const first = sorted[max - 1]
  const text = `Too many results: ${plural(sorted.length - kept.length, 'result')} of lower or equal severity left out. The JSON report contains all.`
  return {
    kept: first
      ? [...kept, { ...first, rule: 'scan/incomplete', level: 'note', text, path: [first.file.path], evidence: 'left out', count: 1 }]
      : kept,
    notice: [...merged, text],
  }
}

function resultOf(
  draft: Draft,
  context: {
    readonly ruleIndex: ReadonlyMap<string, number>
    readonly artifacts: Artifacts
    readonly options: SarifOptions
    readonly fingerprint: string
  },
): object {
  const members = memberPath(draft.path)
  const member = safe(members, { max: MESSAGE_MAX })
  const index = context.artifacts.add(draft.file, draft.uri, draft.path)
  return {
    ruleId: draft.rule,
    ruleIndex: context.ruleIndex.get(draft.rule),
    level: draft.level,
    message: { text: plainText(draft.text) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: draft.uri, index: index.file }, region: regionOf(draft, context.options.lineRegion) },
        logicalLocations: members === '' ? undefined : [{ fullyQualifiedName: member, kind: 'resource' }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: context.fingerprint },
    properties: {
      severity: draft.severity,
      evidence: safe(draft.evidence),
      count: draft.count,
      memberPath: members === '' ? undefined : member,
      memberIndex: index.member,
      offset: draft.offset,
    },
  }
}

/**
 * Returns a region in bytes, because binary files have no lines. Inside a compressed member no byte of the file
 * corresponds: the region is then the whole file.
 */
function regionOf(draft: Draft, lineRegion: boolean | undefined): object {
  const offset = draft.fileOffset ?? (draft.path.length === 1 ? draft.offset : undefined)
  const region = offset === undefined ? { byteOffset: 0, byteLength: draft.file.size } : { byteOffset: offset, byteLength: 1 }
  return lineRegion ? { startLine: 1, ...region } : region
}

/** Excludes offset, message, version and severity: a change of these must not close an alert and open a new one. */
function fingerprintOf(draft: Draft, hash: SarifOptions['hash']): string {
  return hash(['v1', draft.rule, draft.file.path, memberPath(draft.path), draft.evidence].join('\0')).slice(0, 16)
}

function notificationsOf(report: Report, notices: readonly string[], ruleIndex: ReadonlyMap<string, number>): object[] {
  const list: object[] = []
  for (const file of report.files) {
    for (const part of file.incomplete) {
      if (list.length >= MAX_NOTIFICATIONS) break
      const text = `${safe(file.path)}: ${part.why}: ${safe(part.detail)}${place(part)}`
      const associatedRule = { id: 'scan/incomplete', index: ruleIndex.get('scan/incomplete') }
      list.push({
        level: incompleteFails(part, gateOf(file, report)) ? 'error' : 'warning',
        message: { text: plainText(text) },
        associatedRule,
      })
    }
  }
  for (const notice of notices.slice(0, MAX_NOTIFICATIONS))
    list.push({ level: 'note', message: { text: plainText(safe(notice, { max: MESSAGE_MAX })) } })
  return list
}

/** Escapes `[text](target)`, which is a link in a message (SARIF §3.11.6). */
function plainText(text: string): string {
  return safe(text, { max: MESSAGE_MAX }).replace(/\]\(/g, ']\\x28')
}

/** A policy can change severities by path, but SARIF has one per rule: the worst. */
function worstSeverityPerRule(drafts: readonly Draft[]): ReadonlyMap<Rule['id'], Severity> {
  const worst = new Map<string, Severity>()
  for (const { rule, severity } of drafts) {
    const known = worst.get(rule)
    if (known === undefined || !atLeast(known, severity)) worst.set(rule, severity)
  }
  return worst
}
