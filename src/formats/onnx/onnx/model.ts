// Reads an ONNX ModelProto: operators, functions, metadata and files with tensor data.
import type { StructureProblem } from '../../../facts/structure.ts'
import type { Scan } from '../../../types/format.ts'
import { BYTES, type Field, type ProtoReader, type Span, VARINT } from '../../../wire/protobuf/fields.ts'
import type { MetadataTexts } from '../../shared/metadata-texts.ts'
import { readTensor } from './tensor.ts'

const MAX_NAME = 400
const MAX_PATH = 4096
const MAX_METADATA = 1 << 20
/** Maximum number of different operators and files that are reported. Models have some hundred at most. */
const MAX_DISTINCT = 10_000
/** Maximum number of observations per structure problem: a faulty writer makes the same mistake in every tensor. */
const MAX_SAME = 5
/** ONNX Runtime reads such a tensor's offset as a memory address (onnxruntime/core/framework/tensorprotoutils.h). */
const MEMORY_MARKER = '_ORT_MEM_ADDR_'

/** data_type of strings. */
const STRING = 8
/** TensorProto: float_data 4, int32_data 5, int64_data 7, raw_data 9, double_data 10, uint64_data 11. */
const NUMBERS = new Set([4, 5, 7, 9, 10, 11])
/** Minimum size of tensor data that are recorded as numbers. Searching smaller data is cheaper than recording them. */
const MIN_NUMBERS = 256

interface Node {
  readonly domain: string
  readonly op: string
  readonly name: string
  readonly offset: number
}

/**
 * Reads a ModelProto: graph 7, metadata_props 14, training_info 20, functions 25. Skips weights. Reports what was found
 * even if reading fails.
 */
export function readModel(reader: ProtoReader, scan: Scan, texts: MetadataTexts): void {
  const model = new Model(reader, scan)
  try {
    for (const field of reader.fields(reader.root)) {
      if (field.wire !== BYTES) continue
      if (field.number === 7) model.readGraph(field)
      else if (field.number === 14) readText(reader, field, texts, scan)
      else if (field.number === 20) model.readTraining(field)
      else if (field.number === 25) model.readFunction(field)
    }
  } finally {
    model.flush()
  }
}

/** Reads a StringStringEntryProto: key 1, value 2. */
function readText(reader: ProtoReader, entry: Span, texts: MetadataTexts, scan: Scan): void {
  let key = ''
  let value = ''
  for (const part of reader.fields(entry)) {
    if (part.wire !== BYTES) continue
    if (part.number === 1) key = reader.text(part, MAX_NAME)
    else if (part.number === 2) value = reader.text(part, MAX_METADATA)
  }
  if (texts.add(key, value)) scan.account.read(entry.start, entry.end - entry.start)
}

/** Walks the messages of a model and collects operators, functions and files. */
class Model {
  private readonly reader: ProtoReader
  private readonly scan: Scan
  private readonly nodes = new Map<string, Node>()
  private readonly functions = new Set<string>()
  private readonly files = new Set<string>()
  private readonly counts = new Map<StructureProblem, number>()

  constructor(reader: ProtoReader, scan: Scan) {
    this.reader = reader
    this.scan = scan
  }

  /** Reads a GraphProto: node 1, initializer 5, sparse_initializer 15. */
  readGraph(graph: Span): void {
    for (const field of this.reader.fields(graph)) {
      if (field.wire !== BYTES) continue
      if (field.number === 1) this.readNode(field)
      else if (field.number === 5) this.readTensorData(field)
      else if (field.number === 15) this.readSparse(field)
    }
  }

  /** Reads a TrainingInfoProto: initialization 1 and algorithm 2, both graphs. */
  readTraining(info: Span): void {
    for (const field of this.reader.fields(info))
      if (field.wire === BYTES && (field.number === 1 || field.number === 2)) this.readGraph(field)
  }

  /** Reads a FunctionProto: name 1, node 7, domain 10, attribute_proto 11. Nodes call a function like an operator. */
  readFunction(span: Span): void {
    let name = ''
    let domain = ''
    for (const field of this.reader.fields(span)) {
      if (field.wire !== BYTES) continue
      if (field.number === 1) name = this.reader.text(field, MAX_NAME)
      else if (field.number === 7) this.readNode(field)
      else if (field.number === 10) domain = this.reader.text(field, MAX_NAME)
      else if (field.number === 11) this.readAttribute(field)
    }
    if (this.functions.size < MAX_DISTINCT) this.functions.add(`${domain}\0${name}`)
  }

