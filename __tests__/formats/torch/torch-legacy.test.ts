import { describe, expect, it } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, callOf, counted } from '../../helpers/asm.ts'

const MAGIC = asm('PROTO 2', counted('LONG1', Uint8Array.of(0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)), 'STOP')
const PROTOCOL = asm('PROTO 2', 'BININT2 1001', 'STOP')
const INFO = asm('PROTO 2', 'EMPTY_DICT', 'STOP')
const KEYS = asm('PROTO 2', 'EMPTY_LIST', 'MARK', 'BINUNICODE 17', 'BINUNICODE 9', 'APPENDS', 'STOP')

const storage = (key: string, type = 'FloatStorage'): Line[] => [
  'MARK',
  'BINUNICODE storage',
  `GLOBAL torch ${type}`,
  `BINUNICODE ${key}`,
  'BINUNICODE cpu',
  'BININT1 2',
  'NONE',
  'TUPLE',
  'BINPERSID',
]
const object = (...lines: readonly Line[]): Uint8Array => asm('PROTO 2', 'EMPTY_LIST', 'MARK', ...lines, 'APPENDS', 'STOP')
const OBJECT = object(...storage('17'), ...storage('9'))

/** A storage as torch writes it: how many elements, and they. */
const raw = (elements: number, bytes: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(8)
  head.writeBigInt64LE(BigInt(elements))
  return Buffer.concat([head, bytes])
}
/** Elements that would be a payload if somebody took them for opcodes. */
const data = raw(8, Buffer.concat([callOf('os', 'system', '123456789'), Buffer.of(0x2e)]))

const file = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

