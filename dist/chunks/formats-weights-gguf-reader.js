import {
  GGUF_21 as GGUF,
  GGUF_HEAD_21 as GGUF_HEAD,
  ggufVersion_21 as ggufVersion,
  Search_45 as Search,
  blockReader_41 as blockReader,
  latin1_20 as latin1,
  ScanError_8 as ScanError
} from "./core.js";

// src/wire/gguf.ts
var VALUE_SIZES = [
  1,
  // UINT8
  1,
  // INT8
  2,
  // UINT16
  2,
  // INT16
  4,
  // UINT32
  4,
  // INT32
  4,
  // FLOAT32
  1,
  // BOOL
  0,
  // STRING
  0,
  // ARRAY
  8,
  // UINT64
  8,
  // INT64
  8
  // FLOAT64
];
var UINT32 = 4;
var INT32 = 5;
var STRING = 8;
var ARRAY = 9;
var UINT64 = 10;
var TYPE = 4;
var RANK = 4;
var OFFSET = 8;
var MAX_RANK = 64;
var MAX_ARRAY_DEPTH = 4;
var MAX_KEY = 65535;
var BLOCK = 256 * 1024;
var MAX_ENTRIES = 1e6;
var IMPOSSIBLE = 2n ** 42n;
var TICK = 5e4;
var GGML_TYPES = /* @__PURE__ */ new Map([
  [0, [1, 4]],
  // F32
  [1, [1, 2]],
  // F16
  [2, [32, 18]],
  // Q4_0
  [3, [32, 20]],
  // Q4_1
  [6, [32, 22]],
  // Q5_0
  [7, [32, 24]],
  // Q5_1
  [8, [32, 34]],
  // Q8_0
  [10, [256, 84]],
  // Q2_K
  [11, [256, 110]],
  // Q3_K
  [12, [256, 144]],
  // Q4_K
  [13, [256, 176]],
  // Q5_K
  [14, [256, 210]],
  // Q6_K
  [15, [256, 292]],
  // Q8_K
  [16, [256, 66]],
  // IQ2_XXS
  [17, [256, 74]],
  // IQ2_XS
  [18, [256, 98]],
  // IQ3_XXS
  [19, [256, 50]],
  // IQ1_S
  [20, [32, 18]],
  // IQ4_NL
  [21, [256, 110]],
  // IQ3_S
  [22, [256, 82]],
  // IQ2_S
  [23, [256, 136]],
  // IQ4_XS
  [24, [1, 1]],
  // I8
  [25, [1, 2]],
  // I16
  [26, [1, 4]],
  // I32
  [27, [1, 8]],
  // I64
  [28, [1, 8]],
  // F64
  [29, [256, 56]],
  // IQ1_M
  [30, [1, 2]],
  // BF16
  [34, [256, 54]],
  // TQ1_0
  [35, [256, 66]],
  // TQ2_0
  [39, [32, 17]],
  // MXFP4
  [40, [64, 36]],
  // NVFP4
  [41, [128, 18]]
  // Q1_0
]);
var MAX_STRING = 16 << 20;
function readGguf(source, listener) {
  return new HeaderReader(source, listener).run();
}
var HeaderReader = class {
  source;
  listener;
  reader;
  littleEndian = true;
  /** Bytes of a count or length: four in version 1. */
  countSize = 8;
  at = 0;
  sinceTick = 0;
  constructor(source, listener) {
    this.source = source;
    this.listener = listener;
    this.reader = blockReader(source, BLOCK);
  }
  run() {
    const head = ggufVersion(this.source.read(0, GGUF_HEAD));
    if (!head) throw new ScanError("malformed", "not a GGUF header", 0);
    if (head.version < 1 || head.version > 3) throw new ScanError("unsupported", `GGUF version ${head.version}`, GGUF.version);
    this.littleEndian = head.littleEndian;
    this.countSize = head.version > 1 ? 8 : 4;
    this.at = GGUF_HEAD;
    const tensors = this.count("tensors", this.countSize + RANK + TYPE + OFFSET);
    const values = this.count("metadata entries", this.countSize + TYPE + 1);
    if (tensors + values > MAX_ENTRIES) throw new ScanError("limit", `more than ${MAX_ENTRIES} metadata entries and tensors`, GGUF_HEAD);
    for (let index = 0; index < values; index++) this.entry();
    for (let index = 0; index < tensors; index++) this.tensor();
    return this.at;
  }
  entry() {
    this.tick();
    const at = this.at;
    const key = this.shortString("a key");
    const type = this.u32();
    this.listener.key(key, type, at);
    const where = this.at;
    if (type === STRING) this.stringValue(key);
    else if (type === ARRAY) this.array(key, 0);
    else {
      const size = VALUE_SIZES[type];
      if (size === void 0) throw new ScanError("malformed", `value type ${type} of key ${key.slice(0, 80)}`, where);
      if (type === UINT32 || type === UINT64) {
        const value = type === UINT32 ? BigInt(this.u32()) : this.u64();
        if (value <= Number.MAX_SAFE_INTEGER) this.listener.integer(key, Number(value), where);
      } else this.skip(size);
    }
  }
  array(key, depth) {
    if (depth > MAX_ARRAY_DEPTH) throw new ScanError("malformed", "arrays nested too deeply", this.at);
    const type = this.u32();
    const size = VALUE_SIZES[type];
    if (size === void 0) throw new ScanError("malformed", `array type ${type} of key ${key.slice(0, 80)}`, this.at - TYPE);
    const count = this.count("array elements", size || (type === STRING ? this.countSize : TYPE + this.countSize));
    if (depth === 0) this.listener.list(key, { type, count, at: this.at, littleEndian: this.littleEndian, lengthSize: this.countSize });
    if (size > 0) return this.skip(count * size);
    if (type === STRING && !this.listener.wants(key, true)) return this.skipStrings(count);
    for (let index = 0; index < count; index++) {
      this.tick();
      if (type === STRING) this.stringValue(key, true);
      else this.array(key, depth + 1);
    }
  }
  /** Skips the strings of a vocabulary, often hundreds of thousands, by reading only their lengths, block by block. */
  skipStrings(count) {
    const width = this.countSize;
    const wide = width === 8;
    const high = this.littleEndian ? 4 : 0;
    const low = wide && !this.littleEndian ? 4 : 0;
    let start = this.at;
    let block = new DataView(new ArrayBuffer(0));
    for (let index = 0; index < count; index++) {
      if (this.at + width > start + block.byteLength) {
        const bytes = this.source.read(this.at, BLOCK);
        if (bytes.length < width) throw new ScanError("truncated", "the file ends within the header", this.source.size);
        start = this.at;
        block = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        this.listener.tick();
      }
      const at = this.at - start;
      const length = block.getUint32(at + low, this.littleEndian) + (wide ? block.getUint32(at + high, this.littleEndian) * 2 ** 32 : 0);
      this.at += width;
      this.skip(length);
    }
  }
  stringValue(key, list = false) {
    const at = this.at;
    const length = this.length("a string");
    if (this.listener.wants(key, list)) this.listener.string(key, this.source.read(this.at, Math.min(length, MAX_STRING)), length, at);
    this.skip(length);
  }
  tensor() {
    this.tick();
    const at = this.at;
    const name = this.shortString("a tensor name");
    const rank = this.u32();
    if (rank > MAX_RANK) throw new ScanError("malformed", `a tensor of ${rank} dimensions`, this.at - RANK);
    const dims = Array.from({ length: rank }, () => this.countValue());
    const type = this.u32();
    this.listener.tensor({ name, dims, type, offset: this.u64(), at });
  }
  tick() {
    if (++this.sinceTick < TICK) return;
    this.sinceTick = 0;
    this.listener.tick();
  }
  /** Reads a count of items of at least `least` bytes each; throws when the rest of the file is too short for them. */
  count(what, least) {
    const at = this.at;
    const value = this.countValue();
    if (value * BigInt(least) > this.source.size - this.at) {
      throw new ScanError(value > IMPOSSIBLE ? "malformed" : "truncated", `${value} ${what} do not fit into the file`, at);
    }
    return Number(value);
  }
  length(what) {
    const at = this.at;
    const value = this.countValue();
    if (value > this.source.size - this.at)
      throw new ScanError(value > IMPOSSIBLE ? "malformed" : "truncated", `${what} of ${value} bytes does not fit into the file`, at);
    return Number(value);
  }
  shortString(what) {
    const length = this.length(what);
    if (length > MAX_KEY) throw new ScanError("malformed", `${what} of ${length} bytes`, this.at);
    const value = new TextDecoder().decode(this.reader.at(this.at, length));
    this.skip(length);
    return value;
  }
  skip(count) {
    if (count > this.source.size - this.at) throw new ScanError("truncated", "the file ends within the header", this.source.size);
    this.at += count;
  }
  countValue() {
    return this.countSize === 8 ? this.u64() : BigInt(this.u32());
  }
  u32() {
    const bytes = this.take(4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, this.littleEndian);
  }
  u64() {
    const bytes = this.take(8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, this.littleEndian);
  }
  take(count) {
    const bytes = this.reader.at(this.at, count);
    if (bytes.length < count) throw new ScanError("truncated", "the file ends within the header", this.source.size);
    this.at += count;
    return bytes;
  }
};

