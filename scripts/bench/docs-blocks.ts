import { CASES } from './cases.ts'
import { SERIES } from './cases-scaling.ts'
import { limitOf, wording } from './goals.ts'
import { isRead, type Judged, judgeGoals } from './judge.ts'
import { drawPlots } from './plots.ts'
import { timeOf } from './print.ts'
import { beyondNode, measured, ratio, statuses } from './samples.ts'
import { BARE_NODE, OURS } from './tools.ts'
import type { Case, Results } from './types.ts'

const made = (group: string) => `Made by \`npm run bench -- --only ${group}\`.`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

const ms = (seconds: number | undefined): string => (seconds === undefined ? '' : `${(seconds * 1000).toFixed(0)} ms`)
const mib = (value: number | undefined): string => value?.toFixed(0) ?? ''

/** The cases of a group that were measured. */
const rows = (results: Results, group: Case['group']): readonly Case[] =>
  CASES.filter((row) => row.group === group && measured(results, row.name, OURS) !== undefined)

/** Tools that were run on at least one of these cases, but for ModelGate and the bare Node. */
const others = (results: Results, cases: readonly Case[]): readonly string[] =>
  Object.keys(results.about.tools).filter(
    (tool) => tool !== OURS && tool !== BARE_NODE && cases.some(({ name }) => measured(results, name, tool)),
  )

/** Time of another tool, and ours divided by it in bold. */
function compared(results: Results, name: string, tool: string): string {
  const m = measured(results, name, tool)
  const divided = ratio(results, name, OURS, tool)
  if (!m || divided === undefined) return '–'
  const text = divided.toPrecision(2)
  if (m.outcome === 'time' || m.outcome === 'memory') return `${timeOf(results, name, tool)}, **< ${text}**`
  return m.outcome === 'read' ? `${timeOf(results, name, tool)}, **${text}**` : timeOf(results, name, tool)
}

const label = ({ name, what }: Case): string => `\`${name}\`: ${what}`

function machine({ about }: Results): string {
  const versions = Object.entries(about.tools).map(([name, version]) => `${name === OURS ? 'ModelGate' : name} ${version}`)
  return (
    `Measured ${about.date} on ${about.platform}, ${about.cpus} CPUs (${about.cpu}), ${about.memoryGib} GiB, load ${about.load} at the start, in ${about.rounds} rounds: ` +
    `${versions.join(', ')}. A run of another tool was ended after ${about.limitSeconds} s or at ${about.limitGib} GiB.` +
    (about.load > about.cpus / 2
      ? ' **The machine had other work to do: seconds say little here, and goals of time may be missed for that.**'
      : '')
  )
}

function scanners(results: Results): string {
  const cases = rows(results, 'scanners')
  const tools = others(results, cases)
  return table(
    ['input', 'ModelGate', ...tools],
    cases.map((row) => [label(row), timeOf(results, row.name, OURS), ...tools.map((tool) => compared(results, row.name, tool))]),
  )
}

function memory(results: Results): string {
  const cases = rows(results, 'scanners')
  const tools = [OURS, ...others(results, cases)]
  return table(
    ['peak memory, MiB', 'ModelGate', ...tools.slice(1)],
    cases.map(({ name }) => [
      `\`${name}\``,
      ...tools.map((tool) => {
        const m = measured(results, name, tool)
        return m && m.outcome !== 'read' ? `${mib(m.rss)} (${m.outcome === 'unread' ? 'not read' : 'ended'})` : mib(m?.rss)
      }),
    ]),
  )
}

function decoders(results: Results): string {
  return table(
    ['input', 'ModelGate', 'MB/s', 'MiB', 'the decoder alone', 'ours / theirs'],
    rows(results, 'decoders').map((row) => {
      const [tool = ''] = row.tools
      const m = measured(results, row.name, OURS)
      const inflated = results.facts[row.name]?.inflated
      const divided = ratio(results, row.name, OURS, tool)
      return [
        label(row),
        timeOf(results, row.name, OURS),
        inflated && m ? (inflated / m.seconds / 1e6).toFixed(0) : '',
        mib(m?.rss),
        `${tool} ${timeOf(results, row.name, tool)}`,
        divided?.toPrecision(2) ?? '',
      ]
    }),
  )
}

