import {
  EXTENSIONS_21 as EXTENSIONS,
  programShape_21 as programShape,
  isMessage_19 as isMessage,
  BYTES_17 as BYTES,
  ProtoReader_17 as ProtoReader,
  ScanError_16 as ScanError
} from "./core.js";

// src/formats/paddle-scan.ts
var MAX_NAME = 400;
var MAX_PATH = 4096;
var MAX_DISTINCT = 1e4;
var scanPaddle = (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a program cannot be read from a stream");
  const claimed = EXTENSIONS.includes(scan.probe.extension) || scan.probe.name === "__model__";
  if (!isMessage(source, programShape, claimed)) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  const told = /* @__PURE__ */ new Set();
  for (const block of reader.fields(reader.root)) {
    if (block.number !== 1 || block.wire !== BYTES) continue;
    for (const op of reader.fields(block)) if (op.number === 4 && op.wire === BYTES) readOp(reader, op, told, scan);
  }
  return void 0;
};
function readOp(reader, op, told, scan) {
  let type = "";
  let path;
  for (const part of reader.fields(op)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 3) type = reader.text(part, MAX_NAME);
    else if (part.number === 4) path = filePath(reader, part) ?? path;
  }
  const key = `${type}\0${path ?? ""}`;
  if (told.has(key) || told.size >= MAX_DISTINCT) return;
  told.add(key);
  scan.observe({
    kind: "graph-op",
    framework: "paddle",
    op: type,
    domain: "",
    node: "",
    ...path === void 0 ? {} : { argument: path },
    offset: op.start
  });
}
function filePath(reader, attribute) {
  let name = "";
  let value;
  for (const part of reader.fields(attribute)) {
    if (part.number === 1 && part.wire === BYTES) name = reader.text(part, MAX_NAME);
    else if (part.number === 5 && part.wire === BYTES) value = reader.text(part, MAX_PATH);
  }
  return name === "file_path" ? value : void 0;
}
export {
  scanPaddle
};
