#!/usr/bin/env node
import {
  gate_55 as gate,
  OutputError_53 as OutputError,
  USAGE_53 as USAGE,
  UsageError_53 as UsageError,
  flush_53 as flush,
  guardStreams_53 as guardStreams,
  parseCommandLine_53 as parseCommandLine,
  warn_53 as warn
} from "./chunks/cli-core.js";
import {
  version_52 as version,
  PolicyError_5 as PolicyError,
  safe_2 as safe
} from "./chunks/core.js";

// src/cli/main.ts
var EXIT_USAGE = 64;
var EXIT_OUTPUT = 74;
var COMMANDS = /* @__PURE__ */ new Map([
  ["policy", async (argv) => (await import("./chunks/cli-policy-command.js")).policyCommand(argv)],
  ["allow", async (argv) => (await import("./chunks/cli-allow-command.js")).allowCommand(argv)],
  ["baseline", async (argv) => (await import("./chunks/cli-baseline-command.js")).baselineCommand(argv)],
  ["merge-reports", async (argv) => (await import("./chunks/cli-merge-command.js")).mergeCommand(argv)]
]);
async function main(argv) {
  guardStreams();
  try {
    const command = COMMANDS.get(argv[0] ?? "");
    const status = await (command ? command(argv.slice(1)) : scan(argv));
    await flush();
    return status;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PolicyError || error instanceof OutputError)) throw error;
    warn(`modelgate: ${safe(error.message, { max: 4e3 })}
`);
    if (error instanceof UsageError) warn("Try modelgate --help.\n");
    return error instanceof OutputError ? EXIT_OUTPUT : EXIT_USAGE;
  }
}
async function scan(argv) {
  const args = parseCommandLine(argv);
  if (args.help) process.stdout.write(USAGE);
  else if (args.version) process.stdout.write(`modelgate ${version}
`);
  else return gate(args);
  return 0;
}
process.exitCode = await main(process.argv.slice(2));
