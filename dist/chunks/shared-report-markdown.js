import {
  acceptedBy_1 as acceptedBy,
  counts_1 as counts,
  describeGate_1 as describeGate,
  formatBytes_1 as formatBytes,
  formatSeconds_1 as formatSeconds,
  placeOf_1 as placeOf,
  plural_1 as plural,
  ruleUrl_1 as ruleUrl,
  verdictText_1 as verdictText,
  withSuppressed_1 as withSuppressed,
  worstFirst_1 as worstFirst,
  safe_2 as safe,
  safeMarkdown_2 as safeMarkdown,
  severities_0 as severities
} from "./core.js";

// src/report/markdown.ts
var DEFAULT_MAX_BYTES = 900 * 1024;
var LADDER = [
  { files: 50, findings: Number.POSITIVE_INFINITY, incomplete: 200, accepted: 200, notices: 100 },
  { files: 50, findings: 200, incomplete: 100, accepted: 50, notices: 50 },
  { files: 20, findings: 0, incomplete: 20, accepted: 0, notices: 20 },
  { files: 0, findings: 0, incomplete: 0, accepted: 0, notices: 0 }
];
var SMALLEST_ROW = 150;
var CELL = { max: 200 };
var MARK = { critical: "\u{1F7E5}", high: "\u{1F7E7}", medium: "\u{1F7E8}", low: "\u{1F7E6}" };
function toMarkdown(report, options = {}) {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const encoder = new TextEncoder();
  let text = "";
  for (const step of LADDER) {
    if (step.findings > 200 && counts(report).findings * SMALLEST_ROW > maxBytes) continue;
    text = render(report, options, step);
    if (encoder.encode(text).length <= maxBytes) break;
  }
  return text;
}
function render(report, options, step) {
  const bad = worstFirst(report);
  const cuts = [];
  const sections = [
    headline(report, options),
    countsTable(report, options.elapsedMs),
    fileTable(bad, step, cuts),
    findingList(report, bad, step, cuts),
    incompleteTable(report, bad, step, cuts),
    acceptedTable(report, step, cuts),
    noticeList(report, step, cuts),
    `<sub>Gate: ${describeGate(report.gate)} \xB7 ${report.tool.name} ${safe(report.tool.version)}</sub>`
  ];
  if (cuts.length > 0) {
    const full = options.fullReport === void 0 ? "The JSON report contains everything." : `Everything is in ${safeMarkdown(options.fullReport)}.`;
    sections.splice(2, 0, `> \u2702\uFE0F **Truncated:** ${cuts.join("; ")}. ${full}`);
  }
  return `${sections.filter(Boolean).join("\n\n")}
`;
}
function headline(report, options) {
  const title = report.verdict === "pass" ? "\u2705 ModelGate: PASS" : "\u{1F6D1} ModelGate: FAIL";
  return `## ${title}

**${verdictText(report, options.elapsedMs)}**`;
}
function countsTable(report, elapsedMs) {
  const n = counts(report);
  const time = elapsedMs === void 0 ? [] : [["Time", formatSeconds(elapsedMs)]];
  const cells = [
    ...severities.map((severity) => [`${MARK[severity]} ${severity}`, String(n[severity])]),
    ["\u2B1B incomplete", String(n.incomplete)],
    ...n.empty > 0 ? [["empty", String(n.empty)]] : [],
    ["unrecognised", String(n.unrecognised)],
    ...n.suppressed > 0 ? [["accepted", String(n.suppressed)]] : [],
    ["Files", String(n.files)],
    ["Size", formatBytes(n.bytes)],
    ...time
  ];
  return table(
    cells.map(([head]) => head),
    [cells.map(([, value]) => value)],
    "--:"
  );
}
function fileTable(bad, step, cuts) {
  const files = bad.filter((file) => file.findings.length > 0);
  const rows = files.slice(0, step.files).flatMap((file) => {
    const [worst, ...others] = file.findings;
    if (!worst) return [];
    const more = others.length > 0 ? `<br><sub>and ${plural(others.length, "more finding")}</sub>` : "";
    return [
      [severityCell(worst), safeMarkdown(file.path, CELL), ruleCell(worst), safeMarkdown(worst.evidence, CELL) + more, placeCell(worst)]
    ];
  });
  if (rows.length < files.length) cuts.push(`${rows.length} of ${plural(files.length, "file")} with findings shown`);
  return rows.length === 0 ? "" : `### Findings

${table(["Severity", "File", "Rule", "What loading would run", "Where"], rows)}`;
}
function findingList(report, bad, step, cuts) {
  const total = counts(report).findings;
  if (bad.every((file) => file.findings.length <= 1) && bad.length <= step.files) return "";
  const rows = [];
  for (const file of bad) {
    for (const finding of file.findings) {
      if (rows.length >= step.findings) break;
      const times = finding.count > 1 ? ` \xD7${finding.count}` : "";
      rows.push([
        severityCell(finding),
        safeMarkdown(file.path, CELL),
        ruleCell(finding),
        `${safeMarkdown(finding.evidence, CELL)}${times}`,
        placeCell(finding)
      ]);
    }
  }
  if (rows.length < total) cuts.push(`${rows.length} of ${plural(total, "finding")} listed`);
  if (rows.length === 0) return "";
  const head = rows.length < total ? `The worst ${rows.length} of ${total} findings` : `All ${plural(total, "finding")}`;
  return details(head, table(["Severity", "File", "Rule", "What loading would run", "Where"], rows));
}
function incompleteTable(report, bad, step, cuts) {
  const total = counts(report).incomplete;
  const rows = [];
  for (const file of bad) {
    for (const part of file.incomplete) {
      if (rows.length >= step.incomplete) break;
      const remedy = part.remedy === void 0 ? "" : safeMarkdown(part.remedy, CELL);
      rows.push([part.why, safeMarkdown(file.path, CELL), placeCell(part), safeMarkdown(part.detail, CELL), remedy]);
    }
  }
  if (rows.length < total) cuts.push(`${rows.length} of ${plural(total, "incomplete part")} listed`);
  if (rows.length === 0) return "";
  const body = table(["Why", "File", "Where", "Detail", "What to do"], rows);
  return `### Incomplete

${rows.length > 10 ? details(plural(rows.length, "part"), body) : body}`;
}
function acceptedTable(report, step, cuts) {
  const total = counts(report).suppressed;
  const rows = [];
  for (const file of withSuppressed(report)) {
    for (const each of file.suppressed ?? []) {
      if (rows.length >= step.accepted) break;
      const by = safeMarkdown(acceptedBy(each), CELL);
      rows.push([
        `${MARK[each.severity]}&nbsp;${each.severity}`,
        safeMarkdown(file.path, CELL),
        ruleCell(each),
        safeMarkdown(each.evidence, CELL),
        by
      ]);
    }
  }
  if (rows.length < total) cuts.push(`${rows.length} of ${total} accepted findings listed`);
  if (rows.length === 0) return "";
  return details(`${plural(total, "finding")} accepted`, table(["Severity", "File", "Rule", "What loading would run", "Accepted by"], rows));
}
function noticeList(report, step, cuts) {
  const shown = report.notices.slice(0, step.notices);
  if (shown.length < report.notices.length) cuts.push(`${shown.length} of ${plural(report.notices.length, "notice")} listed`);
  if (shown.length === 0) return "";
  return details(plural(report.notices.length, "notice"), shown.map((notice) => `- ${safeMarkdown(notice, { max: 600 })}`).join("\n"));
}
function severityCell(finding) {
  return `${MARK[finding.severity]}&nbsp;${finding.severity}`;
}
function ruleCell(finding) {
  return `[${safe(finding.rule)}](${ruleUrl(finding.rule)})`;
}
function placeCell(at) {
  const place = placeOf(at);
  return place === "" ? "" : safeMarkdown(place, CELL);
}
function table(head, rows, rule = "---") {
  return [head, head.map(() => rule), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function details(summary, body) {
  return `<details><summary>${summary}</summary>

${body}

</details>`;
}

export {
  toMarkdown
};
