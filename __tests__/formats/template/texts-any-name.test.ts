import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { asm, callOf } from '../../helpers/asm.ts'
import { makeTar } from '../../helpers/tar-builder.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const marker = 'echo modelgate-harmless-marker'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

async function severities(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const { findings, incomplete } = await scanBytes(name, bytes)
  return [...findings.map(({ severity }) => severity), ...incomplete.map(({ detail }) => detail)]
}

describe('a configuration under any name, in any encoding', () => {
  const yaml = (tag: string): string => `a: 1\nb: ${tag} ['${marker}']\n`
  const logging = (args: string): string =>
    `[loggers]\nkeys=root\n[handlers]\nkeys=h\n[logger_root]\nhandlers=h\n[handler_h]\nclass=StreamHandler\n${args}\n`

  test.each(['hparams.yaml', 'notes.txt', 'model.dat', 'model.settings', 'params'])('%s', async (name) => {
    for (const encode of [utf8, utf16]) {
      for (const tag of ['!!python/object/apply:os.system', '!<tag:yaml.org,2002:%70ython/object/apply:os.system>'])
        expect(await severities(name, encode(yaml(tag))), tag).toContain('critical')
      expect(await severities(name, encode(yaml('!!python/tuple')))).toEqual([])
      expect(await severities(name, encode('a: 1\nb: [2, 3]\n'))).toEqual([])
    }
  })

  test.each(['logging.ini', 'log.properties', 'logging', 'logs.txt'])('sections of logging: %s', async (name) => {
    const hostile = [`args=(__import__('os').system('${marker}'),)`, `x=1\n[DEFAULT]\nargs=(__import__('os').system('${marker}'),)`]
    for (const encode of [utf8, utf16]) {
      for (const args of hostile) expect(await severities(name, encode(logging(args)))).toContain('high')
      expect(await severities(name, encode(logging('args=(sys.stdout,)')))).toEqual([])
    }
  })

  test('source code and prose that speak of tags are left alone', async () => {
    for (const name of ['a.py', 'README.md', 'index.html'])
      expect(await severities(name, utf8(yaml('!!python/object/apply:os.system')))).toEqual([])
  })
})

describe('a template under any name, in any encoding', () => {
  const hostile = `{{ cycler.__init__.__globals__.os.popen('${marker}') }}`
  test.each(['p.jinja', 'p.ninja', 'system_prompt', 'p.tmpl.bak', 'chat_template'])('%s', async (name) => {
    for (const encode of [utf8, utf16]) {
      expect(await severities(name, encode(hostile))).toEqual(['critical'])
      expect(await severities(name, encode('Hello {{ name }}, {% if x %}{{ x.y }}{% endif %}'))).toEqual([])
    }
  })
})

describe('a zip behind other bytes, with a comment, within', () => {
  const attack = callOf('os', 'system', marker)
  const plain = asm('PROTO 2', 'EMPTY_DICT', 'STOP')
  const inner = (data: Uint8Array, prefix: string, comment: string): Uint8Array =>
    buildZip([{ name: 'm.pkl', data, deflate: true }], { prefix: utf8(prefix), comment })
  const wraps: readonly [string, (data: Uint8Array) => Uint8Array][] = [
    ['i.bin.gz', (data) => gzipSync(data)],
    ['o.zip', (data) => buildZip([{ name: 'i.bin', data }])],
    ['o.zip', (data) => buildZip([{ name: 'i.bin', data, deflate: true }])],
    ['o.tar', (data) => makeTar([{ name: 'i.bin', data: Buffer.from(data) }])],
    ['o.tar.gz', (data) => gzipSync(makeTar([{ name: 'i.bin', data: Buffer.from(data) }]))],
  ]
  test.each(wraps)('%s', async (name, wrap) => {
    for (const prefix of ['# words\n'.repeat(100), '\0\x01'.repeat(3000)]) {
      for (const comment of ['', 'c'.repeat(100), 'c'.repeat(5000)]) {
        expect(await severities(name, wrap(inner(attack, prefix, comment)))).toContain('critical')
      }
    }
    expect(await severities(name, wrap(utf8('word,'.repeat(3000))))).toEqual([])
    expect(await severities(name, wrap(plain))).toEqual([])
  })

  test('a pickle somewhere in a member of no known format is a guess', async () => {
    const odd = Buffer.concat([Buffer.alloc(700, 1), attack])
    for (const [name, wrap] of wraps) expect(await severities(name, wrap(odd)), name).toEqual(['medium'])
  })

  test('but not in what PyTorch takes for numbers', async () => {
    const entries = [
      { name: 'a/data.pkl', data: plain },
      { name: 'a/data/0', data: Buffer.concat([Buffer.alloc(700, 1), attack]) },
    ]
    expect(await severities('m.pt', buildZip(entries))).toEqual([])
  })
})
