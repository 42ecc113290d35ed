#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  gate,
  version
} from "./chunks/chunk-P5FIREUL.js";
import {
  PolicyError
} from "./chunks/chunk-CNELPCEW.js";
import "./chunks/chunk-WXQ6TJB5.js";
import {
  OutputError,
  USAGE,
  UsageError,
  flush,
  guardStreams,
  parseCommandLine
} from "./chunks/chunk-RGWYDYOX.js";
import "./chunks/chunk-KCHBTZYO.js";
import "./chunks/chunk-VYMF35I3.js";
import "./chunks/chunk-C6GX4HFM.js";
import "./chunks/chunk-X2NMRCG5.js";
import {
  safe
} from "./chunks/chunk-G7TJZYW3.js";
import "./chunks/chunk-5HJ3J6EK.js";

// src/cli/main.ts
var EXIT_USAGE = 64;
var EXIT_OUTPUT = 74;
var COMMANDS = /* @__PURE__ */ new Map([
  ["policy", async (argv) => (await import("./chunks/policy-command-O5AQQ4N6.js")).policyCommand(argv)],
  ["allow", async (argv) => (await import("./chunks/allow-command-AHF3J4KI.js")).allowCommand(argv)],
  ["baseline", async (argv) => (await import("./chunks/baseline-command-C3KUW54M.js")).baselineCommand(argv)],
  ["merge-reports", async (argv) => (await import("./chunks/merge-command-4AUIK2Z5.js")).mergeCommand(argv)]
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
    process.stderr.write(`modelgate: ${safe(error.message, { max: 4e3 })}
`);
    if (error instanceof UsageError) process.stderr.write("Try modelgate --help.\n");
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
