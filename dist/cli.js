#!/usr/bin/env node
import {
  gate_56 as gate,
  Output_54 as Output,
  OutputError_54 as OutputError,
  USAGE_54 as USAGE,
  UsageError_54 as UsageError,
  parseCommandLine_54 as parseCommandLine
} from "./chunks/cli-core.js";
import {
  version_53 as version,
  PolicyError_5 as PolicyError,
  safe_2 as safe
} from "./chunks/core.js";

// src/cli/main.ts
var EXIT_USAGE = 64;
var EXIT_OUTPUT = 74;
var COMMANDS = /* @__PURE__ */ new Map([
  ["policy", async (argv) => (await import("./chunks/cli-policy-command.js")).policyCommand(argv)],
  ["allow", async (argv) => (await import("./chunks/cli-allow-command.js")).allowCommand(argv)],
  ["baseline", async (argv, output) => (await import("./chunks/cli-baseline-command.js")).baselineCommand(argv, output)],
  ["merge-reports", async (argv, output) => (await import("./chunks/cli-merge-command.js")).mergeCommand(argv, output)]
]);
async function main(argv) {
  const output = new Output();
  try {
    const command = COMMANDS.get(argv[0] ?? "");
    const status = await (command ? command(argv.slice(1), output) : scan(argv, output));
    await output.flush();
    return status;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PolicyError || error instanceof OutputError)) throw error;
    output.warn(`modelgate: ${safe(error.message, { max: 4e3 })}
`);
    if (error instanceof UsageError) output.warn("Try modelgate --help.\n");
    return error instanceof OutputError ? EXIT_OUTPUT : EXIT_USAGE;
  }
}
async function scan(argv, output) {
  const args = parseCommandLine(argv);
  if (args.help) process.stdout.write(USAGE);
  else if (args.version) process.stdout.write(`modelgate ${version}
`);
  else return gate(args, output);
  return 0;
}
process.exitCode = await main(process.argv.slice(2));
