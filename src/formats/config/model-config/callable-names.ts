// Finds names of dangerous functions as values of any configuration key.
import { namedDanger, namedFunctions } from '../../../python/danger/named.ts'
import type { JsonObject } from '../../shared/json-value.ts'
import type { References } from './references.ts'

const MAX_NAME = 400
/** Maximum length of a name in text that is not parsed. */
const MAX_BEFORE = 200

/**
 * Java and Ruby classes of published gadget chains: building one leads to code execution. They are reported under any
 * key, such as Jackson's `@class` and fastjson's `@type`, and in YAML tags.
 */
const OTHER_LANGUAGE_GADGETS =
  'javax\\.script\\.ScriptEngineManager|java\\.net\\.URLClassLoader|com\\.sun\\.rowset\\.JdbcRowSetImpl|java\\.lang\\.(?:Runtime|ProcessBuilder)|' +
  'com\\.sun\\.org\\.apache\\.xalan\\.[\\w.]+|org\\.apache\\.commons\\.(?:collections4?\\.functors|configuration\\d?|beanutils)\\.[\\w.]+|' +
  'org\\.springframework\\.(?:beans\\.factory|context\\.support|aop|jndi)\\.[\\w.]+|com\\.mchange\\.v2\\.c3p0\\.[\\w.]+|javax\\.management\\.[\\w.]+|' +
  'org\\.codehaus\\.groovy\\.runtime\\.[\\w.]+|Gem::(?:Installer|Requirement|SpecFetcher|Package::TarReader)|ERB|Net::BufferedIO'

const IS_OTHER_LANGUAGE_GADGET = new RegExp(`^(?:${OTHER_LANGUAGE_GADGETS})$`)
/** A dotted name; a colon may separate the module from the function. */
const DOTTED = /^[A-Za-z_]\w*(?:\.\w+)*(?::\w+(?:\.\w+)*)?$/

/** Dangerous functions and their modules, as regular expressions that match them in text. */
const NAMED = [...namedFunctions('config')]
const WHOLE = NAMED.map(([module, names]) => `${escaped(module)}[.:](?:${names.map(escaped).join('|')})`).join('|')
const MODULES = NAMED.map(([module]) => escaped(module)).filter((module) => !module.includes('.'))

/** Prefilter: matches every text that may contain one of these names, or a pair or list that forms one. */
export const CALLABLE_WORDS = new RegExp(
  `\\b(?:${WHOLE}|(?:${MODULES.join('|')})["']?\\s*(?:[,}\\]\\n]|$))|${OTHER_LANGUAGE_GADGETS.replaceAll('|ERB|Net::BufferedIO', '')}`,
)

/** A name as the value of a key, in text that is not parsed. */
const VALUES = new RegExp(
  `:[ \\t]{0,8}["']?([A-Za-z_][\\w.]{0,${MAX_BEFORE}}(?::[\\w.]{1,80})?|${OTHER_LANGUAGE_GADGETS})["']?[ \\t]{0,8}(?=[,}\\r\\n]|$)`,
  'g',
)

/** Keys for a module, and keys for a name in it, in the same object. */
const MODULE_KEYS = ['module', '@module', '__module__', 'module_name', 'module_path', 'import_from', 'package', 'library', 'lib']
const NAME_KEYS =
  'class @class __class__ class_name name __name__ function func fn function_name callable @callable method attr attribute symbol object type cls'.split(
    ' ',
  )

/**
 * Keys whose value a program is likely to call. Only these count where the configuration belongs to no model: under
 * other keys, linters and profilers list names of functions.
 */
const NAMING =
  /target|class|cls|type|func|fn|callable|factory|handler|hook|callback|constructor|resolver|entry|builder|loader|plugin|^\(\)$|^[@_$]/i

/**
 * Reports names of dangerous functions under any key, even if no known loader uses it: the program that reads the
 * configuration has no other use for such a value. Names in lists count only in the configuration of a model, because
 * linter rules list such names.
 */
export function observeCallableNames(value: JsonObject | readonly unknown[], where: string, references: References): void {
  if (Array.isArray(value)) {
    const joined = joinedName(value)
    const mayBeCalled = references.belongsTo === 'model' || NAMING.test(/(?:^|\.)([^.[\]]*)$/.exec(where)?.[1] ?? '')
    if (joined !== undefined && mayBeCalled) reportCallable(joined, where, references)
    // Longer lists are vocabularies, or names to search for.
    if (references.belongsTo !== 'model' || value.length > MAX_LIST || WORD_LISTS.test(where)) return
    // A list that calls a function contains one function and its arguments; several functions are names to search for.
    const names = value.filter((each) => typeof each === 'string' && isDangerousName(each.trim()))
    if (new Set(names).size > 1) return
    for (const each of names) reportCallable(String(each), where, references)
    return
  }
  const object = value as JsonObject
  for (const key of Object.keys(object)) {
    const each = object[key]
    if (typeof each === 'string' && (references.belongsTo === 'model' || NAMING.test(key)))
      reportCallable(each, where === '' ? key : `${where}.${key}`, references)
  }
  for (const moduleKey of MODULE_KEYS) {
    const module = object[moduleKey]
    if (typeof module !== 'string') continue
    for (const nameKey of NAME_KEYS) {
      const name = object[nameKey]
      if (typeof name !== 'string' || nameKey === moduleKey) continue
      if (references.belongsTo === 'model' || NAMING.test(nameKey) || moduleKey.includes('_'))
        reportCallable(`${module}.${name}`, where, references)
    }
  }
}

const MAX_ITEMS = 1000
const MAX_PARTS = 8
const MAX_LIST = 16
/** Keys of vocabularies and labels. */
const WORD_LISTS =
  /(?:^|\.)(?:tokens|additional_special_tokens|names|labels|words|bad_words|vocab|classes|merges|keywords|stop|stopwords)$/i

/** Joins `["os", "system"]`. Only the first item may have dots, so that a list of complete names does not count. */
function joinedName(list: readonly unknown[]): string | undefined {
  if (
    list.length < 2 ||
    list.length > MAX_PARTS ||
    !list.every((each, index) => typeof each === 'string' && (index === 0 || /^\w+$/.test(each)))
  )
    return undefined
  return isDangerousName(String(list[0])) ? undefined : list.join('.')
}

/** Reports such names in text that is not parsed. */
export function observeCallableNamesInText(text: string, references: References): void {
  let count = 0
  for (const [, target = ''] of text.matchAll(VALUES)) {
    if (!isDangerousName(target)) continue
    if (++count > MAX_ITEMS) break
    reportCallable(target, 'found in the text', references)
  }
}

function reportCallable(text: string, where: string, references: References): void {
  const name = text.trim()
  if (!isDangerousName(name)) return
  references.report({ loader: 'any', target: name.replaceAll('::', '.').replace(':', '.'), where, use: 'function', ordinary: true })
}

function isDangerousName(name: string): boolean {
  return name.length <= MAX_NAME && (dangerousCallable(name) !== undefined || IS_OTHER_LANGUAGE_GADGET.test(name))
}

/**
 * Returns the dangerous function that a dotted name is or ends in, by its usual name: `os.system` for
 * `monai.os.system`.
 */
export function dangerousCallable(name: string): string | undefined {
  return name.length > MAX_NAME || !DOTTED.test(name) ? undefined : namedDanger(name.replace(':', '.').split('.'), 'config')?.listed
}

function escaped(name: string): string {
  return name.replaceAll('.', '\\.')
}
