import { JinjaCursor } from './jinja-cursor.ts'
import type { JinjaTag, JinjaToken } from './jinja-lexer.ts'
import {
  arithmetic,
  concatenate,
  either,
  filterFolds,
  hidden,
  isHidden,
  isOwn,
  isPieces,
  item,
  type JinjaValue,
  listOf,
  mapping,
  methodFolds,
  originOf,
  sliced,
  text,
  unknown,
} from './jinja-values.ts'

/** What a template does beyond printing, in the order of the text. `start` and `end` are those of the tag. */
export type JinjaUse = { readonly start: number; readonly end: number } & (
  | { readonly what: 'name'; readonly name: string }
  | { readonly what: 'text'; readonly text: string }
  /**
   * An attribute or key. `names` is undefined where it cannot be worked out; then `own` says that texts of the template go into it, so that its author
   * chooses the name. `on` is the variable it is looked up on, if it is a plain one.
   */
  | {
      readonly what: 'attribute'
      readonly names: readonly string[] | undefined
      readonly on: string | undefined
      readonly how: 'dot' | 'subscript' | 'filter'
      readonly own: boolean
    }
  | { readonly what: 'call'; readonly name: string; readonly method: boolean }
  | { readonly what: 'load'; readonly statement: string }
)

/** The same without its place. */
export type JinjaDetail = JinjaUse extends infer Use ? (Use extends JinjaUse ? Omit<Use, 'start' | 'end'> : never) : never

/** Parentheses, brackets and operators within one another. */
const MAX_DEPTH = 120

/** Filters whose arguments name an attribute of the items. */
const BY_ATTRIBUTE = new Set(['map', 'selectattr', 'rejectattr', 'groupby', 'sort', 'unique', 'sum', 'min', 'max', 'join'])

/** Methods that change what they are called on. */
const MUTATORS = new Set(['append', 'extend', 'insert', 'update', 'setdefault', 'add', '__setitem__', '__iadd__'])

/** Methods and filters that give numbers or truths, whatever they get. */
const JUDGES = new Set(
  'startswith endswith isdigit isalpha isalnum isdecimal isnumeric isspace isupper islower count index find rfind rindex append extend insert'.split(
    ' ',
  ),
)
const NUMBERS = new Set(['length', 'count', 'int', 'float', 'round', 'abs', 'wordcount'])

/** Filters that write any value as a text, also a function, whose text holds underscores. */
const WRITES = new Set(['string', 'tojson', 'pprint', 'urlencode', 'xmlattr', 'escape', 'e', 'forceescape', 'safe'])

/** Calls that give back text of the template. */
const TEMPLATE_CALLS = new Set(['caller', 'super', 'loop'])
const LOOP_ITEMS = new Set(['loop.previtem', 'loop.nextitem'])

interface Arguments {
  readonly values: readonly JinjaValue[]
  readonly named: ReadonlyMap<string, JinjaValue>
  readonly all: readonly JinjaValue[]
  readonly spread: boolean
}

const NO_ARGUMENTS: Arguments = { values: [], named: new Map(), all: [], spread: false }

/** Jinja's expression grammar by recursive descent: condition, or, and, not, comparison, sum, `~`, product, power, unary, postfix and filters. */
export class JinjaExpressions extends JinjaCursor {
  protected readonly variables: Map<string, JinjaValue>
  protected readonly use: (use: JinjaDetail) => void
  private depth = 0

  constructor(tag: JinjaTag, variables: Map<string, JinjaValue>, use: (use: JinjaDetail) => void) {
    super(tag)
    this.variables = variables
    this.use = use
  }

  protected tuple(conditional = true): JinjaValue {
    const items: JinjaValue[] = []
    let commas = 0
    do {
      if (commas > 0 && this.atTupleEnd()) break
      items.push(conditional ? this.expression() : this.or())
      commas++
    } while (this.take(','))
    const [only] = items
    return commas === 1 && only !== undefined && !this.was(',') ? only : listOf(items)
  }

  protected atTupleEnd(): boolean {
    const { kind, value } = this.current()
    return kind === 'end' || (kind === 'operator' && (value === ')' || value === '=')) || (kind === 'name' && value === 'in')
  }

  protected expression(): JinjaValue {
    return this.nested(() => {
      let value = this.or()
      while (this.takeName('if')) {
        this.or()
        const other = this.takeName('else') ? this.expression() : unknown
        value = either(value, other)
      }
      return value
    })
  }

