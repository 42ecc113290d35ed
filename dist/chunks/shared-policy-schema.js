import {
  rules_0 as rules,
  severities_0 as severities
} from "./core.js";

// src/policy/schema.ts
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
    help: "Lowest severity that closes the gate. Default: high."
  },
  {
    key: "fail-on-incomplete",
    type: { kind: "boolean" },
    help: "Whether a file that could not be read to its end closes the gate. Default: true."
  },
  {
    key: "lfs-pointers",
    type: { kind: "choice", values: LFS },
    help: "What a Git LFS or DVC pointer in place of a model does. Default: fail."
  },
  {
    key: "empty",
    type: { kind: "choice", values: EMPTY },
    help: "What a file of no bytes does under the name of a model, which can run nothing. With fail it counts as not read. Default: pass."
  },
  {
    key: "allow",
    type: { kind: "names" },
    help: "Names that are accepted wherever they stand, with any arguments: module.Name, or module.* for a module and what is below it."
  },
  { key: "deny", type: { kind: "names" }, help: "Names that are always dangerous; goes before allow." },
  { key: "severity", type: { kind: "severities" }, help: "Severity per rule, or off to hide its findings." },
  {
    key: "approved-formats",
    type: { kind: "formats" },
    help: "The only formats that models may have. Left out: any."
  }
];
var PATH = "Glob of report paths: * and ? within a name, ** for any number of folders, a final / for all below.";
var scopeKeys = [
  { key: "path", type: { kind: "text" }, help: PATH, required: true },
  ...settingKeys
];
var exceptionKeys = [
  { key: "path", type: { kind: "text" }, help: PATH, required: true },
  {
    key: "sha256",
    type: { kind: "text", pattern: SHA256_PATTERN },
    help: "Hash of the whole file, 64 hex digits: another content is another file.",
    required: true
  },
  {
    key: "rule",
    type: { kind: "rule" },
    help: "The rule whose findings are accepted, or * for all.",
    required: true
  },
  { key: "reason", type: { kind: "text" }, help: "Why, for whoever reads the report.", required: true },
  {
    key: "expires",
    type: { kind: "text", pattern: DATE_PATTERN },
    help: "The last day (UTC) on which it holds, YYYY-MM-DD.",
    required: true
  }
];
var policyKeys = [
  ...settingKeys,
  {
    key: "paths",
    type: { kind: "maps", keys: scopeKeys },
    help: "Settings for some paths only. Of scopes that match the same file, the later one wins; allow, deny and severity add up."
  },
  {
    key: "exceptions",
    type: { kind: "maps", keys: exceptionKeys },
    help: "Findings of one content of a file that are accepted until a day. They stay in the report."
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
