import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { renderDocs, replaceBlocks } from '../../scripts/bench/docs.ts'
import { loadResults } from '../../scripts/bench/results.ts'
import { drawPlot } from '../../scripts/bench/svg.ts'
import { FULL, results } from './results-fixture.ts'

const PAGE = readFileSync('docs/performance.md', 'utf8')
const RESULTS = 'scripts/bench/results.json'

describe('blocks of a page', () => {
  const page = 'before\n<!-- bench:begin a -->\nold $1\n<!-- bench:end -->\nbetween\n<!-- bench:begin b -->\n<!-- bench:end -->\nafter'

  test('are replaced, and nothing else', () => {
    const once = replaceBlocks(page, { a: 'new $& a', b: 'new b' })
    expect(once).toBe(
      'before\n<!-- bench:begin a -->\nnew $& a\n<!-- bench:end -->\nbetween\n<!-- bench:begin b -->\nnew b\n<!-- bench:end -->\nafter',
    )
    expect(replaceBlocks(once, { a: 'new $& a', b: 'new b' })).toBe(once)
  })

  test('have to be there, once, with their ends', () => {
    expect(() => replaceBlocks(page, { a: '', b: '', c: '' })).toThrow('no such marker')
    expect(() => replaceBlocks(page, { a: '' })).toThrow('there is no such text')
    expect(() => replaceBlocks(page.replace('<!-- bench:end -->', ''), { a: '', b: '' })).toThrow('no bench:end')
    expect(() => replaceBlocks(page.replace('begin b', 'begin a'), { a: '' })).toThrow('twice')
  })
})

/** Tags that are open at the end, or closed without having been opened; stray `<` and `&` count as errors too. */
function broken(svg: string): readonly string[] {
  const open: string[] = []
  const text = svg.replace(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<&]*(?:&\w+;[^"<&]*)*")*)(\/?)>/g, (_, closing, name, _attributes, single) => {
    if (closing && open.pop() !== name) open.push(`</${name}>`)
    else if (!(closing || single)) open.push(name)
    return ''
  })
  return [...open, ...(/[<>]|&(?!\w+;)/.exec(text) ?? [])]
}

describe('the page that is rendered from results', () => {
  const rendered = renderDocs(FULL, PAGE)
  const page = rendered['docs/performance.md'] ?? ''

  test('is the same each time', () => {
    expect(renderDocs(FULL, PAGE)).toEqual(rendered)
    expect(renderDocs(FULL, page)).toEqual(rendered)
  })

  test('shows times, ratios, bounds and what was not read', () => {
    expect(page).toContain('| `small.pkl`: pickle of 2 kB | 50 ms | 100 ms, **0.50** | – |')
    expect(page).toContain('| `small.pt`: state_dict of 37 kB, 16 tensors | 50 ms | – | 40 ms (not read) |')
    expect(page).toMatch(/`dense\.pkl`: [^|]*\| 500 ms \| 26 s, \*\*0\.019\*\* \| > 60 s, \*\*< 0\.0083\*\* \| 900 ms, \*\*0\.56\*\* \|/)
    expect(page).toContain('| `dense.pkl` | times as fast as fickling | ≥ 50 | > 120 | met |')
    expect(page).toContain('| `list50k` | ms beyond node | ≤ 200 | 270 | **missed** |')
    expect(page).toContain('| `hostile-marks.pkl`: MARK, 200 million times | 300 ms | 51 | incomplete |')
    expect(page).toContain('Measured 2026-01-02 on linux x64')
  })

  test('has tables with as many cells in each row', () => {
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length
    for (const table of page.match(/(^\|.*\n)+/gm) ?? []) expect(new Set(table.trim().split('\n').map(cells)).size).toBe(1)
  })

  test('has pictures that are there, well-formed and without scripts', () => {
    const shown = [...page.matchAll(/\]\((assets\/bench-[\w-]+\.svg)\)/g)].map(([, path = '']) => `docs/${path}`)
    const pictures = Object.entries(rendered).filter(([path]) => path.endsWith('.svg'))
    expect(shown).toEqual(pictures.map(([path]) => path))
    expect(shown).toEqual(['docs/assets/bench-time-opcodes.svg', 'docs/assets/bench-memory-opcodes.svg'])
    for (const [, svg] of pictures) {
      expect(broken(svg)).toEqual([])
      expect(svg).not.toMatch(/<script|NaN|Infinity|undefined|https?:(?!\/\/www\.w3\.org\/2000\/svg")/)
      for (const word of ['ModelGate', 'picklescan', 'opcodes in the pickle', 'prefers-color-scheme: dark']) expect(svg).toContain(word)
    }
  })

  test('says when the machine was busy', () => {
    expect(page).not.toContain('other work to do')
    const busy = { ...FULL, about: { ...FULL.about, load: 3 } }
    expect(renderDocs(busy, PAGE)['docs/performance.md']).toContain('other work to do')
  })

  test('shows the goals that were missed first, and all of them below', () => {
    const [missed = '', all = ''] = page.split('<details>')
    expect(missed).not.toContain('| met |')
    expect(missed).toContain('**missed**')
    expect(all).toContain('| met |')
    expect(page).toMatch(/\d+ goals met, \d+ missed\./)
  })

  test('can be empty, and says which inputs were left out', () => {
    const none = { ...results([]), skipped: { 'lz4.joblib': 'lz4 is not installed' } }
    expect(renderDocs(none, PAGE)['docs/performance.md']).toContain('Left out: `lz4.joblib` (lz4 is not installed).')
  })
})

test('a picture escapes names', () => {
  const axis = { label: '<&>', tick: String }
  const lines = [{ name: 'a "tool" <b>', points: [[1, 2] as const, [10, 3] as const] }]
  expect(broken(drawPlot({ title: 'a & b', x: axis, y: axis, lines }))).toEqual([])
  expect(() => drawPlot({ title: 'none', x: axis, y: axis, lines: [] })).toThrow('nothing to draw')
})

test.runIf(existsSync(RESULTS))(
  'docs/performance.md is what its results say: npm run bench -- --from scripts/bench/results.json --write',
  () => {
    for (const [path, text] of Object.entries(renderDocs(loadResults(RESULTS), PAGE))) expect(readFileSync(path, 'utf8')).toBe(text)
  },
)
