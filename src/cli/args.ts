// Parses the command line of a scan and holds its help text.
import { availableParallelism } from 'node:os'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { parseShard, SHARD_FORM } from '../node/shard.ts'
import { severities } from '../policy/rules/index.ts'

/** The user's mistake: shown without a stack, exit status 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Where a policy and a baseline lie when nobody says otherwise. */
export const POLICY_FILE = '.github/modelgate.yml'
export const BASELINE_FILE = '.github/modelgate-baseline.json'

export const FORMATS = ['text', 'json', 'sarif', 'markdown', 'github', 'html'] as const
export type OutputFormat = (typeof FORMATS)[number]
const THRESHOLDS = [...severities, 'never'] as const
const LFS = ['fail', 'warn', 'ignore'] as const

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

Reads machine-learning models without loading them and says what loading would run.
A PATH is a file, or a folder that is walked in full; symbolic links are not followed.

  --format FORMAT           ${FORMATS.join(', ')} (default: text)
  --output FILE             write the report there instead of to standard output
  --fail-on SEVERITY        ${THRESHOLDS.join(', ')} (default: high)
  --no-fail-on-incomplete   do not fail for what could not be read
  --lfs-pointers WHAT       ${LFS.join(', ')}: what a Git LFS or DVC pointer does (default: fail)
  --policy FILE             a policy file, YAML or JSON
  --baseline FILE           accept what that file records, as long as the content of the models stays
  --first-party             accept classes that source files below the working directory define (low)
  --shard I/N               scan part I of N; every machine with the same files comes to the same parts
  --list-shard              print the files of the shard, one a line, and scan nothing
  --jobs N                  files in flight at once (default: 4)
  --timeout SECONDS         time that one file may take (default: 600)
  --category NAME           category of the SARIF run
  --sha256                  hash every file (reads every byte)
  --stats                   count the work of each file: reads, opcodes, peaks … (text and JSON)
  --quiet                   only the files that close the gate, and the verdict
  --explain                 every import and call, and why each was judged so
  --color, --no-color       colours in text (default: when standard output is a terminal)
  --version, --help

Commands (a folder of that name is scanned as ./NAME):
  policy check|explain|init   check a policy file, say what it means, or write a first one
  allow                       accept a finding of a file for a time
  baseline                    record today's findings, so that only new ones fail
  merge-reports               make one report of the reports of all shards

Exit status: 0 pass, 1 findings at or over the threshold, 2 nothing found but something could not be fully read, 64 wrong usage or policy,
74 the result could not be written.
`

/** Reads the command line of a scan. @throws {UsageError} that names the option and what it takes. */
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

/** Every option of a scan. */
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

/** Reads options and what is not one. @throws {UsageError} for an option that is not known or lacks its value. */
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

export function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = allowed.find((each) => each === value)
  if (found === undefined) throw new UsageError(`${option} is "${value}"; it must be one of ${allowed.join(', ')}`)
  return found
}

function positive(option: string, value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} is "${value}"; it must be a whole number from 1 up`)
  return number
}
