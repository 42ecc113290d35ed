import { describe, expect, it } from 'vitest'
import { integer } from '../../src/pickle/value/literal-codes.ts'
import type { Value } from '../../src/pickle/value/values.ts'
import { DICT, Dict, DROPPED, GlobalRef, NONE, Result, Sequence, Text, TRUE } from '../../src/pickle/value/values.ts'
import { Memo } from '../../src/pickle/vm/memo.ts'

const valueAt = (memo: Memo, index: number): Value => {
  const code = memo.codeAt(index)
  return memo.objectOf(code) ?? code
}

describe('Memo', () => {
  it.each([0, 255, 256, 65_535, 65_536, 8_388_607, 8_388_608, 4_294_967_295, 2 ** 50])('gives back what was put at %i', (index) => {
    const memo = new Memo()
    const global = new GlobalRef('os', 'system', false)
    memo.put(index, global)
    expect(valueAt(memo, index)).toBe(global)
    memo.put(index, TRUE)
    expect(valueAt(memo, index)).toBe(TRUE)
    expect(memo.count).toBe(1)
  })

  it('knows an entry that was never stored', () => {
    const memo = new Memo()
    memo.put(5, NONE)
    for (const index of [0, 4, 6, 300, 70_000, 2 ** 40]) expect(memo.codeAt(index)).toBeNaN()
  })

  it('counts distinct entries, where MEMOIZE goes on', () => {
    const memo = new Memo()
    for (const index of [7, 7, 9, 100_000]) memo.put(index, NONE)
    expect(memo.count).toBe(3)
  })

  it('keeps a million entries in a row', () => {
    const memo = new Memo()
    for (let index = 0; index < 1_000_000; index++) memo.put(index, integer(index))
    expect(memo.count).toBe(1_000_000)
    expect(memo.dropped).toBe(false)
    for (const index of [0, 255, 256, 65_535, 65_536, 999_999]) expect(valueAt(memo, index)).toBe(integer(index))
  })

  it('a slot that was first scattered keeps its value when the pieces reach it', () => {
    const memo = new Memo()
    const late = new Text('late')
    memo.put(70_000, late)
    for (let index = 0; index < 70_000; index++) memo.put(index, NONE)
    expect(valueAt(memo, 70_000)).toBe(late)
    expect(memo.count).toBe(70_001)
    memo.put(70_001, TRUE)
    expect(valueAt(memo, 70_000)).toBe(late)
    memo.put(70_000, TRUE)
    expect(valueAt(memo, 70_000)).toBe(TRUE)
  })

  it('says that it gave something up, and for which entries that may hold', () => {
    const memo = new Memo()
    for (let index = 0; index < 70_000; index++) memo.put(10_000_000 + index * 3, NONE)
    expect(memo.dropped).toBe(true)
    expect(memo.codeAt(10_000_000 + 69_999 * 3)).toBe(DROPPED)
    expect(memo.codeAt(10_000_000)).toBe(NONE)
  })

  it('keeps imported names whatever else there is', () => {
    const memo = new Memo()
    for (let index = 0; index < 140_000; index++) memo.put(index, new Text('x'))
    const system = new GlobalRef('os', 'system', false)
    memo.put(140_000, system)
    expect(valueAt(memo, 140_000)).toBe(system)
    expect(valueAt(memo, 139_999)).toBe(DROPPED)
  })

  it('keeps what a result is a result of, when there are too many to keep apart', () => {
    const memo = new Memo()
    const callee = new GlobalRef('m', 'C', false)
    for (let index = 0; index < 140_000; index++) memo.put(index, new Result(callee, [], 'newobj', 0))
    const last = valueAt(memo, 139_999)
    expect(last instanceof Result && last.callee).toBe(callee)
  })

  it('keeps containers by their kind after the first few thousand', () => {
    const memo = new Memo()
    const list = new Sequence('list', [TRUE])
    memo.put(0, list)
    for (let index = 1; index < 5000; index++) memo.put(index, new Dict([]))
    expect(valueAt(memo, 0)).toBe(list)
    expect(valueAt(memo, 4999)).toBe(DICT)
  })
})
