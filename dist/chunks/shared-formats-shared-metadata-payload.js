import {
  payloadIn_44 as payloadIn,
  memorySource_10 as memorySource
} from "./core.js";

// src/formats/shared/metadata-payload.ts
var UNPICKLED = /^(?:dataset-toolkit|petastorm)\.(?:unischema|num_row_groups_per_file|row_groups_per_file)\b/;
var MAX_PAYLOAD = 64 << 20;
async function scanMetadataPayload(key, value, scan) {
  const bytes = value.length > MAX_PAYLOAD ? void 0 : payloadIn(value, false);
  if (bytes === void 0) return;
  scan.budget.charge("members", 1);
  const hints = UNPICKLED.test(key) ? {} : { hints: { guess: "constant" } };
  await scan.descend({ name: `metadata ${key.slice(0, 100)}`, size: bytes.length, open: () => memorySource(bytes), ...hints });
}

export {
  scanMetadataPayload
};
