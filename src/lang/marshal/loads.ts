import type { CodeObject } from './objects.ts'

/** LOAD_NAME, LOAD_GLOBAL and IMPORT_NAME of one Python version, and by how many bits LOAD_GLOBAL's argument is shifted. */
interface Loads {
  readonly name: number
  readonly global: number
  readonly imports: number
  readonly shift: number
}

/** From 3.11 on code begins with RESUME, whose number tells the version apart (Include/opcode_ids.h, Lib/opcode.py). */
const BY_RESUME: ReadonlyMap<number, Loads> = new Map([
  [151, { name: 101, global: 116, imports: 108, shift: 1 }], // 3.11, 3.12
  [149, { name: 92, global: 91, imports: 75, shift: 1 }], // 3.13
])
/** 3.6 to 3.10. */
const WORDCODE: Loads = { name: 101, global: 116, imports: 108, shift: 0 }
/** RESUME stands behind MAKE_CELL, COPY_FREE_VARS and RETURN_GENERATOR only. */
const RESUME_REACH = 64

/** Indexes into `names`. */
export interface NameLoads {
  /** What is loaded as a global, not as an attribute: `eval` in `eval(x)`, not in `model.eval()`. */
  readonly globals: ReadonlySet<number>
  readonly imports: ReadonlySet<number>
}

/**
 * What the code does with its names. Undefined where the version cannot
 * be told, so that every name may be one (3.14 has
 * no row: a wrong number would hide names).
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
