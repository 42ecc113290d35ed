// Loads the reader of a format when the first file of that format is scanned.
import type { Format } from '../../types/format.ts'

/** Returns a reader that is imported at its first use: a typical run meets three of about seventy formats. */
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
