import {
  BZIP2_22 as BZIP2,
  HEAD_22 as HEAD,
  LZMA_22 as LZMA,
  OBJECT_22 as OBJECT,
  PLAIN_22 as PLAIN,
  ZLIB_22 as ZLIB,
  ZLIB_AFTER_TYPE_22 as ZLIB_AFTER_TYPE,
  paddingLength_23 as paddingLength,
  R_HEAD_21 as R_HEAD,
  rStart_21 as rStart,
  Search_45 as Search,
  blockReader_41 as blockReader,
  Puller_43 as Puller,
  inflate_43 as inflate,
  u32be_19 as u32be,
  memorySource_10 as memorySource,
  ScanError_8 as ScanError
} from "./core.js";
import {
  LzmaDecoder,
  bzip2Stream,
  lzma2
} from "./shared-bytes-codecs-bzip2-huffman.js";
import "./shared-bytes-codecs-limits.js";

// src/wire/r/lazy-load.ts
var DICTIONARY = 8 * 2 ** 20;
var ADLER = 4;
var MAX_OBJECT = 256 * 2 ** 20;
function* lazyObjects(source, spend) {
  const input = new Puller(source);
  while (input.left > 0) {
    const offset = input.offset;
    const head = input.bytes(HEAD);
    const size = u32be(head, OBJECT.length);
    if (size > MAX_OBJECT) throw new ScanError("limit", `an object of ${size} bytes in an R database`, offset);
    const parts = [];
    let done = 0;
    for (const chunk of decode(input, head[OBJECT.kind] ?? 0, size)) {
      spend(chunk.length);
      done += chunk.length;
      if (done > size) break;
      parts.push(chunk.slice());
    }
    if (done !== size) throw new ScanError("malformed", "an object in an R database does not have its declared length", offset);
    const data = memorySource(Buffer.concat(parts));
    if (!rStart(data.read(0, R_HEAD))) throw new ScanError("malformed", "an object in an R database is not serialized by R", offset);
    yield { offset, data };
  }
}
function decode(input, kind, size) {
  switch (kind) {
    case ZLIB:
      return zlibData(input, 1);
    case ZLIB_AFTER_TYPE:
      return zlibData(input, 2);
    case BZIP2:
      return bzip2Stream(input);
    case LZMA: {
      const decoder = new LzmaDecoder();
      decoder.setDictionary(DICTIONARY, input.offset);
      return lzma2(input, decoder);
    }
    case PLAIN:
      return plain(input, size);
    default:
      throw new ScanError("malformed", `an object in an R database is compressed in an unknown way (${kind})`, input.offset - 1);
  }
}
function* zlibData(input, header) {
  input.skip(header);
  yield* inflate(input);
  input.skip(ADLER);
}
function* plain(input, size) {
  for (let left = size; left > 0; ) {
    if (!input.refill()) throw input.truncated();
    const part = input.buf.subarray(input.pos, Math.min(input.end, input.pos + left));
    input.pos += part.length;
    left -= part.length;
    yield part;
  }
}

