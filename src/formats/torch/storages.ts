// Checks that a tensor of a PyTorch file is not larger than the data stored for it.
import type { ReadLiteral } from '../../pickle/value/text.ts'
import { isText, textOf } from '../../pickle/value/text.ts'
import type { Value } from '../../pickle/value/values.ts'
import { GlobalRef, integerOf, isInteger, NONE, Sequence } from '../../pickle/value/values.ts'
import { ELEMENT_SIZE } from './torch-legacy/reader.ts'

/** The size in bytes of the record of a storage, by its key. */
export type RecordSize = (key: string) => number | undefined

/**
 * What is wrong with a persistent id `('storage', torch.FloatStorage, key, location, numel)`: more elements than the record has bytes for. PyTorch before 2.10
 * made a tensor of that length over the shorter data (CVE-2026-24747). Undefined where they agree, or where nothing can be said.
 */
export function storageOverrun(id: Value, record: RecordSize, read: ReadLiteral): string | undefined {
  if (!(id instanceof Sequence)) return undefined
  const [kind = NONE, type, key = NONE, , elements] = id.items
  if (!(type instanceof GlobalRef) || elements === undefined || !isText(kind, 'storage', read)) return undefined
  const name = textOf(key, read)
  const size = name === undefined ? undefined : record(name)
  const width = ELEMENT_SIZE.get(type.name)
  if (name === undefined || size === undefined || width === undefined || !isInteger(elements)) return undefined
  const wanted = integerOf(elements) * width
  return wanted > size ? `storage ${name} has ${size} bytes, and a tensor of ${wanted} is made of it` : undefined
}
