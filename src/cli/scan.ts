// Runs a scan from parsed arguments to its exit status.
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { now } from '../node/clock.ts'
import { discover, kindOf } from '../node/discover.ts'
import { dayOf } from '../node/hash.ts'
import { scanFiles } from '../node/scan-files.ts'
import { planShard, type ShardPlan, sizesOf } from '../node/shard.ts'
import { parseBaseline } from '../policy/accept/baseline.ts'
import { exceptionNotices } from '../policy/accept/exceptions.ts'
import type { FirstParty, Policy } from '../policy/policy.ts'
import { defaultPolicy, withGate } from '../policy/policy.ts'
import { safe } from '../report/escape.ts'
import { buildReport, exitCode } from '../report/verdict.ts'
import type { Report } from '../types/report.ts'
import { version } from '../version.ts'
import type { Args } from './args.ts'
import { UsageError } from './args.ts'
import { explainLine } from './explain.ts'
import { checkFolderOf, collect, readText, shown, treesOf } from './io.ts'
import { createProgress } from './progress.ts'
import { publish } from './render.ts'
import type { Output } from './stdout.ts'

/** Runs `modelgate [options] PATH…` and returns the exit status of the gate. */
export async function gate(args: Args, output: Output): Promise<number> {
  const started = now()
  if (args.listShard) return listShard(args, output)
  if (args.explain && args.output === undefined && args.format !== 'text') {
    throw new UsageError(`--explain prints text, which would mix with ${args.format}; write the report to a file with --output`)
  }
  if (args.output !== undefined) checkFolderOf(args.output)
  const report = await scan(args, output)
  await publish(report, args, output, now() - started)
  return exitCode(report)
}

/** Scans the paths of the arguments. `hashFindings`: computes the SHA-256 of files with something to report. */
export async function scan(
  args: Args,
  output: Output,
  { hashFindings = false }: { readonly hashFindings?: boolean } = {},
): Promise<Report> {
  const policy = await effectivePolicy(args)
  const baseline = args.baseline === undefined ? undefined : parseBaseline(readText(args.baseline, 'the baseline'), args.baseline)
  const root = process.cwd()
  const { files, notices, shard } = filesOf(args, root)
  const today = dayOf(new Date())
  const progress = createProgress(files.length, output)
  const scanned = await scanFiles(files, {
    root,
    trees: treesOf(args.paths, root),
    policy: args.firstParty ? { ...policy, firstParty: await definedBelow(root, args.paths) } : policy,
    today,
    sha256: args.sha256 || (hashFindings && 'findings'),
    stats: args.stats,
    ...(baseline ? { baseline } : {}),
    ...(args.jobs === undefined ? {} : { concurrency: args.jobs }),
    ...(args.explain ? { concurrency: 1, explain: (...fact) => output.printNow(explainLine(...fact)) } : {}),
    ...(args.timeoutSeconds === undefined ? {} : { timeoutMs: args.timeoutSeconds * 1000 }),
    onFile: (_file, done) => progress.update(done),
  })
  progress.clear()
  return buildReport({
    files: scanned,
    gate: policy,
    notices: [...notices, ...exceptionNotices(policy.exceptions, today, scanned)],
    version,
    ...(shard ? { shard } : {}),
  })
}

/** The policy of the file, with the options of the command line applied. */
async function effectivePolicy(args: Pick<Args, 'policy' | 'failOn' | 'failOnIncomplete' | 'lfsPointers'>): Promise<Policy> {
  return withGate(args.policy === undefined ? defaultPolicy : await policyOf(args.policy), args)
}

/** Reads a policy file. The parser is a large library, which is loaded only if there is a policy file. */
export async function policyOf(file: string): Promise<Policy> {
  const text = readText(file, 'the policy')
  const { parsePolicy } = await import('../node/policy-file.ts')
  return parsePolicy(text, file)
}

function filesOf(
  args: Args,
  root: string,
): Partial<ShardPlan> & { readonly files: readonly string[]; readonly notices: readonly string[] } {
  if (args.paths.length === 0) throw new UsageError('no PATH is given; name files or folders, for example: modelgate .')
  const { files, notices } = collect(args.paths, root)
  if (args.shard === undefined) return { files, notices }
  return { notices, ...planShard(sizesOf(files, root), args.shard.index, args.shard.count) }
}

/**
 * Prints the files of the shard, one per line. Omits names with line breaks or controls: their pointers then remain
 * incomplete.
 */
function listShard(args: Args, output: Output): number {
  if (args.shard === undefined) throw new UsageError('--list-shard needs --shard, for example: --shard 1/4')
  // A single shard has all files: their sizes do not matter.
  const { files } = filesOf(args.shard.count === 1 ? { ...args, shard: undefined } : args, process.cwd())
  const lines: string[] = []
  for (const file of files) {
    const name = safe(file, { max: 4096 })
    if (name === file) lines.push(`${file}\n`)
    else output.warn(`modelgate: not listed, because the name is not one line of printable text: ${name}\n`)
  }
  output.printNow(lines.join(''))
  return 0
}

/**
 * Finds what the source files below the working directory define. Packages are there, in scanned folders, or in `src`
 * of these.
 */
async function definedBelow(root: string, paths: readonly string[]): Promise<FirstParty> {
  const { firstPartyFromFiles, MAX_SOURCE } = await import('../node/first-party.ts')
  const roots = paths.filter((path) => kindOf(resolve(root, path)) === 'folder').map((path) => shown(resolve(root, path), root))
  const read = (path: string): string | undefined => {
    try {
      return statSync(resolve(root, path)).size > MAX_SOURCE ? undefined : readFileSync(resolve(root, path), 'utf8')
    } catch {
      return undefined
    }
  }
  return firstPartyFromFiles({ paths: discover(root).files, read, roots: [...new Set(['', ...roots])] })
}
