import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/node/hash.ts
import { createRequire } from "node:module";
var PIECE = 1 << 20;
var crypto;
function sha256() {
  crypto ??= createRequire(import.meta.url)("node:crypto");
  return crypto.createHash("sha256");
}
function sha256OfText(text) {
  return sha256().update(text).digest("hex");
}
function sha256OfSource(source) {
  const hash = sha256();
  try {
    for (let at = 0; at < source.size; at += PIECE) hash.update(source.read(at, PIECE));
  } catch {
    return void 0;
  }
  return hash.digest("hex");
}
function dayOf(date) {
  return date.toISOString().slice(0, 10);
}

// src/cli/args.ts
import { createRequire as createRequire2 } from "node:module";
import { availableParallelism } from "node:os";

// src/node/shard.ts
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { resolve } from "node:path";
var MAX_SHARDS = 256;
var COST_OF_A_FILE = 64 * 1024;
var MAX_POINTER = 1024;
var POINTER = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/[^\n]*\n[\s\S]*^size (\d{1,15})$/m;
function planShard(files, index, count) {
  const byPath = [...files].sort((a, b) => a.path < b.path ? -1 : 1);
  const listDigest = sha256OfText(byPath.map(({ path, size }) => `${size} ${JSON.stringify(path)}
`).join(""));
  const work = new Array(count).fill(0);
  const own = [];
  for (const { path, size } of byPath.sort((a, b) => b.size - a.size)) {
    let least = 0;
    for (let part = 1; part < count; part++) if ((work[part] ?? 0) < (work[least] ?? 0)) least = part;
    work[least] = (work[least] ?? 0) + size + COST_OF_A_FILE;
    if (least === index - 1) own.push(path);
  }
  return { shard: { index, count, listDigest }, files: own.sort() };
}
function sizesOf(paths, root) {
  return paths.map((path) => ({ path, size: sizeOf(resolve(root, path)) }));
}
function sizeOf(path) {
  try {
    const { size } = statSync(path);
    return size <= MAX_POINTER ? pointerSize(path) ?? size : size;
  } catch {
    return 0;
  }
}
function pointerSize(path) {
  const bytes = Buffer.alloc(MAX_POINTER);
  const fd = openSync(path, "r");
  try {
    const text = bytes.toString("latin1", 0, readSync(fd, bytes, 0, MAX_POINTER, 0));
    const size = POINTER.exec(text.replaceAll("\r\n", "\n"))?.[1];
    return size === void 0 ? void 0 : Number(size);
  } finally {
    closeSync(fd);
  }
}

// src/cli/args.ts
var { parseArgs } = createRequire2(import.meta.url)("node:util");
var UsageError = class extends Error {
  name = "UsageError";
};
var POLICY_FILE = ".github/modelgate.yml";
var BASELINE_FILE = ".github/modelgate-baseline.json";
var FORMATS = ["text", "json", "sarif", "markdown", "github", "html"];
var THRESHOLDS = ["critical", "high", "medium", "low", "never"];
var LFS = ["fail", "warn", "ignore"];
var USAGE = `Usage: modelgate [options] PATH\u2026
       modelgate COMMAND --help

Reads machine-learning models without loading them and says what loading would run.
A PATH is a file, or a folder that is walked in full; symbolic links are not followed.

  --format FORMAT           ${FORMATS.join(", ")} (default: text)
  --output FILE             write the report there instead of to standard output
  --fail-on SEVERITY        ${THRESHOLDS.join(", ")} (default: high)
  --no-fail-on-incomplete   do not fail for what could not be read
  --lfs-pointers WHAT       ${LFS.join(", ")}: what a Git LFS or DVC pointer does (default: fail)
  --policy FILE             a policy file, YAML or JSON
  --baseline FILE           accept what that file records, as long as the content of the models stays
  --first-party             accept classes that source files below the working directory define (low)
  --shard I/N               scan part I of N; every machine with the same files comes to the same parts
  --list-shard              print the files of the shard, one a line, and scan nothing
  --jobs N                  files in flight at once (default: 4)
  --timeout SECONDS         time that one file may take (default: 600)
  --category NAME           category of the SARIF run
  --sha256                  hash every file (reads every byte)
  --stats                   count the work of each file: reads, opcodes, peaks \u2026 (text and JSON)
  --quiet                   only the files that close the gate, and the verdict
  --explain                 every import and call, and why each was judged so
  --color, --no-color       colours in text (default: when standard output is a terminal)
  --version, --help

Commands (a folder of that name is scanned as ./NAME):
  policy check|explain|init   check a policy file, say what it means, or write a first one
  allow                       accept a finding of a file for a time
  baseline                    record today's findings, so that only new ones fail
  merge-reports               make one report of the reports of all shards

Exit status: 0 pass, 1 findings at or over the threshold, 2 nothing found but something could not be fully read, 64 wrong usage or policy,
74 the result could not be written.
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
  const [, index = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(value) ?? []).map(Number);
  if (index < 1 || index > count || count > MAX_SHARDS) {
    throw new UsageError(`--shard is "${value}"; it must be such as 2/8, from 1/1 to ${MAX_SHARDS}/${MAX_SHARDS}`);
  }
  return { index, count };
}
function oneOf(option, value, allowed) {
  if (value === void 0) return void 0;
  const found = allowed.find((each) => each === value);
  if (found === void 0) throw new UsageError(`${option} is "${value}"; it must be one of ${allowed.join(", ")}`);
  return found;
}
function positive(option, value) {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} is "${value}"; it must be a whole number from 1 up`);
  return number;
}

