import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/words.ts
var UNITS = ["B", "kB", "MB", "GB", "TB"];
var RULE_PAGES = "https://github.com/modelgate/modelgate/blob/main/docs/rules/";
function ruleUrl(rule) {
  return `${RULE_PAGES}${rule.replace(/\//g, "-")}.md`;
}
function formatBytes(bytes) {
  const power = bytes < 1e3 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const value = bytes / 1e3 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power] ?? "B"}`;
}
function formatSeconds(ms) {
  if (ms < 6e4) return `${(ms / 1e3).toFixed(ms < 1e4 ? 2 : 1)} s`;
  return `${Math.floor(ms / 6e4)} min ${Math.floor(ms % 6e4 / 1e3)} s`;
}
function plural(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function memberPath(path) {
  return path.slice(1).join("!");
}
function placeOf(at) {
  return [memberPath(at.path), at.offset === void 0 ? "" : `@ ${at.offset}`].filter(Boolean).join(" ");
}
function describeGate(gate) {
  const findings = gate.failOn === "never" ? "never fails on findings" : `fails at ${gate.failOn}${gate.failOn === "critical" ? "" : " and above"}`;
  const incomplete = gate.failOnIncomplete ? "fails on what was not fully read" : "does not fail on what was not fully read";
  return `${findings}; ${incomplete}; Git LFS pointers: ${gate.lfsPointers}`;
}
function acceptedBy({ by, reason, expires }) {
  return `${by}${expires === void 0 ? "" : ` until ${expires}`}: ${reason}`;
}

// src/report/verdict.ts
var severities = ["critical", "high", "medium", "low"];
function buildReport(input) {
  const files = input.files.map(fileReport);
  files.sort((a, b) => compareText(a.path, b.path));
  const { failOn, failOnIncomplete, lfsPointers } = input.gate;
  const report = {
    schemaVersion: 1,
    tool: { name: "modelgate", version: input.version },
    verdict: "pass",
    gate: { failOn, failOnIncomplete, lfsPointers },
    files,
    notices: input.notices,
    ...input.shard === void 0 ? {} : { shard: input.shard }
  };
  return { ...report, verdict: exitCode(report) === 0 ? "pass" : "fail" };
}
var NONE = Object.freeze([]);
function fileReport(file) {
  const status = statusOf(file);
  if (file.findings === NONE && hasStatus(file, status)) return file;
  const { path, size, sha256, sameAs, formats, findings, incomplete, torch, suppressed, gate, stats } = file;
  const report = {
    path,
    size,
    status,
    formats: formats.length === 0 ? NONE : formats,
    findings: findings.length === 0 ? NONE : [...findings].sort(compareFindings),
    incomplete: incomplete.length === 0 ? NONE : incomplete
  };
  if (sha256 === void 0 && sameAs === void 0 && !torch && !suppressed && !gate && !stats) return report;
  return {
    ...report,
    ...sha256 === void 0 ? {} : { sha256 },
    ...sameAs === void 0 ? {} : { sameAs },
    ...torch ? { torch } : {},
    ...suppressed ? { suppressed } : {},
    ...gate ? { gate } : {},
    ...stats ? { stats } : {}
  };
}
function hasStatus(file, status) {
  return file.status === status;
}
function exitCode(report) {
  if (report.files.some((file) => isUnsafe(file, report))) return 1;
  return report.files.some((file) => file.incomplete.some((part) => incompleteFails(part, gateOf(file, report)))) ? 2 : 0;
}
function gateOf(file, report) {
  return file.gate ?? report.gate;
}
function isUnsafe(file, report) {
  const gate = gateOf(file, report);
  return file.findings.some((finding) => failsGate(finding.severity, gate));
}
function failsGate(severity, gate) {
  return gate.failOn !== "never" && atLeast(severity, gate.failOn);
}
function incompleteFails(part, gate) {
  return part.why === "lfs-pointer" ? gate.lfsPointers === "fail" : gate.failOnIncomplete;
}
function atLeast(severity, threshold) {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
function counts(report) {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0 };
  let bytes = 0;
  let findings = 0;
  let unsafeFiles = 0;
  let filesWithFindings = 0;
  let incompleteFiles = 0;
  let incomplete = 0;
  let unrecognised = 0;
  let suppressed = 0;
  for (const file of report.files) {
    bytes += file.size;
    findings += file.findings.length;
    incomplete += file.incomplete.length;
    for (const finding of file.findings) bySeverity[finding.severity]++;
    if (isUnsafe(file, report)) unsafeFiles++;
    if (file.findings.length > 0) filesWithFindings++;
    if (file.incomplete.length > 0) incompleteFiles++;
    if (file.status === "unrecognised") unrecognised++;
    suppressed += file.suppressed?.length ?? 0;
  }
  return {
    files: report.files.length,
    bytes,
    findings,
    ...bySeverity,
    unsafeFiles,
    filesWithFindings,
    incompleteFiles,
    incomplete,
    unrecognised,
    suppressed
  };
}
function verdictText(report, elapsedMs) {
  const n = counts(report);
  const perSeverity = severities.filter((severity) => n[severity] > 0).map((severity) => `${n[severity]} ${severity}`);
  const outcome = [];
  if (n.unsafeFiles > 0) outcome.push(`${plural(n.unsafeFiles, "file")} unsafe (${perSeverity.join(", ")})`);
  else if (n.filesWithFindings > 0) outcome.push(`${plural(n.filesWithFindings, "file")} with findings (${perSeverity.join(", ")})`);
  if (n.incompleteFiles > 0) outcome.push(`${n.incompleteFiles} not fully read`);
  if (n.unrecognised > 0) outcome.push(`${n.unrecognised} of no known format`);
  if (n.files === 0) outcome.push("no file was scanned");
  else if (outcome.length === 0) outcome.push(n.suppressed > 0 ? "nothing else unsafe found" : "nothing unsafe found");
  if (n.suppressed > 0) outcome.push(`${n.suppressed} accepted`);
  const time = elapsedMs === void 0 ? "" : ` in ${formatSeconds(elapsedMs)}`;
  return `${outcome.join(", ")} \u2014 ${plural(n.files, "file")}, ${formatBytes(n.bytes)}${time}`;
}
function compareFindings(a, b) {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || compareText(a.path.join("\0"), b.path.join("\0")) || (a.offset ?? 0) - (b.offset ?? 0) || compareText(a.rule, b.rule) || compareText(a.evidence, b.evidence);
}
function worstFirst(report) {
  return report.files.filter((file) => file.findings.length > 0 || file.incomplete.length > 0).sort((a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length || compareText(a.path, b.path));
}
function rank(file) {
  const worst = file.findings[0];
  return worst ? severities.indexOf(worst.severity) : severities.length;
}
function withSuppressed(report) {
  return report.files.filter((file) => file.suppressed !== void 0 && file.suppressed.length > 0);
}
function statusOf(file) {
  if (file.findings.length > 0) return "findings";
  if (file.incomplete.length > 0) return "incomplete";
  return file.formats.length > 0 ? "clean" : "unrecognised";
}
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export {
  ruleUrl,
  formatBytes,
  formatSeconds,
  plural,
  memberPath,
  placeOf,
  describeGate,
  acceptedBy,
  severities,
  buildReport,
  fileReport,
  exitCode,
  gateOf,
  isUnsafe,
  incompleteFails,
  atLeast,
  counts,
  verdictText,
  worstFirst,
  withSuppressed
};
