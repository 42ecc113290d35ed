// Parses the operators of Jinja expressions.
import { arithmetic } from './arithmetic.ts'
import { JinjaCursor } from './cursor.ts'
import type { JinjaTag } from './lexer.ts'
import { concatenate } from './texts.ts'
import type { JinjaDetail } from './uses.ts'
import { either, type JinjaValue, listOf, unknown } from './values.ts'

/** Maximum nesting depth of parentheses, brackets and operators. */
const MAX_DEPTH = 120

/**
 * Parses the operators of Jinja's expression grammar by recursive descent: condition, or, and, not, comparison, sum,
 * `~`, product, power, unary. `variables` are the known values, which parsing changes; `use` receives what the template
 * does.
 */
export abstract class JinjaOperators extends JinjaCursor {
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

  /** Parses a part that can contain itself, up to the maximum depth. */
  protected nested<Read>(read: () => Read): Read {
    if (++this.depth > MAX_DEPTH) throw this.error('expressions nested too deeply')
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
      value = this.reported(arithmetic(operator, value, this.concatenation()))
    return value
  }

  protected concatenation(): JinjaValue {
    let value = this.product()
    while (this.take('~')) value = this.reported(concatenate(value, this.product()))
    return value
  }

  protected product(): JinjaValue {
    let value = this.power()
    for (let operator = this.takeOne('*', '/', '//', '%'); operator; operator = this.takeOne('*', '/', '//', '%')) {
      value = this.reported(arithmetic(operator, value, this.power()))
    }
    return value
  }

  protected power(): JinjaValue {
    let value = this.unary()
    while (this.take('**')) value = arithmetic('**', value, this.unary())
    return value
  }

  /** Parses a signed operand. Filters and tests apply to a signed number as a whole. */
  protected unary(): JinjaValue {
    let negative = false
    for (let sign = this.takeOne('-', '+'); sign; sign = this.takeOne('-', '+')) if (sign === '-') negative = !negative
    const value = this.operand()
    const signed: JinjaValue = negative ? (value.kind === 'number' ? { kind: 'number', value: -value.value } : unknown) : value
    return this.filters(signed, false)
  }

  /** Parses an operand without its filters. */
  protected abstract operand(): JinjaValue

  /** Parses the filters and tests after `start`. */
  protected abstract filters(start: JinjaValue, bare: boolean): JinjaValue

  /** Reports computed texts in the same way as literal ones. */
  protected reported(value: JinjaValue): JinjaValue {
    if (value.kind === 'text') for (const each of value.texts) this.use({ what: 'text', text: each })
    return value
  }
}
