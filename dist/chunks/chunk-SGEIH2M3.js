import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UsageError,
  print,
  sha256OfText,
  shown,
  writeText
} from "./chunk-RGWYDYOX.js";
import {
  ruleOf
} from "./chunk-C6GX4HFM.js";
import {
  acceptedBy,
  counts,
  gateOf,
  incompleteFails,
  isUnsafe,
  placeOf,
  plural,
  verdictText,
  withSuppressed,
  worstFirst
} from "./chunk-X2NMRCG5.js";
import {
  safe,
  safeJson
} from "./chunk-G7TJZYW3.js";

// src/cli/render.ts
import { resolve } from "node:path";

// src/report/stats.ts
function totalStats({ files }) {
  const counted = files.flatMap(({ stats }) => stats ?? []);
  if (counted.length === 0) return void 0;
  const sum = (key) => counted.reduce((total, stats) => total + stats[key], 0);
  const highest = (key) => counted.reduce((most, stats) => Math.max(most, stats[key]), 0);
  return {
    reads: sum("reads"),
    bytesRead: sum("bytesRead"),
    members: sum("members"),
    bytesInflated: sum("bytesInflated"),
    opcodes: sum("opcodes"),
    peakStack: highest("peakStack"),
    peakMemo: highest("peakMemo")
  };
}
function statsLine({ reads, bytesRead, members, bytesInflated, opcodes, peakStack, peakMemo }) {
  const work = `${reads} reads, ${bytesRead} bytes read, ${members} members, ${bytesInflated} bytes inflated, ${opcodes} opcodes`;
  return `${work}, at most ${peakStack} on the stack, ${peakMemo} in the memo`;
}

