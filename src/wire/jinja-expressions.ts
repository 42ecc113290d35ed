import { JinjaCursor } from './jinja-cursor.ts'
import type { JinjaTag, JinjaToken } from './jinja-lexer.ts'
import {
  arithmetic,
  concatenate,
  either,
  filterFolds,
  isComputed,
  item,
  type JinjaValue,
  methodFolds,
  sliced,
  text,
  unknown,
} from './jinja-values.ts'

/** What a template does beyond printing, in the order of the text. `start` and `end` are those of the tag. */
export type JinjaUse = { readonly start: number; readonly end: number } & (
  | { readonly what: 'name'; readonly name: string }
  | { readonly what: 'text'; readonly text: string }
  /** An attribute or key. `names` is undefined where it cannot be worked out; `on` is the variable it is looked up on, if it is a plain one. */
  | {
      readonly what: 'attribute'
      readonly names: readonly string[] | undefined
      readonly on: string | undefined
      readonly how: 'dot' | 'subscript' | 'filter'
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
    return commas === 1 && only !== undefined && !this.was(',') ? only : { kind: 'list', items }
  }

  protected atTupleEnd(): boolean {
    const { kind, value } = this.current()
    return kind === 'end' || (kind === 'operator' && (value === ')' || value === '=')) || (kind === 'name' && value === 'in')
  }

  protected expression(): JinjaValue {
    if (++this.depth > MAX_DEPTH) throw this.error('expressions nested too deep')
    let value = this.or()
    while (this.takeName('if')) {
      this.or()
      const other = this.takeName('else') ? this.expression() : unknown
      value = either(value, other)
    }
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
    const value = this.postfix(this.primary())
    const signed: JinjaValue = negative ? (value.kind === 'number' ? { kind: 'number', value: -value.value } : unknown) : value
    return this.filters(signed, false)
  }

  protected primary(): JinjaValue {
    const token = this.next()
    if (token.kind === 'text') return this.textLiteral(token)
    if (token.kind === 'number') return { kind: 'number', value: Number(token.value) }
    if (token.kind === 'name') return this.variable(token.value)
    switch (token.kind === 'operator' ? token.value : '') {
      case '(': {
        const value: JinjaValue = this.peek(')') ? { kind: 'list', items: [] } : this.tuple()
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
        return { kind: 'list', items }
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
    if (known === undefined || (known.kind === 'unknown' && !known.computed)) return { kind: 'unknown', computed: false, name }
    return known
  }

  protected mapping(): JinjaValue {
    const items: JinjaValue[] = []
    while (!this.peek('}')) {
      items.push(this.expression())
      this.expect(':')
      this.expression()
      if (!this.take(',')) break
    }
    this.expect('}')
    return { kind: 'keys', items }
  }

  protected postfix(start: JinjaValue): JinjaValue {
    let value = start
    for (;;) {
      if (this.take('.')) value = this.dotted(value)
      else if (this.take('[')) value = this.subscript(value)
      else if (this.peek('(')) value = this.call(value)
      else return value
    }
  }

  protected dotted(value: JinjaValue): JinjaValue {
    const token = this.next()
    if (token.kind === 'number') return item(value, { kind: 'number', value: Number(token.value) })
    if (token.kind !== 'name') throw this.error('an attribute is missing')
    const on = value.kind === 'unknown' ? value.name : undefined
    this.use({ what: 'attribute', names: [token.value], on, how: 'dot' })
    const fold = value.kind === 'text' ? methodFolds.get(token.value) : undefined
    if (this.peek('(')) {
      const args = this.arguments()
      this.use({ what: 'call', name: token.value, method: true })
      if (fold) return this.told(fold(value, args))
      return isComputed(value) ? value : unknown
    }
    const known = on === undefined ? undefined : this.variables.get(`${on}.${token.value}`)
    return known ?? { kind: 'unknown', computed: false, name: `${on ?? ''}.${token.value}` }
  }

  protected subscript(value: JinjaValue): JinjaValue {
    const parts: (JinjaValue | undefined)[] = []
    let colons = 0
    while (!this.peek(']')) {
      if (this.take(':')) colons++
      else if (this.take(',')) continue
      else parts[colons] = this.expression()
    }
    this.expect(']')
    if (colons > 0)
      return this.told(
        sliced(
          value,
          Array.from({ length: 3 }, (_, index) => parts[index]),
        ),
      )
    const key = parts[0]
    if (key === undefined) return unknown
    this.attribute(key, value, 'subscript')
    const known =
      value.kind === 'unknown' && value.name !== undefined && key.kind === 'text'
        ? this.variables.get(`${value.name}.${key.texts[0]}`)
        : undefined
    return known ?? item(value, key)
  }

  /** States an attribute whose name is an expression. A plain variable as a key is how templates read mappings: no use of note. */
  protected attribute(key: JinjaValue, value: JinjaValue, how: 'subscript' | 'filter'): void {
    const on = value.kind === 'unknown' ? value.name : undefined
    if (key.kind === 'text') this.use({ what: 'attribute', names: key.texts, on, how })
    else if (how === 'filter' || isComputed(key)) this.use({ what: 'attribute', names: undefined, on, how })
  }

  protected call(value: JinjaValue): JinjaValue {
    const before = this.tokens[this.at - 1]
    const name = value.kind === 'unknown' && value.name !== undefined && before?.kind === 'name' ? value.name : ''
    const start = this.at
    const args = this.arguments()
    this.use({ what: 'call', name, method: false })
    if (name === 'dict') return { kind: 'keys', items: this.keywordsSince(start) }
    if (name === 'namespace') return { kind: 'unknown', computed: false, name: 'namespace()' }
    return args.some(isComputed) ? { kind: 'unknown', computed: true } : unknown
  }

  /** The names of the keyword arguments: `dict(__class__=1)` is a way to write a text without quotes. */
  protected keywordsSince(start: number): JinjaValue[] {
    const items: JinjaValue[] = []
    for (let at = start; at + 1 < this.at; at++) {
      const token = this.tokens[at]
      const next = this.tokens[at + 1]
      if (token?.kind === 'name' && next?.kind === 'operator' && next.value === '=') items.push(text(token.value))
    }
    return items
  }

  protected arguments(named?: Map<string, JinjaValue>): JinjaValue[] {
    const values: JinjaValue[] = []
    this.expect('(')
    while (!this.peek(')')) {
      if (this.takeOne('*', '**') === undefined) {
        const next = this.tokens[this.at + 1]
        if (this.current().kind === 'name' && next?.kind === 'operator' && next.value === '=') {
          const name = this.name()
          this.use({ what: 'text', text: name })
          this.at++
          const value = this.expression()
          named?.set(name, value)
          if (!this.take(',')) break
          continue
        }
      }
      values.push(this.expression())
      if (!this.take(',')) break
    }
    this.expect(')')
    return values
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
    const named = new Map<string, JinjaValue>()
    const args = this.peek('(') ? this.arguments(named) : []
    if (name === 'attr') {
      this.attribute(args[0] ?? named.get('name') ?? unknown, value, 'filter')
      return unknown
    }
    if (BY_ATTRIBUTE.has(name)) this.byAttribute(name, value, args, named)
    const fold = filterFolds.get(name)
    if (fold) return this.told(fold(value, args))
    return isComputed(value) ? value : unknown
  }

  protected byAttribute(name: string, value: JinjaValue, args: readonly JinjaValue[], named: ReadonlyMap<string, JinjaValue>): void {
    const key = named.get('attribute')
    if (key !== undefined) this.attribute(key, value, 'subscript')
    const [first, second] = args
    if (first === undefined) return
    if (name === 'selectattr' || name === 'rejectattr' || name === 'groupby') this.attribute(first, value, 'subscript')
    else if (name === 'map' && first.kind === 'text' && first.texts.includes('attr')) this.attribute(second ?? unknown, value, 'filter')
    else if (name === 'map' && first.kind === 'unknown') this.use({ what: 'attribute', names: undefined, on: undefined, how: 'filter' })
  }

  protected test(): JinjaValue {
    this.takeName('not')
    do this.name()
    while (this.take('.'))
    if (this.peek('(')) this.arguments()
    else if (this.startsArgument()) this.postfix(this.primary())
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
