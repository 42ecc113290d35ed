import { describe, expect, it } from 'vitest'
import type { Preview } from '../../src/facts/pickle.ts'
import { BYTES_LITERAL, FLOAT8, integer, LATIN1, LONG, lazy, STRING_ESCAPE, UTF8 } from '../../src/pickle/value/literal-codes.ts'
import { calleeOf, preview } from '../../src/pickle/value/preview.ts'
import type { Value } from '../../src/pickle/value/values.ts'
import {
  Blob,
  BUFFER,
  BYTES,
  Bytes,
  DICT,
  Dict,
  DROPPED,
  EXTENSION,
  FALSE,
  FLOAT,
  FROZENSET,
  GlobalRef,
  INT,
  LIST,
  ModuleRef,
  NONE,
  PersistentId,
  Result,
  SET,
  Sequence,
  TEXT,
  Text,
  TRUE,
  TUPLE,
  UNKNOWN,
} from '../../src/pickle/value/values.ts'
import { renderValue } from '../../src/policy/judge/render.ts'

const parts = Buffer.concat([Buffer.from('os\\x73\xc3\xa9', 'latin1'), Buffer.alloc(8), Buffer.alloc(4000, 'a')])
parts.writeDoubleBE(2.5, 8)
const input = new Uint8Array(parts)
const read = (offset: number, length: number) => input.subarray(offset, offset + length)
const system = new GlobalRef('os', 'system', false)

describe('preview', () => {
  it.each<[string, Value, string]>([
    ['None', NONE, 'None'],
    ['a bool', TRUE, 'True'],
    ['the other', FALSE, 'False'],
    ['an integer', integer(-17), '-17'],
    ['the largest kept', integer(2 ** 44 - 1), '17592186044415'],
    ['one too large', integer(2 ** 44), '…'],
    ['a float of text', FLOAT, '…'],
    ['a long of text', INT, '…'],
    ['a binary float', lazy(8, 8, FLOAT8), '2.5'],
    ['text', lazy(0, 2, UTF8), "'os'"],
    ['text that is not ASCII', lazy(6, 2, UTF8), "'é'"],
    ['text one byte a character', lazy(6, 2, LATIN1), "'Ã©'"],
    ['escaped text', lazy(0, 6, STRING_ESCAPE), "'oss'"],
    ['bytes', lazy(0, 2, BYTES_LITERAL), "b'os'"],
    ['a long', lazy(0, 2, LONG), '29551'],
    ['text that was not kept', TEXT, "'……'"],
    ['bytes that were not kept', BYTES, "b'…'"],
    ['a tuple that was not kept', TUPLE, '(…)'],
    ['a list that was not kept', LIST, '[…]'],
    ['a set that was not kept', SET, '{…}'],
    ['a frozenset that was not kept', FROZENSET, 'frozenset({…})'],
    ['a dict that was not kept', DICT, '{…}'],
    ['an extension', EXTENSION, '<extension code>'],
    ['a buffer', BUFFER, '<out-of-band buffer>'],
    ['a lost memo entry', DROPPED, '<memo entry that was given up>'],
    ['anything else', UNKNOWN, '<unknown value>'],
    ['a global', system, 'os.system'],
    ['a module', new ModuleRef('os'), '<module os>'],
    ['computed text', new Text('x'), "'x'"],
    ['computed bytes', new Bytes(Uint8Array.of(0x41)), "b'A'"],
    ['a persistent id', new PersistentId(integer(1)), 'persistent_load(1)'],
    ['a dict', new Dict([TRUE, NONE]), '{True: None}'],
    ['a call', new Result(system, [new Sequence('list', [TRUE])], 'reduce', 0), 'os.system([True])'],
  ])('%s', (_what, value, shown) => {
    expect(renderValue(preview(value, read))).toBe(shown)
  })

  it('cuts a long literal, and says how long it is', () => {
    const text = preview(new Blob(LATIN1, 16, 4000), read)
    expect(text).toMatchObject({ kind: 'text', length: 4000 })
    expect(text.kind === 'text' && text.text.length).toBe(1024)
    expect(preview(new Blob(BYTES_LITERAL, 16, 4000), read)).toMatchObject({ kind: 'bytes', length: 4000 })
  })

  it('copies bytes, since the window moves on', () => {
    const shown = preview(lazy(0, 2, BYTES_LITERAL), read)
    expect(shown.kind === 'bytes' && shown.head.buffer).not.toBe(input.buffer)
  })

  it('shows a long number in hex', () => {
    const digits = Buffer.alloc(20, 0x11)
    expect(preview(lazy(0, 20, LONG), () => digits)).toEqual({ kind: 'int', text: `0x${'11'.repeat(20)}` })
  })

  it('is bounded in nodes, whatever a value holds', () => {
    let value: Value = new Sequence(
      'tuple',
      Array.from({ length: 16 }, () => NONE),
    )
    for (let depth = 0; depth < 12; depth++)
      value = new Sequence(
        'tuple',
        Array.from({ length: 16 }, () => value),
      )
    const count = (node: Preview): number => (node.kind === 'tuple' ? 1 + node.items.reduce((sum, item) => sum + count(item), 0) : 1)
    expect(count(preview(value, read))).toBeLessThan(3000)
  })
})

describe('calleeOf', () => {
  it.each<[string, Value, object]>([
    ['a global', system, { kind: 'global', module: 'os', name: 'system', computed: false }],
    ['a computed global', new GlobalRef('os', 'system', true), { kind: 'global', computed: true }],
    [
      'a method',
      new Result(new GlobalRef('builtins', 'getattr', false), [lazy(0, 2, UTF8), lazy(0, 2, UTF8)], 'reduce', 0),
      { kind: 'method', name: 'os' },
    ],
    ['a result', new Result(system, [], 'reduce', 0), { kind: 'unknown', of: { kind: 'result' } }],
    ['a number', integer(1), { kind: 'unknown', of: { kind: 'int', text: '1' } }],
  ])('%s', (_what, value, callee) => {
    expect(calleeOf(value, read)).toMatchObject(callee)
  })
})
