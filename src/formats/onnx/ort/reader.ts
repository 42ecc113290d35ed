// Reads models in ONNX Runtime's own format (`.ort`).
import { ScanError } from '../../../bytes/errors.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { FlatBuffer, type Table } from '../../../wire/flatbuffer.ts'
import { Search } from '../../shared/search-bytes.ts'

/** Maximum number of different operators that are reported. */
const MAX_DISTINCT = 10_000

/** Maximum depth of graphs within nodes. ONNX Runtime itself recurses; models have a few levels. */
const MAX_DEPTH = 64

/** State that all graphs of one model share. */
interface Reading {
  readonly reported: Set<string>
  /** Offsets of graphs and nodes that were read: offsets may repeat, or form a cycle. */
  readonly seen: Set<number>
  readonly scan: Scan
}

/** Reads a model in ONNX Runtime's own format. @throws {ScanError} */
export const scanOrt: Format['scan'] = (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'an ONNX Runtime model cannot be read from a stream')
  const session = new FlatBuffer(source, () => scan.budget.checkTime()).root()
  // InferenceSession: model 1. Model: graph 7.
  const graph = session.table(1)?.table(7)
  if (!graph) throw new ScanError('malformed', 'the session has no graph')
  readGraph(graph, { reported: new Set(), seen: new Set(), scan }, 0)
  return new Search(source, scan).rest()
}

/** data_type of strings. */
const STRING = 8
/** Minimum size of tensor data that are recorded as numbers. Searching smaller data is cheaper than recording them. */
const MIN_NUMBERS = 256

/** Passes over the data of tensors with numbers. Graph: initializers 0. Tensor: data_type 3, raw_data 4. */
function passNumbers(graph: Table, scan: Scan): void {
  for (const tensor of graph.tables(0)) {
    const { start, length } = tensor.vector(4, 1)
    if (tensor.i32(3) !== STRING && length >= MIN_NUMBERS) scan.account.passOver('numbers', start, length)
  }
}

/** Reads a Graph: nodes 2. Node: name 0, domain 2, op_type 5, attributes 10. Attribute: g 7, graphs 12. */
function readGraph(graph: Table, reading: Reading, depth: number): void {
  if (reading.seen.has(graph.at)) return
  if (depth > MAX_DEPTH) throw new ScanError('limit', `graphs are nested deeper than ${MAX_DEPTH} levels`, graph.at)
  reading.seen.add(graph.at)
  const { reported, scan } = reading
  passNumbers(graph, scan)
  for (const node of graph.tables(2)) {
    const op = node.text(5)
    const domain = node.text(2)
    const key = `${domain}\0${op}`
    if (!reported.has(key) && reported.size < MAX_DISTINCT) {
      reported.add(key)
      scan.observe({ kind: 'graph-op', framework: 'onnx', op, domain, node: node.text(0), offset: node.at })
    }
    if (reading.seen.has(node.at)) continue
    reading.seen.add(node.at)
    for (const attribute of node.tables(10)) {
      const inner = attribute.table(7)
      if (inner) readGraph(inner, reading, depth + 1)
      for (const each of attribute.tables(12)) readGraph(each, reading, depth + 1)
    }
  }
}
