import { ScanError } from '../bytes/errors.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../types/format.ts'
import { BYTES, type Field, ProtoReader } from '../wire/protobuf.ts'
import { headLikeness, isMessage, openingOf, type Shape } from '../wire/protobuf-shape.ts'
import { TfGraphFacts } from './tf-graph-facts.ts'
import { readMetaGraph } from './tf-graph-meta.ts'
import { graphShape, readGraph } from './tf-graph-nodes.ts'

const GRAPH_EXTENSIONS = ['.pb']
const META_EXTENSIONS = ['.meta']

/** MetaGraphDef: meta_info_def 1, graph_def 2, saver_def 3, collection_def 4, signature_def 5, asset_file_def 6, object_graph_def 7. */
const metaGraphShape: Shape = {
  fields: { 1: BYTES, 2: BYTES, 3: BYTES, 4: BYTES, 5: BYTES, 6: BYTES, 7: BYTES },
  proves: (reader, field) => field.number === 2 && holdsGraph(reader, field),
}

/** Whether a field is a GraphDef: it has a node, or a library with functions. */
function holdsGraph(reader: ProtoReader, field: Field): boolean {
  for (const part of reader.fields(field)) {
    if (part.number === 1 && graphShape.proves(reader, part)) return true
    if (part.number === 2 && part.wire === BYTES) {
      for (const item of reader.fields(part)) if (item.number === 1 && item.wire === BYTES) return true
    }
  }
  return false
}

/** A frozen graph of TensorFlow 1, and the graph files of tools after it. */
export const tfGraphFormat: Format = {
  id: 'tf-graph',
  title: 'TensorFlow graph (GraphDef)',
  extensions: GRAPH_EXTENSIONS,
  access: 'random',
  opening: openingOf(graphShape, GRAPH_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, graphShape, claims(probe, GRAPH_EXTENSIONS)),
  scan: scanGraph,
}

/** `tf.compat.v1.train.export_meta_graph`, and the `.meta` file next to every checkpoint of TensorFlow 1. */
export const tfMetaGraphFormat: Format = {
  id: 'tf-metagraph',
  title: 'TensorFlow graph with metadata (MetaGraphDef)',
  extensions: META_EXTENSIONS,
  access: 'random',
  opening: openingOf(metaGraphShape, META_EXTENSIONS),
  match: (probe) => headLikeness(probe.head, probe.size, metaGraphShape, claims(probe, META_EXTENSIONS)),
  scan: scanMetaGraph,
}

function claims(probe: Probe, extensions: readonly string[]): boolean {
  return extensions.includes(probe.extension)
}

function scanGraph(artifact: Artifact, scan: Scan): ScanResult {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a graph cannot be read from a stream')
  if (!isMessage(source, graphShape, claims(scan.probe, GRAPH_EXTENSIONS))) return 'not-this-format'
  const reader = new ProtoReader(source, () => scan.budget.checkTime())
  const facts = new TfGraphFacts(scan)
  try {
    readGraph(reader, reader.root, facts, scan)
  } finally {
    facts.flush()
  }
}

async function scanMetaGraph(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a graph cannot be read from a stream')
  if (!isMessage(source, metaGraphShape, claims(scan.probe, META_EXTENSIONS))) return 'not-this-format'
  const reader = new ProtoReader(source, () => scan.budget.checkTime())
  await readMetaGraph(reader, reader.root, source, scan)
}

/** Whether a field is a MetaGraphDef: it has a graph. */
export function holdsMetaGraph(reader: ProtoReader, field: Field): boolean {
  for (const part of reader.fields(field)) if (part.number === 2 && part.wire === BYTES && holdsGraph(reader, part)) return true
  return false
}
