import {
  atLeast_1 as atLeast,
  gateOf_1 as gateOf,
  incompleteFails_1 as incompleteFails,
  memberPath_1 as memberPath,
  placeOf_1 as placeOf,
  plural_1 as plural,
  ruleUrl_1 as ruleUrl,
  safe_2 as safe,
  safeJson_2 as safeJson,
  wellFormed_2 as wellFormed,
  ruleOf_0 as ruleOf,
  rules_0 as rules,
  severities_0 as severities
} from "./core.js";

// src/report/sarif-artifacts.ts
var Artifacts = class {
  list = [];
  indices = /* @__PURE__ */ new Map();
  /** Adds an artifact. Returns the index of the file and, for a member, that of the innermost member. */
  add(file, uri, path) {
    const outer = this.indexOf(JSON.stringify([file.path]), (index) => ({
      location: { uri, index },
      length: file.size,
      ...file.sha256 === void 0 ? {} : { hashes: { "sha-256": file.sha256 } }
    }));
    let parentIndex = outer;
    for (let depth = 1; depth < path.length; depth++) {
      const container = parentIndex;
      const key = JSON.stringify([container, path[depth]]);
      parentIndex = this.indexOf(key, (index) => ({ location: { uri: memberUri(path[depth] ?? ""), index }, parentIndex: container }));
    }
    return parentIndex === outer ? { file: outer } : { file: outer, member: parentIndex };
  }
  indexOf(key, make) {
    const known = this.indices.get(key);
    if (known !== void 0) return known;
    const index = this.list.length;
    this.list.push(make(index));
    this.indices.set(key, index);
    return index;
  }
};
function relativeUri(path) {
  if (path === "" || path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path)) return void 0;
  const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..") || segments.length === 0) return void 0;
  return segments.map(encodeSegment).join("/");
}
function memberUri(name) {
  return name.split("/").map((segment) => encodeSegment(segment === "" || segment === "." || segment === ".." ? `_${segment}` : segment)).join("/");
}
function encodeSegment(segment) {
  return encodeURIComponent(wellFormed(segment));
}

