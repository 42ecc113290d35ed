// Reports the operations of an MXNet symbol.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { isJsonObject, type JsonObject } from '../../shared/json-value.ts'
import { objects, readJsonObject, text } from '../../shared/whole-json.ts'
import { isSymbol } from './signature.ts'

const MAX_DISTINCT = 10_000

/** Scans a symbol that `format.ts` recognised. */
export function scanMxnet(artifact: Artifact, scan: Scan): ScanResult {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a symbol cannot be read from a stream')
  const symbol = readJsonObject(source, isSymbol(scan.probe.name), ['nodes', 'heads'])
  if (!symbol || !Array.isArray(symbol['nodes']) || !(Array.isArray(symbol['arg_nodes']) || Array.isArray(symbol['heads'])))
    return 'not-this-format'
  scan.account.read()
  readNodes(symbol, scan, new Set())
}

/**
 * A node: op, name, attributes in `attrs` (`attr` and `param` before MXNet 1.0). `subgraphs` are the bodies of control
 * flow.
 */
function readNodes(symbol: JsonObject, scan: Scan, reported: Set<string>): void {
  const waiting: JsonObject[] = [symbol]
  for (let graph = waiting.pop(); graph; graph = waiting.pop()) {
    for (const node of objects(graph['nodes'])) {
      for (const each of objects(node['subgraphs'])) waiting.push(each)
      const op = text(node['op'])
      const attributes = [node['attrs'], node['attr'], node['param']].find(isJsonObject)
      const argument = attributes === undefined ? undefined : (attributes['op_type'] ?? attributes['info'])
      const shown = op.startsWith('_') || op === 'Custom' ? text(argument) : ''
      const key = `${op}\0${shown}`
      if (op === 'null' || reported.has(key) || reported.size >= MAX_DISTINCT) continue
      reported.add(key)
      const acts = shown === '' ? {} : { argument: shown }
      scan.observe({ kind: 'graph-op', framework: 'mxnet', op, domain: '', node: text(node['name']), ...acts, offset: 0 })
    }
  }
}
