import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeReaches, isMarshalledCode, readMarshal } from '../../src/lang/marshal/code-names.ts'
import { LAYOUTS } from '../../src/lang/marshal/objects.ts'
import { type CodeSpec, marshalCode } from '../helpers/marshal-writer.ts'

/** `marshal.dumps(compile("import os\nos.system('x')", 'f', 'exec'))` of CPython 3.11. */
const FROM_PYTHON = Buffer.from(
  [
    'e30000000000000000000000000300000000000000f32e0000009700640064016c005a00020065006a0100000000000000006402a6010000ab010000',
    '0000000000000100640153002903e9000000004eda01782902da026f73da0673797374656da900f300000000da0166fa083c6d6f64756c653e720900',
    '0000010000007321000000f003010101d80009800980098009d80009800284098823810e840e800e800e800e7207000000',
  ].join(''),
  'hex',
)

const layouts = LAYOUTS.map(({ layout }) => layout)

describe.each(layouts)('a code object of the layout of Python %s', (layout) => {
  it('is read to its end with its names, texts and inner functions', () => {
    const bytes = marshalCode({ name: 'outer', names: ['np'], constants: ['text', { name: 'inner', names: ['a', 'b'] }] }, layout)
    const { codes, complete, end } = readMarshal(bytes)
    expect({ complete, end }).toEqual({ complete: true, end: bytes.length })
    expect(codes.map(({ name, names, strings }) => ({ name, names, strings }))).toEqual([
      { name: 'inner', names: ['a', 'b'], strings: [] },
      { name: 'outer', names: ['np'], strings: ['text'] },
    ])
  })

  it.each<[string, CodeSpec, string[]]>([
    ['an import and its attribute', { names: ['os', 'system'] }, ['os.system']],
    ['attributes of attributes', { names: ['os', 'path', 'join'] }, ['os.path', 'os.path.join']],
    ['a module that is only named', { names: ['subprocess'] }, ['subprocess']],
    ['a telling attribute behind another', { names: ['os', 'getcwd', 'len', 'popen'] }, ['os.getcwd', 'os.popen']],
    ['exec', { names: ['exec'] }, ['exec']],
    ['a module named by a text', { names: ['__import__', 'system'], constants: ['os'] }, ['__import__', 'os.system']],
    ['an inner function', { constants: [{ names: ['socket', 'connect'] }] }, ['socket.connect']],
    ['plain arithmetic', { names: ['math', 'sum', 'system'], constants: ['os'] }, []],
  ])('reaches: %s', (_, spec, expected) => {
    expect(codeReaches(marshalCode(spec, layout))).toEqual(expected)
  })
})

describe('the bytecode', () => {
  // RESUME 0; LOAD_FAST 0; LOAD_ATTR or LOAD_GLOBAL of names[0], as 3.11 numbers them.
  const resume = [151, 0]
  it.each([
    ['a method called eval', [...resume, 124, 0, 106, 0], []],
    ['the function eval', [...resume, 116, 1], ['eval']],
    ['code of an unknown version', [200, 0], ['eval']],
  ])('tells %s', (_, code, expected) => {
    expect(codeReaches(marshalCode({ names: ['eval'], code }, '3.11'))).toEqual(expected)
  })
})

describe('what is no code object of a known layout', () => {
  it('is swept for names', () => {
    const text = Buffer.from('\xe3\x01\x02 os\0system\0')
    expect(readMarshal(text)).toMatchObject({ codes: [], complete: false, strings: ['os', 'system'] })
    expect(codeReaches(text)).toEqual(['os.system'])
    expect(isMarshalledCode(text)).toBe(false)
  })

  it('gives no code where the object is another one', () => {
    expect(isMarshalledCode(Buffer.from('z\x02hi', 'latin1'))).toBe(false)
    expect(readMarshal(Buffer.from('z\x02hi', 'latin1')).strings).toEqual(['hi'])
  })

  it('does not follow a tuple that holds itself, or tuples nested to any depth', () => {
    expect(readMarshal(Buffer.from('\xa9\x01r\0\0\0\0', 'latin1')).complete).toBe(true)
    expect(readMarshal(Buffer.from(')\x01'.repeat(5000), 'latin1')).complete).toBe(false)
  })

  it('never throws, whatever the bytes', () => {
    const whole = marshalCode({ names: ['os', 'system'], constants: ['x', { names: ['a'] }] }, '3.8')
    for (let end = 0; end < whole.length; end++) readMarshal(whole.subarray(0, end))
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const broken = Uint8Array.from(whole)
        broken[at] = byte
        expect(codeReaches(broken).length).toBeLessThanOrEqual(64)
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(codeReaches(bytes).length).toBeLessThanOrEqual(64)))
  })
})

it('reads what CPython 3.11 wrote', () => {
  expect(codeReaches(FROM_PYTHON)).toEqual(['os.system'])
  expect(readMarshal(FROM_PYTHON)).toMatchObject({ complete: true, end: FROM_PYTHON.length })
})
