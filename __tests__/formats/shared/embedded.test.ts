import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { candidatesIn } from '../../../src/formats/shared/search-signatures.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { asm, callOf } from '../../helpers/asm.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const MARKER = 'echo marker'

const BZIP2_ATTACK = 'QlpoOTFBWSZTWWq3UbEAABNTwHgYQAEQQCpKvCBCACAAIpoAAaMIUGjRoMgNIgIAxAEs+takhe8y8chOHYqaU2s+sVfi7kinChINVuo2IA=='
const BZIP2_PLAIN = 'QlpoOTFBWSZTWX8MheMAAAhXwHAAAAEACABAIAAoAkAAIAAxANNNBDQaGgGAwVxLJTy8XckU4UJB/DIXjA=='

/** Bytes of no format, of which chance does not make a pickle: the same in every run. */
function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = seed
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    bytes[at] = state >> 16
  }
  bytes.set([0, 1, 2, 0xff])
  return bytes
}

function within(payload: Uint8Array, before = 70_001, after = 3000): Uint8Array {
  return Buffer.concat([noise(before), Buffer.of(0), payload, noise(after, 2)])
}

async function told(bytes: Uint8Array, name = 'cache.dat'): Promise<{ status: string; rules: string[] }> {
  const { status, findings } = await scanBytes(name, bytes)
  return { status, rules: findings.map(({ rule, severity }) => `${severity} ${rule}`) }
}

const text = (content: string) => Buffer.from(content, 'latin1')

describe('a pickle at any place of an unknown file', () => {
  test.each([
    ['protocol 2', callOf('os', 'system', MARKER)],
    ['protocol 0', text("cos\nsystem\n(S'echo marker'\ntR.")],
    ['protocol 0 behind opcodes without arguments', text("N0cos\nsystem\n(S'echo marker'\ntR.")],
    ['INST', text("(S'echo marker'\nios\nsystem\n.")],
    ['OBJ', text("(cos\nsystem\nS'echo marker'\no.")],
    [
      'STACK_GLOBAL without PROTO',
      asm('SHORT_BINUNICODE os', 'SHORT_BINUNICODE system', 'STACK_GLOBAL', `SHORT_BINUNICODE ${MARKER}`, 'TUPLE1', 'REDUCE', 'STOP'),
    ],
    [
      'the same with memo entries',
      asm(
        'SHORT_BINUNICODE os',
        'MEMOIZE',
        'SHORT_BINUNICODE system',
        'MEMOIZE',
        'STACK_GLOBAL',
        `SHORT_BINUNICODE ${MARKER}`,
        'TUPLE1',
        'REDUCE',
        'STOP',
      ),
    ],
    ['no STOP behind the call', Buffer.concat([callOf('os', 'system', MARKER).subarray(0, -1), Buffer.of(0xff)])],
  ])('%s is told as a guess', async (_name, payload) => {
    expect(await told(within(payload))).toEqual({ status: 'findings', rules: ['medium pickle/nested-payload'] })
  })

  test.each([
    ['noise', noise(300_000)],
    ['a pickle of plain data', within(asm('PROTO 2', 'EMPTY_DICT', 'BINUNICODE a', 'BININT1 5', 'SETITEM', 'STOP'))],
    ['a harmless call', within(callOf('collections', 'OrderedDict'))],
    ['a call of something nobody knows', within(callOf('some_package.models', 'Net'))],
    ['a dangerous name that nothing calls', within(text('cos\nsystem\n.'))],
    ['a call of no import', within(asm('PROTO 2', 'EMPTY_LIST', 'EMPTY_TUPLE', 'REDUCE', 'STOP'))],
    ['lists of words', Buffer.concat([Buffer.of(0, 1), text('cat\ncos\nsystem\nbar\ncode\nrun\n'.repeat(2000))])],
  ])('%s is quiet, and the file stays unknown', async (_name, bytes) => {
    expect(await told(bytes)).toEqual({ status: 'unrecognised', rules: [] })
  })

  const packed: readonly [string, (data: Uint8Array) => Uint8Array][] = [
    ['gzip', gzipSync],
    // bz2.compress of a pickle that calls os.system('echo marker'), and of {'a': 1}
    ['bzip2', (data) => Buffer.from(data.length > 20 ? BZIP2_ATTACK : BZIP2_PLAIN, 'base64')],
    ['a zip', (data) => buildZip([{ name: 'a', data, deflate: true }])],
  ]
  test.each(packed)('%s behind something else is opened, as a guess', async (name, pack) => {
    const attack = callOf('os', 'system', MARKER)
    for (const before of [1, 200, (1 << 20) - 2, 1 << 20, 70_001])
      for (const filler of [Buffer.alloc(before), noise(Math.max(4, before))])
        expect(await told(Buffer.concat([filler, pack(attack), noise(100_000, 2)])), `${before}`).toEqual({
          status: 'findings',
          rules: ['medium pickle/nested-payload'],
        })
    expect(await told(Buffer.concat([Buffer.from('words\n'), pack(attack)]))).toMatchObject({ status: 'findings' })
    const plain = asm('PROTO 2', 'EMPTY_DICT', 'BINUNICODE a', 'BININT1 5', 'SETITEM', 'STOP')
    if (name !== 'bzip2') expect(await told(within(pack(callOf('some_package', 'run', 'x')), 70_001, 100_000))).toMatchObject({ rules: [] })
    expect(await told(within(pack(plain), 70_001, 100_000))).toEqual({ status: 'unrecognised', rules: [] })
  })

  test('marks of compressed data that come by chance are quiet', async () => {
    const marks = Buffer.concat(
      [...Array(40)].map((_, seed) => Buffer.concat([noise(500, seed + 3), Buffer.of(0x1f, 0x8b, 8, 0), noise(900, seed)])),
    )
    const { status, findings, incomplete } = await scanBytes(
      'cache.dat',
      Buffer.concat([Buffer.of(0), marks, Buffer.from('BZh91AY&SY'), noise(500)]),
    )
    expect({ status, findings, incomplete }).toEqual({ status: 'unrecognised', findings: [], incomplete: [] })
  })

  test('text is not searched', async () => {
    expect(await told(text(`how it works:\n\ncos\nsystem\n(S'echo marker'\ntR.\n`), 'notes.md')).toEqual({
      status: 'unrecognised',
      rules: [],
    })
  })

  test('the border of a window hides nothing', async () => {
    for (let shift = -700; shift < 700; shift += 100) {
      const { rules } = await told(within(callOf('os', 'system', MARKER), 256 * 1024 + shift, 600_000))
      expect(rules, `at ${shift}`).toEqual(['medium pickle/nested-payload'])
    }
  })

  test('a file that is made of beginnings is given up, and said so', async () => {
    const { incomplete } = await scanBytes('a.dat', Buffer.concat([Buffer.of(0, 1), text('\x80\x04N'.repeat(700_000))]))
    expect(incomplete.map(({ why }) => why)).toEqual(['limit'])
  })
})

describe('candidatesIn', () => {
  test('finds nothing in what only begins to look like something', () => {
    const bytes = text('c'.repeat(5000) + '\n'.repeat(5000) + '\x8c\x05'.repeat(5000))
    expect(candidatesIn(bytes, bytes.length)).toEqual([])
  })
})
