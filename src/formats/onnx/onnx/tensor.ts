// Reads an ONNX TensorProto: checks its sizes and returns the files with its data.
import type { StructureProblem } from '../../../facts/structure.ts'
import { BYTES, type Field, type ProtoReader, type Span, VARINT } from '../../../wire/protobuf/fields.ts'

const MAX_TEXT = 400
const MAX_PATH = 4096
/** Maximum number of dimensions that are read. Runtimes support eight. */
const MAX_DIMS = 64
/** Maximum size of a packed dimension in bytes. */
const VARINT_BYTES = 10
/** Sizes are signed 64-bit integers: values from here on are negative or an overflow. */
const MAX_SIZE = 2 ** 63
/** Maximum length of one tensor's external data: 1 TiB, larger than any existing tensor. */
const MAX_LENGTH = 2n ** 40n

/** Bits per element by data type (onnx/onnx.proto, TensorProto.DataType). Strings have no fixed size. */
const BITS: Readonly<Record<number, number>> = {
  1: 32,
  2: 8,
  3: 8,
  4: 16,
  5: 16,
  6: 32,
  7: 64,
  9: 8,
  10: 16,
  11: 64,
  12: 32,
  13: 64,
  14: 64,
  15: 128,
  16: 16,
  17: 8,
  18: 8,
  19: 8,
  20: 8,
  21: 4,
  22: 4,
  23: 4,
  24: 8,
  25: 2,
  26: 2,
}

/**
 * Keys of external data that ONNX and ONNX Runtime know (onnx/external_data_helper.py,
 * onnxruntime/core/framework/tensor_external_data_info.cc).
 */
const KEYS = /^(?:location|offset|length|checksum|basepath|prepacked\w*)$/

type Report = (problem: StructureProblem, detail: string, offset: number) => void

/** Fields of a TensorProto that describe its data. */
interface Tensor {
  readonly dims: readonly number[]
  readonly bits: number | undefined
  readonly name: string
  readonly raw: Span | undefined
  /** Entries of external_data, in file order. */
  readonly external: readonly { readonly key: string; readonly value: string; readonly at: number }[]
}

/** Reads a TensorProto without its data. Reports wrong sizes and returns the locations of its external data. */
export function readTensor(reader: ProtoReader, span: Span, report: Report): readonly { readonly path: string; readonly at: number }[] {
  const tensor = tensorOf(reader, span)
  const size = checkShape(tensor, span.start, report)
  for (const { key, value, at } of tensor.external) checkEntry(tensor.name, key, value, size, at, report)
  return tensor.external.flatMap(({ key, value, at }) => (key === 'location' ? [{ path: value, at }] : []))
}

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9, external_data 13 with entries of key 1 and value 2. */
function tensorOf(reader: ProtoReader, span: Span): Tensor {
  const dims: number[] = []
  const external: { key: string; value: string; at: number }[] = []
  let bits: number | undefined
  let name = ''
  let raw: Span | undefined
  for (const field of reader.fields(span)) {
    if (field.number === 1) dims.push(...dimsOf(reader, field))
    else if (field.number === 2 && field.wire === VARINT) bits = BITS[field.value]
    else if (field.wire !== BYTES) continue
    else if (field.number === 8) name = reader.text(field, MAX_TEXT)
    else if (field.number === 9) raw = field
    else if (field.number === 13) external.push(entryOf(reader, field))
  }
  return { dims, bits, name, raw, external }
}

function entryOf(reader: ProtoReader, entry: Field): { key: string; value: string; at: number } {
  let key = ''
  let value = ''
  for (const part of reader.fields(entry)) {
    if (part.wire !== BYTES) continue
    if (part.number === 1) key = reader.text(part, MAX_TEXT)
    else if (part.number === 2) value = reader.text(part, MAX_PATH)
  }
  return { key, value, at: entry.start }
}

/** Reads one dimension, or several packed ones. */
function dimsOf(reader: ProtoReader, field: Field): readonly number[] {
  if (field.wire === VARINT) return [field.value]
  if (field.wire !== BYTES) return []
  const dims: number[] = []
  let value = 0
  let scale = 1
  for (const byte of reader.bytes(field, MAX_DIMS * VARINT_BYTES)) {
    value += (byte & 0x7f) * scale
    scale *= 128
    if (byte < 0x80) {
      dims.push(value)
      value = 0
      scale = 1
    }
  }
  return dims
}

/** Checks the shape and returns the size of the data in bytes; undefined if it is unknown. */
function checkShape({ dims, bits, name, raw }: Tensor, at: number, report: Report): number | undefined {
  const shown = name.slice(0, 100)
  if (dims.some((dim) => dim >= MAX_SIZE)) {
    report('bad-header', `${shown} has a negative dimension`, at)
    return undefined
  }
  const bytes = dims.includes(0) ? 0 : Math.ceil((dims.reduce((product, dim) => product * dim, 1) * (bits ?? 1)) / 8)
  if (bytes >= MAX_SIZE) {
    report('shape-bomb', `${shown} has ${dims.slice(0, 8).join(' × ')} elements`, at)
    return undefined
  }
  if (bits === undefined) return undefined
  if (raw !== undefined && raw.end - raw.start !== bytes && raw.end > raw.start)
    report('bad-header', `${shown} has ${raw.end - raw.start} bytes of data, but its shape needs ${bytes}`, at)
  return bytes
}

/** Checks one entry of a tensor's external data. */
function checkEntry(name: string, key: string, value: string, size: number | undefined, at: number, report: Report): void {
  const shown = name.slice(0, 100)
  if (!KEYS.test(key)) return report('bad-header', `the external data of ${shown} have the unknown key ${key.slice(0, 60)}`, at)
  if (key !== 'offset' && key !== 'length') return
  const number = /^\s*[+-]?\d{1,40}\s*$/.test(value) ? BigInt(value.trim().replace('+', '')) : -1n
  if (number < 0n) report('bad-header', `the external data of ${shown} have the ${key} ${value.slice(0, 40)}`, at)
  else if (number > MAX_LENGTH)
    report(key === 'length' ? 'shape-bomb' : 'bad-header', `the external data of ${shown} have the ${key} ${value.slice(0, 40)}`, at)
  else if (key === 'length' && size !== undefined && Number(number) !== size)
    report('bad-header', `the external data of ${shown} have ${value.slice(0, 40)} bytes, but its shape needs ${size}`, at)
}
