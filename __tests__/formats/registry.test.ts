import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { formatsPage, pageOf, readPages } from '../../scripts/formats-table.ts'
import { memorySource } from '../../src/bytes/source.ts'
import { formats } from '../../src/formats/index.ts'
import { extensionsOf, formatIds } from '../../src/formats/kinds.ts'
import { scanFiles } from '../../src/node/scan-files.ts'
import { probeSource, probeStream } from '../../src/scan/probe.ts'
import { bytesOf, FIXTURES, goldenOf, manifest } from '../helpers/fixtures.ts'

const FORMATS = new URL('../../src/formats/', import.meta.url)
const pages = readPages()
const ids = formats.map(({ id }) => id)

/**
 * Formats without a fixture: what writes them is no longer released, or too large to make fixtures with. Their first bytes are made by hand, as the
 * format's definition has them; those of the last two need files around them and are made in config.test.ts.
 */
const BY_HAND: readonly (readonly [id: string, name: string, bytes: string])[] = [
  ['catboost-json', 'model.json', '{"features_info": {}}'],
  ['cntk', 'model.cmf', 'B\0C\0N\0T\0K\0\0\0B\0V\0e\0r\0s\0i\0o\0n\0'],
  ['darknet', 'net.cfg', '# a network\n[net]\nbatch=1\n'],
  ['darknet-weights', 'net.weights', `\0\0\0\0\x02\0\0\0\x05\0\0\0${'\0'.repeat(32)}`],
  ['dbm', 'shelf.db', `\xcf\x9a\x57\x13${'\x01'.repeat(200)}`],
  ['fasttext', 'wiki.bin', `\xba\x16\x4f\x2f\x0c\0\0\0${'\0'.repeat(64)}`],
  ['feather', 'table.feather', `FEA1${'\0'.repeat(64)}FEA1`],
  ['flax-msgpack', 'flax.msgpack', '\x81\xa1w\xc7\x05\x01\x93\x91\x01\xa1f'],
  ['ggml', 'old.bin', `tjgg\x03\0\0\0${'\0'.repeat(64)}`],
  ['java-xml', 'model.xml', '<java class="java.beans.XMLDecoder"></java>'],
  ['ncnn', 'net.param', '7767517\n2 2\nInput data 0 1 data\n'],
  ['rknn', 'net.rknn', `RKNN${'\0'.repeat(64)}`],
  ['tensorflow-checkpoint', 'variables.index', `${'\0'.repeat(40)}\x57\xfb\x80\x8b\x24\x75\x47\xdb`],
  ['tensorflow-checkpoint-data', 'variables.data-00000-of-00001', '\x01\x02\x03\x04'],
  ['tensorrt', 'a.engine', `ptrt${'\0'.repeat(64)}`],
  ['word2vec', 'words.bin', '2 3\nking 0.1 0.2 0.3\n'],
  ['xgboost-binary', 'old.bst', `binf${'\0'.repeat(200)}`],
  ['hub-blob', 'blobs/0123abcd', 'model:\n  _target_: os.system\n'],
  ['mlflow-pickle-module', 'pickle_module_info.txt', 'mlflow.pytorch.pickle_module'],
  ['requirements', 'requirements.txt', '-e .\n'],
]

describe('the list of formats', () => {
  test('has every id once, and spells it as reports do', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })

  test('has titles, and extensions in lower case with a dot', () => {
    for (const { id, title, promises, suggests = [], extensions: others = [] } of formats) {
      const extensions = [...(promises?.extensions ?? []), ...suggests, ...others]
      expect(title, id).toMatch(/\S/)
      expect(new Set(extensions).size, id).toBe(extensions.length)
      for (const extension of extensions) expect(extension, id).toMatch(/^\.[a-z0-9]+$/)
    }
  })
})

