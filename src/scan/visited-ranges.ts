// Remembers which byte ranges of a file were already scanned.
import type { Artifact } from '../types/artifact.ts'

/** What became of the bytes at one place of the file: how deep in containers they were read, and whether any format did. */
interface Reading {
  readonly depth: number
  readonly read: boolean
}

/** The members of the file itself may be many, and are met once there; to read them a second time further down costs less than to remember all. */
const LEAST_DEPTH = 2
/** As many as archives within archives have where somebody means well; past them the limits on members and time remain. */
const MOST = 20_000

/**
 * The places of one file that were read. Archives may hold each other, and bytes that lie in a hundred of them are still the same bytes: they are
 * read once. They are the same when they were called the same by a container that knew the same of them, and were read no deeper down: what the limit
 * on nesting cut off there is still to be read.
 */
export class Places {
  private readonly readings = new Map<string, Reading>()

  /** Whether any format read these bytes before; undefined where nobody has looked at them, and for bytes that have no place in the file. */
  known(artifact: Artifact, depth: number): boolean | undefined {
    if (depth < LEAST_DEPTH) return undefined
    const key = keyOf(artifact)
    const reading = key === undefined ? undefined : this.readings.get(key)
    return reading && reading.depth <= depth ? reading.read : undefined
  }

  remember(artifact: Artifact, depth: number, read: boolean): void {
    if (depth < LEAST_DEPTH) return
    const key = keyOf(artifact)
    if (key !== undefined && (this.readings.size < MOST || this.readings.has(key))) this.readings.set(key, { depth, read })
  }
}

function keyOf({ path, input, fileOffset, hints }: Artifact): string | undefined {
  // A pickle of torch is read together with the records beside it, which are others in another archive.
  if (fileOffset === undefined || input.kind === 'stream' || hints?.storage) return undefined
  return `${fileOffset} ${input.size} ${hints?.pickle ?? ''} ${hints?.source ?? ''} ${hints?.guess ?? ''} ${path[path.length - 1]}`
}
