import { CASES } from './cases.ts'
import { limitOf, wording } from './goals.ts'
import { isRead, judgeGoals } from './judge.ts'
import { beyondNode, measured, ratio, statuses } from './samples.ts'
import { BARE_NODE, OURS } from './tools.ts'
import type { Results } from './types.ts'

/** `0.057 s`, `> 60 s`, with what an exit status said. */
export function timeOf(results: Results, name: string, tool: string): string {
  const m = measured(results, name, tool)
  if (!m) return ''
  if (m.outcome === 'failed') return 'failed'
  const seconds = m.seconds < 0.9995 ? `${(m.seconds * 1000).toFixed(0)} ms` : `${m.seconds.toFixed(m.seconds < 9.95 ? 1 : 0)} s`
  if (m.outcome === 'time') return `> ${results.about.limitSeconds} s`
  if (m.outcome === 'memory') return `> ${results.about.limitGib} GiB`
  return m.outcome === 'unread' ? `${seconds} (not read)` : seconds
}

const row = (cells: readonly string[], widths: readonly number[]) =>
  cells
    .map((cell, i) => cell.padEnd(widths[i] ?? 0))
    .join('  ')
    .trimEnd()

/** Times, memory and ratios of every tool on every case, as lines of text. */
export function resultLines(results: Results): readonly string[] {
  const { about, skipped } = results
  const versions = Object.entries(about.tools).map(([name, version]) => `${name} ${version}`)
  const widths = [22, 14, 16, 12, 10, 6, 14]
  const lines = [
    `${about.date}, ${about.platform}, ${about.cpus} CPUs (${about.cpu}), ${about.memoryGib} GiB, load ${about.load}`,
    versions.join(', '),
    '',
    row(['input', 'tool', 'time', 'beyond node', 'peak, MiB', 'runs', 'time / theirs', 'peak / theirs'], widths),
  ]
  for (const { name } of CASES) {
    const own = measured(results, name, OURS)
    for (const tool of Object.keys(about.tools)) {
      const m = measured(results, name, tool)
      if (!m || tool === BARE_NODE) continue
      const isOurs = tool === OURS
      const beyond = isOurs ? beyondNode(results, name, OURS, BARE_NODE) : undefined
      const divided = isOurs ? undefined : ratio(results, name, OURS, tool)
      const bound = m.outcome === 'time' || m.outcome === 'memory' ? '< ' : ''
      const cells = [
        isOurs ? name : '',
        tool,
        timeOf(results, name, tool),
        beyond === undefined ? '' : `${(beyond * 1000).toFixed(0)} ms`,
        m.rss?.toFixed(0) ?? '?',
        String(m.runs),
        divided === undefined ? '' : bound + divided.toPrecision(2),
        !isOurs && m.rss && own?.rss ? bound + (own.rss / m.rss).toPrecision(2) : '',
      ]
      lines.push(row(cells, widths))
    }
  }
  return [...lines, ...Object.entries(skipped).map(([name, why]) => `${name}: left out, ${why}`)]
}

const STATES = { met: 'met         ', missed: 'MISSED      ', unknown: 'no fair time', unread: 'MISSED      ' } as const

/** How the goals were done, and how many were missed. */
export function goalLines(results: Results): { readonly lines: readonly string[]; readonly missed: number } {
  const judged = judgeGoals(results)
  const unread = CASES.filter((one) => measured(results, one.name, OURS) && !isRead(one, results))
  const lines = [
    ...unread.map(({ name }) => `MISSED       ${name}: not read as it should be: ${JSON.stringify(statuses(results, name) ?? {})}`),
    ...judged.map(({ goal, value, bound, state }) => {
      const at = bound ? (goal.kind === 'speed' ? '> ' : '< ') : ''
      const said = state === 'unknown' && bound ? 'open        ' : STATES[state]
      return `${said} ${goal.case.padEnd(22)} ${wording(goal).padEnd(36)} ${limitOf(goal).padEnd(8)} ${at}${value?.toPrecision(3)}`
    }),
  ]
  const missed = judged.filter(({ state }) => state === 'missed' || state === 'unread').length
  return { lines: [...lines, `${judged.filter(({ state }) => state === 'met').length} goals met, ${missed} missed`], missed }
}
