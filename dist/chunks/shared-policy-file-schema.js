import {
  rules_0 as rules,
  severities_0 as severities
} from "./core.js";

// src/policy/file/schema.ts
var THRESHOLDS = [...severities, "never"];
var LFS = ["fail", "warn", "ignore"];
var EMPTY = ["pass", "fail"];
var LEVELS = [...severities, "off"];
var RULE_IDS = rules.map((rule) => rule.id);
var NAME_PATTERN = "^[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*\\.(\\*|[\\p{L}_][\\p{L}\\p{N}_]*)$";
var SHA256_PATTERN = "^[0-9a-f]{64}$";
var DATE_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
var settingKeys = [
  {
    key: "fail-on-severity",
    type: { kind: "choice", values: THRESHOLDS },
    help: "Lowest severity at which the gate fails. Default: high."
  },
  {
    key: "fail-on-incomplete",
    type: { kind: "boolean" },
    help: "Whether the gate fails for incomplete files, which could not be read to the end. Default: true."
  },
  {
    key: "lfs-pointers",
    type: { kind: "choice", values: LFS },
    help: "Effect of a Git LFS or DVC pointer in place of a model. Default: fail."
  },
  {
    key: "empty",
    type: { kind: "choice", values: EMPTY },
    help: "Effect of an empty file with the name of a model. It cannot run anything; with fail it counts as incomplete. Default: pass."
  },
  {
    key: "allow",
    type: { kind: "names" },
    help: "Names that are accepted everywhere, with any arguments: module.Name, or module.* for a module and everything in it."
  },
  { key: "deny", type: { kind: "names" }, help: "Names that are always dangerous. Takes precedence over allow." },
  { key: "severity", type: { kind: "severities" }, help: "Severity of each rule, or off to hide its findings." },
  {
    key: "approved-formats",
    type: { kind: "formats" },
    help: "The only formats that models may have. Without this key, models may have any format."
  }
];
var PATH = "Glob that matches paths of the report: * and ? within a name, ** for any number of folders, a final / for everything below.";
var scopeKeys = [
  { key: "path", type: { kind: "text" }, help: PATH, required: true },
  ...settingKeys
];
var exceptionKeys = [
  { key: "path", type: { kind: "text" }, help: PATH, required: true },
  {
    key: "sha256",
    type: { kind: "text", pattern: SHA256_PATTERN },
    help: "SHA-256 of the whole file, 64 hex digits. If the content changes, the exception no longer applies.",
    required: true
  },
  {
    key: "rule",
    type: { kind: "rule" },
    help: "Id of the rule whose findings are accepted, or * for all rules.",
    required: true
  },
  { key: "reason", type: { kind: "text" }, help: "Why the findings are accepted. Shown in the report.", required: true },
  {
    key: "expires",
    type: { kind: "text", pattern: DATE_PATTERN },
    help: "Last day (UTC) on which the exception applies, YYYY-MM-DD.",
    required: true
  }
];
var policyKeys = [
  ...settingKeys,
  {
    key: "paths",
    type: { kind: "maps", keys: scopeKeys },
    help: "Settings for some paths only. If several scopes match a file, the later one wins; allow, deny and severity are merged."
  },
  {
    key: "exceptions",
    type: { kind: "maps", keys: exceptionKeys },
    help: "Findings in exactly one version of a file, accepted until a date. They stay in the report."
  }
];

export {
  THRESHOLDS,
  LFS,
  EMPTY,
  LEVELS,
  RULE_IDS,
  NAME_PATTERN,
  SHA256_PATTERN,
  settingKeys,
  scopeKeys,
  exceptionKeys,
  policyKeys
};
