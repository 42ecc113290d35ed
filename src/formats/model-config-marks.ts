/** Read at all: a configuration of this length is data. */
export const MAX_TEXT = 64 * 2 ** 20

/** Spark ML keeps the description of each stage in one line of JSON. */
export const SPARK = /^part-00000(?:-[\w-]+)?(?:\.txt)?$/
