// Sums the work counters of all files and formats them as one line.
import type { Accounted, PassReason } from '../types/account.ts'
import { PASS_REASONS } from '../types/account.ts'
import type { Report, Stats } from '../types/report.ts'

/** Sums the work of all files and takes the highest of their peaks; undefined if nothing was counted. */
export function totalStats({ files }: Pick<Report, 'files'>): Stats | undefined {
  const counted = files.flatMap(({ stats }) => stats ?? [])
  if (counted.length === 0) return undefined
  const sum = (key: Counted): number => counted.reduce((total, stats) => total + stats[key], 0)
  const highest = (key: Counted): number => counted.reduce((most, stats) => Math.max(most, stats[key]), 0)
  return {
    reads: sum('reads'),
    bytesRead: sum('bytesRead'),
    members: sum('members'),
    bytesInflated: sum('bytesInflated'),
    opcodes: sum('opcodes'),
    peakStack: highest('peakStack'),
    peakMemo: highest('peakMemo'),
    bytes: counted.map(({ bytes }) => bytes).reduce(together),
  }
}

type Counted = Exclude<keyof Stats, 'bytes'>

function together(one: Accounted, other: Accounted): Accounted {
  const sums = PASS_REASONS.map((reason) => [reason, one.passedOver[reason] + other.passedOver[reason]])
  return {
    interpreted: one.interpreted + other.interpreted,
    passedOver: Object.fromEntries(sums) as Record<PassReason, number>,
    unaccounted: one.unaccounted + other.unaccounted,
  }
}

/** Formats the numbers as one line. */
export function statsLine({ reads, bytesRead, members, bytesInflated, opcodes, peakStack, peakMemo, bytes }: Stats): string {
  const work = `${reads} reads, ${bytesRead} bytes read, ${members} members, ${bytesInflated} bytes inflated, ${opcodes} opcodes`
  const peaks = `at most ${peakStack} on the stack, ${peakMemo} in the memo`
  const passed = PASS_REASONS.flatMap((reason) => (bytes.passedOver[reason] > 0 ? [`${bytes.passedOver[reason]} ${reason}`] : []))
  const over = passed.length === 0 ? '' : `, passed over: ${passed.join(', ')}`
  return `${work}, ${peaks}; ${bytes.interpreted} bytes interpreted${over}; ${bytes.unaccounted} unaccounted`
}
