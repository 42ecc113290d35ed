// Defines the interface between formats and the driver that runs them.
import type { Observation } from '../facts/observation.ts'
import type { Silence } from '../facts/pickle.ts'
import type { Account } from './account.ts'
import type { Artifact, Member } from './artifact.ts'

/** The answer of `Format.match`. After `possible`, `scan` may still return `not-this-format`. */
export type Match = 'certain' | 'possible' | 'no'

/** The name and bytes by which formats are recognised. Bytes are read at first use, and once. */
export interface Probe {
  /** The last path component as written, e.g. `Model.PT`. */
  readonly name: string
  /** Lower-case extension of the name with its dot, or an empty string. */
  readonly extension: string
  /** Size in bytes; undefined for a stream, whose length is unknown. */
  readonly size: number | undefined
  /** The first bytes: up to 4 KiB of a file or stream, up to 512 bytes of a stored member. */
  readonly head: Uint8Array
  /** The last bytes: 64 KiB + 22 of a file, 64 bytes of a member; empty for a stream. */
  readonly tail: Uint8Array
  /** True for a member of a container. */
  readonly member: boolean
  /** True if the extension promises or suggests a model. */
  readonly namesModel: boolean
}

/**
 * The first bytes or extensions without which a format cannot match: an artifact needs one of either. `''`: no
 * extension.
 */
export interface Prefilter {
  readonly first?: (byte: number) => boolean
  readonly extensions?: readonly string[]
}

/** The purpose of a format's files. */
export type FormatKind =
  /** Files that a library loads as a model, and archives, which may contain one. */
  | 'model'
  /** Arrays and tables, in which some models are stored, and much else. */
  | 'data'
  /** Databases; some of their values are pickles. */
  | 'database'
  /** Files that are loaded together with a model: a configuration, a template, a list. */
  | 'companion'
  /** Programs and source code. */
  | 'code'
  /** Files that replace one that is stored elsewhere, such as a Git LFS pointer. */
  | 'pointer'
  /** Not a file format: the payload search of bytes that no format reads. */
  | 'search'

/** Names by which loaders recognise the format, and which no other program uses. */
export interface PromisedNames {
  /** In lower case, with the dot. */
  readonly extensions?: readonly string[]
  /** Matches whole names whose extension alone promises nothing. */
  readonly names?: RegExp
}

/**
 * A format: its ids in reports, the names of its files, how to recognise and read it. All lists of formats derive
 * from it.
 */
export interface Format {
  /** Stable id for reports, in lower case. */
  readonly id: string
  readonly title: string
  /** The kind of the format and of all its `labels`. */
  readonly kind: FormatKind
  /** All ids that the reader may pass to `Scan.label`. */
  readonly labels?: readonly string[]
  /**
   * For a model or data: a file of such a name is incomplete if no format, or only a companion, reads it.
   * For a companion: libraries load it by this name.
   */
  readonly promises?: PromisedNames
  /** Extensions that usually mean a model, although other programs use them too. */
  readonly suggests?: readonly string[]
  /** Other usual extensions, which any program may use. No name or extension ever selects the reader. */
  readonly extensions?: readonly string[]
  /**
   * `random`: the reader needs random access, so that a stream is spooled for it. Without it, the reader takes both.
   */
  readonly access?: 'random'
  /**
   * Saves calls of `match`: it is called only where this applies. Omitted if neither first byte nor extension
   * decides.
   */
  readonly prefilter?: Prefilter
  /** Recognises the format by the bytes of the probe. Cheap; never throws. */
  match(probe: Probe): Match
  /**
   * Reads the artifact and reports through `scan.observe`. Returns `not-this-format` only if `match` answered
   * `possible` and nothing was reported; the payload search is an exception.
   * @throws {ScanError} on bytes that it cannot read; any other error is a bug of ModelGate
   */
  scan(artifact: Artifact, scan: Scan): ScanResult | Promise<ScanResult>
}

/** The answer of `Format.scan`. */
// biome-ignore lint/suspicious/noConfusingVoidType: a reader that returns nothing has read its format
export type ScanResult = void | 'not-this-format'

/** The driver, as a format sees it while it reads one artifact. */
export interface Scan {
  readonly budget: Budget
  /** The account of the artifact's bytes. `descend` accounts for a stored member, one with `storedAt`, by itself. */
  readonly account: Account
  readonly probe: Probe
  /**
   * Reports an observation, which is judged at once and never withdrawn. The answer says which others would change
   * nothing.
   */
  observe(observation: Observation): Silence | false
  /** Returns whether this global does no harm, whatever calls it. Reports nothing; the answer never changes. */
  harmless(name: Extract<Observation, { kind: 'global' }>): boolean
  /**
   * Scans a member with the same budget, one level deeper. Its errors become its own `incomplete`. True if a format
   * read it.
   */
  descend(member: Member): Promise<boolean>
  /** Gives the artifact a more exact id: one of the format's `labels`, e.g. `pytorch` for a zip. */
  label(formatId: string): void
}

/** The costs that a budget counts. Each has a row in scan/limits.ts. */
export type Charge = 'bytes-inflated' | 'members' | 'opcodes'

/** Highest numbers in any pickle of a file: values on the stack, filled slots of the memo. */
export interface Peaks {
  stack: number
  memo: number
}

/** The budget of one file of the disk. Its members share it; it is never renewed. */
export interface Budget {
  /** Only for statistics. */
  readonly peaks?: Peaks
  /** Spends `amount`. @throws {ScanError} `limit` with the limit in its message */
  charge(kind: Charge, amount: number): void
  /** Called at every refill of a window. @throws {ScanError} `timeout` when the time for the file is over */
  checkTime(): void
}
