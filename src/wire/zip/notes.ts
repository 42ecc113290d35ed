import type { ZipDifference } from '../../facts/archive.ts'

/** Two readers of the same archive would see different things. */
export interface ZipNote {
  readonly difference: ZipDifference
  /** The entry's name; empty when it is about the archive. */
  readonly entry: string
  readonly detail: string
  readonly offset: number
}

/** Of each kind this many are told one by one; the rest is a number. A hostile archive can have a million. */
const KEPT_PER_KIND = 25

export interface ZipNotes {
  /** `detail` is only built when it is kept. */
  add(difference: ZipDifference, entry: string, offset: number, detail: () => string): void
  all(): ZipNote[]
}

export function collectNotes(): ZipNotes {
  const kept: ZipNote[] = []
  const counts = new Map<ZipDifference, number>()
  return {
    add(difference, entry, offset, detail) {
      const count = (counts.get(difference) ?? 0) + 1
      counts.set(difference, count)
      if (count <= KEPT_PER_KIND) kept.push({ difference, entry, detail: detail(), offset })
    },
    all() {
      const more: ZipNote[] = []
      for (const [difference, count] of counts) {
        if (count <= KEPT_PER_KIND) continue
        more.push({ difference, entry: '', detail: `${count - KEPT_PER_KIND} more of this kind`, offset: 0 })
      }
      return [...kept, ...more]
    },
  }
}
