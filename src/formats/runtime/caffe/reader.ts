// Reports the Python layers of a Caffe network.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Scan, ScanResult } from '../../../types/format.ts'
import { BYTES, FIXED32, FIXED64, ProtoReader, type Span } from '../../../wire/protobuf/fields.ts'
import { isMessage } from '../../../wire/protobuf/shape.ts'
import { textEvents } from '../../../wire/protobuf/text-format.ts'
import { accountForText, Search } from '../../shared/search-bytes.ts'
import { MAX_NAME, MODEL_EXTENSIONS, netShape } from './signature.ts'

/** Fields of a SolverParameter that contain a network. */
const SOLVER_NETS = new Set(['net_param', 'train_net_param', 'test_net_param'])

/** Scans a binary model that `format.ts` recognised. */
export const scanCaffeModel: Format['scan'] = (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a Caffe model cannot be read from a stream')
  if (!isMessage(source, netShape, MODEL_EXTENSIONS.includes(scan.probe.extension))) return 'not-this-format'
  const reader = new ProtoReader(source, () => scan.budget.checkTime())
  for (const field of reader.fields(reader.root)) if (field.number === 100 && field.wire === BYTES) readLayer(reader, field, scan)
  return new Search(source, scan).rest()
}

/** LayerParameter: name 1, type 2, blobs 7, python_param 130 (module 1, layer 2). */
function readLayer(reader: ProtoReader, layer: Span, scan: Scan): void {
  let name = ''
  let type = ''
  let module = ''
  let className = ''
  for (const part of reader.fields(layer)) {
    if (part.wire !== BYTES) continue
    if (part.number === 1) name = reader.text(part, MAX_NAME)
    else if (part.number === 2) type = reader.text(part, MAX_NAME)
    else if (part.number === 7) passBlob(reader, part, scan)
    else if (part.number === 130) {
      for (const inner of reader.fields(part)) {
        if (inner.number === 1 && inner.wire === BYTES) module = reader.text(inner, MAX_NAME)
        else if (inner.number === 2 && inner.wire === BYTES) className = reader.text(inner, MAX_NAME)
      }
    }
  }
  if (type === 'Python') reportLayer(name, `${module}.${className}`, layer.start, scan)
}

/** BlobProto: data 5, diff 6, double_data 8, double_diff 9, packed. Numbers that are not packed are searched. */
function passBlob(reader: ProtoReader, blob: Span, scan: Scan): void {
  for (const part of reader.fields(blob)) {
    if (part.wire === FIXED32 || part.wire === FIXED64) return
    if (part.wire === BYTES && [5, 6, 8, 9].includes(part.number)) scan.account.passOver('numbers', part.start, part.end - part.start)
  }
}

function reportLayer(node: string, argument: string, offset: number, scan: Scan): void {
  scan.observe({ kind: 'graph-op', framework: 'caffe', op: 'Python', domain: '', node, argument, offset })
}

/** Scans a network as text that `format.ts` recognised. */
export async function scanText(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a network cannot be read from a stream')
  const path: string[] = []
  let layer = { name: '', type: '', module: '', className: '', offset: 0 }
  let layers = 0
  /** Depth of the current network: 1 inside a solver, otherwise 0. */
  let base = 0
  try {
    for (const { kind, name, value, offset } of textEvents(source, () => scan.budget.checkTime())) {
      if (kind === 'open') {
        path.push(name)
        if (path.length === 1) base = SOLVER_NETS.has(name) ? 1 : 0
        if (name === 'layer' && path.length === base + 1) layer = { name: '', type: '', module: '', className: '', offset }
      } else if (kind === 'close') {
        path.pop()
        if (path.length > base || (name !== 'layer' && name !== 'layers')) continue
        layers++
        if (layer.type === 'Python') reportLayer(layer.name, `${layer.module}.${layer.className}`, layer.offset, scan)
      } else if (path.length === base + 1 && path[base] === 'layer') {
        if (name === 'name') layer.name = value
        else if (name === 'type') layer.type = value
      } else if (path.length === base + 2 && path[base + 1] === 'python_param') {
        if (name === 'module') layer.module = value
        else if (name === 'layer') layer.className = value
      }
    }
  } catch (error) {
    // Other tools use the extension too: the text is a damaged network only if it contains a complete layer.
    if (error instanceof ScanError && layers === 0) return 'not-this-format'
    throw error
  }
  return layers === 0 ? 'not-this-format' : accountForText(source, scan)
}
