import type { Report, Stats } from '../types/report.ts'

/** The work of all files together, and the highest of their peaks; undefined where it was not counted. */
export function totalStats({ files }: Pick<Report, 'files'>): Stats | undefined {
  const counted = files.flatMap(({ stats }) => stats ?? [])
  if (counted.length === 0) return undefined
  const sum = (key: keyof Stats): number => counted.reduce((total, stats) => total + stats[key], 0)
  const highest = (key: keyof Stats): number => counted.reduce((most, stats) => Math.max(most, stats[key]), 0)
  return {
    reads: sum('reads'),
    bytesRead: sum('bytesRead'),
    members: sum('members'),
    bytesInflated: sum('bytesInflated'),
    opcodes: sum('opcodes'),
    peakStack: highest('peakStack'),
    peakMemo: highest('peakMemo'),
  }
}

/** As one line for people. */
export function statsLine({ reads, bytesRead, members, bytesInflated, opcodes, peakStack, peakMemo }: Stats): string {
  const work = `${reads} reads, ${bytesRead} bytes read, ${members} members, ${bytesInflated} bytes inflated, ${opcodes} opcodes`
  return `${work}, at most ${peakStack} on the stack, ${peakMemo} in the memo`
}
