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
import { OUTWARD_WORDS, observeOutward, observeOutwardText } from './callable-names.ts'
import { CODE_WORDS, ConfigCode } from './code.ts'
import { GIN_WORDS, observeGin } from './gin.ts'
import { isModelConfig, observePackage } from './hub.ts'
import { LIBRARY_FILES, LIBRARY_WORDS, observeLibraries, observeTypeFile } from './libraries.ts'
import { NestedJson } from './nested.ts'
import { observeReferences, type Visit } from './objects.ts'
import { mayLeave, observePaths } from './paths.ts'
import { ConfigPayloads, PAYLOAD_WORDS } from './payloads.ts'
import { References } from './references.ts'
import { CHAT_FILES, GLUONTS_TYPE, isUsual, LOADED, MAX_TEXT, SPARK, TREE_EXTENSIONS } from './signature.ts'
import { mayReach, observeTemplates, possibleTemplatesIn, TEMPLATE_WORDS, type Template, templatesIn } from './templates.ts'
import { observeText } from './text.ts'
import { LOGGING, loggingParts, treeOf } from './trees.ts'
import { MAX_YAML, observeTag, readings, readYaml, TAG_WORDS } from './yaml.ts'
import { YOLO_WORDS } from './yolo.ts'

/** Parsed as JSON; what is longer is searched as text, for names as they are usually written. */
const MAX_JSON = 8 * 2 ** 20

/**
 * Words without which nothing here is of interest. Escapes of letters, `_` and `/` may spell any of them, a tag handle or a folded line may hide one.
 * Ordinary files have none, and are not parsed.
 */
const WORDS =
  /_target_|_component_|class_path|auto_map|custom_pipeline|trust_remote_code|attn_implementation|py\\?\/[a-z]|python(?:\/|%2f)|%TAG|loader_module|keras_module|model_code_path|["']?flavors["']?\s*:|\btarget["']?\s*:|\\(?:u00|x|U000000)(?:[46][1-9a-f]|[57][0-9a]|5f|2[ef])|[\w:!]%(?:[46][1-9a-f]|[57][0-9a]|5f)|_\\\r?\n/i

const KERAS = /class_name/

/** These name classes in plain lists, under no word of their own. */
const LISTS = new Set(['modules.json', 'model_index.json', 'modular_model_index.json'])

/** Documentation tools name, and call, Python functions of their plugins. */
const OTHER_TOOLS = /^mkdocs(?:[._-][\w.-]*)?\.ya?ml$/i

/** Reads what `model-config.ts` recognises. */
export async function scanConfig(artifact: Artifact, scan: Scan): Promise<ScanResult> {
  const source = artifact.input
  if (source.kind === 'stream') throw new ScanError('unsupported', 'a configuration cannot be read from a stream')
  const { name, extension } = scan.probe
  if (source.size > MAX_TEXT) {
    if (!LOADED.test(name)) return 'not-this-format'
    throw new ScanError('limit', `a configuration of ${source.size} bytes is not read`, 0)
  }
  const text = wholeText(source)
  const keras = extension !== '.json' && KERAS.test(text)
  if (isUsual(scan.probe) ? !matters(text, name) && !keras : !PYTHON_TAG.test(text) && !isJsonText(text) && !LOGGING.test(text))
    return 'not-this-format'
  const references = new References(scan, text)
  if (artifact.path.length === 1 && artifact.hints?.beside !== undefined) references.beside = artifact.hints.beside
  references.nemo = artifact.path.length > 1 && name === 'model_config.yaml'
  if (name === GLUONTS_TYPE || extension === '.gin') {
    references.place = placeOf(artifact, scan, undefined)
    if (extension === '.gin') observeGin(text, references)
    else observeTypeFile(text, references)
    return ended(references, source, scan)
  }
  const tree = treeOf(text, name, extension)
  if (tree !== undefined) await observeTree(tree, artifact, scan, references, false)
  const problem = tooMuchJson(text)
  const json = text.length <= MAX_JSON && !problem ? parseJson(text) : undefined
  if (tree !== undefined && json === undefined && !PYTHON_TAG.test(text)) return ended(references, source, scan)
  if (json !== undefined) await observeTree(json.value, artifact, scan, references, true)
  else if (text.length <= MAX_YAML && !(problem instanceof JsonTooDeep))
    for (const reading of readings(text)) await observeYaml(reading, artifact, scan, references)
  else {
    references.place = placeOf(artifact, scan, undefined)
    observeText(text, references)
    if (LOADED.test(name)) observeOutwardText(text, references)
    // No tool nests so deep, whoever the configuration belongs to.
    if (problem instanceof JsonTooDeep && TELLING.some((words) => words.test(text))) throw problem
    // No configuration has so many values either, where it is short enough to be parsed.
    const whole = problem !== undefined && text.length <= MAX_JSON
    if ((references.place === 'model' || whole) && LOADED.test(name) && TELLING.some((words) => words.test(text)))
      throw new ScanError('limit', `a configuration of ${source.size} bytes is searched for the usual ways of writing only`, 0)
  }
  return ended(references, source, scan)
}

