import {
  scan_56 as scan,
  BASELINE_FILE_54 as BASELINE_FILE,
  parseCommandLine_54 as parseCommandLine,
  parseOptions_54 as parseOptions,
  writeText_54 as writeText
} from "./cli-core.js";
import {
  writeBaseline_53 as writeBaseline,
  sha256OfText_51 as sha256OfText,
  plural_1 as plural,
  safe_2 as safe
} from "./core.js";

// src/cli/baseline-command.ts
var USAGE = `Usage: modelgate baseline [options] [PATH\u2026]

Records the findings that exist today, so that modelgate --baseline FILE fails only for new ones. A file counts as new when its
content changes. Without a PATH the working directory is scanned. Pointers, timeouts and internal errors are not recorded,
because they say nothing about the content of a file.

  --output FILE    where to write the baseline (default: ${BASELINE_FILE}); an existing file is replaced
  --policy FILE    a policy file; findings that it accepts or turns off are not recorded
  --first-party    as in a scan
  --jobs N, --timeout SECONDS
`;
async function baselineCommand(argv, stdout) {
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
  const report = await scan(parseCommandLine([...given, "--", ...paths]), stdout, { hashFindings: true });
  const { text, entries, leftOut } = writeBaseline(report, sha256OfText);
  writeText(output, [text], "the baseline");
  const rest = leftOut === 0 ? "" : `; ${plural(leftOut, "incomplete part")} not recorded (pointers, timeouts, internal errors)`;
  process.stdout.write(`${plural(entries, "finding")} recorded in ${safe(output, { max: 1e3 })}${rest}
`);
  return 0;
}
export {
  baselineCommand
};
