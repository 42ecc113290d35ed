import { ScanError } from '../bytes/errors.ts'
import { memorySource } from '../bytes/source.ts'
import type { Artifact } from '../types/artifact.ts'
import type { Scan, ScanResult } from '../types/format.ts'
import { decodeJson, parseLooseJson } from './keras-config-json.ts'
import { isModelConfig, observePackage } from './model-config-hub.ts'
import { LOADED, MAX_TEXT, SPARK } from './model-config-marks.ts'
import { observeReferences } from './model-config-objects.ts'
import { References } from './model-config-references.ts'
import { observeText } from './model-config-text.ts'
import { MAX_YAML, observeTag, readYaml } from './model-config-yaml.ts'
import { inPackage } from './native-place.ts'

/** Parsed as JSON; what is longer is searched as text, for names as they are usually written. */
const MAX_JSON = 8 * 2 ** 20

/**
 * Words without which nothing here is of interest. Escapes of letters, `_` and `/` may spell any of them, a tag handle or a folded line may hide one.
 * Ordinary files have none, and are not parsed.
 */
const WORDS =
  /_target_|class_path|auto_map|custom_pipeline|trust_remote_code|attn_implementation|py\\?\/[a-z]|python(?:\/|%2f)|%TAG|loader_module|keras_module|model_code_path|["']?flavors["']?\s*:|\btarget["']?\s*:|\\(?:u00|x|U000000)(?:[46][1-9a-f]|[57][0-9a]|5f|2f)|[\w:!]%(?:[46][1-9a-f]|[57][0-9a]|5f)|_\\\r?\n/i

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
  const text = decodeJson(source.read(0, source.size))
  const keras = extension !== '.json' && KERAS.test(text)
  if (!WORDS.test(text) && !keras && !LISTS.has(name) && !(SPARK.test(name) && text.includes('sparkVersion'))) return 'not-this-format'
  const references = new References(scan, text)
  references.nemo = artifact.path.length > 1 && name === 'model_config.yaml'
  const json = text.length <= MAX_JSON ? parseJson(text) : undefined
  if (json !== undefined) observeTree(json.value, artifact, scan, references, true)
  else if (text.length <= MAX_YAML) await observeYaml(text, artifact, scan, references)
  else {
    references.place = placeOf(artifact, scan, undefined)
    observeText(text, references)
    if (references.place === 'model' && LOADED.test(name))
      throw new ScanError('limit', `a configuration of ${source.size} bytes is searched for the usual ways of writing only`, 0)
  }
  return references.stated > 0 ? undefined : 'not-this-format'
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    try {
      return parseLooseJson(text)
    } catch {
      return undefined
    }
  }
}

async function observeYaml(text: string, artifact: Artifact, scan: Scan, references: References): Promise<void> {
  const { documents, tags, sound } = await readYaml(text)
  references.place = placeOf(artifact, scan, documents[0])
  for (const tag of tags) observeTag(tag, references)
  for (const document of documents) {
    observeTree(document, artifact, scan, references, false)
    await descendKeras(document, scan, references)
  }
  // Another reader may see what this one stumbled over.
  if (!sound) observeText(text, references)
}

function observeTree(value: unknown, artifact: Artifact, scan: Scan, references: References, json: boolean): void {
  references.place = placeOf(artifact, scan, value)
  observePackage(value, scan.probe.name, json, references)
  observeReferences(value, references, () => scan.budget.checkTime())
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

/** A Keras architecture in YAML is handed on as the JSON it stands for. */
async function descendKeras(document: unknown, scan: Scan, references: References): Promise<void> {
  if (typeof document !== 'object' || document === null || !('class_name' in document) || !('config' in document)) return
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  scan.budget.charge('members', 1)
  references.stated++
  await scan.descend({ name: 'architecture.json', size: bytes.length, open: () => memorySource(bytes) })
}
