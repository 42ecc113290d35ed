import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ScanError } from '../../../src/bytes/errors.ts'
import { memorySource } from '../../../src/bytes/source.ts'
import { readFooter } from '../../../src/formats/tabular/parquet/thrift.ts'
import { walkMsgpack } from '../../../src/formats/weights/inert/msgpack.ts'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { findJavaClasses } from '../../../src/wire/java.ts'
import { readR } from '../../../src/wire/r/serialization.ts'
import { buildZip } from '../../helpers/zip-builder.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`fixtures/${name}`))
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe('files of other libraries', () => {
  test.each([
    ['clean/xgboost.json', 'xgboost-json'],
    ['clean/xgboost.ubj', 'xgboost-ubj'],
    ['clean/lightgbm.txt', 'lightgbm'],
    ['clean/catboost.cbm', 'catboost'],
    ['clean/words.model', 'sentencepiece'],
    ['clean/tokenizer.json', 'tokenizer'],
    ['clean/table.parquet', 'parquet'],
    ['clean/table.feather', 'arrow'],
    ['clean/number.t7', 'torch7'],
    ['clean/empty.rds', 'r-data'],
  ])('%s is %s, and clean', async (name, id) => {
    const { status, formats } = await scanBytes(name, fixture(name))
    expect({ status, formats }).toEqual({ status: 'clean', formats: [id] })
  })

  test.each([
    ['old.bin', 'ggml', latin(`tjgg\x03\0\0\0${'\0'.repeat(64)}`)],
    ['wiki.bin', 'fasttext', latin(`\xba\x16\x4f\x2f\x0c\0\0\0${'\0'.repeat(64)}`)],
    ['net.cfg', 'darknet', latin('# a network\n[net]\nbatch=1\n')],
    ['net.weights', 'darknet-weights', latin(`\0\0\0\0\x02\0\0\0\x05\0\0\0${'\0'.repeat(32)}`)],
    ['variables.index', 'tensorflow-checkpoint', latin(`${'\0'.repeat(40)}\x57\xfb\x80\x8b\x24\x75\x47\xdb`)],
    ['variables.data-00000-of-00001', 'tensorflow-checkpoint-data', latin('\x01\x02\x03\x04')],
    ['flax.msgpack', 'flax-msgpack', latin('\x81\xa1w\xc7\x05\x01\x93\x91\x01\xa1f')],
    ['old.bst', 'xgboost-binary', latin(`binf${'\0'.repeat(200)}`)],
  ])('%s is %s', async (name, id, bytes) => {
    const { status, formats } = await scanBytes(name, bytes)
    expect({ status, formats }).toEqual({ status: 'clean', formats: [id] })
  })

  test.each(['model.ubj', 'model.rds', 'model.parquet', 'model.feather', 'tokenizer.json', 'net.weights', 'x.engine'])(
    'the name %s alone is none of them',
    async (name) => {
      expect((await scanBytes(name, latin('\xf0\xf1 nothing of the kind'))).status).toBe('unrecognised')
    },
  )

  test('a TensorRT engine is code that nobody can read', async () => {
    expect((await scanBytes('a.engine', latin(`ptrt${'\0'.repeat(64)}`))).findings.map(({ rule }) => rule)).toEqual([
      'graph/compiled-kernel',
    ])
  })
})

describe('a llamafile', () => {
  const zip = buildZip([{ name: 'model.gguf', data: fixture('malicious/template.gguf') }])

  test.each([
    ['portable', latin(`MZqFpD='\n${'\0'.repeat(100)}`)],
    ['ELF', latin(`\x7fELF\x02\x01\x01${'\0'.repeat(100)}`)],
  ])('that is %s is a program, and the model in it is scanned', async (_, program) => {
    const { findings } = await scanBytes('model.llamafile', Buffer.concat([program, zip]))
    const told = findings.map(({ rule }) => rule)
    expect(told).toContain('code/native')
    expect(told).toContain('template/injection')
  })
})

