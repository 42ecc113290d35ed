// Reads an ONNX TensorProto: checks its sizes and returns the files with its data.
import type { StructureProblem } from '../../../types/observation.ts'
import { BYTES, type Field, type ProtoReader, type Span, VARINT } from '../../../wire/protobuf/fields.ts'

const MAX_TEXT = 400
const MAX_PATH = 4096
/** Dimensions that are read; runtimes take eight. */
const MAX_DIMS = 64
/** Bytes of a packed dimension at most. */
const VARINT_BYTES = 10
/** Sizes are signed 64-bit numbers; what is beyond is negative, or has overflowed. */
const MAX_SIZE = 2 ** 63
/** One tensor of a tebibyte: larger than any that exists. */
const MAX_LENGTH = 2n ** 40n

/** Bits of one element by data type (onnx/onnx.proto, TensorProto.DataType); strings have none. */
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

/** The keys that ONNX and ONNX Runtime know (onnx/external_data_helper.py, onnxruntime/core/framework/tensor_external_data_info.cc). */
const KEYS = /^(?:location|offset|length|checksum|basepath|prepacked\w*)$/

type State = (problem: StructureProblem, detail: string, offset: number) => void

/** What a TensorProto says of its data. */
interface Tensor {
  readonly dims: readonly number[]
  readonly bits: number | undefined
  readonly name: string
  readonly raw: Span | undefined
  /** Entries of its external data in their order. */
  readonly external: readonly { readonly key: string; readonly value: string; readonly at: number }[]
}

/** Reads a TensorProto and states what is wrong with its sizes; gives the locations of its external data. Data are jumped over. */
export function readTensor(reader: ProtoReader, span: Span, state: State): readonly { readonly path: string; readonly at: number }[] {
  const tensor = tensorOf(reader, span)
  const size = checkShape(tensor, span.start, state)
  for (const { key, value, at } of tensor.external) checkEntry(tensor.name, key, value, size, at, state)
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

/** One dimension, or several that are packed. */
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

/** The size of the data in bytes, where shape and type tell. */
function checkShape({ dims, bits, name, raw }: Tensor, at: number, state: State): number | undefined {
  const shown = name.slice(0, 100)
  if (dims.some((dim) => dim >= MAX_SIZE)) {
    state('bad-header', `${shown} has a dimension below zero`, at)
    return undefined
  }
  const bytes = dims.includes(0) ? 0 : Math.ceil((dims.reduce((product, dim) => product * dim, 1) * (bits ?? 1)) / 8)
  if (bytes >= MAX_SIZE) {
    state('shape-bomb', `${shown} has ${dims.slice(0, 8).join(' × ')} elements`, at)
    return undefined
  }
  if (bits === undefined) return undefined
  if (raw !== undefined && raw.end - raw.start !== bytes && raw.end > raw.start)
    state('bad-header', `${shown} has ${raw.end - raw.start} bytes of data, and its shape ${bytes}`, at)
  return bytes
}

function checkEntry(name: string, key: string, value: string, size: number | undefined, at: number, state: State): void {
  const shown = name.slice(0, 100)
  if (!KEYS.test(key)) return state('bad-header', `the external data of ${shown} have the key ${key.slice(0, 60)}`, at)
  if (key !== 'offset' && key !== 'length') return
  const number = /^\s*[+-]?\d{1,40}\s*$/.test(value) ? BigInt(value.trim().replace('+', '')) : -1n
  if (number < 0n) state('bad-header', `the external data of ${shown} have the ${key} ${value.slice(0, 40)}`, at)
  else if (number > MAX_LENGTH)
    state(key === 'length' ? 'shape-bomb' : 'bad-header', `the external data of ${shown} have the ${key} ${value.slice(0, 40)}`, at)
  else if (key === 'length' && size !== undefined && Number(number) !== size)
    state('bad-header', `the external data of ${shown} have ${value.slice(0, 40)} bytes, and its shape ${size}`, at)
}
