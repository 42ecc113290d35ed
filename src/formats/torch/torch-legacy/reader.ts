// Finds the end of the tensor data in PyTorch files from before 1.6.
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { isLazy, LONG, lazyFlavour, lazyLength, lazyOffset } from '../../../pickle/value/literal-codes.ts'
import { textOf } from '../../../pickle/value/text.ts'
import type { Value } from '../../../pickle/value/values.ts'
import { GlobalRef, NONE, Sequence } from '../../../pickle/value/values.ts'

/** MAGIC_NUMBER of torch/serialization.py, 0x1950a86a20f9469cfc6c: the first pickle in files before PyTorch 1.6. */
const MAGIC = [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19]

/** Number of pickles before the storages: magic, protocol version, system info, the object, the storages' keys. */
export const LEGACY_STREAMS = 5

/** True if `value`, the result of a file's first pickle, is the magic number of a legacy torch file. */
export function isLegacyMagic(value: Value, source: ByteSource): boolean {
  if (!isLazy(value) || lazyFlavour(value) !== LONG || lazyLength(value) < MAGIC.length) return false
  const bytes = source.read(lazyOffset(value), lazyLength(value))
  return MAGIC.every((byte, index) => bytes[index] === byte)
}

/** Size of one element in bytes, by the storage class that a persistent id names. */
export const ELEMENT_SIZE: ReadonlyMap<string, number> = new Map(
  Object.entries({
    DoubleStorage: 8,
    FloatStorage: 4,
    HalfStorage: 2,
    BFloat16Storage: 2,
    LongStorage: 8,
    IntStorage: 4,
    ShortStorage: 2,
    CharStorage: 1,
    ByteStorage: 1,
    BoolStorage: 1,
    ComplexDoubleStorage: 16,
    ComplexFloatStorage: 8,
    QInt8Storage: 1,
    QUInt8Storage: 1,
    QInt32Storage: 4,
    QUInt4x2Storage: 1,
    QUInt2x4Storage: 1,
    UntypedStorage: 1,
  }),
)

/** Collects the storages that persistent ids name, and finds the end of their raw bytes after the pickles. */
export class LegacyStorages {
  /** Items that the last pickle appends to its list; set while it is read. */
  keys: Value[] | undefined
  private readonly sizes = new Map<string, number>()

  /**
   * Records a persistent id `('storage', torch.FloatStorage, key, location, numel, view)`. A persistent id
   * `('module', class, path, source)` names a class and has no storage.
   */
  note(id: Value, source: ByteSource): void {
    if (!(id instanceof Sequence)) return
    const [kind, type, key] = id.items
    const read = source.read.bind(source)
    const name = textOf(key ?? NONE, read)
    if (textOf(kind ?? NONE, read) === 'module') return
    if (name !== undefined && type instanceof GlobalRef) this.sizes.set(name, ELEMENT_SIZE.get(type.name) ?? 0)
  }

  /**
   * Returns the end of the storages. torch.save writes them in the order of their sorted keys, which the last pickle
   * (`listed`) contains: an int64 count of elements, then the elements. Needs one small read for each.
   * @throws {ScanError} `truncated` if a storage runs past the end of the file; `malformed` if a count is negative or
   * the last pickle lists other keys or another order; `unsupported` if the element size of a storage class is unknown.
   */
  end(source: ByteSource, start: number, listed: Value): number {
    const keys = [...this.sizes.keys()].sort()
    if (!this.isListed(keys, listed, source)) {
      throw new ScanError('malformed', 'the list of storages differs from the storages of the tensors: their end is unknown', start)
    }
    let at = start
    for (const key of keys) {
      const header = source.read(at, 8)
      if (header.length < 8) throw new ScanError('truncated', 'the header of a storage is cut off', at)
      const elements = Number(new DataView(header.buffer, header.byteOffset, 8).getBigInt64(0, true))
      if (elements < 0) throw new ScanError('malformed', 'a storage has a negative size', at)
      const size = this.sizes.get(key) ?? 0
      if (size === 0) throw new ScanError('unsupported', 'the element size of a storage class is unknown', at)
      at += 8 + elements * size
    }
    if (at > source.size) throw new ScanError('truncated', 'a storage runs past the end of the file', source.size)
    return at
  }

  private isListed(keys: readonly string[], listed: Value, source: ByteSource): boolean {
    const read = source.read.bind(source)
    const items = listed instanceof Sequence && !listed.more ? listed.items : (this.keys ?? [])
    return items.length === keys.length && items.every((item, at) => textOf(item, read) === keys[at])
  }
}