describe('code in other languages', () => {
  test.each([
    ['malicious/promise.rds', 'an R promise → base::system'],
    ['malicious/closure.rds', 'R functions → base::system'],
    ['malformed/cut.rds', 'R functions → base::system'],
    ['malicious/function.t7', 'a Lua function in a Torch7 file'],
    ['malicious/gadget.ser', expect.stringContaining('→ org.apache.commons.collections.functors.InvokerTransformer')],
  ])('%s', async (name, evidence) => {
    expect((await scanBytes(name, fixture(name))).findings).toMatchObject([{ evidence }])
  })

  test.each(['malicious/extension-type.parquet', 'malicious/extension-type.arrow'])('%s holds a pickle', async (name) => {
    expect((await scanBytes(name, fixture(name))).findings.map(({ rule }) => rule)).toContain('pickle/dangerous-call')
  })

  test('R in its text form', () => {
    const symbols: string[] = []
    const text = 'A\n2\n262657\n131840\n6\n1\n262153\n6\nsystem\n2\n16\n1\n262153\n3\na\\040b\n254\n'
    readR(memorySource(latin(text)), { symbol: (name) => symbols.push(name), code: () => undefined, tick: () => undefined })
    expect(symbols).toEqual(['system'])
  })

  test('Java class names in overlong UTF-8, and in a stream within a stream', () => {
    const names: string[] = []
    const descriptor = (name: string) => `r\0${String.fromCharCode(name.length)}${name}${'\0'.repeat(8)}\x02\0\0xp`
    const overlong = [...'bsh.XThis']
      .map((char) => String.fromCharCode(0xc0 | (char.charCodeAt(0) >> 6), 0x80 | (char.charCodeAt(0) & 0x3f)))
      .join('')
    const bytes = latin(`\xac\xed\0\x05s${descriptor('a.B')}\0\0\0\x40\xac\xed\0\x05s${descriptor(overlong)}`)
    findJavaClasses(
      memorySource(bytes),
      ({ name }) => names.push(name),
      () => undefined,
    )
    expect(names).toEqual(['a.B', 'bsh.XThis'])
  })

  const zarr = (name: string, bytes: Uint8Array) => scanBytes(name, bytes)
  const array3 = (...codecs: unknown[]) => JSON.stringify({ zarr_format: 3, node_type: 'array', codecs })

  test.each<[string, string, Uint8Array]>([
    ['as a filter', '.zarray', latin('{"filters": [{"id": "pickle"}]}')],
    ['as the compressor', '.zarray', latin('{"compressor": {"id": "p\\u0069ckle"}}')],
    ['in consolidated metadata', '.zmetadata', latin('{"metadata": {"a/.zarray": {"filters": [{"id": "pickle"}]}}}')],
    ['in version 3', 'zarr.json', latin(array3({ name: 'numcodecs.pickle' }))],
    ['in version 3 by its name alone', 'zarr.json', latin(array3('bytes', 'numcodecs.pickle'))],
    [
      'within another codec',
      'zarr.json',
      latin(array3({ name: 'sharding_indexed', configuration: { codecs: [{ name: 'numcodecs.pickle' }] } })),
    ],
    ['in UTF-16', '.zarray', Buffer.from('\ufeff{"filters": [{"id": "pickle"}]}', 'utf16le')],
  ])('the pickle codec of Zarr %s', async (_, name, bytes) => {
    expect((await zarr(name, bytes)).findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      expect.stringMatching(/^(?:high config\/unlisted|critical config\/dangerous)-reference$/),
    ])
  })

  test.each<[string, string, Uint8Array]>([
    ['another filter', '.zarray', latin('{"filters": [{"id": "blosc"}]}')],
    ['an attribute of that value', 'zarr.json', latin('{"zarr_format": 3, "node_type": "group", "attributes": {"name": "pickle"}}')],
  ])('%s is clean', async (_, name, bytes) => {
    expect((await zarr(name, bytes)).status).toBe('clean')
  })
})

const DAMAGED = [
  'malicious/closure.rds',
  'malicious/function.t7',
  'malicious/extension-type.parquet',
  'malicious/extension-type.arrow',
  'malicious/gadget.ser',
  'malicious/trailing-pickle.safetensors',
  'malicious/template-named.gguf',
]

describe.each(DAMAGED)('%s', (name) => {
  const bytes = fixture(name)
  const internal = async (changed: Uint8Array) => (await scanBytes(name, changed)).incomplete.filter(({ why }) => why === 'internal')

  test('cut anywhere: no reader fails', async () => {
    const step = Math.max(1, Math.floor(bytes.length / 150))
    for (let length = 0; length < bytes.length; length += step) expect(await internal(bytes.subarray(0, length))).toEqual([])
  })

  test('with changed bytes: no reader fails', async () => {
    let state = 1
    for (let round = 0; round < 200; round++) {
      const changed = Uint8Array.from(bytes)
      for (let change = 0; change < 3; change++) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1
        changed[state % bytes.length] = (state >> 8) & 0xff
      }
      expect(await internal(changed)).toEqual([])
    }
  })
})

