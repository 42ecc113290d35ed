// Reports the custom layers, custom models and linked models of a Core ML model.
import { ScanError } from '../../../bytes/errors.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { BYTES, type Field, ProtoReader, type Span } from '../../../wire/protobuf/fields.ts'
import { isMessage } from '../../../wire/protobuf/shape.ts'
import { MetadataTexts } from '../../shared/metadata-texts.ts'
import { Search } from '../../shared/search-bytes.ts'
import { EXTENSIONS, modelShape } from './signature.ts'

const MAX_NAME = 400
const MAX_METADATA = 1 << 20

/** Fields of Model that are a NeuralNetwork: classifier, regressor, network. */
const NEURAL_NETWORKS = new Set([303, 403, 500])

/** Scans a model that `format.ts` recognised. */
export const scanCoreml: Format['scan'] = async (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a Core ML model cannot be read from a stream')
  if (!isMessage(source, modelShape, EXTENSIONS.includes(scan.probe.extension))) return 'not-this-format'
  const reader = new ProtoReader(source, () => scan.budget.checkTime())
  const texts = new MetadataTexts()
  try {
    readModel(reader, reader.root, scan)
    for (const description of only(reader, reader.root, 2)) readMetadata(reader, description, texts, scan)
  } finally {
    await texts.descend('metadata.json', scan)
  }
  return new Search(source, scan).rest()
}

/** ModelDescription: metadata 100, whose userDefined 100 is a map of strings. */
function readMetadata(reader: ProtoReader, description: Span, texts: MetadataTexts, scan: Scan): void {
  for (const metadata of only(reader, description, 100)) {
    for (const entry of only(reader, metadata, 100)) {
      let key = ''
      for (const part of only(reader, entry, 1)) key = reader.text(part, MAX_NAME)
      for (const part of only(reader, entry, 2))
        if (texts.add(key, reader.text(part, MAX_METADATA))) scan.account.read(part.start, part.end - part.start)
    }
  }
}

/** Model, also inside a pipeline (200 and 201: pipeline 1; 202: models 1). */
function readModel(reader: ProtoReader, model: Span, scan: Scan): void {
  for (const field of reader.fields(model)) {
    if (field.wire !== BYTES) continue
    if (NEURAL_NETWORKS.has(field.number)) readNetwork(reader, field, scan)
    else if (field.number === 200 || field.number === 201) for (const inner of only(reader, field, 1)) readPipeline(reader, inner, scan)
    else if (field.number === 202) readPipeline(reader, field, scan)
    else if (field.number === 502) readProgram(reader, field, scan)
    else if (field.number === 555) reportCustom('customModel', reader, field, '', scan)
    else if (field.number === 556) readLinked(reader, field, scan)
  }
}

function readPipeline(reader: ProtoReader, pipeline: Span, scan: Scan): void {
  for (const model of only(reader, pipeline, 1)) readModel(reader, model, scan)
}

/**
 * LinkedModel: linkedModelFile 1: linkedModelFileName 1 and linkedModelSearchPath 2, string parameters with a
 * defaultValue 1.
 */
function readLinked(reader: ProtoReader, linked: Span, scan: Scan): void {
  for (const file of only(reader, linked, 1)) {
    for (const part of reader.fields(file)) {
      if (part.wire !== BYTES || part.number > 2) continue
      for (const value of only(reader, part, 1)) {
        const role = part.number === 1 ? 'linked model' : 'folder of a linked model'
        scan.observe({ kind: 'external-file', format: 'coreml', path: reader.text(value, 4096), role, offset: value.start })
      }
    }
  }
}

/**
 * NeuralNetwork: layers 1. NeuralNetworkLayer: name 1, custom 500, branch 605 (networks 1 and 2), loop 615 (networks 3
 * and 4).
 */
function readNetwork(reader: ProtoReader, network: Span, scan: Scan): void {
  for (const layer of only(reader, network, 1)) {
    let name = ''
    for (const part of reader.fields(layer)) {
      if (part.wire !== BYTES) continue
      if (part.number === 1) name = reader.text(part, MAX_NAME)
      else if (part.number === 500) reportCustom('custom', reader, part, name, scan)
      else if (part.number === 605 || part.number === 615) {
        for (const inner of reader.fields(part)) {
          const body = part.number === 605 ? inner.number === 1 || inner.number === 2 : inner.number === 3 || inner.number === 4
          if (body && inner.wire === BYTES) readNetwork(reader, inner, scan)
        }
      }
    }
  }
}

/** CustomLayerParams and CustomModel: className 10 names a class of the application that loads the model. */
function reportCustom(op: string, reader: ProtoReader, custom: Field, node: string, scan: Scan): void {
  let className = ''
  for (const part of only(reader, custom, 10)) className = reader.text(part, MAX_NAME)
  scan.observe({ kind: 'graph-op', framework: 'coreml', op, domain: '', node, argument: className, offset: custom.start })
}

/** MIL Program: functions 2 (map) → Function: block_specializations 3 (map) → Block. */
function readProgram(reader: ProtoReader, program: Span, scan: Scan): void {
  for (const entry of only(reader, program, 2)) {
    for (const body of only(reader, entry, 2)) {
      for (const block of only(reader, body, 3)) for (const inner of only(reader, block, 2)) readBlock(reader, inner, scan)
    }
  }
}

/** Block: operations 3. Operation: type 1, blocks 4. The attributes 5 are not read; weights are in a separate file. */
function readBlock(reader: ProtoReader, block: Span, scan: Scan): void {
  for (const operation of only(reader, block, 3)) {
    for (const part of reader.fields(operation)) {
      if (part.wire !== BYTES) continue
      if (part.number === 4) readBlock(reader, part, scan)
      else if (part.number === 1 && reader.text(part, MAX_NAME) === 'custom_layer') {
        scan.observe({ kind: 'graph-op', framework: 'coreml', op: 'custom_layer', domain: '', node: '', offset: operation.start })
      }
    }
  }
}

function* only(reader: ProtoReader, message: Span, number: number): Generator<Field, void, undefined> {
  for (const field of reader.fields(message)) if (field.number === number && field.wire === BYTES) yield field
}
