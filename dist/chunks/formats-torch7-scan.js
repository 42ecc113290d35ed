import {
  NIL_14 as NIL,
  NUMBER_14 as NUMBER,
  OBJECT_14 as OBJECT,
  STRING_14 as STRING,
  TABLE_14 as TABLE,
  TEXT_14 as TEXT,
  TEXT_OBJECT_14 as TEXT_OBJECT,
  blanksFrom_23 as blanksFrom,
  Search_49 as Search,
  blockReader_46 as blockReader,
  latin1_19 as latin1,
  ScanError_15 as ScanError
} from "./core.js";

// src/formats/torch7-scan.ts
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
var LEAST_NUMBERS = 256;
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
  /** Objects that are still to come. */
  pending = 1;
  functions = 0;
  /** Numbers: offsets, each with a length. */
  ranges = [];
  constructor(source, scan) {
    this.source = source;
    this.scan = scan;
    this.reader = blockReader(source, 64 * 1024);
    this.text = TEXT.test(this.ahead(64));
  }
  async run() {
    const certain = this.text ? TEXT_OBJECT.test(this.ahead(64)) : this.int(0) === OBJECT;
    try {
      for (let count = 0; this.pending > 0; count++) {
        if (count % 1e4 === 0) this.scan.budget.checkTime();
        if (count > MAX_OBJECTS || this.pending > MAX_PENDING) throw new ScanError("limit", "too many objects in a Torch7 file", this.at);
        this.pending--;
        this.object();
      }
    } catch (error) {
      const guessed = !certain && this.functions === 0 && this.known.size < 8;
      if (guessed && error instanceof ScanError && error.why !== "timeout") return "not-this-format";
      throw error;
    }
    for (let at = 0; at < this.ranges.length; at += 2) this.scan.account.passOver("numbers", this.ranges[at], this.ranges[at + 1]);
    await new Search(this.source, this.scan).rest(this.at);
    if (this.text) this.scan.account.passOver("padding", this.at, blanksFrom(this.source, this.at));
    return void 0;
  }
  object() {
    const start = this.at;
    const tag = this.next();
    if (FUNCTIONS.has(tag)) return this.function(start);
    if (tag === NIL) return;
    if (tag === NUMBER) return this.numbers(1, 8);
    if (tag === BOOLEAN) return this.numbers(1, 4);
    if (tag === STRING) return this.letters(this.next());
    if (tag === TABLE || tag === OBJECT) return this.numbered(tag);
    throw new ScanError("malformed", `the type tag ${tag}`, start);
  }
  numbered(tag) {
    const number = this.next();
    if (this.known.has(number)) return;
    this.known.add(number);
    if (tag === TABLE) {
      const size = this.next();
      if (size < 0 || size * 8 > this.source.size - this.at) throw new ScanError("malformed", `a table of ${size} entries`, this.at);
      this.pending += 2 * size;
      return;
    }
    const version = this.string();
    const name = /^V \d+$/.test(version) ? this.string() : version;
    const [, element = "", kind] = /^torch\.(\w*?)(Storage|Tensor)$/.exec(name) ?? [];
    if (kind === "Storage") {
      const size = this.elementSize(element);
      if (element === "Byte" || element === "Char") this.letters(this.long());
      else this.numbers(this.long(), size);
    } else if (kind === "Tensor") {
      const dimensions = this.next();
      this.numbers(Math.max(0, dimensions) * 2 + 1, 8);
      this.pending++;
    } else this.pending++;
  }
  elementSize(element) {
    const size = STORAGES.get(element);
    if (size === void 0) throw new ScanError("unsupported", `a storage of ${element.slice(0, 40)}`, this.at);
    return size;
  }
  /** A number, the bytecode, and the values it closes over. */
  function(start) {
    const number = this.next();
    if (this.known.has(number)) return;
    this.known.add(number);
    const size = this.next();
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
    this.letters(size);
    this.pending++;
  }
  string() {
    const length = this.next();
    if (length < 0 || length > 1024) throw new ScanError("malformed", `a class name of ${length} bytes`, this.at);
    const text = new TextDecoder().decode(this.reader.at(this.at, length));
    this.letters(length);
    return text;
  }
  numbers(count, width) {
    if (!this.text) {
      const start = this.at;
      this.skip(count * width);
      if (count * width >= LEAST_NUMBERS) this.ranges.push(start, count * width);
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
        if (space && within && --left === 0) return this.lineEnd();
        within = !space;
        this.at++;
      }
    }
  }
  letters(count) {
    this.skip(count);
    if (this.text && count > 0) this.lineEnd();
  }
  /** A word as `fscanf` takes it, with the line end behind it (DiskFile.c). */
  word() {
    const space = /^\s*/.exec(this.ahead(MAX_WORD))?.[0].length ?? 0;
    this.at += space;
    const word = /^\S*/.exec(this.ahead(MAX_WORD))?.[0] ?? "";
    if (word === "") throw new ScanError("truncated", "the file ends within an object", this.at);
    this.at += word.length;
    this.lineEnd();
    return word;
  }
  lineEnd() {
    if (this.reader.at(this.at, 1)[0] === NEWLINE) this.at++;
  }
  ahead(count) {
    return latin1(this.reader.at(this.at, Math.min(count, Math.max(0, this.source.size - this.at))));
  }
  next() {
    if (this.text) {
      const word = this.word();
      if (!/^[+-]?\d{1,15}$/.test(word)) throw new ScanError("malformed", `a number is missing: ${word.slice(0, 40)}`, this.at);
      return Number(word);
    }
    const value = this.int(this.at);
    this.at += 4;
    return value;
  }
  int(at) {
    const bytes = this.reader.at(at, 4);
    if (bytes.length < 4) throw new ScanError("truncated", "the file ends within an object", at);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, true);
  }
  long() {
    if (this.text) return this.next();
    const low = this.next() >>> 0;
    return this.next() * 2 ** 32 + low;
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
