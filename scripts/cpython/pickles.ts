import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { memorySource } from '../../src/bytes/source.ts'
import type { Observation } from '../../src/facts/observation.ts'
import { pickleFormat } from '../../src/formats/pickle/pickle/format.ts'
import { isImportable } from '../../src/formats/pickle/pickle/signature.ts'
import { python3Name } from '../../src/pickle/resolve/python2.ts'
import { createBudget } from '../../src/scan/budget.ts'
import { defaultLimits } from '../../src/scan/limits.ts'
import { scanArtifact } from '../../src/scan/scan.ts'
import { VisitedRanges } from '../../src/scan/visited-ranges.ts'
import type { Comparison, Task } from './ask.ts'
import { ask, Failures } from './ask.ts'
import { mutate, ProgramWriter, pick } from './programs.ts'

const here = dirname(fileURLToPath(import.meta.url))
const BATCH = 5_000

interface Run {
  readonly end: string
  readonly imports: readonly (readonly [string, string])[]
  readonly calls: readonly string[]
  readonly fills: readonly string[]
  readonly changes: readonly string[]
}

interface Seen {
  readonly imports: Set<string>
  readonly calls: Set<string>
  readonly changes: Set<string>
  /** Calls of values that the machine could not name. */
  unknown: boolean
}

/**
 * Pickles from an opcode grammar and from damaged fixtures: every import, call and change that CPython's C and pure-Python unpicklers make, from memory
 * and from a file, must be among our facts.
 */
export async function comparePickles({ python, count, random }: Task): Promise<Comparison> {
  const writer = new ProgramWriter(random)
  const fixtures = fixturePickles()
  const failures = new Failures()
  let loaded = 0
  let imported = 0
  let called = 0
  let absurd = 0
  for (let done = 0; done < count; done += BATCH) {
    const programs = Array.from({ length: Math.min(BATCH, count - done) }, () =>
      random() < 0.6 ? writer.write() : mutate(random() < 0.5 ? writer.write() : pick(random, fixtures), pick(random, fixtures), random),
    )
    const answers = ask<Record<string, Run>>(python, 'pickle-oracle.py', programs)
    for (const [index, program] of programs.entries()) {
      const answer = answers[index] ?? {}
      const seen = await look(program)
      // Without a protocol the bytes may be text: a stream that asks for names no Python could import is not taken for a pickle before it did
      // something else, and what would follow never runs.
      if (program[0] !== 0x80 && Object.values(answer).some((run) => run.imports.some(([module, name]) => !isImportable(module, name)))) {
        absurd++
        continue
      }
      const runs = Object.entries(answer)
      if (runs.some(([, run]) => run.end === 'stop')) loaded++
      imported += runs.reduce((sum, [, run]) => sum + run.imports.length, 0)
      called += runs.reduce((sum, [, run]) => sum + run.calls.length, 0)
      failures.add(
        program,
        runs.flatMap(([loader, run]) => missed(run, seen).map((what) => `${loader}: ${what}`)),
      )
    }
  }
  return {
    summary: [
      `${count} pickles, ${loaded} of them load, ${imported} imports and ${called} calls by three loaders; ${absurd} set aside as text`,
      failures.count === 0 ? 'every import and call was reported' : `${failures.count} pickles do something that was not reported`,
    ],
    passed: failures.count === 0,
  }
}

async function look(program: Uint8Array): Promise<Seen> {
  const seen: Seen = { imports: new Set(), calls: new Set(), changes: new Set(), unknown: false }
  const observe = (observation: Observation): false => {
    if (observation.kind === 'global') {
      const { module, name, written } = observation
      for (const spelling of [`${module}.${name}`, written ? `${written.module}.${written.name}` : '']) seen.imports.add(spelling)
    } else if (observation.kind === 'call') {
      const { callee } = observation
      if (callee.kind === 'global') seen.calls.add(`${callee.module}.${callee.name}`)
      else seen.unknown = true
    } else if (observation.kind === 'mutated-global' && observation.target.kind === 'global') {
      seen.changes.add(`${observation.target.module}.${observation.target.name}`)
    } else if (observation.kind === 'dynamic-global') seen.unknown = true
    return false
  }
  await scanArtifact(
    { path: ['program.pkl'], input: memorySource(program) },
    { formats: [pickleFormat], limits: defaultLimits, budget: createBudget(defaultLimits, () => 0), visited: new VisitedRanges(), observe },
  )
  return seen
}

/** What the loader did and we did not say. A name that Python 2 spelled otherwise counts under either spelling. */
function missed(run: Run, seen: Seen): readonly string[] {
  return [
    ...run.imports.filter(([module, name]) => !seen.imports.has(`${module}.${name}`)).map(([module, name]) => `import ${module}.${name}`),
    // The stand-ins have a __setstate__, so that BUILD on a class is recorded as filling it.
    ...[...run.calls, ...run.fills]
      .filter((name) =>
        name.endsWith('()') ? !seen.unknown && seen.calls.size === 0 : !known(name, seen.calls) && !known(name, seen.changes),
      )
      .map((name) => `call ${name}`),
    ...run.changes.filter((name) => (name.endsWith('()') ? !seen.unknown : !known(name, seen.changes))).map((name) => `change ${name}`),
  ]
}

function known(name: string, where: ReadonlySet<string>): boolean {
  if (where.has(name)) return true
  // Where a NUL stands in a module, some versions read only up to it; the name behind the module stays.
  const nul = name.indexOf('\0')
  for (let dot = nul < 0 ? -1 : name.indexOf('.', nul); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    if (where.has(name.slice(0, nul) + name.slice(dot))) return true
  }
  // Where the module ends and the name begins is not to be seen in `a.b.C.d`: every way is tried.
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const renamed = python3Name(name.slice(0, dot), name.slice(dot + 1))
    if (renamed && where.has(`${renamed.module}.${renamed.name}`)) return true
  }
  return false
}

function fixturePickles(): readonly Uint8Array[] {
  const folder = join(here, '../../fixtures')
  return ['malicious', 'clean', 'malformed'].flatMap((kind) =>
    readdirSync(join(folder, kind))
      .filter((name) => name.endsWith('.pkl'))
      .map((name) => new Uint8Array(readFileSync(join(folder, kind, name))))
      .filter((bytes) => bytes.length < 4096),
  )
}
