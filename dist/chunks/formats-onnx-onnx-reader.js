import {
  EXTENSIONS_31 as EXTENSIONS,
  modelShape_31 as modelShape,
  isMessage_11 as isMessage,
  BYTES_9 as BYTES,
  ProtoReader_9 as ProtoReader,
  VARINT_9 as VARINT,
  Search_45 as Search,
  ScanError_8 as ScanError
} from "./core.js";
import {
  MetadataTexts
} from "./shared-formats-shared-metadata-texts.js";

// src/formats/onnx/onnx/tensor.ts
var MAX_TEXT = 400;
var MAX_PATH = 4096;
var MAX_DIMS = 64;
var VARINT_BYTES = 10;
var MAX_SIZE = 2 ** 63;
var MAX_LENGTH = 2n ** 40n;
var BITS = {
  1: 32,
  2: 8,
  3: 8,
  4: 16,
  5: 16,
  6: 32,
  7: 64,
  9: 8,
  10: 16,
  11: 64,
  12: 32,
  13: 64,
  14: 64,
  15: 128,
  16: 16,
  17: 8,
  18: 8,
  19: 8,
  20: 8,
  21: 4,
  22: 4,
  23: 4,
  24: 8,
  25: 2,
  26: 2
};
var KEYS = /^(?:location|offset|length|checksum|basepath|prepacked\w*)$/;
function readTensor(reader, span, report) {
  const tensor = tensorOf(reader, span);
  const size = checkShape(tensor, span.start, report);
  for (const { key, value, at } of tensor.external) checkEntry(tensor.name, key, value, size, at, report);
  return tensor.external.flatMap(({ key, value, at }) => key === "location" ? [{ path: value, at }] : []);
}
function tensorOf(reader, span) {
  const dims = [];
  const external = [];
  let bits;
  let name = "";
  let raw;
  for (const field of reader.fields(span)) {
    if (field.number === 1) dims.push(...dimsOf(reader, field));
    else if (field.number === 2 && field.wire === VARINT) bits = BITS[field.value];
    else if (field.wire !== BYTES) continue;
    else if (field.number === 8) name = reader.text(field, MAX_TEXT);
    else if (field.number === 9) raw = field;
    else if (field.number === 13) external.push(entryOf(reader, field));
  }
  return { dims, bits, name, raw, external };
}
function entryOf(reader, entry) {
  let key = "";
  let value = "";
  for (const part of reader.fields(entry)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 1) key = reader.text(part, MAX_TEXT);
    else if (part.number === 2) value = reader.text(part, MAX_PATH);
  }
  return { key, value, at: entry.start };
}
function dimsOf(reader, field) {
  if (field.wire === VARINT) return [field.value];
  if (field.wire !== BYTES) return [];
  const dims = [];
  let value = 0;
  let scale = 1;
  for (const byte of reader.bytes(field, MAX_DIMS * VARINT_BYTES)) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte < 128) {
      dims.push(value);
      value = 0;
      scale = 1;
    }
  }
  return dims;
}
function checkShape({ dims, bits, name, raw }, at, report) {
  const shown = name.slice(0, 100);
  if (dims.some((dim) => dim >= MAX_SIZE)) {
    report("bad-header", `${shown} has a negative dimension`, at);
    return void 0;
  }
  const bytes = dims.includes(0) ? 0 : Math.ceil(dims.reduce((product, dim) => product * dim, 1) * (bits ?? 1) / 8);
  if (bytes >= MAX_SIZE) {
    report("shape-bomb", `${shown} has ${dims.slice(0, 8).join(" \xD7 ")} elements`, at);
    return void 0;
  }
  if (bits === void 0) return void 0;
  if (raw !== void 0 && raw.end - raw.start !== bytes && raw.end > raw.start)
    report("bad-header", `${shown} has ${raw.end - raw.start} bytes of data, but its shape needs ${bytes}`, at);
  return bytes;
}
function checkEntry(name, key, value, size, at, report) {
  const shown = name.slice(0, 100);
  if (!KEYS.test(key)) return report("bad-header", `the external data of ${shown} have the unknown key ${key.slice(0, 60)}`, at);
  if (key !== "offset" && key !== "length") return;
  const number = /^\s*[+-]?\d{1,40}\s*$/.test(value) ? BigInt(value.trim().replace("+", "")) : -1n;
  if (number < 0n) report("bad-header", `the external data of ${shown} have the ${key} ${value.slice(0, 40)}`, at);
  else if (number > MAX_LENGTH)
    report(key === "length" ? "shape-bomb" : "bad-header", `the external data of ${shown} have the ${key} ${value.slice(0, 40)}`, at);
  else if (key === "length" && size !== void 0 && Number(number) !== size)
    report("bad-header", `the external data of ${shown} have ${value.slice(0, 40)} bytes, but its shape needs ${size}`, at);
}

