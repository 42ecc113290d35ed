// Parses a model configuration and reports what loaders import, build, evaluate or download because of it.
import { ScanError } from '../../../bytes/errors.ts'
import { type ByteSource, memorySource } from '../../../bytes/source.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Scan, ScanResult } from '../../../types/format.ts'
import { JsonTooDeep, tooMuchJson } from '../../../wire/json-shape.ts'
import { inPackage } from '../../code/native/packed-code.ts'
import { looksLikeKeras } from '../../keras/keras-config/shape.ts'
import { withoutComments } from '../../shared/json-comments.ts'
import { isJsonObject } from '../../shared/json-value.ts'
import { parseLooseJson } from '../../shared/python-json.ts'
import { accountForText } from '../../shared/search-bytes.ts'
import { wholeText } from '../../shared/whole-text.ts'
import { CALLABLE_WORDS, observeCallableNames, observeCallableNamesInText } from './callable-names.ts'
import { CODE_WORDS, ConfigCode } from './code.ts'
import { GIN_WORDS, observeGin } from './gin.ts'
import { isModelConfig, observePackage } from './hub.ts'
import { LIBRARY_FILES, LIBRARY_WORDS, observeLibraries, observeTypeFile } from './libraries.ts'
import { NestedJson } from './nested.ts'
import { observeReferences, type Visit } from './objects.ts'
import { mayLeave, observePaths } from './paths.ts'
import { ConfigPayloads, PAYLOAD_WORDS } from './payloads.ts'
import { References } from './references.ts'
import { CHAT_FILES, GLUONTS_TYPE, hasConfigName, LOADED, MAX_TEXT, SPARK, TREE_EXTENSIONS } from './signature.ts'
import { mayReach, observeTemplates, possibleTemplatesIn, TEMPLATE_WORDS, type Template, templatesIn } from './templates.ts'
import { observeText } from './text.ts'
import { LOGGING, loggingParts, treeOf } from './trees.ts'
import { MAX_YAML, observeTag, readings, readYaml, TAG_WORDS } from './yaml.ts'
import { YOLO_WORDS } from './yolo.ts'

/** Maximum length that is parsed as JSON. Longer text is searched for names as they are usually written. */
const MAX_JSON = 8 * 2 ** 20

/**
 * Prefilter: files without any of these words are not parsed. It also matches escapes of letters, `_` and `/`, tag
 * handles and folded lines, which may hide such a word.
 */
const WORDS =
  /_target_|_component_|class_path|auto_map|custom_pipeline|trust_remote_code|attn_implementation|py\\?\/[a-z]|python(?:\/|%2f)|%TAG|loader_module|keras_module|model_code_path|["']?flavors["']?\s*:|\btarget["']?\s*:|\\(?:u00|x|U000000)(?:[46][1-9a-f]|[57][0-9a]|5f|2[ef])|[\w:!]%(?:[46][1-9a-f]|[57][0-9a]|5f)|_\\\r?\n/i

const KERAS = /class_name/

/** Files that name classes in lists, without a key for which the prefilter could look. */
const LISTS = new Set(['modules.json', 'model_index.json', 'modular_model_index.json'])

/** MkDocs configurations name Python functions, which its plugins call. */
const OTHER_TOOLS = /^mkdocs(?:[._-][\w.-]*)?\.ya?ml$/i

/** Scans a file that `format.ts` recognised. */
export async function scanConfig(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a configuration cannot be read from a stream')
  const { name, extension } = scan.probe
  if (source.size > MAX_TEXT) {
    if (!LOADED.test(name)) return 'not-this-format'
    throw new ScanError('limit', `a configuration of ${source.size} bytes exceeds the limit of ${MAX_TEXT}`, 0)
  }
  const text = wholeText(source)
  const keras = extension !== '.json' && KERAS.test(text)
  if (hasConfigName(scan.probe) ? !matters(text, name) && !keras : !PYTHON_TAG.test(text) && !isJsonText(text) && !LOGGING.test(text))
    return 'not-this-format'
  const references = new References(scan, text)
  if (artifact.path.length === 1 && artifact.hints?.beside !== undefined) references.beside = artifact.hints.beside
  references.nemo = artifact.path.length > 1 && name === 'model_config.yaml'
  if (name === GLUONTS_TYPE || extension === '.gin') {
    references.belongsTo = belongsTo(artifact, scan, undefined)
    if (extension === '.gin') observeGin(text, references)
    else observeTypeFile(text, references)
    return finish(references, source, scan)
  }
  const tree = treeOf(text, name, extension)
  if (tree !== undefined) await observeTree(tree, artifact, scan, references, false)
  const problem = tooMuchJson(text)
  const json = text.length <= MAX_JSON && !problem ? parseJson(text) : undefined
  if (tree !== undefined && json === undefined && !PYTHON_TAG.test(text)) return finish(references, source, scan)
  if (json !== undefined) await observeTree(json.value, artifact, scan, references, true)
  else if (text.length <= MAX_YAML && !(problem instanceof JsonTooDeep))
    for (const reading of readings(text)) await observeYaml(reading, artifact, scan, references)
  else {
    references.belongsTo = belongsTo(artifact, scan, undefined)
    observeText(text, references)
    if (LOADED.test(name)) observeCallableNamesInText(text, references)
    // No tool writes values nested this deep.
    if (problem instanceof JsonTooDeep && DISTINCTIVE_WORDS.some((words) => words.test(text))) throw problem
    // No configuration of this length has so many values.
    const whole = problem !== undefined && text.length <= MAX_JSON
    if ((references.belongsTo === 'model' || whole) && LOADED.test(name) && DISTINCTIVE_WORDS.some((words) => words.test(text)))
      throw new ScanError('limit', `a configuration of ${source.size} bytes is too large to parse; only its text was searched`, 0)
  }
  return finish(references, source, scan)
}

