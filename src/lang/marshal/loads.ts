// Finds which names of Python bytecode are loaded as globals or imported.
import type { CodeObject } from './objects.ts'

/**
 * Opcodes LOAD_NAME, LOAD_GLOBAL and IMPORT_NAME of one Python version, and the shift of LOAD_GLOBAL's argument in
 * bits.
 */
interface Loads {
  readonly name: number
  readonly global: number
  readonly imports: number
  readonly shift: number
}

/** Since 3.11 code begins with RESUME, whose opcode depends on the version (Include/opcode_ids.h, Lib/opcode.py). */
const BY_RESUME: ReadonlyMap<number, Loads> = new Map([
  [151, { name: 101, global: 116, imports: 108, shift: 1 }], // 3.11, 3.12
  [149, { name: 92, global: 91, imports: 75, shift: 1 }], // 3.13
])
/** 3.6 to 3.10. */
const WORDCODE: Loads = { name: 101, global: 116, imports: 108, shift: 0 }
/** Bytes in which RESUME is searched, since only MAKE_CELL, COPY_FREE_VARS and RETURN_GENERATOR precede it. */
const RESUME_REACH = 64

/** Indexes into `names`. */
export interface NameLoads {
  /** Names loaded as a global, not as an attribute: `eval` in `eval(x)`, not in `model.eval()`. */
  readonly globals: ReadonlySet<number>
  readonly imports: ReadonlySet<number>
}

/**
 * Returns how the code uses its names. Undefined where the version is unknown, so that every name may be a global (3.14
 * has no row: a wrong opcode would hide names).
 */
export function nameLoads({ code, layout, names }: CodeObject): NameLoads | undefined {
  const loads = layout === '3.11' ? loadsOf(code) : layout === '3.8' ? WORDCODE : undefined
  if (loads === undefined || names.length > 127) return undefined
  const globals = new Set<number>()
  const imports = new Set<number>()
  for (let at = 0; at + 1 < code.length; at += 2) {
    const argument = code[at + 1] ?? 0
    if (code[at] === loads.name) globals.add(argument)
    else if (code[at] === loads.global) globals.add(argument >> loads.shift)
    else if (code[at] === loads.imports) imports.add(argument)
  }
  return { globals, imports }
}

function loadsOf(code: Uint8Array): Loads | undefined {
  for (let at = 0; at < Math.min(code.length, RESUME_REACH); at += 2) {
    const loads = BY_RESUME.get(code[at] ?? 0)
    if (loads && (code[at + 1] ?? 255) <= 7) return loads
  }
  return undefined
}
