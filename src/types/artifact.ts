// Artifacts, the named bytes that are scanned: a file, its members, and what a container knows of them.
import type { ByteSource } from '../bytes/source.ts'
import type { ByteStream } from '../bytes/stream.ts'
import type { SiblingKind } from '../facts/config.ts'

/**
 * The file, then each member on the way down: `['model.pt', 'archive/data.pkl']`, shown as `model.pt!archive/data.pkl`.
 */
export type ArtifactPath = readonly [file: string, ...members: string[]]

export type Input = ByteSource | ByteStream

/** Named bytes to be scanned. */
export interface Artifact {
  readonly path: ArtifactPath
  readonly input: Input
  /** Where byte 0 of the input lies in the outermost file, if it lies there uncompressed. */
  readonly fileOffset?: number
  /**
   * What the container knows of this member, e.g. that torch's reader will unpickle it. Never a reason to skip a view.
   */
  readonly hints?: Hints
}

/** What a container knows of a member. */
export interface Hints {
  /** Returns what has a name beside a file of the disk, if it is no ordinary file. */
  readonly sibling?: (name: string) => SiblingKind | undefined
  /** Whether a file of this name is in the folder of a file of the disk, or below it. */
  readonly beside?: (name: string) => boolean
  /** The loader whose persistent ids and record layout apply to a pickle here. */
  readonly pickle?: 'torch'
  /** The size in bytes of the record that holds a storage of this key, for the pickle of a torch archive. */
  readonly storage?: (key: string) => number | undefined
  /**
   * What Python source in this archive is: run when the model is loaded or served, TorchScript, or only packed with it.
   * Absent: of no concern.
   */
  readonly source?: 'load' | 'torchscript' | 'import'
  /**
   * Returns what is around a file of the disk: a model, or an MLflow model of which it is a part. Folders are listed
   * only when this is called.
   */
  readonly neighbour?: () => 'MLmodel' | 'model' | 'none'
  /**
   * The loader of the container reads these bytes as numbers, whatever they are: no search for other meanings is
   * needed.
   */
  readonly numbers?: true
  /** The container searches these bytes itself where no reader recognises them. */
  readonly searched?: true
  /**
   * The container says that the content is the target of a symbolic link, so that the name says nothing about the
   * content.
   */
  readonly link?: true
  /**
   * No loader was seen that gets these bytes: they are a constant that looks like a payload, or were found by a search
   * of every offset, where chance finds something too. Holds for everything in them.
   */
  readonly guess?: 'constant' | 'place'
  /**
   * These bytes begin inside others, at an offset where a search found a likeness: a reader takes only what confirms
   * it, and no more than it needs. It reports how many bytes were read for that.
   */
  readonly search?: (walked: number) => void
}

/** An entry of a container, not opened yet: opening is charged to the budget first. */
export interface Member {
  readonly name: string
  /** Uncompressed size as declared, which may be wrong. */
  readonly size: number
  /** Where the member's bytes start in the container, when they are stored as they are. */
  readonly storedAt?: number
  readonly hints?: Hints
  open(): Input
}
