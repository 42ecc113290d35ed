import { describe, expect, it } from 'vitest'
import type { Line } from '../helpers/asm.ts'
import { asm } from '../helpers/asm.ts'
import { runPickle } from '../helpers/run-pickle.ts'

const text = (value: string) => `SHORT_BINUNICODE ${value}`
const bytes = (value: string) => `SHORT_BINBYTES ${value}`
const call = (callee: string, ...args: readonly (readonly Line[])[]): Line[] => [
  `GLOBAL ${callee}`,
  'MARK',
  ...args.flat(),
  'TUPLE',
  'REDUCE',
]

/** The name that STACK_GLOBAL imports when the second operand is computed so; undefined where it stays unknown. */
async function nameOf(program: readonly Line[]): Promise<string | undefined> {
  const { facts } = await runPickle(asm(text('m'), ...program, 'STACK_GLOBAL', 'STOP'))
  expect(facts.some((fact) => fact.startsWith('dynamic '))).toBe(true)
  const found = facts.find((fact) => fact.startsWith('import m.') && fact.endsWith(' computed'))
  return found?.slice('import m.'.length, -' computed'.length)
}

describe('text that a pickle computes', () => {
  it.each<[string, readonly Line[], string]>([
    ['add', call('operator add', [text('sys')], [text('tem')]), 'system'],
    ['add, by its C name', call('_operator add', [text('sys')], [text('tem')]), 'system'],
    ['concat', call('operator concat', [text('sys')], [text('tem')]), 'system'],
    ['str.__add__', call('builtins str.__add__', [text('sys')], [text('tem')]), 'system'],
    ['sums of sums', call('operator add', call('operator add', [text('s')], [text('ys')]), [text('tem')]), 'system'],
    ['str.join', call('builtins str.join', [text('.')], ['MARK', text('a'), text('b'), 'LIST']), 'a.b'],
    ['join of a tuple', call('builtins str.join', [text('')], [text('a'), text('b'), 'TUPLE2']), 'ab'],
    ['str', call('builtins str', [text('system')]), 'system'],
    ['str of Python 2', call('__builtin__ unicode', [text('system')]), 'system'],
    ['decoded bytes', call('builtins bytes.decode', [bytes('system')]), 'system'],
    ['decoded with a codec', call('codecs decode', [bytes('system')], [text('latin-1')]), 'system'],
    ['decoded base64', call('codecs decode', call('base64 b64decode', [text('c3lzdGVt')]), [text('ascii')]), 'system'],
    ['decoded hex', call('codecs decode', call('binascii unhexlify', [text('6f73')]), [text('utf8')]), 'os'],
    ['chr', call('builtins chr', ['INT 120']), 'x'],
  ])('%s', async (_what, program, name) => {
    expect(await nameOf(program)).toBe(name)
  })

  it.each<[string, readonly Line[]]>([
    ['an unknown function', call('m f', [text('system')])],
    ['an argument that is missing', call('operator add', [text('sys')])],
    ['a codec that makes another text', call('codecs decode', [text('flfgrz')], [text('rot13')])],
    ['a number', call('operator add', ['INT 1'], ['INT 2'])],
    ['a code point past the last', call('builtins chr', ['INT 1114112'])],
    ['a list with an unknown in it', call('builtins str.join', [text('')], ['MARK', text('a'), ...call('m f'), 'LIST'])],
  ])('%s stays unknown', async (_what, program) => {
    expect(await nameOf(program)).toBeUndefined()
  })

  it('gives up on a chain that is too deep, without a stack overflow', async () => {
    let program: readonly Line[] = [text('a')]
    for (let depth = 0; depth < 3000; depth++) program = ['GLOBAL operator add', ...program, text('a'), 'TUPLE2', 'REDUCE']
    expect(await nameOf(program)).toBeUndefined()
  })

  it('gives up on doubling', async () => {
    const program: Line[] = [text('a'.repeat(200)), 'MEMOIZE']
    for (let round = 0; round < 40; round++)
      program.push('POP', 'GLOBAL operator add', `BINGET ${round}`, `BINGET ${round}`, 'TUPLE2', 'REDUCE', 'MEMOIZE')
    expect(await nameOf(program)).toBeUndefined()
  })
})

describe('bytes that reach a loader', () => {
  it.each<[string, readonly Line[], number]>([
    ['as they are', [bytes('N.')], 2],
    ['as a bytearray', ['BYTEARRAY8 N.'], 2],
    ['as Latin-1 text, encoded', call('_codecs encode', [text('N.é')], [text('latin1')]), 3],
    ['as a long Latin-1 text of protocol 2, encoded', call('_codecs encode', [`BINUNICODE ${'é'.repeat(600)}`], [text('latin1')]), 600],
    ['as a long line of protocol 0, encoded', call('_codecs encode', [`UNICODE ${'é'.repeat(600)}`], [text('latin1')]), 600],
    ['as a long line with escapes, encoded', call('_codecs encode', [`UNICODE ${'\\u004e\\u002e'.repeat(100)}`], [text('latin1')]), 200],
    ['in base64', call('base64 b64decode', [bytes('Ti4=')]), 2],
    ['in hex', call('bytes fromhex', [text('4e2e')]), 0],
    ['in hex, by its full name', call('builtins bytes.fromhex', [text('4e2e')]), 2],
    ['through codecs.decode', call('codecs decode', [bytes('4e2e')], [text('hex')]), 2],
    ['in a BytesIO', call('io BytesIO', [bytes('N.')]), 2],
    ['in two halves', call('operator add', [bytes('N')], [bytes('.')]), 2],
    ['in layers', call('base64 b64decode', call('binascii unhexlify', [text('5469343d')])), 2],
    ['compressed, as they are', call('zlib decompress', [bytes('xyz')]), 3],
  ])('%s', async (_what, program, length) => {
    const { nested } = await runPickle(asm(...call('pickle loads', program), 'STOP'))
    expect(nested).toEqual(length === 0 ? [] : [`pickle.loads: ${length}`])
  })
})
