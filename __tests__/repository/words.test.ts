import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Words and names that were replaced, with the term of docs/glossary.md that replaced them. */
const RETIRED: readonly (readonly [word: RegExp, term: string])[] = [
  [/\bisArmed\b|\barmed\b|judgeArmed/, 'untrusted callable, carriesUntrustedCallable'],
  [/\bHeld\b|\bHeldLater\b|\bheldBy\b/, 'CallableSet, LaterCallables, callablesOf'],
  [/\bCallHow\b|\bhowBit\b/, 'via, CallOpcode'],
  [/told[ -]sources|ToldSources/i, 'source emitter'],
  [/\boutward\b/i, 'callable names, dangerous names'],
  [/\bstated\b/, 'reported'],
  [/\bSurfaces\b|surfaces\.ts/, 'GitHubAccess, github-outputs'],
  [/\bcompanionOf\b|near-model/, 'sibling, neighbourhood'],
  [/not fully read/, 'incomplete'],
  [/of no known format/, 'unrecognised'],
  [/\bsomebody\b|\bwhoever\b|\bnobody\b/i, 'the program, the author, a custom class: say who'],
  [/\bnone that\b|What became\b|\bin hand\b/, 'a plain sentence'],
  [/\bis told\b|\bare told\b|\bis said\b|\bare said\b/, 'is reported'],
  [/\bstands\b/, 'is'],
  [/\bbehind the (?:end|start|beginning|last)\b/, 'past the end, after'],
]

/** Tables that a loop fills when the module is loaded, and nothing changes afterwards. */
const FILLED_AT_LOAD: ReadonlySet<string> = new Set(['src/pickle/resolve/python2.ts names'])

/** The judges of single names are kept as they are until contracts replace them. Records of decisions keep the words of their time. */
const EXEMPT = /^src\/policy\/globals\/|^docs\/adr\//

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : /\.(?:ts|md)$/.test(entry.name) ? [path] : []
  })
}

const files = ['src', 'docs'].flatMap(filesBelow).concat('README.md', 'CONTRIBUTING.md')

describe('retired words', () => {
  it.each(RETIRED)('%s is not used: %s', (word) => {
    const found = files
      .filter((path) => !EXEMPT.test(path) && path !== 'docs/glossary.md')
      .flatMap((path) =>
        readFileSync(join(root, path), 'utf8')
          .split('\n')
          .flatMap((line, at) => (word.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
      )
    expect(found).toEqual([])
  })
})

it('every source file says in its first line what it is for', () => {
  const silent = files.filter(
    (path) => path.startsWith('src/') && !/^\/\/ \S.*\.$/.test(readFileSync(join(root, path), 'utf8').split('\n', 1)[0] ?? ''),
  )
  expect(silent).toEqual([])
})

it('no source file is longer than 300 lines, no folder has more than 25 files, and most files have 40 to 200 lines', () => {
  const sources = files.filter((path) => path.endsWith('.ts'))
  const lengths = sources.map((path) => readFileSync(join(root, path), 'utf8').split('\n').length - 1)
  expect(sources.filter((_, at) => (lengths[at] ?? 0) > 300)).toEqual([])
  const median = [...lengths].sort((a, b) => a - b)[lengths.length >> 1]
  expect(median).toBeGreaterThanOrEqual(60)
  expect(median).toBeLessThanOrEqual(200)
  const folders = new Map<string, number>()
  for (const path of [...sources, ...filesBelow('__tests__'), ...filesBelow('scripts')]) {
    const folder = relative(root, join(root, path, '..'))
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  expect([...folders].filter(([, count]) => count > 25)).toEqual([])
})

it('state of a module is a cache, and is called one', () => {
  const state = /^(?:export )?let (\w+)|^(?:export )?const (\w+) = new (?:Map|Set|WeakMap|Array)(?:<.*>)?\(\)/gm
  const found = files
    .filter((path) => path.startsWith('src/'))
    .flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(state)].map(([, variable, table]) => `${path} ${variable ?? table}`),
    )
    .filter((name) => !/Cache$/.test(name) && !FILLED_AT_LOAD.has(name))
  expect(found).toEqual([])
})
