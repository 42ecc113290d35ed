import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const DIST = 'dist'
const KIB = 1024

const sizeOf = (file: string): number => statSync(join(DIST, file)).size

/** What is loaded with an entry before anything is scanned: the file, and what it and those files import without waiting. */
function loadedWith(entry: string): ReadonlySet<string> {
  const files = new Set([entry])
  for (const file of files) {
    const text = readFileSync(join(DIST, file), 'utf8')
    for (const [, path = ''] of text.matchAll(/^(?:import|export)\b[^'"]*?['"](\.[^'"]+)['"]/gm)) files.add(join(file, '..', path))
  }
  return files
}

const total = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + sizeOf(file), 0)
const all = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))

/** The rows of the table in docs/performance.md, in KiB. */
const rows = new Map(
  [...readFileSync('docs/performance.md', 'utf8').matchAll(/^\| (bundle: [^|]+?) \| (\d+) \|/gm)].map(([, what = '', size]) => [
    what,
    Number(size),
  ]),
)

it('opcodes are numbers in it, over which a switch is a jump table', () => {
  for (const file of all) expect(readFileSync(join(DIST, file), 'utf8'), file).not.toMatch(/\bOpcode\d*\./)
})

describe('the size of what is loaded', () => {
  it.each<[string, () => number]>([
    ['bundle: the command, before it scans', () => total(loadedWith('cli.js'))],
    ['bundle: the action, before it scans', () => total(loadedWith('index.js'))],
    ['bundle: all of dist/', () => total(all)],
  ])('%s is what docs/performance.md says, and no more', (what, measure) => {
    const limit = rows.get(what) ?? 0
    const size = Math.ceil(measure() / KIB)
    expect(size).toBeLessThanOrEqual(limit)
    // A limit that is far off holds nothing.
    expect(size).toBeGreaterThan(limit * 0.9)
  })

  it.each(['html', 'hdf5', 'yauzl', 'jinja-facts', 'policy-command'])('the command starts without %s', (name) => {
    const files = all.filter((file) => new RegExp(`\\b${name}\\b`).test(file))
    expect(files.length).toBeGreaterThan(0)
    for (const entry of ['cli.js', 'index.js']) for (const file of files) expect(loadedWith(entry)).not.toContain(file)
  })

  it('the action starts without the client of GitHub’s API', () => {
    const [github] = all.filter((file) => /\bactions-github\b/.test(file))
    expect(sizeOf(github ?? '')).toBeGreaterThan(0)
    expect(loadedWith('index.js')).not.toContain(github)
  })
})
