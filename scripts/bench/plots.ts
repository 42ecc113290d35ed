import { SERIES, type Series } from './cases-scaling.ts'
import { measured } from './samples.ts'
import { drawPlot, type Line } from './svg.ts'
import { OURS } from './tools.ts'
import type { Results } from './types.ts'

/** A number with one of its thousands, as short as it can be read: `4.2 GB`, `24k`. */
function short(value: number, steps: readonly (readonly [number, string])[]): string {
  const [size, unit] = steps.find(([step]) => value >= step) ?? steps.at(-1) ?? [1, '']
  return `${Number((value / size).toPrecision(2))}${unit}`
}

const bytes = (value: number) =>
  short(value, [
    [1e9, ' GB'],
    [1e6, ' MB'],
    [1e3, ' kB'],
    [1, ' B'],
  ])
const count = (value: number) =>
  short(value, [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
    [1, ''],
  ])
const seconds = (value: number) =>
  short(value, [
    [1, ' s'],
    [1e-3, ' ms'],
  ])
const AXES = {
  bytes: { label: 'size of the file', tick: bytes },
  opcodes: { label: 'opcodes in the pickle', tick: count },
  members: { label: 'members of the zip', tick: count },
  files: { label: 'files in the folder', tick: count },
} as const

interface Picture {
  /** Of the file in docs/assets, without its ending. */
  readonly name: string
  readonly series: string
  readonly y: 'seconds' | 'rss'
  readonly title: string
}

const PICTURES: readonly Picture[] = [
  { name: 'bench-time-size', series: 'size', y: 'seconds', title: 'Time against size: raw pickles of byte strings' },
  { name: 'bench-memory-size', series: 'size', y: 'rss', title: 'Peak memory against size: raw pickles of byte strings' },
  { name: 'bench-time-opcodes', series: 'opcodes', y: 'seconds', title: 'Time against opcodes: pickles of small values' },
  { name: 'bench-memory-opcodes', series: 'opcodes', y: 'rss', title: 'Peak memory against opcodes: pickles of small values' },
  { name: 'bench-time-members', series: 'members', y: 'seconds', title: 'Time against members: state_dicts of small tensors' },
  { name: 'bench-time-files', series: 'files', y: 'seconds', title: 'Time against files: folders of pickles of 2 kB' },
]

/** The points of every tool with at least two; runs that were ended or did not read the input are no points. ModelGate is the first line. */
function linesOf(results: Results, series: Series, y: Picture['y']): readonly Line[] {
  const names = [OURS, ...Object.keys(results.about.tools).filter((name) => name !== OURS)]
  return names
    .map((name) => ({
      name: name === OURS ? 'ModelGate' : name,
      points: series.cases.flatMap((row) => {
        const m = measured(results, row, name)
        const a = results.facts[row]?.[series.x]
        const b = y === 'seconds' ? m?.seconds : m?.rss && m.rss * 2 ** 20
        return m?.outcome === 'read' && a && b && name !== 'node' && name !== 'pickle.load' ? [[a, b] as const] : []
      }),
    }))
    .filter(({ points }) => points.length > 1)
}

/** A picture and what a page needs to show it. */
export interface Drawn {
  readonly file: string
  readonly title: string
  readonly svg: string
}

/** The pictures for which something was measured. */
export function drawPlots(results: Results): readonly Drawn[] {
  return PICTURES.flatMap(({ name, series, y, title }) => {
    const found = SERIES.find(({ id }) => id === series)
    const lines = found ? linesOf(results, found, y) : []
    if (!found || lines.length === 0) return []
    const up = y === 'seconds' ? { label: 'wall time of the process', tick: seconds } : { label: 'peak resident memory', tick: bytes }
    return [{ file: `${name}.svg`, title, svg: drawPlot({ title, x: AXES[found.x], y: up, lines }) }]
  })
}
