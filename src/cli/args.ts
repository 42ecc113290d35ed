// Parses the command line of a scan and holds its help text.
import { availableParallelism } from 'node:os'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { parseShard, SHARD_FORM } from '../node/shard.ts'
import { severities } from '../policy/rules/index.ts'

/** A mistake of the user: shown without a stack trace, exit status 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Default paths of the policy and the baseline. */
export const POLICY_FILE = '.github/modelgate.yml'
export const BASELINE_FILE = '.github/modelgate-baseline.json'

/** The values of `--format`. */
export const FORMATS = ['text', 'json', 'sarif', 'markdown', 'github', 'html'] as const
export type OutputFormat = (typeof FORMATS)[number]
const THRESHOLDS = [...severities, 'never'] as const
const LFS = ['fail', 'warn', 'ignore'] as const

/** The parsed arguments of a scan; `undefined` for options that are not given. */
export interface Args {
  readonly paths: readonly string[]
  readonly format: OutputFormat
  readonly output: string | undefined
  readonly policy: string | undefined
  readonly baseline: string | undefined
  readonly firstParty: boolean
  readonly shard: { readonly index: number; readonly count: number } | undefined
  readonly listShard: boolean
  readonly failOn: (typeof THRESHOLDS)[number] | undefined
  readonly failOnIncomplete: boolean | undefined
  readonly lfsPointers: (typeof LFS)[number] | undefined
  readonly jobs: number | undefined
  readonly timeoutSeconds: number | undefined
  readonly category: string | undefined
  readonly stats: boolean
  readonly quiet: boolean
  readonly explain: boolean
  readonly sha256: boolean
  readonly color: boolean | undefined
  readonly help: boolean
  readonly version: boolean
}

export const USAGE = `Usage: modelgate [options] PATH…
       modelgate COMMAND --help

Reads machine-learning models without loading them and reports what loading would run.
A PATH is a file, or a folder that is scanned with all its sub-folders. A symbolic link is followed
if its destination is in the working directory or in a scanned folder.

  --format FORMAT           ${FORMATS.join(', ')} (default: text)
  --output FILE             write the report to FILE instead of standard output
  --fail-on SEVERITY        lowest severity that fails: ${THRESHOLDS.join(', ')} (default: high)
  --no-fail-on-incomplete   do not fail because of files that could not be read to their end
  --lfs-pointers ACTION     on a Git LFS or DVC pointer: ${LFS.join(', ')} (default: fail)
  --policy FILE             policy file, YAML or JSON
  --baseline FILE           accept the findings recorded in FILE while the content of the models stays the same
  --first-party             treat classes that are defined in the source files of the working directory as low
  --shard I/N               scan part I of N; machines with the same files compute the same parts
  --list-shard              print the files of the shard, one per line, without scanning
  --jobs N                  files to scan at the same time (default: 4)
  --timeout SECONDS         time limit for one file (default: 600)
  --category NAME           category of the SARIF run
  --sha256                  report the SHA-256 of every file, which reads every byte
  --stats                   report the work on each file: reads, opcodes, peaks … (text and JSON)
  --quiet                   show only files that fail the gate, and the verdict
  --explain                 show every import and call, and why it was judged so
  --color, --no-color       colours in text (default: if standard output is a terminal)
  --version, --help

Commands (to scan a folder of that name, write ./NAME):
  policy check|explain|init   check or explain a policy file, or write a first one
  allow                       accept a finding in a file until a date
  baseline                    record today's findings, so that only new ones fail
  merge-reports               merge the reports of all shards into one

Exit status: 0 pass, 1 findings at or above the threshold, 2 no such finding but an incomplete file, 64 wrong usage or
policy, 74 the report could not be written.
`

/** Parses the command line of a scan. @throws {UsageError} with the option and its allowed values */
export function parseCommandLine(argv: readonly string[]): Args {
  const { values, positionals } = parseOptions(argv, OPTIONS)
  const { format, jobs, timeout, color } = values
  return {
    paths: positionals,
    format: oneOf('--format', format, FORMATS) ?? 'text',
    output: values.output,
    policy: values.policy,
    baseline: values.baseline,
    firstParty: values['first-party'] ?? false,
    shard: values.shard === undefined ? undefined : shardOf(values.shard),
    listShard: values['list-shard'] ?? false,
    failOn: oneOf('--fail-on', values['fail-on'], THRESHOLDS),
    failOnIncomplete: values['fail-on-incomplete'],
    lfsPointers: oneOf('--lfs-pointers', values['lfs-pointers'], LFS),
    jobs: jobs === undefined ? undefined : Math.min(positive('--jobs', jobs), 16 * availableParallelism()),
    timeoutSeconds: timeout === undefined ? undefined : positive('--timeout', timeout),
    category: values.category,
    stats: values.stats ?? false,
    quiet: values.quiet ?? false,
    explain: values.explain ?? false,
    sha256: values.sha256 ?? false,
    color,
    help: values.help ?? false,
    version: values.version ?? false,
  }
}

/** The options of a scan. */
const OPTIONS = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  policy: { type: 'string' },
  baseline: { type: 'string' },
  'first-party': { type: 'boolean' },
  shard: { type: 'string' },
  'list-shard': { type: 'boolean' },
  'fail-on': { type: 'string' },
  'fail-on-incomplete': { type: 'boolean' },
  'lfs-pointers': { type: 'string' },
  jobs: { type: 'string', short: 'j' },
  timeout: { type: 'string' },
  category: { type: 'string' },
  stats: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  explain: { type: 'boolean' },
  sha256: { type: 'boolean' },
  color: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

/** Parses options and positional arguments. @throws {UsageError} for an unknown option or a missing value */
export function parseOptions<T extends NonNullable<ParseArgsConfig['options']>>(argv: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, allowNegative: true, options })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function shardOf(value: string): { readonly index: number; readonly count: number } {
  const shard = parseShard(value)
  if (!shard) throw new UsageError(`--shard is "${value}"; it must be ${SHARD_FORM}`)
  return shard
}

/** Returns the value if it is one of the allowed ones. @throws {UsageError} if not */
export function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = allowed.find((each) => each === value)
  if (found === undefined) throw new UsageError(`${option} is "${value}"; it must be one of ${allowed.join(', ')}`)
  return found
}

function positive(option: string, value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} is "${value}"; it must be a whole number, 1 or more`)
  return number
}
