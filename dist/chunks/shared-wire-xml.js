import {
  ScanError_8 as ScanError
} from "./core.js";

// src/wire/xml.ts
var PIECE = 64 * 1024;
var MAX_TAG = 16 * 1024;
var LESS = 60;
var GREATER = 62;
function* xmlEvents(source, tick = () => void 0) {
  const input = new Letters(source, tick);
  for (; ; ) {
    if (!input.seek(LESS)) return;
    const offset = input.at - input.width;
    const start = input.take(3);
    if (start === "!--") input.skipPast("-->", offset);
    else if (start.startsWith("?")) input.skipPast("?>", offset, start.slice(1));
    else if (start === "![C") input.skipPast("]]>", offset);
    else if (start.startsWith("!")) yield { kind: "doctype", text: start + input.rest(start, true, offset), offset };
    else {
      const text = start.includes(">") ? start.slice(0, start.indexOf(">")) : start + input.rest(start, false, offset);
      if (start.includes(">")) input.back(start.length - start.indexOf(">") - 1);
      if (!text.startsWith("/")) yield { kind: "tag", ...parse(text), offset };
    }
  }
}
function parse(text) {
  const attributes = /* @__PURE__ */ new Map();
  const part = /([^\s=/'"]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?|[\s=/'"]+/g;
  for (const [, name, double, single] of text.matchAll(part)) {
    const value = double ?? single;
    if (name !== void 0 && value !== void 0) attributes.set(name, value);
  }
  return { name: /^[^\s/>]{0,200}/.exec(text)?.[0] ?? "", attributes };
}
var OTHER = 65533;
function encodingOf(head) {
  const [a, b, c, d] = head;
  if (a === 0 && b === 0) return { width: 4, low: 3 };
  if (b !== void 0 && (a === 255 && b === 254 || b === 0)) return c === 0 && d === 0 ? { width: 4, low: 0 } : { width: 2, low: 0 };
  if (a === 0 || a === 254 && b === 255) return { width: 2, low: 1 };
  return { width: 1, low: 0 };
}
var Letters = class {
  at = 0;
  width;
  low;
  source;
  tick;
  piece = new Uint8Array(0);
  base = 0;
  constructor(source, tick) {
    this.source = source;
    this.tick = tick;
    const { width, low } = encodingOf(source.read(0, 4));
    this.width = width;
    this.low = low;
  }
  /** Moves after the next `wanted` byte; false at the end. */
  seek(wanted) {
    while (this.width > 1) {
      const letter = this.next();
      if (letter === -1 || letter === wanted) return letter === wanted;
    }
    for (; ; ) {
      if (this.peek() === -1) return false;
      const found = this.piece.indexOf(wanted, this.at - this.base);
      if (found >= 0) {
        this.at = this.base + found + 1;
        return true;
      }
      this.at = this.base + this.piece.length;
    }
  }
  /** Reads the next `count` letters, fewer at the end. */
  take(count) {
    let text = "";
    while (text.length < count) {
      const letter = this.next();
      if (letter === -1) break;
      text += String.fromCharCode(letter);
    }
    return text;
  }
  /** Moves back by `count` letters. In one-byte text it may move too little, where zero bytes were skipped. */
  back(count) {
    this.at -= count * this.width;
    if (this.at < this.base) this.piece = new Uint8Array(0);
  }
  /**
   * Reads to the end of a tag, past quotes and, in a document type, brackets, comments and instructions. `begun` was
   * read before.
   */
  rest(begun, brackets, start) {
    const parts = [];
    let length = 0;
    let quote = "";
    let depth = 0;
    let last = begun;
    for (const letter of begun) {
      if (quote === "" && (letter === '"' || letter === "'")) quote = letter;
      else if (letter === quote) quote = "";
    }
    for (; ; ) {
      const code = this.next();
      if (code === -1) throw new ScanError("truncated", "the text ends within a tag", start);
      const letter = String.fromCharCode(code);
      last = (last + letter).slice(-4);
      if (quote !== "") {
        if (letter === quote) quote = "";
      } else if (brackets && last === "<!--") this.skipPast("-->", start);
      else if (brackets && last.endsWith("<?")) this.skipPast("?>", start);
      else if (letter === '"' || letter === "'") quote = letter;
      else if (brackets && letter === "[") depth++;
      else if (brackets && letter === "]") depth--;
      else if (code === GREATER && depth <= 0) return parts.join("");
      if (length++ < MAX_TAG) parts.push(letter);
    }
  }
  /** Moves after the next `end`. */
  skipPast(end, start, begun = "") {
    let last = begun;
    for (; ; ) {
      if (last.endsWith(end)) return;
      const letter = this.next();
      if (letter === -1) throw new ScanError("truncated", "the text ends within a comment", start);
      last = last.slice(1 - end.length) + String.fromCharCode(letter);
    }
  }
  next() {
    for (; ; ) {
      const byte = this.peek();
      if (byte === -1) return -1;
      if (this.width > 1) return this.wide();
      this.at++;
      if (byte !== 0) return byte;
    }
  }
  /** Reads a letter of several bytes. */
  wide() {
    const from = this.at - this.base;
    const letter = this.piece.subarray(from, from + this.width);
    this.at += this.width;
    return letter.length === this.width && letter.every((byte, index) => index === this.low || byte === 0) ? letter[this.low] ?? OTHER : OTHER;
  }
  peek() {
    const byte = this.at >= this.base ? this.piece[this.at - this.base] : void 0;
    if (byte !== void 0) return byte;
    if (this.at >= this.source.size) return -1;
    this.tick();
    this.base = this.at;
    this.piece = this.source.read(this.at, PIECE);
    return this.piece[0] ?? -1;
  }
};

export {
  xmlEvents
};
