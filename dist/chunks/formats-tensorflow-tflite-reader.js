import {
  BYTES_9 as BYTES,
  ProtoReader_9 as ProtoReader,
  Search_45 as Search,
  slice_10 as slice,
  ScanError_8 as ScanError
} from "./core.js";
import {
  FlatBuffer
} from "./shared-wire-flatbuffer.js";

// src/formats/tensorflow/tflite/flex.ts
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

// src/formats/tensorflow/tflite/reader.ts
var MAX_DISTINCT = 1e4;
var MAX_DIMS = 32;
var MAX_INDICES = 4096;
var MAX_ELEMENTS = 2 ** 60;
var MIN_NUMBERS = 256;
var CUSTOM = 32;
var scanTflite = (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a TensorFlow Lite model cannot be read from a stream");
  const model = new FlatBuffer(source, () => scan.budget.checkTime()).root();
  const operators = readOperators(model, scan);
  readGraphs(model, operators, scan);
  readBuffers(model, source.size, scan);
  passNumbers(model, scan);
  return new Search(source, scan).rest();
};
function readOperators(model, scan) {
  const flex = [];
  const reported = /* @__PURE__ */ new Set();
  for (const code of model.tables(1)) {
    const builtin = Math.max(code.u8(0), code.i32(3));
    const op = code.text(1).split("\0")[0] ?? "";
    flex.push(op.startsWith("Flex") ? op : "");
    if (op === "" && builtin !== CUSTOM) continue;
    if (reported.has(op) || reported.size >= MAX_DISTINCT) continue;
    reported.add(op);
    scan.observe({ kind: "graph-op", framework: "tflite", op, domain: "", node: "", offset: code.at });
  }
  return flex;
}
function checkTensors(graph, scan) {
  const report = (problem, detail, offset) => void scan.observe({ kind: "structure", format: "tflite", problem, detail, offset });
  let count = 0;
  for (const tensor of graph.tables(0)) {
    count++;
    const elements = numbersOf(tensor, 0, MAX_DIMS).reduce((product, dim) => product * dim, 1);
    if (Math.abs(elements) < MAX_ELEMENTS) continue;
    report("shape-bomb", `the tensor ${tensor.text(3).slice(0, 100)} has ${elements} elements`, tensor.at);
    break;
  }
  if (count < graph.vector(0, 4).length) return;
  for (const operator of graph.tables(3)) {
    const wrong = numbersOf(operator, 1, MAX_INDICES).find((index) => index < -1 || index >= count) ?? numbersOf(operator, 2, MAX_INDICES).find((index) => index < 0 || index >= count);
    if (wrong !== void 0)
      return report("out-of-bounds", `an operator uses tensor ${wrong}, but there are only ${count} tensors`, operator.at);
  }
}
function numbersOf(table, field, most) {
  const { start, length } = table.vector(field, 4);
  return Array.from({ length: Math.min(length, most) }, (_, index) => table.buffer.i32(start + index * 4));
}
function readGraphs(model, flex, scan) {
  const seen = /* @__PURE__ */ new Set();
  const reported = /* @__PURE__ */ new Set();
  for (const graph of model.tables(2)) {
    if (seen.has(graph.at)) continue;
    seen.add(graph.at);
    checkTensors(graph, scan);
    for (const operator of graph.tables(3)) {
      const index = operator.u32(0);
      const called = flex[index] ?? "";
      if (called !== "") readFlex(operator, called, reported, scan);
      if (index < flex.length) continue;
      const detail = `an operator has code ${index}, but there are only ${flex.length} codes`;
      scan.observe({ kind: "structure", format: "tflite", problem: "out-of-bounds", detail, offset: operator.at });
      return;
    }
  }
}
function readFlex(operator, called, reported, scan) {
  const { source } = operator.buffer;
  const { start, length } = operator.vector(5, 1);
  const large = operator.u64(10);
  const op = length > 0 ? flexOperation(source, start, length) : large > 1 && operator.u64(9) + large <= source.size ? flexOperation(source, operator.u64(9), large) : void 0;
  if (op === void 0 || `Flex${op}` === called || reported.has(op) || reported.size >= MAX_DISTINCT) return;
  reported.add(op);
  scan.observe({ kind: "graph-op", framework: "tflite", op: `Flex${op}`, domain: "", node: "", offset: operator.at });
}
var NOT_NUMBERS = /* @__PURE__ */ new Set([5, 13, 14]);
function passNumbers(model, scan) {
  const numeric = /* @__PURE__ */ new Set();
  const others = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  for (const graph of model.tables(2)) {
    if (seen.has(graph.at)) continue;
    seen.add(graph.at);
    for (const tensor of graph.tables(0)) (NOT_NUMBERS.has(tensor.u8(1)) ? others : numeric).add(tensor.u32(2));
  }
  let index = -1;
  for (const buffer of model.tables(4)) {
    index++;
    if (!numeric.has(index) || others.has(index)) continue;
    const { start, length } = buffer.vector(0, 1);
    if (length >= MIN_NUMBERS) scan.account.passOver("numbers", start, length);
    if (buffer.u64(2) > 1) scan.account.passOver("numbers", buffer.u64(1), buffer.u64(2));
  }
}
function readBuffers(model, size, scan) {
  for (const buffer of model.tables(4)) {
    const end = buffer.u64(1) + buffer.u64(2);
    if (end <= size) continue;
    const detail = `a buffer ends at byte ${end}, past the end of the file at byte ${size}`;
    scan.observe({ kind: "structure", format: "tflite", problem: "out-of-bounds", detail, offset: buffer.at });
    break;
  }
  const reported = /* @__PURE__ */ new Set();
  for (const group of model.tables(8)) {
    const path = group.text(0);
    if (path === "" || reported.has(path) || reported.size >= MAX_DISTINCT) continue;
    reported.add(path);
    scan.observe({ kind: "external-file", format: "tflite", path, role: "tensor data", offset: group.at });
  }
}
export {
  scanTflite
};
