import type { CodeObject } from './marshal-objects.ts'

/** LOAD_NAME and LOAD_GLOBAL of one Python version, and by how many bits LOAD_GLOBAL's argument is shifted. */
interface Loads {
  readonly name: number
  readonly global: number
  readonly shift: number
}

/** From 3.11 on code begins with RESUME, whose number tells the version apart (Include/opcode_ids.h, Lib/opcode.py). */
const BY_RESUME: ReadonlyMap<number, Loads> = new Map([
  [151, { name: 101, global: 116, shift: 1 }], // 3.11, 3.12
  [149, { name: 92, global: 91, shift: 1 }], // 3.13
])
/** 3.6 to 3.10. */
const WORDCODE: Loads = { name: 101, global: 116, shift: 0 }
/** RESUME stands behind MAKE_CELL, COPY_FREE_VARS and RETURN_GENERATOR only. */
const RESUME_REACH = 64

/**
 * Indexes into `names` that the code loads as globals, not as attributes: `eval` in `eval(x)`, not in `model.eval()`. Undefined where the version cannot
 * be told, so that every name may be one (3.14 has
 * no row: a wrong number would hide names).
 */
export function globalLoads({ code, layout, names }: CodeObject): ReadonlySet<number> | undefined {
  const loads = layout === '3.11' ? loadsOf(code) : layout === '3.8' ? WORDCODE : undefined
  if (loads === undefined || names.length > 127) return undefined
  const found = new Set<number>()
  for (let at = 0; at + 1 < code.length; at += 2) {
    const argument = code[at + 1] ?? 0
    if (code[at] === loads.name) found.add(argument)
    else if (code[at] === loads.global) found.add(argument >> loads.shift)
  }
  return found
}

function loadsOf(code: Uint8Array): Loads | undefined {
  for (let at = 0; at < Math.min(code.length, RESUME_REACH); at += 2) {
    const loads = BY_RESUME.get(code[at] ?? 0)
    if (loads && (code[at + 1] ?? 255) <= 7) return loads
  }
  return undefined
}
