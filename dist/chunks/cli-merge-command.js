import {
  publish_55 as publish,
  FORMATS_54 as FORMATS,
  UsageError_54 as UsageError,
  oneOf_54 as oneOf,
  parseOptions_54 as parseOptions,
  readText_54 as readText
} from "./cli-core.js";
import {
  exitCode_1 as exitCode
} from "./core.js";
import {
  MergeError,
  mergeReports,
  readReport
} from "./shared-report-merge-read.js";

// src/cli/merge-command.ts
var USAGE = `Usage: modelgate merge-reports [options] REPORT.json\u2026

Makes one report with one verdict of the JSON reports of all shards of a run (modelgate --shard I/N --format json). The exit
status is that of a scan; 64 if a shard is missing, given twice, or of another run.

  --format FORMAT   ${FORMATS.join(", ")} (default: text)
  --output FILE     write the report to FILE instead of standard output
  --category NAME   category of the SARIF run
  --quiet           show only files that fail the gate, and the verdict
  --color, --no-color
`;
async function mergeCommand(argv, stdout) {
  const { values, positionals } = parseOptions(argv, {
    format: { type: "string" },
    output: { type: "string", short: "o" },
    category: { type: "string" },
    quiet: { type: "boolean", short: "q" },
    color: { type: "boolean" },
    help: { type: "boolean", short: "h" }
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError("modelgate merge-reports needs the reports; see modelgate merge-reports --help");
  const { output, category, quiet = false, color } = values;
  const format = oneOf("--format", values.format, FORMATS) ?? "text";
  try {
    const report = mergeReports(positionals.map((name) => ({ name, report: readReport(readText(name, "the report"), name) })));
    await publish(report, { format, output, category, quiet, color }, stdout);
    return exitCode(report);
  } catch (error) {
    throw error instanceof MergeError ? new UsageError(error.message) : error;
  }
}
export {
  mergeCommand
};
