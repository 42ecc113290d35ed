/** Read at all: what is longer and is called like data is taken for data. */
export const MAX_TEXT = 64 * 2 ** 20

/** Names under which libraries load configurations, of which none is as long as data are. */
export const LOADED =
  /(?:^|_)config(?:_sentence_transformers)?\.json$|^(?:modular_)?model_index\.json$|^(?:modules\.json|MLmodel)$|\.ya?ml$/i

/** Spark ML keeps the description of each stage in one line of JSON. */
export const SPARK = /^part-00000(?:-[\w-]+)?(?:\.txt)?$/
