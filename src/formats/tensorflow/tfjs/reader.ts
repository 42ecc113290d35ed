// Reads `model.json` of TensorFlow.js: its graph or Keras configuration, and the weight files that it names.
import { ScanError } from '../../../bytes/errors.ts'
import { memorySource } from '../../../bytes/source.ts'
import type { Format, Scan } from '../../../types/format.ts'
import { isJsonObject, type JsonObject } from '../../shared/json-value.ts'
import { objects, readJsonObject, text } from '../../shared/whole-json.ts'
import { TfGraphFacts } from '../tf-graph/facts.ts'
import { mentionsModel } from './signature.ts'

const MAX_INPUTS = 8

/** Reads `model.json` of TensorFlow.js. @throws {ScanError} */
export const scanTfjs: Format['scan'] = async (artifact, scan) => {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a TensorFlow.js model cannot be read from a stream')
  const model = readJsonObject(source, mentionsModel(scan.probe.head), ['modelTopology', 'weightsManifest'])
  if (model?.['modelTopology'] === undefined && model?.['weightsManifest'] === undefined) return 'not-this-format'
  scan.account.read()
  readManifest(model, scan)
  const topology = model['modelTopology']
  if (!isJsonObject(topology)) return undefined
  if (Array.isArray(topology['node']) || isJsonObject(topology['library'])) readGraph(topology, scan)
  else await descendConfig(topology, scan)
  return undefined
}

/** Reports the weight files. weightsManifest: groups with `paths`, which loaders append to the URL of the model. */
function readManifest(model: JsonObject, scan: Scan): void {
  const reported = new Set<string>()
  for (const group of objects(model['weightsManifest'])) {
    for (const path of Array.isArray(group['paths']) ? group['paths'] : []) {
      if (typeof path !== 'string' || reported.has(path)) continue
      reported.add(path)
      scan.observe({ kind: 'external-file', format: 'tfjs', path, role: 'tensor data', offset: 0 })
    }
  }
}

/** Reads a GraphDef as JSON: node with name, op, input; library.function with signature.name and nodeDef. */
function readGraph(graph: JsonObject, scan: Scan): void {
  const facts = new TfGraphFacts(scan)
  for (const node of objects(graph['node'])) addNode(node, facts)
  const library = graph['library']
  for (const each of objects(isJsonObject(library) ? library['function'] : undefined)) {
    const signature = each['signature']
    facts.enterFunction()
    for (const node of [...objects(each['nodeDef']), ...objects(each['node_def'])]) addNode(node, facts)
    facts.leaveFunction(text(isJsonObject(signature) ? signature['name'] : undefined))
  }
  facts.flush()
}

function addNode(node: JsonObject, facts: TfGraphFacts): void {
  const inputs = Array.isArray(node['input']) ? node['input'].slice(0, MAX_INPUTS).map(text) : []
  facts.addNode({ name: text(node['name']), op: text(node['op']), inputs, values: [], attributes: new Map(), offset: 0 })
}

/** Scans a Keras configuration as a member, in the form in which Keras itself writes it. */
async function descendConfig(topology: JsonObject, scan: Scan): Promise<void> {
  const config = topology['model_config'] ?? topology
  const bytes = new TextEncoder().encode(JSON.stringify(config))
  scan.budget.charge('members', 1)
  await scan.descend({ name: 'modelTopology.json', size: bytes.length, open: () => memorySource(bytes) })
}
