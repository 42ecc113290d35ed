import { gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { payloadIn } from '../../../src/formats/shared/nested-payload.ts'
import { candidatesIn } from '../../../src/formats/shared/search-signatures.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { beginsLikePayload } from '../../../src/pickle/emit/payload.ts'
import { asm, callOf } from '../../helpers/asm.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const EVIL = callOf('os', 'system', `echo modelgate-marker ${'-'.repeat(60)}`)
const PLAIN = callOf('collections', 'OrderedDict')
const text = (content: string): Uint8Array => Buffer.from(content, 'latin1')
const lines = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n')

/** Every way in which a pickle may lie in bytes that nobody gives a meaning. */
const hidden: readonly (readonly [string, (pickle: Uint8Array) => Uint8Array])[] = [
  ['as it is', (pickle) => pickle],
  ['with an old protocol', (pickle) => Buffer.concat([Buffer.of(0x80, 1), pickle.subarray(2)])],
  ['without a protocol', (pickle) => pickle.subarray(2)],
  ['in gzip', (pickle) => gzipSync(pickle)],
  ['in a zip', (pickle) => buildZip([{ name: 'a.pkl', data: pickle }])],
  ['in base64', (pickle) => text(Buffer.from(pickle).toString('base64'))],
  ['in lines of base64', (pickle) => text(lines(pickle))],
  ['in hex', (pickle) => text(Buffer.from(pickle).toString('hex'))],
  ['compressed, in base64', (pickle) => text(gzipSync(pickle).toString('base64'))],
]

const junk = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at % 7 === 0 ? 0 : 0xf8 + (at % 5)))
const around = (payload: Uint8Array): Uint8Array => Buffer.concat([junk(3001), Buffer.of(0), payload, Buffer.of(0), junk(2000)])

/** What nobody knows, a value of a table, and bytes that a known format has no use for: one search goes through all of them. */
const carriers: readonly (readonly [string, string, (payload: Uint8Array) => Uint8Array])[] = [
  ['a file of no format', 'cache.dat', around],
  ['a DBM', 'shelf.db', (payload) => Buffer.concat([Buffer.from('cf9a5713', 'hex'), Buffer.alloc(508, 1), around(payload)])],
  [
    'behind the tensors of a safetensors file',
    'model.safetensors',
    (payload) => Buffer.concat([Buffer.of(8, 0, 0, 0, 0, 0, 0, 0), text('{}      '), around(payload)]),
  ],
]

describe.each(carriers)('in %s', (_what, name, carry) => {
  const worst = async (payload: Uint8Array) => (await scanBytes(name, carry(payload))).findings.map(({ rule }) => rule)
  const told = async (payload: Uint8Array) =>
    (await worst(payload)).filter((rule) => /^pickle\/(?:nested-payload|dangerous-call)$/.test(rule))

  it.each(hidden)('a pickle %s is told', async (_how, hide) => {
    expect((await told(hide(EVIL))).length).toBeGreaterThan(0)
  })

  it.each(hidden)('a pickle %s of plain data is not', async (_how, hide) => {
    expect(await told(hide(PLAIN))).toEqual([])
  })
})

test('a pickle that does nothing hides none of protocol 2 in its literals', async () => {
  const outer = asm('PROTO 2', 'GLOBAL collections OrderedDict', 'EMPTY_TUPLE', 'REDUCE', `SHORT_BINBYTES ${'z'.repeat(40)}`, 'STOP')
  const at = Buffer.from(outer).indexOf('z'.repeat(40))
  const bytes = Buffer.from(outer)
  const inner = asm('PROTO 2', 'GLOBAL os system', 'BINUNICODE x', 'TUPLE1', 'REDUCE', 'STOP')
  bytes.set(inner, at + 3)
  expect((await scanBytes('cache.dat', around(bytes))).findings.map(({ rule }) => rule)).toEqual(['pickle/nested-payload'])
})

describe('the table of first bytes', () => {
  const starts = hidden.map(([how, hide]) => [how, hide(EVIL)] as const).filter(([how]) => how !== 'without a protocol')

  it.each(starts)('is one for constants and for places: %s', (_how, bytes) => {
    const isText = bytes.every((byte) => byte < 0x80)
    expect(beginsLikePayload(bytes, 0, isText)).toBe(true)
    expect(payloadIn(bytes, isText)).toBeDefined()
    expect(candidatesIn(bytes, bytes.length).filter(({ at }) => at === 0).length).toBeGreaterThan(0)
  })

  it('costs one look at each place, however often a text could begin', () => {
    expect(candidatesIn(text('-gASV'.repeat(200_000)), 1_000_000).length).toBeGreaterThan(0)
  })
})
