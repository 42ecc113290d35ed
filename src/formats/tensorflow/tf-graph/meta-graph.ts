// Reads a MetaGraphDef (tensorflow/core/protobuf/meta_graph.proto): its graph, assets and objects.
import { type ByteSource, slice } from '../../../bytes/source.ts'
import type { Scan } from '../../../types/format.ts'
import { BYTES, type Field, type ProtoReader, type Span } from '../../../wire/protobuf/fields.ts'
import { TfGraphFacts } from './facts.ts'
import { readEntry, readGraph } from './nodes.ts'
import { nameIn } from './shape.ts'

const MAX_NAME = 400
/** Graphs before TensorFlow 1.13 list their assets in this collection only. */
const OLD_ASSETS = 'saved_model_assets'
/** Maximum size of one object's metadata that is scanned. Metadata of a layer have some kilobytes. */
const MAX_METADATA = 16 * 2 ** 20

/**
 * Reads a MetaGraphDef: graph_def 2, collection_def 4, asset_file_def 6, object_graph_def 7. Reports what was found
 * even if reading fails.
 */
export async function readMetaGraph(reader: ProtoReader, meta: Span, source: ByteSource, scan: Scan): Promise<void> {
  const facts = new TfGraphFacts(scan)
  const objects: Field[] = []
  try {
    for (const field of reader.fields(meta)) {
      if (field.wire !== BYTES) continue
      if (field.number === 2) readGraph(reader, field, facts, scan)
      else if (field.number === 4) readCollection(reader, field, facts, scan)
      else if (field.number === 6) readAsset(reader, field, facts, scan)
      else if (field.number === 7) objects.push(field)
    }
  } finally {
    facts.flush()
  }
  for (const graph of objects) await readObjects(reader, graph, source, scan)
}

/** An entry of collection_def: key 1, CollectionDef 2 with any_list 5 → Any 1 → value 2, here an AssetFileDef. */
function readCollection(reader: ProtoReader, entry: Field, facts: TfGraphFacts, scan: Scan): void {
  const { key, value } = readEntry(reader, entry)
  if (key !== OLD_ASSETS || value === undefined) return
  for (const list of reader.fields(value)) {
    if (list.number !== 5 || list.wire !== BYTES) continue
    for (const any of reader.fields(list)) {
      if (any.number !== 1 || any.wire !== BYTES) continue
      for (const part of reader.fields(any)) if (part.number === 2 && part.wire === BYTES) readAsset(reader, part, facts, scan)
    }
  }
}

/** AssetFileDef: tensor_info 1 (name 1), filename 2. */
function readAsset(reader: ProtoReader, asset: Field, facts: TfGraphFacts, scan: Scan): void {
  let tensor = ''
  let file = ''
  for (const part of reader.fields(asset)) {
    if (part.wire !== BYTES) continue
    if (part.number === 1) tensor = nameIn(reader, part)
    else if (part.number === 2) file = reader.text(part, MAX_NAME)
  }
  facts.addAsset(tensor, file)
  scan.observe({ kind: 'external-file', format: 'tf-savedmodel', path: file, role: 'asset', offset: asset.start })
}

/**
 * Scans the metadata of objects. Before TensorFlow 2.5, Keras wrote the configuration of a layer there.
 * SavedObjectGraph: nodes 1. A node is a SavedObject: user_object 4 with metadata 3.
 */
async function readObjects(reader: ProtoReader, graph: Span, source: ByteSource, scan: Scan): Promise<void> {
  let index = -1
  for (const node of reader.fields(graph)) {
    if (node.number !== 1 || node.wire !== BYTES) continue
    index++
    for (const kind of reader.fields(node)) {
      if (kind.number !== 4 || kind.wire !== BYTES) continue
      for (const part of reader.fields(kind)) {
        if (part.number === 3 && part.wire === BYTES) await descendJson(`object_graph[${index}].json`, part, source, scan)
      }
    }
  }
}

/** Scans a field that may contain JSON as a member. Metadata that are not a JSON object have no effect on a loader. */
export async function descendJson(name: string, field: Field, source: ByteSource, scan: Scan): Promise<void> {
  const size = field.end - field.start
  if (size < 3) return
  scan.budget.charge('members', 1)
  if (size > MAX_METADATA) {
    scan.observe({
      kind: 'incomplete',
      why: 'limit',
      detail: `${name} has ${size} bytes; the limit is ${MAX_METADATA}`,
      offset: field.start,
    })
    return
  }
  await scan.descend({ name, size, storedAt: field.start, open: () => slice(source, field.start, size) })
}
