// Recognises model configurations in JSON, YAML, TOML, INI and Gin.
import type { Format, Probe } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'
import { isProse, mayBeginText, textOf } from '../../shared/text-head.ts'
import { EXTENSIONS, hasConfigName, LOADED, MAX_TEXT, OTHER_EXTENSIONS, TREE_EXTENSIONS } from './signature.ts'

/** Longer text under other names is data. */
const MAX_OTHER = 256 * 1024

/** A line that begins a JSON object. */
const BEGINNING = /^[ \t]*\{/m
/**
 * A YAML tag for Python, or an INI section that `logging.config` evaluates: such text is a configuration under any
 * name.
 */
const UNMISTAKABLE = /!!python|2002:(?:python|%)|!!\w{0,8}%|^%TAG|^\[(?:handler|formatter)_/m

/** A character that every mapping, list or tag of JSON, YAML, TOML and INI has: a text without any names nothing. */
const STRUCTURE = /[:=[{!]/

/** Names by which Hugging Face, diffusers, MLflow, Spark NLP and SpeechBrain load a configuration. */
const NAMES = /^(?:config|adapter_config|generation_config|(?:modular_)?model_index)\.json$|^MLmodel$|^(?:model_config|hyperparams)\.yaml$/i

/** Configurations beside and inside models: their loaders import, build, call and download what they name. */
export const modelConfigFormat: Format = {
  id: 'model-config',
  title: 'Model configuration',
  kind: 'companion',
  promises: { names: NAMES },
  extensions: ['.json', '.yaml', '.yml', '.gin'],
  access: 'random',
  prefilter: { first: mayBeginText, extensions: [...EXTENSIONS, ...TREE_EXTENSIONS, ...OTHER_EXTENSIONS] },
  match(probe: Probe) {
    const { name, extension, size } = probe
    const isShort = size === undefined || size <= MAX_OTHER
    if (TREE_EXTENSIONS.includes(extension)) return isShort && textOf(probe.head) !== undefined ? 'possible' : 'no'
    if (hasConfigName(probe)) return size !== undefined && size > MAX_TEXT && !LOADED.test(name) ? 'no' : 'possible'
    if (!isShort || isProse(extension)) return 'no'
    const text = textOf(probe.head)
    if (text === undefined) return 'no'
    if (UNMISTAKABLE.test(text)) return 'possible'
    if (size !== undefined && size <= probe.head.length && !STRUCTURE.test(text)) return 'no'
    // The length of a stream is unknown: it is spooled only if it begins like a JSON object.
    return OTHER_EXTENSIONS.includes(extension) && (size !== undefined || BEGINNING.test(text)) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanConfig),
}
