// Finds the TensorFlow operation that the Flex delegate runs for an operator of a TensorFlow Lite model.
import { type ByteSource, slice } from '../../../bytes/source.ts'
import { BYTES, ProtoReader } from '../../../wire/protobuf/fields.ts'

/** Type number of a vector in a FlexBuffer (flatbuffers/flexbuffers.h). */
const VECTOR = 10
/** Elements of the options: name, NodeDef. */
const ELEMENTS = 2
const MAX_NAME = 400

/**
 * Returns the TensorFlow operation that the Flex delegate runs for an operator. The delegate reads it from the
 * operator's options, a FlexBuffer `[name, NodeDef]` at `start`, and ignores the operator's own name
 * (tensorflow/lite/delegates/flex/kernel.cc). Undefined if the options contain none.
 * @throws {ScanError} if the NodeDef cannot be read.
 */
export function flexOperation(source: ByteSource, start: number, length: number): string | undefined {
  const node = secondString(slice(source, start, length))
  if (node === undefined) return undefined
  const reader = new ProtoReader(node)
  let op: string | undefined
  // The last of repeated fields counts. NodeDef: op 2.
  for (const field of reader.fields(reader.root)) if (field.number === 2 && field.wire === BYTES) op = reader.text(field, MAX_NAME)
  return op
}

/** Returns the second element of the root vector. Offsets count backwards; lengths precede elements, types follow. */
function secondString(source: ByteSource): ByteSource | undefined {
  const number = (at: number, width: number): number => {
    const bytes = at < 0 || at + width > source.size ? [] : [...source.read(at, width)]
    return bytes.length === width ? bytes.reduceRight((sum, byte) => sum * 256 + byte, 0) : Number.NaN
  }
  const rootWidth = number(source.size - 1, 1)
  const rootType = number(source.size - 2, 1)
  if (!(rootWidth >= 1 && rootWidth <= 8) || rootType >> 2 !== VECTOR) return undefined
  const rootAt = source.size - 2 - rootWidth
  const vector = rootAt - number(rootAt, rootWidth)
  const width = 1 << (rootType & 3)
  const count = number(vector - width, width)
  if (!(count >= ELEMENTS && count * width < source.size)) return undefined
  const element = vector + width
  const text = element - number(element, width)
  const textWidth = 1 << (number(vector + count * width + 1, 1) & 3)
  const length = number(text - textWidth, textWidth)
  return length >= 0 && text >= 0 && text + length <= source.size ? slice(source, text, length) : undefined
}
