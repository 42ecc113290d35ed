// Reports every class, function, file and Lambda code that a Keras configuration names.
import type { Observation } from '../../../facts/observation.ts'
import { tooMuchJson } from '../../../wire/json-shape.ts'
import { entriesOf, isJsonObject, type JsonObject, jsonPath } from '../../shared/json-value.ts'
import { lambdaBytes, lambdaFact, type Runs } from './lambda.ts'
import { unwrapped } from './wrappers.ts'

/** Receives what is found in a configuration. */
export interface KerasListener {
  observe(observation: Observation): void
  /** Receives bytes inside the configuration that a layer unpickles. */
  nested(name: string, bytes: Uint8Array): void
  /** Called regularly; throws to stop. */
  tick(): void
}

/** An object or list whose entries are being visited. */
interface OpenEntries {
  readonly entries: Iterator<readonly [key: string, value: unknown], void>
  readonly isList: boolean
  readonly where: string
  /** The layer that the entries belong to. */
  readonly layer: string
}

/** `class_name` values of objects that represent data. */
const DATA_CLASSES = new Set(
  `__keras_tensor__ __tensor__ __numpy__ __bytes__ __ellipsis__ __slice__ __tuple__ __wrapped__ __complex__ TensorShape TypeSpec DType
  CompositeTensor keras_tensor`.split(/\s+/),
)
/** Layers that call a TensorFlow function, and the key of its public name in their configuration. */
const OP_LAYERS: ReadonlyMap<string, string> = new Map([
  ['TFOpLambda', 'function'],
  ['SlicingOpLambda', 'function'],
  ['ClassMethod', 'cls_symbol'],
  ['InstanceMethod', 'cls_symbol'],
])
const TICK = 65_536

/**
 * Reports every object that a Keras configuration names, at any depth: classes, functions, code of Lambda layers, files
 * that layers read. Takes parsed JSON: a `.keras` config, `model_config` of an HDF5 file, layer metadata of a
 * SavedModel.
 */
export function observeKerasObjects(root: unknown, runs: Runs, listener: KerasListener): void {
  // From the root down. Entries are not queued: a list may have a million of them.
  const places: OpenEntries[] = []
  const enter = (value: unknown, where: string, layer: string): void => {
    const isList = Array.isArray(value)
    if (!isList && !isJsonObject(value)) return
    let name = layer
    if (isJsonObject(value)) {
      name = layerName(value) ?? layer
      if (typeof value['class_name'] === 'string') new KerasObject(value, value['class_name'], where, name, runs, listener).observe()
    }
    places.push({ entries: entriesOf(value), isList, where, layer: name })
  }
  enter(root, '', '')
  let seen = 0
  for (let place = places.at(-1); place; place = places.at(-1)) {
    if (++seen % TICK === 0) listener.tick()
    const step = place.entries.next()
    if (step.done === true) {
      places.pop()
      continue
    }
    const [key, child] = step.value
    if (typeof child === 'object' && child !== null) enter(child, jsonPath(place.where, place.isList ? `[${key}]` : `.${key}`), place.layer)
  }
}

function textAt(json: JsonObject, key: string): string | undefined {
  const value = unwrapped(json[key])
  return typeof value === 'string' ? value : undefined
}

function layerName({ class_name, config }: JsonObject): string | undefined {
  return typeof class_name === 'string' && isJsonObject(config) ? textAt(config, 'name') : undefined
}

/** One `{class_name, config, …}` of a configuration. */
class KerasObject {
  private readonly json: JsonObject
  private readonly className: string
  private readonly where: string
  private readonly layer: string
  private readonly runs: Runs
  private readonly listener: KerasListener

  constructor(json: JsonObject, className: string, where: string, layer: string, runs: Runs, listener: KerasListener) {
    this.json = json
    this.className = className
    this.where = where
    this.layer = layer
    this.runs = runs
    this.listener = listener
  }

  /** Reports what the object names. */
  observe(): void {
    const { json, className } = this
    if (className === '__lambda__') this.observeCode('function', codeIn(json['config']))
    else if (className === 'function')
      this.observeReference(textAt(json, 'module'), textAt(json, 'config') ?? textAt(json, 'registered_name') ?? '', 'function')
    else if (className === '__typespec__') this.observeReference(textAt(json, 'module'), textAt(json, 'spec_name') ?? '', 'class')
    else if (!DATA_CLASSES.has(className) && ('config' in json || 'module' in json || 'registered_name' in json)) this.observeClass()
  }

  private observeClass(): void {
    const { json, className } = this
    const config = isJsonObject(json['config']) ? json['config'] : {}
    this.observeReference(textAt(json, 'module'), className, 'class', textAt(json, 'registered_name'))
    // Keras joins module and class to one public name: `keras` + `layers.Lambda` is `keras.layers` + `Lambda`.
    const bare = className.slice(Math.max(className.lastIndexOf('>'), className.lastIndexOf('.')) + 1)
    this.observeFunctions(config, bare === 'Lambda')
    const operation = OP_LAYERS.get(bare)
    if (operation !== undefined)
      this.observeReference(
        'tensorflow',
        [textAt(config, operation), textAt(config, 'method_name')].filter((part) => part !== undefined).join('.'),
        'function',
      )
    if (bare === 'TensorFlowOpLayer') this.observeGraphOp(config['node_def'])
    if (bare === 'TorchModuleWrapper') this.passPickle(config['module'])
    if (bare === 'TFSMLayer') this.observeFile(textAt(config, 'filepath'), 'SavedModel')
    this.observeFile(textAt(config, 'vocabulary'), 'vocabulary')
    // Tokenizers of KerasHub open these files if the configuration does not contain their contents.
    this.observeFile(textAt(config, 'merges'), 'merge rules')
    const proto = textAt(config, 'proto')
    if (proto !== undefined && !isEmbedded(proto)) this.observeFile(proto, 'SentencePiece model')
  }

