/** One tool's points, in the units of the axes. */
export interface Line {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** A plot with both axes logarithmic. `tick` writes a power of ten as the axis shows it. */
export interface Plot {
  readonly title: string
  readonly x: { readonly label: string; readonly tick: (value: number) => string }
  readonly y: { readonly label: string; readonly tick: (value: number) => string }
  readonly lines: readonly Line[]
}

const WIDTH = 720
const HEIGHT = 420
const LEFT = 92
const RIGHT = 36
const TOP = 72
const BOTTOM = 60

/** A page shows the picture on its own ground, and the picture cannot know it: it brings its own, for light and for dark. */
const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-size: 16px; font-weight: 600 }
.ground { fill: #ffffff }
.grid { stroke: #d1d9e0; stroke-width: 1 }
.line { fill: none; stroke-width: 2.5 }
.c0 { stroke: #0969da; color: #0969da } .c1 { stroke: #bc4c00; color: #bc4c00 } .c2 { stroke: #8250df; color: #8250df }
.c3 { stroke: #1a7f37; color: #1a7f37 } .c4 { stroke: #59636e; color: #59636e }
.mark { fill: currentColor }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
.ground { fill: #0d1117 }
.grid { stroke: #3d444d }
.c0 { stroke: #4493f8; color: #4493f8 } .c1 { stroke: #f0883e; color: #f0883e } .c2 { stroke: #ab7df8; color: #ab7df8 }
.c3 { stroke: #3fb950; color: #3fb950 } .c4 { stroke: #9198a1; color: #9198a1 }
}`

/** Colours alone would not do for everybody: each line has its own mark and dashes too. */
const DASHES = ['', '7 4', '2 4', '9 3 2 3', '12 6']
const MARKS: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${n(x - 5)} ${n(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`,
  (x, y) => `M${n(x - 5)} ${n(y - 5)}h10v10h-10z`,
  (x, y) => `M${n(x)} ${n(y - 6)}l6 11h-12z`,
  (x, y) => `M${n(x)} ${n(y - 6)}l6 6l-6 6l-6 -6z`,
  (x, y) => `M${n(x - 6)} ${n(y - 5)}h12l-6 11z`,
]

/** Coordinates with one digit: the same results give the same bytes. */
const n = (value: number): string => String(Number(value.toFixed(1)))

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** An axis of whole decades around some values, at least one: the powers of ten, and where a value lies between 0 and 1. */
function decades(values: readonly number[]): { readonly ticks: readonly number[]; readonly at: (value: number) => number } {
  const logs = values.map((value) => Math.log10(value))
  const low = Math.floor(Math.min(...logs))
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs)))
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
    at: (value) => (Math.log10(value) - low) / (high - low),
  }
}

/** The picture as one SVG file, without scripts and fonts from elsewhere. Throws where there is no point to draw. */
export function drawPlot({ title, x, y, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points)
  if (points.length === 0) throw new Error(`${title}: nothing to draw`)
  const across = decades(points.map(([value]) => value))
  const up = decades(points.map(([, value]) => value))
  const toX = (value: number) => LEFT + across.at(value) * (WIDTH - LEFT - RIGHT)
  const toY = (value: number) => HEIGHT - BOTTOM - up.at(value) * (HEIGHT - TOP - BOTTOM)
  const said = lines.map((line) => `${line.name}: ${line.points.map(([a, b]) => `${x.tick(a)}: ${y.tick(b)}`).join(', ')}`).join('; ')
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(said)}</desc>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text class="title" x="${LEFT}" y="26">${escaped(title)}</text>`,
    ...across.ticks.flatMap((tick) => [
      `<path class="grid" d="M${n(toX(tick))} ${TOP}V${HEIGHT - BOTTOM}"/>`,
      `<text x="${n(toX(tick))}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${escaped(x.tick(tick))}</text>`,
    ]),
    ...up.ticks.flatMap((tick) => [
      `<path class="grid" d="M${LEFT} ${n(toY(tick))}H${WIDTH - RIGHT}"/>`,
      `<text x="${LEFT - 8}" y="${n(toY(tick) + 4)}" text-anchor="end">${escaped(y.tick(tick))}</text>`,
    ]),
    `<text x="${n((LEFT + WIDTH - RIGHT) / 2)}" y="${HEIGHT - 14}" text-anchor="middle">${escaped(x.label)}</text>`,
    `<text transform="translate(18 ${n((TOP + HEIGHT - BOTTOM) / 2)}) rotate(-90)" text-anchor="middle">${escaped(y.label)}</text>`,
  ]
  lines.forEach((line, i) => {
    const mark = MARKS[i % MARKS.length] ?? MARKS[0]
    const dashes = DASHES[i % DASHES.length]
    const dashed = dashes ? ` stroke-dasharray="${dashes}"` : ''
    const legend = LEFT + i * 150
    parts.push(
      `<g class="c${i % 5}">`,
      `<path class="line"${dashed} d="M${line.points.map(([a, b]) => `${n(toX(a))} ${n(toY(b))}`).join('L')}"/>`,
      ...line.points.map(([a, b]) => `<path class="mark" stroke="none" d="${mark?.(toX(a), toY(b))}"/>`),
      `<path class="line"${dashed} d="M${legend} 50h36"/>`,
      `<path class="mark" stroke="none" d="${mark?.(legend + 18, 50)}"/>`,
      '</g>',
      `<text x="${legend + 44}" y="54">${escaped(line.name)}</text>`,
    )
  })
  return `${[...parts, '</svg>'].join('\n')}\n`
}
