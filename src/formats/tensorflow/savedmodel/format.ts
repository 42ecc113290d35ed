// Recognises TensorFlow SavedModels and the Keras metadata beside them.
import type { Format } from '../../../types/format.ts'
import { headLikeness, prefilterOf } from '../../../wire/protobuf/shape.ts'
import { lazily } from '../../shared/lazily.ts'
import { metadataShape, savedModelShape } from './signature.ts'

/** `saved_model.pb`, the graphs and objects of a TensorFlow 2 model. */
export const savedModelFormat: Format = {
  id: 'tf-savedmodel',
  title: 'TensorFlow SavedModel',
  kind: 'model',
  promises: { names: /^saved_model\.pb$/i },
  suggests: ['.pb'],
  access: 'random',
  prefilter: prefilterOf(savedModelShape, ['.pb']),
  match: (probe) => headLikeness(probe.head, probe.size, savedModelShape, probe.extension === '.pb'),
  scan: lazily(async () => (await import('./reader.ts')).scanSavedModel),
}

/** `keras_metadata.pb`, written beside a SavedModel by TensorFlow 2.5 to 2.15: each layer's configuration as JSON. */
export const kerasMetadataFormat: Format = {
  id: 'keras-metadata',
  title: 'Keras metadata of a SavedModel',
  kind: 'model',
  suggests: ['.pb'],
  access: 'random',
  prefilter: prefilterOf(metadataShape, ['.pb']),
  match: (probe) => headLikeness(probe.head, probe.size, metadataShape, probe.extension === '.pb'),
  scan: lazily(async () => (await import('./reader.ts')).scanKerasMetadata),
}

/** First bytes of a riegeli file: the hash of its signature block (doc/riegeli_records_file_format.md). */
const RIEGELI = [0x83, 0xaf, 0x70, 0xd1, 0x0d, 0x88, 0x4a, 0x3f]

/** `saved_model.cpb`: a SavedModel over 2 GB, in chunks in a riegeli file. */
export const chunkedSavedModelFormat: Format = {
  id: 'tf-savedmodel-chunked',
  title: 'TensorFlow SavedModel in chunks (riegeli)',
  kind: 'model',
  extensions: ['.cpb'],
  prefilter: { extensions: ['.cpb'] },
  match: (probe) => (probe.extension === '.cpb' && RIEGELI.every((byte, index) => probe.head[index] === byte) ? 'certain' : 'no'),
  scan: lazily(async () => (await import('./reader.ts')).scanChunkedSavedModel),
}
