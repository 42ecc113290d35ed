import {
  EXTENSIONS_25 as EXTENSIONS,
  modelShape_25 as modelShape,
  isMessage_24 as isMessage,
  BYTES_23 as BYTES,
  ProtoReader_23 as ProtoReader,
  ScanError_13 as ScanError
} from "./core.js";
import {
  MetadataTexts
} from "./chunk-L52IKYCW.js";
import "./chunk-R7Z6PQGC.js";

// src/formats/onnx-model.ts
var MAX_NAME = 400;
var MAX_PATH = 4096;
var MAX_METADATA = 1 << 20;
var MAX_DISTINCT = 1e4;
var MEMORY_MARKER = "_ORT_MEM_ADDR_";
function readModel(reader, scan, texts) {
  const model = new Model(reader, scan);
  try {
    for (const field of reader.fields(reader.root)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 7) model.graph(field);
      else if (field.number === 14) readText(reader, field, texts);
      else if (field.number === 20) model.training(field);
      else if (field.number === 25) model.function(field);
    }
  } finally {
    model.flush();
  }
}
function readText(reader, entry, texts) {
  let key = "";
  let value = "";
  for (const part of reader.fields(entry)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 1) key = reader.text(part, MAX_NAME);
    else if (part.number === 2) value = reader.text(part, MAX_METADATA);
  }
  texts.add(key, value);
}
var Model = class {
  reader;
  scan;
  nodes = /* @__PURE__ */ new Map();
  functions = /* @__PURE__ */ new Set();
  files = /* @__PURE__ */ new Set();
  constructor(reader, scan) {
    this.reader = reader;
    this.scan = scan;
  }
  /** GraphProto: node 1, initializer 5, sparse_initializer 15. */
  graph(graph) {
    for (const field of this.reader.fields(graph)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 1) this.node(field);
      else if (field.number === 5) this.tensor(field);
      else if (field.number === 15) this.sparse(field);
    }
  }
  /** TrainingInfoProto: initialization 1 and algorithm 2, both graphs. */
  training(info) {
    for (const field of this.reader.fields(info)) if (field.wire === BYTES && (field.number === 1 || field.number === 2)) this.graph(field);
  }
  /** FunctionProto: name 1, node 7, domain 10, attribute_proto 11. Nodes call it as if it were an operator. */
  function(span) {
    let name = "";
    let domain = "";
    for (const field of this.reader.fields(span)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 1) name = this.reader.text(field, MAX_NAME);
      else if (field.number === 7) this.node(field);
      else if (field.number === 10) domain = this.reader.text(field, MAX_NAME);
      else if (field.number === 11) this.attribute(field);
    }
    if (this.functions.size < MAX_DISTINCT) this.functions.add(`${domain}\0${name}`);
  }
  /** States each operator once. */
  flush() {
    for (const [key, { domain, op, name, offset }] of this.nodes) {
      const defined = this.functions.has(key) ? { defined: true } : {};
      this.scan.observe({ kind: "graph-op", framework: "onnx", op, domain, node: name, ...defined, offset });
    }
  }
  /** NodeProto: name 3, op_type 4, attribute 5, domain 7. */
  node(span) {
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
        const attribute = this.attribute(field);
        if (attribute.name === "embed_mode") embedded = attribute.int !== 0;
        else if (attribute.name === "ep_cache_context") context = attribute;
      }
    }
    const key = `${domain}\0${op}`;
    if (!this.nodes.has(key) && this.nodes.size < MAX_DISTINCT) this.nodes.set(key, { domain, op, name, offset: span.start });
    if (op === "EPContext" && !embedded && context?.text) {
      this.file(this.reader.text(context.text, MAX_PATH), "compiled model of an execution provider", span.start);
    }
  }
  /** AttributeProto: name 1, i 3, s 4, t 5, g 6, tensors 10, graphs 11, sparse_tensor 22, sparse_tensors 23. */
  attribute(span) {
    let name = "";
    let int;
    let text;
    for (const field of this.reader.fields(span)) {
      if (field.number === 3 && field.wire === 0) int = field.value;
      if (field.wire !== BYTES) continue;
      if (field.number === 1) name = this.reader.text(field, MAX_NAME);
      else if (field.number === 4) text = field;
      else if (field.number === 5 || field.number === 10) this.tensor(field);
      else if (field.number === 6 || field.number === 11) this.graph(field);
      else if (field.number === 22 || field.number === 23) this.sparse(field);
    }
    return { name, int, text };
  }
  /** SparseTensorProto: values 1, indices 2. */
  sparse(span) {
    for (const field of this.reader.fields(span)) if (field.wire === BYTES && (field.number === 1 || field.number === 2)) this.tensor(field);
  }
  /** TensorProto: external_data 13, entries of key 1 and value 2. */
  tensor(span) {
    for (const field of this.reader.fields(span)) {
      if (field.number !== 13 || field.wire !== BYTES) continue;
      let key = "";
      let value = "";
      for (const part of this.reader.fields(field)) {
        if (part.wire !== BYTES) continue;
        if (part.number === 1) key = this.reader.text(part, MAX_NAME);
        else if (part.number === 2) value = this.reader.text(part, MAX_PATH);
      }
      if (key === "location") this.file(value, "tensor data", field.start);
    }
  }
  file(path, role, offset) {
    if (this.files.has(path) || this.files.size >= MAX_DISTINCT) return;
    this.files.add(path);
    if (path.includes(MEMORY_MARKER)) {
      const detail = `external data at ${path}: ONNX Runtime\u2019s mark for an address in memory, which no file can know`;
      this.scan.observe({ kind: "structure", format: "onnx", problem: "out-of-bounds", detail, offset });
    } else this.scan.observe({ kind: "external-file", format: "onnx", path, role, offset });
  }
};

// src/formats/onnx-scan.ts
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
  return void 0;
};
export {
  scanOnnx
};