// src/node/discover.ts
import { lstatSync, readdirSync as readdirSync3 } from "node:fs";
import { join as join2 } from "node:path";

// src/node/links.ts
import { realpathSync, statSync as statSync2 } from "node:fs";
import { relative, resolve as resolve3, sep } from "node:path";

// src/node/near-model.ts
import { readdirSync } from "node:fs";
import { dirname, extname, join, resolve as resolve2 } from "node:path";
var MODEL_EXTENSIONS = new Set(
  `.pt .pth .pt2 .ptl .ckpt .bin .safetensors .onnx .gguf .ggml .keras .h5 .hdf5 .pkl .pickle .joblib .dill .nemo .tflite .pb .mlmodel .mar .skops
  .npz .pdparams .pdmodel .pdiparams .msgpack .engine .plan .model .cbm .ubj .pmml`.split(/\s+/)
);
var MAX_FOLDERS = 100;
function isModelName(name) {
  return MODEL_EXTENSIONS.has(extname(name).toLowerCase());
}
function createNeighbours(root) {
  const known = /* @__PURE__ */ new Map();
  const list2 = (folder) => {
    const found = known.get(folder) ?? read(folder);
    known.set(folder, found);
    return found;
  };
  return (path) => {
    const home = dirname(resolve2(root, path));
    const own = list2(home);
    if (own.mlflow) return "MLmodel";
    if (own.model || list2(dirname(home)).model) return "model";
    return own.folders.some((folder) => list2(join(home, folder)).model) ? "model" : "none";
  };
}
function read(folder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const mlflow = files.some(({ name }) => name === "MLmodel");
    return {
      mlflow,
      model: mlflow || files.some(({ name }) => isModelName(name)),
      folders: folders.length > MAX_FOLDERS ? [] : folders
    };
  } catch {
    return { mlflow: false, model: false, folders: [] };
  }
}

// src/node/links.ts
function unscannedLinks(root, links, isScanned) {
  return links.filter((link) => {
    if (!isModelName(link)) return false;
    try {
      const real = realpathSync(resolve3(root, link));
      return statSync2(real).isFile() && !isScanned(relative(realpathSync(root), real).split(sep).join("/"));
    } catch {
      return false;
    }
  });
}

// src/node/names.ts
import { readdirSync as readdirSync2 } from "node:fs";
import { basename, dirname as dirname2, resolve as resolve4 } from "node:path";
var REPLACED = "\uFFFD";
function createNames(root) {
  const known = /* @__PURE__ */ new Map();
  const lossyIn = (folder) => {
    const found = known.get(folder) ?? lossyNames(folder);
    known.set(folder, found);
    return found;
  };
  return (path) => {
    if (!path.includes(REPLACED)) return true;
    for (let at = resolve4(root, path); at.includes(REPLACED); at = dirname2(at)) {
      if (lossyIn(dirname2(at)).has(basename(at))) return false;
    }
    return true;
  };
}
function lossyNames(folder) {
  try {
    const names = readdirSync2(folder, { encoding: "buffer" });
    return new Set(names.filter((name) => !Buffer.from(name.toString("utf8")).equals(name)).map((name) => name.toString("utf8")));
  } catch {
    return /* @__PURE__ */ new Set();
  }
}

// src/node/discover.ts
var MAX_NAMED = 20;
var SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git"]);
function discover(root, shown2 = (path) => path) {
  const files = [];
  const links = [];
  const others = [];
  const folders = [""];
  const isCertain = createNames(root);
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    const entries = list(join2(root, folder));
    if (entries === void 0) files.push(folder === "" ? "." : folder);
    for (const entry of entries ?? []) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory()) {
        if (!isCertain(path)) files.push(path);
        else if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(path);
      } else if (entry.isSymbolicLink()) links.push(path);
      else others.push(path);
    }
  }
  const found = new Set(files);
  const unscanned = unscannedLinks(root, links, (path) => found.has(path));
  return {
    files: [...found, ...unscanned].sort(),
    links: unscanned,
    notices: [...summary("Symbolic link not followed", links.map(shown2)), ...summary("No regular file, not read", others.map(shown2))]
  };
}
function kindOf(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return void 0;
  return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : stat.isSymbolicLink() ? "link" : "other";
}
function list(path) {
  try {
    return readdirSync3(path, { withFileTypes: true });
  } catch {
    return void 0;
  }
}
function summary(what, paths) {
  paths.sort();
  const named = paths.slice(0, MAX_NAMED).map((path) => `${what}: ${path}`);
  return paths.length > MAX_NAMED ? [...named, `${what}: ${paths.length - MAX_NAMED} more`] : named;
}