// src/formats/weights/gguf/tensors.ts
var MAX_DIMS = 4;
var MAX_COUNT = 2n ** 63n;
function checkTensors(tensors, room, alignment, report, numbers) {
  const names = /* @__PURE__ */ new Set();
  const spans = [];
  let complete = true;
  for (const tensor of tensors) {
    const { name, dims, offset, at } = tensor;
    const shown = name.slice(0, 100);
    if (names.has(name)) report("duplicate-key", `the tensor ${shown} occurs twice`, at);
    names.add(name);
    if (dims.length > MAX_DIMS) report("bad-header", `${shown} has ${dims.length} dimensions`, at);
    if (dims.includes(0n)) report("bad-header", `${shown} has a dimension of zero`, at);
    if (offset % BigInt(alignment) !== 0n) report("bad-header", `the data of ${shown} are not aligned to ${alignment} bytes`, at);
    const elements = dims.reduce((product, dim) => product * dim, 1n);
    const size = sizeOf(tensor, elements);
    if (elements >= MAX_COUNT || (size ?? 0n) > MAX_COUNT) {
      report("shape-bomb", `${shown} has ${dims.join(" \xD7 ")} elements`, at);
      if (size === void 0) complete = false;
    } else if (size === void 0) complete = false;
    else if (offset + size > room) report("out-of-bounds", `${shown} ends ${offset + size - room} bytes past the end of the file`, at);
    else if (size > 0n) spans.push({ start: offset, end: offset + size, tensor });
    const [block] = GGML_TYPES.get(tensor.type) ?? [];
    if (block !== void 0 && (dims[0] ?? 1n) % BigInt(block) !== 0n)
      report("bad-header", `rows of ${shown} have ${dims[0] ?? 1} elements, not a multiple of the block size ${block}`, at);
  }
  spans.sort((one, other) => one.start < other.start ? -1 : one.start > other.start ? 1 : 0);
  let end = 0n;
  for (const span of spans) {
    if (span.start < end) report("overlap", `the data of ${span.tensor.name.slice(0, 100)} overlap those of another tensor`, span.tensor.at);
    if (span.end > end) end = span.end;
    numbers(span.start, span.end - span.start);
  }
  return complete && spans.length === tensors.length ? end : void 0;
}
function sizeOf({ type }, elements) {
  const [block, bytes] = GGML_TYPES.get(type) ?? [];
  return block === void 0 || bytes === void 0 ? void 0 : elements / BigInt(block) * BigInt(bytes);
}

