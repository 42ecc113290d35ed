// Parses the `.models` files that the survey of Python packages writes (docs/models-files.md), with the line number in every error.

const FORMAT = 'modelgate-models 1'
const BY_HAND = '# by hand'

/** Everything that code can do with a value, as the files write it. `unknown` stands for all of it. */
export const EFFECTS = [
  'stores',
  'converts',
  'iterates',
  'hashes',
  'compares',
  'formats',
  'gets-attribute',
  'sets-attributes',
  'calls',
  'builds',
  'evaluates',
  'imports',
  'unpickles',
  'opens-path',
  'unknown',
] as const

/** One of `EFFECTS`. */
export type Effect = (typeof EFFECTS)[number]

/** Labels of values (`state`, `state[]`, `self.x`, `**kwargs`) and what code does with each of them. A bare `*` has no effects. */
export interface PortEffects {
  readonly ports: readonly string[]
  readonly effects: readonly Effect[]
}

/** A function and its effects: a hook of a class, or a reconstructor. */
export interface CodeRow {
  /** `module:Class` of a hook, `module` of a reconstructor. */
  readonly definer: string
  readonly name: string
  /** `file:line`, or `-` for what is compiled. */
  readonly location: string
  /** Undefined where every surveyed version has it. */
  readonly versions: readonly string[] | undefined
  /** False for `__hash__ = None`: the class has none. */
  readonly present: boolean
  readonly effects: readonly PortEffects[]
}

/** A class in the versions that have it with these traits. */
export interface ClassRow {
  readonly versions: readonly string[] | undefined
  /** `kind`, `meta`, `slots`, `decorated`, `unknown-base`, each with its values. */
  readonly traits: ReadonlyMap<string, readonly string[]>
  /** `module:Class` of those that define its hooks, in the order of resolution. */
  readonly definers: readonly string[]
}

/** A row that a person wrote: effects by port, why, and where that can be seen. */
export interface ContractRow {
  readonly name: string
  readonly effects: readonly PortEffects[]
  readonly why: string
  readonly source: string
}

/** A parsed file. Names of classes, functions and values are `module:name`. */
export interface Models {
  package: string
  readonly versions: string[]
  readonly hooks: Map<string, CodeRow[]>
  readonly classes: Map<string, ClassRow[]>
  readonly functions: Set<string>
  readonly values: Set<string>
  /** Name under which something is exported again → where it is defined. */
  readonly also: Map<string, string[]>
  readonly reconstructors: Map<string, CodeRow[]>
  /** Module → `compiled`, `dynamic` (names are made when asked for), `unread`. */
  readonly modules: Map<string, readonly string[]>
  readonly byHand: ContractRow[]
}