// src/formats/onnx/onnx/model.ts
var MAX_NAME = 400;
var MAX_PATH2 = 4096;
var MAX_METADATA = 1 << 20;
var MAX_DISTINCT = 1e4;
var MAX_SAME = 5;
var MEMORY_MARKER = "_ORT_MEM_ADDR_";
var STRING = 8;
var NUMBERS = /* @__PURE__ */ new Set([4, 5, 7, 9, 10, 11]);
var MIN_NUMBERS = 256;
function readModel(reader, scan, texts) {
  const model = new Model(reader, scan);
  try {
    for (const field of reader.fields(reader.root)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 7) model.readGraph(field);
      else if (field.number === 14) readText(reader, field, texts, scan);
      else if (field.number === 20) model.readTraining(field);
      else if (field.number === 25) model.readFunction(field);
    }
  } finally {
    model.flush();
  }
}
function readText(reader, entry, texts, scan) {
  let key = "";
  let value = "";
  for (const part of reader.fields(entry)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 1) key = reader.text(part, MAX_NAME);
    else if (part.number === 2) value = reader.text(part, MAX_METADATA);
  }
  if (texts.add(key, value)) scan.account.read(entry.start, entry.end - entry.start);
}
var Model = class {
  reader;
  scan;
  nodes = /* @__PURE__ */ new Map();
  functions = /* @__PURE__ */ new Set();
  files = /* @__PURE__ */ new Set();
  counts = /* @__PURE__ */ new Map();
  constructor(reader, scan) {
    this.reader = reader;
    this.scan = scan;
  }
  /** Reads a GraphProto: node 1, initializer 5, sparse_initializer 15. */
  readGraph(graph) {
    for (const field of this.reader.fields(graph)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 1) this.readNode(field);
      else if (field.number === 5) this.readTensorData(field);
      else if (field.number === 15) this.readSparse(field);
    }
  }
  /** Reads a TrainingInfoProto: initialization 1 and algorithm 2, both graphs. */
  readTraining(info) {
    for (const field of this.reader.fields(info))
      if (field.wire === BYTES && (field.number === 1 || field.number === 2)) this.readGraph(field);
  }
  /** Reads a FunctionProto: name 1, node 7, domain 10, attribute_proto 11. Nodes call a function like an operator. */
  readFunction(span) {
    let name = "";
    let domain = "";
    for (const field of this.reader.fields(span)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 1) name = this.reader.text(field, MAX_NAME);
      else if (field.number === 7) this.readNode(field);
      else if (field.number === 10) domain = this.reader.text(field, MAX_NAME);
      else if (field.number === 11) this.readAttribute(field);
    }
    if (this.functions.size < MAX_DISTINCT) this.functions.add(`${domain}\0${name}`);
  }
  /** Reports each operator once. */
  flush() {
    for (const [key, { domain, op, name, offset }] of this.nodes) {
      const defined = this.functions.has(key) ? { defined: true } : {};
      this.scan.observe({ kind: "graph-op", framework: "onnx", op, domain, node: name, ...defined, offset });
    }
  }
  /** Reads a NodeProto: name 3, op_type 4, attribute 5, domain 7. */
  readNode(span) {
    let name = "";
    let op = "";
    let domain = "";
    let embedded = true;
    let context;
    for (const field of this.reader.fields(span)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 3) name = this.reader.text(field, MAX_NAME);
      else if (field.number === 4) op = this.reader.text(field, MAX_NAME);
      else if (field.number === 7) domain = this.reader.text(field, MAX_NAME);
      else if (field.number === 5) {
        const attribute = this.readAttribute(field);
        if (attribute.name === "embed_mode") embedded = attribute.int !== 0;
        else if (attribute.name === "ep_cache_context") context = attribute;
      }
    }
    const key = `${domain}\0${op}`;
    if (!this.nodes.has(key) && this.nodes.size < MAX_DISTINCT) this.nodes.set(key, { domain, op, name, offset: span.start });
    if (op === "EPContext" && !embedded && context?.text) {
      this.observeFile(this.reader.text(context.text, MAX_PATH2), "compiled model of an execution provider", span.start);
    }
  }
  /** AttributeProto: name 1, i 3, s 4, t 5, g 6, tensors 10, graphs 11, sparse_tensor 22, sparse_tensors 23. */
  readAttribute(span) {
    let name = "";
    let int;
    let text;
    for (const field of this.reader.fields(span)) {
      if (field.number === 3 && field.wire === 0) int = field.value;
      if (field.wire !== BYTES) continue;
      if (field.number === 1) name = this.reader.text(field, MAX_NAME);
      else if (field.number === 4) text = field;
      else if (field.number === 5 || field.number === 10) this.readTensorData(field);
      else if (field.number === 6 || field.number === 11) this.readGraph(field);
      else if (field.number === 22 || field.number === 23) this.readSparse(field);
    }
    return { name, int, text };
  }
  /** Reads a SparseTensorProto: values 1, indices 2. */
  readSparse(span) {
    for (const field of this.reader.fields(span))
      if (field.wire === BYTES && (field.number === 1 || field.number === 2)) this.readTensorData(field);
  }
  /** Reads a TensorProto: data_type 2, which comes before its data. */
  readTensorData(span) {
    let texts = false;
    for (const field of this.reader.fields(span)) {
      if (field.number === 2 && field.wire === VARINT) texts = field.value === STRING;
      if (field.wire === BYTES && NUMBERS.has(field.number) && !texts && field.end - field.start >= MIN_NUMBERS)
        this.scan.account.passOver("numbers", field.start, field.end - field.start);
    }
    for (const { path, at } of readTensor(this.reader, span, this.report)) this.observeFile(path, "tensor data", at);
  }
  report = (problem, detail, offset) => {
    const count = (this.counts.get(problem) ?? 0) + 1;
    this.counts.set(problem, count);
    if (count <= MAX_SAME) this.scan.observe({ kind: "structure", format: "onnx", problem, detail, offset });
  };
  observeFile(path, role, offset) {
    if (this.files.has(path) || this.files.size >= MAX_DISTINCT) return;
    this.files.add(path);
    if (path.includes(MEMORY_MARKER)) {
      const detail = `external data at ${path}: with this name ONNX Runtime reads from a memory address that the file chooses`;
      this.report("out-of-bounds", detail, offset);
    } else this.scan.observe({ kind: "external-file", format: "onnx", path, role, offset });
  }
};

// src/formats/onnx/onnx/reader.ts
var scanOnnx = async (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "an ONNX model cannot be read from a stream");
  if (!isMessage(source, modelShape, EXTENSIONS.includes(scan.probe.extension))) return "not-this-format";
  const texts = new MetadataTexts();
  try {
    readModel(new ProtoReader(source, () => scan.budget.checkTime()), scan, texts);
  } finally {
    await texts.descend("metadata_props.json", scan);
  }
  return new Search(source, scan).rest();
};
export {
  scanOnnx
};
