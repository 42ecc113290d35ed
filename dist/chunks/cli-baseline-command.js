import {
  scan_55 as scan,
  BASELINE_FILE_53 as BASELINE_FILE,
  parseCommandLine_53 as parseCommandLine,
  parseOptions_53 as parseOptions,
  writeText_53 as writeText
} from "./cli-core.js";
import {
  writeBaseline_52 as writeBaseline,
  sha256OfText_50 as sha256OfText,
  plural_1 as plural,
  safe_2 as safe
} from "./core.js";

// src/cli/baseline-command.ts
var USAGE = `Usage: modelgate baseline [options] [PATH\u2026]

Records the findings of today, so that modelgate --baseline FILE fails for new ones only. A file whose content changes is new.
Without a PATH the working directory is scanned. Pointers, timeouts and failures are not recorded: they say nothing of a file.

  --output FILE    where to write (default: ${BASELINE_FILE}); a file there is replaced
  --policy FILE    a policy file; what it accepts or switches off is not recorded
  --first-party    as in a scan
  --jobs N, --timeout SECONDS
`;
async function baselineCommand(argv) {
  const { values, positionals } = parseOptions(argv, {
    output: { type: "string", short: "o" },
    policy: { type: "string" },
    "first-party": { type: "boolean" },
    jobs: { type: "string", short: "j" },
    timeout: { type: "string" },
    help: { type: "boolean", short: "h" }
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const output = values.output ?? BASELINE_FILE;
  const options = Object.entries(values).filter(([name]) => name !== "output");
  const given = options.flatMap(([name, value]) => [
    typeof value === "string" ? `--${name}=${value}` : value ? `--${name}` : `--no-${name}`
  ]);
  const paths = positionals.length === 0 ? ["."] : positionals;
  const report = await scan(parseCommandLine([...given, "--", ...paths]), { hashFindings: true });
  const { text, entries, leftOut } = writeBaseline(report, sha256OfText);
  writeText(output, [text], "the baseline");
  const rest = leftOut === 0 ? "" : `; ${plural(leftOut, "unread part")} not recorded (pointers, timeouts, failures)`;
  process.stdout.write(`${plural(entries, "finding")} recorded in ${safe(output, { max: 1e3 })}${rest}
`);
  return 0;
}
export {
  baselineCommand
};
