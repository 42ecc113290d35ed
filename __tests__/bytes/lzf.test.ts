import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lzf } from '../../src/bytes/codecs/lzf.ts'
import { ScanError } from '../../src/bytes/errors.ts'

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe('LZF', () => {
  test.each([
    ['nothing', '', ''],
    ['a run', '\x02abc', 'abc'],
    ['a copy', '\x02abc\x20\x02', 'abcabc'],
    ['a copy that overlaps itself', '\x00a\x80\x00', 'aaaaaaa'],
    ['a long copy', '\x00a\xe0\x03\x00', 'aaaaaaaaaaaaa'],
    ['a copy from further back', `\x1f${'0123456789abcdef'.repeat(2)}\x20\x1f`, `${'0123456789abcdef'.repeat(2)}012`],
  ])('%s', (_name, input, output) => {
    expect(lzf(bytes(input), 100)).toEqual(bytes(output))
  })

  test.each([
    ['a run that is cut', '\x05abc'],
    ['a copy that is cut', '\x02abc\x20'],
    ['a long copy that is cut', '\x02abc\xe0'],
    ['a copy from before the start', '\x02abc\x20\x03'],
    ['more than there is room for', `\x00a${'\xe0\xff\x00'.repeat(4)}`],
  ])('%s is told', (_name, input) => {
    expect(() => lzf(bytes(input), 100)).toThrow(ScanError)
  })

  test('any bytes are decoded or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        try {
          expect(lzf(input, 300).length).toBeLessThanOrEqual(300)
        } catch (error) {
          expect(error).toBeInstanceOf(ScanError)
        }
      }),
    )
  })
})
