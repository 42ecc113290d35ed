import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import { extensionsOf } from '../../src/formats/kinds.ts'
import { scanBytes } from '../../src/node/scan-files.ts'
import { promisesModel } from '../../src/scan/promises.ts'
import { makeTar } from '../helpers/tar-builder.ts'
import { buildZip } from '../helpers/zip-builder.ts'

const riddle = Uint8Array.from({ length: 64 }, (_, at) => (at * 197 + 211) & 0xff)
const promised = [...new Set(formats.flatMap(extensionsOf))].filter((extension) => promisesModel('', extension))

async function said(name: string, bytes: Uint8Array | string): Promise<string> {
  const { status, incomplete } = await scanBytes(name, Buffer.from(bytes))
  return [status, ...incomplete.map(({ why, detail, path }) => `${path.slice(1).map((part) => `${part} `)}${why}: ${detail}`)].join(', ')
}

describe('a name that promises a model', () => {
  test('is each extension of a format that no other program uses', () => {
    expect(promised.sort().join(' ')).toBe(
      '.caffemodel .cbm .ckpt .cntk .dill .distcp .ftz .ggml .gguf .h5 .hdf5 .hkl .joblib .keras .mlmodel .nemo .npy .npz .onnx .onnxmodel .ort .pck .pcl ' +
        '.pdmodel .pdparams .pickle .pkl .pt .pt2 .pte .pth .ptl .rknn .safetensors .skops .t7 .tflite',
    )
  })

  test.each([...promised, '.CKPT', '.Skops'])('%s: bytes that are no known format are said to be unread', async (extension) => {
    expect(await said(`model${extension}`, riddle)).toMatch(/^incomplete, malformed: /)
    expect(await said('m.zip', buildZip([{ name: `model${extension}`, data: riddle }]))).toMatch(/^incomplete, model\S+ malformed: /)
  })

  test.each<[string, string]>([
    ['text (an HTML page)', '\n<!DOCTYPE html>\n<html lang="en"><head><title>503 Service Unavailable</title></head></html>\n'],
    ['text (XML)', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
    ['text (JSON)', '{"error": "Repository not found"}'],
    ['text (JSON)', '{"trust_remote_code": true, "auto_map": {"AutoModel": "modeling.Model"}}'],
    ['text', 'Entry not found'],
    ['text', 'Acesso não permitido\n'],
  ])('is not kept by %s', async (what, text) => {
    for (const extension of promised) {
      const result = await said(`model${extension}`, text)
      expect(result).toContain(`malformed: the name ends in ${extension}, but the file is ${what}: the download may have failed`)
      expect(await said('m.tar.gz', gzipSync(makeTar([{ name: `model${extension}`, data: text }])))).toContain(
        'the download may have failed',
      )
    }
  })

  test.each(['pytorch_model-00001-of-00002.bin', 'diffusion_pytorch_model.fp16.bin', 'adapter_model.bin', 'saved_model.pb'])(
    '%s is one as a whole',
    async (name) => {
      expect(await said(name, 'Not Found')).toContain('the download may have failed')
    },
  )
})

test.each(['model.bin', 'firmware.dat', 'graph.pb', 'notes.model', 'x.data', 'model', 'picture.png', 'words.vec', 'net.prototxt'])(
  '%s promises nothing',
  async (name) => {
    expect(await said(name, riddle)).toBe('unrecognised')
    expect(await said(name, 'some text')).toBe('unrecognised')
  },
)

describe('a program', () => {
  const elf = `\x7fELF\x02\x01\x01${'\0'.repeat(64)}`
  const models = formats.filter(({ kind }) => kind === 'model' || kind === 'data')
  const suggested = models.flatMap(({ promises, suggests = [] }) => [...(promises?.extensions ?? []), ...suggests])

  test.each([...new Set([...suggested, '.dat', '.data', '.params', '.llamafile'])])('is in disguise under %s', async (extension) => {
    const { formats: ids, findings } = await scanBytes(`weights${extension}`, Buffer.from(elf, 'latin1'))
    expect(ids).toContain('native-code')
    expect(findings.map(({ rule }) => rule)).toContain('code/native')
  })

  test.each(['libtorch.so', 'tool', 'tool.exe', 'x.json', 'x.zip', 'x.txt', 'x.py'])('is the repository’s affair as %s', async (name) => {
    expect((await scanBytes(name, Buffer.from(elf, 'latin1'))).findings).toEqual([])
  })
})

test('a path file of Python shares the extension of a model', async () => {
  expect(await said('folders.pth', '../lib/a-folder\n/opt/another folder\n\n# comment\nC:\\site\n./setuptools-75.egg\n')).toBe(
    'unrecognised',
  )
  expect(await said('notes.pth', 'the folders\nof another thing')).toContain('the download may have failed')
})

test('software packages ship broken files to be tested with', async () => {
  expect(await said('x-1.0-py3-none-any.whl', buildZip([{ name: 'x/tests/broken.h5', data: 'no model' }]))).toBe('clean')
})

test('what reads as a model keeps its name', async () => {
  expect(await said('model.pkl', 'I1\n.')).toBe('clean')
  expect(await said('model.pkl', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n')).toMatch(
    /^incomplete, lfs-pointer: [^,]*, not the file itself[^,]*$/,
  )
})

test('a translation into Portuguese shares the extension of a model', async () => {
  expect(await said('messages.pt', '# a translation\nmsgid "dog"\nmsgstr "cão"\n')).toBe('unrecognised')
  expect(await said('messages.pt', '<html>\n<body>\n502\n')).toContain('the download may have failed')
})

test('a placeholder is too short to be anything', async () => {
  expect(await said('model.onnx', riddle.subarray(0, 8))).toBe('unrecognised')
})

test('joblib before 0.10 kept bare numbers under the name of an array', async () => {
  expect(await said('x_01.npy.z', deflateSync(riddle))).toBe('unrecognised')
})
