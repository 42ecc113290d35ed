import {
  EXTENSIONS_29 as EXTENSIONS,
  PIR_29 as PIR,
  programShape_29 as programShape,
  isMessage_11 as isMessage,
  BYTES_9 as BYTES,
  ProtoReader_9 as ProtoReader,
  wholeText_36 as wholeText,
  parseLooseJson_35 as parseLooseJson,
  Search_45 as Search,
  accountForText_45 as accountForText,
  latin1_20 as latin1,
  ScanError_8 as ScanError
} from "./core.js";
import {
  isJsonObject
} from "./shared-formats-shared-json-value.js";

// src/formats/runtime/paddle/pir.ts
var MAX_JSON = 64 * 2 ** 20;
var MAX_DISTINCT = 1e4;
var TICK = 65536;
var OPERATION = /^\d+\.([A-Za-z_]\w{0,200})$/;
async function scanPir(source, scan) {
  if (source.size > MAX_JSON) throw new ScanError("limit", `a program of ${source.size} bytes exceeds the limit of ${MAX_JSON}`, 0);
  const root = parseLooseJson(wholeText(source)).value;
  if (!isJsonObject(root) || !isJsonObject(root["base_code"]) || root["base_code"]["magic"] !== "pir") return "not-this-format";
  const reported = /* @__PURE__ */ new Set();
  const values = [root["program"]];
  for (let seen = 1; values.length > 0; seen++) {
    if (seen % TICK === 0) scan.budget.checkTime();
    const value = values.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const each of Object.values(value)) if (typeof each === "object" && each !== null) values.push(each);
    if (!isJsonObject(value) || !("I" in value || "O" in value)) continue;
    const op = typeof value["#"] === "string" ? OPERATION.exec(value["#"])?.[1]?.replace(/_$/, "") : void 0;
    if (op === void 0 || reported.has(op) || reported.size >= MAX_DISTINCT) continue;
    reported.add(op);
    scan.observe({ kind: "graph-op", framework: "paddle", op, domain: "", node: "", offset: 0 });
  }
  return accountForText(source, scan);
}

// src/formats/runtime/paddle/reader.ts
var MAX_NAME = 400;
var MAX_PATH = 4096;
var MAX_DISTINCT2 = 1e4;
var scanPaddle = (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a program cannot be read from a stream");
  if (scan.probe.extension === ".json") return PIR.test(latin1(scan.probe.head)) ? scanPir(source, scan) : "not-this-format";
  const nameMatches = EXTENSIONS.includes(scan.probe.extension) || scan.probe.name === "__model__";
  if (!isMessage(source, programShape, nameMatches)) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  const reported = /* @__PURE__ */ new Set();
  for (const block of reader.fields(reader.root)) {
    if (block.number !== 1 || block.wire !== BYTES) continue;
    for (const op of reader.fields(block)) if (op.number === 4 && op.wire === BYTES) readOp(reader, op, reported, scan);
  }
  return new Search(source, scan).rest();
};
function readOp(reader, op, reported, scan) {
  let type = "";
  let path;
  for (const part of reader.fields(op)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 3) type = reader.text(part, MAX_NAME);
    else if (part.number === 4) path = filePath(reader, part) ?? path;
  }
  const key = `${type}\0${path ?? ""}`;
  if (reported.has(key) || reported.size >= MAX_DISTINCT2) return;
  reported.add(key);
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
