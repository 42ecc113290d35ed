import {
  decodeJson_37 as decodeJson,
  hasObjectNearRoot_36 as hasObjectNearRoot,
  tooMuchJson_36 as tooMuchJson,
  ScanError_15 as ScanError
} from "./core.js";
import {
  isJsonObject
} from "./shared-formats-json-value.js";

// src/formats/tfjs-json.ts
var MAX_JSON = 16 * 2 ** 20;
var MAX_TEXT = 64 * 2 ** 20;
function readJsonObject(source, claimed, keys) {
  if (source.size > MAX_TEXT) {
    if (claimed) throw new ScanError("limit", `JSON of more than ${MAX_JSON} bytes is not read`);
    return void 0;
  }
  const text2 = decodeJson(source.read(0, source.size));
  const problem = source.size > MAX_JSON ? new ScanError("limit", `JSON of more than ${MAX_JSON} bytes is not read`) : tooMuchJson(text2);
  if (problem) {
    if (claimed || hasObjectNearRoot(text2, keys, /* @__PURE__ */ new Set())) throw problem;
    return void 0;
  }
  try {
    const value = JSON.parse(text2);
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (claimed) throw new ScanError("malformed", `no JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  }
  return void 0;
}
function objects(value) {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
function text(value) {
  return typeof value === "string" ? value.slice(0, 400) : "";
}

export {
  readJsonObject,
  objects,
  text
};
