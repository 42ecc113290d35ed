/**
 * Checks verdicts of the survey against the real unpickler: instances are built with a state of objects that notice every use. Of a plain class no code
 * may run; of a class whose hooks only store, no object of the state may be used.
 *   npx tsx scripts/check-plain.ts [--python python3] [--count 200] [--seed 1] [FILE.models ...]
 * Needs a Python that has the surveyed packages. Unlike the survey it imports them.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { randomFrom } from './cpython/programs.ts'
import { restoringOf } from './survey/lookup.ts'
import { parseModels } from './survey/models-file.ts'

const FOLDER = new URL('../data/python/', import.meta.url)
const ORACLE = new URL('survey/plain-oracle.py', import.meta.url)

function main(): number {
  const { values, positionals } = parseArgs({
    options: { python: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string' } },
    allowPositionals: true,
  })
  const files = positionals.length > 0 ? positionals : readdirSync(FOLDER).map((file) => new URL(file, FOLDER))
  const names = files.flatMap((file) => checkable(readFileSync(file, 'utf8')))
  const random = randomFrom(Number(values.seed ?? 1))
  const count = Number(values.count ?? 200)
  const drawn = (['plain', 'stores'] as const).flatMap((verdict) => {
    const all = names.filter((name) => name.startsWith(verdict))
    console.log(`${verdict}: ${all.length} classes in ${files.length} files, ${Math.min(count, all.length)} drawn`)
    return draw(all, count, random)
  })
  const run = spawnSync(values.python ?? 'python3', [ORACLE.pathname], { input: drawn.join('\n'), encoding: 'utf8', maxBuffer: 1 << 26 })
  process.stdout.write(run.stdout)
  process.stderr.write(run.stderr.slice(-2000))
  return run.status ?? 1
}

/** `plain module:Class` and `stores module:Class` of a file. */
function checkable(text: string): readonly string[] {
  const models = parseModels(text)
  return [...models.classes.keys()].flatMap((key) => {
    const [module = '', name = ''] = key.split(':')
    const verdict = restoringOf(models, module, name)
    return verdict === 'plain' || verdict === 'stores' ? [`${verdict} ${key}`] : []
  })
}

function draw(names: readonly string[], count: number, random: () => number): readonly string[] {
  return names
    .map((name) => ({ name, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map((drawn) => drawn.name)
}

process.exitCode = main()
