import {
  gateOf_1 as gateOf,
  incompleteFails_1 as incompleteFails,
  placeOf_1 as placeOf,
  plural_1 as plural,
  verdictText_1 as verdictText,
  worstFirst_1 as worstFirst,
  escapeCommandData_2 as escapeCommandData,
  escapeCommandProperty_2 as escapeCommandProperty,
  safe_2 as safe
} from "./core.js";

// src/report/annotations.ts
var PER_LEVEL = 10;
var MESSAGE_MAX = 1e3;
var TITLE_MAX = 255;
var PATH_MAX = 4096;
var LEVEL = { critical: "error", high: "error", medium: "warning", low: "notice" };
function annotations(report, { max = PER_LEVEL, workspacePrefix = "", warnOnly = false } = {}) {
  const byLevel = { error: [], warning: [], notice: [] };
  for (const file of worstFirst(report)) {
    const annotation = annotate(file, report, workspacePrefix);
    if (!annotation) continue;
    const level = warnOnly && annotation.level === "error" ? "warning" : annotation.level;
    byLevel[level].push({ ...annotation, level });
  }
  const shown = Math.min(max, PER_LEVEL);
  return [...capped(byLevel.error, Math.min(shown, PER_LEVEL - 1)), ...capped(byLevel.warning, shown), ...capped(byLevel.notice, shown)];
}
function toCommands(list) {
  return list.map((annotation) => `${command(annotation)}
`).join("");
}
function toGithub(report, options = {}) {
  const failed = report.verdict === "fail";
  const verdict = {
    level: failed ? options.warnOnly ? "warning" : "error" : "notice",
    startLine: 1,
    title: `ModelGate: ${failed ? "FAIL" : "PASS"}`,
    message: verdictText(report, options.elapsedMs)
  };
  return toCommands([...annotations(report, options), verdict]);
}
function command({ level, file, startLine, title: title2, message }) {
  const at = file === void 0 ? "" : `file=${escapeCommandProperty(file)},line=${startLine},`;
  return `::${level} ${at}title=${escapeCommandProperty(title2)}::${escapeCommandData(message)}`;
}
function capped(list, limit) {
  if (list.length <= limit || limit <= 0) return list.slice(0, Math.max(limit, 0));
  const kept = list.slice(0, limit - 1);
  const first = list[limit - 1];
  if (!first) return kept;
  const rest = list.length - kept.length;
  const message = `${plural(rest, "more file")} not shown here. The JSON report contains all.`;
  return [...kept, { level: first.level, startLine: 1, title: `ModelGate: ${rest} more`, message }];
}
function annotate(file, report, prefix) {
  const [worst, ...others] = file.findings;
  const gate = gateOf(file, report);
  const incomplete = file.incomplete.filter((part2) => part2.why !== "lfs-pointer" || gate.lfsPointers !== "ignore");
  const more = others.length + (worst ? incomplete.length : Math.max(incomplete.length - 1, 0));
  const suffix = more > 0 ? ` (+${more} more)` : "";
  const path = workspacePath(prefix, file.path);
  const where = path === void 0 ? {} : { file: path };
  if (worst) {
    const level2 = incomplete.some((part2) => incompleteFails(part2, gate)) ? "error" : LEVEL[worst.severity];
    return {
      level: level2,
      ...where,
      startLine: 1,
      title: title(worst.rule, file),
      message: findingText(worst, MESSAGE_MAX - suffix.length) + suffix
    };
  }
  const part = incomplete.find((candidate) => incompleteFails(candidate, gate)) ?? incomplete[0];
  if (!part) return void 0;
  const level = incompleteFails(part, gate) ? "error" : "warning";
  return {
    level,
    ...where,
    startLine: 1,
    title: title("scan/incomplete", file),
    message: incompleteText(part, MESSAGE_MAX - suffix.length) + suffix
  };
}
function title(rule, file) {
  return safe(`${rule}: ${file.path}`, { max: TITLE_MAX });
}
function findingText(finding, max) {
  const { severity, evidence } = finding;
  const text = `${severity.toUpperCase()}: ${safe(finding.message, { max: 300 })} (found: ${safe(evidence)})${place(finding)}`;
  return safe(text, { max });
}
function incompleteText(part, max) {
  const remedy = part.remedy === void 0 ? "" : `. ${safe(part.remedy)}`;
  return safe(`Incomplete (${part.why}): ${safe(part.detail, { max: 300 })}${place(part)}${remedy}`, { max });
}
function place(at) {
  const text = placeOf(at);
  return text === "" ? "" : ` [${safe(text, { max: 200 })}]`;
}
function workspacePath(prefix, path) {
  const joined = prefix === "" || isAbsolute(path) ? path : `${prefix}/${path}`;
  if (isAbsolute(joined)) return void 0;
  const parts = [];
  for (const part of joined.split("/")) {
    if (part === "..") {
      if (parts.pop() === void 0) return void 0;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  const result = parts.join("/");
  return result !== "" && safe(result, { max: PATH_MAX }) === result ? result : void 0;
}
function isAbsolute(path) {
  return path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path);
}

export {
  annotations,
  toCommands,
  toGithub
};
