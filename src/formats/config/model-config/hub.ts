// Finds the code that transformers, diffusers, MLflow and similar libraries import because of a configuration.
import { entriesOf, isJsonObject, type JsonObject } from '../../shared/json-value.ts'
import type { References } from './references.ts'

/** Top-level keys that only configurations of models have. */
const MODEL_KEYS =
  'architectures model_type transformers_version tokenizer_class processor_class image_processor_type feature_extractor_type peft_type _diffusers_version _attn_implementation_internal'.split(
    ' ',
  )
/** Maximum number of values that are read of one mapping. */
const MAX_VALUES = 1000

/** Returns whether the content alone shows that this is the configuration of a model, in any folder. */
export function isModelConfig(root: unknown, name: string): boolean {
  if (Array.isArray(root)) return name === 'modules.json' && isModuleList(root)
  if (!isJsonObject(root)) return false
  if (name === 'MLmodel') return isJsonObject(root['flavors'])
  const { auto_map: map } = root
  return (
    MODEL_KEYS.some((key) => Object.hasOwn(root, key)) ||
    isSpark(root) ||
    (Array.isArray(map) && name === 'tokenizer_config.json') ||
    (isJsonObject(map) && Object.keys(map).some((key) => /^Auto[A-Z]/.test(key)))
  )
}

/**
 * Reports what transformers, PEFT, diffusers, Sentence-Transformers, MLflow and Spark import because of a
 * configuration.
 */
export function observePackage(root: unknown, name: string, json: boolean, references: References): void {
  if (Array.isArray(root) && name === 'modules.json') observeModules(root, references)
  if (!isJsonObject(root)) return
  if (name === 'MLmodel' || isJsonObject(root['flavors'])) observeMlflow(root, references)
  if (!json) return
  observeHubs(root, '', references, 0)
  if (root['trust_remote_code'] === true && !('auto_map' in root) && isModelConfig(root, name))
    references.report({ loader: 'transformers', target: 'trust_remote_code', where: 'trust_remote_code', use: 'remote' })
  // Sentence-Transformers passes these arguments to transformers (models/Transformer.py before version 5.1).
  if (/^sentence_\w+_config\.json$/.test(name))
    for (const [key, value] of entries(root))
      if (isJsonObject(value) && value['trust_remote_code'] === true)
        references.report({
          loader: 'sentence-transformers',
          target: 'trust_remote_code',
          where: `${key}.trust_remote_code`,
          use: 'remote',
        })
  if ('_diffusers_version' in root || name.endsWith('model_index.json')) observeDiffusers(root, references)
  if (isSpark(root)) references.report({ loader: 'spark', target: String(root['class']), where: 'class', use: 'class' })
}

/** Maximum nesting depth of configurations: a model has parts, which have parts. */
const MAX_PARTS = 6

function observeHubs(value: unknown, at: string, references: References, depth: number): void {
  if (isJsonObject(value)) observeHub(value, at, references)
  else if (!Array.isArray(value)) return
  if (depth > MAX_PARTS) return
  let seen = 0
  for (const [key, each] of entriesOf(value)) {
    if (++seen > MAX_VALUES) break
    if (typeof each === 'object' && key !== 'auto_map') observeHubs(each, `${at}${key.slice(0, 60)}.`, references, depth + 1)
  }
}

const ATTENTION = ['_attn_implementation_internal', '_attn_implementation', 'attn_implementation']

/**
 * Keys of transformers that name code: classes in Python files of the model, `repo--module.Class` in another
 * repository, and kernels from the hub.
 */
function observeHub(object: JsonObject, at: string, references: References): void {
  const remote = (target: string, where: string) =>
    references.report({ loader: 'transformers', target, where: at + where, use: 'remote', detail: origin(target) })
  const { auto_map: map, auto_mapping: mapping, custom_pipelines: pipelines } = object
  if (isJsonObject(map)) for (const [key, value] of entries(map)) for (const target of texts(value)) remote(target, `auto_map.${key}`)
  // In the first version of dynamic tokenizers `auto_map` was a list of the slow and the fast class.
  if (Array.isArray(map)) for (const target of texts(map)) remote(target, 'auto_map')
  if (isJsonObject(pipelines)) {
    for (const [task, row] of entries(pipelines))
      if (isJsonObject(row)) for (const target of texts(row['impl'])) remote(target, `custom_pipelines.${task}.impl`)
  }
  if (isJsonObject(mapping) && typeof mapping['parent_library'] === 'string' && typeof mapping['base_model_class'] === 'string') {
    const target = `${mapping['parent_library']}.${mapping['base_model_class']}`
    references.report({ loader: 'transformers', target, where: `${at}auto_mapping`, use: 'class' })
  }
  for (const key of ATTENTION) {
    const value = object[key]
    for (const kernel of isJsonObject(value) ? Object.values(value).slice(0, MAX_VALUES) : [value])
      if (typeof kernel === 'string' && kernel.includes('/'))
        references.report({
          loader: 'transformers',
          target: kernel,
          where: at + key,
          use: 'remote',
          detail: 'kernels from a hub repository',
        })
  }
}

