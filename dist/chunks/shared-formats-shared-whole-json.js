import {
  wholeText_36 as wholeText,
  hasObjectNearRoot_34 as hasObjectNearRoot,
  tooMuchJson_34 as tooMuchJson,
  ScanError_8 as ScanError
} from "./core.js";
import {
  isJsonObject
} from "./shared-formats-shared-json-value.js";

// src/formats/shared/whole-json.ts
var MAX_JSON = 16 * 2 ** 20;
var MAX_TEXT = 64 * 2 ** 20;
function readJsonObject(source, isExpected, keys) {
  const tooLarge = source.size > MAX_JSON ? new ScanError("limit", `${source.size} bytes of JSON; the limit is ${MAX_JSON}`) : void 0;
  if (source.size > MAX_TEXT) {
    if (isExpected && tooLarge) throw tooLarge;
    return void 0;
  }
  const text2 = wholeText(source);
  const problem = tooLarge ?? tooMuchJson(text2);
  if (problem) {
    if (isExpected || hasObjectNearRoot(text2, keys, /* @__PURE__ */ new Set())) throw problem;
    return void 0;
  }
  try {
    const value = JSON.parse(text2);
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (isExpected) throw new ScanError("malformed", `not JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
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
