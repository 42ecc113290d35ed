import {
  inPackage_33 as inPackage,
  wholeText_36 as wholeText,
  accountForText_45 as accountForText,
  ScanError_8 as ScanError
} from "./core.js";
import {
  MAX_YAML,
  readYaml
} from "./shared-formats-config-model-config-yaml.js";

// src/formats/config/requirements/shell.ts
var PACKAGE = /^[A-Za-z0-9][\w.-]*\s*(?:\[[^\]]{0,200}\]\s*)?(?:\(?\s*(?:[<>=!~]=?=?|@)[^;&|`\n]{0,300})?$/;
var OPTION = /^--?[a-z][\w-]*(?:[=\s]\s?[^\s;&|`]{0,300})?$/i;
var VARIABLE = /\$\{[A-Z0-9_]{1,100}\}/g;
var SUBSTITUTION = /\$\(|\$\{|`|[<>]\s?[(&~/]|<<|\$'/;
var MARKER = /^(?:\s|[()<>=!~]|\b(?:and|or|not|in|python_version|python_full_version|os_name|sys_platform|platform_\w+|implementation_\w+|extras?|dependency_groups|os\.name|sys\.platform|platform\.\w+)\b|"[^"$`\\]{0,200}"|'[^']{0,200}')*$/;
var OPTIONS = /(?:\s--(?:hash|config-settings?|global-option)[=\s]\S{1,200})+\s*$/;
function shellPart(written) {
  const text = written.replace(/[^\S\n]+/g, " ").replace(VARIABLE, "").replace(OPTIONS, "").trim();
  const substitution = SUBSTITUTION.exec(text);
  const end = text.search(/[;&|\n]/);
  if (substitution !== null && (end < 0 || substitution.index < end)) {
    const before = text.slice(0, substitution.index).trim();
    return isRequirement(before) ? text.slice(substitution.index) : void 0;
  }
  if (end < 0 || !isRequirement(text.slice(0, end).trim())) return void 0;
  const rest = text.slice(end);
  if (rest.startsWith(";") && MARKER.test(rest.slice(1))) return void 0;
  if (/^&[\w.%-]*=[\w.%+/:&=-]*$/.test(rest)) return void 0;
  return rest;
}
function isRequirement(text) {
  return text === "" || PACKAGE.test(text) || OPTION.test(text);
}

// src/formats/config/requirements/reader.ts
var MAX_SIZE = 2 ** 20;
var MAX_LINES = 1e3;
var NAMED = String.raw`^(?:[\w.-]+\s*(?:\[[^\]]*\]\s*)?@\s*)?`;
var LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
var ELSEWHERE = [
  // A repository.
  new RegExp(`${NAMED}(?:git|hg|svn|bzr)\\+[a-z]+:`, "i"),
  // An archive.
  new RegExp(`${NAMED}(?:https?|ftp|file):`, "i"),
  // Another index may provide any package.
  /^(?:--(?:ex|[ift])[a-z-]*[\s=]|-[if])/,
  // A folder or repository whose setup.py runs.
  /^(?:--ed[a-z]*[\s=]|-e)/,
  // A list of requirements from another host.
  /^(?:--(?:req[a-z]*|con[a-z]*)[\s=]|-[rc])\s*(?:https?|ftp|file):/i,
  // A package that ships with the model.
  /^(?:\.{0,2}[\\/]|[\w./\\-]+\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)$)/
];
var MLFLOW_ENV = /^python_env\.ya?ml$/i;
async function scanRequirements(artifact, scan) {
  const { input } = artifact;
  if (input.kind === "stream") throw new ScanError("unsupported", "requirements cannot be read from a stream");
  const { name } = scan.probe;
  const owner = ownerOf(artifact);
  if (inPackage(artifact) || owner === "repository" && !MLFLOW_ENV.test(name)) return "not-this-format";
  if (input.size > MAX_SIZE) {
    if (owner !== "environment") return "not-this-format";
    throw new ScanError("limit", `requirements of ${input.size} bytes exceed the limit of ${MAX_SIZE}`, 0);
  }
  const yaml = !name.toLowerCase().endsWith(".txt");
  const text = wholeText(input);
  const found = new Requirements(scan, owner);
  let offset = 0;
  let begun = "";
  for (const line of text.split(LINE_END)) {
    const whole = begun + line;
    begun = !yaml && whole.endsWith("\\") ? whole.slice(0, -1) : "";
    if (begun === "") for (const written of yaml ? items(whole) : [withoutComment(whole).trim()]) found.add(written, offset);
    offset += line.length + 1;
  }
  if (yaml && text.length <= MAX_YAML) for (const document of (await readYaml(text)).documents) addEntries(document, found, 0);
  return found.reportedCount === 0 ? "not-this-format" : accountForText(input, scan);
}
function ownerOf({ path, hints }) {
  if (path.length > 1) return "environment";
  const neighbour = hints?.neighbour?.() ?? "none";
  return neighbour === "MLmodel" ? "environment" : neighbour === "model" ? "model" : "repository";
}
var Requirements = class {
  reportedCount = 0;
  scan;
  owner;
  seen = /* @__PURE__ */ new Set();
  constructor(scan, owner) {
    this.scan = scan;
    this.owner = owner;
  }
  add(written, offset) {
    const text = written.trim();
    if (text === "" || this.reportedCount >= MAX_LINES || this.seen.has(text)) return;
    this.seen.add(text);
    const shell = shellPart(text);
    const elsewhere = this.owner === "environment" && ELSEWHERE.some((row) => row.test(text));
    if (shell === void 0 && !elsewhere) return;
    this.reportedCount++;
    const name = text.replace(/:\/\/[^/@\s]*@/, "://\u2026@").slice(0, 300);
    const use = shell === void 0 ? "remote" : "shell";
    this.scan.observe({ kind: "config-reference", loader: "requirements", module: "", name, where: "", use, offset });
  }
};
var MAX_DEPTH = 6;
function addEntries(value, found, depth) {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return;
  for (const [key, each] of Object.entries(value)) {
    if (typeof each === "string" && (Array.isArray(value) || depth === 0 && key === "python")) found.add(each, 0);
    else addEntries(each, found, depth + 1);
  }
}
function withoutComment(line) {
  const at = line.startsWith("#") ? 0 : line.search(/\s#/);
  return at < 0 ? line : line.slice(0, at);
}
function items(line) {
  const item = /^\s*-\s+(\S.*)/.exec(line)?.[1] ?? "";
  const inner = line.includes("[") ? line.match(/"[^"]*"|'[^']*'|[^[\],{}"']+/g) ?? [] : [];
  return [...new Set([item, ...inner].map((text) => text.trim().replace(/^(["'])(.*)\1$/, "$2")))];
}
export {
  scanRequirements
};
