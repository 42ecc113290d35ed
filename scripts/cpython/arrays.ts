import { scanBytes } from '../../src/node/scan-files.ts'
import type { Comparison, Task } from './ask.ts'
import { ask, Failures } from './ask.ts'
import { pick } from './programs.ts'

const BATCH = 5_000
/** Runs nothing but a marker, and has bytes that no header has. */
const HOSTILE = Buffer.from('\x80\x02cos\nsystem\nU\x15echo modelgate-markerq\x00\x85R.', 'latin1')

/** Where in the file numpy would unpickle, if it would. */
interface Answer {
  readonly unpickles: readonly number[]
  readonly loads: boolean
}

/**
 * Array headers as Python may spell them, and damaged ones, a hostile pickle behind each: where `numpy.load` would unpickle it, we must report it, or say
 * that the file was not read.
 */
export async function compareArrays({ python, count, random }: Task): Promise<Comparison> {
  const failures = new Failures()
  let unpickled = 0
  let loaded = 0
  let unread = 0
  for (let done = 0; done < count; done += BATCH) {
    const files = Array.from({ length: Math.min(BATCH, count - done) }, () => writeArray(random))
    const answers = ask<Answer>(python, 'npy-oracle.py', files)
    for (const [index, file] of files.entries()) {
      const { unpickles = [], loads = false } = answers[index] ?? {}
      if (loads) loaded++
      const hostile = unpickles.filter((offset) => HOSTILE.equals(file.subarray(offset, offset + HOSTILE.length)))
      if (hostile.length === 0) continue
      unpickled++
      const { findings, incomplete } = await scanBytes('array.npy', file)
      if (findings.some(({ rule }) => rule === 'pickle/dangerous-call')) continue
      if (incomplete.length > 0) unread++
      else failures.add(file, [`numpy unpickles at ${hostile.join(', ')}`])
    }
  }
  return {
    summary: [
      `${count} arrays, ${loaded} of them load as data, ${unpickled} reach the pickle; ${unread} of these were not read to it, and said so`,
      failures.count === 0 ? 'every other pickle was reported' : `${failures.count} pickles were not reported`,
    ],
    passed: failures.count === 0,
  }
}

const TYPES = [
  "'|O'",
  "'O'",
  "'O8'",
  "'<O'",
  "'=O8'",
  "'object'",
  "'\\x4f'",
  "'\\u004f'",
  "'\\117'",
  "u'|O'",
  "'|' 'O'",
  "b'O'",
  "r'O'",
  "'''O'''",
  "[('a', '<f8'), ('b', 'O')]",
  "[('a', [('b', '|O')])]",
  "[('a', 'O', (2,))]",
  "('O', (2,))",
  "[(('title', 'a'), 'O')]",
  "'f8,O'",
  "'2O'",
  "'<f8'",
  "'|u1'",
  "'|V8'",
  "'<M8[ns]'",
  "[('a', '<i4'), ('b', '|S3')]",
  "'T'",
  "['O']",
  "{'names': ['a'], 'formats': ['O']}",
]
const SHAPES = [
  '(1,)',
  '(2,)',
  '()',
  '(0,)',
  '(1L,)',
  '(0x1,)',
  '(1_0,)',
  '(True,)',
  '[1]',
  '(1, )',
  '(+1,)',
  '(1,1,)',
  '(0b1,)',
  '(1)',
  '( 1 ,\n)',
  '(-1,)',
]
const ORDERS = ['False', 'True', '0', '1', 'None', '""', '(False)']

function writeArray(random: () => number): Uint8Array {
  const chance = (share: number): boolean => random() < share
  if (chance(0.03)) return HOSTILE
  const rows = [
    `'descr': ${pick(random, TYPES)}`,
    `'fortran_order': ${pick(random, chance(0.6) ? ['False'] : ORDERS)}`,
    `'shape': ${pick(random, chance(0.5) ? ['(1,)'] : SHAPES)}`,
  ]
  if (chance(0.2)) rows.sort(() => random() - 0.5)
  if (chance(0.05)) rows.push(`'descr': ${pick(random, TYPES)}`)
  if (chance(0.03)) rows.push("'more': 1")
  const comma = chance(0.8) ? ', ' : pick(random, [',', ',\n', ' ,\t', ', # O\n', ',\\\n'])
  let header = `${chance(0.05) ? pick(random, [' ', '\t', '(', '# a\n']) : ''}{${rows.join(comma)}${chance(0.7) ? ', ' : ''}}`
  if (chance(0.9)) header = `${header.padEnd(118)}\n`
  const version = pick(random, [1, 1, 1, 1, 2, 3, 0, 4])
  const bytes = Buffer.from(header, version === 3 ? 'utf8' : 'latin1')
  const length = bytes.length + (chance(0.1) ? Math.floor(random() * 9) - 4 : 0)
  const size = Buffer.alloc(version === 1 ? 2 : 4)
  size.writeUIntLE(Math.max(0, length), 0, size.length)
  const out = Buffer.concat([Buffer.from('\x93NUMPY', 'latin1'), Buffer.from([version, chance(0.95) ? 0 : 1]), size, bytes, HOSTILE])
  if (chance(0.3))
    out[Math.floor(random() * (out.length - HOSTILE.length))] = chance(0.5)
      ? Math.floor(random() * 256)
      : pick(random, [...Buffer.from("' O|(),:{}[]\n\\")])
  return out
}
