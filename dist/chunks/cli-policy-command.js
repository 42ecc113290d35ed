import {
  policyOf_55 as policyOf,
  POLICY_FILE_53 as POLICY_FILE,
  UsageError_53 as UsageError,
  parseOptions_53 as parseOptions,
  writeText_53 as writeText
} from "./cli-core.js";
import {
  defaultPolicy_5 as defaultPolicy,
  dayOf_50 as dayOf,
  safe_2 as safe
} from "./core.js";
import {
  policyKeys
} from "./shared-policy-schema.js";

// src/policy/policy-explain.ts
function explainPolicy(policy, today) {
  const { scopes, exceptions } = policy;
  const current = exceptions.filter(({ expires }) => expires >= today);
  const over = exceptions.filter(({ expires }) => expires < today);
  return [
    ...gate(policy),
    ...names(policy),
    ...policy.approvedFormats === void 0 ? ["Models may be of any format."] : [],
    ...scopes.length === 0 ? [] : ["For some paths (of two that match, the later one wins):"],
    ...scopes.flatMap(({ path, settings }) => [`  ${path}`, ...[...gate(settings), ...names(settings)].map((line) => `    ${line}`)]),
    ...current.length === 0 ? ["Nothing is accepted by exception."] : [`Accepted by exception (${current.length}):`],
    ...current.map(exceptionLine),
    ...over.length === 0 ? [] : [`Exceptions that are over and no longer hold (${over.length}):`, ...over.map(exceptionLine)]
  ];
}
var POINTERS = {
  fail: "A Git LFS or DVC pointer in place of a model closes the gate.",
  warn: "A Git LFS or DVC pointer in place of a model is a warning: that model is not checked.",
  ignore: "A Git LFS or DVC pointer in place of a model stays in the report only: that model is not checked."
};
var EMPTY_FILES = {
  pass: "An empty file passes under any name: it can run nothing.",
  fail: "An empty file under the name of a model counts as not read."
};
function gate({ failOn, failOnIncomplete, lfsPointers, empty }) {
  const lines = [];
  if (failOn === "never") lines.push("No finding closes the gate.");
  else if (failOn !== void 0) lines.push(`The gate closes for findings that are ${failOn}${failOn === "critical" ? "" : " or worse"}.`);
  if (failOnIncomplete === true) lines.push("It closes for files that could not be read to their end.");
  if (failOnIncomplete === false) lines.push("It stays open for files that could not be read to their end: what is in them is not known.");
  if (lfsPointers !== void 0) lines.push(POINTERS[lfsPointers]);
  if (empty !== void 0) lines.push(EMPTY_FILES[empty]);
  return lines;
}
function names({ allow = [], deny = [], severity = {}, approvedFormats }) {
  return [
    ...allow.length === 0 ? [] : [`Accepted wherever they stand, with any arguments: ${allow.join(", ")}.`],
    ...deny.length === 0 ? [] : [`Always dangerous: ${deny.join(", ")}.`],
    ...Object.entries(severity).map(([rule, level]) => level === "off" ? `${rule} is switched off.` : `${rule} is ${level}.`),
    ...approvedFormats === void 0 ? [] : [`Models may only be: ${approvedFormats.length === 0 ? "nothing" : approvedFormats.join(", ")}.`]
  ];
}
function exceptionLine({ path, rule, sha256, reason, expires }) {
  const what = rule === "*" ? "everything" : rule;
  return `  ${path}: ${what}, until ${expires}, content ${sha256.slice(0, 12)}\u2026: ${reason}`;
}

// src/policy/policy-init.ts
var EXAMPLES = {
  "fail-on-severity": "fail-on-severity: high",
  "fail-on-incomplete": "fail-on-incomplete: true",
  "lfs-pointers": "lfs-pointers: fail",
  empty: "empty: fail",
  allow: "allow:\n  - my_package.models.Net",
  deny: "deny:\n  - torch.hub.*",
  severity: "severity:\n  pickle/unknown-class: high",
  "approved-formats": "approved-formats: [safetensors, onnx, gguf]",
  paths: "paths:\n  - path: research/**\n    fail-on-severity: critical",
  exceptions: "exceptions: # modelgate allow FILE --rule RULE --reason TEXT --expires DATE adds one\n  - path: models/old.pkl\n    sha256: 64 hex digits of the file\n    rule: pickle/unlisted-call\n    reason: exported by the vendor, replaced next quarter\n    expires: 2030-12-31"
};
var HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/modelgate/modelgate/main/docs/policy.schema.json
#
# The policy of ModelGate: what may be merged. Every key is optional, and an unknown one is an error.
# On a pull request the version of the base branch holds: a proposal cannot allow itself.
# modelgate policy check FILE says whether this file is right, and modelgate policy explain FILE what it means.
`;
function initialPolicy() {
  const parts = policyKeys.map(({ key, help }) => `# ${help}
${EXAMPLES[key].replace(/^/gm, "# ")}
`);
  return [HEAD, ...parts].join("\n");
}

// src/cli/policy-command.ts
var USAGE = `Usage: modelgate policy check FILE
       modelgate policy explain [FILE]
       modelgate policy init [FILE]

  check     says whether FILE is a policy; exit status 64 and the place of the mistake if not
  explain   says in words what holds under FILE, or by default
  init      writes a first policy with every key explained (default: ${POLICY_FILE}); never over another file
`;
async function policyCommand(argv) {
  const { values, positionals } = parseOptions(argv, { help: { type: "boolean", short: "h" } });
  const [action, file, ...more] = positionals;
  if (values.help) process.stdout.write(USAGE);
  else if (more.length > 0) throw new UsageError(`modelgate policy ${action} takes one file`);
  else if (action === "check") await check(file);
  else if (action === "explain") await explain(file);
  else if (action === "init") init(file ?? POLICY_FILE);
  else throw new UsageError("modelgate policy needs one of check, explain, init; see modelgate policy --help");
  return 0;
}
async function check(file) {
  if (file === void 0) throw new UsageError("modelgate policy check needs a file");
  const { exceptions } = await policyOf(file);
  const over = exceptions.filter(({ expires }) => expires < dayOf(/* @__PURE__ */ new Date())).length;
  process.stdout.write(`${safe(file, { max: 1e3 })} is a policy${over === 0 ? "" : `; exceptions that are over: ${over}`}
`);
}
async function explain(file) {
  const policy = file === void 0 ? defaultPolicy : await policyOf(file);
  for (const line of explainPolicy(policy, dayOf(/* @__PURE__ */ new Date()))) {
    const text = line.trimStart();
    process.stdout.write(`${" ".repeat(line.length - text.length)}${safe(text, { max: 2e3 })}
`);
  }
}
function init(file) {
  writeText(file, [initialPolicy()], "the policy", "new");
  process.stdout.write(`${safe(file, { max: 1e3 })} is written; it changes nothing until you uncomment a key
`);
}
export {
  policyCommand
};
