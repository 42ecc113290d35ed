// Finds names of dangerous functions as values of any configuration key.
import { namedDanger, namedFunctions } from '../../../python/danger/named.ts'
import type { JsonObject } from '../../shared/json-value.ts'
import type { References } from './references.ts'

const MAX_NAME = 400
/** Letters of a name in text that is not parsed. */
const MAX_BEFORE = 200

/** Classes that Java's and Ruby's object readers build on the way to code, wherever their name stands: in Jackson's `@class`, fastjson's `@type` or a tag. */
const FOREIGN =
  'javax\\.script\\.ScriptEngineManager|java\\.net\\.URLClassLoader|com\\.sun\\.rowset\\.JdbcRowSetImpl|java\\.lang\\.(?:Runtime|ProcessBuilder)|' +
  'com\\.sun\\.org\\.apache\\.xalan\\.[\\w.]+|org\\.apache\\.commons\\.(?:collections4?\\.functors|configuration\\d?|beanutils)\\.[\\w.]+|' +
  'org\\.springframework\\.(?:beans\\.factory|context\\.support|aop|jndi)\\.[\\w.]+|com\\.mchange\\.v2\\.c3p0\\.[\\w.]+|javax\\.management\\.[\\w.]+|' +
  'org\\.codehaus\\.groovy\\.runtime\\.[\\w.]+|Gem::(?:Installer|Requirement|SpecFetcher|Package::TarReader)|ERB|Net::BufferedIO'

const IS_FOREIGN = new RegExp(`^(?:${FOREIGN})$`)
/** A dotted name, where a colon may stand before what is taken from a module. */
const DOTTED = /^[A-Za-z_]\w*(?:\.\w+)*(?::\w+(?:\.\w+)*)?$/

/** Modules with functions that the table of dangers names, and these functions, as they stand in a text. */
const NAMED = [...namedFunctions('config')]
const WHOLE = NAMED.map(([module, names]) => `${escaped(module)}[.:](?:${names.map(escaped).join('|')})`).join('|')
const MODULES = NAMED.map(([module]) => escaped(module)).filter((module) => !module.includes('.'))

/** Is one of these names, or a pair or list that spells one, possibly in this text? */
export const OUTWARD_WORDS = new RegExp(
  `\\b(?:${WHOLE}|(?:${MODULES.join('|')})["']?\\s*(?:[,}\\]\\n]|$))|${FOREIGN.replaceAll('|ERB|Net::BufferedIO', '')}`,
)

/** A name as the value of a key, in text that is not parsed. */
const VALUES = new RegExp(
  `:[ \\t]{0,8}["']?([A-Za-z_][\\w.]{0,${MAX_BEFORE}}(?::[\\w.]{1,80})?|${FOREIGN})["']?[ \\t]{0,8}(?=[,}\\r\\n]|$)`,
  'g',
)

/** Keys for a module and for what is taken from it, in one object. */
const MODULE_KEYS = ['module', '@module', '__module__', 'module_name', 'module_path', 'import_from', 'package', 'library', 'lib']
const NAME_KEYS =
  'class @class __class__ class_name name __name__ function func fn function_name callable @callable method attr attribute symbol object type cls'.split(
    ' ',
  )

/** Keys under which a program’s name of a function is meant to be called, where no model is near: elsewhere names are also measured, listed and forbidden. */
const NAMING =
  /target|class|cls|type|func|fn|callable|factory|handler|hook|callback|constructor|resolver|entry|builder|loader|plugin|^\(\)$|^[@_$]/i

/**
 * States names of functions that reach out of any model, under keys that no loader is known to have: some program reads the configuration, and nothing else
 * has a use for such a value. `inModel`: also where they stand in a list, as names in the rules of a linter do.
 */
export function observeOutward(value: JsonObject | readonly unknown[], where: string, references: References): void {
  if (Array.isArray(value)) {
    const spelled = spelledBy(value)
    const meant = references.place === 'model' || NAMING.test(/(?:^|\.)([^.[\]]*)$/.exec(where)?.[1] ?? '')
    if (spelled !== undefined && meant) stateOutward(spelled, where, references)
    // Longer lists are of words or of names to look for.
    if (references.place !== 'model' || value.length > MAX_LIST || WORD_LISTS.test(where)) return
    // A function stands with its arguments; several of them are names to look for.
    const names = value.filter((each) => typeof each === 'string' && isOutward(each.trim()))
    if (new Set(names).size > 1) return
    for (const each of names) stateOutward(String(each), where, references)
    return
  }
  const object = value as JsonObject
  for (const key of Object.keys(object)) {
    const each = object[key]
    if (typeof each === 'string' && (references.place === 'model' || NAMING.test(key)))
      stateOutward(each, where === '' ? key : `${where}.${key}`, references)
  }
  for (const moduleKey of MODULE_KEYS) {
    const module = object[moduleKey]
    if (typeof module !== 'string') continue
    for (const nameKey of NAME_KEYS) {
      const name = object[nameKey]
      if (typeof name !== 'string' || nameKey === moduleKey) continue
      if (references.place === 'model' || NAMING.test(nameKey) || moduleKey.includes('_'))
        stateOutward(`${module}.${name}`, where, references)
    }
  }
}

const MAX_ITEMS = 1000
const MAX_PARTS = 8
const MAX_LIST = 16
/** Lists of words that a model knows. */
const WORD_LISTS =
  /(?:^|\.)(?:tokens|additional_special_tokens|names|labels|words|bad_words|vocab|classes|merges|keywords|stop|stopwords)$/i

/** `["os", "system"]`; dots only in the first, so that a list of whole names is none. */
function spelledBy(list: readonly unknown[]): string | undefined {
  if (
    list.length < 2 ||
    list.length > MAX_PARTS ||
    !list.every((each, index) => typeof each === 'string' && (index === 0 || /^\w+$/.test(each)))
  )
    return undefined
  return isOutward(String(list[0])) ? undefined : list.join('.')
}

/** States such names in text that is not parsed. */
export function observeOutwardText(text: string, references: References): void {
  let count = 0
  for (const [, target = ''] of text.matchAll(VALUES)) {
    if (!isOutward(target)) continue
    if (++count > MAX_ITEMS) break
    stateOutward(target, 'found in the text', references)
  }
}

function stateOutward(text: string, where: string, references: References): void {
  const name = text.trim()
  if (!isOutward(name)) return
  references.state({ loader: 'any', target: name.replaceAll('::', '.').replace(':', '.'), where, use: 'function', ordinary: true })
}

function isOutward(name: string): boolean {
  return name.length <= MAX_NAME && (outwardIn(name) !== undefined || IS_FOREIGN.test(name))
}

/** The function of the table of dangers that a dotted name is or ends in, by its usual name: `os.system` of `monai.os.system`. */
export function outwardIn(name: string): string | undefined {
  return name.length > MAX_NAME || !DOTTED.test(name) ? undefined : namedDanger(name.replace(':', '.').split('.'), 'config')?.listed
}

function escaped(name: string): string {
  return name.replaceAll('.', '\\.')
}
