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
    ['text', []],
  ])('%s', (text, expected) => {
    expect(events(text)).toEqual(expected)
  })

  test('UTF-16', () => {
    expect(events(Buffer.from('\ufeff<net a="1"><b/></net>', 'utf16le'))).toEqual(['net a=1', 'b'])
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
