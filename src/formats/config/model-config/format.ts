// Recognises model configurations in JSON, YAML, TOML, INI and Gin.
import type { Format, Probe } from '../../../types/format.ts'
import { lazily } from '../../shared/lazily.ts'
import { isProse, mayBeginText, textOf } from '../../shared/text-head.ts'
import { EXTENSIONS, isUsual, LOADED, MAX_TEXT, OTHER_EXTENSIONS, TREE_EXTENSIONS } from './signature.ts'

/** Text under other names is data where it is longer. */
const MAX_OTHER = 256 * 1024

/** A mapping of JSON, or what is said below. */
const BEGINNING = /^[ \t]*\{/m
/** A tag for Python, or a section that logging has evaluated: text of this kind is a configuration under any name. */
const UNMISTAKABLE = /!!python|2002:(?:python|%)|!!\w{0,8}%|^%TAG|^\[(?:handler|formatter)_/m

/** Names by which Hugging Face, diffusers, MLflow, Spark NLP and SpeechBrain load a configuration. */
const NAMES = /^(?:config|adapter_config|generation_config|(?:modular_)?model_index)\.json$|^MLmodel$|^(?:model_config|hyperparams)\.yaml$/i

/** Configurations beside and inside models, JSON or YAML: what their loaders import, build, call or fetch. */
export const modelConfigFormat: Format = {
  id: 'model-config',
  title: 'Model configuration',
  kind: 'companion',
  promises: { names: NAMES },
  extensions: ['.json', '.yaml', '.yml', '.gin'],
  access: 'random',
  opening: { first: mayBeginText, extensions: [...EXTENSIONS, ...TREE_EXTENSIONS, ...OTHER_EXTENSIONS] },
  match(probe: Probe) {
    const { name, extension, size } = probe
    const isShort = size === undefined || size <= MAX_OTHER
    if (TREE_EXTENSIONS.includes(extension)) return isShort && textOf(probe.head) !== undefined ? 'possible' : 'no'
    if (isUsual(probe)) return size !== undefined && size > MAX_TEXT && !LOADED.test(name) ? 'no' : 'possible'
    if (!isShort || isProse(extension)) return 'no'
    const text = textOf(probe.head)
    if (text === undefined) return 'no'
    if (UNMISTAKABLE.test(text)) return 'possible'
    // Of a stream the length is not known: what begins so is worth to be kept.
    return OTHER_EXTENSIONS.includes(extension) && (size !== undefined || BEGINNING.test(text)) ? 'possible' : 'no'
  },
  scan: lazily(async () => (await import('./reader.ts')).scanConfig),
}
