import { densePickle } from './inputs/dense.ts'
import { manyPickles } from './inputs/folders.ts'
import { bigPickle } from './inputs/pickles.ts'
import { torchZip } from './inputs/zips.ts'
import type { Case, Facts } from './types.ts'

const MIB = 2 ** 20
const PEERS = ['modelscan', 'picklescan']

/** A line of a plot: the same kind of input in decades. `x` is the fact of the input that the axis shows. */
export interface Series {
  readonly id: string
  readonly x: 'bytes' | 'opcodes' | 'members' | 'files'
  readonly cases: readonly string[]
}

interface Step {
  readonly name: string
  readonly what: string
  readonly make: (path: string) => Facts
  /** On the last steps other tools take minutes, or all of the memory. */
  readonly alone?: true
  /** Made and measured among the scanners' cases. */
  readonly known?: true
}

const size = (name: string, mebibytes: number): Step => ({
  name: `size-${name}.pkl`,
  what: `raw pickle of byte strings, ${name}`,
  make: (path) => bigPickle(path, mebibytes * MIB),
})
const opcodes = (name: string, bytes: number, copies = 1): Step => ({
  name: `opcodes-${name}.pkl`,
  what: `like dense.pkl, ${name} of opcodes`,
  make: (path) => densePickle(path, bytes, copies),
})
const members = (count: number): Step => ({
  name: `members-${count}.pt`,
  what: `state_dict of ${count} tensors`,
  make: (path) => torchZip(path, Array(count).fill(64)),
})
const files = (count: number): Step => ({
  name: `files-${count}`,
  what: `${count} pickles of 2 kB`,
  make: (path) => manyPickles(path, count),
})
const alone = (step: Step): Step => ({ ...step, alone: true })
const known = (name: string): Step => ({ name, what: '', make: () => ({}), known: true })

const STEPS: readonly { readonly id: string; readonly x: Series['x']; readonly steps: readonly Step[] }[] = [
  { id: 'size', x: 'bytes', steps: [size('4 MB', 4), size('40 MB', 40), size('400 MB', 400), alone(size('4 GB', 4000))] },
  {
    id: 'opcodes',
    x: 'opcodes',
    steps: [
      opcodes('24k', 105_000),
      opcodes('240k', 1_090_000),
      opcodes('2.4M', 10.5 * MIB),
      known('dense.pkl'),
      alone(opcodes('240M', 105 * MIB, 10)),
    ],
  },
  { id: 'members', x: 'members', steps: [members(50), members(500), members(5000), alone(members(50_000))] },
  { id: 'files', x: 'files', steps: [files(40), files(400), known('many4000'), files(40_000)] },
]

export const SERIES: readonly Series[] = STEPS.map(({ id, x, steps }) => ({ id, x, cases: steps.map(({ name }) => name.replace(' ', '')) }))

export const SCALING_CASES: readonly Case[] = STEPS.flatMap(({ steps }) => steps)
  .filter(({ known: elsewhere }) => !elsewhere)
  .map(({ name, what, make, alone: own }) => ({
    name: name.replace(' ', ''),
    what,
    group: 'scaling',
    make,
    tools: own ? [] : PEERS,
    expect: 'clean',
  }))
