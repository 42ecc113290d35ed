import {
  blockReader_41 as blockReader,
  ScanError_8 as ScanError
} from "./core.js";

// src/formats/weights/inert/msgpack.ts
var EXTENSIONS = /* @__PURE__ */ new Set([1, 2, 3]);
var ARRAYS = /* @__PURE__ */ new Set([1, 3]);
var MAX_DEPTH = 1024;
var MAX_PENDING = 2 ** 32;
var TICK = 5e4;
var MAX_WORD = 16;
var NUMERIC = /^(?:bool|u?int\d+|b?float\d+\w*|complex\d+)$/;
var NUMERIC_CODE = /^[<>=|][?biufc]\d{1,2}$/;
var FIXED = /* @__PURE__ */ new Map([
  [192, 0],
  [194, 0],
  [195, 0],
  [202, 4],
  [203, 8],
  [204, 1],
  [205, 2],
  [206, 4],
  [207, 8],
  [208, 1],
  [209, 2],
  [210, 4],
  [211, 8]
]);
var LAST_BINARY = 198;
var TEXTS = /* @__PURE__ */ new Map([
  [196, 1],
  [197, 2],
  [198, 4],
  [217, 1],
  [218, 2],
  [219, 4]
]);
var EXT = /* @__PURE__ */ new Map([
  [199, 1],
  [200, 2],
  [201, 4]
]);
function walkMsgpack(source, listener) {
  new Walker(source, listener).run();
}
var MIN_COMPRESSED = 24;
function startsLikeZlib([method = 0, flags = 0]) {
  return method === 120 && (method * 256 + flags) % 31 === 0;
}
function beginsContainer(byte) {
  return byte !== void 0 && (byte >= 128 && byte <= 159 || byte >= 220 && byte <= 223);
}
var Walker = class {
  source;
  listener;
  reader;
  frames = [];
  at = 0;
  pending = 1;
  count = 0;
  constructor(source, listener) {
    this.source = source;
    this.listener = listener;
    this.reader = blockReader(source, 64 * 1024);
  }
  run() {
    this.one();
    while (this.at < this.source.size) {
      if (!beginsContainer(this.reader.at(this.at, 1)[0])) throw new ScanError("malformed", "other bytes follow the values", this.at);
      this.pending = 1;
      this.one();
    }
  }
  one() {
    while (this.pending > 0) {
      if (++this.count % TICK === 0) this.listener.tick();
      this.pending--;
      this.value();
      if (this.pending > Math.min(MAX_PENDING, this.source.size - this.at))
        throw new ScanError("truncated", "a map or array has more items than fit into the file", this.at);
      this.close();
    }
  }
  value() {
    const start = this.at;
    const byte = this.uint(1);
    const fixed = FIXED.get(byte);
    const text = TEXTS.get(byte);
    const ext = EXT.get(byte);
    if (byte < 128 || byte >= 224) this.item(void 0);
    else if (byte <= 143) this.open(true, byte & 15);
    else if (byte <= 159) this.open(false, byte & 15);
    else if (byte <= 191) this.bytes(byte & 31);
    else if (fixed !== void 0) {
      this.item(byte === 195 ? "true" : void 0);
      this.skip(fixed);
    } else if (text !== void 0) {
      const length = this.uint(text);
      if (byte <= LAST_BINARY && length >= MIN_COMPRESSED && startsLikeZlib(this.reader.at(this.at, 2)))
        this.listener.compressed({ offset: this.at, length });
      this.bytes(length);
    } else if (ext !== void 0) this.extension(this.uint(ext));
    else if (byte >= 212 && byte <= 216) this.extension(2 ** (byte - 212));
    else if (byte === 220 || byte === 221) this.open(false, this.uint(byte === 220 ? 2 : 4));
    else if (byte === 222 || byte === 223) this.open(true, this.uint(byte === 222 ? 2 : 4));
    else throw new ScanError("malformed", `the byte ${byte} begins no value`, start);
  }
  open(map, count) {
    this.item(void 0);
    const items = map ? 2 * count : count;
    this.pending += items;
    if (items === 0) return;
    if (this.frames.length >= MAX_DEPTH) throw new ScanError("limit", `values are nested deeper than ${MAX_DEPTH} levels`, this.at);
    this.frames.push({ left: items, map, key: "", isKey: true, words: /* @__PURE__ */ new Map(), data: void 0 });
  }
  /** A string or binary data. Keys may be either. */
  bytes(length) {
    const range = { offset: this.at, length };
    const word = length <= MAX_WORD ? new TextDecoder("latin1").decode(this.reader.at(this.at, length)) : void 0;
    this.skip(length);
    this.item(word, range);
  }
  /** Counts an item of the innermost map or array, and stores what is needed of it. */
  item(word, range) {
    const frame = this.frames.at(-1);
    if (!frame) return;
    frame.left--;
    if (!frame.map) return;
    if (frame.isKey) frame.key = word ?? "";
    else if (frame.key === "data") frame.data = range;
    else if (word !== void 0 && ["nd", "kind", "type"].includes(frame.key)) frame.words.set(frame.key, word);
    frame.isKey = !frame.isKey;
  }
  /** Closes every map and array whose items are complete. */
  close() {
    for (let frame = this.frames.at(-1); frame?.left === 0; frame = this.frames.at(-1)) {
      this.frames.pop();
      const { words, data } = frame;
      if (data === void 0) continue;
      if (words.get("kind") === "O") this.listener.pickle(data);
      else if (words.has("nd") && NUMERIC_CODE.test(words.get("type") ?? "")) this.listener.numbers(data);
    }
  }
  extension(size) {
    const type = this.uint(1);
    if (!EXTENSIONS.has(type)) throw new ScanError("malformed", `the extension type ${type} is not one of Flax`, this.at);
    const end = this.at + size;
    const data = ARRAYS.has(type) && size <= this.source.size - this.at ? this.flaxArray(end) : void 0;
    if (data) this.listener.numbers(data);
    this.at = Math.min(this.at, end);
    this.item(void 0);
    this.skip(end - this.at);
  }
  /**
   * Reads `(shape, name of the type, data)` in an extension value. Returns the range of the data if they are numbers
   * and end with the extension value.
   */
  flaxArray(end) {
    const start = this.at;
    try {
      if (this.uint(1) !== 147) return void 0;
      const dimensions = this.uint(1);
      if (dimensions < 144 || dimensions > 159) return void 0;
      for (let index = 0; index < (dimensions & 15); index++) {
        const byte = this.uint(1);
        if (byte >= 128) this.skip(FIXED.get(byte) ?? 0);
      }
      const name = this.uint(1);
      if (name < 160 || name > 191) return void 0;
      const type = new TextDecoder("latin1").decode(this.reader.at(this.at, name & 31));
      this.skip(name & 31);
      const width = TEXTS.get(this.uint(1));
      if (width === void 0) return void 0;
      const length = this.uint(width);
      return this.at + length === end && NUMERIC.test(type) ? { offset: this.at, length } : void 0;
    } catch (error) {
      if (error instanceof ScanError) return void 0;
      throw error;
    } finally {
      this.at = start;
    }
  }
  uint(width) {
    const bytes = this.reader.at(this.at, width);
    if (bytes.length < width) throw new ScanError("truncated", "the file ends within a value", this.at);
    this.at += width;
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
  }
  skip(count) {
    if (count > this.source.size - this.at) throw new ScanError("truncated", "the file ends within a value", this.at);
    this.at += count;
  }
};
export {
  walkMsgpack
};
