import {
  Search_45 as Search,
  ScanError_8 as ScanError
} from "./core.js";
import {
  FlatBuffer
} from "./shared-wire-flatbuffer.js";

// src/formats/onnx/ort/reader.ts
var MAX_DISTINCT = 1e4;
var MAX_DEPTH = 64;
var scanOrt = (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "an ONNX Runtime model cannot be read from a stream");
  const session = new FlatBuffer(source, () => scan.budget.checkTime()).root();
  const graph = session.table(1)?.table(7);
  if (!graph) throw new ScanError("malformed", "the session has no graph");
  readGraph(graph, { reported: /* @__PURE__ */ new Set(), seen: /* @__PURE__ */ new Set(), scan }, 0);
  return new Search(source, scan).rest();
};
var STRING = 8;
var MIN_NUMBERS = 256;
function passNumbers(graph, scan) {
  for (const tensor of graph.tables(0)) {
    const { start, length } = tensor.vector(4, 1);
    if (tensor.i32(3) !== STRING && length >= MIN_NUMBERS) scan.account.passOver("numbers", start, length);
  }
}
function readGraph(graph, reading, depth) {
  if (reading.seen.has(graph.at)) return;
  if (depth > MAX_DEPTH) throw new ScanError("limit", `graphs are nested deeper than ${MAX_DEPTH} levels`, graph.at);
  reading.seen.add(graph.at);
  const { reported, scan } = reading;
  passNumbers(graph, scan);
  for (const node of graph.tables(2)) {
    const op = node.text(5);
    const domain = node.text(2);
    const key = `${domain}\0${op}`;
    if (!reported.has(key) && reported.size < MAX_DISTINCT) {
      reported.add(key);
      scan.observe({ kind: "graph-op", framework: "onnx", op, domain, node: node.text(0), offset: node.at });
    }
    if (reading.seen.has(node.at)) continue;
    reading.seen.add(node.at);
    for (const attribute of node.tables(10)) {
      const inner = attribute.table(7);
      if (inner) readGraph(inner, reading, depth + 1);
      for (const each of attribute.tables(12)) readGraph(each, reading, depth + 1);
    }
  }
}
export {
  scanOrt
};
