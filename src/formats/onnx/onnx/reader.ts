// Reads ONNX models.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format } from '../../../types/format.ts'
import { ProtoReader } from '../../../wire/protobuf/fields.ts'
import { isMessage } from '../../../wire/protobuf/shape.ts'
import { MetadataTexts } from '../../shared/metadata-texts.ts'
import { Search } from '../../shared/search-bytes.ts'
import { readModel } from './model.ts'
import { EXTENSIONS, modelShape } from './signature.ts'

/** Reads an ONNX model. @throws {ScanError} */
export const scanOnnx: Format['scan'] = async (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'an ONNX model cannot be read from a stream')
  if (!isMessage(source, modelShape, EXTENSIONS.includes(scan.probe.extension))) return 'not-this-format'
  const texts = new MetadataTexts()
  try {
    readModel(new ProtoReader(source, () => scan.budget.checkTime()), scan, texts)
  } finally {
    await texts.descend('metadata_props.json', scan)
  }
  return new Search(source, scan).rest()
}