  /** Reads something that can hold itself. */
  protected nested<Read>(read: () => Read): Read {
    if (++this.depth > MAX_DEPTH) throw this.error('expressions nested too deep')
    const value = read()
    this.depth--
    return value
  }

  protected or(): JinjaValue {
    let value = this.and()
    while (this.takeName('or')) value = either(value, this.and())
    return value
  }

  protected and(): JinjaValue {
    let value = this.not()
    while (this.takeName('and')) value = either(value, this.not())
    return value
  }

  protected not(): JinjaValue {
    let negated = false
    while (this.takeName('not')) negated = true
    const value = this.comparison()
    return negated ? unknown : value
  }

  protected comparison(): JinjaValue {
    let value = this.sum()
    while (this.takeComparison()) {
      this.sum()
      value = unknown
    }
    return value
  }

  protected takeComparison(): boolean {
    if (['==', '!=', '<', '>', '<=', '>='].some((operator) => this.take(operator))) return true
    if (this.takeName('in')) return true
    const next = this.tokens[this.at + 1]
    if (this.current().kind !== 'name' || this.current().value !== 'not' || next?.kind !== 'name' || next.value !== 'in') return false
    this.at += 2
    return true
  }

  protected sum(): JinjaValue {
    let value = this.concatenation()
    for (let operator = this.takeOne('+', '-'); operator; operator = this.takeOne('+', '-'))
      value = this.told(arithmetic(operator, value, this.concatenation()))
    return value
  }

  protected concatenation(): JinjaValue {
    let value = this.product()
    while (this.take('~')) value = this.told(concatenate(value, this.product()))
    return value
  }

  protected product(): JinjaValue {
    let value = this.power()
    for (let operator = this.takeOne('*', '/', '//', '%'); operator; operator = this.takeOne('*', '/', '//', '%')) {
      value = this.told(arithmetic(operator, value, this.power()))
    }
    return value
  }

  protected power(): JinjaValue {
    let value = this.unary()
    while (this.take('**')) value = arithmetic('**', value, this.unary())
    return value
  }

  /** Filters and tests bind to the whole of a signed number, but to the operand of any other sign. */
  protected unary(): JinjaValue {
    let negative = false
    for (let sign = this.takeOne('-', '+'); sign; sign = this.takeOne('-', '+')) if (sign === '-') negative = !negative
    const value = this.operand()
    const signed: JinjaValue = negative ? (value.kind === 'number' ? { kind: 'number', value: -value.value } : unknown) : value
    return this.filters(signed, false)
  }

  protected operand(): JinjaValue {
    const { kind, value: name } = this.current()
    return this.postfix(this.primary(), kind === 'name' ? name : undefined)
  }

  protected primary(): JinjaValue {
    const token = this.next()
    if (token.kind === 'text') return this.textLiteral(token)
    if (token.kind === 'number') return { kind: 'number', value: Number(token.value) }
    if (token.kind === 'name') return this.variable(token.value)
    switch (token.kind === 'operator' ? token.value : '') {
      case '(': {
        const value: JinjaValue = this.peek(')') ? listOf([]) : this.tuple()
        this.expect(')')
        return value
      }
      case '[': {
        const items: JinjaValue[] = []
        while (!this.peek(']')) {
          items.push(this.expression())
          if (!this.take(',')) break
        }
        this.expect(']')
        return listOf(items)
      }
      case '{':
        return this.mapping()
      default:
        this.at--
        throw this.error('an expression is missing')
    }
  }

  /** Strings that stand next to each other are one. */
  protected textLiteral(first: JinjaToken): JinjaValue {
    let whole = first.value
    for (let token = this.current(); token.kind === 'text'; token = this.current()) {
      whole += token.value
      this.at++
    }
    this.use({ what: 'text', text: whole })
    return text(whole)
  }

  protected variable(name: string): JinjaValue {
    if (['true', 'false', 'none', 'True', 'False', 'None'].includes(name)) return unknown
    this.use({ what: 'name', name })
    const known = this.variables.get(name)
    return known === undefined || (known.kind === 'unknown' && known.from === 'program')
      ? { kind: 'unknown', from: 'program', name: known?.name ?? name }
      : known
  }

  protected mapping(): JinjaValue {
    const keys: JinjaValue[] = []
    const values: JinjaValue[] = []
    while (!this.peek('}')) {
      keys.push(this.expression())
      this.expect(':')
      values.push(this.expression())
      if (!this.take(',')) break
    }
    this.expect('}')
    return mapping(keys, values)
  }

