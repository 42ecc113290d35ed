import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeCommandData, escapeCommandProperty, safe, safeJson, safeMarkdown } from '../../src/report/escape.ts'
import { commandsIn } from './runner.ts'
import { hostileNames } from './samples.ts'

// Strings made of the pieces that matter, besides arbitrary ones.
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(':', '::', '#', '##', '[', ']', ' ', '\n', '\r', '\t', '\u202e', '\ud800', '\u00a0', '@', '|', 'error'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('safe', () => {
  test.each([
    ['plain', 'plain'],
    ['a\nb\tc\0', 'a\\x0ab\\x09c\\x00'],
    ['\x1b[31m \x9b', '\\x1b[31m \\x9b'],
    ['evil\u202egnp.pkl', 'evil\\u{202e}gnp.pkl'],
    ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['\ud800x', '\\u{d800}x'],
    ['\u{e0041}', '\\u{e0041}'],
    ['::error::x', '\\x3a:error::x'],
    ['  ::error::x', '  \\x3a:error::x'],
    ['std::vector', 'std::vector'],
    ['a ##[group]b', 'a #\\x23[group]b'],
    ['###[x', '##\\x23[x'],
    ['número 模型 🤗', 'número 模型 🤗'],
  ])('%j is shown as %j', (text, shown) => {
    expect(safe(text)).toBe(shown)
  })

  test('cuts to the maximum and says so, never inside an escape', () => {
    expect(safe('abcdef', { max: 6 })).toBe('abcdef')
    expect(safe('abcdefg', { max: 6 })).toBe('abcde…')
    expect(safe('ab\n\n\n', { max: 8 })).toBe('ab\\x0a…')
    expect(safe('x'.repeat(10_000))).toHaveLength(300)
  })

  test('whatever comes in, one printable line that is no command comes out', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 400 }), (text, max) => {
        const out = safe(text, { max })
        expect(out).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect(out.length).toBeLessThanOrEqual(max)
        expect(commandsIn(out)).toEqual([])
        expect(commandsIn(`   ${out}: ${out}`)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('safeMarkdown', () => {
  test.each([
    ['a|b', '<code>a&#124;b</code>'],
    ['<script>', '<code>&#60;script&#62;</code>'],
    ['me@x', '<code>me<wbr>&#64;x</code>'],
    ['![i](https://x)', '<code>&#33;&#91;i&#93;(https&#58;//x)</code>'],
    ['WWW.x.test', '<code>WWW&#46;x.test</code>'],
    ['', '<code> </code>'],
  ])('%j is %j', (text, markdown) => {
    expect(safeMarkdown(text)).toBe(markdown)
  })

  test('nothing is left that Markdown, HTML or GitHub could take for markup', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const inside = safeMarkdown(text)
          .replace(/^<code>|<\/code>$/g, '')
          .replaceAll('<wbr>', '')
        expect(inside.replace(/&#\d+;/g, '')).not.toMatch(/[&<>"'|`@#[\]!*_~\\$:\n]/)
      }),
    )
  })
})

test('command data and properties decode to what they were, and hold no separator', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const property = escapeCommandProperty(text)
      expect(property).not.toMatch(/[\r\n:,]/)
      expect(escapeCommandData(text)).not.toMatch(/[\r\n]/)
      const decoded = property
        .replaceAll('%2C', ',')
        .replaceAll('%3A', ':')
        .replaceAll('%0A', '\n')
        .replaceAll('%0D', '\r')
        .replaceAll('%25', '%')
      expect(decoded).toBe(text)
    }),
  )
})

test('JSON is one inert line and parses back to the same value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), nasty, (plain, text) => {
      const value = { plain, text, list: hostileNames }
      const json = safeJson(value)
      expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect(commandsIn(json)).toEqual([])
      const back = JSON.parse(json) as typeof value
      expect(back.text).toBe(text.replace(/\p{Cs}/gu, '\ufffd'))
      expect(back.plain).toBe(plain)
    }),
  )
})
