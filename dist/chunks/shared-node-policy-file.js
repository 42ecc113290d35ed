import {
  modelFormats_49 as modelFormats
} from "./core.js";
import {
  parsePolicy
} from "./shared-policy-file-parse.js";

// src/node/policy-file.ts
function parsePolicy2(text, file) {
  return parsePolicy(text, file, modelFormats);
}

export {
  parsePolicy2 as parsePolicy
};
