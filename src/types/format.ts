// Defines the interface between formats and the driver that runs them.
import type { Account } from './account.ts'
import type { Artifact, Member } from './artifact.ts'
import type { Observation, Silence } from './observation.ts'

/** `possible` means: only a closer look can tell; the format's `scan` may still answer `not-this-format`. */
export type Match = 'certain' | 'possible' | 'no'

/** What detection may look at. Reading is lazy and counted; nothing is read twice. */
export interface Probe {
  /** The last path component as written, e.g. `Model.PT`. */
  readonly name: string
  /** Lower-case extension of the name with its dot, or an empty string. */
  readonly extension: string
  /** Size in bytes; undefined for a stream, whose end is not known. */
  readonly size: number | undefined
  /** The first bytes: 4 KiB of a file or stream (less if it is shorter), 512 bytes of a member that is stored. */
  readonly head: Uint8Array
  /** The last bytes: 64 KiB + 22 of a file, 64 bytes of a member; empty for a stream. */
  readonly tail: Uint8Array
  /** True for an entry of a container. */
  readonly member: boolean
  /** True where the extension promises or suggests a model. */
  readonly namesModel: boolean
}

/** What an artifact has that can be of a format: such a first byte, or one of these extensions (`''` for a name without one). */
export interface Opening {
  readonly first?: (byte: number) => boolean
  readonly extensions?: readonly string[]
}

/** What files of a format are for. */
export type FormatKind =
  /** What a library loads as a model, and archives, which may hold one. */
  | 'model'
  /** Arrays and tables: some models are kept in them, and much else. */
  | 'data'
  /** Databases, of whose values some are pickles. */
  | 'database'
  /** Comes with a model and is loaded beside it: a configuration, a template, a list. */
  | 'companion'
  /** Programs and program code. */
  | 'code'
  /** Stands in place of a file that is kept elsewhere. */
  | 'pointer'
  /** No format: a search of bytes that no format reads. */
  | 'search'

/** Names by which loaders take a file for one of the format. No other program uses them. */
export interface PromisedNames {
  /** Lower case, with dot. */
  readonly extensions?: readonly string[]
  /** Matches whole names, whose extension alone promises nothing. */
  readonly names?: RegExp
}

/** A format: its ids in reports, the names of its files, how it is recognised and read. All lists of formats derive from it. */
export interface Format {
  /** Stable id, lower case: stands in reports. */
  readonly id: string
  readonly title: string
  /** Also the kind of its `labels`. */
  readonly kind: FormatKind
  /** All ids that the reader may give to `Scan.label`. */
  readonly labels?: readonly string[]
  /**
   * For a model or data: a file of such a name is incomplete if nothing, or a companion alone, reads it.
   * For a companion: libraries load it by this name.
   */
  readonly promises?: PromisedNames
  /** Extensions that mean a model more often than not, although other programs use them. */
  readonly suggests?: readonly string[]
  /** Further usual extensions, which any program uses. Like all names they are checked: never the dispatch key. */
  readonly extensions?: readonly string[]
  /** `random`: the reader needs a source; a stream is spooled for it. Others read either. */
  readonly access?: 'random'
  /** Spares asking: only an artifact that has it is put to `match`. Left out where neither beginning nor extension tells. */
  readonly opening?: Opening
  /** Cheap, total, never throws. */
  match(probe: Probe): Match
  /**
   * States what the bytes do, through `scan.observe`. Throws `ScanError`; anything else is our bug.
   * `not-this-format` is allowed only where `match` said `possible`, and only if nothing was observed; but for the search of files that no format reads.
   */
  scan(artifact: Artifact, scan: Scan): ScanResult | Promise<ScanResult>
}

// biome-ignore lint/suspicious/noConfusingVoidType: a reader that just ends has read its format
export type ScanResult = void | 'not-this-format'

/** What a format may do while it reads one artifact. */
export interface Scan {
  readonly budget: Budget
  /** What became of the artifact’s bytes. A member that is stored as it is, with `storedAt`, is written there by `descend`. */
  readonly account: Account
  readonly probe: Probe
  /** States a fact. Facts are judged at once; nothing that happens later takes one back. The answer says which others would change nothing. */
  observe(observation: Observation): Silence | false
  /** Can nobody do harm with this name as a value, whoever calls it? No statement, and the same at any time. */
  harmless(name: Extract<Observation, { kind: 'global' }>): boolean
  /** Scans a member with the same budget, one level deeper. Its errors become its own `incomplete`. True where some format read it. */
  descend(member: Member): Promise<boolean>
  /** Names the file more exactly than by the format's id: by one of its `labels`, e.g. `pytorch` for a zip. */
  label(formatId: string): void
}

/** What is counted. Each has a row in scan/limits.ts. */
export type Charge = 'bytes-inflated' | 'members' | 'opcodes'

/** The most that any pickle of a file had at once: values on the stack, filled slots of the memo. */
export interface Peaks {
  stack: number
  memo: number
}

/** One per top-level file, handed down and never renewed. */
export interface Budget {
  /** Present where somebody wants to know. */
  readonly peaks?: Peaks
  /** Spends `amount`; throws `ScanError('limit')`, or `ScanError('timeout')` past the file's time, naming the limit. */
  charge(kind: Charge, amount: number): void
  /** Throws `ScanError('timeout')` when the file's time is over. Called at every refill. */
  checkTime(): void
}
