import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memorySource } from '../../src/bytes/source.ts'
import { xmlEvents } from '../../src/wire/xml.ts'
import { damaged, tolerates } from '../helpers/damage.ts'

const events = (text: string | Uint8Array): string[] =>
  [...xmlEvents(memorySource(Buffer.from(text)))].map((event) =>
    event.kind === 'doctype'
      ? `!${event.text}`
      : [event.name, ...[...event.attributes].map(([name, value]) => `${name}=${value}`)].join(' '),
  )

describe('tags', () => {
  test.each([
    ['<a/>', ['a']],
    ['<a><b></b></a>', ['a', 'b']],
    ['<?xml version="1.0"?><a x="1" y=\'2\'/>', ['a x=1 y=2']],
    ['<a x=">"/><b/>', ['a x=>', 'b']],
    ['<!-- <x/> --><a/>', ['a']],
    ['<a><![CDATA[<x/>]]></a><b/>', ['a', 'b']],
    ['<!DOCTYPE a [<!ENTITY x "]>">]><a/>', ['!!DOCTYPE a [<!ENTITY x "]>">]', 'a']],
    ["<!DOCTYPE a [<!-- don't --><?p ]>?><!ENTITY x 'y'>]><a/>", ["!!DOCTYPE a [<!--<?<!ENTITY x 'y'>]", 'a']],
    ['text', []],
  ])('%s', (text, expected) => {
    expect(events(text)).toEqual(expected)
  })

  test('UTF-16', () => {
    expect(events(Buffer.from('\ufeff<net a="1"><b/></net>', 'utf16le'))).toEqual(['net a=1', 'b'])
  })

  // Without their zero bytes the letters of the comment would read `--><?`.
  const hidden = '<!--\u2d2d\u3c3e\u003f--><!DOCTYPE a><a b="1"/><!-- ?> -->'
  test.each([
    ['UTF-16, little end first', Buffer.from(hidden, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${hidden}`, 'utf16le').swap16()],
    ['UTF-32', Buffer.from([...hidden].map((letter) => `${letter}\0`).join(''), 'utf16le')],
  ])('%s, with letters that look like two', (_, bytes) => {
    expect(events(bytes)).toEqual(['!!DOCTYPE a', 'a b=1'])
  })
})

test.each(['<a', '<!-- ', '<a x="', '<!DOCTYPE a [', '<![CDATA[ ]]'])('%s is cut off', (text) => {
  expect(() => events(text)).toThrow(expect.objectContaining({ name: 'ScanError', why: 'truncated' }))
})

test('damage gives a ScanError or tags', async () => {
  for (const bytes of damaged(Buffer.from('<?xml?><!-- c --><!DOCTYPE a><a b="c"><d/>text</a>'))) tolerates(() => events(bytes))
  await fc.assert(
    fc.property(fc.array(fc.constantFrom('<', '>', '!', '-', '[', ']', '"', "'", 'a', '?', '/', '\0')), (letters) =>
      tolerates(() => events(letters.join(''))),
    ),
  )
})
