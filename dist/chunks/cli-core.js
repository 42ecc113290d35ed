import {
  SHARD_FORM_51 as SHARD_FORM,
  availableParallelism_51 as availableParallelism,
  closeSync_51 as closeSync,
  destinationOf_51 as destinationOf,
  dirname_51 as dirname,
  discover_51 as discover,
  existsSync_51 as existsSync,
  join_51 as join,
  kindOf_51 as kindOf,
  lstatSync_51 as lstatSync,
  mkdirSync_51 as mkdirSync,
  openSync_51 as openSync,
  parseShard_51 as parseShard,
  readFileSync_51 as readFileSync,
  readSync_51 as readSync,
  relative_51 as relative,
  renameSync_51 as renameSync,
  resolve_51 as resolve,
  rmSync_51 as rmSync,
  sep_51 as sep,
  sha256_51 as sha256,
  writeFileSync_51 as writeFileSync,
  severities_0 as severities,
  load_46 as load
} from "./core.js";
var builtin = load("node:util");
var of = (name) => builtin[name];
var parseArgs = /* @__PURE__ */ of("parseArgs");
// src/cli/args.ts
var UsageError = class extends Error {
  name = "UsageError";
};
var POLICY_FILE = ".github/modelgate.yml";
var BASELINE_FILE = ".github/modelgate-baseline.json";
var FORMATS = ["text", "json", "sarif", "markdown", "github", "html"];
var THRESHOLDS = [...severities, "never"];
var LFS = ["fail", "warn", "ignore"];
var USAGE = `Usage: modelgate [options] PATH\u2026
       modelgate COMMAND --help

Reads machine-learning models without loading them and reports what loading would run.
A PATH is a file, or a folder that is scanned with all its sub-folders. A symbolic link is followed
if its destination is in the working directory or in a scanned folder.

  --format FORMAT           ${FORMATS.join(", ")} (default: text)
  --output FILE             write the report to FILE instead of standard output
  --fail-on SEVERITY        lowest severity that fails: ${THRESHOLDS.join(", ")} (default: high)
  --no-fail-on-incomplete   do not fail because of files that could not be read to their end
  --lfs-pointers ACTION     on a Git LFS or DVC pointer: ${LFS.join(", ")} (default: fail)
  --policy FILE             policy file, YAML or JSON
  --baseline FILE           accept the findings recorded in FILE while the content of the models stays the same
  --first-party             treat classes that are defined in the source files of the working directory as low
  --shard I/N               scan part I of N; machines with the same files compute the same parts
  --list-shard              print the files of the shard, one per line, without scanning
  --jobs N                  files to scan at the same time (default: 4)
  --timeout SECONDS         time limit for one file (default: 600)
  --category NAME           category of the SARIF run
  --sha256                  report the SHA-256 of every file, which reads every byte
  --stats                   report the work on each file: reads, opcodes, peaks \u2026 (text and JSON)
  --quiet                   show only files that fail the gate, and the verdict
  --explain                 show every import and call, and why it was judged so
  --color, --no-color       colours in text (default: if standard output is a terminal)
  --version, --help

Commands (to scan a folder of that name, write ./NAME):
  policy check|explain|init   check or explain a policy file, or write a first one
  allow                       accept a finding in a file until a date
  baseline                    record today's findings, so that only new ones fail
  merge-reports               merge the reports of all shards into one

Exit status: 0 pass, 1 findings at or above the threshold, 2 no such finding but an incomplete file, 64 wrong usage or
policy, 74 the report could not be written.
`;
function parseCommandLine(argv) {
  const { values, positionals } = parseOptions(argv, OPTIONS);
  const { format, jobs, timeout, color } = values;
  return {
    paths: positionals,
    format: oneOf("--format", format, FORMATS) ?? "text",
    output: values.output,
    policy: values.policy,
    baseline: values.baseline,
    firstParty: values["first-party"] ?? false,
    shard: values.shard === void 0 ? void 0 : shardOf(values.shard),
    listShard: values["list-shard"] ?? false,
    failOn: oneOf("--fail-on", values["fail-on"], THRESHOLDS),
    failOnIncomplete: values["fail-on-incomplete"],
    lfsPointers: oneOf("--lfs-pointers", values["lfs-pointers"], LFS),
    jobs: jobs === void 0 ? void 0 : Math.min(positive("--jobs", jobs), 16 * availableParallelism()),
    timeoutSeconds: timeout === void 0 ? void 0 : positive("--timeout", timeout),
    category: values.category,
    stats: values.stats ?? false,
    quiet: values.quiet ?? false,
    explain: values.explain ?? false,
    sha256: values.sha256 ?? false,
    color,
    help: values.help ?? false,
    version: values.version ?? false
  };
}
var OPTIONS = {
  format: { type: "string" },
  output: { type: "string", short: "o" },
  policy: { type: "string" },
  baseline: { type: "string" },
  "first-party": { type: "boolean" },
  shard: { type: "string" },
  "list-shard": { type: "boolean" },
  "fail-on": { type: "string" },
  "fail-on-incomplete": { type: "boolean" },
  "lfs-pointers": { type: "string" },
  jobs: { type: "string", short: "j" },
  timeout: { type: "string" },
  category: { type: "string" },
  stats: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  explain: { type: "boolean" },
  sha256: { type: "boolean" },
  color: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" }
};
function parseOptions(argv, options) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, allowNegative: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
function shardOf(value) {
  const shard = parseShard(value);
  if (!shard) throw new UsageError(`--shard is "${value}"; it must be ${SHARD_FORM}`);
  return shard;
}
function oneOf(option, value, allowed) {
  if (value === void 0) return void 0;
  const found = allowed.find((each) => each === value);
  if (found === void 0) throw new UsageError(`${option} is "${value}"; it must be one of ${allowed.join(", ")}`);
  return found;
}
function positive(option, value) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} is "${value}"; it must be a whole number, 1 or more`);
  return number;
}
// src/cli/stdout.ts
var OutputError = class extends Error {
  name = "OutputError";
};
var Output = class {
  failure;
  stderr;
  /** Without a listener, an error of standard output would end the process with a stack trace. */
  constructor() {
    process.stdout.on("error", (error) => {
      this.failure ??= error;
    });
  }
  /**
   * Returns standard error. Its own errors are ignored, because there is no stream left to report them. Node makes the
   * stream at first use, and most runs do not need it.
   */
  standardError() {
    if (this.stderr === void 0) {
      this.stderr = process.stderr;
      this.stderr.on("error", () => void 0);
    }
    return this.stderr;
  }
  /** Prints to standard error. */
  warn(text) {
    this.standardError().write(text);
  }
  /** Prints chunks to standard output as fast as the reader takes them. Prints no more after a write failed. */
  async print(chunks) {
    for (const chunk of chunks) {
      if (this.failure !== void 0) return;
      if (!process.stdout.write(chunk)) await written();
    }
  }
  /** Prints to standard output from synchronous code. */
  printNow(text) {
    if (!process.stdout.destroyed) process.stdout.write(text);
  }
  /**
   * Waits until everything is written. A reader that closed the pipe (`modelgate \u2026 | head`) has what it wanted: the
   * exit status stays that of the verdict.
   * @throws {OutputError} if output was lost for another reason, such as a full disk
   */
  async flush() {
    await written();
    const { failure } = this;
    if (failure === void 0 || failure.code === "EPIPE" || failure.code === "EOF") return;
    throw new OutputError(`standard output cannot be written (${failure.code ?? failure.message})`);
  }
};
function written() {
  return new Promise((resolve22) => {
    process.stdout.write("", (error) => {
      if (error) setImmediate(resolve22);
      else resolve22();
    });
  });
}
// src/cli/io.ts
var CHUNK = 1 << 20;
var SIGNALS = ["SIGINT", "SIGTERM"];
function readText(file, what) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${what} ${file} cannot be read (${codeOf(error)})`);
  }
}
function checkFolderOf(output) {
  if (!existsSync(dirname(output))) throw new UsageError(`the report cannot be written to ${output} (ENOENT)`);
}
function writeText(file, chunks, what, mode = "replace") {
  const known = lstatSync(file, { throwIfNoEntry: false });
  if (known && mode === "new") throw new UsageError(`${file} already exists and was not changed`);
  const isPlain = known === void 0 || known.isFile();
  const target = isPlain ? `${file}.${process.pid}.part` : file;
  let isOpen = false;
  const write = () => {
    const fd = openSync(target, isPlain ? "wx" : "w", known?.isFile() ? known.mode & 511 : 438);
    isOpen = true;
    try {
      for (const chunk of chunks) writeFileSync(fd, chunk);
    } finally {
      closeSync(fd);
    }
    if (isPlain) renameSync(target, file);
  };
  try {
    if (dirname(file) === ".github") mkdirSync(dirname(file), { recursive: true });
    if (isPlain) uninterrupted(write);
    else write();
  } catch (error) {
    if (isOpen && isPlain) rmSync(target, { force: true });
    const message = `${what} cannot be written to ${file} (${codeOf(error)})`;
    throw isOpen ? new OutputError(message) : new UsageError(message);
  }
}
function uninterrupted(work) {
  const later = () => void 0;
  for (const signal of SIGNALS) process.on(signal, later);
  try {
    work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, later);
  }
}
function sha256OfFile(file) {
  const hash = sha256();
  try {
    const fd = openSync(file, "r");
    try {
      const piece = Buffer.alloc(CHUNK);
      for (let got = readSync(fd, piece); got > 0; got = readSync(fd, piece)) hash.update(piece.subarray(0, got));
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${codeOf(error)})`);
  }
  return hash.digest("hex");
}
function collect(paths, root) {
  const files = /* @__PURE__ */ new Set();
  const trees = treesOf(paths, root);
  const notices = /* @__PURE__ */ new Set();
  for (const path of paths) {
    if (path === "") throw new UsageError("a PATH is empty");
    const full = resolve(root, path);
    switch (kindOf(full)) {
      case "file":
        files.add(shown(full, root));
        break;
      case "folder": {
        const home = shown(full, root);
        const name = (path2) => path2.startsWith(".") || home.endsWith("/") ? shown(join(full, path2), root) : home === "" ? path2 : `${home}/${path2}`;
        const found = discover(full, name, trees);
        for (const file of found.files) files.add(name(file));
        for (const notice of found.notices) notices.add(notice);
        break;
      }
      case "link":
        if (destinationOf(full, trees).kind === "file") {
          files.add(shown(full, root));
          break;
        }
        throw new UsageError(`${path} is a symbolic link, which is not followed; name its destination`);
      case "other":
        throw new UsageError(`${path} is neither a file nor a folder`);
      case void 0:
        throw new UsageError(`${path} does not exist`);
    }
  }
  return { files: [...files].sort(), notices: [...notices] };
}
function treesOf(paths, root) {
  return [root, ...paths.map((path) => resolve(root, path)).filter((path) => kindOf(path) === "folder")];
}
function shown(full, root) {
  const path = relative(root, full);
  return (path.startsWith("..") ? full : path).split(sep).join("/");
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

import {
  jsonChunks_3 as jsonChunks,
  toText_3 as toText,
  resolve_51 as resolve2,
  sha256OfText_51 as sha256OfText
} from "./core.js";
// src/cli/render.ts
async function publish(report, options, output, elapsedMs) {
  const chunks = await render(report, options, elapsedMs);
  if (options.output === void 0) return output.print(chunks);
  const path = shown(resolve2(options.output), process.cwd());
  if (report.files.some((file) => file.path === path && !["empty", "unrecognised"].includes(file.status))) {
    throw new UsageError(`--output is ${options.output}, which is one of the scanned models; it was not overwritten`);
  }
  writeText(options.output, chunks, "the report");
  if (!options.quiet) output.warn(toText(report, { quiet: true, ...timed(elapsedMs) }));
}
async function render(report, { format, output, quiet, color, category }, elapsedMs) {
  switch (format) {
    case "text":
      return [toText(report, { color: output === void 0 && (color ?? wantsColor()), quiet, ...timed(elapsedMs) })];
    case "json":
      return jsonChunks(report);
    case "sarif":
      return [(await import("./report-sarif.js")).toSarif(report, { hash: sha256OfText, ...category === void 0 ? {} : { category } })];
    case "markdown":
      return [(await import("./report-markdown.js")).toMarkdown(report, timed(elapsedMs))];
    case "github":
      return [(await import("./report-annotations.js")).toGithub(report, timed(elapsedMs))];
    case "html":
      return [(await import("./report-html.js")).toHtml(report, { hash: sha256OfText, ...timed(elapsedMs) })];
  }
}
function timed(elapsedMs) {
  return elapsedMs === void 0 ? {} : { elapsedMs };
}
function wantsColor() {
  return process.stdout.isTTY === true && !process.env["NO_COLOR"];
}

import {
  exceptionNotices_53 as exceptionNotices,
  now_53 as now,
  parseBaseline_53 as parseBaseline,
  scanFiles_53 as scanFiles,
  version_53 as version,
  dayOf_51 as dayOf,
  discover_51 as discover2,
  fstatSync_51 as fstatSync,
  kindOf_51 as kindOf2,
  planShard_51 as planShard,
  readFileSync_51 as readFileSync2,
  resolve_51 as resolve3,
  sizesOf_51 as sizesOf,
  statSync_51 as statSync,
  defaultPolicy_5 as defaultPolicy,
  withGate_5 as withGate,
  buildReport_1 as buildReport,
  exitCode_1 as exitCode,
  safe_2 as safe,
  renderCall_52 as renderCall,
  renderMutation_52 as renderMutation,
  renderValue_52 as renderValue
} from "./core.js";
// src/cli/explain.ts
function explainLine(observation, judgement, artifact) {
  const offset = "offset" in observation && observation.offset !== void 0 ? `@${observation.offset}` : "";
  const stream = "stream" in observation && observation.stream > 0 ? ` #${observation.stream + 1}` : "";
  const verdict = judgement === void 0 ? "INCOMPLETE" : judgement.kind === "fine" ? "fine" : judgement.severity.toUpperCase();
  const rule = judgement?.kind === "finding" ? ` ${judgement.rule}` : "";
  const reason = judgement?.reason ?? (observation.kind === "incomplete" ? observation.why : "");
  const place = safe(artifact.path.join("!"), { max: 300 });
  return `${place} ${offset}${stream}  ${safe(describe(observation), { max: 600 })}
    ${verdict}${rule}: ${safe(reason, { max: 600 })}
`;
}
function describe(observation) {
  switch (observation.kind) {
    case "global":
      return `import ${observation.module}.${observation.name}${observation.written ? ` (written ${observation.written.module}.${observation.written.name})` : ""}`;
    case "call":
      return `${observation.via} ${renderCall(observation.callee, observation.args, observation.via)}`;
    case "escape":
      return `escape of ${observation.module}.${observation.name}`;
    case "later-callables":
      return `pass ${observation.callables.map(({ module, name }) => `${module}.${name}`).join(", ")} to an object that may contain ${observation.module}.${observation.name}`;
    case "dynamic-global":
      return `import a computed name ${renderValue(observation.module)}.${renderValue(observation.name)}`;
    case "extension-code":
      return `extension code ${observation.code}`;
    case "mutated-global":
      return `change ${renderMutation(observation.target, observation.args, observation.via)}`;
    case "pickle-oddity":
      return `${observation.oddity}: ${observation.detail}`;
    case "zip-mismatch":
      return `zip ${observation.difference} ${observation.entry}: ${observation.detail}`;
    case "unsafe-path":
      return `${observation.why} path ${observation.entry}`;
    case "shipped-code":
      return `${observation.language} code in ${observation.carrier}${observation.reaches.length > 0 ? ` that uses ${observation.reaches.join(", ")}` : ""}`;
    case "config-reference":
      return `${observation.loader} ${observation.use} ${observation.module}.${observation.name} at ${observation.where}`;
    case "graph-op":
      return `${observation.framework} op ${observation.domain === "" ? "" : `${observation.domain}.`}${observation.op} (${observation.node})`;
    case "external-file":
      return `${observation.role} ${observation.path}`;
    case "template":
      return `template ${observation.name}: ${observation.construct} ${observation.expression}`;
    case "structure":
      return `${observation.problem}: ${observation.detail}`;
    case "incomplete":
      return observation.detail;
    default:
      return observation;
  }
}
// src/cli/progress.ts
var STANDARD_ERROR = 2;
var FIRST = 1e3;
var EVERY = 200;
function mayBeTerminal() {
  try {
    return fstatSync(STANDARD_ERROR).isCharacterDevice();
  } catch {
    return false;
  }
}
function createProgress(total, output) {
  const stream = mayBeTerminal() ? output.standardError() : void 0;
  if (!stream?.isTTY) return { update: () => void 0, clear: () => void 0 };
  let last = now() + FIRST - EVERY;
  let shown2 = false;
  return {
    update(done) {
      const time = now();
      if (time - last < EVERY) return;
      last = time;
      shown2 = true;
      stream.write(`\r\x1B[K${done} of ${total} files`);
    },
    clear() {
      if (shown2) stream.write("\r\x1B[K");
    }
  };
}
// src/cli/scan.ts
async function gate(args, output) {
  const started = now();
  if (args.listShard) return listShard(args, output);
  if (args.explain && args.output === void 0 && args.format !== "text") {
    throw new UsageError(`--explain prints text, which would mix with ${args.format}; write the report to a file with --output`);
  }
  if (args.output !== void 0) checkFolderOf(args.output);
  const report = await scan(args, output);
  await publish(report, args, output, now() - started);
  return exitCode(report);
}
async function scan(args, output, { hashFindings = false } = {}) {
  const policy = await effectivePolicy(args);
  const baseline = args.baseline === void 0 ? void 0 : parseBaseline(readText(args.baseline, "the baseline"), args.baseline);
  const root = process.cwd();
  const { files, notices, shard } = filesOf(args, root);
  const today = dayOf(/* @__PURE__ */ new Date());
  const progress = createProgress(files.length, output);
  const scanned = await scanFiles(files, {
    root,
    trees: treesOf(args.paths, root),
    policy: args.firstParty ? { ...policy, firstParty: await definedBelow(root, args.paths) } : policy,
    today,
    sha256: args.sha256 || hashFindings && "findings",
    stats: args.stats,
    ...baseline ? { baseline } : {},
    ...args.jobs === void 0 ? {} : { concurrency: args.jobs },
    ...args.explain ? { concurrency: 1, explain: (...fact) => output.printNow(explainLine(...fact)) } : {},
    ...args.timeoutSeconds === void 0 ? {} : { timeoutMs: args.timeoutSeconds * 1e3 },
    onFile: (_file, done) => progress.update(done)
  });
  progress.clear();
  return buildReport({
    files: scanned,
    gate: policy,
    notices: [...notices, ...exceptionNotices(policy.exceptions, today, scanned)],
    version,
    ...shard ? { shard } : {}
  });
}
async function effectivePolicy(args) {
  return withGate(args.policy === void 0 ? defaultPolicy : await policyOf(args.policy), args);
}
async function policyOf(file) {
  const text = readText(file, "the policy");
  const { parsePolicy } = await import("./node-policy-file.js");
  return parsePolicy(text, file);
}
function filesOf(args, root) {
  if (args.paths.length === 0) throw new UsageError("no PATH is given; name files or folders, for example: modelgate .");
  const { files, notices } = collect(args.paths, root);
  if (args.shard === void 0) return { files, notices };
  return { notices, ...planShard(sizesOf(files, root), args.shard.index, args.shard.count) };
}
function listShard(args, output) {
  if (args.shard === void 0) throw new UsageError("--list-shard needs --shard, for example: --shard 1/4");
  const { files } = filesOf(args.shard.count === 1 ? { ...args, shard: void 0 } : args, process.cwd());
  const lines = [];
  for (const file of files) {
    const name = safe(file, { max: 4096 });
    if (name === file) lines.push(`${file}
`);
    else output.warn(`modelgate: not listed, because the name is not one line of printable text: ${name}
`);
  }
  output.printNow(lines.join(""));
  return 0;
}
async function definedBelow(root, paths) {
  const { firstPartyFromFiles, MAX_SOURCE } = await import("./node-first-party.js");
  const roots = paths.filter((path) => kindOf2(resolve3(root, path)) === "folder").map((path) => shown(resolve3(root, path), root));
  const read = (path) => {
    try {
      return statSync(resolve3(root, path)).size > MAX_SOURCE ? void 0 : readFileSync2(resolve3(root, path), "utf8");
    } catch {
      return void 0;
    }
  };
  return firstPartyFromFiles({ paths: discover2(root).files, read, roots: [.../* @__PURE__ */ new Set(["", ...roots])] });
}
export {
  BASELINE_FILE as BASELINE_FILE_54,
  FORMATS as FORMATS_54,
  OutputError as OutputError_54,
  Output as Output_54,
  POLICY_FILE as POLICY_FILE_54,
  USAGE as USAGE_54,
  UsageError as UsageError_54,
  checkFolderOf as checkFolderOf_54,
  collect as collect_54,
  gate as gate_56,
  oneOf as oneOf_54,
  parseCommandLine as parseCommandLine_54,
  parseOptions as parseOptions_54,
  policyOf as policyOf_56,
  publish as publish_55,
  readText as readText_54,
  scan as scan_56,
  sha256OfFile as sha256OfFile_54,
  shown as shown_54,
  treesOf as treesOf_54,
  writeText as writeText_54
};
