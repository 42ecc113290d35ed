import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heavyFiles } from '../helpers/heavy/files.ts'
import { type CostScanner, costScanner } from '../helpers/scan-cost.ts'

/** `npm run test:memory` goes through the same with two hundred times as much. */
const SIZE = 2 ** 18
/** MiB: 270 bytes for each level of a file of this size would not fit. */
const HEAP = 56
/** MiB for ordinary files that are long. */
const HEAP_OF_LONG = 192
const MAX_RSS = 200

let scanner: CostScanner
beforeAll(() => {
  scanner = costScanner({ heap: HEAP })
})
afterAll(() => scanner.dispose())

describe('a file that goes to extremes takes little memory', () => {
  test.each([...new Set(heavyFiles.map(({ format }) => format))])(
    '%s',
    (format) => {
      const files = heavyFiles.filter((each) => each.format === format)
      const costs = scanner.costsOf(files.map(({ name, make }) => ({ name, bytes: make(SIZE) })))
      const internal = costs.flatMap(({ incomplete }, index) =>
        incomplete.filter((each) => each.startsWith('internal')).map((each) => `${files[index]?.shape}: ${each}`),
      )
      expect(internal).toEqual([])
      expect(Math.max(...costs.map(({ rss }) => rss))).toBeLessThan(MAX_RSS)
    },
    120_000,
  )
})

describe('what nests deeper than its loader goes', () => {
  const shapes = heavyFiles.filter(({ shape }) => shape.startsWith('deep'))
  test.each([
    ['JSON, Hydra', 'deep lists'],
    ['JSON, Hydra', 'deep objects'],
    ['JSON, Keras', 'deep lists'],
    ['JSON, TensorFlow.js', 'deep lists'],
    ['JSON, MXNet', 'deep objects'],
    ['JSON, shards', 'deep lists'],
    ['JSON, chat template', 'deep lists'],
    ['Keras archive', 'deep lists'],
    ['safetensors', 'deep objects'],
    ['text graph', 'deep messages'],
  ])('is not clean: %s, %s', (format, shape) => {
    const row = shapes.find((each) => each.format === format && each.shape === shape)
    const { incomplete } = scanner.costOf(row?.name ?? '', row?.make(SIZE / 2) ?? new Uint8Array(0))
    expect(incomplete).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:limit|malformed): .*(?:deep|nest)/)]))
  })
})

describe('what is only long stays quiet', () => {
  let roomy: CostScanner
  beforeAll(() => {
    roomy = costScanner({ heap: HEAP_OF_LONG })
  })
  afterAll(() => roomy.dispose())
  const words = (count: number) => Array.from({ length: count }, (_, index) => `"w${index}é":${index}`).join()
  const merges = (count: number) => Array.from({ length: count }, (_, index) => `"w${index} é"`).join()

  test.each<[what: string, name: string, text: () => string]>([
    [
      'a tokenizer of 600,000 words and merges',
      'tokenizer.json',
      () => `{"version":"1.0","truncation":null,"added_tokens":[],"model":{"vocab":{${words(600_000)}},"merges":[${merges(600_000)}]}}`,
    ],
    [
      'what a detector saw',
      'detections.json',
      () =>
        `{"images":[${Array.from({ length: 200_000 }, (_, index) => `{"class_name":"dog","box":[${index},1,2,3],"target":"a.b"}`).join()}]}`,
    ],
    ['numbers', 'train.json', () => `{"target":[${'0.123456,'.repeat(300_000)}0]}`],
    [
      'an index of 100,000 tensors',
      'model.safetensors.index.json',
      () =>
        `{"metadata":{},"weight_map":{${Array.from({ length: 100_000 }, (_, i) => `"model.layers.${i}.mlp.experts.${i}.down_proj.weight":"model-${i % 163}.safetensors"`).join()}}}`,
    ],
    ['a class of a thousand levels less one', 'nested.json', () => `${'{"class_name":'.repeat(900)}0${'}'.repeat(900)}`],
  ])('%s', (_what, name, text) => {
    const { incomplete, findings, rss } = roomy.costOf(name, Buffer.from(text()))
    expect([incomplete, findings]).toEqual([[], []])
    expect(rss).toBeLessThan(256)
  })
})
