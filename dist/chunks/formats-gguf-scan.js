import {
  ggufVersion_20 as ggufVersion,
  Search_49 as Search,
  blockReader_46 as blockReader,
  latin1_19 as latin1,
  ScanError_15 as ScanError
} from "./core.js";

// src/wire/gguf.ts
var VALUE_SIZES = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];
var UINT32 = 4;
var INT32 = 5;
var STRING = 8;
var ARRAY = 9;
var UINT64 = 10;
var MAX_ARRAY_DEPTH = 4;
var MAX_KEY = 65535;
var BLOCK = 256 * 1024;
var MAX_ENTRIES = 1e6;
var IMPOSSIBLE = 2n ** 42n;
var TICK = 5e4;
var GGML_TYPES = /* @__PURE__ */ new Map([
  [0, [1, 4]],
  [1, [1, 2]],
  [2, [32, 18]],
  [3, [32, 20]],
  [6, [32, 22]],
  [7, [32, 24]],
  [8, [32, 34]],
  [10, [256, 84]],
  [11, [256, 110]],
  [12, [256, 144]],
  [13, [256, 176]],
  [14, [256, 210]],
  [15, [256, 292]],
  [16, [256, 66]],
  [17, [256, 74]],
  [18, [256, 98]],
  [19, [256, 50]],
  [20, [32, 18]],
  [21, [256, 110]],
  [22, [256, 82]],
  [23, [256, 136]],
  [24, [1, 1]],
  [25, [1, 2]],
  [26, [1, 4]],
  [27, [1, 8]],
  [28, [1, 8]],
  [29, [256, 56]],
  [30, [1, 2]],
  [34, [256, 54]],
  [35, [256, 66]],
  [39, [32, 17]],
  [40, [64, 36]],
  [41, [128, 18]]
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
  wide = true;
  at = 0;
  sinceTick = 0;
  constructor(source, listener) {
    this.source = source;
    this.listener = listener;
    this.reader = blockReader(source, BLOCK);
  }
  run() {
    const head = ggufVersion(this.source.read(0, 8));
    if (!head) throw new ScanError("malformed", "not a GGUF header", 0);
    if (head.version < 1 || head.version > 3) throw new ScanError("unsupported", `GGUF version ${head.version}`, 4);
    this.littleEndian = head.littleEndian;
    this.wide = head.version > 1;
    this.at = 8;
    const tensors = this.count("tensors", this.wide ? 24 : 20);
    const values = this.count("metadata entries", this.wide ? 13 : 9);
    if (tensors + values > MAX_ENTRIES) throw new ScanError("limit", `more than ${MAX_ENTRIES} metadata entries and tensors`, 8);
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
    if (depth > MAX_ARRAY_DEPTH) throw new ScanError("malformed", "arrays nested too deep", this.at);
    const type = this.u32();
    const size = VALUE_SIZES[type];
    if (size === void 0) throw new ScanError("malformed", `array type ${type} of key ${key.slice(0, 80)}`, this.at - 4);
    const count = this.count("array elements", size || (type === STRING ? this.wide ? 8 : 4 : this.wide ? 12 : 8));
    if (depth === 0) this.listener.list(key, { type, count, at: this.at, littleEndian: this.littleEndian, lengthSize: this.wide ? 8 : 4 });
    if (size > 0) return this.skip(count * size);
    if (type === STRING && !this.listener.wants(key, true)) return this.skipStrings(count);
    for (let index = 0; index < count; index++) {
      this.tick();
      if (type === STRING) this.stringValue(key, true);
      else this.array(key, depth + 1);
    }
  }
  /** A vocabulary: hundreds of thousands of strings, of which only the lengths are read, block by block. */
  skipStrings(count) {
    const width = this.wide ? 8 : 4;
    const high = this.littleEndian ? 4 : 0;
    const low = this.wide && !this.littleEndian ? 4 : 0;
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
      const length = block.getUint32(at + low, this.littleEndian) + (this.wide ? block.getUint32(at + high, this.littleEndian) * 2 ** 32 : 0);
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
    if (rank > 64) throw new ScanError("malformed", `a tensor of ${rank} dimensions`, this.at - 4);
    const dims = Array.from({ length: rank }, () => this.wide ? this.u64() : BigInt(this.u32()));
    const type = this.u32();
    this.listener.tensor({ name, dims, type, offset: this.u64(), at });
  }
  tick() {
    if (++this.sinceTick < TICK) return;
    this.sinceTick = 0;
    this.listener.tick();
  }
  /** A count of things of at least `least` bytes each: more than the rest of the file can hold is refused before anything is read. */
  count(what, least) {
    const at = this.at;
    const value = this.wide ? this.u64() : BigInt(this.u32());
    if (value * BigInt(least) > this.source.size - this.at) {
      throw new ScanError(value > IMPOSSIBLE ? "malformed" : "truncated", `${value} ${what} do not fit into the file`, at);
    }
    return Number(value);
  }
  length(what) {
    const at = this.at;
    const value = this.wide ? this.u64() : BigInt(this.u32());
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

// src/formats/gguf-tensors.ts
var MAX_DIMS = 4;
var MAX_COUNT = 2n ** 63n;
function checkTensors(tensors, room, alignment, state, numbers) {
  const names = /* @__PURE__ */ new Set();
  const spans = [];
  let complete = true;
  for (const tensor of tensors) {
    const { name, dims, offset, at } = tensor;
    const shown = name.slice(0, 100);
    if (names.has(name)) state("duplicate-key", `the tensor ${shown} stands twice`, at);
    names.add(name);
    if (dims.length > MAX_DIMS) state("bad-header", `${shown} has ${dims.length} dimensions`, at);
    if (dims.includes(0n)) state("bad-header", `${shown} has a dimension of zero`, at);
    if (offset % BigInt(alignment) !== 0n) state("bad-header", `the data of ${shown} are not aligned`, at);
    const elements = dims.reduce((product, dim) => product * dim, 1n);
    const size = sizeOf(tensor, elements);
    if (elements >= MAX_COUNT || (size ?? 0n) > MAX_COUNT) {
      state("shape-bomb", `${shown} has ${dims.join(" \xD7 ")} elements`, at);
      if (size === void 0) complete = false;
    } else if (size === void 0) complete = false;
    else if (offset + size > room) state("out-of-bounds", `${shown} ends ${offset + size - room} bytes behind the end of the file`, at);
    else if (size > 0n) spans.push({ start: offset, end: offset + size, tensor });
    const [block] = GGML_TYPES.get(tensor.type) ?? [];
    if (block !== void 0 && (dims[0] ?? 1n) % BigInt(block) !== 0n)
      state("bad-header", `rows of ${shown} have ${dims[0] ?? 1} elements, which are no whole blocks of ${block}`, at);
  }
  spans.sort((one, other) => one.start < other.start ? -1 : one.start > other.start ? 1 : 0);
  let end = 0n;
  for (const span of spans) {
    if (span.start < end) state("overlap", `the data of ${span.tensor.name.slice(0, 100)} overlap those of another tensor`, span.tensor.at);
    if (span.end > end) end = span.end;
    numbers(span.start, span.end - span.start);
  }
  return complete && spans.length === tensors.length ? end : void 0;
}
function sizeOf({ type }, elements) {
  const [block, bytes] = GGML_TYPES.get(type) ?? [];
  return block === void 0 || bytes === void 0 ? void 0 : elements / BigInt(block) * BigInt(bytes);
}

// src/formats/gguf-tokens.ts
var BLOCK2 = 256 * 1024;
var BYTE_TOKEN = 6;
var MAX_BYTE_TOKENS = 4096;
var MAX_TOKEN = 16;
var BYTE = /^<0x[0-9A-Fa-f]{2}>$/;
var NEGATIVE = /^<0x-/;
function checkByteTokens(source, tokens, types, tick, state) {
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
        state(NEGATIVE.test(text) ? "out-of-bounds" : "bad-header", `the token ${index}, \u201C${text}\u201D, stands for a byte and names none`, at);
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

// src/formats/gguf-scan.ts
var DEFAULT_ALIGNMENT = 32;
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
  const { observeAnyTemplate, observeTemplate } = await import("./formats-jinja-facts.js");
  const keys = /* @__PURE__ */ new Set();
  const tensors = [];
  const lists = /* @__PURE__ */ new Map();
  const counts = /* @__PURE__ */ new Map();
  let alignment = DEFAULT_ALIGNMENT;
  const state = (problem, detail, offset) => {
    const count = (counts.get(problem) ?? 0) + 1;
    counts.set(problem, count);
    if (count <= MAX_SAME) scan.observe({ kind: "structure", format: "gguf", problem, detail, offset });
  };
  const end = readGguf(source, {
    tick: () => scan.budget.checkTime(),
    key(name, type, at) {
      if (name === "") state("bad-header", "a metadata key is empty", at);
      if (name === ALIGNMENT && type !== UINT32) state("bad-header", `${name} is of type ${type}, not a 32-bit number`, at);
      if (keys.has(name)) state("duplicate-key", `the metadata key ${name.slice(0, 100)} stands twice`, at);
      keys.add(name);
    },
    wants: (name, list) => !list || PROMPT.test(name),
    string(key, value, length, at) {
      const named = TEMPLATE.test(key);
      if (length > value.length) {
        if (named) state("bad-header", `${key.slice(0, 100)} is ${length} bytes long`, at);
        return;
      }
      const text = new TextDecoder().decode(value);
      if (named || PROMPT.test(key) && INTERNALS.test(text) && /\{[{%]/.test(text))
        observeTemplate(scan, key.slice(0, 100), text, at + lengthSize(source.read(0, 8)), true);
      else if (PROMPT.test(key)) observeAnyTemplate(scan, key.slice(0, 100), text, "anybody", at + lengthSize(source.read(0, 8)));
    },
    integer(key, value, at) {
      if (BLOCK_COUNT.test(key) && value > MAX_LAYERS)
        state("out-of-bounds", `${key.slice(0, 100)} is ${value}, and llama.cpp has room for ${MAX_LAYERS}`, at);
      if (key !== ALIGNMENT) return;
      if (value < 1 || value > 1 << 20 || !Number.isInteger(Math.log2(value))) state("bad-header", `an alignment of ${value}`, at);
      else alignment = value;
    },
    list(key, list) {
      if (key === TOKENS || key === TOKEN_TYPES) lists.set(key, list);
    },
    tensor: (tensor) => tensors.push(tensor)
  });
  checkByteTokens(source, lists.get(TOKENS), lists.get(TOKEN_TYPES), () => scan.budget.checkTime(), state);
  const dataStart = Math.ceil(end / alignment) * alignment;
  const dataEnd = checkTensors(
    tensors,
    BigInt(Math.max(0, source.size - dataStart)),
    alignment,
    state,
    (start, size) => scan.account.passOver("numbers", dataStart + Number(start), Number(size))
  );
  await lookBehind(source, dataStart, dataEnd, tensors.length === 0, alignment, state, scan);
  await new Search(source, scan).rest();
}
async function lookBehind(source, dataStart, dataEnd, bare, alignment, state, scan) {
  if (dataEnd === void 0) return;
  const rest = dataStart + Number(dataEnd);
  if (source.size - rest < alignment || bare && source.read(rest, SAMPLE).every((byte) => byte === 0)) return;
  state("trailing-bytes", `${source.size - rest} bytes follow the last tensor`, rest);
  await new Search(source, scan).foreign(rest, source.size - rest);
}
function lengthSize(head) {
  return ggufVersion(head)?.version === 1 ? 4 : 8;
}
export {
  scanGguf
};
