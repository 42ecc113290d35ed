// Reads the streams of a 7z header: folders, their coders, and the sizes of files in them.
import type { HeaderBytes } from './bytes.ts'

/** Property ids of 7z headers (7zFormat.txt of the LZMA SDK). */
export const ID = {
  end: 0x00,
  header: 0x01,
  archiveProperties: 0x02,
  additionalStreams: 0x03,
  mainStreams: 0x04,
  files: 0x05,
  packInfo: 0x06,
  unpackInfo: 0x07,
  substreams: 0x08,
  size: 0x09,
  crc: 0x0a,
  folder: 0x0b,
  unpackSize: 0x0c,
  substreamCount: 0x0d,
  emptyStream: 0x0e,
  names: 0x11,
  attributes: 0x15,
  encodedHeader: 0x17,
} as const

/** Maximum number of coders of a folder, as in 7-Zip. */
const MAX_CODERS = 32
/** Maximum number of files in all folders; real archives have some thousands. */
const MAX_STREAMS = 1_000_000

/** A step of decompression: a method or a filter. */
export interface Coder {
  /** The method's id in hexadecimal, e.g. `030101`. */
  readonly method: string
  readonly properties: Uint8Array
}

/** Files that were compressed as one run of bytes. */
export interface Folder {
  readonly coders: readonly Coder[]
  /**
   * Indexes of the coders in the order in which they decode, each the output of the one before; undefined where they
   * branch.
   */
  readonly chain: readonly number[] | undefined
  /** Size of the output of each coder. */
  readonly outputs: readonly number[]
  /** Offset and length of the first packed stream. */
  readonly packedAt: number
  readonly packedSize: number
  /** Bytes of the whole run. */
  readonly size: number
  /** Bytes of each file in it. */
  readonly sizes: readonly number[]
}

interface Layout {
  readonly coders: readonly Coder[]
  readonly chain: readonly number[] | undefined
  readonly outputs: number
  readonly packedStreams: number
  /** Index of the output that is no input of another coder. */
  readonly last: number
}

/**
 * Reads a StreamsInfo structure: where packed data are and how to unpack them. Packed positions are relative to `base`.
 */
export function readStreams(bytes: HeaderBytes, base: number): Folder[] {
  let position = 0
  let packed: number[] = []
  let layouts: Layout[] = []
  let outputs: number[][] = []
  let checked: boolean[] = []
  let sizes: number[][] | undefined
  const seen = new Set<number>()
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (seen.has(id)) throw bytes.broken(`part ${id} twice`)
    seen.add(id)
    if (id === ID.packInfo) [position, packed] = readPackInfo(bytes)
    else if (id === ID.unpackInfo) ({ layouts, outputs, checked } = readUnpackInfo(bytes))
    else if (id === ID.substreams) sizes = readSubstreams(bytes, totalsOf(layouts, outputs), checked)
    else throw bytes.broken(`an unknown part ${id}`)
  }
  let stream = 0
  let at = base + position
  return layouts.map((layout, index) => {
    const own = packed.slice(stream, stream + layout.packedStreams)
    if (own.length < layout.packedStreams) throw bytes.broken('a folder without packed data')
    const { coders, chain, last } = layout
    const given = outputs[index] ?? []
    const total = given[last] ?? 0
    const folder = { coders, chain, outputs: given, packedAt: at, packedSize: own[0] ?? 0, size: total, sizes: sizes?.[index] ?? [total] }
    stream += layout.packedStreams
    at += own.reduce((sum, size) => sum + size, 0)
    return folder
  })
}

/** Returns the size of each folder, which is the output of its last coder. */
function totalsOf(layouts: readonly Layout[], outputs: readonly (readonly number[])[]): number[] {
  return layouts.map(({ last }, index) => outputs[index]?.[last] ?? 0)
}

function readPackInfo(bytes: HeaderBytes): [number, number[]] {
  const position = bytes.number()
  const count = bytes.count()
  let sizes: number[] = []
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (id === ID.size) sizes = Array.from({ length: count }, () => bytes.number())
    else if (id === ID.crc) bytes.digests(count)
    else throw bytes.broken(`an unknown part ${id}`)
  }
  return [position, sizes]
}