describe('a file of torch.save before 1.6', () => {
  it('is clean, and its storages are stepped over', async () => {
    const report = await scanBytes('model.pt', file(MAGIC, PROTOCOL, INFO, OBJECT, KEYS, data, data))
    expect(report).toMatchObject({ status: 'clean', formats: ['pytorch-legacy'] })
  })

  it.each([0, 1, 2, 3, 4])('with a payload in pickle %i', async (index) => {
    const pickles = [MAGIC, PROTOCOL, INFO, OBJECT, KEYS]
    pickles[index] = callOf('os', 'system', 'marker')
    const report = await scanBytes('model.pt', file(...pickles, data, data))
    expect(report.findings.map(({ severity }) => severity)).toContain('critical')
  })

  it.each<[string, Uint8Array, string]>([
    ['four pickles', file(MAGIC, PROTOCOL, INFO, OBJECT), 'truncated'],
    ['one pickle', MAGIC, 'truncated'],
    ['no storages', file(MAGIC, PROTOCOL, INFO, OBJECT, KEYS), 'truncated'],
    ['half a storage', file(MAGIC, PROTOCOL, INFO, OBJECT, KEYS, data, data.subarray(0, 20)), 'truncated'],
    ['a storage of a negative size', file(MAGIC, PROTOCOL, INFO, OBJECT, KEYS, data, raw(-1, new Uint8Array(8))), 'malformed'],
    ['a broken third pickle', file(MAGIC, PROTOCOL, asm('PROTO 2', 'TUPLE1'), OBJECT, KEYS, data, data), 'malformed'],
  ])('with %s is not clean', async (_what, bytes, why) => {
    const { incomplete } = await scanBytes('model.pt', bytes)
    expect(incomplete.map((part) => part.why)).toContain(why)
  })

  it('with a pickle behind the storages', async () => {
    const report = await scanBytes('model.pt', file(MAGIC, PROTOCOL, INFO, OBJECT, KEYS, data, data, callOf('os', 'system', 'marker')))
    expect(report.findings.map(({ severity }) => severity)).toContain('critical')
  })

  const wholeModule: readonly Line[] = [
    'MARK',
    'BINUNICODE module',
    'GLOBAL torch.nn.modules.activation ReLU',
    'BINUNICODE activation.py',
    'BINUNICODE source',
    'TUPLE',
    'BINPERSID',
  ]

  it('a module is no storage: one without parameters ends after the pickles', async () => {
    const empty = asm('PROTO 2', 'EMPTY_LIST', 'STOP')
    expect(await scanBytes('model.pt', file(MAGIC, PROTOCOL, INFO, object(...wholeModule), empty))).toMatchObject({ status: 'clean' })
    const hostile = file(MAGIC, PROTOCOL, INFO, object(...wholeModule), empty, callOf('os', 'system', 'marker'))
    expect((await scanBytes('model.pt', hostile)).findings.map(({ severity }) => severity)).toContain('critical')
  })

  it('a module beside storages does not hide what follows them', async () => {
    const bytes = file(MAGIC, PROTOCOL, INFO, object(...wholeModule, ...storage('17'), ...storage('9')), KEYS, data, data)
    expect(await scanBytes('model.pt', bytes)).toMatchObject({ status: 'clean' })
    const report = await scanBytes('model.pt', file(bytes, callOf('os', 'system', 'marker')))
    expect(report.findings.map(({ severity }) => severity)).toContain('critical')
  })

  it('with a storage class that is not known is not clean: nobody can tell where it ends', async () => {
    const strange = object(...storage('17', 'FloatTensor'), ...storage('9'))
    const report = await scanBytes('model.pt', file(MAGIC, PROTOCOL, INFO, strange, KEYS, data, data, callOf('os', 'system', 'marker')))
    expect(report.incomplete.map(({ why }) => why)).toContain('unsupported')
  })

  it.each([
    ['a key twice', ['17', '9', '9']],
    ['a key too few', ['17']],
    ['keys in another order', ['9', '17']],
  ])('with %s in its list of storages is not clean', async (_what, keys) => {
    const listed = asm('PROTO 2', 'EMPTY_LIST', 'MARK', ...keys.map((key) => `BINUNICODE ${key}`), 'APPENDS', 'STOP')
    const report = await scanBytes('model.pt', file(MAGIC, PROTOCOL, INFO, OBJECT, listed, data, data, data))
    expect(report.incomplete.map(({ why }) => why)).toContain('malformed')
  })

  describe('with more storages than a list keeps', () => {
    const keys = Array.from({ length: 40 }, (_, at) => `${100 + at}`)
    const many = object(...keys.flatMap((key) => storage(key)))
    const append = (names: readonly string[]): Line[] => ['EMPTY_LIST', 'MARK', ...names.map((key) => `BINUNICODE ${key}`), 'APPENDS']
    const list = (names: readonly string[]): Line[] => ['MARK', ...names.map((key) => `BINUNICODE ${key}`), 'LIST']
    const scanned = async (...lines: readonly Line[]) =>
      scanBytes('model.pt', file(MAGIC, PROTOCOL, INFO, many, asm('PROTO 2', ...lines, 'STOP'), ...keys.map(() => data)))
    const [first = '', second = '', ...rest] = [...keys].reverse()
    const swapped = [...rest.reverse(), first, second]

    it('is clean', async () => {
      expect((await scanned(...append(keys))).status).toBe('clean')
      expect((await scanned(...list(keys))).status).toBe('clean')
    })

    it.each<[string, Line[]]>([
      ['the last two are in another order', append(swapped)],
      ['the last is missing', append(keys.slice(0, -1))],
      ['another list has the right keys', [...append(keys), 'POP', ...append(swapped)]],
      ['another list has them, and they are collected', [...append(keys), 'POP', ...list(swapped)]],
      ['the list is not kept', [...Array.from({ length: 5000 }, () => ['EMPTY_LIST', 'POP']).flat(), ...append(swapped)]],
      ['there is no list', ['NONE']],
    ])('is not where %s', async (_, lines) => {
      expect((await scanned(...lines)).incomplete.map(({ why }) => why)).toContain('malformed')
    })
  })

  it('a payload that a pickle hands to a loader is seen although the storages are cut', async () => {
    const inner = callOf('os', 'system', 'marker')
    const wrapped = object('GLOBAL torch.storage _load_from_bytes', counted('BINBYTES', inner), 'TUPLE1', 'REDUCE')
    const report = await scanBytes('model.pt', file(MAGIC, PROTOCOL, INFO, wrapped))
    expect(report.findings.map(({ severity }) => severity)).toContain('critical')
  })
})
