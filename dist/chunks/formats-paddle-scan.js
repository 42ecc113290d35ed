import {
  EXTENSIONS_17 as EXTENSIONS,
  PIR_17 as PIR,
  programShape_17 as programShape,
  decodeJson_37 as decodeJson,
  parseLooseJson_37 as parseLooseJson,
  isMessage_25 as isMessage,
  BYTES_16 as BYTES,
  ProtoReader_16 as ProtoReader,
  Search_49 as Search,
  accountForText_49 as accountForText,
  latin1_19 as latin1,
  ScanError_15 as ScanError
} from "./core.js";
import {
  isJsonObject
} from "./shared-formats-json-value.js";

// src/formats/paddle-pir.ts
var MAX_JSON = 64 * 2 ** 20;
var MAX_DISTINCT = 1e4;
var TICK = 65536;
var OPERATION = /^\d+\.([A-Za-z_]\w{0,200})$/;
async function scanPir(source, scan) {
  if (source.size > MAX_JSON) throw new ScanError("limit", `a program of ${source.size} bytes is not read`, 0);
  const root = parseLooseJson(decodeJson(source.read(0, source.size))).value;
  if (!isJsonObject(root) || !isJsonObject(root["base_code"]) || root["base_code"]["magic"] !== "pir") return "not-this-format";
  const told = /* @__PURE__ */ new Set();
  const values = [root["program"]];
  for (let seen = 1; values.length > 0; seen++) {
    if (seen % TICK === 0) scan.budget.checkTime();
    const value = values.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const each of Object.values(value)) if (typeof each === "object" && each !== null) values.push(each);
    if (!isJsonObject(value) || !("I" in value || "O" in value)) continue;
    const op = typeof value["#"] === "string" ? OPERATION.exec(value["#"])?.[1]?.replace(/_$/, "") : void 0;
    if (op === void 0 || told.has(op) || told.size >= MAX_DISTINCT) continue;
    told.add(op);
    scan.observe({ kind: "graph-op", framework: "paddle", op, domain: "", node: "", offset: 0 });
  }
  return accountForText(source, scan);
}

// src/formats/paddle-scan.ts
var MAX_NAME = 400;
var MAX_PATH = 4096;
var MAX_DISTINCT2 = 1e4;
var scanPaddle = (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a program cannot be read from a stream");
  if (scan.probe.extension === ".json") return PIR.test(latin1(scan.probe.head)) ? scanPir(source, scan) : "not-this-format";
  const claimed = EXTENSIONS.includes(scan.probe.extension) || scan.probe.name === "__model__";
  if (!isMessage(source, programShape, claimed)) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  const told = /* @__PURE__ */ new Set();
  for (const block of reader.fields(reader.root)) {
    if (block.number !== 1 || block.wire !== BYTES) continue;
    for (const op of reader.fields(block)) if (op.number === 4 && op.wire === BYTES) readOp(reader, op, told, scan);
  }
  return new Search(source, scan).rest();
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
  if (told.has(key) || told.size >= MAX_DISTINCT2) return;
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
