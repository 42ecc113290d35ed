import {
  POLICY_FILE_54 as POLICY_FILE,
  UsageError_54 as UsageError,
  parseOptions_54 as parseOptions,
  readText_54 as readText,
  sha256OfFile_54 as sha256OfFile,
  shown_54 as shown,
  writeText_54 as writeText
} from "./cli-core.js";
import {
  dayOf_51 as dayOf,
  existsSync_51 as existsSync,
  kindOf_51 as kindOf,
  resolve_51 as resolve,
  safe_2 as safe,
  rules_0 as rules
} from "./core.js";
import {
  nearest
} from "./shared-policy-file-nearest-word.js";

// src/cli/allow-command.ts
var USAGE = `Usage: modelgate allow FILE --rule RULE --reason TEXT --expires DATE [--policy FILE]

Accepts the findings of RULE in FILE until DATE, as long as the content of FILE stays the same. Run it in the folder that you
scan: the exception names the path as reports show it.

  --rule RULE      id of the rule, such as pickle/unlisted-call, or * for all rules
  --reason TEXT    why you accept it; every report shows the reason
  --expires DATE   the last day (UTC) on which the exception applies, YYYY-MM-DD
  --policy FILE    the policy file to add it to (default: ${POLICY_FILE}); comments in the file are kept
`;
async function allowCommand(argv) {
  const { values, positionals } = parseOptions(argv, {
    rule: { type: "string" },
    reason: { type: "string" },
    expires: { type: "string" },
    policy: { type: "string" },
    help: { type: "boolean", short: "h" }
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [file, ...more] = positionals;
  if (file === void 0 || more.length > 0) throw new UsageError("modelgate allow needs one file; see modelgate allow --help");
  if (kindOf(file) !== "file") throw new UsageError(`${file} is not a regular file`);
  const rule = ruleOf(needed(values.rule, "--rule"));
  const reason = needed(values.reason, "--reason");
  const { isDay } = await import("./policy-file-parse.js");
  const { addException } = await import("./policy-file-edit.js");
  const { parsePolicy } = await import("./node-policy-file.js");
  const expires = needed(values.expires, "--expires");
  if (!isDay(expires)) throw new UsageError(`--expires is "${expires}"; it must be a day such as 2026-12-31`);
  if (expires < dayOf(/* @__PURE__ */ new Date())) throw new UsageError(`--expires is "${expires}", which is in the past`);
  const policy = values.policy ?? POLICY_FILE;
  const path = shown(resolve(file), process.cwd());
  const text = existsSync(policy) ? readText(policy, "the policy") : "";
  const exception = { path, sha256: sha256OfFile(file), rule, reason, expires };
  writeText(policy, [addException(text, exception, (each) => parsePolicy(each, policy))], "the policy");
  process.stdout.write(`${safe(policy, { max: 1e3 })}: ${rule} is accepted in ${safe(path, { max: 1e3 })} until ${expires}
`);
  return 0;
}
function needed(value, option) {
  if (value === void 0 || value.trim() === "") throw new UsageError(`modelgate allow needs ${option}`);
  return value;
}
function ruleOf(id) {
  if (id === "*") return id;
  const rule = rules.find((each) => each.id === id);
  if (rule) return rule.id;
  const near = nearest(
    id,
    rules.map((each) => each.id)
  );
  throw new UsageError(`--rule is "${id}", which is not a rule${near === void 0 ? "" : `; did you mean ${near}?`}`);
}
export {
  allowCommand
};