function origin(target: string): string {
  return target.includes('--') ? 'Python code in another repository' : 'Python code in the model’s folder'
}

/**
 * `model_index.json`: each component is `[library, class]`; the library may be a Python file in the component’s folder.
 */
function observeDiffusers(root: JsonObject, references: References): void {
  for (const [key, value] of entries(root)) {
    if (key === '_class_name' || !Array.isArray(value)) continue
    const [library, name] = value
    if (typeof library !== 'string' || typeof name !== 'string' || library === '' || name === '') continue
    const target = `${library}.${name}`
    // Such a file takes precedence over a library (pipelines/pipeline_loading_utils.py get_class_obj_and_candidates).
    if (references.beside(`${key}/${library}.py`))
      references.report({ loader: 'diffusers', target, where: key, use: 'remote', detail: `Python code in ${key}/${library}.py` })
    else references.report({ loader: 'diffusers', target, where: key, use: 'class' })
  }
  const { _class_name: pipeline, custom_pipeline: custom } = root
  const own = Array.isArray(pipeline) ? pipeline[0] : custom
  if (typeof own === 'string')
    references.report({
      loader: 'diffusers',
      target: own,
      where: Array.isArray(pipeline) ? '_class_name' : 'custom_pipeline',
      use: 'remote',
    })
}

/** `modules.json`: a list of modules. The loader imports the class that `type` names before it reads any other key. */
function observeModules(root: readonly unknown[], references: References): void {
  root.slice(0, MAX_VALUES).forEach((module, index) => {
    const type = moduleType(module)
    // Other tools use this file name too.
    const isModule = references.belongsTo === 'model' || (isJsonObject(module) && 'path' in module && 'name' in module)
    if (type === undefined || !isModule) return
    // Other characters than these: a class in a Python file of the model or of another repository.
    const remote = !/^[\w.]+$/.test(type)
    references.report({
      loader: 'sentence-transformers',
      target: type,
      where: `[${index}].type`,
      ...(remote ? { use: 'remote', detail: origin(type) } : { use: 'class' }),
    })
  })
}

/** Only the modules of Sentence-Transformers have the key `idx`. */
function isModuleList(root: readonly unknown[]): boolean {
  return root.slice(0, MAX_VALUES).some((module) => moduleType(module) !== undefined && 'idx' in (module as JsonObject))
}

function moduleType(module: unknown): string | undefined {
  const type: unknown = isJsonObject(module) ? module['type'] : undefined
  return typeof type === 'string' && /^[^\W\d][\w/.-]*\.[^\W\d]\w*$/u.test(type) ? type : undefined
}

/** `MLmodel`: MLflow imports modules, puts code folders on `sys.path`, and runs code files. */
function observeMlflow(root: JsonObject, references: References): void {
  if (!isJsonObject(root['flavors'])) return
  for (const [flavor, row] of entries(root['flavors'])) {
    if (!isJsonObject(row)) continue
    for (const key of ['loader_module', 'keras_module', 'pickle_module'])
      if (isSet(row[key]))
        references.report({ loader: 'mlflow', target: String(row[key]), where: `flavors.${flavor}.${key}`, use: 'module' })
    // XGBoost, LightGBM and Spark flavors (mlflow/utils/class_utils.py).
    if (isSet(row['model_class']))
      references.report({ loader: 'mlflow', target: row['model_class'], where: `flavors.${flavor}.model_class`, use: 'class' })
    for (const key of ['code', 'model_code_path'])
      if (isSet(row[key]))
        references.report({
          loader: 'mlflow',
          target: String(row[key]),
          where: `flavors.${flavor}.${key}`,
          use: 'remote',
          detail: 'Python code in the model’s folder',
        })
  }
}

function isSet(value: unknown): value is string {
  return typeof value === 'string' && !['', 'null', '~', 'Null', 'NULL'].includes(value)
}

/** Whether this is the metadata of a Spark ML stage: its reader loads `class` by name. */
function isSpark(root: JsonObject): boolean {
  return typeof root['class'] === 'string' && typeof root['sparkVersion'] === 'string' && 'uid' in root
}

function entries(object: JsonObject): readonly (readonly [string, unknown])[] {
  return Object.entries(object)
    .slice(0, MAX_VALUES)
    .map(([key, value]) => [key.slice(0, 60), value] as const)
}

/** Returns a string, or the strings of a list. */
function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value]).filter((each): each is string => typeof each === 'string')
}
