import {
  POLICY_FILE_53 as POLICY_FILE,
  UsageError_53 as UsageError,
  parseOptions_53 as parseOptions,
  readText_53 as readText,
  sha256OfFile_53 as sha256OfFile,
  shown_53 as shown,
  writeText_53 as writeText
} from "./cli-core.js";
import {
  dayOf_50 as dayOf,
  existsSync_50 as existsSync,
  kindOf_50 as kindOf,
  resolve_50 as resolve,
  safe_2 as safe,
  rules_0 as rules
} from "./core.js";
import {
  nearest
} from "./shared-policy-parse-nearest.js";

// src/cli/allow-command.ts
var USAGE = `Usage: modelgate allow FILE --rule RULE --reason TEXT --expires DATE [--policy FILE]

Accepts what RULE finds in FILE, as long as its content stays and until DATE. Run it in the folder that is scanned: the path is
written as reports write it.

  --rule RULE      id of the rule, such as pickle/unlisted-call, or * for all
  --reason TEXT    why; it stands in every report
  --expires DATE   the last day (UTC) on which it holds, YYYY-MM-DD
  --policy FILE    the policy file to add to (default: ${POLICY_FILE}); comments in it stay
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
  if (kindOf(file) !== "file") throw new UsageError(`${file} is no regular file`);
  const rule = ruleOf(needed(values.rule, "--rule"));
  const reason = needed(values.reason, "--reason");
  const { isDay } = await import("./policy-parse.js");
  const { addException } = await import("./policy-policy-edit.js");
  const expires = needed(values.expires, "--expires");
  if (!isDay(expires)) throw new UsageError(`--expires is "${expires}"; it must be a day such as 2026-12-31`);
  if (expires < dayOf(/* @__PURE__ */ new Date())) throw new UsageError(`--expires is "${expires}", which is over`);
  const policy = values.policy ?? POLICY_FILE;
  const path = shown(resolve(file), process.cwd());
  const text = existsSync(policy) ? readText(policy, "the policy") : "";
  writeText(policy, [addException(text, policy, { path, sha256: sha256OfFile(file), rule, reason, expires })], "the policy");
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
  throw new UsageError(`--rule is "${id}", which is no rule${near === void 0 ? "" : `; did you mean ${near}?`}`);
}
export {
  allowCommand
};
