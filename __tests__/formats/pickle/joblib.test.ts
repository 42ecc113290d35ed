import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteStream } from '../../../src/bytes/stream.ts'
import type { Observation } from '../../../src/facts/observation.ts'
import { pickleFormat } from '../../../src/formats/pickle/pickle/format.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { createBudget } from '../../../src/scan/budget.ts'
import { defaultLimits } from '../../../src/scan/limits.ts'
import { scanArtifact } from '../../../src/scan/scan.ts'
import { VisitedRanges } from '../../../src/scan/visited-ranges.ts'
import type { FileReport } from '../../../src/types/report.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm } from '../../helpers/asm.ts'
import { CALL, dtype, EVIL, listOf, padded, wrapper } from '../../helpers/joblib.ts'
import { reconstructors } from '../../helpers/reconstructors.ts'

const rules = (report: FileReport): string[] => report.findings.map((finding) => finding.rule)
const whys = (report: FileReport): string[] => report.incomplete.map((gap) => gap.why)
const made = (name: string, args: readonly Line[]): readonly Line[] => [
  `GLOBAL ${name}`,
  'MARK',
  ...args,
  'TUPLE',
  'REDUCE',
  'EMPTY_TUPLE',
  'NEWOBJ',
]
const scan = (bytes: Uint8Array): Promise<FileReport> => scanBytes('model.joblib', bytes)

/** `np.ones(2, np.dtype([('a', 'i1'), ('b', 'f8'), ('c', 'i2')], align=True))`, dumped by joblib 1.6.0 with NumPy 2.4.6; then a command behind it. */
const ALIGNED =
  'gASVYwEAAAAAAAB9lCiMAXeUjBNqb2JsaWIubnVtcHlfcGlja2xllIwRTnVtcHlBcnJheVdyYXBwZXKUk5QpgZR9lCiMCHN1YmNsYXNzlIwFbnVtcHmUjAduZGFycmF5lJOUjAVzaGFwZZRLAoWUjAVvcmRlcpSMAUOUjAVkdHlwZZRoCIwFZHR5cGWUk5SMA1YyNJSJiIeUUpQoSwOMAXyUTowBYZSMAWKUjAFjlIeUfZQoaBZoEYwCaTGUiYiHlFKUKEsDaBVOTk5K/////0r/////SwB0lGJLAIaUaBdoEYwCZjiUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYksIhpRoGGgRjAJpMpSJiIeUUpQoSwNoI05OTkr/////Sv////9LAHSUYksQhpR1SxhLCEuQdJRijAphbGxvd19tbWFwlIiMG251bXB5X2FycmF5X2FsaWdubWVudF9ieXRlc5RLEHViAf8B6vZaBQAAAAAAAAAAAPA/AQAAAAAAAAABAAAAAAAAAAAAAAAAAPA/AQAAAAAAAACVCAAAAAAAAACMAXqUSwF1Lg=='
const ALIGNED_EVIL =
  'gASVYwEAAAAAAAB9lCiMAXeUjBNqb2JsaWIubnVtcHlfcGlja2xllIwRTnVtcHlBcnJheVdyYXBwZXKUk5QpgZR9lCiMCHN1YmNsYXNzlIwFbnVtcHmUjAduZGFycmF5lJOUjAVzaGFwZZRLAoWUjAVvcmRlcpSMAUOUjAVkdHlwZZRoCIwFZHR5cGWUk5SMA1YyNJSJiIeUUpQoSwOMAXyUTowBYZSMAWKUjAFjlIeUfZQoaBZoEYwCaTGUiYiHlFKUKEsDaBVOTk5K/////0r/////SwB0lGJLAIaUaBdoEYwCZjiUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYksIhpRoGGgRjAJpMpSJiIeUUpQoSwNoI05OTkr/////Sv////9LAHSUYksQhpR1SxhLCEuQdJRijAphbGxvd19tbWFwlIiMG251bXB5X2FycmF5X2FsaWdubWVudF9ieXRlc5RLEHViAf8B6vZaBQAAAAAAAAAAAPA/AQAAAAAAAAABAAAAAAAAAAAAAAAAAPA/AQAAAAAAAACVNQAAAAAAAACMAXiUjAVwb3NpeJSMBnN5c3RlbZSTlIwVZWNobyBtb2RlbGdhdGUtbWFya2VylIWUUpR1Lg=='

it('steps over an array of structures with gaps between their fields', async () => {
  expect((await scan(Buffer.from(ALIGNED, 'base64'))).status).toBe('clean')
  const evil = await scan(Buffer.from(ALIGNED_EVIL, 'base64'))
  expect([rules(evil), whys(evil)]).toEqual([['pickle/dangerous-call'], []])
})

