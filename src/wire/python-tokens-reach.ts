import { pythonNames } from './python-tokens.ts'
import { isOutward, MAX_REACHES, OUTWARD_BUILTINS } from './python-tokens-names.ts'

/** What source reaches: by running when it is imported, and only in its functions. */
export interface SourceReaches {
  readonly top: readonly string[]
  readonly inner: readonly string[]
}

/**
 * Dotted names in Python source that lead out of it, e.g. `os.system`, `eval`, with imports under other names undone. Names that are computed
 * (`getattr(os, 'sys' + 'tem')`) are not found; `__import__('os').system` and `getattr(os, 'system')` are.
 */
export function sourceReaches(text: string): SourceReaches {
  const { chains, imports } = pythonNames(text)
  const locals = new Map<string, string>()
  const top = new Set<string>()
  const inner = new Set<string>()
  const add = (name: string, isTop: boolean): void => void (isTop ? top : inner).add(name)
  for (const { module, name, local, top: isTop } of imports) {
    if (!isOutward(module)) continue
    if (name === '*') add(`${module}.*`, isTop)
    else locals.set(local, name === undefined ? (local === module.split('.')[0] ? local : module) : `${module}.${name}`)
  }
  let indirect: string | undefined
  for (const chain of chains) {
    const [root = '', ...rest] = chain.text.split('.')
    const attributes = rest.length > 0 ? `.${rest.join('.')}` : ''
    const target = locals.get(root)
    // `__import__('os').system`: the tokenizer gives the attribute as the next name.
    if (indirect !== undefined) {
      add(`${indirect}.${chain.text}`, chain.top)
      indirect = undefined
    }
    if (target !== undefined) {
      if (chain.called || attributes !== '') add(target + attributes, chain.top)
      else if (target.includes('.')) add(target, chain.top)
    } else if (attributes === '' && chain.called && OUTWARD_BUILTINS.has(root)) {
      // `__import__('helper')` is `import helper`.
      if (root !== '__import__' || chain.argument === undefined || isOutward(chain.argument)) add(root, chain.top)
    } else if (root === 'builtins' || root === '__builtins__') add(`builtins${attributes}`, chain.top)
    const imported = chain.argument !== undefined && /(?:^|\.)(?:__import__|import_module)$/.test(chain.text) ? chain.argument : undefined
    if (imported !== undefined && isOutward(imported)) indirect = imported
  }
  for (const name of top) inner.delete(name)
  return { top: [...top].sort().slice(0, MAX_REACHES), inner: [...inner].sort().slice(0, MAX_REACHES) }
}
