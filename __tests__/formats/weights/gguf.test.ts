import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { Bytes, gguf, string, tensor } from '../../helpers/gguf-builder.ts'

const out = new Bytes(true, true)
const evil = '{{ x.__class__ }}'

function file(pairs: readonly Bytes[], tensors: readonly Bytes[] = [], data: number | Uint8Array = 0): Uint8Array {
  const header = gguf(out, 3, pairs, tensors, 32)
  const body = typeof data === 'number' ? new Uint8Array(data) : data
  const whole = new Uint8Array(header.length + body.length)
  whole.set(header)
  whole.set(body, header.length)
  return whole
}

const scan = async (bytes: Uint8Array) => {
  const { formats, findings, incomplete } = await scanBytes('model.gguf', bytes)
  return { formats, rules: findings.map(({ rule }) => rule).sort(), incomplete: incomplete.map(({ why }) => why) }
}

describe('templates', () => {
  test.each(['tokenizer.chat_template', 'tokenizer.chat_template.tool_use', 'tokenizer.chat_templates', 'general.chat_template'])(
    'under %s',
    async (key) => {
      expect(await scan(file([string(out, key, evil)]))).toEqual({ formats: ['gguf'], rules: ['template/injection'], incomplete: [] })
    },
  )

  test('in a list', async () => {
    const list = out.part().text('tokenizer.chat_templates').u32(9).u32(8).length(2).text('{{ x }}').text(evil)
    expect((await scan(file([list]))).rules).toEqual(['template/injection'])
  })

  test('the place is that of the tag', async () => {
    const bytes = file([string(out, 'tokenizer.chat_template', `abc${evil}`)])
    const { findings } = await scanBytes('model.gguf', bytes)
    const offset = findings[0]?.offset ?? 0
    expect(new TextDecoder().decode(bytes.subarray(offset, offset + evil.length))).toBe(evil)
  })

  test('a prompt that reaches into the interpreter is one', async () => {
    expect((await scan(file([string(out, 'general.prompt_template', "{{ ''.__class__ }}")]))).rules).toEqual(['template/injection'])
    expect((await scan(file([string(out, 'general.prompt_template', '{{ .Prompt }} {{{')]))).rules).toEqual([])
  })

  test('other strings are no templates', async () => {
    expect((await scan(file([string(out, 'general.description', evil)]))).rules).toEqual([])
  })
})

describe('tensors', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['sound', file([], [tensor(out, 'a', [8], 0, 0), tensor(out, 'b', [32], 8, 32)], 32 + 34), []],
    ['padded', file([], [tensor(out, 'a', [1], 0, 0)], 32), []],
    ['of a type that is not known', file([], [tensor(out, 'a', [8], 99, 0)], 32), []],
    ['behind the end', file([], [tensor(out, 'a', [9], 0, 0)], 32), ['files/out-of-bounds']],
    ['on top of each other', file([], [tensor(out, 'a', [16], 0, 0), tensor(out, 'b', [8], 0, 32)], 64), ['files/overlap']],
    ['of one name', file([], [tensor(out, 'a', [8], 0, 0), tensor(out, 'a', [8], 0, 32)], 64), ['files/duplicate-key']],
    ['out of line', file([], [tensor(out, 'a', [1], 0, 4)], 8), ['files/bad-header']],
    ['of an impossible shape', file([], [tensor(out, 'a', [2 ** 40, 2 ** 40], 0, 0)], 32), ['files/shape-bomb']],
    ['followed by something', file([], [tensor(out, 'a', [1], 0, 0)], 100), ['files/trailing-bytes']],
    ['under a wrong alignment', file([out.part().text('general.alignment').u32(4).u32(3)]), ['files/bad-header']],
    ['with a dimension of zero', file([], [tensor(out, 'a', [0, 8], 0, 0)]), ['files/bad-header']],
    ['of rows that are no whole blocks', file([], [tensor(out, 'a', [16, 2], 8, 0)], 34), ['files/bad-header']],
    ['of an unknown type and an impossible shape', file([], [tensor(out, 'a', [2 ** 40, 2 ** 40], 99, 0)], 32), ['files/shape-bomb']],
    ['after a key that stands twice', file([string(out, 'a', ''), string(out, 'a', '')]), ['files/duplicate-key']],
  ])('%s', async (_, bytes, rules) => {
    expect(await scan(bytes)).toEqual({ formats: ['gguf'], rules, incomplete: [] })
  })

  test.each<[string, Bytes, string[]]>([
    ['64', out.part().u32(4).u32(64), []],
    ['0', out.part().u32(4).u32(0), ['files/bad-header']],
    [
      '2³¹',
      out
        .part()
        .u32(4)
        .u32(2 ** 31),
      ['files/bad-header'],
    ],
    ['of a signed type', out.part().u32(5).u32(32), ['files/bad-header']],
    ['of a wide type', out.part().u32(10).number(32, 8), ['files/bad-header']],
    ['of text', out.part().u32(8).text('32'), ['files/bad-header']],
  ])('alignment %s', async (_, value, rules) => {
    const key = out.part().text('general.alignment')
    key.data.push(...value.data)
    expect((await scan(file([key]))).rules).toEqual(rules)
  })

  test('an empty key', async () => {
    expect((await scan(file([string(out, '', 'x')]))).rules).toEqual(['files/bad-header'])
  })

  test.each([
    ['llama.block_count', 512, []],
    ['llama.block_count', 513, ['files/out-of-bounds']],
    ['clip.vision.block_count', 2 ** 31, ['files/out-of-bounds']],
    ['llama.context_length', 2 ** 31, []],
  ])('%s of %d', async (key, value, rules) => {
    expect((await scan(file([out.part().text(key).u32(4).u32(value)]))).rules).toEqual(rules)
  })

  test('what follows them is scanned', async () => {
    const pickle = new Uint8Array(64)
    pickle.set(new TextEncoder().encode("cos\nsystem\n(S'echo modelgate-marker'\ntR."), 4)
    const rules = (await scan(file([], [tensor(out, 'a', [1], 0, 0)], pickle))).rules
    expect(rules).toContain('pickle/dangerous-call')
  })
})

