// Selects the formats whose prefilter accepts an artifact, by its first byte and extension.
import type { Format, Probe } from '../types/format.ts'

/** In the place of the first byte of what has none. */
const EMPTY = 256

/** The formats of one list by first byte, for each extension that one of them asks for and, under `undefined`, for all others. */
interface Index {
  readonly extensions: ReadonlySet<string>
  readonly rows: Map<string | undefined, (readonly Format[] | undefined)[]>
}

const indexes = new WeakMap<readonly Format[], Index>()

/**
 * The formats that have the opening of this artifact, in their order: a dozen of some seventy. Found by the first byte and the extension, so that a small
 * file or member does not pay for formats that it cannot be of. Lists of them are made when first needed.
 */
export function candidates(formats: readonly Format[], probe: Probe): readonly Format[] {
  const { extensions, rows } = indexes.get(formats) ?? indexOf(formats)
  const extension = extensions.has(probe.extension) ? probe.extension : undefined
  let row = rows.get(extension)
  if (row === undefined) {
    row = []
    rows.set(extension, row)
  }
  const first = probe.head[0] ?? EMPTY
  row[first] ??= formats.filter((format) => hasOpening(format, first, extension))
  return row[first]
}

function indexOf(formats: readonly Format[]): Index {
  const index = { extensions: new Set(formats.flatMap(({ opening }) => opening?.extensions ?? [])), rows: new Map() }
  indexes.set(formats, index)
  return index
}

function hasOpening({ opening }: Format, first: number, extension: string | undefined): boolean {
  if (opening === undefined || (first !== EMPTY && opening.first?.(first))) return true
  return extension !== undefined && opening.extensions?.includes(extension) === true
}