  /** Reports each operator once. */
  flush(): void {
    for (const [key, { domain, op, name, offset }] of this.nodes) {
      const defined = this.functions.has(key) ? { defined: true as const } : {}
      this.scan.observe({ kind: 'graph-op', framework: 'onnx', op, domain, node: name, ...defined, offset })
    }
  }

  /** Reads a NodeProto: name 3, op_type 4, attribute 5, domain 7. */
  private readNode(span: Field): void {
    let name = ''
    let op = ''
    let domain = ''
    let embedded = true
    let context: Attribute | undefined
    for (const field of this.reader.fields(span)) {
      if (field.wire !== BYTES) continue
      if (field.number === 3) name = this.reader.text(field, MAX_NAME)
      else if (field.number === 4) op = this.reader.text(field, MAX_NAME)
      else if (field.number === 7) domain = this.reader.text(field, MAX_NAME)
      else if (field.number === 5) {
        const attribute = this.readAttribute(field)
        if (attribute.name === 'embed_mode') embedded = attribute.int !== 0
        else if (attribute.name === 'ep_cache_context') context = attribute
      }
    }
    const key = `${domain}\0${op}`
    if (!this.nodes.has(key) && this.nodes.size < MAX_DISTINCT) this.nodes.set(key, { domain, op, name, offset: span.start })
    if (op === 'EPContext' && !embedded && context?.text) {
      this.observeFile(this.reader.text(context.text, MAX_PATH), 'compiled model of an execution provider', span.start)
    }
  }

  /** AttributeProto: name 1, i 3, s 4, t 5, g 6, tensors 10, graphs 11, sparse_tensor 22, sparse_tensors 23. */
  private readAttribute(span: Span): Attribute {
    let name = ''
    let int: number | undefined
    let text: Field | undefined
    for (const field of this.reader.fields(span)) {
      if (field.number === 3 && field.wire === 0) int = field.value
      if (field.wire !== BYTES) continue
      if (field.number === 1) name = this.reader.text(field, MAX_NAME)
      else if (field.number === 4) text = field
      else if (field.number === 5 || field.number === 10) this.readTensorData(field)
      else if (field.number === 6 || field.number === 11) this.readGraph(field)
      else if (field.number === 22 || field.number === 23) this.readSparse(field)
    }
    return { name, int, text }
  }

  /** Reads a SparseTensorProto: values 1, indices 2. */
  private readSparse(span: Span): void {
    for (const field of this.reader.fields(span))
      if (field.wire === BYTES && (field.number === 1 || field.number === 2)) this.readTensorData(field)
  }

  /** Reads a TensorProto: data_type 2, which comes before its data. */
  private readTensorData(span: Span): void {
    let texts = false
    for (const field of this.reader.fields(span)) {
      if (field.number === 2 && field.wire === VARINT) texts = field.value === STRING
      if (field.wire === BYTES && NUMBERS.has(field.number) && !texts && field.end - field.start >= MIN_NUMBERS)
        this.scan.account.passOver('numbers', field.start, field.end - field.start)
    }
    for (const { path, at } of readTensor(this.reader, span, this.report)) this.observeFile(path, 'tensor data', at)
  }

  private readonly report = (problem: StructureProblem, detail: string, offset: number): void => {
    const count = (this.counts.get(problem) ?? 0) + 1
    this.counts.set(problem, count)
    if (count <= MAX_SAME) this.scan.observe({ kind: 'structure', format: 'onnx', problem, detail, offset })
  }

  private observeFile(path: string, role: string, offset: number): void {
    if (this.files.has(path) || this.files.size >= MAX_DISTINCT) return
    this.files.add(path)
    if (path.includes(MEMORY_MARKER)) {
      const detail = `external data at ${path}: with this name ONNX Runtime reads from a memory address that the file chooses`
      this.report('out-of-bounds', detail, offset)
    } else this.scan.observe({ kind: 'external-file', format: 'onnx', path, role, offset })
  }
}

interface Attribute {
  readonly name: string
  readonly int: number | undefined
  readonly text: Field | undefined
}