  /**
   * Reports the functions of a layer: those of a Lambda layer, and in any layer `<key>` if `<key>_type` is `lambda`,
   * such as `residual_fn_type` (tf_keras/src/layers/rnn/cell_wrappers.py) and `mode_type` (Merge of Keras 1).
   */
  private observeFunctions(config: JsonObject, isLambda: boolean): void {
    if (isLambda) for (const part of LAMBDA_PARTS) this.observeFunction(config, part, textAt(config, `${part}_type`))
    for (const key of Object.keys(config)) {
      const part = key.endsWith('_type') ? key.slice(0, -'_type'.length) : ''
      if (part in config && !(isLambda && LAMBDA_PARTS.includes(part)) && textAt(config, key) === 'lambda')
        this.observeFunction(config, part, 'lambda')
    }
  }

  /**
   * Reports one function. Keras 1 and 2 write `[code, defaults, closure]`, or the function's name with its module in
   * another key. Keras 3 writes an object, which `observeKerasObjects` visits.
   */
  private observeFunction(config: JsonObject, part: string, type: string | undefined): void {
    const value = unwrapped(config[part])
    if (Array.isArray(value)) {
      const code: unknown = unwrapped(value[0])
      if (type === 'lambda' || typeof code === 'string') this.observeCode(part, typeof code === 'string' ? code : undefined)
    } else if (type === 'lambda') this.observeCode(part, codeIn(value))
    else if (typeof value === 'string') {
      const module = textAt(config, part === 'function' ? 'module' : `${part}_module`)
      this.listener.observe({
        kind: 'config-reference',
        loader: 'keras',
        module: module ?? '',
        name: value,
        where: this.where,
        use: 'function',
        byName: true,
        offset: 0,
      })
    }
  }

  private observeCode(part: string, written: string | undefined): void {
    this.listener.observe(lambdaFact(this.layer, part, written, this.runs))
  }

  private observeReference(written: string | undefined, name: string, use: 'class' | 'function', registered = ''): void {
    const [module, bare] = registeredName(written ?? '', name, registered)
    const detail = registered !== '' && registered !== name ? `registered as ${registered}` : undefined
    const fact = {
      kind: 'config-reference',
      loader: 'keras',
      where: this.where,
      use,
      offset: 0,
      ...(detail === undefined ? {} : { detail }),
    } as const
    this.listener.observe({ ...fact, module, name: bare })
    // Keras looks up a registered name before the module, so a module of Keras itself must not hide it.
    const [owner, own] = splitName(registered)
    if (owner !== undefined && /^(?:tf_)?keras(?:\.|$)/.test(module)) this.listener.observe({ ...fact, module: owner, name: own })
  }

  private observeFile(path: string | undefined, role: string): void {
    if (path !== undefined && path !== '') this.listener.observe({ kind: 'external-file', format: 'keras', path, role, offset: 0 })
  }

  /** Reports the operation of a NodeDef: a JSON object, a JSON text, or its bytes (tf_keras TensorFlowOpLayer). */
  private observeGraphOp(definition: unknown): void {
    const node = typeof definition === 'string' ? (parsed(definition) ?? definition) : definition
    const op = isJsonObject(node) ? textAt(node, 'op') : typeof node === 'string' ? NODE_BYTES.exec(node)?.[1] : undefined
    this.listener.observe({ kind: 'graph-op', framework: 'tensorflow', op: op ?? '?', domain: '', node: this.layer, offset: 0 })
  }

  /** Scans a PyTorch module in the form that `torch.save` writes. */
  private passPickle(module: unknown): void {
    const text = codeIn(module)
    if (text !== undefined) this.listener.nested(`${this.layer === '' ? 'layer' : this.layer}.module`, lambdaBytes(text))
  }
}

/** True for long base64, which KerasHub reads as the model, not as a path (tokenizers/sentence_piece_tokenizer.py). */
function isEmbedded(proto: string): boolean {
  return proto.length > 2048 && /^[A-Za-z0-9+/]*={0,2}$/.test(proto)
}

const LAMBDA_PARTS: readonly string[] = ['function', 'output_shape', 'mask']
/** Matches field 2 (`op`) of a NodeDef: tag, length, name. */
const NODE_BYTES = /\x12[\x01-\x7f]([A-Z_]\w{1,126})/

function parsed(text: string): unknown {
  const problem = tooMuchJson(text)
  if (problem) throw problem
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Returns the text of `{value: {code}}`, `{code}`, `{config: {value}}`, or the value itself if it is a text. */
function codeIn(written: unknown, depth = 0): string | undefined {
  const value = unwrapped(written)
  if (typeof value === 'string') return value
  if (depth > 3) return undefined
  if (Array.isArray(value)) return codeIn(value[0], depth + 1)
  if (!isJsonObject(value)) return undefined
  return codeIn(value['code'] ?? value['value'] ?? value['config'], depth + 1)
}

/** Splits `package>Name`, as Keras writes registered classes and functions. */
function splitName(name: string): readonly [owner: string | undefined, name: string] {
  const at = name.lastIndexOf('>')
  return at < 0 ? [undefined, name] : [name.slice(0, at), name.slice(at + 1)]
}

function registeredName(module: string, name: string, registered: string): readonly [module: string, name: string] {
  const [owner, bare] = splitName(name)
  if (owner !== undefined && (module === '' || module === 'builtins')) return [owner, bare]
  const [registrar] = splitName(registered)
  return [module === '' && registrar !== undefined ? registrar : module, name]
}
