// Reads the schema of a skops file and reports the classes and functions that it names.
import { ScanError } from '../../../bytes/errors.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { isJsonObject, type JsonObject, jsonPath } from '../../shared/json-value.ts'
import { parseLooseJson } from '../../shared/python-json.ts'
import { wholeText } from '../../shared/whole-text.ts'

const MAX_SCHEMA = 256 * 2 ** 20

const TICK = 65_536

/** Nodes for functions and methods. Other nodes are values. */
const FUNCTIONS = new Set(['FunctionNode', 'MethodNode', 'OperatorFuncNode'])

/** Reads the schema of a skops file. @throws {ScanError} */
export function scanSchema(artifact: Artifact, scan: Scan): ScanResult {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a skops schema cannot be read from a stream')
  const inside = (artifact.path[artifact.path.length - 2] ?? '').toLowerCase().endsWith('.skops')
  if (source.size > MAX_SCHEMA) {
    if (!inside) return 'not-this-format'
    throw new ScanError('limit', `the skops schema has ${source.size} bytes; the limit is ${MAX_SCHEMA}`)
  }
  const text = wholeText(source)
  if (!inside && !/__loader__|\\u00(?:5f|[67][0-9a-f])/i.test(text)) return 'not-this-format'
  let value: unknown
  try {
    value = parseLooseJson(text).value
  } catch (error) {
    if (!inside) return 'not-this-format'
    throw error
  }
  if (!isJsonObject(value) || (!inside && typeof value['__loader__'] !== 'string')) return 'not-this-format'
  scan.account.read()
  visit(value, scan)
  return undefined
}

function visit(root: JsonObject, scan: Scan): void {
  const places: { value: unknown; where: string }[] = [{ value: root, where: '' }]
  let seen = 0
  for (let place = places.pop(); place; place = places.pop()) {
    if (++seen % TICK === 0) scan.budget.checkTime()
    const { value, where } = place
    if (isJsonObject(value) && typeof value['__loader__'] === 'string') observeNode(value, value['__loader__'], where, scan)
    if (typeof value !== 'object' || value === null) continue
    for (const [key, child] of Object.entries(value).reverse()) {
      if (typeof child === 'object' && child !== null)
        places.push({ value: child, where: jsonPath(where, Array.isArray(value) ? `[${key}]` : `.${key}`) })
    }
  }
}

/** Reports the class or function of one node. */
function observeNode(node: JsonObject, loader: string, where: string, scan: Scan): void {
  const module = textAt(node, '__module__')
  const name = textAt(node, '__class__')
  const observe = (at: string, what: string, use: 'class' | 'function', detail?: string): void => {
    scan.observe({
      kind: 'config-reference',
      loader: 'skops',
      module: at,
      name: what,
      where,
      use,
      offset: 0,
      ...(detail === undefined ? {} : { detail }),
    })
  }
  const content = isJsonObject(node['content']) ? node['content'] : {}
  if (loader === 'MethodNode') {
    // skops takes the method from the object, whatever class the node itself states (CVE-2025-54413).
    const owner = isJsonObject(content['obj']) ? content['obj'] : {}
    const [ownModule, ownName] = [textAt(owner, '__module__'), textAt(owner, '__class__')]
    const differs = ownModule !== module || ownName !== name
    observe(ownModule, `${ownName}.${textAt(content, 'func')}`, 'function', differs ? `the node says ${module}.${name}` : undefined)
    return
  }
  // Versions before 0.8 write module and name of the function into the content.
  if (loader === 'FunctionNode' && typeof content['function'] === 'string')
    observe(textAt(content, 'module_path'), content['function'], 'function')
  if (loader === 'OperatorFuncNode' && module !== 'operator') {
    // skops checks `<module>.<name>` and calls `operator.<name>` (CVE-2025-54412).
    observe('operator', name, 'function', `the node says ${module}.${name}`)
  }
  observe(module, name, FUNCTIONS.has(loader) ? 'function' : 'class', loader === 'ObjectNode' ? undefined : loader)
}

function textAt(json: JsonObject, key: string): string {
  const value = json[key]
  return typeof value === 'string' ? value : ''
}
