// Selects the formats whose prefilter accepts an artifact, by its first byte and extension.
import type { Format, Probe } from '../types/format.ts'

/** Stands for the first byte of an empty artifact. */
const EMPTY = 256

/**
 * The formats of one list by first byte: a row for each extension in a prefilter, and under `undefined` one for all
 * others.
 */
interface Index {
  readonly extensions: ReadonlySet<string>
  readonly rows: Map<string | undefined, (readonly Format[] | undefined)[]>
}

/** Cache: one index for each list of formats, at most 257 rows for each extension of its prefilters. */
const indexCache = new WeakMap<readonly Format[], Index>()

/**
 * Returns the formats whose prefilter accepts the artifact, in their order: a dozen of some seventy. Looks them up by
 * first byte and extension, so that a small file or member does not pay for formats that cannot match.
 */
export function candidates(formats: readonly Format[], probe: Probe): readonly Format[] {
  const { extensions, rows } = indexCache.get(formats) ?? indexOf(formats)
  const extension = extensions.has(probe.extension) ? probe.extension : undefined
  let row = rows.get(extension)
  if (row === undefined) {
    row = []
    rows.set(extension, row)
  }
  const first = probe.head[0] ?? EMPTY
  row[first] ??= formats.filter((format) => passesPrefilter(format, first, extension))
  return row[first]
}

function indexOf(formats: readonly Format[]): Index {
  const index = { extensions: new Set(formats.flatMap(({ prefilter }) => prefilter?.extensions ?? [])), rows: new Map() }
  indexCache.set(formats, index)
  return index
}

function passesPrefilter({ prefilter }: Format, first: number, extension: string | undefined): boolean {
  if (prefilter === undefined || (first !== EMPTY && prefilter.first?.(first))) return true
  return extension !== undefined && prefilter.extensions?.includes(extension) === true
}
