import { ScanError } from '../bytes/errors.ts'
import { memorySource } from '../bytes/source.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../types/format.ts'
import { firstVisible } from './first-visible.ts'
import { TfGraphFacts } from './tf-graph-facts.ts'
import { isObject, type JsonObject, objects, readJsonObject, text } from './tfjs-json.ts'

const MAX_INPUTS = 8

/** `model.json` of TensorFlow.js: a Keras configuration or a GraphDef as JSON, and the names of the files with the weights. */
export const tfjsFormat: Format = {
  id: 'tfjs',
  title: 'TensorFlow.js model',
  extensions: ['.json'],
  access: 'random',
  opening: { first: (byte) => byte <= 0x20 || byte === 0x7b || isMark(byte) },
  match,
  async scan(artifact: Artifact, scan: Scan): Promise<ScanResult> {
    const source = artifact.input
    if (source.kind === 'stream') throw new ScanError('unsupported', 'a TensorFlow.js model cannot be read from a stream')
    const model = readJsonObject(source, MENTION.test(new TextDecoder().decode(scan.probe.head)))
    if (model?.['modelTopology'] === undefined && model?.['weightsManifest'] === undefined) return 'not-this-format'
    readManifest(model, scan)
    const topology = model['modelTopology']
    if (!isObject(topology)) return
    if (Array.isArray(topology['node']) || isObject(topology['library'])) readGraph(topology, scan)
    else await descendConfig(topology, scan)
  },
}

const MENTION = /"(?:modelTopology|weightsManifest)"\s*:/

function match(probe: Probe): 'possible' | 'no' {
  const first = firstVisible(probe.head)
  if (first !== 0x7b && !isMark(first)) return 'no'
  if (firstLetter(probe.head) !== '{') return 'no'
  return MENTION.test(new TextDecoder().decode(probe.head)) || probe.name === 'model.json' ? 'possible' : 'no'
}

function isMark(byte: number | undefined): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf
}

function firstLetter(head: Uint8Array): string {
  // A byte order mark counts as a blank here.
  const first = head.find((byte) => byte > 0x20 && !isMark(byte))
  return first === undefined ? '' : String.fromCharCode(first)
}

/** weightsManifest: groups with `paths`, which loaders join to the address of the model. */
function readManifest(model: JsonObject, scan: Scan): void {
  const told = new Set<string>()
  for (const group of objects(model['weightsManifest'])) {
    for (const path of Array.isArray(group['paths']) ? group['paths'] : []) {
      if (typeof path !== 'string' || told.has(path)) continue
      told.add(path)
      scan.observe({ kind: 'external-file', format: 'tfjs', path, role: 'tensor data', offset: 0 })
    }
  }
}

/** A GraphDef as JSON: node with name, op and input; library.function with signature.name and nodeDef. Bytes are base64. */
function readGraph(graph: JsonObject, scan: Scan): void {
  const facts = new TfGraphFacts(scan)
  for (const node of objects(graph['node'])) addNode(node, facts)
  const library = graph['library']
  for (const each of objects(isObject(library) ? library['function'] : undefined)) {
    const signature = each['signature']
    facts.enterFunction()
    for (const node of [...objects(each['nodeDef']), ...objects(each['node_def'])]) addNode(node, facts)
    facts.leaveFunction(text(isObject(signature) ? signature['name'] : undefined))
  }
  facts.flush()
}

function addNode(node: JsonObject, facts: TfGraphFacts): void {
  const inputs = Array.isArray(node['input']) ? node['input'].slice(0, MAX_INPUTS).map(text) : []
  facts.addNode({ name: text(node['name']), op: text(node['op']), inputs, values: [], attributes: new Map(), offset: 0 })
}

/** A Keras configuration: handed on as the JSON file it is in Keras itself. */
async function descendConfig(topology: JsonObject, scan: Scan): Promise<void> {
  const config = topology['model_config'] ?? topology
  const bytes = new TextEncoder().encode(JSON.stringify(config))
  scan.budget.charge('members', 1)
  await scan.descend({ name: 'modelTopology.json', size: bytes.length, open: () => memorySource(bytes) })
}
