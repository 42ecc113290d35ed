/**
 * Checks verdicts of the survey against the real unpickler: instances of classes without restoring hooks are built with a state of objects that
 * notice every use, and no code of any class may run.
 *   npx tsx scripts/check-plain.ts [--python python3] [--count 200] [--seed 1] [FILE.models ...]
 * Needs a Python that has the surveyed packages. Unlike the survey it imports them.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { randomFrom } from './cpython/programs.ts'
import { isPlain } from './survey/lookup.ts'
import { parseModels } from './survey/models-file.ts'

const FOLDER = new URL('../data/python/', import.meta.url)
const ORACLE = new URL('survey/plain-oracle.py', import.meta.url)

function main(): number {
  const { values, positionals } = parseArgs({
    options: { python: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string' } },
    allowPositionals: true,
  })
  const files = positionals.length > 0 ? positionals : readdirSync(FOLDER).map((file) => new URL(file, FOLDER))
  const plain = files.flatMap((file) => plainNames(readFileSync(file, 'utf8')))
  const drawn = draw(plain, Number(values.count ?? 200), Number(values.seed ?? 1))
  console.log(`${plain.length} plain classes in ${files.length} files, ${drawn.length} drawn`)
  const run = spawnSync(values.python ?? 'python3', [ORACLE.pathname], { input: drawn.join('\n'), encoding: 'utf8', maxBuffer: 1 << 26 })
  process.stdout.write(run.stdout)
  process.stderr.write(run.stderr.slice(-2000))
  return run.status ?? 1
}

/** Names of the plain classes of a file, `module:Class`. */
function plainNames(text: string): readonly string[] {
  const models = parseModels(text)
  return [...models.classes.keys()].filter((key) => {
    const [module = '', name = ''] = key.split(':')
    return isPlain(models, module, name)
  })
}

function draw(names: readonly string[], count: number, seed: number): readonly string[] {
  const random = randomFrom(seed)
  return names
    .map((name) => ({ name, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map((drawn) => drawn.name)
}

process.exitCode = main()
