// Counts what scanning one file costs, and stops it at the limits.
import { ScanError } from '../bytes/errors.ts'
import type { Budget, Charge, Peaks } from '../types/format.ts'
import type { Limits } from './limits.ts'

const UNITS: Record<Charge, string> = {
  'bytes-inflated': 'bytes were decompressed',
  members: 'archive members were read',
  opcodes: 'pickle opcodes were read',
}

/** Creates the budget of one file. It counts into `spent` and, if given, `peaks`. `now` returns milliseconds. */
export function createBudget(
  limits: Limits,
  now: () => number,
  peaks?: Peaks,
): Budget & { readonly spent: Readonly<Record<Charge, number>> } {
  const spent: Record<Charge, number> = { 'bytes-inflated': 0, members: 0, opcodes: 0 }
  const deadline = now() + limits.time
  const checkTime = () => {
    if (now() > deadline) throw new ScanError('timeout', `the scan of this file reached its time limit of ${limits.time / 1000} seconds`)
  }
  return {
    spent,
    ...(peaks ? { peaks } : {}),
    checkTime,
    charge(kind, amount) {
      spent[kind] += amount
      if (spent[kind] > limits[kind]) throw new ScanError('limit', `more than ${limits[kind]} ${UNITS[kind]}`)
    },
  }
}
