// Collects where readers of a zip archive would disagree, a bounded number of each kind.
import type { ZipDifference } from '../../facts/archive.ts'

/** A point on which two readers of the same archive disagree. */
export interface ZipNote {
  readonly difference: ZipDifference
  /** The entry's name; empty when it is about the archive. */
  readonly entry: string
  readonly detail: string
  readonly offset: number
}

/** Notes of each kind that are reported one by one; the others are counted. A hostile archive can have a million. */
const KEPT_PER_KIND = 25

/** Collects notes. */
export interface ZipNotes {
  /** Calls `detail` only when the note is reported on its own. */
  add(difference: ZipDifference, entry: string, offset: number, detail: () => string): void
  all(): ZipNote[]
}

/** Returns an empty collection of notes. */
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
