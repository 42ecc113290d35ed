// Parses the filters and tests of Jinja expressions.
import { filterFolds } from './folds.ts'
import { type Arguments, JinjaOperands } from './operands.ts'
import { concatenate } from './texts.ts'
import { type JinjaValue, originOf, unknown } from './values.ts'

/** Filters whose arguments are the name of an attribute of the items. */
const BY_ATTRIBUTE = new Set(['map', 'selectattr', 'rejectattr', 'groupby', 'sort', 'unique', 'sum', 'min', 'max', 'join'])

const NUMBERS = new Set(['length', 'count', 'int', 'float', 'round', 'abs', 'wordcount'])

/** Filters that turn any value into a text, including a function, whose text contains underscores. */
const TO_TEXT = new Set(['string', 'tojson', 'pprint', 'urlencode', 'xmlattr', 'escape', 'e', 'forceescape', 'safe'])

const NO_ARGUMENTS: Arguments = { values: [], named: new Map(), all: [], spread: false }

/** Parses whole Jinja expressions, with their filters and tests. */
export class JinjaExpressions extends JinjaOperands {
  /**
   * Parses `|filter(…)`, `is test` and calls after them. `bare`: the first filter has no bar, as in `{% filter upper
   * %}`.
   */
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
    if (fold && named.size === 0) return this.reported(fold(value, values))
    const origin = originOf(name === 'map' ? [value, ...values.slice(1)] : [value, ...all])
    return TO_TEXT.has(name) ? concatenate(origin, unknown) : origin
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

  /** True where an argument of a test without parentheses starts, as in `x is divisibleby 3`. */
  protected startsArgument(): boolean {
    const { kind, value } = this.current()
    if (kind === 'text' || kind === 'number') return true
    if (kind === 'operator') return value === '[' || value === '{'
    return kind === 'name' && !['else', 'or', 'and'].includes(value)
  }
}
