import { describe, expect, it } from 'vitest'
import type { Callee, CallOpcode, Preview } from '../../../src/facts/pickle.ts'
import { renderCall, renderMutation, renderValue } from '../../../src/policy/judge/render.ts'

const system: Callee = { kind: 'global', module: 'os', name: 'system', computed: false }
const text = (value: string, length = value.length): Preview => ({ kind: 'text', text: value, length })
const int = (value: number): Preview => ({ kind: 'int', text: String(value) })

describe('a call', () => {
  it.each<[CallOpcode, readonly Preview[], string]>([
    ['reduce', [text('id')], "os.system('id')"],
    ['newobj', [], 'os.system()'],
    ['inst', [int(1), int(2)], 'os.system(1, 2)'],
    ['obj', [text('a')], "os.system('a')"],
    ['build', [text('a')], "os.system(…).__setstate__('a')"],
    ['append', [int(1), int(2)], 'os.system(…).extend([1, 2])'],
    ['setitem', [text('k'), int(1)], "os.system(…)['k'] = 1"],
    ['setitem', [], 'os.system(…)[None] = None'],
    ['additems', [int(1)], 'os.system(…).update({1})'],
  ])('by %s of %j is %s', (via, args, shown) => {
    expect(renderCall(system, args, via)).toBe(shown)
  })

  it('of a method or of a result reads as Python', () => {
    expect(renderCall({ kind: 'method', of: text(''), name: 'join' }, [int(1)], 'reduce')).toBe("''.join(1)")
    expect(renderCall({ kind: 'unknown', of: { kind: 'result', callee: system, args: [] } }, [], 'reduce')).toBe('os.system()()')
    expect(renderCall({ kind: 'unknown', of: int(5) }, [], 'reduce')).toBe('(5)()')
  })
})

describe('a change', () => {
  it.each<[CallOpcode, string]>([
    ['setitem', "os.system['k'] = 1"],
    ['build', "os.system.__setstate__('k', 1)"],
    ['append', "os.system.extend(['k', 1])"],
  ])('by %s is %s', (via, shown) => {
    expect(renderMutation(system, [text('k'), int(1)], via)).toBe(shown)
  })

  it('of a module has no dot behind it', () => {
    expect(renderMutation({ kind: 'global', module: 'os', name: '', computed: true }, [text('k'), int(1)], 'setitem')).toBe("os['k'] = 1")
  })
})

describe('text of the file', () => {
  it.each<[string, string]>([
    ["it's", "'it\\'s'"],
    ['a\\b', "'a\\\\b'"],
    ['a\nb\r\tc', "'a\\nb\\r\\tc'"],
    ['\x1b[31m\0\x7f', "'\\x1b[31m\\x00\\x7f'"],
    ["'); os.system('x", "'\\'); os.system(\\'x'"],
    ['é😀', "'é😀'"],
  ])('%j is quoted as %s', (value, shown) => {
    expect(renderValue(text(value))).toBe(shown)
  })

  it('that is long is cut, and says so', () => {
    const shown = renderValue(text('x'.repeat(1000)))
    expect(shown.length).toBeLessThan(170)
    expect(shown.endsWith("…'")).toBe(true)
    expect(renderValue(text('abc', 5000))).toBe("'abc…'")
  })

  it('in many arguments is cut as a whole', () => {
    const shown = renderCall(
      system,
      Array.from({ length: 16 }, () => text('y'.repeat(150))),
      'reduce',
    )
    expect(shown).toHaveLength(400)
    expect(shown.endsWith('…')).toBe(true)
  })

  it('as bytes is quoted the same way', () => {
    expect(renderValue({ kind: 'bytes', head: Uint8Array.of(0x80, 0x27, 0x0a), length: 3 })).toBe("b'\x80\\'\\n'")
  })
})

describe('values', () => {
  const deep = (depth: number): Preview => (depth === 0 ? int(1) : { kind: 'list', items: [deep(depth - 1)], more: false })
  it.each<[Preview, string]>([
    [{ kind: 'none' }, 'None'],
    [{ kind: 'bool', value: true }, 'True'],
    [{ kind: 'float', text: '1.5' }, '1.5'],
    [{ kind: 'tuple', items: [int(1)], more: false }, '(1,)'],
    [{ kind: 'tuple', items: [int(1)], more: true }, '(1, …)'],
    [{ kind: 'set', items: [int(1)], more: false }, '{1}'],
    [{ kind: 'frozenset', items: [], more: false }, 'frozenset({})'],
    [{ kind: 'dict', entries: [[text('a'), int(1)]], more: true }, "{'a': 1, …}"],
    [{ kind: 'module', module: 'os' }, '<module os>'],
    [{ kind: 'persistent-id', id: undefined }, 'persistent_load(…)'],
    [{ kind: 'unknown', what: 'extension code' }, '<extension code>'],
    [{ kind: 'result', callee: system, args: [int(1)] }, 'os.system(1)'],
    [deep(3), '[[[1]]]'],
    [deep(20), '[[[[[[[…]]]]]]]'],
  ])('%j', (value, shown) => {
    expect(renderValue(value)).toBe(shown)
  })
})