function readUnpackInfo(bytes: HeaderBytes): { layouts: Layout[]; outputs: number[][]; checked: boolean[] } {
  let layouts: Layout[] = []
  let outputs: number[][] = []
  let checked: boolean[] = []
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (id === ID.folder) {
      const count = bytes.count()
      if (bytes.u8() !== 0) throw bytes.broken('folders in a separate stream')
      layouts = Array.from({ length: count }, () => readLayout(bytes))
    } else if (id === ID.unpackSize) {
      outputs = layouts.map((layout) => Array.from({ length: layout.outputs }, () => bytes.number()))
    } else if (id === ID.crc) checked = bytes.digests(layouts.length)
    else throw bytes.broken(`an unknown part ${id}`)
  }
  return { layouts, outputs, checked }
}

function readLayout(bytes: HeaderBytes): Layout {
  const count = bytes.number()
  if (count < 1 || count > MAX_CODERS) throw bytes.broken(`${count} coders in a folder`)
  let inputs = 0
  let outputs = 0
  const coders: Coder[] = []
  for (let index = 0; index < count; index++) {
    const flags = bytes.u8()
    const method = Buffer.from(bytes.take(flags & 15)).toString('hex')
    const complex = (flags & 0x10) !== 0
    inputs += complex ? bytes.number() : 1
    outputs += complex ? bytes.number() : 1
    if (inputs > MAX_CODERS || outputs > MAX_CODERS || outputs === 0) throw bytes.broken('a coder with too many streams')
    coders.push({ method, properties: flags & 0x20 ? bytes.take(bytes.count()) : new Uint8Array(0) })
  }
  const bound = new Set<number>()
  /** The input of a coder by the output that it reads. */
  const feeds = new Map<number, number>()
  for (let pair = 1; pair < outputs; pair++) {
    const input = bytes.number()
    const output = bytes.number()
    bound.add(output)
    feeds.set(output, input)
  }
  const packedStreams = inputs - (outputs - 1)
  if (packedStreams < 1) throw bytes.broken('a folder without packed data')
  if (packedStreams > 1) for (let index = 0; index < packedStreams; index++) bytes.number()
  let last = 0
  while (bound.has(last)) last++
  return { coders, chain: inputs === count && outputs === count ? chainOf(count, feeds) : undefined, outputs, packedStreams, last }
}

/** Returns the order of coders with one input and one output each, whose indexes are then those of the coders. */
function chainOf(count: number, feeds: ReadonlyMap<number, number>): readonly number[] | undefined {
  const fed = new Set(feeds.values())
  const chain: number[] = []
  for (let at = [...Array(count).keys()].find((coder) => !fed.has(coder)); at !== undefined && at < count; at = feeds.get(at)) {
    if (chain.includes(at)) return undefined
    chain.push(at)
  }
  return chain.length === count ? chain : undefined
}

/** Returns the sizes of the files in each folder; all but the last are in the header. */
function readSubstreams(bytes: HeaderBytes, totals: readonly number[], checked: readonly boolean[]): number[][] {
  let counts = totals.map(() => 1)
  let id = bytes.number()
  if (id === ID.substreamCount) {
    counts = totals.map(() => bytes.number())
    if (counts.reduce((sum, count) => sum + count, 0) > MAX_STREAMS) throw bytes.broken('too many files')
    id = bytes.number()
  }
  const written = id === ID.size
  const sizes = totals.map((total, index) => divide(bytes, total, counts[index] ?? 0, written))
  if (written) id = bytes.number()
  for (; id !== ID.end; id = bytes.number()) {
    if (id !== ID.crc) throw bytes.broken(`an unknown part ${id}`)
    bytes.digests(counts.reduce((sum, count, index) => sum + (count === 1 && checked[index] ? 0 : count), 0))
  }
  return sizes
}

function divide(bytes: HeaderBytes, total: number, count: number, written: boolean): number[] {
  if (count === 0) return []
  if (count > 1 && !written) throw bytes.broken('files without a size')
  const sizes = Array.from({ length: count - 1 }, () => bytes.number())
  const rest = total - sizes.reduce((sum, size) => sum + size, 0)
  if (rest < 0) throw bytes.broken('files that are larger than their folder')
  return [...sizes, rest]
}
