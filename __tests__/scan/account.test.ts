import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ledger, Tally } from '../../src/scan/account.ts'
import type { PassReason } from '../../src/types/account.ts'

type Step = readonly [kind: 'read' | PassReason, offset: number, length: number]

function write(ledger: Ledger, steps: readonly Step[]): void {
  for (const [kind, offset, length] of steps) kind === 'read' ? ledger.read(offset, length) : ledger.passOver(kind, offset, length)
}

describe('an account', () => {
  it('misses nothing where all was read', () => {
    const ledger = new Ledger(100, undefined)
    ledger.read()
    expect(ledger.close(100)).toBeUndefined()
  })

  it('tells the first range that is missing, and how much there is in all', () => {
    const ledger = new Ledger(100, undefined)
    write(ledger, [
      ['read', 0, 10],
      ['numbers', 20, 30],
      ['read', 60, 20],
    ])
    expect(ledger.close(100)).toEqual({ first: { offset: 10, length: 10 }, total: 40 })
    expect(ledger.gaps(2)).toEqual([
      { offset: 10, length: 10 },
      { offset: 50, length: 10 },
    ])
  })

  it('counts a byte once, for whoever came first', () => {
    const tally = new Tally()
    const ledger = new Ledger(100, tally)
    write(ledger, [
      ['read', 0, 50],
      ['member', 25, 50],
    ])
    ledger.close(100)
    expect(tally.result()).toMatchObject({ interpreted: 50, passedOver: { member: 25 }, unaccounted: 25 })
  })

  it('keeps to the end of a stream, which comes late', () => {
    const tally = new Tally()
    const ledger = new Ledger(Number.POSITIVE_INFINITY, tally)
    ledger.read()
    expect(ledger.close(7)).toBeUndefined()
    expect(tally.result().interpreted).toBe(7)
  })

  it('leaves out, and never adds, where there are more ranges than it keeps', () => {
    const ledger = new Ledger(1_000_000, undefined)
    for (let at = 0; at < 200_000; at += 2) ledger.read(at, 1)
    expect(ledger.close(1_000_000)?.total).toBeGreaterThan(900_000)
  })

  const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom('read', 'numbers', 'member'), fc.nat(120), fc.nat(40))

  it('agrees with an account of single bytes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const plain = new Array<string | undefined>(100).fill(undefined)
        for (const [kind, offset, length] of steps) for (let at = offset; at < Math.min(100, offset + length); at++) plain[at] ??= kind
        const tally = new Tally()
        const ledger = new Ledger(100, tally)
        write(ledger, steps)
        const total = plain.filter((kind) => kind === undefined).length
        const gaps = ledger.gaps(100).flatMap(({ offset, length }) => Array.from({ length }, (_, index) => offset + index))
        expect(gaps).toEqual(plain.flatMap((kind, at) => (kind === undefined ? [at] : [])))
        expect(ledger.close(100)?.total ?? 0).toBe(total)
        const of = (wanted: string): number => plain.filter((kind) => kind === wanted).length
        expect(tally.result()).toMatchObject({
          interpreted: of('read'),
          passedOver: { numbers: of('numbers'), member: of('member') },
          unaccounted: total,
        })
      }),
    )
  })
})