// src/wire/r/input.ts
var BLOCK = 64 * 1024;
var MAX_NAME = 1e4;
var MAX_WORD = 1 << 20;
function openRInput(source) {
  const found = rStart(source.read(0, R_HEAD));
  if (!found) throw new ScanError("malformed", "not serialized by R", 0);
  return found.encoding === "A" ? new TextInput(source, found.start) : new BinaryInput(source, found.start, found.encoding === "B");
}
var BinaryInput = class {
  source;
  littleEndian;
  reader;
  at;
  constructor(source, start, littleEndian) {
    this.source = source;
    this.littleEndian = littleEndian;
    this.reader = blockReader(source, BLOCK);
    this.at = start;
  }
  offset() {
    return this.at;
  }
  int() {
    const bytes = this.reader.at(this.at, 4);
    if (bytes.length < 4) throw new ScanError("truncated", "the file ends within an R object", this.at);
    this.at += 4;
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, this.littleEndian);
  }
  text(length) {
    const text = new TextDecoder().decode(this.reader.at(this.at, Math.min(Math.max(0, length), MAX_NAME)));
    this.skipText(length);
    return text;
  }
  skipText(length) {
    this.skip(Math.max(0, length));
  }
  skipRaw(length) {
    this.skip(length);
  }
  skipNumbers(count, width) {
    this.skip(count * width);
  }
  skip(count) {
    if (!(count >= 0 && count <= this.source.size - this.at)) throw new ScanError("truncated", "the file ends within an R object", this.at);
    this.at += count;
  }
};
var TextInput = class {
  reader;
  at;
  constructor(source, start) {
    this.reader = blockReader(source, BLOCK);
    this.at = start;
  }
  offset() {
    return this.at;
  }
  int() {
    const word = this.word();
    if (word === "NA") return -(2 ** 31);
    const number = /^[+-]?\d{1,10}/.exec(word)?.[0];
    if (number === void 0) throw new ScanError("malformed", "a number is missing in an R object", this.at);
    return Number(number);
  }
  text(length) {
    const kept = [];
    this.letters(length, (letter) => {
      if (kept.length < MAX_NAME) kept.push(letter);
    });
    return new TextDecoder().decode(Uint8Array.from(kept));
  }
  skipText(length) {
    this.letters(length, () => void 0);
  }
  /** Reads a text as `InString` of serialize.c does. */
  letters(length, each) {
    if (length > 0) this.skipSpace();
    for (let index = 0; index < length; index++) {
      const letter = this.letter();
      each(letter === BACKSLASH ? this.escape() : letter);
    }
  }
  /** Reads an escape after its backslash. Named escapes are returned as their letter, since only the length matters. */
  escape() {
    const first = this.letter();
    if (!isOctal(first)) return first;
    let value = first - ZERO;
    for (let digit = 1; digit < 3 && isOctal(this.byte()); digit++) value = value * 8 + this.letter() - ZERO;
    return value & 255;
  }
  letter() {
    const byte = this.byte();
    if (byte === void 0) throw new ScanError("truncated", "the file ends within an R object", this.at);
    this.at++;
    return byte;
  }
  /** Raw bytes are written as words of two hexadecimal digits. */
  skipRaw(length) {
    this.words(length);
  }
  skipNumbers(count, width) {
    this.words(width === 16 ? count * 2 : count);
  }
  words(count) {
    for (let index = 0; index < count; index++) this.word();
  }
  word() {
    this.skipSpace();
    const start = this.at;
    for (let byte = this.byte(); byte !== void 0 && !isSpace(byte); byte = this.byte()) {
      if (++this.at - start > MAX_WORD) throw new ScanError("limit", "a word of more than 1 MiB", start);
    }
    if (this.at === start) throw new ScanError("truncated", "the file ends within an R object", start);
    return new TextDecoder().decode(this.reader.at(start, this.at - start));
  }
  skipSpace() {
    while (isSpace(this.byte())) this.at++;
  }
  byte() {
    return this.reader.at(this.at, 1)[0];
  }
};
var ZERO = 48;
var BACKSLASH = 92;
function isOctal(byte) {
  return byte !== void 0 && byte >= ZERO && byte < ZERO + 8;
}
function isSpace(byte) {
  return byte === 32 || byte !== void 0 && byte >= 9 && byte <= 13;
}

