// Formats sizes, durations, counts, places and the gate for people.
import type { ArtifactPath } from '../types/artifact.ts'
import type { Gate, Suppressed } from '../types/report.ts'

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** The folder of the pages that explain rules. */
const RULE_PAGES = 'https://github.com/modelgate/modelgate/blob/main/docs/rules/'

/** Returns the address of the page of a rule. */
export function ruleUrl(rule: string): string {
  return `${RULE_PAGES}${rule.replace(/\//g, '-')}.md`
}

/** Formats a size in bytes in decimal units: `3.2 MB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power] ?? 'B'}`
}

/** Formats a duration in milliseconds: `0.05 s`, `2 min 5 s`. */
export function formatSeconds(ms: number): string {
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`
}

/** Formats a count with its noun: `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Joins the members of a path: `outer.zip!archive/data.pkl`; empty for the file itself. Not escaped. */
export function memberPath(path: ArtifactPath): string {
  return path.slice(1).join('!')
}

/** Formats the place in a file: `archive/data.pkl @ 12`, `@ 12`, `archive/data.pkl`, or empty. Not escaped. */
export function placeOf(at: { readonly path: ArtifactPath; readonly offset?: number }): string {
  return [memberPath(at.path), at.offset === undefined ? '' : `@ ${at.offset}`].filter(Boolean).join(' ')
}

/** Describes the gate in words. */
export function describeGate(gate: Gate): string {
  const findings =
    gate.failOn === 'never' ? 'never fails on findings' : `fails at ${gate.failOn}${gate.failOn === 'critical' ? '' : ' and above'}`
  const incomplete = gate.failOnIncomplete ? 'fails on incomplete files' : 'does not fail on incomplete files'
  return `${findings}; ${incomplete}; Git LFS pointers: ${gate.lfsPointers}`
}

/** Says what accepted a finding, why and until when. Not escaped. */
export function acceptedBy({ by, reason, expires }: Suppressed): string {
  return `${by}${expires === undefined ? '' : ` until ${expires}`}: ${reason}`
}
