/**
 * Compares our readers with the real ones: what CPython's unpicklers, Python's and PyTorch's zip readers and numpy would do with a file must be among
 * what we report.
 *   npm run test:cpython -- [--count 100000] [--seed 1] [--python python3] [--only pickles|zips|arrays]
 * Files come from grammars and are damaged. Needs a Python; without one it says so and exits 0, or 1 where CI is set. numpy and torch are asked where
 * they are installed.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { compareArrays } from './cpython/arrays.ts'
import { type Comparison, hasModule, type Task } from './cpython/ask.ts'
import { comparePickles } from './cpython/pickles.ts'
import { randomFrom } from './cpython/programs.ts'
import { compareZips } from './cpython/zips.ts'

/** What is compared, the Python module without which it cannot be, and which share of `--count` it gets. */
const COMPARISONS: readonly (readonly [name: string, compare: (task: Task) => Promise<Comparison>, module: string, share: number])[] = [
  ['pickles', comparePickles, 'pickle', 1],
  ['zips', compareZips, 'zipfile', 0.2],
  ['arrays', compareArrays, 'numpy', 0.2],
]

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { count: { type: 'string' }, seed: { type: 'string' }, python: { type: 'string' }, only: { type: 'string' } },
  })
  const { python = 'python3', only } = values
  const count = Number(values.count ?? 100_000)
  const seed = Number(values.seed ?? 1)
  const version = spawnSync(python, ['--version'], { encoding: 'utf8' })
  if (version.status !== 0) {
    console.log(`skipped: ${python} is not there, so there is nothing to compare with`)
    return process.env['CI'] ? 1 : 0
  }
  console.log(`${version.stdout.trim()}, seed ${seed}, torch ${hasModule(python, 'torch') ? 'asked too' : 'not installed'}`)
  let status = 0
  for (const [name, compare, module, share] of COMPARISONS) {
    if (only !== undefined && only !== name) continue
    if (!hasModule(python, module)) {
      console.log(`${name}: skipped, ${module} is not installed`)
      continue
    }
    const { summary, passed } = await compare({ python, count: Math.ceil(count * share), random: randomFrom(seed) })
    for (const line of summary) console.log(`${name}: ${line}`)
    if (!passed) status = 1
  }
  return status
}

process.exitCode = await main()
