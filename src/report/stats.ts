import type { Report, Stats } from '../types/report.ts'

/** The work of all files together; undefined where it was not counted. */
export function totalStats({ files }: Pick<Report, 'files'>): Stats | undefined {
  const counted = files.flatMap(({ stats }) => stats ?? [])
  if (counted.length === 0) return undefined
  const sum = (key: keyof Stats): number => counted.reduce((total, stats) => total + stats[key], 0)
  return {
    reads: sum('reads'),
    bytesRead: sum('bytesRead'),
    members: sum('members'),
    bytesInflated: sum('bytesInflated'),
    opcodes: sum('opcodes'),
  }
}

/** As one line for people. */
export function statsLine({ reads, bytesRead, members, bytesInflated, opcodes }: Stats): string {
  return `${reads} reads, ${bytesRead} bytes read, ${members} members, ${bytesInflated} bytes inflated, ${opcodes} opcodes`
}
