import { type ByteSource, slice } from '../../bytes/source.ts'
import { bytesIn, type Datatype, type Part, partsOf, type Slot, slotsOf } from './datatype.ts'
import { Fields, type Hdf5File } from './file.ts'
import type { GlobalHeap } from './heaps.ts'

/** Bytes of an attribute or dataset. */
export interface Hdf5Value {
  readonly source: ByteSource
  /** Where they lie in the whole source, if they lie there as they are. */
  readonly offset?: number
  /** Where they begin in the bytes of all elements, if they are a part of these, which were told before. */
  readonly at?: number
  /** Numbers of one byte each, that may be bytes of something else. */
  readonly numbers: boolean
}

/** References of one attribute or dataset that are looked at one by one. */
const MAX_ELEMENTS = 4_000_000
/** References within what a reference leads to. */
const MAX_DEPTH = 4
const BLOCK = 64 * 1024
/** Datasets above this size are looked at as a whole, and not element by element too. */
const MAX_IN_PARTS = 64 * 2 ** 20
const PROTO = 0x80
const MAX_PROTOCOL = 5

/** What stored elements are, and where. */
export interface Elements {
  readonly type: Datatype
  readonly count: number
  readonly data: ByteSource
  /** Where the data lie in the whole source, if they lie there as they are. */
  readonly offset?: number
}

/**
 * The byte strings that stored elements hold: all of them as one, and each one that is of variable length. Numbers of more than one byte hold none.
 * `more` is called where there are too many to look at.
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

/** The texts within elements that begin like a pickle: each may be one of its own. */
function* pickledParts(type: Datatype, parts: readonly Part[], data: ByteSource, offset: number | undefined): Iterable<Hdf5Value> {
  const perBlock = Math.max(1, Math.floor(BLOCK / type.size))
  for (let first = 0; first + type.size <= data.size; first += perBlock * type.size) {
    const block = data.read(first, perBlock * type.size)
    for (let element = 0; element + type.size <= block.length; element += type.size) {
      for (const { at, size } of parts) {
        const start = element + at
        if (block[start] !== PROTO || (block[start + 1] ?? 255) > MAX_PROTOCOL || first + start === 0) continue
        const place = offset === undefined ? {} : { offset: offset + first + start }
        yield { source: slice(data, first + start, size), at: first + start, numbers: false, ...place }
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
