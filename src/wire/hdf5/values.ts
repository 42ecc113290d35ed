// Returns the byte strings of HDF5 attributes and datasets, including those of variable length.
import { type ByteSource, slice } from '../../bytes/source.ts'
import { bytesIn, type Datatype, type Part, partsOf, type Slot, slotsOf } from './datatype.ts'
import { Fields } from './fields.ts'
import type { Hdf5File } from './file.ts'
import type { GlobalHeap } from './heaps.ts'

/** Bytes of an attribute or dataset. */
export interface Hdf5Value {
  readonly source: ByteSource
  /** Their offset in the whole source, if they are stored uncompressed. */
  readonly offset?: number
  /** Their offset in the bytes of all elements, if they are part of a value that was already returned. */
  readonly at?: number
  /** Numbers of one byte each, which may be the bytes of a payload. */
  readonly numbers: boolean
}

/** Maximum number of references of one attribute or dataset that are followed. */
const MAX_ELEMENTS = 4_000_000
/** Maximum nesting depth of references. */
const MAX_DEPTH = 4
const BLOCK = 64 * 1024
/** Datasets above this size are scanned as a whole only, not element by element too. */
const MAX_IN_PARTS = 64 * 2 ** 20
const PROTO = 0x80
const MAX_PROTOCOL = 5

/** Stored elements of an attribute or dataset. */
export interface Elements {
  readonly type: Datatype
  readonly count: number
  readonly data: ByteSource
  /** The offset of the data in the whole source, if they are stored uncompressed. */
  readonly offset?: number
}

/**
 * Returns the byte strings of stored elements: all of them as one, and each one of variable length. Numbers of more
 * than one byte have none. Calls `more` where there are too many to scan.
 */
export function* valuesOf(file: Hdf5File, heap: GlobalHeap, elements: Elements, more: () => void, depth = 0): Iterable<Hdf5Value> {
  const { type, count, data, offset } = elements
  const kind = bytesIn(type)
  if (kind !== 'none' && data.size > 0) yield { source: data, numbers: kind === 'numbers', ...(offset === undefined ? {} : { offset }) }
  if (kind === 'text' && (count > 1 || type.members) && data.size <= MAX_IN_PARTS) yield* pickledParts(type, partsOf(type), data, offset)
  const slots = slotsOf(type, new Fields(file, new Uint8Array(0), 0))
  if (slots.length === 0 || type.size === 0) return
  const shown = Math.min(count, Math.floor(MAX_ELEMENTS / slots.length), Math.floor(data.size / type.size))
  if (shown < count && shown < Math.floor(data.size / type.size)) more()
  const perBlock = Math.max(1, Math.floor(BLOCK / type.size))
  for (let first = 0; first < shown; first += perBlock) {
    const here = Math.min(perBlock, shown - first)
    const block = data.read(first * type.size, here * type.size)
    for (let i = 0; i < here; i++) {
      for (const slot of slots) yield* referredTo(file, heap, slot, block.subarray(i * type.size), more, depth)
    }
  }
}

/** Returns the texts within elements that begin like a pickle: each may be a pickle of its own. */
function* pickledParts(type: Datatype, parts: readonly Part[], data: ByteSource, offset: number | undefined): Iterable<Hdf5Value> {
  const perBlock = Math.max(1, Math.floor(BLOCK / type.size))
  for (let first = 0; first + type.size <= data.size; first += perBlock * type.size) {
    const block = data.read(first, perBlock * type.size)
    for (let element = 0; element + type.size <= block.length; element += type.size) {
      for (const { at, size } of parts) {
        const start = element + at
        if (block[start] !== PROTO || (block[start + 1] ?? 255) > MAX_PROTOCOL || first + start === 0) continue
        const location = offset === undefined ? {} : { offset: offset + first + start }
        yield { source: slice(data, first + start, size), at: first + start, numbers: false, ...location }
      }
    }
  }
}

function* referredTo(
  file: Hdf5File,
  heap: GlobalHeap,
  { at, base }: Slot,
  element: Uint8Array,
  more: () => void,
  depth: number,
): Iterable<Hdf5Value> {
  const fields = new Fields(file, element.subarray(at, at + 4 + file.offsetSize + 4), 0)
  const length = fields.uint(4)
  const object = heap.object(fields.offset(), fields.uint(4))
  if (!object) return
  const size = Math.min(object.length, Math.max(length, 1) * (base?.size ?? 1))
  const offset = file.base + object.address
  const data = file.slice(object.address, size)
  if (!base) yield { source: data, offset, numbers: false }
  else if (depth >= MAX_DEPTH) more()
  else yield* valuesOf(file, heap, { type: base, count: length, data, offset }, more, depth + 1)
}
