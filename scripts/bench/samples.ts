import type { Results, Sample } from './types.ts'

/** A run that takes longer warms nothing that matters: it counts, and is not run as often. */
const QUICK = 3

/** How many counted runs a tool is given whose first run took so long: enough for a median of small times, one of a minute. */
export function roundsFor(first: number, rounds: number): number {
  if (first < QUICK) return rounds
  if (first < 15) return Math.min(rounds, 3)
  return first < 30 ? Math.min(rounds, 2) : 1
}

/** A tool that was ended at a limit, failed or could not read an input is not run on it again: it would do the same. */
const isOver = (sample: Sample): boolean => sample.outcome !== 'read'

export const of = (samples: readonly Sample[], name: string, tool: string): readonly Sample[] =>
  samples.filter((sample) => sample.case === name && sample.tool === tool)

/** Is that run still to be made? Decided by what was measured before alone, so that an interrupted run goes on where it was. */
export function isDue(samples: readonly Sample[], name: string, tool: string, round: number, rounds: number): boolean {
  const known = of(samples, name, tool)
  const [first] = known
  if (first === undefined) return true
  if (known.some((sample) => sample.round === round) || known.some(isOver)) return false
  return round < roundsFor(first.seconds, rounds) + (first.seconds < QUICK ? 1 : 0)
}

/** The runs of a tool on an input that count: without the one that warmed caches, where there are others. */
function counted(samples: readonly Sample[], name: string, tool: string): readonly Sample[] {
  const known = of(samples, name, tool)
  const [first] = known
  return first && first.seconds < QUICK && known.length > 1 ? known.slice(1) : known
}

const median = (values: readonly number[]): number | undefined => [...values].sort((a, b) => a - b)[values.length >> 1]

/** What became of a tool on an input. */
export interface Measured {
  /** Median of the runs that count. */
  readonly seconds: number
  /** The highest peak of all runs, in MiB. */
  readonly rss: number | undefined
  readonly runs: number
  /** The last outcome: at a limit, `seconds` is a lower bound. */
  readonly outcome: Sample['outcome']
  readonly status: number | null
}

/** Undefined where the tool was not run. */
export function measured({ samples }: Results, name: string, tool: string): Measured | undefined {
  const runs = counted(samples, name, tool)
  const seconds = median(runs.map((run) => run.seconds))
  const last = runs.at(-1)
  if (seconds === undefined || last === undefined) return undefined
  const peaks = of(samples, name, tool).flatMap(({ rss }) => (rss === null ? [] : [rss]))
  return { seconds, rss: peaks.length > 0 ? Math.max(...peaks) : undefined, runs: runs.length, outcome: last.outcome, status: last.status }
}

/** One tool's time divided by another's on the same input: the median over the rounds of both, or of their medians where rounds are few. */
export function ratio({ samples }: Results, name: string, tool: string, other: string): number | undefined {
  const theirs = new Map(counted(samples, name, other).map((run) => [run.round, run.seconds]))
  const own = counted(samples, name, tool)
  const pairs = own.flatMap(({ round, seconds }) => {
    const their = theirs.get(round)
    return their === undefined ? [] : [seconds / their]
  })
  if (pairs.length >= 3) return median(pairs)
  const [mine, their] = [median(own.map(({ seconds }) => seconds)), median([...theirs.values()])]
  return mine === undefined || their === undefined ? undefined : mine / their
}

/** Seconds of a tool beyond a bare Node, over the rounds of both. */
export function beyondNode({ samples }: Results, name: string, tool: string, node: string): number | undefined {
  const bare = new Map(counted(samples, name, node).map((run) => [run.round, run.seconds]))
  const usual = median([...bare.values()])
  if (usual === undefined) return undefined
  return median(counted(samples, name, tool).map(({ round, seconds }) => seconds - (bare.get(round) ?? usual)))
}

/** What the report said of the files of an input. */
export const statuses = ({ samples }: Results, name: string): Readonly<Record<string, number>> | undefined =>
  samples.find((sample) => sample.case === name && sample.files !== undefined)?.files