// src/formats/weights/gguf/tokens.ts
var BLOCK2 = 256 * 1024;
var BYTE_TOKEN = 6;
var MAX_BYTE_TOKENS = 4096;
var MAX_TOKEN = 16;
var BYTE = /^<0x[0-9A-Fa-f]{2}>$/;
var NEGATIVE = /^<0x-/;
function checkByteTokens(source, tokens, types, tick, report) {
  if (tokens?.type !== STRING || types?.type !== INT32 && types?.type !== UINT32) return;
  const wanted = byteTokens(source, types, tick);
  const reader = blockReader(source, BLOCK2);
  let at = tokens.at;
  let next = 0;
  for (let index = 0; index < tokens.count && next < wanted.length; index++) {
    if (index % BLOCK2 === 0) tick();
    const head = reader.at(at, tokens.lengthSize + MAX_TOKEN);
    const length = lengthOf(head, tokens);
    if (index === wanted[next]) {
      next++;
      const text = latin1(head.subarray(tokens.lengthSize, tokens.lengthSize + Math.min(length, MAX_TOKEN)));
      if (!BYTE.test(text) || length > MAX_TOKEN)
        report(
          NEGATIVE.test(text) ? "out-of-bounds" : "bad-header",
          `the token ${index}, \u201C${text}\u201D, has the type byte but names no byte`,
          at
        );
    }
    at += tokens.lengthSize + length;
  }
}
function byteTokens(source, types, tick) {
  const found = [];
  for (let index = 0; index < types.count && found.length < MAX_BYTE_TOKENS; ) {
    tick();
    const bytes = source.read(types.at + index * 4, Math.min(BLOCK2, (types.count - index) * 4));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at + 4 <= bytes.length; at += 4, index++) {
      if (view.getInt32(at, types.littleEndian) === BYTE_TOKEN && found.length < MAX_BYTE_TOKENS) found.push(index);
    }
    if (bytes.length < 4) break;
  }
  return found;
}
function lengthOf(head, { littleEndian, lengthSize: lengthSize2 }) {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  return lengthSize2 === 4 ? view.getUint32(0, littleEndian) : Number(view.getBigUint64(0, littleEndian));
}

