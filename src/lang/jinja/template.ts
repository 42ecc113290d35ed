// Reads Jinja2 templates and reports the names, attributes, calls and texts they use.
import { ScanError } from '../../bytes/errors.ts'
import { JinjaExpressions } from './expressions.ts'
import { item, itemsOf } from './items.ts'
import { jinjaTags } from './lexer.ts'
import type { JinjaUse } from './uses.ts'
import { hidden, isOwn, type JinjaValue, oneOf, unknown } from './values.ts'

export type { JinjaUse } from './uses.ts'

/**
 * Tags that open a block, with the tag that closes it. `generation` is a tag of Hugging Face, `trans` of the i18n
 * extension.
 */
const BLOCKS = new Map([
  ['for', 'endfor'],
  ['if', 'endif'],
  ['macro', 'endmacro'],
  ['call', 'endcall'],
  ['filter', 'endfilter'],
  ['with', 'endwith'],
  ['block', 'endblock'],
  ['autoescape', 'endautoescape'],
  ['generation', 'endgeneration'],
  ['trans', 'endtrans'],
])
const CLOSERS = new Set([...BLOCKS.values(), 'endset'])
const LOADERS = new Set(['import', 'include', 'from', 'extends'])
/** Number of passes before the one that is reported: values flow back to the start of loops and macros. */
const READINGS = 2
/** Tags within which a value can flow back to earlier text. */
const FLOWS_BACK = /\{%[-+]?\s*(?:for|macro|set|call)\b/

/**
 * Reads a Jinja2 template and reports to `use` what it does. Constant expressions are computed, including variables
 * that are set to constants.
 * @throws {ScanError} `malformed` where Jinja would refuse the template, after everything before was reported.
 */
export function readJinja(template: string, use: (use: JinjaUse) => void): void {
  const variables = new Map<string, JinjaValue>()
  for (let reading = 0; reading < READINGS && FLOWS_BACK.test(template); reading++) {
    try {
      readOnce(template, variables, () => undefined)
    } catch (error) {
      // The last pass throws the same error.
      if (!(error instanceof ScanError)) throw error
    }
  }
  readOnce(template, variables, use)
}

function readOnce(template: string, variables: Map<string, JinjaValue>, use: (use: JinjaUse) => void): void {
  const blocks: string[] = []
  for (const tag of jinjaTags(template)) {
    const parser = new TagParser(tag, variables, (detail) => use({ ...detail, start: tag.start, end: tag.end }))
    if (tag.kind === 'output') parser.output()
    else parser.statement(blocks)
  }
  const open = blocks.pop()
  if (open !== undefined) throw new ScanError('malformed', `${open} is missing`, template.length)
}

/** A name, or the targets among which a value is unpacked. */
type Target = string | readonly Target[]

/** Parses the statements. */
class TagParser extends JinjaExpressions {
  output(): void {
    this.tuple()
    this.finish()
  }

  statement(blocks: string[]): void {
    const keyword = this.name()
    if (CLOSERS.has(keyword)) return this.close(keyword, blocks)
    if (LOADERS.has(keyword)) return this.use({ what: 'load', statement: keyword })
    const closer = BLOCKS.get(keyword)
    if (closer !== undefined) blocks.push(closer)
    switch (keyword) {
      case 'for':
        this.forLoop()
        break
      case 'if':
      case 'autoescape':
      case 'print':
      case 'do':
        this.tuple()
        break
      case 'elif':
      case 'else':
        this.branch(keyword, blocks)
        break
      case 'set':
        this.set(blocks)
        break
      case 'macro':
        this.macro()
        break
      case 'call':
        if (this.peek('(')) this.parameters()
        this.expression()
        break
      case 'filter':
        this.filters(unknown, true)
        break
      case 'with':
        this.assignments()
        break
      case 'block':
        for (this.name(); this.current().kind === 'name'; ) this.name()
        break
      case 'break':
      case 'continue':
      case 'generation':
      case 'debug':
        break
      case 'trans':
      case 'pluralize':
        return
      default:
        throw this.error(`an unknown tag ${keyword}`)
    }
    // Jinja accepts a colon before a body.
    if (closer !== undefined || blocks.length > 0) this.take(':')
    this.finish()
  }

  private close(keyword: string, blocks: string[]): void {
    const expected = blocks.pop()
    if (expected !== keyword) throw this.error(`${keyword} where ${expected ?? 'nothing'} is open`)
    if (keyword === 'endblock' && this.current().kind === 'name') this.name()
    this.finish()
  }

  private branch(keyword: string, blocks: readonly string[]): void {
    const open = blocks[blocks.length - 1]
    if (open !== 'endif' && !(open === 'endfor' && keyword === 'else')) throw this.error(`${keyword} outside of a block`)
    if (keyword === 'elif') this.tuple()
  }

  private forLoop(): void {
    const target = this.target()
    this.expectName('in')
    const items = this.tuple(false)
    if (this.takeName('if')) this.expression()
    // Values that a recursive loop passes to itself are not followed.
    const value = this.takeName('recursive') && isOwn(items) ? hidden : oneOf(itemsOf(items))
    this.unpack(target, value)
  }

  private macro(): void {
    const name = this.name()
    this.variables.set(name, { kind: 'macro', parameters: this.parameters() })
  }

  private set(blocks: string[]): void {
    const target = this.target()
    if (this.take('=')) return this.unpack(target, this.tuple())
    blocks.push('endset')
    this.unpack(target, hidden)
    if (this.peek('|')) this.filters(unknown, false)
  }

  /** Assigns the value to a name, or its items to a tuple of targets. */
  private unpack(target: Target, value: JinjaValue): void {
    if (typeof target === 'string') return this.assign(target, value)
    target.forEach((part, index) => {
      this.unpack(part, value === hidden ? hidden : item(value, { kind: 'number', value: index }))
    })
  }

  private assignments(): void {
    while (this.current().kind === 'name' || this.peek('(')) {
      const target = this.target()
      this.expect('=')
      this.unpack(target, this.expression())
      if (!this.take(',')) break
    }
  }

  /** Parses the target of an assignment: `a`, `a, b`, `(a, b), c`, `namespace.a`. */
  private target(): Target {
    const first = this.part()
    if (!this.peek(',')) return first
    const parts = [first]
    while (this.take(',') && !this.targetEnds()) parts.push(this.part())
    return parts
  }

  /** Parses one part of a target; brackets around a single one have no effect. */
  private part(): Target {
    if (this.take('(')) {
      const inner = this.nested(() => (this.peek(')') ? [] : this.target()))
      this.expect(')')
      return inner
    }
    let name = this.name()
    while (this.take('.')) name += `.${this.attributeName(name)}`
    return name
  }

  private targetEnds(): boolean {
    const { kind, value } = this.current()
    return kind === 'name' ? value === 'in' : value !== '('
  }

  private attributeName(on: string): string {
    const name = this.name()
    this.use({ what: 'attribute', names: [name], on, how: 'dot', own: true })
    return name
  }

  private parameters(): string[] {
    const names: string[] = []
    this.expect('(')
    while (!this.peek(')')) {
      const name = this.name()
      names.push(name)
      if (this.take('=')) this.assign(name, this.expression())
      if (!this.take(',')) break
    }
    this.expect(')')
    return names
  }
}