  /** `variable`: the name of the plain variable that `start` was read from. */
  protected postfix(start: JinjaValue, variable: string | undefined): JinjaValue {
    let value = start
    let name = variable
    for (;;) {
      if (this.take('.')) {
        const token = this.next()
        value = this.dotted(value, token, name)
        name = name === undefined || token.kind !== 'name' || this.was(')') ? undefined : `${name}.${token.value}`
      } else if (this.take('[')) {
        value = this.subscript(value, name)
        name = undefined
      } else if (this.peek('(')) {
        value = this.call(value)
        name = undefined
      } else return value
    }
  }

  protected dotted(value: JinjaValue, token: JinjaToken, variable: string | undefined): JinjaValue {
    if (token.kind === 'number') return item(value, { kind: 'number', value: Number(token.value) })
    if (token.kind !== 'name') {
      this.at--
      throw this.error('an attribute is missing')
    }
    const on = value.kind === 'unknown' ? value.name : undefined
    this.use({ what: 'attribute', names: [token.value], on, how: 'dot', own: true })
    if (this.peek('(')) return this.method(value, token.value, variable)
    if (LOOP_ITEMS.has(`${variable}.${token.value}`)) return hidden
    const known = variable === undefined ? undefined : this.variables.get(`${variable}.${token.value}`)
    const found = value.kind === 'mapping' ? item(value, text(token.value)) : undefined
    if (known !== undefined) return found === undefined ? known : either(known, found)
    return (
      found ??
      (isOwn(value) || isPieces(value) ? originOf([value]) : { kind: 'unknown', from: 'program', name: `${on ?? ''}.${token.value}` })
    )
  }

  protected method(value: JinjaValue, name: string, variable: string | undefined): JinjaValue {
    const { values, named, all } = this.arguments()
    this.use({ what: 'call', name, method: true })
    if (MUTATORS.has(name) && variable !== undefined && all.some(isOwn)) this.assign(variable, hidden)
    if (JUDGES.has(name)) return unknown
    // What a number or a block of the template is turned into by a method is a text.
    if (value.kind === 'number' || variable === 'self') return hidden
    const fold = value.kind === 'text' || value.kind === 'mapping' || name === 'get' ? methodFolds.get(name) : undefined
    return fold && named.size === 0 ? this.told(fold(value, values)) : originOf([value, ...all])
  }

  protected subscript(value: JinjaValue, variable: string | undefined): JinjaValue {
    const parts: (JinjaValue | undefined)[] = []
    let colons = 0
    while (!this.peek(']')) {
      if (this.take(':')) colons++
      else if (this.take(',')) continue
      else parts[colons] = this.expression()
    }
    this.expect(']')
    if (colons > 0) return this.told(sliced(value, [parts[0], parts[1], parts[2]]))
    const key = parts[0]
    if (key === undefined) return unknown
    // A mapping of the template is there to be looked up in: what comes out of it may be anything, and the next name counts.
    if (isHidden(key) && value.kind === 'mapping') return originOf([value])
    this.attribute(key, value, 'subscript')
    const known = variable !== undefined && key.kind === 'text' ? this.variables.get(`${variable}.${key.texts[0]}`) : undefined
    const found = item(value, key)
    return known === undefined ? found : either(known, found)
  }

  /** States an attribute whose name is an expression. A plain variable as a key is how templates read mappings: no use of note. */
  protected attribute(key: JinjaValue, value: JinjaValue, how: 'subscript' | 'filter'): void {
    const on = value.kind === 'unknown' ? value.name : undefined
    if (key.kind === 'text') this.use({ what: 'attribute', names: key.texts, on, how, own: true })
    else if (how === 'filter' || isHidden(key) || isPieces(key)) this.use({ what: 'attribute', names: undefined, on, how, own: isOwn(key) })
  }

  protected call(value: JinjaValue): JinjaValue {
    const before = this.tokens[this.at - 1]
    const name = value.kind === 'unknown' && value.name !== undefined && before?.kind === 'name' ? value.name : ''
    const { values, named, all } = this.arguments()
    this.use({ what: 'call', name, method: false })
    if (value.kind === 'macro') {
      value.parameters.forEach((parameter, index) => {
        for (const given of [values[index], named.get(parameter)]) if (given !== undefined) this.assign(parameter, given)
      })
      this.assign('varargs', listOf(values))
      this.assign(
        'kwargs',
        mapping(
          [...named.keys()].map((each) => text(each)),
          [...named.values()],
        ),
      )
      return hidden
    }
    if (name === 'dict' || name === 'namespace')
      return mapping(
        [...named.keys()].map((each) => text(each)),
        all,
      )
    return TEMPLATE_CALLS.has(name) ? hidden : originOf(all)
  }

