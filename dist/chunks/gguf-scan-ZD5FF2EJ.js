import {
  ggufVersion_33 as ggufVersion,
  blockReader_36 as blockReader,
  slice_12 as slice,
  ScanError_13 as ScanError
} from "./core.js";

// src/wire/gguf.ts
var VALUE_SIZES = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];
var STRING = 8;
var ARRAY = 9;
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
    this.listener.key(key, at);
    const type = this.u32();
    const where = this.at;
    if (type === STRING) this.stringValue(key);
    else if (type === ARRAY) this.array(key, 0);
    else {
      const size = VALUE_SIZES[type];
      if (size === void 0) throw new ScanError("malformed", `value type ${type} of key ${key.slice(0, 80)}`, where);
      if (type === 4 || type === 10) {
        const value = type === 4 ? BigInt(this.u32()) : this.u64();
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

// src/formats/gguf-scan.ts
var DEFAULT_ALIGNMENT = 32;
var MAX_DIMS = 4;
var SAMPLE = 4096;
var MAX_SAME = 5;
var TEMPLATE = /chat_template/i;
var PROMPT = /template|prompt/i;
var INTERNALS = /__[a-z_]{2,30}__/;
async function scanGguf(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "GGUF cannot be read from a stream");
  const { observeTemplate } = await import("./jinja-facts-XWRCKY4B.js");
  const keys = /* @__PURE__ */ new Set();
  const tensors = [];
  const counts = /* @__PURE__ */ new Map();
  let alignment = DEFAULT_ALIGNMENT;
  const state = (problem, detail, offset) => {
    const count = (counts.get(problem) ?? 0) + 1;
    counts.set(problem, count);
    if (count <= MAX_SAME) scan.observe({ kind: "structure", format: "gguf", problem, detail, offset });
  };
  const end = readGguf(source, {
    tick: () => scan.budget.checkTime(),
    key(name, at) {
      if (keys.has(name)) state("duplicate-key", `the metadata key ${name.slice(0, 100)} stands twice`, at);
      keys.add(name);
    },
    wants: (name, list) => !list || TEMPLATE.test(name),
    string(key, value, length, at) {
      const named = TEMPLATE.test(key);
      if (length > value.length) {
        if (named) state("bad-header", `${key.slice(0, 100)} is ${length} bytes long`, at);
        return;
      }
      const text = new TextDecoder().decode(value);
      if (named || PROMPT.test(key) && INTERNALS.test(text) && /\{[{%]/.test(text))
        observeTemplate(scan, key.slice(0, 100), text, at + lengthSize(source.read(0, 8)), true);
    },
    integer(key, value, at) {
      if (key !== "general.alignment") return;
      if (value < 1 || value > 1 << 20 || !Number.isInteger(Math.log2(value))) state("bad-header", `an alignment of ${value}`, at);
      else alignment = value;
    },
    tensor: (tensor) => tensors.push(tensor)
  });
  const dataStart = Math.ceil(end / alignment) * alignment;
  const dataEnd = checkTensors(tensors, BigInt(Math.max(0, source.size - dataStart)), alignment, state);
  if (dataEnd === void 0) return;
  const rest = dataStart + Number(dataEnd);
  if (source.size - rest < alignment || tensors.length === 0 && source.read(rest, SAMPLE).every((byte) => byte === 0)) return;
  state("trailing-bytes", `${source.size - rest} bytes follow the last tensor`, rest);
  await scan.descend({ name: `+${rest}`, size: source.size - rest, storedAt: rest, open: () => slice(source, rest) });
}
function lengthSize(head) {
  return ggufVersion(head)?.version === 1 ? 4 : 8;
}
function checkTensors(tensors, room, alignment, state) {
  const names = /* @__PURE__ */ new Set();
  const spans = [];
  let complete = true;
  for (const tensor of tensors) {
    const { name, dims, offset, at } = tensor;
    const shown = name.slice(0, 100);
    if (names.has(name)) state("duplicate-key", `the tensor ${shown} stands twice`, at);
    names.add(name);
    if (dims.length > MAX_DIMS) state("bad-header", `${shown} has ${dims.length} dimensions`, at);
    if (offset % BigInt(alignment) !== 0n) state("bad-header", `the data of ${shown} are not aligned`, at);
    const size = sizeOf(tensor);
    if (size === void 0) complete = false;
    else if (size > 2n ** 63n) state("shape-bomb", `${shown} has ${dims.join(" \xD7 ")} elements`, at);
    else if (offset + size > room) state("out-of-bounds", `${shown} ends ${offset + size - room} bytes behind the end of the file`, at);
    else if (size > 0n) spans.push({ start: offset, end: offset + size, tensor });
  }
  spans.sort((one, other) => one.start < other.start ? -1 : one.start > other.start ? 1 : 0);
  let end = 0n;
  for (const span of spans) {
    if (span.start < end) state("overlap", `the data of ${span.tensor.name.slice(0, 100)} overlap those of another tensor`, span.tensor.at);
    if (span.end > end) end = span.end;
  }
  return complete && spans.length === tensors.length ? end : void 0;
}
function sizeOf({ dims, type }) {
  const [elements, bytes] = GGML_TYPES.get(type) ?? [];
  if (elements === void 0 || bytes === void 0) return void 0;
  const count = dims.reduce((product, dim) => product * dim, 1n);
  return count / BigInt(elements) * BigInt(bytes);
}
export {
  scanGguf
};
