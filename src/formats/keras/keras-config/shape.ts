// Recognises a Keras configuration by the structure of its JSON.
const MAX_DEPTH = 3

/** Keys under which a model's configuration stands in larger documents, e.g. those of TensorFlow.js. */
export const HOLDERS: ReadonlySet<string> = new Set(['model_config', 'modelTopology', 'config', 'training_config', 'layers', 'model'])

/** Other software writes `class_name` too: Keras gives every object a `config`, and the model is at the root or close to it. */
export function looksLikeKeras(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return false
  if (Array.isArray(value)) return value.slice(0, 8).some((item) => looksLikeKeras(item, depth + 1))
  if ('class_name' in value && typeof value.class_name === 'string' && 'config' in value) return true
  return Object.keys(value).some((key) => HOLDERS.has(key) && looksLikeKeras((value as Record<string, unknown>)[key], depth + 1))
}
