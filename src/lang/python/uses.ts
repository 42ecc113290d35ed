// Lists everything that Python source uses besides its own names: imports, built-ins and attributes.
import type { SourceUses } from '../../facts/code.ts'
import { OUTWARD_BUILTINS } from './dangerous-names.ts'
import type { Token } from './lexer.ts'
import { isOp, LexError, pythonTokens } from './lexer.ts'

/** Maximum number of different names; the source of a network has some hundred. */
const MAX_NAMES = 4096
/** Maximum length of a name, number of attributes of an object and of imports under one name; real code has few. */
const MAX_LENGTH = 200
const MAX_ATTRIBUTES = 16
const MAX_TARGETS = 16
/** Maximum length of source in characters; the longest networks have a tenth of it. */
const MAX_SOURCE = 2 ** 20
/** Built-in functions that take the name of an attribute as text. */
const BY_TEXT = new Set(['getattr', 'setattr', 'delattr', 'hasattr'])
/** Built-in functions that return everything with a name, or run code that is not in the text. */
const NAMESPACES = new Set(['globals', 'locals', 'vars', 'dir', 'compile', 'help', '__builtins__'])
const KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal
  not or pass raise return try while with yield`.split(/\s+/),
)

/**
 * Returns everything that Python source uses besides its own names. Import aliases are resolved; strings and comments
 * are skipped, but not the expressions in formatted strings. `unclear` lists what the text does not show: computed
 * attribute names, imports of all names, text that is no Python.
 */
export function sourceUses(text: string): SourceUses {
  const uses = new Uses()
  try {
    if (text.length > MAX_SOURCE) uses.unclear.add(`it is longer than ${MAX_SOURCE} characters`)
    const tokens = pythonTokens(text.slice(0, MAX_SOURCE))
    const rest = uses.imports(tokens)
    uses.walk(rest)
  } catch (error) {
    if (!(error instanceof LexError)) throw error
    uses.unclear.add(`it cannot be read as Python: ${error.message}`)
  }
  return uses.result()
}

class Uses {
  readonly unclear = new Set<string>()
  private readonly imported = new Set<string>()
  private readonly names = new Set<string>()
  private readonly bare = new Set<string>()
  private readonly attributes = new Set<string>()
  private readonly classes = new Set<string>()
  /** Everything that is imported under a local name. */
  private readonly locals = new Map<string, string[]>()

  result(): SourceUses {
    const { imported, names, bare, attributes, classes, unclear } = this
    if (this.full() || imported.size > MAX_NAMES) unclear.add(`it uses more than ${MAX_NAMES} names`)
    const list = (set: ReadonlySet<string>): readonly string[] => [...set].slice(0, MAX_NAMES).map(shortened)
    return {
      imports: list(imported),
      names: list(names),
      bare: list(bare),
      attributes: list(attributes),
      classes: list(classes),
      unclear: list(unclear),
    }
  }

  /** Collects all import statements and returns the tokens without them. */
  imports(tokens: readonly Token[]): readonly Token[] {
    const rest: Token[] = []
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]
      const from = isName(token, 'from') && startsStatement(tokens[at - 1])
      if (token !== undefined && !from && !isName(token, 'import')) {
        rest.push(token)
        continue
      }
      let end = at + 1
      while (end < tokens.length && tokens[end]?.kind !== 'newline' && !isOp(tokens[end], ';')) end++
      this.statement(tokens.slice(at + 1, end), from)
      at = end - 1
    }
    return rest
  }

  private full(): boolean {
    return this.names.size + this.attributes.size + this.bare.size > MAX_NAMES
  }

  private statement(tokens: readonly Token[], from: boolean): void {
    const keyword = from ? tokens.findIndex((token) => isName(token, 'import')) : -1
    const module = from ? tokens.slice(0, keyword).map(written).join('') : ''
    if (from && (keyword < 0 || module === '')) return void this.unclear.add('it has an import that cannot be read')
    if (from) this.imported.add(module)
    for (const part of split(tokens.slice(keyword + 1).filter((token) => !isOp(token, '(') && !isOp(token, ')')))) {
      const as = part.findIndex((token) => isName(token, 'as'))
      const imported = (as < 0 ? part : part.slice(0, as)).map(written).join('')
      const local =
        as < 0
          ? imported.split('.')[0]
          : part
              .slice(as + 1)
              .map(written)
              .join('')
      if (imported === '' || local === undefined || local === '') continue
      if (imported === '*') this.unclear.add(`it imports all names of ${module}`)
      this.imported.add(from ? `${module}.${imported}` : imported)
      const target = from ? `${module}.${imported}` : as < 0 ? local : imported
      const known = this.locals.get(local)
      if (known === undefined) this.locals.set(local, [target])
      else if (known.length >= MAX_TARGETS) this.unclear.add('it imports many objects under one name')
      else if (!known.includes(target)) known.push(target)
    }
  }

  walk(tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length && !this.full(); at++) {
      const token = tokens[at]
      if (token?.kind === 'string') for (const field of token.fields) this.walk(field)
      if (token?.kind !== 'name' || KEYWORDS.has(token.text)) {
        if (isName(token, 'class') && tokens[at + 1]?.kind === 'name') this.classes.add(written(tokens[at + 1]))
        continue
      }
      if (isOp(tokens[at - 1], '.')) {
        this.attributes.add(token.text)
        continue
      }
      const attributes: string[] = []
      let next = at + 1
      for (; attributes.length < MAX_ATTRIBUTES && isOp(tokens[next], '.') && tokens[next + 1]?.kind === 'name'; next += 2)
        attributes.push(written(tokens[next + 1]))
      this.chain(token.text, attributes, tokens, at, next)
      at = next - 1
    }
  }

  private chain(root: string, attributes: readonly string[], tokens: readonly Token[], at: number, next: number): void {
    const imported = this.locals.get(root)
    for (const target of imported ?? []) {
      if (attributes.length > 0) this.names.add([target, ...attributes].join('.'))
      else if (!isKeyword(tokens, at)) this.bare.add(target)
    }
    if (imported !== undefined) return
    for (const attribute of attributes) this.attributes.add(attribute)
    if (isKeyword(tokens, at)) return
    if (BY_TEXT.has(root)) this.byText(root, tokens, next)
    else if (NAMESPACES.has(root)) this.unclear.add(`it uses ${root}`)
    else if (OUTWARD_BUILTINS.has(root)) this.names.add(`builtins.${root}`)
    else if (root.startsWith('__')) this.attributes.add(root)
  }

  /**
   * Accepts `getattr(self, 'name')` and `getattr(self, f'fc{index}')`, whose attribute is known; anything else is
   * unclear.
   */
  private byText(root: string, tokens: readonly Token[], next: number): void {
    const [open, object, comma, name, end] = tokens.slice(next, next + 5)
    const plainObject = object?.kind === 'name' && !KEYWORDS.has(object.text) && !this.locals.has(object.text)
    const isWhole = isOp(open, '(') && plainObject && isOp(comma, ',') && name?.kind === 'string' && (isOp(end, ')') || isOp(end, ','))
    if (isWhole && name.plain) this.attributes.add(name.head)
    else if (isWhole && isName(object, 'self') && /^[A-Za-z]/.test(name.head)) this.attributes.add(`${name.head}*`)
    else if (root !== 'hasattr') this.unclear.add(`it uses ${root} with a name or an object that is not in the text`)
  }
}

function shortened(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
}

/** True for the name of an argument: `f(open=1)`. */
function isKeyword(tokens: readonly Token[], at: number): boolean {
  return (isOp(tokens[at - 1], '(') || isOp(tokens[at - 1], ',')) && isOp(tokens[at + 1], '=') && !isOp(tokens[at + 2], '=')
}

function startsStatement(before: Token | undefined): boolean {
  return before === undefined || before.kind === 'newline' || isOp(before, ';') || isOp(before, ':')
}

function split(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (isOp(token, ',')) parts.push([])
    else parts[parts.length - 1]?.push(token)
  }
  return parts
}

function written(token: Token | undefined): string {
  return token?.kind === 'name' || token?.kind === 'op' ? token.text : ''
}

function isName(token: Token | undefined, text: string): boolean {
  return token?.kind === 'name' && token.text === text
}
