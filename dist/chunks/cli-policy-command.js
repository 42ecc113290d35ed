import {
  policyOf_56 as policyOf,
  POLICY_FILE_54 as POLICY_FILE,
  UsageError_54 as UsageError,
  parseOptions_54 as parseOptions,
  writeText_54 as writeText
} from "./cli-core.js";
import {
  dayOf_51 as dayOf,
  defaultPolicy_5 as defaultPolicy,
  safe_2 as safe
} from "./core.js";
import {
  policyKeys
} from "./shared-policy-file-schema.js";

// src/policy/file/explain.ts
function explainPolicy(policy, today) {
  const { scopes, exceptions } = policy;
  const current = exceptions.filter(({ expires }) => expires >= today);
  const over = exceptions.filter(({ expires }) => expires < today);
  return [
    ...gate(policy),
    ...names(policy),
    ...policy.approvedFormats === void 0 ? ["Models may have any format."] : [],
    ...scopes.length === 0 ? [] : ["For some paths (if two match, the later one wins):"],
    ...scopes.flatMap(({ path, settings }) => [`  ${path}`, ...[...gate(settings), ...names(settings)].map((line) => `    ${line}`)]),
    ...current.length === 0 ? ["No exceptions apply."] : [`Exceptions that apply (${current.length}):`],
    ...current.map(exceptionLine),
    ...over.length === 0 ? [] : [`Expired exceptions (${over.length}):`, ...over.map(exceptionLine)]
  ];
}
var POINTERS = {
  fail: "The gate fails for a Git LFS or DVC pointer in place of a model.",
  warn: "A Git LFS or DVC pointer in place of a model is a warning: the model itself is not scanned.",
  ignore: "A Git LFS or DVC pointer in place of a model appears only in the report: the model itself is not scanned."
};
var EMPTY_FILES = {
  pass: "An empty file passes under any name, since it cannot run anything.",
  fail: "An empty file with the name of a model is incomplete."
};
function gate({ failOn, failOnIncomplete, lfsPointers, empty }) {
  const lines = [];
  if (failOn === "never") lines.push("The gate does not fail for any finding.");
  else if (failOn !== void 0)
    lines.push(`The gate fails for findings of severity ${failOn}${failOn === "critical" ? "" : " or higher"}.`);
  if (failOnIncomplete === true) lines.push("The gate fails for incomplete files, which were not read to the end.");
  if (failOnIncomplete === false) lines.push("The gate does not fail for incomplete files, whose content is only partly known.");
  if (lfsPointers !== void 0) lines.push(POINTERS[lfsPointers]);
  if (empty !== void 0) lines.push(EMPTY_FILES[empty]);
  return lines;
}
function names({ allow = [], deny = [], severity = {}, approvedFormats }) {
  return [
    ...allow.length === 0 ? [] : [`Accepted everywhere, with any arguments: ${allow.join(", ")}.`],
    ...deny.length === 0 ? [] : [`Always dangerous: ${deny.join(", ")}.`],
    ...Object.entries(severity).map(([rule, level]) => level === "off" ? `${rule} is off.` : `${rule} has severity ${level}.`),
    ...approvedFormats === void 0 ? [] : [
      approvedFormats.length === 0 ? "No format is approved for models." : `Models must have one of these formats: ${approvedFormats.join(", ")}.`
    ]
  ];
}
function exceptionLine({ path, rule, sha256, reason, expires }) {
  const what = rule === "*" ? "all findings" : rule;
  return `  ${path}: ${what}, until ${expires}, SHA-256 ${sha256.slice(0, 12)}\u2026: ${reason}`;
}

// src/policy/file/init.ts
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
# The policy of ModelGate: which models may be merged. Every key is optional; an unknown key is an error.
# On a pull request, the version of the base branch applies, so that a pull request cannot allow its own files.
# modelgate policy check FILE validates this file, and modelgate policy explain FILE says what it means.
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

  check     check FILE; on a mistake, print where it is and exit with status 64
  explain   describe in words the policy of FILE, or the default policy
  init      write a first policy that explains every key (default: ${POLICY_FILE}); an existing file is never replaced
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
  const expired = exceptions.filter(({ expires }) => expires < dayOf(/* @__PURE__ */ new Date())).length;
  process.stdout.write(`${safe(file, { max: 1e3 })} is a valid policy${expired === 0 ? "" : `; expired exceptions: ${expired}`}
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
  process.stdout.write(`${safe(file, { max: 1e3 })} written; it changes nothing until you uncomment a key
`);
}
export {
  policyCommand
};
