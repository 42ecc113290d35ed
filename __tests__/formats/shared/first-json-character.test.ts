import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { kerasConfigFormat } from '../../../src/formats/keras/keras-config/format.ts'
import { mxnetFormat } from '../../../src/formats/runtime/mxnet/format.ts'
import { firstJsonCharacter } from '../../../src/formats/shared/first-json-character.ts'
import { zarrFormat } from '../../../src/formats/tabular/zarr/format.ts'
import { chatTemplateFormat } from '../../../src/formats/template/chat-template/format.ts'
import { tfjsFormat } from '../../../src/formats/tensorflow/tfjs/format.ts'
import { torchExportFormat } from '../../../src/formats/torch/torch-export/format.ts'
import { safetensorsIndexFormat } from '../../../src/formats/weights/safetensors-index/format.ts'
import { scanBytes } from '../../../src/index.ts'
import { probeSource } from '../../../src/scan/probe.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16le = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]))
const utf16be = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255]))
const utf32le = (text: string): Uint8Array => utf16le([...text].map((char) => `${char}\0`).join(''))
const utf32be = (text: string): Uint8Array => utf16be([...text].map((char) => `\0${char}`).join(''))

const WRITTEN: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['as it is', utf8],
  ['behind a byte order mark', (text) => utf8(`\ufeff${text}`)],
  ['behind blanks of every kind', (text) => utf8(`\t\n\r ${text}`)],
  ['behind a hundred blanks', (text) => utf8(' '.repeat(100) + text)],
  ['behind a mark and blanks', (text) => utf8(`\ufeff${'\n'.repeat(100)}${text}`)],
  ['behind more blanks than a head holds', (text) => utf8(' '.repeat(5000) + text)],
  ['in UTF-16, little-endian', utf16le],
  ['in UTF-16, little-endian, with its mark', (text) => utf16le(`\ufeff${text}`)],
  ['in UTF-16, big-endian', utf16be],
  ['in UTF-16, big-endian, with its mark', (text) => utf16be(`\ufeff${text}`)],
  ['in UTF-32, little-endian', utf32le],
  ['in UTF-32, big-endian, with its mark', (text) => utf32be(`\ufeff${text}`)],
]

describe('the opening of a text of JSON', () => {
  it.each(WRITTEN.filter(([how]) => !how.includes('than a head')))('is found %s', (_how, write) => {
    for (const opening of ['{', '[', '"', '<', 'a']) expect(firstJsonCharacter(write(`${opening}1`))).toBe(opening)
  })

  it('is nothing where the head holds only blanks', () => {
    expect(['', ' \n\0', '\ufeff'].map((text) => firstJsonCharacter(utf8(text)))).toEqual(['', '', ''])
  })

  it('is not looked for behind a byte that begins no text', () => {
    expect(firstJsonCharacter(Uint8Array.from([0x80, 0x7b]))).toBe('\x80')
  })

  it.each(WRITTEN)('is known to every format, %s', (_how, write) => {
    const asked = [
      [kerasConfigFormat, 'model.json', '{"class_name": "Sequential"}'],
      [kerasConfigFormat, 'model', '[{"class_name": "Sequential"}]'],
      [chatTemplateFormat, 'tokenizer_config.json', '{}'],
      [safetensorsIndexFormat, 'model.safetensors.index.json', '{}'],
      [torchExportFormat, 'model.json', '{"graph_module": {}}'],
      [tfjsFormat, 'weights.json', '{"modelTopology": 1}'],
      [mxnetFormat, 'resnet-symbol.json', '{}'],
      [zarrFormat, '.zarray', '{}'],
    ] as const
    const refused = asked.filter(([format, name, text]) => format.match(probeSource(name, memorySource(write(text)), true)) === 'no')
    expect(refused.map(([{ id }]) => id)).toEqual([])
  })

  it.each(WRITTEN)('is followed by what a format reads, %s', async (_how, write) => {
    const read = async (name: string, value: unknown) => {
      const { findings, incomplete } = await scanBytes(name, write(JSON.stringify(value)))
      return [...findings.map(({ rule }) => rule), ...incomplete.map(({ why }) => why)]
    }
    expect(await read('a.safetensors.index.json', { weight_map: { a: '/etc/shard.bin' } })).toEqual(['files/external-path'])
    expect(await read('tokenizer_config.json', { chat_template: '{{ x.__class__.__mro__ }}' })).toEqual(['template/injection'])
    expect(await read('a.json', { modelTopology: {}, weightsManifest: [{ paths: ['/etc/w.bin'] }] })).toEqual(['files/external-path'])
  })
})
