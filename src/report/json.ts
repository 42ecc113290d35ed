// Writes a report as JSON, schema version 1.
import type { Finding, Incomplete } from '../types/finding.ts'
import type { FileReport, Gate, Report, Shard, Stats, Suppressed } from '../types/report.ts'
import { safeJson } from './escape.ts'
import { totalStats } from './stats.ts'
import { counts } from './verdict.ts'

/** Returns the whole report as JSON, schema version 1 (docs/report.schema.json). Ends with a newline. */
export function toJson(report: Report): string {
  return [...jsonChunks(report)].join('')
}

/** Characters of a chunk: many files share a write, and no chunk is much longer. */
const CHUNK = 64 * 1024

/**
 * Yields the JSON in chunks, so that a report on a million files never exists as one string. One file per line, and a
 * fixed order of keys: reports can be compared with diff.
 */
export function* jsonChunks(report: Report): Generator<string> {
  const stats = totalStats(report)
  const head = {
    schemaVersion: report.schemaVersion,
    tool: { name: report.tool.name, version: report.tool.version },
    verdict: report.verdict,
    gate: gateFields(report.gate),
    ...(report.shard === undefined ? {} : { shard: shardOf(report.shard) }),
    ...(report.partial ? { partial: true } : {}),
    summary: counts(report),
    ...(stats === undefined ? {} : { stats }),
    notices: report.notices,
  }
  const lines = Object.entries(head).map(([key, value]) => `${safeJson(key)}: ${safeJson(value)}`)
  let chunk = `{\n${lines.join(',\n')},\n"files": [`
  let separator = '\n'
  for (const file of report.files) {
    chunk += separator + safeJson(fileOf(file))
    separator = ',\n'
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  yield `${chunk}${report.files.length === 0 ? '' : '\n'}]\n}\n`
}

// Written out key by key: the contract is this list, not whatever fields the objects have.
function fileOf(file: FileReport): object {
  return {
    path: file.path,
    size: file.size,
    sha256: file.sha256,
    status: file.status,
    sameAs: file.sameAs,
    formats: file.formats,
    findings: file.findings.map(findingOf),
    incomplete: file.incomplete.map(incompleteOf),
    torch: file.torch && { weightsOnly: file.torch.weightsOnly, refused: file.torch.refused },
    suppressed: file.suppressed?.map(suppressedOf),
    gate: file.gate && gateFields(file.gate),
    stats: file.stats && statsFields(file.stats),
  }
}

function statsFields({ reads, bytesRead, members, bytesInflated, opcodes, peakStack, peakMemo, bytes }: Stats): Stats {
  const { interpreted, passedOver, unaccounted } = bytes
  return { reads, bytesRead, members, bytesInflated, opcodes, peakStack, peakMemo, bytes: { interpreted, passedOver, unaccounted } }
}

function gateFields({ failOn, failOnIncomplete, lfsPointers }: Gate): object {
  return { failOn, failOnIncomplete, lfsPointers }
}

function shardOf({ index, count, listDigest }: Shard): object {
  return { index, count, listDigest }
}

function suppressedOf({ rule, severity, evidence, path, by, reason, expires }: Suppressed): object {
  return { rule, severity, evidence, path, by, reason, expires }
}

function findingOf(finding: Finding): object {
  const { rule, severity, message, path, offset, fileOffset, opcode, evidence, count } = finding
  return { rule, severity, message, path, offset, fileOffset, opcode, evidence, count }
}

function incompleteOf(part: Incomplete): object {
  const { why, detail, remedy, path, offset } = part
  return { why, detail, remedy, path, offset }
}
