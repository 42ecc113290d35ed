// Derives from the list of formats what the name of a file promises.
import { formats } from '../formats/index.ts'
import { extensionsOf, isModelFormat } from '../formats/kinds.ts'
import type { Format } from '../types/format.ts'

interface Names {
  /** Extensions that no other program uses. */
  readonly promised: ReadonlySet<string>
  /** Patterns of whole names by extension, so that most names are compared with no pattern. */
  readonly patterns: ReadonlyMap<string, readonly RegExp[]>
  /** Extensions that promise or suggest a model or data. */
  readonly expected: ReadonlySet<string>
  /** The same without data, which any program may keep beside a configuration. */
  readonly models: ReadonlySet<string>
  readonly companions: readonly RegExp[]
}

/** Cache: derived from the list of formats at the first call. */
let namesCache: Names | undefined

/** Returns whether a file of this name has to be a model. `extension` is in lower case. */
export function promisesModel(name: string, extension: string): boolean {
  const { promised, patterns } = names()
  return promised.has(extension) || patterns.get(extension)?.some((pattern) => pattern.test(name)) === true
}

/** Returns whether a file of this name is loaded as a model or with one. `extension`: in lower case. */
export function isLoadedByName(name: string, extension: string): boolean {
  return promisesModel(name, extension) || names().companions.some((pattern) => pattern.test(name))
}

/** Returns whether a model, or data, is expected under an extension in lower case. */
export function suggestsModel(extension: string): boolean {
  return names().expected.has(extension)
}

/** Returns whether a file with this extension, in lower case, makes a configuration beside it that of a model. */
export function isModelExtension(extension: string): boolean {
  return names().models.has(extension)
}

function names(): Names {
  namesCache ??= derive()
  return namesCache
}

function derive(): Names {
  const holding = formats.filter(({ id }) => isModelFormat(id))
  const patterns = new Map<string, RegExp[]>()
  for (const format of holding) {
    const pattern = format.promises?.names
    if (pattern) for (const extension of extensionsOf(format)) patterns.set(extension, [...(patterns.get(extension) ?? []), pattern])
  }
  return {
    promised: new Set(holding.flatMap(({ promises }) => promises?.extensions ?? [])),
    patterns,
    expected: new Set(holding.flatMap(specific)),
    models: new Set(holding.filter(({ kind }) => kind === 'model').flatMap(specific)),
    companions: formats.flatMap(({ kind, promises }) => (kind === 'companion' && promises?.names ? [promises.names] : [])),
  }
}

/** Extensions that promise or suggest the format. */
function specific({ promises, suggests = [] }: Format): readonly string[] {
  return [...(promises?.extensions ?? []), ...suggests]
}
