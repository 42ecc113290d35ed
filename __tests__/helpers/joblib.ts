import type { Line } from './asm.ts'
import { asm } from './asm.ts'
import { reconstructors } from './reconstructors.ts'

/** The type of an array's elements as pickles hold it; `size` and `flags` as NumPy's own state has them. */
export function dtype(type: string, size = -1, flags = 0): Uint8Array {
  return asm(
    'GLOBAL numpy dtype',
    `BINUNICODE ${type}`,
    'NEWFALSE',
    'NEWTRUE',
    'TUPLE3',
    'REDUCE',
    'MARK',
    'BININT1 3',
    'BINUNICODE <',
    'NONE',
    'NONE',
    'NONE',
    `BININT ${size}`,
    'BININT -1',
    `BININT1 ${flags}`,
    'TUPLE',
    'BUILD',
  )
}

export interface Wrapper {
  readonly module?: string
  readonly shape: readonly Line[]
  readonly dtype: Uint8Array
  /** joblib 1.2 and later. */
  readonly padded?: boolean
  /** How the instance is made; `cls` is `module name`. */
  readonly make?: (cls: string) => readonly Line[]
}

/** The opcodes of one array up to the BUILD at which joblib reads it. A length of the shape is an opcode, e.g. `BININT1 3`. */
export function wrapper({
  module = 'joblib.numpy_pickle',
  shape,
  dtype: type,
  padded = true,
  make = reconstructors['NEWOBJ'],
}: Wrapper): Uint8Array {
  return asm(
    ...(make?.(`${module} NumpyArrayWrapper`) ?? []),
    'EMPTY_DICT',
    'MARK',
    'BINUNICODE subclass',
    'GLOBAL numpy ndarray',
    'BINUNICODE shape',
    'MARK',
    ...shape,
    'TUPLE',
    'BINUNICODE order',
    'BINUNICODE C',
    'BINUNICODE dtype',
    type,
    'BINUNICODE allow_mmap',
    'NEWFALSE',
    ...(padded ? ['BINUNICODE numpy_array_alignment_bytes', 'BININT1 16'] : []),
    'SETITEMS',
    'BUILD',
  )
}

/** The bytes of an array as joblib 1.2 writes them, after a count of padding bytes and the padding. */
export function padded(data: Uint8Array, padding = 5): Uint8Array {
  return Buffer.concat([Buffer.of(padding), Buffer.alloc(padding, 0xff), data])
}

/** A list of whatever the parts make. */
export function listOf(...parts: readonly Uint8Array[]): Uint8Array {
  return asm('PROTO 2', 'EMPTY_LIST', 'MARK', ...parts, 'APPENDS', 'STOP')
}

/** A call in the middle of a pickle that runs a harmless marker. */
export const CALL = asm('GLOBAL os system', 'BINUNICODE echo modelgate-marker', 'TUPLE1', 'REDUCE')
/** The same as a pickle of its own. */
export const EVIL = asm('PROTO 2', CALL, 'STOP')
