// File names, extensions and size limits by which a file is recognised as a model configuration.
import type { Probe } from '../../../types/format.ts'

/** Maximum size of a configuration in bytes. A larger file with the name of data is data. */
export const MAX_TEXT = 64 * 2 ** 20

/** File names under which libraries load configurations. A file of such a name past the maximum size is incomplete. */
export const LOADED =
  /(?:^|_)config(?:_sentence_transformers)?\.json$|^(?:modular_)?model_index\.json$|^(?:modules\.json|MLmodel)$|\.ya?ml$/i

/** Spark ML stores the metadata of each stage as one line of JSON in a file of this name. */
export const SPARK = /^part-00000(?:-[\w-]+)?(?:\.txt)?$/

/**
 * The files in which Hugging Face stores chat templates, also under names for variants such as
 * `tokenizer_config.original.json`.
 */
export const CHAT_FILES = /^(?:tokenizer_config|chat_templates?|processor_config|preprocessor_config)(?:[._-][\w.-]*)?\.json$/i

/** A file in which old versions of GluonTS stored the class of a predictor. */
export const GLUONTS_TYPE = 'type.txt'

/** Extensions of configurations. */
export const EXTENSIONS = ['.json', '.yaml', '.yml', '.gin', '.jsonc', '.json5']

/** Extensions of TOML, INI and JSON Lines. Longer files of these are data, or lock files of packages. */
export const TREE_EXTENSIONS = ['.toml', '.ini', '.cfg', '.conf', '.jsonl', '.ndjson']

/**
 * Other extensions (`''` for none) that configurations may have. Such a file is read only if its text is certainly one.
 */
export const OTHER_EXTENSIONS = [
  '',
  '.txt',
  '.config',
  '.hparams',
  '.params',
  '.opts',
  '.bak',
  '.data',
  '.dat',
  '.model',
  '.bin',
  '.pt',
  '.pth',
  '.pkl',
]

/** Returns whether the file has a usual name of a configuration. */
export function hasConfigName({ name, extension }: Pick<Probe, 'name' | 'extension'>): boolean {
  return (
    EXTENSIONS.includes(extension) || TREE_EXTENSIONS.includes(extension) || name === 'MLmodel' || name === GLUONTS_TYPE || SPARK.test(name)
  )
}
