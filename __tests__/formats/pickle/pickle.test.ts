import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { pickleFormat } from '../../../src/formats/pickle/pickle/format.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { probeSource } from '../../../src/scan/probe.ts'
import type { Line } from '../../helpers/asm.ts'
import { asm, callOf } from '../../helpers/asm.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const evil = callOf('os', 'system', 'marker')
const oldEvil = asm('GLOBAL os system', 'UNICODE marker', 'TUPLE1', 'REDUCE', 'STOP')
const text = (value: string) => Buffer.from(value)

describe('match', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['protocol 2 and later', 'x', asm('PROTO 2', 'NONE', 'STOP'), 'certain'],
    ['an empty protocol', 'x', asm('PROTO 4', 'STOP'), 'certain'],
    ['protocol 0', 'x', oldEvil, 'possible'],
    ['anything called so', 'x.pkl', Uint8Array.of(1, 2), 'possible'],
    ['text called so, of which others speak', 'x.pkl', text('?'), 'no'],
    ['a protocol that does not exist', 'x', Uint8Array.of(0x80, 6, 0x4e), 'possible'],
    ['JPEG', 'x.jpg', Uint8Array.of(0xff, 0xd8, 0xff), 'no'],
    ['JSON', 'x.json', text('{"a": 1}'), 'no'],
    ['nothing', 'x', text(''), 'no'],
  ])('%s', (_what, name, bytes, match) => {
    expect(pickleFormat.match(probeSource(name, memorySource(bytes), false))).toBe(match)
  })
})

describe('text that spells opcodes', () => {
  it.each([
    'configuration file\nof the program\n.',
    'class Foo:\n    pass\n.',
    'import os\nimport sys\n',
    'Name,Value\n1,2\n',
    'I am a sentence.\n',
    'cats and dogs\nand birds\n.',
    '(lp0\n',
    'N',
    '].',
    'Verse one\n.',
  ])('%j in a .txt is no pickle', async (content) => {
    const report = await scanBytes('notes.txt', text(content))
    expect(report.findings).toEqual([])
    expect(report.incomplete).toEqual([])
  })

  it('in a .pkl is said to be unreadable', async () => {
    const report = await scanBytes('notes.pkl', text('I am a sentence.\n'))
    expect(report.status).toBe('incomplete')
  })
})

describe('several pickles and other bytes', () => {
  const none = asm('PROTO 2', 'NONE', 'STOP')
  it.each<[string, Uint8Array]>([
    ['alone', evil],
    ['protocol 0', oldEvil],
    ['behind another', Buffer.concat([none, evil])],
    ['behind a hundred others', Buffer.concat([...Array.from({ length: 100 }, () => none), evil])],
    ['protocol 0 behind another', Buffer.concat([none, oldEvil])],
    ['behind a newline', Buffer.concat([none, text('\n'), evil])],
    ['behind zeros', Buffer.concat([none, new Uint8Array(5000), evil])],
    ['behind junk', Buffer.concat([none, new Uint8Array(300).fill(0xff), evil])],
    ['before junk', Buffer.concat([evil, new Uint8Array(300).fill(0xff)])],
    ['before another', Buffer.concat([evil, none])],
    ['before a broken one', Buffer.concat([evil, asm('PROTO 2', 'TUPLE1', 'STOP')])],
    ['in a zip behind another', Buffer.concat([none, buildZip([{ name: 'a', data: evil }])])],
  ])('%s', async (_what, bytes) => {
    for (const name of ['model.pkl', 'model.bin', 'model']) {
      const report = await scanBytes(name, bytes)
      expect(report.findings.map(({ severity }) => severity)).toContain('critical')
    }
  })

  it('names the stream and the place', async () => {
    const { findings } = await scanBytes('model.pkl', Buffer.concat([none, evil]))
    expect(findings[0]).toMatchObject({
      rule: 'pickle/dangerous-call',
      offset: none.length + evil.length - 2,
      fileOffset: none.length + evil.length - 2,
    })
  })

  it('two plain pickles in a row are clean', async () => {
    expect(await scanBytes('two.pkl', Buffer.concat([none, none]))).toMatchObject({ status: 'clean', formats: ['pickle'] })
  })

  it('bytes behind the last one are told', async () => {
    const { findings } = await scanBytes('x.pkl', Buffer.concat([none, new Uint8Array(30).fill(0xff)]))
    expect(findings.map(({ rule }) => rule)).toEqual(['pickle/trailing-bytes'])
  })
})

describe('what happened before', () => {
  it.each<[string, readonly Line[]]>([
    ['a broken opcode', [Uint8Array.of(0xff)]],
    ['a cut', []],
    ['a missing memo entry', ['GET 77', 'STOP']],
    ['a name that nothing can import', ['GLOBAL a,b c', 'STOP']],
    ['text', [text('this is text\nand more\n')]],
  ])('stays, whatever follows: %s', async (_what, rest) => {
    for (const proto of [[], ['PROTO 2']]) {
      for (const name of ['x.pkl', 'x.bin']) {
        const report = await scanBytes(name, asm(...proto, 'GLOBAL os system', 'UNICODE marker', 'TUPLE1', 'REDUCE', ...rest))
        expect(report.findings.map(({ rule }) => rule)).toContain('pickle/dangerous-call')
      }
    }
  })
})

describe('payloads within', () => {
  it('are members of the file, named by their loader', async () => {
    const { findings } = await scanBytes(
      'x.pkl',
      asm(
        'PROTO 2',
        'GLOBAL torch.storage _load_from_bytes',
        `SHORT_BINBYTES ${Buffer.from(evil).toString('latin1')}`,
        'TUPLE1',
        'REDUCE',
        'STOP',
      ),
    )
    expect(findings[0]?.path[1]).toMatch(/^torch\.storage\._load_from_bytes@\d+$/)
  })

  it('within payloads end at the depth limit, which is said', async () => {
    let bytes = evil
    for (let depth = 0; depth < 12; depth++) {
      bytes = asm(
        'PROTO 2',
        'GLOBAL torch.storage _load_from_bytes',
        Buffer.concat([Uint8Array.of(0x42, bytes.length & 255, bytes.length >> 8, 0, 0), bytes]),
        'TUPLE1',
        'REDUCE',
        'STOP',
      )
    }
    const { incomplete } = await scanBytes('x.pkl', bytes)
    expect(incomplete.map(({ why }) => why)).toContain('limit')
  })
})