describe('tokens that stand for bytes', () => {
  const vocabulary = (like: Bytes, tokens: readonly string[], types: readonly number[]): Bytes[] => {
    const texts = like.part().text('tokenizer.ggml.tokens').u32(9).u32(8).length(tokens.length)
    for (const token of tokens) texts.text(token)
    const numbers = like.part().text('tokenizer.ggml.token_type').u32(9).u32(5).length(types.length)
    for (const type of types) numbers.u32(type)
    return [texts, numbers]
  }
  const found = async (tokens: readonly string[], types: readonly number[]) => {
    const [texts, numbers] = vocabulary(out, tokens, types)
    const rules = texts && numbers ? [(await scan(file([texts, numbers]))).rules, (await scan(file([numbers, texts]))).rules] : []
    expect(rules[0]).toEqual(rules[1])
    return rules[0]
  }

  test.each<[string, string[], number[], string[]]>([
    ['as they are', ['<unk>', '<0x00>', '<0xFf>'], [2, 6, 6], []],
    ['below zero', ['<unk>', '<0x-1>'], [2, 6], ['files/out-of-bounds']],
    ['without a number', ['<0xZZ>', ''], [6, 6], ['files/bad-header', 'files/bad-header']],
    ['that are too long', [`<0x00>${'>'.repeat(40)}`], [6], ['files/bad-header']],
    ['only by their text', ['<0x-1>', '<0x'], [1, 4], []],
  ])('%s', async (_, tokens, types, rules) => {
    expect(await found(tokens, types)).toEqual(rules)
  })

  test('in other byte orders and versions, far apart', async () => {
    const tokens = Array.from({ length: 9000 }, (_, index) => (index === 8999 ? '<0x-1>' : `a long token with the number ${index}`))
    const types = tokens.map((_, index) => (index === 8999 ? 6 : 1))
    for (const [like, version] of [
      [out, 3],
      [new Bytes(false, true), 3],
      [new Bytes(true, false), 1],
    ] as const) {
      const bytes = gguf(like, version, vocabulary(like, tokens, types), [], 32)
      expect((await scan(bytes)).rules).toEqual(['files/out-of-bounds'])
    }
  })

  test('lists of other types are passed over', async () => {
    const [texts] = vocabulary(out, ['<0x-1>'], [])
    const numbers = out.part().text('tokenizer.ggml.token_type').u32(9).u32(0).length(1).number(6, 1)
    expect((await scan(file(texts ? [texts, numbers] : []))).rules).toEqual([])
  })
})

test('counts that no file can hold are not believed', async () => {
  expect(
    (
      await scan(
        Uint8Array.from([
          ...gguf(out, 3, [], []).subarray(0, 8),
          ...out
            .part()
            .length(2 ** 60)
            .length(0).data,
        ]),
      )
    ).incomplete,
  ).toEqual(['malformed'])
})

describe('payloads in strings', () => {
  const pickle = Buffer.from('\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\x15echo modelgate-marker\x85R.', 'latin1')

  test.each(['base64', 'hex'] as const)('a pickle in %s is told as a guess', async (encoding) => {
    expect((await scan(file([string(out, 'general.extra', pickle.toString(encoding))]))).rules).toEqual(['pickle/nested-payload'])
  })

  test('other long texts are quiet', async () => {
    const texts = [
      'A description of a model that is long enough to be looked at.',
      'c0ffee'.repeat(20),
      'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo='.repeat(3),
    ]
    for (const text of texts) expect((await scan(file([string(out, 'general.description', text)]))).rules).toEqual([])
  })
})
