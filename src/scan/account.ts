// Keeps the account of each artifact: which bytes were interpreted, which passed over, and which neither.
import type { Account, Accounted, PassReason, Range } from '../types/account.ts'
import { PASS_REASONS } from '../types/account.ts'

/** Separate ranges of one artifact that are kept: real files have a handful. What does not fit is left out, and so counts as not read. */
const MOST_RANGES = 65_536

/** Index of the bytes that were interpreted in the counts; the reasons come behind it. */
const READ = 0
const KINDS = new Map<PassReason, number>(PASS_REASONS.map((reason, index) => [reason, index + 1]))

/** Bytes of one file by what became of them, all of its artifacts together. */
export class Tally {
  private readonly counts = new Float64Array(PASS_REASONS.length + 1)
  private unaccounted = 0

  add(kind: number, bytes: number): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + bytes
  }

  addUnrecognised(bytes: number): void {
    this.add(KINDS.get('unrecognised') ?? READ, bytes)
  }

  addUnaccounted(bytes: number): void {
    this.unaccounted += bytes
  }

  result(): Accounted {
    const passedOver = Object.fromEntries(PASS_REASONS.map((reason, index) => [reason, this.counts[index + 1] ?? 0]))
    return { interpreted: this.counts[READ] ?? 0, passedOver: passedOver as Record<PassReason, number>, unaccounted: this.unaccounted }
  }
}

/** What is missing in an account: the first range, and the sum of all. */
export interface Missing {
  readonly first: Range
  readonly total: number
}

/**
 * The account of one artifact: sorted ranges that do not touch. Readers go forward, so that nearly every range only makes the latest one longer. A byte
 * counts for whoever accounts for it first.
 */
export class Ledger implements Account {
  /** An `incomplete` was stated of the artifact itself. */
  told = false
  /** Where the last member ends that was handed on as it lies here. */
  membersEnd = 0
  private readonly size: number
  private readonly tally: Tally | undefined
  /** The only range, as nearly every account of a small file has it; then `starts` and `ends` are not there yet. */
  private from = 0
  private to = 0
  private starts: number[] = NONE
  private ends: number[] = NONE
  private latest = 0
  private readonly counts: number[] | undefined

  /** `size`: infinite while it is not known. */
  constructor(size: number, tally: Tally | undefined) {
    this.size = size
    this.tally = tally
    this.counts = tally && []
  }

  read(offset = 0, length = Number.POSITIVE_INFINITY): void {
    this.add(READ, offset, offset + length)
  }

  passOver(reason: PassReason, offset = 0, length = Number.POSITIVE_INFINITY): void {
    if (reason === 'member') this.membersEnd = Math.max(this.membersEnd, offset + length)
    this.add(KINDS.get(reason) ?? READ, offset, offset + length)
  }

  gaps(most: number): readonly Range[] {
    const found: Range[] = []
    for (const gap of this.allGaps(this.size)) {
      if (found.length >= most) break
      found.push(gap)
    }
    return found
  }

  /** Ends the account of an artifact that turned out to have `size` bytes. */
  close(size: number): Missing | undefined {
    if (this.starts === NONE && this.tally === undefined && this.from === 0 && this.to >= size) return undefined
    let first: Range | undefined
    let total = 0
    for (const gap of this.allGaps(size)) {
      first ??= gap
      total += gap.length
    }
    if (this.tally && this.counts) {
      let kept = size - total
      for (const [kind, bytes = 0] of this.counts.entries()) {
        // Ranges of a stream may go on behind its end.
        this.tally.add(kind, Math.min(bytes, kept))
        kept -= Math.min(bytes, kept)
      }
      this.tally.addUnaccounted(total)
    }
    return first && { first, total }
  }

  private *allGaps(size: number): Generator<Range, void, undefined> {
    let at = 0
    if (this.starts === NONE && this.to > this.from) this.spread()
    for (const [index, start] of this.starts.entries()) {
      if (at >= size) return
      if (start > at) yield { offset: at, length: Math.min(start, size) - at }
      at = this.ends[index] ?? at
    }
    if (at < size) yield { offset: at, length: size - at }
  }

  private add(kind: number, from: number, to: number): void {
    const start = Math.max(0, from)
    const end = Math.min(this.size, to)
    if (!(end > start)) return
    if (this.starts === NONE) {
      if (this.to === this.from) {
        this.from = start
        this.to = end
        this.count(kind, end - start)
        return
      }
      if (start === this.to) {
        this.to = end
        this.count(kind, end - start)
        return
      }
      this.spread()
    }
    const { starts, ends, latest } = this
    const known = ends[latest] ?? 0
    // Most often a member whose container has accounted for it, or on from where the latest range ends.
    if (end <= known && start >= (starts[latest] ?? 0)) return
    if (start === known && latest === ends.length - 1) {
      ends[latest] = end
      this.count(kind, end - start)
    } else this.insert(starts, ends, kind, start, end)
  }

  /** Puts the only range into a list of ranges. */
  private spread(): void {
    this.starts = [this.from]
    this.ends = [this.to]
  }

  private insert(starts: number[], ends: number[], kind: number, start: number, end: number): void {
    const low = firstAtLeast(ends, start)
    let high = low
    let covered = 0
    for (; high < starts.length && (starts[high] ?? 0) <= end; high++)
      covered += Math.max(0, Math.min(end, ends[high] ?? 0) - Math.max(start, starts[high] ?? 0))
    if (high === low) {
      if (starts.length >= MOST_RANGES) return
      starts.splice(low, 0, start)
      ends.splice(low, 0, end)
    } else {
      starts[low] = Math.min(start, starts[low] ?? start)
      ends[low] = Math.max(end, ends[high - 1] ?? end)
      if (high > low + 1) {
        starts.splice(low + 1, high - low - 1)
        ends.splice(low + 1, high - low - 1)
      }
    }
    this.latest = low
    this.count(kind, end - start - covered)
  }

  private count(kind: number, bytes: number): void {
    if (this.counts) this.counts[kind] = (this.counts[kind] ?? 0) + bytes
  }
}

const NONE: number[] = []

/** Index of the first of sorted numbers that is not below `value`. */
function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
