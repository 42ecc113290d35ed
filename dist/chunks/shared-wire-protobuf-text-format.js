import {
  ScanError_8 as ScanError
} from "./core.js";

// src/wire/protobuf/text-format.ts
var PIECE = 64 * 1024;
var MAX_VALUE = 4096;
var MAX_DEPTH = 100;
var QUOTE = 34;
var APOSTROPHE = 39;
var BACKSLASH = 92;
var HASH = 35;
var NEWLINE = 10;
function* textEvents(source, tick = () => void 0) {
  const input = new Characters(source, tick);
  const open = [];
  const lists = [];
  for (; ; ) {
    input.skipSpace();
    const offset = input.at;
    const first = input.peek();
    if (first === -1) {
      if (open.length > 0) throw new ScanError("truncated", `the text ends within ${open.length} open messages`, offset);
      return;
    }
    if (first === 125 || first === 62) {
      input.at++;
      const name2 = open.pop();
      if (name2 === void 0) throw new ScanError("malformed", "a closing bracket without an opening one", offset);
      yield { kind: "close", name: name2, value: "", offset };
      continue;
    }
    const list = lists[lists.length - 1];
    if (list && list.depth === open.length) {
      if (first === 93) {
        input.at++;
        lists.pop();
        continue;
      }
      if (first === 123 || first === 60) {
        input.at++;
        if (open.length >= MAX_DEPTH) throw new ScanError("limit", `messages are nested deeper than ${MAX_DEPTH} levels`, offset);
        open.push(list.name);
        yield { kind: "open", name: list.name, value: "", offset };
      } else yield { kind: "value", name: list.name, value: input.value(), offset };
      continue;
    }
    const name = input.name();
    input.skipSpace();
    const colon = input.peek() === 58;
    if (colon) {
      input.at++;
      input.skipSpace();
    }
    const next = input.peek();
    if (next === 123 || next === 60) {
      input.at++;
      if (open.length >= MAX_DEPTH) throw new ScanError("limit", `messages are nested deeper than ${MAX_DEPTH} levels`, offset);
      open.push(name);
      yield { kind: "open", name, value: "", offset };
    } else if (next === 91) {
      input.at++;
      lists.push({ name, depth: open.length });
    } else if (!colon) throw new ScanError("malformed", "a field has no value", offset);
    else yield { kind: "value", name, value: input.value(), offset };
  }
}
var Characters = class {
  at = 0;
  source;
  tick;
  piece = new Uint8Array(0);
  base = 0;
  constructor(source, tick) {
    this.source = source;
    this.tick = tick;
  }
  /** Returns the next byte, \u22121 at the end. */
  peek() {
    const byte = this.piece[this.at - this.base];
    if (byte !== void 0) return byte;
    if (this.at >= this.source.size) return -1;
    this.tick();
    this.base = this.at;
    this.piece = this.source.read(this.at, PIECE);
    return this.piece[0] ?? -1;
  }
  /** Skips whitespace, comments and separators. */
  skipSpace() {
    for (; ; ) {
      const byte = this.peek();
      if (byte === HASH) while (this.peek() !== NEWLINE && this.peek() !== -1) this.at++;
      else if (byte === 32 || byte >= 9 && byte <= 13 || byte === 44 || byte === 59) this.at++;
      else return;
    }
  }
  /** Reads the name of a field, or of an extension in brackets. */
  name() {
    const extension = this.peek() === 91;
    if (extension) this.at++;
    const name = this.word();
    if (name === "") throw new ScanError("malformed", "a field has no name", this.at);
    if (extension) {
      if (this.peek() !== 93) throw new ScanError("malformed", "the name of an extension does not end", this.at);
      this.at++;
    }
    return name;
  }
  /** Reads a string of one or more quoted parts, or a word. */
  value() {
    const first = this.peek();
    if (first !== QUOTE && first !== APOSTROPHE) {
      const word = this.word();
      if (word === "") throw new ScanError("malformed", "a field has no value", this.at);
      return word;
    }
    const bytes = [];
    for (; ; ) {
      const quote = this.peek();
      if (quote !== QUOTE && quote !== APOSTROPHE) break;
      this.quoted(quote, bytes);
      this.skipSpace();
    }
    return new TextDecoder().decode(Uint8Array.from(bytes));
  }
  word() {
    let word = "";
    for (; ; ) {
      const byte = this.peek();
      const part = byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 || "_.-+/".includes(String.fromCharCode(byte));
      if (byte === -1 || !part) return word;
      if (word.length < MAX_VALUE) word += String.fromCharCode(byte);
      this.at++;
    }
  }
  quoted(quote, bytes) {
    const start = this.at++;
    for (; ; ) {
      const byte = this.peek();
      if (byte === -1) throw new ScanError("truncated", "the text ends within a string", start);
      this.at++;
      if (byte === quote) return;
      const unescaped = byte === BACKSLASH ? this.escape() : [byte];
      if (bytes.length < MAX_VALUE) bytes.push(...unescaped);
    }
  }
  /** Reads an escape after its backslash as bytes. */
  escape() {
    const byte = this.peek();
    this.at++;
    if (byte >= 48 && byte <= 55) {
      let value = byte - 48;
      for (let digit = 0; digit < 2 && this.peek() >= 48 && this.peek() <= 55; digit++) value = value * 8 + this.take() - 48;
      return [value & 255];
    }
    if (byte === 120 || byte === 88) {
      const digits = this.hex(2);
      return [digits === "" ? byte : Number.parseInt(digits, 16)];
    }
    if (byte === 117) return this.unicode(4);
    if (byte === 85) return this.unicode(8);
    return [ESCAPES.get(byte) ?? Math.max(0, byte)];
  }
  /** Reads `\uXXXX` or `\UXXXXXXXX`; two in a row may be the surrogates of one character. */
  unicode(length) {
    const digits = this.hex(length);
    let code = Number.parseInt(digits, 16);
    if (digits.length < length || code > 1114111) throw new ScanError("malformed", "an escape is not a character", this.at);
    if (code >= 55296 && code < 56320 && this.peek() === BACKSLASH) {
      this.at++;
      if (this.take() !== 117) throw new ScanError("malformed", "half of a character is missing", this.at);
      const low = Number.parseInt(this.hex(4), 16);
      code = 65536 + (code - 55296 << 10) + (low - 56320);
    }
    if (!(code <= 1114111)) throw new ScanError("malformed", "an escape is not a character", this.at);
    return new TextEncoder().encode(String.fromCodePoint(code));
  }
  hex(most) {
    let digits = "";
    while (digits.length < most && /[0-9a-fA-F]/.test(String.fromCharCode(Math.max(0, this.peek()))))
      digits += String.fromCharCode(this.take());
    return digits;
  }
  take() {
    const byte = this.peek();
    this.at++;
    return byte;
  }
};
var ESCAPES = new Map([..."abfnrtv"].map((letter, index) => [letter.charCodeAt(0), [7, 8, 12, 10, 13, 9, 11][index] ?? 0]));

export {
  textEvents
};