  /** The variable may have this value too, from here or, in a loop or macro, from its beginning on. */
  protected assign(name: string, value: JinjaValue): void {
    const before = this.variables.get(name)
    this.variables.set(name, before === undefined ? value : either(before, value))
  }

  /** `all`: positional and named ones. What `*` and `**` spread is taken as one that may be any of them. */
  protected arguments(): Arguments {
    const values: JinjaValue[] = []
    const named = new Map<string, JinjaValue>()
    let spread = false
    this.expect('(')
    while (!this.peek(')')) {
      const stars = this.takeOne('**', '*')
      const next = this.tokens[this.at + 1]
      if (stars === undefined && this.current().kind === 'name' && next?.kind === 'operator' && next.value === '=') {
        const name = this.name()
        this.use({ what: 'text', text: name })
        this.at++
        named.set(name, this.expression())
      } else {
        const value = this.expression()
        if (stars !== undefined) spread = true
        values.push(stars === undefined ? value : originOf([value]))
      }
      if (!this.take(',')) break
    }
    this.expect(')')
    return { values, named, all: [...values, ...named.values()], spread }
  }

  /** `|filter(…)`, `is test` and calls behind them. `bare`: the first filter stands without its bar, as in `{% filter upper %}`. */
  protected filters(start: JinjaValue, bare: boolean): JinjaValue {
    let value = start
    let first = bare
    for (;;) {
      if (first || this.take('|')) {
        first = false
        value = this.filter(value)
      } else if (this.takeName('is')) value = this.test()
      else if (this.peek('(')) value = this.call(value)
      else return value
    }
  }

  protected filter(value: JinjaValue): JinjaValue {
    let name = this.name()
    while (this.take('.')) name += `.${this.name()}`
    const { values, named, all, spread } = this.peek('(') ? this.arguments() : NO_ARGUMENTS
    if (name === 'attr') {
      this.attribute(values[0] ?? named.get('name') ?? unknown, value, 'filter')
      return unknown
    }
    if (BY_ATTRIBUTE.has(name)) {
      if (spread) this.use({ what: 'attribute', names: undefined, on: undefined, how: 'filter', own: true })
      this.byAttribute(name, value, values, named)
    }
    if (NUMBERS.has(name)) return unknown
    const fold = filterFolds.get(name)
    if (fold && named.size === 0) return this.told(fold(value, values))
    const origin = originOf(name === 'map' ? [value, ...values.slice(1)] : [value, ...all])
    return WRITES.has(name) ? concatenate(origin, unknown) : origin
  }

  protected byAttribute(name: string, value: JinjaValue, args: readonly JinjaValue[], named: ReadonlyMap<string, JinjaValue>): void {
    const key = named.get('attribute')
    if (key !== undefined) this.attribute(key, value, 'subscript')
    const [first, second] = args
    if (first === undefined) return
    if (name === 'selectattr' || name === 'rejectattr' || name === 'groupby') this.attribute(first, value, 'subscript')
    else if (name === 'map' && first.kind === 'text' && first.texts.includes('attr')) this.attribute(second ?? unknown, value, 'filter')
    else if (name === 'map' && first.kind === 'unknown')
      this.use({ what: 'attribute', names: undefined, on: undefined, how: 'filter', own: true })
  }

  protected test(): JinjaValue {
    this.takeName('not')
    do this.name()
    while (this.take('.'))
    if (this.peek('(')) this.arguments()
    else if (this.startsArgument()) this.operand()
    return unknown
  }

  /** `x is divisibleby 3`: a test takes one argument without parentheses. */
  protected startsArgument(): boolean {
    const { kind, value } = this.current()
    if (kind === 'text' || kind === 'number') return true
    if (kind === 'operator') return value === '[' || value === '{'
    return kind === 'name' && !['else', 'or', 'and'].includes(value)
  }

  /** Texts that were put together are told like texts that are written out. */
  protected told(value: JinjaValue): JinjaValue {
    if (value.kind === 'text') for (const each of value.texts) this.use({ what: 'text', text: each })
    return value
  }
}
