import {
  ScanError_8 as ScanError
} from "./core.js";

// src/formats/shared/ordered-json.ts
var MAX_DEPTH = 128;
var MAX_VALUES = 5e5;
var NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
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
  const value = reader.readValue(0);
  reader.expectEnd();
  return value;
}
function isObject(value) {
  return typeof value === "object" && value !== null && "members" in value;
}
function member(object, key) {
  return object.members.filter(([name]) => name === key).at(-1)?.[1];
}
var NONE = [];
function trimmed(values) {
  return values.length === 0 ? NONE : values.slice();
}
var Reader = class {
  text;
  at = 0;
  values = 0;
  constructor(text) {
    this.text = text;
  }
  readValue(depth) {
    if (depth > MAX_DEPTH) throw new ScanError("limit", `JSON is nested deeper than ${MAX_DEPTH} levels`, this.at);
    if (++this.values > MAX_VALUES) throw new ScanError("limit", `more than ${MAX_VALUES} JSON values`, this.at);
    this.skipSpace();
    const char = this.text[this.at];
    if (char === "{") return this.readObject(depth);
    if (char === "[") return this.readArray(depth);
    if (char === '"') return this.readString();
    const number = this.match(NUMBER);
    if (number) return Number(number);
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    throw this.error("not a JSON value");
  }
  expectEnd() {
    this.skipSpace();
    if (this.at < this.text.length) throw this.error("text after the JSON value");
  }
  readObject(depth) {
    const members = [];
    this.at++;
    while (!this.take("}")) {
      if (members.length > 0) this.expect(",");
      this.skipSpace();
      const key = this.readString();
      this.expect(":");
      members.push([key, this.readValue(depth + 1)]);
    }
    return { members: trimmed(members) };
  }
  readArray(depth) {
    const items = [];
    this.at++;
    while (!this.take("]")) {
      if (items.length > 0) this.expect(",");
      items.push(this.readValue(depth + 1));
    }
    return trimmed(items);
  }
  readString() {
    const start = this.at;
    if (this.text[start] !== '"') throw this.error("not a JSON string");
    let end = this.text.indexOf('"', start + 1);
    while (end > 0 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    if (end < 0) throw this.error("a string does not end");
    this.at = end + 1;
    const inner = this.text.slice(start + 1, end);
    if (!/[\\\u0000-\u001f]/.test(inner)) return inner;
    try {
      return String(JSON.parse(`"${inner}"`));
    } catch {
      throw new ScanError("malformed", "not a JSON string", start);
    }
  }
  /** True if an odd number of backslashes precedes the character. */
  isEscaped(at) {
    let before = at;
    while (this.text[before - 1] === "\\") before--;
    return (at - before) % 2 === 1;
  }
  skipSpace() {
    for (let code = this.text.charCodeAt(this.at); code === 32 || code >= 9 && code <= 13 && code !== 11 && code !== 12; )
      code = this.text.charCodeAt(++this.at);
  }
  take(char) {
    this.skipSpace();
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
