// Checks whether extracting an archive member would write outside of the target folder.
import type { Observation } from '../../types/observation.ts'

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

const TYPE_MASK = 0o170000
const LINK = 0o120000
const DEVICES: readonly number[] = [0o010000, 0o020000, 0o060000]

/** Does the Unix mode of a member say that it is a symbolic link? */
export function isLink(mode: number): boolean {
  return (mode & TYPE_MASK) === LINK
}

/** Does it say that the member is a pipe or a device? */
export function isDevice(mode: number): boolean {
  return DEVICES.includes(mode & TYPE_MASK)
}

/** A link within the folder is harmless; one whose target cannot be read is not known to be. */
export function linkReason(name: string, target: string | undefined): UnsafePathReason | undefined {
  return target !== undefined && !linkEscapes(name, target) ? undefined : 'link'
}
