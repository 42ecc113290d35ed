import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { asm, callOf } from '../../helpers/asm.ts'
import { Bytes, gguf, string } from '../../helpers/gguf-builder.ts'
import { makeTar } from '../../helpers/tar-builder.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const attack = callOf('os', 'system', 'echo modelgate-harmless-marker')
const plain = asm('PROTO 2', 'EMPTY_DICT', 'STOP')

async function severities(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const { findings, incomplete } = await scanBytes(name, bytes)
  return [...findings.map(({ severity }) => severity), ...incomplete.map(({ detail }) => detail)]
}

describe('LZMA with other properties than the usual ones', () => {
  test.each(['m.bin', 'm.lzma', 'm'])('%s', async (name) => {
    // lzma.compress(pickle, format=FORMAT_ALONE) with lc=1, lp=1, pb=1: a call of os.system, and {'a': 1}.
    const hostile = 'NwAAAQD//////////wBAAIhkIfmUHlfit/Lzz6WrHfv+n6yTK7LTKPpwVte6jq+Fo3dYBfeLWARhaEHyzl9ijqxdIIC0065sqqx2WLX4CX/5QuAA'
    expect(await severities(name, Buffer.from(hostile, 'base64'))).toEqual(['critical'])
    expect(await severities(name, Buffer.from('NwAAAQD//////////wBAAIujXq2PNJVX9hX0/cfgWyuQLM//+sSgAA==', 'base64'))).toEqual([])
  })
})

describe('arrays of objects of msgpack-numpy in a list, under any name', () => {
  const text = (value: string): Uint8Array => Buffer.concat([Buffer.of(0xa0 | value.length), Buffer.from(value)])
  const bytes = (value: Uint8Array): Uint8Array => Buffer.concat([Buffer.of(0xc4, value.length), value])
  const file = (kind: string, data: Uint8Array): Uint8Array => {
    const pairs = [
      text('nd'),
      Buffer.of(0xc3),
      text('type'),
      text('|O'),
      text('kind'),
      bytes(Buffer.from(kind)),
      text('shape'),
      Buffer.of(0x91, 1),
    ]
    return Buffer.concat([Buffer.of(0x92, 0x01, 0x85), ...pairs, text('data'), bytes(data)])
  }
  test.each(['m.mpk', 'm.bin', 'm.msgpack'])('%s', async (name) => {
    expect(await severities(name, file('O', attack))).toContain('critical')
    expect(await severities(name, file('O', plain))).toEqual([])
    expect(await severities(name, file('V', Buffer.alloc(40, 1)))).toEqual([])
    // What a program compressed, and what only begins so.
    const value = (data: Uint8Array): Uint8Array => Buffer.concat([Buffer.of(0x81, 0xa1, 0x77), bytes(data)])
    expect(await severities(name, value(deflateSync(attack)))).toEqual(['medium'])
    expect(await severities(name, value(deflateSync(Buffer.from('words that need no more than their place'))))).toEqual([])
    expect(await severities(name, value(Buffer.alloc(60, 'x\x9c', 'latin1')))).toEqual([])
    // Values in a row, as msgpack.Unpacker reads them.
    const first = Buffer.of(0x81, 0xa1, 0x6e, 1)
    expect(await severities(name, Buffer.concat([first, first, file('O', attack), first]))).toContain('critical')
    expect(await severities(name, Buffer.concat([first, file('O', plain), first]))).toEqual([])
  })
})

describe('templates of GGUF under other keys', () => {
  const like = new Bytes(true, true)
  const hostile = "{% set g = '__glo' ~ 'bals__' %}{{ (cycler|attr('__in' + 'it__'))[g]['os'].popen('x') }}"
  const list = (value: string): Bytes => like.part().text('tokenizer.templates').u32(9).u32(8).length(1).text(value)
  test.each([
    ['a text', (value: string) => string(like, 'general.prompt', value)],
    ['a list', list],
  ])('%s', async (_, pair) => {
    const file = (value: string): Uint8Array => gguf(like, 3, [string(like, 'general.architecture', 'llama'), pair(value)], [], 32)
    expect(await severities('m.gguf', file(hostile))).toContain('critical')
    expect(await severities('m.gguf', file('Hello {{ name }}'))).toEqual([])
  })
})

describe('what is noted beside the members of an archive', () => {
  const noted = (data: Uint8Array): readonly (readonly [string, string, Uint8Array])[] => {
    const field = Buffer.concat([Buffer.of(0xfe, 0xca, data.length, 0), data])
    // LENGTH KEY=VALUE and a line end; the length is that of all.
    const record = Buffer.concat([Buffer.from(`${data.length + 13} comment=`), data, Buffer.from('\n')])
    const plain = { name: 'a.txt', data: 'words' }
    return [
      ['a comment of an entry', 'm.zip', buildZip([{ ...plain, comment: data }])],
      ['an extra field of an entry', 'm.zip', buildZip([plain, { ...plain, name: 'b.txt', listedExtra: field }])],
      ['an extended header of a tar', 'm.tar', makeTar([{ name: 'x', type: 'x', data: record }, plain])],
      ['a header for all members of a tar', 'm.tar', makeTar([{ name: 'g', type: 'g', data: record }, plain])],
    ]
  }
  test.each(noted(Buffer.concat([attack, Buffer.alloc(150 - attack.length, 0x20)])))('%s', async (_, name, bytes) => {
    expect(await severities(name, bytes)).toContain('medium')
    expect(await severities(`${name}.gz`, gzipSync(bytes))).toContain('medium')
  })
  test.each(noted(Buffer.concat([plain, Buffer.from('written by hand, on a day in May'.padEnd(130))])))(
    '%s without an effect',
    async (_, name, bytes) => {
      expect(await severities(name, bytes)).toEqual([])
    },
  )
})