// src/report/json.ts
var PIECE = 64 * 1024;
function* jsonChunks(report) {
  const stats = totalStats(report);
  const head = {
    schemaVersion: report.schemaVersion,
    tool: { name: report.tool.name, version: report.tool.version },
    verdict: report.verdict,
    gate: gateFields(report.gate),
    ...report.shard === void 0 ? {} : { shard: shardOf(report.shard) },
    summary: counts(report),
    ...stats === void 0 ? {} : { stats },
    notices: report.notices
  };
  const lines = Object.entries(head).map(([key, value]) => `${safeJson(key)}: ${safeJson(value)}`);
  let piece = `{
${lines.join(",\n")},
"files": [`;
  let separator = "\n";
  for (const file of report.files) {
    piece += separator + safeJson(fileOf(file));
    separator = ",\n";
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}${report.files.length === 0 ? "" : "\n"}]
}
`;
}
function fileOf(file) {
  return {
    path: file.path,
    size: file.size,
    sha256: file.sha256,
    status: file.status,
    sameAs: file.sameAs,
    formats: file.formats,
    findings: file.findings.map(findingOf),
    incomplete: file.incomplete.map(incompleteOf),
    torch: file.torch && { weightsOnly: file.torch.weightsOnly, refused: file.torch.refused },
    suppressed: file.suppressed?.map(suppressedOf),
    gate: file.gate && gateFields(file.gate),
    stats: file.stats && statsFields(file.stats)
  };
}
function statsFields({ reads, bytesRead, members, bytesInflated, opcodes, peakStack, peakMemo }) {
  return { reads, bytesRead, members, bytesInflated, opcodes, peakStack, peakMemo };
}
function gateFields({ failOn, failOnIncomplete, lfsPointers }) {
  return { failOn, failOnIncomplete, lfsPointers };
}
function shardOf({ index, count, listDigest }) {
  return { index, count, listDigest };
}
function suppressedOf({ rule, severity, evidence, path, by, reason, expires }) {
  return { rule, severity, evidence, path, by, reason, expires };
}
function findingOf(finding) {
  const { rule, severity, message, path, offset, fileOffset, opcode, evidence, count } = finding;
  return { rule, severity, message, path, offset, fileOffset, opcode, evidence, count };
}
function incompleteOf(part) {
  const { why, detail, remedy, path, offset } = part;
  return { why, detail, remedy, path, offset };
}

// src/report/text.ts
var COLOR = {
  critical: "1;31",
  high: "31",
  medium: "33",
  low: "36",
  pass: "1;32",
  fail: "1;31",
  incomplete: "35",
  bold: "1",
  dim: "2"
};
var LABEL_WIDTH = 10;
function toText(report, { color = false, quiet = false, elapsedMs } = {}) {
  const paint = color ? (style, text) => `\x1B[${COLOR[style]}m${text}\x1B[0m` : (_style, text) => text;
  const blocks = [];
  for (const file of worstFirst(report)) {
    if (!quiet || closesGate(file, report)) blocks.push(fileBlock(file, paint));
  }
  if (!quiet) blocks.push(...withSuppressed(report).map((file) => acceptedBlock(file, paint)), ...remarks(report));
  const total = totalStats(report);
  if (total) blocks.push(statsBlock(report, total));
  const word = report.verdict === "pass" ? paint("pass", "PASS") : paint("fail", "FAIL");
  blocks.push(`${word}  ${verdictText(report, elapsedMs)}
`);
  return blocks.join("\n");
}
function statsBlock({ files }, total) {
  const lines = files.flatMap(({ path, stats }) => stats ? [`stats: ${safe(path, { max: 1e3 })}: ${statsLine(stats)}
`] : []);
  return `${lines.join("")}stats: in all: ${statsLine(total)}
`;
}
function fileBlock(file, paint) {
  const lines = [paint("bold", safe(file.path, { max: 1e3 }))];
  for (const finding of file.findings) lines.push(...findingLines(finding, paint));
  for (const part of file.incomplete) lines.push(...incompleteLines(part, paint));
  if (file.torch && !file.torch.weightsOnly) lines.push(paint("dim", `  ${weightsOnlyLine(file.torch)}`));
  return `${lines.join("\n")}
`;
}
function acceptedBlock(file, paint) {
  const lines = [paint("bold", safe(file.path, { max: 1e3 })), ...(file.suppressed ?? []).flatMap((each) => acceptedLines(each, paint))];
  return `${lines.join("\n")}
`;
}
function acceptedLines(accepted, paint) {
  return [
    `  ${paint("dim", "ACCEPTED".padEnd(LABEL_WIDTH))}${safe(accepted.rule)} (${accepted.severity})`,
    ...indented([safe(accepted.evidence), paint("dim", where(accepted)), paint("dim", safe(acceptedBy(accepted), { max: 1e3 }))])
  ];
}
function findingLines(finding, paint) {
  const times = finding.count > 1 ? paint("dim", ` (${finding.count} times)`) : "";
  return [
    `  ${paint(finding.severity, finding.severity.toUpperCase().padEnd(LABEL_WIDTH))}${safe(finding.rule)}${times}`,
    ...indented([
      paint("bold", safe(finding.evidence)),
      safe(finding.message, { max: 1e3 }),
      paint("dim", where(finding)),
      `\u2192 ${ruleOf(finding.rule).help}`
    ])
  ];
}
function incompleteLines(part, paint) {
  return [
    `  ${paint("incomplete", "NOT READ".padEnd(LABEL_WIDTH))}${part.why}`,
    ...indented([
      safe(part.detail, { max: 1e3 }),
      paint("dim", where(part)),
      part.remedy === void 0 ? "" : `\u2192 ${safe(part.remedy, { max: 1e3 })}`
    ])
  ];
}
var MAX_REFUSED = 5;
function weightsOnlyLine({ refused }) {
  const names = refused.slice(0, MAX_REFUSED).map((name) => safe(name, { max: 120 }));
  const more = refused.length > names.length ? `, and ${refused.length - names.length} more` : "";
  return `torch.load(weights_only=True) refuses this file: ${names.join(", ")}${more}`;
}
function where(at) {
  const place = placeOf(at);
  return place === "" ? "" : `in ${safe(place, { max: 1e3 })}`.replace(/^in @/, "at byte");
}
function indented(lines) {
  return lines.filter((line) => line !== "").map((line) => " ".repeat(LABEL_WIDTH + 2) + line);
}
function remarks(report) {
  const lines = report.notices.map((notice) => `note: ${safe(notice, { max: 1e3 })}`);
  const { unrecognised } = counts(report);
  if (unrecognised > 0) lines.push(`note: ${plural(unrecognised, "file")} of no known format: nothing in them was judged`);
  return lines.length > 0 ? [`${lines.join("\n")}
`] : [];
}
function closesGate(file, report) {
  return isUnsafe(file, report) || file.incomplete.some((part) => incompleteFails(part, gateOf(file, report)));
}

// src/cli/render.ts
async function publish(report, options, elapsedMs) {
  const chunks = await render(report, options, elapsedMs);
  if (options.output === void 0) return print(chunks);
  const path = shown(resolve(options.output), process.cwd());
  if (report.files.some((file) => file.path === path && file.status !== "unrecognised")) {
    throw new UsageError(`--output is ${options.output}, which is one of the scanned models; it is left as it is`);
  }
  writeText(options.output, chunks, "the report");
  if (!options.quiet) process.stderr.write(toText(report, { quiet: true, ...timed(elapsedMs) }));
}
async function render(report, { format, output, quiet, color, category }, elapsedMs) {
  switch (format) {
    case "text":
      return [toText(report, { color: output === void 0 && (color ?? wantsColor()), quiet, ...timed(elapsedMs) })];
    case "json":
      return jsonChunks(report);
    case "sarif":
      return [(await import("./sarif-6V4B6RAM.js")).toSarif(report, { hash: sha256OfText, ...category === void 0 ? {} : { category } })];
    case "markdown":
      return [(await import("./markdown-N6GQZNPW.js")).toMarkdown(report, timed(elapsedMs))];
    case "github":
      return [(await import("./annotations-Z4KCVWMV.js")).toGithub(report, timed(elapsedMs))];
    case "html":
      return [(await import("./html-65OS5JBH.js")).toHtml(report, { hash: sha256OfText, ...timed(elapsedMs) })];
  }
}
function timed(elapsedMs) {
  return elapsedMs === void 0 ? {} : { elapsedMs };
}
function wantsColor() {
  return process.stdout.isTTY === true && !process.env["NO_COLOR"];
}

export {
  publish
};
