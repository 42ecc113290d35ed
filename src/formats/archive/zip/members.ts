// Opens the data of a zip entry: decompresses it and checks size and checksum.
import { crc32 } from '../../../bytes/crc32.ts'
import { inflateRaw, inflateSmall, type Spend } from '../../../bytes/inflate.ts'
import { type ByteSource, memorySource, slice } from '../../../bytes/source.ts'
import type { Input } from '../../../types/artifact.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'
import type { OpenMethod } from './rare-methods.ts'

/** Data are compared with their checksum up to this size; tensors are not read for it. */
const CHECKED = 4 * 1024 * 1024

const STORED = 0
const DEFLATED = 8

interface Method {
  readonly name: string
  /** Absent: the method is known by name only. */
  readonly open?: OpenMethod
}

/** Stored or deflated, as almost everything is. */
export function isCommonMethod(method: number): boolean {
  return method === STORED || method === DEFLATED
}

let rare: ReadonlyMap<number, OpenMethod> | undefined

/** Loads what opens the entry, if its method is one of those that hardly any archive has. Comes before `openEntry`. */
export async function loadMethod({ method }: ZipEntry): Promise<void> {
  if (!isCommonMethod(method)) rare ??= (await import('./rare-methods.ts')).rareMethods
}

function rarely(method: number): OpenMethod {
  return (compressed, entry, spend) => {
    const open = rare?.get(method)
    if (!open) throw new Error(`the method ${method} is not loaded`)
    return open(compressed, entry, spend)
  }
}

/** Compression methods, APPNOTE 4.4.5. A row with `open` can be read. */
const methods: ReadonlyMap<number, Method> = new Map<number, Method>([
  [STORED, { name: 'stored', open: (stored) => stored }],
  [1, { name: 'Shrink' }],
  [6, { name: 'Implode' }],
  [DEFLATED, { name: 'Deflate', open: (compressed, entry, spend) => inflateRaw(compressed, entry.size, spend) }],
  [9, { name: 'Deflate64' }],
  [12, { name: 'bzip2', open: rarely(12) }],
  [14, { name: 'LZMA', open: rarely(14) }],
  [20, { name: 'Zstandard, old number', open: rarely(20) }],
  [93, { name: 'Zstandard', open: rarely(93) }],
  [95, { name: 'XZ', open: rarely(95) }],
  [97, { name: 'WavPack' }],
  [98, { name: 'PPMd' }],
  [99, { name: 'AES encryption' }],
])

/** The method's name when its data cannot be read here, else undefined. */
export function unreadableMethod(entry: ZipEntry): string | undefined {
  const method = methods.get(entry.method)
  return method?.open ? undefined : `${method?.name ?? 'unknown'} (method ${entry.method})`
}

/** A contradiction between an entry's claims and its data. */
export type Mismatch = (difference: 'crc' | 'size', detail: string) => void

/** The member's content. Inflated bytes are paid through `spend`; what its header got wrong goes to `mismatch`. */
export function openEntry(source: ByteSource, entry: ZipEntry, spend: Spend, mismatch: Mismatch): Input {
  const method = methods.get(entry.method)
  const raw = dataOf(source, entry)
  const input = method?.open ? method.open(raw, entry, spend) : raw
  if (input.kind === 'stream' || !entry.bounded) return input
  const worthwhile = entry.method !== STORED || /\.pkl$/i.test(entry.name)
  if (!worthwhile || input.size > CHECKED) return input
  const bytes = input.read(0, input.size)
  if (entry.method !== STORED && bytes.length !== entry.size) mismatch('size', `${entry.size} bytes declared, ${bytes.length} inflated`)
  const actual = crc32(bytes)
  if (actual !== entry.crc) mismatch('crc', `checksum 0x${entry.crc.toString(16)} declared, the data have 0x${actual.toString(16)}`)
  return memorySource(bytes)
}

/** A stored entry is as long as either size says: readers differ on which they use. */
function dataOf(source: ByteSource, entry: ZipEntry): ByteSource {
  return slice(
    source,
    entry.dataOffset ?? source.size,
    entry.method === STORED ? Math.max(entry.compressedSize, entry.size) : entry.compressedSize,
  )
}

/** What the data of an entry are whose flag says that they are encrypted. PyTorch's reader is among those that look at the flag late or never. */
export function behindEncryptionFlag(source: ByteSource, entry: ZipEntry): 'plain' | 'perhaps-plain' | 'unreadable' {
  const raw = dataOf(source, entry)
  if (raw.size === 0) return 'unreadable'
  if (entry.method === STORED) {
    const sizesAgree = entry.compressedSize === entry.size && raw.size === entry.size && raw.size <= CHECKED
    return sizesAgree && crc32(raw.read(0, raw.size)) === entry.crc ? 'plain' : 'perhaps-plain'
  }
  if (entry.method !== DEFLATED) return 'unreadable'
  if (raw.size > CHECKED) return 'perhaps-plain'
  const bytes = inflateSmall(raw, CHECKED)
  if (bytes === 'broken') return 'unreadable'
  if (bytes === 'too-long') return 'perhaps-plain'
  return bytes.length === entry.size && crc32(bytes) === entry.crc ? 'plain' : 'perhaps-plain'
}

/** The target of a symbolic link, when it is short enough to be one. */
export function linkTarget(source: ByteSource, entry: ZipEntry): string | undefined {
  if (entry.size > 4096 || entry.compressedSize > 4096) return undefined
  const raw = dataOf(source, entry)
  const bytes = entry.method === STORED ? raw.read(0, raw.size) : entry.method === DEFLATED ? inflateSmall(raw, 4096) : undefined
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : undefined
}
