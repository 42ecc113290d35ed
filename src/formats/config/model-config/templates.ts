// Finds Jinja templates in configurations.
import type { Scan } from '../../../types/format.ts'
import { isJsonObject, type JsonObject, jsonPath } from '../../shared/json-value.ts'

/**
 * Keys of chat templates: of transformers, Axolotl (`chat_template_jinja`), text-generation-webui
 * (`instruction_template`).
 */
const KEY = /(?:chat|instruction)_template/i
/** Prefilter: words of keys whose values are templates. */
export const TEMPLATE_WORDS = /(?:chat|instruction)_template|template_format|\bunsafe["']?\s*:/i
/** Words of templates that reach the interpreter, plain or with a JSON escape. */
const REACHING = /__[a-z]|\|\s{0,8}attr\b|\b(?:lipsum|cycler|joiner|popen)\b|\\(?:u00|x5f|137|N\{)/i

/**
 * Prefilter: whether a text may contain a template that reaches the interpreter. Two expressions, because a single one
 * takes long on a text full of braces.
 */
export function mayReach(text: string): boolean {
  return /\{[{%]/.test(text) && REACHING.test(text)
}

const MAX_TEMPLATES = 200
const MAX_DEPTH = 4
/** Longer strings are data. */
const MAX_POSSIBLE = 64 * 1024

/** A template and the name by which a report shows it. */
export interface Template {
  readonly name: string
  readonly text: string
  /** Set if nothing shows that a library renders the string. */
  readonly maybe?: true
}

/**
 * Returns the strings that a library renders with Jinja: chat templates under a key of that name, LangChain prompts
 * whose `template_format` is Jinja, and Haystack adapters that turn the sandbox off (`unsafe`).
 */
export function templatesIn(object: JsonObject, where: string): readonly Template[] {
  const found: Template[] = []
  for (const [key, value] of Object.entries(object)) if (KEY.test(key)) collect(value, jsonPath(where, `.${key}`), found, 0)
  const { template_format: format, template, unsafe } = object
  if (typeof template === 'string' && (format === 'jinja2' || unsafe === true || unsafe === 'true'))
    collect(template, jsonPath(where, '.template'), found, 0)
  return found
}

/**
 * Returns strings of a model's configuration that would reach the interpreter if rendered. Prompts have many different
 * keys.
 */
export function possibleTemplatesIn(object: JsonObject, where: string): readonly Template[] {
  return Object.entries(object).flatMap(([key, text]) =>
    typeof text === 'string' && text.length <= MAX_POSSIBLE && !KEY.test(key) && mayReach(text)
      ? [{ name: jsonPath(where, `.${key}`), text, maybe: true as const }]
      : [],
  )
}

function collect(value: unknown, name: string, found: Template[], depth: number): void {
  if (found.length >= MAX_TEMPLATES || depth > MAX_DEPTH) return
  if (typeof value === 'string') {
    if (value.includes('{{') || value.includes('{%')) found.push({ name, text: value })
  } else if (Array.isArray(value) || isJsonObject(value)) {
    for (const [key, each] of Object.entries(value)) collect(each, jsonPath(name, `.${key}`), found, depth + 1)
  }
}

/**
 * Reports what the templates do beyond printing values; where no model is near, only what reaches the interpreter.
 * Returns the number of templates that were read or reported.
 */
export async function observeTemplates(templates: readonly Template[], scan: Scan, near: boolean): Promise<number> {
  if (templates.length === 0) return 0
  const { observeAnyTemplate, observeTemplate } = await import('../../template/jinja/facts.ts')
  let count = 0
  for (const { name, text, maybe } of templates) {
    const rendered = near && !maybe
    if (rendered) observeTemplate(scan, name, text, 0, false)
    if (rendered || observeAnyTemplate(scan, name, text, 'any-software', 0)) count++
  }
  return count
}