// src/wire/r/serialization.ts
var TYPE_MASK = 255;
var HAS_ATTRIBUTES = 512;
var HAS_TAG = 1024;
var SYMBOL = 1;
var PAIRLIST = 2;
var CLOSURE = 3;
var ENVIRONMENT = 4;
var PROMISE = 5;
var LANGUAGE = 6;
var SPECIAL = 7;
var BUILTIN = 8;
var CHARACTERS = 9;
var DOTS = 17;
var BYTECODE = 21;
var EXTERNAL_POINTER = 22;
var WEAK_REFERENCE = 23;
var RAW = 24;
var S4 = 25;
var ALTREP = 238;
var ATTRIBUTE_PAIRLIST = 239;
var ATTRIBUTE_LANGUAGE = 240;
var BYTECODE_REFERENCE = 243;
var BYTECODE_DEFINITION = 244;
var PERSISTENT = 247;
var PACKAGE = 248;
var NAMESPACE = 249;
var REFERENCE = 255;
var INTEGER = 13;
var NUMBERS = /* @__PURE__ */ new Map([
  [10, 4],
  [INTEGER, 4],
  [14, 8],
  [15, 16]
]);
var VECTORS = /* @__PURE__ */ new Set([16, 19, 20]);
var CONSTANTS = /* @__PURE__ */ new Set([241, 242, 250, 251, 252, 253, 254]);
var MAX_PENDING = 2e5;
var TICK = 2e4;
function readR(source, listener) {
  const input = openRInput(source);
  const version = input.int();
  if (version !== 2 && version !== 3) throw new ScanError("unsupported", `version ${version} of R's serialization`, input.offset());
  input.int();
  input.int();
  if (version === 3) input.text(input.int());
  new Walker(input, listener).run();
  return input.offset();
}
var Walker = class {
  input;
  listener;
  pending = [];
  constructor(input, listener) {
    this.input = input;
    this.listener = listener;
  }
  run() {
    this.push("item");
    let count = 0;
    for (let top = this.pending.at(-1); top; top = this.pending.at(-1)) {
      if (--top.times <= 0) this.pending.pop();
      if (++count % TICK === 0) this.listener.tick();
      if (top.shape === "code") this.byteCode();
      else if (top.shape === "code-constant") this.byteCodeConstant();
      else if (top.shape === "code-language") this.byteCodeLanguage(this.input.int());
      else this.item();
    }
  }
  push(shape, times = 1) {
    if (times <= 0) return;
    this.pending.push({ shape, times });
    if (this.pending.length > MAX_PENDING) throw new ScanError("limit", "R objects nested too deeply", this.input.offset());
  }
  item() {
    const at = this.input.offset();
    const flags = this.input.int();
    const type = flags & TYPE_MASK;
    const attributes = (flags & HAS_ATTRIBUTES) !== 0 ? 1 : 0;
    const tag = (flags & HAS_TAG) !== 0 ? 1 : 0;
    if (CONSTANTS.has(type)) return;
    const width = NUMBERS.get(type);
    if (width !== void 0) {
      this.push("item", attributes);
      this.input.skipNumbers(this.length(), width);
    } else if (VECTORS.has(type)) {
      this.push("item", attributes);
      this.push("item", this.length());
    } else this.structure(type, flags, attributes, tag, at);
  }
  structure(type, flags, attributes, tag, at) {
    switch (type) {
      case REFERENCE:
        if (flags >> 8 === 0) this.input.int();
        return;
      case SYMBOL:
        return this.symbol();
      case PERSISTENT:
      case PACKAGE:
      case NAMESPACE:
        this.input.int();
        return this.push("item", this.length());
      case ENVIRONMENT:
        this.input.int();
        return this.push("item", 4);
      case PROMISE:
        this.listener.code("promise", at);
        return this.push("item", attributes + tag + 2);
      case CLOSURE:
        this.listener.code("closure", at);
        return this.push("item", attributes + tag + 2);
      case PAIRLIST:
      case LANGUAGE:
      case DOTS:
        return this.push("item", attributes + tag + 2);
      case SPECIAL:
      case BUILTIN:
        this.listener.symbol(this.input.text(this.input.int()));
        return;
      case CHARACTERS: {
        const length = this.input.int();
        if (length >= 0) this.input.skipText(length);
        return this.push("item", attributes);
      }
      case RAW:
        this.push("item", attributes);
        return this.input.skipRaw(this.length());
      case BYTECODE:
        this.listener.code("bytecode", at);
        this.push("item", attributes);
        this.input.int();
        return this.push("code");
      case EXTERNAL_POINTER:
        this.listener.code("external-pointer", at);
        return this.push("item", attributes + 2);
      case WEAK_REFERENCE:
      case S4:
        return this.push("item", attributes);
      case ALTREP:
        return this.push("item", 3);
      default:
        throw new ScanError("malformed", `unknown R type ${type}`, at);
    }
  }
  symbol() {
    const at = this.input.offset();
    if ((this.input.int() & TYPE_MASK) !== CHARACTERS) throw new ScanError("malformed", "a symbol without a name", at);
    this.listener.symbol(this.input.text(this.input.int()));
  }
  /** Reads byte code: its instructions, which are an integer vector, and its constants. */
  byteCode() {
    const at = this.input.offset();
    if ((this.input.int() & TYPE_MASK) !== INTEGER) throw new ScanError("malformed", "byte code without instructions", at);
    this.input.skipNumbers(this.length(), 4);
    this.push("code-constant", this.input.int());
  }
  byteCodeConstant() {
    const type = this.input.int();
    if (type === BYTECODE) this.push("code");
    else if (LANGUAGES.has(type) || type === BYTECODE_REFERENCE || type === BYTECODE_DEFINITION) this.byteCodeLanguage(type);
    else this.push("item");
  }
  byteCodeLanguage(written) {
    let type = written;
    if (type === BYTECODE_REFERENCE) {
      this.input.int();
      return;
    }
    if (type === BYTECODE_DEFINITION) {
      this.input.int();
      type = this.input.int();
    }
    if (!LANGUAGES.has(type)) return this.push("item");
    this.push("code-language", 2);
    this.push("item", type === ATTRIBUTE_LANGUAGE || type === ATTRIBUTE_PAIRLIST ? 2 : 1);
  }
  length() {
    const short = this.input.int();
    if (short >= 0) return short;
    if (short !== -1) throw new ScanError("malformed", `a length of ${short}`, this.input.offset());
    return this.input.int() * 2 ** 32 + (this.input.int() >>> 0);
  }
};
var LANGUAGES = /* @__PURE__ */ new Set([LANGUAGE, PAIRLIST, ATTRIBUTE_LANGUAGE, ATTRIBUTE_PAIRLIST]);

