// Recognises JSON keys that only TensorFlow.js models have.
const MENTION = /"(?:modelTopology|weightsManifest)"\s*:/

/** True if a head contains a key that only TensorFlow.js models have, in any Unicode encoding. */
export function mentionsModel(head: Uint8Array): boolean {
  return MENTION.test(new TextDecoder().decode(head).replaceAll('\0', ''))
}
