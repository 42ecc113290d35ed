// Loads the reader of a format when the first file of that format is scanned.
import type { Format } from '../../types/format.ts'

/** A reader that is loaded when the first artifact of its format comes: a run meets three formats of some seventy. */
export function lazily(load: () => Promise<Format['scan']>): Format['scan'] {
  let reader: Format['scan'] | undefined
  return (artifact, scan) => {
    if (reader) return reader(artifact, scan)
    return load().then((loaded) => {
      reader = loaded
      return loaded(artifact, scan)
    })
  }
}
