import {
  Search_45 as Search,
  latin1_20 as latin1,
  ScanError_8 as ScanError
} from "./core.js";
import {
  FlatBuffer
} from "./shared-wire-flatbuffer.js";

// src/formats/torch/executorch/reader.ts
var MAX_DISTINCT = 1e4;
var EXTENDED_AT = 8;
var EXTENDED_SIZE = 24;
var scanExecutorch = (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "an ExecuTorch program cannot be read from a stream");
  const buffer = new FlatBuffer(source, () => scan.budget.checkTime());
  const base = readExtendedHeader(buffer, source, scan);
  const program = buffer.root();
  readPlans(program, scan);
  readSegments(program, base, source.size, scan);
  return new Search(source, scan).rest();
};
function readExtendedHeader(buffer, source, scan) {
  const magic = source.read(EXTENDED_AT, 4);
  if (source.size < EXTENDED_AT + EXTENDED_SIZE || latin1(magic) !== "eh00") return 0;
  const size = buffer.u64(EXTENDED_AT + 8);
  const base = buffer.u64(EXTENDED_AT + 16);
  if (size > source.size || base > source.size) {
    const detail = `the header states a program of ${size} bytes and segments from byte ${base} on; the file has ${source.size} bytes`;
    outOfBounds(detail, EXTENDED_AT, scan);
  }
  return base;
}
function readPlans(program, scan) {
  const reported = /* @__PURE__ */ new Set();
  const observe = (domain, op, offset) => {
    const key = `${domain}\0${op}`;
    if (reported.has(key) || reported.size >= MAX_DISTINCT) return;
    reported.add(key);
    scan.observe({ kind: "graph-op", framework: "executorch", op, domain, node: "", offset });
  };
  const seen = /* @__PURE__ */ new Set();
  for (const plan of program.tables(1)) {
    if (seen.has(plan.at)) continue;
    seen.add(plan.at);
    for (const operator of plan.tables(6)) {
      const name = operator.text(0);
      const colons = name.indexOf("::");
      observe(colons < 0 ? "" : name.slice(0, colons), colons < 0 ? name : name.slice(colons + 2), operator.at);
    }
    for (const delegate of plan.tables(7)) observe("delegate", delegate.text(0), delegate.at);
  }
}
function readSegments(program, base, size, scan) {
  const constant = program.table(5)?.u32(0);
  let index = -1;
  for (const segment of program.tables(4)) {
    index++;
    const end = base + segment.u64(0) + segment.u64(1);
    if (index === constant) scan.account.passOver("numbers", base + segment.u64(0), segment.u64(1));
    if (end <= size) continue;
    outOfBounds(`a segment ends at byte ${end}, past the end of the file at byte ${size}`, segment.at, scan);
    return;
  }
}
function outOfBounds(detail, offset, scan) {
  scan.observe({ kind: "structure", format: "executorch", problem: "out-of-bounds", detail, offset });
}
export {
  scanExecutorch
};
