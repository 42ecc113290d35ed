// Opens the data of a zip entry: decompresses it and checks size and checksum.
import { crc32 } from '../../../bytes/crc32.ts'
import { inflateRaw, inflateSmall, type Spend } from '../../../bytes/inflate.ts'
import { type ByteSource, memorySource, slice } from '../../../bytes/source.ts'
import type { Input } from '../../../types/artifact.ts'
import type { ZipEntry } from '../../../wire/zip/entry.ts'
import type { OpenMethod } from './rare-methods.ts'

/** Maximum size of data whose checksum is checked: large tensors are not read for it. */
const MAX_CHECKED = 4 * 1024 * 1024
/** Maximum length of a link's target on Linux (PATH_MAX). */
const MAX_TARGET = 4096

const STORED = 0
const DEFLATED = 8

interface Method {
  readonly name: string
  /** Absent if data with this method cannot be read. */
  readonly open?: OpenMethod
}

/** True for stored and deflated data: the methods of nearly all entries. */
export function isCommonMethod(method: number): boolean {
  return method === STORED || method === DEFLATED
}

let rareMethodsCache: ReadonlyMap<number, OpenMethod> | undefined

/** Loads the decompressor of a rare compression method. Must be called before `openEntry`. */
export async function loadMethod({ method }: ZipEntry): Promise<void> {
  if (!isCommonMethod(method)) rareMethodsCache ??= (await import('./rare-methods.ts')).rareMethods
}

/** Returns a function that opens entries of a rare method with the decompressor that `loadMethod` loaded. */
function rareMethod(method: number): OpenMethod {
  return (compressed, entry, spend) => {
    const open = rareMethodsCache?.get(method)
    if (!open) throw new Error(`loadMethod was not called for method ${method}`)
    return open(compressed, entry, spend)
  }
}

/** Compression methods (APPNOTE 4.4.5). */
const methods: ReadonlyMap<number, Method> = new Map<number, Method>([
  [STORED, { name: 'stored', open: (stored) => stored }],
  [1, { name: 'Shrink' }],
  [6, { name: 'Implode' }],
  [DEFLATED, { name: 'Deflate', open: (compressed, entry, spend) => inflateRaw(compressed, entry.size, spend) }],
  [9, { name: 'Deflate64' }],
  [12, { name: 'bzip2', open: rareMethod(12) }],
  [14, { name: 'LZMA', open: rareMethod(14) }],
  [20, { name: 'Zstandard, old number', open: rareMethod(20) }],
  [93, { name: 'Zstandard', open: rareMethod(93) }],
  [95, { name: 'XZ', open: rareMethod(95) }],
  [97, { name: 'WavPack' }],
  [98, { name: 'PPMd' }],
  [99, { name: 'AES encryption' }],
])

/** Returns the name of the entry's compression method if it is not supported, else undefined. */
export function unreadableMethod(entry: ZipEntry): string | undefined {
  const method = methods.get(entry.method)
  return method?.open ? undefined : `${method?.name ?? 'unknown'} (method ${entry.method})`
}

/** Receives a contradiction between the headers of an entry and its data. */
export type Mismatch = (difference: 'crc' | 'size', detail: string) => void

/** Opens the content of an entry. Charges inflated bytes to `spend`; reports wrong size and checksum to `mismatch`. */
export function openEntry(source: ByteSource, entry: ZipEntry, spend: Spend, mismatch: Mismatch): Input {
  const method = methods.get(entry.method)
  const raw = dataOf(source, entry)
  const input = method?.open ? method.open(raw, entry, spend) : raw
  if (input.kind === 'stream' || !entry.bounded) return input
  const isChecked = entry.method !== STORED || /\.pkl$/i.test(entry.name)
  if (!isChecked || input.size > MAX_CHECKED) return input
  const bytes = input.read(0, input.size)
  if (entry.method !== STORED && bytes.length !== entry.size)
    mismatch('size', `the header declares ${entry.size} bytes, the data decompress to ${bytes.length}`)
  const actual = crc32(bytes)
  if (actual !== entry.crc)
    mismatch('crc', `the header declares the checksum 0x${entry.crc.toString(16)}, the data have 0x${actual.toString(16)}`)
  return memorySource(bytes)
}

/** Returns the raw data of an entry. For a stored entry the larger of both sizes counts: readers use either. */
function dataOf(source: ByteSource, entry: ZipEntry): ByteSource {
  return slice(
    source,
    entry.dataOffset ?? source.size,
    entry.method === STORED ? Math.max(entry.compressedSize, entry.size) : entry.compressedSize,
  )
}

/**
 * Tells whether the data of an entry that is flagged as encrypted are in fact plain. Some readers, PyTorch's among
 * them, check the flag late or never.
 */
export function dataDespiteEncryptionFlag(source: ByteSource, entry: ZipEntry): 'plain' | 'perhaps-plain' | 'unreadable' {
  const raw = dataOf(source, entry)
  if (raw.size === 0) return 'unreadable'
  if (entry.method === STORED) {
    const sizesAgree = entry.compressedSize === entry.size && raw.size === entry.size && raw.size <= MAX_CHECKED
    return sizesAgree && crc32(raw.read(0, raw.size)) === entry.crc ? 'plain' : 'perhaps-plain'
  }
  if (entry.method !== DEFLATED) return 'unreadable'
  if (raw.size > MAX_CHECKED) return 'perhaps-plain'
  const bytes = inflateSmall(raw, MAX_CHECKED)
  if (bytes === 'broken') return 'unreadable'
  if (bytes === 'too-long') return 'perhaps-plain'
  return bytes.length === entry.size && crc32(bytes) === entry.crc ? 'plain' : 'perhaps-plain'
}

/** Returns the target of a symbolic link; undefined if it is too long for a path. */
export function linkTarget(source: ByteSource, entry: ZipEntry): string | undefined {
  if (entry.size > MAX_TARGET || entry.compressedSize > MAX_TARGET) return undefined
  const raw = dataOf(source, entry)
  const bytes = entry.method === STORED ? raw.read(0, raw.size) : entry.method === DEFLATED ? inflateSmall(raw, MAX_TARGET) : undefined
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : undefined
}
