// Derives format ids, model formats and extensions from the list of formats.
import type { Format, FormatKind } from '../types/format.ts'
import { formats } from './index.ts'
import { embeddedFormat } from './shared/embedded.ts'

const kinds: ReadonlyMap<string, FormatKind> = new Map(
  [...formats, embeddedFormat].flatMap(({ id, labels = [], kind }) => [id, ...labels].map((each) => [each, kind] as const)),
)

/** Every format id that may appear in a report. */
export const formatIds: readonly string[] = [...kinds.keys()]

/**
 * Ids that `approved-formats` in a policy may name. Files of other formats only accompany a model, or other rules judge
 * them.
 */
export const modelFormats: readonly string[] = formatIds.filter(isModelFormat).sort()

/** Returns whether a file of this format id is a model, or data that may be one. */
export function isModelFormat(id: string): boolean {
  const kind = kinds.get(id)
  return kind === 'model' || kind === 'data'
}

/**
 * Returns whether a file that was read as `id` may have a name that promises a model. A companion may not:
 * `model.safetensors` that only a configuration format reads is incomplete.
 */
export function keepsPromise(id: string): boolean {
  const kind = kinds.get(id)
  return kind !== 'companion' && kind !== 'search'
}

/** Returns all usual extensions of a format, promised ones first. */
export function extensionsOf({ promises, suggests = [], extensions = [] }: Format): readonly string[] {
  return [...new Set([...(promises?.extensions ?? []), ...suggests, ...extensions])]
}
