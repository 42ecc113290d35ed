import { describe, expect, it } from 'vitest'
import { asciiLine, isFloat, parseInteger, unescapeRawUnicode, unescapeString } from '../../src/pickle/value/literals.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('INT and LONG', () => {
  it.each<[string, number | undefined]>([
    ['0', 0],
    ['00', 0],
    ['01', 1],
    ['010', 8],
    ['0x10', 16],
    ['0X1f', 31],
    ['0o17', 15],
    ['0b11', 3],
    ['-0x10', -16],
    [' 7', 7],
    ['7 ', 7],
    ['+1', 1],
    ['-0', -0],
    ['1_000', 1000],
    ['12L', 12],
    ['019', 19],
    ['9'.repeat(30), 1e30],
    ['', undefined],
    ['x', undefined],
    ['1x', undefined],
    ['L', undefined],
    ['12l', undefined],
    ['0x', undefined],
    ['1 2', undefined],
    ['--1', undefined],
  ])('%j is %s', (line, value) => {
    if (value === undefined) expect(parseInteger(line)).toBeUndefined()
    else expect(parseInteger(line)).toBeCloseTo(value, 0)
  })
})

describe('PUT and GET', () => {
  it.each<[string, number | undefined]>([
    ['5', 5],
    ['05', 5],
    ['010', 10],
    ['+5', 5],
    [' 5 ', 5],
    ['1_0', 10],
    ['-1', -1],
    ['', undefined],
    ['five', undefined],
  ])('%j is index %s', (line, value) => {
    expect(parseInteger(line, true)).toBe(value)
  })
})

describe('FLOAT', () => {
  it.each(['1.5', '-1', '.5', '1.', '1e400', '1E-5', 'inf', '-Infinity', 'NaN', ' 1.5', '1.5 ', '1_0.5'])('%j is one somewhere', (line) => {
    expect(isFloat(line)).toBe(true)
  })
  it.each(['', '.', 'e5', '1.5x', '1,5', '0x1p3', 'None'])('%j is none anywhere', (line) => {
    expect(isFloat(line)).toBe(false)
  })
})

describe('STRING', () => {
  it.each([
    ['abc', 'abc'],
    ['\\x6fs', 'os'],
    ['\\157s', 'os'],
    ['\\1579', 'o9'],
    ['\\400', '\0'],
    ['\\8', '\\8'],
    ['\\n\\t\\\\', '\n\t\\'],
    ['\\\'\\"', '\'"'],
    ['a\\\nb', 'ab'],
    ['\\u0041', '\\u0041'],
    ['\\xg0', '\\xg0'],
    ['\\x4', '\\x4'],
    ['\\q', '\\q'],
    ['\xe9', 'é'],
    ['ab\\', 'ab\\'],
    ['a\0b', 'a\0b'],
  ])('%j is %j', (line, text) => {
    expect(unescapeString(bytes(line))).toBe(text)
  })
})

describe('UNICODE', () => {
  it.each([
    ['os', 'os'],
    ['\\u006fs', 'os'],
    ['\\U0000006fs', 'os'],
    ['\\U0001f600', '😀'],
    ['\\\\u0041', '\\\\u0041'],
    ['\\\\\\u0041', '\\\\A'],
    ['\\x41', '\\x41'],
    ['\\uZZZZ', '\\uZZZZ'],
    ['\\Uffffffff', '\\Uffffffff'],
    ['\\u00', '\\u00'],
    ['\xe9', 'é'],
  ])('%j is %j', (line, text) => {
    expect(unescapeRawUnicode(bytes(line))).toBe(text)
  })
})

it('a line ends at a NUL, as a C string does', () => {
  expect(asciiLine(bytes('xx12\0junk'), 2, 9)).toBe('12')
  expect(asciiLine(bytes('12'), 0, 2)).toBe('12')
})
