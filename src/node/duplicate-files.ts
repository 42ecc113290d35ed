// Recognises duplicate files of one run, so that each content is scanned once.
import type { ByteSource } from '../bytes/source.ts'
import type { Policy } from '../policy/policy.ts'
import type { Accounted } from '../types/account.ts'
import type { Hints } from '../types/artifact.ts'
import type { Finding, Incomplete } from '../types/finding.ts'
import type { Charge } from '../types/format.ts'
import type { TorchVerdict } from '../types/report.ts'
import { sha256OfSource } from './hash.ts'

/** What reading a file gave, before the policy's exceptions and the baseline have their say. */
export interface Reading {
  readonly formats: readonly string[]
  readonly findings: readonly Finding[]
  readonly incomplete: readonly Incomplete[]
  readonly torch: TorchVerdict | undefined
  readonly spent: Readonly<Record<Charge, number>>
  /** Where it is counted. */
  readonly bytes: Accounted | undefined
}

/** A reading, the hash of the content where it had to be known, and the file whose content was read in place of this one's. */
export interface Read extends Reading {
  readonly sha256?: string
  readonly sameAs?: string
}

/** A file that is to be read. */
export interface Readable {
  readonly path: string
  readonly source: ByteSource
  readonly policy: Policy
  readonly hints: Hints
}

/** Reads a file for the first time. Throws nothing: what cannot be read is in the reading. */
export type Scanner = (hints: Hints) => Promise<Reading>

interface Known {
  readonly path: string
  readonly sha256: string
  readonly policy: Policy
  readonly reading: Reading
}

/** Nanoseconds that one of each takes, roughly; and what a byte takes to be hashed. */
const COST: Readonly<Record<Charge, number>> = { opcodes: 25, members: 10_000, 'bytes-inflated': 2 }
const HASH = 1.5
/** A scan that takes no longer than this is done again rather than remembered, in nanoseconds. */
const SHORT = 20_000_000
/** What depends on the machine and the moment is tried again for each copy. */
const PASSING: readonly Incomplete['why'][] = ['timeout', 'internal']

/**
 * The files of one run that took longer to scan than to hash, so that copies of them are recognised and not scanned again: most files are scanned faster
 * than hashed. A copy has the same SHA-256 and the same name without its folder, which is all of the path that readers see, stands under the same policy,
 * and is one whose reading asked for nothing around it.
 */
export class Copies {
  private readonly known = new Map<string, Known[]>()
  private readonly inFlight = new Map<string, Promise<unknown>>()
  private readonly files: readonly string[]

  /** `files`: all paths of the run; only a file that has a namesake among them is worth a hash. */
  constructor(files: readonly string[]) {
    this.files = files
  }

  /** What `scan` gives, or gave for a copy of the file. `scan` gets the file's hints, to be seen asking what lies around it. */
  async read(file: Readable, scan: Scanner): Promise<Read> {
    const { path, source, policy } = file
    const key = `${source.size} ${baseOf(path)}`
    // Copies are met together, since files are scanned in the order of their names: the first is waited for.
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

  /** Scans the file; gives its hash as well where that is worth it. */
  private async scanned({ path, source, hints }: Readable, scan: Scanner, hashed: string | undefined): Promise<Read> {
    let asked = false
    const hear = (): void => {
      asked = true
    }
    const found = await scan(watched(hints, hear))
    if (asked || !isWorthIt(found, source.size) || !this.hasNamesake(path)) return found
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
  if (incomplete.some(({ why }) => PASSING.includes(why))) return false
  const cost = COST.opcodes * spent.opcodes + COST.members * spent.members + COST['bytes-inflated'] * spent['bytes-inflated']
  return cost > SHORT && cost > 2 * HASH * size
}

/** The same hints, which tell when one of them is used whose answer depends on where the file is. */
function watched({ neighbour, companion, ...rest }: Hints, asked: () => void): Hints {
  const telling =
    <A extends unknown[], R>(ask: (...args: A) => R) =>
    (...args: A): R => {
      asked()
      return ask(...args)
    }
  return { ...rest, ...(neighbour && { neighbour: telling(neighbour) }), ...(companion && { companion: telling(companion) }) }
}

/** The same, said of another file. */
function movedTo(path: string, reading: Reading): Reading {
  const move = <T extends Finding | Incomplete>(part: T): T => ({ ...part, path: [path, ...part.path.slice(1)] })
  return { ...reading, findings: reading.findings.map(move), incomplete: reading.incomplete.map(move) }
}
