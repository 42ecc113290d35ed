#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  gate,
  version
} from "./chunks/chunk-EYYTWYZ5.js";
import "./chunks/chunk-LTLA4RY6.js";
import {
  OutputError,
  USAGE,
  UsageError,
  flush,
  guardStreams,
  parseCommandLine
} from "./chunks/chunk-FAMXB3Y2.js";
import "./chunks/chunk-2DYIVGZG.js";
import {
  safe
} from "./chunks/chunk-EXU64Y4V.js";
import {
  PolicyError
} from "./chunks/chunk-O4XPZDPF.js";
import "./chunks/chunk-Y7GNOWHV.js";
import "./chunks/chunk-5HJ3J6EK.js";

// src/cli/main.ts
var EXIT_USAGE = 64;
var EXIT_OUTPUT = 74;
var COMMANDS = /* @__PURE__ */ new Map([
  ["policy", async (argv) => (await import("./chunks/policy-command-LL76OWUD.js")).policyCommand(argv)],
  ["allow", async (argv) => (await import("./chunks/allow-command-JW7SO3CM.js")).allowCommand(argv)],
  ["baseline", async (argv) => (await import("./chunks/baseline-command-SYYIGYZW.js")).baselineCommand(argv)],
  ["merge-reports", async (argv) => (await import("./chunks/merge-command-LOKOJFP7.js")).mergeCommand(argv)]
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
