import { CASES } from './cases.ts'
import { SERIES } from './cases-scaling.ts'
import type { Case, Facts } from './types.ts'

/**
 * What is asked of a case. `ratio`: our time divided by that of a tool, at most. `speed`: how many times as fast as a tool, at least. `of`: our time divided by
 * our time on another case, at most; `growth` is the same beyond a bare Node. `beyond`: milliseconds beyond a bare Node, at most; `per` a fact of the input, in microseconds. `rate`: of a fact of the
 * input in a second, in millions, at least. `rss`: MiB, at most. `seconds`: at most.
 */
export type Goal = { readonly case: string; readonly limit: number } & (
  | { readonly kind: 'ratio' | 'speed'; readonly tool: string }
  | { readonly kind: 'of' | 'growth'; readonly other: string }
  | { readonly kind: 'beyond'; readonly per?: keyof Facts }
  | { readonly kind: 'rate'; readonly per: keyof Facts }
  | { readonly kind: 'rss' | 'seconds' }
)

/** Limits of memory: for files whose bytes are not read, for any other clean file, and for any file at all. What folders take grows with their report. */
const STORED = 64
const BENIGN = 128
const HOSTILE = 256
const STORED_CASES = /^(small\.(pkl|pt)|zeros4g\.pt|big512\.pkl|size-.*)$/

const FOLDERS = /^(many4000|repo2000|list50k|scan50k|files-\d+)$/

const rssLimit = ({ name, group }: Case): number => (group === 'hostile' ? HOSTILE : STORED_CASES.test(name) ? STORED : BENIGN)

/** Ten times the input takes at most eleven times as long: every step of a series but the first, which is all start-up. */
const GROWTH: readonly Goal[] = SERIES.flatMap(({ cases }) =>
  cases.slice(1).map((name, i) => ({ case: name, kind: 'growth' as const, other: cases[i] ?? '', limit: 11 })),
)

/** The table of goals. Ratios hold for Node 24: an older Node takes longer to start. */
export const GOALS: readonly Goal[] = [
  { case: 'small.pkl', kind: 'ratio', tool: 'fickling', limit: 0.6 },
  { case: 'small.pkl', kind: 'ratio', tool: 'picklescan', limit: 0.55 },
  { case: 'small.pkl', kind: 'ratio', tool: 'modelscan', limit: 0.2 },
  { case: 'small.pt', kind: 'ratio', tool: 'picklescan', limit: 0.55 },
  { case: 'small.pt', kind: 'ratio', tool: 'modelscan', limit: 0.2 },
  { case: 'small.pt', kind: 'ratio', tool: 'fickling', limit: 0.6 },
  { case: 'small.pt', kind: 'beyond', limit: 20 },
  { case: 'zeros4g.pt', kind: 'of', other: 'small.pt', limit: 1.15 },
  { case: 'zeros4g.pt', kind: 'ratio', tool: 'picklescan', limit: 0.6 },
  { case: 'big512.pkl', kind: 'ratio', tool: 'picklescan', limit: 0.17 },
  { case: 'big512.pkl', kind: 'ratio', tool: 'modelscan', limit: 0.14 },
  { case: 'big512.pkl', kind: 'ratio', tool: 'fickling', limit: 0.02 },
  { case: 'dense.pkl', kind: 'speed', tool: 'picklescan', limit: 25 },
  { case: 'dense.pkl', kind: 'speed', tool: 'modelscan', limit: 25 },
  { case: 'dense.pkl', kind: 'speed', tool: 'fickling', limit: 50 },
  { case: 'dense.pkl', kind: 'ratio', tool: 'pickle.load', limit: 1 },
  { case: 'dense.pkl', kind: 'rate', per: 'opcodes', limit: 25 },
  { case: 'many4000', kind: 'ratio', tool: 'picklescan', limit: 0.5 },
  { case: 'many4000', kind: 'ratio', tool: 'modelscan', limit: 0.25 },
  { case: 'many4000', kind: 'beyond', per: 'files', limit: 25 },
  { case: 'repo2000', kind: 'ratio', tool: 'picklescan', limit: 0.6 },
  { case: 'repo2000', kind: 'ratio', tool: 'modelscan', limit: 0.15 },
  { case: 'zip20k.pt', kind: 'ratio', tool: 'picklescan', limit: 0.2 },
  { case: 'zip20k.pt', kind: 'ratio', tool: 'modelscan', limit: 0.02 },
  { case: 'zip20k.pt', kind: 'ratio', tool: 'fickling', limit: 0.05 },
  { case: 'zip20k.pt', kind: 'beyond', per: 'members', limit: 10 },
  { case: 'zlib.joblib', kind: 'speed', tool: 'node:zlib', limit: 0.8 },
  { case: 'bz2.joblib', kind: 'ratio', tool: 'bzip2 -dc', limit: 1.5 },
  { case: 'xz.joblib', kind: 'ratio', tool: 'xz -dc', limit: 3 },
  { case: 'lz4.joblib', kind: 'rate', per: 'inflated', limit: 250 },
  { case: 'list50k', kind: 'beyond', limit: 200 },
  ...GROWTH,
  ...CASES.filter(({ group }) => group === 'hostile').map(({ name }) => ({ case: name, kind: 'seconds' as const, limit: 10 })),
  ...CASES.filter(({ name }) => !FOLDERS.test(name)).map((row) => ({ case: row.name, kind: 'rss' as const, limit: rssLimit(row) })),
]

/** The other goals are upper limits. */
export const isAtLeast = ({ kind }: Goal): boolean => kind === 'speed' || kind === 'rate'

/** What a goal limits, in words. */
export function wording(goal: Goal): string {
  if (goal.kind === 'ratio') return `time of ${goal.tool}`
  if (goal.kind === 'speed') return `times as fast as ${goal.tool}`
  if (goal.kind === 'of') return `time of ${goal.other}`
  if (goal.kind === 'growth') return `time of ${goal.other}, beyond node`
  if (goal.kind === 'beyond') return goal.per ? `µs beyond node, for each of the ${goal.per}` : 'ms beyond node'
  if (goal.kind === 'rate') return goal.per === 'opcodes' ? 'million opcodes/s' : 'MB/s'
  return goal.kind === 'rss' ? 'peak memory, MiB' : 'seconds'
}

/** Its limit, as it is printed. */
export const limitOf = (goal: Goal): string => `${isAtLeast(goal) ? '≥' : '≤'} ${goal.limit}`
