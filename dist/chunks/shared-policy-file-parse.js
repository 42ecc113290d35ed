import {
  PolicyError_5 as PolicyError,
  defaultPolicy_5 as defaultPolicy,
  globProblem_5 as globProblem,
  withSettings_5 as withSettings,
  rules_0 as rules,
  __toESM_4 as __toESM
} from "./core.js";
import {
  nearest
} from "./shared-policy-file-nearest-word.js";
import {
  EMPTY,
  LEVELS,
  LFS,
  NAME_PATTERN,
  RULE_IDS,
  SHA256_PATTERN,
  THRESHOLDS,
  exceptionKeys,
  policyKeys,
  scopeKeys,
  settingKeys
} from "./shared-policy-file-schema.js";
import {
  require_dist
} from "./shared-package-yaml-dist-compose-compose-collection.js";

// src/policy/file/parse.ts
var import_yaml = __toESM(require_dist(), 1);
function parsePolicy(text, file, formats) {
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(text, { lineCounter: lines, uniqueKeys: true });
  const fail = (node, message) => {
    const offset = node?.range?.[0];
    throw new PolicyError(`${file}${offset === void 0 ? "" : `:${lines.linePos(offset).line}`}: ${message}`);
  };
  const [error] = document.errors;
  if (error) throw new PolicyError(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split("\n")[0] ?? "cannot be parsed"}`);
  if (document.contents === null) return defaultPolicy;
  if (!(0, import_yaml.isMap)(document.contents)) {
    return fail(document.contents, `the policy must be a mapping with keys such as ${policyKeys.map(({ key }) => key).join(", ")}`);
  }
  const pairs = pairsOf(document.contents, policyKeys, "key", fail);
  const paths = pairs.get("paths");
  const exceptions = pairs.get("exceptions");
  return {
    ...withSettings(defaultPolicy, settingsOf(pairs, formats, fail)),
    scopes: paths === void 0 ? [] : itemsOf(paths, fail).map((item) => scopeOf(item, formats, fail)),
    exceptions: exceptions === void 0 ? [] : itemsOf(exceptions, fail).map((item) => exceptionOf(item, fail))
  };
}
function pairsOf(map, keys, what, fail) {
  const known = keys.map(({ key }) => key);
  const pairs = /* @__PURE__ */ new Map();
  for (const pair of map.items) {
    const key = keyOf(pair);
    if (!known.includes(key)) {
      return fail(
        (0, import_yaml.isScalar)(pair.key) ? pair.key : nodeOf(pair),
        `unknown ${what} "${key}"${meant(key, known)}; known keys: ${known.join(", ")}`
      );
    }
    pairs.set(key, pair);
  }
  const missing = keys.find(({ key, required }) => required && !pairs.has(key));
  return missing === void 0 ? pairs : fail(map, `${missing.key} is missing: ${missing.help}`);
}
function settingsOf(pairs, formats, fail) {
  let settings = {};
  for (const { key } of settingKeys) {
    const pair = pairs.get(key);
    if (pair === void 0) continue;
    switch (key) {
      case "fail-on-severity":
        settings = { ...settings, failOn: oneOf(pair, THRESHOLDS, fail) };
        break;
      case "fail-on-incomplete": {
        const value = (0, import_yaml.isScalar)(pair.value) ? pair.value.value : void 0;
        settings = {
          ...settings,
          failOnIncomplete: typeof value === "boolean" ? value : fail(nodeOf(pair), `${key} must be true or false`)
        };
        break;
      }
      case "lfs-pointers":
        settings = { ...settings, lfsPointers: oneOf(pair, LFS, fail) };
        break;
      case "empty":
        settings = { ...settings, empty: oneOf(pair, EMPTY, fail) };
        break;
      case "allow":
      case "deny":
        settings = { ...settings, [key]: names(pair, fail) };
        break;
      case "severity":
        settings = { ...settings, severity: severities(pair, fail) };
        break;
      case "approved-formats":
        settings = { ...settings, approvedFormats: formatIds(pair, formats, fail) };
        break;
      default:
        key;
    }
  }
  return settings;
}
function scopeOf(item, formats, fail) {
  const pairs = pairsOf(item, scopeKeys, "key", fail);
  return { path: glob(pairs.get("path"), fail), settings: settingsOf(pairs, formats, fail) };
}
function exceptionOf(item, fail) {
  const pairs = pairsOf(item, exceptionKeys, "key", fail);
  const text = (key) => textOf(pairs.get(key), fail);
  const at = (key) => nodeOf(pairs.get(key));
  const sha256 = text("sha256").toLowerCase();
  if (!new RegExp(SHA256_PATTERN).test(sha256)) return fail(at("sha256"), "sha256 must be the SHA-256 of the whole file, 64 hex digits");
  const id = text("rule");
  const rule = id === "*" ? id : ruleId(id, at("rule"), fail);
  const expires = text("expires");
  if (!isDay(expires)) return fail(at("expires"), `expires is "${expires}"; it must be a date such as 2026-12-31`);
  return { path: glob(pairs.get("path"), fail), sha256, rule, reason: text("reason"), expires };
}
function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
function itemsOf(pair, fail) {
  const how = `${keyOf(pair)} must be a list of mappings`;
  if (!(0, import_yaml.isSeq)(pair.value)) return fail(nodeOf(pair), how);
  return pair.value.items.map((item) => (0, import_yaml.isMap)(item) ? item : fail((0, import_yaml.isScalar)(item) || (0, import_yaml.isSeq)(item) ? item : nodeOf(pair), how));
}
function glob(pair, fail) {
  const text = textOf(pair, fail);
  const problem = globProblem(text);
  return problem === void 0 ? text : fail(nodeOf(pair), `path is "${text}"; ${problem}`);
}
function textOf(pair, fail) {
  const value = (0, import_yaml.isScalar)(pair?.value) ? pair.value.value : void 0;
  if (typeof value === "string" && value.trim() !== "") return value;
  return fail(
    nodeOf(pair),
    `${pair === void 0 ? "the value" : keyOf(pair)} must be text${typeof value === "number" ? ": put it in quotes" : ""}`
  );
}
function oneOf(pair, allowed, fail) {
  const value = (0, import_yaml.isScalar)(pair.value) ? pair.value.value : void 0;
  const found = allowed.find((each) => each === value);
  return found ?? fail(nodeOf(pair), `${keyOf(pair)} must be one of ${allowed.join(", ")}${meant(value, allowed)}`);
}
function names(pair, fail) {
  if (!(0, import_yaml.isSeq)(pair.value)) return fail(nodeOf(pair), `${keyOf(pair)} must be a list of names such as my_package.Model or my_package.*`);
  const pattern = new RegExp(NAME_PATTERN, "u");
  return pair.value.items.map((item) => {
    const value = (0, import_yaml.isScalar)(item) ? item.value : void 0;
    if (typeof value === "string" && pattern.test(value)) return value;
    return fail((0, import_yaml.isScalar)(item) ? item : nodeOf(pair), `"${String(value)}" is not a name such as my_package.Model or my_package.*`);
  });
}
function formatIds(pair, known, fail) {
  if (!(0, import_yaml.isSeq)(pair.value)) return fail(nodeOf(pair), `${keyOf(pair)} must be a list of format ids such as safetensors`);
  return pair.value.items.map((item) => {
    const value = (0, import_yaml.isScalar)(item) ? item.value : void 0;
    const found = known.find((id) => id === value);
    return found ?? fail(
      (0, import_yaml.isScalar)(item) ? item : nodeOf(pair),
      `unknown format "${String(value)}"${meant(value, known)}; known formats: ${known.join(", ")}`
    );
  });
}
function severities(pair, fail) {
  if (!(0, import_yaml.isMap)(pair.value)) return fail(nodeOf(pair), "severity must be a mapping from rule ids to a severity or off");
  const result = {};
  for (const row of pair.value.items) {
    const id = ruleId(keyOf(row), (0, import_yaml.isScalar)(row.key) ? row.key : nodeOf(row), fail);
    result[id] = oneOf(row, LEVELS, fail);
  }
  return result;
}
function ruleId(id, node, fail) {
  const rule = rules.find((each) => each.id === id);
  return rule?.id ?? fail(node, `unknown rule "${id}"${meant(id, RULE_IDS)}; known rules: ${RULE_IDS.join(", ")}`);
}
function meant(value, known) {
  const near = typeof value === "string" ? nearest(value, known) : void 0;
  return near === void 0 ? "" : ` (did you mean ${near}?)`;
}
function keyOf(pair) {
  return (0, import_yaml.isScalar)(pair.key) ? String(pair.key.value) : String(pair.key);
}
function nodeOf(pair) {
  if (pair === void 0) return void 0;
  const { value, key } = pair;
  if ((0, import_yaml.isScalar)(value) || (0, import_yaml.isMap)(value) || (0, import_yaml.isSeq)(value)) return value;
  return (0, import_yaml.isScalar)(key) ? key : void 0;
}

export {
  parsePolicy,
  isDay
};
