import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { headOf } from '../../src/scan/whitespace.ts'
import { bytesOf, manifest } from '../helpers/fixtures.ts'
import { makeTar } from '../helpers/tar-builder.ts'
import { buildZip } from '../helpers/zip-builder.ts'

const TEMPLATE = JSON.stringify({ chat_template: '{{ cycler.__init__.__globals__ }}' })
const NAME = 'tokenizer_config.json'
const rules = async (name: string, bytes: Uint8Array) => {
  const { findings, incomplete } = await scanBytes(name, bytes)
  return [...findings.map(({ rule }) => rule), ...incomplete.map(({ why }) => why)]
}

describe('blanks before a text', () => {
  const padded = Buffer.from(' \n\t\r'.repeat(3000) + TEMPLATE)

  it.each<[string, string, Uint8Array]>([
    ['in a file', NAME, padded],
    ['in a stored member', 'a.zip', buildZip([{ name: NAME, data: padded }])],
    ['in a compressed member', 'a.zip', buildZip([{ name: NAME, data: padded, deflate: true }])],
    ['in a tar in gzip', 'a.tar.gz', gzipSync(makeTar([{ name: NAME, data: padded }]))],
    ['a million of them', NAME, Buffer.concat([Buffer.alloc(1_000_000, ' '), Buffer.from(TEMPLATE)])],
    [
      'a million of them in a compressed member',
      'a.zip',
      buildZip([{ name: NAME, data: Buffer.concat([Buffer.alloc(1_000_000, ' '), Buffer.from(TEMPLATE)]), deflate: true }]),
    ],
  ])('hide nothing: %s', async (_where, name, bytes) => {
    expect(await rules(name, bytes)).toEqual(['template/injection'])
  })

  it('are said to be too many where they would fill the memory', async () => {
    const endless = buildZip([{ name: NAME, data: Buffer.alloc(40 * 2 ** 20, ' '), deflate: true }])
    expect(await rules('a.zip', endless)).toEqual(['limit'])
  })

  // JSON, and text of protocol buffers with comments.
  const texts = manifest.filter(({ file, verdict }) => verdict === 'malicious' && /\.(?:json|pbtxt|prototxt|ya?ml)$/.test(file))
  it.each(texts)('hide nothing of $file', async (fixture) => {
    const name = fixture.file.slice(fixture.file.lastIndexOf('/') + 1)
    const bytes = bytesOf(fixture)
    const plain = await rules(name, bytes)
    const front = name.endsWith('.json') ? Buffer.alloc(9000, ' ') : Buffer.from('# a comment\n'.repeat(800))
    expect(await rules(name, Buffer.concat([front, bytes]))).toEqual(plain)
  })
})

describe('the head of a source', () => {
  const at = (text: string) => Buffer.from(headOf(memorySource(Buffer.from(text)), 4)).toString()

  it.each([
    ['abcdef', 'abcd'],
    ['  cdef', '  cd'],
    ['      cdef', ' cde'],
    ['      c', ' c'],
    ['      ', '    '],
    ['', ''],
  ])('%j', (text, head) => {
    expect(at(text)).toBe(head)
  })
})
