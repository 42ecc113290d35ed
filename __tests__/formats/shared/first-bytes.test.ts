import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { formats } from '../../../src/formats/index.ts'
import { extensionsOf } from '../../../src/formats/kinds.ts'
import { candidates } from '../../../src/scan/candidates.ts'
import { probeSource, probeStream } from '../../../src/scan/probe.ts'
import { FIXTURES } from '../../helpers/fixtures.ts'

/** Names with every extension that some format looks at, and those that a format knows whole. */
const NAMES: readonly string[] = [
  ...new Set(formats.flatMap((format) => [...extensionsOf(format), ...(format.prefilter?.extensions ?? [])])),
]
  .map((extension) => `a${extension}`)
  .concat(['config.json', 'model_config', 'MLmodel', '__model__', '.zarray', 'zarr.json', 'schema.json', 'extern_modules', 'bytecode.pkl'])
  .concat(['part-00000', 'part-00000-a.txt', 'requirements.txt', 'conda.YML', 'config.pbtxt', 'pickle_module_info.txt', 'model.json'])
  .concat(['tokenizer.json', 'tokenizer_config.json', 'a-symbol.json', 'a.bin.index.json', 'x.data-00000-of-00001', '.data-00000-of-00001'])

/** Ids of formats that would read the artifact and are not asked whether they do. */
function unasked(name: string, bytes: Uint8Array): string[] {
  const probes = [true, false].flatMap((member) => [
    probeSource(name, memorySource(bytes), member),
    probeStream(name, bytes.subarray(0, 4096), member),
  ])
  return probes.flatMap((probe) => {
    const asked = new Set(candidates(formats, probe))
    return formats.filter((format) => !asked.has(format) && format.match(probe) !== 'no').map(({ id }) => id)
  })
}

const fixtures = readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => ({ name: entry.name, bytes: new Uint8Array(readFileSync(join(entry.parentPath, entry.name)).subarray(0, 8192)) }))

describe('what a format says of its openings', () => {
  test('holds for every fixture, under any name', () => {
    for (const { name, bytes } of fixtures) {
      for (const each of [name, ...NAMES]) expect([each, name, unasked(each, bytes)]).toEqual([each, name, []])
    }
  }, 120_000)

  test('holds for every fixture with another first byte', () => {
    for (const { name, bytes } of fixtures) {
      const head = bytes.slice(0, 600)
      for (let first = 0; first < 256; first += 1) {
        head[0] = first
        if (unasked(name, head).length > 0) expect([first, name, unasked(name, head)]).toEqual([first, name, []])
      }
    }
  }, 120_000)

  test('holds for blanks and byte order marks in front, and for what is empty', () => {
    const fronts = [
      '',
      ' ',
      '\t',
      '\v',
      '\x1c',
      '\0',
      '\xa0',
      '\xef\xbb\xbf',
      '\xff\xfe',
      '\xfe\xff',
      '\xc2\xa0',
      '\xe2\x80\x83',
      '\xe3\x80\x80',
    ]
    const texts = ['', '{', '[', '<net ', '<?xml', '{"class_name":', '{"modelTopology":', '{"nodes": [{ "op":', '[net]\n', '4\n1\n3\nV 1\n']
    for (const front of fronts) {
      for (const text of texts) {
        const bytes = Uint8Array.from(`${front}${text}${'x'.repeat(40)}`, (char) => char.charCodeAt(0))
        for (const name of NAMES) expect([front, text, name, unasked(name, bytes)]).toEqual([front, text, name, []])
      }
    }
    for (const name of NAMES) expect([name, unasked(name, new Uint8Array(0))]).toEqual([name, []])
  })

  test('holds for random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), fc.constantFrom(...NAMES), (bytes, name) => {
        expect(unasked(name, bytes)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
