// Recognises a Keras configuration by the structure of its JSON.
const MAX_DEPTH = 3

/** Keys that contain a model's configuration in larger documents, such as those of TensorFlow.js. */
export const HOLDER_KEYS: ReadonlySet<string> = new Set(['model_config', 'modelTopology', 'config', 'training_config', 'layers', 'model'])

/** True for an object with `class_name` and `config` near the root. Other software writes `class_name` alone. */
export function looksLikeKeras(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return false
  if (Array.isArray(value)) return value.slice(0, 8).some((item) => looksLikeKeras(item, depth + 1))
  if ('class_name' in value && typeof value.class_name === 'string' && 'config' in value) return true
  return Object.keys(value).some((key) => HOLDER_KEYS.has(key) && looksLikeKeras((value as Record<string, unknown>)[key], depth + 1))
}
