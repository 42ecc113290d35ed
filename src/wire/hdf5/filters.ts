// Undoes the filters of chunks in an HDF5 dataset: deflate, LZF, shuffle and the checksum.
import { lzf } from '../../bytes/codecs/lzf.ts'
import { ScanError } from '../../bytes/errors.ts'
import { zlib } from '../../bytes/zlib.ts'
import type { Fields, Structure } from './fields.ts'

/** Filter ids: of the library, and registered with The HDF Group. */
const DEFLATE = 1
const SHUFFLE = 2
const FLETCHER32 = 3
const LZF = 32000
/** Names for the report of filters that are not supported. */
const NAMES = new Map<number, string>([
  [4, 'szip'],
  [5, 'nbit'],
  [6, 'scaleoffset'],
  [305, 'LZO'],
  [307, 'bzip2'],
  [32001, 'Blosc'],
  [32004, 'LZ4'],
  [32008, 'bitshuffle'],
  [32013, 'ZFP'],
  [32015, 'Zstandard'],
  [32026, 'Blosc2'],
])

interface Filter {
  readonly id: number
  readonly values: readonly number[]
}

/** The filters that were applied to chunks when they were written, in this order. */
export type Pipeline = readonly Filter[]

const MAX_FILTERS = 32
/** Ids below this are filters of the library, whose names version 2 of the message omits. */
const NAMED = 256

/**
 * Filter pipeline message (specification IV.A.2.l); version 1 has reserved bytes and pads names and values to eight
 * bytes.
 */
const PIPELINE = { version: 1, filters: 1 } as const satisfies Structure
const RESERVED_1 = 6
const FLAGS = 2

/** Reads a filter pipeline message. */
export function readPipeline(body: Fields): Pipeline {
  const { version, filters: count } = body.record(PIPELINE)
  if (version !== 1 && version !== 2) throw body.broken(`filter pipeline version ${version}`)
  if (count > MAX_FILTERS) throw body.broken(`${count} filters`)
  if (version === 1) body.skip(RESERVED_1)
  return Array.from({ length: count }, () => {
    const id = body.uint(2)
    const nameLength = version === 1 || id >= NAMED ? body.uint(2) : 0
    body.skip(FLAGS)
    const values = body.uint(2)
    body.skip(version === 1 ? Math.ceil(nameLength / 8) * 8 : nameLength)
    const filter = { id, values: Array.from({ length: values }, () => body.uint(4)) }
    if (version === 1 && values % 2 === 1) body.skip(4)
    return filter
  })
}

/** Returns the name of the first filter that is not supported; undefined where all are. */
export function unknownFilter(pipeline: Pipeline): string | undefined {
  const unknown = pipeline.find(({ id }) => id !== DEFLATE && id !== SHUFFLE && id !== FLETCHER32 && id !== LZF)
  return unknown && (NAMES.get(unknown.id) ?? `number ${unknown.id}`)
}

/** Maximum number of bytes that a filter may add to a chunk. */
const SLACK = 64

/** Undoes the filters of a stored chunk except those in `mask`. `bytes` is the size of the chunk in memory. */
export function undoFilters(pipeline: Pipeline, mask: number, stored: Uint8Array, bytes: number, offset: number): Uint8Array {
  let data = stored
  for (const [index, { id, values }] of [...pipeline.entries()].reverse()) {
    if ((mask & (1 << index)) !== 0) continue
    if (id === DEFLATE) data = inflated(data, bytes + SLACK, offset)
    else if (id === LZF) data = lzf(data, bytes + SLACK)
    else if (id === SHUFFLE) data = unshuffled(data, values[0] ?? 1)
    // The checksum is not verified: a reader that verifies it only refuses more.
    else if (id === FLETCHER32) data = data.subarray(0, Math.max(0, data.length - 4))
  }
  return data
}

function inflated(data: Uint8Array, limit: number, offset: number): Uint8Array {
  try {
    return zlib().inflateSync(data, { maxOutputLength: limit })
  } catch {
    throw new ScanError('malformed', 'a chunk of an HDF5 dataset cannot be inflated to its size', offset)
  }
}

/** Undoes the shuffle filter, which puts the first bytes of all elements together, then the second ones, and so on. */
function unshuffled(data: Uint8Array, width: number): Uint8Array {
  const count = Math.floor(data.length / Math.max(1, width))
  if (width < 2 || count < 2) return data
  const output = new Uint8Array(data.length)
  for (let rank = 0; rank < width; rank++) {
    for (let i = 0, to = rank; i < count; i++, to += width) output[to] = data[rank * count + i] ?? 0
  }
  output.set(data.subarray(count * width), count * width)
  return output
}
