import { countSize } from '../../src/pickle/vm/arguments.ts'
import type { ArgumentKind } from '../../src/pickle/vm/opcodes.ts'
import { opcodes } from '../../src/pickle/vm/opcodes.ts'

const byName = new Map<string, { readonly code: number; readonly argument: ArgumentKind }>(
  opcodes.map(([name, code, argument]) => [name, { code, argument }]),
)

/** One opcode as text, `NAME argument`, or bytes that stand in the program as they are. */
export type Line = string | Uint8Array

/**
 * Assembles a pickle: `asm('PROTO 2', 'GLOBAL os system', 'SHORT_BINUNICODE id', 'TUPLE1', 'REDUCE', 'STOP')`. GLOBAL and INST take module and name, split at
 * the first blank; counted text is UTF-8, counted bytes one byte a character; lines are written as they are, with their newline.
 */
export function asm(...lines: readonly Line[]): Uint8Array {
  return Buffer.concat(lines.map((line) => (typeof line === 'string' ? encode(line) : line)))
}

/** A counted opcode with bytes of any kind as its argument. */
export function counted(name: string, data: Uint8Array): Uint8Array {
  const { code, argument } = rowOf(name)
  const width = countSize(argument)
  if (width === undefined) throw new Error(`${name} counts no bytes`)
  return Buffer.concat([Buffer.of(code), little(BigInt(data.length), width), data])
}

/** `module.name(argument)`, as protocol 2 writes it. */
export function callOf(module: string, name: string, ...args: readonly string[]): Uint8Array {
  return asm('PROTO 2', `GLOBAL ${module} ${name}`, 'MARK', ...args.map((arg) => `BINUNICODE ${arg}`), 'TUPLE', 'REDUCE', 'STOP')
}

function encode(line: string): Uint8Array {
  const blank = line.indexOf(' ')
  const name = blank < 0 ? line : line.slice(0, blank)
  const text = blank < 0 ? '' : line.slice(blank + 1)
  const { code, argument } = rowOf(name)
  if (countSize(argument) !== undefined)
    return counted(name, Buffer.from(text, name.endsWith('UNICODE') || name.endsWith('UNICODE8') ? 'utf8' : 'latin1'))
  return Buffer.concat([Buffer.of(code), argumentBytes(argument, text)])
}

function argumentBytes(kind: ArgumentKind, text: string): Uint8Array {
  switch (kind) {
    case 'none':
      if (text !== '') throw new Error(`an argument where none is taken: ${text}`)
      return new Uint8Array(0)
    case 'uint1':
      return little(BigInt(text), 1)
    case 'uint2':
      return little(BigInt(text), 2)
    case 'int4':
    case 'uint4':
      return little(BigInt(text), 4)
    case 'uint8':
      return little(BigInt(text), 8)
    case 'float8': {
      const bytes = Buffer.alloc(8)
      bytes.writeDoubleBE(Number(text))
      return bytes
    }
    case 'stringnl_noescape_pair': {
      const blank = text.indexOf(' ')
      return Buffer.from(`${text.slice(0, blank)}\n${text.slice(blank + 1)}\n`, 'utf8')
    }
    default:
      return Buffer.from(`${text}\n`, 'latin1')
  }
}

function little(value: bigint, width: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt.asUintN(64, value))
  return bytes.subarray(0, width)
}

function rowOf(name: string): { readonly code: number; readonly argument: ArgumentKind } {
  const row = byName.get(name)
  if (!row) throw new Error(`no opcode is called ${name}`)
  return row
}

/** A text. */
export const text = (value: string): Line => `BINUNICODE ${value}`
/** A tuple of what the lines push. */
export const tuple = (...items: readonly Line[]): Line[] => ['MARK', ...items, 'TUPLE']
/** A dict of keys and values in turn. */
export const dict = (...entries: readonly Line[]): Line[] => ['EMPTY_DICT', 'MARK', ...entries, 'SETITEMS']
/** A list. */
export const list = (...items: readonly Line[]): Line[] => ['EMPTY_LIST', 'MARK', ...items, 'APPENDS']
/** Sets attributes of the object below: BUILD with a dict. */
export const state = (...entries: readonly Line[]): Line[] => [...dict(...entries), 'BUILD']
/** Calls `module name` with arguments: REDUCE. */
export const make = (callee: string, ...args: readonly Line[]): Line[] => [`GLOBAL ${callee}`, ...tuple(...args), 'REDUCE']
/** Builds an instance of the class `module name` without its constructor: NEWOBJ. */
export const built = (callee: string, ...args: readonly Line[]): Line[] => [`GLOBAL ${callee}`, ...tuple(...args), 'NEWOBJ']
