import type { Observation } from '../types/observation.ts'

export type UnsafePathReason = Extract<Observation, { kind: 'unsafe-path' }>['why']

/**
 * Why a member of that name, extracted naively, would land outside of the target folder; undefined when it would not.
 * Backslashes alone are a Windows habit and no reason; one that climbs or starts the name is.
 */
export function unsafePath(name: string): UnsafePathReason | undefined {
  // Some readers end a name at a NUL: both readings must be safe.
  const nul = name.indexOf('\0')
  return unsafeText(name) ?? (nul >= 0 ? unsafeText(name.slice(0, nul)) : undefined)
}

function unsafeText(name: string): UnsafePathReason | undefined {
  if (name.startsWith('/')) return 'absolute'
  if (/^[A-Za-z]:/.test(name)) return 'drive'
  if (!name.includes('\\') && !name.includes('..')) return undefined
  if (name.split('/').includes('..')) return 'traversal'
  if (name.startsWith('\\') || name.split(/[\\/]/).includes('..')) return 'backslash'
  return undefined
}

/** True when a symbolic link at `name` with that target points outside of the folder, read as text: nothing is resolved on disk. */
export function linkEscapes(name: string, target: string): boolean {
  if (/^[A-Za-z]:|^[\\/]/.test(target)) return true
  let depth = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.').length - 1
  for (const part of target.split(/[\\/]/)) {
    if (part === '..') depth--
    else if (part !== '' && part !== '.') depth++
    if (depth < 0) return true
  }
  return false
}