function discovery(results: Results): string {
  const cases = rows(results, 'discovery')
  const tools = others(results, cases)
  return table(
    ['input', 'ModelGate', 'beyond node', 'MiB', ...tools],
    cases.map((row) => [
      label(row),
      timeOf(results, row.name, OURS),
      ms(beyondNode(results, row.name, OURS, BARE_NODE)),
      mib(measured(results, row.name, OURS)?.rss),
      ...tools.map((tool) => compared(results, row.name, tool)),
    ]),
  )
}

function scaling(results: Results): string {
  const steps = SERIES.flatMap(({ x, cases }) =>
    cases.map((name, i) => {
      const [time, before] = [name, cases[i - 1] ?? ''].map((one) => beyondNode(results, one, OURS, BARE_NODE))
      return [
        `\`${name}\``,
        `${results.facts[name]?.[x]?.toLocaleString('en-US') ?? '?'} ${x}`,
        ms(time),
        time && before ? (time / before).toPrecision(2) : '',
        mib(measured(results, name, OURS)?.rss),
      ]
    }),
  )
  return table(['input', 'how much', 'beyond node', 'of the step before', 'MiB'], steps)
}

function hostile(results: Results): string {
  return table(
    ['input', 'time', 'peak memory, MiB', 'the report says'],
    rows(results, 'hostile').map((row) => [
      label(row),
      timeOf(results, row.name, OURS),
      mib(measured(results, row.name, OURS)?.rss),
      Object.keys(statuses(results, row.name) ?? {}).join(', '),
    ]),
  )
}

const STATES = { met: 'met', missed: '**missed**', unknown: 'no fair time', unread: '**not read**' } as const

function goals(results: Results): string {
  const judged = judgeGoals(results)
  const count = (state: string) => judged.filter((one) => one.state === state).length
  const unread = CASES.filter((row) => measured(results, row.name, OURS) && !isRead(row, results)).map(({ name }) => `\`${name}\``)
  const lines = (all: readonly Judged[]) =>
    all.map(({ goal, value, bound, state }) => [
      `\`${goal.case}\``,
      wording(goal),
      limitOf(goal),
      `${bound ? (goal.kind === 'speed' ? '> ' : '< ') : ''}${value === undefined ? '' : Number(value.toPrecision(3))}`,
      state === 'unknown' && bound ? 'open' : STATES[state],
    ])
  const head = ['input', 'what', 'goal', 'measured', '']
  const missing = unread.length > 0 ? ` Not read as they should be: ${unread.join(', ')}.` : ''
  const open = judged.filter(({ state }) => state !== 'met')
  return [
    `${count('met')} goals met, ${count('missed')} missed.${missing}`,
    ...(open.length > 0 ? [table(head, lines(open))] : []),
    '<details><summary>All goals</summary>',
    table(head, lines(judged)),
    '</details>',
  ].join('\n\n')
}

const plots = (results: Results): string =>
  drawPlots(results)
    .map(({ file, title }) => `![${title}](assets/${file})`)
    .join('\n\n')

/** Inputs that could not be made on the machine, as a sentence of their own. */
function leftOut({ skipped }: Results): string {
  const parts = Object.entries(skipped).map(([name, why]) => `\`${name}\` (${why})`)
  return parts.length > 0 ? `Left out: ${parts.join(', ')}.\n\n` : ''
}

/** What stands between the markers of docs/performance.md, by the name of the marker. All of it comes from the results. */
export function blocks(results: Results): Readonly<Record<string, string>> {
  return {
    machine: machine(results),
    scanners: `${scanners(results)}\n\n${memory(results)}\n\n${made('scanners')}`,
    decoders: `${decoders(results)}\n\n${leftOut(results)}${made('decoders')}`,
    discovery: `${discovery(results)}\n\n${made('discovery')}`,
    plots: `${plots(results)}\n\n${made('scaling --only dense.pkl --only many4000')}`,
    scaling: `${scaling(results)}\n\n${made('scaling --only dense.pkl --only many4000')}`,
    hostile: `${hostile(results)}\n\n${made('hostile')}`,
    goals: goals(results),
  }
}
