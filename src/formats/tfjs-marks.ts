export const MENTION = /"(?:modelTopology|weightsManifest)"\s*:/
