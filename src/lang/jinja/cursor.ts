// Moves through the tokens of one Jinja tag.
import { ScanError } from '../../bytes/errors.ts'
import type { JinjaTag, JinjaToken } from './lexer.ts'

/**
 * A position among the tokens of one tag. `take…` moves on if the token is the given one, `expect…` throws if it is
 * not.
 */
export class JinjaCursor {
  protected readonly tokens: readonly JinjaToken[]
  protected at = 0

  constructor(tag: JinjaTag) {
    this.tokens = tag.tokens
  }

  protected current(): JinjaToken {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? END
  }

  protected next(): JinjaToken {
    const token = this.current()
    this.at++
    return token
  }

  protected was(operator: string): boolean {
    const token = this.tokens[this.at - 1]
    return token?.kind === 'operator' && token.value === operator
  }

  protected peek(operator: string): boolean {
    const token = this.current()
    return token.kind === 'operator' && token.value === operator
  }

  protected take(operator: string): boolean {
    const here = this.peek(operator)
    if (here) this.at++
    return here
  }

  protected takeOne(...operators: readonly string[]): string | undefined {
    return operators.find((operator) => this.take(operator))
  }

  protected takeName(name: string): boolean {
    const token = this.current()
    const here = token.kind === 'name' && token.value === name
    if (here) this.at++
    return here
  }

  protected expect(operator: string): void {
    if (!this.take(operator)) throw this.error(`${operator} is missing`)
  }

  protected expectName(name: string): void {
    if (!this.takeName(name)) throw this.error(`${name} is missing`)
  }

  protected name(): string {
    const token = this.next()
    if (token.kind !== 'name') {
      this.at--
      throw this.error('a name is missing')
    }
    return token.value
  }

  protected finish(): void {
    if (this.current().kind !== 'end') throw this.error(`unexpected ${this.current().value}`)
  }

  protected error(message: string): ScanError {
    return new ScanError('malformed', message, this.current().offset)
  }
}

const END: JinjaToken = { kind: 'end', value: '', offset: 0 }