describe('what reports call a file', () => {
  const sources = readdirSync(FORMATS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

  test('is an id or a label of a format, in the sources', () => {
    const labels = sources.flatMap((file) =>
      [...readFileSync(new URL(file, FORMATS), 'utf8').matchAll(/\blabel(?:: |\()'([^']+)'/g)].map(([, id = '']) => id),
    )
    expect(labels).toEqual(expect.arrayContaining(['pytorch', 'joblib', 'pytorch-legacy', 'keras-h5']))
    expect(labels.filter((id) => !formatIds.includes(id))).toEqual([])
  })

  test('is an id or a label of a format, in the golden files', () => {
    const called = manifest.flatMap((fixture) => (JSON.parse(readFileSync(goldenOf(fixture), 'utf8')) as { formats: string[] }).formats)
    expect([...new Set(called)].filter((id) => !formatIds.includes(id))).toEqual([])
  })

  test('stands for one format only', () => {
    expect(formatIds.length).toBe(formats.flatMap(({ labels = [] }) => labels).length + formats.length + 1)
  })
})

describe('the pages', () => {
  test.each(formats)('of $id', ({ id }) => {
    expect(pageOf(id, pages)?.file).toBeDefined()
  })

  test.each(pages)('$file says what is recognised and read, and by which reader', ({ title, head, sections }) => {
    expect(title).toMatch(/\S/)
    expect([...head.keys()]).toEqual(expect.arrayContaining(['recognised by', 'reader']))
    expect([...sections.keys()]).toEqual(expect.arrayContaining(['What is read', 'Not covered']))
  })

  test('are about ids that stand in reports', () => {
    expect(pages.flatMap((page) => page.ids.filter((id) => !formatIds.includes(id)))).toEqual([])
    expect(formatIds.filter((id) => pageOf(id, pages) === undefined)).toEqual([])
  })

  test('are summed up in docs/formats.md: npx tsx scripts/formats-table.ts', () => {
    expect(readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')).toBe(formatsPage())
  })
})

describe('match', () => {
  const answers = ['certain', 'possible', 'no']
  const extensions = [...new Set(formats.flatMap(extensionsOf))]
  const words = [
    '',
    'model',
    'config',
    'MLmodel',
    'saved_model',
    'tokenizer_config',
    'chat_template',
    'requirements',
    'zarr',
    '__model__',
    '.zarray',
  ]
  const names = fc
    .tuple(fc.constantFrom(...words), fc.constantFrom('', '.json', ...extensions))
    .map(([word, extension]) => word + extension)
  const heads = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    // The beginning of something real, cut off and damaged in one place: closer to what readers expect.
    fc.tuple(fc.constantFrom(...manifest), fc.nat(600), fc.nat(600), fc.nat(255)).map(([fixture, length, at, byte]) => {
      const bytes = Uint8Array.from(bytesOf(fixture).subarray(0, length))
      if (at < bytes.length) bytes[at] = byte
      return bytes
    }),
  )

  test.each(formats)('of $id answers to an empty file, as a source and as a stream', (format) => {
    for (const name of ['', 'x', `x${extensionsOf(format)[0] ?? ''}`]) {
      expect(answers).toContain(format.match(probeSource(name, memorySource(new Uint8Array(0)), false)))
      expect(answers).toContain(format.match(probeStream(name, new Uint8Array(0), true)))
    }
  })

  test('answers to any bytes under any name', () => {
    fc.assert(
      fc.property(names, heads, fc.boolean(), (name, bytes, member) => {
        for (const format of formats) {
          expect(answers, format.id).toContain(format.match(probeSource(name, memorySource(bytes), member)))
          expect(answers, format.id).toContain(format.match(probeStream(name, bytes, member)))
        }
      }),
      { numRuns: 120 },
    )
  })
})

describe('fixtures', () => {
  /** Formats that read a fixture or something inside one. */
  const read = new Set<string>()

  beforeAll(async () => {
    const spies = formats.map((format) => ({ format, spy: vi.spyOn(format, 'scan') }))
    await scanFiles(
      manifest.map(({ file }) => file),
      { root: FIXTURES },
    )
    for (const { format, spy } of spies) {
      if (spy.mock.settledResults.some(({ value }) => value !== 'not-this-format')) read.add(format.id)
    }
  }, 120_000)
  afterAll(() => vi.restoreAllMocks())

  test('show every format but those made by hand', () => {
    expect(ids.filter((id) => !read.has(id) && !BY_HAND.some(([known]) => known === id))).toEqual([])
  })

  test.each(BY_HAND)('by hand: %s', (id, name, text) => {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
    const matching = formats.filter((format) => format.match(probeSource(name, memorySource(bytes), false)) !== 'no')
    expect(matching.map((format) => format.id)).toContain(id)
  })
})
