// Parses the operands of Jinja expressions and reports names, attributes and calls.
import { methodFolds } from './folds.ts'
import { item, sliced } from './items.ts'
import type { JinjaToken } from './lexer.ts'
import { JinjaOperators } from './operators.ts'
import { either, hidden, isHidden, isOwn, isPieces, type JinjaValue, listOf, mapping, originOf, text, unknown } from './values.ts'

/** Methods that change what they are called on. */
const MUTATORS = new Set(['append', 'extend', 'insert', 'update', 'setdefault', 'add', '__setitem__', '__iadd__'])

/** Methods whose result is a number or a boolean for any input. */
const TO_NUMBER = new Set(
  'startswith endswith isdigit isalpha isalnum isdecimal isnumeric isspace isupper islower count index find rfind rindex append extend insert'.split(
    ' ',
  ),
)
/** Calls that return text of the template. */
const TEMPLATE_CALLS = new Set(['caller', 'super', 'loop'])
const LOOP_ITEMS = new Set(['loop.previtem', 'loop.nextitem'])

/** The arguments of a call. `all`: positional and named ones; `spread`: there are some with `*` or `**`. */
export interface Arguments {
  readonly values: readonly JinjaValue[]
  readonly named: ReadonlyMap<string, JinjaValue>
  readonly all: readonly JinjaValue[]
  readonly spread: boolean
}

/** True for the functions and classes that Jinja adds to every template and whose attributes no template needs. */
function isHelper(variable: string | undefined): boolean {
  return variable === 'lipsum' || variable === 'cycler' || variable === 'joiner'
}

/**
 * Parses the operands of Jinja's operators: literals, variables, and the attributes, subscripts and calls after them.
 */
export abstract class JinjaOperands extends JinjaOperators {
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

  /** Reads a string; adjacent strings are one. */
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

  /** Parses attributes, subscripts and calls. `variable`: the name of the variable that `start` was read from. */
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
    if (TO_NUMBER.has(name)) return unknown
    // A method of a number or of a block of the template returns a text.
    if (value.kind === 'number' || variable === 'self') return hidden
    const fold = value.kind === 'text' || value.kind === 'mapping' || name === 'get' ? methodFolds.get(name) : undefined
    return fold && named.size === 0 ? this.reported(fold(value, values)) : originOf([value, ...all])
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
    if (colons > 0) return this.reported(sliced(value, [parts[0], parts[1], parts[2]]))
    const key = parts[0]
    if (key === undefined) return unknown
    // Templates look keys up in their own mappings: the result may be anything, and the next name counts.
    if (isHidden(key) && value.kind === 'mapping') return originOf([value])
    this.attribute(key, value, 'subscript')
    const known = variable !== undefined && key.kind === 'text' ? this.variables.get(`${variable}.${key.texts[0]}`) : undefined
    const found = item(value, key)
    return known === undefined ? found : either(known, found)
  }

  /**
   * Reports an attribute whose name is an expression, except a variable as a key, which is how templates read mappings.
   */
  protected attribute(key: JinjaValue, value: JinjaValue, how: 'subscript' | 'filter'): void {
    const on = value.kind === 'unknown' ? value.name : undefined
    if (key.kind === 'text') this.use({ what: 'attribute', names: key.texts, on, how, own: true })
    else if (how === 'filter' || isHidden(key) || isPieces(key) || isHelper(on))
      this.use({ what: 'attribute', names: undefined, on, how, own: isOwn(key) })
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

  /** Adds a value that the variable may have from here or, in a loop or macro, from its beginning. */
  protected assign(name: string, value: JinjaValue): void {
    const before = this.variables.get(name)
    this.variables.set(name, before === undefined ? value : either(before, value))
  }

  /** Parses the arguments of a call. An argument with `*` or `**` counts as one that may be any of its items. */
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
}
