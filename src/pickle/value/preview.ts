// Turns abstract values into plain data of bounded size, for reports and judgements.
import type { CallableName, Callee, Preview } from '../../facts/pickle.ts'
import type { CallableSet } from './callables.ts'
import { joinCallables } from './callables.ts'
import {
  BYTEARRAY_LITERAL,
  BYTES_LITERAL,
  FLOAT8,
  integerOf,
  isInteger,
  isLazy,
  LONG,
  lazyFlavour,
  lazyLength,
  lazyOffset,
} from './literal-codes.ts'
import type { ReadLiteral } from './text.ts'
import { decodeText, textOf } from './text.ts'
import type { Obj, Value } from './values.ts'
import {
  BUFFER,
  BYTES,
  DICT,
  DROPPED,
  EXTENSION,
  FALSE,
  FLOAT,
  FROZENSET,
  INT,
  LIST,
  NONE,
  opcodeBit,
  SET,
  TEXT,
  TRUE,
  TUPLE,
} from './values.ts'

/** Maximum number of characters of a text, or bytes of a literal, in a preview. */
const MAX_SHOWN = 1024
/** Maximum number of nodes of one preview: calls nest, and each is shown with its arguments. */
const MAX_NODES = 160

/** Number of nodes that are left for one preview. `escapedCallables`: those that any instance with a state may have. */
interface Budget {
  nodes: number
  readonly escapedCallables?: CallableSet | undefined
}

const CUT: Preview = { kind: 'unknown', what: '…' }

/** Returns a value as plain data that outlives the machine: bounded in depth, breadth and length. */
export function preview(value: Value, read: ReadLiteral, budget: Budget = { nodes: MAX_NODES }): Preview {
  budget.nodes--
  if (budget.nodes < 0) return CUT
  if (typeof value === 'number') return previewCode(value, read)
  return previewObject(value, read, budget)
}

/** Returns what a call would call, with the same bounds. */
export function calleeOf(value: Value, read: ReadLiteral, budget: Budget = { nodes: MAX_NODES }): Callee {
  if (typeof value === 'object') {
    if (value.kind === 'global') return { kind: 'global', module: value.module, name: value.name, computed: value.computed }
    if (value.kind === 'result' && isGetattr(value.callee) && value.args.length >= 2) {
      const name = textOf(value.args[1] ?? NONE, read)
      if (name !== undefined) return { kind: 'method', of: preview(value.args[0] ?? NONE, read, budget), name }
    }
  }
  return { kind: 'unknown', of: preview(value, read, budget) }
}

function isGetattr(callee: Value): boolean {
  return typeof callee === 'object' && callee.kind === 'global' && callee.name === 'getattr' && callee.module === 'builtins'
}

function previewCode(code: number, read: ReadLiteral): Preview {
  if (isInteger(code)) return { kind: 'int', text: String(integerOf(code)) }
  if (isLazy(code)) return previewLazy(code, read)
  switch (code) {
    case NONE:
      return { kind: 'none' }
    case TRUE:
      return { kind: 'bool', value: true }
    case FALSE:
      return { kind: 'bool', value: false }
    case FLOAT:
      return { kind: 'float', text: '…' }
    case INT:
      return { kind: 'int', text: '…' }
    case TEXT:
      return { kind: 'text', text: '…', length: Number.MAX_SAFE_INTEGER }
    case BYTES:
      return { kind: 'bytes', head: new Uint8Array(0), length: Number.MAX_SAFE_INTEGER }
    case TUPLE:
      return { kind: 'tuple', items: [], more: true }
    case LIST:
      return { kind: 'list', items: [], more: true }
    case SET:
      return { kind: 'set', items: [], more: true }
    case FROZENSET:
      return { kind: 'frozenset', items: [], more: true }
    case DICT:
      return { kind: 'dict', entries: [], more: true }
    case EXTENSION:
      return { kind: 'unknown', what: 'extension code' }
    case BUFFER:
      return { kind: 'unknown', what: 'out-of-band buffer' }
    case DROPPED:
      return { kind: 'unknown', what: 'memo entry that was given up' }
    default:
      return { kind: 'unknown', what: 'unknown value' }
  }
}

