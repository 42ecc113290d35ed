// Recognises JSON keys that only TensorFlow.js models have.
const MENTION = /"(?:modelTopology|weightsManifest)"\s*:/

/** Does a head name what only a TensorFlow.js model has, in any encoding of Unicode? */
export function mentionsModel(head: Uint8Array): boolean {
  return MENTION.test(new TextDecoder().decode(head).replaceAll('\0', ''))
}
