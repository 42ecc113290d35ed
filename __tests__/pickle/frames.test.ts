import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../../src/bytes/source.ts'
import { memorySource } from '../../src/bytes/source.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { withoutFrameRest } from '../../src/pickle/vm/frame-rest.ts'
import { asm, counted } from '../helpers/asm.ts'
import { runPickle } from '../helpers/run-pickle.ts'

const all = (source: ByteSource): Uint8Array => source.read(0, source.size)

/** What a reader without peek loads: the machine's own reading, then the rest of each crossed frame dropped. */
async function dropping(bytes: Uint8Array): Promise<string | undefined> {
  let source: ByteSource | undefined = memorySource(bytes)
  let outcome = await runPickle(source)
  for (let round = 0; outcome.machine.straddle && round < 8; round++) {
    source = withoutFrameRest(source, outcome.machine.straddle)
    if (!source) return outcome.value
    outcome = await runPickle(source)
  }
  return outcome.value ?? outcome.ending
}

describe('a frame that an opcode crosses', () => {
  it.each<[string, Uint8Array, string]>([
    [
      'counted text: the rest of the frame is dropped',
      Buffer.concat([asm('PROTO 4', 'FRAME 4'), Buffer.from('\x8c\x03XXabc.', 'latin1')]),
      "'abc'",
    ],
    ['a length that does not fit', Buffer.concat([asm('PROTO 4', 'FRAME 2'), Buffer.from('X\x09\x03\0\0\0abc.', 'latin1')]), "'abc'"],
    ['a line', Buffer.concat([asm('PROTO 4', 'FRAME 3'), Buffer.from('VXXabc\n.')]), "'abc'"],
    ['the second line of two', Buffer.concat([asm('PROTO 4', 'FRAME 6'), Buffer.from('cos\nXXsystem\n.')]), 'os.system'],
    [
      'bytes: read from the frame, then from the file, so that nothing is dropped',
      Buffer.concat([asm('PROTO 4', 'FRAME 4'), Buffer.from('C\x05abcde.')]),
      "b'abcde'",
    ],
    ['a fixed argument', Buffer.concat([asm('PROTO 4', 'FRAME 3'), Buffer.from('J\x01\x02\x05\0\0\0.', 'latin1')]), '5'],
    [
      'two frames, both crossed',
      Buffer.concat([asm('PROTO 4', 'FRAME 3'), Buffer.from('V1Xab\n0'), asm('FRAME 3'), Buffer.from('V2Xcd\n.')]),
      "'cd'",
    ],
  ])('%s', async (_what, bytes, value) => {
    expect((await runPickle(bytes)).facts).toContain('frame-straddle')
    expect(await dropping(bytes)).toBe(value)
  })

  it('gives the bytes without what was dropped, and a frame that ends there', () => {
    const bytes = Buffer.concat([asm('PROTO 4', 'FRAME 3'), Buffer.from('VXXabc\n.')])
    const other = withoutFrameRest(memorySource(bytes), { frameStart: 11, frameEnd: 14, opcode: 11 })
    expect(other && Buffer.from(all(other))).toEqual(Buffer.concat([asm('PROTO 4', 'FRAME 0'), Buffer.from('Vabc\n.')]))
  })

  it.each<[string, Uint8Array, { frameStart: number; frameEnd: number; opcode: number }]>([
    ['an opcode without an argument', asm('PROTO 4', 'FRAME 0', 'NONE', 'STOP'), { frameStart: 11, frameEnd: 11, opcode: 11 }],
    ['an argument that fits', asm('PROTO 4', 'FRAME 2', 'BININT1 1', 'STOP'), { frameStart: 11, frameEnd: 13, opcode: 11 }],
    ['bytes', asm('PROTO 4', 'FRAME 3', 'SHORT_BINBYTES abc', 'STOP'), { frameStart: 11, frameEnd: 14, opcode: 11 }],
  ])('nothing is dropped at %s', (_what, bytes, straddle) => {
    expect(withoutFrameRest(memorySource(bytes), straddle)).toBeUndefined()
  })

  it('a frame inside another is told once', async () => {
    const { facts } = await runPickle(asm('PROTO 4', 'FRAME 22', 'NONE', 'FRAME 11', 'POP', 'FRAME 1', 'NONE', 'STOP'))
    expect(facts).toEqual(['frame-straddle'])
  })

  it.each([
    ['an honest frame', asm('PROTO 4', 'FRAME 2', 'NONE', 'STOP')],
    ['two frames in a row', asm('PROTO 4', 'FRAME 1', 'NONE', 'FRAME 2', 'POP', 'NONE', 'STOP')],
    [
      'bytes outside a frame, as picklers write long ones',
      Buffer.concat([asm('PROTO 4', 'FRAME 1', 'NONE'), counted('BINBYTES', new Uint8Array(70_000)), asm('FRAME 2', 'POP', 'STOP')]),
    ],
    ['a frame longer than the file, which the pure-Python unpickler takes', asm('PROTO 4', 'FRAME 200', 'NONE', 'STOP')],
  ])('%s is nothing to tell', async (_what, bytes) => {
    const { facts, ending } = await runPickle(bytes)
    expect({ facts, ending }).toEqual({ facts: [], ending: 'stop' })
  })
})

describe('a report of a crossed frame', () => {
  const crossed = Buffer.concat([asm('PROTO 4', 'FRAME 4'), Buffer.from("cmacos\nsystem\n(S'marker'\ntR.")])

  it('tells both readings', async () => {
    const { findings } = await scanBytes('model.pkl', crossed)
    expect(findings.map(({ evidence }) => evidence)).toEqual(expect.arrayContaining(["os.system('marker')", "macos.system('marker')"]))
    expect(findings.map(({ rule }) => rule)).toContain('pickle/frame-straddle')
  })

  it('tells both readings of a later stream as well', async () => {
    const { findings } = await scanBytes('model.pkl', Buffer.concat([asm('PROTO 4', 'NONE', 'STOP'), crossed]))
    expect(findings.map(({ evidence }) => evidence)).toEqual(expect.arrayContaining(["os.system('marker')", "macos.system('marker')"]))
  })
})
