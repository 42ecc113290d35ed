import { CASES } from './cases.ts'
import { GOALS, type Goal, isAtLeast } from './goals.ts'
import { beyondNode, measured, ratio, statuses } from './samples.ts'
import { BARE_NODE, OURS } from './tools.ts'
import type { Case, Results } from './types.ts'

/**
 * How a goal was done. `unknown`: the tool was not run, or could not read the input, so that its time is no fair one; or it was ended at a limit before that
 * decided anything. `unread`: ModelGate did not read its own input as it should have; then no time says anything.
 */
export interface Judged {
  readonly goal: Goal
  readonly value: number | undefined
  /** The tool was ended at a limit: the true value is better. */
  readonly bound: boolean
  readonly state: 'met' | 'missed' | 'unknown' | 'unread'
}

/** The number that a goal limits. Undefined where it was not measured. */
function valueFor(goal: Goal, results: Results): number | undefined {
  const own = measured(results, goal.case, OURS)
  if (!own) return undefined
  const facts = results.facts[goal.case]
  if (goal.kind === 'ratio') return ratio(results, goal.case, OURS, goal.tool)
  if (goal.kind === 'speed') {
    const inverse = ratio(results, goal.case, OURS, goal.tool)
    return inverse && 1 / inverse
  }
  if (goal.kind === 'of') {
    const other = measured(results, goal.other, OURS)
    return other && own.seconds / other.seconds
  }
  if (goal.kind === 'growth') {
    const [more, less] = [goal.case, goal.other].map((name) => beyondNode(results, name, OURS, BARE_NODE))
    return more && less && more / less
  }
  if (goal.kind === 'beyond') {
    const seconds = beyondNode(results, goal.case, OURS, BARE_NODE)
    const count = goal.per ? facts?.[goal.per] : 1000
    return seconds !== undefined && count ? (seconds / count) * 1e6 : undefined
  }
  if (goal.kind === 'rate') {
    const count = facts?.[goal.per]
    return count && count / own.seconds / 1e6
  }
  return goal.kind === 'rss' ? own.rss : own.seconds
}

/** Did the report say what it has to say of every file of the input? */
export function isRead({ name, expect }: Case, results: Results): boolean {
  if (expect === 'any') return measured(results, name, OURS)?.outcome === 'read'
  const said = Object.keys(statuses(results, name) ?? {})
  return (
    said.includes('clean') && said.every((status) => status === 'clean' || (expect === 'clean or no model' && status === 'unrecognised'))
  )
}

/** Every goal of the cases that were measured. */
export function judgeGoals(results: Results, goals: readonly Goal[] = GOALS): readonly Judged[] {
  return goals.flatMap((goal): readonly Judged[] => {
    const row = CASES.find(({ name }) => name === goal.case)
    if (!row || !measured(results, goal.case, OURS)) return []
    const other = 'tool' in goal ? measured(results, goal.case, goal.tool) : undefined
    if ('tool' in goal && !other) return []
    const value = valueFor(goal, results)
    const bound = other?.outcome === 'time' || other?.outcome === 'memory'
    if (value === undefined) return []
    const met = isAtLeast(goal) ? value >= goal.limit : value <= goal.limit
    const fair = other === undefined || other.outcome === 'read' || (bound && met)
    return [{ goal, value, bound, state: isRead(row, results) ? (fair ? (met ? 'met' : 'missed') : 'unknown') : 'unread' }]
  })
}
