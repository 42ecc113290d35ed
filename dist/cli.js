#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  gate,
  version
} from "./chunks/chunk-FUWBWT73.js";
import {
  PolicyError
} from "./chunks/chunk-AJJ26AWK.js";
import "./chunks/chunk-SGEIH2M3.js";
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
  ["policy", async (argv) => (await import("./chunks/policy-command-SUCB4ATO.js")).policyCommand(argv)],
  ["allow", async (argv) => (await import("./chunks/allow-command-C6C34I2V.js")).allowCommand(argv)],
  ["baseline", async (argv) => (await import("./chunks/baseline-command-G2BKIPJK.js")).baselineCommand(argv)],
  ["merge-reports", async (argv) => (await import("./chunks/merge-command-OLAUC6RD.js")).mergeCommand(argv)]
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
