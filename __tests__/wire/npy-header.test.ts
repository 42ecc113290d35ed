import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { countOf, elementOf, parseNpyHeader } from '../../src/wire/npy-header.ts'

const header = (descr: string, shape = '(3,)'): string => `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }   \n`

describe('types', () => {
  it.each([
    ['<f8', 8],
    ['>f4', 4],
    ['|b1', 1],
    ['?', 1],
    ['<f2', 2],
    ['<c16', 16],
    ['<c32', 32],
    ['<f16', 16],
    ['=i8', 8],
    ['|S5', 5],
    ['<U5', 20],
    ['|V13', 13],
    ['<M8[ns]', 8],
    ['<m8[25s]', 8],
    ['U', 0],
    ['float64', 8],
    ['>i', 4],
    ['complex', 16],
    ['c', 1],
    ['datetime64[ns]', 8],
    ['timedelta64', 8],
    ['>M', 8],
    ['float128', 16],
    ['str', 0],
  ])('%s has %i bytes', (type, bytes) => {
    expect(elementOf(type)).toEqual({ bytes, object: false })
  })

  it.each(['O', '|O', 'O8', 'object', 'object_'])('%s is an object', (type) => {
    expect(elementOf(type)?.object).toBe(true)
  })

  it.each(['', 'long', 'longdouble', 'f3', 'f8,O', '2O', '(2,)f8', 'f8 ', 'i99999999999', 'x4', '<<f8'])(
    '%j is not spelled as NumPy spells it',
    (type) => {
      expect(elementOf(type)).toBeUndefined()
    },
  )
})

describe('types of the platform', () => {
  it.each([
    ["'l'", 24, [12]],
    ["'>L'", 24, [12]],
    ["'int'", 24, [12]],
    ["'p'", 24, [12]],
    ["'longdouble'", 48, [24, 36]],
    ["'G'", 96, [48, 72]],
    ["[('a', 'l'), ('b', 'g', (2,))]", 120, [60, 72, 84]],
    ["'i2,l'", 30, [18]],
  ])('%s has several sizes', (descr, data, elsewhere) => {
    const found = parseNpyHeader(header(descr))
    expect({ data: found.data, elsewhere: [...found.elsewhere].sort((one, other) => one - other) }).toMatchObject({ data, elsewhere })
  })
})

describe('shapes', () => {
  it.each([
    [[], 1],
    [[0], 0],
    [[2 ** 40, 2 ** 40, 0], 0],
    [[2, 3, 4], 24],
    [[-1], undefined],
    [[2 ** 30, 2 ** 30], undefined],
    [[Number.NaN], undefined],
  ])('%j', (shape, count) => {
    expect(countOf(shape)).toBe(count)
  })
})

describe('fields without names', () => {
  it.each([
    ['i2,u1', 3],
    ['3f4', 12],
    ['(2,3)<i2, >u1,', 13],
    ['2>d, U2', 24],
    ['f8,O', 'object'],
    ['int16, longest', 'unknown'],
    ['2S, u1', 'unknown'],
    ['i2,,u1', 'unknown'],
  ])('%s', (descr, data) => {
    expect(parseNpyHeader(header(`'${descr}'`, '(1,)'))).toMatchObject({ data, elsewhere: [] })
  })
})

describe('headers', () => {
  it.each([
    ["'<f8'", '(3,)', 24],
    ["'<f8'", '()', 8],
    ["'<f8'", '(2, 5)', 80],
    ["'<f8'", '(2L, 5L)', 80],
    ["u'<f8'", '(0,)', 0],
    ["[('a', '<f8'), ('b', '|S7')]", '(2,)', 30],
    ["[('a', '<f8', (2, 3)), ('', '|V4'), (('title', 'b'), '<i4', 2)]", '(1,)', 60],
    ["[('a', [('b', '<u2'), ('c', '<u2')], (3,))]", '(2,)', 24],
    ["('<f4', (3,))", '(2,)', 24],
    ["'\\x3cf8'", '(1,)', 8],
    ["'|O'", '(3,)', 'object'],
    ["[('a', '<f8'), ('o', '|O')]", '(3,)', 'object'],
    ["[('a', [('o', 'O', (2,))])]", '(3,)', 'object'],
    ["'f8,O'", '(3,)', 'object'],
    ["'object'", '(3,)', 'object'],
    ["[('a', 'odd'), ('o', '|O')]", '(3,)', 'object'],
  ])('%s with %s', (descr, shape, data) => {
    expect(parseNpyHeader(header(descr, shape))).toMatchObject({ data, elsewhere: [] })
  })

  it.each([
    ['no literal', 'descr'],
    ['a list', '[1, 2]'],
    ['a call', "{'descr': open('x'), 'fortran_order': False, 'shape': (1,)}"],
    ['something behind it', `${header("'<f8'")}x`],
    ['a missing key', "{'descr': '<f8', 'shape': (1,)}"],
    ['a key too many', "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'x': 1}"],
    ['a key that is no text', "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 4: 1}"],
    ['a shape that is no tuple', header("'<f8'", '3')],
    ['a negative length', header("'<f8'", '(-1,)')],
    ['a length that is no number', header("'<f8'", "('3',)")],
    ['more data than any file has', header("'<f8'", '(4294967296, 4294967296)')],
    ['a number as the type', header('8')],
    ['a field without a type', header("[('a',)]")],
    ['a field of an impossible shape', header("[('a', '<f8', (-2,))]")],
    ['two texts side by side', header("'<' 'f8'")],
    ['an octal escape', header("'\\74f8'")],
    ['an open text', "{'descr': '<f8"],
    ['an open dictionary', "{'descr': '<f8',"],
  ])('refuses %s', (_what, text) => {
    expect(() => parseNpyHeader(text)).toThrow(ScanError)
  })

  it('takes the last of two entries with one key, as Python does', () => {
    expect(parseNpyHeader("{'descr': '<f8', 'descr': '|O', 'fortran_order': True, 'shape': (1,)}")).toMatchObject({
      data: 'object',
      elsewhere: [],
    })
  })

  it.each([
    ['lists', `${'['.repeat(200_000)}`],
    ['fields', header(`${"[('a', ".repeat(30)}'<f8'${')]'.repeat(30)}`)],
    ['a text of a megabyte', `{'${'a'.repeat(1 << 20)}`],
  ])('ends on deep or long %s', (_what, text) => {
    expect(() => parseNpyHeader(text)).toThrow(ScanError)
  })

  it('reads thousands of fields', () => {
    const fields = Array.from({ length: 20_000 }, (_, index) => `('field${index}', '<f4')`).join(', ')
    expect(parseNpyHeader(header(`[${fields}]`, '(2,)'))).toMatchObject({ data: 160_000, elsewhere: [] })
  })

  it('throws nothing but ScanError', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[{}[\](),:'"\\ a-z0-9LTFN<|O-]{0,60}$/))
    return fc.assert(
      fc.property(text, fc.nat(80), (noise, at) => {
        const whole = header("[('a', '<f8', (2,)), ('o', '|S3')]")
        for (const candidate of [noise, whole.slice(0, at) + noise + whole.slice(at)]) {
          try {
            parseNpyHeader(candidate)
          } catch (error) {
            expect(error).toBeInstanceOf(ScanError)
          }
        }
      }),
    )
  })
})