describe('array sizes', () => {
  // [type, size in the state, flags, bytes of one element]
  const kinds: readonly (readonly [string, number, number, number])[] = [
    ['b1', -1, 0, 1],
    ['i1', -1, 0, 1],
    ['u2', -1, 0, 2],
    ['f2', -1, 0, 2],
    ['i4', -1, 0, 4],
    ['f4', -1, 0, 4],
    ['f8', -1, 0, 8],
    ['c8', -1, 0, 8],
    ['f16', -1, 0, 16],
    ['c16', -1, 0, 16],
    ['c32', -1, 0, 32],
    ['M8', -1, 0, 8],
    ['m8', -1, 0, 8],
    ['S7', 7, 0, 7],
    ['U5', 20, 0, 20],
    ['V13', 13, 16, 13],
  ]
  it.each(kinds)('steps over an array of %s (state %i, flags %i: %i bytes each)', async (type, size, flags, bytes) => {
    for (const isPadded of [true, false]) {
      const data = Buffer.alloc(6 * bytes)
      const array = wrapper({ shape: ['BININT1 2', 'BININT 3'], dtype: dtype(type, size, flags), padded: isPadded })
      const report = await scan(listOf(array, isPadded ? padded(data) : data, CALL))
      expect(report.formats).toEqual(['joblib'])
      expect(rules(report)).toContain('pickle/dangerous-call')
      expect(report.incomplete).toEqual([])
    }
  })

  const shapes: readonly (readonly [readonly string[], number])[] = [
    [[], 1],
    [['BININT1 0'], 0],
    [['BININT1 0', 'BININT 100'], 0],
    [['BININT2 300'], 300],
    [['LONG 7L'], 7],
    [[...Array.from({ length: 15 }, () => 'BININT1 1'), 'BININT1 4'], 4],
  ]
  it.each(shapes)('multiplies the shape %j', async (shape, count) => {
    const report = await scan(listOf(wrapper({ shape, dtype: dtype('i2') }), padded(Buffer.alloc(count * 2)), CALL))
    expect(rules(report)).toContain('pickle/dangerous-call')
    expect(report.incomplete).toEqual([])
  })

  it('reads a length that was written as LONG1', async () => {
    const bytes = listOf(wrapper({ shape: [Uint8Array.of(0x8a, 2, 0x01, 0x01)], dtype: dtype('u1') }), padded(Buffer.alloc(257)), CALL)
    const report = await scan(bytes)
    expect(rules(report)).toContain('pickle/dangerous-call')
    expect(report.incomplete).toEqual([])
  })

  const unknowable: readonly (readonly [string, readonly string[], Uint8Array])[] = [
    ['a negative length', ['BININT -1', 'BININT -8'], dtype('f8')],
    ['a product past every file', Array.from({ length: 4 }, () => 'BININT 2000000000'), dtype('f8')],
    ['a length that is no number', ['NONE'], dtype('f8')],
    ['more lengths than are kept', Array.from({ length: 17 }, () => 'BININT1 1'), dtype('f8')],
    ['a type that NumPy does not write', ['BININT1 1'], dtype('f8,O')],
    ['no type at all', ['BININT1 1'], asm('NONE')],
    ['numbers that claim to be objects', ['BININT1 1'], dtype('f8', -1, 63)],
    ['objects that claim to be numbers', ['BININT1 1'], dtype('O8', -1, 0)],
  ]
  it.each(unknowable)('says that it cannot go on after %s', async (_what, shape, type) => {
    const report = await scan(listOf(wrapper({ shape, dtype: type }), padded(Buffer.alloc(8))))
    expect(whys(report)).toEqual(['unsupported'])
  })

  it('says that an array which ends with the file is cut off', async () => {
    const huge = wrapper({ shape: ['BININT 2000000000', 'BININT 1000'], dtype: dtype('f8') })
    expect(whys(await scan(listOf(huge, padded(Buffer.alloc(64)))))).toEqual(['truncated'])
  })
})

