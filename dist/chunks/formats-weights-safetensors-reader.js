import {
  MAX_HEADER_7 as MAX_HEADER,
  headerLength_7 as headerLength,
  Search_45 as Search,
  payloadIn_44 as payloadIn,
  memorySource_10 as memorySource,
  ScanError_8 as ScanError
} from "./core.js";
import {
  isObject,
  member,
  readWrittenJson
} from "./shared-formats-shared-ordered-json.js";

// src/formats/weights/safetensors/metadata.ts
var MAX_TARGETS = 50;
var TARGET = /(?:^|[^\w])_target_[\\"']*\s*[:=]\s*[\\"']*([A-Za-z_][\w.]{0,300})/g;
var PICKLE_BASE64 = /(?<![A-Za-z0-9+/_=-])gA[I-X][A-Za-z0-9+/_-]{16,}={0,2}/;
var MAX_BASE64 = 8 << 20;
var MAX_CONFIG = 1 << 20;
async function observeMetadata(scan, key, value, offset) {
  const where = `__metadata__.${key.slice(0, 100)}`;
  const written = key === "_target_" ? `_target_: ${value}` : value;
  let count = 0;
  for (const [, target = ""] of written.matchAll(TARGET)) {
    if (++count > MAX_TARGETS) break;
    const dot = target.lastIndexOf(".");
    scan.observe({
      kind: "config-reference",
      loader: "hydra",
      module: target.slice(0, Math.max(0, dot)),
      name: target.slice(dot + 1),
      where,
      use: "class",
      offset
    });
  }
  if (/chat_template/i.test(key)) {
    const { observeTemplate } = await import("./formats-template-jinja-facts.js");
    observeTemplate(scan, where, value, offset, false);
  } else if (value.length <= MAX_CONFIG && /^\s*[[{]/.test(value)) {
    const text = new TextEncoder().encode(value);
    scan.budget.charge("members", 1);
    await scan.descend({ name: `${where}.json`, size: text.length, open: () => memorySource(text) });
  } else if (/!!python|tag:yaml\.org,2002:python/.test(value)) {
    const text = new TextEncoder().encode(value);
    await scan.descend({ name: `${where}.yaml`, size: text.length, open: () => memorySource(text) });
  }
  const hex = /^[0-9a-f]{48}/i.test(value) ? payloadIn(new TextEncoder().encode(value), true) : void 0;
  if (hex) await scan.descend({ name: where, size: hex.length, open: () => memorySource(hex) });
  const coded = value.length <= MAX_BASE64 ? PICKLE_BASE64.exec(value)?.[0] : void 0;
  if (coded === void 0) return;
  const bytes = fromBase64(coded);
  if (bytes) await scan.descend({ name: where, size: bytes.length, open: () => memorySource(bytes) });
}
function fromBase64(text) {
  let end = text.length;
  while (text[end - 1] === "=") end--;
  const usual = text.slice(0, end).replaceAll("-", "+").replaceAll("_", "/");
  const whole = usual.slice(0, usual.length - (usual.length % 4 === 1 ? 1 : 0));
  try {
    return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
  } catch {
    return void 0;
  }
}

// src/formats/weights/safetensors/reader.ts
var MAX_SAME = 5;
var MAX_GAPS = 16;
var BITS = new Map(
  Object.entries({
    BOOL: 8,
    U8: 8,
    I8: 8,
    F8_E5M2: 8,
    F8_E4M3: 8,
    F8_E8M0: 8,
    F8_E4M3FNUZ: 8,
    F8_E5M2FNUZ: 8,
    I16: 16,
    U16: 16,
    F16: 16,
    BF16: 16,
    I32: 32,
    U32: 32,
    F32: 32,
    I64: 64,
    U64: 64,
    F64: 64,
    C64: 64,
    F4: 4,
    F6_E2M3: 6,
    F6_E3M2: 6
  })
);
async function scanSafetensors(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "safetensors cannot be read from a stream");
  const named = scan.probe.extension === ".safetensors";
  const length = headerLength(scan.probe.head) ?? 0;
  if (8 + length > source.size) {
    if (!named) return "not-this-format";
    throw new ScanError("truncated", `the header of ${length} bytes does not fit into the file`, 0);
  }
  if (length > MAX_HEADER) {
    if (!named) return "not-this-format";
    throw new ScanError("limit", `a header of ${length} bytes exceeds the limit of the format, ${MAX_HEADER}`, 0);
  }
  const header = parseHeader(source, length, named);
  if (header === void 0) return "not-this-format";
  await checkHeader(header, source, 8 + length, scan);
  return void 0;
}
function parseHeader(source, length, named) {
  try {
    const value = readWrittenJson(new TextDecoder("utf-8", { fatal: true }).decode(source.read(8, length)));
    if (isObject(value) && (named || value.members.every(([, entry]) => isObject(entry)))) return value;
  } catch (error) {
    if (!named) return void 0;
    if (error instanceof ScanError) throw new ScanError(error.why, `the header is not JSON: ${error.message}`, 8 + (error.offset ?? 0));
    throw new ScanError("malformed", "the header is not UTF-8", 8);
  }
  return void 0;
}
async function checkHeader(header, source, dataStart, scan) {
  const counts = /* @__PURE__ */ new Map();
  const report = (problem, detail, offset = 8) => {
    const count = (counts.get(problem) ?? 0) + 1;
    counts.set(problem, count);
    if (count <= MAX_SAME) scan.observe({ kind: "structure", format: "safetensors", problem, detail, offset });
  };
  const names = /* @__PURE__ */ new Set();
  const spans = [];
  for (const [name, entry] of header.members) {
    if (names.has(name)) report("duplicate-key", `the key ${name.slice(0, 100)} occurs twice`);
    names.add(name);
    if (name === "__metadata__") await checkMetadata(entry, report, scan);
    else {
      checkName(name, report, scan);
      const span = tensorSpan(name, entry, report);
      if (span) spans.push(span);
    }
  }
  const size = source.size - dataStart;
  const holes = findHoles(spans, report);
  const search = new Search(source, scan);
  scan.account.read(0, dataStart);
  for (const { begin, end: end2 } of spans) scan.account.passOver("numbers", dataStart + begin, end2 - begin);
  const end = spans.reduce((last, span) => Math.max(last, span.end), 0);
  for (const [begin, until] of holes.slice(0, MAX_GAPS)) {
    if (until > size) break;
    report("gap", `${until - begin} bytes at ${dataStart + begin} belong to no tensor`, dataStart + begin);
    await search.asFile(dataStart + begin, until - begin);
  }
  if (end > size) throw new ScanError("truncated", `the tensors end ${end - size} bytes past the end of the file`, source.size);
  if (end < size) {
    report("trailing-bytes", `${size - end} bytes follow the last tensor`, dataStart + end);
    await search.asFile(dataStart + end, size - end);
  }
}
function checkName(name, report, scan) {
  const shown = name.slice(0, 200);
  if (name.includes("..") && name.split(/[\\/]/).includes(".."))
    scan.observe({
      kind: "unsafe-path",
      of: "tensor",
      why: name.split("/").includes("..") ? "traversal" : "backslash",
      entry: shown,
      offset: 8
    });
  else if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(name)) report("bad-header", `the name of the tensor ${shown} is an absolute path`);
  if (name.includes("\0")) report("bad-header", `the name of the tensor ${shown} contains a NUL`);
}
async function checkMetadata(entry, report, scan) {
  if (!isObject(entry)) return report("bad-header", "__metadata__ is not an object");
  const keys = /* @__PURE__ */ new Set();
  for (const [key, value] of entry.members) {
    if (keys.has(key)) report("duplicate-key", `the metadata key ${key.slice(0, 100)} occurs twice`);
    keys.add(key);
    if (typeof value !== "string") report("bad-header", `the value of the metadata key ${key.slice(0, 100)} is not a string`);
    await observeMetadata(scan, key, typeof value === "string" ? value : JSON.stringify(value), 8);
  }
}
function tensorSpan(name, entry, report) {
  const shown = name.slice(0, 100);
  const fields = isObject(entry) ? entry : { members: [] };
  const dtype = member(fields, "dtype");
  const shape = numbers(member(fields, "shape"));
  const offsets = numbers(member(fields, "data_offsets"));
  const [begin, end] = offsets ?? [];
  if (typeof dtype !== "string" || shape === void 0 || begin === void 0 || end === void 0 || offsets?.length !== 2) {
    report("bad-header", `the entry ${shown} does not describe a tensor`);
    return void 0;
  }
  if (new Set(fields.members.map(([key]) => key)).size !== fields.members.length)
    report("duplicate-key", `the entry ${shown} has a duplicate key`);
  if (begin > end) {
    report("out-of-bounds", `${shown} ends before it begins`);
    return void 0;
  }
  const bits = BITS.get(dtype);
  const elements = shape.reduce((product, dim) => product * BigInt(dim), 1n);
  if (bits === void 0) report("bad-header", `${shown} has the unknown type ${dtype.slice(0, 40)}`);
  else if (elements * BigInt(bits) !== BigInt(end - begin) * 8n) {
    report(
      elements > 2n ** 53n ? "shape-bomb" : "out-of-bounds",
      `${shown} of ${dtype} [${shape.slice(0, 8).join(", ")}] has ${end - begin} bytes`
    );
  }
  return { name: shown, begin, end };
}
function numbers(value) {
  if (!Array.isArray(value)) return void 0;
  return value.every((each) => Number.isSafeInteger(each) && Number(each) >= 0) ? value : void 0;
}
function findHoles(spans, report) {
  const holes = [];
  spans.sort((one, other) => one.begin - other.begin || one.end - other.end);
  let end = 0;
  let last = "";
  for (const span of spans) {
    if (span.begin < end && span.end > span.begin) report("overlap", `${span.name} overlaps ${last}`);
    if (span.begin > end) holes.push([end, span.begin]);
    if (span.end > end) {
      end = span.end;
      last = span.name;
    }
  }
  return holes;
}
export {
  scanSafetensors
};
