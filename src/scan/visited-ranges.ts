// Remembers which byte ranges of a file were already scanned.
import type { Artifact } from '../types/artifact.ts'

/** The scan of one byte range: how deep in containers it was, and whether a format read the range. */
interface Reading {
  readonly depth: number
  readonly read: boolean
}

/** Direct members of the file are not remembered: there can be many, and scanning one twice costs less. */
const MIN_DEPTH = 2
/** Maximum ranges to remember; honest nested archives have fewer. Beyond that, the limits on members and time apply. */
const MAX_RANGES = 20_000

/**
 * The byte ranges of one file that were scanned. Archives can overlap, and bytes that belong to a hundred of them are
 * scanned once. A range counts as visited if its offset, length, name and hints are the same, and if it was scanned
 * at the same or a lower depth: at a greater depth the limit on nesting may have cut off what is inside.
 */
export class VisitedRanges {
  private readonly readings = new Map<string, Reading>()

  /** Returns whether a format read these bytes; undefined if they were not scanned, or have no offset in the file. */
  known(artifact: Artifact, depth: number): boolean | undefined {
    if (depth < MIN_DEPTH) return undefined
    const key = keyOf(artifact)
    const reading = key === undefined ? undefined : this.readings.get(key)
    return reading && reading.depth <= depth ? reading.read : undefined
  }

  /** Remembers the scan of an artifact. */
  remember(artifact: Artifact, depth: number, read: boolean): void {
    if (depth < MIN_DEPTH) return
    const key = keyOf(artifact)
    if (key !== undefined && (this.readings.size < MAX_RANGES || this.readings.has(key))) this.readings.set(key, { depth, read })
  }
}

function keyOf({ path, input, fileOffset, hints }: Artifact): string | undefined {
  // A pickle of PyTorch is read with the records of its archive, and another archive has other records.
  if (fileOffset === undefined || input.kind === 'stream' || hints?.storage) return undefined
  return `${fileOffset} ${input.size} ${hints?.pickle ?? ''} ${hints?.source ?? ''} ${hints?.guess ?? ''} ${path[path.length - 1]}`
}
