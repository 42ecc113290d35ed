import type { ByteSource } from '../bytes/source.ts'
import type { ByteStream } from '../bytes/stream.ts'
import type { SiblingKind } from '../facts/config.ts'

/** The file, then each member on the way down: `['model.pt', 'archive/data.pkl']`, shown as `model.pt!archive/data.pkl`. */
export type ArtifactPath = readonly [file: string, ...members: string[]]

export type Input = ByteSource | ByteStream

/** Named bytes to be scanned. */
export interface Artifact {
  readonly path: ArtifactPath
  readonly input: Input
  /** Where byte 0 of the input lies in the outermost file, if it lies there uncompressed. */
  readonly fileOffset?: number
  /** What the container knows of this member, e.g. that torch's reader will unpickle it. Never a reason to skip a view. */
  readonly hints?: Hints
}

/** What a container tells about a member. */
export interface Hints {
  /** What stands under a name beside a file of the disk, if it is no ordinary file. */
  readonly sibling?: (name: string) => SiblingKind | undefined
  /** Is there a file of this name in the folder of a file of the disk, or below it? */
  readonly beside?: (name: string) => boolean
  /** Which loader's persistent ids and record layout apply to a pickle here. */
  readonly pickle?: 'torch'
  /** The size in bytes of the record that holds a storage of this key, for the pickle of a torch archive. */
  readonly storage?: (key: string) => number | undefined
  /** What Python source in this archive is: run by whoever loads or serves the model, TorchScript, or only packed with it. Absent: of no concern. */
  readonly source?: 'load' | 'torchscript' | 'import'
  /** What lies around a file of the disk: a model, or an MLflow model of which it is a part. Folders are listed only when this is asked. */
  readonly neighbour?: () => 'MLmodel' | 'model' | 'none'
  /** The loader of the container takes these bytes for numbers, whatever they are: what nobody knows of them is left alone. */
  readonly numbers?: true
  /** The container says that the content is the target of a symbolic link, so that the name does not speak of it. */
  readonly link?: true
  /**
   * No loader was seen that gets these bytes: they are a constant that looks like a payload, or were found by a search of every place, where chance finds
   * something too. Holds for everything in them.
   */
  readonly guess?: 'constant' | 'place'
  /**
   * These bytes begin at some place within others, where a search found a likeness: a reader takes only what bears it out, and no more than it needs. It is told
   * how many bytes were walked for that.
   */
  readonly search?: (walked: number) => void
}

/** An entry of a container, not opened yet: opening is charged to the budget first. */
export interface Member {
  readonly name: string
  /** Uncompressed size as declared; a claim, not a fact. */
  readonly size: number
  /** Where the member's bytes start in the container, when they are stored as they are. */
  readonly storedAt?: number
  readonly hints?: Hints
  open(): Input
}
