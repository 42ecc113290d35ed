import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../../src/bytes/source.ts'
import { opcodes } from '../../src/pickle/vm/opcodes.ts'
import type { Line } from '../helpers/asm.ts'
import { asm, counted } from '../helpers/asm.ts'
import { runPickle, streamOf } from '../helpers/run-pickle.ts'

/** Names that mean something to the machine, so that random programs reach its rarer paths. */
const names = fc.constantFrom(
  'os system',
  'builtins getattr',
  'builtins eval',
  'operator attrgetter',
  'operator methodcaller',
  'operator add',
  'functools partial',
  'importlib import_module',
  'pickle loads',
  'codecs decode',
  '_codecs encode',
  'base64 b64decode',
  'builtins str.join',
  'm C',
)
const word = fc.constantFrom('os', 'system', 'utf-8', 'join', '', 'TmF0', '63', '\\x6f', 'é', 'a'.repeat(600))
const small = fc.integer({ min: 0, max: 12 }).map(String)

const line: fc.Arbitrary<Line> = fc.constantFrom(...opcodes).chain(([name, , argument]) => {
  switch (argument) {
    case 'none':
      return fc.constant(name)
    case 'uint1':
      return name === 'PROTO' ? fc.constantFrom('PROTO 2', 'PROTO 4', 'PROTO 0') : small.map((value) => `${name} ${value}`)
    case 'uint2':
    case 'int4':
    case 'uint4':
    case 'float8':
    case 'decimalnl_short':
    case 'decimalnl_long':
    case 'floatnl':
      return small.map((value) => `${name} ${value}`)
    case 'uint8':
      return fc.integer({ min: 0, max: 60 }).map((value) => `${name} ${value}`)
    case 'stringnl':
      return word.map((text) => `${name} '${text}'`)
    case 'stringnl_noescape_pair':
      return names.map((pair) => `${name} ${pair}`)
    default:
      return word.map((text) => `${name} ${text}`)
  }
})

