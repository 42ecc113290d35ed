import {
  isJsonObject
} from "./shared-formats-shared-json-value.js";

// src/formats/config/model-config/yolo.ts
var MAX_TEXTS = 5e3;
var MAX_DEPTH = 6;
var MAX_TEXT = 1e4;
var ROWS = ["backbone", "neck", "head"];
var ACTIVATIONS = ["activation", "act"];
var YOLO_WORDS = /["']?\bbackbone["']?\s*:/;
function architectureTexts(root) {
  if (!isJsonObject(root) || !isRows(root["backbone"]) || !isRows(root["head"])) return [];
  const found = [];
  for (const key of ROWS) collect(root[key], key, found, 0);
  for (const key of ACTIVATIONS) collect(root[key], key, found, 0);
  return found;
}
function isRows(value) {
  return Array.isArray(value) && value.some((row) => Array.isArray(row) && row.length >= 3 && typeof row[2] === "string");
}
function collect(value, where, found, depth) {
  if (found.length >= MAX_TEXTS || depth > MAX_DEPTH) return;
  if (typeof value === "string") found.push({ text: value, where });
  else if (Array.isArray(value)) for (const [at, each] of value.entries()) collect(each, `${where}[${at}]`, found, depth + 1);
  else if (isJsonObject(value))
    for (const [key, each] of Object.entries(value)) collect(each, `${where}.${key}`, found, depth + 1);
}
var QUOTED = /(?<![A-Za-z])(?:[rub]{0,2})(?:"[^"\\\n]*"|'[^'\\\n]*')/g;
var CALL = /((?:\b[A-Za-z_][\w.]{0,100}|[)\]}'"])\s{0,8})?\(/g;
var LAYER = /^(?:(?:torch\.)?nn\.)?(?:modules\.\w+\.)?[A-Z]\w*$/;
var NUMBERS = /^(?:int|float|bool|abs|max|min|round|sum|len|range|tuple|list|make_divisible|math\.\w+|torch\.tensor)$/;
var WORDS = /^(?:and|or|not|in|is|if|else|for|lambda)$/;
function onlyBuilds(text) {
  if (text.length > MAX_TEXT) return false;
  if (!text.includes("(")) return !text.includes("__");
  const code = text.replace(QUOTED, "''");
  if (code.includes("__") || /[rub]?f[rb]?["']/i.test(code)) return false;
  for (const [, before = ""] of code.matchAll(CALL)) {
    const name = before.trim();
    if (name !== "" && !LAYER.test(name) && !NUMBERS.test(name) && !WORDS.test(name)) return false;
  }
  return true;
}

export {
  YOLO_WORDS,
  architectureTexts,
  onlyBuilds
};
