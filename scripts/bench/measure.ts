import { statSync } from 'node:fs'
import { inputName } from './cases.ts'
import { Missing } from './inputs/compressed.ts'
import { type Made, makeInput, removeInput } from './inputs.ts'
import { type Limits, type Ran, run } from './run.ts'
import { isDue, of, roundsFor } from './samples.ts'
import { type Tool, toolsOf } from './tools.ts'
import type { Case, Facts, Outcome, Results, Sample } from './types.ts'

/** ModelGate is measured whatever it takes, but for a run that does not end. */
const OUR_LIMITS: Limits = { seconds: 300, gib: 16 }

interface Options {
  readonly folder: string
  /** Inputs stay in the folder. */
  readonly keep: boolean
  /** Called after every run. */
  readonly save: (results: Results) => void
  readonly say: (line: string) => void
}

function outcome({ ended, status }: Ran, { reads }: Tool): Outcome {
  if (ended !== 'itself') return ended
  return status !== null && reads.includes(status) ? 'read' : 'unread'
}

/** Files of a JSON report, by their status. */
function statusesIn(report: string): Readonly<Record<string, number>> {
  const { files }: { readonly files: readonly { readonly status: string }[] } = JSON.parse(report)
  const counts: Record<string, number> = {}
  for (const { status } of files) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

async function sample(row: Case, tool: Tool, round: number, path: string, limits: Limits): Promise<Sample> {
  const isOurs = tool.kind === 'ours'
  const looks = isOurs && round === 0 && row.args === undefined
  const [program = '', ...args] = tool.command(path)
  const [first = '', ...rest] = isOurs ? [...args.slice(0, -1), ...(row.args ?? ['--format', 'json']), path] : args
  const ran = await run([program, first, ...rest], isOurs ? OUR_LIMITS : limits, looks)
  const { seconds, rss, status } = ran
  const ended = outcome(ran, tool)
  const files = looks && ended === 'read' ? { files: statusesIn(ran.output) } : {}
  return { case: row.name, tool: tool.name, round, seconds, rss, status, outcome: ended, ...files }
}

/** The tools of a case in rounds, one after the other, as far as they have not been measured yet. */
async function rounds(row: Case, tools: readonly Tool[], { path }: Made, start: Results, { save, say }: Options): Promise<Results> {
  let results = start
  const { rounds: wanted, limitSeconds, limitGib } = start.about
  for (let round = 0; round <= wanted; round++) {
    for (const tool of tools) {
      if (!isDue(results.samples, row.name, tool.name, round, wanted)) continue
      // Of what is over at once, the first round says enough.
      const [first] = of(results.samples, row.name, tool.name)
      if (first === undefined || first.seconds > 1) say(`  ${tool.name}, round ${round} of ${roundsFor(first?.seconds ?? 0, wanted)}`)
      const taken = await sample(row, tool, round, path, { seconds: limitSeconds, gib: limitGib })
      results = { ...results, samples: [...results.samples, taken] }
      save(results)
    }
  }
  return results
}

/**
 * Measures cases, and gives the results with what was known before. An input is made when it is needed first, and removed after its last case.
 */
export async function measureCases(cases: readonly Case[], tools: readonly Tool[], start: Results, options: Options): Promise<Results> {
  let results = start
  for (const [i, row] of cases.entries()) {
    const left = `${i + 1} of ${cases.length}`
    // Every round but the first is decided by the first: a case is done when no tool has a run to be made.
    const isDone = (all: readonly Tool[]) =>
      results.facts[row.name] !== undefined &&
      all.every(({ name }) =>
        Array.from({ length: start.about.rounds + 1 }).every(
          (_, round) => !isDue(results.samples, row.name, name, round, start.about.rounds),
        ),
      )
    if (row.name in results.skipped || isDone(toolsOf(row, tools, results.facts[row.name]?.files !== undefined))) continue
    options.say(`${left}: making ${inputName(row)}`)
    try {
      const made = await makeInput(options.folder, row)
      const facts: Readonly<Record<string, Facts>> = { ...results.facts, [row.name]: made.facts }
      options.say(`${left}: measuring ${row.name}`)
      results = await rounds(row, toolsOf(row, tools, statSync(made.path).isDirectory()), made, { ...results, facts }, options)
      const isLast = !cases.slice(i + 1).some((later) => inputName(later) === inputName(row))
      if (isLast && !options.keep) removeInput(made)
    } catch (error) {
      if (!(error instanceof Missing)) throw error
      options.say(`${left}: ${row.name} is left out: ${error.message}`)
      results = { ...results, skipped: { ...results.skipped, [row.name]: error.message } }
    }
  }
  options.save(results)
  return results
}
