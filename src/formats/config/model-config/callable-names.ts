import type { JsonObject } from '../../shared/json-value.ts'
import type { References } from './references.ts'

/**
 * Functions that run programs or code, and nothing that a configuration could be about otherwise: `os.name` and `os.version` are fields of logs. By the
 * module that has them, which any other may hand on (`logging.os.system`).
 */
const FUNCTIONS: Readonly<Record<string, string>> = {
  'os|posix|nt':
    'system|popen[234]?|exec[lv]p?e?|spawn[lv]p?e?|posix_spawnp?|startfile|fork|forkpty|kill|remove|unlink|rmdir|removedirs|renames?|putenv|chmod|chown|symlink',
  subprocess: 'Popen|run|call|check_call|check_output|getoutput|getstatusoutput',
  'builtins|__builtins?__': 'eval|exec|execfile|compile|__import__|open|getattr|setattr|delattr|globals|breakpoint',
  importlib: 'import_module|reload|__import__',
  imp: 'load_source|load_dynamic|load_module|load_compiled',
  runpy: 'run_path|run_module|_run_code|_run_module_code',
  'pickle|cPickle|_pickle|marshal|dill|cloudpickle': 'loads?|Unpickler',
  ctypes: 'CDLL|PyDLL|WinDLL|OleDLL|cdll|windll|LibraryLoader',
  shutil: 'rmtree|move|copytree|chown|unpack_archive',
  pty: 'spawn|fork',
  'commands|popen2': 'getoutput|getstatusoutput|popen[234]?',
  'urllib\\.request|urllib2': 'urlopen|urlretrieve|Request',
  socket: 'create_connection|create_server|socket|socketpair',
  webbrowser: 'open|open_new|open_new_tab',
  timeit: 'timeit|repeat|Timer',
  'cProfile|profile': 'run|runctx',
  pdb: 'run|runeval|runcall',
  code: 'InteractiveInterpreter|InteractiveConsole|interact',
  codeop: 'compile_command',
  asyncio: 'create_subprocess_shell|create_subprocess_exec',
  'multiprocessing|threading': 'Process|Thread|Timer',
  pip: 'main',
}

/** Classes that Java's and Ruby's object readers build on the way to code, wherever their name stands: in Jackson's `@class`, fastjson's `@type` or a tag. */
const FOREIGN =
  'javax\\.script\\.ScriptEngineManager|java\\.net\\.URLClassLoader|com\\.sun\\.rowset\\.JdbcRowSetImpl|java\\.lang\\.(?:Runtime|ProcessBuilder)|' +
  'com\\.sun\\.org\\.apache\\.xalan\\.[\\w.]+|org\\.apache\\.commons\\.(?:collections4?\\.functors|configuration\\d?|beanutils)\\.[\\w.]+|' +
  'org\\.springframework\\.(?:beans\\.factory|context\\.support|aop|jndi)\\.[\\w.]+|com\\.mchange\\.v2\\.c3p0\\.[\\w.]+|javax\\.management\\.[\\w.]+|' +
  'org\\.codehaus\\.groovy\\.runtime\\.[\\w.]+|Gem::(?:Installer|Requirement|SpecFetcher|Package::TarReader)|ERB|Net::BufferedIO'

const PYTHON = Object.entries(FUNCTIONS)
  .map(([modules, names]) => `(?:${modules})[.:](?:${names})`)
  .join('|')

const OUTWARD = new RegExp(`^(?:(?:[A-Za-z_]\\w{0,60}\\.){0,12}(?:${PYTHON})(?:\\.\\w{1,60}){0,4}|${FOREIGN})$`)

/** Is one of these names, or a pair or list that spells one, possibly in this text? */
export const OUTWARD_WORDS = new RegExp(
  `\\b(?:${Object.keys(FUNCTIONS).join('|')})(?:[.:]\\w|["']?\\s*(?:[,}\\]\\n]|$))|${FOREIGN.replaceAll('|ERB|Net::BufferedIO', '')}`,
)

/** Such a name as the value of a key, in text that is not parsed. */
const OUTWARD_VALUES = new RegExp(
  `:[ \\t]{0,8}["']?((?:[A-Za-z_]\\w{0,60}\\.){0,12}(?:${PYTHON})|${FOREIGN})["']?[ \\t]{0,8}(?=[,}\\r\\n]|$)`,
  'g',
)

const MAX_NAME = 400

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
    const names = value.filter((each) => typeof each === 'string' && OUTWARD.test(each.trim()))
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
  return OUTWARD.test(String(list[0])) ? undefined : list.join('.')
}

/** States such names in text that is not parsed. */
export function observeOutwardText(text: string, references: References): void {
  let count = 0
  for (const [, target = ''] of text.matchAll(OUTWARD_VALUES)) {
    if (++count > MAX_ITEMS) break
    stateOutward(target, 'found in the text', references)
  }
}

function stateOutward(text: string, where: string, references: References): void {
  const name = text.length > MAX_NAME ? '' : text.trim()
  if (!OUTWARD.test(name)) return
  references.state({ loader: 'any', target: name.replaceAll('::', '.').replace(':', '.'), where, use: 'function', ordinary: true })
}

/** The function of the lists above that a dotted name ends in, by its usual name: `os.system` of `monai.os.system`. */
export function outwardIn(chain: string): string | undefined {
  return chain.length > MAX_NAME || !OUTWARD.test(chain) ? undefined : REACHED.exec(chain)?.[0]
}

const REACHED = new RegExp(`(?:${PYTHON})$`)
