// Recognises duplicate files of one run, so that each content is scanned once.
import type { ByteSource } from '../bytes/source.ts'
import type { Policy } from '../policy/policy.ts'
import type { Accounted } from '../types/account.ts'
import type { Hints } from '../types/artifact.ts'
import type { Finding, Incomplete } from '../types/finding.ts'
import type { Charge } from '../types/format.ts'
import type { TorchVerdict } from '../types/report.ts'
import { sha256OfSource } from './hash.ts'

/** The result of reading a file, before exceptions and the baseline apply. */
export interface Reading {
  readonly formats: readonly string[]
  readonly findings: readonly Finding[]
  readonly incomplete: readonly Incomplete[]
  readonly torch: TorchVerdict | undefined
  readonly spent: Readonly<Record<Charge, number>>
  /** Only for statistics. */
  readonly bytes: Accounted | undefined
}

/**
 * A reading with the SHA-256 of the content, if it was computed, and the duplicate that was read in place of this
 * file.
 */
export interface Read extends Reading {
  readonly sha256?: string
  readonly sameAs?: string
}

/** A file to read. */
export interface Readable {
  readonly path: string
  readonly source: ByteSource
  readonly policy: Policy
  readonly hints: Hints
}

/** Scans a file. Never throws: the reading has what is incomplete. */
export type Scanner = (hints: Hints) => Promise<Reading>

interface Known {
  readonly path: string
  readonly sha256: string
  readonly policy: Policy
  readonly reading: Reading
}

/** Approximate nanoseconds for one of each, and for hashing one byte. */
const COST: Readonly<Record<Charge, number>> = { opcodes: 25, members: 10_000, 'bytes-inflated': 2 }
const HASH_COST = 1.5
/** Shorter scans are repeated rather than remembered. In nanoseconds. */
const SHORT = 20_000_000
/** Reasons that depend on the machine and the moment: each duplicate is scanned again. */
const TRANSIENT: readonly Incomplete['why'][] = ['timeout', 'internal']

/**
 * Remembers the files of one run that took longer to scan than to hash, so that duplicates of them are not scanned
 * again; most files are scanned faster than hashed. A duplicate has the same SHA-256, the same file name (readers see
 * no more of the path) and the same policy. Files whose reading asked about other files on disk are not remembered.
 */
export class DuplicateFiles {
  private readonly known = new Map<string, Known[]>()
  private readonly inFlight = new Map<string, Promise<unknown>>()
  private readonly files: readonly string[]

  /** `files`: all paths of the run. A file is hashed only if another one has the same name. */
  constructor(files: readonly string[]) {
    this.files = files
  }

  /** Returns the reading of a duplicate, or calls `scan` with hints that record whether they are used. */
  async read(file: Readable, scan: Scanner): Promise<Read> {
    const { path, source, policy } = file
    const key = `${source.size} ${baseOf(path)}`
    // Duplicates are often scanned at the same time: wait for the first.
    for (let first = this.inFlight.get(key); first; first = this.inFlight.get(key)) await first
    const known = this.known.get(key) ?? []
    const sha256 = known.length === 0 ? undefined : sha256OfSource(source)
    const same = known.find((other) => other.sha256 === sha256 && other.policy === policy)
    if (same) return { ...movedTo(path, same.reading), sha256: same.sha256, sameAs: same.path }
    const reading = this.scanned(file, scan, sha256).then(({ sha256: hash, ...found }) => {
      if (hash !== undefined) this.known.set(key, [...known, { path, sha256: hash, policy, reading: found }])
      return hash === undefined ? found : { ...found, sha256: hash }
    })
    const done = (): boolean => this.inFlight.delete(key)
    this.inFlight.set(key, reading.then(done, done))
    return reading
  }

  /** Scans the file, and hashes it as well if it is worth remembering. */
  private async scanned({ path, source, hints }: Readable, scan: Scanner, hashed: string | undefined): Promise<Read> {
    let isDependent = false
    const onUse = (): void => {
      isDependent = true
    }
    const found = await scan(watched(hints, onUse))
    if (isDependent || !isWorthIt(found, source.size) || !this.hasNamesake(path)) return found
    const sha256 = hashed ?? sha256OfSource(source)
    return sha256 === undefined ? found : { ...found, sha256 }
  }

  private hasNamesake(path: string): boolean {
    const base = baseOf(path)
    return this.files.some((other) => other !== path && other.endsWith(base) && baseOf(other) === base)
  }
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function isWorthIt({ spent, incomplete }: Reading, size: number): boolean {
  if (incomplete.some(({ why }) => TRANSIENT.includes(why))) return false
  const cost = COST.opcodes * spent.opcodes + COST.members * spent.members + COST['bytes-inflated'] * spent['bytes-inflated']
  return cost > SHORT && cost > 2 * HASH_COST * size
}

/** Wraps the hints whose answers depend on the folder of the file, to call `onUse` when one is used. */
function watched({ neighbour, sibling, ...rest }: Hints, onUse: () => void): Hints {
  const wrap =
    <A extends unknown[], R>(ask: (...args: A) => R) =>
    (...args: A): R => {
      onUse()
      return ask(...args)
    }
  return { ...rest, ...(neighbour && { neighbour: wrap(neighbour) }), ...(sibling && { sibling: wrap(sibling) }) }
}

/** The same reading with the path of another file. */
function movedTo(path: string, reading: Reading): Reading {
  const move = <T extends Finding | Incomplete>(part: T): T => ({ ...part, path: [path, ...part.path.slice(1)] })
  return { ...reading, findings: reading.findings.map(move), incomplete: reading.incomplete.map(move) }
}
