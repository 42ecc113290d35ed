// Reads TensorFlow SavedModels and the Keras metadata beside them.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format } from '../../../types/format.ts'
import { BYTES, ProtoReader } from '../../../wire/protobuf/fields.ts'
import { isMessage } from '../../../wire/protobuf/shape.ts'
import { Search } from '../../shared/search-bytes.ts'
import { descendJson, readMetaGraph } from '../tf-graph/meta-graph.ts'
import { metadataShape, savedModelShape } from './signature.ts'

/** Reads a SavedModel. @throws {ScanError} */
export const scanSavedModel: Format['scan'] = async (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a SavedModel cannot be read from a stream')
  if (!isMessage(source, savedModelShape, scan.probe.extension === '.pb')) return 'not-this-format'
  const reader = new ProtoReader(source, () => scan.budget.checkTime())
  for (const field of reader.fields(reader.root)) {
    if (field.number === 2 && field.wire === BYTES) await readMetaGraph(reader, field, source, scan)
  }
  return new Search(source, scan).rest()
}

/** Reads the Keras metadata of a SavedModel. @throws {ScanError} */
export const scanKerasMetadata: Format['scan'] = async (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'Keras metadata cannot be read from a stream')
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
  return new Search(source, scan).rest()
}

/** Reports that a SavedModel in chunks is not read. */
export const scanChunkedSavedModel: Format['scan'] = (_artifact, scan) => {
  scan.observe({
    kind: 'incomplete',
    why: 'unsupported',
    detail: 'a SavedModel in chunks (riegeli records) cannot be read',
    remedy: 'Save the model again as saved_model.pb.',
  })
}
