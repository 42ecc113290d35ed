// Finds the dangerous modules and functions that Python source uses.
import { ANYWHERE, isOutward, MAX_REACHES, OUTWARD_BUILTINS } from './dangerous-names.ts'
import type { Chain, Import } from './tokens.ts'
import { pythonNames } from './tokens.ts'

/** Names that source uses when it is imported (`top`), and only in its functions (`inner`). */
export interface SourceReaches {
  readonly top: readonly string[]
  readonly inner: readonly string[]
}

/**
 * Returns the dotted names of dangerous modules and functions in Python source, e.g. `os.system`, `eval`, with import
 * aliases resolved. Includes `__import__('os').system`, modules that are passed on as a whole (`os.*`, `builtins.*`)
 * and modules of other modules (`shutil.os.system`), but not computed names (`getattr(x, 'sys' + 'tem')`).
 */
export function sourceReaches(text: string): SourceReaches {
  const { chains, imports } = pythonNames(text)
  const reaches = new Reaches(imports)
  for (const chain of chains) reaches.use(chain)
  return reaches.result(/["']__(?:builtins|import)__["']/.test(text))
}

class Reaches {
  private readonly top = new Set<string>()
  private readonly inner = new Set<string>()
  /** Local names of dangerous modules and their attributes. */
  private readonly locals = new Map<string, string>()
  private readonly imported: ReadonlySet<string>
  private readonly internals = new Set<string>()
  /** The module that the call before this name imports. */
  private indirect: string | undefined
  private before = ''

  constructor(imports: readonly Import[]) {
    this.imported = new Set(imports.map(({ local }) => local))
    for (const { module, name, local, top } of imports) {
      if (!isOutward(module)) continue
      if (name === '*') this.add(`${module}.*`, top)
      else this.locals.set(local, name === undefined ? (local === module.split('.')[0] ? local : module) : `${module}.${name}`)
    }
  }

  use(chain: Chain): void {
    const [root = '', ...rest] = chain.text.split('.')
    const attributes = rest.length > 0 ? `.${rest.join('.')}` : ''
    for (const part of [root, ...rest]) if (part.startsWith('__')) this.internals.add(part)
    const within = this.imported.has(root) ? rest.findIndex((part, index) => WHOLE.has(part) && index + 1 < rest.length) : -1
    if (within >= 0) this.add(rest.slice(within).join('.'), chain.top)
    // `__import__('os').system`: the attribute is the next name.
    if (this.indirect !== undefined) this.add(`${this.indirect}.${chain.text}`, chain.top)
    this.indirect = undefined
    const target = this.locals.get(root)
    if (target !== undefined) this.module(target, attributes, chain)
    else if (root === 'builtins' || root === '__builtins__')
      this.add(ALL_BUILTINS.test(attributes) ? 'builtins.*' : `builtins${attributes}`, chain.top)
    else if (attributes === '') this.builtin(root, chain)
    const importer = IMPORTER.test(target !== undefined && attributes === '' ? target : chain.text)
    if (importer && chain.argument !== undefined && isOutward(chain.argument)) this.indirect = chain.argument
    this.before = chain.text
  }

  result(namesBuiltins: boolean): SourceReaches {
    const { top, inner, internals } = this
    // These lead from any object to all classes of the interpreter, and to the globals of any function.
    const climbs = internals.has('__subclasses__') && ['__base__', '__bases__', '__mro__'].some((name) => internals.has(name))
    if (climbs || internals.has('__globals__') || namesBuiltins) top.add('builtins.*')
    for (const name of top) inner.delete(name)
    return { top: [...top].sort().slice(0, MAX_REACHES), inner: [...inner].sort().slice(0, MAX_REACHES) }
  }

  private add(name: string, isTop: boolean): void {
    ;(isTop ? this.top : this.inner).add(name)
  }

  private module(target: string, attributes: string, { called, named, top }: Chain): void {
    const whole = WHOLE.has(target) && attributes.startsWith('.__')
    if (!whole && (called || attributes !== '' || target.includes('.'))) this.add(target + attributes, top)
    // The module is passed on, and its use is unknown.
    else if (WHOLE.has(target) && !named && this.before !== 'hasattr') this.add(`${target}.*`, top)
  }

  private builtin(name: string, { called, named, argument, top }: Chain): void {
    if (!called) {
      if (PASSED_ON.has(name) && !named) this.add(name, top)
    } else if (OUTWARD_BUILTINS.has(name)) {
      // `__import__('helper')` is `import helper`, and the module is passed on.
      if (name !== '__import__' || argument === undefined || ANYWHERE.has(argument)) this.add(name, top)
      else if (isOutward(argument)) this.add(`${argument}.*`, top)
    }
  }
}

/** Modules through which everything is accessible. */
const WHOLE = new Set(['os', 'posix', 'nt', 'subprocess', 'builtins', 'pty', 'importlib'])
/** Built-in functions whose names no variable has, so that passing one on counts as a call. */
const PASSED_ON = new Set(['exec', '__import__'])
/** Attributes of `builtins` that lead to all built-in functions. */
const ALL_BUILTINS = /^(?:$|\.(?:__dict__|get|__getattribute__)\b)/
const IMPORTER = /(?:^|\.)(?:__import__|import_module)$/
