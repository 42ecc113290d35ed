// The machine takes from the stack and pushes what the opcode table says.
import { describe, expect, it } from 'vitest'
import { countSize, fixedSize } from '../../src/pickle/vm/arguments.ts'
import type { ArgumentKind } from '../../src/pickle/vm/opcodes.ts'
import { Opcode, opcodes } from '../../src/pickle/vm/opcodes.ts'
import { asm } from '../helpers/asm.ts'
import { runPickle } from '../helpers/run-pickle.ts'

/** An argument that every opcode with one of this kind accepts, as the assembler writes it. */
function argumentOf(kind: ArgumentKind): string {
  if (kind === 'none') return ''
  if (fixedSize(kind) !== undefined || kind.startsWith('decimalnl') || kind === 'floatnl') return ' 0'
  if (countSize(kind) !== undefined) return ' xy'
  return kind === 'stringnl' ? " 'x'" : kind === 'stringnl_noescape_pair' ? ' a b' : ' x'
}

/** Fills slot 0 of the memo and leaves nothing on the stack. */
const MEMO = ['NONE', 'BINPUT 0', 'POP']
/** Values that no opcode should reach. */
const BELOW = 2

describe.each(opcodes)('%s', (name, _code, argument, takes, gives) => {
  const line = `${name}${argumentOf(argument)}`
  const values = (count: number): string[] => new Array<string>(count).fill('NONE')

  it('takes and gives as many values as the table says', async () => {
    const operands =
      takes === 'mark'
        ? ['MARK', 'NONE', 'NONE']
        : takes === 'mark and 1'
          ? name === 'OBJ'
            ? ['MARK', 'NONE', 'NONE']
            : ['NONE', 'MARK', 'NONE', 'NONE']
          : values(takes)
    const { ending, machine } = await runPickle(asm(...MEMO, ...values(BELOW), ...operands, line))
    expect(ending).toMatch(name === 'STOP' ? /^stop$/ : /^truncated: the data end/)
    expect(machine.state.stack.depth).toBe(BELOW + gives)
  })

  if (takes === 0) return

  it('breaks a stream in which there is less', async () => {
    const operands = typeof takes === 'number' ? values(takes - 1) : ['NONE', 'NONE']
    expect((await runPickle(asm(...MEMO, ...operands, line))).ending).toMatch(/^malformed/)
  })
})

it('no two opcodes have one byte, and each has its name in `Opcode`', () => {
  expect(new Set(opcodes.map(([, code]) => code)).size).toBe(opcodes.length)
  expect(Object.entries(Opcode)).toEqual(opcodes.map(([name, code]) => [name, code]))
})