/** What keeps a program going: most random ones die of an empty stack at once. */
const useful: fc.Arbitrary<Line> = fc.oneof(
  { weight: 3, arbitrary: line },
  { weight: 2, arbitrary: names.map((pair) => `GLOBAL ${pair}`) },
  { weight: 2, arbitrary: word.map((text) => `BINUNICODE ${text}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('MARK', 'EMPTY_TUPLE', 'EMPTY_LIST', 'EMPTY_DICT', 'NONE', 'TUPLE1', 'TUPLE2', 'MEMOIZE', 'REDUCE', 'DUP'),
  },
)
const program = fc.array(useful, { minLength: 1, maxLength: 60 }).map((lines) => asm(...lines, 'STOP'))
const soup = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.array(fc.constantFrom(...opcodes.map(([, code]) => code)), { maxLength: 400 }).map((codes) => Uint8Array.from(codes)),
)
const anything = fc.oneof(program, soup)

/** Fails where it is asked for bytes that are not there. */
function strict(bytes: Uint8Array): ByteSource {
  const check = (offset: number): void => {
    if (!Number.isInteger(offset) || offset < 0 || offset > bytes.length) throw new Error(`read at ${offset} of ${bytes.length}`)
  }
  return {
    kind: 'source',
    size: bytes.length,
    read(offset, length) {
      check(offset)
      return bytes.subarray(offset, offset + Math.max(0, length))
    },
    readInto(target, offset) {
      check(offset)
      const part = bytes.subarray(offset, offset + target.length)
      target.set(part)
      return part.length
    },
  }
}

describe('any bytes', () => {
  it('come to an end, with no more opcodes than bytes, and are read where they are', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        const { ending, opcodes: count } = await runPickle(strict(bytes))
        expect(ending).toMatch(/^(?:stop|truncated|malformed|limit)/)
        expect(count).toBeLessThanOrEqual(bytes.length)
      }),
      { numRuns: 1500 },
    )
  })

  it('say the same from a stream, whatever its pieces', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 1, max: 40 }), async (bytes, size) => {
        const whole = await runPickle(bytes)
        const streamed = await runPickle(streamOf(bytes, size))
        const shown = (facts: readonly string[]) => facts.map((fact) => fact.replace(/\d+(?:\.\d+)?(?:e[+-]?\d+)?|…/g, '#'))
        expect(shown(streamed.facts)).toEqual(shown(whole.facts))
        expect(streamed.ending).toBe(whole.ending)
      }),
      { numRuns: 800 },
    )
  })

  it('say the same behind other data', async () => {
    const filler = Buffer.concat([counted('BINBYTES', new Uint8Array(70_000)), asm('POP')])
    await fc.assert(
      fc.asyncProperty(program, async (bytes) => {
        const { facts } = await runPickle(bytes)
        expect((await runPickle(Buffer.concat([filler, bytes]))).facts).toEqual(facts)
      }),
      { numRuns: 300 },
    )
  })

  it('keep every fact that was complete before a cut', async () => {
    await fc.assert(
      fc.asyncProperty(program, fc.nat(), async (bytes, at) => {
        const cut = await runPickle(bytes.subarray(0, at % bytes.length))
        const whole = await runPickle(bytes)
        // The last fact before the cut may be about a line that the cut made shorter.
        const sure = cut.facts.slice(0, -2)
        expect(whole.facts.slice(0, sure.length)).toEqual(sure)
      }),
      { numRuns: 500 },
    )
  })
})

const MIB = 2 ** 20

/** How much more memory is held at the end than at the start, in MiB: generous, since the collector runs when it likes. */
async function growth(bytes: Uint8Array) {
  const before = process.memoryUsage()
  const outcome = await runPickle(bytes)
  const after = process.memoryUsage()
  return { ...outcome, mib: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / MIB }
}

const repeated = (count: number, ...lines: readonly Line[]): Uint8Array => {
  const piece = asm(...lines)
  return Buffer.alloc(count * piece.length, piece)
}

describe('programs that want memory', () => {
  it.each<[string, () => Uint8Array, RegExp, number]>([
    ['five million values on the stack', () => repeated(5_000_000, 'NONE'), /^limit: the stack/, 200],
    ['five million marks', () => repeated(5_000_000, 'MARK'), /^limit: the stack/, 250],
    [
      'five million copies of a global',
      () => Buffer.concat([asm('GLOBAL os system'), repeated(5_000_000, 'DUP')]),
      /^limit: the stack/,
      300,
    ],
    ['two million lists', () => repeated(2_000_000, 'EMPTY_LIST'), /^truncated/, 200],
    ['two million empty dicts, memoised', () => repeated(2_000_000, 'EMPTY_DICT', 'MEMOIZE', 'POP'), /^truncated/, 200],
    ['tuples in tuples, two million deep', () => Buffer.concat([asm('NONE'), repeated(2_000_000, 'TUPLE1')]), /^truncated/, 200],
    [
      'calls of calls, half a million deep',
      () => Buffer.concat([asm('GLOBAL m f'), repeated(500_000, 'EMPTY_TUPLE', 'REDUCE')]),
      /^truncated/,
      700,
    ],
    [
      'scattered memo indexes',
      () =>
        Buffer.concat(Array.from({ length: 300_000 }, (_, index) => asm('NONE', `LONG_BINPUT ${(index * 9973) % 4_000_000_000}`, 'POP'))),
      /^truncated/,
      300,
    ],
    [
      'huge memo indexes',
      () => asm('NONE', 'LONG_BINPUT 4294967295', 'PUT 99999999999999999999', 'GET 99999999999999999999', 'STOP'),
      /^stop/,
      100,
    ],
    [
      'a payload of 4 GiB that is not there',
      () => Buffer.concat([Uint8Array.of(0x42, 255, 255, 255, 255), asm('STOP')]),
      /^truncated/,
      100,
    ],
    [
      'a number of 2 GiB that is not there',
      () => Buffer.concat([Uint8Array.of(0x8b, 255, 255, 255, 0x7f), asm('STOP')]),
      /^truncated/,
      100,
    ],
  ])('%s', async (_what, make, ending, most) => {
    const outcome = await growth(make())
    expect(outcome.ending).toMatch(ending)
    expect(outcome.mib).toBeLessThan(most)
  })

  it('a small file that expands without end is told', async () => {
    const program: Line[] = ['NONE', 'TUPLE1']
    for (let round = 0; round < 64; round++) program.push('DUP', 'TUPLE2')
    const { facts, ending } = await runPickle(asm(...program, 'STOP'))
    expect(ending).toBe('stop')
    expect(facts).toContain('expansion')
  })

  it('300,000 different names pass a limit, which is named', async () => {
    const lines = Array.from({ length: 300_000 }, (_, index) => `cm\nn${index}\n0`).join('')
    const { ending, facts } = await growth(Buffer.from(lines))
    expect(ending).toMatch(/^limit: more than 65536 different names/)
    expect(facts).toHaveLength(2 ** 16 + 1)
  })

  it('a name behind a flooded memo is never taken for a harmless one', async () => {
    const flood = Array.from({ length: 70_000 }, (_, index) => asm('NONE', `LONG_BINPUT ${10_000_000 + index * 7}`, 'POP'))
    const bytes = Buffer.concat([
      ...flood,
      asm('BINUNICODE system', 'LONG_BINPUT 400000001', 'POP', 'BINUNICODE os', 'LONG_BINGET 400000001', 'STACK_GLOBAL', 'STOP'),
    ])
    const { ending, facts } = await runPickle(bytes)
    expect(facts.includes('import os.system') || ending.startsWith('limit')).toBe(true)
  })
})