// src/cli/stdout.ts
var OutputError = class extends Error {
  name = "OutputError";
};
var failure;
function guardStreams() {
  process.stdout.on("error", (error) => {
    failure ??= error;
  });
  process.stderr.on("error", () => void 0);
}
async function print(chunks) {
  for (const chunk of chunks) {
    if (failure !== void 0) return;
    if (!process.stdout.write(chunk)) await written();
  }
}
function printNow(text) {
  if (!process.stdout.destroyed) process.stdout.write(text);
}
async function flush() {
  await written();
  if (failure === void 0 || failure.code === "EPIPE" || failure.code === "EOF") return;
  throw new OutputError(`standard output cannot be written (${failure.code ?? failure.message})`);
}
function written() {
  return new Promise((resolve6) => {
    process.stdout.write("", (error) => {
      if (error) setImmediate(resolve6);
      else resolve6();
    });
  });
}

// src/cli/io.ts
import { closeSync as closeSync2, existsSync, lstatSync as lstatSync2, mkdirSync, openSync as openSync2, readFileSync, readSync as readSync2, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname as dirname3, join as join3, relative as relative2, resolve as resolve5, sep as sep2 } from "node:path";
var PIECE2 = 1 << 20;
var SIGNALS = ["SIGINT", "SIGTERM"];
function readText(file, what) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${what} ${file} cannot be read (${codeOf(error)})`);
  }
}
function checkFolderOf(output) {
  if (!existsSync(dirname3(output))) throw new UsageError(`the report cannot be written to ${output} (ENOENT)`);
}
function writeText(file, chunks, what, mode = "replace") {
  const known = lstatSync2(file, { throwIfNoEntry: false });
  if (known && mode === "new") throw new UsageError(`${file} is there already, and is left as it is`);
  const isPlain = known === void 0 || known.isFile();
  const target = isPlain ? `${file}.${process.pid}.part` : file;
  let isOpen = false;
  const write = () => {
    const fd = openSync2(target, isPlain ? "wx" : "w", known?.isFile() ? known.mode & 511 : 438);
    isOpen = true;
    try {
      for (const chunk of chunks) writeFileSync(fd, chunk);
    } finally {
      closeSync2(fd);
    }
    if (isPlain) renameSync(target, file);
  };
  try {
    if (dirname3(file) === ".github") mkdirSync(dirname3(file), { recursive: true });
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
    const fd = openSync2(file, "r");
    try {
      const piece = Buffer.alloc(PIECE2);
      for (let got = readSync2(fd, piece); got > 0; got = readSync2(fd, piece)) hash.update(piece.subarray(0, got));
    } finally {
      closeSync2(fd);
    }
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${codeOf(error)})`);
  }
  return hash.digest("hex");
}
function collect(paths, root) {
  const files = /* @__PURE__ */ new Set();
  const links = [];
  const notices = /* @__PURE__ */ new Set();
  for (const path of paths) {
    if (path === "") throw new UsageError("a PATH is empty");
    const full = resolve5(root, path);
    switch (kindOf(full)) {
      case "file":
        files.add(shown(full, root));
        break;
      case "folder": {
        const name = (path2) => shown(join3(full, path2), root);
        const found = discover(full, name);
        for (const file of found.files) files.add(name(file));
        for (const link of found.links) links.push(name(link));
        for (const notice of found.notices) notices.add(notice);
        break;
      }
      case "link":
        throw new UsageError(`${path} is a symbolic link, which is not followed; name what it leads to`);
      case "other":
        throw new UsageError(`${path} is neither a file nor a folder`);
      case void 0:
        throw new UsageError(`${path} does not exist`);
    }
  }
  const unscanned = new Set(unscannedLinks(root, links, (path) => files.has(path)));
  for (const link of links) if (!unscanned.has(link)) files.delete(link);
  return { files: [...files].sort(), notices: [...notices] };
}
function shown(full, root) {
  const path = relative2(root, full);
  return (path.startsWith("..") ? full : path).split(sep2).join("/");
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

export {
  sha256OfText,
  sha256OfSource,
  dayOf,
  planShard,
  sizesOf,
  UsageError,
  POLICY_FILE,
  BASELINE_FILE,
  FORMATS,
  USAGE,
  parseCommandLine,
  parseOptions,
  oneOf,
  createNeighbours,
  createNames,
  discover,
  kindOf,
  OutputError,
  guardStreams,
  print,
  printNow,
  flush,
  readText,
  checkFolderOf,
  writeText,
  sha256OfFile,
  collect,
  shown
};