// src/report/sarif-rules.ts
var SCALE = {
  critical: { level: "error", problem: "error", score: "9.8" },
  high: { level: "error", problem: "error", score: "8.0" },
  medium: { level: "warning", problem: "warning", score: "5.5" },
  low: { level: "note", problem: "recommendation", score: "2.0" }
};
var PRECISION = { critical: "very-high", high: "high", medium: "medium", low: "medium" };
var TEXT_MAX = 1024;
function sarifLevel(severity) {
  return SCALE[severity].level;
}
function ruleDescriptors(moved) {
  const sorted = [...rules].sort((a, b) => a.id < b.id ? -1 : 1);
  return sorted.map((rule) => descriptor(rule, moved.get(rule.id) ?? rule.severity));
}
function descriptor(rule, severity) {
  const { level, problem, score } = SCALE[severity];
  const page = ruleUrl(rule.id);
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.description.slice(0, TEXT_MAX) },
    help: {
      text: `${rule.description} ${rule.help} See ${page}`,
      markdown: `**${rule.title}**

${rule.description}

**What to do:** ${rule.help}

[More about ${rule.id}](${page})`
    },
    helpUri: page,
    defaultConfiguration: { level },
    properties: {
      precision: PRECISION[severity],
      "problem.severity": problem,
      "security-severity": score,
      tags: [
        "security",
        "machine-learning",
        ...rule.id.split("/").slice(0, 1),
        ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, "0")}`)
      ]
    }
  };
}
function pascalCase(id) {
  return id.replace(/(?:^|[/-])(\w)/g, (_match, letter) => letter.toUpperCase());
}

// src/report/sarif.ts
var INFORMATION_URI = "https://github.com/modelgate/modelgate";
var SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
var DEFAULT_MAX_RESULTS = 5e3;
var MAX_NOTIFICATIONS = 1e3;
var MESSAGE_MAX = 1e3;
function toSarif(report, options) {
  const { drafts, outside } = draftsOf(report, options);
  const { kept, notice } = limited(drafts, options.maxResults ?? DEFAULT_MAX_RESULTS);
  const shownRules = ruleDescriptors(worstSeverityPerRule(drafts));
  const ruleIndex = new Map(shownRules.map((rule, index) => [rule.id, index]));
  const artifacts = new Artifacts();
  const ordinals = /* @__PURE__ */ new Map();
  const results = kept.map((draft) => {
    const fingerprint = fingerprintOf(draft, options.hash);
    const ordinal = (ordinals.get(fingerprint) ?? 0) + 1;
    ordinals.set(fingerprint, ordinal);
    return resultOf(draft, { ruleIndex, artifacts, options, fingerprint: `${fingerprint}:${ordinal}` });
  });
  const notices = [...report.notices, ...outside.map((path) => `${path} is outside of the repository and has no result here`), ...notice];
  return write({
    version: report.tool.version,
    rules: shownRules,
    category: options.category,
    executionSuccessful: options.executionSuccessful ?? true,
    notifications: notificationsOf(report, notices, ruleIndex),
    artifacts: artifacts.list,
    results
  });
}
function sarifForCrash(message, { version, category }) {
  return write({
    version,
    rules: ruleDescriptors(/* @__PURE__ */ new Map()),
    category,
    executionSuccessful: false,
    notifications: [{ level: "error", message: { text: safe(message, { max: MESSAGE_MAX }) } }],
    artifacts: [],
    results: []
  });
}
function write(run) {
  const driver = { name: "ModelGate", semanticVersion: run.version, informationUri: INFORMATION_URI, rules: run.rules };
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        // Without the slash GitHub reads the whole id as a run id and leaves the category empty.
        automationDetails: run.category ? { id: run.category.endsWith("/") ? run.category : `${run.category}/` } : void 0,
        invocations: [{ executionSuccessful: run.executionSuccessful, toolExecutionNotifications: run.notifications }],
        artifacts: run.artifacts.length > 0 ? run.artifacts : void 0,
        columnKind: "utf16CodeUnits",
        results: run.results
      }
    ]
  };
  return `${safeJson(log)}