/** Thrown for a file that is not as the survey writes it. */
export class ModelsError extends Error {
  override readonly name = 'ModelsError'
  readonly line: number

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`)
    this.line = line
  }
}

/** What rows belong to: the hooks of a module, or the names of a module. */
type Section = { readonly kind: 'hooks' | 'module'; readonly module: string; readonly file: string }

/** Parses the text of a file; throws `ModelsError`. */
export function parseModels(text: string): Models {
  const lines = text.split('\n')
  if (lines[0] !== FORMAT) throw new ModelsError(1, `expected "${FORMAT}"`)
  const models = emptyModels()
  let section: Section | undefined
  let byHand = false
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (index === 0 || line === '') continue
    if (line.startsWith(BY_HAND)) byHand = true
    else if (byHand) handRow(models, line, number)
    else if (line.startsWith('  ')) sectionRow(models, section, line.trim().split(' '), number)
    else section = topRow(models, line.split(' '), number)
  }
  if (!byHand) throw new ModelsError(lines.length, `the line "${BY_HAND}…" is missing`)
  checkDefiners(models, lines)
  return models
}

function emptyModels(): Models {
  return {
    package: '',
    versions: [],
    hooks: new Map(),
    classes: new Map(),
    functions: new Set(),
    values: new Set(),
    also: new Map(),
    reconstructors: new Map(),
    modules: new Map(),
    byHand: [],
  }
}

function topRow(models: Models, words: readonly string[], number: number): Section | undefined {
  const [word, name, ...rest] = words
  if (name === undefined || name === '') throw new ModelsError(number, `"${word}" needs a name`)
  switch (word) {
    case 'package':
      models.package = name
      return undefined
    case 'version':
      if (!/^sha256:[0-9a-f]{64}$/.test(rest.join(' '))) throw new ModelsError(number, 'a version needs the SHA-256 of its sources')
      models.versions.push(name)
      return undefined
    case 'hooks':
      if (rest.length !== 1) throw new ModelsError(number, 'hooks need a module and its file')
      return { kind: 'hooks', module: name, file: rest[0] ?? '' }
    case 'module':
      if (models.modules.has(name)) throw new ModelsError(number, `module ${name} is there twice`)
      for (const flag of rest) if (!/^(compiled|dynamic|unread)$/.test(flag)) throw new ModelsError(number, `unknown flag "${flag}"`)
      models.modules.set(name, rest)
      return { kind: 'module', module: name, file: '' }
    default:
      throw new ModelsError(number, `unknown row "${word}"`)
  }
}

function sectionRow(models: Models, section: Section | undefined, words: readonly string[], number: number): void {
  if (section === undefined) throw new ModelsError(number, 'a row before its section')
  const [word = '', ...rest] = words
  if (section.kind === 'hooks') {
    const dot = word.lastIndexOf('.')
    if (dot < 1) throw new ModelsError(number, `expected Class.hook, found "${word}"`)
    const definer = `${section.module}:${word.slice(0, dot)}`
    push(models.hooks, definer, codeRow(models, definer, word.slice(dot + 1), section.file, rest, number))
    return
  }
  const named = (name: string) => `${section.module}:${name}`
  switch (word) {
    case 'plain':
      for (const name of names(rest, number)) push(models.classes, named(name), { versions: undefined, traits: new Map(), definers: [] })
      return
    case 'class':
      return classRow(models, section.module, rest, number)
    case 'functions':
    case 'values':
      versionsOf(models, rest, number)
      for (const name of names(rest, number)) models[word].add(named(name))
      return
    case 'also':
      return alsoRow(models, section.module, rest, number)
    case 'reconstructor': {
      const [name = '', ...code] = rest
      push(models.reconstructors, named(name), codeRow(models, section.module, name, '', code, number))
      return
    }
    default:
      throw new ModelsError(number, `unknown row "${word}"`)
  }
}

function classRow(models: Models, module: string, words: readonly string[], number: number): void {
  const colon = words.indexOf(':')
  if (colon < 1) throw new ModelsError(number, 'a class needs " : " before those that define its hooks')
  const before = words.slice(0, colon)
  const traits = new Map<string, string[]>()
  for (const word of before.filter((part) => part.includes('=') && !part.startsWith('in='))) {
    const [key = '', value = ''] = split(word, '=')
    if (!/^(kind|meta|slots|decorated|unknown-base)$/.test(key)) throw new ModelsError(number, `unknown trait "${key}"`)
    push(traits, key, value)
  }
  for (const name of names(before, number)) {
    const definers = words.slice(colon + 1).map((definer) => (definer === '.' ? `${module}:${name}` : definer))
    push(models.classes, `${module}:${name}`, { versions: versionsOf(models, before, number), traits, definers })
  }
}

function alsoRow(models: Models, module: string, words: readonly string[], number: number): void {
  const from = words.indexOf('from')
  const source = words[from + 1]
  if (from < 1 || source === undefined) throw new ModelsError(number, 'expected "also NAMES from MODULE"')
  versionsOf(models, words.slice(from + 2), number)
  for (const word of words.slice(0, from)) {
    const [name = '', original = name] = split(word, '=')
    push(models.also, `${module}:${name}`, `${source}:${original}`)
  }
}

function codeRow(models: Models, definer: string, name: string, file: string, words: readonly string[], number: number): CodeRow {
  const [place = '', ...rest] = words
  if (!/^(-|\d+|\S+:\d+)$/.test(place)) throw new ModelsError(number, `expected a line number or file:line, found "${place}"`)
  const location = /^\d+$/.test(place) && file !== '' ? `${file}:${place}` : place
  const ports = rest.filter((word) => !word.startsWith('in='))
  if (ports.length === 0) throw new ModelsError(number, `${name} has no effects; "-" says that there are none`)
  const present = ports.join(' ') !== 'none'
  const effects = present ? effectsOf(ports, number) : []
  return { definer, name, location, versions: versionsOf(models, rest, number), present, effects }
}

function effectsOf(words: readonly string[], number: number): PortEffects[] {
  if (words.join(' ') === '-') return []
  return words.map((word) => {
    if (word === '*') return { ports: ['*'], effects: [] }
    const [ports = '', effects] = split(word, ':')
    if (effects === undefined || ports === '') throw new ModelsError(number, `expected ports:effects, found "${word}"`)
    return { ports: ports.split(','), effects: effects === '-' ? [] : effects.split(',').map((effect) => effectOf(effect, number)) }
  })
}

function effectOf(word: string, number: number): Effect {
  const effect = EFFECTS.find((known) => known === word)
  if (effect === undefined) throw new ModelsError(number, `unknown effect "${word}"`)
  return effect
}

function handRow(models: Models, line: string, number: number): void {
  if (line.startsWith('#')) return
  const [row = '', why = '', source = ''] = line.split(' | ')
  const [word, name = '', ...ports] = row.trim().split(' ')
  if (word !== 'contract') throw new ModelsError(number, `unknown row "${word}"`)
  if (!/^[^:\s]+:[^:\s]+$/.test(name)) throw new ModelsError(number, `expected module:name, found "${name}"`)
  if (why === '' || source === '') throw new ModelsError(number, 'a row written by hand needs " | why | source"')
  models.byHand.push({ name, effects: effectsOf(ports, number), why, source })
}

function versionsOf(models: Models, words: readonly string[], number: number): readonly string[] | undefined {
  const versions = words
    .find((word) => word.startsWith('in='))
    ?.slice(3)
    .split(',')
  const missing = versions?.find((version) => !models.versions.includes(version))
  if (missing !== undefined) throw new ModelsError(number, `version ${missing} was not surveyed`)
  return versions
}

/** Names of a row, without its traits. */
function names(words: readonly string[], number: number): readonly string[] {
  const found = words.filter((word) => !word.includes('='))
  if (found.length === 0) throw new ModelsError(number, 'a row without names')
  return found
}

/** Classes whose hooks are said to be defined where the file has none. */
function checkDefiners(models: Models, lines: readonly string[]): void {
  for (const [name, rows] of models.classes) {
    const missing = rows.flatMap((row) => row.definers).find((definer) => !models.hooks.has(definer))
    if (missing === undefined) continue
    const short = name.slice(name.indexOf(':') + 1)
    const number = lines.findIndex((line) => line.startsWith('  class ') && line.split(' ').includes(short)) + 1
    throw new ModelsError(number, `${missing} has no hooks in this file`)
  }
}

/** The text before and after the first separator. */
function split(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
