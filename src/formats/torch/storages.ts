// Checks that a tensor of a PyTorch file is not larger than the data stored for it.
import { integerOf, isInteger } from '../../pickle/value/literal-codes.ts'
import type { ReadLiteral } from '../../pickle/value/text.ts'
import { isText, textOf } from '../../pickle/value/text.ts'
import type { Value } from '../../pickle/value/values.ts'
import { GlobalRef, NONE, Sequence } from '../../pickle/value/values.ts'
import { ELEMENT_SIZE } from './torch-legacy/reader.ts'

/** Returns the size in bytes of the record that contains the storage with this key. */
export type RecordSize = (key: string) => number | undefined

/**
 * Checks a persistent id `('storage', torch.FloatStorage, key, location, numel)` and returns what is wrong if it has
 * more elements than its record. PyTorch before 2.10 then made a tensor past the end of the data (CVE-2026-24747).
 * Returns undefined if the sizes agree or are unknown.
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
  return wanted > size ? `storage ${name} has ${size} bytes, but its tensor needs ${wanted}` : undefined
}
