import {
  NIL_6 as NIL,
  NUMBER_6 as NUMBER,
  OBJECT_6 as OBJECT,
  STRING_6 as STRING,
  TABLE_6 as TABLE,
  TEXT_6 as TEXT,
  TEXT_OBJECT_6 as TEXT_OBJECT,
  paddingLength_23 as paddingLength,
  Search_45 as Search,
  blockReader_41 as blockReader,
  latin1_20 as latin1,
  ScanError_8 as ScanError
} from "./core.js";

// src/formats/torch/torch7/reader.ts
var BOOLEAN = 5;
var FUNCTIONS = /* @__PURE__ */ new Set([6, 7, 8]);
var STORAGES = new Map(
  Object.entries({
    Byte: 1,
    Char: 1,
    Short: 2,
    Int: 4,
    Long: 8,
    Float: 4,
    Double: 8,
    Half: 2,
    Cuda: 4,
    CudaDouble: 8,
    CudaHalf: 2,
    CudaLong: 8,
    CudaInt: 4,
    CudaByte: 1,
    CudaChar: 1,
    CudaShort: 2
  })
);
var MAX_WORD = 400;
var MIN_NUMBERS = 256;
var BLOCK = 4096;
var NEWLINE = 10;
var MAX_PENDING = 1e6;
var MAX_OBJECTS = 5e6;
var Reader = class {
  source;
  scan;
  reader;
  known = /* @__PURE__ */ new Set();
  text;
  at = 0;
  /** Number of objects that are still to be read. */
  pending = 1;
  functions = 0;
  /** Ranges of tensor data: offset and length in turn. */
  ranges = [];
  constructor(source, scan) {
    this.source = source;
    this.scan = scan;
    this.reader = blockReader(source, 64 * 1024);
    this.text = TEXT.test(this.peek(64));
  }
  async run() {
    const certain = this.text ? TEXT_OBJECT.test(this.peek(64)) : this.integerAt(0) === OBJECT;
    try {
      for (let count = 0; this.pending > 0; count++) {
        if (count % 1e4 === 0) this.scan.budget.checkTime();
        if (count > MAX_OBJECTS || this.pending > MAX_PENDING) throw new ScanError("limit", "too many objects in a Torch7 file", this.at);
        this.pending--;
        this.readObject();
      }
    } catch (error) {
      const guessed = !certain && this.functions === 0 && this.known.size < 8;
      if (guessed && error instanceof ScanError && error.why !== "timeout") return "not-this-format";
      throw error;
    }
    for (let at = 0; at < this.ranges.length; at += 2) this.scan.account.passOver("numbers", this.ranges[at], this.ranges[at + 1]);
    await new Search(this.source, this.scan).rest(this.at);
    if (this.text) this.scan.account.passOver("padding", this.at, paddingLength(this.source, this.at));
    return void 0;
  }
  readObject() {
    const start = this.at;
    const tag = this.readInteger();
    if (FUNCTIONS.has(tag)) return this.readFunction(start);
    if (tag === NIL) return;
    if (tag === NUMBER) return this.passNumbers(1, 8);
    if (tag === BOOLEAN) return this.passNumbers(1, 4);
    if (tag === STRING) return this.passBytes(this.readInteger());
    if (tag === TABLE || tag === OBJECT) return this.readNumbered(tag);
    throw new ScanError("malformed", `unknown type tag ${tag}`, start);
  }
  readNumbered(tag) {
    const number = this.readInteger();
    if (this.known.has(number)) return;
    this.known.add(number);
    if (tag === TABLE) {
      const size = this.readInteger();
      if (size < 0 || size * 8 > this.source.size - this.at)
        throw new ScanError("malformed", `a table of ${size} entries does not fit into the file`, this.at);
      this.pending += 2 * size;
      return;
    }
    const version = this.readString();
    const name = /^V \d+$/.test(version) ? this.readString() : version;
    const [, element = "", kind] = /^torch\.(\w*?)(Storage|Tensor)$/.exec(name) ?? [];
    if (kind === "Storage") {
      const size = this.elementSize(element);
      if (element === "Byte" || element === "Char") this.passBytes(this.readLong());
      else this.passNumbers(this.readLong(), size);
    } else if (kind === "Tensor") {
      const dimensions = this.readInteger();
      this.passNumbers(Math.max(0, dimensions) * 2 + 1, 8);
      this.pending++;
    } else this.pending++;
  }
  elementSize(element) {
    const size = STORAGES.get(element);
    if (size === void 0) throw new ScanError("unsupported", `unknown storage class ${element.slice(0, 40)}`, this.at);
    return size;
  }
  /** Reads a function: its number, its bytecode, and its upvalues. */
  readFunction(start) {
    const number = this.readInteger();
    if (this.known.has(number)) return;
    this.known.add(number);
    const size = this.readInteger();
    this.functions++;
    if (this.functions === 1) {
      this.scan.observe({
        kind: "shipped-code",
        language: "lua",
        carrier: "a Lua function in a Torch7 file",
        runs: "use",
        reaches: [],
        offset: start
      });
    }
    this.passBytes(size);
    this.pending++;
  }
  readString() {
    const length = this.readInteger();
    if (length < 0 || length > 1024) throw new ScanError("malformed", `a class name of ${length} bytes`, this.at);
    const text = new TextDecoder().decode(this.reader.at(this.at, length));
    this.passBytes(length);
    return text;
  }
  passNumbers(count, width) {
    if (!this.text) {
      const start = this.at;
      this.skip(count * width);
      if (count * width >= MIN_NUMBERS) this.ranges.push(start, count * width);
      return;
    }
    let left = count;
    for (let within = false; left > 0; ) {
      this.scan.budget.checkTime();
      const block = this.reader.at(this.at, Math.min(BLOCK, this.source.size - this.at));
      if (block.length === 0) {
        if (within && left === 1) return;
        throw new ScanError("truncated", "the file ends within an object", this.at);
      }
      for (const byte of block) {
        const space = byte === 32 || byte >= 9 && byte <= 13;
        if (space && within && --left === 0) return this.skipLineEnd();
        within = !space;
        this.at++;
      }
    }
  }
  passBytes(count) {
    this.skip(count);
    if (this.text && count > 0) this.skipLineEnd();
  }
  /** Reads a word as `fscanf` does, and the line end after it (DiskFile.c). */
  readWord() {
    const space = /^\s*/.exec(this.peek(MAX_WORD))?.[0].length ?? 0;
    this.at += space;
    const word = /^\S*/.exec(this.peek(MAX_WORD))?.[0] ?? "";
    if (word === "") throw new ScanError("truncated", "the file ends within an object", this.at);
    this.at += word.length;
    this.skipLineEnd();
    return word;
  }
  skipLineEnd() {
    if (this.reader.at(this.at, 1)[0] === NEWLINE) this.at++;
  }
  peek(count) {
    return latin1(this.reader.at(this.at, Math.min(count, Math.max(0, this.source.size - this.at))));
  }
  readInteger() {
    if (this.text) {
      const word = this.readWord();
      if (!/^[+-]?\d{1,15}$/.test(word)) throw new ScanError("malformed", `not a number: ${word.slice(0, 40)}`, this.at);
      return Number(word);
    }
    const value = this.integerAt(this.at);
    this.at += 4;
    return value;
  }
  integerAt(at) {
    const bytes = this.reader.at(at, 4);
    if (bytes.length < 4) throw new ScanError("truncated", "the file ends within an object", at);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, true);
  }
  readLong() {
    if (this.text) return this.readInteger();
    const low = this.readInteger() >>> 0;
    return this.readInteger() * 2 ** 32 + low;
  }
  skip(count) {
    if (!(count >= 0 && count <= this.source.size - this.at)) throw new ScanError("truncated", "the file ends within an object", this.at);
    this.at += count;
  }
};
var scanTorch7 = ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a Torch7 file cannot be read from a stream");
  return new Reader(input, scan).run();
};
export {
  scanTorch7
};