/** A file with nothing to report is left to other formats; otherwise the whole text counts as read. */
async function finish(references: References, source: ByteSource, scan: Scan): Promise<ScanResult> {
  if (references.reportedCount === 0) return 'not-this-format'
  return accountForText(source, scan)
}

/** Words that are rare in other texts. A file that contains one and is too large to parse is incomplete. */
const DISTINCTIVE_WORDS = [WORDS, CALLABLE_WORDS, TAG_WORDS, CODE_WORDS, PAYLOAD_WORDS]

/** YAML tags that make a text a configuration under any file name. */
const PYTHON_TAG = /2002:[^\s>]{0,80}%|python(?:\/|%2f)(?:object|name|module)|!!\w{0,8}%|^%TAG[ \t]/im

function isJsonText(text: string): boolean {
  return text.trimStart().startsWith('{') && matters(text, '')
}

/** Returns whether the words of a text or the name of its file show that there may be something to report. */
function matters(text: string, name: string): boolean {
  return (
    LISTS.has(name) ||
    YOLO_WORDS.test(text) ||
    mayReach(text) ||
    // Sections that `logging.config` evaluates, and interpolation of values.
    (/\.(?:ini|cfg|conf)$/i.test(name) && /%\(|\bhandler_/.test(text)) ||
    LIBRARY_FILES.test(name) ||
    mayLeave(name, text) ||
    (SPARK.test(name) && text.includes('sparkVersion')) ||
    [...DISTINCTIVE_WORDS, LIBRARY_WORDS, TEMPLATE_WORDS, GIN_WORDS].some((words) => words.test(text))
  )
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    for (const loose of [text, withoutComments(text)]) {
      try {
        return parseLooseJson(loose)
      } catch {}
    }
    return undefined
  }
}

async function observeYaml(text: string, artifact: Artifact, scan: Scan, references: References): Promise<void> {
  const { documents, tags, sound, problem } = await readYaml(text)
  // Under another file name it may be prose about tags.
  if (!sound && (!hasConfigName(scan.probe) || TREE_EXTENSIONS.includes(scan.probe.extension))) return
  references.belongsTo = belongsTo(artifact, scan, documents[0])
  for (const tag of tags) observeTag(tag, references)
  for (const document of documents) {
    await observeTree(document, artifact, scan, references, false)
    await descendKeras(document, scan, references)
  }
  // Another YAML reader may accept what this one did not.
  if (sound) return
  observeText(text, references)
  if (LOADED.test(scan.probe.name)) observeCallableNamesInText(text, references)
  // Only a YAML reader could see a name that is written in an unusual way.
  if (problem) throw problem
}

async function observeTree(value: unknown, artifact: Artifact, scan: Scan, references: References, json: boolean): Promise<void> {
  const { name } = scan.probe
  references.belongsTo = belongsTo(artifact, scan, value)
  observePackage(value, name, json, references)
  const code = new ConfigCode(scan, references)
  // The reader of Keras configurations searches their values for payloads itself.
  const payloads = new ConfigPayloads(looksLikeKeras(value) || (isJsonObject(value) && typeof value['class_name'] === 'string'))
  code.architecture(value)
  for (const { text, where, evaluated } of loggingParts(value)) {
    if (evaluated) code.evaluate(text, where, value)
    else references.report({ loader: 'library', target: text, where, use: 'class', detail: 'logging', ordinary: true })
  }
  const templates: Template[] = []
  const texts = new NestedJson()
  const visit: Visit = (each, where) => {
    texts.observe(each)
    observeCallableNames(each, where, references)
    code.observe(each, where, value)
    payloads.observe(each, where)
    if (!isJsonObject(each)) return
    observeLibraries(each, where, value, name, references)
    observePaths(each, where, name, references)
    // `chat-template` reads the templates in files of these names.
    if (references.belongsTo === 'other-tool' || CHAT_FILES.test(name)) return
    templates.push(...templatesIn(each, where))
    if (references.belongsTo === 'model') templates.push(...possibleTemplatesIn(each, where))
  }
  const tick = () => scan.budget.checkTime()
  observeReferences(value, references, tick, visit)
  for (const inner of texts.values()) observeReferences(inner, references, tick, visit)
  references.reportedCount += payloads.count + (await observeTemplates(templates, scan, references.belongsTo === 'model'))
  await payloads.descend(scan)
}

/**
 * Returns whether the configuration belongs to a model: inside an archive, beside a model, or recognisable by its
 * content. For all others only dangerous names count, because any program may use the same keys for something else.
 */
function belongsTo(artifact: Artifact, scan: Scan, root: unknown): References['belongsTo'] {
  if (OTHER_TOOLS.test(scan.probe.name)) return 'other-tool'
  if (inPackage(artifact)) return 'unknown'
  const near = artifact.path.length > 1 || isModelConfig(root, scan.probe.name) || (artifact.hints?.neighbour?.() ?? 'none') !== 'none'
  return near ? 'model' : 'unknown'
}

/** Whether a scalar is null: `readYaml` returns scalars as they are written. */
function isNull(value: unknown): boolean {
  return typeof value === 'string' && /^(?:|~|null|Null|NULL)$/.test(value)
}

/** Converts a Keras architecture in YAML to JSON and scans it as a member. */
async function descendKeras(document: unknown, scan: Scan, references: References): Promise<void> {
  if (!looksLikeKeras(document)) return
  const bytes = new TextEncoder().encode(JSON.stringify(document, (_, each: unknown) => (isNull(each) ? null : each)))
  scan.budget.charge('members', 1)
  references.reportedCount++
  await scan.descend({ name: 'architecture.json', size: bytes.length, open: () => memorySource(bytes) })
}