// src/formats/weights/gguf/reader.ts
var DEFAULT_ALIGNMENT = 32;
var MAX_ALIGNMENT = 1 << 20;
var SAMPLE = 4096;
var ALIGNMENT = "general.alignment";
var TOKENS = "tokenizer.ggml.tokens";
var TOKEN_TYPES = "tokenizer.ggml.token_type";
var MAX_LAYERS = 512;
var BLOCK_COUNT = /^[\w-]+\.(?:\w+\.)?block_count$/;
var MAX_SAME = 5;
var TEMPLATE = /chat_template/i;
var PROMPT = /template|prompt/i;
var INTERNALS = /__[a-z_]{2,30}__/;
async function scanGguf(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "GGUF cannot be read from a stream");
  const { observeAnyTemplate, observeTemplate } = await import("./formats-template-jinja-facts.js");
  const keys = /* @__PURE__ */ new Set();
  const tensors = [];
  const lists = /* @__PURE__ */ new Map();
  const counts = /* @__PURE__ */ new Map();
  let alignment = DEFAULT_ALIGNMENT;
  const report = (problem, detail, offset) => {
    const count = (counts.get(problem) ?? 0) + 1;
    counts.set(problem, count);
    if (count <= MAX_SAME) scan.observe({ kind: "structure", format: "gguf", problem, detail, offset });
  };
  const end = readGguf(source, {
    tick: () => scan.budget.checkTime(),
    key(name, type, at) {
      if (name === "") report("bad-header", "a metadata key is empty", at);
      if (name === ALIGNMENT && type !== UINT32) report("bad-header", `${name} has type ${type}, not a 32-bit number`, at);
      if (keys.has(name)) report("duplicate-key", `the metadata key ${name.slice(0, 100)} occurs twice`, at);
      keys.add(name);
    },
    wants: (name, list) => !list || PROMPT.test(name),
    string(key, value, length, at) {
      const named = TEMPLATE.test(key);
      if (length > value.length) {
        if (named) report("bad-header", `${key.slice(0, 100)} is ${length} bytes long`, at);
        return;
      }
      const text = new TextDecoder().decode(value);
      if (named || PROMPT.test(key) && INTERNALS.test(text) && /\{[{%]/.test(text))
        observeTemplate(scan, key.slice(0, 100), text, at + lengthSize(source.read(0, 8)), true);
      else if (PROMPT.test(key)) observeAnyTemplate(scan, key.slice(0, 100), text, "any-software", at + lengthSize(source.read(0, 8)));
    },
    integer(key, value, at) {
      if (BLOCK_COUNT.test(key) && value > MAX_LAYERS)
        report("out-of-bounds", `${key.slice(0, 100)} is ${value}; llama.cpp has room for ${MAX_LAYERS}`, at);
      if (key !== ALIGNMENT) return;
      if (value < 1 || value > MAX_ALIGNMENT || !Number.isInteger(Math.log2(value)))
        report("bad-header", `the alignment is ${value}, not a power of two of up to ${MAX_ALIGNMENT}`, at);
      else alignment = value;
    },
    list(key, list) {
      if (key === TOKENS || key === TOKEN_TYPES) lists.set(key, list);
    },
    tensor: (tensor) => tensors.push(tensor)
  });
  checkByteTokens(source, lists.get(TOKENS), lists.get(TOKEN_TYPES), () => scan.budget.checkTime(), report);
  const dataStart = Math.ceil(end / alignment) * alignment;
  const dataEnd = checkTensors(
    tensors,
    BigInt(Math.max(0, source.size - dataStart)),
    alignment,
    report,
    (start, size) => scan.account.passOver("numbers", dataStart + Number(start), Number(size))
  );
  await searchTrailingBytes(source, dataStart, dataEnd, tensors.length === 0, alignment, report, scan);
  await new Search(source, scan).rest();
}
async function searchTrailingBytes(source, dataStart, dataEnd, bare, alignment, report, scan) {
  if (dataEnd === void 0) return;
  const rest = dataStart + Number(dataEnd);
  if (source.size - rest < alignment || bare && source.read(rest, SAMPLE).every((byte) => byte === 0)) return;
  report("trailing-bytes", `${source.size - rest} bytes follow the last tensor`, rest);
  await new Search(source, scan).asFile(rest, source.size - rest);
}
function lengthSize(head) {
  return ggufVersion(head)?.version === 1 ? 4 : 8;
}
export {
  scanGguf
};
