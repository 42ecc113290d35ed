// Finds the strings in a YOLO architecture that building the network passes to `eval`.
import { isJsonObject, type JsonObject } from '../../shared/json-value.ts'

/** Maximum number of strings of one architecture. The largest have about a hundred rows of a dozen values. */
const MAX_TEXTS = 5000
const MAX_DEPTH = 6
/** Longer strings are never harmless: no real architecture contains one. */
const MAX_TEXT = 10_000
/** Keys whose values are rows of layers. */
const ROWS = ['backbone', 'neck', 'head']
/** Keys whose string is evaluated directly. */
const ACTIVATIONS = ['activation', 'act']

/** Prefilter: a key that every such architecture has. */
export const YOLO_WORDS = /["']?\bbackbone["']?\s*:/

/** A string that building the network evaluates, with its path. */
export interface Evaluated {
  readonly text: string
  readonly where: string
}

/**
 * Returns the strings that `parse_model` of YOLOv5, YOLOv7 and related projects passes to `eval` (models/yolo.py;
 * ultralytics/nn/tasks.py): the module and the arguments of each row `[from, number, module, arguments]`, and the
 * activation. Returns an empty list if the document is no such architecture.
 */
export function architectureTexts(root: unknown): readonly Evaluated[] {
  if (!isJsonObject(root) || !isRows(root['backbone']) || !isRows(root['head'])) return []
  const found: Evaluated[] = []
  for (const key of ROWS) collect(root[key], key, found, 0)
  for (const key of ACTIVATIONS) collect(root[key], key, found, 0)
  return found
}

function isRows(value: unknown): boolean {
  return Array.isArray(value) && value.some((row) => Array.isArray(row) && row.length >= 3 && typeof row[2] === 'string')
}

function collect(value: unknown, where: string, found: Evaluated[], depth: number): void {
  if (found.length >= MAX_TEXTS || depth > MAX_DEPTH) return
  if (typeof value === 'string') found.push({ text: value, where })
  else if (Array.isArray(value)) for (const [at, each] of value.entries()) collect(each, `${where}[${at}]`, found, depth + 1)
  else if (isJsonObject(value))
    for (const [key, each] of Object.entries(value as JsonObject)) collect(each, `${where}.${key}`, found, depth + 1)
}

/** String literals. f-strings are excluded because they contain code. */
const QUOTED = /(?<![A-Za-z])(?:[rub]{0,2})(?:"[^"\\\n]*"|'[^'\\\n]*')/g
/** A call, with the expression before its bracket. */
const CALL = /((?:\b[A-Za-z_][\w.]{0,100}|[)\]}'"])\s{0,8})?\(/g
const LAYER = /^(?:(?:torch\.)?nn\.)?(?:modules\.\w+\.)?[A-Z]\w*$/
const NUMBERS = /^(?:int|float|bool|abs|max|min|round|sum|len|range|tuple|list|make_divisible|math\.\w+|torch\.tensor)$/
/** Keywords before a bracket, which call nothing. */
const WORDS = /^(?:and|or|not|in|is|if|else|for|lambda)$/

/** Returns whether evaluating the text only uses names, builds layers of torch.nn and computes with numbers. */
export function onlyBuilds(text: string): boolean {
  if (text.length > MAX_TEXT) return false
  if (!text.includes('(')) return !text.includes('__')
  const code = text.replace(QUOTED, "''")
  if (code.includes('__') || /[rub]?f[rb]?["']/i.test(code)) return false
  for (const [, before = ''] of code.matchAll(CALL)) {
    const name = before.trim()
    if (name !== '' && !LAYER.test(name) && !NUMBERS.test(name) && !WORDS.test(name)) return false
  }
  return true
}
