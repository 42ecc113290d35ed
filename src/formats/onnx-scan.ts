import { ScanError } from '../bytes/errors.ts'
import type { Format } from '../types/format.ts'
import { ProtoReader } from '../wire/protobuf.ts'
import { isMessage } from '../wire/protobuf-shape.ts'
import { EXTENSIONS, modelShape } from './onnx-marks.ts'
import { readModel } from './onnx-model.ts'

/** Reads what `onnx.ts` recognises. */
export const scanOnnx: Format['scan'] = (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'an ONNX model cannot be read from a stream')
  if (!isMessage(source, modelShape, EXTENSIONS.includes(scan.probe.extension))) return 'not-this-format'
  readModel(new ProtoReader(source, () => scan.budget.checkTime()), scan)
  return undefined
}
