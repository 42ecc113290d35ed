// Reads GraphDef, FunctionDefLibrary and NodeDef (tensorflow/core/framework/{graph,function,node_def}.proto).
import type { Scan } from '../../../types/format.ts'
import { BYTES, type Field, type ProtoReader, type Span, VARINT } from '../../../wire/protobuf/fields.ts'
import { ARGUMENT_ATTRIBUTES, type TfGraphFacts } from './facts.ts'
import { nameIn } from './shape.ts'

const MAX_NAME = 400
const MAX_VALUE = 400
const MAX_INPUTS = 8
const MAX_VALUES = 8
const DT_STRING = 7
/** Fields of a TensorProto with numbers: tensor_content 4, and all `*_val` lists except those of strings. */
const NUMBERS = new Set([4, 5, 6, 7, 9, 10, 11, 13, 16, 17])
/** Maximum size of `tensor_content` that is read as strings. Longer ones are not paths. */
const MAX_CONTENT = 4096

/** Reads a GraphDef into `facts`. */
export function readGraph(reader: ProtoReader, graph: Span, facts: TfGraphFacts, scan: Scan): void {
  for (const field of reader.fields(graph)) {
    if (field.wire !== BYTES) continue
    if (field.number === 1) readNode(reader, field, facts, scan)
    else if (field.number === 2) readLibrary(reader, field, facts, scan)
  }
}

/** FunctionDefLibrary: function 1, a FunctionDef: signature 1 (OpDef, name 1), node_def 3 (2 before TensorFlow 1.0). */
function readLibrary(reader: ProtoReader, library: Span, facts: TfGraphFacts, scan: Scan): void {
  for (const field of reader.fields(library)) {
    if (field.number !== 1 || field.wire !== BYTES) continue
    scan.budget.checkTime()
    let name = ''
    facts.enterFunction()
    for (const part of reader.fields(field)) {
      if (part.wire !== BYTES) continue
      if (part.number === 1) name = nameIn(reader, part)
      else if (part.number === 3) readNode(reader, part, facts, scan)
    }
    facts.leaveFunction(name)
  }
}

/** NodeDef: name 1, op 2, input 3, attr 5 (a map of AttrValue). */
function readNode(reader: ProtoReader, node: Span, facts: TfGraphFacts, scan: Scan): void {
  let name = ''
  let op = ''
  let tensor: Span | undefined
  const inputs: string[] = []
  const attributes = new Map<string, string>()
  for (const field of reader.fields(node)) {
    if (field.wire !== BYTES) continue
    if (field.number === 1) name = reader.text(field, MAX_NAME)
    else if (field.number === 2) op = reader.text(field, MAX_NAME)
    else if (field.number === 3) {
      if (inputs.length < MAX_INPUTS) inputs.push(reader.text(field, MAX_NAME))
    } else if (field.number === 5) {
      const { key, value } = readEntry(reader, field)
      if (value === undefined) continue
      if (key === 'value') tensor = value
      else if (ARGUMENT_ATTRIBUTES.has(key)) attributes.set(key, readStrings(reader, value).join(', '))
    }
  }
  const values = op === 'Const' && tensor ? readTensor(reader, tensor, scan) : []
  facts.addNode({ name, op, inputs, values, attributes, offset: node.start })
}

/** Reads an entry of a map: key 1, value 2. */
export function readEntry(reader: ProtoReader, entry: Span): { readonly key: string; readonly value: Field | undefined } {
  let key = ''
  let value: Field | undefined
  for (const part of reader.fields(entry)) {
    if (part.number === 1 && part.wire === BYTES) key = reader.text(part, MAX_NAME)
    else if (part.number === 2 && part.wire === BYTES) value = part
  }
  return { key, value }
}

/** Returns the strings of an AttrValue: s 2, or list 1 with s 2. */
function readStrings(reader: ProtoReader, value: Span): string[] {
  const found: string[] = []
  for (const part of reader.fields(value)) {
    if (part.wire !== BYTES || found.length >= MAX_VALUES) continue
    if (part.number === 2) found.push(reader.text(part, MAX_VALUE))
    else if (part.number === 1) {
      for (const item of reader.fields(part)) {
        if (item.number === 2 && item.wire === BYTES && found.length < MAX_VALUES) found.push(reader.text(item, MAX_VALUE))
      }
    }
  }
  return found
}

/**
 * Returns the strings of an AttrValue that is a tensor (8). TensorProto: dtype 1, tensor_content 4, string_val 8.
 * Numbers are passed over.
 */
function readTensor(reader: ProtoReader, value: Span, scan: Scan): string[] {
  const found: string[] = []
  for (const part of reader.fields(value)) {
    if (part.number !== 8 || part.wire !== BYTES) continue
    let content: Span | undefined
    let numbers = false
    for (const item of reader.fields(part)) {
      if (item.number === 1 && item.wire === VARINT) numbers = item.value !== DT_STRING
      if (item.wire !== BYTES) continue
      if (numbers) {
        if (NUMBERS.has(item.number)) scan.account.passOver('numbers', item.start, item.end - item.start)
        continue
      }
      if (item.number === 8 && found.length < MAX_VALUES) found.push(reader.text(item, MAX_VALUE))
      else if (item.number === 4) content = item
      else if (item.number > 4 && item.number < 8) return []
    }
    if (content && found.length === 0 && content.end - content.start <= MAX_CONTENT)
      found.push(...unpack(reader.bytes(content, MAX_CONTENT)))
  }
  return found
}

/**
 * Decodes strings in `tensor_content`: all lengths as varints, then all bytes
 * (tensorflow/core/platform/tensor_coding.cc). The number of strings is in the tensor's shape, which is not read here:
 * all counts are tried.
 */
function unpack(bytes: Uint8Array): string[] {
  const lengths: number[] = []
  let total = 0
  let at = 0
  while (at < bytes.length && lengths.length < MAX_VALUES) {
    let length = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? 0
      length += (byte & 0x7f) * shift
      if (byte < 0x80 || shift > 2 ** 21) break
    }
    lengths.push(length)
    total += length
    if (at + total !== bytes.length) continue
    return lengths.map((size) => {
      const start = at
      at += size
      return new TextDecoder().decode(bytes.subarray(start, at))
    })
  }
  return []
}
