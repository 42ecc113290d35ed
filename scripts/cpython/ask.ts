import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** One comparison with a real loader: what was compared and what was missed, in words, and whether nothing was. */
export interface Comparison {
  readonly summary: readonly string[]
  readonly passed: boolean
}

export interface Task {
  readonly python: string
  readonly count: number
  readonly random: () => number
}

/**
 * What the oracle, a Python script beside this file, says of each input: one answer per input, in order. Inputs reach it in a file of (uint32 length,
 * bytes) records. @throws {Error} when it fails or answers too little.
 */
export function ask<Answer>(python: string, oracle: string, inputs: readonly Uint8Array[]): readonly Answer[] {
  const folder = mkdtempSync(join(tmpdir(), 'modelgate-cpython-'))
  try {
    const file = join(folder, 'inputs')
    const header = (input: Uint8Array) => Buffer.from(new Uint32Array([input.length]).buffer)
    writeFileSync(file, Buffer.concat(inputs.flatMap((input) => [header(input), Buffer.from(input)])))
    const run = spawnSync(python, [join(here, oracle), file], { encoding: 'utf8', maxBuffer: 1 << 30 })
    if (run.status !== 0) throw new Error(`${oracle} failed: ${run.stderr.slice(0, 2000)}`)
    const answers = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    if (answers.length !== inputs.length) throw new Error(`${oracle} gave ${answers.length} answers to ${inputs.length} inputs`)
    return answers
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether that Python has the module. */
export function hasModule(python: string, module: string): boolean {
  return spawnSync(python, ['-c', `import ${module}`]).status === 0
}

/** Shows the first failures, bytes first; more are counted only. */
export class Failures {
  count = 0

  add(input: Uint8Array, missing: readonly string[]): void {
    if (missing.length === 0) return
    this.count++
    if (this.count <= MAX_SHOWN) console.log(`${Buffer.from(input).toString('hex')}\n    ${missing.join('\n    ')}`)
  }
}

const MAX_SHOWN = 20
