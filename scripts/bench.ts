/**
 * Measures the built CLI, other scanners and decoders on inputs that it makes itself, and judges the goals:
 *   npm run bench -- [--only CASE|GROUP …] [--rounds N] [--node PATH] [--cli FILE] [--rivals DIR] [--peer NAME=COMMAND …]
 *                    [--limit-seconds N] [--limit-gib N] [--dir DIR] [--out FILE [--resume]] [--from FILE] [--write] [--check]
 * Method, flags and results: docs/performance.md.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { casesNamed } from './bench/cases.ts'
import { writeDocs } from './bench/docs.ts'
import { measureCases } from './bench/measure.ts'
import { goalLines, resultLines } from './bench/print.ts'
import { loadResults, saveResults, startOrResume } from './bench/results.ts'
import { findTools, machine } from './bench/tools.ts'
import type { Results } from './bench/types.ts'

const USAGE = `npm run bench -- [FLAG …]
  --only CASE|GROUP    measure these only (may be given again)
  --rounds N           rounds after the first, which warms the caches and does not count (5)
  --node PATH          the Node that runs ModelGate (this one)
  --cli FILE           the build (dist/cli.js)
  --rivals DIR         where modelscan, picklescan, fickling and modelaudit are, beside PATH
  --peer NAME=COMMAND  another tool; {} in COMMAND stands for the input
  --limit-seconds N, --limit-gib N   what another tool may take (60, 8)
  --dir DIR            keeps the inputs there
  --out FILE           keeps the results; with --resume goes on where they end
  --from FILE          measures nothing, takes these results
  --write              renders docs/performance.md and its pictures
  --check              fails when a goal is missed
`

const { values: options } = flags(() =>
  parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '5' },
      node: { type: 'string', default: process.execPath },
      cli: { type: 'string', default: 'dist/cli.js' },
      rivals: { type: 'string' },
      peer: { type: 'string', multiple: true, default: [] },
      'limit-seconds': { type: 'string', default: '60' },
      'limit-gib': { type: 'string', default: '8' },
      dir: { type: 'string' },
      out: { type: 'string' },
      resume: { type: 'boolean', default: false },
      from: { type: 'string' },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  }),
)

function flags<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    process.exit(64)
  }
}

function above0(text: string, flag: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new Error(`${flag} takes a number above 0`)
  return value
}

const started = performance.now()
/** What goes on, with the time that has passed: on standard error, so that the results can be kept. */
const say = (line: string): void => {
  const seconds = Math.round((performance.now() - started) / 1000)
  process.stderr.write(`[${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}] ${line}\n`)
}

async function measure(): Promise<Results> {
  if (!existsSync(options.cli)) throw new Error(`${options.cli} is missing: npm run build`)
  const cases = casesNamed(options.only)
  const tools = findTools({ node: options.node, cli: options.cli, rivals: options.rivals, peers: options.peer })
  const start = startOrResume(options.out, options.resume, {
    date: new Date().toISOString().slice(0, 10),
    ...machine(tools),
    rounds: above0(options.rounds, '--rounds'),
    limitSeconds: above0(options['limit-seconds'], '--limit-seconds'),
    limitGib: above0(options['limit-gib'], '--limit-gib'),
  })
  const folder = options.dir ? resolve(options.dir) : mkdtempSync(join(tmpdir(), 'modelgate-bench-'))
  mkdirSync(folder, { recursive: true })
  // Also after Ctrl-C, which would leave gigabytes.
  if (!options.dir) process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  const save = (results: Results) => options.out && saveResults(options.out, results)
  return measureCases(cases, tools, start, { folder, keep: options.dir !== undefined, save, say })
}

async function main(): Promise<void> {
  if (options.help) {
    process.stdout.write(USAGE)
    return
  }
  const measured = options.from ? loadResults(options.from) : await measure()
  // What is kept is rounded: the page shows what can be rendered again.
  const results = options.out ? loadResults(options.out) : measured
  const { lines, missed } = goalLines(results)
  process.stdout.write(`${[...resultLines(results), '', ...lines].join('\n')}\n`)
  if (options.write) writeDocs(results)
  if (options.check && missed > 0) process.exitCode = 1
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 64
})
