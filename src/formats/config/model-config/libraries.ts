// Table of configuration keys from which other libraries import modules and classes.
import { isJsonObject, type JsonObject, jsonPath } from '../../shared/json-value.ts'
import type { NamedReference, References } from './references.ts'

/**
 * A key under which a configuration names what a library imports; `because` is the file of the library that imports it.
 */
interface Row {
  readonly library: string
  readonly because: string
  readonly key: string
  /** Other keys of the same object: without at least one of them the key means something else. */
  readonly beside?: readonly string[]
  /** The name of the file, if the key alone is not specific enough. */
  readonly file?: RegExp
  /** The path of the object in the document. */
  readonly at?: RegExp
  /**
   * `names`: every string of the list or mapping. `path`: a Python file or a native library.
   * `code-file`: a file that Python imports as a module.
   */
  readonly form: 'name' | 'names' | 'module' | 'path' | 'code-file'
}

const ROWS: readonly Row[] = [
  { library: 'GluonTS', because: 'core/serde/_base.py decode', key: 'class', beside: ['__kind__'], form: 'name' },
  { library: 'GluonTS', because: 'model/predictor.py', key: 'type', file: /^gluonts-config\.json$/i, form: 'name' },
  { library: 'LangChain', because: 'load/load.py Reviver', key: 'id', beside: ['lc'], form: 'name' },
  { library: 'Haystack', because: 'core/serialization.py', key: 'type', beside: ['init_parameters'], form: 'name' },
  { library: 'pyannote', because: 'audio/core/pipeline.py', key: 'name', at: /^(?:pipeline|preprocessors(?:\..*)?)$/, form: 'name' },
  { library: 'pyannote', because: 'audio/core/pipeline.py', key: 'preprocessors', form: 'names' },
  { library: 'MLServer', because: 'settings.py import_string', key: 'implementation', file: /^model-settings\.json$/i, form: 'name' },
  { library: 'BentoML', because: '_internal/models/model.py', key: 'module', beside: ['api_version', 'signatures'], form: 'module' },
  { library: 'AutoGen', because: '_component_config.py', key: 'provider', beside: ['component_type', 'component_version'], form: 'name' },
  { library: 'Rasa', because: 'engine/graph.py', key: 'uses', beside: ['fn', 'constructor_name'], form: 'name' },
  { library: 'LeRobot', because: 'processor/pipeline.py', key: 'class', at: /^steps\[\d+\]$/, form: 'name' },
  { library: 'monty', because: 'json.py MontyDecoder', key: '@class', beside: ['@module'], form: 'name' },
  { library: 'monty', because: 'json.py MontyDecoder', key: '@callable', beside: ['@module'], form: 'name' },
  { library: 'json_tricks', because: 'utils.py', key: '__instance_type__', form: 'name' },
  { library: 'ESPnet', because: 'utils/dynamic_import.py', key: 'model_module', form: 'name' },
  { library: 'Coqui TTS', because: 'tts/utils/text/tokenizer.py', key: 'characters_class', form: 'name' },
  { library: 'Sentence-Transformers', because: 'modules/dense.py', key: 'activation_function', form: 'name' },
  { library: 'Sentence-Transformers', because: 'cross_encoder/model.py', key: 'activation_fn', form: 'name' },
  { library: 'Sentence-Transformers', because: 'cross_encoder', key: 'sbert_ce_default_activation_function', form: 'name' },
  { library: 'Sentence-Transformers', because: 'models/WordEmbeddings.py', key: 'tokenizer_class', form: 'name' },
  { library: 'Sentence-Transformers', because: 'models/Router.py', key: 'types', beside: ['structure'], form: 'names' },
  { library: 'PEFT', because: 'tuners/lora/tp_layer.py', key: 'megatron_core', form: 'module' },
  { library: 'MMEngine', because: 'config/config.py import_modules_from_strings', key: 'imports', at: /^custom_imports$/, form: 'module' },
  { library: 'mlx-lm', because: 'utils.py load_model', key: 'model_file', file: /^config\.json$/i, at: /^$/, form: 'code-file' },
  { library: 'ONNX Runtime', because: 'registers operators of a shared library', key: 'custom_ops_library', form: 'path' },
  { library: 'OpenVINO Model Server', because: 'custom nodes', key: 'base_path', at: /^custom_node_library_config_list\b/, form: 'path' },
  { library: 'Olive', because: 'common/import_lib.py', key: 'user_script', form: 'path' },
  { library: 'bioimage.io', because: 'model/v0_5.py ArchitectureFromFileDescr', key: 'source', beside: ['callable'], form: 'path' },
]

/**
 * AllenNLP imports a `type` that contains dots (common/registrable.py). Its configurations have one of these keys at
 * the root.
 */