describe('walkers refuse what they cannot follow', () => {
  test.each(['\x81\xa1a', '\xc7\x01\x63a', '\xc1', '\xdf\xff\xff\xff\xff', '\xc0\xc0', '\xc6\xff\xff\xff\xff'])(
    'MessagePack %j',
    (text) => {
      expect(() =>
        walkMsgpack(memorySource(latin(text)), {
          pickle: () => undefined,
          compressed: () => undefined,
          numbers: () => undefined,
          tick: () => undefined,
        }),
      ).toThrow(ScanError)
    },
  )

  test.each(['', '\x59\xfc', '\x19\xf8\xff\xff\xff\xff\x0f', '\x1e\0', '\x1c'.repeat(100)])('Thrift %j', (text) => {
    expect(() => readFooter(latin(text), { column: () => undefined, index: () => undefined })).toThrow(ScanError)
  })
})

describe('R objects as text, read as R reads them', () => {
  const PROMISE = ['1029', '253', '252', '6', '1', '262153', '6', 'system', '2', '16', '1', '262153', '16', 'modelgate-marker', '254']
  const object = (words: readonly string[], space = '\n', head = 'A\n'): Uint8Array =>
    latin(head + ['2', '262912', '131840', ...words].map((word) => word + space).join(''))
  // R takes eleven letters for the first text; a reader of words would take one, and the numbers behind it for an object that ends there.
  const hidden = ['19', '2', '16', '1', '262153', '17', 'a\n16\n1\n262153\n1\n', ...PROMISE]

  test.each<[string, Uint8Array]>([
    ['lines', object(PROMISE)],
    ['lines of Windows', object(PROMISE, '\r\n', 'A\r\n')],
    ['blanks', object(PROMISE, '  ', 'A ')],
    ['a line end left over', object(PROMISE, '\n', '\nA\n')],
    ['a text with white space', object(hidden)],
    ['an escape', object(['19', '2', '16', '1', '262153', '3', 'a\\n\\040', ...PROMISE])],
    ['another byte behind the letter of XDR', latin('X \0\0\0\x02\0\x04\x03\0\0\x02\x03\0\0\0\x04\x05\0\0\0\xfd\0\0\0\xfc\0\0\0\xfe')],
  ])('a promise: %s', async (_, bytes) => {
    const { findings } = await scanBytes('model.rds', bytes)
    expect(findings.map(({ severity }) => severity)).toEqual([expect.stringMatching(/high|critical/)])
  })

  test.each<[string, Uint8Array]>([
    ['a text', object(['16', '1', '262153', '3', 'a\\040b'])],
    ['a text of blanks', object(['16', '1', '262153', '5', 'a b c'])],
  ])('%s is clean', async (_, bytes) => {
    expect(await scanBytes('model.rds', bytes)).toMatchObject({ status: 'clean', formats: ['r-data'] })
  })

  test.each(['A 3 layer network of 2 heads\n', 'A 2 x 4 matrix\n'])('prose is no R object: %s', async (text) => {
    expect((await scanBytes('notes.txt', latin(text))).status).toBe('unrecognised')
  })
})

test('a PMML in EBCDIC is said not to be read', async () => {
  const { incomplete } = await scanBytes('model.pmml', latin('\x4c\x6f\xa7\x94\x93\x40'))
  expect(incomplete.map(({ why }) => why)).toEqual(['unsupported'])
})

describe('Torch7 files as text', () => {
  const FUNCTION = '8\n1\n4\n\x1bLua\n3\n2\n0\n'
  test.each([
    ['alone', FUNCTION],
    ['with other white space', '8 1\r\n4\n\x1bLua 3 2 0\n'],
    ['in a table', `3\n1\n1\n2\n1\na\n${FUNCTION.replace('1', '2').replace('3\n2', '3\n3')}`],
    ['behind numbers', `3\n1\n2\n1\n1\n1\n-2.5e3\n1\n2\n${FUNCTION.replace('1', '2').replace('3\n2', '3\n3')}`],
    ['in an object', `4\n1\n3\nV 1\n8\nnn.Model\n${FUNCTION.replace('1', '2').replace('3\n2', '3\n3')}`],
    [
      'behind a storage',
      `3\n1\n2\n1\n1\n4\n2\n3\nV 1\n19\ntorch.DoubleStorage\n2\n1.5 2.5\n1\n2\n${FUNCTION.replace('1', '3').replace('3\n2', '3\n4')}`,
    ],
  ])('a function %s', async (_, text) => {
    expect((await scanBytes('model.t7', latin(text))).findings.map(({ severity }) => severity)).toEqual([
      expect.stringMatching(/^(?:high|critical)$/),
    ])
  })

  test.each(['1\n3\n', '3\n1\n1\n2\n1\na\n2\n5\nhello\n', '4\n1\n3\nV 1\n18\ntorch.FloatStorage\n3\n1 2 3\n'])(
    'values are clean: %j',
    async (text) => {
      const { status, formats } = await scanBytes('model.t7', latin(text.padEnd(16, '\n')))
      expect({ status, formats }).toEqual({ status: 'clean', formats: ['torch7'] })
    },
  )
})
