import { describe, expect, it } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { createBudget } from '../../src/scan/budget.ts'
import { defaultLimits } from '../../src/scan/limits.ts'
import type { Charge } from '../../src/types/format.ts'

const limits = { ...defaultLimits, 'bytes-inflated': 100, members: 3, opcodes: 1000, time: 5000 }

describe('a budget', () => {
  it.each<[Charge, number, RegExp]>([
    ['bytes-inflated', 100, /more than 100 bytes were decompressed/],
    ['members', 3, /more than 3 archive members/],
    ['opcodes', 1000, /more than 1000 pickle opcodes/],
  ])('of %s is spent up to its limit and no further', (kind, most, message) => {
    const budget = createBudget(limits, () => 0)
    budget.charge(kind, most)
    expect(() => budget.charge(kind, 0)).not.toThrow()
    expect(() => budget.charge(kind, 1)).toThrow(message)
    expect(() => budget.charge(kind, 0)).toThrow(ScanError)
  })

  it('is not spent twice: each kind counts for itself', () => {
    const budget = createBudget(limits, () => 0)
    budget.charge('members', 3)
    expect(() => budget.charge('opcodes', 1000)).not.toThrow()
  })

  it('ends with its time', () => {
    let now = 100
    const budget = createBudget(limits, () => now)
    now = 5100
    expect(() => budget.checkTime()).not.toThrow()
    now = 5101
    expect(() => budget.checkTime()).toThrow(/its time limit of 5 seconds/)
    expect(() => budget.checkTime()).toThrow(expect.objectContaining({ why: 'timeout' }))
  })
})
