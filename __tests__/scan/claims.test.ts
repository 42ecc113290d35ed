import { expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'

const riddle = Uint8Array.from({ length: 64 }, (_, at) => (at * 197 + 211) & 0xff)
const text = new TextEncoder().encode('../lib/a-folder\n../lib/another-folder-with-a-longer-name\n')

async function said(name: string, bytes: Uint8Array): Promise<string> {
  const { status, incomplete } = await scanBytes(name, bytes)
  return [status, ...incomplete.map(({ why, detail }) => `${why}: ${detail}`)].join(', ')
}

test.each([
  ['model.pt', 'PyTorch'],
  ['MODEL.PT', 'PyTorch'],
  ['model.onnx', 'ONNX'],
  ['model.safetensors', 'safetensors'],
  ['model.h5', 'HDF5'],
  ['model.t7', 'Torch7'],
])('%s promises a model: bytes that are no known format are said to be unread', async (name, loader) => {
  const extension = name.slice(name.lastIndexOf('.')).toLowerCase()
  expect(await said(name, riddle)).toBe(
    `incomplete, malformed: called ${extension}, but its bytes are no format known to be loaded by ${loader}`,
  )
})

test.each(['model.bin', 'firmware.dat', 'graph.pb', 'model', 'picture.png'])('%s promises nothing', async (name) => {
  expect(await said(name, riddle)).toBe('unrecognised')
})

test.each(['messages.pt', 'folders.pth'])('%s may be text', async (name) => {
  expect(await said(name, text)).toBe('unrecognised')
})

test('a placeholder is too short to be anything', async () => {
  expect(await said('model.onnx', riddle.subarray(0, 8))).toBe('unrecognised')
  expect(await said('model.onnx', new Uint8Array(0))).toBe('unrecognised')
})
