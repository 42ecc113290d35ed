// File names, extensions and size limits by which a file is recognised as a model configuration.
import type { Probe } from '../../../types/format.ts'

/** Read at all: what is longer and is called like data is taken for data. */
export const MAX_TEXT = 64 * 2 ** 20

/** Names under which libraries load configurations, of which none is as long as data are. */
export const LOADED =
  /(?:^|_)config(?:_sentence_transformers)?\.json$|^(?:modular_)?model_index\.json$|^(?:modules\.json|MLmodel)$|\.ya?ml$/i

/** Spark ML keeps the description of each stage in one line of JSON. */
export const SPARK = /^part-00000(?:-[\w-]+)?(?:\.txt)?$/

/** The files in which Hugging Face keeps chat templates, also under names for variants such as `tokenizer_config.original.json`. */
export const CHAT_FILES = /^(?:tokenizer_config|chat_templates?|processor_config|preprocessor_config)(?:[._-][\w.-]*)?\.json$/i

/** GluonTS kept the class of a predictor in a line of its own. */
export const GLUONTS_TYPE = 'type.txt'

/** Extensions of configurations. */
export const EXTENSIONS = ['.json', '.yaml', '.yml', '.gin', '.jsonc', '.json5']

/** Those of other kinds of text: sections, tables, a value on each line. What is longer than a configuration is data, or a list of packages. */
export const TREE_EXTENSIONS = ['.toml', '.ini', '.cfg', '.conf', '.jsonl', '.ndjson']

/** Extensions, and none, under which programs keep configurations too: read where the text is one without a doubt. */
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

/** Is the file called like a configuration? */
export function isUsual({ name, extension }: Pick<Probe, 'name' | 'extension'>): boolean {
  return (
    EXTENSIONS.includes(extension) || TREE_EXTENSIONS.includes(extension) || name === 'MLmodel' || name === GLUONTS_TYPE || SPARK.test(name)
  )
}
