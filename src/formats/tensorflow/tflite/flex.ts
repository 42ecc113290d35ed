// Finds the TensorFlow operation that the Flex delegate runs for an operator of a TensorFlow Lite model.
import { type ByteSource, slice } from '../../../bytes/source.ts'
import { BYTES, ProtoReader } from '../../../wire/protobuf/fields.ts'

/** FlexBuffers’ types (flatbuffers/flexbuffers.h). */
const VECTOR = 10
const ELEMENTS = 2
const MAX_NAME = 400

/**
 * The TensorFlow operation that the Flex delegate runs for an operator: that of the NodeDef in its options, `[name, NodeDef]` as a FlexBuffer, whatever
 * the operator is called (tensorflow/lite/delegates/flex/kernel.cc). `start` and `length` are those of the options. Undefined where they hold none.
 * @throws {ScanError} where the NodeDef cannot be read.
 */
export function flexOperation(source: ByteSource, start: number, length: number): string | undefined {
  const node = secondString(slice(source, start, length))
  if (node === undefined) return undefined
  const reader = new ProtoReader(node)
  let op: string | undefined
  // Of a field that stands twice the last one counts. NodeDef: op 2.
  for (const field of reader.fields(reader.root)) if (field.number === 2 && field.wire === BYTES) op = reader.text(field, MAX_NAME)
  return op
}

/** The second element of the vector that is the root: offsets count backwards, lengths stand before, types behind the elements. */
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