// src/formats/runtime/r-data/reader.ts
var REACHES = new Set(
  "system system2 shell shell.exec pipe eval evalq source sys.source parse download.file url socketConnection dyn.load library.dynam unlink file.remove file.copy writeLines Sys.setenv install.packages reg.finalizer do.call load readRDS".split(" ")
);
var scanRData = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "an R object cannot be read from a stream");
  const code = new RCode(scan);
  let end = 0;
  try {
    end = code.read(input, (offset) => offset);
  } finally {
    code.report();
  }
  await new Search(input, scan).rest(end);
  scan.account.passOver("padding", end, paddingLength(input, end));
};
var scanRLazyLoad = ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "an R database cannot be read from a stream");
  const code = new RCode(scan);
  let objects = 0;
  try {
    for (const { offset, data } of lazyObjects(input, (bytes) => scan.budget.charge("bytes-inflated", bytes))) {
      objects++;
      code.read(data, () => offset);
    }
  } catch (error) {
    if (objects === 0 && error instanceof ScanError && scan.probe.extension !== ".rdb") return "not-this-format";
    throw error;
  } finally {
    code.report();
  }
  scan.account.passOver("compressed");
  return void 0;
};
var RCode = class {
  scan;
  first = /* @__PURE__ */ new Map();
  reaches = /* @__PURE__ */ new Set();
  constructor(scan) {
    this.scan = scan;
  }
  /** Reads one object and returns its end. `offsetOf` converts an offset in the object to one in the artifact. */
  read(source, offsetOf) {
    const { first, reaches, scan } = this;
    return readR(source, {
      symbol(name) {
        if (REACHES.has(name)) reaches.add(name);
      },
      code(kind, offset) {
        if (!first.has(kind)) first.set(kind, offsetOf(offset));
      },
      tick: () => scan.budget.checkTime()
    });
  }
  report() {
    this.reportCode("promise", "an R promise", "load");
    if (this.first.has("closure")) this.reportCode("closure", "R functions", "use");
    else this.reportCode("bytecode", "R byte code", "use");
  }
  reportCode(kind, carrier, runs) {
    const offset = this.first.get(kind);
    if (offset === void 0) return;
    const reaches = [...this.reaches].map((name) => `base::${name}`);
    this.scan.observe({ kind: "shipped-code", language: "r", carrier, runs, reaches, offset });
  }
};
export {
  scanRData,
  scanRLazyLoad
};
