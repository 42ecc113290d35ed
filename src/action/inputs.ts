// Reads and checks the inputs of action.yml.
import { parseShard, SHARD_FORM } from '../node/shard.ts'
import { THRESHOLDS } from '../policy/file/schema.ts'
import type { Gate } from '../types/report.ts'

/** A mistake in the inputs: shown as a sentence, without a stack trace. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

/** All inputs, checked. `undefined` means not set: the policy file or the default applies. */
export interface Inputs {
  /** Globs relative to the working directory; undefined for everything. */
  readonly paths: readonly string[] | undefined
  readonly exclude: readonly string[]
  readonly workingDirectory: string
  readonly policyFile: string | undefined
  readonly baselineFile: string | undefined
  readonly failOnSeverity: Gate['failOn'] | undefined
  readonly failOnIncomplete: boolean | undefined
  readonly lfsPointers: Gate['lfsPointers'] | undefined
  readonly changedOnly: boolean
  readonly shard: { readonly index: number; readonly count: number } | undefined
  /** Globs relative to the workspace; undefined for a scan. */
  readonly mergeReports: readonly string[] | undefined
  readonly ifNoFilesFound: 'warn' | 'error' | 'ignore'
  readonly warnOnly: boolean
  readonly annotations: 'command' | 'check' | 'off'
  readonly maxAnnotations: number
  readonly jobSummary: 'always' | 'on-failure' | 'never'
  readonly commentInPr: 'always' | 'on-failure' | 'never'
  /** As written; `none` for no file, undefined for the default path. */
  readonly sarifFile: string | undefined
  readonly reportFile: string | undefined
  readonly uploadSarif: boolean
  readonly category: string | undefined
  readonly concurrency: number | undefined
  readonly timeoutMinutesPerFile: number | undefined
  /** For GitHub's API. */
  readonly token: string | undefined
}

/**
 * Reads all inputs through `get`, which returns an empty string for an input that is not set.
 * @throws {ConfigurationError} with the input, its value and the allowed values
 */
export function readInputs(get: (name: string) => string): Inputs {
  const text = (name: string): string | undefined => get(name).trim() || undefined
  const lines = (name: string): readonly string[] =>
    get(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
  const choice = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    const found = allowed.find((word) => word === value.toLowerCase())
    if (found === undefined) throw wrong(name, value, `one of ${allowed.join(', ')}`)
    return found
  }
  const flag = (name: string): boolean | undefined => {
    const value = choice(name, ['true', 'false'])
    return value === undefined ? undefined : value === 'true'
  }
  const number = (name: string, least: number, most: number, kind: 'integer' | 'decimal'): number | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    const parsed = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
    const fits = parsed >= least && parsed <= most && (kind === 'decimal' || Number.isInteger(parsed))
    if (!fits) throw wrong(name, value, `a${kind === 'integer' ? ' whole' : ''} number from ${least} to ${most}`)
    return parsed
  }
  const globs = (name: string): readonly string[] => {
    const patterns = lines(name)
    for (const pattern of patterns) checkGlob(name, pattern)
    return patterns
  }

  const paths = globs('paths')
  const mergeReports = globs('merge-reports')
  const inputs: Inputs = {
    paths: paths.every((pattern) => pattern === '**') ? undefined : paths,
    exclude: globs('exclude'),
    workingDirectory: text('working-directory') ?? '.',
    policyFile: text('policy-file'),
    baselineFile: text('baseline-file'),
    failOnSeverity: choice('fail-on-severity', THRESHOLDS),
    failOnIncomplete: flag('fail-on-incomplete'),
    lfsPointers: choice('lfs-pointers', ['fail', 'warn', 'ignore']),
    changedOnly: flag('changed-only') ?? false,
    shard: shardOf(text('shard')),
    mergeReports: mergeReports.length === 0 ? undefined : mergeReports,
    ifNoFilesFound: choice('if-no-files-found', ['warn', 'error', 'ignore']) ?? 'warn',
    warnOnly: flag('warn-only') ?? false,
    annotations: choice('annotations', ['command', 'check', 'off']) ?? 'command',
    maxAnnotations: number('max-annotations', 0, 10, 'integer') ?? 10,
    jobSummary: choice('job-summary', ['always', 'on-failure', 'never']) ?? 'always',
    commentInPr: choice('comment-in-pr', ['always', 'on-failure', 'never']) ?? 'never',
    sarifFile: text('sarif-file'),
    reportFile: text('report-file'),
    uploadSarif: flag('upload-sarif') ?? false,
    category: text('category'),
    concurrency: number('concurrency', 1, 64, 'integer'),
    timeoutMinutesPerFile: number('timeout-minutes-per-file', 0.01, 360, 'decimal'),
    token: text('token'),
  }
  checkTogether(inputs)
  return inputs
}

function shardOf(value: string | undefined): Inputs['shard'] {
  if (value === undefined) return undefined
  const shard = parseShard(value)
  if (!shard) throw wrong('shard', value, SHARD_FORM)
  return shard
}

/**
 * Rejects combinations. The upload of one shard would close the alerts of the others, and its comment would replace
 * theirs.
 */
function checkTogether({ shard, mergeReports, uploadSarif, commentInPr }: Inputs): void {
  if (shard === undefined) return
  if (mergeReports !== undefined) throw new ConfigurationError('inputs shard and merge-reports exclude each other: merging scans nothing')
  const whole = uploadSarif ? 'upload-sarif' : commentInPr === 'never' ? undefined : 'comment-in-pr'
  if (whole !== undefined) {
    throw new ConfigurationError(
      `inputs shard and ${whole} exclude each other: a shard is a part of a run; set ${whole} in the job with merge-reports`,
    )
  }
}

function wrong(name: string, value: string, allowed: string): ConfigurationError {
  return new ConfigurationError(`input ${name} is "${value}"; it must be ${allowed}`)
}

/**
 * Patterns for which @actions/glob returns no files and no error, or files outside of the folder: models would not be
 * scanned.
 */
const globTraps: readonly { readonly found: RegExp; readonly why: string }[] = [
  { found: /\{[^{}]*\}/, why: 'braces are not supported: write one pattern per line' },
  { found: /[?*+@!]\([^()]*\)/, why: 'extended patterns such as +(a|b) are not supported: write one pattern per line' },
  { found: /^!?([/\\~]|[A-Za-z]:)/, why: 'patterns are relative: set working-directory for another folder' },
  { found: /(^!?|[/\\])\.{1,2}([/\\]|$)/, why: '"." and ".." are not supported: set working-directory for another folder' },
]

function checkGlob(name: string, pattern: string): void {
  for (const trap of globTraps) {
    if (trap.found.test(pattern)) throw new ConfigurationError(`input ${name} has the pattern "${pattern}"; ${trap.why}`)
  }
}
