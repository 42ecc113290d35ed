import { ScanError } from '../bytes/errors.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Scan, ScanResult } from '../types/format.ts'
import { BYTES, ProtoReader, VARINT } from '../wire/protobuf.ts'
import { headLikeness, isMessage, openingOf, type Shape } from '../wire/protobuf-shape.ts'
import { holdsMetaGraph } from './tf-graph.ts'
import { descendJson, readMetaGraph } from './tf-graph-meta.ts'

/** SavedModel (tensorflow/core/protobuf/saved_model.proto): saved_model_schema_version 1, meta_graphs 2. */
const savedModelShape: Shape = {
  fields: { 1: VARINT, 2: BYTES },
  proves: (reader, field) => field.number === 2 && holdsMetaGraph(reader, field),
}

export const savedModelFormat: Format = {
  id: 'tf-savedmodel',
  title: 'TensorFlow SavedModel',
  extensions: ['.pb'],
  access: 'random',
  opening: openingOf(savedModelShape, ['.pb']),
  match: (probe) => headLikeness(probe.head, probe.size, savedModelShape, probe.extension === '.pb'),
  async scan(artifact: Artifact, scan: Scan): Promise<ScanResult> {
    const source = artifact.input
    if (source.kind === 'stream') throw new ScanError('unsupported', 'a SavedModel cannot be read from a stream')
    if (!isMessage(source, savedModelShape, scan.probe.extension === '.pb')) return 'not-this-format'
    const reader = new ProtoReader(source, () => scan.budget.checkTime())
    for (const field of reader.fields(reader.root)) {
      if (field.number === 2 && field.wire === BYTES) await readMetaGraph(reader, field, source, scan)
    }
  },
}

/** SavedMetadata (keras/src/legacy/protobuf/saved_metadata.proto): nodes 1, a SavedObject: node_id 2, node_path 3, identifier 4, metadata 5. */
const metadataShape: Shape = {
  fields: { 1: BYTES },
  proves(reader, field) {
    for (const part of reader.fields(field)) {
      if (part.number < 2 || part.number > 6) return false
      if (part.number === 4) return part.wire === BYTES && /^_?[A-Za-z_]{2,80}$/.test(reader.text(part, 100))
    }
    return false
  },
}

/** `keras_metadata.pb`, which TensorFlow 2.5 to 2.15 put beside a SavedModel: the configuration of each layer as JSON. */
export const kerasMetadataFormat: Format = {
  id: 'keras-metadata',
  title: 'Keras metadata of a SavedModel',
  extensions: ['.pb'],
  access: 'random',
  opening: openingOf(metadataShape, ['.pb']),
  match: (probe) => headLikeness(probe.head, probe.size, metadataShape, probe.extension === '.pb'),
  async scan(artifact: Artifact, scan: Scan): Promise<ScanResult> {
    const source = artifact.input
    if (source.kind === 'stream') throw new ScanError('unsupported', 'metadata cannot be read from a stream')
    if (!isMessage(source, metadataShape, scan.probe.extension === '.pb')) return 'not-this-format'
    const reader = new ProtoReader(source, () => scan.budget.checkTime())
    let index = -1
    for (const node of reader.fields(reader.root)) {
      if (node.number !== 1 || node.wire !== BYTES) continue
      index++
      for (const part of reader.fields(node)) {
        if (part.number === 5 && part.wire === BYTES) await descendJson(`keras_metadata[${index}].json`, part, source, scan)
      }
    }
  },
}

/** The first bytes of a riegeli file (github.com/google/riegeli, doc/riegeli_records_file_format.md): the hash of its signature block. */
const RIEGELI = [0x83, 0xaf, 0x70, 0xd1, 0x0d, 0x88, 0x4a, 0x3f]

/** `saved_model.cpb`: a SavedModel over 2 GB in pieces, in a container of its own. */
export const chunkedSavedModelFormat: Format = {
  id: 'tf-savedmodel-chunked',
  title: 'TensorFlow SavedModel in chunks (riegeli)',
  extensions: ['.cpb'],
  opening: { extensions: ['.cpb'] },
  match: (probe) => (probe.extension === '.cpb' && RIEGELI.every((byte, index) => probe.head[index] === byte) ? 'certain' : 'no'),
  scan(_artifact, scan) {
    scan.observe({
      kind: 'incomplete',
      why: 'unsupported',
      detail: 'a SavedModel in chunks (riegeli records) is not read',
      remedy: 'Save the model again as saved_model.pb.',
    })
  },
}
