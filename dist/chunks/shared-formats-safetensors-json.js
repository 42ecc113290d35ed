import {
  ScanError_15 as ScanError
} from "./core.js";

// src/formats/safetensors-json.ts
var MAX_DEPTH = 128;
var MAX_VALUES = 5e5;
var NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var SPACE = /[ \t\n\r]*/y;
var WORDS = /* @__PURE__ */ new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["true", true],
  ["false", false],
  ["null", null]
]);
function readWrittenJson(text) {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}
function isObject(value) {
  return typeof value === "object" && value !== null && "members" in value;
}
function member(object, key) {
  return object.members.filter(([name]) => name === key).at(-1)?.[1];
}
var Reader = class {
  text;
  at = 0;
  values = 0;
  constructor(text) {
    this.text = text;
  }
  value(depth) {
    if (depth > MAX_DEPTH) throw new ScanError("limit", `JSON is nested deeper than ${MAX_DEPTH} levels`, this.at);
    if (++this.values > MAX_VALUES) throw new ScanError("limit", `more than ${MAX_VALUES} JSON values`, this.at);
    this.space();
    const char = this.text[this.at];
    if (char === "{") return this.object(depth);
    if (char === "[") return this.array(depth);
    if (char === '"') return this.string();
    const number = this.match(NUMBER);
    if (number) return Number(number);
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    throw this.error("no JSON value");
  }
  end() {
    this.space();
    if (this.at < this.text.length) throw this.error("text after the JSON value");
  }
  object(depth) {
    const members = [];
    this.at++;
    while (!this.take("}")) {
      if (members.length > 0) this.expect(",");
      this.space();
      const key = this.string();
      this.expect(":");
      members.push([key, this.value(depth + 1)]);
    }
    return { members };
  }
  array(depth) {
    const items = [];
    this.at++;
    while (!this.take("]")) {
      if (items.length > 0) this.expect(",");
      items.push(this.value(depth + 1));
    }
    return items;
  }
  string() {
    const start = this.at;
    if (this.text[start] !== '"') throw this.error("no JSON string");
    let end = this.text.indexOf('"', start + 1);
    while (end > 0 && this.escaped(end)) end = this.text.indexOf('"', end + 1);
    if (end < 0) throw this.error("a string does not end");
    this.at = end + 1;
    const written = this.text.slice(start, this.at);
    if (!/[\\\u0000-\u001f]/.test(written)) return written.slice(1, -1);
    try {
      return String(JSON.parse(written));
    } catch {
      throw new ScanError("malformed", "no JSON string", start);
    }
  }
  /** An odd number of backslashes stands before it. */
  escaped(at) {
    let before = at;
    while (this.text[before - 1] === "\\") before--;
    return (at - before) % 2 === 1;
  }
  space() {
    this.match(SPACE);
  }
  take(char) {
    this.space();
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }
  expect(char) {
    if (!this.take(char)) throw this.error(`${char} is missing`);
  }
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== void 0) this.at += found.length;
    return found;
  }
  error(message) {
    return new ScanError("malformed", message, this.at);
  }
};

export {
  readWrittenJson,
  isObject,
  member
};
