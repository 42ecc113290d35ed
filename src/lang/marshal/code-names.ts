// Finds the dangerous names that marshalled Python bytecode uses.
import { ScanError } from '../../bytes/errors.ts'
import { latin1 } from '../../bytes/latin1.ts'
import { chains, isOutward, MAX_REACHES, OUTWARD_BUILTINS } from '../python/dangerous-names.ts'
import { nameLoads } from './loads.ts'
import type { CodeObject, MarshalReading } from './objects.ts'
import { LAYOUTS, MarshalReader } from './objects.ts'

export type { CodeObject, MarshalReading } from './objects.ts'

/** Maximum number of bytes that are searched for names where no layout fits. */
const SWEPT = 1 << 20
const MAX_SWEPT_NAMES = 4096

/**
 * Reads a CPython marshal stream (Python/marshal.c, versions 2 to 5; code objects of 2.7 to 3.14). The stream does not
 * contain the layout of code objects, so each known one is tried. Never throws; where none fits, `codes` is empty and
 * `strings` are the identifiers found in the bytes.
 */
export function readMarshal(bytes: Uint8Array): MarshalReading {
  for (const layout of LAYOUTS) {
    try {
      return new MarshalReader(bytes, layout).read()
    } catch (error) {
      if (!(error instanceof ScanError)) throw error
    }
  }
  return { codes: [], strings: sweep(bytes), complete: false, end: 0 }
}

/** True when the bytes are a marshalled code object, which is read to its end. */
export function isMarshalledCode(bytes: Uint8Array): boolean {
  return ((bytes[0] ?? 0) & 0x7f) === 0x63 && readMarshal(bytes).codes.length > 0
}

/**
 * Returns the sorted dotted names of dangerous modules and functions in marshalled code, e.g. `os.system`,
 * `subprocess.Popen`, `eval`: imports and globals with the attribute that follows them, of the code object and all
 * nested ones. Takes the output of `marshal.dumps`, without a .pyc header.
 */
export function codeReaches(bytes: Uint8Array): readonly string[] {
  const { codes, strings, complete } = readMarshal(bytes)
  const found = new Set<string>()
  if (!complete) for (const name of chains(strings, () => true)) found.add(name)
  for (const code of codes) for (const name of reachesOf(code)) found.add(name)
  return [...found].sort().slice(0, MAX_REACHES)
}

/** Returns the same for one code object. */
export function reachesOf(code: CodeObject): readonly string[] {
  const { names, strings } = code
  const loads = nameLoads(code)
  const found = [...chains(names, (_, index) => loads === undefined || loads.globals.has(index) || loads.imports.has(index))]
  // `__import__('os').system`, `import_module('os')`, `getattr(__builtins__, 'exec')`: the name is a constant.
  if (names.some((name) => INDIRECT.has(name))) {
    for (const text of strings) {
      if (isOutward(text)) found.push(...chains([text, ...names.filter((name) => !INDIRECT.has(name) && !isOutward(name))], () => false))
      else if (OUTWARD_BUILTINS.has(text)) found.push(text)
    }
  }
  return found
}

const INDIRECT = new Set(['__import__', 'import_module', 'getattr', '__builtins__', 'globals', 'vars'])

/** Returns runs of identifier characters in order. */
function sweep(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  let start = -1
  const end = Math.min(bytes.length, SWEPT)
  for (let at = 0; at <= end && names.length < MAX_SWEPT_NAMES; at++) {
    const byte = at < end ? (bytes[at] ?? 0) : 0
    const letter = (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f
    const digit = byte >= 0x30 && byte <= 0x39
    if (start < 0) {
      if (letter) start = at
    } else if (!letter && !digit) {
      if (at - start >= 2 && at - start <= 64) names.push(latin1(bytes.subarray(start, at)))
      start = -1
    }
  }
  return names
}