function previewLazy(code: number, read: ReadLiteral): Preview {
  const flavour = lazyFlavour(code)
  const length = lazyLength(code)
  const bytes = read(lazyOffset(code), length)
  switch (flavour) {
    case BYTES_LITERAL:
    case BYTEARRAY_LITERAL:
      return { kind: 'bytes', head: bytes.slice(), length }
    case FLOAT8:
      return { kind: 'float', text: bytes.length < 8 ? '…' : String(new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0)) }
    case LONG:
      return { kind: 'int', text: longText(bytes) }
    default: {
      const text = decodeText(bytes, flavour)
      return { kind: 'text', text, length: text.length }
    }
  }
}

/** Returns a little-endian two’s complement number of any length (pickletools.decode_long), in hex where it is long. */
function longText(bytes: Uint8Array): string {
  let value = 0n
  for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at] ?? 0)
  if (bytes.length > 0 && (bytes[bytes.length - 1] ?? 0) >= 0x80) value -= 1n << BigInt(8 * bytes.length)
  return bytes.length > 16 ? `0x${value.toString(16)}` : value.toString()
}

function callablesField(callables: CallableSet | undefined): { readonly callables?: readonly CallableName[] } {
  return callables ? { callables: callableNames(callables) } : {}
}

/** Returns callables as plain data. */
export function callableNames(callables: CallableSet): readonly CallableName[] {
  return callables.map(({ module, name }) => ({ module, name }))
}

/** Returns a preview of one of several arguments. */
export function previewOf(value: Value, read: ReadLiteral, escapedCallables: CallableSet | undefined): Preview {
  return preview(value, read, { nodes: MAX_NODES, escapedCallables })
}

function previewObject(value: Obj, read: ReadLiteral, budget: Budget): Preview {
  switch (value.kind) {
    case 'global':
      return { kind: 'global', module: value.module, name: value.name }
    case 'module':
      return { kind: 'module', module: value.module }
    case 'text':
      return { kind: 'text', text: value.text.slice(0, MAX_SHOWN), length: value.text.length }
    case 'bytes':
      return { kind: 'bytes', head: value.bytes.slice(0, MAX_SHOWN), length: value.bytes.length }
    case 'blob': {
      const head = read(value.offset, Math.min(value.length, MAX_SHOWN))
      if (value.flavour === BYTES_LITERAL || value.flavour === BYTEARRAY_LITERAL)
        return { kind: 'bytes', head: head.slice(), length: value.length }
      if (value.flavour === LONG) return { kind: 'int', text: '…' }
      return { kind: 'text', text: decodeText(head, value.flavour), length: value.length }
    }
    case 'tuple':
    case 'list':
    case 'set':
    case 'frozenset':
      return {
        kind: value.kind,
        items: value.items.map((item) => preview(item, read, budget)),
        more: value.more,
        ...(value.more ? callablesField(value.callables) : {}),
      }
    case 'dict':
      return {
        kind: 'dict',
        entries: previewEntries(value.entries, read, budget),
        more: value.more,
        ...(value.more ? callablesField(value.callables) : {}),
      }
    case 'result': {
      const hasState = (value.filledVia & opcodeBit('build')) !== 0
      const callables = hasState ? joinCallables(value.callables, budget.escapedCallables) : value.callables
      return {
        kind: 'result',
        callee: calleeOf(value.callee, read, budget),
        args: (value.replaced ?? value.args).map((arg) => preview(arg, read, budget)),
        ...(hasState ? { hasState } : {}),
        ...callablesField(callables),
      }
    }
    case 'persistent-id':
      return { kind: 'persistent-id', id: preview(value.id, read, budget) }
  }
}

/**
 * Previews keys first, then plain values: what a state has under a name is seen whatever else is in it, and in whatever
 * order.
 */
function previewEntries(entries: readonly Value[], read: ReadLiteral, budget: Budget): (readonly [Preview, Preview])[] {
  const shown: [Preview, Preview][] = []
  for (let at = 0; at + 1 < entries.length; at += 2) shown.push([preview(entries[at] ?? NONE, read, budget), CUT])
  for (const ofObjects of [false, true]) {
    for (let at = 0; at < shown.length; at++) {
      const value = entries[2 * at + 1] ?? NONE
      const entry = shown[at]
      if (entry && isNested(value) === ofObjects) entry[1] = preview(value, read, budget)
    }
  }
  return shown
}

function isNested(value: Value): boolean {
  return typeof value === 'object' && value.kind !== 'text' && value.kind !== 'bytes' && value.kind !== 'blob' && value.kind !== 'global'
}
