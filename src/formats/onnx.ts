import { ScanError } from '../bytes/errors.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Scan, ScanResult } from '../types/format.ts'
import { BYTES, type Field, ProtoReader, VARINT } from '../wire/protobuf.ts'
import { headLikeness, isMessage, isName, openingOf, type Shape } from '../wire/protobuf-shape.ts'
import { readModel } from './onnx-model.ts'

const EXTENSIONS = ['.onnx', '.onnxmodel']
/** Fields of a GraphProto beside its nodes: name, initializer, doc_string, input, output, value_info, quantization, sparse_initializer, metadata. */
const GRAPH_FIELDS = new Set([2, 5, 10, 11, 12, 13, 14, 15, 16])

/** ModelProto (onnx/onnx.proto). The graph proves it: a node names its operator. */
const modelShape: Shape = {
  fields: { 1: VARINT, 2: BYTES, 3: BYTES, 4: BYTES, 5: VARINT, 6: BYTES, 7: BYTES, 8: BYTES, 14: BYTES, 20: BYTES, 25: BYTES, 26: BYTES },
  proves: (reader, field) => field.number === 7 && isGraph(reader, field),
}

/** It has a node, or only other parts of a graph. */
function isGraph(reader: ProtoReader, graph: Field): boolean {
  let parts = 0
  let strange = 0
  for (const part of reader.fields(graph)) {
    if (part.number === 1 && part.wire === BYTES && isNode(reader, part)) return true
    if (part.wire === BYTES && GRAPH_FIELDS.has(part.number)) parts++
    else strange++
  }
  return parts > 1 && strange === 0
}

/** Its operator is named by field 4. */
function isNode(reader: ProtoReader, node: Field): boolean {
  for (const part of reader.fields(node)) if (part.number === 4 && isName(reader, part, 400)) return true
  return false
}

export const onnxFormat: Format = {
  id: 'onnx',
  title: 'ONNX model',
  extensions: EXTENSIONS,
  access: 'random',
  opening: openingOf(modelShape, EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, modelShape, EXTENSIONS.includes(probe.extension)),
  scan(artifact: Artifact, scan: Scan): ScanResult {
    const source = artifact.input
    if (source.kind === 'stream') throw new ScanError('unsupported', 'an ONNX model cannot be read from a stream')
    if (!isMessage(source, modelShape, EXTENSIONS.includes(scan.probe.extension))) return 'not-this-format'
    readModel(new ProtoReader(source, () => scan.budget.checkTime()), scan)
  },
}
