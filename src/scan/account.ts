// Keeps the account of each artifact: which bytes were interpreted, which passed over, and which neither.
import type { Account, Accounted, PassReason, Range } from '../types/account.ts'
import { PASS_REASONS } from '../types/account.ts'

/**
 * Maximum separate ranges of one artifact; real files have a handful. Further ranges are dropped and so count as
 * unread.
 */
const MAX_RANGES = 65_536

/** Index of the interpreted bytes in the counts; the reasons of passed-over bytes follow. */
const READ = 0
const KINDS: ReadonlyMap<PassReason, number> = new Map<PassReason, number>(PASS_REASONS.map((reason, index) => [reason, index + 1]))

/** Counts the bytes of one file, all artifacts together, as interpreted, passed over by reason, or unaccounted. */
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

/** The bytes that an account does not cover: the first range, and the total length. */
export interface Missing {
  readonly first: Range
  readonly total: number
}

/**
 * The account of one artifact: sorted ranges that do not touch. Readers move forward, so that nearly every range
 * extends the latest one. A byte counts for the reader that accounts for it first.
 */
export class Ledger implements Account {
  /** Whether an `incomplete` was reported for the artifact itself. */
  reportedIncomplete = false
  /** End offset of the last member that is stored here and was scanned as a member. */
  membersEnd = 0
  private readonly size: number
  private readonly tally: Tally | undefined
  /** The only range: accounts of small files rarely have more. Until there are two, `starts` and `ends` are `NONE`. */
  private from = 0
  private to = 0
  private starts: number[] = NONE
  private ends: number[] = NONE
  private latest = 0
  private readonly counts: number[] | undefined

  /** `size`: infinity while it is unknown. */
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

  gaps(max: number): readonly Range[] {
    const found: Range[] = []
    for (const gap of this.allGaps(this.size)) {
      if (found.length >= max) break
      found.push(gap)
    }
    return found
  }

  /** Closes the account, now that the artifact is known to have `size` bytes. Returns the bytes that are missing. */
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
        // Ranges of a stream may extend past its end.
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
    // The two common cases: a member whose container has accounted for it, and a range that extends the latest one.
    if (end <= known && start >= (starts[latest] ?? 0)) return
    if (start === known && latest === ends.length - 1) {
      ends[latest] = end
      this.count(kind, end - start)
    } else this.insert(starts, ends, kind, start, end)
  }

  /** Moves the only range into the lists. */
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
      if (starts.length >= MAX_RANGES) return
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

/** Marks an account whose lists are not made yet. Never written to: `add` calls `spread` first. */
const NONE: number[] = []

/** Returns the index of the first of sorted numbers that is at least `value`. */
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
