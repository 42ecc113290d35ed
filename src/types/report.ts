// The report of a run: its files with their findings, and the verdict.
import type { Accounted } from './account.ts'
import type { ArtifactPath } from './artifact.ts'
import type { Finding, Incomplete, Severity } from './finding.ts'

/** `empty`: no bytes, which can run nothing under any name. */
export type FileStatus = 'clean' | 'findings' | 'incomplete' | 'empty' | 'unrecognised'

/** The report on one file of the disk. `findings` outranks `incomplete`; both lists may be filled. */
export interface FileReport {
  /** Relative to the working directory, with `/`. */
  readonly path: string
  readonly size: number
  /** Hex; only when asked for or needed by the policy, since it reads every byte. */
  readonly sha256?: string
  readonly status: FileStatus
  /** The file of the run that has the same content and was scanned in place of this one. */
  readonly sameAs?: string
  /** Ids of the formats that were read. */
  readonly formats: readonly string[]
  /** Worst first, then by path and offset. */
  readonly findings: readonly Finding[]
  readonly incomplete: readonly Incomplete[]
  /** Set for files that `torch.load` unpickles. */
  readonly torch?: TorchVerdict
  /** Findings that are accepted: no part of the verdict, always in the report. */
  readonly suppressed?: readonly Suppressed[]
  /** The gate of this file, if the policy sets another for its path. */
  readonly gate?: Gate
  /** Only when asked for. */
  readonly stats?: Stats
}

/** Work that scanning took. The same file gives the same numbers on every machine. */
export interface Stats {
  /** Number of reads of the file. */
  readonly reads: number
  readonly bytesRead: number
  /** Members of containers, to any depth. */
  readonly members: number
  readonly bytesInflated: number
  /** Pickle opcodes. */
  readonly opcodes: number
  /** The most values on the stack of one pickle. */
  readonly peakStack: number
  /** The most filled slots in the memo of one pickle. */
  readonly peakMemo: number
  /** What was done with the bytes of the file and of all that is in it. */
  readonly bytes: Accounted
}

/** A finding, or an incomplete read (rule `scan/incomplete`), that was accepted. */
export interface Suppressed {
  readonly rule: string
  readonly severity: Severity
  readonly evidence: string
  readonly path: ArtifactPath
  readonly by: 'exception' | 'baseline'
  /** The reason that was written down when it was accepted. */
  readonly reason: string
  /** The last day (UTC) on which it is accepted, `YYYY-MM-DD`. */
  readonly expires?: string
}

/** The result of `torch.load(…, weights_only=True)`, the default since PyTorch 2.6, for a file. */
export interface TorchVerdict {
  /** It accepts every name that the pickle imports. */
  readonly weightsOnly: boolean
  /** Names (or operations) that it refuses, sorted, at most 50. */
  readonly refused: readonly string[]
}

/** What makes the run fail. */
export interface Gate {
  readonly failOn: Severity | 'never'
  readonly failOnIncomplete: boolean
  /** What a Git LFS or DVC pointer does instead of `failOnIncomplete`; `ignore` leaves it in the report only. */
  readonly lfsPointers: 'fail' | 'warn' | 'ignore'
}

export interface Report {
  readonly schemaVersion: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly verdict: 'pass' | 'fail'
  readonly gate: Gate
  /** Sorted by path. */
  readonly files: readonly FileReport[]
  /** Notices about the run as a whole, e.g. a symbolic link that was not followed. Plain text. */
  readonly notices: readonly string[]
  /** Which part of the files this is, when a run is split over several machines. */
  readonly shard?: Shard
  /** Set when unchanged files were left out (`changed-only`): the report then says nothing about the other files. */
  readonly partial?: true
}

export interface Shard {
  /** From 1 up. */
  readonly index: number
  readonly count: number
  /** SHA-256, in hex, of the list of all files and sizes: shards of one run have the same. */
  readonly listDigest: string
}