describe('what stands around arrays', () => {
  const array = (data: Uint8Array): Uint8Array =>
    Buffer.concat([wrapper({ shape: [`BININT ${data.length}`], dtype: dtype('u1') }), padded(data)])

  it.each([
    ['before', [CALL, array(Buffer.alloc(9))]],
    ['after', [array(Buffer.alloc(9)), CALL]],
    ['between', [array(Buffer.alloc(9)), CALL, array(Buffer.alloc(100_000))]],
  ])('finds a call %s them', async (_where, parts) => {
    const report = await scan(listOf(...parts))
    expect(rules(report)).toContain('pickle/dangerous-call')
    expect(report.incomplete).toEqual([])
  })

  it('takes bytes of an array that spell a pickle for what they are', async () => {
    const report = await scan(listOf(array(EVIL), array(Buffer.concat([EVIL, EVIL]))))
    expect(report).toMatchObject({ status: 'clean', formats: ['joblib'] })
  })

  it('reads thousands of arrays, whose shapes lie beyond what is kept of plain data', async () => {
    const many = Array.from({ length: 5000 }, () => array(Buffer.of(1, 2, 3)))
    expect(await scan(listOf(...many))).toMatchObject({ status: 'clean' })
  })

  it.each(['sklearn.externals.joblib.numpy_pickle', 'joblib.numpy_pickle'])('knows the wrapper in %s', async (module) => {
    const bytes = listOf(wrapper({ module, shape: ['BININT1 2'], dtype: dtype('f8'), padded: false }), Buffer.alloc(16, 0x2e), CALL)
    expect(rules(await scan(bytes))).toContain('pickle/dangerous-call')
  })

  it('reads the pickle of an array of objects in its place, and what follows', async () => {
    const objects = wrapper({ shape: ['BININT1 1'], dtype: dtype('O8', -1, 63) })
    const inside = await scan(listOf(objects, EVIL))
    expect(rules(inside)).toContain('pickle/dangerous-call')
    const after = await scan(listOf(objects, asm('PROTO 2', 'EMPTY_LIST', 'STOP'), CALL))
    expect(rules(after)).toContain('pickle/dangerous-call')
    expect([...inside.incomplete, ...after.incomplete]).toEqual([])
  })

  it('says that the pickle of an array of objects is broken', async () => {
    const objects = wrapper({ shape: ['BININT1 1'], dtype: dtype('O8', -1, 63) })
    expect(whys(await scan(listOf(objects, asm('PROTO 2', 'POP'))))).toEqual(['malformed'])
  })

  it('looks for the bytes behind the frame, which the loader has taken from the file as a whole', async () => {
    const inFrame = asm(wrapper({ shape: ['BININT1 4'], dtype: dtype('u1') }), 'POP', CALL)
    const frame = asm('PROTO 4', `FRAME ${inFrame.length}`, inFrame)
    const report = await scan(Buffer.concat([frame, padded(Buffer.of(0x2e, 0x2e, 0x2e, 0x2e)), CALL, asm('STOP')]))
    expect(report.findings.find((finding) => finding.rule === 'pickle/dangerous-call')?.count).toBe(2)
    expect(report.incomplete).toEqual([])
  })

  it('also reads an array as pickle.load does, to which its bytes are opcodes', async () => {
    const program = asm('POP', CALL, 'STOP')
    const bytes = Buffer.concat([
      asm('PROTO 2'),
      wrapper({ shape: [`BININT ${program.length}`], dtype: dtype('u1'), padded: false }),
      program,
      asm('STOP'),
    ])
    const report = await scan(bytes)
    expect(rules(report)).toContain('pickle/dangerous-call')
    expect(report.incomplete).toEqual([])
    expect(await factsOfStream(bytes, 7)).toContain('call')
  })

  // The array spells the head of a long literal, in which whoever takes it for opcodes loses what follows.
  const literal = Buffer.from('B\xff\0\0\0', 'latin1')
  it.each(Object.entries(reconstructors))('reads an array whatever its wrapper is made by: %s', async (_how, make) => {
    const array = wrapper({ shape: ['BININT1 5'], dtype: dtype('u1'), padded: false, make })
    const evil = await scan(listOf(array, literal, CALL, Buffer.alloc(300, 'N0')))
    expect(rules(evil)).toContain('pickle/dangerous-call')
    const clean = await scan(listOf(array, Buffer.alloc(5, 0xff), asm('BININT1 1')))
    expect([clean.formats, whys(clean)]).toEqual([['joblib'], []])
  })

  it.each<readonly [string, (cls: string) => readonly Line[]]>([
    ['a class that the file makes of it', (cls) => made('builtins type', ['BINUNICODE X', `GLOBAL ${cls}`, 'TUPLE1', 'EMPTY_DICT'])],
    [
      'a class that cloudpickle makes of it',
      (cls) =>
        made('cloudpickle.cloudpickle _make_skeleton_class', [
          'GLOBAL builtins type',
          'BINUNICODE X',
          `GLOBAL ${cls}`,
          'TUPLE1',
          'EMPTY_DICT',
          'NONE',
          'NONE',
        ]),
    ],
    ['a function that is given it', (cls) => ['GLOBAL acme make', `GLOBAL ${cls}`, 'TUPLE1', 'REDUCE']],
    [
      'a function that is given what makes it',
      (cls) => ['GLOBAL acme make', ...made('functools partial', [`GLOBAL ${cls}`]).slice(0, -2), 'TUPLE1', 'REDUCE'],
    ],
    ['a class by way of another module', () => ['GLOBAL joblib._store_backends numpy_pickle.NumpyArrayWrapper', 'EMPTY_TUPLE', 'NEWOBJ']],
  ])('calls no file read where an object may be a wrapper: %s', async (_how, make) => {
    const array = wrapper({ shape: ['BININT1 5'], dtype: dtype('u1'), padded: false, make })
    expect(whys(await scan(listOf(array, literal, CALL, Buffer.alloc(300, 'N0'))))).toEqual(['unsupported'])
  })

  it('asks no more than that of other objects beside arrays', async () => {
    const array = wrapper({ shape: ['BININT1 5'], dtype: dtype('u1'), padded: false })
    const tree = asm('GLOBAL sklearn.tree._tree Tree', 'MARK', 'BININT1 4', array, Buffer.alloc(5, 0xff), 'BININT1 1', 'TUPLE', 'REDUCE')
    const built = Buffer.concat([tree, asm('EMPTY_DICT', 'BINUNICODE max_depth', 'BININT1 3', 'SETITEM', 'BUILD')])
    expect(await scan(listOf(built))).toMatchObject({ status: 'clean' })
  })

  it('names the file in which joblib 0.9 keeps an array', async () => {
    const old = (path: string): Uint8Array =>
      listOf(
        asm(
          'GLOBAL joblib.numpy_pickle NDArrayWrapper',
          'EMPTY_TUPLE',
          'NEWOBJ',
          'EMPTY_DICT',
          'MARK',
          'BINUNICODE filename',
          `BINUNICODE ${path}`,
          'SETITEMS',
          'BUILD',
        ),
      )
    expect(await scan(old('model.pkl_01.npy'))).toMatchObject({ status: 'clean', formats: ['joblib'] })
    expect(rules(await scan(old('../../x.npy')))).toContain('files/external-path')
  })
})

