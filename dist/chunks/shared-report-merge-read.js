import {
  PASS_REASONS_3 as PASS_REASONS,
  buildReport_1 as buildReport,
  plural_1 as plural
} from "./core.js";

// src/report/merge.ts
var MergeError = class extends Error {
  name = "MergeError";
};
function mergeReports(parts) {
  const [first, ...others] = parts;
  if (!first) throw new MergeError("there is no report to merge");
  const { shard } = first.report;
  if (!shard) throw new MergeError(`${first.name} is the report of a whole run, not of a shard`);
  for (const { name, report: report2 } of others) {
    const why = difference(first.report, report2);
    if (why !== void 0) throw new MergeError(`${name} does not belong to the same run as ${first.name}: ${why}`);
  }
  const byIndex = /* @__PURE__ */ new Map();
  for (const { name, report: report2 } of parts) {
    const index = report2.shard?.index ?? 0;
    const known = byIndex.get(index);
    if (known !== void 0) throw new MergeError(`${name} and ${known} are both shard ${index} of ${shard.count}`);
    byIndex.set(index, name);
  }
  const missing = Array.from({ length: shard.count }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) throw new MergeError(`${plural(missing.length, "shard")} of ${shard.count} missing: ${missing.join(", ")}`);
  const files = parts.flatMap(({ report: report2 }) => report2.files);
  if (new Set(files.map(({ path: path2 }) => path2)).size !== files.length) throw new MergeError("a file is in two shards");
  const notices = [...new Set(parts.flatMap(({ report: report2 }) => report2.notices))];
  const partial = parts.some(({ report: report2 }) => report2.partial);
  return buildReport({ files, gate: first.report.gate, notices, version: first.report.tool.version, partial });
}
function difference(a, b) {
  if (!b.shard) return "it is the report of a whole run, not of a shard";
  if (a.shard?.count !== b.shard.count) return `it is one of ${plural(b.shard.count, "shard")}, not of ${a.shard?.count ?? 0}`;
  if (a.shard.listDigest !== b.shard.listDigest) return "its list of files or sizes differs";
  if (a.tool.version !== b.tool.version) return `it was written by version ${b.tool.version}, not ${a.tool.version}`;
  const { failOn, failOnIncomplete, lfsPointers } = a.gate;
  const isSameGate = b.gate.failOn === failOn && b.gate.failOnIncomplete === failOnIncomplete && b.gate.lfsPointers === lfsPointers;
  return isSameGate ? void 0 : "its gate differs";
}

// src/report/merge-read.ts
var text = (value) => typeof value === "string";
var count = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
var flag = (value) => typeof value === "boolean";
var oneOf = (...words) => words.includes.bind(words);
var listOf = (check, least = 0) => (value) => Array.isArray(value) && value.length >= least && value.every(check);
var pattern = (shape) => (value) => typeof value === "string" && shape.test(value);
var map = (keys) => {
  const checks = new Map(Object.entries(keys).map(([key, check]) => [key.replace("?", ""), { check, optional: key.endsWith("?") }]));
  return (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.entries(value).every(([key, item]) => checks.get(key)?.check(item)) && [...checks].every(([key, { optional }]) => optional || Object.hasOwn(value, key));
};
var severity = oneOf("critical", "high", "medium", "low");
var digest = pattern(/^[0-9a-f]{64}$/);
var path = listOf(text, 1);
var rule = pattern(/^[a-z0-9-]+\/[a-z0-9-]+$/);
var gate = map({
  failOn: oneOf("critical", "high", "medium", "low", "never"),
  failOnIncomplete: flag,
  lfsPointers: oneOf("fail", "warn", "ignore")
});
var finding = map({ rule, severity, message: text, path, "offset?": count, "fileOffset?": count, "opcode?": text, evidence: text, count });
var incomplete = map({
  why: oneOf("truncated", "malformed", "unsupported", "encrypted", "lfs-pointer", "limit", "timeout", "unread", "internal"),
  detail: text,
  "remedy?": text,
  path,
  "offset?": count
});
var suppressed = map({ rule, severity, evidence: text, path, by: oneOf("exception", "baseline"), reason: text, "expires?": text });
var stats = map({
  reads: count,
  bytesRead: count,
  members: count,
  bytesInflated: count,
  opcodes: count,
  peakStack: count,
  peakMemo: count,
  bytes: map({
    interpreted: count,
    passedOver: map(Object.fromEntries(PASS_REASONS.map((reason) => [reason, count]))),
    unaccounted: count
  })
});
var file = map({
  path: text,
  size: count,
  "sha256?": digest,
  status: oneOf("clean", "findings", "incomplete", "empty", "unrecognised"),
  "sameAs?": text,
  formats: listOf(text),
  findings: listOf(finding),
  incomplete: listOf(incomplete),
  "torch?": map({ weightsOnly: flag, refused: listOf(text) }),
  "suppressed?": listOf(suppressed),
  "gate?": gate,
  "stats?": stats
});
var report = map({
  schemaVersion: oneOf(1),
  tool: map({ name: oneOf("modelgate"), version: text }),
  verdict: oneOf("pass", "fail"),
  gate,
  "shard?": map({ index: count, count, listDigest: digest }),
  "partial?": oneOf(true),
  summary: () => true,
  "stats?": stats,
  notices: listOf(text),
  files: listOf(file)
});
function readReport(json, name) {
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    throw new MergeError(`${name} is not JSON; the file may be cut off`);
  }
  if (!report(value)) throw new MergeError(`${name} is not a JSON report that this version of ModelGate can read`);
  const { summary: _, ...rest } = value;
  if (rest.shard && (rest.shard.index < 1 || rest.shard.index > rest.shard.count)) {
    throw new MergeError(`${name} claims to be shard ${rest.shard.index} of ${rest.shard.count}`);
  }
  return rest;
}

export {
  MergeError,
  mergeReports,
  readReport
};
