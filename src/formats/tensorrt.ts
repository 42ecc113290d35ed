import type { Format } from '../types/format.ts'
import { oneOf } from './openings.ts'

/** TensorRT engines: compiled for one kind of GPU, and opaque. `ptrt` stands in front; wrappers of older versions put a length before it. */
export const tensorrtFormat: Format = {
  id: 'tensorrt',
  title: 'TensorRT engine',
  extensions: ['.engine', '.plan', '.trt'],
  opening: { first: oneOf('p') },
  match: ({ head }) =>
    head.length >= 32 && head[0] === 0x70 && head[1] === 0x74 && head[2] === 0x72 && head[3] === 0x74 ? 'certain' : 'no',
  scan(_artifact, scan) {
    scan.observe({ kind: 'shipped-code', language: 'native', carrier: 'a TensorRT engine', runs: 'use', reaches: [], offset: 0 })
  },
}