const ALLENNLP_ROOT = ['dataset_reader', 'data_loader', 'train_data_path']
/** A class as DeepPavlov writes it, `module:Class` (deeppavlov/core/common/registry.py). */
const COLON = /^[^\W\d]\w*(?:\.\w+)*:[^\W\d]\w*$/u
/** Rasa imports a component whose name contains dots. Its configurations have both keys at the root. */
const RASA_ROOT = ['pipeline', 'policies']

/** Prefilter: matches every text in which a row may match. */
export const LIBRARY_WORDS = new RegExp(
  `["']pyref["']|["']?(?:__kind__|lc|init_parameters|preprocessors|pipeline|implementation|signatures|component_type|component_version|constructor_name|fn|steps|@module|` +
    `__instance_type__|model_module|characters_class|activation_function|activation_fn|sbert_ce_default_activation_function|tokenizer_class|structure|` +
    `megatron_core|model_file|custom_imports|custom_ops_library|custom_node_library_config_list|user_script|callable|class_name|_component_|dataset_reader|data_loader)["']?\\s*:`,
)

/** File names that identify the library. */
export const LIBRARY_FILES = /^(?:gluonts-config\.json|model-settings\.json|type\.txt)$/i

/** Extensions that `importlib.util.spec_from_file_location` can load. */
const CODE_FILE = /\.(?:pyc?|so|pyd)$/
const DOTTED = /^[^\W\d]\w*(?:\.[^\W\d]\w*)+$/u
const MODULE = /^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u
const MAX_NAMES = 1000

/**
 * Reports what libraries import by name from their configurations. `file` is the name of the file, `root` the whole
 * document.
 */
export function observeLibraries(object: JsonObject, where: string, root: unknown, file: string, references: References): void {
  for (const row of ROWS) {
    if (!(row.key in object) || (row.file !== undefined && !row.file.test(file)) || (row.at !== undefined && !row.at.test(where))) continue
    if (row.beside !== undefined && !row.beside.some((key) => key in object)) continue
    for (const reference of named(row, object)) references.report({ ...reference, where: jsonPath(where, `.${row.key}`) })
  }
  observeFiddle(object, where, references)
  const { type, name, class_name: cls } = object
  if (typeof cls === 'string' && COLON.test(cls))
    references.report({
      loader: 'library',
      target: cls.replace(':', '.'),
      where: jsonPath(where, '.class_name'),
      use: 'class',
      detail: 'DeepPavlov',
    })
  if (typeof type === 'string' && DOTTED.test(type) && isJsonObject(root) && ALLENNLP_ROOT.some((key) => key in root))
    references.report({ loader: 'library', target: type, where: jsonPath(where, '.type'), use: 'class', detail: 'AllenNLP' })
  if (typeof name === 'string' && DOTTED.test(name) && isJsonObject(root) && RASA_ROOT.every((key) => key in root))
    references.report({ loader: 'library', target: name, where: jsonPath(where, '.name'), use: 'class', detail: 'Rasa' })
}

/** Reports the class in `type.txt`, as GluonTS wrote it before version 0.14. */
export function observeTypeFile(text: string, references: References): void {
  const [target = ''] = text.trim().split(/\r?\n/)
  if (DOTTED.test(target)) references.report({ loader: 'library', target, where: '', use: 'class', detail: 'GluonTS' })
}

function named(row: Row, object: JsonObject): readonly Omit<NamedReference, 'where'>[] {
  const value = object[row.key]
  const detail = row.library
  if (row.form === 'path')
    return typeof value === 'string' && value !== '' && /[./\\]/.test(value)
      ? [{ loader: 'library', target: value, use: 'remote', detail }]
      : []
  if (row.form === 'code-file')
    return typeof value === 'string' && CODE_FILE.test(value) ? [{ loader: 'library', target: value, use: 'remote', detail }] : []
  if (row.form === 'module')
    return texts(value)
      .filter((each) => MODULE.test(each))
      .map((target) => ({ loader: 'library', target, use: 'module', detail }))
  const prefix = row.key.startsWith('@') ? `${String(object['@module'])}.` : ''
  const whole = row.form === 'names' ? texts(value) : [Array.isArray(value) ? value.join('.') : String(value)]
  return whole
    .map((each) => (prefix + each).trim().replace(':', '.'))
    .filter((each) => DOTTED.test(each))
    .map((target) => ({ loader: 'library', target, use: 'class', detail }))
}

/**
 * Fiddle, with which NeMo 2 writes `io.json`: `{"type": "pyref", "module": …, "name": …}`
 * (fiddle/_src/experimental/serialization.py).
 */
function observeFiddle({ type, module, name }: JsonObject, where: string, references: References): void {
  if (type === 'pyref' && typeof module === 'string' && typeof name === 'string')
    references.report({ loader: 'library', target: `${module}.${name}`, where, use: 'class', detail: 'Fiddle' })
}

/** Returns a string, or the strings of a list or of a mapping. */
function texts(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [value]
  return all.slice(0, MAX_NAMES).filter((each): each is string => typeof each === 'string')
}
