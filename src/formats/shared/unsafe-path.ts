// Checks whether extracting an archive member would write outside of the target folder.
import type { Observation } from '../../facts/observation.ts'

/** Why a path in an archive is unsafe. */
export type UnsafePathReason = Extract<Observation, { kind: 'unsafe-path' }>['why']

/**
 * Returns why extracting a member of this name may write outside of the target folder; undefined if it does not.
 * Backslashes as separators are usual on Windows: they count only at the beginning of a name and around `..`.
 */
export function unsafePath(name: string): UnsafePathReason | undefined {
  // Some readers end a name at a NUL: the name up to there must be safe too.
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

/** True if a symbolic link at `name` points outside of the folder. Compares texts only; nothing is resolved on disk. */
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

/** True if a member's Unix mode is that of a symbolic link. */
export function isLink(mode: number): boolean {
  return (mode & TYPE_MASK) === LINK
}

/** True if a member's Unix mode is that of a pipe or a device. */
export function isDevice(mode: number): boolean {
  return DEVICES.includes(mode & TYPE_MASK)
}

/** Returns why a link is unsafe. A link within the folder is safe; one whose target cannot be read counts as unsafe. */
export function linkReason(name: string, target: string | undefined): UnsafePathReason | undefined {
  return target !== undefined && !linkEscapes(name, target) ? undefined : 'link'
}
