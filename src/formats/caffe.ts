import { ScanError } from '../bytes/errors.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../types/format.ts'
import { BYTES, FIXED32, type Field, ProtoReader, type Span, VARINT } from '../wire/protobuf.ts'
import { headLikeness, isMessage, isName, openingOf, type Shape } from '../wire/protobuf-shape.ts'
import { textEvents } from '../wire/text-proto.ts'

const MODEL_EXTENSIONS = ['.caffemodel']
const TEXT_EXTENSIONS = ['.prototxt']
const MAX_NAME = 400

/**
 * NetParameter (caffe.proto): name 1, layers 2 (V1), input 3, input_dim 4, force_backward 5, state 6, debug_info 7, input_shape 8, layer 100. A layer
 * proves it: name 1 and type 2 are strings.
 */
const netShape: Shape = {
  fields: { 1: BYTES, 2: BYTES, 3: BYTES, 4: VARINT, 5: VARINT, 6: BYTES, 7: VARINT, 8: BYTES, 100: BYTES },
  proves: (reader, field) => (field.number === 100 && isLayer(reader, field)) || (field.number === 2 && isOldLayer(reader, field)),
}

function isLayer(reader: ProtoReader, layer: Field): boolean {
  let named = false
  for (const part of reader.fields(layer)) {
    if (part.number === 1) named = part.wire === BYTES
    else if (part.number === 2 && isName(reader, part, MAX_NAME)) return named
  }
  return false
}

/** V1LayerParameter: bottom 2, top 3, name 4, type 5 as a number. */
function isOldLayer(reader: ProtoReader, layer: Field): boolean {
  let named = false
  for (const part of reader.fields(layer)) {
    if (part.number === 4) named = isName(reader, part, MAX_NAME)
    else if (part.number === 5) return named && part.wire === VARINT && part.value < 64
    else if (part.wire !== BYTES && part.wire !== FIXED32 && part.wire !== VARINT) return false
  }
  return false
}

/** A trained network; it repeats the layers of its `.prototxt`. */
export const caffeModelFormat: Format = {
  id: 'caffe',
  title: 'Caffe model',
  extensions: MODEL_EXTENSIONS,
  access: 'random',
  opening: openingOf(netShape, MODEL_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, netShape, MODEL_EXTENSIONS.includes(probe.extension)),
  scan(artifact: Artifact, scan: Scan): ScanResult {
    const source = artifact.input
    if (source.kind === 'stream') throw new ScanError('unsupported', 'a Caffe model cannot be read from a stream')
    if (!isMessage(source, netShape, MODEL_EXTENSIONS.includes(scan.probe.extension))) return 'not-this-format'
    const reader = new ProtoReader(source, () => scan.budget.checkTime())
    for (const field of reader.fields(reader.root)) if (field.number === 100 && field.wire === BYTES) readLayer(reader, field, scan)
  },
}

/** LayerParameter: name 1, type 2, python_param 130 (module 1, layer 2). */
function readLayer(reader: ProtoReader, layer: Span, scan: Scan): void {
  let name = ''
  let type = ''
  let module = ''
  let className = ''
  for (const part of reader.fields(layer)) {
    if (part.wire !== BYTES) continue
    if (part.number === 1) name = reader.text(part, MAX_NAME)
    else if (part.number === 2) type = reader.text(part, MAX_NAME)
    else if (part.number === 130) {
      for (const inner of reader.fields(part)) {
        if (inner.number === 1 && inner.wire === BYTES) module = reader.text(inner, MAX_NAME)
        else if (inner.number === 2 && inner.wire === BYTES) className = reader.text(inner, MAX_NAME)
      }
    }
  }
  if (type === 'Python') state(name, `${module}.${className}`, layer.start, scan)
}

function state(node: string, argument: string, offset: number, scan: Scan): void {
  scan.observe({ kind: 'graph-op', framework: 'caffe', op: 'Python', domain: '', node, argument, offset })
}

const LAYER = /(?:^|\s)layers?\s*:?\s*\{\s*(?:[a-z_]+\s*:\s*(?:"[^"]*"|'[^']*'|\w+\s)\s*)*type\s*:/

/** The architecture as text. */
export const caffeTextFormat: Format = {
  id: 'caffe-text',
  title: 'Caffe network as text',
  extensions: TEXT_EXTENSIONS,
  access: 'random',
  opening: { first: (byte) => byte >= 9, extensions: TEXT_EXTENSIONS },
  match: matchText,
  scan: scanText,
}

/** Fields of a SolverParameter that are networks. */
const SOLVER_NETS = new Set(['net_param', 'train_net_param', 'test_net_param'])

function matchText(probe: Probe): 'possible' | 'no' {
  if (probe.head.some((byte) => byte < 9)) return 'no'
  const claimed = TEXT_EXTENSIONS.includes(probe.extension)
  return claimed || (probe.size !== undefined && LAYER.test(new TextDecoder().decode(probe.head))) ? 'possible' : 'no'
}

function scanText(artifact: Artifact, scan: Scan): ScanResult {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a network cannot be read from a stream')
  const path: string[] = []
  let layer = { name: '', type: '', module: '', className: '', offset: 0 }
  let layers = 0
  /** 1 within the network that a solver holds itself. */
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
        if (layer.type === 'Python') state(layer.name, `${layer.module}.${layer.className}`, layer.offset, scan)
      } else if (path.length === base + 1 && path[base] === 'layer') {
        if (name === 'name') layer.name = value
        else if (name === 'type') layer.type = value
      } else if (path.length === base + 2 && path[base + 1] === 'python_param') {
        if (name === 'module') layer.module = value
        else if (name === 'layer') layer.className = value
      }
    }
  } catch (error) {
    // Other tools use the extension too, and text can look like a layer: only a network that begins as one is held to be broken.
    if (error instanceof ScanError && layers === 0) return 'not-this-format'
    throw error
  }
  return layers === 0 ? 'not-this-format' : undefined
}
