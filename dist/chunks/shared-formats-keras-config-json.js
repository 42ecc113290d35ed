import {
  ScanError_15 as ScanError
} from "./core.js";
import {
  tooMuchJson
} from "./shared-wire-json-shape.js";

// src/formats/keras-config-json.ts
var MAX_DUPLICATES = 20;
function decodeJson(bytes) {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if (a === 255 && b === 254 && c === 0 && d === 0 || a !== 0 && b === 0 && c === 0 && d === 0) return utf32(bytes, true);
  if (a === 0 && b === 0 && c === 254 && d === 255 || a === 0 && b === 0 && c === 0 && d !== 0) return utf32(bytes, false);
  if (a === 255 && b === 254 || a !== 0 && b === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 254 && b === 255 || a === 0 && b !== 0) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
function utf32(bytes, little) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    if (code !== 65279) parts.push(code > 1114111 ? "\uFFFD" : String.fromCodePoint(code));
  }
  return parts.join("");
}
function parseLooseJson(text) {
  const problem = tooMuchJson(text);
  if (problem) throw problem;
  const duplicates = /* @__PURE__ */ new Set();
  const strict = normalise(text, duplicates);
  try {
    return { value: JSON.parse(strict), duplicates: [...duplicates] };
  } catch (error) {
    throw new ScanError("malformed", `not JSON (${error instanceof Error ? error.message.slice(0, 120) : "unreadable"})`);
  }
}
var BLANK = /[\0\s]/u;
function normalise(text, duplicates) {
  const token = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]:,]|-?(?:NaN|Infinity)\b/gsu;
  const keys = [];
  const pieces = [];
  let copied = 0;
  let last = "";
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    const first = found[0] ?? "";
    if (first === "{") keys.push(/* @__PURE__ */ new Set());
    else if (first === "[") keys.push(void 0);
    else if (first === "}" || first === "]") keys.pop();
    else if (first === ":") noteKey(keys[keys.length - 1], last, duplicates);
    else if (first !== '"' && first !== ",") {
      pieces.push(text.slice(copied, match.index), "null");
      copied = match.index + found.length;
    }
    last = found;
  }
  let end = text.length;
  while (end > copied && BLANK.test(text[end - 1] ?? "")) end--;
  const rest = text.slice(copied, end);
  const whole = pieces.length === 0 ? rest : pieces.join("") + rest;
  return whole.startsWith("\uFEFF") ? whole.slice(1) : whole;
}
function noteKey(keys, written, duplicates) {
  if (!keys) return;
  const key = written.includes("\\") ? unescaped(written) : written.slice(1, -1);
  if (keys.has(key) && duplicates.size < MAX_DUPLICATES) duplicates.add(key);
  keys.add(key);
}
function unescaped(written) {
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

export {
  decodeJson,
  parseLooseJson
};
