import {
  BYTES_17 as BYTES,
  ProtoReader_17 as ProtoReader,
  slice_18 as slice,
  ScanError_16 as ScanError
} from "./core.js";
import {
  FlatBuffer
} from "./chunk-JLOSDYLH.js";

// src/formats/tflite-flex.ts
var VECTOR = 10;
var ELEMENTS = 2;
var MAX_NAME = 400;
function flexOperation(source, start, length) {
  const node = secondString(slice(source, start, length));
  if (node === void 0) return void 0;
  const reader = new ProtoReader(node);
  let op;
  for (const field of reader.fields(reader.root)) if (field.number === 2 && field.wire === BYTES) op = reader.text(field, MAX_NAME);
  return op;
}
function secondString(source) {
  const number = (at, width2) => {
    const bytes = at < 0 || at + width2 > source.size ? [] : [...source.read(at, width2)];
    return bytes.length === width2 ? bytes.reduceRight((sum, byte) => sum * 256 + byte, 0) : Number.NaN;
  };
  const rootWidth = number(source.size - 1, 1);
  const rootType = number(source.size - 2, 1);
  if (!(rootWidth >= 1 && rootWidth <= 8) || rootType >> 2 !== VECTOR) return void 0;
  const rootAt = source.size - 2 - rootWidth;
  const vector = rootAt - number(rootAt, rootWidth);
  const width = 1 << (rootType & 3);
  const count = number(vector - width, width);
  if (!(count >= ELEMENTS && count * width < source.size)) return void 0;
  const element = vector + width;
  const text = element - number(element, width);
  const textWidth = 1 << (number(vector + count * width + 1, 1) & 3);
  const length = number(text - textWidth, textWidth);
  return length >= 0 && text >= 0 && text + length <= source.size ? slice(source, text, length) : void 0;
}

// src/formats/tflite-scan.ts
var MAX_DISTINCT = 1e4;
var CUSTOM = 32;
var scanTflite = (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a TensorFlow Lite model cannot be read from a stream");
  const model = new FlatBuffer(source, () => scan.budget.checkTime()).root();
  const operators = readOperators(model, scan);
  readGraphs(model, operators, scan);
  readBuffers(model, source.size, scan);
};
function readOperators(model, scan) {
  const flex = [];
  const told = /* @__PURE__ */ new Set();
  for (const code of model.tables(1)) {
    const builtin = Math.max(code.u8(0), code.i32(3));
    const op = code.text(1).split("\0")[0] ?? "";
    flex.push(op.startsWith("Flex") ? op : "");
    if (op === "" && builtin !== CUSTOM) continue;
    if (told.has(op) || told.size >= MAX_DISTINCT) continue;
    told.add(op);
    scan.observe({ kind: "graph-op", framework: "tflite", op, domain: "", node: "", offset: code.at });
  }
  return flex;
}
function readGraphs(model, flex, scan) {
  const seen = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Set();
  for (const graph of model.tables(2)) {
    if (seen.has(graph.at)) continue;
    seen.add(graph.at);
    for (const operator of graph.tables(3)) {
      const index = operator.u32(0);
      const called = flex[index] ?? "";
      if (called !== "") readFlex(operator, called, told, scan);
      if (index < flex.length) continue;
      const detail = `an operator has the code ${index} of ${flex.length}`;
      scan.observe({ kind: "structure", format: "tflite", problem: "out-of-bounds", detail, offset: operator.at });
      return;
    }
  }
}
function readFlex(operator, called, told, scan) {
  const { source } = operator.buffer;
  const { start, length } = operator.vector(5, 1);
  const large = operator.u64(10);
  const op = length > 0 ? flexOperation(source, start, length) : large > 1 && operator.u64(9) + large <= source.size ? flexOperation(source, operator.u64(9), large) : void 0;
  if (op === void 0 || `Flex${op}` === called || told.has(op) || told.size >= MAX_DISTINCT) return;
  told.add(op);
  scan.observe({ kind: "graph-op", framework: "tflite", op: `Flex${op}`, domain: "", node: "", offset: operator.at });
}
function readBuffers(model, size, scan) {
  for (const buffer of model.tables(4)) {
    const end = buffer.u64(1) + buffer.u64(2);
    if (end <= size) continue;
    const detail = `a buffer ends at byte ${end} of ${size}`;
    scan.observe({ kind: "structure", format: "tflite", problem: "out-of-bounds", detail, offset: buffer.at });
    break;
  }
  const told = /* @__PURE__ */ new Set();
  for (const group of model.tables(8)) {
    const path = group.text(0);
    if (path === "" || told.has(path) || told.size >= MAX_DISTINCT) continue;
    told.add(path);
    scan.observe({ kind: "external-file", format: "tflite", path, role: "tensor data", offset: group.at });
  }
}
export {
  scanTflite
};
