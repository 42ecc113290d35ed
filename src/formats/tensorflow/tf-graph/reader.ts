// Reads TensorFlow graph files (GraphDef and MetaGraphDef).
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { ProtoReader } from '../../../wire/protobuf/fields.ts'
import { isMessage } from '../../../wire/protobuf/shape.ts'
import { Search } from '../../shared/search-bytes.ts'
import { TfGraphFacts } from './facts.ts'
import { readMetaGraph } from './meta-graph.ts'
import { readGraph } from './nodes.ts'
import { graphShape } from './shape.ts'
import { GRAPH_EXTENSIONS, hasExtension, META_EXTENSIONS, metaGraphShape } from './signature.ts'

/** Reads a GraphDef. @throws {ScanError} */
export async function scanGraph(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a graph cannot be read from a stream')
  if (!isMessage(source, graphShape, hasExtension(scan.probe, GRAPH_EXTENSIONS))) return 'not-this-format'
  const reader = new ProtoReader(source, () => scan.budget.checkTime())
  const facts = new TfGraphFacts(scan)
  try {
    readGraph(reader, reader.root, facts, scan)
  } finally {
    facts.flush()
  }
  await new Search(source, scan).rest()
}

/** Reads a MetaGraphDef. @throws {ScanError} */
export async function scanMetaGraph(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a graph cannot be read from a stream')
  if (!isMessage(source, metaGraphShape, hasExtension(scan.probe, META_EXTENSIONS))) return 'not-this-format'
  const reader = new ProtoReader(source, () => scan.budget.checkTime())
  await readMetaGraph(reader, reader.root, source, scan)
  await new Search(source, scan).rest()
}
