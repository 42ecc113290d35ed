import {
  ScanError_15 as ScanError
} from "./core.js";

// src/wire/json-shape.ts
var MAX_JSON_DEPTH = 1e3;
var MAX_WEIGHT = 80 * 2 ** 20;
var OBJECT = 64;
var LIST = 48;
var MEMBER = 128;
var ITEM = 24;
var TEXT = 24;
var QUOTE = 34;
var BACKSLASH = 92;
function shapeOfJson(text) {
  let depth = 0;
  let deepest = 0;
  let weight = 0;
  for (let at = 0; at < text.length && deepest <= MAX_JSON_DEPTH && weight <= MAX_WEIGHT; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfText(text, at);
        weight += TEXT + end - at;
        at = end;
        break;
      }
      case 123:
        weight += OBJECT;
        if (++depth > deepest) deepest = depth;
        break;
      case 91:
        weight += LIST;
        if (++depth > deepest) deepest = depth;
        break;
      case 125:
      case 93:
        depth--;
        break;
      case 58:
        weight += MEMBER;
        break;
      case 44:
        weight += ITEM;
        break;
    }
  }
  return { depth: deepest, weight };
}
var JsonTooDeep = class extends ScanError {
  constructor() {
    super("limit", `JSON is nested deeper than ${MAX_JSON_DEPTH} levels`, 0);
  }
};
function tooMuchJson(text) {
  const shape = shapeOfJson(text);
  if (shape.depth > MAX_JSON_DEPTH) return new JsonTooDeep();
  return shape.weight > MAX_WEIGHT ? new ScanError("limit", `JSON with more values than ${MAX_WEIGHT >> 20} MiB hold`, 0) : void 0;
}
function hasObjectNearRoot(text, wanted, holders) {
  const levels = [];
  let aside = 0;
  let last = "";
  let key = "";
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfText(text, at);
        last = aside > 0 || end - at > MAX_KEY ? "" : keyOf(text.slice(at, end + 1));
        at = end;
        break;
      }
      case 123:
      case 91: {
        const object = text.charCodeAt(at) === 123;
        const held = levels.length === 0 || levels[levels.length - 1] === void 0 || holders.has(key);
        if (aside > 0 || !held || levels.length >= MAX_NEAR) aside++;
        else levels.push(object ? /* @__PURE__ */ new Set() : void 0);
        break;
      }
      case 125:
      case 93:
        if (aside > 0) aside--;
        else levels.pop();
        break;
      case 58: {
        if (aside > 0) break;
        key = last;
        const keys = levels[levels.length - 1];
        if (!keys || !wanted.includes(key)) break;
        keys.add(key);
        if (wanted.every((each) => keys.has(each))) return true;
      }
    }
  }
  return false;
}
var MAX_KEY = 200;
var MAX_NEAR = 8;
function endOfText(text, start) {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}
function keyOf(written) {
  if (!written.includes("\\")) return written.slice(1, -1);
  try {
    return String(JSON.parse(written));
  } catch {
    return "";
  }
}

export {
  JsonTooDeep,
  tooMuchJson,
  hasObjectNearRoot
};