`;
}
function draftsOf(report, options) {
  const drafts = [];
  const outside = [];
  const shown = (severity) => options.minSeverity === void 0 || atLeast(severity, options.minSeverity);
  for (const file of report.files) {
    if (file.findings.length === 0 && file.incomplete.length === 0) continue;
    const uri = relativeUri(file.path);
    if (uri === void 0) {
      outside.push(safe(file.path));
      continue;
    }
    for (const finding of file.findings) {
      if (!shown(finding.severity)) continue;
      drafts.push({ ...finding, file, uri, level: sarifLevel(finding.severity), text: findingText(file, finding) });
    }
    const severity = ruleOf("scan/incomplete").severity;
    for (const part of file.incomplete) {
      if (!shown(severity) || part.why === "lfs-pointer" && gateOf(file, report).lfsPointers === "ignore") continue;
      const { why, path, offset } = part;
      const level = incompleteFails(part, gateOf(file, report)) ? "error" : "warning";
      const remedy = part.remedy === void 0 ? "" : ` ${safe(part.remedy)}`;
      const text = `Incomplete: model file ${safe(file.path)} was not read to its end. ${why}: ${safe(part.detail)}${place(part)}.${remedy}`;
      const at = offset === void 0 ? {} : { offset };
      drafts.push({ file, uri, rule: "scan/incomplete", severity, level, text, path, ...at, evidence: why, count: 1 });
    }
  }
  return { drafts, outside };
}
function findingText(file, finding) {
  const rule = ruleOf(finding.rule);
  const word = finding.severity === "critical" || finding.severity === "high" ? "Unsafe" : "Suspicious";
  const times = finding.count > 1 ? ` (${finding.count} times)` : "";
  return `${word} model file ${safe(file.path)}: ${rule.title}. ${safe(finding.message)} Found: ${safe(finding.evidence)}${place(finding)}${times}. ${rule.help}`;
}
function place(at) {
  const text = placeOf(at);
  return text === "" ? "" : ` in ${safe(text)}`;
}
function limited(drafts, max) {
  if (drafts.length <= max) return { kept: drafts, notice: [] };
  const groups = /* @__PURE__ */ new Map();
  for (const draft of drafts) {
    const key = `${draft.uri}\0${draft.rule}`;
    const group = groups.get(key);
    if (group) group.count += draft.count;
    else groups.set(key, { ...draft });
  }
  const collapsed = [...groups.values()].map(
    (group) => group.count > 1 ? { ...group, text: `${safe(group.text, { max: 700 })} This result represents ${group.count} findings of the rule in this file.` } : group
  );
  const merged = collapsed.length < drafts.length ? [`${drafts.length} results were merged, one per file and rule`] : [];
  if (collapsed.length <= max) return { kept: collapsed, notice: merged };
  const sorted = collapsed.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const kept = sorted.slice(0, max - 1);
  const first = sorted[max - 1];
  const text = `Too many results: ${plural(sorted.length - kept.length, "result")} of lower or equal severity left out. The JSON report contains all.`;
  return {
    kept: first ? [...kept, { ...first, rule: "scan/incomplete", level: "note", text, path: [first.file.path], evidence: "left out", count: 1 }] : kept,
    notice: [...merged, text]
  };
}
function resultOf(draft, context) {
  const members = memberPath(draft.path);
  const member = safe(members, { max: MESSAGE_MAX });
  const index = context.artifacts.add(draft.file, draft.uri, draft.path);
  return {
    ruleId: draft.rule,
    ruleIndex: context.ruleIndex.get(draft.rule),
    level: draft.level,
    message: { text: plainText(draft.text) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: draft.uri, index: index.file }, region: regionOf(draft, context.options.lineRegion) },
        logicalLocations: members === "" ? void 0 : [{ fullyQualifiedName: member, kind: "resource" }]
      }
    ],
    partialFingerprints: { primaryLocationLineHash: context.fingerprint },
    properties: {
      severity: draft.severity,
      evidence: safe(draft.evidence),
      count: draft.count,
      memberPath: members === "" ? void 0 : member,
      memberIndex: index.member,
      offset: draft.offset
    }
  };
}
function regionOf(draft, lineRegion) {
  const offset = draft.fileOffset ?? (draft.path.length === 1 ? draft.offset : void 0);
  const region = offset === void 0 ? { byteOffset: 0, byteLength: draft.file.size } : { byteOffset: offset, byteLength: 1 };
  return lineRegion ? { startLine: 1, ...region } : region;
}
function fingerprintOf(draft, hash) {
  return hash(["v1", draft.rule, draft.file.path, memberPath(draft.path), draft.evidence].join("\0")).slice(0, 16);
}
function notificationsOf(report, notices, ruleIndex) {
  const list = [];
  for (const file of report.files) {
    for (const part of file.incomplete) {
      if (list.length >= MAX_NOTIFICATIONS) break;
      const text = `${safe(file.path)}: ${part.why}: ${safe(part.detail)}${place(part)}`;
      const associatedRule = { id: "scan/incomplete", index: ruleIndex.get("scan/incomplete") };
      list.push({
        level: incompleteFails(part, gateOf(file, report)) ? "error" : "warning",
        message: { text: plainText(text) },
        associatedRule
      });
    }
  }
  for (const notice of notices.slice(0, MAX_NOTIFICATIONS))
    list.push({ level: "note", message: { text: plainText(safe(notice, { max: MESSAGE_MAX })) } });
  return list;
}
function plainText(text) {
  return safe(text, { max: MESSAGE_MAX }).replace(/\]\(/g, "]\\x28");
}
function worstSeverityPerRule(drafts) {
  const worst = /* @__PURE__ */ new Map();
  for (const { rule, severity } of drafts) {
    const known = worst.get(rule);
    if (known === void 0 || !atLeast(known, severity)) worst.set(rule, severity);
  }
  return worst;
}

export {
  toSarif,
  sarifForCrash
};