/** Kinds of the facts that the pickle reader states about a stream, or what is wrong with it. */
async function factsOfStream(bytes: Uint8Array, chunk: number): Promise<string[]> {
  let at = 0
  const input: ByteStream = {
    kind: 'stream',
    close: () => undefined,
    next() {
      if (at >= bytes.length) return undefined
      at += chunk
      return bytes.slice(at - chunk, at)
    },
  }
  const facts: string[] = []
  const observe = (fact: Observation): false => {
    facts.push(fact.kind === 'incomplete' ? fact.why : fact.kind)
    return false
  }
  await scanArtifact(
    { path: ['model.joblib.gz', 'content'], input },
    { formats: [pickleFormat], limits: defaultLimits, budget: createBudget(defaultLimits, () => 0), visited: new VisitedRanges(), observe },
    1,
  )
  return facts
}

describe('compressed files, which are streams', () => {
  const file = listOf(
    wrapper({ shape: ['BININT 9000'], dtype: dtype('f8') }),
    padded(Buffer.alloc(72_000, 0x2e)),
    wrapper({ shape: ['BININT1 1'], dtype: dtype('O8', -1, 63) }),
    EVIL,
    wrapper({ shape: ['BININT1 3'], dtype: dtype('u1') }),
    padded(Buffer.of(1, 2, 3)),
  )
  it.each([1, 7, 65_536])('reads one in chunks of %i bytes', async (chunk) => {
    const facts = await factsOfStream(file, chunk)
    // Of each wrapper: itself, its state, its type and the type's state; and the call in the nested pickle.
    expect(facts.filter((kind) => kind === 'call')).toHaveLength(3 * 4 + 1)
    expect(facts).not.toContain('malformed')
    expect(facts).not.toContain('truncated')
    expect(await factsOfStream(file.subarray(0, 5000), chunk)).toContain('truncated')
  })
})

describe('broken files', () => {
  const file = listOf(
    wrapper({ shape: ['BININT1 4'], dtype: dtype('f4') }),
    padded(Buffer.alloc(16, 0x61)),
    wrapper({ shape: ['BININT1 1'], dtype: dtype('O8', -1, 63) }),
    asm('PROTO 2', 'EMPTY_LIST', 'STOP'),
  )

  it('says of every cut that it is one', async () => {
    for (let end = 3; end < file.length; end++) expect((await scan(file.subarray(0, end))).incomplete, `${end}`).toHaveLength(1)
    expect((await scan(file)).status).toBe('clean')
  })

  it('never fails on flipped bytes', async () => {
    const flips = fc.array(fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(flips, async (places) => {
        const bytes = Uint8Array.from(file)
        for (const [place, bits] of places) bytes[place] = (bytes[place] ?? 0) ^ bits
        expect(whys(await scan(bytes))).not.toContain('internal')
      }),
      { numRuns: 300 },
    )
  })
})
