import {
  ScanError_16 as ScanError
} from "./core.js";
import {
  isJsonObject
} from "./chunk-PXHTSGPD.js";
import {
  decodeJson
} from "./chunk-C3RINPKW.js";

// src/formats/tfjs-json.ts
var MAX_JSON = 64 * 2 ** 20;
function readJsonObject(source, claimed) {
  if (source.size > MAX_JSON) {
    if (claimed) throw new ScanError("limit", `JSON of more than ${MAX_JSON} bytes is not read`);
    return void 0;
  }
  try {
    const value = JSON.parse(decodeJson(source.read(0, source.size)));
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