/** A text in which nothing was of interest is left to others; all of it was looked at where something was. */
async function ended(references: References, source: ByteSource, scan: Scan): Promise<ScanResult> {
  if (references.stated === 0) return 'not-this-format'
  return accountForText(source, scan)
}

/** Words of which a text is not expected to be full without a meaning: what is too long to be parsed is said not to be read where one stands in it. */
const TELLING = [WORDS, OUTWARD_WORDS, TAG_WORDS, CODE_WORDS, PAYLOAD_WORDS]

/** What makes text under any name a configuration. */
const PYTHON_TAG = /2002:[^\s>]{0,80}%|python(?:\/|%2f)(?:object|name|module)|!!\w{0,8}%|^%TAG[ \t]/im

function isJsonText(text: string): boolean {
  return text.trimStart().startsWith('{') && matters(text, '')
}

/** Is there a word in the text, or does its name say, that anything here is of interest? */
function matters(text: string, name: string): boolean {
  return (
    LISTS.has(name) ||
    YOLO_WORDS.test(text) ||
    mayReach(text) ||
    // Sections that logging has evaluated, and values that others are put into.
    (/\.(?:ini|cfg|conf)$/i.test(name) && /%\(|\bhandler_/.test(text)) ||
    LIBRARY_FILES.test(name) ||
    mayLeave(name, text) ||
    (SPARK.test(name) && text.includes('sparkVersion')) ||
    [...TELLING, LIBRARY_WORDS, TEMPLATE_WORDS, GIN_WORDS].some((words) => words.test(text))
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
  // Under other names it may be prose about tags.
  if (!sound && (!isUsual(scan.probe) || TREE_EXTENSIONS.includes(scan.probe.extension))) return
  references.place = placeOf(artifact, scan, documents[0])
  for (const tag of tags) observeTag(tag, references)
  for (const document of documents) {
    await observeTree(document, artifact, scan, references, false)
    await descendKeras(document, scan, references)
  }
  // Another reader may see what this one stumbled over.
  if (sound) return
  observeText(text, references)
  if (LOADED.test(scan.probe.name)) observeOutwardText(text, references)
  // A name may be written there in a way that only a reader of YAML sees.
  if (problem) throw problem
}

async function observeTree(value: unknown, artifact: Artifact, scan: Scan, references: References, json: boolean): Promise<void> {
  const { name } = scan.probe
  references.place = placeOf(artifact, scan, value)
  observePackage(value, name, json, references)
  const code = new ConfigCode(scan, references)
  // The reader of Keras configurations looks into what they carry itself.
  const payloads = new ConfigPayloads(looksLikeKeras(value) || (isJsonObject(value) && typeof value['class_name'] === 'string'))
  code.architecture(value)
  for (const { text, where, evaluated } of loggingParts(value)) {
    if (evaluated) code.evaluate(text, where, value)
    else references.state({ loader: 'library', target: text, where, use: 'class', detail: 'logging', ordinary: true })
  }
  const templates: Template[] = []
  const texts = new NestedJson()
  const visit: Visit = (each, where) => {
    texts.observe(each)
    observeOutward(each, where, references)
    code.observe(each, where, value)
    payloads.observe(each, where)
    if (!isJsonObject(each)) return
    observeLibraries(each, where, value, name, references)
    observePaths(each, where, name, references)
    // Files that have chat templates by their name are read for them by a format of their own.
    if (references.place === 'other-tool' || CHAT_FILES.test(name)) return
    templates.push(...templatesIn(each, where))
    if (references.place === 'model') templates.push(...possibleTemplatesIn(each, where))
  }
  const tick = () => scan.budget.checkTime()
  observeReferences(value, references, tick, visit)
  for (const inner of texts.values()) observeReferences(inner, references, tick, visit)
  references.stated += payloads.count + (await observeTemplates(templates, scan, references.place === 'model'))
  await payloads.descend(scan)
}

/**
 * Does the configuration belong to a model: packed with one, beside one, or unmistakable by itself? Elsewhere only what no configuration needs counts,
 * since any program may have its own use of these keys.
 */
function placeOf(artifact: Artifact, scan: Scan, root: unknown): References['place'] {
  if (OTHER_TOOLS.test(scan.probe.name)) return 'other-tool'
  if (inPackage(artifact)) return 'elsewhere'
  const near = artifact.path.length > 1 || isModelConfig(root, scan.probe.name) || (artifact.hints?.neighbour?.() ?? 'none') !== 'none'
  return near ? 'model' : 'elsewhere'
}

/** Our reader of YAML gives scalars as they are written. */
function isNull(value: unknown): boolean {
  return typeof value === 'string' && /^(?:|~|null|Null|NULL)$/.test(value)
}

/** A Keras architecture in YAML is handed on as the JSON it stands for. */
async function descendKeras(document: unknown, scan: Scan, references: References): Promise<void> {
  if (!looksLikeKeras(document)) return
  const bytes = new TextEncoder().encode(JSON.stringify(document, (_, each: unknown) => (isNull(each) ? null : each)))
  scan.budget.charge('members', 1)
  references.stated++
  await scan.descend({ name: 'architecture.json', size: bytes.length, open: () => memorySource(bytes) })
}
