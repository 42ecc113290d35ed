// Undoes the filters of xz and 7-Zip: delta and branch filters.
import type { Branches } from './bcj.ts'
import { branchFilters } from './bcj.ts'
import type { Chunks } from './chunks.ts'

/** Undoes a filter that was applied to data before compression. */
export type Filter = (chunks: Chunks) => Chunks

const DELTA = 3

/**
 * Returns the filter with this id of xz and 7-Zip (xz-file-format.txt 5.3); undefined where id or properties are
 * unknown.
 */
export function filterOf(id: number, properties: Uint8Array): Filter | undefined {
  const [first = 0] = properties
  if (id === DELTA) return properties.length === 1 ? (chunks) => undelta(chunks, first + 1) : undefined
  const branches = branchFilters.get(id)
  if (branches === undefined || (properties.length !== 0 && properties.length !== 4)) return undefined
  // The address of the program in memory; most writers leave it out, which means 0.
  const start = properties.length === 4 ? new DataView(properties.buffer, properties.byteOffset, 4).getUint32(0, true) : 0
  return (chunks) => unbranch(chunks, branches(), start)
}

/**
 * Undoes the delta filter, which stores differences of bytes at a distance. Copies, as a chunk is the decoder's
 * dictionary.
 */
function* undelta(chunks: Chunks, distance: number): Chunks {
  const history = new Uint8Array(distance)
  let at = 0
  for (const chunk of chunks) {
    const plain = new Uint8Array(chunk.length)
    for (let index = 0; index < chunk.length; index++) {
      const byte = ((chunk[index] ?? 0) + (history[at] ?? 0)) & 0xff
      plain[index] = byte
      history[at] = byte
      if (++at === distance) at = 0
    }
    yield plain
  }
}

function* unbranch(chunks: Chunks, undo: Branches, start: number): Chunks {
  let rest = new Uint8Array(0)
  let at = start
  for (const chunk of chunks) {
    const bytes = new Uint8Array(rest.length + chunk.length)
    bytes.set(rest)
    bytes.set(chunk, rest.length)
    const done = undo(bytes, at)
    if (done > 0) yield bytes.subarray(0, done)
    rest = bytes.slice(done)
    at += done
  }
  if (rest.length > 0) yield rest
}
