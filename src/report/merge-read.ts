// Reads a JSON report and checks its shape before a merge.
import { PASS_REASONS } from '../types/account.ts'
import type { Report } from '../types/report.ts'
import { MergeError } from './merge.ts'

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const flag: Check = (value) => typeof value === 'boolean'
const oneOf = (...words: readonly unknown[]): Check => words.includes.bind(words)
const listOf =
  (check: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(check)
const pattern =
  (shape: RegExp): Check =>
  (value) =>
    typeof value === 'string' && shape.test(value)
/** An object with exactly these keys; those that end in `?` may be missing. */
const map = (keys: Readonly<Record<string, Check>>): Check => {
  const checks = new Map(Object.entries(keys).map(([key, check]) => [key.replace('?', ''), { check, optional: key.endsWith('?') }]))
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([key, item]) => checks.get(key)?.check(item)) &&
    [...checks].every(([key, { optional }]) => optional || Object.hasOwn(value, key))
}

// The shape of docs/report.schema.json.
const severity = oneOf('critical', 'high', 'medium', 'low')
const digest = pattern(/^[0-9a-f]{64}$/)
const path = listOf(text, 1)
const rule = pattern(/^[a-z0-9-]+\/[a-z0-9-]+$/)
const gate = map({
  failOn: oneOf('critical', 'high', 'medium', 'low', 'never'),
  failOnIncomplete: flag,
  lfsPointers: oneOf('fail', 'warn', 'ignore'),
})
const finding = map({ rule, severity, message: text, path, 'offset?': count, 'fileOffset?': count, 'opcode?': text, evidence: text, count })
const incomplete = map({
  why: oneOf('truncated', 'malformed', 'unsupported', 'encrypted', 'lfs-pointer', 'limit', 'timeout', 'unread', 'internal'),
  detail: text,
  'remedy?': text,
  path,
  'offset?': count,
})
const suppressed = map({ rule, severity, evidence: text, path, by: oneOf('exception', 'baseline'), reason: text, 'expires?': text })
const stats = map({
  reads: count,
  bytesRead: count,
  members: count,
  bytesInflated: count,
  opcodes: count,
  peakStack: count,
  peakMemo: count,
  bytes: map({
    interpreted: count,
    passedOver: map(Object.fromEntries(PASS_REASONS.map((reason) => [reason, count]))),
    unaccounted: count,
  }),
})
const file = map({
  path: text,
  size: count,
  'sha256?': digest,
  status: oneOf('clean', 'findings', 'incomplete', 'empty', 'unrecognised'),
  'sameAs?': text,
  formats: listOf(text),
  findings: listOf(finding),
  incomplete: listOf(incomplete),
  'torch?': map({ weightsOnly: flag, refused: listOf(text) }),
  'suppressed?': listOf(suppressed),
  'gate?': gate,
  'stats?': stats,
})
const report = map({
  schemaVersion: oneOf(1),
  tool: map({ name: oneOf('modelgate'), version: text }),
  verdict: oneOf('pass', 'fail'),
  gate,
  'shard?': map({ index: count, count, listDigest: digest }),
  'partial?': oneOf(true),
  summary: () => true,
  'stats?': stats,
  notices: listOf(text),
  files: listOf(file),
})

/**
 * Reads a JSON report of schema version 1. The merge computes summary, verdict and status again and ignores those of
 * the report.
 * @throws {MergeError} that names the report if it is cut, changed, or of another schema
 */
export function readReport(json: string, name: string): Report {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new MergeError(`${name} is not JSON; the file may be cut off`)
  }
  if (!report(value)) throw new MergeError(`${name} is not a JSON report that this version of ModelGate can read`)
  const { summary: _, ...rest } = value as Report & { readonly summary: unknown }
  if (rest.shard && (rest.shard.index < 1 || rest.shard.index > rest.shard.count)) {
    throw new MergeError(`${name} claims to be shard ${rest.shard.index} of ${rest.shard.count}`)
  }
  return rest
}
