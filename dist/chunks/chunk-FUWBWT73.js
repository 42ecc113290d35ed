import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  PolicyError,
  defaultPolicy,
  globMatches,
  judgeFormats,
  withGate,
  withSettings
} from "./chunk-AJJ26AWK.js";
import {
  publish
} from "./chunk-SGEIH2M3.js";
import {
  UsageError,
  checkFolderOf,
  collect,
  createNames,
  createNeighbours,
  dayOf,
  discover,
  kindOf,
  planShard,
  printNow,
  readText,
  sha256OfSource,
  sha256OfText,
  shown,
  sizesOf
} from "./chunk-RGWYDYOX.js";
import {
  hasHdf5Signature
} from "./chunk-KCHBTZYO.js";
import {
  ScanError
} from "./chunk-VYMF35I3.js";
import {
  ruleOf
} from "./chunk-C6GX4HFM.js";
import {
  buildReport,
  exitCode,
  fileReport
} from "./chunk-X2NMRCG5.js";
import {
  safe
} from "./chunk-G7TJZYW3.js";

// src/version.ts
var version = "0.1.0";

// src/policy/exceptions.ts
var UNREAD_RULE = "scan/incomplete";
var SOON = 14;
var DAY = 24 * 60 * 60 * 1e3;
function suppress({ findings, incomplete: incomplete2 }, accepts) {
  const suppressed = [];
  const isOpen = (rule, severity, evidence, path) => {
    const by = accepts(rule, evidence, path);
    if (by !== void 0) suppressed.push({ rule, severity, evidence, path, ...by });
    return by === void 0;
  };
  const open2 = {
    findings: findings.filter(({ rule, severity, evidence, path }) => isOpen(rule, severity, evidence, path)),
    incomplete: incomplete2.filter((part) => isOpen(UNREAD_RULE, ruleOf(UNREAD_RULE).severity, unreadEvidence(part), part.path))
  };
  const key = ({ path, rule, evidence }) => [...path, rule, evidence].join("\0");
  return { ...open2, suppressed: suppressed.sort((a, b) => key(a) < key(b) ? -1 : 1) };
}
function unreadEvidence({ why, detail }) {
  return `${why}: ${detail}`;
}
function exceptionsFor(exceptions, path) {
  return exceptions.filter((exception2) => globMatches(exception2.path, path));
}
function exceptionOf(exceptions, rule, sha256, today) {
  const found = exceptions.find((each) => (each.rule === rule || each.rule === "*") && each.sha256 === sha256 && each.expires >= today);
  return found && { by: "exception", reason: found.reason, expires: found.expires };
}
function exceptionNotices(exceptions, today, files) {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + SOON * DAY).toISOString().slice(0, 10);
  const notices = [];
  for (const exception2 of exceptions) {
    const said = `The exception for ${exception2.path} (${exception2.rule})`;
    if (exception2.expires < today) {
      notices.push(`${said} expired on ${exception2.expires} and no longer holds. Its reason was: ${exception2.reason}`);
      continue;
    }
    if (exception2.expires <= soon) notices.push(`${said} expires on ${exception2.expires}`);
    for (const { path, sha256, findings } of files) {
      const isMeant = sha256 !== void 0 && sha256 !== exception2.sha256 && globMatches(exception2.path, path);
      const isOpen = isMeant && findings.some(({ rule }) => exception2.rule === "*" || rule === exception2.rule);
      if (isOpen) notices.push(`${said} is for another content than ${path} has now: its findings are open again`);
    }
  }
  return notices;
}

// src/policy/baseline.ts
var MAX_EVIDENCE = 200;
var DIGEST = /^[0-9a-f]{64}$/;
var FINGERPRINT = /^[0-9a-f]{16}$/;
var NOT_RECORDED = /* @__PURE__ */ new Set(["lfs-pointer", "timeout", "internal"]);
function fingerprint(hash, rule, path, evidence) {
  return hash(["v1", rule, path.slice(1).join("!"), evidence].join("\0")).slice(0, 16);
}
function writeBaseline(report, hash) {
  let leftOut = 0;
  const lines = report.files.flatMap((file) => {
    leftOut += file.incomplete.filter(({ why }) => NOT_RECORDED.has(why)).length;
    return [...new Set(linesOf(file, hash))].sort();
  });
  return { text: `{
"version": 1,
"entries": [
${lines.join(",\n")}
]
}
`, entries: lines.length, leftOut };
}
function linesOf(file, hash) {
  const line = (rule, path, evidence) => JSON.stringify({
    path: file.path,
    sha256: file.sha256,
    rule,
    fingerprint: fingerprint(hash, rule, path, evidence),
    evidence: evidence.slice(0, MAX_EVIDENCE)
  });
  return [
    ...file.findings.map(({ rule, path, evidence }) => line(rule, path, evidence)),
    ...file.incomplete.filter(({ why }) => !NOT_RECORDED.has(why)).map((part) => line(UNREAD_RULE, part.path, unreadEvidence(part)))
  ];
}
function parseBaseline(text4, file) {
  const fail = (message) => {
    throw new PolicyError(`${file}: ${message}; write it again with modelgate baseline`);
  };
  const root = json(text4) ?? fail("it is no JSON");
  if (!isRecord(root) || root["version"] !== 1 || !Array.isArray(root["entries"])) return fail("it is no baseline of version 1");
  const baseline = /* @__PURE__ */ new Map();
  for (const [index2, item] of root["entries"].entries()) {
    const entry = isRecord(item) ? entryOf(item) : void 0;
    if (entry === void 0) return fail(`entry ${index2 + 1} must have path, sha256, rule and fingerprint`);
    const known = baseline.get(entry.path);
    if (known) known.push(entry);
    else baseline.set(entry.path, [entry]);
  }
  return baseline;
}
function baselineAccepts(entries2, sha256, rule, print) {
  const found = entries2.some((entry) => entry.sha256 === sha256 && entry.rule === rule && entry.fingerprint === print);
  return found ? { by: "baseline", reason: "known since the baseline was made" } : void 0;
}
function entryOf({ path, sha256, rule, fingerprint: print }) {
  if (typeof path !== "string" || typeof rule !== "string" || typeof sha256 !== "string" || typeof print !== "string") return void 0;
  return DIGEST.test(sha256) && FINGERPRINT.test(print) ? { path, sha256, rule, fingerprint: print } : void 0;
}
function json(text4) {
  try {
    return JSON.parse(text4);
  } catch {
    return void 0;
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/cli/scan.ts
import { readFileSync, statSync } from "node:fs";
import { resolve as resolve3 } from "node:path";

// src/node/first-party.ts
var MAX_SOURCE = 4 * 1024 * 1024;
var IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
function firstPartyFromFiles({ paths, read, roots = [""] }) {
  const files = moduleFiles(
    paths,
    roots.flatMap((root) => [root, root === "" ? "src" : `${root}/src`])
  );
  const known = /* @__PURE__ */ new Map();
  const namesOf3 = (file) => {
    const names3 = known.get(file) ?? definitionsOf(read(file)?.slice(0, MAX_SOURCE) ?? "");
    known.set(file, names3);
    return names3;
  };
  return (module, name) => {
    for (const file of files.get(module) ?? []) {
      const kind = namesOf3(file).get(name);
      if (kind) return { file, kind };
    }
    return void 0;
  };
}
function moduleFiles(paths, roots) {
  const files = /* @__PURE__ */ new Map();
  for (const path of paths) {
    if (!path.endsWith(".py")) continue;
    for (const root of new Set(roots)) {
      if (root !== "" && !path.startsWith(`${root}/`)) continue;
      const parts3 = path.slice(root === "" ? 0 : root.length + 1, -".py".length).split("/");
      if (parts3.length > 1 && parts3.at(-1) === "__init__") parts3.pop();
      if (!parts3.every((part) => IDENTIFIER.test(part))) continue;
      const module = parts3.join(".");
      const known = files.get(module);
      if (known) known.push(path);
      else files.set(module, [path]);
    }
  }
  return files;
}
var DEFINITION = /^([ \t]*)(?:class[ \t]+([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?:\(([^()]{0,500})\)|[(:])|(?:async[ \t]+)?def[ \t]+([\p{L}_][\p{L}\p{N}_]*)[ \t]*\()/gmu;
var ENUM = /(?:^|[\s,.])(?:Int|Str|Re)?(?:Enum|Flag)\s*(?:,|$)/;
function definitionsOf(source) {
  const found = /* @__PURE__ */ new Map();
  const open2 = [];
  for (const [, blanks = "", className, bases2 = "", functionName = ""] of source.matchAll(DEFINITION)) {
    const indent = blanks.length;
    while ((open2.at(-1)?.indent ?? -1) >= indent) open2.pop();
    const outer = open2.at(-1);
    if (className === void 0) {
      if (indent === 0) found.set(functionName, "function");
      open2.push({ indent, name: void 0 });
      continue;
    }
    const isReachable = outer === void 0 ? indent === 0 : outer.name !== void 0;
    const name = !isReachable ? void 0 : outer?.name === void 0 ? className : `${outer.name}.${className}`;
    if (name !== void 0) found.set(name, ENUM.test(bases2) ? "enum" : "class");
    open2.push({ indent, name });
  }
  return found;
}

// src/node/scan-files.ts
import { resolve as resolve2 } from "node:path";

// src/bytes/counted.ts
function counted(source, into) {
  const count2 = (bytes) => {
    into.reads++;
    into.bytesRead += bytes;
  };
  return {
    ...source,
    read(offset, length) {
      const bytes = source.read(offset, length);
      count2(bytes.length);
      return bytes;
    },
    readInto(target, offset) {
      const got = source.readInto(target, offset);
      count2(got);
      return got;
    }
  };
}

// src/bytes/file.ts
import { closeSync, constants, fstatSync, lstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
var LinkError = class extends Error {
  name = "LinkError";
};
var { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
function openFile(path) {
  if (O_NOFOLLOW === 0 && isLink(path)) throw new LinkError("a symbolic link");
  const fd = opened(path);
  const stat = fstatSync(fd);
  if (!stat.isFile()) {
    closeSync(fd);
    throw new Error("not a regular file");
  }
  return descriptorSource(fd, stat.size);
}
function opened(path) {
  try {
    return openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    throw isLink(path) ? new LinkError("a symbolic link") : error;
  }
}
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
function temporaryFile() {
  const folder = mkdtempSync(join(tmpdir(), "modelgate-"));
  const fd = openSync(join(folder, "spool"), "wx+", 384);
  const isGone = removed(folder);
  let size = 0;
  return {
    append(bytes) {
      let done = 0;
      while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, size + done);
      size += bytes.length;
    },
    source: () => descriptorSource(fd, size),
    close() {
      closeSync(fd);
      if (!isGone) rmSync(folder, { recursive: true, force: true });
    }
  };
}
function removed(folder) {
  try {
    rmSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
function descriptorSource(fd, size) {
  const readInto = (target, offset) => {
    if (!(offset >= 0 && offset < size)) return 0;
    let done = 0;
    while (done < target.length) {
      const got = readSync(fd, target, done, target.length - done, offset + done);
      if (got === 0) break;
      done += got;
    }
    return done;
  };
  return {
    kind: "source",
    size,
    readInto,
    read(offset, length) {
      const room = Math.max(0, Math.min(length, size - offset));
      const target = new Uint8Array(room);
      const got = room === 0 ? 0 : readInto(target, offset);
      return got === room ? target : target.subarray(0, got);
    },
    close: () => closeSync(fd)
  };
}

// src/bytes/source.ts
function memorySource(bytes) {
  return {
    kind: "source",
    size: bytes.length,
    read: (offset, length) => bytes.subarray(clamp(offset, bytes.length), clamp(offset + length, bytes.length)),
    readInto(target, offset) {
      const part = bytes.subarray(clamp(offset, bytes.length), clamp(offset + target.length, bytes.length));
      target.set(part);
      return part.length;
    }
  };
}
function slice(source, offset, length = source.size - offset) {
  const start = clamp(offset, source.size);
  const size = Math.max(0, Math.min(length, source.size - start));
  return {
    kind: "source",
    size,
    read: (at2, count2) => {
      const from = clamp(at2, size);
      return source.read(start + from, clamp(at2 + count2, size) - from);
    },
    readInto(target, at2) {
      const from = clamp(at2, size);
      const room = Math.min(target.length, size - from);
      return room <= 0 ? 0 : source.readInto(room === target.length ? target : target.subarray(0, room), start + from);
    }
  };
}
function withCachedTail(source, length) {
  const start = Math.max(0, source.size - length);
  let tail;
  const cached2 = (offset, count2) => {
    if (offset < start || tail === void 0 && count2 < length / 2) return void 0;
    tail ??= source.read(start, length);
    return tail.subarray(Math.min(offset - start, tail.length), Math.min(offset - start + count2, tail.length));
  };
  return {
    kind: "source",
    size: source.size,
    read: (offset, count2) => cached2(offset, count2) ?? source.read(offset, count2),
    readInto(target, offset) {
      const part = cached2(offset, target.length);
      if (part === void 0) return source.readInto(target, offset);
      target.set(part);
      return part.length;
    }
  };
}
function concat(parts3) {
  const size = parts3.reduce((sum, part) => sum + part.size, 0);
  const readInto = (target, offset) => {
    let start = 0;
    let done = 0;
    for (const part of parts3) {
      const within4 = offset + done - start;
      if (done < target.length && within4 < part.size) {
        const room = target.subarray(done, done + Math.min(target.length - done, part.size - within4));
        const got = part.readInto(room, within4);
        done += got;
        if (got < room.length) break;
      }
      start += part.size;
    }
    return done;
  };
  return {
    kind: "source",
    size,
    readInto,
    read(offset, length) {
      const target = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      return target.subarray(0, readInto(target, offset));
    }
  };
}
function clamp(value, size) {
  return Math.max(0, Math.min(value, size));
}

// src/wire/flatbuffer.ts
var PIECE = 4096;
var MAX_TEXT = 4096;
var FlatBuffer = class {
  source;
  tick;
  piece = new Uint8Array(0);
  base = 0;
  /** `tick` is called for each piece that is read; throws to stop. */
  constructor(source, tick = () => void 0) {
    this.source = source;
    this.tick = tick;
  }
  /** The table that the first four bytes point to. */
  root() {
    return new Table(this, this.u32(0));
  }
  u8(at2) {
    return this.view(at2, 1).getUint8(0);
  }
  u16(at2) {
    return this.view(at2, 2).getUint16(0, true);
  }
  u32(at2) {
    return this.view(at2, 4).getUint32(0, true);
  }
  i32(at2) {
    return this.view(at2, 4).getInt32(0, true);
  }
  /** Rounded beyond 2^53, where it is past the end of any file anyway. */
  u64(at2) {
    return Number(this.view(at2, 8).getBigUint64(0, true));
  }
  /** The string at `at`, cut to 4,096 bytes. */
  text(at2) {
    const length = this.u32(at2);
    if (at2 + 4 + length > this.source.size) throw new ScanError("malformed", "a string is longer than the file", at2);
    return new TextDecoder().decode(this.source.read(at2 + 4, Math.min(length, MAX_TEXT)));
  }
  view(at2, length) {
    if (at2 < 0 || at2 + length > this.source.size) throw new ScanError("malformed", "an offset points out of the file", at2);
    if (at2 < this.base || at2 + length > this.base + this.piece.length) {
      this.tick();
      this.base = Math.max(0, at2 - PIECE / 4);
      this.piece = this.source.read(this.base, PIECE);
      if (at2 + length > this.base + this.piece.length) throw new ScanError("truncated", "the file ends within a value", at2);
    }
    return new DataView(this.piece.buffer, this.piece.byteOffset + at2 - this.base, length);
  }
};
var Table = class _Table {
  buffer;
  at;
  vtable;
  vtableSize;
  constructor(buffer, at2) {
    this.buffer = buffer;
    this.at = at2;
    this.vtable = at2 - buffer.i32(at2);
    this.vtableSize = buffer.u16(this.vtable);
    if (this.vtableSize < 4 || this.vtableSize % 2 !== 0) throw new ScanError("malformed", "a table has no field list", at2);
  }
  /** Where the field's value lies; 0 where it is absent. */
  field(number) {
    const slot = 4 + number * 2;
    if (slot + 2 > this.vtableSize) return 0;
    const offset = this.buffer.u16(this.vtable + slot);
    return offset === 0 ? 0 : this.at + offset;
  }
  u32(number, absent = 0) {
    const at2 = this.field(number);
    return at2 === 0 ? absent : this.buffer.u32(at2);
  }
  i32(number, absent = 0) {
    const at2 = this.field(number);
    return at2 === 0 ? absent : this.buffer.i32(at2);
  }
  u8(number, absent = 0) {
    const at2 = this.field(number);
    return at2 === 0 ? absent : this.buffer.u8(at2);
  }
  u64(number) {
    const at2 = this.field(number);
    return at2 === 0 ? 0 : this.buffer.u64(at2);
  }
  /** The string of a field; empty where it is absent. */
  text(number) {
    const at2 = this.field(number);
    return at2 === 0 ? "" : this.buffer.text(at2 + this.buffer.u32(at2));
  }
  /** The table that a field points to. */
  table(number) {
    const at2 = this.field(number);
    return at2 === 0 ? void 0 : new _Table(this.buffer, at2 + this.buffer.u32(at2));
  }
  /** A vector whose elements take `width` bytes; checked to lie within the file. */
  vector(number, width) {
    const at2 = this.field(number);
    if (at2 === 0) return { start: 0, length: 0 };
    const start = at2 + this.buffer.u32(at2);
    const length = this.buffer.u32(start);
    if (start + 4 + length * width > this.buffer.source.size) throw new ScanError("malformed", "a vector is longer than the file", start);
    return { start: start + 4, length };
  }
  /** The tables of a vector, one after the other. */
  *tables(number) {
    const { start, length } = this.vector(number, 4);
    for (let index2 = 0; index2 < length; index2++) {
      const at2 = start + index2 * 4;
      yield new _Table(this.buffer, at2 + this.buffer.u32(at2));
    }
  }
};
function fileIdentifier(head) {
  return head.length < 8 ? "" : String.fromCharCode(head[4] ?? 0, head[5] ?? 0, head[6] ?? 0, head[7] ?? 0);
}

// src/formats/arrow-schema.ts
var MAX_DEPTH = 40;
var MAX_FIELDS = 1e5;
var PICKLED = "arrow.py_extension_type";
var MAX_PICKLE = 64 << 20;
async function scanArrowMessage(message, scan2) {
  const root = new FlatBuffer(message, () => scan2.budget.checkTime()).root();
  const SCHEMA = 1;
  const schema = root.u8(1) === SCHEMA ? root.table(2) : void 0;
  if (schema) await scanArrowSchema(schema, scan2);
}
async function scanArrowSchema(schema, scan2) {
  let fields = 0;
  const pending = [...schema.tables(1)].map((table2) => ({ table: table2, depth: 0 }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { table: table2, depth } = next;
    if (++fields > MAX_FIELDS || depth > MAX_DEPTH) {
      scan2.observe({ kind: "incomplete", why: "limit", detail: `more than ${MAX_FIELDS} fields, or ${MAX_DEPTH} levels of them` });
      return;
    }
    await scanField(table2, scan2);
    for (const child of table2.tables(5)) pending.push({ table: child, depth: depth + 1 });
  }
}
async function scanField(field, scan2) {
  const pairs = [...field.tables(6)];
  if (!pairs.some((pair) => pair.text(0) === "ARROW:extension:name" && pair.text(1) === PICKLED)) return;
  for (const pair of pairs) {
    if (pair.text(0) !== "ARROW:extension:metadata") continue;
    const { start, length } = pair.vector(1, 1);
    const bytes = field.buffer.source.read(start, Math.min(length, MAX_PICKLE));
    scan2.observe({
      kind: "structure",
      format: "arrow",
      problem: "bad-header",
      detail: `the type of the column ${field.text(0).slice(0, 100)} is a pickle (${PICKLED})`,
      offset: start
    });
    await scan2.descend({ name: `type of ${field.text(0).slice(0, 100)}`, size: bytes.length, open: () => memorySource(bytes) });
  }
}

// src/formats/arrow.ts
var MAGIC = "ARROW1";
var CONTINUATION = 4294967295;
var SMALLEST_SCHEMA = 32;
var arrowFormat = {
  id: "arrow",
  title: "Arrow or Feather file",
  extensions: [".arrow", ".feather", ".ipc"],
  access: "random",
  match: ({ head }) => latin(head.subarray(0, 8)) === `${MAGIC}\0\0` ? "certain" : isStream(head) ? "possible" : "no",
  async scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "Arrow cannot be read from a stream");
    const file = latin(input.read(0, 6)) === MAGIC;
    if (!file) return await scanStream(input, scan2) ? void 0 : "not-this-format";
    await scanMessageAt(input, 8, scan2);
    const end = view(input, input.size - 10, 4)?.getInt32(0, true);
    if (latin(input.read(input.size - 6, 6)) !== MAGIC || end === void 0)
      throw new ScanError("truncated", "the footer is missing", input.size);
    if (end <= 0 || end > input.size - 18) throw new ScanError("malformed", `a footer of ${end} bytes`, input.size - 10);
    const schema = new FlatBuffer(slice(input, input.size - 10 - end, end), () => scan2.budget.checkTime()).root().table(1);
    if (schema) await scanArrowSchema(schema, scan2);
    return void 0;
  }
};
function isStream(head) {
  if (head.length < 32) return false;
  const data = new DataView(head.buffer, head.byteOffset, 16);
  const length = data.getInt32(4, true);
  return data.getUint32(0, true) === CONTINUATION && length > 16 && length < 1 << 28 && data.getUint32(8, true) < length;
}
async function scanStream(input, scan2) {
  const length = view(input, 4, 4)?.getInt32(0, true) ?? 0;
  if (8 + length > input.size) return false;
  try {
    const root = new FlatBuffer(slice(input, 8, length)).root();
    if (root.u8(1) !== 1 || root.table(2) === void 0) return false;
  } catch (error) {
    if (error instanceof ScanError) return false;
    throw error;
  }
  await scanMessageAt(input, 0, scan2);
  return true;
}
async function scanMessageAt(input, at2, scan2) {
  const first2 = view(input, at2, 8);
  if (!first2) throw new ScanError("truncated", "the schema is missing", at2);
  const marked = first2.getUint32(0, true) === CONTINUATION;
  const length = first2.getInt32(marked ? 4 : 0, true);
  if (length <= 0) return;
  const start = at2 + (marked ? 8 : length < SMALLEST_SCHEMA ? 0 : 4);
  if (start === at2) return scanArrowMessage(slice(input, at2), scan2);
  if (length > input.size - start) throw new ScanError("truncated", `a schema of ${length} bytes`, at2);
  await scanArrowMessage(slice(input, start, length), scan2);
}
function view(input, at2, length) {
  const bytes = at2 < 0 ? new Uint8Array(0) : input.read(at2, length);
  return bytes.length === length ? new DataView(bytes.buffer, bytes.byteOffset, length) : void 0;
}
function latin(bytes) {
  return String.fromCharCode(...bytes);
}

// src/wire/marshal-loads.ts
var BY_RESUME = /* @__PURE__ */ new Map([
  [151, { name: 101, global: 116, shift: 1 }],
  // 3.11, 3.12
  [149, { name: 92, global: 91, shift: 1 }]
  // 3.13
]);
var WORDCODE = { name: 101, global: 116, shift: 0 };
var RESUME_REACH = 64;
function globalLoads({ code, layout, names: names3 }) {
  const loads = layout === "3.11" ? loadsOf(code) : layout === "3.8" ? WORDCODE : void 0;
  if (loads === void 0 || names3.length > 127) return void 0;
  const found = /* @__PURE__ */ new Set();
  for (let at2 = 0; at2 + 1 < code.length; at2 += 2) {
    const argument = code[at2 + 1] ?? 0;
    if (code[at2] === loads.name) found.add(argument);
    else if (code[at2] === loads.global) found.add(argument >> loads.shift);
  }
  return found;
}
function loadsOf(code) {
  for (let at2 = 0; at2 < Math.min(code.length, RESUME_REACH); at2 += 2) {
    const loads = BY_RESUME.get(code[at2] ?? 0);
    if (loads && (code[at2 + 1] ?? 255) <= 7) return loads;
  }
  return void 0;
}

// src/wire/marshal-objects.ts
var LAYOUTS = [
  { layout: "3.11", numbers: 5, between: 2, qualified: true, tables: 2 },
  { layout: "3.8", numbers: 6, between: 3, qualified: false, tables: 1 },
  { layout: "3.0", numbers: 5, between: 3, qualified: false, tables: 1 },
  { layout: "2.7", numbers: 4, between: 3, qualified: false, tables: 1 }
];
var MAX_DEPTH2 = 200;
var MAX_OBJECTS = 5e5;
var MAX_STRINGS = 1024;
var MAX_STRING = 512;
var MAX_FLATTENED = 4096;
var NULL = /* @__PURE__ */ Symbol("NULL");
var MarshalReader = class {
  bytes;
  view;
  shape;
  refs = [];
  interned = [];
  codes = [];
  at = 0;
  objects = 0;
  constructor(bytes, shape) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.shape = shape;
  }
  /** @throws {ScanError} where the bytes do not have this layout. */
  read() {
    const value = this.object(0);
    if (value === NULL) throw this.malformed("NULL stands for no object");
    return { codes: this.codes, strings: texts(value, this.shape.layout === "2.7"), complete: true, end: this.at };
  }
  object(depth) {
    if (depth > MAX_DEPTH2 || ++this.objects > MAX_OBJECTS) throw new ScanError("limit", "marshalled data nest too deep", this.at);
    const type = this.byte();
    const slot = (type & 128) !== 0 ? this.refs.push(void 0) - 1 : -1;
    const value = this.valueOf(String.fromCharCode(type & 127), depth);
    if (slot >= 0 && value !== NULL) this.refs[slot] = value;
    return value;
  }
  valueOf(type, depth) {
    switch (type) {
      case "0":
        return NULL;
      case "N":
      case "F":
      case "T":
      case "S":
      case ".":
        return void 0;
      case "i":
        return this.skip(4);
      case "I":
      case "g":
        return this.skip(8);
      case "y":
        return this.skip(16);
      case "f":
        return this.skip(this.byte());
      case "x":
        this.skip(this.byte());
        return this.skip(this.byte());
      case "l":
        return this.skip(Math.abs(this.int()) * 2);
      case "s":
        return this.take(this.size());
      case "t": {
        const text4 = latin1(this.take(this.size()));
        this.interned.push(text4);
        return text4;
      }
      case "a":
      case "A":
        return latin1(this.take(this.size()));
      case "z":
      case "Z":
        return latin1(this.take(this.byte()));
      case "u":
        return UTF8.decode(this.take(this.size()));
      case "r":
        return this.reference(this.refs);
      case "R":
        return this.reference(this.interned);
      case ")":
        return this.items(this.byte(), depth);
      case "(":
      case "[":
      case "<":
      case ">":
        return this.items(this.size(), depth);
      case ":":
        return this.items(3, depth);
      case "{":
        return this.entries(depth);
      case "c":
        return this.code(depth);
      default:
        throw this.malformed("no type of marshalled data");
    }
  }
  items(count2, depth) {
    const items3 = [];
    for (let index2 = 0; index2 < count2; index2++) items3.push(this.value(depth));
    return items3;
  }
  entries(depth) {
    const entries2 = [];
    for (; ; ) {
      const key = this.object(depth + 1);
      if (key === NULL) return entries2;
      entries2.push(key, this.value(depth));
    }
  }
  code(depth) {
    const { layout, numbers: numbers2, between, qualified, tables } = this.shape;
    this.skip(numbers2 * 4);
    const bytecode = this.value(depth);
    if (!(bytecode instanceof Uint8Array)) throw this.malformed("the bytecode is no bytes object");
    const constants2 = this.value(depth);
    const names3 = this.value(depth);
    for (let index2 = 0; index2 < between; index2++) this.value(depth);
    const filename = this.text(depth);
    const name = this.text(depth);
    if (qualified) this.value(depth);
    this.skip(4);
    for (let index2 = 0; index2 < tables; index2++) this.value(depth);
    const python22 = layout === "2.7";
    if (!Array.isArray(names3) || !Array.isArray(constants2)) throw this.malformed("the names are no tuple");
    const code = { name, filename, names: texts(names3, python22), strings: texts(constants2, true), code: bytecode, layout };
    this.codes.push(code);
    return code;
  }
  text(depth) {
    const value = this.value(depth);
    if (typeof value === "string") return value;
    if (value instanceof Uint8Array) return latin1(value);
    throw this.malformed("a name is no text");
  }
  value(depth) {
    const value = this.object(depth + 1);
    if (value === NULL) throw this.malformed("NULL stands for no object");
    return value;
  }
  reference(list) {
    const index2 = this.size();
    if (index2 >= list.length) throw this.malformed("a reference to nothing");
    return list[index2];
  }
  byte() {
    const byte = this.bytes[this.at];
    if (byte === void 0) throw new ScanError("truncated", "marshalled data end early", this.at);
    this.at++;
    return byte;
  }
  int() {
    if (this.at + 4 > this.bytes.length) throw new ScanError("truncated", "marshalled data end early", this.at);
    const value = this.view.getInt32(this.at, true);
    this.at += 4;
    return value;
  }
  /** A count of bytes or items: each takes at least one byte. */
  size() {
    const size = this.int();
    if (size < 0 || size > this.bytes.length) throw this.malformed("a size is larger than the data");
    return size;
  }
  skip(count2) {
    if (this.at + count2 > this.bytes.length) throw new ScanError("truncated", "marshalled data end early", this.at);
    this.at += count2;
    return void 0;
  }
  take(count2) {
    const start = this.at;
    this.skip(count2);
    return this.bytes.subarray(start, start + count2);
  }
  malformed(message) {
    return new ScanError("malformed", message, this.at);
  }
};
var UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });
function latin1(bytes) {
  return String.fromCharCode(...bytes.subarray(0, 4096));
}
function texts(value, withBytes) {
  const found = [];
  let looked = 0;
  const walk2 = (item, depth) => {
    if (++looked > MAX_FLATTENED || found.length >= MAX_STRINGS) return;
    if (typeof item === "string") found.push(item.slice(0, MAX_STRING));
    else if (item instanceof Uint8Array) {
      if (withBytes) found.push(latin1(item.subarray(0, MAX_STRING)));
    } else if (Array.isArray(item) && depth < 6) for (const part of item) walk2(part, depth + 1);
  };
  walk2(value, 0);
  return found;
}

// src/wire/python-tokens-names.ts
var MODULES = words(`os posix nt sys subprocess pty fcntl signal resource ctypes _ctypes cffi mmap winreg _winapi platform getpass pwd
  shutil tempfile pathlib glob fileinput io codecs zipfile tarfile sqlite3 dbm shelve
  socket _socket ssl select selectors socketserver asyncio urllib urllib2 urllib3 http httplib httpx aiohttp requests ftplib smtplib poplib
  imaplib telnetlib nntplib xmlrpc xmlrpclib webbrowser paramiko fabric boto3 botocore websocket websockets grpc zmq pycurl
  importlib imp runpy pkgutil zipimport pickle _pickle cPickle cloudpickle dill joblib marshal jsonpickle yaml code codeop builtins
  __builtin__ commands popen2 multiprocessing threading _thread thread concurrent atexit sched inspect gc site pip setuptools distutils
  base64 binascii pexpect psutil sh plumbum keyring pdb timeit git docker kubernetes`);
var OUTWARD_BUILTINS = words("exec eval compile execfile __import__ open input raw_input breakpoint");
var TELLING = words(`system popen Popen run call check_call check_output getoutput getstatusoutput spawn spawnl spawnv execl execv execve execvp
  startfile fork forkpty posix_spawn kill remove unlink rmtree rename replace chmod putenv urlopen urlretrieve get post put request
  create_connection connect socket socketpair import_module loads load run_path run_module CDLL WinDLL b64decode Process Thread open mkstemp
  copyfile move makedirs write_text write_bytes`);
var MAX_REACHES = 64;
function isOutward(module) {
  const dot = module.indexOf(".");
  return MODULES.has(dot < 0 ? module : module.slice(0, dot));
}
function chains(names3, isBuiltin) {
  const found = [];
  let root;
  let direct = false;
  names3.forEach((name, index2) => {
    if (isOutward(name)) {
      if (root !== void 0 && direct) found.push(root);
      root = name;
      direct = true;
    } else if (OUTWARD_BUILTINS.has(name) && (name === "exec" || name === "__import__" || isBuiltin(name, index2))) {
      found.push(name);
    } else if (root !== void 0 && (direct || TELLING.has(name))) {
      found.push(`${root}.${name}`);
      if (direct && name === "path") root = `${root}.${name}`;
      else direct = false;
    }
  });
  if (root !== void 0 && direct) found.push(root);
  return found;
}
function words(text4) {
  return new Set(text4.split(/\s+/).filter((word) => word !== ""));
}

// src/wire/marshal.ts
var SWEPT = 1 << 20;
var MAX_SWEPT_NAMES = 4096;
function readMarshal(bytes) {
  for (const layout of LAYOUTS) {
    try {
      return new MarshalReader(bytes, layout).read();
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
    }
  }
  return { codes: [], strings: sweep(bytes), complete: false, end: 0 };
}
function isMarshalledCode(bytes) {
  return ((bytes[0] ?? 0) & 127) === 99 && readMarshal(bytes).codes.length > 0;
}
function codeReaches(bytes) {
  const { codes, strings, complete: complete2 } = readMarshal(bytes);
  const found = /* @__PURE__ */ new Set();
  if (!complete2) for (const name of chains(strings, () => true)) found.add(name);
  for (const code of codes) for (const name of reachesOf(code)) found.add(name);
  return [...found].sort().slice(0, MAX_REACHES);
}
function reachesOf(code) {
  const { names: names3, strings } = code;
  const loads = globalLoads(code);
  const found = [...chains(names3, (_, index2) => loads === void 0 || loads.has(index2))];
  if (names3.some((name) => INDIRECT.has(name))) {
    for (const text4 of strings) {
      if (isOutward(text4)) found.push(...chains([text4, ...names3.filter((name) => !INDIRECT.has(name) && !isOutward(name))], () => false));
      else if (OUTWARD_BUILTINS.has(text4)) found.push(text4);
    }
  }
  return found;
}
var INDIRECT = /* @__PURE__ */ new Set(["__import__", "import_module", "getattr", "__builtins__", "globals", "vars"]);
function sweep(bytes) {
  const names3 = [];
  let start = -1;
  const end = Math.min(bytes.length, SWEPT);
  for (let at2 = 0; at2 <= end && names3.length < MAX_SWEPT_NAMES; at2++) {
    const byte = at2 < end ? bytes[at2] ?? 0 : 0;
    const letter = byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90 || byte === 95;
    const digit = byte >= 48 && byte <= 57;
    if (start < 0) {
      if (letter) start = at2;
    } else if (!letter && !digit) {
      if (at2 - start >= 2 && at2 - start <= 64) names3.push(String.fromCharCode(...bytes.subarray(start, at2)));
      start = -1;
    }
  }
  return names3;
}

// src/formats/native-place.ts
var MODEL_EXTENSIONS = new Set(
  ".pt .pth .ptl .pt2 .bin .ckpt .pkl .pickle .joblib .dill .model .h5 .hdf5 .keras .onnx .pb .tflite .safetensors .gguf .npy .npz .mar .nemo .weights .params .dat .data .llamafile".split(
    " "
  )
);
var PACKAGES = /\.(?:whl|egg|conda|jar|war|apk|aar|nupkg|deb|rpm|vsix|crx|xpi|gem|node|nbm)$/i;
function isPackedCode(probe) {
  return probe.member || MODEL_EXTENSIONS.has(probe.extension);
}
function inPackage({ path }) {
  return path.slice(0, -1).some((name) => PACKAGES.test(name));
}

// src/formats/bytecode.ts
var MAX_READ = 4 * 1024 * 1024;
var HEADERS = [16, 12, 8];
var bytecodeFormat = {
  id: "python-bytecode",
  title: "Python bytecode",
  extensions: [".pyc"],
  access: "random",
  match(probe) {
    if (!isPackedCode(probe)) return "no";
    return isPyc(probe.head) || probe.member && isCodeType(probe.head[0]) ? "possible" : "no";
  },
  scan: scanBytecode
};
function isPyc(head) {
  return head[2] === 13 && head[3] === 10 && HEADERS.some((length) => isCodeType(head[length]));
}
function isCodeType(byte) {
  return byte === 99 || byte === 227;
}
function scanBytecode({ input, path }, scan2) {
  if (input.kind === "stream") throw new ScanError("unsupported", "bytecode cannot be read from a stream");
  const bytes = input.read(0, Math.min(input.size, MAX_READ));
  const start = isPyc(bytes) ? HEADERS.find((length) => isCodeType(bytes[length]) && readMarshal(bytes.subarray(length)).complete) : 0;
  const code = bytes.subarray(start ?? HEADERS[0]);
  const { codes } = readMarshal(code);
  if (codes.length === 0 && !isPyc(bytes)) return "not-this-format";
  const loaded = /^marshal\.loads@/.test(path[path.length - 1] ?? "");
  scan2.observe({
    kind: "shipped-code",
    language: "python-bytecode",
    carrier: isPyc(bytes) ? "compiled Python module" : `marshalled code \u201C${codes[codes.length - 1]?.name ?? "?"}\u201D`,
    runs: loaded ? "use" : "import",
    reaches: codeReaches(code),
    offset: 0
  });
}

// src/wire/protobuf.ts
var VARINT = 0;
var FIXED64 = 1;
var BYTES = 2;
var GROUP_START = 3;
var GROUP_END = 4;
var FIXED32 = 5;
var PIECE2 = 16 * 1024;
var FIRST_PIECE = 256;
var MAX_DEPTH3 = 100;
var MAX_VARINT = 10;
var DECODER = new TextDecoder();
var ProtoReader = class {
  source;
  /** Called once for each piece that is read; throws to stop. */
  tick;
  piece = new Uint8Array(0);
  step = FIRST_PIECE;
  base = 0;
  limit;
  /** Where the number ends that `varint` read last. */
  after = 0;
  /** `size`: what the message's size is, where `source` holds only its beginning. Reading past the source throws `truncated`. */
  constructor(source, tick = () => void 0, size = source.size) {
    this.source = source;
    this.tick = tick;
    this.limit = size;
  }
  /** The whole input as one message. */
  get root() {
    return { start: 0, end: this.limit, depth: 0 };
  }
  /**
   * The fields of a message, in the order of the bytes. Groups are jumped over.
   * @throws {ScanError} `malformed` for what no parser accepts, `truncated` where the input ends within a field, `limit` for deep nesting.
   */
  *fields(message) {
    if (message.depth > MAX_DEPTH3) throw new ScanError("limit", `messages are nested deeper than ${MAX_DEPTH3} levels`, message.start);
    let at2 = message.start;
    while (at2 < message.end) {
      const key = this.varint(at2, message.end);
      const number = Math.floor(key / 8);
      const wire = key % 8;
      if (number < 1 || number > 536870911) throw new ScanError("malformed", `there is no field number ${number}`, at2);
      at2 = this.after;
      if (wire === GROUP_START) {
        at2 = this.skipGroup(at2, message.end);
        continue;
      }
      const field = this.payload(number, wire, at2, message);
      at2 = wire === VARINT ? this.after : field.end;
      yield field;
    }
  }
  /** The bytes of a field as text, cut to `max` bytes. Malformed UTF-8 is shown with replacement characters. */
  text(span, max) {
    return DECODER.decode(this.view(span, max));
  }
  /** A copy of the bytes of a field, cut to `max`. */
  bytes(span, max) {
    return this.view(span, max).slice();
  }
  view(span, max) {
    const length = Math.min(max, span.end - span.start);
    const from = span.start - this.base;
    if (from >= 0 && from + length <= this.piece.length) return this.piece.subarray(from, from + length);
    const bytes = this.source.read(span.start, length);
    if (bytes.length < length) throw new ScanError("truncated", "the file ends within a field", span.start);
    return bytes;
  }
  payload(number, wire, at2, message) {
    const depth = message.depth + 1;
    switch (wire) {
      case VARINT:
        return { number, wire, value: this.varint(at2, message.end), start: at2, end: at2, depth };
      case FIXED64:
      case FIXED32: {
        const end = at2 + (wire === FIXED64 ? 8 : 4);
        this.within(end, at2, message.end);
        return { number, wire, value: 0, start: at2, end, depth };
      }
      case BYTES: {
        const length = this.varint(at2, message.end);
        const start = this.after;
        this.within(start + length, at2, message.end);
        return { number, wire, value: 0, start, end: start + length, depth };
      }
      default:
        throw new ScanError("malformed", `there is no wire type ${wire}`, at2);
    }
  }
  within(end, at2, limit) {
    if (end <= limit) return;
    throw new ScanError(limit === this.limit ? "truncated" : "malformed", "a field is longer than what it lies in", at2);
  }
  /** The deprecated groups nest by brackets: counted, not recursed into. */
  skipGroup(start, limit) {
    let at2 = start;
    let open2 = 1;
    while (open2 > 0) {
      const key = this.varint(at2, limit);
      at2 = this.after;
      const wire = key % 8;
      if (wire === GROUP_START) open2++;
      else if (wire === GROUP_END) open2--;
      else {
        const { end } = this.payload(1, wire, at2, { start, end: limit, depth: 0 });
        at2 = wire === VARINT ? this.after : end;
      }
    }
    return at2;
  }
  /** Gives the number at `start`; `after` is then the byte behind it. */
  varint(start, limit) {
    let value = 0;
    let scale = 1;
    for (let index2 = 0; index2 < MAX_VARINT; index2++) {
      const at2 = start + index2;
      if (at2 >= limit) throw new ScanError(limit === this.limit ? "truncated" : "malformed", "a number is cut off", start);
      const byte = this.byteAt(at2);
      value += (byte & 127) * scale;
      if (byte < 128) {
        this.after = at2 + 1;
        return value;
      }
      scale *= 128;
    }
    throw new ScanError("malformed", `a number has more than ${MAX_VARINT} bytes`, start);
  }
  byteAt(at2) {
    const index2 = at2 - this.base;
    const byte = index2 >= 0 ? this.piece[index2] : void 0;
    if (byte !== void 0) return byte;
    this.tick();
    this.piece = this.source.read(at2, this.step);
    this.step = Math.min(PIECE2, this.step * 4);
    this.base = at2;
    const first2 = this.piece[0];
    if (first2 === void 0) throw new ScanError("truncated", "the file ends within a message", at2);
    return first2;
  }
};

// src/wire/protobuf-shape.ts
var MAX_FIELDS2 = 1e6;
function likeness(source, shape, claimed, size = source.size) {
  const reader = new ProtoReader(source, void 0, size);
  return judge(reader, reader.fields(reader.root), source.size, size, shape, claimed);
}
function judge(reader, top, there, size, shape, claimed) {
  const whole2 = size === there;
  let proven = false;
  let strange = 0;
  let fields = 0;
  try {
    for (const field of top) {
      const wire = shape.fields[field.number];
      if (wire === field.wire) proven ||= proves(shape, reader, field);
      else if (wire === void 0 || claimed) strange++;
      else return "no";
      if (proven && (claimed || strange === 0)) return "yes";
      if (++fields > MAX_FIELDS2) return "no";
      if (!whole2 && field.end >= there) return claimed || fields < FEW ? "unsure" : "no";
    }
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    const cut2 = !whole2 && error.why === "truncated" && (error.offset ?? 0) > there - MARGIN;
    return cut2 && (claimed || fields < FEW) ? "unsure" : "no";
  }
  return proven ? "yes" : "no";
}
var FEW = 32;
var MARGIN = 20;
function proves(shape, reader, field) {
  try {
    return shape.proves(reader, field);
  } catch (error) {
    if (error instanceof ScanError) return false;
    throw error;
  }
}
function headLikeness(head, size, shape, claimed) {
  if (head.length < 2 || !canBegin(head[0] ?? 0, shape, claimed)) return "no";
  const { reader, fields } = walkHead(head, claimed || size === void 0 ? UNBOUNDED : size);
  const answer = judge(reader, fields, head.length, reader.root.end, shape, claimed);
  return (answer === "yes" || answer === "unsure" && (claimed || size !== void 0)) && !isText(head) ? "possible" : "no";
}
var latest;
function walkHead(head, size) {
  if (latest?.head === head && latest.size === size) return latest.walk;
  const reader = new ProtoReader(memorySource(head), void 0, size);
  const walk2 = { reader, fields: remembered(reader.fields(reader.root)) };
  latest = { head, size, walk: walk2 };
  return walk2;
}
function remembered(steps2) {
  const taken = [];
  let failure2;
  const step = (index2) => {
    const known = taken[index2];
    if (known) return known;
    if (failure2) throw failure2.error;
    try {
      const next = steps2.next();
      taken.push(next);
      return next;
    } catch (error) {
      failure2 = { error };
      throw error;
    }
  };
  return {
    [Symbol.iterator]() {
      let index2 = 0;
      return { next: () => step(index2++) };
    }
  };
}
function canBegin(key, shape, claimed) {
  const wire = key & 7;
  if (wire > 5) return false;
  if (key >= 128) return true;
  const number = key >> 3;
  const expected = shape.fields[number];
  return number > 0 && (claimed || expected === void 0 || expected === wire);
}
function isMessage(source, shape, claimed) {
  return likeness(source, shape, claimed, claimed ? UNBOUNDED : source.size) === "yes";
}
var UNBOUNDED = Number.MAX_SAFE_INTEGER;
function isText(head) {
  if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
function isName(reader, field, max) {
  if (field.wire !== BYTES || field.end === field.start || field.end - field.start > max) return false;
  return reader.bytes(field, max).every((byte) => byte > 32 && byte < 127);
}

// src/wire/text-proto.ts
var PIECE3 = 64 * 1024;
var MAX_VALUE = 4096;
var MAX_DEPTH4 = 100;
var QUOTE = 34;
var APOSTROPHE = 39;
var BACKSLASH = 92;
var HASH = 35;
var NEWLINE = 10;
function* textEvents(source, tick = () => void 0) {
  const input = new Characters(source, tick);
  const open2 = [];
  const lists2 = [];
  for (; ; ) {
    input.skipSpace();
    const offset = input.at;
    const first2 = input.peek();
    if (first2 === -1) {
      if (open2.length > 0) throw new ScanError("truncated", `the text ends within ${open2.length} open messages`, offset);
      return;
    }
    if (first2 === 125 || first2 === 62) {
      input.at++;
      const name2 = open2.pop();
      if (name2 === void 0) throw new ScanError("malformed", "a bracket closes nothing", offset);
      yield { kind: "close", name: name2, value: "", offset };
      continue;
    }
    const list = lists2[lists2.length - 1];
    if (list && list.depth === open2.length) {
      if (first2 === 93) {
        input.at++;
        lists2.pop();
        continue;
      }
      if (first2 === 123 || first2 === 60) {
        input.at++;
        if (open2.length >= MAX_DEPTH4) throw new ScanError("limit", `messages are nested deeper than ${MAX_DEPTH4} levels`, offset);
        open2.push(list.name);
        yield { kind: "open", name: list.name, value: "", offset };
      } else yield { kind: "value", name: list.name, value: input.value(), offset };
      continue;
    }
    const name = input.name();
    input.skipSpace();
    const colon = input.peek() === 58;
    if (colon) {
      input.at++;
      input.skipSpace();
    }
    const next = input.peek();
    if (next === 123 || next === 60) {
      input.at++;
      if (open2.length >= MAX_DEPTH4) throw new ScanError("limit", `messages are nested deeper than ${MAX_DEPTH4} levels`, offset);
      open2.push(name);
      yield { kind: "open", name, value: "", offset };
    } else if (!colon) throw new ScanError("malformed", "a field has no value", offset);
    else if (next === 91) {
      input.at++;
      lists2.push({ name, depth: open2.length });
    } else yield { kind: "value", name, value: input.value(), offset };
  }
}
var Characters = class {
  at = 0;
  source;
  tick;
  piece = new Uint8Array(0);
  base = 0;
  constructor(source, tick) {
    this.source = source;
    this.tick = tick;
  }
  /** The next byte, \u22121 at the end. */
  peek() {
    const byte = this.piece[this.at - this.base];
    if (byte !== void 0) return byte;
    if (this.at >= this.source.size) return -1;
    this.tick();
    this.base = this.at;
    this.piece = this.source.read(this.at, PIECE3);
    return this.piece[0] ?? -1;
  }
  /** White space, comments and the separators that mean nothing. */
  skipSpace() {
    for (; ; ) {
      const byte = this.peek();
      if (byte === HASH) while (this.peek() !== NEWLINE && this.peek() !== -1) this.at++;
      else if (byte === 32 || byte >= 9 && byte <= 13 || byte === 44 || byte === 59) this.at++;
      else return;
    }
  }
  /** The name of a field, or of an extension in brackets. */
  name() {
    const extension = this.peek() === 91;
    if (extension) this.at++;
    const name = this.word();
    if (name === "") throw new ScanError("malformed", "a field has no name", this.at);
    if (extension) {
      if (this.peek() !== 93) throw new ScanError("malformed", "the name of an extension does not end", this.at);
      this.at++;
    }
    return name;
  }
  /** A string, of one or more quoted parts, or a word. */
  value() {
    const first2 = this.peek();
    if (first2 !== QUOTE && first2 !== APOSTROPHE) {
      const word = this.word();
      if (word === "") throw new ScanError("malformed", "a field has no value", this.at);
      return word;
    }
    const bytes = [];
    for (; ; ) {
      const quote3 = this.peek();
      if (quote3 !== QUOTE && quote3 !== APOSTROPHE) break;
      this.quoted(quote3, bytes);
      this.skipSpace();
    }
    return new TextDecoder().decode(Uint8Array.from(bytes));
  }
  word() {
    let word = "";
    for (; ; ) {
      const byte = this.peek();
      const part = byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 || "_.-+/".includes(String.fromCharCode(byte));
      if (byte === -1 || !part) return word;
      if (word.length < MAX_VALUE) word += String.fromCharCode(byte);
      this.at++;
    }
  }
  quoted(quote3, bytes) {
    const start = this.at++;
    for (; ; ) {
      const byte = this.peek();
      if (byte === -1) throw new ScanError("truncated", "the text ends within a string", start);
      this.at++;
      if (byte === quote3) return;
      const unescaped2 = byte === BACKSLASH ? this.escape() : [byte];
      if (bytes.length < MAX_VALUE) bytes.push(...unescaped2);
    }
  }
  /** What follows a backslash, as bytes. */
  escape() {
    const byte = this.peek();
    this.at++;
    if (byte >= 48 && byte <= 55) {
      let value = byte - 48;
      for (let digit = 0; digit < 2 && this.peek() >= 48 && this.peek() <= 55; digit++) value = value * 8 + this.take() - 48;
      return [value & 255];
    }
    if (byte === 120 || byte === 88) {
      const digits = this.hex(2);
      return [digits === "" ? byte : Number.parseInt(digits, 16)];
    }
    if (byte === 117) return this.unicode(4);
    if (byte === 85) return this.unicode(8);
    return [ESCAPES.get(byte) ?? Math.max(0, byte)];
  }
  /** `\uXXXX` and `\UXXXXXXXX`; two that follow each other may be the halves of one character. */
  unicode(length) {
    const digits = this.hex(length);
    let code = Number.parseInt(digits, 16);
    if (digits.length < length || code > 1114111) throw new ScanError("malformed", "an escape is no character", this.at);
    if (code >= 55296 && code < 56320 && this.peek() === BACKSLASH) {
      this.at++;
      if (this.take() !== 117) throw new ScanError("malformed", "half of a character is missing", this.at);
      const low = Number.parseInt(this.hex(4), 16);
      code = 65536 + (code - 55296 << 10) + (low - 56320);
    }
    if (!(code <= 1114111)) throw new ScanError("malformed", "an escape is no character", this.at);
    return new TextEncoder().encode(String.fromCodePoint(code));
  }
  hex(most) {
    let digits = "";
    while (digits.length < most && /[0-9a-fA-F]/.test(String.fromCharCode(Math.max(0, this.peek()))))
      digits += String.fromCharCode(this.take());
    return digits;
  }
  take() {
    const byte = this.peek();
    this.at++;
    return byte;
  }
};
var ESCAPES = new Map([..."abfnrtv"].map((letter, index2) => [letter.charCodeAt(0), [7, 8, 12, 10, 13, 9, 11][index2] ?? 0]));

// src/formats/caffe.ts
var MODEL_EXTENSIONS2 = [".caffemodel"];
var TEXT_EXTENSIONS = [".prototxt"];
var MAX_NAME = 400;
var netShape = {
  fields: { 1: BYTES, 2: BYTES, 3: BYTES, 4: VARINT, 5: VARINT, 6: BYTES, 7: VARINT, 8: BYTES, 100: BYTES },
  proves: (reader, field) => field.number === 100 && isLayer(reader, field) || field.number === 2 && isOldLayer(reader, field)
};
function isLayer(reader, layer) {
  let named2 = false;
  for (const part of reader.fields(layer)) {
    if (part.number === 1) named2 = part.wire === BYTES;
    else if (part.number === 2 && isName(reader, part, MAX_NAME)) return named2;
  }
  return false;
}
function isOldLayer(reader, layer) {
  let named2 = false;
  for (const part of reader.fields(layer)) {
    if (part.number === 4) named2 = isName(reader, part, MAX_NAME);
    else if (part.number === 5) return named2 && part.wire === VARINT && part.value < 64;
    else if (part.wire !== BYTES && part.wire !== FIXED32 && part.wire !== VARINT) return false;
  }
  return false;
}
var caffeModelFormat = {
  id: "caffe",
  title: "Caffe model",
  extensions: MODEL_EXTENSIONS2,
  access: "random",
  match: (probe) => headLikeness(probe.head, probe.size, netShape, MODEL_EXTENSIONS2.includes(probe.extension)),
  scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "a Caffe model cannot be read from a stream");
    if (!isMessage(source, netShape, MODEL_EXTENSIONS2.includes(scan2.probe.extension))) return "not-this-format";
    const reader = new ProtoReader(source, () => scan2.budget.checkTime());
    for (const field of reader.fields(reader.root)) if (field.number === 100 && field.wire === BYTES) readLayer(reader, field, scan2);
  }
};
function readLayer(reader, layer, scan2) {
  let name = "";
  let type = "";
  let module = "";
  let className = "";
  for (const part of reader.fields(layer)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 1) name = reader.text(part, MAX_NAME);
    else if (part.number === 2) type = reader.text(part, MAX_NAME);
    else if (part.number === 130) {
      for (const inner of reader.fields(part)) {
        if (inner.number === 1 && inner.wire === BYTES) module = reader.text(inner, MAX_NAME);
        else if (inner.number === 2 && inner.wire === BYTES) className = reader.text(inner, MAX_NAME);
      }
    }
  }
  if (type === "Python") state(name, `${module}.${className}`, layer.start, scan2);
}
function state(node, argument, offset, scan2) {
  scan2.observe({ kind: "graph-op", framework: "caffe", op: "Python", domain: "", node, argument, offset });
}
var LAYER = /(?:^|\s)layers?\s*(?::\s*)?\{\s*(?:[a-z_]+\s*:\s*(?:"[^"]*"|'[^']*'|\w+\s)\s*)*type\s*:/;
var caffeTextFormat = {
  id: "caffe-text",
  title: "Caffe network as text",
  extensions: TEXT_EXTENSIONS,
  access: "random",
  match: matchText,
  scan: scanText
};
var SOLVER_NETS = /* @__PURE__ */ new Set(["net_param", "train_net_param", "test_net_param"]);
function matchText(probe) {
  if (probe.head.some((byte) => byte < 9)) return "no";
  const claimed = TEXT_EXTENSIONS.includes(probe.extension);
  return claimed || probe.size !== void 0 && LAYER.test(new TextDecoder().decode(probe.head)) ? "possible" : "no";
}
function scanText(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a network cannot be read from a stream");
  const path = [];
  let layer = { name: "", type: "", module: "", className: "", offset: 0 };
  let layers = 0;
  let base = 0;
  try {
    for (const { kind, name, value, offset } of textEvents(source, () => scan2.budget.checkTime())) {
      if (kind === "open") {
        path.push(name);
        if (path.length === 1) base = SOLVER_NETS.has(name) ? 1 : 0;
        if (name === "layer" && path.length === base + 1) layer = { name: "", type: "", module: "", className: "", offset };
      } else if (kind === "close") {
        path.pop();
        if (path.length > base || name !== "layer" && name !== "layers") continue;
        layers++;
        if (layer.type === "Python") state(layer.name, `${layer.module}.${layer.className}`, layer.offset, scan2);
      } else if (path.length === base + 1 && path[base] === "layer") {
        if (name === "name") layer.name = value;
        else if (name === "type") layer.type = value;
      } else if (path.length === base + 2 && path[base + 1] === "python_param") {
        if (name === "module") layer.module = value;
        else if (name === "layer") layer.className = value;
      }
    }
  } catch (error) {
    if (error instanceof ScanError && layers === 0) return "not-this-format";
    throw error;
  }
  return layers === 0 ? "not-this-format" : void 0;
}

// src/formats/safetensors-json.ts
var MAX_DEPTH5 = 32;
var MAX_VALUES = 5e5;
var NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var SPACE = /[ \t\n\r]*/y;
var WORDS = /* @__PURE__ */ new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["true", true],
  ["false", false],
  ["null", null]
]);
function readWrittenJson(text4) {
  const reader = new Reader(text4);
  const value = reader.value(0);
  reader.end();
  return value;
}
function isObject(value) {
  return typeof value === "object" && value !== null && "members" in value;
}
function member(object2, key) {
  return object2.members.filter(([name]) => name === key).at(-1)?.[1];
}
var Reader = class {
  text;
  at = 0;
  values = 0;
  constructor(text4) {
    this.text = text4;
  }
  value(depth) {
    if (depth > MAX_DEPTH5) throw this.error("nested too deep");
    if (++this.values > MAX_VALUES) throw new ScanError("limit", `more than ${MAX_VALUES} JSON values`, this.at);
    this.space();
    const char = this.text[this.at];
    if (char === "{") return this.object(depth);
    if (char === "[") return this.array(depth);
    if (char === '"') return this.string();
    const number = this.match(NUMBER);
    if (number) return Number(number);
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    throw this.error("no JSON value");
  }
  end() {
    this.space();
    if (this.at < this.text.length) throw this.error("text after the JSON value");
  }
  object(depth) {
    const members2 = [];
    this.at++;
    while (!this.take("}")) {
      if (members2.length > 0) this.expect(",");
      this.space();
      const key = this.string();
      this.expect(":");
      members2.push([key, this.value(depth + 1)]);
    }
    return { members: members2 };
  }
  array(depth) {
    const items3 = [];
    this.at++;
    while (!this.take("]")) {
      if (items3.length > 0) this.expect(",");
      items3.push(this.value(depth + 1));
    }
    return items3;
  }
  string() {
    const start = this.at;
    if (this.text[start] !== '"') throw this.error("no JSON string");
    let end = this.text.indexOf('"', start + 1);
    while (end > 0 && this.escaped(end)) end = this.text.indexOf('"', end + 1);
    if (end < 0) throw this.error("a string does not end");
    this.at = end + 1;
    const written = this.text.slice(start, this.at);
    if (!/[\\\u0000-\u001f]/.test(written)) return written.slice(1, -1);
    try {
      return String(JSON.parse(written));
    } catch {
      throw new ScanError("malformed", "no JSON string", start);
    }
  }
  /** An odd number of backslashes stands before it. */
  escaped(at2) {
    let before = at2;
    while (this.text[before - 1] === "\\") before--;
    return (at2 - before) % 2 === 1;
  }
  space() {
    this.match(SPACE);
  }
  take(char) {
    this.space();
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }
  expect(char) {
    if (!this.take(char)) throw this.error(`${char} is missing`);
  }
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== void 0) this.at += found.length;
    return found;
  }
  error(message) {
    return new ScanError("malformed", message, this.at);
  }
};

// src/formats/chat-template.ts
var NAME = /^(?:tokenizer_config|chat_templates?|processor_config|preprocessor_config|tokenizer)(?:[._-][\w.-]*)?\.json$/i;
var MAX_SIZE = 64 << 20;
var KEY = /chat_template/i;
var chatTemplateFormat = {
  id: "chat-template",
  title: "Tokenizer configuration with chat templates",
  extensions: [".json"],
  access: "random",
  match: ({ name, head }) => NAME.test(name) && !/^tokenizer\.json$/i.test(name) && startsLikeJson(head) ? "certain" : "no",
  async scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
    if (input.size > MAX_SIZE) throw new ScanError("limit", `a configuration of ${input.size} bytes`, 0);
    const { observeTemplate } = await import("./jinja-facts-VB257DKT.js");
    const tell = (name, template) => observeTemplate(scan2, name, template, 0, false);
    walk(readWrittenJson(new TextDecoder().decode(input.read(0, input.size))), "", /chat_template/i.test(scan2.probe.name), tell);
  }
};
function walk(value, key, all, tell) {
  if (typeof value === "string") {
    if (all && isTemplate(value)) tell(key === "" ? "a chat template" : key.slice(0, 100), value);
  } else if (Array.isArray(value)) {
    for (const [index2, each] of value.entries()) walk(each, `${key}[${index2}]`, all, tell);
  } else if (isObject(value)) {
    for (const [name, each] of value.members) walk(each, key === "" ? name : `${key}.${name}`, all || KEY.test(name), tell);
  }
}
function isTemplate(text4) {
  return text4.includes("{{") || text4.includes("{%");
}
function startsLikeJson(head) {
  const first2 = head.find(
    (byte) => byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9 && byte !== 239 && byte !== 187 && byte !== 191
  );
  return first2 === 123 || first2 === 91 || first2 === 34;
}

// src/bytes/codecs/chunks.ts
function toStream(chunks) {
  return {
    kind: "stream",
    next: () => nextChunk(chunks),
    close: () => {
      chunks.return();
    }
  };
}
function nextChunk(chunks) {
  const step = chunks.next();
  return step.done ? void 0 : step.value;
}
function* members(input, starts2, decode) {
  yield* decode(input);
  yield* furtherMembers(input, starts2, decode);
}
function* furtherMembers(input, starts2, decode) {
  for (; ; ) {
    input.skipZeros();
    if (input.left === 0) return;
    if (!starts2(input.peek(HEAD)))
      throw new ScanError("malformed", `${input.left} bytes after the end of the compressed data`, input.offset);
    yield* decode(input);
  }
}
var HEAD = 16;
function* skipping(chunks, count2) {
  let left = count2;
  for (const chunk of chunks) {
    const drop = Math.min(left, chunk.length);
    left -= drop;
    if (drop < chunk.length) yield chunk.subarray(drop);
  }
}
function* pieces(bytes, size) {
  for (let at2 = 0; at2 < bytes.length; at2 += size) yield bytes.subarray(at2, at2 + size);
}
function startsWith(head, magic2) {
  return head.length >= magic2.length && magic2.every((byte, index2) => head[index2] === byte);
}

// src/bytes/codecs/limits.ts
var CODEC_LIMITS = {
  /** Largest dictionary or window: what `xz -9` and zstd's defaults need. A header of 28 bytes may ask for 4 GiB. */
  dictionary: 64 * 1024 * 1024,
  /** Output is handed out in pieces of at most this size. */
  chunk: 256 * 1024,
  /** Compressed data up to this size are tried in one synchronous call: setting up a zlib stream costs 0.8 ms. */
  oneShotInput: 1024 * 1024,
  /** The output at which that call gives up and the stream takes over. */
  oneShotOutput: 8 * 1024 * 1024
};

// src/bytes/codecs/pull.ts
var BUFFER = 64 * 1024;
var Puller = class {
  buf = new Uint8Array(BUFFER);
  #source;
  pos = 0;
  end = 0;
  #base;
  constructor(source, offset = 0) {
    this.#source = source;
    this.#base = offset;
  }
  /** Where the next byte lies in the source. */
  get offset() {
    return this.#base + this.pos;
  }
  /** Bytes of the source not read yet. */
  get left() {
    return Math.max(0, this.#source.size - this.offset);
  }
  /** Loads the next bytes once all loaded ones are read; false at the end of the source. */
  refill() {
    if (this.pos < this.end) return true;
    this.#base += this.end;
    this.pos = 0;
    this.end = this.#source.readInto(this.buf, this.#base);
    return this.end > 0;
  }
  /** Goes to any offset of the source. */
  seek(offset) {
    const pos = offset - this.#base;
    if (pos >= 0 && pos <= this.end) {
      this.pos = pos;
    } else {
      this.#base = offset;
      this.pos = 0;
      this.end = 0;
    }
  }
  u8() {
    if (this.pos === this.end && !this.refill()) throw this.truncated();
    return this.buf[this.pos++] ?? 0;
  }
  u16le() {
    return this.u8() | this.u8() << 8;
  }
  u32le() {
    return (this.u16le() | this.u16le() << 16) >>> 0;
  }
  /** The next 8 bytes as a number; inexact, but never small, above 2^53. */
  u64le() {
    return this.u32le() + this.u32le() * 4294967296;
  }
  /** Fills `target` as far as the source goes; gives how many bytes there were. */
  take(target) {
    let done = 0;
    while (done < target.length && this.refill()) {
      const part = this.buf.subarray(this.pos, Math.min(this.end, this.pos + target.length - done));
      target.set(part, done);
      this.pos += part.length;
      done += part.length;
    }
    return done;
  }
  /** The next `length` bytes, all of them. `length` is a constant of the format, never a number of the file. */
  bytes(length) {
    const target = new Uint8Array(length);
    if (this.take(target) < length) throw this.truncated();
    return target;
  }
  /** Passes over `length` bytes without reading them. */
  skip(length) {
    if (length > this.left) throw this.truncated();
    this.seek(this.offset + length);
  }
  /** Up to `length` of the next bytes, which stay unread. */
  peek(length) {
    return this.#source.read(this.offset, length);
  }
  /** Passes over zero bytes. */
  skipZeros() {
    while (this.refill()) {
      while (this.pos < this.end && this.buf[this.pos] === 0) this.pos++;
      if (this.pos < this.end) return;
    }
  }
  truncated() {
    return new ScanError("truncated", "the compressed data end early", this.offset);
  }
};

// src/bytes/codecs/bzip2.ts
var BLOCK = 54156738319193;
var END = 25779555029136;
var LEVEL = 1e5;
var GROUP = 50;
var MAX_SELECTORS = 18002;
var LONGEST_WORD = 20;
var SHORT_MOVE = 24;
var QUICK_BITS = 10;
var QUICK_MASK = (1 << QUICK_BITS) - 1;
var CRC = new Int32Array(256).map((_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? value << 1 ^ 79764919 : value << 1;
  return value;
});
function bzip2(source) {
  const decoder = new Decoder(new Puller(source));
  return toStream(
    members(
      decoder.input,
      (head) => startsWith(head, [66, 90, 104]),
      () => stream(decoder)
    )
  );
}
function* stream(decoder) {
  decoder.startStream();
  let combined = 0;
  while (decoder.startBlock()) {
    for (let length = decoder.fill(); length > 0; length = decoder.fill()) yield decoder.out.subarray(0, length);
    combined = (combined << 1 | combined >>> 31) ^ decoder.checkBlock();
  }
  decoder.endStream(combined);
}
var Decoder = class {
  input;
  out = new Uint8Array(CODEC_LIMITS.chunk);
  #bits = 0;
  #count = 0;
  #blockSize = 0;
  /** After the transform: `next << 8 | byte`. Kept from stream to stream: a stream may be 14 bytes long. */
  #chain = new Int32Array(0);
  #at = 0;
  #left = 0;
  #last = -1;
  #run = 0;
  #repeat = 0;
  #crc = 0;
  #storedCrc = 0;
  constructor(input) {
    this.input = input;
  }
  startStream() {
    const [b, z, h, level = 0] = this.input.bytes(4);
    if (b !== 66 || z !== 90 || h !== 104 || level < 49 || level > 57) throw this.#malformed("no bzip2 header");
    this.#blockSize = (level - 48) * LEVEL;
    this.#bits = 0;
    this.#count = 0;
  }
  /** Reads a block up to the point where its bytes can be taken; false at the end of the stream. */
  startBlock() {
    const magic2 = this.#take(24) * 16777216 + this.#take(24);
    this.#storedCrc = this.#take(16) << 16 | this.#take(16);
    if (magic2 === END) return false;
    if (magic2 !== BLOCK) throw this.#malformed("no block where one must start");
    if (this.#take(1))
      throw new ScanError("unsupported", "a randomised bzip2 block, which no version since 0.9.5 writes", this.input.offset);
    const origin2 = this.#take(24);
    const bytes = this.#readAlphabet();
    const length = this.#readSymbols(bytes);
    if (origin2 >= length) throw this.#malformed("a block that starts past its end");
    this.#at = (this.#chain[origin2] ?? 0) >>> 8;
    this.#left = length;
    this.#last = -1;
    this.#run = 0;
    this.#repeat = 0;
    this.#crc = -1;
    return true;
  }
  /** The block's checksum; throws when it is not the one stored. */
  checkBlock() {
    if (~this.#crc !== this.#storedCrc) throw this.#malformed("the checksum of a block is wrong");
    return this.#storedCrc;
  }
  endStream(combined) {
    if (combined !== this.#storedCrc) throw this.#malformed("the checksum of the stream is wrong");
    this.input.seek(this.input.offset - (this.#count >> 3));
  }
  /** Puts the next bytes of the block into `out`; gives how many, 0 at its end. Four equal bytes are followed by a count of more. */
  fill() {
    const out = this.out;
    const chain = this.#chain;
    let at2 = this.#at;
    let left = this.#left;
    let last = this.#last;
    let run = this.#run;
    let repeat = this.#repeat;
    let crc = this.#crc;
    let pos = 0;
    while (pos < out.length) {
      if (repeat > 0) {
        repeat--;
      } else {
        if (left === 0) break;
        left--;
        const entry = chain[at2] ?? 0;
        at2 = entry >>> 8;
        const byte = entry & 255;
        if (run === 4) {
          run = 0;
          repeat = byte;
          continue;
        }
        run = byte === last ? run + 1 : 1;
        last = byte;
      }
      out[pos++] = last;
      crc = crc << 8 ^ (CRC[crc >>> 24 ^ last] ?? 0);
    }
    this.#at = at2;
    this.#left = left;
    this.#last = last;
    this.#run = run;
    this.#repeat = repeat;
    this.#crc = crc;
    return pos;
  }
  #readAlphabet() {
    const used = this.#take(16);
    const bytes = [];
    for (let row2 = 0; row2 < 16; row2++) {
      if ((used & 32768 >> row2) === 0) continue;
      const columns = this.#take(16);
      for (let column = 0; column < 16; column++) if (columns & 32768 >> column) bytes.push(row2 * 16 + column);
    }
    if (bytes.length === 0) throw this.#malformed("a block without symbols");
    return Uint8Array.from(bytes);
  }
  /** Undoes Huffman coding, move-to-front and zero runs, then the transform; gives the length of the block. */
  #readSymbols(front) {
    const end = front.length + 1;
    const tables = this.#take(3);
    const count2 = this.#take(15);
    if (tables < 2 || tables > 6 || count2 < 1) throw this.#malformed("a wrong number of Huffman tables");
    const selectors = this.#readSelectors(tables, count2);
    const codes = Array.from({ length: tables }, () => this.#readCode(end + 1));
    if (this.#chain.length < this.#blockSize) this.#chain = new Int32Array(this.#blockSize);
    const chain = this.#chain;
    const starts2 = new Uint32Array(256);
    let length = 0;
    let run = 0;
    let power = 1;
    for (const selector of selectors) {
      const code = codes[selector];
      if (!code) throw this.#malformed("a Huffman table that does not exist");
      for (let left = GROUP; left > 0; left--) {
        if (this.#count < LONGEST_WORD) this.#load();
        const quick = this.#count < LONGEST_WORD ? 0 : code.quick[this.#bits >>> this.#count - QUICK_BITS & QUICK_MASK] ?? 0;
        const symbol = quick === 0 ? this.#symbol(code) : quick >>> 5;
        this.#count -= quick & 31;
        if (symbol < 2) {
          run += power << symbol;
          power <<= 1;
          if (run > this.#blockSize) throw this.#malformed("a block longer than its size");
          continue;
        }
        if (run > 0) {
          const byte2 = front[0] ?? 0;
          if (length + run > this.#blockSize) throw this.#malformed("a block longer than its size");
          chain.fill(byte2, length, length + run);
          starts2[byte2] = (starts2[byte2] ?? 0) + run;
          length += run;
          run = 0;
          power = 1;
        }
        if (symbol === end) {
          linkChain(chain, length, starts2);
          return length;
        }
        if (length >= this.#blockSize) throw this.#malformed("a block longer than its size");
        const byte = front[symbol - 1] ?? 0;
        if (symbol > SHORT_MOVE) front.copyWithin(1, 0, symbol - 1);
        else for (let place = symbol - 1; place > 0; place--) front[place] = front[place - 1] ?? 0;
        front[0] = byte;
        chain[length++] = byte;
        starts2[byte] = (starts2[byte] ?? 0) + 1;
      }
    }
    throw this.#malformed("a block that does not end");
  }
  #readSelectors(tables, count2) {
    const selectors = new Uint8Array(Math.min(count2, MAX_SELECTORS));
    const front = Uint8Array.of(0, 1, 2, 3, 4, 5);
    for (let index2 = 0; index2 < count2; index2++) {
      let place = 0;
      while (this.#take(1)) if (++place >= tables) throw this.#malformed("a Huffman table that does not exist");
      const table2 = front[place] ?? 0;
      front.copyWithin(1, 0, place);
      front[0] = table2;
      if (index2 < selectors.length) selectors[index2] = table2;
    }
    return selectors;
  }
  #readCode(size) {
    const lengths = new Uint8Array(size);
    let length = this.#take(5);
    for (let symbol = 0; symbol < size; symbol++) {
      for (; ; ) {
        if (length < 1 || length > LONGEST_WORD) throw this.#malformed("a code word of a wrong length");
        if (!this.#take(1)) break;
        length += this.#take(1) ? -1 : 1;
      }
      lengths[symbol] = length;
    }
    return buildCode(lengths);
  }
  #symbol(code) {
    if (this.#count < LONGEST_WORD) this.#load();
    const window = (this.#count >= LONGEST_WORD ? this.#bits >>> this.#count - LONGEST_WORD : this.#bits << LONGEST_WORD - this.#count) & 1048575;
    const quick = code.quick[window >>> LONGEST_WORD - QUICK_BITS] ?? 0;
    let length = quick & 31;
    let symbol = quick >>> 5;
    if (length === 0) {
      for (length = QUICK_BITS + 1; length <= LONGEST_WORD && window >>> LONGEST_WORD - length > (code.limit[length] ?? -1); length++) ;
      symbol = code.symbols[(window >>> LONGEST_WORD - length) - (code.base[length] ?? 0)];
    }
    if (length > this.#count) throw this.input.truncated();
    if (symbol === void 0 || length > LONGEST_WORD) throw this.#malformed("a code word that is not in use");
    this.#count -= length;
    return symbol;
  }
  #take(length) {
    if (this.#count < length) {
      this.#load();
      if (this.#count < length) throw this.input.truncated();
    }
    this.#count -= length;
    return this.#bits >>> this.#count & (1 << length) - 1;
  }
  #load() {
    const input = this.input;
    while (this.#count <= 24 && (input.pos < input.end || input.refill())) {
      this.#bits = this.#bits << 8 | (input.buf[input.pos++] ?? 0);
      this.#count += 8;
    }
  }
  #malformed(what) {
    return new ScanError("malformed", `broken bzip2 data: ${what}`, this.input.offset);
  }
};
function linkChain(chain, length, starts2) {
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count2 = starts2[byte] ?? 0;
    starts2[byte] = sum;
    sum += count2;
  }
  for (let index2 = 0; index2 < length; index2++) {
    const byte = (chain[index2] ?? 0) & 255;
    const to = starts2[byte] ?? 0;
    starts2[byte] = to + 1;
    chain[to] = (chain[to] ?? 0) | index2 << 8;
  }
}
function buildCode(lengths) {
  const limit = new Int32Array(LONGEST_WORD + 2).fill(-1);
  const base = new Int32Array(LONGEST_WORD + 2);
  const symbols = new Uint16Array(lengths.length);
  let filled = 0;
  let word = 0;
  for (let length = 1; length <= LONGEST_WORD; length++) {
    base[length] = word - filled;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      symbols[filled++] = symbol;
      word++;
    }
    limit[length] = word - 1;
    word <<= 1;
  }
  const quick = new Uint16Array(1 << QUICK_BITS);
  for (let prefix = 0; prefix < quick.length; prefix++) {
    for (let length = 1; length <= QUICK_BITS; length++) {
      const start = prefix >>> QUICK_BITS - length;
      if (start > (limit[length] ?? -1)) continue;
      quick[prefix] = (symbols[start - (base[length] ?? 0)] ?? 0) << 5 | length;
      break;
    }
  }
  return { quick, limit, base, symbols };
}

// src/bytes/codecs/deflate.ts
var WINDOW = 32 * 1024;
var LONGEST = 258;
var CHUNK = 64 * 1024;
var CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
var LENGTHS = steps(3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]);
var DISTANCES = steps(1, [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]);
function* inflate(input) {
  const inflater = new Inflater(input);
  let failure2;
  try {
    do {
      inflater.startBlock();
      while (!inflater.run()) yield inflater.flush();
    } while (!inflater.last);
    input.seek(input.offset - (inflater.count >> 3));
  } catch (error) {
    failure2 = error;
  }
  if (inflater.pos > inflater.from) yield inflater.flush();
  if (failure2) throw failure2;
}
function firstBlockDecodes(input) {
  const inflater = new Inflater(input);
  try {
    inflater.startBlock();
    while (!inflater.run()) inflater.flush();
    return true;
  } catch (error) {
    if (error instanceof ScanError) return error.why === "truncated";
    throw error;
  }
}
var Inflater = class {
  #input;
  #out = new Uint8Array(WINDOW + CHUNK + LONGEST);
  pos = 0;
  from = 0;
  last = false;
  count = 0;
  #bits = 0;
  #history = 0;
  #stored = -1;
  #literals = FIXED.literals;
  #distances = FIXED.distances;
  constructor(input) {
    this.#input = input;
  }
  /** The bytes since the last flush. */
  flush() {
    const chunk = this.#out.subarray(this.from, this.pos);
    this.from = this.pos;
    return chunk;
  }
  startBlock() {
    this.last = this.#take(1) === 1;
    const type = this.#take(2);
    this.#stored = -1;
    if (type === 0) {
      this.#take(this.count & 7);
      const length = this.#take(16);
      if ((length ^ this.#take(16)) !== 65535) throw this.#malformed("a stored block whose length does not fit its complement");
      this.#input.seek(this.#input.offset - (this.count >> 3));
      this.count = 0;
      this.#bits = 0;
      this.#stored = length;
    } else if (type === 1) {
      this.#literals = FIXED.literals;
      this.#distances = FIXED.distances;
    } else if (type === 2) {
      this.#readCodes();
    } else {
      throw this.#malformed("a block of an unknown type");
    }
  }
  /** Decodes until the block ends (true) or the buffer is full (false). */
  run() {
    if (this.pos >= WINDOW + CHUNK && this.from === this.pos) {
      this.#out.copyWithin(0, this.pos - WINDOW, this.pos);
      this.pos = WINDOW;
      this.from = WINDOW;
    }
    return this.#stored >= 0 ? this.#copyStored() : this.#decode();
  }
  #copyStored() {
    const room = Math.min(this.#stored, WINDOW + CHUNK - this.pos);
    if (room > 0) {
      const got = this.#input.take(this.#out.subarray(this.pos, this.pos + room));
      this.pos += got;
      this.#history += got;
      this.#stored -= got;
      if (got < room) throw this.#input.truncated();
    }
    return this.#stored === 0;
  }
  #decode() {
    const out = this.#out;
    while (this.pos < WINDOW + CHUNK) {
      const symbol = this.#symbol(this.#literals);
      if (symbol < 256) {
        out[this.pos++] = symbol;
        this.#history++;
        continue;
      }
      if (symbol === 256) return true;
      const length = symbol === 285 ? LONGEST : this.#stepped(LENGTHS, symbol - 257);
      const distance = this.#stepped(DISTANCES, this.#symbol(this.#distances));
      if (distance > this.#history) throw this.#malformed("a match from before the start of the data");
      this.#history += length;
      const end = this.pos + length;
      for (let from = this.pos - distance; this.pos < end; ) out[this.pos++] = out[from++] ?? 0;
    }
    return false;
  }
  #stepped(table2, symbol) {
    const step = table2[symbol];
    if (step === void 0) throw this.#malformed("a symbol that stands for nothing");
    return (step >>> 4) + this.#take(step & 15);
  }
  #readCodes() {
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const words6 = this.#take(4) + 4;
    if (literals > 286 || distances > 30) throw this.#malformed("too many symbols");
    const order = new Uint8Array(19);
    for (const symbol of CODE_LENGTH_ORDER.slice(0, words6)) order[symbol] = this.#take(3);
    const code = this.#code(order, true);
    const lengths = new Uint8Array(literals + distances);
    for (let at2 = 0; at2 < lengths.length; ) {
      const symbol = this.#symbol(code);
      if (symbol < 16) {
        lengths[at2++] = symbol;
        continue;
      }
      if (symbol === 16 && at2 === 0) throw this.#malformed("a repeated code length with none before it");
      const value = symbol === 16 ? lengths[at2 - 1] ?? 0 : 0;
      const times = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (at2 + times > lengths.length) throw this.#malformed("more code lengths than symbols");
      lengths.fill(value, at2, at2 + times);
      at2 += times;
    }
    if (lengths[256] === 0) throw this.#malformed("a block that cannot end");
    this.#literals = this.#code(lengths.subarray(0, literals), false);
    this.#distances = this.#code(lengths.subarray(literals), false);
  }
  /** As zlib: a code must be complete, but for one of at most one word where `strict` is not asked for. */
  #code(lengths, strict) {
    const code = buildCode2(lengths);
    if (code.left < 0 || code.left > 0 && (strict || code.bits > 1))
      throw this.#malformed("a Huffman code that is over-full or incomplete");
    return code;
  }
  #symbol(code) {
    if (this.count < 15) this.#load();
    const entry = code.table[this.#bits & (1 << code.bits) - 1] ?? 0;
    const length = entry & 15;
    if (length === 0 || length > this.count)
      throw length === 0 && this.count >= code.bits ? this.#malformed("a code word that is not in use") : this.#input.truncated();
    this.#bits >>>= length;
    this.count -= length;
    return entry >>> 4;
  }
  #take(length) {
    if (this.count < length) {
      this.#load();
      if (this.count < length) throw this.#input.truncated();
    }
    const value = this.#bits & (1 << length) - 1;
    this.#bits >>>= length;
    this.count -= length;
    return value;
  }
  #load() {
    const input = this.#input;
    while (this.count <= 24 && (input.pos < input.end || input.refill())) {
      this.#bits |= (input.buf[input.pos++] ?? 0) << this.count;
      this.count += 8;
    }
  }
  #malformed(what) {
    return new ScanError("malformed", `broken deflate data: ${what}`, this.#input.offset);
  }
};
function steps(first2, bits) {
  let next = first2;
  return Uint32Array.from(bits, (extra) => {
    const step = next << 4 | extra;
    next += 1 << extra;
    return step;
  });
}
function buildCode2(lengths) {
  const perLength = new Uint16Array(16);
  for (const length of lengths) perLength[length] = (perLength[length] ?? 0) + 1;
  perLength[0] = 0;
  let bits = 15;
  while (bits > 1 && perLength[bits] === 0) bits--;
  const next = new Uint32Array(17);
  let left = 1;
  for (let length = 1; length <= bits; length++) {
    left = left * 2 - (perLength[length] ?? 0);
    if (left < 0) break;
    next[length + 1] = (next[length] ?? 0) + (perLength[length] ?? 0) << 1;
  }
  const table2 = new Uint16Array(1 << bits);
  if (left >= 0) {
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol] ?? 0;
      if (length === 0) continue;
      const word = next[length] ?? 0;
      next[length] = word + 1;
      for (let at2 = reversed(word, length); at2 < table2.length; at2 += 1 << length) table2[at2] = symbol << 4 | length;
    }
  }
  return { bits, table: table2, left };
}
function reversed(word, length) {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= (word >>> bit & 1) << length - 1 - bit;
  return result;
}
var FIXED = {
  literals: buildCode2(Uint8Array.from({ length: 288 }, (_, symbol) => symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  distances: buildCode2(new Uint8Array(32).fill(5))
};

// src/bytes/crc32.ts
import * as zlib from "node:zlib";
var native = zlib.crc32;
var table;
function crc322(bytes, before = 0) {
  return native ? native(bytes, before) : plain(bytes, before);
}
function plain(bytes, before) {
  table ??= new Uint32Array(256).map((_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
    return value;
  });
  let crc = ~before;
  for (let index2 = 0; index2 < bytes.length; index2++) crc = (table[(crc ^ (bytes[index2] ?? 0)) & 255] ?? 0) ^ crc >>> 8;
  return ~crc >>> 0;
}

// src/bytes/codecs/checksums.ts
function crc323() {
  let crc = 0;
  return {
    update(bytes) {
      crc = crc322(bytes, crc);
    },
    matches: (stored) => littleEndian(stored, 0) === (crc | 0)
  };
}
var crc64Table;
function makeCrc64Table() {
  const table2 = { low: new Int32Array(256), high: new Int32Array(256) };
  for (let byte = 0; byte < 256; byte++) {
    let low = byte;
    let high = 0;
    for (let bit = 0; bit < 8; bit++) {
      const odd = low & 1;
      low = low >>> 1 | high << 31;
      high >>>= 1;
      if (odd) {
        low ^= 3615952706;
        high ^= 3379320725;
      }
    }
    table2.low[byte] = low;
    table2.high[byte] = high;
  }
  return table2;
}
function crc64() {
  crc64Table ??= makeCrc64Table();
  const table2 = crc64Table;
  let low = -1;
  let high = -1;
  return {
    update(bytes) {
      for (let index2 = 0; index2 < bytes.length; index2++) {
        const at2 = (low ^ (bytes[index2] ?? 0)) & 255;
        low = (low >>> 8 | high << 24) ^ (table2.low[at2] ?? 0);
        high = high >>> 8 ^ (table2.high[at2] ?? 0);
      }
    },
    matches: (stored) => littleEndian(stored, 0) === ~low && littleEndian(stored, 4) === ~high
  };
}
function adler32() {
  let a = 1;
  let b = 0;
  return {
    update(bytes) {
      for (let from = 0; from < bytes.length; from += 3800) {
        const to = Math.min(bytes.length, from + 3800);
        for (let index2 = from; index2 < to; index2++) {
          a += bytes[index2] ?? 0;
          b += a;
        }
        a %= 65521;
        b %= 65521;
      }
    },
    matches: (stored) => stored[0] === b >>> 8 && stored[1] === (b & 255) && stored[2] === a >>> 8 && stored[3] === (a & 255)
  };
}
var P1 = 2654435761;
var P2 = 2246822519;
var P3 = 3266489917;
var P4 = 668265263;
var P5 = 374761393;
function xxh32() {
  const lanes = Int32Array.of(P1 + P2, P2, 0, -P1);
  const rest2 = new Uint8Array(16);
  let restLength = 0;
  let total = 0;
  const stripes = (bytes, from, to) => {
    const view2 = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let [a = 0, b = 0, c = 0, d = 0] = lanes;
    for (let at2 = from; at2 < to; at2 += 16) {
      a = rounded(a, view2.getInt32(at2, true));
      b = rounded(b, view2.getInt32(at2 + 4, true));
      c = rounded(c, view2.getInt32(at2 + 8, true));
      d = rounded(d, view2.getInt32(at2 + 12, true));
    }
    lanes.set([a, b, c, d]);
  };
  const value = () => {
    const [a = 0, b = 0, c = 0, d = 0] = lanes;
    let hash = total < 16 ? P5 : rotl(a, 1) + rotl(b, 7) + rotl(c, 12) + rotl(d, 18);
    hash = hash + total | 0;
    let at2 = 0;
    for (; at2 + 4 <= restLength; at2 += 4) hash = Math.imul(rotl(hash + Math.imul(littleEndian(rest2, at2), P3) | 0, 17), P4);
    for (; at2 < restLength; at2++) hash = Math.imul(rotl(hash + Math.imul(rest2[at2] ?? 0, P5) | 0, 11), P1);
    hash = Math.imul(hash ^ hash >>> 15, P2);
    hash = Math.imul(hash ^ hash >>> 13, P3);
    return hash ^ hash >>> 16;
  };
  return {
    update(bytes) {
      total += bytes.length;
      let at2 = 0;
      if (restLength > 0) {
        at2 = Math.min(16 - restLength, bytes.length);
        rest2.set(bytes.subarray(0, at2), restLength);
        restLength += at2;
        if (restLength < 16) return;
        stripes(rest2, 0, 16);
      }
      const to = bytes.length - (bytes.length - at2 & 15);
      stripes(bytes, at2, to);
      rest2.set(bytes.subarray(to));
      restLength = bytes.length - to;
    },
    /** Four bytes, or one: the frame header keeps only bits 8 to 15. */
    matches: (stored) => stored.length === 1 ? stored[0] === (value() >> 8 & 255) : littleEndian(stored, 0) === value()
  };
}
function rounded(lane, word) {
  return Math.imul(rotl(lane + Math.imul(word, P2) | 0, 13), P1);
}
function rotl(value, bits) {
  return value << bits | value >>> 32 - bits;
}
function littleEndian(bytes, at2) {
  return (bytes[at2] ?? 0) | (bytes[at2 + 1] ?? 0) << 8 | (bytes[at2 + 2] ?? 0) << 16 | (bytes[at2 + 3] ?? 0) << 24;
}

// src/bytes/codecs/lz4.ts
var MAGIC2 = 407708164;
var LEGACY = 407642370;
var SKIPPABLE = 407710288;
var WINDOW2 = 64 * 1024;
var LEGACY_BLOCK = 8 * 1024 * 1024;
var MIN_MATCH = 4;
var LONG_RUN = 96;
function lz4(source) {
  const blocks = new Blocks();
  return toStream(members(new Puller(source), startsLz4, (input) => frame(input, blocks)));
}
function startsLz4(head) {
  return startsWith(head, [4, 34, 77, 24]) || startsWith(head, [2, 33, 76, 24]) || startsSkippable(head);
}
function startsSkippable(head) {
  return ((head[0] ?? 0) & 240) === 80 && startsWith(head.subarray(1), [42, 77, 24]);
}
function* frame(input, blocks) {
  const magic2 = input.u32le();
  if (magic2 >>> 4 === SKIPPABLE >>> 4) input.skip(input.u32le());
  else if (magic2 === LEGACY) yield* legacyBlocks(input, blocks);
  else if (magic2 === MAGIC2) yield* frameBlocks(input, blocks);
  else throw new ScanError("malformed", "no LZ4 frame header", input.offset);
}
function readHeader(input) {
  const [flags = 0, sizes = 0] = input.bytes(2);
  const blockSize = [64, 256, 1024, 4096][(sizes >> 4 & 7) - 4];
  if (flags >> 6 !== 1 || flags & 2 || sizes & 143 || blockSize === void 0)
    throw new ScanError("malformed", "a wrong LZ4 frame header", input.offset);
  const checksum = xxh32();
  checksum.update(Uint8Array.of(flags, sizes));
  if (flags & 8) checksum.update(input.bytes(8));
  if (flags & 1) throw new ScanError("unsupported", "LZ4 data that need a dictionary", input.offset);
  if (!checksum.matches(input.bytes(1))) throw new ScanError("malformed", "the checksum of the LZ4 frame header is wrong", input.offset);
  return { linked: (flags & 32) === 0, blockChecksum: (flags & 16) !== 0, contentChecksum: (flags & 4) !== 0, blockSize: blockSize * 1024 };
}
function* frameBlocks(input, blocks) {
  const header = readHeader(input);
  const content = header.contentChecksum ? xxh32() : void 0;
  blocks.reset(header.blockSize);
  for (let word = input.u32le(); word !== 0; word = input.u32le()) {
    const size = word & 2147483647;
    if (size > header.blockSize) throw new ScanError("malformed", "an LZ4 block longer than the frame allows", input.offset);
    if (!header.linked) blocks.reset(header.blockSize);
    const failure2 = blocks.read(input, size, word >>> 31 === 1);
    for (const chunk of pieces(blocks.fresh(), CODEC_LIMITS.chunk)) {
      content?.update(chunk);
      yield chunk;
    }
    if (failure2) throw failure2;
    if (header.blockChecksum) {
      const checksum = xxh32();
      checksum.update(blocks.compressed.subarray(0, size));
      if (!checksum.matches(input.bytes(4))) throw new ScanError("malformed", "the checksum of an LZ4 block is wrong", input.offset);
    }
  }
  if (content && !content.matches(input.bytes(4)))
    throw new ScanError("malformed", "the checksum of the LZ4 content is wrong", input.offset);
}
function* legacyBlocks(input, blocks) {
  do {
    const size = input.u32le();
    if (size > LEGACY_BLOCK + LEGACY_BLOCK / 255 + 16)
      throw new ScanError("malformed", "an LZ4 block longer than the frame allows", input.offset);
    blocks.reset(LEGACY_BLOCK);
    const failure2 = blocks.read(input, size, false);
    yield* pieces(blocks.fresh(), CODEC_LIMITS.chunk);
    if (failure2) throw failure2;
  } while (input.left > 0 && !startsLz4(input.peek(4)));
}
var Blocks = class {
  compressed = new Uint8Array(WINDOW2);
  #out = new Uint8Array(4 * WINDOW2);
  #from = 0;
  #pos = 0;
  #blockSize = 0;
  /** Forgets the history. */
  reset(blockSize) {
    this.#from = 0;
    this.#pos = 0;
    this.#blockSize = blockSize;
  }
  /** What the last block gave. */
  fresh() {
    return this.#out.subarray(this.#from, this.#pos);
  }
  /** Decodes one block as far as it goes; gives what stopped it. */
  read(input, size, stored) {
    if (this.compressed.length < size) this.compressed = new Uint8Array(size);
    const got = input.take(this.compressed.subarray(0, size));
    const keep = Math.min(this.#pos, WINDOW2);
    this.#out.copyWithin(0, this.#pos - keep, this.#pos);
    this.#from = keep;
    this.#pos = keep;
    const most = keep + Math.min(this.#blockSize, got * 255);
    if (this.#out.length < most) {
      const grown = new Uint8Array(WINDOW2 + this.#blockSize);
      grown.set(this.#out.subarray(0, keep));
      this.#out = grown;
    }
    const limit = keep + this.#blockSize;
    let whole2 = true;
    if (stored) {
      this.#out.set(this.compressed.subarray(0, got), keep);
      this.#pos = keep + got;
    } else {
      whole2 = this.#decode(got, Math.min(limit, this.#out.length));
    }
    if (got < size) return input.truncated();
    return whole2 ? void 0 : new ScanError("malformed", "a broken LZ4 block", input.offset);
  }
  /** A literal run and a match, again and again; the last sequence ends after its literals. False when the block does not end so. */
  #decode(size, limit) {
    const input = this.compressed;
    const out = this.#out;
    let at2 = 0;
    let pos = this.#pos;
    let whole2 = false;
    while (at2 < size) {
      const token = input[at2++] ?? 0;
      let literals = token >> 4;
      if (literals === 15) {
        let more = 255;
        while (more === 255 && at2 < size) {
          more = input[at2++] ?? 0;
          literals += more;
        }
        if (more === 255) break;
      }
      const run = Math.min(literals, size - at2, limit - pos);
      if (run > LONG_RUN) {
        out.set(input.subarray(at2, at2 + run), pos);
        pos += run;
        at2 += run;
      } else {
        for (let left = run; left > 0; left--) out[pos++] = input[at2++] ?? 0;
      }
      if (run < literals) break;
      if (at2 === size) {
        whole2 = true;
        break;
      }
      if (at2 + 2 > size) break;
      const distance = (input[at2] ?? 0) | (input[at2 + 1] ?? 0) << 8;
      at2 += 2;
      let length = token & 15;
      if (length === 15) {
        let more = 255;
        while (more === 255 && at2 < size) {
          more = input[at2++] ?? 0;
          length += more;
        }
        if (more === 255) break;
      }
      length += MIN_MATCH;
      if (distance === 0 || distance > pos || pos + length > limit) break;
      const end = pos + length;
      if (length > LONG_RUN && distance >= length) {
        out.copyWithin(pos, pos - distance, pos - distance + length);
        pos = end;
      } else if (distance === 1) {
        out.fill(out[pos - 1] ?? 0, pos, end);
        pos = end;
      } else {
        for (let from = pos - distance; pos < end; ) out[pos++] = out[from++] ?? 0;
      }
    }
    this.#pos = pos;
    return whole2;
  }
};

// src/bytes/codecs/lzma.ts
var STATES = 12;
var IS_MATCH = 0;
var IS_REP = IS_MATCH + (STATES << 4);
var IS_REP0_LONG = IS_REP + 4 * STATES;
var POS_SLOT = IS_REP0_LONG + (STATES << 4);
var POS_SPECIAL = POS_SLOT + 4 * 64;
var ALIGN = POS_SPECIAL + 128;
var LENGTH = ALIGN + 16;
var REP_LENGTH = LENGTH + 2 + 16 * 8 * 2 + 256;
var LITERAL = REP_LENGTH + 2 + 16 * 8 * 2 + 256;
var HALF = 1024;
var AFTER_LITERAL = Uint8Array.of(0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5);
var PIECE4 = 64 * 1024;
var LONGEST_SYMBOL = 24;
var FIRST_RING = 1024 * 1024;
var END_MARK = 4294967295;
var LzmaDecoder = class {
  input = new Uint8Array(PIECE4 + LONGEST_SYMBOL);
  inputPos = 0;
  inputEnd = 0;
  /** True after the mark that ends data of unknown length. */
  ended = false;
  #dictionary = 0;
  #ringSize = 0;
  #ring = new Uint8Array(0);
  #pos = 0;
  #from = 0;
  /** Bytes decoded since the dictionary was emptied. */
  #total = 0;
  #pending = 0;
  #probs = new Uint16Array(0);
  #lc = 0;
  #lpMask = 0;
  #pbMask = 0;
  #state = 0;
  #rep0 = 0;
  #rep1 = 0;
  #rep2 = 0;
  #rep3 = 0;
  /** Range and code as signed numbers: V8 keeps those without allocating. */
  #range = 0;
  #code = 0;
  /** @throws {ScanError} `limit` when the dictionary is too large */
  setDictionary(size, offset) {
    if (size > CODEC_LIMITS.dictionary) {
      const mib = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
      throw new ScanError("limit", `a dictionary of ${mib(size)} is declared, at most ${mib(CODEC_LIMITS.dictionary)} are read`, offset);
    }
    this.#dictionary = Math.max(size, 4096);
    this.#ringSize = Math.max(size, CODEC_LIMITS.chunk);
    if (this.#ring.length > this.#ringSize) this.#ring = new Uint8Array(0);
    this.emptyDictionary();
  }
  emptyDictionary() {
    this.#pos = 0;
    this.#from = 0;
    this.#total = 0;
  }
  /** Sets lc, lp and pb from their one byte; false when it is out of range. */
  setProperties(byte) {
    if (byte >= 225) return false;
    this.#lc = byte % 9;
    const lp = Math.floor(byte / 9) % 5;
    this.#lpMask = (1 << lp) - 1;
    this.#pbMask = (1 << Math.floor(byte / 45)) - 1;
    const size = LITERAL + (768 << this.#lc + lp);
    if (this.#probs.length !== size) this.#probs = new Uint16Array(size);
    return true;
  }
  resetState() {
    this.#probs.fill(HALF);
    this.#state = 0;
    this.#rep0 = 0;
    this.#rep1 = 0;
    this.#rep2 = 0;
    this.#rep3 = 0;
    this.#pending = 0;
    this.ended = false;
  }
  /** Takes the first five bytes of a range-coded run; false when they cannot be that. */
  startRange(bytes) {
    const [zero, a = 0, b = 0, c = 0, d = 0] = bytes;
    this.#range = -1;
    this.#code = a << 24 | b << 16 | c << 8 | d;
    return zero === 0;
  }
  /** Whether the range coder is where it ends a run. */
  finishRange() {
    this.#normalize();
    return this.#code === 0 && this.inputPos <= this.inputEnd;
  }
  /** Moves what is left of the input to the front and loads more behind it; false when there is no more. */
  load(source, length = PIECE4) {
    this.input.copyWithin(0, this.inputPos, this.inputEnd);
    this.inputEnd -= this.inputPos;
    this.inputPos = 0;
    const room = Math.min(length, PIECE4 - this.inputEnd);
    const got = source.take(this.input.subarray(this.inputEnd, this.inputEnd + room));
    this.inputEnd += got;
    this.input.fill(0, this.inputEnd);
    return got === room;
  }
  /** Copies up to `length` bytes as they are; gives how many there were. */
  copy(source, length) {
    const end = this.#room(length);
    const got = source.take(this.#ring.subarray(this.#pos, end));
    this.#pos += got;
    this.#total += got;
    return got;
  }
  /** The bytes decoded since the last flush, or undefined. Valid until the decoder goes on. */
  flush() {
    if (this.#from === this.#pos) return void 0;
    const chunk = this.#ring.subarray(this.#from, this.#pos);
    this.#from = this.#pos;
    return chunk;
  }
  /** Where this step may write to: a chunk, less at the end of the ring. */
  #room(length) {
    if (this.#pos === this.#ring.length) {
      if (this.#ring.length < this.#ringSize) {
        const grown = new Uint8Array(Math.min(this.#ringSize, Math.max(FIRST_RING, 2 * this.#ring.length)));
        grown.set(this.#ring);
        this.#ring = grown;
      } else {
        this.#pos = 0;
        this.#from = 0;
      }
    }
    return Math.min(this.#pos + Math.min(length, CODEC_LIMITS.chunk), this.#ring.length);
  }
  /**
   * Decodes up to `length` bytes, fewer at the end of the ring or when the input runs dry; gives how many. Flush before each step.
   * With `last` the whole input is used up, else a symbol is begun only if its input is there for sure.
   * @returns -1 - count when the data are broken or end within a symbol; `inputPos > inputEnd` tells which
   */
  step(length, last) {
    const limit = this.#room(length);
    const ring = this.#ring;
    const probs = this.#probs;
    const input = this.input;
    const inputEnd = this.inputEnd;
    const safe3 = last ? inputEnd : inputEnd - LONGEST_SYMBOL;
    const lc = this.#lc;
    const lpMask = this.#lpMask;
    const pbMask = this.#pbMask;
    const start = this.#pos;
    const total = this.#total - start;
    let pos = start;
    let range = this.#range >>> 0;
    let code = this.#code >>> 0;
    let state3 = this.#state;
    let inputPos = this.inputPos;
    let broken3 = false;
    if (this.#pending > 0) pos = this.#copyMatch(pos, limit);
    while (pos < limit && inputPos <= safe3) {
      const posState = total + pos & pbMask;
      let at2 = IS_MATCH + (state3 << 4) + posState;
      let prob = probs[at2] ?? 0;
      if (range < 16777216) {
        range = range << 8 >>> 0;
        code = (code << 8 | (input[inputPos++] ?? 0)) >>> 0;
      }
      let bound = Math.imul(range >>> 11, prob) >>> 0;
      if (code < bound) {
        range = bound;
        probs[at2] = prob + (2048 - prob >> 5);
        const previous = total + pos === 0 ? 0 : ring[pos === 0 ? ring.length - 1 : pos - 1] ?? 0;
        const literal = LITERAL + 768 * (((total + pos & lpMask) << lc) + (previous >> 8 - lc));
        let symbol = 1;
        if (state3 >= 7) {
          const from = pos - this.#rep0 - 1;
          let match5 = ring[from < 0 ? from + ring.length : from] ?? 0;
          do {
            const bit = match5 >> 7 & 1;
            match5 <<= 1;
            at2 = literal + (1 + bit << 8) + symbol;
            prob = probs[at2] ?? 0;
            if (range < 16777216) {
              range = range << 8 >>> 0;
              code = (code << 8 | (input[inputPos++] ?? 0)) >>> 0;
            }
            bound = Math.imul(range >>> 11, prob) >>> 0;
            if (code < bound) {
              range = bound;
              probs[at2] = prob + (2048 - prob >> 5);
              symbol <<= 1;
              if (bit !== 0) break;
            } else {
              range = range - bound >>> 0;
              code = code - bound >>> 0;
              probs[at2] = prob - (prob >> 5);
              symbol = symbol << 1 | 1;
              if (bit === 0) break;
            }
          } while (symbol < 256);
        }
        while (symbol < 256) {
          at2 = literal + symbol;
          prob = probs[at2] ?? 0;
          if (range < 16777216) {
            range = range << 8 >>> 0;
            code = (code << 8 | (input[inputPos++] ?? 0)) >>> 0;
          }
          bound = Math.imul(range >>> 11, prob) >>> 0;
          if (code < bound) {
            range = bound;
            probs[at2] = prob + (2048 - prob >> 5);
            symbol <<= 1;
          } else {
            range = range - bound >>> 0;
            code = code - bound >>> 0;
            probs[at2] = prob - (prob >> 5);
            symbol = symbol << 1 | 1;
          }
        }
        if (inputPos > inputEnd) {
          broken3 = true;
          break;
        }
        ring[pos++] = symbol;
        state3 = AFTER_LITERAL[state3] ?? 0;
        continue;
      }
      range = range - bound >>> 0;
      code = code - bound >>> 0;
      probs[at2] = prob - (prob >> 5);
      this.#range = range | 0;
      this.#code = code | 0;
      this.#state = state3;
      this.inputPos = inputPos;
      this.#pending = this.#readMatch(posState);
      range = this.#range >>> 0;
      code = this.#code >>> 0;
      state3 = this.#state;
      inputPos = this.inputPos;
      if (this.ended && inputPos <= inputEnd) {
        this.#pending = 0;
        break;
      }
      if (inputPos > inputEnd || this.#rep0 >= total + pos || this.#rep0 >= this.#dictionary) {
        broken3 = true;
        break;
      }
      pos = this.#copyMatch(pos, limit);
    }
    this.#range = range | 0;
    this.#code = code | 0;
    this.#state = state3;
    this.inputPos = inputPos;
    this.#pos = pos;
    this.#total = total + pos;
    return broken3 ? -1 - (pos - start) : pos - start;
  }
  /** True while a match of the last step is not written to its end. */
  get hasPending() {
    return this.#pending > 0;
  }
  #copyMatch(start, limit) {
    const ring = this.#ring;
    const count2 = Math.min(this.#pending, limit - start);
    let from = start - this.#rep0 - 1;
    let pos = start;
    const end = start + count2;
    if (from < 0) {
      from += ring.length;
      for (; pos < end && from < ring.length; ) ring[pos++] = ring[from++] ?? 0;
      from = 0;
    }
    while (pos < end) ring[pos++] = ring[from++] ?? 0;
    this.#pending -= count2;
    return pos;
  }
  /** Reads the kind, the length and the distance of a match; gives the length. */
  #readMatch(posState) {
    const state3 = this.#state;
    if (this.#bit(IS_REP + state3) === 0) {
      this.#rep3 = this.#rep2;
      this.#rep2 = this.#rep1;
      this.#rep1 = this.#rep0;
      const length = this.#readLength(LENGTH, posState);
      this.#state = state3 < 7 ? 7 : 10;
      this.#rep0 = this.#readDistance(length);
      if (this.#rep0 === END_MARK) this.ended = true;
      return length;
    }
    if (this.#bit(IS_REP + STATES + state3) === 0) {
      if (this.#bit(IS_REP0_LONG + (state3 << 4) + posState) === 0) {
        this.#state = state3 < 7 ? 9 : 11;
        return 1;
      }
    } else {
      let distance = this.#rep1;
      if (this.#bit(IS_REP + 2 * STATES + state3) === 1) {
        distance = this.#rep2;
        if (this.#bit(IS_REP + 3 * STATES + state3) === 1) {
          distance = this.#rep3;
          this.#rep3 = this.#rep2;
        }
        this.#rep2 = this.#rep1;
      }
      this.#rep1 = this.#rep0;
      this.#rep0 = distance;
    }
    this.#state = state3 < 7 ? 8 : 11;
    return this.#readLength(REP_LENGTH, posState);
  }
  #readLength(base, posState) {
    if (this.#bit(base) === 0) return 2 + this.#tree(base + 2 + (posState << 3), 3);
    if (this.#bit(base + 1) === 0) return 10 + this.#tree(base + 2 + 128 + (posState << 3), 3);
    return 18 + this.#tree(base + 2 + 256, 8);
  }
  #readDistance(length) {
    const slot = this.#tree(POS_SLOT + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | slot & 1) << bits >>> 0;
    if (slot < 14) return high + this.#reverseTree(POS_SPECIAL + high - slot, bits);
    let middle = 0;
    for (let left = bits - 4; left > 0; left--) {
      this.#normalize();
      this.#range >>>= 1;
      const one = this.#code >>> 0 >= this.#range;
      if (one) this.#code = this.#code - this.#range | 0;
      middle = middle << 1 | (one ? 1 : 0);
    }
    return high + middle * 16 + this.#reverseTree(ALIGN, 4) >>> 0;
  }
  #tree(base, bits) {
    let symbol = 1;
    for (let left = bits; left > 0; left--) symbol = symbol << 1 | this.#bit(base + symbol);
    return symbol - (1 << bits);
  }
  #reverseTree(base, bits) {
    let node = 1;
    let symbol = 0;
    for (let index2 = 0; index2 < bits; index2++) {
      const bit = this.#bit(base + node);
      node = node << 1 | bit;
      symbol |= bit << index2;
    }
    return symbol;
  }
  #bit(at2) {
    this.#normalize();
    const prob = this.#probs[at2] ?? 0;
    const bound = Math.imul(this.#range >>> 11, prob);
    if (this.#code >>> 0 < bound >>> 0) {
      this.#range = bound;
      this.#probs[at2] = prob + (2048 - prob >> 5);
      return 0;
    }
    this.#range = this.#range - bound | 0;
    this.#code = this.#code - bound | 0;
    this.#probs[at2] = prob - (prob >> 5);
    return 1;
  }
  #normalize() {
    if (this.#range >>> 24 !== 0) return;
    this.#range <<= 8;
    this.#code = this.#code << 8 | (this.input[this.inputPos++] ?? 0);
  }
};

// src/bytes/codecs/lzma-alone.ts
var UNKNOWN = 2 ** 64;
var IMPLAUSIBLE = 2 ** 38;
function lzmaAlone(source) {
  const decoder = new LzmaDecoder();
  return toStream(members(new Puller(source), looksLikeLzma, (input) => member2(input, decoder)));
}
function looksLikeLzma(head) {
  if (head.length < 14) return false;
  const view2 = new DataView(head.buffer, head.byteOffset, 14);
  const properties = view2.getUint8(0);
  const dictionary = view2.getUint32(1, true);
  const size = view2.getUint32(5, true) + view2.getUint32(9, true) * 2 ** 32;
  const unknown = view2.getUint32(5, true) === 4294967295 && view2.getUint32(9, true) === 4294967295;
  if (properties >= 225 || properties % 9 + Math.floor(properties / 9) % 5 > 4) return false;
  return isDictionarySize(dictionary) && (unknown || size < IMPLAUSIBLE) && view2.getUint8(13) === 0;
}
function isDictionarySize(size) {
  if (size === 4294967295) return true;
  const power = 2 ** Math.floor(Math.log2(Math.max(size, 1)));
  return size === power || size === power * 1.5;
}
function* member2(input, decoder) {
  const properties = input.u8();
  const dictionary = input.u32le();
  const declared = input.u64le();
  if (!decoder.setProperties(properties)) throw new ScanError("malformed", "no .lzma header", input.offset);
  decoder.setDictionary(dictionary, input.offset);
  decoder.resetState();
  decoder.inputPos = 0;
  decoder.inputEnd = 0;
  if (!decoder.startRange(input.bytes(5))) throw new ScanError("malformed", "no LZMA data after the header", input.offset);
  let left = declared === UNKNOWN ? Number.POSITIVE_INFINITY : declared;
  let last = false;
  while (left > 0 && !decoder.ended) {
    const got = decoder.step(Math.min(left, CODEC_LIMITS.chunk), last);
    left -= got < 0 ? -1 - got : got;
    const chunk = decoder.flush();
    if (chunk) yield chunk;
    if (got < 0) throw failure(input, decoder);
    if (got === 0 && !decoder.ended) last = !decoder.load(input);
  }
  if (left > 0 && left !== Number.POSITIVE_INFINITY)
    throw new ScanError("malformed", "the LZMA data end before the declared size", input.offset);
  if (decoder.hasPending) throw new ScanError("malformed", "the LZMA data go on after the declared size", input.offset);
  if (decoder.inputEnd - decoder.inputPos < 32) decoder.load(input);
  finish(input, decoder);
  input.seek(input.offset - (decoder.inputEnd - decoder.inputPos));
}
function finish(input, decoder) {
  const done = decoder.finishRange();
  if (decoder.inputPos > decoder.inputEnd) throw input.truncated();
  if (done) return;
  if (!decoder.ended) decoder.step(1, true);
  if (decoder.inputPos > decoder.inputEnd) throw input.truncated();
  if (!decoder.ended || !decoder.finishRange()) throw new ScanError("malformed", "the LZMA data do not end where they should", input.offset);
}
function failure(input, decoder) {
  return decoder.inputPos > decoder.inputEnd ? input.truncated() : new ScanError("malformed", "broken LZMA data", input.offset);
}

// src/bytes/codecs/lzma2.ts
var RESET_STATE = 1;
var NEW_PROPERTIES = 2;
var EMPTY_DICTIONARY = 3;
function* lzma2(input, decoder) {
  let hasDictionary = false;
  let hasProperties = false;
  let hasState = false;
  for (let control = input.u8(); control !== 0; control = input.u8()) {
    const plain2 = control < 128;
    const reset = plain2 ? control === 1 ? EMPTY_DICTIONARY : 0 : control >> 5 & 3;
    if (plain2 && control > 2) throw broken(input, "an unknown kind of chunk");
    if (reset === EMPTY_DICTIONARY) {
      decoder.emptyDictionary();
      hasDictionary = true;
    }
    if (!hasDictionary) throw broken(input, "no new dictionary at the start");
    if (plain2) {
      yield* plainChunk(input, decoder, u16(input) + 1);
      continue;
    }
    const output = ((control & 31) << 16) + u16(input) + 1;
    const size = u16(input) + 1;
    if (reset >= NEW_PROPERTIES) {
      if (!decoder.setProperties(checkProperties(input, input.u8()))) throw broken(input, "wrong properties");
      hasProperties = true;
    }
    if (!hasProperties) throw broken(input, "no properties at the start");
    if (reset >= RESET_STATE) {
      decoder.resetState();
      hasState = true;
    }
    if (!hasState) throw broken(input, "no new state at the start");
    yield* lzmaChunk(input, decoder, output, size);
  }
}
function* plainChunk(input, decoder, length) {
  for (let left = length; left > 0; ) {
    const got = decoder.copy(input, left);
    const chunk = decoder.flush();
    if (!chunk) throw input.truncated();
    yield chunk;
    left -= got;
  }
}
function* lzmaChunk(input, decoder, length, size) {
  if (size < 5) throw broken(input, "a chunk without data");
  if (!decoder.startRange(input.bytes(5))) throw broken(input, "no range coder at the start of a chunk");
  decoder.inputPos = 0;
  decoder.inputEnd = 0;
  const whole2 = decoder.load(input, size - 5);
  for (let left = length; left > 0; ) {
    const got = decoder.step(left, true);
    left -= got < 0 ? -1 - got : got;
    const chunk = decoder.flush();
    if (chunk) yield chunk;
    if (got < 0 && decoder.inputPos > decoder.inputEnd && !whole2) throw input.truncated();
    if (got <= 0) throw broken(input, "a broken chunk");
  }
  if (decoder.hasPending || !decoder.finishRange() || decoder.inputPos !== decoder.inputEnd) {
    throw whole2 ? broken(input, "a chunk that does not end where it should") : input.truncated();
  }
}
function checkProperties(input, byte) {
  if (byte < 225 && byte % 9 + Math.floor(byte / 9) % 5 > 4) throw broken(input, "wrong properties");
  return byte;
}
function u16(input) {
  const high = input.u8();
  return high << 8 | input.u8();
}
function broken(input, what) {
  return new ScanError("malformed", `broken LZMA2 data: ${what}`, input.offset);
}

// src/bytes/codecs/xz.ts
var XZ_MAGIC = [253, 55, 122, 88, 90, 0];
var FOOTER_MAGIC = [89, 90];
var DELTA = 3;
var LZMA2 = 33;
var FILTER_NAMES = /* @__PURE__ */ new Map([
  [4, "x86"],
  [5, "PowerPC"],
  [6, "IA-64"],
  [7, "ARM"],
  [8, "ARM-Thumb"],
  [9, "SPARC"],
  [10, "ARM64"],
  [11, "RISC-V"]
]);
var CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
function xz(source) {
  const decoder = new LzmaDecoder();
  return toStream(
    members(
      new Puller(source),
      (head) => startsWith(head, XZ_MAGIC),
      (input) => stream2(input, decoder)
    )
  );
}
function* stream2(input, decoder) {
  const head = input.bytes(8);
  if (!startsWith(head, XZ_MAGIC)) throw broken2(input, "no xz header");
  verify(input, head.subarray(6), "the stream header");
  const check = head[7] ?? 0;
  if (head[6] !== 0 || check > 15) throw new ScanError("unsupported", "an xz stream of a later version", input.offset);
  let blocks = 0;
  for (let size = input.u8(); size !== 0; size = input.u8()) {
    yield* block(input, decoder, size, check);
    blocks++;
  }
  readIndex(input, blocks);
  const footer = input.bytes(12);
  verifyAgainst(footer.subarray(4, 10), footer.subarray(0, 4), input, "the stream footer");
  if (footer[8] !== 0 || footer[9] !== check || !startsWith(footer.subarray(10), FOOTER_MAGIC)) throw broken2(input, "a wrong stream footer");
}
function* block(input, decoder, sizeByte, check) {
  const size = sizeByte * 4;
  const header = new Uint8Array(size);
  header[0] = sizeByte;
  header.set(input.bytes(size - 1), 1);
  verify(input, header, "a block header");
  const { dictionary, delta } = readBlockHeader(new Puller(memorySource(header.subarray(1))), input.offset);
  decoder.setDictionary(dictionary, input.offset);
  const start = input.offset;
  const checksum = check === 1 ? crc323() : check === 4 ? crc64() : void 0;
  const chunks = lzma2(input, decoder);
  for (const chunk of delta > 0 ? undelta(chunks, delta) : chunks) {
    checksum?.update(chunk);
    yield chunk;
  }
  if (input.bytes(4 - (input.offset - start & 3) & 3).some((byte) => byte !== 0)) throw broken2(input, "wrong padding");
  const stored = input.bytes(CHECK_SIZES[check] ?? 0);
  if (checksum && !checksum.matches(stored)) throw broken2(input, "the checksum of the decompressed data is wrong");
}
function readBlockHeader(header, offset) {
  const flags = header.u8();
  if (flags & 60) throw new ScanError("unsupported", "an xz block of a later version", offset);
  if (flags & 64) readNumber(header);
  if (flags & 128) readNumber(header);
  let delta = 0;
  let dictionary;
  for (let filters = (flags & 3) + 1; filters > 0; filters--) {
    const id = readNumber(header);
    const properties = readNumber(header);
    if (id === LZMA2 && filters === 1 && properties === 1) {
      dictionary = dictionarySize(header.u8());
    } else if (id === DELTA && delta === 0 && properties === 1) {
      delta = header.u8() + 1;
    } else {
      throw new ScanError("unsupported", `an xz block with the filter ${FILTER_NAMES.get(id) ?? id}`, offset);
    }
  }
  if (dictionary === void 0) throw new ScanError("malformed", "broken xz data: a wrong chain of filters", offset);
  return { dictionary, delta };
}
function dictionarySize(byte) {
  return byte >= 40 ? 4294967295 : (2 | byte & 1) * 2 ** ((byte >> 1) + 11);
}
function* undelta(chunks, distance) {
  const history = new Uint8Array(distance);
  let at2 = 0;
  for (const chunk of chunks) {
    const plain2 = new Uint8Array(chunk.length);
    for (let index2 = 0; index2 < chunk.length; index2++) {
      const byte = (chunk[index2] ?? 0) + (history[at2] ?? 0) & 255;
      plain2[index2] = byte;
      history[at2] = byte;
      if (++at2 === distance) at2 = 0;
    }
    yield plain2;
  }
}
function readIndex(input, blocks) {
  const start = input.offset - 1;
  const checksum = crc323();
  const byte = new Uint8Array(1);
  checksum.update(byte);
  const counted2 = {
    u8: () => {
      byte[0] = input.u8();
      checksum.update(byte);
      return byte[0] ?? 0;
    }
  };
  if (readNumber(counted2) !== blocks) throw broken2(input, "an index of another number of blocks");
  for (let record = 0; record < blocks; record++) {
    readNumber(counted2);
    readNumber(counted2);
  }
  while (input.offset - start & 3) if (counted2.u8() !== 0) throw broken2(input, "wrong padding");
  if (!checksum.matches(input.bytes(4))) throw broken2(input, "the checksum of the index is wrong");
}
function readNumber(input) {
  let value = 0;
  for (let power = 1; power <= 2 ** 56; power *= 128) {
    const byte = input.u8();
    value += (byte & 127) * power;
    if (byte < 128) return value;
  }
  throw new ScanError("malformed", "broken xz data: a number that does not end");
}
function verify(input, bytes, what) {
  verifyAgainst(bytes, input.bytes(4), input, what);
}
function verifyAgainst(bytes, stored, input, what) {
  const checksum = crc323();
  checksum.update(bytes);
  if (!checksum.matches(stored)) throw broken2(input, `the checksum of ${what} is wrong`);
}
function broken2(input, what) {
  return new ScanError("malformed", `broken xz data: ${what}`, input.offset);
}

// src/bytes/codecs/zlib.ts
import { createGunzip, createInflate, gunzipSync, inflateSync } from "node:zlib";
var PIECE5 = 64 * 1024;
var GZIP = {
  oneShot: gunzipSync,
  stream: createGunzip,
  header: gzipHeader,
  checksum: crc323,
  trailer: 8,
  starts: (head) => startsWith(head, [31, 139])
};
var ZLIB = {
  oneShot: inflateSync,
  stream: createInflate,
  header: zlibHeader,
  checksum: adler32,
  trailer: 4,
  starts: () => false
};
function gzip(source) {
  return open(source, GZIP);
}
function zlib2(source) {
  return open(source, ZLIB);
}
function open(source, wrapper) {
  const attempt = source.size <= CODEC_LIMITS.oneShotInput ? oneShot(source, wrapper) : "too large";
  if (attempt === "too large") return streamed(source, wrapper);
  return toStream(attempt === "broken" ? exact(source, wrapper) : whole(attempt, source, wrapper));
}
function oneShot(source, wrapper) {
  try {
    const options = { info: true, maxOutputLength: CODEC_LIMITS.oneShotOutput };
    const result = wrapper.oneShot(source.read(0, source.size), options);
    return { output: result.buffer, consumed: result.engine.bytesWritten };
  } catch (error) {
    return error instanceof RangeError ? "too large" : "broken";
  }
}
function* whole(inflated, source, wrapper) {
  yield* pieces(inflated.output, CODEC_LIMITS.chunk);
  yield* rest(source, wrapper, inflated.consumed);
}
function rest(source, wrapper, offset) {
  return furtherMembers(new Puller(source, offset), wrapper.starts, (input) => member3(input, wrapper));
}
function exact(source, wrapper) {
  return members(new Puller(source), wrapper.starts, (input) => member3(input, wrapper));
}
function* member3(input, wrapper) {
  wrapper.header(input);
  const checksum = wrapper.checksum();
  for (const chunk of inflate(input)) {
    checksum.update(chunk);
    yield chunk;
  }
  if (!checksum.matches(input.bytes(wrapper.trailer)))
    throw new ScanError("malformed", "the checksum of the decompressed data is wrong", input.offset);
}
function streamed(source, wrapper) {
  const decoder = wrapper.stream({ chunkSize: CODEC_LIMITS.chunk });
  const output = decoder[Symbol.asyncIterator]();
  let read = 0;
  const feed = () => {
    try {
      while (read < source.size) {
        const piece = source.read(read, PIECE5);
        read += piece.length;
        if (piece.length === 0) break;
        if (!decoder.write(piece)) return;
      }
      decoder.end();
    } catch (error) {
      decoder.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };
  decoder.on("drain", feed);
  let delivered = 0;
  let remainder;
  const next = async () => {
    if (remainder) return nextChunk(remainder);
    if (read === 0) feed();
    try {
      const { value } = await output.next();
      if (value instanceof Uint8Array) {
        delivered += value.length;
        return value;
      }
      remainder = rest(source, wrapper, decoder.bytesWritten);
    } catch {
      remainder = skipping(exact(source, wrapper), delivered);
    }
    return nextChunk(remainder);
  };
  return {
    kind: "stream",
    next,
    close() {
      remainder ??= pieces(new Uint8Array(0), 1);
      decoder.destroy();
    }
  };
}
function gzipHeader(input) {
  const [id1, id2, method, flags = 0] = input.bytes(10);
  if (id1 !== 31 || id2 !== 139) throw new ScanError("malformed", "no gzip header", input.offset);
  if (method !== 8) throw new ScanError("unsupported", `gzip compression method ${method}`, input.offset);
  if (flags & 4) input.skip(input.u16le());
  if (flags & 8) skipText(input);
  if (flags & 16) skipText(input);
  if (flags & 2) input.skip(2);
}
function skipText(input) {
  while (input.u8() !== 0) ;
}
function zlibHeader(input) {
  const method = input.u8();
  const flags = input.u8();
  if ((method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0)
    throw new ScanError("malformed", "no zlib header", input.offset);
  if (flags & 32) throw new ScanError("unsupported", "zlib data that need a preset dictionary", input.offset);
}

// src/bytes/codecs/zstd-entropy.ts
function brokenZstd(what) {
  return new ScanError("malformed", `broken Zstandard data: ${what}`);
}
function fseTable(frequencies, accuracy) {
  const size = 1 << accuracy;
  const symbols = new Uint8Array(size);
  const next = new Uint16Array(frequencies.length);
  let high = size;
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    if (frequencies[symbol] === -1) symbols[--high] = symbol;
    next[symbol] = Math.abs(frequencies[symbol] ?? 0);
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let at2 = 0;
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    for (let left = frequencies[symbol] ?? 0; left > 0; left--) {
      symbols[at2] = symbol;
      do
        at2 = at2 + step & size - 1;
      while (at2 >= high);
    }
  }
  const bits = new Uint8Array(size);
  const bases2 = new Uint16Array(size);
  for (let state3 = 0; state3 < size; state3++) {
    const symbol = symbols[state3] ?? 0;
    const count2 = next[symbol] ?? 1;
    next[symbol] = count2 + 1;
    const width = accuracy - highBit(count2);
    bits[state3] = width;
    bases2[state3] = (count2 << width) - size;
  }
  return { accuracy, symbols, bits, bases: bases2 };
}
function rleTable(symbol) {
  return { accuracy: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}
function readFseTable(bytes, start, end, maxAccuracy, maxSymbol) {
  let bit = start * 8;
  const take2 = (count2) => {
    const at2 = bit >> 3;
    const value = (bytes[at2] ?? 0) | (bytes[at2 + 1] ?? 0) << 8 | (bytes[at2 + 2] ?? 0) << 16;
    bit += count2;
    return value >>> (bit - count2 & 7) & (1 << count2) - 1;
  };
  const accuracy = take2(4) + 5;
  if (accuracy > maxAccuracy) throw brokenZstd("a table too large");
  const frequencies = [];
  let remaining = 1 << accuracy;
  while (remaining > 0 && frequencies.length <= maxSymbol) {
    const width = highBit(remaining + 1);
    const small = (1 << width) - 1;
    const threshold = 2 * (1 << width) - 2 - remaining;
    let value = take2(width + 1);
    if ((value & small) < threshold) {
      bit--;
      value &= small;
    } else if (value > small) {
      value -= threshold;
    }
    remaining -= Math.abs(value - 1);
    frequencies.push(value - 1);
    if (value !== 1) continue;
    for (let zeros = 3; zeros === 3 && frequencies.length <= maxSymbol; ) {
      zeros = take2(2);
      for (let count2 = zeros; count2 > 0; count2--) frequencies.push(0);
    }
  }
  const next = bit + 7 >> 3;
  if (remaining !== 0 || frequencies.length > maxSymbol + 1 || next > end) throw brokenZstd("a wrong table");
  return { table: fseTable(frequencies, accuracy), next };
}
var ReverseBits = class {
  bytes;
  start;
  /** Bits not read yet; below 0 when more were read than there are. */
  left;
  constructor(bytes, start, end) {
    const last = start < end ? bytes[end - 1] ?? 0 : 0;
    if (last === 0) throw brokenZstd("a run of bits without an end");
    this.bytes = bytes;
    this.start = start;
    this.left = (end - start - 1) * 8 + highBit(last);
  }
  /** The next `count` bits (at most 24); zeros stand for bits past the start. */
  take(count2) {
    this.left -= count2;
    return this.#at(this.left, count2);
  }
  #at(bit, count2) {
    if (bit < 0) return bit + count2 <= 0 ? 0 : this.#at(0, bit + count2) << -bit;
    const at2 = this.start + (bit >> 3);
    const { bytes } = this;
    const word = (bytes[at2] ?? 0) | (bytes[at2 + 1] ?? 0) << 8 | (bytes[at2 + 2] ?? 0) << 16 | (bytes[at2 + 3] ?? 0) << 24;
    return word >>> (bit & 7) & (1 << count2) - 1;
  }
};
var MAX_HUFFMAN_BITS = 11;
var MAX_WEIGHTS = 255;
function readHuffman(bytes, start, end) {
  const head = bytes[start] ?? 0;
  const direct = head >= 128;
  const next = start + 1 + (direct ? head - 126 >> 1 : head);
  if (start >= end || next > end) throw brokenZstd("a Huffman tree longer than its block");
  const weights = direct ? Array.from({ length: head - 127 }, (_, index2) => (bytes[start + 1 + (index2 >> 1)] ?? 0) >> (index2 & 1 ? 0 : 4) & 15) : readWeights(bytes, start + 1, next);
  return { table: huffmanTable(weights), next };
}
function readWeights(bytes, start, end) {
  const { table: table2, next } = readFseTable(bytes, start, end, 6, MAX_HUFFMAN_BITS + 1);
  const bits = new ReverseBits(bytes, next, end);
  const states = [bits.take(table2.accuracy), bits.take(table2.accuracy)];
  const weights = [];
  for (let turn = 0; weights.length < MAX_WEIGHTS; turn ^= 1) {
    const state3 = states[turn] ?? 0;
    weights.push(table2.symbols[state3] ?? 0);
    states[turn] = (table2.bases[state3] ?? 0) + bits.take(table2.bits[state3] ?? 0);
    if (bits.left >= 0) continue;
    weights.push(table2.symbols[states[turn ^ 1] ?? 0] ?? 0);
    return weights;
  }
  throw brokenZstd("a Huffman tree of too many symbols");
}
function huffmanTable(weights) {
  let sum = 0;
  for (const weight of weights) {
    if (weight > MAX_HUFFMAN_BITS) throw brokenZstd("a Huffman word too long");
    sum += weight > 0 ? 1 << weight - 1 : 0;
  }
  const bits = sum > 0 ? highBit(sum) + 1 : 0;
  const gap = (1 << bits) - sum;
  if (sum === 0 || bits > MAX_HUFFMAN_BITS || (gap & gap - 1) !== 0 || weights.length > MAX_WEIGHTS)
    throw brokenZstd("a wrong Huffman tree");
  const all = [...weights, highBit(gap) + 1];
  const words6 = new Uint16Array(1 << bits);
  let at2 = 0;
  for (let weight = 1; weight <= bits; weight++) {
    for (let symbol = 0; symbol < all.length; symbol++) {
      if (all[symbol] !== weight) continue;
      words6.fill(symbol << 4 | bits + 1 - weight, at2, at2 + (1 << weight - 1));
      at2 += 1 << weight - 1;
    }
  }
  return { bits, words: words6 };
}
function decodeHuffman(table2, run, target, from, to) {
  const { bits, words: words6 } = table2;
  const { bytes, start } = run;
  const mask = words6.length - 1;
  let left = run.left;
  let pos = from;
  while (pos < to && left >= bits) {
    const at2 = left - bits;
    const byte = start + (at2 >> 3);
    const word = (bytes[byte] ?? 0) | (bytes[byte + 1] ?? 0) << 8 | (bytes[byte + 2] ?? 0) << 16;
    const entry = words6[word >>> (at2 & 7) & mask] ?? 0;
    target[pos++] = entry >> 4;
    left -= entry & 15;
  }
  while (pos < to && left > 0) {
    run.left = left;
    const entry = words6[run.take(bits)] ?? 0;
    target[pos++] = entry >> 4;
    left -= entry & 15;
  }
  if (pos < to || left !== 0) throw brokenZstd("Huffman words that do not fit their run");
}
function highBit(value) {
  return 31 - Math.clz32(value);
}

// src/bytes/codecs/zstd-block.ts
var MAX_BLOCK = 128 * 1024;
var LITERAL_LENGTHS = {
  accuracy: 9,
  maxSymbol: 35,
  standard: fseTable([4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6)
};
var OFFSETS = {
  accuracy: 8,
  maxSymbol: 31,
  standard: fseTable([1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1], 5)
};
var MATCH_LENGTHS = {
  accuracy: 9,
  maxSymbol: 52,
  standard: fseTable([1, 4, 3, 2, 2, 2, 2, 2, 2, ...new Array(37).fill(1), -1, -1, -1, -1, -1, -1, -1], 6)
};
var LITERAL_EXTRA = Uint8Array.of(...new Array(16).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
var MATCH_EXTRA = Uint8Array.of(...new Array(32).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
var LITERAL_BASE = bases(0, LITERAL_EXTRA);
var MATCH_BASE = bases(3, MATCH_EXTRA);
var MAX_OFFSET_CODE = 27;
var BlockDecoder = class {
  #literals = new Uint8Array(MAX_BLOCK);
  #huffman;
  #tables = [];
  #rep1 = 1;
  #rep2 = 4;
  #rep3 = 8;
  /** Starts a new frame. */
  reset() {
    this.#huffman = void 0;
    this.#tables = [];
    this.#rep1 = 1;
    this.#rep2 = 4;
    this.#rep3 = 8;
  }
  /** Writes the block in `bytes[0 \u2026 size)` to `out` from `pos` on, not past `limit`; `out[0 \u2026 pos)` is the window. Gives the end. */
  decode(bytes, size, out, pos, limit) {
    const { length, next } = this.#readLiterals(bytes, size);
    let at2 = next;
    const head = bytes[at2++] ?? 0;
    let count2 = head;
    if (head > 127 && head < 255) count2 = (head - 128 << 8) + (bytes[at2++] ?? 0);
    if (head === 255) {
      count2 = (bytes[at2] ?? 0) + ((bytes[at2 + 1] ?? 0) << 8) + 32512;
      at2 += 2;
    }
    if (at2 > size || count2 === 0 && at2 !== size) throw brokenZstd("a wrong number of sequences");
    if (count2 > 0) return this.#sequences(bytes, at2, size, count2, length, out, pos, limit);
    if (pos + length > limit) throw brokenZstd("a block too long");
    out.set(this.#literals.subarray(0, length), pos);
    return pos + length;
  }
  #readLiterals(bytes, size) {
    const head = (bytes[0] ?? 0) | (bytes[1] ?? 0) << 8 | (bytes[2] ?? 0) << 16;
    const type = head & 3;
    const format = head >> 2 & 3;
    if (type < 2) {
      const width2 = format === 1 ? 2 : format === 3 ? 3 : 1;
      const length2 = width2 === 1 ? (head & 255) >> 3 : (width2 === 2 ? head & 65535 : head) >> 4;
      const next2 = width2 + (type === 0 ? length2 : 1);
      if (length2 > MAX_BLOCK || next2 > size) throw brokenZstd("too many literals");
      if (type === 0) this.#literals.set(bytes.subarray(width2, next2));
      else this.#literals.fill(bytes[width2] ?? 0, 0, length2);
      return { length: length2, next: next2 };
    }
    const bits = format < 2 ? 10 : format === 2 ? 14 : 18;
    const width = bits * 2 + 4 + 7 >> 3;
    const high = ((bytes[3] ?? 0) + (bytes[4] ?? 0) * 256) * 16777216 + head;
    const length = head >> 4 & (1 << bits) - 1;
    const next = width + (Math.floor(high / 2 ** (4 + bits)) & (1 << bits) - 1);
    if (length > MAX_BLOCK || next > size) throw brokenZstd("too many literals");
    let at2 = width;
    if (type === 2) {
      const tree = readHuffman(bytes, at2, next);
      this.#huffman = tree.table;
      at2 = tree.next;
    }
    if (!this.#huffman) throw brokenZstd("literals without a Huffman tree");
    this.#readRuns(this.#huffman, bytes, at2, next, length, format === 0 ? 1 : 4);
    return { length, next };
  }
  #readRuns(table2, bytes, start, end, length, runs) {
    let at2 = runs === 4 ? start + 6 : start;
    const part = runs === 4 ? length + 3 >> 2 : length;
    for (let run = 0; run < runs; run++) {
      const from = run * part;
      const isLast = run === runs - 1;
      const to = isLast ? length : from + part;
      const runEnd = isLast ? end : at2 + (bytes[start + 2 * run] ?? 0) + ((bytes[start + 2 * run + 1] ?? 0) << 8);
      if (runEnd > end || from > to || to > length) throw brokenZstd("literals longer than their block");
      decodeHuffman(table2, new ReverseBits(bytes, at2, runEnd), this.#literals, from, to);
      at2 = runEnd;
    }
  }
  #sequences(bytes, start, end, count2, literalCount, out, from, limit) {
    const modes = bytes[start] ?? 0;
    if (start >= end || modes & 3) throw brokenZstd("a reserved bit is set");
    let at2 = start + 1;
    const tables = [LITERAL_LENGTHS, OFFSETS, MATCH_LENGTHS].map((code, index2) => {
      const read = this.#readTable(code, index2, modes >> 6 - 2 * index2 & 3, bytes, at2, end);
      at2 = read.next;
      return read.table;
    });
    this.#tables = tables;
    const [literalTable, offsetTable, matchTable] = tables;
    if (!literalTable || !offsetTable || !matchTable) throw brokenZstd("a missing table");
    const bits = new ReverseBits(bytes, at2, end);
    const literals = this.#literals;
    let literalState = bits.take(literalTable.accuracy);
    let offsetState = bits.take(offsetTable.accuracy);
    let matchState = bits.take(matchTable.accuracy);
    let literal = 0;
    let pos = from;
    for (let left = count2; left > 0; left--) {
      const offsetCode = offsetTable.symbols[offsetState] ?? 0;
      const matchCode = matchTable.symbols[matchState] ?? 0;
      const literalCode = literalTable.symbols[literalState] ?? 0;
      if (offsetCode > MAX_OFFSET_CODE) throw brokenZstd("a match from too far back");
      const wide = offsetCode > 16 ? bits.take(offsetCode - 16) * 65536 + bits.take(16) : bits.take(offsetCode);
      const matchLength = (MATCH_BASE[matchCode] ?? 0) + bits.take(MATCH_EXTRA[matchCode] ?? 0);
      const run = (LITERAL_BASE[literalCode] ?? 0) + bits.take(LITERAL_EXTRA[literalCode] ?? 0);
      const offset = this.#offset((1 << offsetCode) + wide, run);
      if (left > 1) {
        literalState = (literalTable.bases[literalState] ?? 0) + bits.take(literalTable.bits[literalState] ?? 0);
        matchState = (matchTable.bases[matchState] ?? 0) + bits.take(matchTable.bits[matchState] ?? 0);
        offsetState = (offsetTable.bases[offsetState] ?? 0) + bits.take(offsetTable.bits[offsetState] ?? 0);
      }
      if (literal + run > literalCount || pos + run + matchLength > limit) throw brokenZstd("a block too long");
      if (offset === 0 || offset > pos + run) throw brokenZstd("a match from too far back");
      for (const stop2 = literal + run; literal < stop2; ) out[pos++] = literals[literal++] ?? 0;
      const stop = pos + matchLength;
      for (let back = pos - offset; pos < stop; ) out[pos++] = out[back++] ?? 0;
    }
    if (bits.left !== 0) throw brokenZstd("sequences that do not fit their run");
    const rest2 = literalCount - literal;
    if (pos + rest2 > limit) throw brokenZstd("a block too long");
    out.set(literals.subarray(literal, literalCount), pos);
    return pos + rest2;
  }
  #readTable(code, index2, mode, bytes, at2, end) {
    if (mode === 0) return { table: code.standard, next: at2 };
    if (mode === 2) return readFseTable(bytes, at2, end, code.accuracy, code.maxSymbol);
    if (mode === 1) {
      const symbol = bytes[at2] ?? 0;
      if (at2 >= end || symbol > code.maxSymbol) throw brokenZstd("a wrong table");
      return { table: rleTable(symbol), next: at2 + 1 };
    }
    const table2 = this.#tables[index2];
    if (!table2) throw brokenZstd("a repeated table with none before it");
    return { table: table2, next: at2 };
  }
  /** Values 1 to 3 stand for the last three offsets, shifted by one when no literals come before the match (RFC 8878 3.1.1.5). */
  #offset(value, run) {
    if (value <= 3) {
      const place = value - (run === 0 ? 0 : 1);
      if (place === 0) return this.#rep1;
      const offset = place === 1 ? this.#rep2 : place === 2 ? this.#rep3 : this.#rep1 - 1;
      if (place > 1) this.#rep3 = this.#rep2;
      this.#rep2 = this.#rep1;
      this.#rep1 = offset;
      return offset;
    }
    this.#rep3 = this.#rep2;
    this.#rep2 = this.#rep1;
    this.#rep1 = value - 3;
    return value - 3;
  }
};
function bases(first2, extra) {
  let next = first2;
  return Uint32Array.from(extra, (bits) => {
    const base = next;
    next += 1 << bits;
    return base;
  });
}

// src/bytes/codecs/zstd.ts
var ZSTD_MAGIC = [40, 181, 47, 253];
var SLACK = 8 * 1024 * 1024;
function zstd(source) {
  const decoder = new FrameDecoder();
  const starts2 = (head) => startsWith(head, ZSTD_MAGIC) || startsSkippable(head);
  return toStream(members(new Puller(source), starts2, (input) => frame2(input, decoder)));
}
function* frame2(input, decoder) {
  const magic2 = input.bytes(4);
  if (startsSkippable(magic2)) {
    input.skip(input.u32le());
    return;
  }
  if (!startsWith(magic2, ZSTD_MAGIC)) throw new ScanError("malformed", "no Zstandard frame header", input.offset);
  const { window, checksum } = readHeader2(input);
  decoder.reset(window);
  for (let last = false; !last; ) {
    const header = input.u16le() | input.u8() << 16;
    last = (header & 1) === 1;
    const failure2 = decoder.block(input, header >> 1 & 3, header >> 3);
    const chunk = decoder.fresh();
    if (chunk.length > 0) yield chunk;
    if (failure2) throw failure2;
  }
  if (checksum) input.bytes(4);
}
function readHeader2(input) {
  const flags = input.u8();
  if (flags & 8) throw new ScanError("malformed", "a reserved bit of the Zstandard frame header is set", input.offset);
  const single = (flags & 32) !== 0;
  const descriptor = single ? 0 : input.u8();
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  if (input.bytes(dictionary).some((byte) => byte !== 0))
    throw new ScanError("unsupported", "Zstandard data that need a dictionary", input.offset);
  const sizeWidth = flags >> 6 === 0 ? single ? 1 : 0 : 1 << (flags >> 6);
  const size = sizeWidth === 8 ? input.u64le() : sizeWidth === 4 ? input.u32le() : sizeWidth === 2 ? input.u16le() + 256 : sizeWidth === 1 ? input.u8() : 0;
  const power = 2 ** (10 + (descriptor >> 3));
  const window = single ? size : power + power / 8 * (descriptor & 7);
  if (window > CODEC_LIMITS.dictionary) {
    const mib = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
    throw new ScanError("limit", `a window of ${mib(window)} is declared, at most ${mib(CODEC_LIMITS.dictionary)} are read`, input.offset);
  }
  return { window, checksum: (flags & 4) !== 0 };
}
var FrameDecoder = class {
  #blocks = new BlockDecoder();
  #packed = new Uint8Array(MAX_BLOCK);
  #out = new Uint8Array(2 * MAX_BLOCK);
  #window = 0;
  #maxBlock = 0;
  #from = 0;
  #pos = 0;
  reset(window) {
    this.#blocks.reset();
    this.#window = window;
    this.#maxBlock = Math.min(window, MAX_BLOCK);
    this.#from = 0;
    this.#pos = 0;
  }
  /** What the last block gave. */
  fresh() {
    return this.#out.subarray(this.#from, this.#pos);
  }
  /** Decodes one block; gives what stopped it. */
  block(input, type, size) {
    this.#makeRoom();
    this.#from = this.#pos;
    if (type === 3 || size > this.#maxBlock) return new ScanError("malformed", "broken Zstandard data: a wrong block header", input.offset);
    const end = this.#pos + size;
    if (type === 0) {
      this.#pos += input.take(this.#out.subarray(this.#pos, end));
      return this.#pos < end ? input.truncated() : void 0;
    }
    try {
      if (type === 1) {
        this.#out.fill(input.u8(), this.#pos, end);
        this.#pos = end;
        return void 0;
      }
      if (input.take(this.#packed.subarray(0, size)) < size) return input.truncated();
      this.#pos = this.#blocks.decode(this.#packed, size, this.#out, this.#pos, this.#pos + this.#maxBlock);
      return void 0;
    } catch (error) {
      if (error instanceof ScanError) return new ScanError(error.why, error.message, input.offset);
      throw error;
    }
  }
  #makeRoom() {
    if (this.#pos + MAX_BLOCK <= this.#out.length) return;
    const most = this.#window + Math.min(this.#window, SLACK) + 2 * MAX_BLOCK;
    const start = Math.max(0, this.#pos - this.#window);
    if (this.#out.length < most) {
      const grown = new Uint8Array(Math.min(most, 2 * this.#out.length));
      grown.set(this.#out.subarray(start, this.#pos));
      this.#out = grown;
    } else {
      this.#out.copyWithin(0, start, this.#pos);
    }
    this.#pos -= start;
  }
};

// src/bytes/codecs/index.ts
var MAYBE_ZLIB = [".z", ".zlib", ".zz", ".joblib", ".jl", ".pkl", ".pickle", ".p", ".sav"];
var codecs = [
  { id: "gzip", title: "gzip", extensions: [".gz", ".tgz", ".gzip"], match: magic([31, 139, 8]), open: gzip },
  { id: "zlib", title: "zlib", extensions: [".z", ".zlib", ".zz"], match: matchZlib, open: zlib2 },
  { id: "joblib-zfile", title: "joblib compressed file, before 0.10", extensions: [".z"], match: matchZfile, open: openZfile },
  { id: "bzip2", title: "bzip2", extensions: [".bz2", ".tbz2"], match: matchBzip2, open: bzip2 },
  { id: "xz", title: "xz", extensions: [".xz", ".txz"], match: magic(XZ_MAGIC), open: xz },
  { id: "lzma", title: "LZMA", extensions: [".lzma"], match: matchLzma, open: lzmaAlone },
  { id: "lz4", title: "LZ4", extensions: [".lz4"], match: matchFrames([4, 34, 77, 24], [2, 33, 76, 24]), open: lz4 },
  { id: "zstd", title: "Zstandard", extensions: [".zst", ".zstd"], match: matchFrames(ZSTD_MAGIC), open: zstd }
];
function magic(bytes) {
  return (head) => startsWith(head, bytes) ? "certain" : "no";
}
function matchZlib(head, extension) {
  const [method = 0, flags = 0] = head;
  if (head.length < 3 || (method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0 || flags & 32) return "no";
  if (MAYBE_ZLIB.includes(extension)) return "certain";
  return firstBlockDecodes(new Puller(memorySource(head.subarray(2)))) ? "certain" : "no";
}
var ZFILE_HEADER = 21;
function matchZfile(head) {
  if (head[0] !== 90 || head[1] !== 70) return "no";
  const text4 = String.fromCharCode(...head.subarray(0, ZFILE_HEADER));
  return /^ZF\s*(0[xX])?[0-9a-fA-F_]+L?\s*$/.test(text4) && text4.length === ZFILE_HEADER ? "certain" : "no";
}
function openZfile(source) {
  const space = source.read(ZFILE_HEADER, 1)[0] === 32;
  return zlib2(slice(source, ZFILE_HEADER + (space ? 1 : 0)));
}
var BZIP2_BLOCK = [49, 65, 89, 38, 83, 89];
var BZIP2_END = [23, 114, 69, 56, 80, 144];
function matchBzip2(head) {
  const level = head[3] ?? 0;
  if (!startsWith(head, [66, 90, 104]) || level < 49 || level > 57) return "no";
  const rest2 = head.subarray(4, 10);
  return [BZIP2_BLOCK, BZIP2_END].some((mark) => startsWith(rest2, mark.slice(0, rest2.length))) ? "certain" : "no";
}
function matchLzma(head, extension) {
  if (!looksLikeLzma(head)) return "no";
  if (head[0] === 93) return "certain";
  return extension === ".lzma" ? "possible" : "no";
}
function matchFrames(...magics) {
  return (head) => {
    let at2 = 0;
    while (at2 + 8 <= head.length && startsSkippable(head.subarray(at2)))
      at2 += 8 + new DataView(head.buffer, head.byteOffset + at2 + 4, 4).getUint32(0, true);
    if (at2 > 0 && at2 + 4 > head.length) return "possible";
    return magics.some((bytes) => startsWith(head.subarray(at2), bytes)) ? "certain" : "no";
  };
}

// src/bytes/inflate.ts
import { createInflateRaw, inflateRawSync } from "node:zlib";
var SMALL = 8 * 1024 * 1024;
var STREAM_PIECE = 64 * 1024;
function inflateRaw(compressed, declared, spend) {
  if (declared > SMALL || compressed.size > SMALL) return paid(streamed2(compressed), spend);
  const attempt = inflateSmall(compressed, SMALL);
  if (attempt === "broken") return paid(toStream(inflate(new Puller(compressed))), spend);
  if (attempt === "too-long") return paid(streamed2(compressed), spend);
  spend(attempt.length);
  return memorySource(attempt);
}
function inflateSmall(compressed, limit) {
  if (compressed.size === 0) return "broken";
  const input = compressed.read(0, compressed.size);
  try {
    return inflateRawSync(input, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) return "too-long";
    return "broken";
  }
}
function paid(stream3, spend) {
  const pay = (chunk) => {
    if (chunk) spend(chunk.length);
    return chunk;
  };
  return {
    kind: "stream",
    next() {
      const step = stream3.next();
      return step instanceof Promise ? step.then(pay) : pay(step);
    },
    close: () => stream3.close()
  };
}
function streamed2(compressed) {
  const decoder = createInflateRaw({ chunkSize: STREAM_PIECE });
  const output = decoder[Symbol.asyncIterator]();
  let read = 0;
  let delivered = 0;
  let exact2;
  let closed = false;
  const feed = () => {
    try {
      while (read < compressed.size) {
        const piece = compressed.read(read, STREAM_PIECE);
        read += piece.length;
        if (piece.length === 0) break;
        if (!decoder.write(piece)) return;
      }
      decoder.end();
    } catch (error) {
      decoder.destroy(error instanceof Error ? error : new ScanError("malformed", String(error)));
    }
  };
  decoder.on("drain", feed);
  const next = async () => {
    if (closed) return void 0;
    if (exact2) return nextChunk(exact2);
    if (read === 0) feed();
    try {
      const { value } = await output.next();
      if (!(value instanceof Uint8Array)) return void 0;
      delivered += value.length;
      return value;
    } catch {
      exact2 = skipping(inflate(new Puller(compressed)), delivered);
      return nextChunk(exact2);
    }
  };
  return {
    kind: "stream",
    next,
    close() {
      closed = true;
      decoder.destroy();
    }
  };
}

// src/formats/compressed.ts
var compressedFormats = codecs.map((codec) => ({
  id: codec.id,
  title: codec.title,
  extensions: codec.extensions,
  access: "random",
  match: (probe) => codec.match(probe.head, probe.extension),
  scan: (artifact, scan2) => scanCompressed(codec, artifact, scan2)
}));
async function scanCompressed(codec, artifact, scan2) {
  const { input } = artifact;
  if (input.kind === "stream") throw new ScanError("unsupported", `${codec.title} data cannot be read from a stream`);
  const { probe, budget } = scan2;
  const stream3 = paid(codec.open(input), (bytes) => {
    budget.charge("bytes-inflated", bytes);
    budget.checkTime();
  });
  try {
    const start = await firstChunk(stream3);
    if (start.error && codec.match(probe.head, probe.extension) === "possible") return "not-this-format";
    if (start.error) throw start.error;
    const known = await scan2.descend({ name: contentName(codec, probe.name), size: 0, open: () => resumed(start.chunk, stream3) });
    if (!known) return "not-this-format";
  } finally {
    stream3.close();
  }
}
async function firstChunk(stream3) {
  try {
    return { chunk: await stream3.next() };
  } catch (error) {
    if (error instanceof ScanError) return { error };
    throw error;
  }
}
function resumed(chunk, stream3) {
  let first2 = true;
  return {
    kind: "stream",
    close: () => stream3.close(),
    next() {
      if (!first2) return stream3.next();
      first2 = false;
      return chunk;
    }
  };
}
var TAR_EXTENSIONS = [".tgz", ".tbz2", ".txz", ".tzst"];
function contentName(codec, name) {
  const dot = name.lastIndexOf(".");
  const extension = dot < 0 ? "" : name.slice(dot).toLowerCase();
  if (dot <= 0) return "content";
  if (TAR_EXTENSIONS.includes(extension)) return `${name.slice(0, dot)}.tar`;
  return codec.extensions.includes(extension) ? name.slice(0, dot) : "content";
}

// src/formats/coreml.ts
var EXTENSIONS = [".mlmodel"];
var MAX_NAME2 = 400;
var KINDS = [
  200,
  201,
  202,
  300,
  301,
  302,
  303,
  304,
  400,
  401,
  402,
  403,
  404,
  500,
  501,
  502,
  555,
  556,
  560,
  600,
  601,
  602,
  603,
  604,
  606,
  607,
  609,
  610,
  900,
  2e3,
  2001,
  2002,
  2003,
  2004,
  2005,
  2006,
  3e3
];
var NEURAL_NETWORKS = /* @__PURE__ */ new Set([303, 403, 500]);
var modelShape = {
  fields: { 1: VARINT, 2: BYTES, 10: VARINT, ...Object.fromEntries(KINDS.map((kind) => [kind, BYTES])) },
  proves: (_reader, field) => field.number >= 200
};
var coremlFormat = {
  id: "coreml",
  title: "Core ML model",
  extensions: EXTENSIONS,
  access: "random",
  match(probe) {
    const claimed = EXTENSIONS.includes(probe.extension);
    const plain2 = probe.head[0] === 8 && (probe.head[1] ?? 0) >= 1 && (probe.head[1] ?? 0) < 32;
    return plain2 || claimed ? headLikeness(probe.head, probe.size, modelShape, claimed) : "no";
  },
  scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "a Core ML model cannot be read from a stream");
    if (!isMessage(source, modelShape, EXTENSIONS.includes(scan2.probe.extension))) return "not-this-format";
    const reader = new ProtoReader(source, () => scan2.budget.checkTime());
    readModel(reader, reader.root, scan2);
  }
};
function readModel(reader, model, scan2) {
  for (const field of reader.fields(model)) {
    if (field.wire !== BYTES) continue;
    if (NEURAL_NETWORKS.has(field.number)) readNetwork(reader, field, scan2);
    else if (field.number === 200 || field.number === 201) for (const inner of only(reader, field, 1)) readPipeline(reader, inner, scan2);
    else if (field.number === 202) readPipeline(reader, field, scan2);
    else if (field.number === 502) readProgram(reader, field, scan2);
    else if (field.number === 555) state2("customModel", reader, field, "", scan2);
    else if (field.number === 556) readLinked(reader, field, scan2);
  }
}
function readPipeline(reader, pipeline, scan2) {
  for (const model of only(reader, pipeline, 1)) readModel(reader, model, scan2);
}
function readLinked(reader, linked, scan2) {
  for (const file of only(reader, linked, 1)) {
    for (const part of reader.fields(file)) {
      if (part.wire !== BYTES || part.number > 2) continue;
      for (const value of only(reader, part, 1)) {
        const role = part.number === 1 ? "linked model" : "folder of a linked model";
        scan2.observe({ kind: "external-file", format: "coreml", path: reader.text(value, 4096), role, offset: value.start });
      }
    }
  }
}
function readNetwork(reader, network, scan2) {
  for (const layer of only(reader, network, 1)) {
    let name = "";
    for (const part of reader.fields(layer)) {
      if (part.wire !== BYTES) continue;
      if (part.number === 1) name = reader.text(part, MAX_NAME2);
      else if (part.number === 500) state2("custom", reader, part, name, scan2);
      else if (part.number === 605 || part.number === 615) {
        for (const inner of reader.fields(part)) {
          const body = part.number === 605 ? inner.number === 1 || inner.number === 2 : inner.number === 3 || inner.number === 4;
          if (body && inner.wire === BYTES) readNetwork(reader, inner, scan2);
        }
      }
    }
  }
}
function state2(op, reader, custom, node, scan2) {
  let className = "";
  for (const part of only(reader, custom, 10)) className = reader.text(part, MAX_NAME2);
  scan2.observe({ kind: "graph-op", framework: "coreml", op, domain: "", node, argument: className, offset: custom.start });
}
function readProgram(reader, program, scan2) {
  for (const entry of only(reader, program, 2)) {
    for (const body of only(reader, entry, 2)) {
      for (const block2 of only(reader, body, 3)) for (const inner of only(reader, block2, 2)) readBlock(reader, inner, scan2);
    }
  }
}
function readBlock(reader, block2, scan2) {
  for (const operation of only(reader, block2, 3)) {
    for (const part of reader.fields(operation)) {
      if (part.wire !== BYTES) continue;
      if (part.number === 4) readBlock(reader, part, scan2);
      else if (part.number === 1 && reader.text(part, MAX_NAME2) === "custom_layer") {
        scan2.observe({ kind: "graph-op", framework: "coreml", op: "custom_layer", domain: "", node: "", offset: operation.start });
      }
    }
  }
}
function* only(reader, message, number) {
  for (const field of reader.fields(message)) if (field.number === number && field.wire === BYTES) yield field;
}

// src/formats/executorch.ts
var MAX_DISTINCT = 1e4;
var EXTENDED_AT = 8;
var EXTENDED_SIZE = 24;
var executorchFormat = {
  id: "executorch",
  title: "ExecuTorch program",
  extensions: [".pte"],
  access: "random",
  match: (probe) => /^ET\d\d$/.test(fileIdentifier(probe.head)) ? "certain" : "no",
  scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "an ExecuTorch program cannot be read from a stream");
    const buffer = new FlatBuffer(source, () => scan2.budget.checkTime());
    const base = readExtendedHeader(buffer, source, scan2);
    const program = buffer.root();
    readPlans(program, scan2);
    readSegments(program, base, source.size, scan2);
  }
};
function readExtendedHeader(buffer, source, scan2) {
  const magic2 = source.read(EXTENDED_AT, 4);
  if (source.size < EXTENDED_AT + EXTENDED_SIZE || String.fromCharCode(...magic2) !== "eh00") return 0;
  const size = buffer.u64(EXTENDED_AT + 8);
  const base = buffer.u64(EXTENDED_AT + 16);
  if (size > source.size || base > source.size) {
    outside(`the header tells of a program of ${size} bytes and segments from byte ${base} on, in ${source.size} bytes`, EXTENDED_AT, scan2);
  }
  return base;
}
function readPlans(program, scan2) {
  const told = /* @__PURE__ */ new Set();
  const state3 = (domain, op, offset) => {
    const key = `${domain}\0${op}`;
    if (told.has(key) || told.size >= MAX_DISTINCT) return;
    told.add(key);
    scan2.observe({ kind: "graph-op", framework: "executorch", op, domain, node: "", offset });
  };
  const seen = /* @__PURE__ */ new Set();
  for (const plan of program.tables(1)) {
    if (seen.has(plan.at)) continue;
    seen.add(plan.at);
    for (const operator of plan.tables(6)) {
      const name = operator.text(0);
      const colons = name.indexOf("::");
      state3(colons < 0 ? "" : name.slice(0, colons), colons < 0 ? name : name.slice(colons + 2), operator.at);
    }
    for (const delegate of plan.tables(7)) state3("delegate", delegate.text(0), delegate.at);
  }
}
function readSegments(program, base, size, scan2) {
  for (const segment of program.tables(4)) {
    const end = base + segment.u64(0) + segment.u64(1);
    if (end <= size) continue;
    outside(`a segment ends at byte ${end} of ${size}`, segment.at, scan2);
    return;
  }
}
function outside(detail, offset, scan2) {
  scan2.observe({ kind: "structure", format: "executorch", problem: "out-of-bounds", detail, offset });
}

// src/wire/block-reader.ts
function blockReader(source, blockSize) {
  let block2 = new Uint8Array(0);
  let start = 0;
  let total = 0;
  return {
    at(offset, length) {
      const wanted = Math.max(0, Math.min(length, source.size - offset));
      if (offset < start || offset + wanted > start + block2.length) {
        start = offset;
        block2 = source.read(offset, Math.max(wanted, blockSize));
        total += block2.length;
      }
      return block2.subarray(offset - start, offset - start + wanted);
    },
    bytesRead: () => total
  };
}
var HOP = 512;
var LARGEST_BLOCK = 64 * 1024;
function hopReader(source) {
  let block2 = new Uint8Array(0);
  let start = 0;
  let last = Number.NEGATIVE_INFINITY;
  let size = HOP;
  return (offset, length) => {
    const near = offset >= last && offset - last <= HOP;
    last = offset;
    if (offset < start || offset + length > start + block2.length) {
      size = near ? Math.min(size * 2, LARGEST_BLOCK) : HOP;
      start = offset;
      block2 = source.read(offset, near ? Math.max(size, length) : length);
    }
    return block2.subarray(offset - start, offset - start + length);
  };
}
function hopping(source) {
  const hop = hopReader(source);
  const small = (offset, length) => length > HOP || offset < 0 || offset >= source.size ? void 0 : hop(offset, Math.min(length, source.size - offset));
  return {
    kind: "source",
    size: source.size,
    read: (offset, length) => small(offset, length) ?? source.read(offset, length),
    readInto(target, offset) {
      const part = small(offset, target.length);
      if (part === void 0) return source.readInto(target, offset);
      target.set(part);
      return part.length;
    }
  };
}

// src/wire/gguf.ts
var VALUE_SIZES = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];
var STRING = 8;
var ARRAY = 9;
var MAX_ARRAY_DEPTH = 4;
var MAX_KEY = 65535;
var BLOCK2 = 256 * 1024;
var MAX_ENTRIES = 1e6;
var IMPOSSIBLE = 2n ** 42n;
var TICK = 5e4;
var GGML_TYPES = /* @__PURE__ */ new Map([
  [0, [1, 4]],
  [1, [1, 2]],
  [2, [32, 18]],
  [3, [32, 20]],
  [6, [32, 22]],
  [7, [32, 24]],
  [8, [32, 34]],
  [10, [256, 84]],
  [11, [256, 110]],
  [12, [256, 144]],
  [13, [256, 176]],
  [14, [256, 210]],
  [15, [256, 292]],
  [16, [256, 66]],
  [17, [256, 74]],
  [18, [256, 98]],
  [19, [256, 50]],
  [20, [32, 18]],
  [21, [256, 110]],
  [22, [256, 82]],
  [23, [256, 136]],
  [24, [1, 1]],
  [25, [1, 2]],
  [26, [1, 4]],
  [27, [1, 8]],
  [28, [1, 8]],
  [29, [256, 56]],
  [30, [1, 2]],
  [34, [256, 54]],
  [35, [256, 66]],
  [39, [32, 17]],
  [40, [64, 36]],
  [41, [128, 18]]
]);
var MAX_STRING2 = 16 << 20;
function ggufVersion(head) {
  if (head.length < 8 || head[0] !== 71 || head[1] !== 71 || head[2] !== 85 || head[3] !== 70) return void 0;
  const view2 = new DataView(head.buffer, head.byteOffset, 8);
  const little = view2.getUint32(4, true);
  const littleEndian2 = (little & 65535) !== 0;
  return { version: littleEndian2 ? little : view2.getUint32(4, false), littleEndian: littleEndian2 };
}
function readGguf(source, listener) {
  return new HeaderReader(source, listener).run();
}
var HeaderReader = class {
  source;
  listener;
  reader;
  littleEndian = true;
  wide = true;
  at = 0;
  sinceTick = 0;
  constructor(source, listener) {
    this.source = source;
    this.listener = listener;
    this.reader = blockReader(source, BLOCK2);
  }
  run() {
    const head = ggufVersion(this.source.read(0, 8));
    if (!head) throw new ScanError("malformed", "not a GGUF header", 0);
    if (head.version < 1 || head.version > 3) throw new ScanError("unsupported", `GGUF version ${head.version}`, 4);
    this.littleEndian = head.littleEndian;
    this.wide = head.version > 1;
    this.at = 8;
    const tensors = this.count("tensors", this.wide ? 24 : 20);
    const values = this.count("metadata entries", this.wide ? 13 : 9);
    if (tensors + values > MAX_ENTRIES) throw new ScanError("limit", `more than ${MAX_ENTRIES} metadata entries and tensors`, 8);
    for (let index2 = 0; index2 < values; index2++) this.entry();
    for (let index2 = 0; index2 < tensors; index2++) this.tensor();
    return this.at;
  }
  entry() {
    this.tick();
    const at2 = this.at;
    const key = this.shortString("a key");
    this.listener.key(key, at2);
    const type = this.u32();
    const where = this.at;
    if (type === STRING) this.stringValue(key);
    else if (type === ARRAY) this.array(key, 0);
    else {
      const size = VALUE_SIZES[type];
      if (size === void 0) throw new ScanError("malformed", `value type ${type} of key ${key.slice(0, 80)}`, where);
      if (type === 4 || type === 10) {
        const value = type === 4 ? BigInt(this.u32()) : this.u64();
        if (value <= Number.MAX_SAFE_INTEGER) this.listener.integer(key, Number(value), where);
      } else this.skip(size);
    }
  }
  array(key, depth) {
    if (depth > MAX_ARRAY_DEPTH) throw new ScanError("malformed", "arrays nested too deep", this.at);
    const type = this.u32();
    const size = VALUE_SIZES[type];
    if (size === void 0) throw new ScanError("malformed", `array type ${type} of key ${key.slice(0, 80)}`, this.at - 4);
    const count2 = this.count("array elements", size || (type === STRING ? this.wide ? 8 : 4 : this.wide ? 12 : 8));
    if (size > 0) return this.skip(count2 * size);
    if (type === STRING && !this.listener.wants(key)) return this.skipStrings(count2);
    for (let index2 = 0; index2 < count2; index2++) {
      this.tick();
      if (type === STRING) this.stringValue(key);
      else this.array(key, depth + 1);
    }
  }
  /** A vocabulary: hundreds of thousands of strings, of which only the lengths are read, block by block. */
  skipStrings(count2) {
    const width = this.wide ? 8 : 4;
    const high = this.littleEndian ? 4 : 0;
    const low = this.wide && !this.littleEndian ? 4 : 0;
    let start = this.at;
    let block2 = new DataView(new ArrayBuffer(0));
    for (let index2 = 0; index2 < count2; index2++) {
      if (this.at + width > start + block2.byteLength) {
        const bytes = this.source.read(this.at, BLOCK2);
        if (bytes.length < width) throw new ScanError("truncated", "the file ends within the header", this.source.size);
        start = this.at;
        block2 = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        this.listener.tick();
      }
      const at2 = this.at - start;
      const length = block2.getUint32(at2 + low, this.littleEndian) + (this.wide ? block2.getUint32(at2 + high, this.littleEndian) * 2 ** 32 : 0);
      this.at += width;
      this.skip(length);
    }
  }
  stringValue(key) {
    const at2 = this.at;
    const length = this.length("a string");
    if (this.listener.wants(key)) this.listener.string(key, this.source.read(this.at, Math.min(length, MAX_STRING2)), length, at2);
    this.skip(length);
  }
  tensor() {
    this.tick();
    const at2 = this.at;
    const name = this.shortString("a tensor name");
    const rank = this.u32();
    if (rank > 64) throw new ScanError("malformed", `a tensor of ${rank} dimensions`, this.at - 4);
    const dims = Array.from({ length: rank }, () => this.wide ? this.u64() : BigInt(this.u32()));
    const type = this.u32();
    this.listener.tensor({ name, dims, type, offset: this.u64(), at: at2 });
  }
  tick() {
    if (++this.sinceTick < TICK) return;
    this.sinceTick = 0;
    this.listener.tick();
  }
  /** A count of things of at least `least` bytes each: more than the rest of the file can hold is refused before anything is read. */
  count(what, least) {
    const at2 = this.at;
    const value = this.wide ? this.u64() : BigInt(this.u32());
    if (value * BigInt(least) > this.source.size - this.at) {
      throw new ScanError(value > IMPOSSIBLE ? "malformed" : "truncated", `${value} ${what} do not fit into the file`, at2);
    }
    return Number(value);
  }
  length(what) {
    const at2 = this.at;
    const value = this.wide ? this.u64() : BigInt(this.u32());
    if (value > this.source.size - this.at)
      throw new ScanError(value > IMPOSSIBLE ? "malformed" : "truncated", `${what} of ${value} bytes does not fit into the file`, at2);
    return Number(value);
  }
  shortString(what) {
    const length = this.length(what);
    if (length > MAX_KEY) throw new ScanError("malformed", `${what} of ${length} bytes`, this.at);
    const value = new TextDecoder().decode(this.reader.at(this.at, length));
    this.skip(length);
    return value;
  }
  skip(count2) {
    if (count2 > this.source.size - this.at) throw new ScanError("truncated", "the file ends within the header", this.source.size);
    this.at += count2;
  }
  u32() {
    const bytes = this.take(4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, this.littleEndian);
  }
  u64() {
    const bytes = this.take(8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, this.littleEndian);
  }
  take(count2) {
    const bytes = this.reader.at(this.at, count2);
    if (bytes.length < count2) throw new ScanError("truncated", "the file ends within the header", this.source.size);
    this.at += count2;
    return bytes;
  }
};

// src/formats/gguf.ts
var DEFAULT_ALIGNMENT = 32;
var MAX_DIMS = 4;
var MAX_SAME = 5;
var ggufFormat = {
  id: "gguf",
  title: "GGUF model",
  extensions: [".gguf"],
  access: "random",
  match: (probe) => ggufVersion(probe.head) ? "certain" : "no",
  scan: scanGguf
};
async function scanGguf(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "GGUF cannot be read from a stream");
  const { observeTemplate } = await import("./jinja-facts-VB257DKT.js");
  const keys = /* @__PURE__ */ new Set();
  const tensors = [];
  const counts = /* @__PURE__ */ new Map();
  let alignment = DEFAULT_ALIGNMENT;
  const state3 = (problem, detail, offset) => {
    const count2 = (counts.get(problem) ?? 0) + 1;
    counts.set(problem, count2);
    if (count2 <= MAX_SAME) scan2.observe({ kind: "structure", format: "gguf", problem, detail, offset });
  };
  const end = readGguf(source, {
    tick: () => scan2.budget.checkTime(),
    key(name, at2) {
      if (keys.has(name)) state3("duplicate-key", `the metadata key ${name.slice(0, 100)} stands twice`, at2);
      keys.add(name);
    },
    wants: (name) => /chat_template/i.test(name),
    string(key, value, length, at2) {
      if (length > value.length) state3("bad-header", `${key.slice(0, 100)} is ${length} bytes long`, at2);
      else observeTemplate(scan2, key.slice(0, 100), new TextDecoder().decode(value), at2 + lengthSize(source.read(0, 8)), true);
    },
    integer(key, value, at2) {
      if (key !== "general.alignment") return;
      if (value < 1 || value > 1 << 20 || !Number.isInteger(Math.log2(value))) state3("bad-header", `an alignment of ${value}`, at2);
      else alignment = value;
    },
    tensor: (tensor2) => tensors.push(tensor2)
  });
  const dataStart = Math.ceil(end / alignment) * alignment;
  const dataEnd = checkTensors(tensors, BigInt(Math.max(0, source.size - dataStart)), alignment, state3);
  if (dataEnd === void 0) return;
  const rest2 = dataStart + Number(dataEnd);
  if (source.size - rest2 < alignment || tensors.length === 0) return;
  state3("trailing-bytes", `${source.size - rest2} bytes follow the last tensor`, rest2);
  await scan2.descend({ name: `+${rest2}`, size: source.size - rest2, storedAt: rest2, open: () => slice(source, rest2) });
}
function lengthSize(head) {
  return ggufVersion(head)?.version === 1 ? 4 : 8;
}
function checkTensors(tensors, room, alignment, state3) {
  const names3 = /* @__PURE__ */ new Set();
  const spans2 = [];
  let complete2 = true;
  for (const tensor2 of tensors) {
    const { name, dims, offset, at: at2 } = tensor2;
    const shown2 = name.slice(0, 100);
    if (names3.has(name)) state3("duplicate-key", `the tensor ${shown2} stands twice`, at2);
    names3.add(name);
    if (dims.length > MAX_DIMS) state3("bad-header", `${shown2} has ${dims.length} dimensions`, at2);
    if (offset % BigInt(alignment) !== 0n) state3("bad-header", `the data of ${shown2} are not aligned`, at2);
    const size = sizeOf(tensor2);
    if (size === void 0) complete2 = false;
    else if (size > 2n ** 63n) state3("shape-bomb", `${shown2} has ${dims.join(" \xD7 ")} elements`, at2);
    else if (offset + size > room) state3("out-of-bounds", `${shown2} ends ${offset + size - room} bytes behind the end of the file`, at2);
    else if (size > 0n) spans2.push({ start: offset, end: offset + size, tensor: tensor2 });
  }
  spans2.sort((one, other2) => one.start < other2.start ? -1 : one.start > other2.start ? 1 : 0);
  let end = 0n;
  for (const span of spans2) {
    if (span.start < end) state3("overlap", `the data of ${span.tensor.name.slice(0, 100)} overlap those of another tensor`, span.tensor.at);
    if (span.end > end) end = span.end;
  }
  return complete2 && spans2.length === tensors.length ? end : void 0;
}
function sizeOf({ dims, type }) {
  const [elements, bytes] = GGML_TYPES.get(type) ?? [];
  if (elements === void 0 || bytes === void 0) return void 0;
  const count2 = dims.reduce((product, dim) => product * dim, 1n);
  return count2 / BigInt(elements) * BigInt(bytes);
}

// src/formats/pickle-names.ts
var STARTERS = new Set(
  [..."(]})NIJKMLGFSTUVXBCcP"].map((char) => char.charCodeAt(0)).concat([128, 136, 137, 138, 139, 140, 141, 142, 143, 149, 150, 151, 130, 131, 132])
);
function canStart(byte) {
  return byte !== void 0 && STARTERS.has(byte);
}
function hasProtocol(head) {
  return head[0] === 128 && (head[1] ?? 255) <= 5 && (canStart(head[2]) || head[2] === 46);
}
var PICKLE_EXTENSIONS = [".pkl", ".pickle", ".joblib", ".dill", ".pck", ".pcl"];
function isImportable(module, name) {
  return NAME2.test(module) && NAME2.test(name);
}
var NAME2 = /^[\p{L}_\0][^\s!-\-/:-@[-^`{-~]*$/u;

// src/formats/hdf5.ts
var EXTENSIONS2 = [".h5", ".hdf5", ".hdf", ".he5", ".h5ad", ".keras", ".loom", ".mat", ".nc"];
var USER_BLOCKS = [0, 512, 1024, 2048];
var hdf5Format = {
  id: "hdf5",
  title: "HDF5",
  extensions: EXTENSIONS2,
  access: "random",
  match(probe) {
    const { head } = probe;
    if (hasHdf5Signature(head, 0)) return head.length < 24 ? "possible" : "certain";
    if (USER_BLOCKS.some((at2) => hasHdf5Signature(head, at2))) return "certain";
    return EXTENSIONS2.includes(probe.extension) && (probe.size ?? 0) > head.length ? "possible" : "no";
  },
  scan: scanHdf5
};
var MAX_DESCENTS = 2e4;
var HEAD2 = 512;
var MAX_PROBLEMS = 20;
var LARGE = 2 ** 30;
var MOST_COMPRESSED = 2048;
async function scanHdf5(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "an HDF5 file cannot be read from a stream");
  const { findSuperblock, isBareSignature, walkHdf5 } = await import("./hdf5-4HUHZEKV.js");
  const superblock = findSuperblock(source);
  if (superblock === void 0 || isBareSignature(source, superblock)) return "not-this-format";
  const members2 = [];
  let problems = 0;
  let full = false;
  let keras = false;
  const add = (name, { offset, length }) => {
    if (members2.length < MAX_DESCENTS) members2.push({ name, size: length, storedAt: offset, open: () => slice(source, offset, length) });
    else if (!full) {
      full = true;
      scan2.observe({
        kind: "incomplete",
        why: "limit",
        detail: `more than ${MAX_DESCENTS} values of the HDF5 file would have to be scanned`
      });
    }
  };
  walkHdf5(
    source,
    superblock,
    {
      attribute(object2, name, value) {
        const place = `${object2 === "/" ? "" : `${object2.slice(1)}/`}.attrs/${name}`;
        if (name === "model_config" || name === "training_config") keras = true;
        if (name === "model_config" || name === "training_config" || looksLikeProgram(source, value)) add(place, value);
      },
      data(object2, value, pickled) {
        if (pickled || hasProtocol(source.read(value.offset, Math.min(3, value.length)))) add(object2.slice(1), value);
      },
      outside(_object, path, how, offset) {
        scan2.observe({ kind: "external-file", format: "hdf5", path, role: how, offset });
      },
      dataset(object2, shape, bytes, offset) {
        if (bytes < LARGE || bytes <= source.size * MOST_COMPRESSED) return;
        const detail = `dataset ${object2} claims the shape (${shape.join(", ")}), ${bytes} bytes, in a file of ${source.size}`;
        scan2.observe({ kind: "structure", format: "hdf5", problem: "shape-bomb", detail, offset });
      },
      problem(error) {
        if (++problems > MAX_PROBLEMS) return;
        scan2.observe({
          kind: "incomplete",
          why: error.why,
          detail: error.message,
          ...error.offset === void 0 ? {} : { offset: error.offset }
        });
      }
    },
    () => scan2.budget.checkTime()
  );
  if (keras) scan2.label("keras-h5");
  for (const member4 of members2) {
    scan2.budget.charge("members", 1);
    await scan2.descend(member4);
  }
}
function looksLikeProgram(source, { offset, length }) {
  const head = source.read(offset, Math.min(HEAD2, length));
  if (hasProtocol(head)) return true;
  const first2 = head[0];
  if (first2 === 123 || first2 === 91) return true;
  if (!canStart(first2)) return false;
  const tail = source.read(offset + Math.max(0, length - HEAD2), Math.min(HEAD2, length));
  return head.includes(10) || tail.includes(46);
}

// src/formats/first-visible.ts
var latest2;
function firstVisible(head) {
  if (latest2?.head !== head) latest2 = { head, first: find(head) };
  return latest2.first;
}
function find(head) {
  const view2 = new DataView(head.buffer, head.byteOffset, head.length);
  let at2 = 0;
  while (at2 + 8 <= head.length && (view2.getUint32(at2) | view2.getUint32(at2 + 4)) === 0) at2 += 8;
  for (; at2 < head.length; at2++) if ((head[at2] ?? 0) > 32) return head[at2];
  return void 0;
}

// src/formats/inert-msgpack.ts
var EXTENSIONS3 = /* @__PURE__ */ new Set([1, 2, 3]);
var MAX_PENDING = 2 ** 32;
var TICK2 = 5e4;
var FIXED2 = /* @__PURE__ */ new Map([
  [192, 0],
  [194, 0],
  [195, 0],
  [202, 4],
  [203, 8],
  [204, 1],
  [205, 2],
  [206, 4],
  [207, 8],
  [208, 1],
  [209, 2],
  [210, 4],
  [211, 8]
]);
var TEXTS = /* @__PURE__ */ new Map([
  [196, 1],
  [197, 2],
  [198, 4],
  [217, 1],
  [218, 2],
  [219, 4]
]);
var EXT = /* @__PURE__ */ new Map([
  [199, 1],
  [200, 2],
  [201, 4]
]);
function walkMsgpack(source, tick) {
  const reader = blockReader(source, 64 * 1024);
  let at2 = 0;
  let pending = 1;
  const uint = (width) => {
    const bytes = reader.at(at2, width);
    if (bytes.length < width) throw new ScanError("truncated", "the file ends within a value", at2);
    at2 += width;
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
  };
  const skip = (count2) => {
    if (count2 > source.size - at2) throw new ScanError("truncated", "the file ends within a value", at2);
    at2 += count2;
  };
  const extension = (size) => {
    const type = uint(1);
    if (!EXTENSIONS3.has(type)) throw new ScanError("malformed", `the extension type ${type}`, at2);
    skip(size);
  };
  for (let count2 = 1; pending > 0; count2++) {
    if (count2 % TICK2 === 0) tick();
    pending--;
    const start = at2;
    const byte = uint(1);
    const fixed = FIXED2.get(byte);
    const text4 = TEXTS.get(byte);
    const ext = EXT.get(byte);
    if (byte < 128 || byte >= 224) continue;
    if (byte <= 143) pending += 2 * (byte & 15);
    else if (byte <= 159) pending += byte & 15;
    else if (byte <= 191) skip(byte & 31);
    else if (fixed !== void 0) skip(fixed);
    else if (text4 !== void 0) skip(uint(text4));
    else if (ext !== void 0) extension(uint(ext));
    else if (byte >= 212 && byte <= 216) extension(2 ** (byte - 212));
    else if (byte === 220 || byte === 221) pending += uint(byte === 220 ? 2 : 4);
    else if (byte === 222 || byte === 223) pending += 2 * uint(byte === 222 ? 2 : 4);
    else throw new ScanError("malformed", `the byte ${byte}`, start);
    if (pending > Math.min(MAX_PENDING, source.size - at2)) throw new ScanError("truncated", "more values are announced than fit", start);
  }
  if (at2 < source.size) throw new ScanError("malformed", "bytes follow the value", at2);
}

// src/formats/inert.ts
var TABLE = [
  {
    id: "xgboost-json",
    title: "XGBoost model (JSON)",
    extensions: [".json"],
    // Keys are sorted: `learner` comes first, and within it `attributes`, or `feature_names` in files written by hand.
    matches: ({ head }) => opens(head, "{") && /^\s*\{\s*"(?:Config|Model|learner|version)"\s*:\s*[{[]/.test(latin2(head)) && /"(?:learner|gradient_booster|feature_names)"/.test(latin2(head))
  },
  {
    id: "xgboost-ubj",
    title: "XGBoost model (UBJSON)",
    extensions: [".ubj", ".model", ".bin"],
    matches: ({ head }) => starts(head, "{") && /^\{(?:L\0{7}\x07|i\x07)learner[{[]/.test(latin2(head))
  },
  {
    id: "xgboost-binary",
    title: "XGBoost model (old binary)",
    extensions: [".model", ".bin", ".xgb"],
    matches: ({ head }) => starts(head, "binf") && head.length > 100
  },
  {
    id: "lightgbm",
    title: "LightGBM model",
    extensions: [".txt", ".model", ".lgb"],
    matches: ({ head }) => starts(head, "tree") && /^tree\r?\nversion=v\d/.test(latin2(head))
  },
  {
    id: "catboost",
    title: "CatBoost model",
    extensions: [".cbm"],
    matches: ({ head, size }) => starts(head, "CBM1") && fits(head, 4, size)
  },
  {
    id: "catboost-json",
    title: "CatBoost model (JSON)",
    extensions: [".json"],
    matches: ({ head }) => opens(head, "{") && /^\s*\{\s*"(?:features_info|model_info|oblivious_trees|ctr_data)"\s*:/.test(latin2(head))
  },
  // Magic 793712314, version 11 or 12 (fastText, fasttext.cc).
  {
    id: "fasttext",
    title: "fastText model",
    extensions: [".bin", ".ftz"],
    matches: ({ head }) => u32(head, 0) === 793712314 && [11, 12].includes(u32(head, 4))
  },
  {
    id: "sentencepiece",
    title: "SentencePiece model",
    extensions: [".model", ".spm"],
    // ModelProto.pieces: the first piece is a control symbol, with a score of zero.
    matches: ({ head }) => starts(head, "\n") && /^\n[\x06-\x30]\n[\x01-\x20](?:<unk>|<pad>|<s>|<\/s>|\[PAD\]|\[UNK\]|<mask>|<cls>|<sep>)(?:\x15|\x18)/.test(latin2(head))
  },
  {
    id: "tokenizer",
    title: "Hugging Face tokenizer",
    extensions: [".json"],
    matches: ({ name, head }) => /^tokenizer[\w.-]*\.json$/i.test(name) && /^\s*\{\s*"version"\s*:\s*"/.test(latin2(head)) && /"(?:truncation|padding|added_tokens)"/.test(latin2(head))
  },
  {
    id: "tensorflow-checkpoint",
    title: "TensorFlow checkpoint index",
    extensions: [".index"],
    // The footer of a LevelDB table (table_format.md).
    matches: ({ tail }) => starts(tail.subarray(-8), "W\xFB\x80\x8B$uG\xDB")
  },
  {
    id: "tensorflow-checkpoint-data",
    title: "TensorFlow checkpoint data",
    extensions: [],
    // Bare numbers: only the name, which no other program uses, tells what they are.
    matches: ({ name }) => /\.data-\d{5}-of-\d{5}$/.test(name)
  },
  {
    id: "feather",
    title: "Feather version 1",
    extensions: [".feather"],
    matches: ({ head, tail }) => starts(head, "FEA1") && starts(tail.subarray(-4), "FEA1")
  },
  {
    id: "darknet-weights",
    title: "Darknet weights",
    extensions: [".weights"],
    // Version 0.1 or 0.2, any revision, as little-endian integers.
    matches: ({ head, extension }) => extension === ".weights" && head.length >= 16 && u32(head, 0) === 0 && [1, 2].includes(u32(head, 4)) && u32(head, 8) < 10
  },
  {
    id: "darknet",
    title: "Darknet network",
    extensions: [".cfg"],
    matches: ({ head }) => opens(head, "[#;") && /^(?:\s*[#;][^\n]*\n)*\s*\[net(?:work)?\]\s*\r?\n/.test(latin2(head))
  },
  // ggml, ggmf, ggjt, ggla as little-endian words, with a version where there is one.
  {
    id: "ggml",
    title: "GGML model from before GGUF",
    extensions: [".bin", ".ggml"],
    matches: ({ head }) => ["lmgg", "fmgg", "tjgg", "algg"].some((magic2) => starts(head, magic2)) && head.length > 32
  },
  {
    id: "ncnn",
    title: "ncnn network",
    extensions: [".param"],
    matches: ({ head }) => starts(head, "7767517") && /^7767517\r?\n\d+ \d+\r?\n/.test(latin2(head))
  },
  { id: "rknn", title: "RKNN model", extensions: [".rknn"], matches: ({ head }) => starts(head, "RKNN") && head.length > 64 },
  {
    id: "word2vec",
    title: "word2vec vectors",
    extensions: [".bin", ".vec", ".txt"],
    matches: ({ head, extension }) => [".bin", ".vec", ".w2v"].includes(extension) && /^\d{1,9} \d{1,5}\n\S{1,200} /.test(latin2(head))
  }
];
var flaxFormat = {
  id: "flax-msgpack",
  title: "Flax parameters (MessagePack)",
  extensions: [".msgpack"],
  access: "random",
  match: ({ head, extension }) => isMap(head) && (extension === ".msgpack" || /^(?:[\x80-\x8f]|\xde..)(?:[\xa1-\xbf]|\xd9.)[A-Za-z_]/s.test(latin2(head.subarray(0, 8)))) ? "possible" : "no",
  scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "MessagePack cannot be read from a stream");
    try {
      walkMsgpack(input, () => scan2.budget.checkTime());
    } catch (error) {
      if (error instanceof ScanError && error.why !== "timeout" && scan2.probe.extension !== ".msgpack") return "not-this-format";
      throw error;
    }
    return void 0;
  }
};
var inertFormats = [
  ...TABLE.map(
    ({ id, title, extensions, matches }) => ({
      id,
      title,
      extensions,
      match: (probe) => matches(probe) ? "certain" : "no",
      scan: () => void 0
    })
  ),
  flaxFormat
];
var latest3;
function latin2(bytes) {
  if (latest3?.bytes === bytes) return latest3.text;
  const text4 = String.fromCharCode(...bytes.subarray(0, 4096));
  latest3 = { bytes, text: text4 };
  return text4;
}
function opens(head, firsts) {
  const first2 = firstVisible(head);
  return first2 !== void 0 && firsts.includes(String.fromCharCode(first2));
}
function starts(bytes, magic2) {
  if (bytes.length < magic2.length) return false;
  for (let at2 = 0; at2 < magic2.length; at2++) if (bytes[at2] !== magic2.charCodeAt(at2)) return false;
  return true;
}
function u32(bytes, at2) {
  return bytes.length < at2 + 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset + at2, 4).getUint32(0, true);
}
function fits(head, at2, size) {
  const length = u32(head, at2);
  return length > 0 && (size === void 0 || at2 + 4 + length <= size);
}
function isMap([first2 = 0]) {
  return first2 >= 128 && first2 <= 143 || first2 === 222 || first2 === 223;
}

// src/wire/java.ts
var CLASS_DESCRIPTOR = 114;
var PROXY_DESCRIPTOR = 125;
var FLAGS = 31;
var MAX_NAME3 = 1024;
var PIECE6 = 1 << 20;
var OVERLAP = 4096;
var NAME3 = /^(?:\[+[BCDFIJSZ]|\[*L[\p{L}\p{N}_$./-]+;|[\p{L}_$][\p{L}\p{N}_$./-]*)$/u;
function startsJava(head) {
  return head[0] === 172 && head[1] === 237 && head[2] === 0 && head[3] === 5;
}
function findJavaClasses(source, found, tick) {
  for (let base = 0; base < source.size; base += PIECE6) {
    tick();
    const bytes = source.read(base, PIECE6 + OVERLAP);
    const end = Math.min(PIECE6, bytes.length);
    for (let at2 = bytes.indexOf(CLASS_DESCRIPTOR); at2 >= 0 && at2 < end; at2 = bytes.indexOf(CLASS_DESCRIPTOR, at2 + 1)) {
      const name = readName(bytes, at2 + 1);
      const after = at2 + 3 + (name?.length ?? 0);
      if (name && (bytes[after + 8] ?? 255) <= FLAGS) found({ name: name.text, offset: base + at2 });
    }
    for (let at2 = bytes.indexOf(PROXY_DESCRIPTOR); at2 >= 0 && at2 < end; at2 = bytes.indexOf(PROXY_DESCRIPTOR, at2 + 1)) {
      const count2 = bytes[at2 + 1] === 0 && bytes[at2 + 2] === 0 && bytes[at2 + 3] === 0 ? bytes[at2 + 4] ?? 0 : 0;
      const name = count2 > 0 && count2 < 64 ? readName(bytes, at2 + 5) : void 0;
      if (name?.text.includes(".")) found({ name: `proxy of ${name.text}`, offset: base + at2 });
    }
  }
}
function readName(bytes, at2) {
  const length = (bytes[at2] ?? 0) * 256 + (bytes[at2 + 1] ?? 0);
  if (length === 0 || length > MAX_NAME3 || at2 + 2 + length > bytes.length) return void 0;
  const text4 = modifiedUtf8(bytes.subarray(at2 + 2, at2 + 2 + length));
  return text4 !== void 0 && NAME3.test(text4) ? { text: text4.replace(/^\[*L(.*);$/, "$1"), length } : void 0;
}
function modifiedUtf8(bytes) {
  let text4 = "";
  for (let at2 = 0; at2 < bytes.length; ) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at2, at2 + 3);
    if (one < 128) {
      if (one < 32) return void 0;
      text4 += String.fromCharCode(one);
      at2++;
    } else if (one >> 5 === 6 && two >> 6 === 2) {
      text4 += String.fromCharCode((one & 31) << 6 | two & 63);
      at2 += 2;
    } else if (one >> 4 === 14 && two >> 6 === 2 && three >> 6 === 2) {
      text4 += String.fromCharCode((one & 15) << 12 | (two & 63) << 6 | three & 63);
      at2 += 3;
    } else return void 0;
  }
  return text4;
}

// src/formats/java-gadgets.ts
var GADGETS = [
  ["org.apache.commons.collections.functors.", "calls methods by name"],
  ["org.apache.commons.collections4.functors.", "calls methods by name"],
  ["org.apache.commons.collections.map.LazyMap", "calls a factory on access"],
  ["org.apache.commons.collections4.map.LazyMap", "calls a factory on access"],
  ["org.apache.commons.collections.keyvalue.TiedMapEntry", "reads a map when it is hashed"],
  ["org.apache.commons.collections4.keyvalue.TiedMapEntry", "reads a map when it is hashed"],
  ["org.apache.commons.collections4.comparators.TransformingComparator", "calls a transformer when it compares"],
  ["org.apache.commons.beanutils.BeanComparator", "calls getters by name"],
  ["org.apache.commons.fileupload.disk.DiskFileItem", "writes files"],
  ["org.apache.xalan.xsltc.trax.TemplatesImpl", "defines classes from bytes"],
  ["com.sun.org.apache.xalan.internal.xsltc.trax.", "defines classes from bytes"],
  ["com.sun.org.apache.bcel.", "defines classes from bytes"],
  ["com.sun.rowset.JdbcRowSetImpl", "looks names up over the network"],
  ["com.sun.syndication.feed.impl.", "calls getters by name"],
  ["com.rometools.rome.feed.impl.", "calls getters by name"],
  ["com.mchange.v2.c3p0.", "loads classes over the network"],
  ["com.vaadin.data.util.", "calls getters by name"],
  ["org.codehaus.groovy.runtime.", "calls methods by name"],
  ["groovy.lang.", "runs Groovy"],
  ["bsh.", "runs BeanShell"],
  ["clojure.", "runs Clojure"],
  ["org.python.core.", "runs Python"],
  ["org.mozilla.javascript.", "runs JavaScript"],
  ["ognl.", "runs expressions"],
  ["org.mvel2.", "runs expressions"],
  ["org.springframework.", "calls methods by name"],
  ["org.hibernate.", "calls getters by name"],
  ["org.jboss.interceptor.", "calls methods by name"],
  ["org.jboss.weld.interceptor.", "calls methods by name"],
  ["org.apache.wicket.util.upload.DiskFileItem", "writes files"],
  ["org.apache.myfaces.", "runs expressions"],
  ["org.apache.click.control.", "calls getters by name"],
  ["org.aspectj.weaver.tools.cache.", "writes files"],
  ["net.sf.json.JSONObject", "calls getters by name"],
  ["java.beans.EventHandler", "calls methods by name"],
  ["java.lang.ProcessBuilder", "runs programs"],
  ["java.lang.Runtime", "runs programs"],
  ["java.lang.reflect.", "calls methods by name"],
  ["java.lang.invoke.SerializedLambda", "calls a method of another class"],
  ["java.net.URLClassLoader", "loads classes over the network"],
  ["java.net.URL", "looks a host up when it is hashed"],
  ["java.rmi.", "opens network connections"],
  ["java.security.SignedObject", "holds another object stream"],
  ["javax.management.BadAttributeValueExpException", "calls toString of any object"],
  ["javax.management.remote.", "opens network connections"],
  ["javax.naming.", "looks names up over the network"],
  ["javax.script.", "runs scripts"],
  ["javax.swing.event.EventListenerList", "calls toString of any object"],
  ["javax.xml.transform.Templates", "defines classes from bytes"],
  ["sun.reflect.annotation.AnnotationInvocationHandler", "calls methods of a map"],
  ["sun.rmi.", "opens network connections"],
  ["proxy of ", "sends every call to a handler that the stream chooses"]
];
function isGadget(name) {
  return GADGETS.some(([prefix]) => name.startsWith(prefix));
}

// src/formats/java.ts
var MAX_SHOWN = 20;
var javaFormat = {
  id: "java-serialized",
  title: "Serialized Java objects",
  extensions: [".model", ".ser", ".bin"],
  access: "random",
  match: ({ head }) => startsJava(head) ? "certain" : "no",
  scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "Java objects cannot be read from a stream");
    const gadgets = /* @__PURE__ */ new Map();
    let first2;
    findJavaClasses(
      input,
      ({ name, offset }) => {
        first2 ??= name;
        if (isGadget(name) && gadgets.size < MAX_SHOWN && !gadgets.has(name)) gadgets.set(name, offset);
      },
      () => scan2.budget.checkTime()
    );
    scan2.observe({
      kind: "shipped-code",
      language: "java",
      carrier: `a Java object${first2 === void 0 ? "" : ` of ${first2}`}`,
      runs: "load",
      reaches: [...gadgets.keys()],
      offset: [...gadgets.values()][0] ?? 0
    });
  }
};

// src/formats/jinja.ts
var EXTENSIONS4 = [".jinja", ".jinja2", ".j2"];
var MAX_SIZE2 = 16 << 20;
var jinjaFormat = {
  id: "jinja-chat-template",
  title: "Jinja chat template",
  extensions: EXTENSIONS4,
  access: "random",
  match: (probe) => EXTENSIONS4.includes(probe.extension) && isText2(probe) ? "possible" : "no",
  async scan({ input, path }, scan2) {
    if (!/(?:^|\/)(?:[^/]*chat[_-]?template[^/]*|(?:additional_)?chat_templates\/[^/]+)$/i.test(path[path.length - 1] ?? ""))
      return "not-this-format";
    if (input.kind === "stream") throw new ScanError("unsupported", "a template cannot be read from a stream");
    if (input.size > MAX_SIZE2) throw new ScanError("limit", `a template of ${input.size} bytes`, 0);
    const { observeTemplate } = await import("./jinja-facts-VB257DKT.js");
    observeTemplate(scan2, "the chat template", new TextDecoder().decode(input.read(0, input.size)), 0, true);
    return void 0;
  }
};
function isText2({ head }) {
  return !head.includes(0);
}

// src/formats/keras-config-json.ts
var MAX_DUPLICATES = 20;
function decodeJson(bytes) {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if (a === 255 && b === 254 && c === 0 && d === 0 || a !== 0 && b === 0 && c === 0 && d === 0) return utf32(bytes, true);
  if (a === 0 && b === 0 && c === 254 && d === 255 || a === 0 && b === 0 && c === 0 && d !== 0) return utf32(bytes, false);
  if (a === 255 && b === 254 || a !== 0 && b === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 254 && b === 255 || a === 0 && b !== 0) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
function utf32(bytes, little) {
  const view2 = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts3 = [];
  for (let at2 = 0; at2 + 4 <= bytes.length; at2 += 4) {
    const code = view2.getUint32(at2, little);
    if (code !== 65279) parts3.push(code > 1114111 ? "\uFFFD" : String.fromCodePoint(code));
  }
  return parts3.join("");
}
function parseLooseJson(text4) {
  const duplicates = /* @__PURE__ */ new Set();
  const strict = normalise(text4, duplicates);
  try {
    return { value: JSON.parse(strict), duplicates: [...duplicates] };
  } catch (error) {
    throw new ScanError("malformed", `not JSON (${error instanceof Error ? error.message.slice(0, 120) : "unreadable"})`);
  }
}
var BLANK = /[\0\s]/u;
function normalise(text4, duplicates) {
  const token = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]:,]|-?(?:NaN|Infinity)\b/gsu;
  const keys = [];
  const pieces2 = [];
  let copied = 0;
  let last = "";
  for (let match5 = token.exec(text4); match5; match5 = token.exec(text4)) {
    const [found] = match5;
    const first2 = found[0] ?? "";
    if (first2 === "{") keys.push(/* @__PURE__ */ new Set());
    else if (first2 === "[") keys.push(void 0);
    else if (first2 === "}" || first2 === "]") keys.pop();
    else if (first2 === ":") noteKey(keys[keys.length - 1], last, duplicates);
    else if (first2 !== '"' && first2 !== ",") {
      pieces2.push(text4.slice(copied, match5.index), "null");
      copied = match5.index + found.length;
    }
    last = found;
  }
  let end = text4.length;
  while (end > copied && BLANK.test(text4[end - 1] ?? "")) end--;
  const rest2 = text4.slice(copied, end);
  const whole2 = pieces2.length === 0 ? rest2 : pieces2.join("") + rest2;
  return whole2.startsWith("\uFEFF") ? whole2.slice(1) : whole2;
}
function noteKey(keys, written, duplicates) {
  if (!keys) return;
  const key = written.includes("\\") ? unescaped(written) : written.slice(1, -1);
  if (keys.has(key) && duplicates.size < MAX_DUPLICATES) duplicates.add(key);
  keys.add(key);
}
function unescaped(written) {
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

// src/formats/keras-lambda.ts
var MAX_CODE = 4 * 2 ** 20;
function lambdaBytes(written) {
  const text4 = written.slice(0, MAX_CODE);
  return Buffer.from(text4, /^[\0-\x7f]*$/.test(text4) ? "base64" : "latin1");
}
function lambdaFact(layer, part, written, runs) {
  return {
    kind: "shipped-code",
    language: "python-bytecode",
    carrier: `Keras Lambda layer ${layer === "" ? "" : `\u201C${layer}\u201D`}${part === "function" ? "" : ` (${part})`}`.replace(/ +/g, " ").trimEnd(),
    runs,
    reaches: written === void 0 ? [] : codeReaches(lambdaBytes(written)),
    offset: 0
  };
}

// src/formats/keras-objects.ts
var PLAIN = new Set(
  `__keras_tensor__ __tensor__ __numpy__ __bytes__ __ellipsis__ __slice__ __tuple__ __wrapped__ __complex__ TensorShape TypeSpec DType
  CompositeTensor keras_tensor`.split(/\s+/)
);
var OP_LAYERS = {
  TFOpLambda: "function",
  SlicingOpLambda: "function",
  ClassMethod: "cls_symbol",
  InstanceMethod: "cls_symbol"
};
var MAX_WHERE = 200;
var TICK3 = 65536;
function observeKerasObjects(root, runs, listener) {
  const places = [{ value: root, where: "", layer: "" }];
  let seen = 0;
  for (let place = places.pop(); place; place = places.pop()) {
    if (++seen % TICK3 === 0) listener.tick();
    const { value, where, layer } = place;
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) places.push({ value: value[i], where: within(where, `[${i}]`), layer });
    } else if (isJson(value)) {
      const name = layerName(value) ?? layer;
      if (typeof value["class_name"] === "string") new KerasObject(value, value["class_name"], where, name, runs, listener).state();
      for (const key of Object.keys(value).reverse()) {
        const child = value[key];
        if (typeof child === "object" && child !== null) places.push({ value: child, where: within(where, `.${key}`), layer: name });
      }
    }
  }
}
function isJson(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function textAt(json2, key) {
  const value = json2[key];
  return typeof value === "string" ? value : void 0;
}
function layerName({ class_name, config }) {
  return typeof class_name === "string" && isJson(config) ? textAt(config, "name") : void 0;
}
function within(where, step) {
  const whole2 = where === "" ? step.replace(/^\./, "") : where + step;
  return whole2.length > MAX_WHERE ? `\u2026${whole2.slice(whole2.length - MAX_WHERE)}` : whole2;
}
var KerasObject = class {
  json;
  className;
  where;
  layer;
  runs;
  listener;
  constructor(json2, className, where, layer, runs, listener) {
    this.json = json2;
    this.className = className;
    this.where = where;
    this.layer = layer;
    this.runs = runs;
    this.listener = listener;
  }
  state() {
    const { json: json2, className } = this;
    if (className === "__lambda__") this.code("function", codeIn(json2["config"]));
    else if (className === "function")
      this.reference(textAt(json2, "module"), textAt(json2, "config") ?? textAt(json2, "registered_name") ?? "", "function");
    else if (className === "__typespec__") this.reference(textAt(json2, "module"), textAt(json2, "spec_name") ?? "", "class");
    else if (!PLAIN.has(className) && ("config" in json2 || "module" in json2 || "registered_name" in json2)) this.object();
  }
  object() {
    const { json: json2, className } = this;
    const config = isJson(json2["config"]) ? json2["config"] : {};
    this.reference(textAt(json2, "module"), className, "class", textAt(json2, "registered_name"));
    const bare = className.slice(className.lastIndexOf(">") + 1);
    if (bare === "Lambda") for (const part of LAMBDA_PARTS) this.lambdaPart(config, part);
    const operation = OP_LAYERS[bare];
    if (operation !== void 0)
      this.reference(
        "tensorflow",
        [textAt(config, operation), textAt(config, "method_name")].filter((part) => part !== void 0).join("."),
        "function"
      );
    if (bare === "TensorFlowOpLayer") this.graphOp(config["node_def"]);
    if (bare === "TorchModuleWrapper") this.pickled(config["module"]);
    if (bare === "TFSMLayer") this.file(textAt(config, "filepath"), "SavedModel");
    this.file(textAt(config, "vocabulary"), "vocabulary");
    this.file(textAt(config, "merges"), "merge rules");
    const proto = textAt(config, "proto");
    if (proto !== void 0 && !isEmbedded(proto)) this.file(proto, "SentencePiece model");
  }
  /** Keras 1 and 2: `[code, defaults, closure]`, or the name of a function beside its module. Keras 3 nests an object, which is visited by itself. */
  lambdaPart(config, part) {
    const value = config[part];
    const type = textAt(config, part === "function" ? "function_type" : `${part}_type`);
    if (Array.isArray(value) && (type === "lambda" || typeof value[0] === "string"))
      this.code(part, typeof value[0] === "string" ? value[0] : void 0);
    else if (typeof value === "string" && type === "lambda") this.code(part, value);
    else if (typeof value === "string") {
      const module = textAt(config, part === "function" ? "module" : `${part}_module`);
      this.listener.observe({
        kind: "config-reference",
        loader: "keras",
        module: module ?? "",
        name: value,
        where: this.where,
        use: "function",
        detail: "by name",
        offset: 0
      });
    }
  }
  code(part, written) {
    this.listener.observe(lambdaFact(this.layer, part, written, this.runs));
  }
  reference(written, name, use, registered = "") {
    const [module, bare] = registeredName(written ?? "", name, registered);
    const detail = registered !== "" && registered !== name ? `registered as ${registered}` : void 0;
    const fact = {
      kind: "config-reference",
      loader: "keras",
      where: this.where,
      use,
      offset: 0,
      ...detail === void 0 ? {} : { detail }
    };
    this.listener.observe({ ...fact, module, name: bare });
    const [owner, own2] = splitName(registered);
    if (owner !== void 0 && /^(?:tf_)?keras(?:\.|$)/.test(module)) this.listener.observe({ ...fact, module: owner, name: own2 });
  }
  file(path, role) {
    if (path !== void 0 && path !== "") this.listener.observe({ kind: "external-file", format: "keras", path, role, offset: 0 });
  }
  graphOp(definition) {
    const text4 = typeof definition === "string" ? definition : JSON.stringify(definition) ?? "";
    const op = /"?\bop"?\s*:\s*"([^"]{1,200})"/.exec(text4.slice(0, MAX_NODE))?.[1];
    this.listener.observe({ kind: "graph-op", framework: "tensorflow", op: op ?? "?", domain: "", node: this.layer, offset: 0 });
  }
  /** A PyTorch module as `torch.save` writes it. */
  pickled(module) {
    const text4 = codeIn(module);
    if (text4 !== void 0) this.listener.nested(`${this.layer === "" ? "layer" : this.layer}.module`, lambdaBytes(text4));
  }
};
function isEmbedded(proto) {
  return proto.length > 2048 && /^[A-Za-z0-9+/]*={0,2}$/.test(proto);
}
var LAMBDA_PARTS = ["function", "output_shape", "mask"];
var MAX_NODE = 64 * 1024;
function codeIn(value, depth = 0) {
  if (typeof value === "string") return value;
  if (depth > 3) return void 0;
  if (Array.isArray(value)) return codeIn(value[0], depth + 1);
  if (!isJson(value)) return void 0;
  return codeIn(value["code"] ?? value["value"] ?? value["config"], depth + 1);
}
function splitName(name) {
  const at2 = name.lastIndexOf(">");
  return at2 < 0 ? [void 0, name] : [name.slice(0, at2), name.slice(at2 + 1)];
}
function registeredName(module, name, registered) {
  const [owner, bare] = splitName(name);
  if (owner !== void 0 && (module === "" || module === "builtins")) return [owner, bare];
  const [registrar] = splitName(registered);
  return [module === "" && registrar !== void 0 ? registrar : module, name];
}

// src/formats/keras-config.ts
var MAX_JSON = 64 * 2 ** 20;
var ATTRIBUTES = ["model_config", "training_config"];
var ATTRIBUTE = /(?:^|\/)\.attrs\/(?:model|training)_config$/;
var MENTION = /class_name|\\u00(?:5f|[67][0-9a-f])/i;
var kerasConfigFormat = {
  id: "keras-config",
  title: "Keras configuration",
  extensions: [".json"],
  access: "random",
  match(probe) {
    if (probe.member && ATTRIBUTES.includes(probe.name)) return "possible";
    if (!startsLikeJson2(probe.head)) return probe.name === "config.json" && probe.member ? "possible" : "no";
    return probe.extension === ".json" || MENTION.test(new TextDecoder("latin1").decode(probe.head).replaceAll("\0", "")) ? "possible" : "no";
  },
  scan: scanConfig
};
async function scanConfig(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  const owner = ownerOf(artifact);
  if (source.size > MAX_JSON) {
    if (owner === "none") return "not-this-format";
    throw new ScanError("limit", `a Keras configuration of ${source.size} bytes`);
  }
  const text4 = decodeJson(source.read(0, source.size));
  if (owner === "none" && !MENTION.test(text4)) return "not-this-format";
  let json2;
  try {
    json2 = parseLooseJson(text4);
  } catch (error) {
    if (owner === "none") return "not-this-format";
    throw error;
  }
  if (owner === "none" && !looksLikeKeras(json2.value)) return "not-this-format";
  for (const key of json2.duplicates) {
    scan2.observe({
      kind: "structure",
      format: "keras-config",
      problem: "duplicate-key",
      detail: `the key ${key.slice(0, 200)} stands twice in one object`,
      offset: 0
    });
  }
  const members2 = [];
  observeKerasObjects(json2.value, owner === "archive" ? "use" : "load", {
    observe: (observation) => {
      scan2.observe(observation);
    },
    nested: (name, bytes) => {
      if (members2.length < MAX_NESTED) members2.push({ name, size: bytes.length, open: () => memorySource(bytes) });
    },
    tick: () => scan2.budget.checkTime()
  });
  for (const member4 of members2) {
    scan2.budget.charge("members", 1);
    await scan2.descend(member4);
  }
}
var MAX_NESTED = 1e3;
function ownerOf({ path }) {
  const name = path[path.length - 1] ?? "";
  if (ATTRIBUTE.test(name)) return "attribute";
  const holder = path.length > 1 ? path[path.length - 2] ?? "" : "";
  return holder.toLowerCase().endsWith(".keras") && /(?:^|\/)config\.json$/i.test(name) ? "archive" : "none";
}
function startsLikeJson2(head) {
  const first2 = firstVisible(head);
  if (first2 !== 123 && first2 !== 91 && (first2 ?? 0) < 128) return false;
  for (const byte of head.subarray(0, 64)) {
    if (byte === 123 || byte === 91) return true;
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9 && byte !== 0 && byte < 187) return false;
  }
  return false;
}
var MAX_DEPTH6 = 3;
function looksLikeKeras(value, depth = 0) {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH6) return false;
  if (Array.isArray(value)) return value.slice(0, 8).some((item) => looksLikeKeras(item, depth + 1));
  if ("class_name" in value && typeof value.class_name === "string" && "config" in value) return true;
  return Object.keys(value).some((key) => HOLDERS.has(key) && looksLikeKeras(value[key], depth + 1));
}
var HOLDERS = /* @__PURE__ */ new Set(["model_config", "modelTopology", "config", "training_config", "layers", "model"]);

// src/formats/mlflow-pickle-module.ts
var MAX_SIZE3 = 4096;
var pickleModuleFormat = {
  id: "mlflow-pickle-module",
  title: "Pickle module of an MLflow model",
  extensions: [".txt"],
  access: "random",
  match: ({ name }) => name === "pickle_module_info.txt" ? "certain" : "no",
  scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "a name cannot be read from a stream");
    const module = new TextDecoder().decode(input.read(0, MAX_SIZE3)).trim().slice(0, 300);
    if (module !== "") scan2.observe({ kind: "config-reference", loader: "mlflow", module, name: "", where: "", use: "module", offset: 0 });
  }
};

// src/formats/model-config-hub.ts
var MODEL_KEYS = "architectures model_type transformers_version tokenizer_class processor_class image_processor_type feature_extractor_type peft_type _diffusers_version _attn_implementation_internal".split(
  " "
);
var MAX_VALUES2 = 1e3;
function isModelConfig(root, name) {
  if (Array.isArray(root)) return name === "modules.json" && isModuleList(root);
  if (!isJson2(root)) return false;
  if (name === "MLmodel") return isJson2(root["flavors"]);
  const { auto_map: map } = root;
  return MODEL_KEYS.some((key) => Object.hasOwn(root, key)) || isSpark(root) || Array.isArray(map) && name === "tokenizer_config.json" || isJson2(map) && Object.keys(map).some((key) => /^Auto[A-Z]/.test(key));
}
function observePackage(root, name, json2, references) {
  if (Array.isArray(root) && name === "modules.json") observeModules(root, references);
  if (!isJson2(root)) return;
  if (name === "MLmodel" || isJson2(root["flavors"])) observeMlflow(root, references);
  if (!json2) return;
  observeHubs(root, "", references, 0);
  if (root["trust_remote_code"] === true && !("auto_map" in root) && isModelConfig(root, name))
    references.state({ loader: "transformers", target: "trust_remote_code", where: "trust_remote_code", use: "remote" });
  if ("_diffusers_version" in root || name.endsWith("model_index.json")) observeDiffusers(root, references);
  if (isSpark(root)) references.state({ loader: "spark", target: String(root["class"]), where: "class", use: "class" });
}
var MAX_PARTS = 6;
function observeHubs(value, at2, references, depth) {
  if (isJson2(value)) observeHub(value, at2, references);
  if (typeof value !== "object" || value === null || depth > MAX_PARTS) return;
  for (const [key, each] of Object.entries(value).slice(0, MAX_VALUES2))
    if (typeof each === "object" && key !== "auto_map") observeHubs(each, `${at2}${key.slice(0, 60)}.`, references, depth + 1);
}
var ATTENTION = ["_attn_implementation_internal", "_attn_implementation", "attn_implementation"];
function observeHub(object2, at2, references) {
  const remote = (target, where) => references.state({ loader: "transformers", target, where: at2 + where, use: "remote", detail: origin(target) });
  const { auto_map: map, auto_mapping: mapping, custom_pipelines: pipelines } = object2;
  if (isJson2(map)) for (const [key, value] of entries(map)) for (const target of texts2(value)) remote(target, `auto_map.${key}`);
  if (Array.isArray(map)) for (const target of texts2(map)) remote(target, "auto_map");
  if (isJson2(pipelines)) {
    for (const [task, row2] of entries(pipelines))
      if (isJson2(row2)) for (const target of texts2(row2["impl"])) remote(target, `custom_pipelines.${task}.impl`);
  }
  if (isJson2(mapping) && typeof mapping["parent_library"] === "string" && typeof mapping["base_model_class"] === "string") {
    const target = `${mapping["parent_library"]}.${mapping["base_model_class"]}`;
    references.state({ loader: "transformers", target, where: `${at2}auto_mapping`, use: "class" });
  }
  for (const key of ATTENTION) {
    const value = object2[key];
    for (const kernel of isJson2(value) ? Object.values(value).slice(0, MAX_VALUES2) : [value])
      if (typeof kernel === "string" && kernel.includes("/"))
        references.state({ loader: "transformers", target: kernel, where: at2 + key, use: "remote", detail: "kernels of a hub repository" });
  }
}
function origin(target) {
  return target.includes("--") ? "Python code of another repository" : "Python code of the model\u2019s own folder";
}
function observeDiffusers(root, references) {
  for (const [key, value] of entries(root)) {
    if (key === "_class_name" || !Array.isArray(value)) continue;
    const [library, name] = value;
    if (typeof library === "string" && typeof name === "string" && library !== "" && name !== "")
      references.state({ loader: "diffusers", target: `${library}.${name}`, where: key, use: "class" });
  }
  const { _class_name: pipeline, custom_pipeline: custom } = root;
  const own2 = Array.isArray(pipeline) ? pipeline[0] : custom;
  if (typeof own2 === "string")
    references.state({
      loader: "diffusers",
      target: own2,
      where: Array.isArray(pipeline) ? "_class_name" : "custom_pipeline",
      use: "remote"
    });
}
function observeModules(root, references) {
  root.slice(0, MAX_VALUES2).forEach((module, index2) => {
    const type = moduleType(module);
    const meant = references.place === "model" || isJson2(module) && "path" in module && "name" in module;
    if (type !== void 0 && meant)
      references.state({ loader: "sentence-transformers", target: type, where: `[${index2}].type`, use: "class" });
  });
}
function isModuleList(root) {
  return root.slice(0, MAX_VALUES2).some((module) => moduleType(module) !== void 0 && "idx" in module);
}
function moduleType(module) {
  const type = isJson2(module) ? module["type"] : void 0;
  return typeof type === "string" && /^[^\W\d]\w*(?:\.[^\W\d]\w*)+$/u.test(type) ? type : void 0;
}
function observeMlflow(root, references) {
  if (!isJson2(root["flavors"])) return;
  for (const [flavor, row2] of entries(root["flavors"])) {
    if (!isJson2(row2)) continue;
    for (const key of ["loader_module", "keras_module", "pickle_module"])
      if (isSet(row2[key]))
        references.state({ loader: "mlflow", target: String(row2[key]), where: `flavors.${flavor}.${key}`, use: "module" });
    for (const key of ["code", "model_code_path"])
      if (isSet(row2[key]))
        references.state({
          loader: "mlflow",
          target: String(row2[key]),
          where: `flavors.${flavor}.${key}`,
          use: "remote",
          detail: "Python code of the model\u2019s own folder"
        });
  }
}
function isSet(value) {
  return typeof value === "string" && !["", "null", "~", "Null", "NULL"].includes(value);
}
function isSpark(root) {
  return typeof root["class"] === "string" && typeof root["sparkVersion"] === "string" && "uid" in root;
}
function entries(object2) {
  return Object.entries(object2).slice(0, MAX_VALUES2).map(([key, value]) => [key.slice(0, 60), value]);
}
function texts2(value) {
  return (Array.isArray(value) ? value.slice(0, MAX_VALUES2) : [value]).filter((each) => typeof each === "string");
}
function isJson2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/formats/model-config-objects.ts
var MAX_WHERE2 = 200;
var TICK4 = 65536;
function observeReferences(root, references, tick) {
  const places = [{ value: root, where: "", parent: void 0 }];
  let seen = 0;
  for (let place = places.pop(); place; place = places.pop()) {
    if (++seen % TICK4 === 0) tick();
    const { value, where } = place;
    if (typeof value !== "object" || value === null) continue;
    const list = Array.isArray(value);
    if (!list && isJson3(value)) {
      observeTargets(value, place, root, references);
      observeJsonpickle(value, where, references);
    }
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === "object" && child !== null)
        places.push({ value: child, where: within2(where, list ? `[${key}]` : `.${key}`), parent: place });
    }
  }
}
var LIGHTNING_KEYS = /* @__PURE__ */ new Set(["class_path", "init_args", "dict_kwargs"]);
function observeTargets(object2, place, root, references) {
  const { where } = place;
  const { _target_: written, class_path: path, target, params } = object2;
  if (typeof written === "string") {
    const resolved = interpolated(written, place, root);
    if (/^hydra\.utils\.get_(?:class|method|object|static_method)$/.test(resolved) && typeof object2["path"] === "string")
      references.state({
        loader: "hydra",
        target: interpolated(object2["path"], place, root),
        where: within2(where, ".path"),
        use: "function"
      });
    else references.state({ loader: "hydra", target: resolved, where: within2(where, "._target_"), use: "class" });
  }
  if (typeof path === "string" && path.includes(".") && Object.keys(object2).every((key) => LIGHTNING_KEYS.has(key)))
    references.state({ loader: "lightning", target: path, where: within2(where, ".class_path"), use: "class" });
  if (typeof target === "string" && /^[A-Za-z_]\w*(?:\.\w+)+$/.test(target)) {
    const detail = isJson3(params) ? "with params" : references.nemo || "nemo_version" in object2 ? "with the configuration" : void 0;
    if (detail !== void 0) references.state({ loader: "hydra", target, where: within2(where, ".target"), use: "class", detail });
  }
}
var MAX_STEPS = 8;
var RESOLVER = /\$\{oc\.(select|env|decode):([^{},]{1,300})(?:,([^{},]{1,300}))?\}/g;
function interpolated(text4, place, root) {
  let result = text4;
  for (let step = 0; step < MAX_STEPS && result.includes("${"); step++) {
    const next = result.replace(/\$\{([\w.[\]-]{1,300})\}/g, (whole2, path) => {
      const found = lookup(path, place, root);
      return typeof found === "string" ? found.slice(0, 1e3) : whole2;
    }).replace(RESOLVER, (whole2, resolver, first2, second) => {
      const found = resolver === "select" ? lookup(first2.trim(), place, root) : resolver === "env" ? second : first2;
      const value = typeof found === "string" ? found : second;
      return value === void 0 ? whole2 : value.trim().slice(0, 1e3);
    });
    if (next === result || next.length > 4e3) break;
    result = next;
  }
  return result;
}
function lookup(path, place, root) {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0;
  let from = place;
  for (let up = 1; up < dots; up++) from = from?.parent;
  let value = dots === 0 ? root : from?.value;
  for (const key of path.slice(dots).split(/[.[\]]+/)) {
    if (key === "") continue;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
    value = value[key];
  }
  return value;
}
function observeJsonpickle(object2, where, references) {
  const { "py/object": built, "py/reduce": reduce, "py/repr": repr, "py/mod": module } = object2;
  const state3 = (target, key, use, unmistakable = false) => {
    if (typeof target === "string")
      references.state({ loader: "jsonpickle", target: python2(target), where: within2(where, `.${key}`), use, detail: key, unmistakable });
  };
  state3(built, "py/object", "class");
  state3(object2["py/type"], "py/type", "class");
  state3(object2["py/function"], "py/function", "function");
  state3(typeof module === "string" ? module.split("/")[0] : void 0, "py/mod", "module");
  if (typeof repr === "string") state3("builtins.eval", "py/repr", "function");
  const called = Array.isArray(reduce) ? reduce[0] : isJson3(reduce) ? Object.values(reduce)[0] : void 0;
  if (!isJson3(called)) return;
  state3(called["py/function"], "py/reduce", "function", true);
  state3(called["py/type"], "py/reduce", "class", true);
}
function python2(name) {
  return name.startsWith("__builtin__.") ? `builtins.${name.slice("__builtin__.".length)}` : name;
}
function isJson3(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function within2(where, step) {
  const whole2 = where === "" ? step.replace(/^\./, "") : where + step;
  return whole2.length > MAX_WHERE2 ? `\u2026${whole2.slice(whole2.length - MAX_WHERE2)}` : whole2;
}

// src/formats/model-config-references.ts
var MAX_TARGET = 500;
var MAX_LOCATED = 100;
var References = class {
  /** Whose the configuration is. */
  place = "elsewhere";
  /** Is it that of a NeMo model, whose class is called `target` (nemo/core/classes/common.py)? */
  nemo = false;
  stated = 0;
  scan;
  text;
  seen = /* @__PURE__ */ new Set();
  constructor(scan2, text4) {
    this.scan = scan2;
    this.text = text4;
  }
  state({ loader, target: whole2, where, use, detail, unmistakable }) {
    const target = whole2.trim().slice(0, MAX_TARGET);
    const key = `${loader}
${target}
${use}`;
    if (target === "" || this.seen.has(key)) return;
    this.seen.add(key);
    this.stated++;
    const dot = use === "module" || use === "remote" && !isDotted(target) ? -1 : target.lastIndexOf(".");
    const module = use === "module" ? target : target.slice(0, Math.max(0, dot));
    this.scan.observe({
      kind: "config-reference",
      loader,
      module,
      name: use === "module" ? "" : target.slice(dot + 1),
      where,
      use,
      offset: this.seen.size <= MAX_LOCATED ? this.locate(target) : 0,
      ...detail === void 0 ? {} : { detail },
      ...this.place === "model" || unmistakable && this.place !== "other-tool" ? {} : { ordinary: true }
    });
  }
  /** Where the name first stands in the file, in bytes of UTF-8; 0 where it is written another way. */
  locate(target) {
    const at2 = this.text.indexOf(target);
    return at2 <= 0 ? 0 : new TextEncoder().encode(this.text.slice(0, at2)).length;
  }
};
function isDotted(target) {
  const isName2 = /^[\w./-]+$/.test(target) && /^\.\w+$/.test(target.slice(target.lastIndexOf(".")));
  return isName2 && !/^[./]|\.(?:py|so|zip|gz|git|whl)$/.test(target);
}

// src/formats/model-config-yaml.ts
var MAX_YAML = 256 * 1024;
var MAX_DEPTH7 = 100;
var MAX_COPIED = 2e4;
var PREFIX = "tag:yaml.org,2002:";
async function readYaml(text4) {
  const { yaml } = await import("./yaml-library-T2V4WWJR.js");
  const unread = { documents: [], tags: [], sound: false };
  try {
    const tokens = [...new yaml.Parser().parse(text4)];
    if (depthOf(tokens) > MAX_DEPTH7) return unread;
    const options = { schema: "failsafe", uniqueKeys: false, strict: false, merge: false, prettyErrors: false };
    const documents = [];
    const tags = [];
    let sound = true;
    for (const document of new yaml.Composer(options).compose(tokens)) {
      documents.push(new Plain(yaml, tags).value(contentsOf(document), ""));
      if (document.errors.length > 0) sound = false;
    }
    return { documents, tags, sound };
  } catch {
    return unread;
  }
}
function contentsOf(document) {
  return document.contents;
}
function depthOf(tokens) {
  let level = tokens;
  let depth = 0;
  while (level.length > 0 && depth <= MAX_DEPTH7) {
    depth++;
    const next = [];
    for (const token of level) {
      if ("value" in token && typeof token.value === "object") next.push(token.value);
      if (!("items" in token)) continue;
      for (const { key, value } of token.items) {
        if (key) next.push(key);
        if (value) next.push(value);
      }
    }
    level = next;
  }
  return depth;
}
var Plain = class {
  yaml;
  tags;
  anchors = /* @__PURE__ */ new Map();
  nodes = 0;
  copied = 0;
  constructor(yaml, tags) {
    this.yaml = yaml;
    this.tags = tags;
  }
  /** No deeper than `MAX_DEPTH`. */
  value(node, where) {
    const { isAlias, isNode: isNode3 } = this.yaml;
    if (isAlias(node)) return this.aliased(node.source);
    const before = this.nodes++;
    const value = this.content(node, where);
    if (isNode3(node) && "anchor" in node && typeof node.anchor === "string")
      this.anchors.set(node.anchor, { value, nodes: this.nodes - before });
    return value;
  }
  /** Values that stand in several places are walked once for each: nested aliases would make millions of them. */
  aliased(name) {
    const { value, nodes } = this.anchors.get(name) ?? { value: null, nodes: 1 };
    if (nodes > 1 && this.copied + nodes > MAX_COPIED) return null;
    this.copied += nodes;
    this.nodes += nodes;
    return value;
  }
  content(node, where) {
    const { isMap: isMap2, isScalar, isSeq } = this.yaml;
    if (isScalar(node)) {
      this.noteTag(node.tag, where);
      return typeof node.value === "string" ? node.value : node.source ?? "";
    }
    if (isSeq(node)) {
      this.noteTag(node.tag, where);
      return node.items.map((item, index2) => this.value(item, `${where}[${index2}]`));
    }
    if (!isMap2(node)) return null;
    this.noteTag(node.tag, where);
    const result = /* @__PURE__ */ Object.create(null);
    for (const { key, value } of node.items) {
      const name = this.value(key, `${where}.?`);
      const text4 = typeof name === "string" ? name : "?";
      result[text4] = this.value(value, where === "" ? text4.slice(0, 60) : `${where}.${text4.slice(0, 60)}`);
    }
    const merged = result["<<"];
    for (const each of Array.isArray(merged) ? merged : [merged])
      if (typeof each === "object" && each !== null) {
        for (const [key, value] of Object.entries(each)) if (!(key in result)) result[key] = value;
      }
    return result;
  }
  noteTag(written, where) {
    if (written === void 0) return;
    const tag = decodeTag(written);
    if (tag.startsWith(`${PREFIX}python/`)) this.tags.push({ tag: tag.slice(PREFIX.length), where: where.slice(-200) });
  }
};
function decodeTag(tag) {
  try {
    return decodeURIComponent(tag);
  } catch {
    return tag;
  }
}
var TAGS = [
  { tag: /^python\/object\/apply:(.+)$/s, use: "function", calls: true },
  { tag: /^python\/object\/new:(.+)$/s, use: "class" },
  { tag: /^python\/object:(.+)$/s, use: "class" },
  { tag: /^python\/name:(.+)$/s, use: "function" },
  { tag: /^python\/module:(.+)$/s, use: "module" }
];
function observeTag({ tag: written, where }, references) {
  for (const { tag, use, calls } of TAGS) {
    const target = tag.exec(written)?.[1];
    if (target === void 0) continue;
    const detail = `!!${written.slice(0, written.indexOf(":"))}`;
    references.state({ loader: "yaml", target, where, use, detail, ...calls ? { unmistakable: true } : {} });
  }
}

// src/formats/model-config-text.ts
var MAX_MATCHES = 1e3;
var TAG = /!(?:!|<tag:yaml\.org,2002:)([\w.%/:-]{1,400})/g;
var DIRECTIVE = /^%TAG[ \t]+(!(?:\w*!)?)[ \t]+(?:tag:yaml\.org,2002:)([\w%/:]*)/gm;
var PYTHON = /^python\/[a-z]{1,20}(?:\/[a-z]{1,20})?:[\w.]{1,300}/;
var COMMENT = /^[ \t]*#.*$/gm;
var KEYS = [
  { key: /_target_["']?\s{0,20}:\s{0,20}["']?([A-Za-z_][\w.]{0,300})/g, loader: "hydra", use: "class" },
  { key: /class_path["']?\s{0,20}:\s{0,20}["']?([A-Za-z_]\w{0,100}\.[\w.]{1,300})/g, loader: "lightning", use: "class" },
  { key: /loader_module["']?\s{0,20}:\s{0,20}["']?([A-Za-z_][\w.]{0,300})/g, loader: "mlflow", use: "module" },
  { key: /"py\/(?:function|type)"\s{0,20}:\s{0,20}"([\w.]{1,300})"/g, loader: "jsonpickle", use: "function" },
  { key: /"py\/object"\s{0,20}:\s{0,20}"([\w.]{1,300})"/g, loader: "jsonpickle", use: "class" }
];
var CODE_MAP = /"auto_map"\s{0,20}:\s{0,20}\{/;
function* tagsIn(text4) {
  for (const [, tag = ""] of text4.matchAll(TAG)) yield tag;
  for (const [, handle = "", prefix = ""] of [...text4.matchAll(DIRECTIVE)].slice(0, MAX_DIRECTIVES))
    for (const [, rest2 = ""] of text4.matchAll(new RegExp(`(?<![\\w!])${handle}([\\w.%/:-]{1,400})`, "g"))) yield prefix + rest2;
}
var MAX_DIRECTIVES = 8;
function observeText(whole2, references) {
  const text4 = whole2.replace(COMMENT, "");
  const where = "found in the text";
  let count2 = 0;
  for (const written of tagsIn(text4)) {
    const tag = PYTHON.exec(decodeTag(written))?.[0];
    if (tag === void 0) continue;
    if (++count2 > MAX_MATCHES) break;
    observeTag({ tag, where }, references);
  }
  for (const { key, loader, use } of KEYS) {
    count2 = 0;
    for (const [, target = ""] of text4.matchAll(key)) {
      if (++count2 > MAX_MATCHES) break;
      references.state({ loader, target, where, use });
    }
  }
  if (CODE_MAP.test(text4)) references.state({ loader: "transformers", target: "auto_map", where, use: "remote" });
}

// src/formats/model-config.ts
var MAX_TEXT2 = 64 * 2 ** 20;
var MAX_JSON2 = 8 * 2 ** 20;
var EXTENSIONS5 = [".json", ".yaml", ".yml"];
var LOADED = /(?:^|_)config(?:_sentence_transformers)?\.json$|^(?:modular_)?model_index\.json$|^(?:modules\.json|MLmodel)$|\.ya?ml$/i;
var SPARK = /^part-00000(?:-[\w-]+)?(?:\.txt)?$/;
var WORDS2 = /_target_|class_path|auto_map|custom_pipeline|trust_remote_code|attn_implementation|py\\?\/[a-z]|python(?:\/|%2f)|%TAG|loader_module|keras_module|model_code_path|["']?flavors["']?\s*:|\btarget["']?\s*:|\\(?:u00|x|U000000)(?:[46][1-9a-f]|[57][0-9a]|5f|2f)|[\w:!]%(?:[46][1-9a-f]|[57][0-9a]|5f)|_\\\r?\n/i;
var KERAS = /class_name/;
var LISTS = /* @__PURE__ */ new Set(["modules.json", "model_index.json", "modular_model_index.json"]);
var modelConfigFormat = {
  id: "model-config",
  title: "Model configuration",
  extensions: EXTENSIONS5,
  access: "random",
  match({ name, extension, size }) {
    if (size !== void 0 && size > MAX_TEXT2 && !LOADED.test(name)) return "no";
    return EXTENSIONS5.includes(extension) || name === "MLmodel" || SPARK.test(name) ? "possible" : "no";
  },
  scan: scanConfig2
};
async function scanConfig2(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  const { name, extension } = scan2.probe;
  if (source.size > MAX_TEXT2) {
    if (!LOADED.test(name)) return "not-this-format";
    throw new ScanError("limit", `a configuration of ${source.size} bytes is not read`, 0);
  }
  const text4 = decodeJson(source.read(0, source.size));
  const keras = extension !== ".json" && KERAS.test(text4);
  if (!WORDS2.test(text4) && !keras && !LISTS.has(name) && !(SPARK.test(name) && text4.includes("sparkVersion"))) return "not-this-format";
  const references = new References(scan2, text4);
  references.nemo = artifact.path.length > 1 && name === "model_config.yaml";
  const json2 = text4.length <= MAX_JSON2 ? parseJson(text4) : void 0;
  if (json2 !== void 0) observeTree(json2.value, artifact, scan2, references, true);
  else if (text4.length <= MAX_YAML) await observeYaml(text4, artifact, scan2, references);
  else {
    references.place = placeOf(artifact, scan2, void 0);
    observeText(text4, references);
    if (references.place === "model" && LOADED.test(name))
      throw new ScanError("limit", `a configuration of ${source.size} bytes is searched for the usual ways of writing only`, 0);
  }
  return references.stated > 0 ? void 0 : "not-this-format";
}
function parseJson(text4) {
  try {
    return { value: JSON.parse(text4) };
  } catch {
    try {
      return parseLooseJson(text4);
    } catch {
      return void 0;
    }
  }
}
async function observeYaml(text4, artifact, scan2, references) {
  const { documents, tags, sound } = await readYaml(text4);
  references.place = placeOf(artifact, scan2, documents[0]);
  for (const tag of tags) observeTag(tag, references);
  for (const document of documents) {
    observeTree(document, artifact, scan2, references, false);
    await descendKeras(document, scan2, references);
  }
  if (!sound) observeText(text4, references);
}
function observeTree(value, artifact, scan2, references, json2) {
  references.place = placeOf(artifact, scan2, value);
  observePackage(value, scan2.probe.name, json2, references);
  observeReferences(value, references, () => scan2.budget.checkTime());
}
var OTHER_TOOLS = /^mkdocs(?:[._-][\w.-]*)?\.ya?ml$/i;
function placeOf(artifact, scan2, root) {
  if (OTHER_TOOLS.test(scan2.probe.name)) return "other-tool";
  if (inPackage(artifact)) return "elsewhere";
  const near = artifact.path.length > 1 || isModelConfig(root, scan2.probe.name) || (artifact.hints?.neighbour?.() ?? "none") !== "none";
  return near ? "model" : "elsewhere";
}
async function descendKeras(document, scan2, references) {
  if (typeof document !== "object" || document === null || !("class_name" in document) || !("config" in document)) return;
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  scan2.budget.charge("members", 1);
  references.stated++;
  await scan2.descend({ name: "architecture.json", size: bytes.length, open: () => memorySource(bytes) });
}

// src/formats/tfjs-json.ts
var MAX_JSON3 = 64 * 2 ** 20;
function readJsonObject(source, claimed) {
  if (source.size > MAX_JSON3) {
    if (claimed) throw new ScanError("limit", `JSON of more than ${MAX_JSON3} bytes is not read`);
    return void 0;
  }
  try {
    const value = JSON.parse(new TextDecoder().decode(source.read(0, source.size)));
    if (isObject2(value)) return value;
  } catch (error) {
    if (claimed) throw new ScanError("malformed", `no JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  }
  return void 0;
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function objects(value) {
  return Array.isArray(value) ? value.filter(isObject2) : [];
}
function text(value) {
  return typeof value === "string" ? value.slice(0, 400) : "";
}

// src/formats/mxnet.ts
var MAX_DISTINCT2 = 1e4;
var mxnetFormat = {
  id: "mxnet",
  title: "MXNet symbol",
  extensions: [".json"],
  access: "random",
  match(probe) {
    const first2 = firstVisible(probe.head);
    if (first2 !== 123 && (first2 ?? 0) < 128) return "no";
    const head = new TextDecoder().decode(probe.head);
    const nodes = /^\s*\{/.test(head) && /"nodes"\s*:\s*\[\s*\{/.test(head) && /"op"\s*:/.test(head);
    return nodes || isSymbol(probe.name) && /^\s*\{/.test(head) ? "possible" : "no";
  },
  scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "a symbol cannot be read from a stream");
    const symbol = readJsonObject(source, isSymbol(scan2.probe.name));
    if (!symbol || !Array.isArray(symbol["nodes"]) || !(Array.isArray(symbol["arg_nodes"]) || Array.isArray(symbol["heads"])))
      return "not-this-format";
    readNodes(symbol, scan2, /* @__PURE__ */ new Set());
  }
};
function isSymbol(name) {
  return /-symbol\.json$/i.test(name);
}
function readNodes(symbol, scan2, told) {
  const waiting = [symbol];
  for (let graph = waiting.pop(); graph; graph = waiting.pop()) {
    for (const node of objects(graph["nodes"])) {
      for (const each of objects(node["subgraphs"])) waiting.push(each);
      const op = text(node["op"]);
      const attributes = [node["attrs"], node["attr"], node["param"]].find(isObject2);
      const argument = attributes === void 0 ? void 0 : attributes["op_type"] ?? attributes["info"];
      const shown2 = op.startsWith("_") || op === "Custom" ? text(argument) : "";
      const key = `${op}\0${shown2}`;
      if (op === "null" || told.has(key) || told.size >= MAX_DISTINCT2) continue;
      told.add(key);
      const acts = shown2 === "" ? {} : { argument: shown2 };
      scan2.observe({ kind: "graph-op", framework: "mxnet", op, domain: "", node: text(node["name"]), ...acts, offset: 0 });
    }
  }
}

// src/formats/native.ts
var KINDS2 = [
  // e_ident: magic, class 1 or 2, byte order 1 or 2 (System V ABI). Shared libraries, programs and CUDA\u2019s cubin.
  {
    what: "an ELF library or program",
    language: "native",
    matches: (head) => u322(head, 0) === 2135247942 && isOneOf(head[4]) && isOneOf(head[5])
  },
  // The MZ header points at `PE\0\0` (PE format specification).
  {
    what: "a Windows library or program",
    language: "native",
    matches: (head) => head[0] === 77 && head[1] === 90 && hasPeHeader(head)
  },
  // An Actually Portable Executable is all of them at once (cosmopolitan, ape/specification.md): llamafile is one, with the model in a zip behind.
  {
    what: "a portable executable such as llamafile",
    language: "native",
    matches: (head) => startsWith2(head, "MZqFpD='") || startsWith2(head, "jartsr='")
  },
  {
    what: "a macOS library or program",
    language: "native",
    matches: (head) => MACH_O.has(u322(head, 0)) || u322(head, 0) === 3405691582 && u322(head, 4) > 0 && u322(head, 4) < 32
  },
  { what: "a WebAssembly module", language: "native", matches: (head) => u322(head, 0) === 6386541 && u322(head, 4) === 16777216 },
  // The same magic as a fat Mach-O file; versions of classes begin at 45.
  { what: "a Java class", language: "java", matches: (head) => u322(head, 0) === 3405691582 && u322(head, 4) >= 45 && u322(head, 4) < 200 }
];
var MACH_O = /* @__PURE__ */ new Set([4277009102, 4277009103, 3472551422, 3489328638]);
var nativeFormat = {
  id: "native-code",
  title: "Native code",
  extensions: [],
  match: (probe) => isPackedCode(probe) && kindOf2(probe.head) ? "possible" : "no",
  scan(artifact, scan2) {
    const kind = kindOf2(scan2.probe.head);
    if (kind === void 0 || inPackage(artifact)) return "not-this-format";
    scan2.observe({ kind: "shipped-code", language: kind.language, carrier: kind.what, runs: "import", reaches: [], offset: 0 });
  }
};
function kindOf2(head) {
  return KINDS2.find((kind) => kind.matches(head));
}
function startsWith2(head, magic2) {
  return [...magic2].every((char, index2) => head[index2] === char.charCodeAt(0));
}
function hasPeHeader(head) {
  if (head.length < 64) return false;
  const at2 = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(60, true);
  return at2 + 4 <= head.length ? u322(head, at2) === 1346699264 : at2 < 65536 && u322(head, 64) === 236960270;
}
function isOneOf(byte) {
  return byte === 1 || byte === 2;
}
function u322(head, at2) {
  return at2 + 4 <= head.length ? new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(at2, false) : -1;
}

// src/bytes/window.ts
var WINDOW_SIZE = 64 * 1024;
var WINDOW_PAD = 16;
var Window = class {
  buffer;
  view;
  /** The next byte to be read. */
  pos = 0;
  /** The first byte in the buffer that is not there. */
  end = 0;
  /** Offset in the input of `buffer[0]`. */
  base = 0;
  /** Bytes behind `end` that nobody wants. */
  toSkip = 0;
  /** Nothing follows `end`. */
  eof = false;
  /** A skip ran past the end of the input. */
  overrun = false;
  /** What broke the stream behind `end`, which is then its end: the bytes before it are read first. */
  failure;
  input;
  /** How much is read of a source at once: little at first, since most of what is looked at turns out to be something else. */
  step;
  /** The part of the last chunk of a stream that did not fit. */
  chunk = EMPTY;
  /** `step`: bytes of the first read of a source; each further one is eight times larger. */
  constructor(input, start = 0, step = WINDOW_SIZE) {
    this.input = input;
    this.step = step;
    this.base = start;
    this.buffer = spare.pop() ?? new Uint8Array(WINDOW_SIZE + WINDOW_PAD);
    this.view = new DataView(this.buffer.buffer);
  }
  /** Hands the buffer to the next window. Nothing may be read from this one afterwards. */
  release() {
    this.pos = this.end;
    if (spare.length < MAX_SPARE) spare.push(this.buffer);
  }
  /** Offset in the input of the next byte. */
  get offset() {
    return this.base + this.pos + (this.pos === this.end ? this.toSkip : 0);
  }
  /** Jumps over `count` bytes, wherever they are. */
  skip(count2) {
    const here = this.end - this.pos;
    if (count2 <= here) this.pos += count2;
    else {
      this.pos = this.end;
      this.toSkip += count2 - here;
    }
  }
  /** Goes back to `offset`, if its bytes are still in the buffer; false if they are gone. */
  rewind(offset) {
    if (offset < this.base || offset > this.base + this.end) return false;
    this.pos = offset - this.base;
    this.toSkip = 0;
    this.overrun = false;
    return true;
  }
  /** Moves what is unread to the front and reads on. Awaits only where a decompressor is not ready. */
  fill() {
    this.compact();
    return this.input.kind === "source" ? this.fillFromSource(this.input) : this.fillFromStream(this.input);
  }
  compact() {
    const left = this.end - this.pos;
    if (left > 0 && this.pos > 0) this.buffer.copyWithin(0, this.pos, this.end);
    this.base += this.pos;
    this.pos = 0;
    this.end = left;
  }
  fillFromSource(source) {
    if (this.toSkip > 0) {
      this.base += this.toSkip;
      this.toSkip = 0;
      if (this.base > source.size) {
        this.base = source.size;
        this.overrun = true;
      }
    }
    const wanted = Math.min(WINDOW_SIZE, this.end + this.step);
    this.step = Math.min(WINDOW_SIZE, this.step * 8);
    this.end += source.readInto(this.buffer.subarray(this.end, wanted), this.base + this.end);
    if (this.end < wanted) this.finish();
  }
  /** Throws what broke the stream, if something did. Whoever takes the end of the data for their end asks first. */
  checkFailure() {
    if (this.failure) throw this.failure;
  }
  async nextChunk(stream3) {
    if (this.failure) return void 0;
    try {
      const next = stream3.next();
      return next instanceof Promise ? await next : next;
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
      this.failure = error;
      return void 0;
    }
  }
  async fillFromStream(stream3) {
    while (this.end < WINDOW_SIZE) {
      if (this.chunk.length === 0) {
        const chunk = await this.nextChunk(stream3);
        if (chunk === void 0) {
          this.overrun ||= this.toSkip > 0;
          this.toSkip = 0;
          this.finish();
          return;
        }
        this.chunk = chunk;
      }
      if (this.toSkip > 0) {
        const jump = Math.min(this.toSkip, this.chunk.length);
        this.chunk = this.chunk.subarray(jump);
        this.toSkip -= jump;
        this.base += jump;
        continue;
      }
      const part = this.chunk.subarray(0, WINDOW_SIZE - this.end);
      this.buffer.set(part, this.end);
      this.end += part.length;
      this.chunk = this.chunk.subarray(part.length);
    }
  }
  finish() {
    this.eof = true;
    this.buffer.fill(0, this.end, this.end + WINDOW_PAD);
  }
};
var EMPTY = new Uint8Array(0);
var MAX_SPARE = 8;
var spare = [];

// src/wire/python-literal.ts
var MAX_DEPTH8 = 32;
var TOKEN = /[ \t\r\n]*(?:(?<text>[uU]?(?:'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"))|(?<int>-?\d{1,19})L?(?![\w.])|(?<word>True|False|None)\b|(?<mark>[{}[\]():,]))/y;
var ESCAPES2 = { n: "\n", r: "\r", t: "	", "\\": "\\", "'": "'", '"': '"' };
var CLOSING = { "(": ")", "[": "]" };
function parseLiteral(text4) {
  const parser = new Parser(text4);
  const value = parser.value(0);
  parser.end();
  return value;
}
var Parser = class {
  text;
  at = 0;
  constructor(text4) {
    this.text = text4;
  }
  value(depth) {
    if (depth > MAX_DEPTH8) throw new ScanError("limit", `a literal is nested deeper than ${MAX_DEPTH8} levels`);
    const { text: text4, int, word, mark } = this.token();
    if (text4 !== void 0) return { kind: "text", text: this.unquoted(text4) };
    if (int !== void 0) return { kind: "int", value: Number(int) };
    if (word !== void 0) return word === "None" ? { kind: "none" } : { kind: "bool", value: word === "True" };
    if (mark === "{") return this.dict(depth);
    if (mark === "(" || mark === "[") return this.sequence(mark, depth);
    throw this.unexpected();
  }
  end() {
    if (this.text.slice(this.at).trim() !== "") throw this.unexpected();
  }
  dict(depth) {
    const entries2 = [];
    while (!this.skips("}")) {
      if (entries2.length > 0) this.expect(",");
      if (entries2.length > 0 && this.skips("}")) break;
      const key = this.value(depth + 1);
      this.expect(":");
      entries2.push([key, this.value(depth + 1)]);
    }
    return { kind: "dict", entries: entries2 };
  }
  /** `(x)` is x itself, `(x,)` a tuple. */
  sequence(opening, depth) {
    const items3 = [];
    const closing = CLOSING[opening];
    let commas = 0;
    while (!this.skips(closing)) {
      if (items3.length > 0) {
        this.expect(",");
        commas++;
        if (this.skips(closing)) break;
      }
      items3.push(this.value(depth + 1));
    }
    const [only2] = items3;
    if (opening === "(" && only2 && items3.length === 1 && commas === 0) return only2;
    return { kind: opening === "(" ? "tuple" : "list", items: items3 };
  }
  token() {
    TOKEN.lastIndex = this.at;
    const match5 = TOKEN.exec(this.text);
    if (!match5?.groups) throw this.unexpected();
    this.at = TOKEN.lastIndex;
    return match5.groups;
  }
  /** Takes the mark, if it is the next token. */
  skips(mark) {
    const before = this.at;
    if (this.token().mark === mark) return true;
    this.at = before;
    return false;
  }
  expect(mark) {
    if (!this.skips(mark)) throw this.unexpected();
  }
  unquoted(quoted) {
    const plain2 = quoted.slice(quoted[0] === "u" || quoted[0] === "U" ? 2 : 1, -1);
    return plain2.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(.))/gs, (_all, hex2, wide, char) => {
      if (hex2 !== void 0 || wide !== void 0) return String.fromCharCode(Number.parseInt(hex2 ?? wide ?? "", 16));
      const escaped = ESCAPES2[char ?? ""];
      if (escaped === void 0) throw this.unexpected();
      return escaped;
    });
  }
  unexpected() {
    return new ScanError("malformed", `the header of the array is no literal that NumPy writes (at character ${this.at})`);
  }
};

// src/wire/npy-header.ts
var NPY_MAGIC = [147, 78, 85, 77, 80, 89];
var MAX_DEPTH9 = 16;
var NUMBER_SIZES = /* @__PURE__ */ new Set([1, 2, 4, 8, 10, 12, 16, 20, 24, 32]);
var UNKNOWN2 = { bytes: Number.NaN, object: false };
var TYPE = /^[<>=|]?([?biufcmMOSaUV])(\d{0,9})(?:\[[\w/]{1,24}\])?$/;
var ALIASES = new Map(
  Object.entries({
    "?": "bool bool_ bool8",
    i1: "b byte int8",
    u1: "B ubyte uint8",
    i2: "h short int16",
    u2: "H ushort uint16",
    i4: "i intc int32",
    u4: "I uintc uint32",
    i8: "q longlong int64",
    u8: "Q ulonglong uint64",
    f2: "e half float16",
    f4: "f single float32",
    f8: "d double float64 float float_",
    c8: "F csingle complex64 singlecomplex",
    c16: "D cdouble complex128 complex complex_ cfloat",
    O: "object object_",
    S1: "c"
  }).flatMap(([type, names3]) => names3.split(" ").map((name) => [name, type]))
);
var PART = /^ ?[<>=|]?(?: ?(\d+) ?| ?\(([ ,\d]*)\) ?)?([<>=|]? ?[A-Za-z?][\w.]*(?:\[[\w/]*\])?) ?$/;
function elementOf(type) {
  const alias = ALIASES.get(type.replace(/^[<>=|]/, ""));
  const [, kind, digits] = TYPE.exec(alias ?? type) ?? [];
  if (kind === void 0) return void 0;
  const count2 = Number(digits);
  switch (kind) {
    case "O":
      return { bytes: 8, object: true };
    case "?":
      return digits === "" ? { bytes: 1, object: false } : void 0;
    case "S":
    case "a":
    case "V":
      return { bytes: count2, object: false };
    case "U":
      return { bytes: count2 * 4, object: false };
    default:
      return NUMBER_SIZES.has(count2) ? { bytes: count2, object: false } : void 0;
  }
}
function countOf(shape) {
  if (shape.some((length) => !Number.isSafeInteger(length) || length < 0)) return void 0;
  if (shape.includes(0)) return 0;
  const count2 = shape.reduce((product, length) => product * length, 1);
  return Number.isSafeInteger(count2) ? count2 : void 0;
}
function parseNpyHeader(text4) {
  const header = parseLiteral(text4);
  if (header.kind !== "dict") throw new ScanError("malformed", "the header of the array is no dictionary");
  const fields = new Map(header.entries.map(([key, value]) => [key.kind === "text" ? key.text : "", value]));
  const descr = fields.get("descr");
  const shape = fields.get("shape");
  if (fields.size !== 3 || !descr || !shape || fields.get("fortran_order")?.kind !== "bool" || shape.kind !== "tuple") {
    throw new ScanError("malformed", "the header of the array does not have the keys descr, fortran_order and shape");
  }
  const element = describe(descr, 0);
  if (element.object) return { data: "object" };
  if (Number.isNaN(element.bytes)) return { data: "unknown" };
  const count2 = countOf(shape.items.map(lengthOf));
  const data = count2 === void 0 ? void 0 : count2 * element.bytes;
  if (data === void 0 || !Number.isSafeInteger(data)) throw new ScanError("malformed", "the array is declared larger than any file");
  return { data };
}
function describe(descr, depth) {
  if (depth > MAX_DEPTH9) throw new ScanError("limit", `the type of the array is nested deeper than ${MAX_DEPTH9} levels`);
  if (descr.kind === "text") return elementOf(descr.text) ?? fieldsOf(descr.text) ?? UNKNOWN2;
  const [base, shape] = descr.kind === "tuple" ? descr.items : [];
  if (base && shape) return repeated(describe(base, depth + 1), shape);
  if (descr.kind !== "list") throw new ScanError("malformed", "the type of the array is neither a text nor a list of fields");
  let bytes = 0;
  let object2 = false;
  for (const field of descr.items) {
    const [, type, times] = field.kind === "tuple" ? field.items : [];
    if (!type) throw new ScanError("malformed", "a field of the array has no type");
    const one = describe(type, depth + 1);
    const element = times ? repeated(one, times) : one;
    bytes += element.bytes;
    object2 ||= element.object;
  }
  return { bytes, object: object2 };
}
function fieldsOf(text4) {
  let bytes = 0;
  let object2 = false;
  for (const part of parts(text4.replace(/ +/g, " "))) {
    const [, times, shape, type] = PART.exec(part) ?? [];
    const element = type === void 0 ? void 0 : elementOf(type.replace(" ", ""));
    const lengths = (shape ?? times ?? "").split(",").filter((length) => length.trim() !== "");
    const count2 = countOf(lengths.map(Number));
    if (element === void 0 || count2 === void 0 || element.bytes === 0 && lengths.length > 0) return void 0;
    bytes += element.bytes * count2;
    object2 ||= element.object;
  }
  return { bytes, object: object2 };
}
function parts(text4) {
  const found = [];
  let start = 0;
  let inner = false;
  for (let at2 = 0; at2 < text4.length; at2++) {
    if (text4[at2] === "(") inner = true;
    else if (text4[at2] === ")") inner = false;
    else if (text4[at2] === "," && !inner) {
      found.push(text4.slice(start, at2));
      start = at2 + 1;
    }
  }
  const last = text4.slice(start);
  return last.trim() === "" && found.length > 0 ? found : [...found, last];
}
function repeated(element, shape) {
  const count2 = countOf(shape.kind === "tuple" ? shape.items.map(lengthOf) : [lengthOf(shape)]);
  if (count2 === void 0) throw new ScanError("malformed", "a field of the array has an impossible shape");
  if (element.bytes === 0 && !element.object) return UNKNOWN2;
  return { bytes: element.bytes * count2, object: element.object };
}
function lengthOf(length) {
  return length.kind === "int" ? length.value : -1;
}

// src/pickle/opcodes.ts
var opcodes = [
  ["INT", 73, "decimalnl_short", 0],
  ["BININT", 74, "int4", 1],
  ["BININT1", 75, "uint1", 1],
  ["BININT2", 77, "uint2", 1],
  ["LONG", 76, "decimalnl_long", 0],
  ["LONG1", 138, "counted1", 2],
  ["LONG4", 139, "counted4", 2],
  ["STRING", 83, "stringnl", 0],
  ["BINSTRING", 84, "counted4", 1],
  ["SHORT_BINSTRING", 85, "counted1", 1],
  ["BINBYTES", 66, "counted4", 3],
  ["SHORT_BINBYTES", 67, "counted1", 3],
  ["BINBYTES8", 142, "counted8", 4],
  ["BYTEARRAY8", 150, "counted8", 5],
  ["NEXT_BUFFER", 151, "none", 5],
  ["READONLY_BUFFER", 152, "none", 5],
  ["NONE", 78, "none", 0],
  ["NEWTRUE", 136, "none", 2],
  ["NEWFALSE", 137, "none", 2],
  ["UNICODE", 86, "unicodestringnl", 0],
  ["SHORT_BINUNICODE", 140, "counted1", 4],
  ["BINUNICODE", 88, "counted4", 1],
  ["BINUNICODE8", 141, "counted8", 4],
  ["FLOAT", 70, "floatnl", 0],
  ["BINFLOAT", 71, "float8", 1],
  ["EMPTY_LIST", 93, "none", 1],
  ["APPEND", 97, "none", 0],
  ["APPENDS", 101, "none", 1],
  ["LIST", 108, "none", 0],
  ["EMPTY_TUPLE", 41, "none", 1],
  ["TUPLE", 116, "none", 0],
  ["TUPLE1", 133, "none", 2],
  ["TUPLE2", 134, "none", 2],
  ["TUPLE3", 135, "none", 2],
  ["EMPTY_DICT", 125, "none", 1],
  ["DICT", 100, "none", 0],
  ["SETITEM", 115, "none", 0],
  ["SETITEMS", 117, "none", 1],
  ["EMPTY_SET", 143, "none", 4],
  ["ADDITEMS", 144, "none", 4],
  ["FROZENSET", 145, "none", 4],
  ["POP", 48, "none", 0],
  ["DUP", 50, "none", 0],
  ["MARK", 40, "none", 0],
  ["POP_MARK", 49, "none", 1],
  ["GET", 103, "decimalnl_short", 0],
  ["BINGET", 104, "uint1", 1],
  ["LONG_BINGET", 106, "uint4", 1],
  ["PUT", 112, "decimalnl_short", 0],
  ["BINPUT", 113, "uint1", 1],
  ["LONG_BINPUT", 114, "uint4", 1],
  ["MEMOIZE", 148, "none", 4],
  ["EXT1", 130, "uint1", 2],
  ["EXT2", 131, "uint2", 2],
  ["EXT4", 132, "int4", 2],
  ["GLOBAL", 99, "stringnl_noescape_pair", 0],
  ["STACK_GLOBAL", 147, "none", 4],
  ["REDUCE", 82, "none", 0],
  ["BUILD", 98, "none", 0],
  ["INST", 105, "stringnl_noescape_pair", 0],
  ["OBJ", 111, "none", 1],
  ["NEWOBJ", 129, "none", 2],
  ["NEWOBJ_EX", 146, "none", 4],
  ["PROTO", 128, "uint1", 2],
  ["STOP", 46, "none", 0],
  ["FRAME", 149, "uint8", 4],
  ["PERSID", 80, "stringnl_noescape", 0],
  ["BINPERSID", 81, "none", 1]
];
var names = [];
for (const [name, code] of opcodes) names[code] = name;
function opcodeName(code) {
  return names[code];
}

// src/pickle/frames.ts
function dropRest(source, { frameStart, frameEnd, opcode }) {
  const at2 = straddlingRead(source, opcode, frameEnd);
  if (at2 === void 0) return void 0;
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(opcode - frameStart), true);
  return concat([
    slice(source, 0, frameStart - 8),
    memorySource(length),
    slice(source, frameStart, at2 - frameStart),
    slice(source, frameEnd)
  ]);
}
var arguments_ = new Map(opcodes.map(([, code, argument]) => [code, argument]));
var FIXED3 = { uint1: 1, uint2: 2, int4: 4, uint4: 4, uint8: 8, float8: 8 };
var COUNTED = { counted1: 1, counted4: 4, counted8: 8 };
var READ_INTO = /* @__PURE__ */ new Set([66, 67, 142, 150]);
function straddlingRead(source, opcode, frameEnd) {
  const code = source.read(opcode, 1)[0] ?? 0;
  const kind = arguments_.get(code);
  const from = opcode + 1;
  if (kind === void 0 || kind === "none") return void 0;
  const fixed = FIXED3[kind];
  if (fixed !== void 0) return from + fixed > frameEnd ? from : void 0;
  const counted2 = COUNTED[kind];
  if (counted2 !== void 0) {
    if (from + counted2 > frameEnd) return from;
    return READ_INTO.has(code) ? void 0 : from + counted2;
  }
  const rest2 = source.read(from, Math.max(0, Math.min(frameEnd - from, 65536)));
  const newline = rest2.indexOf(10);
  return newline < 0 ? from : from + newline + 1;
}

// src/pickle/values.ts
var NONE = 0;
var TRUE = 1;
var FALSE = 2;
var FLOAT = 3;
var INT = 4;
var TEXT = 5;
var BYTES2 = 6;
var TUPLE = 7;
var LIST = 8;
var DICT = 9;
var SET = 10;
var FROZENSET = 11;
var UNKNOWN3 = 12;
var EXTENSION = 13;
var BUFFER2 = 14;
var DROPPED = 15;
var OBJECT = 63;
var UTF82 = 0;
var LATIN1 = 1;
var STRING_ESCAPE = 2;
var RAW_UNICODE = 3;
var BYTES_LITERAL = 4;
var BYTEARRAY_LITERAL = 5;
var FLOAT8 = 6;
var LONG = 7;
var MAX_LAZY = 511;
var LAZY = 64;
function lazy(offset, length, flavour) {
  return LAZY + (offset * 512 + length) * 8 + flavour;
}
function isLazy(value) {
  return typeof value === "number" && value >= LAZY;
}
function lazyFlavour(code) {
  return (code - LAZY) % 8;
}
function lazyLength(code) {
  return Math.floor((code - LAZY) / 8) % 512;
}
function lazyOffset(code) {
  return Math.floor((code - LAZY) / 4096);
}
var MAX_INT = 2 ** 44;
function integer(value) {
  if (!Number.isInteger(value) || value >= MAX_INT || value <= -MAX_INT) return INT;
  return value >= 0 ? -1 - 2 * value : 2 * value;
}
function isInteger(value) {
  return typeof value === "number" && value < 0;
}
function integerOf(code) {
  const zigzag = -1 - code;
  return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
}
var MAX_DEPTH10 = 16;
var MAX_ITEMS = 16;
var MAX_ENTRIES2 = 48;
var HOWS = ["reduce", "newobj", "inst", "obj", "build", "append", "setitem", "additems"];
function howBit(how) {
  return 2 ** HOWS.indexOf(how);
}
var DISCARDED_BIT = 2 ** HOWS.length;
var GlobalRef = class {
  kind = "global";
  module;
  name;
  /** The pickle worked the name out, with getattr and the like. */
  computed;
  /** Ways of use of which the listener wants to hear no more: a bit each, see `howBit`. */
  settled = 0;
  /** REDUCEs without arguments, which are all alike. */
  bare = 0;
  /** It was told that something else can call it. */
  handedOn = false;
  /** One shared result for calls whose arguments are no longer kept. */
  shared;
  constructor(module, name, computed) {
    this.module = module;
    this.name = name;
    this.computed = computed;
  }
};
var Result = class {
  kind = "result";
  callee;
  args;
  how;
  depth;
  offset;
  /** Stored in the memo: something else may refer to it. */
  memoized = false;
  /** Ways in which it was filled after its construction, as bits. */
  touched = 0;
  constructor(callee, args, how, offset) {
    const depth = 1 + Math.max(depthOf2(callee), ...args.map(depthOf2));
    const deep = depth > MAX_DEPTH10;
    this.callee = deep && typeof callee === "object" && callee.kind !== "global" ? UNKNOWN3 : callee;
    this.args = deep ? [] : args;
    this.how = how;
    this.depth = Math.min(depth, MAX_DEPTH10);
    this.offset = offset;
  }
};
var Sequence = class {
  kind;
  items;
  more;
  /** How many leaves the object has when it is written out: nesting doubles it in a few bytes. */
  weight = 1;
  depth = 1;
  constructor(kind, items3, more = false) {
    this.kind = kind;
    this.more = more;
    this.items = items3;
    for (let index2 = 0; index2 < items3.length; index2++) {
      const item = items3[index2];
      if (typeof item !== "object") this.weight++;
      else {
        this.weight += "weight" in item ? item.weight : 1;
        this.depth = Math.max(this.depth, 1 + depthOf2(item));
      }
    }
    if (this.depth > MAX_DEPTH10) {
      this.depth = MAX_DEPTH10;
      this.items = [];
      this.more = true;
    }
  }
};
var Dict = class {
  kind = "dict";
  /** Keys and values in turn. */
  entries;
  more;
  depth = 1;
  constructor(entries2, more = false) {
    for (let index2 = 0; index2 < entries2.length; index2++) {
      const entry = entries2[index2];
      if (typeof entry === "object") this.depth = Math.max(this.depth, 1 + depthOf2(entry));
    }
    const deep = this.depth > MAX_DEPTH10;
    this.depth = Math.min(this.depth, MAX_DEPTH10);
    this.entries = deep ? [] : entries2;
    this.more = more || deep;
  }
};
var Blob = class {
  kind = "blob";
  flavour;
  offset;
  length;
  constructor(flavour, offset, length) {
    this.flavour = flavour;
    this.offset = offset;
    this.length = length;
  }
};
var ModuleRef = class {
  kind = "module";
  module;
  constructor(module) {
    this.module = module;
  }
};
var PersistentId = class {
  kind = "persistent-id";
  id;
  constructor(id) {
    this.id = id;
  }
};
function depthOf2(value) {
  if (typeof value === "number") return 0;
  switch (value.kind) {
    case "result":
    case "tuple":
    case "list":
    case "set":
    case "frozenset":
    case "dict":
      return value.depth;
    case "persistent-id":
      return 1 + depthOf2(value.id);
    case "global":
    case "text":
    case "bytes":
    case "blob":
    case "module":
      return 0;
  }
}

// src/pickle/arena.ts
var MAX_KEPT = 64 * 1024 * 1024;
var MAX_LONG = 32 * 1024;
var Arena = class {
  bytes = new Uint8Array(4096);
  used = 0;
  /** A short literal: its code points into the arena. */
  literal(buffer, from, length, flavour) {
    const offset = this.store(buffer.subarray(from, from + length));
    if (offset >= 0) return lazy(offset, length, flavour);
    return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL ? BYTES2 : flavour === LONG ? INT : DROPPED;
  }
  /** A long literal of which `head` is at hand. */
  keep(head, length, flavour) {
    const offset = length > MAX_LONG ? -1 : this.store(head.subarray(0, length));
    if (offset >= 0) return new Blob(flavour, offset, length);
    return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL ? BYTES2 : flavour === LONG ? INT : TEXT;
  }
  read(offset, length) {
    return this.bytes.subarray(offset, Math.min(offset + length, this.used));
  }
  store(part) {
    if (this.used + part.length > this.bytes.length) {
      if (this.used + part.length > MAX_KEPT) return -1;
      const wider = new Uint8Array(Math.min(MAX_KEPT, Math.max(this.bytes.length * 2, this.used + part.length)));
      wider.set(this.bytes.subarray(0, this.used));
      this.bytes = wider;
    }
    const offset = this.used;
    this.bytes.set(part, offset);
    this.used += part.length;
    return offset;
  }
};

// src/pickle/literals.ts
function asciiLine(bytes, from, to) {
  let text4 = "";
  for (let at2 = from; at2 < to; at2++) {
    const byte = bytes[at2] ?? 0;
    if (byte === 0) break;
    text4 += String.fromCharCode(byte);
  }
  return text4;
}
var INTEGER = /^\s*([+-]?)(?:0[xX]_?([0-9a-fA-F_]+)|0[oO]_?([0-7_]+)|0[bB]_?([01_]+)|([0-9][0-9_]*))L?\s*$/;
function parseInteger(line, decimal = false) {
  const match5 = INTEGER.exec(line);
  if (!match5) return void 0;
  const [, sign, hex2, octal, binary, digits] = match5;
  const clean2 = (text4) => text4.replaceAll("_", "");
  let value;
  if (hex2 !== void 0) value = Number.parseInt(clean2(hex2), 16);
  else if (octal !== void 0) value = Number.parseInt(clean2(octal), 8);
  else if (binary !== void 0) value = Number.parseInt(clean2(binary), 2);
  else {
    const text4 = clean2(digits ?? "");
    value = !decimal && /^0[0-7]+$/.test(text4) ? Number.parseInt(text4, 8) : Number.parseInt(text4, 10);
  }
  return Number.isNaN(value) ? void 0 : sign === "-" ? -value : value;
}
var FLOAT2 = /^\s*[+-]?(?:inf(?:inity)?|nan|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:e[+-]?[0-9_]+)?)\s*$/i;
function isFloat(line) {
  return FLOAT2.test(line);
}
function unescapeString(bytes) {
  let text4 = "";
  for (let at2 = 0; at2 < bytes.length; at2++) {
    const byte = bytes[at2] ?? 0;
    if (byte !== 92) {
      text4 += String.fromCharCode(byte);
      continue;
    }
    const next = bytes[at2 + 1];
    const simple = next === void 0 ? void 0 : SIMPLE_ESCAPES.get(next);
    if (simple !== void 0) {
      text4 += simple;
      at2++;
    } else if (next === 120 && isHex(bytes[at2 + 2]) && isHex(bytes[at2 + 3])) {
      text4 += String.fromCharCode(Number.parseInt(String.fromCharCode(bytes[at2 + 2] ?? 0, bytes[at2 + 3] ?? 0), 16));
      at2 += 3;
    } else if (isOctal(next)) {
      let value = 0;
      let digits = 0;
      while (digits < 3 && isOctal(bytes[at2 + 1])) {
        value = value * 8 + ((bytes[at2 + 1] ?? 48) - 48);
        digits++;
        at2++;
      }
      text4 += String.fromCharCode(value % 256);
    } else text4 += "\\";
  }
  return text4;
}
function unescapeRawUnicode(bytes) {
  let text4 = "";
  for (let at2 = 0; at2 < bytes.length; at2++) {
    const byte = bytes[at2] ?? 0;
    if (byte !== 92) {
      text4 += String.fromCharCode(byte);
      continue;
    }
    const kind = bytes[at2 + 1];
    if (kind === 92) {
      text4 += "\\\\";
      at2++;
      continue;
    }
    const digits = kind === 117 ? 4 : kind === 85 ? 8 : 0;
    const code = digits === 0 ? Number.NaN : hexValue(bytes, at2 + 2, digits);
    if (Number.isNaN(code) || code > 1114111) text4 += "\\";
    else {
      text4 += String.fromCodePoint(code);
      at2 += 1 + digits;
    }
  }
  return text4;
}
var SIMPLE_ESCAPES = /* @__PURE__ */ new Map([
  [10, ""],
  [92, "\\"],
  [39, "'"],
  [34, '"'],
  [98, "\b"],
  [102, "\f"],
  [116, "	"],
  [110, "\n"],
  [114, "\r"],
  [118, "\v"],
  [97, "\x07"]
]);
function hexValue(bytes, from, digits) {
  let value = 0;
  for (let at2 = from; at2 < from + digits; at2++) {
    const byte = bytes[at2];
    if (!isHex(byte)) return Number.NaN;
    value = value * 16 + Number.parseInt(String.fromCharCode(byte ?? 0), 16);
  }
  return value;
}
function isHex(byte) {
  return byte !== void 0 && (byte >= 48 && byte <= 57 || byte >= 65 && byte <= 70 || byte >= 97 && byte <= 102);
}
function isOctal(byte) {
  return byte !== void 0 && byte >= 48 && byte <= 55;
}

// src/pickle/text.ts
var utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
function textOf(value, read) {
  if (typeof value === "object") return value.kind === "text" ? value.text : void 0;
  if (!isLazy(value)) return void 0;
  const flavour = lazyFlavour(value);
  if (flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL || flavour === FLOAT8 || flavour === LONG) return void 0;
  const length = lazyLength(value);
  const bytes = read(lazyOffset(value), length);
  return bytes.length < length ? void 0 : decodeText(bytes, flavour);
}
function decodeText(bytes, flavour) {
  switch (flavour) {
    case UTF82:
      return utf8.decode(bytes);
    case STRING_ESCAPE:
      return unescapeString(bytes);
    case RAW_UNICODE:
      return unescapeRawUnicode(bytes);
    case LATIN1:
      return latin12(bytes);
    default:
      return "";
  }
}
function bytesOf(value, read, max) {
  if (typeof value === "object") {
    if (value.kind === "bytes") return value.bytes.length <= max ? value.bytes : void 0;
    if (value.kind !== "blob" || value.flavour !== BYTES_LITERAL && value.flavour !== BYTEARRAY_LITERAL && value.flavour !== LATIN1)
      return void 0;
    return value.length > max ? void 0 : complete(read(value.offset, value.length), value.length);
  }
  if (!isLazy(value)) return void 0;
  const flavour = lazyFlavour(value);
  if (flavour === STRING_ESCAPE) return latin1Bytes(unescapeString(read(lazyOffset(value), lazyLength(value))));
  if (flavour !== BYTES_LITERAL && flavour !== BYTEARRAY_LITERAL && flavour !== LATIN1) return void 0;
  return complete(read(lazyOffset(value), lazyLength(value)), lazyLength(value));
}
function literalBytes(value, read, max) {
  if (typeof value === "object") {
    if (value.kind !== "blob" || value.length > max) return void 0;
    return complete(read(value.offset, value.length), value.length);
  }
  if (!isLazy(value)) return void 0;
  if (lazyFlavour(value) === STRING_ESCAPE) return bytesOf(value, read, max);
  return complete(read(lazyOffset(value), lazyLength(value)), lazyLength(value));
}
function isBytes(value) {
  const flavour = typeof value === "object" ? value.kind === "blob" ? value.flavour : UTF82 : isLazy(value) ? lazyFlavour(value) : UTF82;
  return flavour === BYTES_LITERAL || flavour === BYTEARRAY_LITERAL;
}
function latin1Bytes(text4) {
  const bytes = new Uint8Array(text4.length);
  for (let at2 = 0; at2 < text4.length; at2++) {
    const code = text4.charCodeAt(at2);
    if (code > 255) return void 0;
    bytes[at2] = code;
  }
  return bytes;
}
function latin12(bytes) {
  let text4 = "";
  for (let at2 = 0; at2 < bytes.length; at2 += 8192) text4 += String.fromCharCode(...bytes.subarray(at2, at2 + 8192));
  return text4;
}
function complete(bytes, length) {
  return bytes.length < length ? void 0 : bytes;
}

// src/pickle/evaluate.ts
var MAX_TEXT3 = 4096;
var MAX_PAYLOAD = 1 << 24;
var MAX_STEPS2 = 24;
function resolveText(value, read, steps2 = MAX_STEPS2) {
  const literal = textOf(value, read);
  if (literal !== void 0) return literal.length > MAX_TEXT3 ? void 0 : literal;
  if (!(value instanceof Result) || steps2 <= 0) return void 0;
  const text4 = textCall(value, read, steps2 - 1);
  return text4 === void 0 || text4.length > MAX_TEXT3 ? void 0 : text4;
}
function textCall(call, read, steps2) {
  const [first2, second] = call.args;
  const name = calledName(call);
  if (name === void 0 || first2 === void 0) return void 0;
  switch (name) {
    case "_operator.add":
    case "_operator.concat":
    case "_operator.iadd":
    case "_operator.iconcat":
    case "builtins.str.__add__":
      return second === void 0 ? void 0 : concat2(resolveText(first2, read, steps2), resolveText(second, read, steps2));
    case "builtins.str.join":
      return second === void 0 ? void 0 : join2(resolveText(first2, read, steps2), second, read, steps2);
    case "builtins.str":
    case "builtins.str.__str__":
    case "numpy.str_":
    case "numpy.unicode_":
      return resolveText(first2, read, steps2);
    case "_codecs.decode":
    case "codecs.decode":
    case "builtins.bytes.decode":
      return plainCodec(second, read) ? decoded(resolveBytes(first2, read, steps2)) : void 0;
    case "builtins.chr":
      return isInteger(first2) && integerOf(first2) >= 0 && integerOf(first2) < 1114112 ? String.fromCodePoint(integerOf(first2)) : void 0;
    default:
      return void 0;
  }
}
function resolveBytes(value, read, steps2 = MAX_STEPS2) {
  const literal = bytesOf(value, read, MAX_PAYLOAD);
  if (literal !== void 0) return literal;
  if (!(value instanceof Result) || steps2 <= 0) return void 0;
  const [first2, second] = value.args;
  const name = calledName(value);
  if (name === void 0 || first2 === void 0) return void 0;
  switch (name) {
    case "_codecs.encode":
    case "codecs.encode":
    case "builtins.str.encode":
      return encodedBy(second, longText(first2, read, steps2 - 1), read);
    case "_codecs.latin_1_encode":
      return encoded(longText(first2, read, steps2 - 1));
    case "base64.b64decode":
    case "base64.standard_b64decode":
    case "base64.urlsafe_b64decode":
    case "base64.decodebytes":
    case "base64.decodestring":
    case "binascii.a2b_base64":
      return fromText(first2, "base64", read, steps2);
    case "binascii.unhexlify":
    case "binascii.a2b_hex":
    case "base64.b16decode":
    case "builtins.bytes.fromhex":
    case "builtins.bytearray.fromhex":
      return fromText(first2, "hex", read, steps2);
    case "builtins.bytes":
    case "builtins.bytearray":
    case "_io.BytesIO":
    case "zlib.decompress":
    case "gzip.decompress":
    case "bz2.decompress":
    case "lzma.decompress":
      return resolveBytes(first2, read, steps2 - 1) ?? encoded(longText(first2, read, steps2 - 1));
    case "_codecs.decode":
    case "codecs.decode":
      return decodeBinaryCodec(first2, second, read, steps2);
    case "_operator.add":
    case "_operator.concat":
      return second === void 0 ? void 0 : joinBytes(resolveBytes(first2, read, steps2 - 1), resolveBytes(second, read, steps2 - 1));
    default:
      return void 0;
  }
}
function calledName(call) {
  return call.callee instanceof GlobalRef ? canonical(call.callee) : void 0;
}
function boundJoin(separator, list, offset) {
  return new Result(STR_JOIN, [separator, list], "reduce", offset);
}
var STR_JOIN = new GlobalRef("builtins", "str.join", true);
var C_NAMES = /* @__PURE__ */ new Map([
  ["operator", "_operator"],
  ["io", "_io"],
  ["_pyio", "_io"],
  ["__builtin__", "builtins"]
]);
function canonical(ref) {
  return `${C_NAMES.get(ref.module) ?? ref.module}.${ref.name}`;
}
function longText(value, read, steps2) {
  if (value instanceof Blob && value.flavour !== BYTES_LITERAL && value.length <= MAX_PAYLOAD) {
    const bytes = read(value.offset, value.length);
    return bytes.length < value.length ? void 0 : new TextDecoder().decode(bytes);
  }
  return resolveText(value, read, steps2);
}
function fromText(value, encoding, read, steps2) {
  const bytes = resolveBytes(value, read, steps2 - 1);
  const text4 = bytes ? latin12(bytes) : longText(value, read, steps2 - 1);
  return text4 === void 0 ? void 0 : new Uint8Array(Buffer.from(text4, encoding));
}
function plainCodec(codec, read) {
  const name = codec === void 0 ? "utf8" : textOf(codec, read);
  return name !== void 0 && /^(?:utf[-_]?8|latin[-_]?1|iso[-_]?8859[-_]?1|ascii|us[-_]?ascii)$/i.test(name);
}
function decodeBinaryCodec(value, codec, read, steps2) {
  const name = codec === void 0 ? void 0 : textOf(codec, read)?.toLowerCase().replace(/[-_]?codec$/, "");
  if (name === "hex") return fromText(value, "hex", read, steps2);
  if (name === "base64") return fromText(value, "base64", read, steps2);
  return name === "zlib" || name === "zip" || name === "bz2" ? resolveBytes(value, read, steps2 - 1) : void 0;
}
function encodedBy(codec, text4, read) {
  const name = codec === void 0 ? "utf8" : textOf(codec, read) ?? "";
  if (text4 !== void 0 && /^raw[-_]unicode[-_]escape$/i.test(name)) return latin1Bytes(text4.replace(/[^\0-\xff]/gu, unicodeEscape));
  if (text4 === void 0 || !plainCodec(codec, read)) return void 0;
  return /^utf/i.test(name) ? new TextEncoder().encode(text4) : latin1Bytes(text4);
}
function unicodeEscape(character) {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
function encoded(text4) {
  return text4 === void 0 ? void 0 : latin1Bytes(text4) ?? new TextEncoder().encode(text4);
}
function decoded(bytes) {
  return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
}
function concat2(left, right) {
  return left === void 0 || right === void 0 ? void 0 : left + right;
}
function joinBytes(left, right) {
  if (left === void 0 || right === void 0 || left.length + right.length > MAX_PAYLOAD) return void 0;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
function join2(separator, list, read, steps2) {
  if (separator === void 0 || typeof list === "number" || !("items" in list) || list.more) return void 0;
  const parts3 = [];
  for (const item of list.items) {
    const part = resolveText(item, read, steps2);
    if (part === void 0) return void 0;
    parts3.push(part);
  }
  return parts3.join(separator);
}

// src/pickle/code-object.ts
var MAKERS = /* @__PURE__ */ new Set(["types.CodeType", "new.code", "builtins.code", "dill._dill._create_code", "dill.dill._create_code"]);
var TYPES_BY_NAME = /* @__PURE__ */ new Set(["_builtin_type", "_load_type"]);
var NOTHING = new Uint8Array(0);
var MAX_NESTING = 4;
function makesCode(callee, name, read) {
  if (name !== void 0) return MAKERS.has(name);
  if (!(callee instanceof Result) || !(callee.callee instanceof GlobalRef) || !TYPES_BY_NAME.has(callee.callee.name)) return false;
  const [type] = callee.args;
  return type !== void 0 && textOf(type, read) === "CodeType";
}
function pickledCode(args, read) {
  const tuples = [];
  const texts3 = [];
  let bytecode = NOTHING;
  for (const arg of args) {
    if (arg instanceof Sequence) tuples.push(arg);
    else if (arg === TUPLE) tuples.push(void 0);
    else {
      const text4 = tuples.length === 0 ? void 0 : textOf(arg, read);
      if (text4 !== void 0) texts3.push(text4);
      else if (tuples.length === 0) bytecode = longest(bytecode, resolveBytes(arg, read));
    }
  }
  return {
    filename: texts3[0] ?? "",
    name: texts3[1] ?? "",
    names: textsOf(tuples[1], read),
    strings: textsOf(tuples[0], read),
    bytecode,
    recent: texts3.length >= 3
  };
}
function longest(one, other2) {
  return other2 !== void 0 && other2.length > one.length ? other2 : one;
}
function textsOf(sequence, read, depth = 0) {
  const found = [];
  for (const item of sequence?.items ?? []) {
    const text4 = textOf(item, read);
    if (text4 !== void 0) found.push(text4);
    else if (item instanceof Sequence && depth < MAX_NESTING) found.push(...textsOf(item, read, depth + 1));
  }
  return found;
}

// src/pickle/preview.ts
var MAX_SHOWN2 = 1024;
var MAX_NODES = 160;
function preview(value, read, budget = { nodes: MAX_NODES }) {
  budget.nodes--;
  if (budget.nodes < 0) return { kind: "unknown", what: "\u2026" };
  if (typeof value === "number") return previewCode(value, read);
  return previewObject(value, read, budget);
}
function calleeOf(value, read, budget = { nodes: MAX_NODES }) {
  if (typeof value === "object") {
    if (value.kind === "global") return { kind: "global", module: value.module, name: value.name, computed: value.computed };
    if (value.kind === "result" && isGetattr(value.callee) && value.args.length >= 2) {
      const name = textOf(value.args[1] ?? NONE, read);
      if (name !== void 0) return { kind: "method", of: preview(value.args[0] ?? NONE, read, budget), name };
    }
  }
  return { kind: "unknown", of: preview(value, read, budget) };
}
function isGetattr(callee) {
  return typeof callee === "object" && callee.kind === "global" && callee.name === "getattr" && callee.module === "builtins";
}
function previewCode(code, read) {
  if (isInteger(code)) return { kind: "int", text: String(integerOf(code)) };
  if (isLazy(code)) return previewLazy(code, read);
  switch (code) {
    case NONE:
      return { kind: "none" };
    case TRUE:
      return { kind: "bool", value: true };
    case FALSE:
      return { kind: "bool", value: false };
    case FLOAT:
      return { kind: "float", text: "\u2026" };
    case INT:
      return { kind: "int", text: "\u2026" };
    case TEXT:
      return { kind: "text", text: "\u2026", length: Number.MAX_SAFE_INTEGER };
    case BYTES2:
      return { kind: "bytes", head: new Uint8Array(0), length: Number.MAX_SAFE_INTEGER };
    case TUPLE:
      return { kind: "tuple", items: [], more: true };
    case LIST:
      return { kind: "list", items: [], more: true };
    case SET:
      return { kind: "set", items: [], more: true };
    case FROZENSET:
      return { kind: "frozenset", items: [], more: true };
    case DICT:
      return { kind: "dict", entries: [], more: true };
    case EXTENSION:
      return { kind: "unknown", what: "extension code" };
    case BUFFER2:
      return { kind: "unknown", what: "out-of-band buffer" };
    case DROPPED:
      return { kind: "unknown", what: "memo entry that was given up" };
    default:
      return { kind: "unknown", what: "unknown value" };
  }
}
function previewLazy(code, read) {
  const flavour = lazyFlavour(code);
  const length = lazyLength(code);
  const bytes = read(lazyOffset(code), length);
  switch (flavour) {
    case BYTES_LITERAL:
    case BYTEARRAY_LITERAL:
      return { kind: "bytes", head: bytes.slice(), length };
    case FLOAT8:
      return { kind: "float", text: bytes.length < 8 ? "\u2026" : String(new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0)) };
    case LONG:
      return { kind: "int", text: longText2(bytes) };
    default: {
      const text4 = decodeText(bytes, flavour);
      return { kind: "text", text: text4, length: text4.length };
    }
  }
}
function longText2(bytes) {
  let value = 0n;
  for (let at2 = bytes.length - 1; at2 >= 0; at2--) value = value << 8n | BigInt(bytes[at2] ?? 0);
  if (bytes.length > 0 && (bytes[bytes.length - 1] ?? 0) >= 128) value -= 1n << BigInt(8 * bytes.length);
  return bytes.length > 16 ? `0x${value.toString(16)}` : value.toString();
}
function previewObject(value, read, budget) {
  switch (value.kind) {
    case "global":
      return { kind: "global", module: value.module, name: value.name };
    case "module":
      return { kind: "module", module: value.module };
    case "text":
      return { kind: "text", text: value.text.slice(0, MAX_SHOWN2), length: value.text.length };
    case "bytes":
      return { kind: "bytes", head: value.bytes.slice(0, MAX_SHOWN2), length: value.bytes.length };
    case "blob": {
      const head = read(value.offset, Math.min(value.length, MAX_SHOWN2));
      if (value.flavour === BYTES_LITERAL || value.flavour === BYTEARRAY_LITERAL)
        return { kind: "bytes", head: head.slice(), length: value.length };
      if (value.flavour === LONG) return { kind: "int", text: "\u2026" };
      return { kind: "text", text: decodeText(head, value.flavour), length: value.length };
    }
    case "tuple":
    case "list":
    case "set":
    case "frozenset":
      return { kind: value.kind, items: value.items.map((item) => preview(item, read, budget)), more: value.more };
    case "dict": {
      const entries2 = [];
      for (let at2 = 0; at2 + 1 < value.entries.length; at2 += 2) {
        entries2.push([preview(value.entries[at2] ?? NONE, read, budget), preview(value.entries[at2 + 1] ?? NONE, read, budget)]);
      }
      return { kind: "dict", entries: entries2, more: value.more };
    }
    case "result":
      return {
        kind: "result",
        callee: calleeOf(value.callee, read, budget),
        args: value.args.map((arg) => preview(arg, read, budget)),
        ...(value.touched & howBit("build")) !== 0 ? { stated: true } : {}
      };
    case "persistent-id":
      return { kind: "persistent-id", id: preview(value.id, read, budget) };
  }
}

// src/pickle/python2.ts
var MOVED_NAMES = [
  ["UserDict", "collections", "UserDict"],
  ["UserList", "collections", "UserList"],
  ["UserString", "collections", "UserString"],
  ["__builtin__", "functools", "reduce"],
  ["__builtin__", "sys", "intern"],
  ["_multiprocessing", "multiprocessing.connection", "Connection"],
  ["_socket", "socket", "fromfd"],
  [
    "exceptions",
    "builtins",
    `ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
    EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError
    IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError OverflowError
    PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError
    SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
    UnicodeWarning UserWarning ValueError Warning ZeroDivisionError`
  ],
  ["multiprocessing", "multiprocessing.context", "AuthenticationError BufferTooShort ProcessError TimeoutError"],
  ["multiprocessing.forking", "multiprocessing.popen_fork", "Popen"],
  ["multiprocessing.process", "multiprocessing.context", "Process"],
  ["urllib", "urllib.error", "ContentTooShortError"],
  ["urllib", "urllib.parse", "quote quote_plus unquote unquote_plus urlencode"],
  ["urllib", "urllib.request", "getproxies pathname2url url2pathname urlcleanup urlopen urlretrieve"],
  ["urllib2", "urllib.error", "HTTPError URLError"],
  ["whichdb", "dbm", "whichdb"]
];
var RENAMED = [
  ["UserDict", "IterableUserDict", "collections", "UserDict"],
  ["__builtin__", "basestring", "builtins", "str"],
  ["__builtin__", "long", "builtins", "int"],
  ["__builtin__", "unichr", "builtins", "chr"],
  ["__builtin__", "unicode", "builtins", "str"],
  ["__builtin__", "xrange", "builtins", "range"],
  ["exceptions", "StandardError", "builtins", "Exception"],
  ["itertools", "ifilter", "builtins", "filter"],
  ["itertools", "ifilterfalse", "itertools", "filterfalse"],
  ["itertools", "imap", "builtins", "map"],
  ["itertools", "izip", "builtins", "zip"],
  ["itertools", "izip_longest", "itertools", "zip_longest"],
  ["socket", "_socketobject", "socket", "SocketType"]
];
var MOVED_MODULES = {
  BaseHTTPServer: "http.server",
  CGIHTTPServer: "http.server",
  ConfigParser: "configparser",
  Cookie: "http.cookies",
  Dialog: "tkinter.dialog",
  DocXMLRPCServer: "xmlrpc.server",
  FileDialog: "tkinter.filedialog",
  HTMLParser: "html.parser",
  Queue: "queue",
  ScrolledText: "tkinter.scrolledtext",
  SimpleDialog: "tkinter.simpledialog",
  SimpleHTTPServer: "http.server",
  SimpleXMLRPCServer: "xmlrpc.server",
  SocketServer: "socketserver",
  StringIO: "io",
  Tix: "tkinter.tix",
  Tkconstants: "tkinter.constants",
  Tkdnd: "tkinter.dnd",
  Tkinter: "tkinter",
  UserDict: "collections",
  UserList: "collections",
  UserString: "collections",
  __builtin__: "builtins",
  _abcoll: "collections.abc",
  _elementtree: "xml.etree.ElementTree",
  _winreg: "winreg",
  anydbm: "dbm",
  cPickle: "pickle",
  cStringIO: "io",
  commands: "subprocess",
  cookielib: "http.cookiejar",
  copy_reg: "copyreg",
  dbhash: "dbm.bsd",
  dbm: "dbm.ndbm",
  dumbdbm: "dbm.dumb",
  dummy_thread: "_dummy_thread",
  gdbm: "dbm.gnu",
  htmlentitydefs: "html.entities",
  httplib: "http.client",
  markupbase: "_markupbase",
  repr: "reprlib",
  robotparser: "urllib.robotparser",
  "test.test_support": "test.support",
  thread: "_thread",
  tkColorChooser: "tkinter.colorchooser",
  tkCommonDialog: "tkinter.commondialog",
  tkFileDialog: "tkinter.filedialog",
  tkFont: "tkinter.font",
  tkMessageBox: "tkinter.messagebox",
  tkSimpleDialog: "tkinter.simpledialog",
  ttk: "tkinter.ttk",
  urllib2: "urllib.request",
  urlparse: "urllib.parse",
  whichdb: "dbm",
  xmlrpclib: "xmlrpc.client"
};
var names2 = /* @__PURE__ */ new Map();
for (const [from, to, list] of MOVED_NAMES) for (const name of list.split(/\s+/)) names2.set(`${from} ${name}`, { module: to, name });
for (const [from, name, module, toName] of RENAMED) names2.set(`${from} ${name}`, { module, name: toName });
var modules = new Map(Object.entries(MOVED_MODULES));
function python3Name(module, name) {
  const exact2 = names2.get(`${module} ${name}`);
  if (exact2) return exact2;
  const moved = modules.get(module);
  return moved === void 0 ? void 0 : { module: moved, name };
}

// src/pickle/calls.ts
var MAX_GLOBALS = 2 ** 16;
var MAX_UNWRAP = 16;
var MAX_BARE = 1e4;
var CALLED_WHILE_LOADING = new Set(
  "__setstate__ append extend add args __arrow_array__ __arrow_c_array__ __arrow_c_device_array__ __arrow_c_schema__ __arrow_c_stream__".split(
    " "
  )
);
var MAX_METHOD = 80;
var MAX_CONSTANTS = 4096;
var MAX_COPIED2 = 32 * 1024;
var RECONSTRUCTORS = /* @__PURE__ */ new Set(["copyreg._reconstructor", "copy_reg._reconstructor"]);
var LOADERS = new Set(
  [
    "_pickle.loads _pickle.load _pickle._loads pickle.loads pickle.load pickle._loads pickle._load pickle.Unpickler _pickle.Unpickler",
    "cPickle.loads cPickle.load dill.loads dill._dill.loads dill.load cloudpickle.loads cloudpickle.cloudpickle.loads joblib.load",
    "torch.load torch.serialization.load torch.storage._load_from_bytes torch.jit.load pandas.read_pickle numpy.load",
    "marshal.loads multiprocessing.reduction.ForkingPickler.loads lib2to3.pgen2.grammar.Grammar.loads numba.core.serialize.custom_rebuild"
  ].flatMap((line) => line.split(" "))
);
var Calls = class {
  /** Set when a limit is passed; the machine stops there. */
  limit;
  constants = 0;
  globals = /* @__PURE__ */ new Map();
  listener;
  read;
  stream;
  opcodeAt;
  /** `opcodeAt`: the name of the opcode at an offset, where its byte is at hand. */
  constructor(listener, read, stream3, opcodeAt = () => void 0) {
    this.listener = listener;
    this.read = read;
    this.stream = stream3;
    this.opcodeAt = opcodeAt;
  }
  /** A name as the file (or the pickle's own arithmetic) gives it; under Python 3's name where Python 2 had another. */
  importName(module, name, computed, offset) {
    const key = `${module}
${name}
${computed ? 1 : 0}`;
    const known = this.globals.get(key);
    if (known) return known;
    if (this.globals.size >= MAX_GLOBALS) this.limit = `more than ${MAX_GLOBALS} different names are imported`;
    if (hasControl(module) || hasControl(name)) this.oddity("nul-in-name", `${module}.${name}`, offset);
    const cut2 = cutAtNul(module);
    const renamed2 = python3Name(cut2, name);
    const ref = new GlobalRef(renamed2?.module ?? cut2, renamed2?.name ?? name, computed);
    this.globals.set(key, ref);
    this.tell({
      kind: "global",
      module: ref.module,
      name: ref.name,
      ...ref.module !== module || ref.name !== name ? { written: { module, name } } : {},
      computed,
      offset,
      stream: this.stream
    });
    return ref;
  }
  /** STACK_GLOBAL: both operands should be literals. */
  importValues(module, name, offset) {
    const literalModule = textOf(module, this.read);
    const literalName = textOf(name, this.read);
    if (literalModule !== void 0 && literalName !== void 0 && typeof module === "number" && typeof name === "number") {
      return this.importName(literalModule, literalName, false, offset);
    }
    this.tell({
      kind: "dynamic-global",
      module: preview(module, this.read),
      name: preview(name, this.read),
      offset,
      stream: this.stream
    });
    const resolvedModule = resolveText(module, this.read);
    const resolvedName = resolveText(name, this.read);
    return resolvedModule === void 0 || resolvedName === void 0 ? UNKNOWN3 : this.importName(resolvedModule, resolvedName, true, offset);
  }
  /** A call; gives what it returns as far as that is known. */
  call(callee, args, how, offset, depth = 0) {
    if (callee instanceof Result && depth < MAX_UNWRAP) {
      const unwrapped = this.callResult(callee, args, how, offset, depth);
      if (unwrapped !== void 0) return unwrapped;
    }
    if (callee instanceof GlobalRef) {
      const bit = howBit(how);
      const isTold = how === "reduce" && args.length === 0 && callee.bare++ >= MAX_BARE;
      if (!isTold && (callee.settled & bit) === 0 && this.stateCall(callee, args, how, offset)) callee.settled |= bit;
      const name = canonical(callee);
      if (LOADERS.has(name)) this.lookInside(name, args, offset);
      if (makesCode(callee, name, this.read)) this.listener.code(pickledCode(args, this.read), offset);
      return this.attributeOf(name, args, offset) ?? this.reconstructed(name, args, offset) ?? new Result(callee, args, how, offset);
    }
    this.stateCall(callee, args, how, offset);
    if (makesCode(callee, void 0, this.read)) this.listener.code(pickledCode(args, this.read), offset);
    return new Result(callee, args, how, offset);
  }
  /**
   * `copyreg._reconstructor(cls, object, None)` of protocols 0 and 1 is `object.__new__(cls)` (Lib/copyreg.py): what NEWOBJ does, so that what follows is
   * done to an instance of that class.
   */
  reconstructed(name, [cls, base, state3], offset) {
    if (!RECONSTRUCTORS.has(name) || !(cls instanceof GlobalRef) || state3 !== NONE) return void 0;
    if (!(base instanceof GlobalRef) || !/^(builtins|__builtin__)\.object$/.test(canonical(base))) return void 0;
    return this.call(cls, [], "newobj", offset);
  }
  /** An imported object is put into a container, a state or the arguments of a call. */
  handOn(ref, offset) {
    if (ref.handedOn) return;
    ref.handedOn = true;
    this.listener.observe({ kind: "handed-on", module: ref.module, name: ref.name, offset, stream: this.stream });
  }
  /** The method that an entry of a state gives the instance and that an opcode calls; an empty text where the key is computed, undefined for all others. */
  ownMethod(key, value) {
    if (!(value instanceof GlobalRef || value instanceof Result)) return void 0;
    if (isLazy(key) && lazyLength(key) > MAX_METHOD) return void 0;
    const name = resolveText(key, this.read);
    if (name === void 0) return key instanceof Result ? "" : void 0;
    return CALLED_WHILE_LOADING.has(name) ? name : void 0;
  }
  /** Is it a state that is judged each time, whatever was said of its class? An instance in its place is iterated by most `__setstate__`. */
  isActive(state3) {
    if (state3 instanceof Result) return true;
    if (state3 instanceof Sequence && state3.kind === "tuple") return state3.items.some((part) => part instanceof Dict && this.isActive(part));
    return state3 instanceof Dict && this.hasOwnMethod(state3, 0);
  }
  /** Mappings in a state count, too: what a class has no attribute for, `__getattr__` may look up in one of them, as torch's modules do. */
  hasOwnMethod({ entries: entries2 }, depth) {
    return entries2.some((value, at2) => {
      if (at2 % 2 === 0) return false;
      if (value instanceof Dict) return depth < MAX_UNWRAP && this.hasOwnMethod(value, depth + 1);
      return this.ownMethod(entries2[at2 - 1] ?? NONE, value) !== void 0;
    });
  }
  /** BUILD: `__setstate__`, or attributes of the target. */
  build(target, state3, offset) {
    if (state3 instanceof GlobalRef) this.handOn(state3, offset);
    this.fill(target, [state3], "build", offset, this.isActive(state3));
  }
  /**
   * APPEND(S), SETITEM(S), ADDITEMS and BUILD: on an instance they call its methods, on an imported object they change the program.
   * `ownMethods`: the items are such as `ownMethod` finds, which are always stated.
   */
  fill(target, items3, how, offset, ownMethods = false) {
    if (target instanceof GlobalRef || target instanceof ModuleRef) {
      this.tell({
        kind: "mutated-global",
        target: target instanceof GlobalRef ? calleeOf(target, this.read) : { kind: "global", module: target.module, name: "", computed: true },
        args: items3.slice(0, 4).map((item) => preview(item, this.read)),
        how,
        offset,
        stream: this.stream
      });
    } else if (target instanceof Result) {
      const bit = howBit(how);
      if (how !== "build" && !ownMethods && (target.touched & bit) !== 0) return;
      const { callee } = target;
      if (callee instanceof GlobalRef) {
        if ((ownMethods || (callee.settled & bit) === 0) && this.stateCall(callee, ownMethods ? items3 : items3.slice(0, 4), how, offset))
          callee.settled |= bit;
      } else this.stateCall(callee, items3.slice(0, 4), how, offset);
      target.touched |= bit;
    } else if (target === UNKNOWN3 || target instanceof PersistentId) {
      this.stateCall(target, items3.slice(0, 4), how, offset);
    }
  }
  /** What a persistent id stands for: torch's `('module', cls, \u2026)` gives the class itself (torch/serialization.py, persistent_load). */
  persistent(id, offset) {
    if (id instanceof Sequence && id.kind === "tuple") {
      const tag = textOf(id.items[0] ?? NONE, this.read);
      const second = id.items[1];
      if (tag === "module" && second instanceof GlobalRef) return second;
      if (tag === "storage") return new PersistentId(id);
    }
    this.oddity("persistent-id", "the loading program decides what this id means", offset);
    return new PersistentId(id);
  }
  /** EXT1, EXT2, EXT4: the callable comes from copyreg's registry in the loading process. */
  extension(code, offset) {
    this.tell({ kind: "extension-code", code, offset, stream: this.stream });
  }
  /** See `PickleListener.constant`. */
  constant(literal, offset) {
    if (this.constants++ >= MAX_CONSTANTS) return;
    const bytes = literalBytes(literal, this.read, MAX_PAYLOAD);
    if (bytes !== void 0) this.listener.constant(bytes, !isBytes(literal), offset);
  }
  /** A true answer: see `PickleListener.observe`. */
  oddity(oddity, detail, offset) {
    return this.listener.observe({ kind: "pickle-oddity", oddity, detail, offset, stream: this.stream });
  }
  /** A result that nothing can refer to any more: the call was made for its effect. */
  discarded(value, offset) {
    if (!(value instanceof Result) || value.memoized) return;
    const ref = value.callee instanceof GlobalRef ? value.callee : void 0;
    if (ref && (ref.settled & DISCARDED_BIT) !== 0) return;
    const callee = calleeOf(value.callee, this.read);
    const settled = this.oddity("discarded-call", callee.kind === "global" ? `${callee.module}.${callee.name}` : "a computed value", offset);
    if (ref && settled) ref.settled |= DISCARDED_BIT;
  }
  /** States a fact that was made for this, with its opcode: a copy of each would cost more than all else that is done for a call. */
  tell(fact) {
    const opcode = this.opcodeAt(fact.offset);
    if (opcode !== void 0) fact.opcode = opcode;
    return this.listener.observe(fact);
  }
  stateCall(callee, args, how, offset) {
    return this.tell({
      kind: "call",
      callee: calleeOf(callee, this.read),
      args: args.map((arg) => preview(arg, this.read)),
      how,
      offset,
      stream: this.stream
    });
  }
  /** Calls of partial objects, of operator's getters and of bound methods of literals are seen through. */
  callResult(callee, args, how, offset, depth) {
    if (!(callee.callee instanceof GlobalRef)) return void 0;
    const [first2, ...rest2] = callee.args;
    const target = args[0];
    switch (canonical(callee.callee)) {
      case "functools.partial":
      case "_functools.partial":
        return first2 === void 0 ? void 0 : this.call(first2, [...rest2, ...args], how, offset, depth + 1);
      case "_operator.attrgetter": {
        const name = first2 === void 0 ? void 0 : resolveText(first2, this.read);
        return name === void 0 || target === void 0 ? void 0 : this.attribute(target, name, offset);
      }
      case "_operator.methodcaller": {
        const name = first2 === void 0 ? void 0 : resolveText(first2, this.read);
        const method = name === void 0 || target === void 0 ? void 0 : this.attribute(target, name, offset);
        return method === void 0 ? void 0 : this.call(method, rest2, how, offset, depth + 1);
      }
      case "builtins.getattr": {
        const list = args[0];
        const isJoin = rest2[0] !== void 0 && textOf(rest2[0], this.read) === "join" && first2 !== void 0 && list !== void 0;
        return isJoin && resolveText(first2, this.read) !== void 0 ? boundJoin(first2, list, offset) : void 0;
      }
      default:
        return void 0;
    }
  }
  /** getattr of a known object with a literal, and imports by name, give a name or a module. */
  attributeOf(name, args, offset) {
    const [first2, second] = args;
    switch (name) {
      case "builtins.getattr":
      case "builtins.object.__getattribute__":
      case "builtins.type.__getattribute__": {
        const attribute = second === void 0 ? void 0 : resolveText(second, this.read);
        return attribute === void 0 || first2 === void 0 ? void 0 : this.attribute(first2, attribute, offset);
      }
      case "importlib.import_module":
      case "importlib.__import__":
      case "importlib._bootstrap._gcd_import":
      case "builtins.__import__":
      case "dill._dill._import_module":
      case "cloudpickle.cloudpickle.subimport": {
        const module = first2 === void 0 ? void 0 : resolveText(first2, this.read);
        return module === void 0 ? void 0 : new ModuleRef(cutAtNul(module));
      }
      default:
        return void 0;
    }
  }
  attribute(target, name, offset) {
    if (target instanceof ModuleRef) return this.importName(target.module, name, true, offset);
    if (target instanceof GlobalRef) return this.importName(target.module, `${target.name}.${name}`, true, offset);
    return void 0;
  }
  lookInside(loader, args, offset) {
    for (const arg of args.slice(0, 3)) {
      if (arg instanceof Blob && arg.length > MAX_COPIED2 && (arg.flavour === BYTES_LITERAL || arg.flavour === BYTEARRAY_LITERAL)) {
        this.listener.nested({ offset: arg.offset, length: arg.length }, loader, offset);
        continue;
      }
      const bytes = resolveBytes(arg, this.read);
      if (bytes === void 0 && arg === args[0] && (arg === BYTES2 || arg instanceof Blob || arg instanceof Result)) {
        this.listener.observe({
          kind: "incomplete",
          why: "limit",
          detail: `what ${loader} is given was not looked into: it is too long, or is computed in a way that is not known`,
          offset
        });
      }
      if (bytes !== void 0 && bytes.length > 0) this.listener.nested(bytes, loader, offset);
    }
  }
};
function cutAtNul(name) {
  const nul = name.indexOf("\0");
  return nul < 0 ? name : name.slice(0, nul);
}
function hasControl(name) {
  for (let at2 = 0; at2 < name.length; at2++) {
    const code = name.charCodeAt(at2);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

// src/pickle/payload.ts
var MIN_PAYLOAD = 16;
var MIN_ENCODED = 24;
var BINARY = new Uint8Array(65536 / 8);
var ENCODED = new Uint8Array(65536 / 8);
markAll(BINARY, ["\x80", "\x80", "\x80", "\x80", "PK", "\x8B", "x", "x^", "x\x9C", "x\xDA", "BZ", "\xFD7"]);
markAll(
  BINARY,
  [..."abcdefghijklmnopqrstuvwxyz_\0\x07\b"].map((next) => `c${next}`)
);
markAll(
  BINARY,
  [..."\0\x07\b"].map((next) => `\xE3${next}`)
);
markAll(ENCODED, ["gA", "UE", "H4", "eA", "eF", "eJ", "eN", "Ql", "/T", "80", "50", "1f", "1F", "78", "42", "fd", "FD", "63", "e3", "E3"]);
markAll(
  ENCODED,
  [..."wxyz0123456789+/"].flatMap((next) => [`Y${next}`, `4${next}`])
);
function beginsLikePayload(buffer, at2, text4) {
  const pair = (buffer[at2] ?? 0) << 8 | (buffer[at2 + 1] ?? 0);
  const bit = 1 << (pair & 7);
  return ((ENCODED[pair >> 3] ?? 0) & bit) !== 0 || !text4 && ((BINARY[pair >> 3] ?? 0) & bit) !== 0;
}
function markAll(set, starts2) {
  for (const start of starts2) {
    const pair = start.charCodeAt(0) << 8 | start.charCodeAt(1);
    set[pair >> 3] = (set[pair >> 3] ?? 0) | 1 << (pair & 7);
  }
}

// src/pickle/lines.ts
var LineReader = class {
  window;
  state;
  arena;
  host;
  /** Lines that are being skipped because they are longer than the window, and the opcode they belong to. */
  pending = 0;
  opcodeOffset = 0;
  constructor(window, state3, arena, host) {
    this.window = window;
    this.state = state3;
    this.arena = arena;
    this.host = host;
  }
  /** Does one opcode. Gives the next position, or \u22121 to come back with more bytes. */
  opcode(op, code) {
    const { window: w, state: state3 } = this;
    const from = op + 1;
    if (opcodeName(code) === void 0) {
      state3.broken("malformed", `byte 0x${code.toString(16).padStart(2, "0")} is no pickle opcode`, w.base + op);
      return from;
    }
    const isName2 = code === 99 || code === 105;
    const first2 = this.lineEnd(from);
    const end = isName2 && first2 >= 0 ? this.lineEnd(first2 + 1) : first2;
    if (end < 0) return this.starved(op, code, isName2 ? 2 : 1);
    if (!this.argument(op, code, from, first2, end)) {
      state3.broken("malformed", `the argument of ${opcodeName(code) ?? "the opcode"} is not one that any unpickler takes`, w.base + op);
    }
    return end + 1;
  }
  /** Does what a line opcode does; false where its argument is none. */
  argument(op, code, from, first2, end) {
    const { window: w, state: state3 } = this;
    const offset = w.base + op;
    switch (code) {
      case 73:
      // INT
      case 76: {
        const text4 = asciiLine(w.buffer, from, end);
        const value = code === 73 && text4 === "" && end > from ? 0 : parseInteger(text4);
        if (value === void 0) return false;
        state3.stack.push(code === 73 && text4 === "00" ? FALSE : code === 73 && text4 === "01" ? TRUE : integer(value));
        return true;
      }
      case 70:
        if (!isFloat(asciiLine(w.buffer, from, end))) return false;
        state3.stack.push(FLOAT);
        return true;
      case 83: {
        const [start, last] = trimmed(w.buffer, from, end);
        const quote3 = w.buffer[start];
        if (last - start < 2 || quote3 !== w.buffer[last - 1] || quote3 !== 39 && quote3 !== 34) return false;
        state3.stack.push(this.text(start + 1, last - start - 2, STRING_ESCAPE));
        if (last - start >= MIN_PAYLOAD && beginsLikePayload(w.buffer, start + 1, true)) state3.calls.constant(state3.stack.top(), offset);
        return true;
      }
      case 86:
        state3.stack.push(this.text(from, end - from, RAW_UNICODE));
        if (end - from >= MIN_PAYLOAD && beginsLikePayload(w.buffer, from, true)) state3.calls.constant(state3.stack.top(), offset);
        return true;
      case 80:
        this.host.persistent(this.text(from, end - from, LATIN1), op);
        return true;
      case 103:
      // GET
      case 112: {
        const index2 = parseInteger(asciiLine(w.buffer, from, end), true);
        if (index2 === void 0 || index2 < 0) return false;
        if (code === 103) state3.get(index2, offset);
        else state3.put(index2, offset);
        return true;
      }
      case 99:
        state3.global(this.name(from, first2), this.name(first2 + 1, end), offset);
        return true;
      case 105:
        state3.inst(this.name(from, first2), this.name(first2 + 1, end), offset);
        return true;
      default:
        return false;
    }
  }
  /** A name line. Unpicklers cut its last byte, which is the newline, or at the end of the data a letter. */
  name(from, end) {
    const w = this.window;
    const last = end >= w.end ? w.end - 1 : end;
    return last > from ? NAME4.decode(w.buffer.subarray(from, last)) : "";
  }
  /** Position of the newline, or of the end where nothing follows; \u22121 where more bytes are needed. */
  lineEnd(from) {
    const w = this.window;
    const newline = w.buffer.indexOf(10, from);
    if (newline >= 0 && newline < w.end) return newline;
    return w.eof ? Math.max(from, w.end) : -1;
  }
  /** More bytes are needed for a line; one that is longer than the window is given up for its value, not for what follows it. */
  starved(op, code, lines) {
    const { window: w, state: state3 } = this;
    if (op > 0 || w.end < WINDOW_SIZE) {
      w.pos = op;
      return -1;
    }
    this.pending = lines;
    this.opcodeOffset = w.base + op;
    w.pos = op + 1;
    if (lines === 2) state3.stack.push(state3.calls.importValues(TEXT, TEXT, w.base + op));
    else if (code === 83 || code === 86) state3.stack.push(TEXT);
    else state3.stack.push(code === 70 ? FLOAT : code === 73 || code === 76 ? INT : UNKNOWN3);
    this.skip();
    return -1;
  }
  /** Drops bytes up to the end of a long line; false where it goes on in the next window. */
  skip() {
    const w = this.window;
    while (this.pending > 0) {
      const newline = w.buffer.indexOf(10, w.pos);
      if (newline < 0 || newline >= w.end) {
        w.pos = w.end;
        if (w.eof) this.host.endOfData("a line has no end", w.base + w.end, this.opcodeOffset);
        return false;
      }
      w.pos = newline + 1;
      this.pending--;
    }
    return true;
  }
  text(from, length, flavour) {
    const { window: w, arena } = this;
    if (length <= MAX_LAZY) return arena ? arena.literal(w.buffer, from, length, flavour) : lazy(w.base + from, length, flavour);
    return arena ? arena.keep(w.buffer.subarray(from, from + length), length, flavour) : new Blob(flavour, w.base + from, length);
  }
};
var NAME4 = new TextDecoder("utf-8", { ignoreBOM: true });
function trimmed(buffer, from, end) {
  let last = end;
  while (last > from && (buffer[last - 1] ?? 0) <= 32) last--;
  let first2 = from;
  while (first2 < last && (buffer[first2] ?? 0) === 32) first2++;
  return [first2, last];
}

// src/pickle/marks.ts
var Marks = class {
  count = 0;
  heights = new Int32Array(64);
  push(height) {
    if (this.count === this.heights.length) {
      const wider = new Int32Array(this.heights.length * 2);
      wider.set(this.heights);
      this.heights = wider;
    }
    this.heights[this.count++] = height;
  }
  /** Takes the last one away; undefined where there is none. */
  pop() {
    return this.count === 0 ? void 0 : this.heights[--this.count];
  }
  /** The height under which nothing may be popped: that of the last mark, or the ground. */
  top() {
    return this.count === 0 ? 0 : this.heights[this.count - 1] ?? 0;
  }
};

// src/pickle/memo.ts
var MAX_DENSE = 2 ** 23;
var CHUNK_BITS = 16;
var CHUNK2 = 2 ** CHUNK_BITS;
var MAX_SPARSE = 2 ** 16;
var MAX_OBJECTS2 = 2 ** 17;
var MAX_CONTAINERS = 2 ** 12;
var OBJECTS = -(2 ** 46);
var Memo = class {
  count = 0;
  /** Something was given up because a limit was reached. */
  dropped = false;
  /** Pieces of `CHUNK` slots; the first starts small, since most streams are. */
  chunks = [new Float64Array(256).fill(Number.NaN)];
  sparse = /* @__PURE__ */ new Map();
  objects = [];
  codes = /* @__PURE__ */ new Map();
  containers = 0;
  put(index2, value) {
    this.putCode(index2, typeof value === "number" ? value : this.encode(value));
  }
  /** `put` for a value that is a code already. */
  putCode(index2, code) {
    const chunk = index2 < MAX_DENSE ? this.chunks[index2 >>> CHUNK_BITS] ?? this.addChunk(index2) : void 0;
    const slot = index2 & CHUNK2 - 1;
    if (chunk !== void 0 && slot < chunk.length) {
      if (Number.isNaN(chunk[slot])) this.count++;
      chunk[slot] = code;
    } else if (index2 < CHUNK2 && slot < (this.chunks[0]?.length ?? 0) * 4) {
      this.growFirst(slot);
      this.putCode(index2, code);
    } else if (this.sparse.has(index2) || this.sparse.size < MAX_SPARSE) {
      if (!this.sparse.has(index2)) this.count++;
      this.sparse.set(index2, code);
    } else {
      this.count++;
      this.dropped = true;
    }
  }
  /** The code of what the slot holds, NaN where it was never filled, `DROPPED` where its contents were given up. */
  codeAt(index2) {
    const code = index2 < MAX_DENSE ? this.chunks[index2 >>> CHUNK_BITS]?.[index2 & CHUNK2 - 1] : void 0;
    if (code !== void 0 && !Number.isNaN(code)) return code;
    return this.sparse.get(index2) ?? (this.dropped ? DROPPED : Number.NaN);
  }
  /** The piece in which a slot lies, if it lies in one: the run loop reads and writes it there, since passing a double to a method boxes it. */
  chunkOf(index2) {
    return index2 < MAX_DENSE ? this.chunks[index2 >>> CHUNK_BITS] : void 0;
  }
  /** The object behind a code from `codeAt`, or undefined where the code itself is the value. */
  objectOf(code) {
    return code <= OBJECTS ? this.objects[OBJECTS - code] : void 0;
  }
  /** The next piece, if the indexes go up by and by; scattered ones do not get pieces of their own. */
  addChunk(index2) {
    if (index2 >>> CHUNK_BITS !== this.chunks.length || this.chunks[0]?.length !== CHUNK2) return void 0;
    const chunk = new Float64Array(CHUNK2).fill(Number.NaN);
    this.chunks.push(chunk);
    return chunk;
  }
  growFirst(slot) {
    const [first2] = this.chunks;
    if (!first2) return;
    let length = first2.length;
    while (length <= slot) length *= 4;
    const wider = new Float64Array(Math.min(length, CHUNK2)).fill(Number.NaN, first2.length);
    wider.set(first2);
    this.chunks[0] = wider;
  }
  encode(value) {
    switch (value.kind) {
      case "global": {
        const known = this.codes.get(value);
        if (known !== void 0) return known;
        const code = this.register(value);
        this.codes.set(value, code);
        return code;
      }
      case "result": {
        value.memoized = true;
        if (this.objects.length < MAX_OBJECTS2) return this.register(value);
        if (!(value.callee instanceof GlobalRef)) return this.giveUp(UNKNOWN3);
        value.callee.shared ??= new Result(value.callee, [], value.how, value.offset);
        const known = this.shared.get(value.callee.shared);
        if (known !== void 0) return known;
        const code = this.register(value.callee.shared);
        this.shared.set(value.callee.shared, code);
        return code;
      }
      case "module":
      case "bytes":
      case "blob":
      case "persistent-id":
        return this.objects.length < MAX_OBJECTS2 ? this.register(value) : UNKNOWN3;
      case "text":
        return this.objects.length < MAX_OBJECTS2 ? this.register(value) : this.giveUp(TEXT);
      case "tuple":
        return this.container(value, TUPLE);
      case "list":
        return this.container(value, LIST);
      case "set":
        return this.container(value, SET);
      case "frozenset":
        return this.container(value, FROZENSET);
      case "dict":
        return this.container(value, DICT);
    }
  }
  shared = /* @__PURE__ */ new Map();
  container(value, kind) {
    if (this.containers >= MAX_CONTAINERS) return kind;
    this.containers++;
    return this.register(value);
  }
  /** A value that could be a name or a callable is lost: said, so that whoever fetches it is told. */
  giveUp(kind) {
    this.dropped = true;
    return kind === TEXT ? DROPPED : kind;
  }
  register(value) {
    this.objects.push(value);
    return OBJECTS - (this.objects.length - 1);
  }
};

// src/pickle/stack.ts
var MAX_STACK = 2 ** 22;
var MAX_OBJECT_HEIGHT = 2 ** 19;
var Stack = class {
  depth = 0;
  /** Entries that it may have: fewer once objects lie high up, which take some hundred bytes each. */
  room = MAX_STACK;
  /** The codes; above `depth` they mean nothing. Changes identity when it grows. */
  codes = new Float64Array(2304).fill(Number.NaN);
  objects = [];
  push(value) {
    if (typeof value === "number") this.pushCode(value);
    else {
      this.keep(this.depth, value);
      this.pushCode(OBJECT);
    }
  }
  pushCode(code) {
    if (this.depth === this.codes.length) this.grow(0);
    this.codes[this.depth++] = code;
  }
  at(index2) {
    const code = this.codes[index2] ?? UNKNOWN3;
    return code === OBJECT ? this.objects[index2] ?? UNKNOWN3 : code;
  }
  /** The code at `index`: `OBJECT` where an object lies there. */
  codeAt(index2) {
    return this.codes[index2] ?? UNKNOWN3;
  }
  top() {
    return this.at(this.depth - 1);
  }
  pop() {
    return this.at(--this.depth);
  }
  replace(index2, value) {
    if (typeof value === "number") this.codes[index2] = value;
    else {
      this.codes[index2] = OBJECT;
      this.keep(index2, value);
    }
  }
  /** What lay higher is not forgotten when the stack shrinks: all the more reason for a limit. */
  keep(index2, value) {
    this.objects[index2] = value;
    if (index2 > MAX_OBJECT_HEIGHT) this.room = MAX_OBJECT_HEIGHT;
  }
  replaceTop(value) {
    this.replace(this.depth - 1, value);
  }
  slice(from, to) {
    const values = [];
    for (let index2 = from; index2 < to; index2++) values.push(this.at(index2));
    return values;
  }
  /** Does any object lie between the two heights? */
  hasObject(from, to) {
    for (let index2 = from; index2 < to; index2++) if (this.codes[index2] === OBJECT) return true;
    return false;
  }
  /** Calls `visit` for every imported name between the two heights. */
  globals(from, to, visit2) {
    for (let index2 = from; index2 < to; index2++) {
      if (this.codes[index2] !== OBJECT) continue;
      const object2 = this.objects[index2];
      if (object2 instanceof GlobalRef) visit2(object2);
    }
  }
  /** The most values that it ever held: what was written higher up stays there when the stack shrinks, and no code is NaN. */
  get peak() {
    let height = this.codes.length;
    while (height > 0 && Number.isNaN(this.codes[height - 1])) height--;
    return height;
  }
  /** Makes room for `count` more values, so that the run loop can write `codes` without asking each time. */
  reserve(count2) {
    if (this.codes.length < this.depth + count2) this.grow(this.depth + count2);
  }
  grow(atLeast) {
    const wider = new Float64Array(Math.max(this.codes.length * 2, atLeast)).fill(Number.NaN, this.codes.length);
    wider.set(this.codes);
    this.codes = wider;
  }
};

// src/pickle/state.ts
var HUGE_INDEX = 2 ** 26;
var MAX_WEIGHT = 2 ** 32;
var MAX_OWN_METHODS = 32;
var MAX_DETAILED = 4096;
var State = class {
  ending;
  stack = new Stack();
  calls;
  /** Keep the contents of every container: something later in this stream will ask for them. */
  detailed = false;
  memo = new Memo();
  marks = new Marks();
  /** Stack height under which nothing may be popped: that of the last mark. */
  fence = 0;
  details = 0;
  hugeIndexNoted = false;
  expansionNoted = false;
  constructor(calls) {
    this.calls = calls;
  }
  /** True where `count` values can be taken; else the stream ends. */
  has(count2, offset) {
    if (this.stack.depth - count2 >= this.fence) return true;
    this.broken("malformed", "an opcode takes more from the stack than is there", offset);
    return false;
  }
  mark(offset) {
    if (this.marks.count >= MAX_STACK) return this.tooDeep(offset);
    this.marks.push(this.stack.depth);
    this.fence = this.stack.depth;
  }
  /** Takes the last mark away and gives the stack height at which it stood; \u22121 where there is none. */
  popMark(offset) {
    const start = this.marks.pop();
    if (start === void 0) {
      this.broken("malformed", "an opcode needs a MARK and there is none", offset);
      return -1;
    }
    this.fence = this.marks.top();
    return start;
  }
  get(index2, offset) {
    const { stack } = this;
    const chunk = this.memo.chunkOf(index2);
    const slot = index2 & CHUNK2 - 1;
    if (chunk !== void 0 && slot < chunk.length && (chunk[slot] ?? Number.NaN) > OBJECTS) {
      stack.codes[stack.depth++] = chunk[slot] ?? UNKNOWN3;
      return;
    }
    const code = this.memo.codeAt(index2);
    if (Number.isNaN(code)) return this.broken("malformed", `memo entry ${index2} was never stored`, offset);
    const object2 = this.memo.objectOf(code);
    if (object2 === void 0) stack.pushCode(code);
    else stack.push(object2);
  }
  put(index2, offset) {
    if (!this.has(1, offset)) return;
    if (index2 >= HUGE_INDEX && !this.hugeIndexNoted) {
      this.hugeIndexNoted = true;
      this.calls.oddity("huge-memo-index", `memo index ${index2}`, offset);
    }
    const { stack, memo } = this;
    const top = stack.depth - 1;
    if (stack.codes[top] === OBJECT) return memo.put(index2, stack.top());
    const chunk = memo.chunkOf(index2);
    const slot = index2 & CHUNK2 - 1;
    if (chunk !== void 0 && slot < chunk.length) {
      if (Number.isNaN(chunk[slot])) memo.count++;
      chunk[slot] = stack.codes[top] ?? UNKNOWN3;
    } else memo.putCode(index2, stack.codeAt(top));
  }
  memoize(offset) {
    this.put(this.memo.count, offset);
  }
  pop(offset) {
    if (this.marks.count > 0 && this.fence === this.stack.depth) this.popMark(offset);
    else if (this.has(1, offset)) this.calls.discarded(this.stack.pop(), offset);
  }
  popToMark(offset) {
    const start = this.popMark(offset);
    if (start < 0) return;
    for (let item = start; item < this.stack.depth; item++) this.calls.discarded(this.stack.at(item), offset);
    this.stack.depth = start;
  }
  duplicate(offset) {
    if (this.has(1, offset)) this.stack.push(this.stack.top());
  }
  /** TUPLE1, TUPLE2, TUPLE3. `wanted`: the next opcode looks into it. */
  tuple(count2, wanted, offset) {
    if (this.has(count2, offset)) this.gather("tuple", this.stack.depth - count2, wanted, offset);
  }
  /** TUPLE, LIST, FROZENSET: everything above the mark. */
  collect(kind, wanted, offset) {
    const start = this.popMark(offset);
    if (start >= 0) this.gather(kind, start, wanted, offset);
  }
  gather(kind, start, wanted, offset) {
    const { stack } = this;
    const count2 = stack.depth - start;
    const end = start + Math.min(count2, MAX_ITEMS);
    if (kind !== "tuple" || !this.isReconstruction(start)) this.handOn(start, offset);
    if (kind === "tuple" && !this.keeps(wanted, start, end)) {
      stack.depth = start;
      stack.pushCode(TUPLE);
      return;
    }
    const items3 = stack.slice(start, end);
    stack.depth = start;
    stack.push(this.weighed(new Sequence(kind, items3, count2 > MAX_ITEMS), offset));
  }
  emptyList() {
    if (this.details++ < MAX_DETAILED) this.stack.push(new Sequence("list", []));
    else this.stack.pushCode(LIST);
  }
  emptyDict() {
    if (this.details++ < MAX_DETAILED) this.stack.push(new Dict([]));
    else this.stack.pushCode(DICT);
  }
  dict(offset) {
    const start = this.popMark(offset);
    if (start < 0) return;
    const count2 = this.stack.depth - start;
    if (count2 % 2 !== 0) return this.broken("malformed", "a dict has a key without a value", offset);
    this.handOn(start, offset);
    const entries2 = this.stack.slice(start, start + Math.min(count2, MAX_ENTRIES2 * 2));
    entries2.push(...this.ownMethods(start + entries2.length, start + count2));
    this.stack.depth = start;
    this.stack.push(new Dict(entries2, count2 > MAX_ENTRIES2 * 2));
  }
  /** APPEND and SETITEM. */
  addOne(how, offset) {
    const count2 = how === "append" ? 1 : 2;
    if (this.has(count2 + 1, offset)) this.add(this.stack.depth - count2, how, true, offset);
  }
  /** APPENDS, SETITEMS and ADDITEMS. `wanted`: the next opcode looks into the container. */
  addMany(how, wanted, offset) {
    const start = this.popMark(offset);
    if (start < 0) return;
    if (start - 1 < this.fence) return this.broken("malformed", "an opcode takes more from the stack than is there", offset);
    const odd = how === "setitem" && (this.stack.depth - start) % 2 !== 0;
    if (odd) this.stack.depth--;
    this.add(start, how, wanted, offset);
    if (odd) this.broken("malformed", "SETITEMS has a key without a value", offset);
  }
  /** Puts what lies above `start` into the object below it. */
  add(start, how, wanted, offset) {
    const { stack } = this;
    const count2 = stack.depth - start;
    this.handOn(start, offset);
    stack.depth = start;
    if (count2 === 0) {
      const target2 = stack.at(start - 1);
      if (how === "append" && typeof target2 === "object") this.calls.fill(target2, [], how, offset);
      return;
    }
    const room = how === "setitem" ? MAX_ENTRIES2 * 2 : MAX_ITEMS;
    const end = start + Math.min(count2, room);
    const code = stack.codeAt(start - 1);
    if (code !== OBJECT) {
      if (code === UNKNOWN3 || code === EXTENSION) this.calls.fill(UNKNOWN3, stack.slice(start, end), how, offset);
      else if ((code === DICT || code === LIST || code === SET) && this.keeps(wanted, start, end)) {
        const items3 = stack.slice(start, end);
        if (code === DICT && how === "setitem") items3.push(...this.ownMethods(end, start + count2));
        if (code === DICT && how === "setitem") stack.replace(start - 1, new Dict(items3, count2 > room));
        else if (code === LIST && how === "append")
          stack.replace(start - 1, this.weighed(new Sequence("list", items3, count2 > room), offset));
        else if (code === SET && how === "additems") stack.replace(start - 1, new Sequence("set", items3, count2 > room));
      }
      return;
    }
    const target = stack.at(start - 1);
    if (typeof target === "object" && (target.kind === "dict" || target.kind === "list" || target.kind === "set")) {
      const kept = target.kind === "dict" ? target.entries : target.items;
      const free = room - kept.length;
      if (count2 > free) target.more = true;
      for (let item = 0; item < Math.min(count2, free); item++) {
        const value = stack.at(start + item);
        if (value === target) continue;
        kept.push(value);
        if (target.kind !== "dict") target.weight += typeof value === "object" && "weight" in value ? value.weight : 1;
      }
      if (target.kind !== "dict") this.weighed(target, offset);
      else if (how === "setitem" && count2 > free) {
        const behind2 = this.ownMethods(start + Math.max(free, 0), start + count2);
        if (target.entries.length < 2 * room) target.entries.push(...behind2);
      }
    } else {
      this.calls.fill(target, stack.slice(start, end), how, offset);
      const methods2 = how === "setitem" ? this.ownMethods(start, start + count2) : [];
      if (methods2.length > 0) this.calls.fill(target, methods2, how, offset, true);
    }
  }
  /** The pairs between two places of the stack that `Calls.ownMethod` finds, the last of each name: few, whatever the file does. */
  ownMethods(start, end) {
    const { stack } = this;
    const found = /* @__PURE__ */ new Map();
    for (let at2 = start; at2 + 1 < end; at2 += 2) {
      if (stack.codeAt(at2 + 1) !== OBJECT) continue;
      const key = stack.at(at2);
      const value = stack.at(at2 + 1);
      const name = this.calls.ownMethod(key, value);
      if (name !== void 0 && found.size < MAX_OWN_METHODS) found.set(name === "" ? `#${found.size}` : name, [key, value]);
    }
    return [...found.values()].flat();
  }
  /** Imported names above `start` become part of something that may call them: all of them, however many values lie there. */
  handOn(start, offset) {
    this.stack.globals(start, this.stack.depth, (ref) => this.calls.handOn(ref, offset));
  }
  /** The arguments that `copyreg.__reduce_ex__` gives to `_reconstructor` in protocols 0 and 1: the class is built, and nobody else gets it. */
  isReconstruction(start) {
    const base = this.stack.depth - start === 3 && this.stack.at(start + 2) === NONE ? this.stack.at(start + 1) : void 0;
    return base instanceof GlobalRef && /^(?:builtins|__builtin__)$/.test(base.module) && base.name === "object";
  }
  /** Are the contents of a container worth keeping? Plain data in a large file are not: only their kind stays. */
  keeps(wanted, start, end) {
    return wanted || this.detailed || this.details++ < MAX_DETAILED || this.stack.hasObject(start, end);
  }
  /** The opcode that ends a stream: what is left below the result was made for its effect alone. */
  stop(offset) {
    if (!this.has(1, offset)) return;
    const value = this.stack.pop();
    for (let item = 0; item < this.stack.depth; item++)
      if (this.stack.codeAt(item) === OBJECT) this.calls.discarded(this.stack.at(item), offset);
    this.ending = { kind: "stop", value, offset };
  }
  stackGlobal(offset) {
    if (!this.has(2, offset)) return;
    const name = this.stack.pop();
    const module = this.stack.pop();
    if (name === DROPPED || module === DROPPED)
      return this.broken("limit", "the memo grew past its limit, and an imported name was in it", offset);
    this.stack.push(this.calls.importValues(module, name, offset));
    this.checkCalls(offset);
  }
  /** REDUCE and NEWOBJ: a callable and its arguments. */
  reduce(how, offset) {
    if (!this.has(2, offset)) return;
    const args = this.argumentsOf(this.stack.pop(), offset);
    this.stack.replaceTop(this.calls.call(this.stack.top(), args, how, offset));
    this.checkCalls(offset);
  }
  /** NEWOBJ_EX: keyword arguments are judged as one more argument. */
  newobjEx(offset) {
    if (!this.has(3, offset)) return;
    const keywords = this.stack.pop();
    const args = this.argumentsOf(this.stack.pop(), offset);
    const none = keywords instanceof Dict && keywords.entries.length === 0 && !keywords.more;
    this.stack.replaceTop(this.calls.call(this.stack.top(), none ? args : [...args, keywords], "newobj", offset));
  }
  /** OBJ: the class is the first value above the mark. */
  obj(offset) {
    const start = this.popMark(offset);
    if (start < 0) return;
    if (start >= this.stack.depth) return this.broken("malformed", "OBJ has no class", offset);
    this.handOn(start + 1, offset);
    const args = this.argumentsFrom(start + 1);
    const result = this.calls.call(this.stack.at(start), args, "obj", offset);
    this.stack.depth = start;
    this.stack.push(result);
  }
  /** INST: the C unpickler asks for the mark first, the pure-Python one imports first. */
  inst(module, name, offset) {
    const callee = this.calls.importName(module, name, false, offset);
    const start = this.popMark(offset);
    if (start < 0) return;
    this.handOn(start, offset);
    const args = this.argumentsFrom(start);
    this.stack.depth = start;
    this.stack.push(this.calls.call(callee, args, "inst", offset));
    this.checkCalls(offset);
  }
  /** Arguments in a tuple. The pure-Python unpickler takes any iterable: a list counts as a tuple, and an instance is asked for its items. */
  argumentsOf(args, offset) {
    if (typeof args === "object" && "items" in args) return args.more ? [...args.items, UNKNOWN3] : args.items;
    if (typeof args === "object")
      this.calls.oddity("computed-arguments", "an object that is no tuple stands in the place of the arguments", offset);
    return [UNKNOWN3];
  }
  /** Arguments that lie on the stack; where there are more than are kept, the last is unknown. */
  argumentsFrom(start) {
    const { stack } = this;
    const end = Math.min(stack.depth, start + MAX_ITEMS);
    return end < stack.depth ? [...stack.slice(start, end), UNKNOWN3] : stack.slice(start, end);
  }
  global(module, name, offset) {
    this.stack.push(this.calls.importName(module, name, false, offset));
    this.checkCalls(offset);
  }
  extension(code, offset) {
    this.calls.extension(code, offset);
    this.stack.pushCode(EXTENSION);
  }
  broken(why, detail, offset) {
    this.ending ??= { kind: "broken", why, detail, offset };
  }
  checkCalls(offset) {
    if (this.calls.limit !== void 0) this.broken("limit", this.calls.limit, offset);
  }
  tooDeep(offset) {
    this.broken("limit", `the stack grew past ${this.stack.room} entries`, offset);
  }
  weighed(sequence, offset) {
    if (sequence.weight > MAX_WEIGHT && !this.expansionNoted) {
      this.expansionNoted = true;
      this.calls.oddity("expansion", `one object has more than ${MAX_WEIGHT} leaves when it is written out`, offset);
    }
    return sequence;
  }
};

// src/pickle/machine.ts
var NO_FRAME = Number.POSITIVE_INFINITY;
var RESERVED = 2048;
var Machine = class {
  /** Opcodes done so far. */
  opcodes = 0;
  straddle;
  /** Stands where bytes follow that are no opcodes: whoever asked for it steps over them, sets this back and runs on. */
  paused = false;
  state;
  /** Gives the bytes of the stream's literals again. */
  read;
  window;
  hooks;
  arena;
  frameStart = 0;
  frameEnd = NO_FRAME;
  frameNoted = false;
  /** Pause at the end of the frame: the loader reads from the file, and a frame has been taken from it as a whole. */
  waiting = false;
  lastOpcode = 0;
  lines;
  constructor(window, read, listener, stream3, hooks = {}) {
    this.window = window;
    this.hooks = hooks;
    const arena = read ? void 0 : new Arena();
    this.arena = arena;
    this.read = read ?? ((offset, length) => arena?.read(offset, length) ?? NOTHING2);
    this.state = new State(new Calls(listener, this.read, stream3, (offset) => opcodeName(window.buffer[offset - window.base] ?? -1)));
    this.lines = new LineReader(window, this.state, arena, this);
  }
  get ending() {
    return this.state.ending;
  }
  /** Runs until more bytes are needed or the stream has ended. */
  run() {
    const { window: w, state: state3 } = this;
    const { stack } = state3;
    const { buffer, view: view2 } = w;
    const base = w.base;
    if (w.overrun) return this.endOfData("an argument runs past the end of the data", base + w.pos, this.lastOpcode);
    if (!this.lines.skip()) return;
    const safeEnd = w.eof ? w.end : w.end - 15;
    let { codes } = stack;
    let reservedEnd = w.pos;
    const { arena } = this;
    let frameEnd = this.frameEnd - base;
    let at2 = w.pos;
    let op = this.lastOpcode - base;
    let count2 = 0;
    while (state3.ending === void 0) {
      if (at2 >= reservedEnd) {
        if (at2 >= safeEnd) {
          if (w.eof)
            this.endOfData(at2 > w.end ? "the last opcode is cut off" : "the data end before the pickle does", base + w.end, base + op);
          break;
        }
        stack.reserve(RESERVED + 1);
        codes = stack.codes;
        reservedEnd = Math.min(safeEnd, at2 + RESERVED);
      }
      if (at2 >= frameEnd) {
        this.leaveFrame(base + at2, base + op);
        frameEnd = NO_FRAME;
        if (this.waiting) {
          this.waiting = false;
          this.paused = true;
          break;
        }
      }
      count2++;
      op = at2++;
      switch (buffer[op]) {
        case 148:
          state3.memoize(base + op);
          break;
        case 75:
          codes[stack.depth++] = -1 - 2 * (buffer[at2] ?? 0);
          at2 += 1;
          break;
        case 77:
          codes[stack.depth++] = -1 - 2 * view2.getUint16(at2, true);
          at2 += 2;
          break;
        case 74:
          codes[stack.depth++] = integer(view2.getInt32(at2, true));
          at2 += 4;
          break;
        case 71:
          codes[stack.depth++] = arena ? FLOAT : lazy(base + at2, 8, FLOAT8);
          at2 += 8;
          break;
        case 78:
          codes[stack.depth++] = NONE;
          break;
        case 136:
          codes[stack.depth++] = TRUE;
          break;
        case 137:
          codes[stack.depth++] = FALSE;
          break;
        case 104:
          state3.get(buffer[at2] ?? 0, base + op);
          at2 += 1;
          break;
        case 106:
          state3.get(view2.getUint32(at2, true), base + op);
          at2 += 4;
          break;
        case 113:
          state3.put(buffer[at2] ?? 0, base + op);
          at2 += 1;
          break;
        case 114:
          state3.put(view2.getUint32(at2, true), base + op);
          at2 += 4;
          break;
        case 140: {
          const length = buffer[at2] ?? 0;
          if (arena || length >= MIN_ENCODED || at2 + 1 + length > w.end) at2 = this.counted(op, at2 + 1, length, UTF82);
          else {
            codes[stack.depth++] = lazy(base + at2 + 1, length, UTF82);
            at2 += 1 + length;
          }
          break;
        }
        case 85:
          at2 = this.counted(op, at2 + 1, buffer[at2] ?? 0, LATIN1);
          break;
        case 67:
          at2 = this.counted(op, at2 + 1, buffer[at2] ?? 0, BYTES_LITERAL);
          break;
        case 138:
          at2 = this.counted(op, at2 + 1, buffer[at2] ?? 0, LONG);
          break;
        case 88: {
          const length = view2.getUint32(at2, true);
          if (arena || length >= MIN_ENCODED || at2 + 4 + length > w.end) at2 = this.counted(op, at2 + 4, length, UTF82);
          else {
            codes[stack.depth++] = lazy(base + at2 + 4, length, UTF82);
            at2 += 4 + length;
          }
          break;
        }
        case 84:
          at2 = this.counted(op, at2 + 4, view2.getUint32(at2, true), LATIN1);
          break;
        case 66:
          at2 = this.counted(op, at2 + 4, view2.getUint32(at2, true), BYTES_LITERAL);
          break;
        case 139: {
          const length = view2.getInt32(at2, true);
          if (length < 0) state3.broken("malformed", "LONG4 has a negative length", base + op);
          else at2 = this.counted(op, at2 + 4, length, LONG);
          break;
        }
        case 141:
          at2 = this.counted(op, at2 + 8, uint64(view2, at2), UTF82);
          break;
        case 142:
          at2 = this.counted(op, at2 + 8, uint64(view2, at2), BYTES_LITERAL);
          break;
        case 150:
          at2 = this.counted(op, at2 + 8, uint64(view2, at2), BYTEARRAY_LITERAL);
          break;
        case 40:
          state3.mark(base + op);
          break;
        case 93:
          state3.emptyList();
          break;
        case 125:
          state3.emptyDict();
          break;
        case 41:
          stack.push(EMPTY_TUPLE);
          break;
        case 143:
          codes[stack.depth++] = SET;
          break;
        case 133:
        // TUPLE1
        case 134:
        // TUPLE2
        case 135:
          state3.tuple((buffer[op] ?? 0) - 132, this.isWanted(at2), base + op);
          break;
        case 116:
          state3.collect("tuple", this.isWanted(at2), base + op);
          break;
        case 108:
          state3.collect("list", true, base + op);
          break;
        case 145:
          state3.collect("frozenset", true, base + op);
          break;
        case 100:
          state3.dict(base + op);
          break;
        case 97:
          state3.addOne("append", base + op);
          break;
        case 115:
          state3.addOne("setitem", base + op);
          break;
        case 101:
          state3.addMany("append", this.isWanted(at2), base + op);
          break;
        case 117:
          state3.addMany("setitem", this.isWanted(at2), base + op);
          break;
        case 144:
          state3.addMany("additems", this.isWanted(at2), base + op);
          break;
        case 48:
          state3.pop(base + op);
          break;
        case 49:
          state3.popToMark(base + op);
          break;
        case 50:
          state3.duplicate(base + op);
          break;
        case 147:
          state3.stackGlobal(base + op);
          break;
        case 82:
          state3.reduce("reduce", base + op);
          break;
        case 129:
          state3.reduce("newobj", base + op);
          break;
        case 146:
          state3.newobjEx(base + op);
          break;
        case 98:
          at2 = this.build(op);
          frameEnd = this.frameEnd - base;
          break;
        case 111:
          state3.obj(base + op);
          break;
        case 149:
          if (this.frameEnd !== NO_FRAME && frameEnd !== NO_FRAME) this.noteFrame(base + op, "a frame opens inside another");
          this.frameStart = base + at2 + 8;
          this.frameEnd = this.frameStart + uint64(view2, at2);
          frameEnd = this.frameEnd - base;
          if (uint64(view2, at2) >= 2 ** 63) state3.broken("malformed", "FRAME has an absurd length", base + op);
          at2 += 8;
          break;
        case 128:
          if ((buffer[at2] ?? 0) > 5) state3.broken("malformed", `pickle protocol ${buffer[at2]} does not exist`, base + op);
          at2 += 1;
          break;
        case 130:
          state3.extension(buffer[at2] ?? 0, base + op);
          at2 += 1;
          break;
        case 131:
          state3.extension(view2.getUint16(at2, true), base + op);
          at2 += 2;
          break;
        case 132:
          state3.extension(view2.getInt32(at2, true), base + op);
          at2 += 4;
          break;
        case 151:
          state3.calls.oddity("out-of-band-buffer", "the buffer is handed over by the loading program", base + op);
          stack.pushCode(BUFFER2);
          break;
        case 152:
          state3.has(1, base + op);
          break;
        case 81:
          if (state3.has(1, base + op)) this.persistent(stack.pop(), op);
          break;
        case 46:
          state3.stop(base + op);
          if (at2 > frameEnd) this.leaveFrame(base + at2, base + op);
          break;
        default:
          at2 = this.lines.opcode(op, buffer[op] ?? 0);
      }
      if (at2 < 0) {
        at2 = w.pos;
        count2--;
        break;
      }
      if (stack.depth > stack.room) state3.tooDeep(base + op);
      if (w.toSkip > 0) break;
    }
    w.pos = Math.min(at2, w.end);
    this.opcodes += count2;
    this.lastOpcode = base + op;
  }
  /** A counted argument: what is too long to be a name is skipped, not read. \u22121: come back with more bytes. */
  counted(op, from, length, flavour) {
    const { window: w, arena } = this;
    if (length <= MAX_LAZY) {
      if (from + length > w.end && !w.eof) return this.starved(op);
      this.state.stack.push(arena ? arena.literal(w.buffer, from, length, flavour) : lazy(w.base + from, length, flavour));
      if (length >= MIN_PAYLOAD && beginsLikePayload(w.buffer, from, isText3(flavour)))
        this.state.calls.constant(this.state.stack.top(), w.base + op);
      return from + length;
    }
    if (arena && from + Math.min(length, WINDOW_SIZE / 2) > w.end && !w.eof) return this.starved(op);
    const head = w.buffer.subarray(from, Math.min(from + length, w.end));
    this.state.stack.push(arena ? arena.keep(head, length, flavour) : new Blob(flavour, w.base + from, length));
    if (flavour !== LONG && head.length > 1 && beginsLikePayload(w.buffer, from, isText3(flavour)))
      this.state.calls.constant(this.state.stack.top(), w.base + op);
    return this.skip(from, length);
  }
  /** Does the opcode at `at`, or the one behind a memo opcode there, look into what is on top of the stack? */
  isWanted(at2) {
    const { buffer } = this.window;
    const next = buffer[at2];
    const after = next === 148 ? buffer[at2 + 1] : next === 113 ? buffer[at2 + 2] : next === 114 ? buffer[at2 + 5] : next;
    return after === 82 || after === 129 || after === 146 || after === 98 || after === 81 || after === 133 || next === 112;
  }
  build(op) {
    const { state: state3, window: w } = this;
    if (!state3.has(2, w.base + op)) return op;
    const value = state3.stack.pop();
    const target = state3.stack.top();
    state3.calls.build(target, value, w.base + op);
    if (this.hooks.afterBuild?.(target, value, w.base + op)) {
      this.waiting = true;
      if (this.frameEnd === NO_FRAME) this.frameEnd = w.base + op + 1;
    }
    return op + 1;
  }
  /** PERSID and BINPERSID. */
  persistent(id, op) {
    this.hooks.persistentId?.(id);
    this.state.stack.push(this.state.calls.persistent(id, this.window.base + op));
  }
  /** The data end within the stream, or what decompresses them broke there. Behind a frame that `opcode` crosses, some readers find more. */
  endOfData(detail, offset, opcode) {
    const { failure: failure2 } = this.window;
    if (offset > this.frameEnd) this.leaveFrame(offset, opcode);
    if (failure2) this.state.broken(failure2.why, failure2.message, offset);
    else this.state.broken("truncated", detail, offset);
  }
  skip(from, count2) {
    const w = this.window;
    w.pos = Math.min(from, w.end);
    w.skip(count2 - (w.pos - from));
    return w.pos;
  }
  starved(op) {
    this.window.pos = op;
    return -1;
  }
  leaveFrame(offset, opcode) {
    if (offset > this.frameEnd) {
      this.noteFrame(this.frameEnd, "an opcode crosses the end of its frame");
      this.straddle ??= { frameStart: this.frameStart, frameEnd: this.frameEnd, opcode };
    }
    this.frameEnd = NO_FRAME;
  }
  noteFrame(offset, detail) {
    if (this.frameNoted) return;
    this.frameNoted = true;
    this.state.calls.oddity("frame-straddle", detail, offset);
  }
};
var NOTHING2 = new Uint8Array(0);
var EMPTY_TUPLE = new Sequence("tuple", []);
function isText3(flavour) {
  return flavour !== BYTES_LITERAL && flavour !== BYTEARRAY_LITERAL;
}
function uint64(view2, at2) {
  return view2.getUint32(at2, true) + view2.getUint32(at2 + 4, true) * 2 ** 32;
}

// src/wire/zip-records.ts
var LOCAL_SIGNATURE = 67324752;
var CENTRAL_SIGNATURE = 33639248;
var DESCRIPTOR_SIGNATURE = 134695760;
var END_SIGNATURE = 101010256;
var END64_SIGNATURE = 101075792;
var LOCATOR64_SIGNATURE = 117853008;
var LOCAL_SIZE = 30;
var CENTRAL_SIZE = 46;
var END_SIZE = 22;
var END64_SIZE = 56;
var LOCATOR64_SIZE = 20;
var FLAG_ENCRYPTED = 1;
var FLAG_DESCRIPTOR = 8;
var FLAG_PATCHED = 32;
var FLAG_STRONG_ENCRYPTION = 64;
var FLAG_UTF8 = 2048;
var FLAG_MASKED = 8192;
var SENTINEL16 = 65535;
var SENTINEL32 = 4294967295;
var EXTRA_ZIP64 = 1;
var EXTRA_UNICODE_PATH = 28789;
function u162(bytes, at2) {
  return (bytes[at2] ?? 0) | (bytes[at2 + 1] ?? 0) << 8;
}
function u323(bytes, at2) {
  return (u162(bytes, at2) | u162(bytes, at2 + 2) << 16) >>> 0;
}
function u64(bytes, at2) {
  return u323(bytes, at2) + u323(bytes, at2 + 4) * 4294967296;
}
function parseCentral(bytes) {
  if (bytes.length < CENTRAL_SIZE) return void 0;
  const nameEnd = CENTRAL_SIZE + u162(bytes, 28);
  const extraEnd = nameEnd + u162(bytes, 30);
  const length = extraEnd + u162(bytes, 32);
  if (bytes.length < length) return void 0;
  const extra = readExtra(bytes, nameEnd, extraEnd, [u323(bytes, 24), u323(bytes, 20), u323(bytes, 42)]);
  return {
    madeBy: u162(bytes, 4),
    flags: u162(bytes, 8),
    method: u162(bytes, 10),
    crc: u323(bytes, 16),
    size: extra.sizes[0],
    compressedSize: extra.sizes[1],
    headerOffset: extra.sizes[2],
    attributes: u323(bytes, 38),
    nameBytes: bytes.subarray(CENTRAL_SIZE, nameEnd),
    unicodeName: extra.unicodeName,
    length
  };
}
function centralLength(bytes) {
  return CENTRAL_SIZE + u162(bytes, 28) + u162(bytes, 30) + u162(bytes, 32);
}
function parseLocal(bytes) {
  if (bytes.length < LOCAL_SIZE || u323(bytes, 0) !== LOCAL_SIGNATURE) return void 0;
  const compressedSize = u323(bytes, 18);
  const size = u323(bytes, 22);
  return {
    flags: u162(bytes, 6),
    method: u162(bytes, 8),
    crc: u323(bytes, 14),
    compressedSize,
    size,
    nameLength: u162(bytes, 26),
    extraLength: u162(bytes, 28),
    sizesInExtra: compressedSize === SENTINEL32 || size === SENTINEL32
  };
}
function withLocalExtra(header, extra) {
  const { sizes } = readExtra(extra, 0, extra.length, [header.size, header.compressedSize, 0]);
  return { ...header, size: sizes[0], compressedSize: sizes[1], sizesInExtra: false };
}
function readExtra(bytes, start, end, sizes) {
  let unicodeName;
  let at2 = start;
  while (at2 + 4 <= end) {
    const id = u162(bytes, at2);
    const next = at2 + 4 + u162(bytes, at2 + 2);
    if (next > end) break;
    if (id === EXTRA_ZIP64) fillFromZip64(bytes, at2 + 4, next, sizes);
    else if (id === EXTRA_UNICODE_PATH && next - at2 > 9) unicodeName = bytes.subarray(at2 + 9, next);
    at2 = next;
  }
  return { sizes, unicodeName };
}
function fillFromZip64(bytes, start, end, sizes) {
  let at2 = start;
  for (const index2 of [0, 1, 2]) {
    if (sizes[index2] !== SENTINEL32 || at2 + 8 > end) continue;
    sizes[index2] = u64(bytes, at2);
    at2 += 8;
  }
}
function parseEnd(bytes, at2) {
  return {
    disk: u162(bytes, at2 + 4),
    entries: u162(bytes, at2 + 10),
    size: u323(bytes, at2 + 12),
    offset: u323(bytes, at2 + 16),
    commentLength: u162(bytes, at2 + 20)
  };
}
function parseEnd64(bytes) {
  if (bytes.length < END64_SIZE || u323(bytes, 0) !== END64_SIGNATURE) return void 0;
  return { entries: u64(bytes, 32), size: u64(bytes, 40), offset: u64(bytes, 48) };
}
function contradicts(end, end64) {
  return end.entries !== SENTINEL16 && end.entries !== end64.entries || end.size !== SENTINEL32 && end.size !== end64.size || end.offset !== SENTINEL32 && end.offset !== end64.offset;
}

// src/wire/zip-names.ts
var CP437 = "\xC7\xFC\xE9\xE2\xE4\xE0\xE5\xE7\xEA\xEB\xE8\xEF\xEE\xEC\xC4\xC5\xC9\xE6\xC6\xF4\xF6\xF2\xFB\xF9\xFF\xD6\xDC\xA2\xA3\xA5\u20A7\u0192\xE1\xED\xF3\xFA\xF1\xD1\xAA\xBA\xBF\u2310\xAC\xBD\xBC\xA1\xAB\xBB\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B\u2510\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590\u2580\u03B1\xDF\u0393\u03C0\u03A3\u03C3\xB5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5\u2229\u2261\xB1\u2265\u2264\u2320\u2321\xF7\u2248\xB0\u2219\xB7\u221A\u207F\xB2\u25A0\xA0";
var utf82 = new TextDecoder("utf-8", { ignoreBOM: true });
function decodeName(bytes, flags) {
  if ((flags & FLAG_UTF8) !== 0 || isAscii(bytes)) return utf82.decode(bytes);
  let text4 = "";
  for (const byte of bytes) text4 += byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128] ?? "";
  return text4;
}
function isAscii(bytes) {
  for (let index2 = 0; index2 < bytes.length; index2++) if ((bytes[index2] ?? 0) >= 128) return false;
  return true;
}

// src/wire/zip-directory.ts
var DIRECTORY_BLOCK = 256 * 1024;
var SMALL_READ = 512;
var MADE_BY_UNIX = 3;
var READABILITY = FLAG_ENCRYPTED | FLAG_PATCHED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED;
function walkDirectory(source, place, listedBy, room, notes, emit) {
  const block2 = blockReader(source, DIRECTORY_BLOCK);
  const near = { source, read: hopReader(source) };
  let at2 = place.start;
  let count2 = 0;
  while (at2 + CENTRAL_SIZE <= place.limit) {
    const fixed = block2.at(at2, CENTRAL_SIZE);
    if (u323(fixed, 0) !== CENTRAL_SIGNATURE) break;
    const length = centralLength(fixed);
    const central = at2 + length > place.limit ? void 0 : parseCentral(block2.at(at2, length));
    if (!central) break;
    if (count2 === room) return { count: count2, end: at2, full: true };
    resolveEntry(near, central, place.base, listedBy, notes, emit);
    at2 += length;
    count2++;
  }
  return { count: count2, end: at2, full: false };
}
function resolveEntry(near, central, base, listedBy, notes, emit) {
  const { flags, method, crc, compressedSize, size } = central;
  const name = decodeName(central.nameBytes, flags);
  let headerOffset = central.headerOffset + base;
  let read = readLocal(near, headerOffset, central.nameBytes.length);
  if (!read && base !== 0) {
    read = readLocal(near, central.headerOffset, central.nameBytes.length);
    if (read) headerOffset = central.headerOffset;
  }
  const dataOffset = read && headerOffset + LOCAL_SIZE + read.header.nameLength + read.header.extraLength;
  const unixMode2 = central.madeBy >>> 8 === MADE_BY_UNIX ? central.attributes >>> 16 : 0;
  const listed3 = { name, method, flags, crc, compressedSize, size, headerOffset, dataOffset, unixMode: unixMode2, listedBy, bounded: true };
  const disputed = read !== void 0 && sizesDiffer(central, read.header);
  const entry = disputed && read ? { ...listed3, undisputedSize: Math.min(compressedSize, read.header.compressedSize) } : listed3;
  emit(entry);
  if (central.unicodeName && isAscii(central.nameBytes)) {
    const second = decodeName(central.unicodeName, 2048);
    if (second !== name) notes.add("name", name, headerOffset, () => `its Unicode path field says ${quote(second)}`);
  }
  if (!read) return;
  const { header, nameBytes } = read;
  const sameName = header.nameLength === central.nameBytes.length && equal(nameBytes, central.nameBytes);
  const localName = sameName ? name : decodeName(nameBytes, header.flags);
  if (!sameName) notes.add("name", name, headerOffset, () => `the local header says ${quote(localName)}`);
  compare(central, header, (difference, detail) => notes.add(difference, name, headerOffset, detail));
  if (header.method !== method || disputed) {
    const claims2 = hasSizes(header, central) ? { crc: header.crc, compressedSize: header.compressedSize, size: header.size } : {};
    emit({ ...entry, ...claims2, name: localName, method: header.method, flags: header.flags, listedBy: "local-header" });
  }
}
function readLocal({ source, read }, offset, nameLength) {
  if (offset < 0 || offset + LOCAL_SIZE > source.size) return void 0;
  const bytes = read(offset, LOCAL_SIZE + nameLength);
  const header = parseLocal(bytes);
  if (!header) return void 0;
  const nameBytes = header.nameLength > nameLength ? source.read(offset + LOCAL_SIZE, Math.max(nameLength, Math.min(header.nameLength, SMALL_READ))) : bytes.subarray(LOCAL_SIZE, LOCAL_SIZE + header.nameLength);
  return { header: resolveSizes(source, offset, header), nameBytes };
}
function resolveSizes(source, offset, header) {
  if (!header.sizesInExtra) return header;
  return withLocalExtra(header, source.read(offset + LOCAL_SIZE + header.nameLength, Math.min(header.extraLength, SMALL_READ)));
}
function hasSizes(local, central) {
  return (local.flags & FLAG_DESCRIPTOR) === 0 || local.compressedSize !== 0 || local.size !== 0 && local.size !== central.size;
}
function sizesDiffer(central, local) {
  if (!hasSizes(local, central) || local.sizesInExtra || (local.flags & FLAG_MASKED) !== 0) return false;
  return local.compressedSize !== central.compressedSize || local.size !== central.size;
}
function compare(central, local, differ) {
  if (central.method !== local.method)
    differ("method", () => `method ${central.method} in the directory, ${local.method} in the local header`);
  if (((central.flags ^ local.flags) & READABILITY) !== 0) {
    differ("flags", () => `flags ${hex(central.flags)} in the directory, ${hex(local.flags)} in the local header`);
  } else if ((central.flags & FLAG_PATCHED) !== 0) {
    differ("flags", () => "flag bit 5 (patched data) is set: strict readers refuse the entry");
  }
  if (sizesDiffer(central, local)) {
    differ(
      "size",
      () => `${central.compressedSize} bytes (${central.size} uncompressed) in the directory, ${local.compressedSize} (${local.size}) in the local header`
    );
  }
  const localCrc = (local.flags & FLAG_DESCRIPTOR) === 0 || local.crc !== 0;
  if (localCrc && (local.flags & FLAG_MASKED) === 0 && central.crc !== local.crc) {
    differ("crc", () => `checksum ${hex(central.crc)} in the directory, ${hex(local.crc)} in the local header`);
  }
  if (central.method === 0 && central.compressedSize !== central.size && (central.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) === 0) {
    differ("size", () => `stored as it is, yet ${central.compressedSize} bytes in the archive and ${central.size} outside`);
  }
}
function quote(name) {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}\u2026` : name);
}
function hex(value) {
  return `0x${value.toString(16)}`;
}
function equal(a, b) {
  if (a.length !== b.length) return false;
  for (let index2 = 0; index2 < a.length; index2++) if (a[index2] !== b[index2]) return false;
  return true;
}

// src/wire/zip-end.ts
var END_REACH = END_SIZE + 65535;
function findEndSignatures(source) {
  const start = Math.max(0, source.size - END_REACH);
  return endSignaturesIn(source.read(start, END_REACH), start);
}
function endSignaturesIn(tail, start) {
  const found = [];
  for (let at2 = tail.lastIndexOf(80, tail.length - END_SIZE); at2 >= 0; at2 = at2 === 0 ? -1 : tail.lastIndexOf(80, at2 - 1)) {
    if (u323(tail, at2) === END_SIGNATURE) found.push(start + at2);
  }
  return found;
}
function readEnd(source, offset) {
  const record = parseEnd(source.read(offset, END_SIZE), 0);
  const zip64 = readEnds64(source, offset);
  const groupStart = Math.max(...zip64.map((each) => each.offset), zip64.length > 0 ? 0 : offset);
  const contradictory = zip64.some(({ claim }) => contradicts(record, claim));
  const claims2 = zip64.length === 0 || contradictory ? [...zip64, { offset: groupStart, claim: record }] : zip64;
  const places = [];
  for (const { claim, offset: limit } of claims2) {
    for (const place of placesOf(source, claim, limit)) {
      if (!places.some((known) => known.start === place.start && known.base === place.base)) places.push(place);
    }
  }
  return { offset, end: offset + END_SIZE + record.commentLength, groupStart, record, zip64: zip64.length > 0, contradictory, places };
}
function hasLocator(bytes, at2) {
  return at2 >= LOCATOR64_SIZE && u323(bytes, at2 - LOCATOR64_SIZE) === LOCATOR64_SIGNATURE;
}
function readEnds64(source, endOffset) {
  const at2 = endOffset - LOCATOR64_SIZE;
  if (at2 < 0) return [];
  const locator = source.read(at2, LOCATOR64_SIZE);
  if (u323(locator, 0) !== LOCATOR64_SIGNATURE) return [];
  const found = [];
  for (const offset of /* @__PURE__ */ new Set([u64(locator, 8), at2 - END64_SIZE])) {
    if (offset < 0 || offset + END64_SIZE > at2) continue;
    const claim = parseEnd64(source.read(offset, END64_SIZE));
    if (claim) found.push({ offset, claim });
  }
  return found;
}
function placesOf(source, claim, limit) {
  if (claim.entries === 0 && claim.size === 0) {
    const base = limit - claim.offset;
    return [{ start: limit, limit, base, claim }];
  }
  const starts2 = /* @__PURE__ */ new Set([limit - claim.size, claim.offset]);
  const places = [];
  for (const start of starts2) {
    if (start < 0 || start + 4 > limit || u323(source.read(start, 4), 0) !== CENTRAL_SIGNATURE) continue;
    places.push({ start, limit, base: start - claim.offset, claim });
  }
  return places;
}

// src/wire/zip-gaps.ts
var REACH = 64 * 1024;
var TOTAL = 64 * 1024 * 1024;
var BLOCK3 = 16 * 1024;
var HIGHEST_VERSION = 63;
function spans(size) {
  const taken = [];
  let merged;
  const merge = () => {
    if (merged) return merged;
    taken.sort((a, b) => a.start - b.start);
    merged = [];
    let start = 0;
    let end = 0;
    for (const span of taken) {
      if (span.start > end) {
        if (end > start) merged.push({ start, end });
        start = span.start;
      }
      end = Math.max(end, span.end);
    }
    if (end > start) merged.push({ start, end });
    return merged;
  };
  return {
    add(start, end) {
      const from = Math.max(0, start);
      const to = Math.min(size, end);
      if (to <= from) return;
      taken.push({ start: from, end: to });
      merged = void 0;
    },
    has(offset) {
      const all = merge();
      let low = 0;
      let high = all.length;
      while (low < high) {
        const middle = low + high >>> 1;
        if ((all[middle]?.end ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      return (all[low]?.start ?? size) <= offset && offset < (all[low]?.end ?? 0);
    },
    gaps() {
      const result = [];
      let at2 = 0;
      for (const span of merge()) {
        if (span.start > at2) result.push({ start: at2, end: span.start });
        at2 = span.end;
      }
      if (at2 < size) result.push({ start: at2, end: size });
      return result;
    }
  };
}
function walkGaps(source, gaps, room, emit) {
  const search = { block: blockReader(source, BLOCK3), looked: 0 };
  let count2 = 0;
  for (const gap of gaps) {
    if (gap.end - gap.start < LOCAL_SIZE) continue;
    let at2 = gap.start;
    let reach = Math.min(gap.end, at2 + REACH);
    while (at2 + LOCAL_SIZE <= gap.end) {
      if (search.block.bytesRead() > TOTAL || search.looked > TOTAL || count2 >= room) return false;
      const hit = find2(search, LOCAL_SIGNATURE, at2, reach);
      if (hit < 0) {
        if (reach === gap.end) break;
        at2 = Math.max(reach, gap.end - REACH);
        reach = gap.end;
        continue;
      }
      const found = hiddenEntry(source, search, hit, gap.end);
      if (!found) {
        at2 = hit + 4;
        continue;
      }
      emit(found.entry);
      count2++;
      at2 = found.next;
      reach = Math.min(gap.end, at2 + REACH);
    }
  }
  return true;
}
function hiddenEntry(source, search, offset, end) {
  const { block: block2 } = search;
  const fixed = block2.at(offset, LOCAL_SIZE);
  const header = parseLocal(fixed);
  if (!header || header.nameLength === 0 || (fixed[4] ?? 0) > HIGHEST_VERSION) return void 0;
  const dataOffset = offset + LOCAL_SIZE + header.nameLength + header.extraLength;
  if (dataOffset > end) return void 0;
  const name = decodeName(block2.at(offset + LOCAL_SIZE, header.nameLength), header.flags);
  const { sizes, bounded, next } = extent(search, dataOffset, end, resolveSizes(source, offset, header));
  const { flags, method, crc } = header;
  return {
    entry: { name, method, flags, crc, ...sizes, headerOffset: offset, dataOffset, unixMode: 0, listedBy: "local-header", bounded },
    next
  };
}
function extent(search, dataOffset, end, header) {
  const { compressedSize, size } = header;
  if ((header.flags & FLAG_DESCRIPTOR) === 0 || compressedSize !== 0) {
    const next = dataOffset + compressedSize;
    return { sizes: { compressedSize, size }, bounded: true, next: next > end ? dataOffset : next };
  }
  const reach = Math.min(end, dataOffset + REACH);
  for (let at2 = find2(search, DESCRIPTOR_SIGNATURE, dataOffset, reach); at2 >= 0; at2 = find2(search, DESCRIPTOR_SIGNATURE, at2 + 4, reach)) {
    if (u323(search.block.at(at2, 12), 8) !== at2 - dataOffset) continue;
    return { sizes: { compressedSize: at2 - dataOffset, size: header.method === 0 ? at2 - dataOffset : 0 }, bounded: false, next: at2 + 12 };
  }
  return { sizes: { compressedSize: end - dataOffset, size: header.method === 0 ? end - dataOffset : 0 }, bounded: false, next: dataOffset };
}
function find2(search, signature, from, to) {
  for (let at2 = from; at2 + 4 <= to; ) {
    const bytes = search.block.at(at2, Math.min(BLOCK3, to - at2));
    for (let index2 = bytes.indexOf(80); index2 >= 0 && index2 + 4 <= bytes.length; index2 = bytes.indexOf(80, index2 + 1)) {
      if (u323(bytes, index2) !== signature) continue;
      search.looked += index2;
      return at2 + index2;
    }
    search.looked += bytes.length;
    if (bytes.length < 4) return -1;
    at2 += bytes.length - 3;
  }
  return -1;
}

// src/wire/zip-notes.ts
var KEPT_PER_KIND = 25;
function collectNotes() {
  const kept = [];
  const counts = /* @__PURE__ */ new Map();
  return {
    add(difference, entry, offset, detail) {
      const count2 = (counts.get(difference) ?? 0) + 1;
      counts.set(difference, count2);
      if (count2 <= KEPT_PER_KIND) kept.push({ difference, entry, detail: detail(), offset });
    },
    all() {
      const more = [];
      for (const [difference, count2] of counts) {
        if (count2 <= KEPT_PER_KIND) continue;
        more.push({ difference, entry: "", detail: `${count2 - KEPT_PER_KIND} more of this kind`, offset: 0 });
      }
      return [...kept, ...more];
    }
  };
}

// src/wire/zip-shared-names.ts
var COMPARED = 64 * 1024;
var COMPARED_IN_ALL = 4 * 1024 * 1024;
function noteSharedNames(source, entries2, notes) {
  const first2 = /* @__PURE__ */ new Map();
  const variants = /* @__PURE__ */ new Map();
  let budget = COMPARED_IN_ALL;
  for (const entry of entries2) {
    const { name, headerOffset } = entry;
    const nul = name.indexOf("\0");
    if (nul >= 0) notes.add("nul-in-name", name, headerOffset, () => `some readers see ${quote(name.slice(0, nul))}`);
    if (entry.listedBy === "local-header" || name.endsWith("/") && entry.size === 0) continue;
    const fold = name.toLowerCase();
    const other2 = first2.get(fold);
    if (!other2) {
      first2.set(fold, entry);
      continue;
    }
    const twin = other2.name === name ? other2 : variants.get(name);
    if (twin) {
      notes.add("duplicate", name, headerOffset, () => {
        budget -= entry.compressedSize;
        return describe2(source, twin, entry, budget > 0);
      });
    } else {
      variants.set(name, entry);
      notes.add("case-variant", name, headerOffset, () => `${quote(other2.name)} differs only in case`);
    }
  }
}
function describe2(source, first2, second, affordable) {
  const where = `also at ${first2.headerOffset}`;
  if (first2.dataOffset === second.dataOffset) return `listed twice, with the same data`;
  if (first2.crc !== second.crc || first2.size !== second.size) return `${where}, with other content`;
  const comparable = affordable && first2.method === second.method && first2.compressedSize === second.compressedSize && first2.compressedSize <= COMPARED;
  if (!comparable || first2.dataOffset === void 0 || second.dataOffset === void 0)
    return `${where}, with the same declared size and checksum`;
  const a = source.read(first2.dataOffset, first2.compressedSize);
  const b = source.read(second.dataOffset, second.compressedSize);
  return a.length === b.length && a.every((byte, index2) => byte === b[index2]) ? `${where}, with identical content` : `${where}, with other content`;
}

// src/wire/zip.ts
var DEFAULT_LIMITS = { entries: 25e4 };
var MOST_ENDS = 16;
function readZip(source, limits = DEFAULT_LIMITS) {
  const notes = collectNotes();
  const problems = [];
  const entries2 = [];
  const taken = spans(source.size);
  const reader = { source, limits, notes, problems, entries: entries2, taken };
  const { chosen, rejected, rest: rest2 } = chooseEnd(source);
  for (const end of rejected) notes.add("end-record", "", end.offset, () => "an end record here points to no directory");
  if (chosen) {
    readDirectories(reader, chosen);
    readOtherEnds(reader, rest2);
  } else {
    problems.push({ why: "truncated", detail: "the zip has no directory at its end", offset: source.size });
  }
  const listed3 = entries2.length;
  const emit = (entry) => {
    entries2.push(entry);
    if (chosen) notes.add("hidden-entry", entry.name, entry.headerOffset, () => "a local header that the directory does not list");
  };
  if (!walkGaps(source, taken.gaps(), limits.entries - listed3, emit)) {
    problems.push({ why: "limit", detail: "too many bytes lie outside of the listed entries to look for others there", offset: 0 });
  }
  if (chosen) noteOuterBytes(reader, chosen);
  noteSharedNames(source, entries2, notes);
  return { entries: entries2, notes: notes.all(), problems };
}
function chooseEnd(source) {
  const signatures = findEndSignatures(source);
  const rejected = [];
  for (const [index2, offset] of signatures.slice(0, MOST_ENDS).entries()) {
    const end = readEnd(source, offset);
    if (end.places.length > 0) return { chosen: end, rejected, rest: signatures.slice(index2 + 1) };
    rejected.push(end);
  }
  return { chosen: void 0, rejected, rest: [] };
}
function readDirectories(reader, end) {
  const { notes, taken } = reader;
  taken.add(end.groupStart, Math.min(end.end, reader.source.size));
  const [first2, ...others] = end.places;
  if (!first2) return;
  const walk2 = readDirectory(reader, first2, "directory");
  noteClaims(notes, end, first2, walk2);
  for (const place of others) {
    notes.add("end-record", "", end.offset, () => `the end record leads to two directories, at ${first2.start} and at ${place.start}`);
    readDirectory(reader, place, "other-directory");
  }
}
function readDirectory(reader, place, listedBy) {
  const { source, limits, notes, problems, entries: entries2, taken } = reader;
  const known = listedBy === "directory" ? void 0 : new Set(entries2.map(identity));
  const walk2 = walkDirectory(source, place, listedBy, limits.entries - entries2.length, notes, (entry) => {
    if (known?.has(identity(entry))) return;
    entries2.push(entry);
    takeEntry(reader, entry, place);
  });
  taken.add(place.start, walk2.end);
  if (walk2.full) problems.push({ why: "limit", detail: `the zip has more than ${limits.entries} entries`, offset: walk2.end });
  else if (walk2.end < place.start + place.claim.size && walk2.end < place.limit) {
    problems.push({
      why: "malformed",
      detail: `the directory is broken after ${walk2.count} of ${place.claim.entries} entries`,
      offset: walk2.end
    });
  }
  return walk2;
}
function identity(entry) {
  return `${entry.headerOffset} ${entry.method} ${entry.compressedSize} ${entry.name}`;
}
function takeEntry({ source, taken, notes }, entry, place) {
  if (entry.dataOffset === void 0 || entry.listedBy === "local-header") return;
  const end = entry.dataOffset + (entry.undisputedSize ?? entry.compressedSize);
  const overruns = end > (entry.headerOffset < place.start ? place.start : source.size);
  taken.add(entry.headerOffset, overruns ? entry.dataOffset : end);
  if (overruns && end <= source.size) notes.add("size", entry.name, entry.headerOffset, () => "its data run into the directory");
}
function noteClaims(notes, end, place, walk2) {
  const { claim } = place;
  const wraps = !end.zip64 && claim.entries === walk2.count % 65536;
  if (claim.entries !== walk2.count && !wraps && !walk2.full) {
    notes.add("end-record", "", end.offset, () => `${claim.entries} entries declared, ${walk2.count} in the directory`);
  }
  if (walk2.end - place.start > claim.size) {
    notes.add("end-record", "", end.offset, () => `a directory of ${claim.size} bytes declared, ${walk2.end - place.start} found`);
  }
  if (end.contradictory) notes.add("end-record", "", end.offset, () => "the zip64 end record contradicts the other one");
  if (end.record.disk !== 0 && end.record.disk !== 65535)
    notes.add("end-record", "", end.offset, () => `part ${end.record.disk + 1} of a split archive`);
}
function readOtherEnds(reader, offsets) {
  let seen = 0;
  for (const offset of offsets) {
    if (reader.taken.has(offset)) continue;
    if (++seen > MOST_ENDS) {
      reader.problems.push({ why: "malformed", detail: `the zip has more than ${MOST_ENDS} end records`, offset });
      return;
    }
    const end = readEnd(reader.source, offset);
    const before = reader.entries.length;
    for (const place of end.places) readDirectory(reader, place, "other-directory");
    reader.taken.add(end.groupStart, Math.min(end.end, reader.source.size));
    reader.notes.add("end-record", "", offset, () => `a second end record, with ${reader.entries.length - before} other entries`);
  }
}
function noteOuterBytes({ source, entries: entries2, notes }, end) {
  const first2 = end.places[0];
  let start = first2?.start ?? end.groupStart;
  for (const entry of entries2) if (entry.dataOffset !== void 0 && entry.headerOffset < start) start = entry.headerOffset;
  const after = source.size - end.end;
  if (start > 0) notes.add("prefix", "", 0, () => `${start} bytes before the archive`);
  if (after > 0) notes.add("tail", "", end.end, () => `${after} bytes after the archive`);
  if (after < 0) notes.add("end-record", "", end.offset, () => `the comment is ${-after} bytes shorter than declared`);
}
function hasEndRecord(tail, size) {
  const start = size - tail.length;
  return endSignaturesIn(tail, start).slice(0, MOST_ENDS).some((offset) => {
    const at2 = offset - start;
    const { entries: entries2, size: directory, offset: written } = parseEnd(tail, at2);
    if (directory === 4294967295 || written === 4294967295 || hasLocator(tail, at2)) return true;
    if (directory === 0) return entries2 === 0 && written <= offset;
    return directory <= at2 ? u323(tail, at2 - directory) === CENTRAL_SIGNATURE : directory + written <= offset;
  });
}
function startsLikeZip(head) {
  if (head.length < 4) return false;
  const signature = u323(head, 0);
  return signature === LOCAL_SIGNATURE || signature === END_SIGNATURE;
}

// src/formats/joblib.ts
var KINDS3 = [
  // joblib 0.10 and later: the array follows in the same file.
  [/(?:^|\.)joblib\.numpy_pickle\.NumpyArrayWrapper$/, "array"],
  // joblib 0.9 and earlier: the array lies in a file beside the pickle.
  [/(?:^|\.)joblib\.numpy_pickle(?:_compat)?\.Z?NDArrayWrapper$/, "file"],
  [/^numpy\.dtype$/, "dtype"],
  // NumPy 2's type of texts of any length: its arrays are pickled.
  [/^numpy\._?core\._internal\._convert_to_stringdtype_kwargs$/, "strings"]
];
var FLEXIBLE = /^[<>=|]?[SUVa]/;
var MAX_TEXTS = 256;
var HOLDS_OBJECTS = 1;
var JoblibArrays = class {
  /** What follows where the machine pauses, in this order. */
  bodies = [];
  /** A wrapper was built: the file is joblib's. */
  seen = false;
  read;
  listener;
  attributes = /* @__PURE__ */ new WeakMap();
  dtypes = /* @__PURE__ */ new WeakMap();
  kinds = /* @__PURE__ */ new WeakMap();
  texts = /* @__PURE__ */ new Map();
  /** `read` gives literals of the pickle again, `listener` hears of files that are named. */
  constructor(read, listener) {
    this.read = read;
    this.listener = listener;
  }
  /** After BUILD: true where the loader now reads from the file. */
  built(instance, state3, offset) {
    if (!(instance instanceof Result)) return false;
    const kind = this.kindOf(instance);
    if (kind === "dtype") this.dtypes.set(instance, state3);
    if (kind !== "array" && kind !== "file") return false;
    this.seen = true;
    const attributes = this.attributes.get(instance) ?? /* @__PURE__ */ new Map();
    this.attributes.set(instance, attributes);
    const complete2 = isFresh(instance) && this.update(attributes, state3);
    if (kind === "file") {
      this.siblingFile(attributes, offset);
      return false;
    }
    this.bodies.push(complete2 ? this.bodyOf(attributes) : { kind: "unknown", why: "its attributes cannot be worked out" });
    return true;
  }
  /** Adds what BUILD sets: a dict, or a pair of a dict and one for slots. False where that cannot be told. */
  update(attributes, state3) {
    if (state3 === NONE) return true;
    if (state3 instanceof Sequence && state3.kind === "tuple" && state3.items.length === 2) {
      return state3.items.every((part) => this.update(attributes, part));
    }
    if (!(state3 instanceof Dict) || state3.more) return false;
    for (let at2 = 0; at2 < state3.entries.length; at2 += 2) {
      const key = this.text(state3.entries[at2] ?? NONE);
      if (key === void 0) return false;
      attributes.set(key, state3.entries[at2 + 1] ?? NONE);
    }
    return true;
  }
  siblingFile(attributes, offset) {
    const path = this.text(attributes.get("filename") ?? NONE);
    if (path === void 0) {
      this.listener.observe({
        kind: "incomplete",
        why: "unsupported",
        detail: "the file that holds an array of joblib is not named plainly",
        offset
      });
    } else this.listener.observe({ kind: "external-file", format: "joblib", path, role: "array file", offset });
  }
  bodyOf(attributes) {
    const element = this.elementOf(attributes.get("dtype") ?? NONE);
    if (element === void 0) return { kind: "unknown", why: "its type of elements cannot be worked out" };
    if (element.object) return { kind: "pickle" };
    const shape = attributes.get("shape");
    const lengths = shape instanceof Sequence && !shape.more ? shape.items.map((length) => this.integer(length) ?? -1) : [-1];
    const bytes = (countOf(lengths) ?? Number.NaN) * element.bytes;
    if (!Number.isSafeInteger(bytes)) return { kind: "unknown", why: "its shape cannot be worked out" };
    return { kind: "raw", bytes, padded: (attributes.get("numpy_array_alignment_bytes") ?? NONE) !== NONE };
  }
  /** `numpy.dtype('f8', False, True)`, and the state that its BUILD set: (version, order, subarray, names, fields, size, alignment, flags, \u2026). */
  elementOf(dtype) {
    if (!(dtype instanceof Result)) return void 0;
    const kind = this.kindOf(dtype);
    if (kind === "strings") return { bytes: 0, object: true };
    if (kind !== "dtype") return void 0;
    const [spelling = NONE] = dtype.args;
    const isRecord2 = spelling instanceof GlobalRef && spelling.name === "record";
    const type = isRecord2 ? "V" : this.text(spelling);
    const element = type === void 0 ? void 0 : elementOf(type);
    const state3 = this.dtypes.get(dtype);
    if (type === void 0 || element === void 0 || state3 === void 0) return isRecord2 ? void 0 : element;
    if (!(state3 instanceof Sequence) || state3.items.length < 8) return void 0;
    const size = this.integer(state3.items[5] ?? NONE);
    const flags = this.integer(state3.items[7] ?? NONE);
    if (size === void 0 || flags === void 0) return void 0;
    const object2 = (flags & HOLDS_OBJECTS) !== 0;
    if (FLEXIBLE.test(type)) return size < 0 ? void 0 : { bytes: size, object: object2 };
    return object2 === element.object ? element : void 0;
  }
  /** What an instance is an instance of, worked out once for each class: large pickles have millions of instances. */
  kindOf(instance) {
    const cls = classOf(instance);
    if (cls === void 0) return "other";
    const known = this.kinds.get(cls);
    if (known !== void 0) return known;
    const name = `${cls.module}.${cls.name}`;
    const kind = KINDS3.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
    this.kinds.set(cls, kind);
    return kind;
  }
  text(value) {
    if (typeof value !== "number") return textOf(value, this.read);
    const known = this.texts.get(value);
    if (known !== void 0) return known;
    const text4 = textOf(value, this.read);
    if (this.texts.size < MAX_TEXTS) this.texts.set(value, text4);
    return text4;
  }
  /** An int, also one that is long enough to have been written as LONG1. */
  integer(value) {
    if (isInteger(value)) return integerOf(value);
    if (!isLazy(value) || lazyFlavour(value) !== LONG || lazyLength(value) > 8) return void 0;
    const bytes = this.read(lazyOffset(value), lazyLength(value));
    const sign = (bytes[bytes.length - 1] ?? 0) > 127 ? 256 ** bytes.length : 0;
    return bytes.length < lazyLength(value) ? void 0 : bytes.reduce((sum, byte, index2) => sum + byte * 256 ** index2, 0) - sign;
  }
};
function isWrapper(name) {
  return KINDS3.some(([pattern, kind]) => (kind === "array" || kind === "file") && pattern.test(name));
}
function classOf({ callee, args }) {
  if (!(callee instanceof GlobalRef)) return void 0;
  const [first2] = args;
  const isReconstructor = callee.module === "copyreg" && (callee.name === "_reconstructor" || callee.name === "__newobj__");
  return isReconstructor && first2 instanceof GlobalRef ? first2 : callee;
}
function isFresh({ callee, args, how }) {
  return how === "newobj" && args.length === 0 || callee instanceof GlobalRef && callee.module === "copyreg";
}

// src/formats/pickle-run.ts
var ENOUGH = 1024;
async function runMachine(machine, window, budget, paused) {
  try {
    await runToEnd(machine, window, budget, paused);
  } finally {
    const { peaks } = budget;
    if (peaks) {
      peaks.stack = Math.max(peaks.stack, machine.state.stack.peak);
      peaks.memo = Math.max(peaks.memo, machine.state.memo.count);
    }
  }
}
async function runToEnd(machine, window, budget, paused) {
  let counted2 = 0;
  let starved = true;
  while (machine.ending === void 0) {
    if (starved) {
      const refill = window.fill();
      if (refill) await refill;
    }
    machine.run();
    budget.charge("opcodes", machine.opcodes - counted2);
    budget.checkTime();
    counted2 = machine.opcodes;
    starved = true;
    if (machine.paused) {
      await paused?.();
      machine.paused = false;
      starved = window.toSkip > 0 || window.end - window.pos < ENOUGH;
    }
  }
}

// src/formats/joblib-run.ts
async function runAsJoblib(window, source, listener, stream3, budget) {
  const read = source?.read.bind(source);
  const arrays = new JoblibArrays((offset, length) => machine.read(offset, length), listener);
  const watched2 = {
    observe(observation) {
      if (observation.kind === "global" && isWrapper(`${observation.module}.${observation.name}`)) machine.state.detailed = true;
      return listener.observe(observation);
    },
    nested: (bytes, loader, offset) => listener.nested(bytes, loader, offset),
    code: (code, offset) => listener.code(code, offset),
    constant: (bytes, text4, offset) => listener.constant(bytes, text4, offset)
  };
  const machine = new Machine(window, read, watched2, stream3, {
    afterBuild: (instance, state3, offset) => arrays.built(instance, state3, offset)
  });
  let first2 = true;
  let fork;
  const readBody = async (body) => {
    const start = window.offset;
    if (body.kind === "unknown")
      return machine.state.broken("unsupported", `the size of an array of joblib is not known: ${body.why}`, start);
    if (body.kind === "pickle") {
      const inner = new Machine(window, read, listener, stream3);
      await runMachine(inner, window, budget);
      if (inner.ending?.kind === "broken")
        machine.state.broken(inner.ending.why, `in an array of objects: ${inner.ending.detail}`, inner.ending.offset);
      return;
    }
    while (window.pos >= window.end && (!window.eof || window.toSkip > 0)) {
      const refill = window.fill();
      if (refill) await refill;
    }
    const next = window.pos < window.end ? window.buffer[window.pos] : void 0;
    if (first2 && next !== void 0 && opcodeName(next) !== void 0) fork = window.offset;
    window.skip(body.bytes + (body.padded ? 1 + (next ?? 0) : 0));
  };
  await runMachine(machine, window, budget, async () => {
    for (const body of arrays.bodies.splice(0)) {
      if (machine.ending === void 0) await readBody(body);
      first2 = false;
    }
  });
  return { machine, arrays: arrays.seen, fork };
}
async function runPlain(source, start, fork, listener, stream3, budget) {
  const window = new Window(source, start);
  const late = {
    observe: (observation) => (observation.offset ?? fork) >= fork && listener.observe(observation),
    nested(bytes, loader, offset) {
      if (offset >= fork) listener.nested(bytes, loader, offset);
    },
    code(code, offset) {
      if (offset >= fork) listener.code(code, offset);
    },
    constant(bytes, text4, offset) {
      if (offset >= fork) listener.constant(bytes, text4, offset);
    }
  };
  const machine = new Machine(window, source.read.bind(source), late, stream3);
  await runMachine(machine, window, budget);
  window.release();
  return machine;
}

// src/formats/bytecode-facts.ts
var HOOKS = /* @__PURE__ */ new Set([
  "__new__",
  "__init__",
  "__setstate__",
  "__reduce__",
  "__reduce_ex__",
  "__setattr__",
  "__getattr__",
  "__getattribute__",
  "__setitem__",
  "__del__",
  "__init_subclass__",
  "__set_name__",
  "__hash__",
  "__eq__",
  "append",
  "extend",
  "_rebuild"
]);
function pickledCodeFact(code, offset) {
  const { name, filename, names: names3, strings, bytecode, recent } = code;
  const object2 = { name, filename, names: names3, strings, code: bytecode, layout: recent ? "3.11" : "3.0" };
  return {
    kind: "shipped-code",
    language: "python-bytecode",
    carrier: `function \u201C${name === "" ? "?" : name}\u201D in the pickle`,
    runs: HOOKS.has(name) ? "load" : "use",
    reaches: [...new Set(reachesOf(object2))].sort(),
    offset
  };
}

// src/formats/nested.ts
var GLOBAL_LINES = /^c[A-Za-z_][\w.]{0,100}\n[A-Za-z_][\w.]{0,100}\n/;
var BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
var HEX = /^(?:[0-9a-fA-F]{2})+$/;
function payloadIn(bytes, isText5) {
  if (!isText5 && looksLoadable(bytes)) return bytes;
  if (bytes.length < MIN_ENCODED) return void 0;
  const text4 = ASCII.decode(bytes).replace(/[\r\n]+/g, "");
  const decoded2 = HEX.test(text4) ? Buffer.from(text4, "hex") : BASE64.test(text4) ? Buffer.from(text4, "base64") : void 0;
  if (decoded2 === void 0) return void 0;
  const payload = new Uint8Array(decoded2);
  return looksLoadable(payload) ? payload : void 0;
}
var ASCII = new TextDecoder("latin1");
function looksLoadable(bytes) {
  const [first2 = 0, second = 0, third = 0] = bytes;
  if (hasProtocol(bytes) || startsLikeZip(bytes)) return true;
  if (first2 === 31 && second === 139 && third === 8) return true;
  if (first2 === 120 && (first2 * 256 + second) % 31 === 0) return true;
  if (first2 === 66 && second === 90 && third === 104) return true;
  if (first2 === 253 && second === 55 && third === 122) return true;
  if ((first2 & 127) !== 99) return false;
  return GLOBAL_LINES.test(ASCII.decode(bytes.subarray(0, 256))) || isMarshalledCode(bytes);
}

// src/formats/pickle-facts.ts
var MAX_HELD = 1e4;
var MAX_NESTED2 = 1e4;
var MAX_NESTED_BYTES = 64 * 2 ** 20;
var MAX_GUESSES = 64;
var PickleFacts = class {
  scan;
  nested = [];
  nestedBytes = 0;
  left = 0;
  guesses = [];
  constructor(scan2) {
    this.scan = scan2;
  }
  /** `source`: where the stream's literals lie, if they can be read again. */
  listener(tentative, source) {
    const { scan: scan2, guesses } = this;
    return {
      held: tentative ? [] : void 0,
      effects: 0,
      reached: false,
      absurd: false,
      strange: false,
      observe(observation) {
        if (!this.held) return scan2.observe(observation);
        if (observation.kind === "global" && !isImportable(observation.module, observation.name)) this.absurd = true;
        if (observation.kind === "pickle-oddity" && observation.oddity === "huge-memo-index") this.strange = true;
        if (observation.kind === "call" || observation.kind === "mutated-global") {
          this.effects++;
          if (!this.absurd) this.reached = true;
        }
        this.held.push(observation);
        if (this.held.length >= MAX_HELD && (this.reached || !this.absurd)) release(this, scan2);
        else if (this.held.length > MAX_HELD) this.held.pop();
        return false;
      },
      nested: (payload, loader, offset) => this.note(payload, `${loader}@${offset}`, source),
      code(code, offset) {
        this.observe(pickledCodeFact(code, offset));
      },
      constant(bytes, text4, offset) {
        const payload = guesses.length < MAX_GUESSES ? payloadIn(bytes, text4) : void 0;
        if (payload) guesses.push({ bytes: payload, name: `constant@${offset}` });
      }
    };
  }
  note(payload, name, source) {
    const bytes = payload instanceof Uint8Array ? payload : source && slice(source, payload.offset, payload.length);
    const size = payload instanceof Uint8Array ? payload.length : 0;
    if (bytes === void 0 || this.nested.length >= MAX_NESTED2 || this.nestedBytes + size > MAX_NESTED_BYTES) this.left++;
    else {
      this.nestedBytes += size;
      this.nested.push({ bytes, name });
    }
  }
  /** Decides at the end of a stream: false where it was none, and nothing of it is told. */
  settle(listener, ending, opcodes2) {
    if (!listener.held) return true;
    const whole2 = ending.kind === "stop" && opcodes2 >= 2;
    if (!listener.reached && !(whole2 && (listener.effects > 0 || !(listener.absurd || listener.strange)))) return false;
    release(listener, this.scan);
    return true;
  }
  /** Tells what a stream did that could not be read to its end: what was done before stays done. */
  abandon(listener) {
    if (listener.reached) release(listener, this.scan);
  }
  /** Scans what was handed to a loader, and then what looks as if it could be, as members of the artifact. */
  async lookInside() {
    if (this.left > 0) {
      this.scan.observe({
        kind: "incomplete",
        why: "limit",
        detail: `${this.left} more payloads that are handed to a loader were not looked into`
      });
    }
    const known = /* @__PURE__ */ new Set();
    for (const { bytes, name } of this.nested.splice(0)) {
      const input = bytes instanceof Uint8Array ? memorySource(bytes) : bytes;
      if (this.guesses.length > 0 && input.size <= MAX_PAYLOAD) known.add(identity2(input.read(0, input.size)));
      await this.scan.descend({ name, size: input.size, open: () => input });
    }
    for (const { bytes, name } of this.guesses.splice(0)) {
      if (known.has(identity2(bytes))) continue;
      known.add(identity2(bytes));
      await this.scan.descend({ name, size: bytes.length, hints: { guess: true }, open: () => memorySource(bytes) });
    }
  }
};
function release(listener, scan2) {
  const { held } = listener;
  listener.held = void 0;
  for (const observation of held ?? []) scan2.observe(observation);
}
function identity2(bytes) {
  return `${bytes.length} ${crc322(bytes)}`;
}

// src/formats/pickle-trailing.ts
var SEARCH = 1 << 20;
var MAX_CANDIDATES = 64;
async function scanTrailing(artifact, scan2, start, window, tryStream) {
  const { input } = artifact;
  const [whole2, base] = input.kind === "source" ? [input, start] : [await drain(window, scan2, start), 0];
  const head = whole2.read(base, SEARCH);
  const first2 = head.findIndex((byte) => byte !== 0 && byte !== 10 && byte !== 13 && byte !== 32 && byte !== 9);
  if (first2 < 0) return;
  const size = whole2.size - base - first2;
  scan2.observe({
    kind: "pickle-oddity",
    oddity: "trailing-bytes",
    detail: `${size} bytes follow the last pickle`,
    offset: start + first2,
    stream: 0
  });
  if (hasEndRecord(scan2.probe.tail, scan2.probe.size ?? 0)) return;
  await scan2.descend({
    name: `+${start + first2}`,
    size,
    ...input.kind === "source" ? { storedAt: base + first2 } : {},
    open: () => slice(whole2, base + first2)
  });
  let end = 0;
  for (const at2 of candidates(head, first2 + 1)) if (base + at2 >= end) end = await tryStream(whole2, base + at2) ?? end;
}
function candidates(head, from) {
  const found = [];
  let at2 = head.indexOf(128, from);
  while (at2 >= 0 && found.length < MAX_CANDIDATES) {
    const next = head.subarray(at2, at2 + 3);
    if (hasProtocol(next) && (next[1] ?? 0) >= 2 && canStart(next[2])) found.push(at2);
    at2 = head.indexOf(128, at2 + 1);
  }
  return found;
}
async function drain(window, scan2, start) {
  const parts3 = [];
  let size = 0;
  for (; ; ) {
    const part = window.buffer.slice(window.pos, window.end);
    parts3.push(part);
    size += part.length;
    window.pos = window.end;
    if (window.eof || size > SEARCH) break;
    const refill = window.fill();
    if (refill) await refill;
  }
  if (window.failure) {
    const { why, message } = window.failure;
    scan2.observe({ kind: "incomplete", why, detail: message, offset: start + size });
  }
  if (size > SEARCH)
    scan2.observe({ kind: "incomplete", why: "limit", detail: "more than 1 MiB follows the pickle in a compressed stream", offset: start });
  const rest2 = new Uint8Array(size);
  let at2 = 0;
  for (const part of parts3) {
    rest2.set(part, at2);
    at2 += part.length;
  }
  return memorySource(rest2);
}

// src/formats/stream-prefix.ts
var MAX_PREFIX = 1 << 20;
function rememberPrefix(stream3) {
  const parts3 = [];
  let room = MAX_PREFIX;
  const remember = (chunk) => {
    if (chunk !== void 0 && room > 0) {
      const part = chunk.slice(0, room);
      parts3.push(memorySource(part));
      room -= part.length;
    }
    return chunk;
  };
  return {
    kind: "stream",
    close: () => stream3.close(),
    prefix: () => concat(parts3),
    next() {
      const next = stream3.next();
      return next instanceof Promise ? next.then(remember) : remember(next);
    }
  };
}

// src/formats/torch-legacy.ts
var MAGIC3 = [108, 252, 156, 70, 249, 32, 106, 168, 80, 25];
var LEGACY_STREAMS = 5;
function isLegacyMagic(value, source) {
  if (!isLazy(value) || lazyFlavour(value) !== LONG || lazyLength(value) < MAGIC3.length) return false;
  const bytes = source.read(lazyOffset(value), lazyLength(value));
  return MAGIC3.every((byte, index2) => bytes[index2] === byte);
}
var ELEMENT_SIZE = {
  DoubleStorage: 8,
  FloatStorage: 4,
  HalfStorage: 2,
  BFloat16Storage: 2,
  LongStorage: 8,
  IntStorage: 4,
  ShortStorage: 2,
  CharStorage: 1,
  ByteStorage: 1,
  BoolStorage: 1,
  ComplexDoubleStorage: 16,
  ComplexFloatStorage: 8,
  QInt8Storage: 1,
  QUInt8Storage: 1,
  QInt32Storage: 4,
  QUInt4x2Storage: 1,
  QUInt2x4Storage: 1,
  UntypedStorage: 1
};
var LegacyStorages = class {
  sizes = /* @__PURE__ */ new Map();
  /** `('storage', torch.FloatStorage, key, location, numel, view)`; `('module', class, path, source)` names a class and stores nothing. */
  note(id, source) {
    if (!(id instanceof Sequence)) return;
    const [kind, type, key] = id.items;
    const read = source.read.bind(source);
    const name = textOf(key ?? NONE, read);
    if (textOf(kind ?? NONE, read) === "module") return;
    if (name !== void 0 && type instanceof GlobalRef) this.sizes.set(name, ELEMENT_SIZE[type.name] ?? 0);
  }
  /**
   * Where the storages end. torch.save writes them in the order of their sorted keys, which are the last pickle (`listed`, as far as it is kept): an
   * int64 count of elements, then the elements. One small read for each.
   * @throws {ScanError} `truncated` where a storage runs past the end of the file, `malformed` where a count is negative or the last pickle lists other
   * keys, in another order; `unsupported` for a class whose elements have an unknown size.
   */
  end(source, start, listed3) {
    const keys = [...this.sizes.keys()].sort();
    if (!this.isListed(keys, listed3, source)) {
      throw new ScanError("malformed", "the list of the storages is not that of the tensors: it is not known where the storages end", start);
    }
    let at2 = start;
    for (const key of keys) {
      const header = source.read(at2, 8);
      if (header.length < 8) throw new ScanError("truncated", "the header of a storage is cut off", at2);
      const elements = Number(new DataView(header.buffer, header.byteOffset, 8).getBigInt64(0, true));
      if (elements < 0) throw new ScanError("malformed", "a storage has a negative size", at2);
      const size = this.sizes.get(key) ?? 0;
      if (size === 0) throw new ScanError("unsupported", "the size of the elements of a storage is not known", at2);
      at2 += 8 + elements * size;
    }
    if (at2 > source.size) throw new ScanError("truncated", "a storage runs past the end of the file", source.size);
    return at2;
  }
  isListed(keys, listed3, source) {
    if (!(listed3 instanceof Sequence)) return true;
    const read = source.read.bind(source);
    return (listed3.more || listed3.items.length === keys.length) && listed3.items.every((item, at2) => textOf(item, read) === keys[at2]);
  }
};

// src/formats/pickle.ts
var MAX_REREADINGS = 8;
var pickleFormat = {
  id: "pickle",
  title: "Python pickle",
  extensions: PICKLE_EXTENSIONS,
  match(probe) {
    if (hasProtocol(probe.head)) return "certain";
    if (startsLikeZip(probe.head)) return "no";
    return canStart(probe.head[0]) || isClaimed(probe) ? "possible" : "no";
  },
  scan: (artifact, scan2) => new PickleReader(artifact, scan2, artifact.hints?.pickle !== "torch").run()
};
function readPickle(artifact, scan2, window, tentative) {
  return new PickleReader(artifact, scan2, false).one(window, tentative);
}
function isClaimed({ extension, head, member: member4 }) {
  return PICKLE_EXTENSIONS.includes(extension) && !member4 && !codecs.some((codec) => codec.match(head, extension) === "certain");
}
var FIRST_LOOK = 512;
var PickleReader = class {
  artifact;
  scan;
  facts;
  source;
  joblib;
  remembered;
  stream = 0;
  constructor(artifact, scan2, joblib) {
    this.artifact = artifact;
    this.scan = scan2;
    this.facts = new PickleFacts(scan2);
    this.source = artifact.input.kind === "source" ? artifact.input : void 0;
    this.joblib = joblib;
    this.remembered = artifact.input.kind === "stream" && joblib ? rememberPrefix(artifact.input) : void 0;
  }
  async run() {
    const { probe } = this.scan;
    const sure = hasProtocol(probe.head) || isClaimed(probe);
    const window = new Window(this.remembered ?? this.artifact.input, 0, sure ? void 0 : FIRST_LOOK);
    try {
      return await this.readAll(window, !sure);
    } finally {
      window.release();
    }
  }
  async one(window, tentative) {
    const ending = await this.readStream(window, tentative);
    await this.facts.lookInside();
    return ending;
  }
  async readAll(window, tentative) {
    try {
      const first2 = await this.readStream(window, tentative);
      if (first2 === void 0) {
        window.checkFailure();
        return "not-this-format";
      }
      if (first2.kind === "stop" && this.source && isLegacyMagic(first2.value, this.source)) await this.legacy(window, this.source);
      else if (first2.kind === "stop") await this.following(window);
    } finally {
      await this.facts.lookInside();
    }
  }
  /** One stream from the window's place on. Undefined where `tentative` bytes turned out to be no pickle. */
  async readStream(window, tentative, storages) {
    const start = window.offset;
    const listener = this.facts.listener(tentative, this.source);
    const { machine, arrays, fork } = await this.runMachine(window, this.source, listener, storages).catch((error) => {
      this.facts.abandon(listener);
      throw error;
    });
    const { ending } = machine;
    if (ending === void 0) throw new Error("the machine stopped without an ending");
    if (!this.facts.settle(listener, ending, machine.opcodes)) {
      if (ending.kind === "broken" && ending.why === "limit" && this.mayBeLoaded())
        this.scan.observe({ kind: "incomplete", why: ending.why, detail: ending.detail, offset: ending.offset });
      return void 0;
    }
    if (arrays) this.scan.label("joblib");
    const again = this.source ?? this.remembered?.prefix();
    if (fork !== void 0 && again) await this.readPlain(again, start, fork);
    if (machine.straddle && this.source) await this.reread(slice(this.source, start), machine, start);
    if (ending.kind === "broken") this.scan.observe({ kind: "incomplete", why: ending.why, detail: ending.detail, offset: ending.offset });
    this.stream++;
    return ending;
  }
  /** Bytes that keep to opcodes for millions of them are a pickle, or a tensor of equal bytes: a stored one without an extension, as torch keeps them. */
  mayBeLoaded() {
    const { member: member4, size, extension } = this.scan.probe;
    return !member4 || size === void 0 || PICKLE_EXTENSIONS.includes(extension);
  }
  /** joblib's arrays are looked for wherever joblib could be the loader. */
  async runMachine(window, source, listener, storages) {
    const { scan: scan2, stream: stream3 } = this;
    if (this.joblib && !storages) return runAsJoblib(window, source, listener, stream3, scan2.budget);
    const hooks = storages && source ? { persistentId: (id) => storages.note(id, source) } : {};
    const machine = new Machine(window, source?.read.bind(source), listener, stream3, hooks);
    await runMachine(machine, window, scan2.budget);
    return { machine, arrays: false, fork: void 0 };
  }
  /** joblib skips the bytes of its arrays, other loaders execute them. */
  async readPlain(source, start, fork) {
    const listener = this.facts.listener(true, this.source);
    const { ending, opcodes: opcodes2 } = await runPlain(source, start, fork, listener, this.stream, this.scan.budget);
    if (ending) this.facts.settle(listener, ending, opcodes2);
  }
  /** The program that a reader sees which drops the rest of a frame: another one, hidden in the same bytes. */
  async reread(source, first2, start) {
    let { straddle } = first2;
    let bytes = source;
    for (let round = 0; straddle && bytes && round < MAX_REREADINGS; round++) {
      const shift = round === 0 ? start : 0;
      bytes = dropRest(bytes, {
        frameStart: straddle.frameStart - shift,
        frameEnd: straddle.frameEnd - shift,
        opcode: straddle.opcode - shift
      });
      if (!bytes) return;
      const { machine } = await this.runMachine(new Window(bytes), bytes, this.facts.listener(false, bytes));
      straddle = machine.straddle;
    }
  }
  /** What follows the first STOP: further pickles, then anything else. A single load reads none of it; a second load does. */
  async following(window) {
    while (await hasMore(window)) {
      const start = window.offset;
      const ending = await this.readStream(window, true);
      if (ending?.kind === "broken") return;
      if (ending !== void 0) continue;
      if (!this.source && !window.rewind(start)) {
        const detail = "what follows the pickle in a compressed stream was not read as anything else";
        this.scan.observe({ kind: "incomplete", why: "limit", detail, offset: start });
      }
      return this.trailing(start, window);
    }
  }
  /** The other four pickles of a legacy torch file, of which each is executed, and the storages. */
  async legacy(window, source) {
    this.scan.label("pytorch-legacy");
    const storages = new LegacyStorages();
    let listed3 = NONE;
    for (let stream3 = 1; stream3 < LEGACY_STREAMS; stream3++) {
      if (!await hasMore(window))
        throw new ScanError(
          "truncated",
          `a legacy PyTorch file has ${LEGACY_STREAMS} pickles; this one ends after ${stream3}`,
          window.offset
        );
      const ending = await this.readStream(window, false, storages);
      if (ending?.kind !== "stop") return;
      listed3 = ending.value;
    }
    const end = storages.end(source, window.offset, listed3);
    if (end < source.size) await this.trailing(end, window);
  }
  async trailing(start, window) {
    await scanTrailing(this.artifact, this.scan, start, window, async (source, at2) => {
      const ending = await this.readStream(new Window(source, at2), true);
      return ending && ending.offset + 1;
    });
  }
};
async function hasMore(window) {
  if (window.pos < window.end) return true;
  if (window.eof) {
    window.checkFailure();
    return false;
  }
  const refill = window.fill();
  if (refill) await refill;
  if (window.pos === window.end) window.checkFailure();
  return window.pos < window.end;
}

// src/formats/npy.ts
var MAX_HEADER = 1 << 20;
var npyFormat = {
  id: "npy",
  title: "NumPy array",
  extensions: [".npy"],
  match: ({ head }) => isNpy(head) ? "certain" : "no",
  async scan(artifact, scan2) {
    const window = new Window(artifact.input);
    while (await has(window, 1)) {
      const start = window.offset;
      if (!await has(window, NPY_MAGIC.length) || !isNpy(window.buffer.subarray(window.pos, window.end))) {
        return trailing(artifact, scan2, window, start);
      }
      if (!await readData(artifact, scan2, window, await readHeader3(window))) return;
    }
  }
};
async function readHeader3(window) {
  const start = window.offset;
  const version2 = (await take(window, 8))[6] ?? 0;
  if (version2 < 1 || version2 > 3) throw new ScanError("unsupported", `version ${version2} of the array format is not known`, start + 6);
  const size = await take(window, version2 === 1 ? 2 : 4);
  const length = size.reduce((sum, byte, index2) => sum + byte * 256 ** index2, 0);
  if (length > MAX_HEADER) throw new ScanError("limit", `the header of the array has ${length} bytes`, start);
  return parseNpyHeader(new TextDecoder(version2 === 3 ? "utf-8" : "latin1").decode(await take(window, length)));
}
async function readData(artifact, scan2, window, { data }) {
  const start = window.offset;
  scan2.budget.checkTime();
  if (data === "object") return (await readPickle(artifact, scan2, window, false))?.kind === "stop";
  if (data === "unknown") {
    scan2.observe({
      kind: "incomplete",
      why: "unsupported",
      detail: "the type of the array is not spelled as NumPy writes it",
      offset: start
    });
    await readPickle(artifact, scan2, window, true);
    return false;
  }
  window.skip(data);
  await has(window, 1);
  if (window.overrun) throw new ScanError("truncated", `the array has ${data} bytes of data, and the file ends before they do`, start);
  return true;
}
async function trailing(artifact, scan2, window, start) {
  const { input } = artifact;
  const rest2 = input.kind === "source" ? slice(input, start) : await drain(window, scan2, start);
  scan2.observe({
    kind: "structure",
    format: "npy",
    problem: "trailing-bytes",
    detail: `${rest2.size} bytes follow the last array`,
    offset: start
  });
  await scan2.descend({ name: `+${start}`, size: rest2.size, ...input.kind === "source" ? { storedAt: start } : {}, open: () => rest2 });
}
function isNpy(bytes) {
  return NPY_MAGIC.every((byte, index2) => bytes[index2] === byte);
}
async function has(window, count2) {
  while (window.end - window.pos < count2 || window.toSkip > 0) {
    if (window.eof && window.toSkip === 0) {
      window.checkFailure();
      return false;
    }
    const refill = window.fill();
    if (refill) await refill;
  }
  return true;
}
async function take(window, count2) {
  const bytes = new Uint8Array(count2);
  let done = 0;
  while (done < count2) {
    if (!await has(window, 1)) throw new ScanError("truncated", "the header of the array is cut off", window.offset);
    const part = window.buffer.subarray(window.pos, Math.min(window.end, window.pos + count2 - done));
    bytes.set(part, done);
    done += part.length;
    window.pos += part.length;
  }
  return bytes;
}

// src/formats/onnx-model.ts
var MAX_NAME4 = 400;
var MAX_PATH = 4096;
var MAX_DISTINCT3 = 1e4;
var MEMORY_MARKER = "_ORT_MEM_ADDR_";
function readModel2(reader, scan2) {
  const model = new Model(reader, scan2);
  try {
    for (const field of reader.fields(reader.root)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 7) model.graph(field);
      else if (field.number === 20) model.training(field);
      else if (field.number === 25) model.function(field);
    }
  } finally {
    model.flush();
  }
}
var Model = class {
  reader;
  scan;
  nodes = /* @__PURE__ */ new Map();
  functions = /* @__PURE__ */ new Set();
  files = /* @__PURE__ */ new Set();
  constructor(reader, scan2) {
    this.reader = reader;
    this.scan = scan2;
  }
  /** GraphProto: node 1, initializer 5, sparse_initializer 15. */
  graph(graph) {
    for (const field of this.reader.fields(graph)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 1) this.node(field);
      else if (field.number === 5) this.tensor(field);
      else if (field.number === 15) this.sparse(field);
    }
  }
  /** TrainingInfoProto: initialization 1 and algorithm 2, both graphs. */
  training(info) {
    for (const field of this.reader.fields(info)) if (field.wire === BYTES && (field.number === 1 || field.number === 2)) this.graph(field);
  }
  /** FunctionProto: name 1, node 7, domain 10, attribute_proto 11. Nodes call it as if it were an operator. */
  function(span) {
    let name = "";
    let domain = "";
    for (const field of this.reader.fields(span)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 1) name = this.reader.text(field, MAX_NAME4);
      else if (field.number === 7) this.node(field);
      else if (field.number === 10) domain = this.reader.text(field, MAX_NAME4);
      else if (field.number === 11) this.attribute(field);
    }
    if (this.functions.size < MAX_DISTINCT3) this.functions.add(`${domain}\0${name}`);
  }
  /** States each operator once. */
  flush() {
    for (const [key, { domain, op, name, offset }] of this.nodes) {
      const defined = this.functions.has(key) ? { defined: true } : {};
      this.scan.observe({ kind: "graph-op", framework: "onnx", op, domain, node: name, ...defined, offset });
    }
  }
  /** NodeProto: name 3, op_type 4, attribute 5, domain 7. */
  node(span) {
    let name = "";
    let op = "";
    let domain = "";
    let embedded = true;
    let context;
    for (const field of this.reader.fields(span)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 3) name = this.reader.text(field, MAX_NAME4);
      else if (field.number === 4) op = this.reader.text(field, MAX_NAME4);
      else if (field.number === 7) domain = this.reader.text(field, MAX_NAME4);
      else if (field.number === 5) {
        const attribute = this.attribute(field);
        if (attribute.name === "embed_mode") embedded = attribute.int !== 0;
        else if (attribute.name === "ep_cache_context") context = attribute;
      }
    }
    const key = `${domain}\0${op}`;
    if (!this.nodes.has(key) && this.nodes.size < MAX_DISTINCT3) this.nodes.set(key, { domain, op, name, offset: span.start });
    if (op === "EPContext" && !embedded && context?.text) {
      this.file(this.reader.text(context.text, MAX_PATH), "compiled model of an execution provider", span.start);
    }
  }
  /** AttributeProto: name 1, i 3, s 4, t 5, g 6, tensors 10, graphs 11, sparse_tensor 22, sparse_tensors 23. */
  attribute(span) {
    let name = "";
    let int;
    let text4;
    for (const field of this.reader.fields(span)) {
      if (field.number === 3 && field.wire === 0) int = field.value;
      if (field.wire !== BYTES) continue;
      if (field.number === 1) name = this.reader.text(field, MAX_NAME4);
      else if (field.number === 4) text4 = field;
      else if (field.number === 5 || field.number === 10) this.tensor(field);
      else if (field.number === 6 || field.number === 11) this.graph(field);
      else if (field.number === 22 || field.number === 23) this.sparse(field);
    }
    return { name, int, text: text4 };
  }
  /** SparseTensorProto: values 1, indices 2. */
  sparse(span) {
    for (const field of this.reader.fields(span)) if (field.wire === BYTES && (field.number === 1 || field.number === 2)) this.tensor(field);
  }
  /** TensorProto: external_data 13, entries of key 1 and value 2. */
  tensor(span) {
    for (const field of this.reader.fields(span)) {
      if (field.number !== 13 || field.wire !== BYTES) continue;
      let key = "";
      let value = "";
      for (const part of this.reader.fields(field)) {
        if (part.wire !== BYTES) continue;
        if (part.number === 1) key = this.reader.text(part, MAX_NAME4);
        else if (part.number === 2) value = this.reader.text(part, MAX_PATH);
      }
      if (key === "location") this.file(value, "tensor data", field.start);
    }
  }
  file(path, role, offset) {
    if (this.files.has(path) || this.files.size >= MAX_DISTINCT3) return;
    this.files.add(path);
    if (path.includes(MEMORY_MARKER)) {
      const detail = `external data at ${path}: ONNX Runtime\u2019s mark for an address in memory, which no file can know`;
      this.scan.observe({ kind: "structure", format: "onnx", problem: "out-of-bounds", detail, offset });
    } else this.scan.observe({ kind: "external-file", format: "onnx", path, role, offset });
  }
};

// src/formats/onnx.ts
var EXTENSIONS6 = [".onnx", ".onnxmodel"];
var GRAPH_FIELDS = /* @__PURE__ */ new Set([2, 5, 10, 11, 12, 13, 14, 15, 16]);
var modelShape2 = {
  fields: { 1: VARINT, 2: BYTES, 3: BYTES, 4: BYTES, 5: VARINT, 6: BYTES, 7: BYTES, 8: BYTES, 14: BYTES, 20: BYTES, 25: BYTES, 26: BYTES },
  proves: (reader, field) => field.number === 7 && isGraph(reader, field)
};
function isGraph(reader, graph) {
  let parts3 = 0;
  let strange = 0;
  for (const part of reader.fields(graph)) {
    if (part.number === 1 && part.wire === BYTES && isNode(reader, part)) return true;
    if (part.wire === BYTES && GRAPH_FIELDS.has(part.number)) parts3++;
    else strange++;
  }
  return parts3 > 1 && strange === 0;
}
function isNode(reader, node) {
  for (const part of reader.fields(node)) if (part.number === 4 && isName(reader, part, 400)) return true;
  return false;
}
var onnxFormat = {
  id: "onnx",
  title: "ONNX model",
  extensions: EXTENSIONS6,
  access: "random",
  match: (probe) => headLikeness(probe.head, probe.size, modelShape2, EXTENSIONS6.includes(probe.extension)),
  scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "an ONNX model cannot be read from a stream");
    if (!isMessage(source, modelShape2, EXTENSIONS6.includes(scan2.probe.extension))) return "not-this-format";
    readModel2(new ProtoReader(source, () => scan2.budget.checkTime()), scan2);
  }
};

// src/wire/xml.ts
var PIECE7 = 64 * 1024;
var MAX_TAG = 16 * 1024;
var LESS = 60;
var GREATER = 62;
function* xmlEvents(source, tick = () => void 0) {
  const input = new Letters(source, tick);
  for (; ; ) {
    if (!input.seek(LESS)) return;
    const offset = input.at - input.width;
    const start = input.take(3);
    if (start === "!--") input.skipPast("-->", offset);
    else if (start.startsWith("?")) input.skipPast("?>", offset, start.slice(1));
    else if (start === "![C") input.skipPast("]]>", offset);
    else if (start.startsWith("!")) yield { kind: "doctype", text: start + input.rest(start, true, offset), offset };
    else {
      const text4 = start.includes(">") ? start.slice(0, start.indexOf(">")) : start + input.rest(start, false, offset);
      if (start.includes(">")) input.back(start.length - start.indexOf(">") - 1);
      if (!text4.startsWith("/")) yield { kind: "tag", ...parse(text4), offset };
    }
  }
}
function parse(text4) {
  const attributes = /* @__PURE__ */ new Map();
  const part = /([^\s=/'"]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?|[\s=/'"]+/g;
  for (const [, name, double, single] of text4.matchAll(part)) {
    const value = double ?? single;
    if (name !== void 0 && value !== void 0) attributes.set(name, value);
  }
  return { name: /^[^\s/>]{0,200}/.exec(text4)?.[0] ?? "", attributes };
}
var OTHER = 65533;
function encodingOf(head) {
  const [a, b, c, d] = head;
  if (a === 0 && b === 0) return { width: 4, low: 3 };
  if (b !== void 0 && (a === 255 && b === 254 || b === 0)) return c === 0 && d === 0 ? { width: 4, low: 0 } : { width: 2, low: 0 };
  if (a === 0 || a === 254 && b === 255) return { width: 2, low: 1 };
  return { width: 1, low: 0 };
}
var Letters = class {
  at = 0;
  width;
  low;
  source;
  tick;
  piece = new Uint8Array(0);
  base = 0;
  constructor(source, tick) {
    this.source = source;
    this.tick = tick;
    const { width, low } = encodingOf(source.read(0, 4));
    this.width = width;
    this.low = low;
  }
  /** Goes to the byte behind the next `wanted`; false at the end. */
  seek(wanted) {
    while (this.width > 1) {
      const letter = this.next();
      if (letter === -1 || letter === wanted) return letter === wanted;
    }
    for (; ; ) {
      if (this.peek() === -1) return false;
      const found = this.piece.indexOf(wanted, this.at - this.base);
      if (found >= 0) {
        this.at = this.base + found + 1;
        return true;
      }
      this.at = this.base + this.piece.length;
    }
  }
  /** The next `count` letters, fewer at the end. */
  take(count2) {
    let text4 = "";
    while (text4.length < count2) {
      const letter = this.next();
      if (letter === -1) break;
      text4 += String.fromCharCode(letter);
    }
    return text4;
  }
  /** Gives back letters that were taken too many. Only within one-byte text could this be short by zero bytes, which mean nothing. */
  back(count2) {
    this.at -= count2 * this.width;
    if (this.at < this.base) this.piece = new Uint8Array(0);
  }
  /** Up to the end of a tag, which quotes and, in a document type, brackets, comments and instructions may hide. `begun` is what was taken of it. */
  rest(begun, brackets, start) {
    const parts3 = [];
    let length = 0;
    let quote3 = "";
    let depth = 0;
    let last = begun;
    for (const letter of begun) {
      if (quote3 === "" && (letter === '"' || letter === "'")) quote3 = letter;
      else if (letter === quote3) quote3 = "";
    }
    for (; ; ) {
      const code = this.next();
      if (code === -1) throw new ScanError("truncated", "the text ends within a tag", start);
      const letter = String.fromCharCode(code);
      last = (last + letter).slice(-4);
      if (quote3 !== "") {
        if (letter === quote3) quote3 = "";
      } else if (brackets && last === "<!--") this.skipPast("-->", start);
      else if (brackets && last.endsWith("<?")) this.skipPast("?>", start);
      else if (letter === '"' || letter === "'") quote3 = letter;
      else if (brackets && letter === "[") depth++;
      else if (brackets && letter === "]") depth--;
      else if (code === GREATER && depth <= 0) return parts3.join("");
      if (length++ < MAX_TAG) parts3.push(letter);
    }
  }
  /** Goes behind the next `end`. */
  skipPast(end, start, begun = "") {
    let last = begun;
    for (; ; ) {
      if (last.endsWith(end)) return;
      const letter = this.next();
      if (letter === -1) throw new ScanError("truncated", "the text ends within a comment", start);
      last = last.slice(1 - end.length) + String.fromCharCode(letter);
    }
  }
  next() {
    for (; ; ) {
      const byte = this.peek();
      if (byte === -1) return -1;
      if (this.width > 1) return this.wide();
      this.at++;
      if (byte !== 0) return byte;
    }
  }
  /** The letter of several bytes that begins here. */
  wide() {
    const from = this.at - this.base;
    const letter = this.piece.subarray(from, from + this.width);
    this.at += this.width;
    return letter.length === this.width && letter.every((byte, index2) => index2 === this.low || byte === 0) ? letter[this.low] ?? OTHER : OTHER;
  }
  peek() {
    const byte = this.at >= this.base ? this.piece[this.at - this.base] : void 0;
    if (byte !== void 0) return byte;
    if (this.at >= this.source.size) return -1;
    this.tick();
    this.base = this.at;
    this.piece = this.source.read(this.at, PIECE7);
    return this.piece[0] ?? -1;
  }
};

// src/formats/openvino.ts
var MAX_DISTINCT4 = 1e4;
var openvinoFormat = {
  id: "openvino",
  title: "OpenVINO model (IR)",
  extensions: [".xml"],
  access: "random",
  match: (probe) => matchRoot(probe, "net", ".xml"),
  scan: (artifact, scan2) => scanXml(artifact, scan2, "openvino", "net")
};
var pmmlFormat = {
  id: "pmml",
  title: "PMML model",
  extensions: [".pmml"],
  access: "random",
  match: (probe) => matchRoot(probe, "PMML", ".pmml"),
  scan: (artifact, scan2) => scanXml(artifact, scan2, "pmml", "PMML")
};
var BEFORE_ROOT = /* @__PURE__ */ new Set([0, 9, 10, 13, 32, 255, 254, 239, 187, 191]);
function matchRoot(probe, root, extension) {
  const claimed = probe.extension === extension;
  if (claimed && (extension === ".pmml" && isEbcdic(probe.head) || isBlank(probe.head))) return "possible";
  if (probe.head.find((byte) => !BEFORE_ROOT.has(byte)) !== 60) return "no";
  const head = new TextDecoder("latin1").decode(probe.head).replaceAll("\0", "").replace(/^(?:\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/, "").trimStart();
  if (!head.startsWith("<")) return "no";
  if (claimed && /^<[?!]/.test(head)) return "possible";
  return new RegExp(`<(?:[\\w.-]+:)?${root}[\\s>]`).test(head) ? "possible" : "no";
}
function isEbcdic(head) {
  return [76, 111, 167, 148].every((byte, index2) => head[index2] === byte);
}
function isBlank(head) {
  return head.length > 0 && head.every((byte) => BEFORE_ROOT.has(byte));
}
function scanXml(artifact, scan2, format, root) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "XML cannot be read from a stream");
  if (format === "pmml" && isEbcdic(scan2.probe.head)) throw new ScanError("unsupported", "XML in EBCDIC is not read");
  const doctypes = [];
  const told = /* @__PURE__ */ new Set();
  let isRoot = false;
  const claimed = format === "pmml" && scan2.probe.extension === ".pmml";
  const events = xmlEvents(source, () => scan2.budget.checkTime());
  for (let step = nextEvent(events, claimed); !step.done; step = nextEvent(events, claimed || isRoot)) {
    const event = step.value;
    if (event.kind === "doctype") {
      if (doctypes.length < 4) doctypes.push(event);
      continue;
    }
    if (!isRoot) {
      if (event.name !== root && !event.name.endsWith(`:${root}`)) return "not-this-format";
      isRoot = true;
      for (const { text: text4, offset } of doctypes) {
        const detail = `<${text4.replace(/\s+/g, " ").slice(0, 200)}>`;
        scan2.observe({ kind: "structure", format, problem: "doctype", detail, offset });
      }
      if (format === "pmml") return;
    } else if (event.name === "layer") observeLayer(event.attributes, event.offset, told, scan2);
  }
  return isRoot ? void 0 : "not-this-format";
}
function nextEvent(events, known) {
  try {
    return events.next();
  } catch (error) {
    if (!known && error instanceof ScanError && error.why !== "timeout") return { done: true, value: void 0 };
    throw error;
  }
}
function observeLayer(attributes, offset, told, scan2) {
  const op = attributes.get("type") ?? "";
  const domain = attributes.get("version") ?? "";
  const key = `${domain}\0${op}`;
  if (told.has(key) || told.size >= MAX_DISTINCT4) return;
  told.add(key);
  scan2.observe({ kind: "graph-op", framework: "openvino", op, domain, node: attributes.get("name") ?? "", offset });
}

// src/formats/ort.ts
var MAX_DISTINCT5 = 1e4;
var MAX_DEPTH11 = 64;
var ortFormat = {
  id: "ort",
  title: "ONNX Runtime model",
  extensions: [".ort"],
  access: "random",
  match: (probe) => fileIdentifier(probe.head) === "ORTM" ? "certain" : "no",
  scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "an ONNX Runtime model cannot be read from a stream");
    const session = new FlatBuffer(source, () => scan2.budget.checkTime()).root();
    const graph = session.table(1)?.table(7);
    if (!graph) throw new ScanError("malformed", "the session has no graph");
    readGraph(graph, { told: /* @__PURE__ */ new Set(), seen: /* @__PURE__ */ new Set(), scan: scan2 }, 0);
  }
};
function readGraph(graph, reading, depth) {
  if (reading.seen.has(graph.at)) return;
  if (depth > MAX_DEPTH11) throw new ScanError("limit", `graphs are nested deeper than ${MAX_DEPTH11} levels`, graph.at);
  reading.seen.add(graph.at);
  const { told, scan: scan2 } = reading;
  for (const node of graph.tables(2)) {
    const op = node.text(5);
    const domain = node.text(2);
    const key = `${domain}\0${op}`;
    if (!told.has(key) && told.size < MAX_DISTINCT5) {
      told.add(key);
      scan2.observe({ kind: "graph-op", framework: "onnx", op, domain, node: node.text(0), offset: node.at });
    }
    if (reading.seen.has(node.at)) continue;
    reading.seen.add(node.at);
    for (const attribute of node.tables(10)) {
      const inner = attribute.table(7);
      if (inner) readGraph(inner, reading, depth + 1);
      for (const each of attribute.tables(12)) readGraph(each, reading, depth + 1);
    }
  }
}

// src/formats/paddle.ts
var EXTENSIONS7 = [".pdmodel"];
var MAX_NAME5 = 400;
var MAX_PATH2 = 4096;
var MAX_DISTINCT6 = 1e4;
var programShape = {
  fields: { 1: BYTES, 4: BYTES, 5: BYTES },
  proves: (reader, field) => field.number === 1 && isBlock(reader, field)
};
function isBlock(reader, block2) {
  let indexes = 0;
  for (const part of reader.fields(block2)) {
    if (part.number <= 2) {
      if (part.wire !== VARINT) return false;
      indexes++;
    } else if (part.number === 3 && part.wire === BYTES) {
      const kinds = [...first(reader.fields(part), 2)].map((inner) => `${inner.number}:${inner.wire}`);
      return indexes === 2 && kinds.join() === "1:2,2:2";
    } else return part.number === 4 && part.wire === BYTES && indexes === 2;
  }
  return false;
}
function* first(fields, count2) {
  let left = count2;
  for (const field of fields) {
    yield field;
    if (--left === 0) return;
  }
}
var paddleFormat = {
  id: "paddle",
  title: "PaddlePaddle program",
  extensions: EXTENSIONS7,
  access: "random",
  match: (probe) => headLikeness(probe.head, probe.size, programShape, EXTENSIONS7.includes(probe.extension) || probe.name === "__model__"),
  scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "a program cannot be read from a stream");
    const claimed = EXTENSIONS7.includes(scan2.probe.extension) || scan2.probe.name === "__model__";
    if (!isMessage(source, programShape, claimed)) return "not-this-format";
    const reader = new ProtoReader(source, () => scan2.budget.checkTime());
    const told = /* @__PURE__ */ new Set();
    for (const block2 of reader.fields(reader.root)) {
      if (block2.number !== 1 || block2.wire !== BYTES) continue;
      for (const op of reader.fields(block2)) if (op.number === 4 && op.wire === BYTES) readOp(reader, op, told, scan2);
    }
  }
};
function readOp(reader, op, told, scan2) {
  let type = "";
  let path;
  for (const part of reader.fields(op)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 3) type = reader.text(part, MAX_NAME5);
    else if (part.number === 4) path = filePath(reader, part) ?? path;
  }
  const key = `${type}\0${path ?? ""}`;
  if (told.has(key) || told.size >= MAX_DISTINCT6) return;
  told.add(key);
  scan2.observe({
    kind: "graph-op",
    framework: "paddle",
    op: type,
    domain: "",
    node: "",
    ...path === void 0 ? {} : { argument: path },
    offset: op.start
  });
}
function filePath(reader, attribute) {
  let name = "";
  let value;
  for (const part of reader.fields(attribute)) {
    if (part.number === 1 && part.wire === BYTES) name = reader.text(part, MAX_NAME5);
    else if (part.number === 5 && part.wire === BYTES) value = reader.text(part, MAX_PATH2);
  }
  return name === "file_path" ? value : void 0;
}

// src/formats/parquet-thrift.ts
var TRUE2 = 1;
var FALSE2 = 2;
var BYTE = 3;
var I64 = 6;
var DOUBLE = 7;
var BINARY2 = 8;
var LIST2 = 9;
var SET2 = 10;
var MAP = 11;
var STRUCT = 12;
var UUID = 13;
var KEY_VALUES = 5;
var MAX_DEPTH12 = 32;
function readKeyValues(footer) {
  return new CompactReader(footer).fileMetadata();
}
var CompactReader = class {
  bytes;
  at = 0;
  constructor(bytes) {
    this.bytes = bytes;
  }
  fileMetadata() {
    const pairs = [];
    this.struct((id, type) => {
      if (id !== KEY_VALUES || type !== LIST2) return this.skip(type, 0);
      const { count: count2 } = this.listHeader();
      for (let index2 = 0; index2 < count2; index2++) pairs.push(this.pair());
    });
    return pairs;
  }
  pair() {
    let key = "";
    let value = "";
    this.struct((id, type) => {
      if (type !== BINARY2) this.skip(type, 0);
      else if (id === 1) key = this.text();
      else if (id === 2) value = this.text();
      else this.text();
    });
    return [key, value];
  }
  struct(field) {
    let id = 0;
    for (let header = this.byte(); header !== 0; header = this.byte()) {
      id = header >> 4 === 0 ? this.zigzag() : id + (header >> 4);
      field(id, header & 15);
    }
  }
  skip(type, depth) {
    if (depth > MAX_DEPTH12) throw this.error("nested too deep");
    if (type === TRUE2 || type === FALSE2) return;
    if (type === BYTE) this.move(1);
    else if (type > BYTE && type <= I64) this.varint();
    else if (type === DOUBLE) this.move(8);
    else if (type === BINARY2) this.move(this.varint());
    else if (type === UUID) this.move(16);
    else if (type === STRUCT) this.struct((_, inner) => this.skip(inner, depth + 1));
    else if (type === LIST2 || type === SET2) {
      const { count: count2, element } = this.listHeader();
      for (let index2 = 0; index2 < count2; index2++) this.skipElement(element, depth + 1);
    } else if (type === MAP) this.skipMap(depth);
    else throw this.error(`the type ${type}`);
  }
  skipMap(depth) {
    const count2 = this.varint();
    if (count2 === 0) return;
    const types = this.byte();
    if (count2 > this.bytes.length - this.at) throw this.error(`a map of ${count2} entries`);
    for (let index2 = 0; index2 < count2; index2++) {
      this.skipElement(types >> 4, depth + 1);
      this.skipElement(types & 15, depth + 1);
    }
  }
  /** Truth values take a byte within lists, none as fields. */
  skipElement(type, depth) {
    if (type === TRUE2 || type === FALSE2) this.move(1);
    else this.skip(type, depth);
  }
  listHeader() {
    const header = this.byte();
    const count2 = header >> 4 === 15 ? this.varint() : header >> 4;
    if (count2 > this.bytes.length - this.at) throw this.error(`a list of ${count2} elements`);
    return { count: count2, element: header & 15 };
  }
  text() {
    const length = this.varint();
    const start = this.at;
    this.move(length);
    return new TextDecoder().decode(this.bytes.subarray(start, this.at));
  }
  zigzag() {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
  varint() {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw this.error("a number of more than ten bytes");
  }
  byte() {
    const byte = this.bytes[this.at];
    if (byte === void 0) throw this.error("the footer ends early");
    this.at++;
    return byte;
  }
  move(count2) {
    if (count2 > this.bytes.length - this.at) throw this.error("the footer ends early");
    this.at += count2;
  }
  error(message) {
    return new ScanError("malformed", `Thrift: ${message}`);
  }
};

// src/formats/parquet.ts
var MAX_FOOTER = 256 << 20;
var parquetFormat = {
  id: "parquet",
  title: "Parquet file",
  extensions: [".parquet"],
  access: "random",
  match: ({ head }) => isMagic(head, "PAR1") ? "certain" : isMagic(head, "PARE") ? "possible" : "no",
  async scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "Parquet cannot be read from a stream");
    const tail = input.size < 8 ? new Uint8Array(0) : input.read(input.size - 8, 8);
    if (tail.length === 8 && isMagic(tail.subarray(4), "PARE")) throw new ScanError("encrypted", "the footer is encrypted", input.size - 8);
    const ended = tail.length === 8 && input.size >= 12 && isMagic(tail.subarray(4), "PAR1");
    if (!ended && scan2.probe.extension !== ".parquet" && isMagic(scan2.probe.head, "PARE")) return "not-this-format";
    if (!ended) throw new ScanError("truncated", "the footer is missing", input.size);
    const length = new DataView(tail.buffer, tail.byteOffset, 4).getUint32(0, true);
    if (length > input.size - 12) throw new ScanError("malformed", `a footer of ${length} bytes`, input.size - 8);
    if (length > MAX_FOOTER) throw new ScanError("limit", `a footer of ${length} bytes`, input.size - 8);
    const footer = input.read(input.size - 8 - length, length);
    for (const [key, value] of readKeyValues(footer)) if (key === "ARROW:schema") await scanSchema(value, scan2);
    return void 0;
  }
};
async function scanSchema(value, scan2) {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
  } catch {
    throw new ScanError("malformed", "the Arrow schema is no base64");
  }
  const marked = bytes[0] === 255 && bytes[1] === 255 && bytes[2] === 255 && bytes[3] === 255;
  await scanArrowMessage(memorySource(bytes.subarray(marked ? 8 : 4)), scan2);
}
function isMagic(bytes, magic2) {
  return [...magic2].every((char, index2) => bytes[index2] === char.charCodeAt(0));
}

// src/formats/pointers.ts
var LFS_START = "version https://git-lfs.github.com/spec/";
var OLD_LFS_START = "version https://hawser.github.com/spec/";
var MAX_POINTER = 1024;
var MAX_DVC = 4096;
var lfsPointerFormat = {
  id: "git-lfs-pointer",
  title: "Git LFS pointer",
  extensions: [],
  match: (probe) => isLfs(probe) ? "certain" : "no",
  scan(_artifact, scan2) {
    const size = /\nsize (\d{1,19})/.exec(text2(scan2.probe.head))?.[1];
    scan2.observe({
      kind: "incomplete",
      why: "lfs-pointer",
      detail: `a Git LFS pointer, not the file itself${size ? ` (${size} bytes)` : ""}`,
      remedy: "Fetch the content first: actions/checkout with lfs: true, or git lfs pull."
    });
  }
};
var dvcPointerFormat = {
  id: "dvc-pointer",
  title: "DVC pointer",
  extensions: [".dvc"],
  match: (probe) => isDvc(probe) ? "certain" : "no",
  scan(_artifact, scan2) {
    const target = /\n[ \t]+(?:- )?path: ([^\n]{1,200})/.exec(text2(scan2.probe.head))?.[1];
    scan2.observe({
      kind: "incomplete",
      why: "lfs-pointer",
      detail: `a DVC pointer${target ? ` to ${target}` : ""}; the data are not in the repository`,
      remedy: "Fetch the data first: dvc pull."
    });
  }
};
var NOT_MODELS = new Set(
  ".png .jpg .jpeg .gif .bmp .tif .tiff .webp .svg .ico .psd .ai .heic .mp3 .mp4 .m4a .wav .flac .ogg .avi .mov .mkv .webm .pdf .doc .docx .ppt .pptx .xls .xlsx .csv .tsv .txt .md .html .css .js .ts .ttf .otf .woff .woff2 .eot .stl .obj .fbx .blend .glb .gltf .uasset .umap .unity .exr .hdr".split(" ")
);
function isLfs(probe) {
  if (NOT_MODELS.has(probe.extension)) return false;
  if ((probe.size ?? MAX_POINTER) > MAX_POINTER || probe.head[0] !== 118) return false;
  const head = text2(probe.head);
  return head.startsWith(LFS_START) || head.startsWith(OLD_LFS_START);
}
function isDvc(probe) {
  if (probe.extension !== ".dvc" || (probe.size ?? MAX_DVC) > MAX_DVC) return false;
  const head = text2(probe.head);
  if (NOT_MODELS.has(/\.[a-z0-9]+$/.exec(probe.name.toLowerCase().slice(0, -4))?.[0] ?? "")) return false;
  return /^outs:/m.test(head) && /^[ \t]*(?:- )?(?:md5|etag|hash|files|size): /m.test(head);
}
function text2(bytes) {
  return new TextDecoder().decode(bytes);
}

// src/wire/python-tokens.ts
var MAX_NAMES = 1e5;
var SPACE2 = /[ \t\f]*/y;
var NAME5 = /[\p{L}_][\p{L}\p{N}_]*(?:[ \t]*\.[ \t]*[\p{L}_][\p{L}\p{N}_]*)*/uy;
var PREFIX2 = /^(?:[rbuf]|br|rb|fr|rf)$/i;
var STRING2 = /[rbuRBU]{0,2}(?:'([^'\\\n]{0,400})'|"([^"\\\n]{0,400})")/y;
var IMPORT = /import[ \t]+([^\s#;][^\n#;]*)/y;
var FROM = /from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]{0,4000}\)|[^\n#;]+)/y;
var FUNCTION = /(?:async[ \t]+)?def\b|if[ \t]+__name__[ \t]*==|if[ \t]+TYPE_CHECKING\b/y;
function pythonNames(text4) {
  const chains2 = [];
  const imports = [];
  const functions2 = [];
  let brackets = 0;
  let lineStart = true;
  let at2 = text4.charCodeAt(0) === 65279 ? 1 : 0;
  while (at2 < text4.length && chains2.length + imports.length < MAX_NAMES) {
    if (lineStart && brackets === 0) {
      const indent = match(SPACE2, text4, at2)?.[0].length ?? 0;
      at2 += indent;
      const char2 = text4[at2];
      if (char2 !== "\n" && char2 !== "\r" && char2 !== "#") {
        while (functions2.length > 0 && indent <= (functions2[functions2.length - 1] ?? 0)) functions2.pop();
        const statement = match(FROM, text4, at2) ?? match(IMPORT, text4, at2);
        if (statement) {
          addImports(statement, functions2.length === 0, imports);
          at2 += statement[0].length;
          lineStart = false;
          continue;
        }
        const opener = match(FUNCTION, text4, at2);
        if (opener) {
          functions2.push(indent);
          at2 += opener[0].length;
          lineStart = false;
          continue;
        }
      }
    }
    lineStart = false;
    const char = text4[at2] ?? "";
    if (char === "\n") lineStart = true;
    else if (char === ";" && brackets === 0) {
      lineStart = false;
      const statement = match(FROM, text4, skipBlanks(text4, at2 + 1)) ?? match(IMPORT, text4, skipBlanks(text4, at2 + 1));
      if (statement) addImports(statement, functions2.length === 0, imports);
    } else if (char === "#") {
      at2 = endOf(text4, "\n", at2);
      continue;
    } else if (char === '"' || char === "'") {
      at2 = endOfString(text4, at2);
      continue;
    } else if (char === "(" || char === "[" || char === "{") brackets++;
    else if (char === ")" || char === "]" || char === "}") brackets = Math.max(0, brackets - 1);
    else {
      const name = match(NAME5, text4, at2)?.[0];
      if (name !== void 0) {
        at2 += name.length;
        const next = text4[at2];
        if ((next === '"' || next === "'") && PREFIX2.test(name)) continue;
        const open2 = skipBlanks(text4, at2);
        const called = text4[open2] === "(";
        const argument = called ? match(STRING2, text4, skipBlanks(text4, open2 + 1)) : void 0;
        chains2.push({
          text: name.replace(/[ \t]/g, ""),
          called,
          argument: argument?.[1] ?? argument?.[2],
          top: functions2.length === 0
        });
        continue;
      }
    }
    at2++;
  }
  return { chains: chains2, imports };
}
function addImports(statement, top, imports) {
  const from = statement[2] === void 0 ? void 0 : statement[1] ?? "";
  const list = (statement[2] ?? statement[1] ?? "").replace(/[()\\]/g, " ").replace(/#[^\n]*/g, " ");
  for (const part of list.split(",", 500)) {
    const [name = "", as, local] = part.trim().split(/\s+/);
    if (name === "") continue;
    if (from === void 0)
      imports.push({ module: name, name: void 0, local: as === "as" && local ? local : name.split(".")[0] ?? name, top });
    else imports.push({ module: from, name, local: as === "as" && local ? local : name, top });
  }
}
function match(pattern, text4, at2) {
  pattern.lastIndex = at2;
  return pattern.exec(text4) ?? void 0;
}
function skipBlanks(text4, at2) {
  return at2 + (match(SPACE2, text4, at2)?.[0].length ?? 0);
}
function endOf(text4, what, from) {
  const end = text4.indexOf(what, from);
  return end < 0 ? text4.length : end;
}
function endOfString(text4, at2) {
  const quote3 = text4[at2] ?? "";
  const triple = text4.startsWith(quote3.repeat(3), at2);
  for (let end = at2 + (triple ? 3 : 1); end < text4.length; end++) {
    const char = text4[end];
    if (char === "\\") end++;
    else if (triple ? text4.startsWith(quote3.repeat(3), end) : char === quote3) return end + (triple ? 3 : 1);
    else if (char === "\n" && !triple) return end;
  }
  return text4.length;
}

// src/wire/python-tokens-reach.ts
function sourceReaches(text4) {
  const { chains: chains2, imports } = pythonNames(text4);
  const locals = /* @__PURE__ */ new Map();
  const top = /* @__PURE__ */ new Set();
  const inner = /* @__PURE__ */ new Set();
  const add = (name, isTop) => void (isTop ? top : inner).add(name);
  for (const { module, name, local, top: isTop } of imports) {
    if (!isOutward(module)) continue;
    if (name === "*") add(`${module}.*`, isTop);
    else locals.set(local, name === void 0 ? local === module.split(".")[0] ? local : module : `${module}.${name}`);
  }
  let indirect;
  for (const chain of chains2) {
    const [root = "", ...rest2] = chain.text.split(".");
    const attributes = rest2.length > 0 ? `.${rest2.join(".")}` : "";
    const target = locals.get(root);
    if (indirect !== void 0) {
      add(`${indirect}.${chain.text}`, chain.top);
      indirect = void 0;
    }
    if (target !== void 0) {
      if (chain.called || attributes !== "") add(target + attributes, chain.top);
      else if (target.includes(".")) add(target, chain.top);
    } else if (attributes === "" && chain.called && OUTWARD_BUILTINS.has(root)) {
      if (root !== "__import__" || chain.argument === void 0 || isOutward(chain.argument)) add(root, chain.top);
    } else if (root === "builtins" || root === "__builtins__") add(`builtins${attributes}`, chain.top);
    const imported = chain.argument !== void 0 && /(?:^|\.)(?:__import__|import_module)$/.test(chain.text) ? chain.argument : void 0;
    if (imported !== void 0 && isOutward(imported)) indirect = imported;
  }
  for (const name of top) inner.delete(name);
  return { top: [...top].sort().slice(0, MAX_REACHES), inner: [...inner].sort().slice(0, MAX_REACHES) };
}

// src/formats/python-source.ts
var MAX_SOURCE2 = 2 * 1024 * 1024;
var SITE_LINE = /^import[ \t].*$/gm;
var pythonSourceFormat = {
  id: "python-source",
  title: "Python source",
  extensions: [".py", ".pth"],
  access: "random",
  match: (probe) => probe.member && (probe.extension === ".py" || probe.extension === ".pyw") || mayBeSite(probe) ? "possible" : "no",
  scan(artifact, scan2) {
    const { input, path, hints } = artifact;
    if (mayBeSite(scan2.probe)) return scanSite(artifact, scan2);
    if (hints?.source !== "load" && hints?.source !== "import") return "not-this-format";
    if (input.kind === "stream") throw new ScanError("unsupported", "source cannot be read from a stream");
    if (input.size > MAX_SOURCE2)
      scan2.observe({ kind: "incomplete", why: "limit", detail: `only the first ${MAX_SOURCE2} bytes of source were read` });
    const { top, inner } = sourceReaches(new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_SOURCE2))));
    const carrier = path[path.length - 1] ?? "";
    const fact = { kind: "shipped-code", language: "python-source", carrier, offset: 0 };
    scan2.observe({ ...fact, runs: hints.source, reaches: top });
    if (inner.length > 0) scan2.observe({ ...fact, runs: "use", reaches: inner });
  }
};
function mayBeSite({ extension, head }) {
  return extension === ".pth" && head.length > 0 && head.every((byte) => byte >= 9 && byte !== 127);
}
function scanSite(artifact, scan2) {
  const { input, path } = artifact;
  if (input.kind === "stream") throw new ScanError("unsupported", "a path file cannot be read from a stream");
  const lines = new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_SOURCE2))).replace(/\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]/g, "\n");
  const code = lines.match(SITE_LINE)?.join("\n");
  if (code === void 0) return "not-this-format";
  const { top, inner } = sourceReaches(code);
  const reaches = [...top, ...inner];
  if (reaches.length === 0 && inPackage(artifact)) return void 0;
  const carrier = path[path.length - 1] ?? "";
  scan2.observe({ kind: "shipped-code", language: "python-source", carrier, runs: "import", reaches, offset: 0 });
  return void 0;
}

// src/wire/r-xdr-input.ts
var BLOCK4 = 64 * 1024;
var MAX_NAME6 = 1e4;
var MAX_WORD = 1 << 20;
var HEAD3 = 80;
var STARTS = new Set([..."RXAB\n"].map((char) => char.charCodeAt(0)));
var START = /^(?:RD([XAB])[23]\n)?(?:(X)[\s\S](?=\0\0\0[\x02\x03]\0)|\n?(A)[\s\S](?=\s{0,40}\+?0{0,9}[23]\s+[+-]?\d+\s+[+-]?\d+\s)|(B)[\s\S](?=[\x02\x03]\0\0\0[\s\S]{3}\0))/;
function rStart(head) {
  if (!STARTS.has(head[0] ?? 0)) return void 0;
  const text4 = String.fromCharCode(...head.subarray(0, HEAD3));
  const found = START.exec(text4);
  const how = found?.[2] ?? found?.[3] ?? found?.[4];
  if (!found || how !== "X" && how !== "A" && how !== "B" || (found[1] ?? how) !== how) return void 0;
  return { start: found[0].length, how };
}
function openRInput(source) {
  const place = rStart(source.read(0, HEAD3));
  if (!place) throw new ScanError("malformed", "not serialized by R", 0);
  return place.how === "A" ? new TextInput(source, place.start) : new BinaryInput(source, place.start, place.how === "B");
}
var BinaryInput = class {
  source;
  littleEndian;
  reader;
  at;
  constructor(source, start, littleEndian2) {
    this.source = source;
    this.littleEndian = littleEndian2;
    this.reader = blockReader(source, BLOCK4);
    this.at = start;
  }
  offset() {
    return this.at;
  }
  int() {
    const bytes = this.reader.at(this.at, 4);
    if (bytes.length < 4) throw new ScanError("truncated", "the file ends within an R object", this.at);
    this.at += 4;
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, this.littleEndian);
  }
  text(length) {
    const text4 = new TextDecoder().decode(this.reader.at(this.at, Math.min(Math.max(0, length), MAX_NAME6)));
    this.skipText(length);
    return text4;
  }
  skipText(length) {
    this.skip(Math.max(0, length));
  }
  skipRaw(length) {
    this.skip(length);
  }
  skipNumbers(count2, width) {
    this.skip(count2 * width);
  }
  skip(count2) {
    if (!(count2 >= 0 && count2 <= this.source.size - this.at)) throw new ScanError("truncated", "the file ends within an R object", this.at);
    this.at += count2;
  }
};
var TextInput = class {
  reader;
  at;
  constructor(source, start) {
    this.reader = blockReader(source, BLOCK4);
    this.at = start;
  }
  offset() {
    return this.at;
  }
  int() {
    const word = this.word();
    if (word === "NA") return -(2 ** 31);
    const number = /^[+-]?\d{1,10}/.exec(word)?.[0];
    if (number === void 0) throw new ScanError("malformed", "a number is missing in an R object", this.at);
    return Number(number);
  }
  text(length) {
    const kept = [];
    this.letters(length, (letter) => {
      if (kept.length < MAX_NAME6) kept.push(letter);
    });
    return new TextDecoder().decode(Uint8Array.from(kept));
  }
  skipText(length) {
    this.letters(length, () => void 0);
  }
  /** `InString` of serialize.c. */
  letters(length, each) {
    if (length > 0) this.skipSpace();
    for (let index2 = 0; index2 < length; index2++) {
      const letter = this.letter();
      each(letter === BACKSLASH2 ? this.escape() : letter);
    }
  }
  /** Of the named escapes only that they are one letter matters. */
  escape() {
    const first2 = this.letter();
    if (!isOctal2(first2)) return first2;
    let value = first2 - ZERO;
    for (let digit = 1; digit < 3 && isOctal2(this.byte()); digit++) value = value * 8 + this.letter() - ZERO;
    return value & 255;
  }
  letter() {
    const byte = this.byte();
    if (byte === void 0) throw new ScanError("truncated", "the file ends within an R object", this.at);
    this.at++;
    return byte;
  }
  /** Raw bytes are written as words of two hexadecimal digits. */
  skipRaw(length) {
    this.words(length);
  }
  skipNumbers(count2, width) {
    this.words(width === 16 ? count2 * 2 : count2);
  }
  words(count2) {
    for (let index2 = 0; index2 < count2; index2++) this.word();
  }
  word() {
    this.skipSpace();
    const start = this.at;
    for (let byte = this.byte(); byte !== void 0 && !isSpace(byte); byte = this.byte()) {
      if (++this.at - start > MAX_WORD) throw new ScanError("limit", "a word of more than 1 MiB", start);
    }
    if (this.at === start) throw new ScanError("truncated", "the file ends within an R object", start);
    return new TextDecoder().decode(this.reader.at(start, this.at - start));
  }
  skipSpace() {
    while (isSpace(this.byte())) this.at++;
  }
  byte() {
    return this.reader.at(this.at, 1)[0];
  }
};
var ZERO = 48;
var BACKSLASH2 = 92;
function isOctal2(byte) {
  return byte !== void 0 && byte >= ZERO && byte < ZERO + 8;
}
function isSpace(byte) {
  return byte === 32 || byte !== void 0 && byte >= 9 && byte <= 13;
}

// src/wire/r-xdr.ts
var SYMBOL = 1;
var PAIRLIST = 2;
var CLOSURE = 3;
var ENVIRONMENT = 4;
var PROMISE = 5;
var LANGUAGE = 6;
var SPECIAL = 7;
var BUILTIN = 8;
var CHARACTERS = 9;
var DOTS = 17;
var BYTECODE = 21;
var EXTERNAL_POINTER = 22;
var WEAK_REFERENCE = 23;
var RAW = 24;
var S4 = 25;
var ALTREP = 238;
var ATTRIBUTE_PAIRLIST = 239;
var ATTRIBUTE_LANGUAGE = 240;
var BYTECODE_REFERENCE = 243;
var BYTECODE_DEFINITION = 244;
var PERSISTENT = 247;
var PACKAGE = 248;
var NAMESPACE = 249;
var REFERENCE = 255;
var NUMBERS = /* @__PURE__ */ new Map([
  [10, 4],
  [13, 4],
  [14, 8],
  [15, 16]
]);
var VECTORS = /* @__PURE__ */ new Set([16, 19, 20]);
var CONSTANTS = /* @__PURE__ */ new Set([241, 242, 250, 251, 252, 253, 254]);
var MAX_PENDING2 = 2e5;
var TICK5 = 2e4;
function readR(source, listener) {
  const input = openRInput(source);
  const version2 = input.int();
  if (version2 !== 2 && version2 !== 3) throw new ScanError("unsupported", `version ${version2} of R's serialization`, input.offset());
  input.int();
  input.int();
  if (version2 === 3) input.text(input.int());
  new Walker(input, listener).run();
}
var Walker = class {
  input;
  listener;
  pending = [];
  constructor(input, listener) {
    this.input = input;
    this.listener = listener;
  }
  run() {
    this.push("item");
    let count2 = 0;
    for (let top = this.pending.at(-1); top; top = this.pending.at(-1)) {
      if (--top.times <= 0) this.pending.pop();
      if (++count2 % TICK5 === 0) this.listener.tick();
      if (top.shape === "code") this.byteCode();
      else if (top.shape === "code-constant") this.byteCodeConstant();
      else if (top.shape === "code-language") this.byteCodeLanguage(this.input.int());
      else this.item();
    }
  }
  push(shape, times = 1) {
    if (times <= 0) return;
    this.pending.push({ shape, times });
    if (this.pending.length > MAX_PENDING2) throw new ScanError("limit", "R objects nested too deep", this.input.offset());
  }
  item() {
    const at2 = this.input.offset();
    const flags = this.input.int();
    const type = flags & 255;
    const attributes = (flags & 512) !== 0 ? 1 : 0;
    const tag = (flags & 1024) !== 0 ? 1 : 0;
    if (CONSTANTS.has(type)) return;
    const width = NUMBERS.get(type);
    if (width !== void 0) {
      this.push("item", attributes);
      this.input.skipNumbers(this.length(), width);
    } else if (VECTORS.has(type)) {
      this.push("item", attributes);
      this.push("item", this.length());
    } else this.structure(type, flags, attributes, tag, at2);
  }
  structure(type, flags, attributes, tag, at2) {
    switch (type) {
      case REFERENCE:
        if (flags >> 8 === 0) this.input.int();
        return;
      case SYMBOL:
        return this.symbol();
      case PERSISTENT:
      case PACKAGE:
      case NAMESPACE:
        this.input.int();
        return this.push("item", this.length());
      case ENVIRONMENT:
        this.input.int();
        return this.push("item", 4);
      case PROMISE:
        this.listener.code("promise", at2);
        return this.push("item", attributes + tag + 2);
      case CLOSURE:
        this.listener.code("closure", at2);
        return this.push("item", attributes + tag + 2);
      case PAIRLIST:
      case LANGUAGE:
      case DOTS:
        return this.push("item", attributes + tag + 2);
      case SPECIAL:
      case BUILTIN:
        this.listener.symbol(this.input.text(this.input.int()));
        return;
      case CHARACTERS: {
        const length = this.input.int();
        if (length >= 0) this.input.skipText(length);
        return this.push("item", attributes);
      }
      case RAW:
        this.push("item", attributes);
        return this.input.skipRaw(this.length());
      case BYTECODE:
        this.listener.code("bytecode", at2);
        this.push("item", attributes);
        this.input.int();
        return this.push("code");
      case EXTERNAL_POINTER:
        this.listener.code("external-pointer", at2);
        return this.push("item", attributes + 2);
      case WEAK_REFERENCE:
      case S4:
        return this.push("item", attributes);
      case ALTREP:
        return this.push("item", 3);
      default:
        throw new ScanError("malformed", `the R type ${type}`, at2);
    }
  }
  symbol() {
    const at2 = this.input.offset();
    if ((this.input.int() & 255) !== CHARACTERS) throw new ScanError("malformed", "a symbol without a name", at2);
    this.listener.symbol(this.input.text(this.input.int()));
  }
  /** The instructions, an integer vector, then the constants. */
  byteCode() {
    const at2 = this.input.offset();
    if ((this.input.int() & 255) !== 13) throw new ScanError("malformed", "byte code without instructions", at2);
    this.input.skipNumbers(this.length(), 4);
    this.push("code-constant", this.input.int());
  }
  byteCodeConstant() {
    const type = this.input.int();
    if (type === BYTECODE) this.push("code");
    else if (LANGUAGES.has(type) || type === BYTECODE_REFERENCE || type === BYTECODE_DEFINITION) this.byteCodeLanguage(type);
    else this.push("item");
  }
  byteCodeLanguage(written) {
    let type = written;
    if (type === BYTECODE_REFERENCE) {
      this.input.int();
      return;
    }
    if (type === BYTECODE_DEFINITION) {
      this.input.int();
      type = this.input.int();
    }
    if (!LANGUAGES.has(type)) return this.push("item");
    this.push("code-language", 2);
    this.push("item", type === ATTRIBUTE_LANGUAGE || type === ATTRIBUTE_PAIRLIST ? 2 : 1);
  }
  length() {
    const short = this.input.int();
    if (short >= 0) return short;
    if (short !== -1) throw new ScanError("malformed", `a length of ${short}`, this.input.offset());
    return this.input.int() * 2 ** 32 + (this.input.int() >>> 0);
  }
};
var LANGUAGES = /* @__PURE__ */ new Set([LANGUAGE, PAIRLIST, ATTRIBUTE_LANGUAGE, ATTRIBUTE_PAIRLIST]);

// src/formats/r-data.ts
var REACHES = new Set(
  "system system2 shell shell.exec pipe eval evalq source sys.source parse download.file url socketConnection dyn.load library.dynam unlink file.remove file.copy writeLines Sys.setenv install.packages reg.finalizer do.call load readRDS".split(" ")
);
var rDataFormat = {
  id: "r-data",
  title: "R object",
  extensions: [".rds", ".rdata", ".rda"],
  access: "random",
  match: ({ head }) => rStart(head) ? "certain" : "no",
  scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "an R object cannot be read from a stream");
    const first2 = /* @__PURE__ */ new Map();
    const reaches = /* @__PURE__ */ new Set();
    try {
      readR(input, {
        symbol(name) {
          if (REACHES.has(name)) reaches.add(name);
        },
        code(kind, offset) {
          if (!first2.has(kind)) first2.set(kind, offset);
        },
        tick: () => scan2.budget.checkTime()
      });
    } finally {
      const state3 = (kind, carrier, runs) => {
        const offset = first2.get(kind);
        if (offset !== void 0)
          scan2.observe({ kind: "shipped-code", language: "r", carrier, runs, reaches: [...reaches].map((name) => `base::${name}`), offset });
      };
      state3("promise", "an R promise", "load");
      if (first2.has("closure")) state3("closure", "R functions", "use");
      else state3("bytecode", "R byte code", "use");
    }
  }
};

// src/formats/rar.ts
var SIGNATURE = [82, 97, 114, 33, 26, 7];
var rarFormat = {
  id: "rar",
  title: "RAR archive",
  extensions: [".rar"],
  match: ({ head }) => SIGNATURE.every((byte, index2) => head[index2] === byte) && (head[6] ?? 2) < 2 ? "certain" : "no",
  scan(_artifact, scan2) {
    scan2.observe({
      kind: "incomplete",
      why: "unsupported",
      detail: `a RAR archive (version ${scan2.probe.head[6] === 0 ? "1.5 to 4" : "5"}), which cannot be read`,
      remedy: "Pack the files as a zip or tar archive."
    });
  }
};

// src/formats/requirements.ts
var MAX_SIZE4 = 2 ** 20;
var MAX_LINES = 1e3;
var NAME6 = /^(?:(?:requirements|constraints)[\w.-]*\.txt|(?:conda|environment|python_env)\.ya?ml)$/i;
var NAMED = String.raw`^(?:[\w.-]+\s*(?:\[[^\]]*\]\s*)?@\s*)?`;
var LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
var ELSEWHERE = [
  // A repository.
  new RegExp(`${NAMED}(?:git|hg|svn|bzr)\\+[a-z]+:`, "i"),
  // An archive.
  new RegExp(`${NAMED}(?:https?|ftp|file):`, "i"),
  // Another index may answer for any name.
  /^(?:--(?:ex|[ift])[a-z-]*[\s=]|-[if])/,
  // A folder or repository whose setup.py runs.
  /^(?:--ed[a-z]*[\s=]|-e)/,
  // Requirements that somebody else writes.
  /^(?:--(?:req[a-z]*|con[a-z]*)[\s=]|-[rc])\s*(?:https?|ftp|file):/i,
  // A package that came with the model.
  /^(?:\.{0,2}[\\/]|[\w./\\-]+\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)$)/
];
var requirementsFormat = {
  id: "requirements",
  title: "Requirements of a model",
  extensions: [".txt", ".yaml", ".yml"],
  access: "random",
  match: ({ name }) => NAME6.test(name) ? "possible" : "no",
  scan: scanRequirements
};
function scanRequirements(artifact, scan2) {
  const { input, path, hints } = artifact;
  if (input.kind === "stream") throw new ScanError("unsupported", "requirements cannot be read from a stream");
  if (inPackage(artifact) || path.length === 1 && hints?.neighbour?.() !== "MLmodel") return "not-this-format";
  if (input.size > MAX_SIZE4) throw new ScanError("limit", `requirements of ${input.size} bytes are not read`, 0);
  const yaml = !scan2.probe.name.toLowerCase().endsWith(".txt");
  const text4 = decodeJson(input.read(0, input.size));
  let offset = 0;
  let found = 0;
  let begun = "";
  for (const line of text4.split(LINE_END)) {
    const whole2 = begun + line;
    begun = !yaml && whole2.endsWith("\\") ? whole2.slice(0, -1) : "";
    if (begun === "") {
      for (const written of yaml ? items(whole2) : [withoutComment(whole2).trim()]) {
        if (!ELSEWHERE.some((row2) => row2.test(written)) || found++ >= MAX_LINES) continue;
        const name = written.replace(/:\/\/[^/@\s]*@/, "://\u2026@").slice(0, 300);
        scan2.observe({ kind: "config-reference", loader: "requirements", module: "", name, where: "", use: "remote", offset });
      }
    }
    offset += line.length + 1;
  }
  return found === 0 ? "not-this-format" : void 0;
}
function withoutComment(line) {
  const at2 = line.startsWith("#") ? 0 : line.search(/\s#/);
  return at2 < 0 ? line : line.slice(0, at2);
}
function items(line) {
  const item = /^\s*-\s+(\S.*)/.exec(line)?.[1] ?? "";
  const inner = line.includes("[") ? line.match(/"[^"]*"|'[^']*'|[^[\],{}"']+/g) ?? [] : [];
  return [...new Set([item, ...inner].map((text4) => text4.trim().replace(/^(["'])(.*)\1$/, "$2")))];
}

// src/formats/safetensors-metadata.ts
var MAX_TARGETS = 50;
var TARGET = /(?:^|[^\w])_target_[\\"']*\s*[:=]\s*[\\"']*([A-Za-z_][\w.]{0,300})/g;
var PICKLE_BASE64 = /(?<![A-Za-z0-9+/_=-])gA[I-X][A-Za-z0-9+/_-]{16,}={0,2}/;
var MAX_BASE64 = 8 << 20;
async function observeMetadata(scan2, key, value, offset) {
  const where = `__metadata__.${key.slice(0, 100)}`;
  const written = key === "_target_" ? `_target_: ${value}` : value;
  let count2 = 0;
  for (const [, target = ""] of written.matchAll(TARGET)) {
    if (++count2 > MAX_TARGETS) break;
    const dot = target.lastIndexOf(".");
    scan2.observe({
      kind: "config-reference",
      loader: "hydra",
      module: target.slice(0, Math.max(0, dot)),
      name: target.slice(dot + 1),
      where,
      use: "class",
      offset
    });
  }
  const coded = value.length <= MAX_BASE64 ? PICKLE_BASE64.exec(value)?.[0] : void 0;
  if (coded === void 0) return;
  const bytes = fromBase64(coded);
  if (bytes) await scan2.descend({ name: where, size: bytes.length, open: () => memorySource(bytes) });
}
function fromBase64(text4) {
  let end = text4.length;
  while (text4[end - 1] === "=") end--;
  const usual = text4.slice(0, end).replaceAll("-", "+").replaceAll("_", "/");
  const whole2 = usual.slice(0, usual.length - (usual.length % 4 === 1 ? 1 : 0));
  try {
    return Uint8Array.from(atob(whole2), (char) => char.charCodeAt(0));
  } catch {
    return void 0;
  }
}

// src/formats/safetensors.ts
var MAX_HEADER2 = 1e8;
var MAX_SAME2 = 5;
var MAX_GAPS = 16;
var BITS = new Map(
  Object.entries({
    BOOL: 8,
    U8: 8,
    I8: 8,
    F8_E5M2: 8,
    F8_E4M3: 8,
    F8_E8M0: 8,
    F8_E4M3FNUZ: 8,
    F8_E5M2FNUZ: 8,
    I16: 16,
    U16: 16,
    F16: 16,
    BF16: 16,
    I32: 32,
    U32: 32,
    F32: 32,
    I64: 64,
    U64: 64,
    F64: 64,
    C64: 64,
    F4: 4,
    F6_E2M3: 6,
    F6_E3M2: 6
  })
);
var safetensorsFormat = {
  id: "safetensors",
  title: "safetensors",
  extensions: [".safetensors"],
  access: "random",
  match(probe) {
    const length = headerLength(probe.head);
    return length === void 0 || length > MAX_HEADER2 * 10 || probe.head[8] !== 123 ? "no" : "possible";
  },
  scan: scanSafetensors
};
function headerLength(head) {
  if (head.length < 10) return void 0;
  const length = new DataView(head.buffer, head.byteOffset, 8).getBigUint64(0, true);
  return length > 1n && length <= Number.MAX_SAFE_INTEGER ? Number(length) : void 0;
}
async function scanSafetensors(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "safetensors cannot be read from a stream");
  const named2 = scan2.probe.extension === ".safetensors";
  const length = headerLength(scan2.probe.head) ?? 0;
  if (8 + length > source.size) {
    if (!named2) return "not-this-format";
    throw new ScanError("truncated", `the header of ${length} bytes does not fit into the file`, 0);
  }
  if (length > MAX_HEADER2) {
    if (!named2) return "not-this-format";
    throw new ScanError("limit", `a header of ${length} bytes; the format allows ${MAX_HEADER2}`, 0);
  }
  const header = parseHeader(source, length, named2);
  if (header === void 0) return "not-this-format";
  await checkHeader(header, source, 8 + length, scan2);
  return void 0;
}
function parseHeader(source, length, named2) {
  try {
    const value = readWrittenJson(new TextDecoder("utf-8", { fatal: true }).decode(source.read(8, length)));
    if (isObject(value) && (named2 || value.members.every(([, entry]) => isObject(entry)))) return value;
  } catch (error) {
    if (!named2) return void 0;
    if (error instanceof ScanError) throw new ScanError(error.why, `the header is no JSON: ${error.message}`, 8 + (error.offset ?? 0));
    throw new ScanError("malformed", "the header is not UTF-8", 8);
  }
  return void 0;
}
async function checkHeader(header, source, dataStart, scan2) {
  const counts = /* @__PURE__ */ new Map();
  const state3 = (problem, detail, offset = 8) => {
    const count2 = (counts.get(problem) ?? 0) + 1;
    counts.set(problem, count2);
    if (count2 <= MAX_SAME2) scan2.observe({ kind: "structure", format: "safetensors", problem, detail, offset });
  };
  const names3 = /* @__PURE__ */ new Set();
  const spans2 = [];
  for (const [name, entry] of header.members) {
    if (names3.has(name)) state3("duplicate-key", `the key ${name.slice(0, 100)} stands twice`);
    names3.add(name);
    if (name === "__metadata__") await checkMetadata(entry, state3, scan2);
    else {
      const span = tensorSpan(name, entry, state3);
      if (span) spans2.push(span);
    }
  }
  const size = source.size - dataStart;
  const holes = findHoles(spans2, state3);
  const end = spans2.reduce((last, span) => Math.max(last, span.end), 0);
  for (const [begin, until] of holes.slice(0, MAX_GAPS)) {
    if (until > size) break;
    state3("gap", `${until - begin} bytes at ${dataStart + begin} belong to no tensor`, dataStart + begin);
    await descend(source, dataStart + begin, until - begin, scan2);
  }
  if (end > size) throw new ScanError("truncated", `the tensors end ${end - size} bytes behind the end of the file`, source.size);
  if (end < size) {
    state3("trailing-bytes", `${size - end} bytes follow the last tensor`, dataStart + end);
    await descend(source, dataStart + end, size - end, scan2);
  }
}
function descend(source, at2, size, scan2) {
  return scan2.descend({ name: `+${at2}`, size, storedAt: at2, open: () => slice(source, at2, size) });
}
async function checkMetadata(entry, state3, scan2) {
  if (!isObject(entry)) return state3("bad-header", "__metadata__ is no object");
  const keys = /* @__PURE__ */ new Set();
  for (const [key, value] of entry.members) {
    if (keys.has(key)) state3("duplicate-key", `the metadata key ${key.slice(0, 100)} stands twice`);
    keys.add(key);
    if (typeof value !== "string") state3("bad-header", `the metadata ${key.slice(0, 100)} is no string`);
    await observeMetadata(scan2, key, typeof value === "string" ? value : JSON.stringify(value), 8);
  }
}
function tensorSpan(name, entry, state3) {
  const shown2 = name.slice(0, 100);
  const fields = isObject(entry) ? entry : { members: [] };
  const dtype = member(fields, "dtype");
  const shape = numbers(member(fields, "shape"));
  const offsets = numbers(member(fields, "data_offsets"));
  const [begin, end] = offsets ?? [];
  if (typeof dtype !== "string" || shape === void 0 || begin === void 0 || end === void 0 || offsets?.length !== 2) {
    state3("bad-header", `the entry of ${shown2} is not one of a tensor`);
    return void 0;
  }
  if (new Set(fields.members.map(([key]) => key)).size !== fields.members.length)
    state3("duplicate-key", `the entry of ${shown2} has a key twice`);
  if (begin > end) {
    state3("out-of-bounds", `${shown2} ends before it begins`);
    return void 0;
  }
  const bits = BITS.get(dtype);
  const elements = shape.reduce((product, dim) => product * BigInt(dim), 1n);
  if (bits === void 0) state3("bad-header", `${shown2} has the unknown type ${dtype.slice(0, 40)}`);
  else if (elements * BigInt(bits) !== BigInt(end - begin) * 8n) {
    state3(
      elements > 2n ** 53n ? "shape-bomb" : "out-of-bounds",
      `${shown2} of ${dtype} [${shape.slice(0, 8).join(", ")}] has ${end - begin} bytes`
    );
  }
  return { name: shown2, begin, end };
}
function numbers(value) {
  if (!Array.isArray(value)) return void 0;
  return value.every((each) => Number.isSafeInteger(each) && Number(each) >= 0) ? value : void 0;
}
function findHoles(spans2, state3) {
  const holes = [];
  spans2.sort((one, other2) => one.begin - other2.begin || one.end - other2.end);
  let end = 0;
  let last = "";
  for (const span of spans2) {
    if (span.begin < end && span.end > span.begin) state3("overlap", `${span.name} overlaps ${last}`);
    if (span.begin > end) holes.push([end, span.begin]);
    if (span.end > end) {
      end = span.end;
      last = span.name;
    }
  }
  return holes;
}

// src/formats/safetensors-index.ts
var NAME7 = /\.(?:safetensors|bin|ckpt|pt|pth|h5|msgpack)\.index(?:\.[\w-]+)?\.json$/i;
var MAX_SIZE5 = 64 << 20;
var MAX_SHARDS = 1e4;
var safetensorsIndexFormat = {
  id: "shard-index",
  title: "Index of a model in several files",
  extensions: [".json"],
  access: "random",
  match: (probe) => NAME7.test(probe.name) && startsObject(probe) ? "certain" : "no",
  scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "an index cannot be read from a stream");
    if (input.size > MAX_SIZE5) throw new ScanError("limit", `an index of ${input.size} bytes`, 0);
    const files = /* @__PURE__ */ new Set();
    for (const file of Object.values(weightMap(new TextDecoder().decode(input.read(0, input.size)))))
      if (typeof file === "string") files.add(file);
    for (const path of [...files].slice(0, MAX_SHARDS))
      scan2.observe({ kind: "external-file", format: "shard-index", path, role: "a weight shard", offset: 0 });
  }
};
function weightMap(text4) {
  let index2;
  try {
    index2 = JSON.parse(text4);
  } catch {
    throw new ScanError("malformed", "the index is no JSON", 0);
  }
  const map = typeof index2 === "object" && index2 !== null && "weight_map" in index2 ? index2.weight_map : void 0;
  if (typeof map !== "object" || map === null) throw new ScanError("malformed", "the index has no weight_map", 0);
  return map;
}
function startsObject({ head }) {
  return head.find((byte) => byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) === 123;
}

// src/formats/tf-graph-facts.ts
var MAX_WAITING = 5e4;
var MAX_CONSTANTS2 = 5e4;
var MAX_VALUES3 = 4;
var PASSES = /* @__PURE__ */ new Set(["Identity", "IdentityN", "Cast", "Reshape", "ExpandDims", "Squeeze", "Pack", "StopGradient"]);
var MAX_HOPS = 8;
var ARGUMENTS = new Map(
  Object.entries({
    PyFunc: ["token"],
    PyFuncStateless: ["token"],
    EagerPyFunc: ["token"],
    PrintV2: ["output_stream"],
    XlaCustomCall: ["target_name"],
    XlaCustomCallV2: ["call_target_name"],
    DumpTensor: ["log_dir_path", "file_name"],
    CalibrationStatisticsSaver: ["output_file_path"],
    RecordInput: ["file_pattern"],
    Skipgram: ["filename"],
    FixedUnigramCandidateSampler: ["vocab_file"],
    MergeV2Checkpoints: [1],
    GenerateVocabRemapping: [0, 1],
    CreateSummaryFileWriter: [1],
    CreateSummaryDbWriter: [1],
    InitializeTableFromTextFile: [1],
    InitializeTableFromTextFileV2: [1],
    CacheDataset: [1],
    CacheDatasetV2: [1],
    SaveDataset: [1],
    SaveDatasetV2: [1],
    SnapshotDataset: [1],
    SnapshotDatasetV2: [1],
    DatasetToTFRecord: [1],
    ExperimentalDatasetToTFRecord: [1],
    RegisterDataset: [1],
    RegisterDatasetV2: [1],
    DistributedSave: [1],
    SqlDataset: [1, 2],
    ExperimentalSqlDataset: [1, 2],
    DataServiceDataset: [2],
    DataServiceDatasetV2: [2],
    DataServiceDatasetV3: [2],
    DataServiceDatasetV4: [2],
    ...Object.fromEntries(
      "ReadFile WriteFile MatchingFiles MatchingFilesDataset ExperimentalMatchingFilesDataset Save SaveV2 SaveSlices Restore RestoreV2 RestoreSlice DTensorRestoreV2 LoadAndRemapMatrix LoadDataset TextLineDataset TFRecordDataset TFRecordDatasetV2 CSVDataset CSVDatasetV2 ExperimentalCSVDataset FixedLengthRecordDataset FixedLengthRecordDatasetV2 LMDBDataset ExperimentalLMDBDataset SnapshotChunkDataset SnapshotDatasetReader ListSnapshotChunksDataset RpcServer RpcClient RemoteCall".split(" ").map((op) => [op, [0]])
    ),
    ...Object.fromEntries(
      ["DebugIdentity", "DebugIdentityV2", "DebugIdentityV3", "DebugNanCount", "DebugNumericSummary"].map((op) => [op, ["debug_urls"]])
    )
  })
);
var ARGUMENT_ATTRIBUTES = new Set([...ARGUMENTS.values()].flat().filter((where) => typeof where === "string"));
var TfGraphFacts = class {
  scan;
  functions = /* @__PURE__ */ new Set();
  assets = /* @__PURE__ */ new Map();
  plain = /* @__PURE__ */ new Map();
  acting = [];
  graph = { waiting: [], constants: /* @__PURE__ */ new Map(), passes: /* @__PURE__ */ new Map() };
  scope = this.graph;
  constructor(scan2) {
    this.scan = scan2;
  }
  /** A function of the library begins. Nodes call it as if it were an operation; its own nodes follow. */
  enterFunction() {
    this.scope = { waiting: [], constants: /* @__PURE__ */ new Map(), passes: /* @__PURE__ */ new Map() };
  }
  /** The function ends. Its name may stand behind its nodes. */
  leaveFunction(name) {
    this.functions.add(name);
    this.resolve(this.scope);
    this.scope = this.graph;
  }
  /** The tensor that the loader feeds with the path of an asset. */
  addAsset(tensor2, file) {
    this.assets.set(nodeOf(tensor2), `assets/${file}`);
  }
  addNode(node) {
    const { name, op, inputs } = node;
    const { waiting, constants: constants2, passes } = this.scope;
    if (op === "Const" && node.values.length > 0 && constants2.size < MAX_CONSTANTS2) {
      constants2.set(name, node.values.slice(0, MAX_VALUES3).join(", "));
    } else if (PASSES.has(op) && inputs[0] !== void 0 && passes.size < MAX_CONSTANTS2) passes.set(name, inputs[0]);
    if (ARGUMENTS.has(op) && waiting.length + this.acting.length < MAX_WAITING) waiting.push(node);
    else if (!this.plain.has(op)) this.plain.set(op, node);
  }
  /** States what was collected. To be called also when reading broke off: what was found counts. */
  flush() {
    if (this.scope !== this.graph) this.resolve(this.scope);
    this.resolve(this.graph);
    for (const node of this.plain.values()) this.state(node, void 0);
    const told = /* @__PURE__ */ new Set();
    for (const { node, argument } of this.acting) {
      const key = `${node.op}\0${argument ?? ""}`;
      if (told.has(key)) continue;
      told.add(key);
      this.state(node, argument);
    }
  }
  resolve({ waiting, constants: constants2, passes }) {
    for (const node of waiting) {
      const found = (ARGUMENTS.get(node.op) ?? []).flatMap((where) => {
        const value = typeof where === "string" ? node.attributes.get(where) : this.constantOf(node.inputs[where], constants2, passes);
        return value === void 0 ? [] : [value];
      });
      this.acting.push({ node, argument: found.length === 0 ? void 0 : found.join(", ") });
    }
  }
  constantOf(input, constants2, passes) {
    let next = input;
    for (let hop = 0; hop < MAX_HOPS && next !== void 0; hop++) {
      const name = nodeOf(next);
      const value = this.assets.get(name) ?? constants2.get(name);
      if (value !== void 0) return value;
      next = passes.get(name);
    }
    return void 0;
  }
  state(node, argument) {
    this.scan.observe({
      kind: "graph-op",
      framework: "tensorflow",
      op: node.op,
      domain: "",
      node: node.name,
      ...this.functions.has(node.op) ? { defined: true } : {},
      ...argument === void 0 ? {} : { argument },
      offset: node.offset
    });
  }
};
function nodeOf(input) {
  const start = input.startsWith("^") ? 1 : 0;
  const colon = input.indexOf(":");
  return colon < 0 ? input.slice(start) : input.slice(start, colon);
}

// src/formats/tf-graph-nodes.ts
var MAX_NAME7 = 400;
var MAX_VALUE2 = 400;
var MAX_INPUTS = 8;
var MAX_VALUES4 = 8;
var DT_STRING = 7;
var MAX_CONTENT = 4096;
var graphShape = {
  fields: { 1: BYTES, 2: BYTES, 3: 0, 4: BYTES, 5: BYTES },
  proves: (reader, field) => field.number === 1 && isNode2(reader, field) || field.number === 2 && holdsFunction(reader, field)
};
function isNode2(reader, field) {
  let name = "";
  let operation = "";
  for (const part of reader.fields(field)) {
    if (part.number === 1 && isName(reader, part, MAX_NAME7)) name = reader.text(part, MAX_NAME7);
    else if (part.number === 2 && part.wire === BYTES) operation = reader.text(part, MAX_NAME7);
    if (name !== "" && OPERATION.test(operation) && !(name.endsWith(".proto") && PACKAGE2.test(operation))) return true;
  }
  return false;
}
var OPERATION = /^[A-Za-z_][A-Za-z0-9_>./-]*$/;
var PACKAGE2 = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;
function holdsFunction(reader, library) {
  if (library.wire !== BYTES) return false;
  for (const item of reader.fields(library)) {
    if (item.number !== 1 || item.wire !== BYTES) continue;
    let named2 = false;
    for (const part of reader.fields(item)) {
      if (part.number === 1 && part.wire === BYTES) named2 ||= nameIn(reader, part) !== "";
      else if (part.number === 3 && part.wire === BYTES && named2 && isNode2(reader, part)) return true;
    }
  }
  return false;
}
function readGraph2(reader, graph, facts, scan2) {
  for (const field of reader.fields(graph)) {
    if (field.wire !== BYTES) continue;
    if (field.number === 1) readNode(reader, field, facts);
    else if (field.number === 2) readLibrary(reader, field, facts, scan2);
  }
}
function readLibrary(reader, library, facts, scan2) {
  for (const field of reader.fields(library)) {
    if (field.number !== 1 || field.wire !== BYTES) continue;
    scan2.budget.checkTime();
    let name = "";
    facts.enterFunction();
    for (const part of reader.fields(field)) {
      if (part.wire !== BYTES) continue;
      if (part.number === 1) name = nameIn(reader, part);
      else if (part.number === 3) readNode(reader, part, facts);
    }
    facts.leaveFunction(name);
  }
}
function nameIn(reader, message) {
  let name = "";
  for (const part of reader.fields(message)) if (part.number === 1 && part.wire === BYTES) name = reader.text(part, MAX_NAME7);
  return name;
}
function readNode(reader, node, facts) {
  let name = "";
  let op = "";
  let tensor2;
  const inputs = [];
  const attributes = /* @__PURE__ */ new Map();
  for (const field of reader.fields(node)) {
    if (field.wire !== BYTES) continue;
    if (field.number === 1) name = reader.text(field, MAX_NAME7);
    else if (field.number === 2) op = reader.text(field, MAX_NAME7);
    else if (field.number === 3) {
      if (inputs.length < MAX_INPUTS) inputs.push(reader.text(field, MAX_NAME7));
    } else if (field.number === 5) {
      const { key, value } = readEntry(reader, field);
      if (value === void 0) continue;
      if (key === "value") tensor2 = value;
      else if (ARGUMENT_ATTRIBUTES.has(key)) attributes.set(key, readStrings(reader, value).join(", "));
    }
  }
  const values = op === "Const" && tensor2 ? readTensor(reader, tensor2) : [];
  facts.addNode({ name, op, inputs, values, attributes, offset: node.start });
}
function readEntry(reader, entry) {
  let key = "";
  let value;
  for (const part of reader.fields(entry)) {
    if (part.number === 1 && part.wire === BYTES) key = reader.text(part, MAX_NAME7);
    else if (part.number === 2 && part.wire === BYTES) value = part;
  }
  return { key, value };
}
function readStrings(reader, value) {
  const found = [];
  for (const part of reader.fields(value)) {
    if (part.wire !== BYTES || found.length >= MAX_VALUES4) continue;
    if (part.number === 2) found.push(reader.text(part, MAX_VALUE2));
    else if (part.number === 1) {
      for (const item of reader.fields(part)) {
        if (item.number === 2 && item.wire === BYTES && found.length < MAX_VALUES4) found.push(reader.text(item, MAX_VALUE2));
      }
    }
  }
  return found;
}
function readTensor(reader, value) {
  const found = [];
  for (const part of reader.fields(value)) {
    if (part.number !== 8 || part.wire !== BYTES) continue;
    let content;
    for (const item of reader.fields(part)) {
      if (item.number === 1 && item.wire === 0 && item.value !== DT_STRING) return [];
      if (item.wire !== BYTES) continue;
      if (item.number === 8 && found.length < MAX_VALUES4) found.push(reader.text(item, MAX_VALUE2));
      else if (item.number === 4) content = item;
      else if (item.number > 4 && item.number < 8) return [];
    }
    if (content && found.length === 0 && content.end - content.start <= MAX_CONTENT)
      found.push(...unpack(reader.bytes(content, MAX_CONTENT)));
  }
  return found;
}
function unpack(bytes) {
  const lengths = [];
  let total = 0;
  let at2 = 0;
  while (at2 < bytes.length && lengths.length < MAX_VALUES4) {
    let length = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at2++] ?? 0;
      length += (byte & 127) * shift;
      if (byte < 128 || shift > 2 ** 21) break;
    }
    lengths.push(length);
    total += length;
    if (at2 + total !== bytes.length) continue;
    return lengths.map((size) => {
      const start = at2;
      at2 += size;
      return new TextDecoder().decode(bytes.subarray(start, at2));
    });
  }
  return [];
}

// src/formats/tf-graph-meta.ts
var MAX_NAME8 = 400;
var OLD_ASSETS = "saved_model_assets";
var MAX_METADATA = 16 * 2 ** 20;
async function readMetaGraph(reader, meta, source, scan2) {
  const facts = new TfGraphFacts(scan2);
  const objects2 = [];
  try {
    for (const field of reader.fields(meta)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 2) readGraph2(reader, field, facts, scan2);
      else if (field.number === 4) readCollection(reader, field, facts, scan2);
      else if (field.number === 6) readAsset(reader, field, facts, scan2);
      else if (field.number === 7) objects2.push(field);
    }
  } finally {
    facts.flush();
  }
  for (const graph of objects2) await readObjects(reader, graph, source, scan2);
}
function readCollection(reader, entry, facts, scan2) {
  const { key, value } = readEntry(reader, entry);
  if (key !== OLD_ASSETS || value === void 0) return;
  for (const list of reader.fields(value)) {
    if (list.number !== 5 || list.wire !== BYTES) continue;
    for (const any of reader.fields(list)) {
      if (any.number !== 1 || any.wire !== BYTES) continue;
      for (const part of reader.fields(any)) if (part.number === 2 && part.wire === BYTES) readAsset(reader, part, facts, scan2);
    }
  }
}
function readAsset(reader, asset, facts, scan2) {
  let tensor2 = "";
  let file = "";
  for (const part of reader.fields(asset)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 1) tensor2 = nameIn(reader, part);
    else if (part.number === 2) file = reader.text(part, MAX_NAME8);
  }
  facts.addAsset(tensor2, file);
  scan2.observe({ kind: "external-file", format: "tf-savedmodel", path: file, role: "asset", offset: asset.start });
}
async function readObjects(reader, graph, source, scan2) {
  let index2 = -1;
  for (const node of reader.fields(graph)) {
    if (node.number !== 1 || node.wire !== BYTES) continue;
    index2++;
    for (const kind of reader.fields(node)) {
      if (kind.number !== 4 || kind.wire !== BYTES) continue;
      for (const part of reader.fields(kind)) {
        if (part.number === 3 && part.wire === BYTES) await descendJson(`object_graph[${index2}].json`, part, source, scan2);
      }
    }
  }
}
async function descendJson(name, field, source, scan2) {
  const size = field.end - field.start;
  if (size < 3) return;
  scan2.budget.charge("members", 1);
  if (size > MAX_METADATA) {
    scan2.observe({ kind: "incomplete", why: "limit", detail: `${name} has more than ${MAX_METADATA} bytes`, offset: field.start });
    return;
  }
  await scan2.descend({ name, size, storedAt: field.start, open: () => slice(source, field.start, size) });
}

// src/formats/tf-graph.ts
var GRAPH_EXTENSIONS = [".pb"];
var META_EXTENSIONS = [".meta"];
var metaGraphShape = {
  fields: { 1: BYTES, 2: BYTES, 3: BYTES, 4: BYTES, 5: BYTES, 6: BYTES, 7: BYTES },
  proves: (reader, field) => field.number === 2 && holdsGraph(reader, field)
};
function holdsGraph(reader, field) {
  for (const part of reader.fields(field)) {
    if (part.number === 1 && graphShape.proves(reader, part)) return true;
    if (part.number === 2 && part.wire === BYTES) {
      for (const item of reader.fields(part)) if (item.number === 1 && item.wire === BYTES) return true;
    }
  }
  return false;
}
var tfGraphFormat = {
  id: "tf-graph",
  title: "TensorFlow graph (GraphDef)",
  extensions: GRAPH_EXTENSIONS,
  access: "random",
  match: (probe) => headLikeness(probe.head, probe.size, graphShape, claims(probe, GRAPH_EXTENSIONS)),
  scan: scanGraph
};
var tfMetaGraphFormat = {
  id: "tf-metagraph",
  title: "TensorFlow graph with metadata (MetaGraphDef)",
  extensions: META_EXTENSIONS,
  access: "random",
  match: (probe) => headLikeness(probe.head, probe.size, metaGraphShape, claims(probe, META_EXTENSIONS)),
  scan: scanMetaGraph
};
function claims(probe, extensions) {
  return extensions.includes(probe.extension);
}
function scanGraph(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a graph cannot be read from a stream");
  if (!isMessage(source, graphShape, claims(scan2.probe, GRAPH_EXTENSIONS))) return "not-this-format";
  const reader = new ProtoReader(source, () => scan2.budget.checkTime());
  const facts = new TfGraphFacts(scan2);
  try {
    readGraph2(reader, reader.root, facts, scan2);
  } finally {
    facts.flush();
  }
}
async function scanMetaGraph(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a graph cannot be read from a stream");
  if (!isMessage(source, metaGraphShape, claims(scan2.probe, META_EXTENSIONS))) return "not-this-format";
  const reader = new ProtoReader(source, () => scan2.budget.checkTime());
  await readMetaGraph(reader, reader.root, source, scan2);
}
function holdsMetaGraph(reader, field) {
  for (const part of reader.fields(field)) if (part.number === 2 && part.wire === BYTES && holdsGraph(reader, part)) return true;
  return false;
}

// src/formats/savedmodel.ts
var savedModelShape = {
  fields: { 1: VARINT, 2: BYTES },
  proves: (reader, field) => field.number === 2 && holdsMetaGraph(reader, field)
};
var savedModelFormat = {
  id: "tf-savedmodel",
  title: "TensorFlow SavedModel",
  extensions: [".pb"],
  access: "random",
  match: (probe) => headLikeness(probe.head, probe.size, savedModelShape, probe.extension === ".pb"),
  async scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "a SavedModel cannot be read from a stream");
    if (!isMessage(source, savedModelShape, scan2.probe.extension === ".pb")) return "not-this-format";
    const reader = new ProtoReader(source, () => scan2.budget.checkTime());
    for (const field of reader.fields(reader.root)) {
      if (field.number === 2 && field.wire === BYTES) await readMetaGraph(reader, field, source, scan2);
    }
  }
};
var metadataShape = {
  fields: { 1: BYTES },
  proves(reader, field) {
    for (const part of reader.fields(field)) {
      if (part.number < 2 || part.number > 6) return false;
      if (part.number === 4) return part.wire === BYTES && /^_?[A-Za-z_]{2,80}$/.test(reader.text(part, 100));
    }
    return false;
  }
};
var kerasMetadataFormat = {
  id: "keras-metadata",
  title: "Keras metadata of a SavedModel",
  extensions: [".pb"],
  access: "random",
  match: (probe) => headLikeness(probe.head, probe.size, metadataShape, probe.extension === ".pb"),
  async scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "metadata cannot be read from a stream");
    if (!isMessage(source, metadataShape, scan2.probe.extension === ".pb")) return "not-this-format";
    const reader = new ProtoReader(source, () => scan2.budget.checkTime());
    let index2 = -1;
    for (const node of reader.fields(reader.root)) {
      if (node.number !== 1 || node.wire !== BYTES) continue;
      index2++;
      for (const part of reader.fields(node)) {
        if (part.number === 5 && part.wire === BYTES) await descendJson(`keras_metadata[${index2}].json`, part, source, scan2);
      }
    }
  }
};
var RIEGELI = [131, 175, 112, 209, 13, 136, 74, 63];
var chunkedSavedModelFormat = {
  id: "tf-savedmodel-chunked",
  title: "TensorFlow SavedModel in chunks (riegeli)",
  extensions: [".cpb"],
  match: (probe) => probe.extension === ".cpb" && RIEGELI.every((byte, index2) => probe.head[index2] === byte) ? "certain" : "no",
  scan(_artifact, scan2) {
    scan2.observe({
      kind: "incomplete",
      why: "unsupported",
      detail: "a SavedModel in chunks (riegeli records) is not read",
      remedy: "Save the model again as saved_model.pb."
    });
  }
};

// src/bytes/portions.ts
var SMALL2 = 256 * 1024;
var PIECE8 = 64 * 1024;
var EMPTY2 = new Uint8Array(0);
var Portions = class {
  #input;
  #tick;
  #offset = 0;
  /** The part of the last chunk of a stream that is not used yet. */
  #chunk = EMPTY2;
  #ended = false;
  #failure;
  /** What is left of the part that was handed out as a stream. */
  #open = 0;
  /** @param tick called before each piece that is read; throws to stop */
  constructor(input, tick) {
    this.#input = input;
    this.#tick = tick;
  }
  /** Where the next byte lies in the input. */
  get offset() {
    return this.#offset;
  }
  /** What broke the stream. */
  get failure() {
    return this.#failure;
  }
  /** The next bytes, fewer at the end; `length` is bounded by the caller. */
  async take(length) {
    await this.#finish();
    this.#tick();
    if (this.#input.kind === "source") {
      const bytes = this.#input.read(this.#offset, length);
      this.#offset += bytes.length;
      return bytes;
    }
    const first2 = await this.#next(length);
    if (first2 === void 0 || first2.length === length) return first2?.slice() ?? EMPTY2;
    const target = new Uint8Array(length);
    let size = 0;
    for (let part = first2; part; part = size < length ? await this.#next(length - size) : void 0) {
      target.set(part, size);
      size += part.length;
    }
    return target.subarray(0, size);
  }
  /** Gives back bytes that were taken last. */
  putBack(bytes) {
    this.#offset -= bytes.length;
    if (this.#input.kind === "source" || bytes.length === 0) return;
    const joined2 = new Uint8Array(bytes.length + this.#chunk.length);
    joined2.set(bytes);
    joined2.set(this.#chunk, bytes.length);
    this.#chunk = joined2;
  }
  /** Goes on to an offset further on, or to the end before it. What is passed over on a source is not read. */
  async skipTo(offset) {
    await this.#finish();
    await this.#pass(offset - this.#offset);
  }
  /** Passes over whole blocks of zeros. */
  async skipZeros(block2) {
    for (; ; ) {
      const piece = await this.take(PIECE8 - PIECE8 % block2);
      let zeros = 0;
      while (zeros < piece.length && piece[zeros] === 0) zeros++;
      if (zeros === piece.length && zeros > 0) continue;
      this.putBack(piece.subarray(zeros - zeros % block2));
      return;
    }
  }
  /** The next `length` bytes as something to read from, which may be fewer at the end of the input. */
  async part(length) {
    await this.#finish();
    if (this.#input.kind === "source") {
      const part = slice(this.#input, this.#offset, length);
      this.#offset += part.size;
      return part;
    }
    if (length <= SMALL2) return memorySource(await this.take(length));
    this.#open = length;
    return { kind: "stream", next: () => this.#nextOfPart(), close: () => void 0 };
  }
  #nextOfPart() {
    if (this.#open === 0) return void 0;
    const count2 = (chunk2) => {
      this.#open = chunk2 ? this.#open - chunk2.length : 0;
      if (!chunk2 && this.#failure) throw this.#failure;
      return chunk2;
    };
    const chunk = this.#next(this.#open);
    return chunk instanceof Promise ? chunk.then(count2) : count2(chunk);
  }
  async #finish() {
    const left = this.#open;
    this.#open = 0;
    if (left > 0) await this.#pass(left);
  }
  async #pass(length) {
    if (this.#input.kind === "source") {
      this.#offset += Math.max(0, Math.min(length, this.#input.size - this.#offset));
      return;
    }
    for (let left = length; left > 0; ) {
      const next = this.#next(left);
      const chunk = next instanceof Promise ? await next : next;
      if (!chunk) return;
      left -= chunk.length;
    }
  }
  /** The next chunk of the stream, of at most `limit` bytes and never empty. */
  #next(limit) {
    if (this.#chunk.length > 0) return this.#cut(limit);
    if (this.#ended || this.#input.kind === "source") return void 0;
    try {
      this.#tick();
      const next = this.#input.next();
      if (next instanceof Promise) return next.then((chunk) => this.#arrived(chunk, limit)).catch((error) => this.#broken(error));
      return this.#arrived(next, limit);
    } catch (error) {
      return this.#broken(error);
    }
  }
  #arrived(chunk, limit) {
    this.#ended ||= chunk === void 0;
    this.#chunk = chunk ?? EMPTY2;
    return chunk === void 0 ? void 0 : chunk.length === 0 ? this.#next(limit) : this.#cut(limit);
  }
  #broken(error) {
    this.#ended = true;
    if (!(error instanceof ScanError)) throw error;
    this.#failure ??= error;
    return void 0;
  }
  #cut(limit) {
    const part = this.#chunk.subarray(0, limit);
    this.#chunk = this.#chunk.subarray(part.length);
    this.#offset += part.length;
    return part;
  }
};

// src/wire/seven-zip-bytes.ts
var MAX_COUNT = 1e6;
var HeaderBytes = class {
  #bytes;
  #at = 0;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  get left() {
    return this.#bytes.length - this.#at;
  }
  u8() {
    return this.take(1)[0] ?? 0;
  }
  take(length) {
    if (length > this.left) throw this.broken("it ends early");
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
  /** As many high bits of the first byte are set as bytes follow, low byte first; its other bits come on top. Inexact above 2^53. */
  number() {
    const first2 = this.u8();
    let value = 0;
    for (let index2 = 0, mask = 128; index2 < 8; index2++, mask >>= 1) {
      if ((first2 & mask) === 0) return value + (first2 & mask - 1) * 256 ** index2;
      value += this.u8() * 256 ** index2;
    }
    return value;
  }
  /** A number of things that each take at least one byte of what follows. */
  count() {
    const value = this.number();
    if (value > MAX_COUNT) throw new ScanError("limit", `a 7z header that counts ${value} things, at most ${MAX_COUNT} are read`);
    if (value > this.left) throw this.broken("it counts more than it holds");
    return value;
  }
  /** One bit for each of `count` things, high bit first. */
  bits(count2) {
    const bytes = this.take(Math.ceil(count2 / 8));
    return Array.from({ length: count2 }, (_, index2) => ((bytes[index2 >> 3] ?? 0) & 128 >> (index2 & 7)) !== 0);
  }
  /** The same, with a byte in front that says that all are set. */
  optionalBits(count2) {
    return this.u8() === 0 ? this.bits(count2) : new Array(count2).fill(true);
  }
  /** CRC-32s of some of `count` things; gives which have one. */
  digests(count2) {
    const defined = this.optionalBits(count2);
    this.take(4 * defined.filter(Boolean).length);
    return defined;
  }
  broken(what) {
    return new ScanError("malformed", `broken 7z header: ${what}`);
  }
};

// src/wire/seven-zip-folder.ts
var METHODS = {
  "00": { name: "Copy", open: (packed, _properties, size) => slice(packed, 0, size) },
  "03": { name: "Delta" },
  "04": { name: "BCJ x86" },
  "05": { name: "BCJ PowerPC" },
  "06": { name: "BCJ IA-64" },
  "07": { name: "BCJ ARM" },
  "08": { name: "BCJ ARM-Thumb" },
  "09": { name: "BCJ SPARC" },
  "0a": { name: "BCJ ARM64" },
  "21": { name: "LZMA2", open: openLzma2 },
  "030101": { name: "LZMA", open: openLzma },
  "030401": { name: "PPMd" },
  "03030103": { name: "BCJ x86" },
  "0303011b": { name: "BCJ2" },
  "040108": { name: "Deflate", open: (packed, _properties, size, spend) => inflateRaw(packed, size, spend) },
  "040109": { name: "Deflate64" },
  "040202": { name: "bzip2", open: (packed, _properties, _size, spend) => paid(bzip2(packed), spend) },
  "04f71101": { name: "Zstandard", open: (packed, _properties, _size, spend) => paid(zstd(packed), spend) },
  "04f71104": { name: "LZ4", open: (packed, _properties, _size, spend) => paid(lz4(packed), spend) },
  "06f10701": { name: "AES-256" }
};
var AES = "06f10701";
function unreadableFolder({ coders }) {
  const [first2] = coders;
  if (coders.length === 1 && METHODS[first2?.method ?? ""]?.open) return void 0;
  const methods2 = coders.map(({ method }) => METHODS[method]?.name ?? `method ${method}`).join(" + ");
  return { encrypted: coders.some(({ method }) => method === AES), methods: methods2 };
}
function openFolder(source, folder, spend) {
  const [coder] = folder.coders;
  const open2 = METHODS[coder?.method ?? ""]?.open;
  if (!coder || !open2) throw new ScanError("unsupported", "a 7z method that cannot be read");
  return open2(slice(source, folder.packedAt, folder.packedSize), coder.properties, folder.size, spend);
}
function openLzma(packed, properties, size, spend) {
  if (properties.length !== 5) throw new ScanError("malformed", "wrong LZMA properties in a 7z header");
  const head = new Uint8Array(13);
  head.set(properties);
  new DataView(head.buffer).setBigUint64(5, BigInt(size), true);
  return paid(lzmaAlone(concat([memorySource(head), packed])), spend);
}
function openLzma2(packed, [exponent = 255], _size, spend) {
  if (exponent > 40) throw new ScanError("malformed", "wrong LZMA2 properties in a 7z header");
  const decoder = new LzmaDecoder();
  decoder.setDictionary(exponent === 40 ? 4294967295 : (2 | exponent & 1) * 2 ** ((exponent >> 1) + 11), 0);
  return paid(toStream(lzma2(new Puller(packed), decoder)), spend);
}

// src/wire/seven-zip-streams.ts
var ID = {
  end: 0,
  header: 1,
  archiveProperties: 2,
  additionalStreams: 3,
  mainStreams: 4,
  files: 5,
  packInfo: 6,
  unpackInfo: 7,
  substreams: 8,
  size: 9,
  crc: 10,
  folder: 11,
  unpackSize: 12,
  substreamCount: 13,
  emptyStream: 14,
  names: 17,
  attributes: 21,
  encodedHeader: 23
};
var MAX_CODERS = 32;
var MAX_STREAMS = 1e6;
function readStreams(bytes, base) {
  let position = 0;
  let packed = [];
  let layouts = [];
  let totals = [];
  let checked = [];
  let sizes;
  const seen = /* @__PURE__ */ new Set();
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (seen.has(id)) throw bytes.broken(`part ${id} twice`);
    seen.add(id);
    if (id === ID.packInfo) [position, packed] = readPackInfo(bytes);
    else if (id === ID.unpackInfo) ({ layouts, totals, checked } = readUnpackInfo(bytes));
    else if (id === ID.substreams) sizes = readSubstreams(bytes, totals, checked);
    else throw bytes.broken(`an unknown part ${id}`);
  }
  let stream3 = 0;
  let at2 = base + position;
  return layouts.map((layout, index2) => {
    const own2 = packed.slice(stream3, stream3 + layout.packedStreams);
    if (own2.length < layout.packedStreams) throw bytes.broken("a folder without packed data");
    const total = totals[index2] ?? 0;
    const folder = { coders: layout.coders, packedAt: at2, packedSize: own2[0] ?? 0, size: total, sizes: sizes?.[index2] ?? [total] };
    stream3 += layout.packedStreams;
    at2 += own2.reduce((sum, size) => sum + size, 0);
    return folder;
  });
}
function readPackInfo(bytes) {
  const position = bytes.number();
  const count2 = bytes.count();
  let sizes = [];
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (id === ID.size) sizes = Array.from({ length: count2 }, () => bytes.number());
    else if (id === ID.crc) bytes.digests(count2);
    else throw bytes.broken(`an unknown part ${id}`);
  }
  return [position, sizes];
}
function readUnpackInfo(bytes) {
  let layouts = [];
  let totals = [];
  let checked = [];
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (id === ID.folder) {
      const count2 = bytes.count();
      if (bytes.u8() !== 0) throw bytes.broken("folders in a stream of their own");
      layouts = Array.from({ length: count2 }, () => readLayout(bytes));
    } else if (id === ID.unpackSize) {
      totals = layouts.map(({ outputs, last }) => Array.from({ length: outputs }, () => bytes.number())[last] ?? 0);
    } else if (id === ID.crc) checked = bytes.digests(layouts.length);
    else throw bytes.broken(`an unknown part ${id}`);
  }
  return { layouts, totals, checked };
}
function readLayout(bytes) {
  const count2 = bytes.number();
  if (count2 < 1 || count2 > MAX_CODERS) throw bytes.broken(`${count2} coders in a folder`);
  let inputs = 0;
  let outputs = 0;
  const coders = [];
  for (let index2 = 0; index2 < count2; index2++) {
    const flags = bytes.u8();
    const method = Buffer.from(bytes.take(flags & 15)).toString("hex");
    const complex = (flags & 16) !== 0;
    inputs += complex ? bytes.number() : 1;
    outputs += complex ? bytes.number() : 1;
    if (inputs > MAX_CODERS || outputs > MAX_CODERS || outputs === 0) throw bytes.broken("a coder with too many streams");
    coders.push({ method, properties: flags & 32 ? bytes.take(bytes.count()) : new Uint8Array(0) });
  }
  const bound = /* @__PURE__ */ new Set();
  for (let pair = 1; pair < outputs; pair++) {
    bytes.number();
    bound.add(bytes.number());
  }
  const packedStreams = inputs - (outputs - 1);
  if (packedStreams < 1) throw bytes.broken("a folder without packed data");
  if (packedStreams > 1) for (let index2 = 0; index2 < packedStreams; index2++) bytes.number();
  let last = 0;
  while (bound.has(last)) last++;
  return { coders, outputs, packedStreams, last };
}
function readSubstreams(bytes, totals, checked) {
  let counts = totals.map(() => 1);
  let id = bytes.number();
  if (id === ID.substreamCount) {
    counts = totals.map(() => bytes.number());
    if (counts.reduce((sum, count2) => sum + count2, 0) > MAX_STREAMS) throw bytes.broken("too many files");
    id = bytes.number();
  }
  const written = id === ID.size;
  const sizes = totals.map((total, index2) => divide(bytes, total, counts[index2] ?? 0, written));
  if (written) id = bytes.number();
  for (; id !== ID.end; id = bytes.number()) {
    if (id !== ID.crc) throw bytes.broken(`an unknown part ${id}`);
    bytes.digests(counts.reduce((sum, count2, index2) => sum + (count2 === 1 && checked[index2] ? 0 : count2), 0));
  }
  return sizes;
}
function divide(bytes, total, count2, written) {
  if (count2 === 0) return [];
  if (count2 > 1 && !written) throw bytes.broken("files without a size");
  const sizes = Array.from({ length: count2 - 1 }, () => bytes.number());
  const rest2 = total - sizes.reduce((sum, size) => sum + size, 0);
  if (rest2 < 0) throw bytes.broken("files that are larger than their folder");
  return [...sizes, rest2];
}

// src/wire/seven-zip.ts
var SIGNATURE2 = [55, 122, 188, 175, 39, 28];
var START2 = 32;
var MAX_HEADER3 = 64 * 1024 * 1024;
var MAX_PACKED_HEADERS = 4;
function startsLikeSevenZip(head) {
  return SIGNATURE2.every((byte, index2) => head[index2] === byte);
}
async function readSevenZip(source, spend) {
  let bytes = new HeaderBytes(readHeader4(source));
  let id = bytes.left === 0 ? ID.end : bytes.number();
  for (let round = 0; id === ID.encodedHeader; round++) {
    const [folder] = readStreams(bytes, START2);
    if (!folder || round >= MAX_PACKED_HEADERS) throw bytes.broken("headers packed in headers");
    bytes = new HeaderBytes(await unpackHeader(source, folder, spend));
    id = bytes.number();
  }
  if (id === ID.end) return { folders: [], files: [] };
  if (id !== ID.header) throw bytes.broken(`an unknown part ${id}`);
  return readContents(bytes);
}
function readHeader4(source) {
  const start = source.read(0, START2);
  if (start.length < START2) throw new ScanError("truncated", "a 7z archive that ends within its first header");
  const view2 = new DataView(start.buffer, start.byteOffset, START2);
  if (crc322(start.subarray(12)) !== view2.getUint32(8, true))
    throw new ScanError("malformed", "the checksum of the first 7z header is wrong", 8);
  const at2 = START2 + Number(view2.getBigUint64(12, true));
  const size = Number(view2.getBigUint64(20, true));
  if (at2 + size > source.size) throw new ScanError("truncated", "the 7z archive ends before its header", source.size);
  if (size > MAX_HEADER3) throw new ScanError("limit", `a 7z header of ${size} bytes`, at2);
  const header = source.read(at2, size);
  if (crc322(header) !== view2.getUint32(28, true)) throw new ScanError("malformed", "the checksum of the 7z header is wrong", at2);
  return header;
}
async function unpackHeader(source, folder, spend) {
  const problem = unreadableFolder(folder);
  if (problem?.encrypted) throw new ScanError("encrypted", "a 7z archive whose list of files is encrypted");
  if (problem) throw new ScanError("unsupported", `a 7z archive whose list of files is packed with ${problem.methods}`);
  if (folder.size > MAX_HEADER3) throw new ScanError("limit", `a 7z header of ${folder.size} bytes`);
  const input = openFolder(source, folder, spend);
  const portions = new Portions(input, () => void 0);
  const header = await portions.take(folder.size);
  if (input.kind === "stream") input.close();
  if (portions.failure) throw portions.failure;
  return header;
}
function readContents(bytes) {
  let folders = [];
  let files = [];
  const seen = /* @__PURE__ */ new Set();
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (seen.has(id)) throw bytes.broken(`part ${id} twice`);
    seen.add(id);
    if (id === ID.archiveProperties) skipProperties(bytes);
    else if (id === ID.additionalStreams) readStreams(bytes, START2);
    else if (id === ID.mainStreams) folders = readStreams(bytes, START2);
    else if (id === ID.files) files = readFiles(bytes, folders);
    else throw bytes.broken(`an unknown part ${id}`);
  }
  return { folders, files };
}
function skipProperties(bytes) {
  while (bytes.number() !== ID.end) bytes.take(bytes.number());
}
function readFiles(bytes, folders) {
  const count2 = bytes.count();
  let names3 = [];
  let empty = [];
  let attributes = [];
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    const property = new HeaderBytes(bytes.take(bytes.number()));
    if (id === ID.names) names3 = readNames(property, count2);
    else if (id === ID.emptyStream) empty = property.bits(count2);
    else if (id === ID.attributes) attributes = readAttributes(property, count2);
  }
  if (names3.length < count2) throw bytes.broken("files without a name");
  const places = folders.flatMap(({ sizes }, folder) => sizes.map((size) => ({ folder, size })));
  let next = 0;
  const files = Array.from({ length: count2 }, (_, index2) => {
    const place = empty[index2] ? void 0 : places[next++];
    if (!empty[index2] && !place) throw bytes.broken("files without data");
    return { name: names3[index2] ?? "", mode: unixMode(attributes[index2] ?? 0), folder: place?.folder, size: place?.size ?? 0 };
  });
  if (next < places.length) throw bytes.broken("data without a file");
  return files;
}
function readNames(property, count2) {
  if (property.u8() !== 0) throw property.broken("names in a stream of their own");
  const text4 = new TextDecoder("utf-16le").decode(property.take(property.left));
  return text4.split("\0", count2);
}
function readAttributes(property, count2) {
  const defined = property.optionalBits(count2);
  if (property.u8() !== 0) throw property.broken("attributes in a stream of their own");
  return defined.map((has2) => has2 ? new DataView(Uint8Array.from(property.take(4)).buffer).getUint32(0, true) : 0);
}
function unixMode(attributes) {
  return attributes & 32768 ? attributes >>> 16 : 0;
}

// src/formats/unsafe-path.ts
function unsafePath(name) {
  const nul = name.indexOf("\0");
  return unsafeText(name) ?? (nul >= 0 ? unsafeText(name.slice(0, nul)) : void 0);
}
function unsafeText(name) {
  if (name.startsWith("/")) return "absolute";
  if (/^[A-Za-z]:/.test(name)) return "drive";
  if (!name.includes("\\") && !name.includes("..")) return void 0;
  if (name.split("/").includes("..")) return "traversal";
  if (name.startsWith("\\") || name.split(/[\\/]/).includes("..")) return "backslash";
  return void 0;
}
function linkEscapes(name, target) {
  if (/^[A-Za-z]:|^[\\/]/.test(target)) return true;
  let depth = name.split(/[\\/]/).filter((part) => part !== "" && part !== ".").length - 1;
  for (const part of target.split(/[\\/]/)) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}

// src/formats/seven-zip.ts
var MAX_NAMED = 5;
var MAX_TARGET2 = 4096;
var TYPE_MASK = 61440;
var LINK = 40960;
var DEVICES = [4096, 8192, 24576];
var sevenZipFormat = {
  id: "7z",
  title: "7z archive",
  extensions: [".7z"],
  access: "random",
  match: (probe) => startsLikeSevenZip(probe.head) ? "certain" : "no",
  scan: scanSevenZip
};
async function scanSevenZip(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a 7z archive cannot be read from a stream");
  const { folders, files } = await readSevenZip(source, (bytes) => scan2.budget.charge("bytes-inflated", bytes));
  scan2.budget.charge("members", files.length);
  const inFolder = /* @__PURE__ */ new Map();
  for (const file of files) {
    const type = file.mode & TYPE_MASK;
    observePath(unsafePath(file.name) ?? (DEVICES.includes(type) ? "device" : void 0), file, scan2);
    if (file.folder === void 0) continue;
    const others = inFolder.get(file.folder);
    if (others) others.push(file);
    else inFolder.set(file.folder, [file]);
  }
  for (const [index2, members2] of inFolder) {
    const folder = folders[index2];
    if (folder) await scanFolder(source, folder, members2, scan2);
  }
}
async function scanFolder(source, folder, members2, scan2) {
  const problem = unreadableFolder(folder);
  if (problem) {
    scan2.observe({
      kind: "incomplete",
      why: problem.encrypted ? "encrypted" : "unsupported",
      detail: `${named(members2)}: packed with ${problem.methods}`,
      remedy: problem.encrypted ? "Scan the files before they are encrypted." : "Pack the files as a zip or tar archive, or with LZMA2 alone.",
      offset: folder.packedAt
    });
    return;
  }
  const input = openFolder(source, folder, (bytes) => {
    scan2.budget.charge("bytes-inflated", bytes);
    scan2.budget.checkTime();
  });
  try {
    await scanMembers(input, folder, members2, scan2);
  } finally {
    if (input.kind === "stream") input.close();
  }
}
async function scanMembers(input, folder, members2, scan2) {
  const portions = new Portions(input, () => scan2.budget.checkTime());
  const plain2 = folder.coders[0]?.method === "00";
  let start = 0;
  for (const member4 of members2) {
    await portions.skipTo(start);
    if (portions.offset < start) break;
    const part = await portions.part(member4.size);
    if ((member4.mode & TYPE_MASK) === LINK) observePath(linkReason(member4, part), member4, scan2);
    const place = plain2 ? { storedAt: folder.packedAt + start } : {};
    await scan2.descend({ name: member4.name, size: member4.size, ...place, open: () => part });
    start += member4.size;
  }
  await portions.skipTo(start);
  const { failure: failure2, offset } = portions;
  if (failure2?.why === "limit" || failure2?.why === "timeout") throw failure2;
  if (failure2 || offset < start) {
    const detail = failure2 ? failure2.message : `${start - offset} bytes are missing`;
    scan2.observe({ kind: "incomplete", why: failure2?.why ?? "truncated", detail: `${named(members2)}: ${detail}`, offset: folder.packedAt });
  }
}
function linkReason(member4, part) {
  const target = part.kind === "source" && part.size <= MAX_TARGET2 ? new TextDecoder().decode(part.read(0, part.size)) : void 0;
  return target !== void 0 && !linkEscapes(member4.name, target) ? void 0 : "link";
}
function observePath(why, file, scan2) {
  if (why) scan2.observe({ kind: "unsafe-path", why, entry: file.name, offset: 0 });
}
function named(members2) {
  const names3 = members2.slice(0, MAX_NAMED).map(({ name }) => JSON.stringify(name.slice(0, 200)));
  return members2.length > MAX_NAMED ? `${names3.join(", ")} and ${members2.length - MAX_NAMED} more` : names3.join(", ");
}

// src/formats/skops.ts
var MAX_SCHEMA = 256 * 2 ** 20;
var TICK6 = 65536;
var MAX_WHERE3 = 200;
var skopsFormat = {
  id: "skops-schema",
  title: "skops schema",
  extensions: [],
  access: "random",
  match: (probe) => probe.name.toLowerCase() === "schema.json" ? "possible" : "no",
  scan: scanSchema2
};
function scanSchema2(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a schema cannot be read from a stream");
  const inside = (artifact.path[artifact.path.length - 2] ?? "").toLowerCase().endsWith(".skops");
  if (source.size > MAX_SCHEMA) {
    if (!inside) return "not-this-format";
    throw new ScanError("limit", `a skops schema of ${source.size} bytes`);
  }
  const text4 = decodeJson(source.read(0, source.size));
  if (!inside && !/__loader__|\\u00(?:5f|[67][0-9a-f])/i.test(text4)) return "not-this-format";
  let value;
  try {
    value = parseLooseJson(text4).value;
  } catch (error) {
    if (!inside) return "not-this-format";
    throw error;
  }
  if (!isJson4(value) || !inside && typeof value["__loader__"] !== "string") return "not-this-format";
  visit(value, scan2);
  return void 0;
}
function visit(root, scan2) {
  const places = [{ value: root, where: "" }];
  let seen = 0;
  for (let place = places.pop(); place; place = places.pop()) {
    if (++seen % TICK6 === 0) scan2.budget.checkTime();
    const { value, where } = place;
    if (isJson4(value) && typeof value["__loader__"] === "string") stateNode(value, value["__loader__"], where, scan2);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value).reverse()) {
      if (typeof child === "object" && child !== null)
        places.push({ value: child, where: within3(where, Array.isArray(value) ? `[${key}]` : `.${key}`) });
    }
  }
}
var FUNCTIONS = /* @__PURE__ */ new Set(["FunctionNode", "MethodNode", "OperatorFuncNode"]);
function stateNode(node, loader, where, scan2) {
  const module = textAt2(node, "__module__");
  const name = textAt2(node, "__class__");
  const state3 = (at2, what, use, detail) => {
    scan2.observe({
      kind: "config-reference",
      loader: "skops",
      module: at2,
      name: what,
      where,
      use,
      offset: 0,
      ...detail === void 0 ? {} : { detail }
    });
  };
  const content = isJson4(node["content"]) ? node["content"] : {};
  if (loader === "MethodNode") {
    const owner = isJson4(content["obj"]) ? content["obj"] : {};
    const [ownModule, ownName] = [textAt2(owner, "__module__"), textAt2(owner, "__class__")];
    const differs = ownModule !== module || ownName !== name;
    state3(ownModule, `${ownName}.${textAt2(content, "func")}`, "function", differs ? `the node says ${module}.${name}` : void 0);
    return;
  }
  if (loader === "FunctionNode" && typeof content["function"] === "string")
    state3(textAt2(content, "module_path"), content["function"], "function");
  if (loader === "OperatorFuncNode" && module !== "operator") {
    state3("operator", name, "function", `the node says ${module}.${name}`);
  }
  state3(module, name, FUNCTIONS.has(loader) ? "function" : "class", loader === "ObjectNode" ? void 0 : loader);
}
function isJson4(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function textAt2(json2, key) {
  const value = json2[key];
  return typeof value === "string" ? value : "";
}
function within3(where, step) {
  const whole2 = where === "" ? step.replace(/^\./, "") : where + step;
  return whole2.length > MAX_WHERE3 ? `\u2026${whole2.slice(whole2.length - MAX_WHERE3)}` : whole2;
}

// src/wire/tar-header.ts
var TAR_BLOCK = 512;
var DECODER2 = new TextDecoder();
var CHECKSUM_START = 148;
var CHECKSUM_END = 156;
function looksLikeTar(head) {
  if (head.length < TAR_BLOCK) return false;
  const block2 = head.subarray(0, TAR_BLOCK);
  return hasChecksum(block2) || text3(block2.subarray(257, 262)) === "ustar" && block2.subarray(CHECKSUM_START, CHECKSUM_END).every(isDigitOrEnd);
}
function parseTarHeader(block2) {
  const size = parseNumber(block2.subarray(124, 136));
  if (block2.length < TAR_BLOCK || size === void 0 || !hasChecksum(block2)) return void 0;
  const name = text3(block2.subarray(0, 100));
  const type = String.fromCharCode(block2[156] ?? 0);
  const prefix = text3(block2.subarray(345, 500));
  return {
    name: prefix !== "" && !"LKS".includes(type) ? `${prefix}/${name}` : name,
    size,
    type,
    target: text3(block2.subarray(157, 257)),
    extended: type === "S" && block2[482] !== 0
  };
}
function hasChecksum(block2) {
  const stored = parseNumber(block2.subarray(CHECKSUM_START, CHECKSUM_END));
  if (stored === void 0) return false;
  let sum = 8 * 32;
  let signed = sum;
  for (let at2 = 0; at2 < TAR_BLOCK; at2++) {
    if (at2 === CHECKSUM_START) at2 = CHECKSUM_END;
    const byte = block2[at2] ?? 0;
    sum += byte;
    signed += byte < 128 ? byte : byte - 256;
  }
  return stored === sum || stored === signed;
}
function parseNumber(field) {
  const first2 = field[0] ?? 0;
  if (first2 & 128) return first2 === 255 ? void 0 : field.subarray(1).reduce((value, byte) => value * 256 + byte, first2 & 127);
  const digits = text3(field).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : void 0;
}
function isDigitOrEnd(byte) {
  return byte === 0 || byte === 32 || byte >= 48 && byte <= 55;
}
function text3(field) {
  const end = field.indexOf(0);
  return end === 0 ? "" : DECODER2.decode(end < 0 ? field : field.subarray(0, end));
}

// src/wire/tar-pax.ts
function parsePax(bytes, into) {
  let at2 = 0;
  while (at2 < bytes.length && bytes[at2] !== 0) {
    const space = bytes.subarray(at2, at2 + 21).indexOf(32);
    const digits = space < 0 ? "" : new TextDecoder().decode(bytes.subarray(at2, at2 + space));
    const length = /^\d+$/.test(digits) ? Number(digits) : 0;
    const record = bytes.subarray(at2 + space + 1, at2 + length);
    const equals = record.indexOf(61);
    if (length < space + 3 || at2 + length > bytes.length || equals < 0 || record[record.length - 1] !== 10) return false;
    const key = new TextDecoder().decode(record.subarray(0, equals));
    if (!assign(into, key, new TextDecoder().decode(record.subarray(equals + 1, -1)))) return false;
    at2 += length;
  }
  return true;
}
function assign(records, key, value) {
  if (key === "path" || key === "GNU.sparse.name") records.path = value;
  else if (key === "linkpath") records.linkpath = value;
  else if (key === "size") {
    if (!/^\d{1,15}$/.test(value)) return false;
    records.size = Number(value);
  }
  if (key.startsWith("GNU.sparse.")) records.sparse = true;
  return true;
}

// src/wire/tar.ts
var MAX_META = 1024 * 1024;
var TYPES = {
  "1": "hardlink",
  "2": "symlink",
  "3": "device",
  "4": "device",
  "5": "folder",
  "6": "device"
};
async function* walkTar(portions) {
  const globals = {};
  let local = {};
  let ended = false;
  for (; ; ) {
    const offset = portions.offset;
    const block2 = await portions.take(TAR_BLOCK);
    const header = parseTarHeader(block2);
    if (!header) {
      portions.putBack(block2);
      if (block2.length === TAR_BLOCK && block2.every((byte) => byte === 0)) {
        ended = true;
        await portions.skipZeros(TAR_BLOCK);
        continue;
      }
      if (block2.every((byte) => byte === 0)) return;
      if (!ended)
        yield {
          kind: "problem",
          why: block2.length < TAR_BLOCK ? "truncated" : "malformed",
          detail: "no valid tar header where one should be",
          offset
        };
      if (offset > 0) yield { kind: "rest", offset };
      return;
    }
    if ("LKxXg".includes(header.type)) {
      const detail = await readMeta(portions, header, header.type === "g" ? globals : local);
      if (detail) yield { kind: "problem", ...detail, offset };
      continue;
    }
    ended = false;
    if (header.extended) await skipSparseMap(portions);
    const entry = entryOf2(header, { ...globals, ...local }, offset);
    local = {};
    const end = portions.offset + entry.size;
    yield entry;
    await portions.skipTo(end);
    if (portions.offset < end) {
      const missing = end - portions.offset;
      yield { kind: "problem", why: "truncated", detail: `${missing} bytes of the last member are missing`, offset: portions.offset };
      return;
    }
    await portions.skipTo(end + (TAR_BLOCK - entry.size % TAR_BLOCK) % TAR_BLOCK);
  }
}
function entryOf2(header, records, offset) {
  const name = records.path ?? header.name;
  const type = header.type === "\0" && name.endsWith("/") ? "folder" : TYPES[header.type] ?? "file";
  return {
    kind: "entry",
    type,
    name,
    size: type === "file" ? records.size ?? header.size : 0,
    target: records.linkpath ?? header.target,
    offset,
    sparse: header.type === "S" || records.sparse === true
  };
}
async function readMeta(portions, header, records) {
  const padded = Math.ceil(header.size / TAR_BLOCK) * TAR_BLOCK;
  if (header.size > MAX_META) {
    await portions.skipTo(portions.offset + padded);
    return { why: "limit", detail: `a name or extended header of ${header.size} bytes` };
  }
  const data = (await portions.take(padded)).subarray(0, header.size);
  if (data.length < header.size) return { why: "truncated", detail: "a name or extended header is cut off" };
  if (header.type === "L") records.path = text3(data);
  else if (header.type === "K") records.linkpath = text3(data);
  else if (!parsePax(data, records)) return { why: "malformed", detail: "a broken extended header" };
  return void 0;
}
async function skipSparseMap(portions) {
  for (let more = true; more; ) {
    const block2 = await portions.take(TAR_BLOCK);
    more = block2.length === TAR_BLOCK && block2[504] !== 0;
  }
}

// src/formats/tar.ts
var TORCH_MEMBERS = ["pickle", "storages", "tensors"];
var TORCH_REACH = 1024 * 1024;
var tarFormat = {
  id: "tar",
  title: "Tar archive",
  extensions: [".tar", ".nemo"],
  match: (probe) => looksLikeTar(probe.head) ? "certain" : "no",
  scan: scanTar
};
async function scanTar(artifact, scan2) {
  const portions = new Portions(artifact.input, () => scan2.budget.checkTime());
  const plain2 = artifact.input.kind === "source";
  for await (const item of walkTar(portions)) {
    if (item.kind === "problem") {
      if (portions.failure) throw portions.failure;
      scan2.observe({ kind: "incomplete", why: item.why, detail: item.detail, offset: item.offset });
      continue;
    }
    if (item.kind === "rest") {
      await descend4(`+${item.offset}`, Number.POSITIVE_INFINITY, item.offset);
      break;
    }
    scan2.budget.charge("members", 1);
    const why = pathReason(item);
    if (why)
      scan2.observe({
        kind: "unsafe-path",
        why,
        entry: item.type.endsWith("link") ? `${item.name} -> ${item.target}` : item.name,
        offset: item.offset
      });
    if (item.size === 0) continue;
    if (item.sparse) observeSparse(item, scan2);
    const torch2 = TORCH_MEMBERS.includes(item.name);
    if (torch2 && item.size > TORCH_REACH) observeTorch(item, scan2);
    await descend4(item.name, item.size, portions.offset, torch2);
  }
  if (portions.failure) throw portions.failure;
  async function descend4(name, size, offset, torch2 = false) {
    const input = await portions.part(size);
    await scan2.descend({
      name,
      size: input.kind === "source" ? input.size : size,
      ...plain2 ? { storedAt: offset } : {},
      ...torch2 ? { hints: { pickle: "torch" } } : {},
      open: () => input
    });
  }
}
function pathReason(entry) {
  const why = unsafePath(entry.name);
  if (why) return why;
  if (entry.type === "device") return "device";
  const escapes = entry.type === "symlink" ? linkEscapes(entry.name, entry.target) : entry.type === "hardlink" && unsafePath(entry.target) !== void 0;
  return escapes ? "link" : void 0;
}
function observeSparse(entry, scan2) {
  scan2.observe({
    kind: "incomplete",
    why: "unsupported",
    detail: `${JSON.stringify(entry.name)} is stored as a sparse file; only its stored bytes were scanned`,
    remedy: "Pack the archive again without --sparse.",
    offset: entry.offset
  });
}
function observeTorch(entry, scan2) {
  scan2.observe({
    kind: "incomplete",
    why: "unsupported",
    detail: `${JSON.stringify(entry.name)} of a PyTorch file from before version 0.2: pickles far inside of it are not found`,
    remedy: "Load the model where it is trusted and save it again with a current PyTorch, better as safetensors.",
    offset: entry.offset
  });
}

// src/formats/tensorrt.ts
var tensorrtFormat = {
  id: "tensorrt",
  title: "TensorRT engine",
  extensions: [".engine", ".plan", ".trt"],
  match: ({ head }) => head.length >= 32 && head[0] === 112 && head[1] === 116 && head[2] === 114 && head[3] === 116 ? "certain" : "no",
  scan(_artifact, scan2) {
    scan2.observe({ kind: "shipped-code", language: "native", carrier: "a TensorRT engine", runs: "use", reaches: [], offset: 0 });
  }
};

// src/formats/tf-graph-text.ts
var EXTENSIONS8 = [".pbtxt", ".pbtext", ".textproto"];
var MAX_INPUTS2 = 8;
var MAX_VALUES5 = 8;
var tfGraphTextFormat = {
  id: "tf-graph-text",
  title: "TensorFlow graph as text",
  extensions: EXTENSIONS8,
  access: "random",
  match: match2,
  scan: scanText2
};
var NODE = /(?:^|[\s{])(?:node|node_def|nodeDef)\s*(?::\s*)?\{\s*(?:name\s*:\s*["'][^"']*["']\s*)?op\s*:\s*["']/;
var OUTER = /(?:^|[\s{])(?:saved_model_schema_version\s*:|(?:meta_graphs|meta_info_def|graph_def)\s*(?::\s*)?\{)/;
var LIBRARY = /^\s*library\s*(?::\s*)?\{\s*function/;
function match2(probe) {
  if (probe.size === void 0 && !EXTENSIONS8.includes(probe.extension)) return "no";
  if (probe.head.some((byte) => byte < 9)) return "no";
  const head = new TextDecoder().decode(probe.head);
  return NODE.test(head) || OUTER.test(head) || LIBRARY.test(head) ? "possible" : "no";
}
function scanText2(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a graph cannot be read from a stream");
  const facts = new TfGraphFacts(scan2);
  const path = [];
  let node;
  let functionName = "";
  let asset = { tensor: "", file: "" };
  let nodes = 0;
  try {
    for (const { kind, name, value, offset } of textEvents(source, () => scan2.budget.checkTime())) {
      if (kind === "open") {
        path.push(name);
        if (node) {
          if (name === "attr" && path.length === node.depth + 1) node.key = "";
        } else if (name === "node" || name === "node_def") {
          if (!path.includes("object_graph_def")) node = draft(path.length, offset);
        } else if (name === "function" && path.at(-2) === "library") {
          functionName = "";
          facts.enterFunction();
        } else if (name === "asset_file_def") asset = { tensor: "", file: "" };
      } else if (kind === "close") {
        if (node && path.length === node.depth) {
          if (node.op !== "") {
            nodes++;
            facts.addNode(finished(node));
          }
          node = void 0;
        } else if (name === "function" && path.at(-2) === "library") facts.leaveFunction(functionName);
        else if (name === "asset_file_def") {
          facts.addAsset(asset.tensor, asset.file);
          scan2.observe({ kind: "external-file", format: "tf-savedmodel", path: asset.file, role: "asset", offset });
        }
        path.pop();
      } else if (node) addValue(node, path, name, value);
      else if (name === "name" && path.at(-1) === "signature") functionName = value;
      else if (name === "filename" && path.at(-1) === "asset_file_def") asset.file = value;
      else if (name === "name" && path.at(-1) === "tensor_info" && path.at(-2) === "asset_file_def") asset.tensor = value;
    }
  } catch (error) {
    if (error instanceof ScanError && nodes === 0 && !EXTENSIONS8.includes(scan2.probe.extension)) return "not-this-format";
    throw error;
  } finally {
    facts.flush();
  }
  return nodes === 0 ? "not-this-format" : void 0;
}
function draft(depth, offset) {
  return { name: "", op: "", key: "", inputs: [], values: [], attributes: /* @__PURE__ */ new Map(), depth, offset };
}
function addValue(node, path, name, value) {
  const inner = path.length - node.depth;
  if (inner === 0) {
    if (name === "name") node.name = value;
    else if (name === "op") node.op = value;
    else if (name === "input" && node.inputs.length < MAX_INPUTS2) node.inputs.push(value);
    return;
  }
  if (path[node.depth] !== "attr") return;
  if (inner === 1 && name === "key") node.key = value;
  else if (name === "s" && ARGUMENT_ATTRIBUTES.has(node.key)) {
    const before = node.attributes.get(node.key);
    node.attributes.set(node.key, (before === void 0 ? value : `${before}, ${value}`).slice(0, 400));
  } else if (name === "string_val" && node.key === "value" && node.values.length < MAX_VALUES5) node.values.push(value.slice(0, 400));
}
function finished({ name, op, inputs, values, attributes, offset }) {
  return { name, op, inputs, values: op === "Const" ? values : [], attributes, offset };
}

// src/formats/tfjs.ts
var MAX_INPUTS3 = 8;
var tfjsFormat = {
  id: "tfjs",
  title: "TensorFlow.js model",
  extensions: [".json"],
  access: "random",
  match: match3,
  async scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "a TensorFlow.js model cannot be read from a stream");
    const model = readJsonObject(source, MENTION2.test(new TextDecoder().decode(scan2.probe.head)));
    if (model?.["modelTopology"] === void 0 && model?.["weightsManifest"] === void 0) return "not-this-format";
    readManifest(model, scan2);
    const topology = model["modelTopology"];
    if (!isObject2(topology)) return;
    if (Array.isArray(topology["node"]) || isObject2(topology["library"])) readGraph3(topology, scan2);
    else await descendConfig(topology, scan2);
  }
};
var MENTION2 = /"(?:modelTopology|weightsManifest)"\s*:/;
function match3(probe) {
  const first2 = firstVisible(probe.head);
  if (first2 !== 123 && !isMark(first2)) return "no";
  if (firstLetter(probe.head) !== "{") return "no";
  return MENTION2.test(new TextDecoder().decode(probe.head)) || probe.name === "model.json" ? "possible" : "no";
}
function isMark(byte) {
  return byte === 239 || byte === 187 || byte === 191;
}
function firstLetter(head) {
  const first2 = head.find((byte) => byte > 32 && !isMark(byte));
  return first2 === void 0 ? "" : String.fromCharCode(first2);
}
function readManifest(model, scan2) {
  const told = /* @__PURE__ */ new Set();
  for (const group of objects(model["weightsManifest"])) {
    for (const path of Array.isArray(group["paths"]) ? group["paths"] : []) {
      if (typeof path !== "string" || told.has(path)) continue;
      told.add(path);
      scan2.observe({ kind: "external-file", format: "tfjs", path, role: "tensor data", offset: 0 });
    }
  }
}
function readGraph3(graph, scan2) {
  const facts = new TfGraphFacts(scan2);
  for (const node of objects(graph["node"])) addNode(node, facts);
  const library = graph["library"];
  for (const each of objects(isObject2(library) ? library["function"] : void 0)) {
    const signature = each["signature"];
    facts.enterFunction();
    for (const node of [...objects(each["nodeDef"]), ...objects(each["node_def"])]) addNode(node, facts);
    facts.leaveFunction(text(isObject2(signature) ? signature["name"] : void 0));
  }
  facts.flush();
}
function addNode(node, facts) {
  const inputs = Array.isArray(node["input"]) ? node["input"].slice(0, MAX_INPUTS3).map(text) : [];
  facts.addNode({ name: text(node["name"]), op: text(node["op"]), inputs, values: [], attributes: /* @__PURE__ */ new Map(), offset: 0 });
}
async function descendConfig(topology, scan2) {
  const config = topology["model_config"] ?? topology;
  const bytes = new TextEncoder().encode(JSON.stringify(config));
  scan2.budget.charge("members", 1);
  await scan2.descend({ name: "modelTopology.json", size: bytes.length, open: () => memorySource(bytes) });
}

// src/formats/tflite-flex.ts
var VECTOR = 10;
var ELEMENTS = 2;
var MAX_NAME9 = 400;
function flexOperation(source, start, length) {
  const node = secondString(slice(source, start, length));
  if (node === void 0) return void 0;
  const reader = new ProtoReader(node);
  let op;
  for (const field of reader.fields(reader.root)) if (field.number === 2 && field.wire === BYTES) op = reader.text(field, MAX_NAME9);
  return op;
}
function secondString(source) {
  const number = (at2, width2) => {
    const bytes = at2 < 0 || at2 + width2 > source.size ? [] : [...source.read(at2, width2)];
    return bytes.length === width2 ? bytes.reduceRight((sum, byte) => sum * 256 + byte, 0) : Number.NaN;
  };
  const rootWidth = number(source.size - 1, 1);
  const rootType = number(source.size - 2, 1);
  if (!(rootWidth >= 1 && rootWidth <= 8) || rootType >> 2 !== VECTOR) return void 0;
  const rootAt = source.size - 2 - rootWidth;
  const vector = rootAt - number(rootAt, rootWidth);
  const width = 1 << (rootType & 3);
  const count2 = number(vector - width, width);
  if (!(count2 >= ELEMENTS && count2 * width < source.size)) return void 0;
  const element = vector + width;
  const text4 = element - number(element, width);
  const textWidth = 1 << (number(vector + count2 * width + 1, 1) & 3);
  const length = number(text4 - textWidth, textWidth);
  return length >= 0 && text4 >= 0 && text4 + length <= source.size ? slice(source, text4, length) : void 0;
}

// src/formats/tflite.ts
var MAX_DISTINCT7 = 1e4;
var CUSTOM = 32;
var tfliteFormat = {
  id: "tflite",
  title: "TensorFlow Lite model",
  extensions: [".tflite", ".lite"],
  access: "random",
  match: (probe) => fileIdentifier(probe.head) === "TFL3" ? "certain" : "no",
  scan(artifact, scan2) {
    const source = artifact.input;
    if (source.kind === "stream") throw new ScanError("unsupported", "a TensorFlow Lite model cannot be read from a stream");
    const model = new FlatBuffer(source, () => scan2.budget.checkTime()).root();
    const operators = readOperators(model, scan2);
    readGraphs(model, operators, scan2);
    readBuffers(model, source.size, scan2);
  }
};
function readOperators(model, scan2) {
  const flex = [];
  const told = /* @__PURE__ */ new Set();
  for (const code of model.tables(1)) {
    const builtin = Math.max(code.u8(0), code.i32(3));
    const op = code.text(1).split("\0")[0] ?? "";
    flex.push(op.startsWith("Flex") ? op : "");
    if (op === "" && builtin !== CUSTOM) continue;
    if (told.has(op) || told.size >= MAX_DISTINCT7) continue;
    told.add(op);
    scan2.observe({ kind: "graph-op", framework: "tflite", op, domain: "", node: "", offset: code.at });
  }
  return flex;
}
function readGraphs(model, flex, scan2) {
  const seen = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Set();
  for (const graph of model.tables(2)) {
    if (seen.has(graph.at)) continue;
    seen.add(graph.at);
    for (const operator of graph.tables(3)) {
      const index2 = operator.u32(0);
      const called = flex[index2] ?? "";
      if (called !== "") readFlex(operator, called, told, scan2);
      if (index2 < flex.length) continue;
      const detail = `an operator has the code ${index2} of ${flex.length}`;
      scan2.observe({ kind: "structure", format: "tflite", problem: "out-of-bounds", detail, offset: operator.at });
      return;
    }
  }
}
function readFlex(operator, called, told, scan2) {
  const { source } = operator.buffer;
  const { start, length } = operator.vector(5, 1);
  const large = operator.u64(10);
  const op = length > 0 ? flexOperation(source, start, length) : large > 1 && operator.u64(9) + large <= source.size ? flexOperation(source, operator.u64(9), large) : void 0;
  if (op === void 0 || `Flex${op}` === called || told.has(op) || told.size >= MAX_DISTINCT7) return;
  told.add(op);
  scan2.observe({ kind: "graph-op", framework: "tflite", op: `Flex${op}`, domain: "", node: "", offset: operator.at });
}
function readBuffers(model, size, scan2) {
  for (const buffer of model.tables(4)) {
    const end = buffer.u64(1) + buffer.u64(2);
    if (end <= size) continue;
    const detail = `a buffer ends at byte ${end} of ${size}`;
    scan2.observe({ kind: "structure", format: "tflite", problem: "out-of-bounds", detail, offset: buffer.at });
    break;
  }
  const told = /* @__PURE__ */ new Set();
  for (const group of model.tables(8)) {
    const path = group.text(0);
    if (path === "" || told.has(path) || told.size >= MAX_DISTINCT7) continue;
    told.add(path);
    scan2.observe({ kind: "external-file", format: "tflite", path, role: "tensor data", offset: group.at });
  }
}

// src/formats/torch-package.ts
var MAX_LIST = 1024 * 1024;
var LEADING_OUT = new Set(
  "os posix nt subprocess pty ctypes socket ssl requests urllib http ftplib smtplib asyncio multiprocessing runpy code marshal pickle".split(
    " "
  )
);
var torchPackageFormat = {
  id: "torch-package-externs",
  title: "torch.package external modules",
  extensions: [],
  access: "random",
  match: (probe) => probe.member && probe.name === "extern_modules" ? "possible" : "no",
  scan({ input, path }, scan2) {
    if (!/(?:^|\/)\.data\/extern_modules$/.test(path[path.length - 1] ?? "")) return "not-this-format";
    if (input.kind === "stream") throw new ScanError("unsupported", "a list of modules cannot be read from a stream");
    const lines = new TextDecoder().decode(input.read(0, Math.min(input.size, MAX_LIST))).split("\n");
    const reaches = lines.map((line) => line.trim()).filter((module) => LEADING_OUT.has(module.split(".")[0] ?? ""));
    if (reaches.length === 0) return;
    const carrier = "external modules of the package";
    scan2.observe({
      kind: "shipped-code",
      language: "python-source",
      carrier,
      runs: "load",
      reaches: reaches.map((module) => `${module}.*`),
      offset: 0
    });
  }
};

// src/formats/torch7.ts
var NIL = 0;
var NUMBER2 = 1;
var STRING3 = 2;
var TABLE2 = 3;
var OBJECT2 = 4;
var BOOLEAN = 5;
var FUNCTIONS2 = /* @__PURE__ */ new Set([6, 7, 8]);
var EXTENSIONS9 = [".t7", ".th", ".net"];
var STORAGES = new Map(
  Object.entries({
    Byte: 1,
    Char: 1,
    Short: 2,
    Int: 4,
    Long: 8,
    Float: 4,
    Double: 8,
    Half: 2,
    Cuda: 4,
    CudaDouble: 8,
    CudaHalf: 2,
    CudaLong: 8,
    CudaInt: 4,
    CudaByte: 1,
    CudaChar: 1,
    CudaShort: 2
  })
);
var TEXT2 = /^\s*[1-8]\s+\d+\s/;
var TEXT_OBJECT = /^\s*4\s+1\s+3\nV 1\n/;
var MAX_WORD2 = 400;
var BLOCK5 = 4096;
var NEWLINE2 = 10;
var MAX_PENDING3 = 1e6;
var MAX_OBJECTS3 = 5e6;
var torch7Format = {
  id: "torch7",
  title: "Torch7 (Lua) file",
  extensions: EXTENSIONS9,
  access: "random",
  match({ head, extension }) {
    if (head.length < 16) return "no";
    const view2 = new DataView(head.buffer, head.byteOffset, 16);
    const tag = view2.getInt32(0, true);
    const named2 = EXTENSIONS9.includes(extension);
    if (tag === OBJECT2 && view2.getInt32(4, true) === 1 && view2.getInt32(8, true) === 3 && head[12] === 86) return "certain";
    const text4 = String.fromCharCode(...head.subarray(0, 64));
    if (TEXT_OBJECT.test(text4)) return "certain";
    return named2 && (tag >= NIL && tag <= 8 || TEXT2.test(text4)) || isTable(tag, view2) ? "possible" : "no";
  },
  scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "a Torch7 file cannot be read from a stream");
    return new Reader2(input, scan2).run();
  }
};
function isTable(tag, view2) {
  return tag === TABLE2 && view2.getInt32(4, true) === 1 && view2.getInt32(8, true) > 0 && view2.getInt32(8, true) < 1e6 && [NUMBER2, STRING3].includes(view2.getInt32(12, true));
}
var Reader2 = class {
  source;
  scan;
  reader;
  known = /* @__PURE__ */ new Set();
  text;
  at = 0;
  /** Objects that are still to come. */
  pending = 1;
  functions = 0;
  constructor(source, scan2) {
    this.source = source;
    this.scan = scan2;
    this.reader = blockReader(source, 64 * 1024);
    this.text = TEXT2.test(this.ahead(64));
  }
  run() {
    const certain = this.text ? TEXT_OBJECT.test(this.ahead(64)) : this.int(0) === OBJECT2;
    try {
      for (let count2 = 0; this.pending > 0; count2++) {
        if (count2 % 1e4 === 0) this.scan.budget.checkTime();
        if (count2 > MAX_OBJECTS3 || this.pending > MAX_PENDING3) throw new ScanError("limit", "too many objects in a Torch7 file", this.at);
        this.pending--;
        this.object();
      }
    } catch (error) {
      const guessed = !certain && this.functions === 0 && this.known.size < 8;
      if (guessed && error instanceof ScanError && error.why !== "timeout") return "not-this-format";
      throw error;
    }
    return void 0;
  }
  object() {
    const start = this.at;
    const tag = this.next();
    if (FUNCTIONS2.has(tag)) return this.function(start);
    if (tag === NIL) return;
    if (tag === NUMBER2) return this.numbers(1, 8);
    if (tag === BOOLEAN) return this.numbers(1, 4);
    if (tag === STRING3) return this.letters(this.next());
    if (tag === TABLE2 || tag === OBJECT2) return this.numbered(tag);
    throw new ScanError("malformed", `the type tag ${tag}`, start);
  }
  numbered(tag) {
    const number = this.next();
    if (this.known.has(number)) return;
    this.known.add(number);
    if (tag === TABLE2) {
      const size = this.next();
      if (size < 0 || size * 8 > this.source.size - this.at) throw new ScanError("malformed", `a table of ${size} entries`, this.at);
      this.pending += 2 * size;
      return;
    }
    const version2 = this.string();
    const name = /^V \d+$/.test(version2) ? this.string() : version2;
    const [, element = "", kind] = /^torch\.(\w*?)(Storage|Tensor)$/.exec(name) ?? [];
    if (kind === "Storage") {
      const size = this.elementSize(element);
      if (element === "Byte" || element === "Char") this.letters(this.long());
      else this.numbers(this.long(), size);
    } else if (kind === "Tensor") {
      const dimensions = this.next();
      this.numbers(Math.max(0, dimensions) * 2 + 1, 8);
      this.pending++;
    } else this.pending++;
  }
  elementSize(element) {
    const size = STORAGES.get(element);
    if (size === void 0) throw new ScanError("unsupported", `a storage of ${element.slice(0, 40)}`, this.at);
    return size;
  }
  /** A number, the bytecode, and the values it closes over. */
  function(start) {
    const number = this.next();
    if (this.known.has(number)) return;
    this.known.add(number);
    const size = this.next();
    this.functions++;
    if (this.functions === 1) {
      this.scan.observe({
        kind: "shipped-code",
        language: "lua",
        carrier: "a Lua function in a Torch7 file",
        runs: "use",
        reaches: [],
        offset: start
      });
    }
    this.letters(size);
    this.pending++;
  }
  string() {
    const length = this.next();
    if (length < 0 || length > 1024) throw new ScanError("malformed", `a class name of ${length} bytes`, this.at);
    const text4 = new TextDecoder().decode(this.reader.at(this.at, length));
    this.letters(length);
    return text4;
  }
  numbers(count2, width) {
    if (!this.text) return this.skip(count2 * width);
    let left = count2;
    for (let within4 = false; left > 0; ) {
      this.scan.budget.checkTime();
      const block2 = this.reader.at(this.at, Math.min(BLOCK5, this.source.size - this.at));
      if (block2.length === 0) {
        if (within4 && left === 1) return;
        throw new ScanError("truncated", "the file ends within an object", this.at);
      }
      for (const byte of block2) {
        const space = byte === 32 || byte >= 9 && byte <= 13;
        if (space && within4 && --left === 0) return this.lineEnd();
        within4 = !space;
        this.at++;
      }
    }
  }
  letters(count2) {
    this.skip(count2);
    if (this.text && count2 > 0) this.lineEnd();
  }
  /** A word as `fscanf` takes it, with the line end behind it (DiskFile.c). */
  word() {
    const space = /^\s*/.exec(this.ahead(MAX_WORD2))?.[0].length ?? 0;
    this.at += space;
    const word = /^\S*/.exec(this.ahead(MAX_WORD2))?.[0] ?? "";
    if (word === "") throw new ScanError("truncated", "the file ends within an object", this.at);
    this.at += word.length;
    this.lineEnd();
    return word;
  }
  lineEnd() {
    if (this.reader.at(this.at, 1)[0] === NEWLINE2) this.at++;
  }
  ahead(count2) {
    return String.fromCharCode(...this.reader.at(this.at, Math.min(count2, Math.max(0, this.source.size - this.at))));
  }
  next() {
    if (this.text) {
      const word = this.word();
      if (!/^[+-]?\d{1,15}$/.test(word)) throw new ScanError("malformed", `a number is missing: ${word.slice(0, 40)}`, this.at);
      return Number(word);
    }
    const value = this.int(this.at);
    this.at += 4;
    return value;
  }
  int(at2) {
    const bytes = this.reader.at(at2, 4);
    if (bytes.length < 4) throw new ScanError("truncated", "the file ends within an object", at2);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, true);
  }
  long() {
    if (this.text) return this.next();
    const low = this.next() >>> 0;
    return this.next() * 2 ** 32 + low;
  }
  skip(count2) {
    if (!(count2 >= 0 && count2 <= this.source.size - this.at)) throw new ScanError("truncated", "the file ends within an object", this.at);
    this.at += count2;
  }
};

// src/formats/torchscript.ts
var MAX_PROGRAM = 16 * 1024 * 1024;
var FILE_OPERATORS = /* @__PURE__ */ new Set([
  "torch.save",
  "torch.load",
  "torch.from_file",
  "aten.save",
  "aten.from_file",
  "ops.aten.save",
  "ops.aten.from_file"
]);
var OWN_NAMESPACES = new Set(
  `aten prim prims quantized _quantized quantized_decomposed mkldnn mkldnn_prepacked onednn xnnpack prepacked vulkan vulkan_prepack metal
  metal_prepack rngprim cuda cudnn sparse static_runtime rnn inductor profiler torchvision torchaudio image _test llama dnnl fbgemm`.split(
    /\s+/
  )
);
var torchscriptFormat = {
  id: "torchscript-code",
  title: "TorchScript program",
  extensions: [],
  access: "random",
  match: (probe) => probe.member && (probe.extension === ".py" || probe.name === "bytecode.pkl") ? "possible" : "no",
  scan({ input, path, hints }, scan2) {
    if (hints?.source !== "torchscript") return "not-this-format";
    if (input.kind === "stream") throw new ScanError("unsupported", "TorchScript cannot be read from a stream");
    if (input.size > MAX_PROGRAM)
      scan2.observe({ kind: "incomplete", why: "limit", detail: `only the first ${MAX_PROGRAM} bytes of TorchScript were read` });
    const text4 = new TextDecoder(scan2.probe.name === "bytecode.pkl" ? "latin1" : "utf-8").decode(
      input.read(0, Math.min(input.size, MAX_PROGRAM))
    );
    const reaches = [...scan2.probe.name === "bytecode.pkl" ? operatorsOf(text4) : namesOf(text4)].sort().slice(0, 64);
    scan2.observe({ kind: "shipped-code", language: "torchscript", carrier: path[path.length - 1] ?? "", runs: "use", reaches, offset: 0 });
  }
};
function namesOf(text4) {
  const found = /* @__PURE__ */ new Set();
  for (const { text: name } of pythonNames(text4).chains) {
    if (FILE_OPERATORS.has(name)) found.add(name);
    const [first2, second, third, fourth] = name.split(".");
    if (first2 === "ops" && second !== void 0 && !OWN_NAMESPACES.has(second)) found.add(name);
    if (first2 === "__torch__" && second === "torch" && third === "classes" && !OWN_NAMESPACES.has(fourth ?? "")) found.add(name);
  }
  return found;
}
function operatorsOf(text4) {
  const found = /* @__PURE__ */ new Set();
  for (const [, namespace = "", name = ""] of text4.matchAll(/([a-z_]\w{1,40})::(\w{1,60})/gi)) {
    const operator = `${namespace}.${name}`;
    if (FILE_OPERATORS.has(operator) || !OWN_NAMESPACES.has(namespace)) found.add(operator);
  }
  for (const [name, namespace = ""] of text4.matchAll(/__torch__\.torch\.classes\.(\w{1,40})\.\w{1,60}/g))
    if (!OWN_NAMESPACES.has(namespace)) found.add(name);
  return found;
}

// src/formats/triton.ts
var MAX_SIZE6 = 8 * 2 ** 20;
var tritonFormat = {
  id: "triton-config",
  title: "Triton model configuration",
  extensions: [".pbtxt"],
  access: "random",
  match: ({ name }) => /^config(?:\.[\w-]+)?\.pbtxt$/i.test(name) ? "possible" : "no",
  scan: scanTriton
};
function scanTriton({ input }, scan2) {
  if (input.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  if (input.size > MAX_SIZE6) throw new ScanError("limit", `a configuration of ${input.size} bytes is not read`, 0);
  const places = [];
  let file = "model.py";
  let python;
  let key = "";
  const path = [];
  try {
    for (const { kind, name, value, offset } of textEvents(input, () => scan2.budget.checkTime())) {
      if (kind === "open") path.push(name);
      else if (kind === "close") path.pop();
      else if (path.length === 0 && name === "backend" && value === "python") python = offset;
      else if (path.length === 0 && name === "default_model_filename" && value !== "") file = value;
      else if (path.length === 0 && name === "runtime" && value !== "") places.push({ name: value, where: name, offset });
      else if (name === "key") key = value;
      else if (name === "string_value" && key === "EXECUTION_ENV_PATH" && path[0] === "parameters")
        places.push({ name: value, where: `parameters.${key}`, offset });
      else if (name === "op_library_filename") places.push({ name: value, where: `model_operations.${name}`, offset });
    }
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    if (python === void 0 && places.length === 0) return "not-this-format";
  }
  if (python !== void 0) places.push({ name: file, where: "backend", offset: python });
  for (const { name, where, offset } of places.slice(0, 1e3))
    scan2.observe({ kind: "config-reference", loader: "triton", module: "", name: name.slice(0, 500), where, use: "module", offset });
  return places.length === 0 ? "not-this-format" : void 0;
}

// src/formats/zarr.ts
var NAMES = /* @__PURE__ */ new Set([".zarray", ".zmetadata", "zarr.json"]);
var MAX_SIZE7 = 32 << 20;
var MARKS = /* @__PURE__ */ new Set([239, 187, 191, 254, 255]);
var NAMING = /* @__PURE__ */ new Set(["id", "name", "codecs", "index_codecs"]);
var PICKLES = /* @__PURE__ */ new Set(["pickle", "numcodecs.pickle"]);
var zarrFormat = {
  id: "zarr",
  title: "Zarr metadata",
  extensions: [],
  access: "random",
  match: ({ name, head }) => NAMES.has(name) && head.find((byte) => byte > 32 && !MARKS.has(byte)) === 123 ? "certain" : "no",
  scan({ input }, scan2) {
    if (input.kind === "stream") throw new ScanError("unsupported", "Zarr metadata cannot be read from a stream");
    if (input.size > MAX_SIZE7) throw new ScanError("limit", `Zarr metadata of ${input.size} bytes`, 0);
    const codec = pickleCodec(readWrittenJson(decodeJson(input.read(0, input.size))));
    if (codec === void 0) return;
    scan2.observe({
      kind: "config-reference",
      loader: "zarr",
      module: "numcodecs.pickles",
      name: "Pickle",
      where: "codecs",
      use: "class",
      detail: `the codec ${codec}, which unpickles every chunk`,
      offset: 0
    });
  }
};
function pickleCodec(value, key = "") {
  if (typeof value === "string") return NAMING.has(key) && PICKLES.has(value) ? value : void 0;
  const children = Array.isArray(value) ? value.map((each) => [key, each]) : isObject(value) ? [...value.members] : [];
  for (const [name, each] of children) {
    if (name === "attributes" || name.endsWith(".zattrs")) continue;
    const found = pickleCodec(each, name);
    if (found !== void 0) return found;
  }
  return void 0;
}

// src/wire/zip-row.ts
function archivesInRow(source, most) {
  const starts2 = [];
  for (let end = source.size; end > 0; ) {
    const start = startOfArchive(source, end);
    if (start === void 0 || starts2.length === most) return void 0;
    starts2.push(start);
    end = start;
  }
  return starts2.length > 1 ? starts2.reverse() : void 0;
}
function startOfArchive(source, end) {
  const at2 = end - END_SIZE;
  if (at2 < END64_SIZE + LOCATOR64_SIZE) return void 0;
  const bytes = source.read(at2, END_SIZE);
  const record = parseEnd(bytes, 0);
  if (u323(bytes, 0) !== END_SIGNATURE || record.commentLength !== 0) return void 0;
  const locator = source.read(at2 - LOCATOR64_SIZE, LOCATOR64_SIZE);
  const zip64 = u323(locator, 0) === LOCATOR64_SIGNATURE;
  const group = zip64 ? at2 - LOCATOR64_SIZE - END64_SIZE : at2;
  const claim = zip64 ? parseEnd64(source.read(group, END64_SIZE)) : record;
  if (!claim) return void 0;
  const start = group - claim.size - claim.offset;
  if (zip64 && group - u64(locator, 8) !== start) return void 0;
  return start >= 0 && start < group && u323(source.read(start, 4), 0) === LOCAL_SIGNATURE ? start : void 0;
}

// src/wire/zip-second-opinion.ts
var MOST_ENTRIES = 2e3;
async function secondOpinion(source) {
  const loaded = await import("./yauzl-YWHUSH2N.js");
  const { fromRandomAccessReader, RandomAccessReader } = loaded.default ?? loaded;
  const names3 = /* @__PURE__ */ new Set();
  let count2 = 0;
  return new Promise((resolve4) => {
    const settle = (refusal, complete2) => resolve4({ names: names3, count: count2, refusal, complete: complete2 });
    const refuse = (error) => settle(error instanceof Error ? error.message : String(error), false);
    class SourceReader extends RandomAccessReader {
      // Answers later, never at once: yauzl would go one call deeper for each entry. What it throws lands here.
      read(buffer, offset, length, position, callback) {
        setImmediate(() => {
          try {
            const got = source.readInto(buffer.subarray(offset, offset + length), position);
            callback(got === length ? null : new Error("unexpected EOF"));
          } catch (error) {
            refuse(error);
          }
        });
      }
    }
    fromRandomAccessReader(new SourceReader(), source.size, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) return refuse(error);
      zip.on("entry", (entry) => {
        count2++;
        names3.add(decodeName(entry.fileNameRaw, entry.generalPurposeBitFlag));
        if (count2 >= MOST_ENTRIES) settle(void 0, false);
        else zip.readEntry();
      });
      zip.on("end", () => settle(void 0, true));
      zip.on("error", refuse);
      zip.readEntry();
    });
  });
}
function describeOpinion(opinion2, entry) {
  const { refusal, count: count2, complete: complete2, names: names3 } = opinion2;
  if (refusal !== void 0)
    return count2 === 0 ? `yauzl refuses the archive: ${refusal}` : `yauzl lists ${count2} entries, then refuses the archive: ${refusal}`;
  const listed3 = `yauzl lists ${complete2 ? "" : "more than "}${count2} ${count2 === 1 && complete2 ? "entry" : "entries"}`;
  return complete2 && entry !== "" && !names3.has(entry) ? `${listed3}, without this one` : listed3;
}

// src/formats/zip-flavours.ts
var flavours = [
  // torch.jit.save: code/ holds the program as text.
  { label: "torchscript", files: ["constants.pkl", "data.pkl"], folders: ["code"], hints: { pickle: "torch", source: "torchscript" } },
  // torch.package.PackageExporter: its modules are imported by what is loaded.
  { label: "torch-package", files: ["extern_modules"], folders: [".data"], hints: { pickle: "torch", source: "load" } },
  // torch.export.save and AOTInductor packages, today and before 2.7.
  { label: "torch-export", files: ["archive_format", "archive_version"], folders: [], hints: { pickle: "torch", source: "import" } },
  { label: "torch-export", files: ["serialized_exported_program.json"], folders: [], hints: { pickle: "torch", source: "import" } },
  // torch.save since 1.6.
  { label: "pytorch", files: ["data.pkl"], folders: [], hints: { pickle: "torch", source: "import" } },
  // torch-model-archiver: the server imports the handler.
  { label: "torchserve", files: ["manifest.json"], folders: ["mar-inf"], hints: { source: "load" } },
  // keras.Model.save since Keras 3.
  { label: "keras", files: ["config.json", "metadata.json", "model.weights.h5"], folders: [] },
  { label: "keras", files: ["config.json", "metadata.json", "model.weights.npz"], folders: [] },
  // skops.io.dump.
  { label: "skops", files: ["schema.json"], folders: [] },
  // numpy.savez: an array for each name.
  { label: "npz", files: [], folders: [], all: ".npy" }
];
function flavourOf(names3) {
  const files = /* @__PURE__ */ new Set();
  const folders = /* @__PURE__ */ new Set();
  for (const written of names3) {
    const name = written.toLowerCase();
    addTo(files, folders, name);
    const nul = name.indexOf("\0");
    if (nul >= 0) addTo(files, folders, name.slice(0, nul));
  }
  return flavours.find(
    ({ files: wanted, folders: inside, all }) => wanted.every((file) => files.has(file)) && inside.every((folder) => folders.has(folder)) && (all === void 0 || files.size > 0 && [...files].every((file) => file.endsWith(all)))
  );
}
function addTo(files, folders, name) {
  const last = name.lastIndexOf("/");
  files.add(name.slice(last + 1));
  if (last < 0) return;
  const parts3 = name.slice(0, Math.min(last, 1024)).split("/", 8);
  for (const part of parts3) folders.add(part);
}

// src/formats/zip-members.ts
var CHECKED = 4 * 1024 * 1024;
var STORED = 0;
var DEFLATED = 8;
var FLAG_END_MARK = 2;
var methods = /* @__PURE__ */ new Map([
  [STORED, { name: "stored", open: (stored) => stored }],
  [1, { name: "Shrink" }],
  [6, { name: "Implode" }],
  [DEFLATED, { name: "Deflate", open: (compressed, entry, spend) => inflateRaw(compressed, entry.size, spend) }],
  [9, { name: "Deflate64" }],
  [12, { name: "bzip2", open: (compressed, _entry, spend) => paid(bzip2(compressed), spend) }],
  [14, { name: "LZMA", open: (compressed, entry, spend) => paid(lzmaAlone(asLzmaFile(compressed, entry)), spend) }],
  [20, { name: "Zstandard, old number", open: (compressed, _entry, spend) => paid(zstd(compressed), spend) }],
  [93, { name: "Zstandard", open: (compressed, _entry, spend) => paid(zstd(compressed), spend) }],
  [95, { name: "XZ", open: (compressed, _entry, spend) => paid(xz(compressed), spend) }],
  [97, { name: "WavPack" }],
  [98, { name: "PPMd" }],
  [99, { name: "AES encryption" }]
]);
function asLzmaFile(compressed, entry) {
  const head = new Uint8Array(13);
  head.set(compressed.read(4, 5));
  const view2 = new DataView(head.buffer);
  view2.setBigUint64(5, (entry.flags & FLAG_END_MARK) !== 0 ? 0xffffffffffffffffn : BigInt(Math.floor(entry.size)), true);
  const data = slice(compressed, 9);
  const read = (offset, length) => {
    if (offset >= head.length) return data.read(offset - head.length, length);
    const part = head.subarray(offset, offset + length);
    const rest2 = data.read(0, length - part.length);
    const both = new Uint8Array(part.length + rest2.length);
    both.set(part);
    both.set(rest2, part.length);
    return both;
  };
  return {
    kind: "source",
    size: head.length + data.size,
    read,
    readInto(target, offset) {
      const bytes = read(offset, target.length);
      target.set(bytes);
      return bytes.length;
    }
  };
}
function unreadableMethod(entry) {
  const method = methods.get(entry.method);
  return method?.open ? void 0 : `${method?.name ?? "unknown"} (method ${entry.method})`;
}
function openEntry(source, entry, spend, mismatch) {
  const method = methods.get(entry.method);
  const raw = dataOf(source, entry);
  const input = method?.open ? method.open(raw, entry, spend) : raw;
  if (input.kind === "stream" || !entry.bounded) return input;
  const worthwhile = entry.method !== STORED || /\.pkl$/i.test(entry.name);
  if (!worthwhile || input.size > CHECKED) return input;
  const bytes = input.read(0, input.size);
  if (entry.method !== STORED && bytes.length !== entry.size) mismatch("size", `${entry.size} bytes declared, ${bytes.length} inflated`);
  const actual = crc322(bytes);
  if (actual !== entry.crc) mismatch("crc", `checksum 0x${entry.crc.toString(16)} declared, the data have 0x${actual.toString(16)}`);
  return memorySource(bytes);
}
function dataOf(source, entry) {
  return slice(
    source,
    entry.dataOffset ?? source.size,
    entry.method === STORED ? Math.max(entry.compressedSize, entry.size) : entry.compressedSize
  );
}
function behindEncryptionFlag(source, entry) {
  const raw = dataOf(source, entry);
  if (raw.size === 0) return "unreadable";
  if (entry.method === STORED) {
    const sizesAgree = entry.compressedSize === entry.size && raw.size === entry.size && raw.size <= CHECKED;
    return sizesAgree && crc322(raw.read(0, raw.size)) === entry.crc ? "plain" : "perhaps-plain";
  }
  if (entry.method !== DEFLATED) return "unreadable";
  if (raw.size > CHECKED) return "perhaps-plain";
  const bytes = inflateSmall(raw, CHECKED);
  if (bytes === "broken") return "unreadable";
  if (bytes === "too-long") return "perhaps-plain";
  return bytes.length === entry.size && crc322(bytes) === entry.crc ? "plain" : "perhaps-plain";
}
function linkTarget(source, entry) {
  if (entry.size > 4096 || entry.compressedSize > 4096) return void 0;
  const raw = dataOf(source, entry);
  const bytes = entry.method === STORED ? raw.read(0, raw.size) : entry.method === DEFLATED ? inflateSmall(raw, 4096) : void 0;
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : void 0;
}

// src/formats/zip.ts
var ROW_EXTENSION = ".distcp";
var MOST_IN_ROW = 1e6;
var zipFormat = {
  id: "zip",
  title: "Zip archive",
  extensions: [".zip", ".pt", ".pth", ".npz", ".keras", ".mar", ".whl", ".jar", ".distcp"],
  access: "random",
  match: (probe) => startsLikeZip(probe.head) || probe.size !== void 0 && hasEndRecord(probe.tail, probe.size) ? "certain" : "no",
  scan: scanZip
};
async function scanZip(artifact, scan2) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a zip cannot be read from a stream");
  const row2 = scan2.probe.extension === ROW_EXTENSION ? archivesInRow(source, MOST_IN_ROW) : void 0;
  if (row2) return scanRow(source, row2, scan2);
  const reading = readZip(source);
  const flavour = flavourOf(namesOf2(reading.entries));
  if (flavour) scan2.label(flavour.label);
  const opinion2 = askOnce(source);
  await observeIrregularities(source, reading, flavour?.hints?.pickle === "torch", opinion2, scan2);
  const members2 = hopping(source);
  const seen = /* @__PURE__ */ new Set();
  for (const entry of reading.entries) {
    scan2.budget.checkTime();
    observePath2(source, entry, scan2);
    if (isFolder(entry)) continue;
    const identity3 = `${entry.dataOffset ?? `?${entry.headerOffset}`} ${entry.method} ${entry.compressedSize} ${entry.size}`;
    if (seen.has(identity3)) continue;
    seen.add(identity3);
    scan2.budget.charge("members", 1);
    if (await isReadable(source, entry, opinion2, scan2)) await descend2(members2, entry, flavour?.hints, scan2);
  }
  const tail = startsLikeZip(source.read(0, 4)) ? reading.notes.find(({ difference }) => difference === "tail") : void 0;
  if (tail) {
    const { offset } = tail;
    await scan2.descend({ name: `+${offset}`, size: source.size - offset, storedAt: offset, open: () => slice(source, offset) });
  }
}
async function scanRow(source, starts2, scan2) {
  for (const [index2, start] of starts2.entries()) {
    scan2.budget.checkTime();
    scan2.budget.charge("members", 1);
    const size = (starts2[index2 + 1] ?? source.size) - start;
    await scan2.descend({ name: `+${start}`, size, storedAt: start, open: () => slice(source, start, size) });
  }
}
function* namesOf2(entries2) {
  for (const entry of entries2) yield entry.name;
}
function isFolder(entry) {
  return entry.name.endsWith("/") && entry.size === 0 && entry.compressedSize === 0;
}
function askOnce(source) {
  let asked;
  return async (entry) => {
    asked ??= secondOpinion(source).catch((error) => ({ names: /* @__PURE__ */ new Set(), count: 0, refusal: String(error), complete: false }));
    return describeOpinion(await asked, entry);
  };
}
async function observeIrregularities(source, reading, ignoresCase, opinion2, scan2) {
  for (const { difference, entry, detail, offset } of relevant(source, reading.notes, ignoresCase)) {
    scan2.observe({ kind: "zip-mismatch", difference, entry, detail: `${detail}; ${await opinion2(entry)}`, offset });
  }
  for (const { why, detail, offset } of reading.problems) {
    scan2.observe({ kind: "incomplete", why, detail: `${detail}; ${await opinion2("")}`, offset });
  }
}
function relevant(source, notes, ignoresCase) {
  const has2 = (difference) => notes.some((note) => note.difference === difference);
  const head = source.read(0, 8);
  const packed = has2("prefix") && has2("tail") && !startsLikeZip(head);
  const isTflite = fileIdentifier(head) === "TFL3";
  return notes.filter(({ difference }) => {
    if (difference === "case-variant") return ignoresCase;
    if (isTflite && difference === "prefix") return false;
    return !(packed && (difference === "prefix" || difference === "tail"));
  });
}
var TYPE_MASK2 = 61440;
var LINK2 = 40960;
var DEVICES2 = [4096, 8192, 24576];
function observePath2(source, entry, scan2) {
  const type = entry.unixMode & TYPE_MASK2;
  const why = unsafePath(entry.name) ?? (type === LINK2 ? linkReason2(source, entry) : DEVICES2.includes(type) ? "device" : void 0);
  if (why) scan2.observe({ kind: "unsafe-path", why, entry: entry.name, offset: entry.headerOffset });
}
function linkReason2(source, entry) {
  const target = linkTarget(source, entry);
  return target !== void 0 && !linkEscapes(entry.name, target) ? void 0 : "link";
}
async function isReadable(source, entry, opinion2, scan2) {
  const name = quote(entry.name);
  const offset = Math.min(entry.headerOffset, source.size);
  if (entry.dataOffset === void 0) {
    const why = entry.headerOffset >= source.size ? "truncated" : "malformed";
    scan2.observe({ kind: "incomplete", why, detail: `${name}: no local header where the directory points`, offset });
    return false;
  }
  const missing = entry.dataOffset + entry.compressedSize - source.size;
  if (missing > 0)
    scan2.observe({
      kind: "incomplete",
      why: "truncated",
      detail: `${name}: ${missing} bytes of its data lie past the end of the file`,
      offset
    });
  if ((entry.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION | FLAG_MASKED)) !== 0 && !await passesFlag(source, entry, opinion2, scan2))
    return false;
  const method = unreadableMethod(entry);
  if (method === void 0) return true;
  scan2.observe({
    kind: "incomplete",
    why: "unsupported",
    detail: `${name}: compressed with ${method}`,
    remedy: "Pack the archive again with the Deflate method, or uncompressed.",
    offset
  });
  return false;
}
async function passesFlag(source, entry, opinion2, scan2) {
  const offset = entry.headerOffset;
  const data = behindEncryptionFlag(source, entry);
  if (data === "plain") {
    scan2.observe({
      kind: "zip-mismatch",
      difference: "flags",
      entry: entry.name,
      detail: `flagged as encrypted, yet its data are plain; ${await opinion2(entry.name)}`,
      offset
    });
    return true;
  }
  scan2.observe({
    kind: "incomplete",
    why: "encrypted",
    detail: `${quote(entry.name)} is encrypted`,
    remedy: "Scan the files before they are encrypted.",
    offset
  });
  return data === "perhaps-plain";
}
var BOMB_SIZE = 64 * 1024 * 1024;
var BOMB_RATIO = 100;
function observeBomb(entry, hints, scan2) {
  const { name, size, compressedSize, headerOffset } = entry;
  if (hints?.pickle !== "torch" || !/\.pkl$/i.test(name) || size < BOMB_SIZE || size < compressedSize * BOMB_RATIO) return;
  const detail = `${quote(name)} grows from ${compressedSize} to ${size} bytes when it is loaded`;
  scan2.observe({ kind: "structure", format: "pytorch", problem: "shape-bomb", detail, offset: headerOffset });
}
async function descend2(source, entry, hints, scan2) {
  const told = /* @__PURE__ */ new Set();
  const spend = (bytes) => scan2.budget.charge("bytes-inflated", bytes);
  const mismatch = (difference, detail) => {
    if (told.has(difference)) return;
    told.add(difference);
    const observation = { kind: "zip-mismatch", difference, entry: entry.name, detail, offset: entry.headerOffset };
    scan2.observe(observation);
  };
  observeBomb(entry, hints, scan2);
  const stored = entry.method === 0 && entry.dataOffset !== void 0 ? { storedAt: entry.dataOffset } : {};
  await scan2.descend({
    name: entry.name,
    size: entry.size,
    ...stored,
    ...hints ? { hints } : {},
    open: () => openEntry(source, entry, spend, mismatch)
  });
}

// src/formats/index.ts
var formats = [
  lfsPointerFormat,
  dvcPointerFormat,
  zipFormat,
  tarFormat,
  sevenZipFormat,
  rarFormat,
  ...compressedFormats,
  npyFormat,
  pickleFormat,
  bytecodeFormat,
  nativeFormat,
  pythonSourceFormat,
  torchPackageFormat,
  torchscriptFormat,
  ggufFormat,
  safetensorsFormat,
  safetensorsIndexFormat,
  jinjaFormat,
  chatTemplateFormat,
  hdf5Format,
  kerasConfigFormat,
  modelConfigFormat,
  pickleModuleFormat,
  requirementsFormat,
  tritonFormat,
  skopsFormat,
  savedModelFormat,
  chunkedSavedModelFormat,
  kerasMetadataFormat,
  tfGraphFormat,
  tfMetaGraphFormat,
  tfGraphTextFormat,
  tfliteFormat,
  tfjsFormat,
  onnxFormat,
  ortFormat,
  openvinoFormat,
  pmmlFormat,
  coremlFormat,
  caffeModelFormat,
  caffeTextFormat,
  paddleFormat,
  mxnetFormat,
  executorchFormat,
  rDataFormat,
  javaFormat,
  torch7Format,
  arrowFormat,
  parquetFormat,
  zarrFormat,
  tensorrtFormat,
  ...inertFormats
];

// src/policy/judgement.ts
function exception(policy, module, name) {
  if (policy.deny.length > 0 && listed(policy.deny, module, name)) return "deny";
  return policy.allow.length > 0 && listed(policy.allow, module, name) ? "allow" : void 0;
}
function listed(entries2, module, name) {
  const full = `${module}.${name}`;
  return entries2.some(
    (entry) => entry.endsWith(".*") ? module === entry.slice(0, -2) || module.startsWith(entry.slice(0, -1)) : entry === full
  );
}
function fine(reason, settled = false) {
  return { kind: "fine", reason, settled };
}
function finding(rule, message, evidence, reason, about) {
  return { kind: "finding", rule, severity: ruleOf(rule).severity, message, evidence, reason, ...about === void 0 ? {} : { about } };
}

// src/policy/code/guess.ts
function asGuess(policy, judgement) {
  if (judgement.kind === "fine") return judgement;
  if (judgement.severity !== "critical" && judgement.severity !== "high")
    return fine(`${judgement.reason}; in a constant that nothing is known to load`);
  const severity = policy.severity["pickle/nested-payload"];
  if (severity === "off") return fine("rule pickle/nested-payload is switched off by the policy");
  const nested = finding(
    "pickle/nested-payload",
    `A constant holds data that is dangerous to load, though nothing is known to load it: ${judgement.message}`,
    judgement.evidence,
    judgement.reason,
    judgement.about
  );
  return severity === void 0 || nested.kind === "fine" ? nested : { ...nested, severity };
}

// src/policy/render.ts
var MAX_CALL = 400;
var MAX_LITERAL = 160;
var MAX_DEPTH13 = 6;
function renderCall(callee, args, how) {
  const target = renderCallee(callee, 0);
  const list = (from) => args.slice(from).map((arg) => render(arg, 1)).join(", ");
  switch (how) {
    case "reduce":
    case "newobj":
    case "inst":
    case "obj":
      return cut(`${target}(${list(0)})`);
    case "build":
      return cut(`${target}(\u2026).__setstate__(${list(0)})`);
    case "append":
      return cut(`${target}(\u2026).extend([${list(0)}])`);
    case "setitem":
      return cut(`${target}(\u2026)[${render(args[0] ?? NOTHING3, 1)}] = ${render(args[1] ?? NOTHING3, 1)}`);
    case "additems":
      return cut(`${target}(\u2026).update({${list(0)}})`);
  }
}
function renderMutation(target, args, how) {
  const name = renderCallee(target, 0).replace(/\.$/, "");
  if (how === "setitem") return cut(`${name}[${render(args[0] ?? NOTHING3, 1)}] = ${render(args[1] ?? NOTHING3, 1)}`);
  const values = args.map((arg) => render(arg, 1)).join(", ");
  return cut(how === "build" ? `${name}.__setstate__(${values})` : `${name}.extend([${values}])`);
}
function renderValue(value) {
  return cut(render(value, 0));
}
var NOTHING3 = { kind: "none" };
function renderCallee(callee, depth) {
  switch (callee.kind) {
    case "global":
      return `${callee.module}.${callee.name}`;
    case "method":
      return `${render(callee.of, depth + 1)}.${callee.name}`;
    case "unknown":
      return callee.of.kind === "result" ? render(callee.of, depth + 1) : `(${render(callee.of, depth + 1)})`;
  }
}
function render(value, depth) {
  if (depth > MAX_DEPTH13) return "\u2026";
  switch (value.kind) {
    case "none":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
    case "float":
      return value.text;
    case "text":
      return quote2(value.text, value.length);
    case "bytes":
      return `b${quote2(String.fromCharCode(...value.head.subarray(0, MAX_LITERAL)), value.length)}`;
    case "global":
      return `${value.module}.${value.name}`;
    case "module":
      return `<module ${value.module}>`;
    case "result":
      return `${renderCallee(value.callee, depth + 1)}(${value.args.map((arg) => render(arg, depth + 1)).join(", ")})`;
    case "tuple":
      return `(${items2(value.items, value.more, depth)}${value.items.length === 1 && !value.more ? "," : ""})`;
    case "list":
      return `[${items2(value.items, value.more, depth)}]`;
    case "set":
      return `{${items2(value.items, value.more, depth)}}`;
    case "frozenset":
      return `frozenset({${items2(value.items, value.more, depth)}})`;
    case "dict": {
      const entries2 = value.entries.map(([key, item]) => `${render(key, depth + 1)}: ${render(item, depth + 1)}`);
      return `{${[...entries2, ...value.more ? ["\u2026"] : []].join(", ")}}`;
    }
    case "persistent-id":
      return value.id ? `persistent_load(${render(value.id, depth + 1)})` : "persistent_load(\u2026)";
    case "unknown":
      return `<${value.what}>`;
  }
}
function items2(values, more, depth) {
  return [...values.map((item) => render(item, depth + 1)), ...more ? ["\u2026"] : []].join(", ");
}
function quote2(text4, length) {
  const shown2 = text4.length > MAX_LITERAL ? text4.slice(0, MAX_LITERAL) : text4;
  let quoted = "";
  for (const char of shown2)
    quoted += ESCAPES3.get(char) ?? (char < " " || char === "\x7F" ? `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}` : char);
  return `'${quoted}${length > shown2.length ? "\u2026" : ""}'`;
}
var ESCAPES3 = /* @__PURE__ */ new Map([
  ["\\", "\\\\"],
  ["'", "\\'"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
function cut(text4) {
  return text4.length > MAX_CALL ? `${text4.slice(0, MAX_CALL - 1)}\u2026` : text4;
}

// src/policy/code/makers.ts
var STEPS = {
  type: "_builtin_type _load_type",
  code: "_create_code",
  function: "_make_function _make_skel_func _create_function",
  cell: "_make_empty_cell _make_cell _create_cell",
  class: "_make_skeleton_class _make_skeleton_enum _create_type",
  setter: "_function_setstate _class_setstate _cell_set _setattr _fill_function _rehydrate_skeleton_class"
};
var BY_NAME = new Map(
  Object.keys(STEPS).flatMap((step) => STEPS[step].split(" ").map((name) => [name, step]))
);
var LIBRARY2 = /^(?:[a-z_]+\.)*cloudpickle(?:\.cloudpickle(?:_fast)?)?$|^dill(?:\._dill|\.dill)?$/;
var METACLASSES = /* @__PURE__ */ new Set(["builtins.type", "abc.ABCMeta", "enum.EnumMeta", "enum.EnumType"]);
var PLAIN_TYPES = new Set(
  "CodeType FunctionType CellType type object bytes str int float bool tuple list dict set frozenset complex NoneType".split(" ")
);
var REASON = "a step of building code that the file ships: the code is judged";
function isCodeStep(module, name) {
  if (stepOf(module, name) !== void 0) return true;
  return module === "dill" && name === "_dill" || module === "builtins" && name === "__main__";
}
function isStateSetter(called) {
  const dot = called.lastIndexOf(".");
  return called === "builtins.setattr" || stepOf(called.slice(0, dot), called.slice(dot + 1)) === "setter";
}
function judgeCodeStep(call) {
  const { callee, args, how } = call;
  const [first2, second] = args;
  if (callee.kind === "method") return void 0;
  if (callee.kind === "unknown") return judgeMade(call, callee);
  const step = stepOf(callee.module, callee.name);
  if (how !== "reduce") return step === "function" || step === "class" || step === "cell" ? fine(REASON) : void 0;
  switch (step) {
    case "type":
      return first2?.kind === "text" && PLAIN_TYPES.has(first2.text) ? fine(REASON) : void 0;
    case "code":
    case "cell":
      return fine(REASON);
    case "function":
      return first2 !== void 0 && makes(first2) === "code" ? fine(REASON) : void 0;
    case "class":
      return first2 !== void 0 && isMetaclass(first2) ? fine(REASON) : void 0;
    case "setter":
      return first2 !== void 0 && isMade(first2) ? fine(REASON) : void 0;
    default:
      if (callee.module !== "builtins") return void 0;
      if (callee.name === "setattr" && first2 !== void 0 && isMade(first2)) return fine(REASON);
      return callee.name === "getattr" && isDillModule(first2) && second?.kind === "text" && second.text === "_setattr" ? fine(REASON) : void 0;
  }
}
function judgeMade(call, callee) {
  const { of } = callee;
  if (of.kind !== "result") return void 0;
  const step = stepOfCallee(of.callee);
  if (step === "type") {
    const [type] = of.args;
    if (type?.kind !== "text" || !PLAIN_TYPES.has(type.text)) return void 0;
    if (type.text === "FunctionType") return call.args[0] !== void 0 && makes(call.args[0]) === "code" ? fine(REASON) : void 0;
    return type.text === "type" ? void 0 : fine(REASON);
  }
  const made = makes(of);
  if (made === "class") return fine("an instance of a class that the file ships: its code is judged");
  if (made !== "function") return void 0;
  if (call.how !== "reduce" && call.how !== "obj" && call.how !== "inst") return fine(REASON);
  const text4 = renderCall(callee, call.args, call.how);
  return finding("pickle/dangerous-call", `Loading runs code that the file itself carries: ${text4}`, text4, "shipped code is called at once");
}
function makes(value) {
  if (value.kind !== "result") return void 0;
  const step = stepOfCallee(value.callee);
  if (step !== void 0 && step !== "type") return step;
  const { callee } = value;
  if (callee.kind !== "unknown" || callee.of.kind !== "result" || stepOfCallee(callee.of.callee) !== "type") return void 0;
  const [type] = callee.of.args;
  if (type?.kind !== "text") return void 0;
  return type.text === "CodeType" ? "code" : type.text === "FunctionType" ? "function" : type.text === "CellType" ? "cell" : void 0;
}
function isMade(value) {
  const step = makes(value);
  return step === "function" || step === "class" || step === "cell";
}
function isMetaclass(value) {
  if (value.kind === "global") return METACLASSES.has(`${value.module}.${value.name}`);
  if (value.kind !== "result" || stepOfCallee(value.callee) !== "type") return makes(value) === "class";
  const [type] = value.args;
  return type?.kind === "text" && type.text === "type";
}
function isDillModule(value) {
  return value?.kind === "global" && value.module === "dill" && value.name === "_dill";
}
function stepOfCallee(callee) {
  return callee.kind === "global" ? stepOf(callee.module, callee.name) : void 0;
}
function stepOf(module, name) {
  const dot = name.lastIndexOf(".");
  const home = dot < 0 ? module : `${module}.${name.slice(0, dot)}`;
  return LIBRARY2.test(home) ? BY_NAME.get(name.slice(dot + 1)) : void 0;
}

// src/policy/globals/evaluators.ts
var ATOMS = new Set("Symbol Dummy Wild Str Integer Rational Float".split(" "));
var MAX_DEPTH14 = 4;
function judgeEvaluator(call) {
  const { callee, args, how } = call;
  if (callee.kind !== "global" || how === "build" || how === "append" || how === "setitem" || how === "additems") return void 0;
  const [first2, ...rest2] = args;
  const indirect = callee.module === "copyreg" && first2?.kind === "global" ? first2 : void 0;
  const { module, name } = indirect ?? callee;
  if (!/^sympy(?:\.|$)/.test(module) || ATOMS.has(name)) return void 0;
  if (!(indirect ? rest2 : args).some((arg) => hasText(arg, 0))) return void 0;
  const text4 = renderCall(callee, args, how);
  return finding(
    "pickle/dangerous-call",
    `Loading runs ${text4}, which evaluates the text as Python code`,
    text4,
    "SymPy evaluates texts that it is given",
    `${module}.${name}`
  );
}
function hasText(value, depth) {
  if (value.kind === "text" || value.kind === "unknown") return true;
  if (depth >= MAX_DEPTH14 || !("items" in value)) return false;
  return value.more || value.items.some((item) => hasText(item, depth + 1));
}

// src/policy/globals/taken-apart.ts
var TAKERS = {
  array: words2("array"),
  builtins: words2("bool bytearray bytes complex dict float frozenset int list range set str tuple"),
  collections: words2("Counter OrderedDict UserDict UserList UserString deque"),
  itertools: words2("chain cycle"),
  numpy: words2(`bool bool_ bytes_ clongdouble complex128 complex256 complex64 datetime64 dtype float128 float16 float32 float64 int16 int32
    int64 int8 int_ intc longdouble longlong ndarray object_ str_ string_ timedelta64 uint uint16 uint32 uint64 uint8 uintc ulonglong
    unicode_ void`),
  pandas: words2("CategoricalDtype"),
  "pandas.core.dtypes.dtypes": words2("CategoricalDtype"),
  os: words2("stat_result statvfs_result terminal_size times_result uname_result"),
  time: words2("struct_time"),
  torch: words2("Size"),
  "torch._utils": words2("_rebuild_sparse_csr_tensor _rebuild_sparse_tensor")
};
var PLAIN_CLASSES = {
  // The state of an iterator is a position; what it iterates over is judged where it is made.
  builtins: words2("iter reversed"),
  datetime: words2("date datetime time timedelta timezone"),
  decimal: words2("Decimal"),
  fractions: words2("Fraction"),
  numpy: words2("dtype ndarray matrix recarray record"),
  "numpy.core.multiarray": words2("scalar"),
  uuid: words2("UUID")
};
var MAX_DEPTH15 = 8;
function takesApart(module, name) {
  return TAKERS[module]?.has(name) === true;
}
function judgeTakenApart({ callee, args, how }) {
  if (callee.kind !== "global" || how === "append" || how === "setitem" || how === "additems") return void 0;
  const { module, name } = callee;
  const given = how === "build" ? statesOf(module, args) : takesApart(module, name) ? args : baseState(module, name, args);
  const prints = name === "str" || name === "UserString";
  const culprit = given?.find((arg) => prints ? holdsStated(arg, 0) : isStated(arg, 0));
  const cut2 = given !== void 0 && given.length > 1 && given.at(-1)?.kind === "unknown";
  if (culprit === void 0 && !cut2) return void 0;
  const text4 = renderCall(callee, args, how);
  const why = culprit === void 0 ? "it has more arguments than any pickler writes, or arguments that are computed" : `it calls methods of ${renderValue(culprit)}, which work with what the file put into it`;
  return finding("pickle/unsafe-arguments", `Loading runs ${text4}: ${why}`, text4, why, `${module}.${name}`);
}
function isStated(value, depth) {
  if (value.kind !== "result") return false;
  const { callee } = value;
  if (callee.kind === "global") {
    if (PLAIN_CLASSES[callee.module]?.has(callee.name)) return false;
    const [cls] = value.args;
    if (callee.name === "_reconstruct" && cls?.kind === "global") return PLAIN_CLASSES[cls.module]?.has(cls.name) !== true;
  }
  return value.stated === true || depth < MAX_DEPTH15 && value.args.some((arg) => isStated(arg, depth + 1));
}
function holdsStated(value, depth) {
  if (isStated(value, depth)) return true;
  if (depth >= MAX_DEPTH15) return false;
  if ("items" in value) return value.items.some((item) => holdsStated(item, depth + 1));
  return value.kind === "dict" && value.entries.some((entry) => entry.some((item) => holdsStated(item, depth + 1)));
}
function baseState(module, name, [, base, state3]) {
  const builds = module === "copyreg" && name === "_reconstructor" && base?.kind === "global" && base.name !== "object";
  return builds && state3 !== void 0 ? [state3] : void 0;
}
function statesOf(module, [state3]) {
  if (state3?.kind !== "dict" || module !== "builtins") return state3 && [state3];
  return state3.entries.filter(([key]) => key.kind === "text" && key.text === "args").map(([, value]) => value);
}
function words2(text4) {
  return new Set(text4.split(/\s+/));
}

// src/policy/globals/arguments.ts
var PLAIN_NAME = /^(?!__)[\p{L}_][\p{L}\p{N}_]*$/u;
var CODECS = /* @__PURE__ */ new Set(["latin1", "latin-1", "iso8859-1", "iso-8859-1", "utf-8", "utf8", "ascii", "raw_unicode_escape"]);
var ZONE_KEY = /^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/;
var BUILTIN_TYPES = new Set(
  "NoneType bool int long float complex str unicode bytes bytearray tuple list dict set frozenset range slice object OrderedDict defaultdict deque".split(
    " "
  )
);
var TEMPLATE_LINE = /^(?:|def _parse_args(?:_rvs|_stats)?\(self,[\w ,=.'-]*\):| {4}return \([\w ,]*\), loc, [\w.]+(?:, moments)?| {4}return self\._argcheck_rvs\([\w ,=]*\))$/;
var DISTRIBUTION_METHODS = new Set("_entropy _pdf _pmf _cdf _sf _ppf _cdf_single _ppf_single _mom0_sc _mom1_sc generic_moment".split(" "));
var VECTORIZED_STATE = new Set(
  "pyfunc cache signature otypes _ufunc _doc __doc__ __name__ __qualname__ __module__ excluded _in_and_out_core_dims".split(" ")
);
var STATE_RULES = /* @__PURE__ */ new Set(["distribution", "vectorized", "qhull", "no-cache"]);
var isState = (how) => how === "build" || how === "append" || how === "setitem" || how === "additems";
var whenCalled = (rule) => (args, how, is) => isState(how) || rule(args, is);
var onlyCalled = (rule) => (args, how, is) => isState(how) ? "its result is changed, which no pickler writes" : rule(args, is);
var label = (value) => value?.kind === "global" ? `${value.module}.${value.name}` : value === void 0 ? "nothing" : `a value of kind ${value.kind}`;
var isElsewhere = (module, name, is) => is.libraryOf(module) === "unknown" && is.safeUse(module, name) === void 0 && !is.isDangerous(module, name);
function buildable(value, is) {
  if (value?.kind === "result" && isGlobal(value.callee, "builtins", "getattr")) return nestedClass(value.args, is);
  if (value?.kind !== "global") return `${label(value)} is not a class`;
  const use = is.safeUse(value.module, value.name);
  if (use === "call" || use === "class" || use === "member" || use === "default-factory" || isElsewhere(value.module, value.name, is))
    return true;
  return `${label(value)} is not known to be a harmless class`;
}
function reconstructible(cls, base, state3, is) {
  const refusal = buildable(cls, is);
  if (cls?.kind !== "global" || base === void 0 || state3?.kind !== "none" || !isGlobal(base, "builtins", "object")) return refusal;
  const use = is.safeUse(cls.module, cls.name);
  return use !== void 0 && STATE_RULES.has(use) ? true : refusal;
}
function nestedClass([outer, inner], is) {
  if (outer?.kind !== "global" || inner?.kind !== "text" || !PLAIN_NAME.test(inner.text)) return "the class is computed";
  return buildable({ kind: "global", module: outer.module, name: `${outer.name}.${inner.text}` }, is);
}
function keepable(value, is) {
  if (value?.kind === "result" && isGlobal(value.callee, "functools", "partial")) return keepable(value.args[0], is);
  const use = value?.kind === "global" ? is.safeUse(value.module, value.name) : void 0;
  if (use === "reference" || use === "shared") return true;
  return buildable(value, is) === true || `${label(value)} is not known to be harmless when it is called later`;
}
function isGlobal(value, module, name) {
  return value.kind === "global" && "module" in value && value.module === module && "name" in value && value.name === name;
}
var isData = (value) => value.kind !== "global" && value.kind !== "module" && value.kind !== "unknown";
var isPlain = (value) => value.kind === "tuple" ? !value.more && value.items.every(isPlain) : ["text", "int", "bool", "none", "float", "bytes"].includes(value.kind);
var isPlainName = (value) => value?.kind === "text" && value.text.split(".").every((part) => PLAIN_NAME.test(part));
var SINK_NAMES = new Set(
  "system popen popen2 popen3 popen4 spawn exec execv execve execl execlp execvp eval compile run call check_call check_output getoutput Popen fork loads load import_module open urlopen".split(
    " "
  )
);
var SINK_METHOD = /^(?:to_?(?:csv|pickle|json|excel|hdf|sql|parquet|feather|stata|xml|html|latex|clipboard|markdown|gbq|orc|string|netcdf|zarr|file|disk|filename)|tofile|dump|dump_model|save|save_\w+|load_\w+|read|read_\w+|write|write_\w+|export|export_\w+|query|touch|unlink|rmdir|mkdir|rename|chmod|symlink_to|hardlink_to)$/;
var BY_NAME2 = /(?:^|\.)(?:agg|aggregate|apply|transform|map|applymap|pipe)$/;
var isSink = (name) => name.split(".").some((part) => SINK_NAMES.has(part) || SINK_METHOD.test(part));
var isSinkName = (value) => value.kind === "text" && isSink(value.text);
function getAttribute(args, is) {
  const [of, name] = args;
  if (args.length !== 2 || of === void 0 || name?.kind !== "text") return "an attribute is got whose name is no literal";
  if (!PLAIN_NAME.test(name.text)) return "the attribute is none that picklers ask for";
  if (of.kind === "result" && isSink(name.text)) return `${name.text} is a method that reaches files or runs code`;
  switch (of.kind) {
    case "global":
      if (is.isDangerous(of.module, `${of.name}.${name.text}`)) return `${of.module}.${of.name}.${name.text} is dangerous`;
      return buildable(of, is) === true || is.safeUse(of.module, of.name) === "zone-key" || `${label(of)} is not known to be a harmless class`;
    case "result": {
      if (of.callee.kind !== "global") return "the object is the result of a computed call";
      const { module, name: callee } = of.callee;
      if (is.isDangerous(module, `${callee}.${name.text}`)) return `${module}.${callee}.${name.text} is dangerous`;
      const use = is.safeUse(module, callee);
      if (use === "reconstructor" || use === "first-is-class") return buildable(of.args[0], is);
      if (use === "distribution" && DISTRIBUTION_METHODS.has(name.text)) return true;
      if (use === "call" || use === "class" || use === "member" || isElsewhere(module, callee, is)) return true;
      return `an attribute of what ${module}.${callee} gives is got`;
    }
    case "text":
      return name.text !== "format" && name.text !== "format_map" || "format strings reach attributes";
    case "module":
    case "unknown":
    case "persistent-id":
      return `an attribute of ${label(of)} is got`;
    default:
      return true;
  }
}
var OWNERLESS = "";
function ownerOf2(value) {
  if (value?.kind !== "result" || value.callee.kind !== "global") return OWNERLESS;
  if (!isGlobal(value.callee, "builtins", "getattr")) return `${value.callee.module}.${value.callee.name}`;
  const of = value.args[0];
  return of?.kind === "global" ? `${of.module}.${of.name}` : OWNERLESS;
}
function tensor(args, is) {
  const [storage] = args;
  if (storage?.kind === "persistent-id") return true;
  if (storage?.kind === "result" && storage.callee.kind === "global") {
    const { module, name } = storage.callee;
    if (module.startsWith("torch") && is.safeUse(module, name) !== void 0) return true;
  }
  return `the storage is ${label(storage)}, not one of this file`;
}
function stateEntry(state3, key) {
  if (state3?.kind === "none") return { found: void 0, whole: true };
  if (state3?.kind !== "dict") return { found: void 0, whole: false };
  const entry = state3.entries.filter(([name]) => name.kind === "text" && name.text === key).at(-1);
  const readable = state3.entries.every(([name]) => name.kind === "text" && name.text.length === name.length);
  return { found: entry?.[1], whole: !state3.more && readable };
}
function distribution(state3) {
  const { found, whole: whole2 } = stateEntry(state3, "_parse_arg_template");
  if (found === void 0) return whole2 || "its state, which can hold code, was not read as a whole";
  if (found.kind !== "text" || found.length !== found.text.length) return "the argument template of its state is no literal text";
  return found.text.split("\n").every((line) => TEMPLATE_LINE.test(line)) || "the argument template of its state is not what SciPy generates, and is run as code";
}
function vectorized(state3, is) {
  if (state3?.kind !== "dict" || state3.more) return "its state, which names the function, was not read as a whole";
  if (!state3.entries.every(([key]) => key.kind === "text" && key.text.length === key.length && VECTORIZED_STATE.has(key.text)))
    return "its state is not what NumPy writes";
  const cache = stateEntry(state3, "_ufunc").found;
  if (cache !== void 0 && cache.kind !== "none" && !(cache.kind === "dict" && cache.entries.length === 0 && !cache.more))
    return "its state holds a function in the cache, which NumPy never writes";
  const fn = stateEntry(state3, "pyfunc").found;
  const isMethod = fn?.kind === "result" && isGlobal(fn.callee, "builtins", "getattr");
  return isMethod ? getAttribute(fn.args, is) : keepable(fn, is);
}
function qhull(state3) {
  const handle = stateEntry(state3, "_qhull");
  if (!handle.whole) return "its state, which can name what is closed, was not read as a whole";
  if (stateEntry(state3, "close").found !== void 0) return "its state replaces the method that its finaliser calls";
  return handle.found === void 0 || handle.found.kind === "none" || "its finaliser closes what its state names";
}
function siblingFile(state3) {
  const { found, whole: whole2 } = stateEntry(state3, "filename");
  if (found === void 0) return whole2 || "its state, which names a file to load, was not read as a whole";
  if (found.kind !== "text") return "the file to load is named by no literal";
  return !/[/\\:]|^\.\.?$/.test(found.text) || "the file to load lies outside the folder";
}
function noCache(state3) {
  for (const key of ["location", "store_backend"]) {
    const { found, whole: whole2 } = stateEntry(state3, key);
    if (!whole2) return "its state, which can name a folder of pickles, was not read as a whole";
    if (found !== void 0 && found.kind !== "none") return "its state names a folder whose pickles are loaded when the model is used";
  }
  return true;
}
var argumentRules = {
  codec: whenCalled(([text4, codec]) => {
    if (text4?.kind !== "text") return "what is encoded is no literal text";
    return codec === void 0 || codec.kind === "text" && CODECS.has(codec.text.toLowerCase()) || "the codec is not one that only encodes text";
  }),
  // What it gives belongs to the program, not to the file.
  shared: onlyCalled(() => true),
  "get-attribute": onlyCalled(getAttribute),
  "type-of": onlyCalled((args) => {
    const [of] = args;
    if (args.length !== 1) return "type() with three arguments makes a new class";
    if (of?.kind === "none") return true;
    return of?.kind === "global" && of.module === "builtins" && /^(Ellipsis|NotImplemented)$/.test(of.name) || `the type of ${label(of)} is got`;
  }),
  iterator: whenCalled(
    (args) => args.length > 0 && args.every((arg) => isData(arg) && !isStated(arg, 0)) || "an iterator over something that is no data can call functions"
  ),
  mapped: whenCalled(([fn, ...items3], is) => {
    if (fn?.kind !== "none" && !(fn?.kind === "global" && is.safeUse(fn.module, fn.name) === "call"))
      return `${label(fn)} would be called for every item`;
    return items3.every((item) => isData(item) && !holdsStated(item, 0)) || "the items are no data";
  }),
  partial: (args, how, is) => {
    if (how !== "build") return isState(how) ? "its result is changed, which no pickler writes" : keepable(args[0], is);
    const [state3] = args;
    return state3?.kind === "tuple" ? keepable(state3.items[0], is) : "its state is not what Python writes";
  },
  "item-getter": onlyCalled((args) => args.length > 0 && args.every(isPlain) || "the item is no literal"),
  "attribute-getter": onlyCalled(
    (args) => args.length > 0 && args.every((arg) => isPlainName(arg) && !isSinkName(arg)) || "the attribute is none that data has"
  ),
  "method-caller": onlyCalled(([name, ...rest2]) => {
    if (name === void 0 || !isPlainName(name) || isSinkName(name)) return "the method is none that data has";
    if (BY_NAME2.test(name.kind === "text" ? name.text : "") && rest2.some(isSinkName))
      return "the method calls another that reaches files or runs code";
    return rest2.every(isPlain) || "the arguments of the method are no plain data";
  }),
  "default-factory": whenCalled(([factory], is) => {
    if (factory === void 0 || factory.kind === "none") return true;
    if (factory.kind === "result" && isGlobal(factory.callee, "functools", "partial")) return keepable(factory, is);
    return buildable(factory, is) === true || `${label(factory)} is called for every missing key`;
  }),
  "first-is-class": whenCalled(([cls], is) => buildable(cls, is)),
  reconstructor: whenCalled(([cls, base, state3], is) => {
    const first2 = buildable(cls, is) === true || reconstructible(cls, base, state3, is);
    return first2 === true ? buildable(base, is) : first2;
  }),
  "masked-array": whenCalled(([cls, base], is) => {
    const first2 = buildable(cls, is);
    return first2 === true ? buildable(base, is) : first2;
  }),
  "numpy-scalar": whenCalled(([dtype], is) => {
    if (dtype?.kind === "global")
      return dtype.module.startsWith("numpy") && buildable(dtype, is) === true ? true : `${label(dtype)} is no dtype`;
    if (dtype?.kind !== "result" || dtype.callee.kind !== "global" || !dtype.callee.module.startsWith("numpy"))
      return "the dtype is not one of NumPy";
    const [code] = dtype.args;
    return code?.kind !== "text" || !/^[|<>=]?O/.test(code.text) || "a scalar of objects is a pickle of its own";
  }),
  ufunc: onlyCalled(([module, name], is) => {
    if (module?.kind !== "text" || name?.kind !== "text") return "the function to import is no literal";
    const home = /^(numpy|scipy\.special)(?:\.\w+)*$/.exec(module.text)?.[1];
    const plain2 = PLAIN_NAME.test(name.text) && !is.isDangerous(module.text, name.text);
    const known = home === "scipy.special" || is.safeUse("numpy", name.text) === "reference";
    return home !== void 0 && plain2 && known || `${module.text}.${name.text} is imported, which is no known ufunc`;
  }),
  "bit-generator": whenCalled(([which], is) => {
    if (which === void 0 || which.kind === "text" && PLAIN_NAME.test(which.text)) return true;
    return which.kind === "global" && which.module.startsWith("numpy.random") && buildable(which, is) === true || `${label(which)} is no bit generator`;
  }),
  "random-state": whenCalled(([generator, make], is) => {
    if (make !== void 0 && !isGlobal(make, "numpy.random._pickle", "__bit_generator_ctor")) return `${label(make)} would be called`;
    if (generator === void 0 || generator.kind === "text" && PLAIN_NAME.test(generator.text)) return true;
    const source = generator.kind === "result" && generator.callee.kind === "global" ? generator.callee : generator;
    if (source.kind !== "global" || !source.module.startsWith("numpy.random") || is.isDangerous(source.module, source.name))
      return "the bit generator is not one of NumPy";
    return true;
  }),
  index: whenCalled(([cls], is) => {
    if (cls?.kind === "global" && cls.module !== "pandas" && !cls.module.startsWith("pandas."))
      return `${label(cls)} is no index class of pandas`;
    return buildable(cls, is);
  }),
  distribution: (args, how) => {
    if (how === "build") return distribution(args[0]);
    return how === "newobj" || how === "obj" || "its constructor makes code out of its arguments";
  },
  vectorized: (args, how, is) => {
    if (how === "build") return vectorized(args[0], is);
    return how === "newobj" || "a function is vectorized, which no pickler writes as a call";
  },
  qhull: (args, how) => {
    if (how === "build") return qhull(args[0]);
    return how === "newobj" || "it is called, which no pickler writes";
  },
  "custom-offset": onlyCalled(
    ([, , , , calendar]) => calendar?.kind === "none" || "the calendar it is given would be asked for its holidays"
  ),
  member: onlyCalled((args) => args.length === 1 && args.every(isPlain) || "a member is looked up by something that is no plain value"),
  flags: onlyCalled(([left, right]) => {
    if (left?.kind === "int" && right?.kind === "int") return true;
    const owner = ownerOf2(left?.kind === "int" ? right : left);
    const other2 = right?.kind === "int" || left?.kind === "int" ? owner : ownerOf2(right);
    return owner !== OWNERLESS && owner === other2 || "the operands are not two flags of one enumeration";
  }),
  "typing-item": onlyCalled(
    ([generic]) => generic?.kind === "global" && /^(typing|collections\.abc)$/.test(generic.module) || `an item of ${label(generic)} is got`
  ),
  "zone-key": onlyCalled(
    ([key]) => key?.kind === "text" && ZONE_KEY.test(key.text) || "the time zone is named by something that is no zone key"
  ),
  "time-zone-file": whenCalled(([file]) => file?.kind === "none" || "a file of that name would be read"),
  tensor: whenCalled(tensor),
  "tensor-type": whenCalled(([rebuild, , args], is) => {
    if (rebuild?.kind !== "global" || !/^torch\._(utils|tensor)$/.test(rebuild.module) || !rebuild.name.startsWith("_rebuild_"))
      return `${label(rebuild)} would be called`;
    if (is.safeUse(rebuild.module, rebuild.name) !== "tensor")
      return is.safeUse(rebuild.module, rebuild.name) !== void 0 || `${label(rebuild)} is not known`;
    return args?.kind === "tuple" ? tensor(args.items, is) : "the arguments of the constructor are no literal tuple";
  }),
  "literal-bytes": whenCalled(([bytes]) => {
    if (bytes?.kind === "bytes") return true;
    const encoded2 = bytes?.kind === "result" && isGlobal(bytes.callee, "_codecs", "encode") && bytes.args[0]?.kind === "text";
    return encoded2 || "what is loaded is no literal of the file";
  }),
  "sibling-file": (args, how) => {
    if (how === "build") return siblingFile(args[0]);
    return how === "newobj" || args.length === 0 || "it is called with arguments, which joblib never does";
  },
  "no-cache": (args, how) => {
    if (how === "build") return noCache(args[0]);
    return how === "newobj" || "it is called, which no pickler writes";
  },
  "dill-type": onlyCalled(([name]) => name?.kind === "text" && BUILTIN_TYPES.has(name.text) || "the type is none of plain data"),
  "dill-array": whenCalled(([rebuild, args], is) => {
    if (rebuild?.kind !== "global" || rebuild.name !== "_reconstruct" || is.safeUse(rebuild.module, rebuild.name) !== "first-is-class") {
      return `${label(rebuild)} would be called`;
    }
    return args?.kind === "tuple" ? buildable(args.items[0], is) : "the arguments of the constructor are no literal tuple";
  })
};

// src/policy/globals/dangerous-libraries.ts
var dangerousLibraries = [
  {
    does: "runs a program",
    names: {
      "torch.utils.collect_env": "*",
      "torch.utils.cpp_extension": "*",
      "torch.utils._cpp_extension_versioner": "*",
      "torch.utils.hipify": "*",
      "torch.distributed.run": "*",
      "torch.distributed.launch": "*",
      "torch.distributed.launcher": "*",
      "torch.distributed.elastic": "*",
      "torch.multiprocessing": "*",
      "numpy.distutils": "*",
      "numpy.f2py": "*",
      "joblib.externals": "*",
      "joblib.parallel": "*",
      "joblib.pool": "*",
      "joblib.executor": "*",
      "joblib._parallel_backends": "*",
      joblib: "Parallel delayed parallel_backend parallel_config",
      loky: "*",
      pip: "*",
      setuptools: "*",
      _distutils_hack: "*",
      pkg_resources: "*",
      wheel: "*",
      conda: "*",
      virtualenv: "*",
      pexpect: "*",
      ptyprocess: "*",
      sh: "*",
      plumbum: "*",
      invoke: "*",
      fabric: "*",
      psutil: "*",
      docker: "*",
      ansible: "*",
      git: "*",
      dulwich: "*",
      fire: "*",
      "nltk.internals": "*",
      "gensim.models.wrappers": "*",
      "deepspeed.launcher": "*",
      "mlflow.projects": "*",
      "PIL.ImageShow": "*",
      "PIL.ImageGrab": "*",
      "PIL.EpsImagePlugin": "*",
      ray: "*",
      celery: "*",
      dask: "*",
      distributed: "*",
      pyspark: "SparkContext cloudpickle serializers"
    }
  },
  {
    does: "runs Python code",
    names: {
      torch: "compile",
      "torch._dynamo": "*",
      "torch._inductor": "*",
      "torch._export": "*",
      "torch.fx.graph_module": "*",
      "torch.fx.experimental": "*",
      "torch.fx._lazy_graph_module": "*",
      "torch.jit.annotations": "*",
      "torch.jit.frontend": "*",
      "torch.jit.unsupported_tensor_ops": "*",
      "torch.jit._monkeytype_config": "*",
      "torch.jit": "script trace trace_module script_method unsupported_tensor_ops annotations",
      "torch.utils.bottleneck": "*",
      "torch.utils.benchmark": "*",
      "torch.utils.data.datapipes": "*",
      "torch.testing": "*",
      "torch.distributed.rpc": "*",
      "torch.distributed.nn": "*",
      "torch._numpy.testing": "*",
      torch_utils: "*",
      dnnlib: "*",
      "numpy.testing": "*",
      numpy: "apply_along_axis apply_over_axes piecewise fromfunction frompyfunc seterrcall",
      pandas: "eval",
      "pandas.core.computation": "*",
      "pandas.core.frame": "DataFrame.eval DataFrame.query DataFrame.apply DataFrame.pipe DataFrame.applymap DataFrame.transform",
      "pandas.core.series": "Series.apply Series.pipe Series.map Series.transform",
      "pandas.util._tester": "*",
      numexpr: "*",
      "scipy.weave": "*",
      weave: "*",
      "scipy.LowLevelCallable": "*",
      "scipy._lib._ccallback": "*",
      "sklearn.utils._testing": "*",
      "sklearn.utils.testing": "*",
      sympy: "sympify parse_expr lambdify S",
      "sympy.utilities.lambdify": "*",
      "sympy.utilities.autowrap": "*",
      "sympy.parsing": "*",
      "sympy.core.sympify": "*",
      "PIL.ImageMath": "*",
      IPython: "*",
      ipykernel: "*",
      jupyter_client: "*",
      nbconvert: "*",
      pytest: "*",
      _pytest: "*",
      nose: "*",
      py: "*",
      Cython: "*",
      pyximport: "*",
      asteval: "*",
      RestrictedPython: "*",
      jinja2: "*",
      mako: "*",
      "attr._make": "_compile_and_eval _make_method _script_to_method",
      decorator: "FunctionMaker",
      six: "exec_ reraise",
      "future.utils": "exec_",
      "numba.core.serialize": "*",
      "numba.pycc": "*",
      "keras.layers": "Lambda",
      "keras.layers.core": "Lambda",
      "keras.layers.core.lambda_layer": "Lambda",
      "keras.src.layers.core.lambda_layer": "Lambda",
      "keras.utils": "func_load get_file",
      "keras.utils.generic_utils": "func_load",
      "keras.src.utils.python_utils": "func_load",
      "tensorflow.keras.layers": "Lambda",
      tensorflow: "py_function numpy_function py_func load_op_library load_library",
      "tensorflow.python.ops.script_ops": "*",
      "mlflow.pyfunc": "*",
      "transformers.tools": "*",
      "transformers.agents": "*",
      toolz: "curry pipe compose thread_first thread_last juxt",
      cytoolz: "curry pipe compose thread_first thread_last juxt"
    }
  },
  {
    does: "makes functions out of data",
    names: {
      cloudpickle: "* !cloudpickle._make_dict_keys !cloudpickle._make_dict_values",
      dill: "*",
      "dill._dill": "* !_load_type !_create_array",
      "dill.settings": "*",
      pyffi: "*",
      "attr._compat": "make_set_closure_cell"
    }
  },
  {
    does: "loads another pickle",
    names: {
      torch: "load",
      "torch.serialization": "load _load _legacy_load add_safe_globals safe_globals set_default_load_endianness register_package",
      "torch.package": "*",
      "torch._weights_only_unpickler": "*",
      "torch.distributed._serialization": "*",
      "torch.distributed.checkpoint.state_dict_loader": "*",
      "torch.utils.show_pickle": "*",
      "torch.utils.model_dump": "*",
      "torch.jit": "load jit_module_from_flatbuffer",
      "torch.jit._serialization": "*",
      "torch.jit.mobile": "*",
      "torch.ao.quantization.fx.utils": "load_arg",
      numpy: "load",
      "numpy.lib.npyio": "*",
      "numpy.lib._npyio_impl": "*",
      "numpy.lib.format": "read_array open_memmap",
      "numpy.lib._format_impl": "read_array open_memmap",
      "numpy.compat": "*",
      joblib: "load _pickle_load",
      "joblib.numpy_pickle": "load load_temporary_memmap read_array _unpickle NumpyUnpickler NumpyPickler",
      "joblib.numpy_pickle_compat": "load load_compatibility NumpyUnpickler ZipNumpyUnpickler read_zfile",
      "joblib.memory": "* !Memory",
      "joblib._store_backends": "*",
      "joblib._memmapping_reducer": "*",
      pandas: "read_pickle to_pickle read_hdf",
      "pandas.compat.pickle_compat": "load loads Unpickler load_reduce load_newobj load_newobj_ex load_build patch_pickle",
      "nltk.data": "*",
      "nltk.corpus.reader.util": "PickleCorpusView",
      nltk: "download load",
      "gensim.utils": "unpickle SaveLoad.load",
      "statsmodels.iolib.smpickle": "*",
      "networkx.readwrite.gpickle": "*",
      networkx: "read_gpickle write_gpickle",
      jsonpickle: "*",
      klepto: "*",
      srsly: "*",
      paddle: "load",
      tensorflow: "saved_model.load keras.models.load_model",
      "tensorflow.keras.models": "load_model",
      "tensorflow.saved_model": "load",
      "keras.models": "load_model model_from_json model_from_yaml model_from_config clone_model",
      "keras.saving": "*",
      "keras.src.saving": "*",
      "keras.config": "enable_unsafe_deserialization",
      "keras.src.legacy.saving": "*",
      yaml: "*",
      ruamel: "*",
      ruamel_yaml: "*",
      mlflow: "*",
      bentoml: "*",
      skops: "*",
      "lightning.fabric.utilities.cloud_io": "*",
      "pytorch_lightning.utilities.cloud_io": "*"
    }
  },
  {
    does: "imports any module by name",
    names: {
      "torch._utils": "_import_dotted_name",
      "torch.utils._config_module": "*",
      "torch._utils_internal": "*",
      "xgboost.compat": "LazyLoader lazy_isinstance",
      imblearn: "LazyLoader",
      hydra: "*",
      "pydantic.utils": "import_string",
      "werkzeug.utils": "import_string",
      "django.utils.module_loading": "*",
      "tornado.util": "import_object exec_in",
      "twisted.python.reflect": "*",
      "zope.dottedname.resolve": "*",
      six: "_import_module",
      "astropy.utils.misc": "resolve_name",
      "transformers.dynamic_module_utils": "*",
      "diffusers.utils.dynamic_modules_utils": "*",
      "sentence_transformers.util": "import_from_string",
      "spacy.util": "*"
    }
  },
  {
    does: "calls native code",
    names: {
      "torch.ops": "*",
      "torch._ops": "*",
      "torch.classes": "*",
      "torch._classes": "*",
      "torch.library": "*",
      torch: "ops classes",
      "numpy.ctypeslib": "*",
      cffi: "*",
      _cffi_backend: "*",
      llvmlite: "*",
      onnxruntime: "*"
    }
  },
  {
    does: "reads or writes files",
    names: {
      torch: "save from_file",
      "torch.serialization": "save _save _legacy_save",
      "torch.storage": "UntypedStorage.from_file TypedStorage.from_file _UntypedStorage.from_file",
      "torch.jit": "save",
      "torch._C": "PyTorchFileReader PyTorchFileWriter _VariableFunctionsClass.from_file import_ir_module",
      "torch.utils.tensorboard": "*",
      "torch.onnx": "*",
      "torchvision.io": "*",
      "torchvision.datasets": "*",
      torchaudio: "load save info",
      numpy: `save savez savez_compressed savetxt loadtxt genfromtxt fromfile fromregex memmap DataSource ndarray.tofile ndarray.dump
        recfromcsv recfromtxt`,
      "numpy.core.memmap": "*",
      "numpy.core.multiarray": "fromfile",
      "numpy.core._multiarray_umath": "fromfile",
      "numpy.core.records": "fromfile",
      "numpy.lib._datasource": "*",
      "numpy.lib.format": "write_array",
      joblib: "dump Memory",
      "joblib.numpy_pickle": "dump write_array",
      "joblib.disk": "*",
      "scipy.io": "loadmat savemat whosmat readsav mmread mmwrite mminfo hb_read hb_write netcdf_file FortranFile",
      "scipy.io.wavfile": "*",
      "scipy.io.arff": "*",
      "scipy.datasets": "*",
      "scipy.sparse": "load_npz save_npz",
      "scipy.sparse._matrix_io": "*",
      "sklearn.datasets": `load_files load_svmlight_file load_svmlight_files dump_svmlight_file fetch_openml fetch_20newsgroups fetch_california_housing
        fetch_covtype fetch_kddcup99 fetch_lfw_pairs fetch_lfw_people fetch_olivetti_faces fetch_rcv1 fetch_species_distributions clear_data_home
        get_data_home`,
      pandas: `read_csv read_table read_fwf read_excel read_json read_html read_xml read_parquet read_feather read_orc read_sas read_spss read_stata
        read_sql read_sql_query read_sql_table read_gbq read_clipboard HDFStore ExcelFile ExcelWriter`,
      "pandas.io": "*",
      "omegaconf.omegaconf": "OmegaConf.load OmegaConf.save",
      "PIL.Image": "open Image.save",
      cv2: "imread imwrite VideoCapture VideoWriter FileStorage dnn",
      imageio: "*",
      h5py: "*",
      tables: "*",
      netCDF4: "*",
      zarr: "*",
      lmdb: "*",
      pyarrow: `* !lib.DictionaryScalar !lib.DictionaryScalar._reconstruct !lib.KeyValueMetadata !lib._reconstruct_record_batch !lib._reconstruct_table
        !lib._restore_array !lib.binary !lib.bool8 !lib.chunked_array !lib.decimal128 !lib.decimal256 !lib.decimal32 !lib.decimal64 !lib.dictionary
        !lib.field !lib.fixed_shape_tensor !lib.json_ !lib.large_list !lib.large_list_view !lib.list_ !lib.list_view !lib.map_ !lib.opaque
        !lib.py_buffer !lib.run_end_encoded !lib.scalar !lib.schema !lib.struct !lib.timestamp !lib.type_for_alias !lib.union !lib.uuid`,
      fsspec: "*",
      "astropy.io": "*",
      "xarray.backends": "*",
      xarray: "open_dataset open_dataarray open_mfdataset open_zarr load_dataset",
      "networkx.readwrite": "*",
      onnx: "load load_model save save_model",
      dotenv: "*",
      sqlalchemy: "*"
    }
  },
  {
    does: "opens a network connection",
    names: {
      "torch.hub": "*",
      "torch.utils.model_zoo": "*",
      requests: "*",
      urllib3: "*",
      httpx: "*",
      httpcore: "*",
      httplib2: "*",
      aiohttp: "*",
      websocket: "*",
      websockets: "*",
      pycurl: "*",
      tornado: "*",
      twisted: "*",
      paramiko: "*",
      boto: "*",
      boto3: "*",
      botocore: "*",
      s3fs: "*",
      gcsfs: "*",
      adlfs: "*",
      smart_open: "*",
      huggingface_hub: "*",
      wandb: "*",
      clearml: "*",
      comet_ml: "*",
      selenium: "*",
      flask: "*",
      uvicorn: "*",
      gradio: "*",
      pymongo: "*",
      redis: "*",
      psycopg2: "*",
      pymysql: "*",
      MySQLdb: "*",
      zmq: "*",
      dns: "*",
      "nltk.downloader": "*",
      "gensim.downloader": "*",
      "astropy.utils.data": "*",
      "transformers.utils.hub": "*",
      "transformers.file_utils": "cached_path get_from_cache",
      transformers: `pipeline AutoConfig AutoTokenizer AutoProcessor AutoImageProcessor AutoFeatureExtractor AutoModel AutoModelForCausalLM
        AutoModelForSeq2SeqLM AutoModelForSequenceClassification AutoModelForTokenClassification AutoModelForQuestionAnswering
        AutoModelForMaskedLM AutoModelForImageClassification`,
      "sklearn.datasets._openml": "*"
    }
  },
  {
    does: "switches a pickle scanner off",
    names: {
      fickling: "*",
      picklescan: "*",
      modelscan: "*",
      modelaudit: "*",
      saferpickle: "*",
      model_unpickler: "*"
    }
  }
];

// src/policy/globals/dangerous-stdlib.ts
var dangerousStdlib = [
  {
    does: "runs a program",
    names: {
      os: "* !stat_result !statvfs_result !terminal_size !times_result !uname_result",
      posix: "*",
      nt: "*",
      ce: "*",
      os2: "*",
      subprocess: "*",
      commands: "*",
      popen2: "*",
      posixfile: "*",
      pty: "*",
      pipes: "*",
      mailcap: "*",
      _posixsubprocess: "*",
      _winapi: "*",
      _subprocess: "*",
      _osx_support: "*",
      _aix_support: "*",
      _bootsubprocess: "*",
      _pyrepl: "*",
      platform: "* !uname_result",
      uuid: `_get_command_stdout _popen _ifconfig_getnode _ip_getnode _arp_getnode _lanscan_getnode _netstat_getnode _unix_getnode
        _ipconfig_getnode _netbios_getnode _find_mac _find_mac_near_keyword _find_mac_under_heading getnode uuid1 main`,
      imaplib: "IMAP4_stream",
      webbrowser: "*",
      antigravity: "*",
      ensurepip: "*",
      venv: "*",
      pydoc: "*",
      _pydoc: "*",
      "test.support": "*",
      "test.libregrtest": "*",
      "test.regrtest": "*",
      "test.script_helper": "*",
      "test.test_support": "*",
      "ctypes.util": "*",
      distutils: "*"
    }
  },
  {
    does: "runs Python code",
    names: {
      builtins: "eval exec execfile compile __import__ apply breakpoint input raw_input reload help",
      runpy: "*",
      code: "*",
      codeop: "*",
      bdb: "*",
      pdb: "*",
      timeit: "*",
      trace: "*",
      profile: "*",
      cProfile: "*",
      hotshot: "*",
      _hotshot: "*",
      _lsprof: "*",
      doctest: "*",
      unittest: "*",
      rlcompleter: "*",
      idlelib: "*",
      lib2to3: "*",
      turtledemo: "*",
      compiler: "*",
      compileall: "*",
      py_compile: "*",
      cgitb: "*",
      rexec: "*",
      Bastion: "*",
      _xxsubinterpreters: "*",
      _interpreters: "*",
      _xxinterpchannels: "*",
      _interpchannels: "*",
      interpreters: "*",
      "concurrent.interpreters": "*",
      dataclasses: "_create_fn _FuncBuilder make_dataclass _process_class dataclass",
      typing: "_eval_type get_type_hints evaluate_forward_ref ForwardRef._evaluate",
      annotationlib: "*",
      "logging.config": "*",
      tkinter: "*",
      _tkinter: "*",
      turtle: "*",
      _testcapi: "*",
      _testinternalcapi: "*",
      _testlimitedcapi: "*",
      "test.pythoninfo": "*"
    }
  },
  {
    does: "makes functions out of data",
    names: {
      types: `FunctionType LambdaType CodeType MethodType ModuleType FrameType TracebackType CellType CoroutineType new_class prepare_class coroutine
        DynamicClassAttribute ClassMethodDescriptorType GetSetDescriptorType MemberDescriptorType WrapperDescriptorType MethodWrapperType
        MethodDescriptorType BuiltinFunctionType BuiltinMethodType`,
      new: "function code instancemethod classobj module",
      marshal: "*"
    }
  },
  {
    does: "loads another pickle",
    names: {
      pickle: "* !PickleError !PicklingError !UnpicklingError !PickleBuffer",
      shelve: "*"
    }
  },
  {
    does: "imports any module by name",
    names: {
      importlib: "*",
      _frozen_importlib: "*",
      _frozen_importlib_external: "*",
      _imp: "*",
      imp: "*",
      ihooks: "*",
      imputil: "*",
      pkgutil: "*",
      modulefinder: "*",
      zipimport: "*",
      site: "*",
      sitecustomize: "*",
      usercustomize: "*",
      "xmlrpc.server": "*"
    }
  },
  {
    does: "gets any attribute (can reach any function)",
    names: {
      builtins: "vars globals locals dir str.format str.format_map",
      __builtin__: "unicode.format",
      string: "Formatter",
      inspect: "* !Signature !Parameter !_ParameterKind !BoundArguments !_empty !ArgSpec !FullArgSpec !ArgInfo",
      gc: "*",
      "unittest.mock": "*"
    }
  },
  {
    does: "calls a function that it is given",
    names: {
      atexit: "*",
      sched: "*",
      signal: `signal raise_signal alarm setitimer pthread_kill pthread_sigmask set_wakeup_fd siginterrupt sigwait pause default_int_handler
        sigqueue pidfd_send_signal`,
      _signal: "*",
      threading: "Thread Timer settrace setprofile settrace_all_threads setprofile_all_threads excepthook _start_new_thread _start_joinable_thread",
      _thread: "*",
      _dummy_thread: "*",
      dummy_threading: "*",
      "concurrent.futures": "*",
      multiprocessing: "*",
      _multiprocessing: "*",
      asyncio: "*",
      _asyncio: "*",
      asyncore: "*",
      asynchat: "*",
      socketserver: "*",
      contextlib: "ExitStack AsyncExitStack",
      weakref: "finalize",
      itertools: "starmap filterfalse takewhile dropwhile groupby accumulate imap ifilter",
      functools: "cmp_to_key singledispatch singledispatchmethod cached_property update_wrapper wraps",
      operator: "call",
      csv: "DictWriter"
    }
  },
  {
    does: "changes the running program",
    names: {
      builtins: "setattr delattr",
      sys: "* !intern !maxsize !maxint !float_info !hash_info !int_info !thread_info !version_info",
      operator: "setitem delitem iconcat",
      copyreg: `add_extension remove_extension clear_extension_cache pickle constructor dispatch_table _extension_registry _inverted_registry
        _extension_cache`,
      logging: "setLoggerClass setLogRecordFactory addLevelName captureWarnings basicConfig shutdown",
      warnings: "showwarning formatwarning simplefilter filterwarnings catch_warnings",
      faulthandler: "*",
      resource: "*",
      fcntl: "*",
      syslog: "*"
    }
  },
  {
    does: "stops the program",
    names: { builtins: "exit quit", _sitebuiltins: "*" }
  },
  {
    does: "calls native code",
    names: { ctypes: "*", _ctypes: "*", _ctypes_test: "*", dl: "*", msvcrt: "*", mmap: "*" }
  },
  {
    does: "reads or writes files",
    names: {
      builtins: "open file",
      io: "open open_code FileIO OpenWrapper TextIOWrapper BufferedReader BufferedWriter BufferedRandom",
      pathlib: `Path.open Path.read_text Path.read_bytes Path.write_text Path.write_bytes Path.touch Path.mkdir Path.unlink Path.rmdir Path.rename
        Path.replace Path.chmod Path.lchmod Path.symlink_to Path.hardlink_to Path.link_to Path.iterdir Path.glob Path.rglob Path.walk Path.copy
        Path.copy_into Path.move Path.move_into PosixPath.open PosixPath.read_text PosixPath.read_bytes PosixPath.write_text PosixPath.write_bytes
        PosixPath.touch PosixPath.mkdir PosixPath.unlink PosixPath.rmdir PosixPath.rename PosixPath.replace PosixPath.chmod PosixPath.lchmod
        PosixPath.symlink_to PosixPath.hardlink_to PosixPath.link_to PosixPath.iterdir PosixPath.glob PosixPath.rglob PosixPath.walk PosixPath.copy
        PosixPath.copy_into PosixPath.move PosixPath.move_into WindowsPath.open WindowsPath.read_text WindowsPath.read_bytes WindowsPath.write_text
        WindowsPath.write_bytes WindowsPath.touch WindowsPath.mkdir WindowsPath.unlink WindowsPath.rmdir WindowsPath.rename WindowsPath.replace
        WindowsPath.chmod WindowsPath.symlink_to WindowsPath.hardlink_to WindowsPath.iterdir WindowsPath.glob WindowsPath.rglob`,
      shutil: "*",
      tempfile: "*",
      fileinput: "*",
      linecache: "*",
      tokenize: "open",
      codecs: "open EncodedFile StreamReaderWriter",
      gzip: "open GzipFile",
      bz2: "open BZ2File",
      lzma: "open LZMAFile",
      zipfile: "*",
      zipapp: "*",
      tarfile: "*",
      mailbox: "*",
      netrc: "*",
      filecmp: "*",
      glob: "glob iglob glob0 glob1",
      dircache: "*",
      configparser: "ConfigParser.read RawConfigParser.read SafeConfigParser.read",
      logging: "FileHandler StreamHandler Logger._log Logger.addHandler Filterer.filter",
      "logging.handlers": "*",
      sqlite3: "*",
      _sqlite3: "*",
      dbm: "*",
      _dbm: "*",
      _gdbm: "*",
      bsddb: "*",
      _bsddb: "*",
      "xml.dom.minidom": "parse",
      "xml.dom.pulldom": "parse",
      "xml.dom.expatbuilder": "parse",
      "xml.sax": "*",
      "xml.etree.ElementTree": "parse iterparse ElementTree.parse ElementTree.write",
      "xml.etree.cElementTree": "parse iterparse",
      "xml.etree.ElementInclude": "*",
      wave: "open",
      aifc: "open",
      sunau: "open",
      pstats: "Stats",
      "json.tool": "*",
      pwd: "*",
      grp: "*",
      spwd: "*",
      getpass: "*",
      winreg: "*",
      msilib: "*"
    }
  },
  {
    does: "opens a network connection",
    names: {
      socket: "* !AddressFamily !SocketKind",
      _socket: "*",
      ssl: "*",
      _ssl: "*",
      "http.client": "*",
      "http.server": "*",
      "http.cookiejar": "*",
      "urllib.request": "*",
      "urllib.robotparser": "*",
      urllib: "urlopen urlretrieve URLopener FancyURLopener",
      ftplib: "*",
      poplib: "*",
      imaplib: "*",
      nntplib: "*",
      smtplib: "*",
      smtpd: "*",
      telnetlib: "*",
      xmlrpc: "*",
      wsgiref: "*",
      gopherlib: "*"
    }
  }
];

// src/policy/globals/dangerous.ts
var dangerous = [...dangerousStdlib, ...dangerousLibraries];

// src/policy/globals/safe-arrow.ts
var arrow = [
  {
    use: "call",
    reason: "builder of Arrow data: makes a type, a buffer, an array or a table of what it is given",
    names: {
      "pyarrow.lib": `DictionaryScalar._reconstruct KeyValueMetadata _reconstruct_record_batch _reconstruct_table _restore_array binary bool8
        chunked_array decimal128 decimal256 decimal32 decimal64 dictionary field fixed_shape_tensor json_ large_list large_list_view list_ list_view
        map_ opaque py_buffer run_end_encoded scalar schema struct timestamp type_for_alias union uuid`
    }
  },
  {
    use: "class",
    reason: "class of Arrow data: only named, its constructor refuses to be called",
    names: { "pyarrow.lib": "DictionaryScalar" }
  }
];

// src/policy/globals/safe-boosting.ts
var boosting = [
  {
    use: "class",
    reason: "estimator: plain state; a booster parses its own model bytes",
    names: {
      "catboost.core": "CatBoost CatBoostClassifier CatBoostRanker CatBoostRegressor",
      "imblearn.combine._smote_tomek": "SMOTETomek",
      "imblearn.ensemble._easy_ensemble": "EasyEnsembleClassifier",
      "imblearn.ensemble._forest": "BalancedRandomForestClassifier",
      "imblearn.over_sampling._adasyn": "ADASYN",
      "imblearn.over_sampling._random_over_sampler": "RandomOverSampler",
      "imblearn.over_sampling._smote.base": "SMOTE",
      "imblearn.pipeline": "Pipeline",
      "imblearn.under_sampling._prototype_selection._random_under_sampler": "RandomUnderSampler",
      "lightgbm.basic": "Booster",
      "lightgbm.sklearn": "LGBMClassifier LGBMModel LGBMRanker LGBMRegressor",
      xgboost: "Booster XGBClassifier XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor",
      "xgboost.core": "Booster",
      "xgboost.sklearn": "XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor"
    }
  }
];

// src/policy/globals/safe-numpy.ts
var numpy = [
  {
    use: "call",
    reason: "array or scalar type: allocates only",
    names: {
      numpy: `bool bool_ bytes_ character clongdouble complex128 complex256 complex64 complexfloating datetime64 dtype flexible float128
        float16 float32 float64 floating generic inexact int16 int32 int64 int8 int_ intc integer longdouble longlong ndarray number
        object_ signedinteger str_ string_ timedelta64 uint uint16 uint32 uint64 uint8 uintc ulonglong unicode_ unsignedinteger void`
    }
  },
  {
    use: "call",
    reason: "builds an array over bytes, or generator state from numbers",
    names: {
      "numpy.core._internal": "_convert_to_stringdtype_kwargs",
      "numpy.core.numeric": "_frombuffer",
      "numpy.random": "__RandomState_ctor"
    }
  },
  {
    use: "class",
    reason: "array, generator or wrapper class: compiled or plain state",
    names: {
      "joblib.numpy_pickle": "NumpyArrayWrapper",
      numpy: "chararray matrix poly1d recarray record",
      "numpy.core.defchararray": "chararray",
      "numpy.core.records": "recarray record",
      "numpy.dtypes": `BoolDType ByteDType BytesDType CLongDoubleDType Complex128DType Complex64DType DateTime64DType Float16DType
        Float32DType Float64DType Int16DType Int32DType Int64DType Int8DType IntDType LongDType LongDoubleDType LongLongDType ObjectDType
        ShortDType StrDType StringDType TimeDelta64DType UByteDType UInt16DType UInt32DType UInt64DType UInt8DType UIntDType ULongDType
        ULongLongDType UShortDType VoidDType`,
      "numpy.lib.polynomial": "poly1d",
      "numpy.ma": "MaskedArray MaskedConstant mvoid",
      "numpy.ma.core": "MaskedArray MaskedConstant mvoid",
      "numpy.ma.mrecords": "MaskedRecords",
      "numpy.matrixlib.defmatrix": "matrix",
      "numpy.polynomial.chebyshev": "Chebyshev",
      "numpy.polynomial.hermite": "Hermite",
      "numpy.polynomial.hermite_e": "HermiteE",
      "numpy.polynomial.laguerre": "Laguerre",
      "numpy.polynomial.legendre": "Legendre",
      "numpy.polynomial.polynomial": "Polynomial",
      "numpy.random._generator": "Generator",
      "numpy.random._mt19937": "MT19937",
      "numpy.random._pcg64": "PCG64 PCG64DXSM",
      "numpy.random._philox": "Philox",
      "numpy.random._sfc64": "SFC64",
      "numpy.random.bit_generator": "SeedSequence",
      "numpy.random.mtrand": "RandomState"
    }
  },
  {
    use: "reference",
    reason: "function of arrays: only named",
    names: {
      numpy: `abs absolute add amax amin arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin array asarray
        bitwise_and bitwise_not bitwise_or bitwise_xor cbrt ceil concatenate conj conjugate copysign cos cosh deg2rad degrees divide
        divmod empty equal exp exp2 expm1 fabs float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside
        hypot invert isfinite isinf isnan isnat lcm ldexp left_shift less less_equal linspace log log10 log1p log2 logaddexp logaddexp2
        logical_and logical_not logical_or logical_xor matmul max maximum mean median min minimum mod modf multiply nanmean nanmedian
        negative nextafter not_equal ones percentile positive power rad2deg radians reciprocal remainder right_shift rint sign signbit sin
        sinh spacing sqrt square std subtract sum tan tanh true_divide trunc zeros`,
      "numpy.core._multiarray_umath": `abs absolute add arccos arccosh arcsin arcsinh arctan arctan2 arctanh bitwise_and bitwise_not
        bitwise_or bitwise_xor cbrt ceil conj conjugate copysign cos cosh deg2rad degrees divide divmod equal exp exp2 expm1 fabs
        float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside hypot invert isfinite isinf isnan isnat
        lcm ldexp left_shift less less_equal log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor
        matmul maximum minimum mod modf multiply negative nextafter not_equal positive power rad2deg radians reciprocal remainder
        right_shift rint sign signbit sin sinh spacing sqrt square subtract tan tanh true_divide trunc`
    }
  },
  {
    use: "no-cache",
    reason: "cache of joblib without a folder: calls go through",
    names: { "joblib.memory": "Memory" }
  },
  {
    use: "sibling-file",
    reason: "old array wrapper: joblib reads the sibling file it names",
    names: {
      "joblib.numpy_pickle": "NDArrayWrapper ZNDArrayWrapper",
      "joblib.numpy_pickle_compat": "NDArrayWrapper ZNDArrayWrapper"
    }
  },
  {
    use: "first-is-class",
    reason: "array constructor: allocates an array of the class it is given",
    names: {
      "numpy.core._internal": "_reconstruct",
      "numpy.core.multiarray": "_reconstruct"
    }
  },
  {
    use: "numpy-scalar",
    reason: "scalar constructor: reads one value from bytes",
    names: { "numpy.core.multiarray": "scalar" }
  },
  {
    use: "ufunc",
    reason: "imports a ufunc by module and name",
    names: { "numpy.core": "_ufunc_reconstruct" }
  },
  {
    use: "masked-array",
    reason: "masked array constructor: allocates an array of the classes it is given",
    names: {
      "numpy.ma.core": "_mareconstruct",
      "numpy.ma.mrecords": "_mrreconstruct"
    }
  },
  {
    use: "bit-generator",
    reason: "makes a bit generator of NumPy by name",
    names: { "numpy.random._pickle": "__bit_generator_ctor" }
  },
  {
    use: "random-state",
    reason: "random generator: calls the bit generator constructor it is given",
    names: { "numpy.random._pickle": "__generator_ctor __randomstate_ctor" }
  },
  {
    use: "first-is-class",
    reason: "Cython constructor: builds the class it is given without its initialiser",
    names: { "numpy.random.bit_generator": "__pyx_unpickle_SeedSequence" }
  },
  {
    use: "class",
    reason: "limits of a type, or a named tuple of arrays",
    names: {
      numpy: "finfo iinfo",
      "numpy.linalg._linalg": "EigResult EighResult QRResult SVDResult SlogdetResult"
    }
  },
  {
    use: "call",
    reason: "exception: keeps its arguments",
    names: {
      "numpy.linalg": "LinAlgError"
    }
  },
  {
    use: "reference",
    reason: "function of arrays: only named; none calls an argument, reads a file or changes a setting",
    names: {
      numpy: `all allclose angle any append argpartition argsort argwhere around array_equal array_equiv array_split asanyarray
        asarray_chkfinite ascontiguousarray asfortranarray asmatrix astype atleast_1d atleast_2d atleast_3d average bartlett base_repr
        binary_repr bincount bitwise_count blackman block bmat broadcast_arrays broadcast_shapes broadcast_to busday_count busday_offset
        can_cast choose clip column_stack common_type compress convolve copy copyto corrcoef correlate count_nonzero cov cross cumprod
        cumsum cumulative_prod cumulative_sum datetime_as_string datetime_data delete diag diag_indices diag_indices_from diagflat
        diagonal diff digitize dot dsplit dstack ediff1d einsum einsum_path empty_like expand_dims extract eye fill_diagonal fix
        flatnonzero flip fliplr flipud format_float_positional format_float_scientific frombuffer fromiter fromstring full full_like
        geomspace gradient hamming hanning histogram histogram2d histogram_bin_edges histogramdd hsplit hstack i0 identity imag indices
        inner insert interp intersect1d is_busday isclose iscomplex iscomplexobj isdtype isfortran isin isneginf isposinf isreal isrealobj
        isscalar issubdtype ix_ kaiser kron lexsort logspace matrix_transpose matvec may_share_memory meshgrid
        min_scalar_type mintypecode moveaxis nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmin nanpercentile nanprod
        nanquantile nanstd nansum nanvar ndim nonzero ones_like outer packbits partition place poly polyadd polyder polydiv polyfit
        polyint polymul polysub polyval prod promote_types ptp put put_along_axis putmask quantile ravel ravel_multi_index real
        real_if_close repeat reshape resize result_type roll rollaxis roots rot90 round row_stack searchsorted select setdiff1d setxor1d
        shape shares_memory sinc size sort sort_complex split squeeze stack swapaxes take take_along_axis tensordot tile trace transpose
        trapezoid tri tril tril_indices tril_indices_from trim_zeros triu triu_indices triu_indices_from typename union1d unique
        unique_all unique_counts unique_inverse unique_values unpackbits unravel_index unstack unwrap vander var vdot vecdot vecmat vsplit
        vstack where zeros_like`,
      "numpy.fft": `fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft rfft2 rfftfreq rfftn`,
      "numpy.linalg": `cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul matrix_norm matrix_power matrix_rank matrix_transpose
        multi_dot norm outer pinv qr slogdet solve svd svdvals tensordot tensorinv tensorsolve trace vecdot vector_norm`
    }
  },
  {
    use: "vectorized",
    reason: "vectorized function: keeps the function of its state, to be called later",
    names: {
      numpy: "vectorize"
    }
  }
];

// src/policy/globals/safe-other.ts
var other = [
  {
    use: "call",
    reason: "value object: keeps its arguments",
    names: {
      "astropy.units.core": "_recreate_irreducible_unit",
      "cloudpickle.cloudpickle": "_make_dict_keys _make_dict_values",
      "dateutil.tz.tz": "tzoffset",
      "nltk.probability": "ConditionalFreqDist FreqDist",
      pytz: "FixedOffset _FixedOffset _UTC _p",
      "ultralytics.utils": "IterableSimpleNamespace"
    }
  },
  {
    use: "call",
    reason: "compiled state-space object: takes arrays only",
    names: {
      "statsmodels.tsa.statespace._initialization": "dInitialization zInitialization",
      "statsmodels.tsa.statespace._kalman_filter": "dKalmanFilter zKalmanFilter",
      "statsmodels.tsa.statespace._kalman_smoother": "dKalmanSmoother",
      "statsmodels.tsa.statespace._representation": "dStatespace zStatespace"
    }
  },
  {
    use: "class",
    reason: "class with a plain state, seen in published models",
    names: {
      "Bio.Seq": "Seq",
      "Bio.SeqRecord": "SeqRecord _RestrictedDict",
      "FlagEmbedding.baai_general_embedding.finetune.arguments": "RetrieverTrainingArguments",
      "PIL.Image": "Image",
      "TTS.utils.radam": "RAdam",
      "accelerate.state": "PartialState",
      "accelerate.utils.deepspeed": "HfDeepSpeedConfig",
      "alignment.configs": "DPOConfig SFTConfig",
      "astropy.coordinates.angles": "Angle Latitude Longitude",
      "astropy.coordinates.builtin_frames.icrs": "ICRS",
      "astropy.coordinates.earth": `BaseGeodeticRepresentation GRS80GeodeticRepresentation WGS72GeodeticRepresentation
        WGS84GeodeticRepresentation`,
      "astropy.coordinates.representation": `CartesianDifferential CartesianRepresentation CylindricalDifferential
        CylindricalRepresentation PhysicsSphericalDifferential PhysicsSphericalRepresentation RadialDifferential RadialRepresentation
        SphericalCosLatDifferential SphericalDifferential SphericalRepresentation UnitSphericalCosLatDifferential
        UnitSphericalDifferential UnitSphericalRepresentation`,
      "astropy.coordinates.sky_coordinate": "SkyCoord",
      "astropy.modeling.functional_models": "Gaussian1D",
      "astropy.modeling.parameters": "Parameter",
      "astropy.table.column": "Column",
      "astropy.table.table": "Table",
      "astropy.time.core": "Time",
      "astropy.time.formats": "TimeISO",
      "astropy.units.core": "CompositeUnit IrreducibleUnit PrefixUnit Unit",
      "astropy.units.quantity": "Quantity",
      "axolotl.core.trainer_builder": "AxolotlTrainingArguments",
      "babel.dates": "DateTimePattern",
      "babel.numbers": "NumberPattern",
      "babel.plural": "PluralRule",
      "dateutil._common": "weekday",
      "dateutil.relativedelta": "relativedelta",
      "dateutil.tz.tz": "_ttinfo tzlocal tzrange tzstr tzutc",
      "deepspeed.runtime.fp16.loss_scaler": "DynamicLossScaler",
      "deepspeed.utils.tensor_fragment": "fragment_address",
      "detectron2.structures.boxes": "Boxes",
      "fairseq.data.dictionary": "Dictionary",
      "fairseq.dataclass.configs": "FairseqConfig",
      "fastai.learner": "Learner",
      "flair.data": "Dictionary",
      "flair.embeddings": "FlairEmbeddings StackedEmbeddings",
      "flair.embeddings.token": "CharacterEmbeddings FlairEmbeddings StackedEmbeddings TransformerWordEmbeddings WordEmbeddings",
      "flair.models.language_model": "LanguageModel",
      "flair.models.prefixed_tagger": "EntityTypeTaskPromptAugmentationStrategy",
      "flair.optim": "LinearSchedulerWithWarmup",
      "flair.trainers.plugins.functional.linear_scheduler": "LinearSchedulerPlugin",
      "flair.trainers.plugins.loggers.tensorboard": "TensorboardLogger",
      "flair.training_utils": "AnnealOnPlateau",
      "gensim.corpora.dictionary": "Dictionary",
      "gensim.models.doc2vec": "Doc2Vec",
      "gensim.models.fasttext": "FastText FastTextKeyedVectors",
      "gensim.models.keyedvectors": "KeyedVectors Vocab Word2VecKeyedVectors",
      "gensim.models.ldamodel": "LdaModel LdaState",
      "gensim.models.lsimodel": "LsiModel Projection",
      "gensim.models.phrases": "Phrases",
      "gensim.models.tfidfmodel": "TfidfModel",
      "gensim.models.word2vec": "Word2Vec",
      "h4.training.config": "DPOTrainingArguments TrainingArguments",
      "lightning.pytorch.callbacks.early_stopping": "EarlyStopping",
      "lightning.pytorch.callbacks.model_checkpoint": "ModelCheckpoint",
      "lightning.pytorch.utilities.parsing": "AttributeDict",
      "llava.train.train": "TrainingArguments",
      "llava.train.train_dpo_ori": "TrainingArguments",
      "megatron.core.optimizer": "OptimizerConfig",
      "megatron.core.rerun_state_machine": "RerunDiagnostic",
      "models.common": "Bottleneck BottleneckCSP C3 C3TR Concat Conv DWConv Focus SPP SPPF",
      "models.yolo": "BaseModel Detect DetectionModel Model Segment SegmentationModel",
      "networkx.classes.coreviews": "AdjacencyView",
      "networkx.classes.digraph": "DiGraph",
      "networkx.classes.graph": "Graph",
      "networkx.classes.reportviews": "NodeView",
      "nltk.classify.maxent": "BinaryMaxentFeatureEncoding MaxentClassifier",
      "nltk.classify.naivebayes": "NaiveBayesClassifier",
      "nltk.grammar": "CFG Nonterminal Production",
      "nltk.probability": "ELEProbDist",
      "nltk.tag.perceptron": "AveragedPerceptron",
      "nltk.tag.sequential": "DefaultTagger TrigramTagger UnigramTagger",
      "nltk.tokenize.punkt": "PunktLanguageVars PunktParameters PunktSentenceTokenizer PunktToken",
      "nltk.tree.tree": "Tree",
      "omegaconf.base": "ContainerMetadata Metadata",
      "omegaconf.dictconfig": "DictConfig",
      "omegaconf.listconfig": "ListConfig",
      "omegaconf.nodes": "AnyNode BooleanNode EnumNode FloatNode IntegerNode StringNode",
      "open_r1.configs": "GRPOConfig SFTConfig",
      "pyannote.audio.core.model": "Introspection",
      "pyannote.audio.core.task": "Specifications",
      "pytz.tzinfo": "DstTzInfo StaticTzInfo",
      "sentence_transformers.SentenceTransformer": "SentenceTransformer",
      "sentence_transformers.models.Pooling": "Pooling",
      "sentence_transformers.models.Transformer": "Transformer",
      "sentence_transformers.training_args": "SentenceTransformerTrainingArguments",
      "simpletransformers.config.model_args": `ClassificationArgs GenerationArgs LanguageModelingArgs MultiLabelClassificationArgs NERArgs
        QuestionAnsweringArgs RetrievalArgs Seq2SeqArgs T5Args`,
      "skimage.transform._geometric": "AffineTransform ProjectiveTransform",
      "skorch.callbacks.logging": "EpochTimer PrintLog",
      "skorch.callbacks.scoring": "EpochScoring PassthroughScoring",
      "skorch.dataset": "Dataset ValidSplit",
      "skorch.history": "History",
      "sparse._coo.core": "COO",
      "statsmodels.base.data": "ModelData",
      "statsmodels.base.model": "LikelihoodModelResults",
      "statsmodels.discrete.discrete_model": "BinaryResultsWrapper Logit LogitResults",
      "statsmodels.genmod.families.family": "Binomial",
      "statsmodels.genmod.families.links": "Logit",
      "statsmodels.genmod.families.varfuncs": "Binomial",
      "statsmodels.genmod.generalized_linear_model": "GLM GLMResults GLMResultsWrapper",
      "statsmodels.regression.linear_model": "OLS OLSResults RegressionResultsWrapper",
      "statsmodels.tools.decorators": "ResettableCache",
      "statsmodels.tools.tools": "Bunch",
      "statsmodels.tsa.arima.model": "ARIMA ARIMAResults ARIMAResultsWrapper",
      "statsmodels.tsa.arima.params": "SARIMAXParams",
      "statsmodels.tsa.arima.specification": "SARIMAXSpecification",
      "statsmodels.tsa.base.tsa_model": "TimeSeriesModel",
      "statsmodels.tsa.holtwinters.model": "ExponentialSmoothing",
      "statsmodels.tsa.holtwinters.results": "HoltWintersResults HoltWintersResultsWrapper",
      "statsmodels.tsa.statespace._initialization": "cInitialization sInitialization",
      "statsmodels.tsa.statespace._kalman_filter": "cKalmanFilter sKalmanFilter",
      "statsmodels.tsa.statespace._kalman_smoother": "cKalmanSmoother sKalmanSmoother zKalmanSmoother",
      "statsmodels.tsa.statespace._representation": "cStatespace sStatespace",
      "statsmodels.tsa.statespace._simulation_smoother": "cSimulationSmoother dSimulationSmoother sSimulationSmoother zSimulationSmoother",
      "statsmodels.tsa.statespace.initialization": "Initialization",
      "statsmodels.tsa.statespace.kalman_smoother": "SmootherResults",
      "statsmodels.tsa.statespace.sarimax": "SARIMAX SARIMAXResults SARIMAXResultsWrapper",
      "statsmodels.tsa.statespace.simulation_smoother": "SimulationSmoothResults SimulationSmoother",
      "swift.trainers.rlhf_arguments": "DPOConfig",
      "sympy.core.add": "Add",
      "sympy.core.numbers": "Integer",
      "sympy.core.power": "Pow",
      "sympy.core.symbol": "Symbol",
      "sympy.functions.elementary.trigonometric": "sin",
      "thinc.config": "Config",
      tokenizers: "AddedToken Tokenizer",
      "tokenizers.models": "Model",
      "transformer_engine.common.recipe": `DelayedScaling Float8BlockScaling Float8CurrentScaling Format MMParams MXFP8BlockScaling
        NVFP4BlockScaling _FormatHelper`,
      "transformers.deepspeed": "HfDeepSpeedConfig HfTrainerDeepSpeedConfig",
      "transformers.integrations.deepspeed": "HfDeepSpeedConfig HfTrainerDeepSpeedConfig",
      "transformers.models.bert.tokenization_bert_fast": "BertTokenizerFast",
      "transformers.trainer_pt_utils": "AcceleratorConfig",
      "transformers.training_args": "TrainingArguments",
      "transformers.training_args_seq2seq": "Seq2SeqTrainingArguments",
      "trl.trainer.grpo_config": "GRPOConfig",
      "trl.trainer.kto_config": "KTOConfig",
      "trl.trainer.ppov2_config": "PPOv2Config",
      "trl.trainer.sft_config": "SFTConfig",
      "ultralytics.nn.modules": "Bottleneck C2f Concat Conv DFL Detect Proto SPPF Segment",
      "ultralytics.nn.modules.batchnorm": "BatchNorm2d",
      "ultralytics.nn.modules.block": `AConv ADown Attention BNContrastiveHead Bottleneck BottleneckCSP C1 C2 C2PSA C2f C2fAttn C2fCIB C3
        C3Ghost C3TR C3k C3k2 C3x CBFuse CBLinear CIB ContrastiveHead DFL ELAN1 GhostBottleneck HGBlock HGStem ImagePoolingAttn
        MaxSigmoidAttnBlock PSA PSABlock Proto RepC3 RepConv RepNCSPELAN4 RepVGGDW ResNetBlock ResNetLayer SCDown SPP SPPELAN SPPF`,
      "ultralytics.nn.modules.conv": `CBAM ChannelAttention Concat Conv Conv2 ConvTranspose DWConv DWConvTranspose2d Focus GhostConv
        LightConv RepConv SpatialAttention`,
      "ultralytics.nn.modules.head": "Classify Detect OBB Pose RTDETRDecoder Segment WorldDetect v10Detect",
      "ultralytics.nn.tasks": `ClassificationModel DetectionModel OBBModel PoseModel RTDETRDetectionModel SegmentationModel WorldModel
        YOLOv10DetectionModel`,
      "ultralytics.utils.loss": "BboxLoss DFLoss E2EDetectLoss KeypointLoss v10DetectLoss v8DetectionLoss v8PoseLoss v8SegmentationLoss",
      "ultralytics.utils.tal": "TaskAlignedAssigner",
      "umap.umap_": "UMAP",
      "xarray.core.dataarray": "DataArray",
      "xarray.core.dataset": "Dataset",
      "xarray.core.variable": "Variable"
    }
  },
  {
    use: "class",
    reason: "settings: a data class with a plain state",
    names: { "accelerate.utils.dataclasses": "DeepSpeedPlugin" }
  },
  {
    use: "class",
    reason: "network wrapper: nested tensors are loaded by torch from its state",
    names: {
      "skorch.classifier": "NeuralNetBinaryClassifier NeuralNetClassifier",
      "skorch.net": "NeuralNet",
      "skorch.regressor": "NeuralNetRegressor"
    }
  },
  {
    use: "reference",
    reason: "function: harmless to name, only its caller could misuse it",
    names: {
      "gensim.models.phrases": "original_scorer",
      "gensim.models.tfidfmodel": "df2idf",
      "gensim.utils": "call_on_class_only identity",
      "omegaconf.omegaconf": "OmegaConf",
      "skorch.setter": "optimizer_setter",
      "skorch.utils": "_indexing_other to_numpy",
      "ultralytics.nn.modules.head": "Detect.forward"
    }
  },
  {
    use: "member",
    reason: "enumeration: passes when called with one plain value",
    names: {
      "accelerate.utils.dataclasses": "DistributedType",
      "deepspeed.runtime.zero.config": "ZeroStageEnum",
      "megatron.core.enums": "ModelType",
      "megatron.core.rerun_state_machine": "RerunMode RerunState",
      "megatron.core.transformer.enums": "AttnBackend CudaGraphScope",
      "pyannote.audio.core.task": "Problem Resolution",
      "sentence_transformers.training_args": "BatchSamplers MultiDatasetBatchSamplers",
      "transformers.trainer_utils": `EvaluationStrategy FSDPOption HubStrategy IntervalStrategy SaveStrategy SchedulerType
        ShardedDDPOption`,
      "transformers.training_args": "OptimizerNames",
      "trl.trainer.dpo_config": "FDivergenceType"
    }
  },
  {
    use: "dill-array",
    reason: "dill\u2019s array constructor: calls the array constructor it is given",
    names: { "dill._dill": "_create_array" }
  },
  {
    use: "dill-type",
    reason: "dill\u2019s table of builtin types",
    names: { "dill._dill": "_load_type" }
  },
  {
    use: "class",
    reason: "time zone of dateutil 4, restored by its own function; called, it would read a file",
    names: { "dateutil.tz._tzfile": "tzfile" }
  },
  {
    use: "first-is-class",
    reason: "restores a time zone of dateutil 4 from transitions in the file",
    names: { "dateutil.tz._tzfile": "_unpickle" }
  },
  {
    use: "time-zone-file",
    reason: "time zone: reads a file unless the first argument is None",
    names: { "dateutil.tz.tz": "tzfile" }
  }
];

// src/policy/globals/safe-pandas.ts
var pandas = [
  {
    use: "call",
    reason: "builds a value or a block of arrays: no user code",
    names: {
      pandas: `ArrowDtype BooleanDtype CategoricalDtype DateOffset DatetimeTZDtype Float32Dtype Float64Dtype Int16Dtype Int32Dtype Int64Dtype Int8Dtype Interval
        IntervalDtype NA Period PeriodDtype SparseDtype StringDtype Timedelta Timestamp UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype`,
      "pandas.core.internals.managers": "BlockManager",
      "pandas._libs.internals": "_unpickle_block",
      "pandas._libs.interval": "Interval",
      "pandas._libs.missing": "NA",
      "pandas._libs.sparse": "IntIndex",
      "pandas._libs.tslibs.nattype": "__nat_unpickle _nat_unpickle",
      // Offsets are built from a count and flags.
      "pandas._libs.tslibs.offsets": `BusinessDay BusinessHour BusinessMonthBegin BusinessMonthEnd DateOffset Day Hour Micro Milli Minute MonthBegin
        MonthEnd Nano QuarterBegin QuarterEnd Second SemiMonthBegin SemiMonthEnd Week YearBegin YearEnd`,
      "pandas._libs.tslibs.period": "Period",
      "pandas._libs.tslibs.timedeltas": "_timedelta_unpickle",
      "pandas._libs.tslibs.timestamps": "_unpickle_timestamp",
      "pandas.core.dtypes.dtypes": "PeriodDtype",
      "pandas.core.internals.blocks": "new_block new_block_2d"
    }
  },
  {
    use: "class",
    reason: "pandas object: state is arrays and indexes",
    names: {
      // pandas 3 writes the public names.
      pandas: "Categorical CategoricalIndex DataFrame DatetimeIndex Flags Index IntervalIndex MultiIndex PeriodIndex RangeIndex Series TimedeltaIndex",
      "pandas.arrays": `ArrowExtensionArray ArrowStringArray BooleanArray DatetimeArray FloatingArray IntegerArray IntervalArray NumpyExtensionArray
        PeriodArray SparseArray StringArray TimedeltaArray`,
      "pandas._libs.arrays": "NDArrayBacked",
      "pandas._libs.internals": "BlockManager BlockPlacement",
      "pandas.core.arrays.boolean": "BooleanArray BooleanDtype",
      "pandas.core.arrays.categorical": "Categorical",
      "pandas.core.arrays.datetimes": "DatetimeArray",
      "pandas.core.arrays.floating": "Float64Dtype FloatingArray",
      "pandas.core.arrays.integer": "Int64Dtype IntegerArray",
      "pandas.core.arrays.numpy_": "NumpyExtensionArray",
      "pandas.core.arrays.period": "PeriodArray",
      "pandas.core.arrays.sparse.array": "SparseArray",
      "pandas.core.arrays.sparse.dtype": "SparseDtype",
      "pandas.core.arrays.string_": "StringArray",
      "pandas.core.arrays.string_arrow": "ArrowStringArray",
      "pandas.core.arrays.timedeltas": "TimedeltaArray",
      "pandas.core.dtypes.dtypes": "ArrowDtype CategoricalDtype DatetimeTZDtype IntervalDtype NumpyEADtype PandasDtype",
      "pandas.core.frame": "DataFrame",
      "pandas.core.indexes.base": "Index",
      "pandas.core.indexes.category": "CategoricalIndex",
      "pandas.core.indexes.datetimes": "DatetimeIndex",
      "pandas.core.indexes.frozen": "FrozenList",
      "pandas.core.indexes.interval": "IntervalIndex",
      "pandas.core.indexes.multi": "MultiIndex",
      "pandas.core.indexes.numeric": "Float64Index Int64Index UInt64Index",
      "pandas.core.indexes.period": "PeriodIndex",
      "pandas.core.indexes.range": "RangeIndex",
      "pandas.core.indexes.timedeltas": "TimedeltaIndex",
      "pandas.core.internals.blocks": "CategoricalBlock DatetimeTZBlock ExtensionBlock NumericBlock ObjectBlock",
      "pandas.core.internals.managers": "SingleBlockManager",
      "pandas.core.series": "Series"
    }
  },
  {
    use: "first-is-class",
    reason: "Cython constructor: builds the class it is given without its initialiser",
    names: {
      "pandas._libs.arrays": "__pyx_unpickle_NDArrayBacked",
      "pandas._libs.interval": "__pyx_unpickle_IntervalMixin"
    }
  },
  {
    use: "index",
    reason: "builds the index class it is given",
    names: {
      "pandas.core.indexes.base": "_new_Index",
      "pandas.core.indexes.datetimes": "_new_DatetimeIndex",
      "pandas.core.indexes.interval": "_new_IntervalIndex",
      "pandas.core.indexes.period": "_new_PeriodIndex",
      "pandas.core.indexes.timedeltas": "_new_TimedeltaIndex"
    }
  },
  {
    use: "call",
    reason: "offset or type made of numbers, flags and text",
    names: {
      "pandas._libs.tslibs.offsets": `BHalfYearBegin BHalfYearEnd BQuarterBegin BQuarterEnd BYearBegin BYearEnd Easter FY5253 FY5253Quarter HalfYearBegin HalfYearEnd
        LastWeekOfMonth WeekOfMonth`,
      "pandas.core.arrays.string_": "StringDtype"
    }
  },
  {
    use: "custom-offset",
    reason: "offset of a business calendar: asks the calendar it is given for its holidays",
    names: {
      "pandas._libs.tslibs.offsets": "CustomBusinessDay CustomBusinessHour CustomBusinessMonthBegin CustomBusinessMonthEnd"
    }
  },
  {
    use: "class",
    reason: "pandas object: state is arrays and indexes, under the names of pandas 1 and 2",
    names: {
      "pandas.core.arrays.arrow.array": "ArrowExtensionArray",
      "pandas.core.arrays.floating": "Float32Dtype",
      "pandas.core.arrays.integer": "Int16Dtype Int32Dtype Int8Dtype UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype",
      "pandas.core.arrays.interval": "IntervalArray",
      "pandas.core.dtypes.dtypes": "SparseDtype"
    }
  },
  {
    use: "class",
    reason: "pandas grouper or window: state is a frame, keys and numbers, and what its attributes ask for is a column",
    names: {
      // pandas 3 writes the public names.
      pandas: "Grouper",
      "pandas.api.typing": `DataFrameGroupBy DatetimeIndexResampler Expanding ExponentialMovingWindow Rolling SeriesGroupBy TimeGrouper
        Window`,
      "pandas._config.config": "DictWrapper",
      "pandas.core.groupby.generic": "DataFrameGroupBy SeriesGroupBy",
      "pandas.core.groupby.grouper": "Grouper Grouping",
      "pandas.core.groupby.ops": "BaseGrouper BinGrouper",
      "pandas.core.resample": "DatetimeIndexResampler TimeGrouper",
      "pandas.core.strings.accessor": "StringMethods",
      "pandas.core.window.ewm": "ExponentialMovingWindow",
      "pandas.core.window.expanding": "Expanding",
      "pandas.core.window.rolling": "Rolling Window"
    }
  },
  {
    use: "call",
    reason: "exception or date: keeps its arguments",
    names: { "pandas.errors": "ParserError", "pandas._libs.tslibs.timestamps": "Timestamp" }
  },
  {
    use: "reference",
    reason: "function of columns: only named",
    names: {
      pandas: "concat cut get_dummies isna qcut to_datetime to_numeric"
    }
  }
];

// src/policy/globals/safe-scipy.ts
var scipy = [
  {
    use: "class",
    reason: "matrix or result object: state is arrays",
    names: {
      "scipy.interpolate._bsplines": "BSpline",
      "scipy.interpolate._cubic": "CubicSpline PchipInterpolator",
      "scipy.interpolate._fitpack2": "LSQUnivariateSpline",
      "scipy.interpolate._interpolate": "interp1d",
      "scipy.interpolate._rbfinterp": "RBFInterpolator",
      "scipy.interpolate._rgi": "RegularGridInterpolator",
      "scipy.optimize._optimize": "OptimizeResult",
      "scipy.signal._ltisys": "TransferFunctionContinuous",
      "scipy.sparse": "bsr_matrix coo_array coo_matrix csc_array csc_matrix csr_array csr_matrix dia_matrix dok_matrix lil_matrix",
      "scipy.sparse._arrays": "bsr_array coo_array csc_array csr_array dia_array dok_array lil_array",
      "scipy.sparse._bsr": "bsr_array bsr_matrix",
      "scipy.sparse._coo": "coo_array coo_matrix",
      "scipy.sparse._csc": "csc_array csc_matrix",
      "scipy.sparse._csr": "csr_array csr_matrix",
      "scipy.sparse._dia": "dia_array dia_matrix",
      "scipy.sparse._dok": "dok_array dok_matrix",
      "scipy.sparse._lil": "lil_array lil_matrix",
      "scipy.spatial._ckdtree": "cKDTree",
      "scipy.spatial._kdtree": "KDTree",
      "scipy.spatial.transform._rotation": "Rotation",
      "scipy.stats._kde": "gaussian_kde"
    }
  },
  {
    use: "class",
    reason: "frozen distribution: plain state",
    names: { "scipy.stats._distn_infrastructure": "rv_continuous_frozen rv_discrete_frozen rv_frozen" }
  },
  {
    use: "reference",
    reason: "function: harmless to name, only its caller could misuse it",
    names: {
      "scipy._lib.array_api_compat.numpy._aliases": "asarray",
      "scipy.interpolate._interpolate": "interp1d._call_linear_np"
    }
  },
  {
    use: "distribution",
    reason: "distribution: __setstate__ runs the argument template of its state as code",
    names: {
      "scipy.stats._continuous_distns": `beta_gen chi2_gen expon_gen gamma_gen lognorm_gen loguniform_gen norm_gen reciprocal_gen t_gen
        truncnorm_gen uniform_gen weibull_max_gen weibull_min_gen`,
      "scipy.stats._discrete_distns": "bernoulli_gen binom_gen geom_gen poisson_gen randint_gen",
      "scipy.stats._distn_infrastructure": "rv_continuous rv_discrete rv_generic rv_sample"
    }
  },
  {
    use: "class",
    reason: "interpolator, system, sampler, frozen distribution or result: no __setstate__; __new__ only checks its arguments",
    names: {
      "scipy._lib._disjoint_set": "DisjointSet",
      "scipy.cluster.hierarchy": "ClusterNode",
      "scipy.integrate._bvp": "BVPResult",
      "scipy.integrate._ivp.common": "OdeSolution",
      "scipy.integrate._ivp.ivp": "OdeResult",
      "scipy.integrate._ivp.rk": "RkDenseOutput",
      "scipy.interpolate._bary_rational": "AAA FloaterHormannInterpolator",
      "scipy.interpolate._cubic": "Akima1DInterpolator CubicHermiteSpline",
      "scipy.interpolate._fitpack2": `InterpolatedUnivariateSpline RectBivariateSpline RectSphereBivariateSpline SmoothBivariateSpline SmoothSphereBivariateSpline`,
      "scipy.interpolate._interpnd": "CloughTocher2DInterpolator LinearNDInterpolator",
      "scipy.interpolate._interpolate": "BPoly NdPPoly PPoly",
      "scipy.interpolate._ndbspline": "NdBSpline",
      "scipy.interpolate._ndgriddata": "NearestNDInterpolator",
      "scipy.interpolate._polyint": "BarycentricInterpolator KroghInterpolator",
      "scipy.interpolate._rbf": "Rbf",
      "scipy.optimize._constraints": "Bounds LinearConstraint NonlinearConstraint",
      "scipy.optimize._hessian_update_strategy": "BFGS SR1",
      "scipy.optimize._lbfgsb_py": "LbfgsInvHessProduct",
      "scipy.optimize._zeros_py": "RootResults",
      "scipy.signal._czt": "CZT ZoomFFT",
      "scipy.signal._ltisys": `StateSpaceContinuous StateSpaceDiscrete TransferFunctionDiscrete ZerosPolesGainContinuous ZerosPolesGainDiscrete`,
      "scipy.signal._short_time_fft": "ShortTimeFFT",
      "scipy.sparse.linalg._interface": "MatrixLinearOperator",
      "scipy.spatial._kdtree": "Rectangle",
      "scipy.spatial._spherical_voronoi": "SphericalVoronoi",
      "scipy.spatial.transform._rotation": "Slerp",
      "scipy.spatial.transform._rotation_spline": "RotationSpline",
      "scipy.special._ufuncs": "errstate",
      "scipy.stats._binned_statistic": "BinnedStatistic2dResult BinnedStatisticResult BinnedStatisticddResult",
      "scipy.stats._binomtest": "BinomTestResult",
      "scipy.stats._common": "ConfidenceInterval",
      "scipy.stats._covariance": "CovViaPSD",
      "scipy.stats._crosstab": "CrosstabResult",
      "scipy.stats._discrete_distns": "poisson_binomial_frozen",
      "scipy.stats._hypotests": `BarnardExactResult BoschlooExactResult CramerVonMisesResult Epps_Singleton_2sampResult SomersDResult TukeyHSDResult`,
      "scipy.stats._levy_stable": "levy_stable_frozen",
      "scipy.stats._mannwhitneyu": "MannwhitneyuResult",
      "scipy.stats._morestats": `Anderson_ksampResult AnsariResult BartlettResult FlignerResult LeveneResult Mean ShapiroResult Std_dev Variance WilcoxonResult`,
      "scipy.stats._multicomp": "DunnettResult",
      "scipy.stats._multivariate": `_PSD dirichlet_frozen dirichlet_gen dirichlet_multinomial_gen invwishart_gen matrix_normal_gen multinomial_gen
        multivariate_hypergeom_gen multivariate_normal_frozen multivariate_normal_gen multivariate_t_frozen multivariate_t_gen
        normal_inverse_gamma_gen ortho_group_gen random_correlation_gen random_table_gen special_ortho_group_gen uniform_direction_gen
        unitary_group_gen vonmises_fisher_gen wishart_frozen wishart_gen`,
      "scipy.stats._odds_ratio": "OddsRatioResult",
      "scipy.stats._page_trend_test": "PageTrendTestResult",
      "scipy.stats._qmc": "Halton LatinHypercube MultinomialQMC MultivariateNormalQMC PoissonDisk Sobol",
      "scipy.stats._relative_risk": "RelativeRiskResult",
      "scipy.stats._resampling": "BootstrapResult MonteCarloTestResult PermutationTestResult",
      "scipy.stats._stats_mstats_common": "SiegelslopesResult TheilslopesResult",
      "scipy.stats._stats_py": `AlexanderGovernResult BrunnerMunzelResult CumfreqResult DescribeResult F_onewayResult FriedmanchisquareResult KruskalResult
        KstestResult KurtosistestResult LinregressResult ModeResult NormaltestResult PearsonRResult PearsonRResultBase
        Power_divergenceResult QuantileTestResult RelfreqResult SigmaclipResult SignificanceResult SkewtestResult`,
      "scipy.stats._survival": "ECDFResult EmpiricalDistributionFunction LogRankResult",
      "scipy.stats.contingency": "Chi2ContingencyResult"
    }
  },
  {
    use: "qhull",
    reason: "geometry of Qhull: its finaliser closes what the state names",
    names: {
      "scipy.spatial._qhull": "ConvexHull Delaunay HalfspaceIntersection Voronoi"
    }
  },
  {
    use: "distribution",
    reason: "distribution: __setstate__ runs the argument template of its state as code",
    names: {
      "scipy.stats._continuous_distns": `alpha_gen anglit_gen arcsine_gen argus_gen betaprime_gen bradford_gen burr12_gen burr_gen cauchy_gen chi_gen cosine_gen
        crystalball_gen dgamma_gen dpareto_lognorm_gen dweibull_gen erlang_gen exponnorm_gen exponpow_gen exponweib_gen f_gen
        fatiguelife_gen fisk_gen foldcauchy_gen foldnorm_gen gausshyper_gen genexpon_gen genextreme_gen gengamma_gen genhalflogistic_gen
        genhyperbolic_gen geninvgauss_gen genlogistic_gen gennorm_gen genpareto_gen gibrat_gen gompertz_gen gumbel_l_gen gumbel_r_gen
        halfcauchy_gen halfgennorm_gen halflogistic_gen halfnorm_gen hypsecant_gen invgamma_gen invgauss_gen invweibull_gen irwinhall_gen
        jf_skew_t_gen johnsonsb_gen johnsonsu_gen kappa3_gen kappa4_gen ksone_gen kstwo_gen kstwobign_gen landau_gen
        laplace_asymmetric_gen laplace_gen levy_gen levy_l_gen loggamma_gen logistic_gen loglaplace_gen lomax_gen maxwell_gen mielke_gen
        moyal_gen nakagami_gen ncf_gen nct_gen ncx2_gen norminvgauss_gen pareto_gen pearson3_gen powerlaw_gen powerlognorm_gen
        powernorm_gen rayleigh_gen rdist_gen recipinvgauss_gen rel_breitwigner_gen rice_gen rv_histogram semicircular_gen skewcauchy_gen
        skewnorm_gen studentized_range_gen trapezoid_gen triang_gen truncexpon_gen truncpareto_gen truncweibull_min_gen tukeylambda_gen
        vonmises_gen wald_gen wrapcauchy_gen`,
      "scipy.stats._discrete_distns": `betabinom_gen betanbinom_gen boltzmann_gen dlaplace_gen hypergeom_gen logser_gen nbinom_gen nchypergeom_fisher_gen
        nchypergeom_wallenius_gen nhypergeom_gen planck_gen poisson_binom_gen skellam_gen yulesimon_gen zipf_gen zipfian_gen`,
      "scipy.stats._levy_stable": "levy_stable_gen"
    }
  },
  {
    use: "reference",
    reason: "function of numbers or arrays: only named; none calls an argument, reads a file or changes a setting",
    names: {
      "scipy.interpolate._interpolate": "interp1d._call_nearest interp1d._call_previousnext interp1d._call_spline",
      "scipy.linalg._misc": "norm",
      "scipy.optimize._optimize": "rosen",
      "scipy.spatial.distance": `braycurtis canberra chebyshev cityblock correlation cosine dice euclidean hamming is_valid_dm is_valid_y jaccard jensenshannon
        mahalanobis minkowski num_obs_dm num_obs_y rogerstanimoto russellrao seuclidean sokalsneath sqeuclidean squareform yule`,
      "scipy.special._basic": `ai_zeros assoc_laguerre bei_zeros beip_zeros ber_zeros bernoulli berp_zeros bi_zeros comb diric erf_zeros euler factorial
        factorial2 factorialk fresnel_zeros fresnelc_zeros fresnels_zeros h1vp h2vp ivp jn_zeros jnjnp_zeros jnp_zeros jnyn_zeros jvp
        kei_zeros keip_zeros kelvin_zeros ker_zeros kerp_zeros kvp lmbda lqmn lqn mathieu_even_coef mathieu_odd_coef obl_cv_seq pbdn_seq
        pbdv_seq pbvv_seq perm polygamma pro_cv_seq riccati_jn riccati_yn softplus stirling2 y0_zeros y1_zeros y1p_zeros yn_zeros
        ynp_zeros yvp zeta`,
      "scipy.special._ellip_harm": "ellip_harm ellip_harm_2 ellip_normal",
      "scipy.special._lambertw": "lambertw",
      "scipy.special._logsumexp": "log_softmax logsumexp softmax",
      "scipy.special._orthogonal": `chebyc chebys chebyt chebyu gegenbauer genlaguerre hermite hermitenorm jacobi laguerre legendre roots_chebyc roots_chebys
        roots_chebyt roots_chebyu roots_gegenbauer roots_genlaguerre roots_hermite roots_hermitenorm roots_jacobi roots_laguerre
        roots_legendre roots_sh_chebyt roots_sh_chebyu roots_sh_jacobi roots_sh_legendre sh_chebyt sh_chebyu sh_jacobi sh_legendre`,
      "scipy.special._special_ufuncs": `airy airye bei beip ber berp besselpoly beta betaln binom cbrt cosdg cosm1 cotdg dawsn ellipe ellipeinc ellipj ellipk ellipkinc
        ellipkm1 erf erfc erfcx erfi exp1 exp10 exp2 expi expit expm1 exprel fresnel gamma gammainc gammaincc gammainccinv gammaincinv
        gammaln gammasgn hankel1 hankel1e hankel2 hankel2e hyp2f1 i0 i0e i1 i1e it2i0k0 it2j0y0 it2struve0 itairy iti0k0 itj0y0
        itmodstruve0 itstruve0 iv ive j0 j1 jv jve k0 k0e k1 k1e kei keip kelvin ker kerp kv kve log1p log_expit log_ndtr
        log_wright_bessel loggamma logit mathieu_a mathieu_b mathieu_cem mathieu_modcem1 mathieu_modcem2 mathieu_modsem1 mathieu_modsem2
        mathieu_sem modfresnelm modfresnelp modstruve ndtr obl_ang1 obl_ang1_cv obl_cv obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv pbdv pbvv
        pbwa pro_ang1 pro_ang1_cv pro_cv pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv psi radian rgamma sindg struve tandg voigt_profile wofz
        wright_bessel xlog1py xlogy y0 y1 yv yve zetac`,
      "scipy.special._spfun_stats": "multigammaln",
      "scipy.special._spherical_bessel": "spherical_in spherical_jn spherical_kn spherical_yn",
      "scipy.special._ufuncs": `agm bdtr bdtrc bdtri bdtrik bdtrin betainc betaincc betainccinv betaincinv boxcox boxcox1p btdtria btdtrib chdtr chdtrc chdtri
        chdtriv chndtr chndtridf chndtrinc chndtrix elliprc elliprd elliprf elliprg elliprj entr erfcinv erfinv eval_chebyc eval_chebys
        eval_chebyt eval_chebyu eval_gegenbauer eval_genlaguerre eval_hermite eval_hermitenorm eval_jacobi eval_laguerre eval_legendre
        eval_sh_chebyt eval_sh_chebyu eval_sh_jacobi eval_sh_legendre expn fdtr fdtrc fdtri fdtridfd gdtr gdtrc gdtria gdtrib gdtrix huber
        hyp0f1 hyp1f1 hyperu inv_boxcox inv_boxcox1p kl_div kn kolmogi kolmogorov lpmv nbdtr nbdtrc nbdtri nbdtrik nbdtrin ncfdtr ncfdtri
        ncfdtridfd ncfdtridfn ncfdtrinc nctdtr nctdtridf nctdtrinc nctdtrit ndtri ndtri_exp nrdtrimn nrdtrisd owens_t pdtr pdtrc pdtri
        pdtrik poch powm1 pseudo_huber rel_entr round shichi sici smirnov smirnovi spence stdtr stdtridf stdtrit tklmbda wrightomega yn`
    }
  }
];

// src/policy/globals/safe-sklearn.ts
var sklearn = [
  {
    use: "call",
    reason: "compiled class that takes numbers and arrays only",
    names: {
      "sklearn._loss._loss": "CyHalfTweedieLoss CyHalfTweedieLossIdentity CyHuberLoss CyPinballLoss",
      "sklearn.linear_model._sgd_fast": `Classification EpsilonInsensitive Hinge Huber Log LossFunction ModifiedHuber Regression
        SquaredEpsilonInsensitive SquaredHinge SquaredLoss`,
      "sklearn.tree._tree": "Tree"
    }
  },
  {
    use: "class",
    reason: "estimator or helper: __setstate__ only updates the attributes",
    names: {
      "sklearn._loss._loss": `CyAbsoluteError CyExponentialLoss CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss CyHalfPoissonLoss
        CyHalfSquaredError CyLossFunction`,
      "sklearn._loss.glm_distribution": `DistributionBoundary ExponentialDispersionModel GammaDistribution InverseGaussianDistribution
        NormalDistribution PoissonDistribution TweedieDistribution`,
      "sklearn._loss.link": "BaseLink HalfLogitLink IdentityLink Interval LogLink LogitLink MultinomialLogit",
      "sklearn._loss.loss": `AbsoluteError BaseLoss CyAbsoluteError CyHalfBinomialLoss CyHalfGammaLoss CyHalfMultinomialLoss
        CyHalfPoissonLoss CyHalfSquaredError CyHalfTweedieLoss CyHalfTweedieLossIdentity CyPinballLoss ExponentialLoss HalfBinomialLoss
        HalfGammaLoss HalfMultinomialLoss HalfPoissonLoss HalfSquaredError HalfTweedieLoss HalfTweedieLossIdentity HuberLoss PinballLoss`,
      "sklearn.base": `BaseEstimator BiclusterMixin ClassNamePrefixFeaturesOutMixin ClassifierMixin ClusterMixin DensityMixin
        MetaEstimatorMixin MultiOutputMixin OneToOneFeatureMixin OutlierMixin RegressorMixin TransformerMixin _UnstableArchMixin`,
      "sklearn.calibration": "CalibratedClassifierCV CalibrationDisplay _CalibratedClassifier _SigmoidCalibration",
      "sklearn.cluster": `AffinityPropagation AgglomerativeClustering Birch DBSCAN KMeans MeanShift MiniBatchKMeans OPTICS
        SpectralClustering`,
      "sklearn.cluster._affinity_propagation": "AffinityPropagation",
      "sklearn.cluster._agglomerative": "AgglomerativeClustering FeatureAgglomeration",
      "sklearn.cluster._bicluster": "BaseSpectral SpectralBiclustering SpectralCoclustering",
      "sklearn.cluster._birch": "Birch _CFNode _CFSubcluster",
      "sklearn.cluster._bisect_k_means": "BisectingKMeans _BisectingTree",
      "sklearn.cluster._dbscan": "DBSCAN",
      "sklearn.cluster._feature_agglomeration": "AgglomerationTransform",
      "sklearn.cluster._hdbscan.hdbscan": "HDBSCAN",
      "sklearn.cluster._hierarchical_fast": "UnionFind WeightedEdge",
      "sklearn.cluster._kmeans": "KMeans MiniBatchKMeans _BaseKMeans",
      "sklearn.cluster._mean_shift": "MeanShift",
      "sklearn.cluster._optics": "OPTICS",
      "sklearn.cluster._spectral": "SpectralClustering",
      "sklearn.compose": "ColumnTransformer TransformedTargetRegressor",
      "sklearn.compose._column_transformer": "ColumnTransformer _RemainderColsList make_column_selector",
      "sklearn.compose._target": "TransformedTargetRegressor",
      "sklearn.covariance._elliptic_envelope": "EllipticEnvelope",
      "sklearn.covariance._empirical_covariance": "EmpiricalCovariance",
      "sklearn.covariance._graph_lasso": "BaseGraphicalLasso GraphicalLasso GraphicalLassoCV",
      "sklearn.covariance._robust_covariance": "MinCovDet",
      "sklearn.covariance._shrunk_covariance": "LedoitWolf OAS ShrunkCovariance",
      "sklearn.cross_decomposition._pls": "CCA PLSCanonical PLSRegression PLSSVD _PLS",
      "sklearn.decomposition": "FastICA IncrementalPCA KernelPCA LatentDirichletAllocation NMF PCA TruncatedSVD",
      "sklearn.decomposition._base": "_BasePCA",
      "sklearn.decomposition._dict_learning": "DictionaryLearning MiniBatchDictionaryLearning SparseCoder _BaseSparseCoding",
      "sklearn.decomposition._factor_analysis": "FactorAnalysis",
      "sklearn.decomposition._fastica": "FastICA",
      "sklearn.decomposition._incremental_pca": "IncrementalPCA",
      "sklearn.decomposition._kernel_pca": "KernelPCA",
      "sklearn.decomposition._lda": "LatentDirichletAllocation",
      "sklearn.decomposition._nmf": "MiniBatchNMF NMF _BaseNMF",
      "sklearn.decomposition._pca": "PCA",
      "sklearn.decomposition._sparse_pca": "MiniBatchSparsePCA SparsePCA _BaseSparsePCA",
      "sklearn.decomposition._truncated_svd": "TruncatedSVD",
      "sklearn.discriminant_analysis": "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
      "sklearn.dummy": "DummyClassifier DummyRegressor",
      "sklearn.ensemble": `AdaBoostClassifier AdaBoostRegressor BaggingClassifier BaggingRegressor ExtraTreesClassifier
        ExtraTreesRegressor GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier
        HistGradientBoostingRegressor IsolationForest RandomForestClassifier RandomForestRegressor StackingClassifier StackingRegressor
        VotingClassifier VotingRegressor`,
      "sklearn.ensemble._bagging": "BaggingClassifier BaggingRegressor BaseBagging",
      "sklearn.ensemble._base": "BaseEnsemble _BaseHeterogeneousEnsemble",
      "sklearn.ensemble._forest": `BaseForest ExtraTreesClassifier ExtraTreesRegressor ForestClassifier ForestRegressor
        RandomForestClassifier RandomForestRegressor RandomTreesEmbedding`,
      "sklearn.ensemble._gb": "BaseGradientBoosting GradientBoostingClassifier GradientBoostingRegressor VerboseReporter",
      "sklearn.ensemble._gb_losses": `BinomialDeviance ClassificationLossFunction ExponentialLoss HuberLossFunction LeastAbsoluteError
        LeastSquaresError LossFunction MultinomialDeviance QuantileLossFunction RegressionLossFunction`,
      "sklearn.ensemble._hist_gradient_boosting.binning": "_BinMapper",
      "sklearn.ensemble._hist_gradient_boosting.common": "MonotonicConstraint",
      "sklearn.ensemble._hist_gradient_boosting.gradient_boosting": `BaseHistGradientBoosting HistGradientBoostingClassifier
        HistGradientBoostingRegressor`,
      "sklearn.ensemble._hist_gradient_boosting.grower": "TreeGrower TreeNode",
      "sklearn.ensemble._hist_gradient_boosting.histogram": "HistogramBuilder",
      "sklearn.ensemble._hist_gradient_boosting.predictor": "TreePredictor",
      "sklearn.ensemble._hist_gradient_boosting.splitting": "SplitInfo Splitter",
      "sklearn.ensemble._iforest": "IsolationForest",
      "sklearn.ensemble._stacking": "StackingClassifier StackingRegressor _BaseStacking",
      "sklearn.ensemble._voting": "VotingClassifier VotingRegressor _BaseVoting",
      "sklearn.ensemble._weight_boosting": "AdaBoostClassifier AdaBoostRegressor BaseWeightBoosting",
      "sklearn.feature_extraction._dict_vectorizer": "DictVectorizer",
      "sklearn.feature_extraction._hash": "FeatureHasher",
      "sklearn.feature_extraction.image": "PatchExtractor",
      "sklearn.feature_extraction.text": "CountVectorizer HashingVectorizer TfidfTransformer TfidfVectorizer _VectorizerMixin",
      "sklearn.feature_selection._base": "SelectorMixin",
      "sklearn.feature_selection._from_model": "SelectFromModel",
      "sklearn.feature_selection._rfe": "RFE RFECV",
      "sklearn.feature_selection._sequential": "SequentialFeatureSelector",
      "sklearn.feature_selection._univariate_selection": `GenericUnivariateSelect SelectFdr SelectFpr SelectFwe SelectKBest
        SelectPercentile _BaseFilter`,
      "sklearn.feature_selection._variance_threshold": "VarianceThreshold",
      "sklearn.frozen._frozen": "FrozenEstimator",
      "sklearn.gaussian_process": "GaussianProcessClassifier GaussianProcessRegressor",
      "sklearn.gaussian_process._gpc": "GaussianProcessClassifier _BinaryGaussianProcessClassifierLaplace",
      "sklearn.gaussian_process._gpr": "GaussianProcessRegressor",
      "sklearn.gaussian_process.kernels": `CompoundKernel ConstantKernel DotProduct ExpSineSquared Exponentiation GenericKernelMixin
        Hyperparameter Kernel KernelOperator Matern NormalizedKernelMixin PairwiseKernel Product RBF RationalQuadratic
        StationaryKernelMixin Sum WhiteKernel`,
      "sklearn.impute": "KNNImputer MissingIndicator SimpleImputer",
      "sklearn.impute._base": "MissingIndicator SimpleImputer _BaseImputer",
      "sklearn.impute._iterative": "IterativeImputer _ImputerTriplet",
      "sklearn.impute._knn": "KNNImputer",
      "sklearn.isotonic": "IsotonicRegression",
      "sklearn.kernel_approximation": "AdditiveChi2Sampler Nystroem PolynomialCountSketch RBFSampler SkewedChi2Sampler",
      "sklearn.kernel_ridge": "KernelRidge",
      "sklearn.linear_model": `ARDRegression BayesianRidge ElasticNet HuberRegressor Lars Lasso LassoLars LinearRegression
        LogisticRegression OrthogonalMatchingPursuit PassiveAggressiveClassifier PassiveAggressiveRegressor Perceptron RANSACRegressor
        Ridge SGDClassifier SGDRegressor TheilSenRegressor`,
      "sklearn.linear_model._base": "LinearClassifierMixin LinearModel LinearRegression SparseCoefMixin",
      "sklearn.linear_model._bayes": "ARDRegression BayesianRidge",
      "sklearn.linear_model._coordinate_descent": `ElasticNet ElasticNetCV Lasso LassoCV LinearModelCV MultiTaskElasticNet
        MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV`,
      "sklearn.linear_model._glm._newton_solver": "NewtonCholeskySolver NewtonSolver",
      "sklearn.linear_model._glm.glm": "GammaRegressor PoissonRegressor TweedieRegressor _GeneralizedLinearRegressor",
      "sklearn.linear_model._huber": "HuberRegressor",
      "sklearn.linear_model._least_angle": "Lars LarsCV LassoLars LassoLarsCV LassoLarsIC",
      "sklearn.linear_model._linear_loss": "LinearModelLoss",
      "sklearn.linear_model._logistic": "LogisticRegression LogisticRegressionCV",
      "sklearn.linear_model._omp": "OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV",
      "sklearn.linear_model._passive_aggressive": "PassiveAggressiveClassifier PassiveAggressiveRegressor",
      "sklearn.linear_model._perceptron": "Perceptron",
      "sklearn.linear_model._quantile": "QuantileRegressor",
      "sklearn.linear_model._ransac": "RANSACRegressor",
      "sklearn.linear_model._ridge": `Ridge RidgeCV RidgeClassifier RidgeClassifierCV _BaseRidge _BaseRidgeCV _IdentityClassifier
        _IdentityRegressor _RidgeClassifierMixin _RidgeGCV _XT_CenterStackOp _X_CenterStackOp`,
      "sklearn.linear_model._sag_fast": "MultinomialLogLoss32 MultinomialLogLoss64",
      "sklearn.linear_model._stochastic_gradient": `BaseSGD BaseSGDClassifier BaseSGDRegressor SGDClassifier SGDOneClassSVM SGDRegressor
        _ValidationScoreCallback`,
      "sklearn.linear_model._theil_sen": "TheilSenRegressor",
      "sklearn.manifold._isomap": "Isomap",
      "sklearn.manifold._locally_linear": "LocallyLinearEmbedding",
      "sklearn.manifold._classical_mds": "ClassicalMDS",
      "sklearn.manifold._mds": "MDS",
      "sklearn.manifold._spectral_embedding": "SpectralEmbedding",
      "sklearn.manifold._t_sne": "TSNE",
      "sklearn.metrics._dist_metrics": `BrayCurtisDistance BrayCurtisDistance32 BrayCurtisDistance64 CanberraDistance CanberraDistance32
        CanberraDistance64 ChebyshevDistance ChebyshevDistance32 ChebyshevDistance64 DiceDistance DiceDistance32 DiceDistance64
        DistanceMetric DistanceMetric32 DistanceMetric64 EuclideanDistance EuclideanDistance32 EuclideanDistance64 HammingDistance
        HammingDistance32 HammingDistance64 HaversineDistance HaversineDistance32 HaversineDistance64 JaccardDistance JaccardDistance32
        JaccardDistance64 KulsinskiDistance KulsinskiDistance32 MahalanobisDistance MahalanobisDistance32 MahalanobisDistance64
        ManhattanDistance ManhattanDistance32 ManhattanDistance64 MatchingDistance MatchingDistance32 MinkowskiDistance
        MinkowskiDistance32 MinkowskiDistance64 PyFuncDistance PyFuncDistance32 PyFuncDistance64 RogersTanimotoDistance
        RogersTanimotoDistance32 RogersTanimotoDistance64 RussellRaoDistance RussellRaoDistance32 RussellRaoDistance64 SEuclideanDistance
        SEuclideanDistance32 SEuclideanDistance64 SokalMichenerDistance SokalMichenerDistance32 SokalMichenerDistance64
        SokalSneathDistance SokalSneathDistance32 SokalSneathDistance64 WMinkowskiDistance WMinkowskiDistance32`,
      "sklearn.metrics._pairwise_distances_reduction._argkmin": "ArgKmin32 ArgKmin64 EuclideanArgKmin32 EuclideanArgKmin64",
      "sklearn.metrics._pairwise_distances_reduction._base": "BaseDistancesReduction32 BaseDistancesReduction64",
      "sklearn.metrics._pairwise_distances_reduction._datasets_pair": `DatasetsPair32 DatasetsPair64 DenseDenseDatasetsPair32
        DenseDenseDatasetsPair64 DenseSparseDatasetsPair32 DenseSparseDatasetsPair64 SparseDenseDatasetsPair32 SparseDenseDatasetsPair64
        SparseSparseDatasetsPair32 SparseSparseDatasetsPair64`,
      "sklearn.metrics._pairwise_distances_reduction._dispatcher": "ArgKmin BaseDistancesReductionDispatcher RadiusNeighbors",
      "sklearn.metrics._pairwise_distances_reduction._middle_term_computer": `DenseDenseMiddleTermComputer32
        DenseDenseMiddleTermComputer64 MiddleTermComputer32 MiddleTermComputer64 SparseSparseMiddleTermComputer32
        SparseSparseMiddleTermComputer64`,
      "sklearn.metrics._pairwise_distances_reduction._radius_neighbors": `EuclideanRadiusNeighbors32 EuclideanRadiusNeighbors64
        RadiusNeighbors32 RadiusNeighbors64`,
      "sklearn.metrics._scorer": "_BaseScorer _CurveScorer _DeprecatedScorers _MultimetricScorer _PassthroughScorer _PredictScorer _ProbaScorer _Scorer _ThresholdScorer",
      "sklearn.mixture": "BayesianGaussianMixture GaussianMixture",
      "sklearn.mixture._base": "BaseMixture",
      "sklearn.mixture._bayesian_mixture": "BayesianGaussianMixture",
      "sklearn.mixture._gaussian_mixture": "GaussianMixture",
      "sklearn.model_selection": "GridSearchCV RandomizedSearchCV",
      "sklearn.model_selection._classification_threshold": "FixedThresholdClassifier TunedThresholdClassifierCV",
      "sklearn.model_selection._plot": "LearningCurveDisplay",
      "sklearn.model_selection._search": "BaseSearchCV GridSearchCV ParameterGrid ParameterSampler RandomizedSearchCV",
      "sklearn.model_selection._search_successive_halving": `BaseSuccessiveHalving HalvingGridSearchCV HalvingRandomSearchCV
        _SubsampleMetaSplitter`,
      "sklearn.model_selection._split": `BaseCrossValidator BaseShuffleSplit GroupKFold GroupShuffleSplit KFold LeaveOneGroupOut
        LeaveOneOut LeavePGroupsOut LeavePOut PredefinedSplit RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedGroupKFold
        StratifiedKFold StratifiedShuffleSplit TimeSeriesSplit _BaseKFold _CVIterableWrapper _RepeatedSplits`,
      "sklearn.multiclass": "OneVsOneClassifier OneVsRestClassifier OutputCodeClassifier _ConstantPredictor",
      "sklearn.multioutput": "ClassifierChain MultiOutputClassifier MultiOutputRegressor RegressorChain _BaseChain _MultiOutputEstimator",
      "sklearn.naive_bayes": "BernoulliNB CategoricalNB ComplementNB GaussianNB MultinomialNB _BaseDiscreteNB _BaseNB",
      "sklearn.neighbors": `KNeighborsClassifier KNeighborsRegressor KernelDensity LocalOutlierFactor NearestCentroid NearestNeighbors
        RadiusNeighborsClassifier RadiusNeighborsRegressor`,
      "sklearn.neighbors._ball_tree": "BallTree BallTree32 BallTree64 BinaryTree NeighborsHeap NodeHeap",
      "sklearn.neighbors._base": "KNeighborsMixin NeighborsBase RadiusNeighborsMixin",
      "sklearn.neighbors._classification": "KNeighborsClassifier RadiusNeighborsClassifier",
      "sklearn.neighbors._distance_metric": "DistanceMetric",
      "sklearn.neighbors._graph": "KNeighborsTransformer RadiusNeighborsTransformer",
      "sklearn.neighbors._kd_tree": "BinaryTree KDTree KDTree32 KDTree64 NeighborsHeap NodeHeap",
      "sklearn.neighbors._kde": "KernelDensity",
      "sklearn.neighbors._lof": "LocalOutlierFactor",
      "sklearn.neighbors._nca": "NeighborhoodComponentsAnalysis",
      "sklearn.neighbors._nearest_centroid": "NearestCentroid",
      "sklearn.neighbors._quad_tree": "_QuadTree",
      "sklearn.neighbors._regression": "KNeighborsRegressor RadiusNeighborsRegressor",
      "sklearn.neighbors._unsupervised": "NearestNeighbors",
      "sklearn.neural_network": "BernoulliRBM MLPClassifier MLPRegressor",
      "sklearn.neural_network._multilayer_perceptron": "BaseMultilayerPerceptron MLPClassifier MLPRegressor",
      "sklearn.neural_network._rbm": "BernoulliRBM",
      "sklearn.neural_network._stochastic_optimizers": "AdamOptimizer BaseOptimizer SGDOptimizer",
      "sklearn.pipeline": "FeatureUnion Pipeline",
      "sklearn.preprocessing": `Binarizer FunctionTransformer KBinsDiscretizer LabelBinarizer LabelEncoder MaxAbsScaler MinMaxScaler
        Normalizer OneHotEncoder OrdinalEncoder PolynomialFeatures PowerTransformer QuantileTransformer RobustScaler SplineTransformer
        StandardScaler`,
      "sklearn.preprocessing._data": `Binarizer KernelCenterer MaxAbsScaler MinMaxScaler Normalizer PowerTransformer QuantileTransformer
        RobustScaler StandardScaler`,
      "sklearn.preprocessing._discretization": "KBinsDiscretizer",
      "sklearn.preprocessing._encoders": "OneHotEncoder OrdinalEncoder _BaseEncoder",
      "sklearn.preprocessing._function_transformer": "FunctionTransformer",
      "sklearn.preprocessing._label": "LabelBinarizer LabelEncoder MultiLabelBinarizer",
      "sklearn.preprocessing._polynomial": "PolynomialFeatures SplineTransformer",
      "sklearn.preprocessing._target_encoder": "TargetEncoder",
      "sklearn.random_projection": "BaseRandomProjection GaussianRandomProjection SparseRandomProjection",
      "sklearn.semi_supervised": "LabelPropagation LabelSpreading SelfTrainingClassifier",
      "sklearn.semi_supervised._label_propagation": "BaseLabelPropagation LabelPropagation LabelSpreading",
      "sklearn.semi_supervised._self_training": "SelfTrainingClassifier",
      "sklearn.svm": "LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR",
      "sklearn.svm._base": "BaseLibSVM BaseSVC",
      "sklearn.svm._classes": "LinearSVC LinearSVR NuSVC NuSVR OneClassSVM SVC SVR",
      "sklearn.tree": "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor",
      "sklearn.tree._classes": "BaseDecisionTree DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor",
      "sklearn.tree._criterion": "ClassificationCriterion Criterion Entropy FriedmanMSE Gini MAE MSE Poisson RegressionCriterion",
      "sklearn.tree._export": "Sentinel _BaseTreeExporter _DOTTreeExporter _MPLTreeExporter",
      "sklearn.tree._reingold_tilford": "DrawTree",
      "sklearn.tree._splitter": `BaseDenseSplitter BaseSparseSplitter BestSparseSplitter BestSplitter RandomSparseSplitter RandomSplitter
        Splitter`,
      "sklearn.tree._tree": "BestFirstTreeBuilder DepthFirstTreeBuilder TreeBuilder _AlphaPruner _CCPPruneController _PathFinder",
      "sklearn.tree._utils": "WeightedMedianCalculator WeightedPQueue",
      "sklearn.utils._bunch": "Bunch",
      "sklearn.utils._metadata_requests": "MetadataRequest MetadataRouter MethodMapping MethodMetadataRequest",
      "sklearn.utils.deprecation": "DeprecationDict"
    }
  },
  {
    use: "reference",
    reason: "function of arrays: only named",
    names: {
      "sklearn.cluster._kmeans": "_kmeans_single_lloyd",
      "sklearn.ensemble._hist_gradient_boosting.common": "G_H_DTYPE X_BINNED_DTYPE X_BITSET_INNER_DTYPE X_DTYPE Y_DTYPE",
      "sklearn.feature_selection._mutual_info": "mutual_info_classif mutual_info_regression",
      "sklearn.feature_selection._univariate_selection": "chi2 f_classif f_regression",
      "sklearn.metrics._classification": `accuracy_score balanced_accuracy_score cohen_kappa_score f1_score fbeta_score jaccard_score
        log_loss matthews_corrcoef precision_score recall_score`,
      "sklearn.metrics._ranking": "average_precision_score roc_auc_score",
      "sklearn.metrics._regression": `explained_variance_score max_error mean_absolute_error mean_squared_error mean_squared_log_error
        median_absolute_error r2_score root_mean_squared_error`,
      "sklearn.metrics._scorer": "_passthrough_scorer",
      "sklearn.metrics.pairwise": "cosine_similarity euclidean_distances linear_kernel polynomial_kernel rbf_kernel",
      "sklearn.preprocessing._function_transformer": "_identity"
    }
  },
  {
    use: "first-is-class",
    reason: "Cython constructor: builds the class it is given without its initialiser",
    names: {
      "sklearn._loss._loss": `__pyx_unpickle_CyAbsoluteError __pyx_unpickle_CyExponentialLoss __pyx_unpickle_CyHalfBinomialLoss
        __pyx_unpickle_CyHalfGammaLoss __pyx_unpickle_CyHalfMultinomialLoss __pyx_unpickle_CyHalfPoissonLoss
        __pyx_unpickle_CyHalfSquaredError __pyx_unpickle_CyHalfTweedieLoss __pyx_unpickle_CyHalfTweedieLossIdentity
        __pyx_unpickle_CyHuberLoss __pyx_unpickle_CyPinballLoss`
    }
  },
  {
    use: "first-is-class",
    reason: "compiled tree or metric: builds the class it is given",
    names: {
      "sklearn.metrics._dist_metrics": "newObj",
      "sklearn.neighbors._ball_tree": "newObj",
      "sklearn.neighbors._kd_tree": "newObj"
    }
  },
  {
    use: "class",
    reason: "estimator or helper: __setstate__ only updates the attributes",
    names: {
      "sklearn.calibration": "_TemperatureScaling"
    }
  },
  {
    use: "reference",
    reason: "metric, kernel or check of arrays: only named; none calls an argument or reads a file",
    names: {
      "sklearn.feature_selection._univariate_selection": "r_regression",
      "sklearn.metrics._classification": `brier_score_loss class_likelihood_ratios classification_report confusion_matrix d2_brier_score d2_log_loss_score hamming_loss
        hinge_loss multilabel_confusion_matrix precision_recall_fscore_support zero_one_loss`,
      "sklearn.metrics._ranking": `auc confusion_matrix_at_thresholds coverage_error dcg_score det_curve label_ranking_average_precision_score label_ranking_loss
        ndcg_score precision_recall_curve roc_curve top_k_accuracy_score`,
      "sklearn.metrics._regression": `d2_absolute_error_score d2_pinball_score d2_tweedie_score mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss
        mean_poisson_deviance mean_tweedie_deviance root_mean_squared_log_error`,
      "sklearn.metrics._scorer": "negative_likelihood_ratio positive_likelihood_ratio",
      "sklearn.metrics.cluster._supervised": `adjusted_mutual_info_score adjusted_rand_score completeness_score fowlkes_mallows_score homogeneity_completeness_v_measure
        homogeneity_score mutual_info_score normalized_mutual_info_score pair_confusion_matrix rand_score v_measure_score`,
      "sklearn.metrics.cluster._unsupervised": "calinski_harabasz_score davies_bouldin_score",
      "sklearn.metrics.pairwise": "additive_chi2_kernel chi2_kernel laplacian_kernel manhattan_distances sigmoid_kernel",
      "sklearn.utils.validation": "check_array"
    }
  }
];

// src/policy/globals/safe-stdlib.ts
var stdlib = [
  {
    use: "call",
    reason: "container of the standard library: holds what it is given",
    names: {
      argparse: "Namespace",
      collections: "ChainMap Counter OrderedDict UserDict UserList UserString deque",
      io: "BytesIO StringIO",
      types: "EllipsisType NoneType NotImplementedType SimpleNamespace"
    }
  },
  {
    use: "call",
    reason: "builtin type or constant: only builds a value",
    names: {
      builtins: `Ellipsis NotImplemented bool buffer bytearray bytes complex dict float frozenset int list object range set slice str
        tuple`
    }
  },
  {
    use: "call",
    reason: "value class: parses or keeps its arguments",
    names: {
      array: "array",
      datetime: "date datetime time timedelta timezone tzinfo",
      decimal: "Context Decimal",
      fractions: "Fraction",
      inspect: "Parameter Signature",
      ipaddress: "IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network",
      os: "stat_result statvfs_result terminal_size times_result uname_result",
      pathlib: "Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath",
      random: "Random",
      re: "_compile",
      time: "struct_time",
      uuid: "UUID"
    }
  },
  {
    use: "call",
    reason: "exception class: built, not raised",
    names: {
      builtins: `ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError ChildProcessError
        ConnectionError DeprecationWarning EOFError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError
        ImportError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
        NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError RuntimeError
        RuntimeWarning StopAsyncIteration StopIteration SyntaxError SystemExit TimeoutError TypeError UnicodeDecodeError UnicodeEncodeError
        UnicodeError UserWarning ValueError Warning ZeroDivisionError`,
      decimal: "Clamped DecimalException DivisionByZero FloatOperation Inexact InvalidOperation Overflow Rounded Subnormal Underflow"
    }
  },
  {
    use: "call",
    reason: "iterator with a plain state",
    names: { itertools: "chain count cycle repeat" }
  },
  {
    use: "shared",
    reason: "names a logger of the program",
    names: { logging: "getLogger" }
  },
  {
    use: "class",
    reason: "class of the standard library: only named, or a plain state",
    names: {
      abc: "ABC ABCMeta",
      calendar: "Calendar",
      "collections.abc": "Callable Iterable Iterator Mapping Sequence Set",
      csv: "excel",
      dataclasses: "_MISSING_TYPE",
      difflib: "SequenceMatcher",
      enum: "Enum EnumMeta EnumType Flag IntEnum IntFlag",
      inspect: "_empty",
      logging: "LogRecord",
      numbers: "Complex Integral Number Rational Real",
      statistics: "NormalDist",
      string: "Template",
      textwrap: "TextWrapper",
      "urllib.parse": "ParseResult SplitResult"
    }
  },
  {
    use: "class",
    reason: "type annotation: only named",
    names: {
      typing: "Any Callable ClassVar Dict Generic Iterable Iterator List Literal Mapping Optional Sequence Set Tuple Type Union"
    }
  },
  {
    use: "reference",
    reason: "function: harmless to name, only its caller could misuse it",
    names: {
      builtins: `abs all any ascii bin callable chr classmethod divmod format hasattr hash hex id isinstance issubclass len max memoryview min next oct ord pow
        print property repr round sorted staticmethod sum super`,
      collections: "namedtuple",
      functools: "reduce",
      json: "dumps loads",
      cmath: "exp",
      math: "ceil cos e exp floor log log10 log2 pi pow prod sin sqrt tan tanh",
      operator: "add eq ge gt le lt mul ne neg not_ sub truediv xor",
      posixpath: "basename join"
    }
  },
  {
    use: "iterator",
    reason: "iterator over the data it is given",
    names: {
      builtins: "enumerate iter reversed zip",
      itertools: "combinations combinations_with_replacement compress islice pairwise permutations product zip_longest"
    }
  },
  {
    use: "mapped",
    reason: "iterator that calls a function for each item",
    names: { builtins: "filter map" }
  },
  {
    use: "get-attribute",
    reason: "how enumeration members, nested classes and bound methods are pickled",
    names: { builtins: "getattr" }
  },
  {
    use: "type-of",
    reason: "how the types of None and Ellipsis are pickled",
    names: { builtins: "type" }
  },
  {
    use: "codec",
    reason: "how Python 3 writes bytes at protocol 2 and below",
    names: { _codecs: "encode" }
  },
  {
    use: "partial",
    reason: "keeps a function and its arguments for later",
    names: { functools: "partial" }
  },
  {
    use: "flags",
    reason: "combination of two flags of one enumeration",
    names: { operator: "and_ or_" }
  },
  {
    use: "typing-item",
    reason: "how typing\u2019s generics are pickled",
    names: { operator: "getitem" }
  },
  {
    use: "first-is-class",
    reason: "array constructor: builds the class it is given from bytes",
    names: { array: "_array_reconstructor" }
  },
  {
    use: "default-factory",
    reason: "dict that calls its factory for a missing key",
    names: { collections: "defaultdict" }
  },
  {
    use: "first-is-class",
    reason: "builds the class it is given without its initialiser",
    names: { copyreg: "__newobj__ __newobj_ex__" }
  },
  {
    use: "reconstructor",
    reason: "how objects are built at protocol 0 and 1",
    names: { copyreg: "_reconstructor" }
  },
  {
    use: "attribute-getter",
    reason: "gets an attribute later",
    names: { operator: "attrgetter" }
  },
  {
    use: "item-getter",
    reason: "gets an item later",
    names: { operator: "itemgetter" }
  },
  {
    use: "method-caller",
    reason: "calls a method later",
    names: { operator: "methodcaller" }
  },
  {
    use: "member",
    reason: "enumeration: passes when called with one plain value",
    names: {
      http: "HTTPStatus",
      re: "RegexFlag",
      inspect: "_ParameterKind",
      signal: "Handlers Signals",
      socket: "AddressFamily SocketKind",
      uuid: "SafeUUID"
    }
  },
  {
    use: "first-is-class",
    reason: "type annotation over the class it is given",
    names: { types: "GenericAlias" }
  },
  {
    use: "zone-key",
    reason: "time zone: reads the zone file of that key",
    names: { zoneinfo: "ZoneInfo ZoneInfo._unpickle" }
  }
];

// src/policy/globals/safe-torch.ts
var torch = [
  {
    use: "call",
    reason: "keeps its arguments: a shape, a device name",
    names: { torch: "Size device" }
  },
  {
    use: "call",
    reason: "parameter without a shape: makes an empty tensor",
    names: { "torch.nn.parameter": "UninitializedBuffer UninitializedParameter" }
  },
  {
    use: "call",
    reason: "tensor constructor: allocates, or looks a constant up",
    names: {
      "torch._utils": "_rebuild_device_tensor_from_numpy _rebuild_meta_tensor_no_storage _rebuild_xla_tensor",
      "torch.serialization": "_get_layout"
    }
  },
  {
    use: "call",
    reason: "sparse tensor constructor: puts tensors together",
    names: { "torch._utils": "_rebuild_sparse_csr_tensor _rebuild_sparse_tensor" }
  },
  {
    use: "shared",
    reason: "TorchScript list constructor: gives its argument back",
    names: {
      "torch.jit._pickle": "build_boollist build_doublelist build_intlist build_tensor_from_id build_tensorlist restore_type_tag"
    }
  },
  {
    use: "shared",
    reason: "gives an old table of functions that PyTorch holds",
    names: { "torch.nn.backends.thnn": "_get_thnn_function_backend" }
  },
  {
    use: "class",
    reason: "storage, tensor or helper class: plain state",
    names: {
      torch: `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage
        ComplexFloatStorage DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage
        LongTensor QInt32Storage QInt8Storage QUInt2x4Storage QUInt4x2Storage QUInt8Storage ShortStorage ShortTensor`,
      "torch._C": "Generator",
      "torch.amp.grad_scaler": "GradScaler",
      "torch.ao.nn.quantized.dynamic.modules.linear": "Linear",
      "torch.ao.nn.quantized.modules.linear": "Linear LinearPackedParams",
      "torch.backends.cudnn.rnn": "Unserializable",
      "torch.cuda": `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor DoubleStorage
        DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor ShortStorage ShortTensor`,
      "torch.cuda.amp.grad_scaler": "GradScaler",
      "torch.distributed.checkpoint.filesystem": "_StorageInfo",
      "torch.distributed.checkpoint.metadata": `BytesStorageMetadata ChunkStorageMetadata Metadata MetadataIndex StorageMeta
        TensorProperties TensorStorageMetadata`,
      "torch.distributed.device_mesh": "DeviceMesh",
      "torch.distributed.tensor": "DTensor",
      "torch.distributed.tensor._dtensor_spec": "DTensorSpec TensorMeta",
      "torch.distributed.tensor.placement_types": "Partial Replicate Shard",
      "torch.distributions.bernoulli": "Bernoulli",
      "torch.distributions.categorical": "Categorical",
      "torch.distributions.multivariate_normal": "MultivariateNormal",
      "torch.distributions.normal": "Normal",
      "torch.distributions.uniform": "Uniform",
      "torch.sparse": "BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor",
      "torch.storage": "TypedStorage UntypedStorage",
      "torch.torch_version": "TorchVersion",
      "torch.utils.data.dataloader": "DataLoader",
      "torch.utils.data.dataset": "ChainDataset ConcatDataset Dataset IterableDataset Subset TensorDataset",
      "torch.utils.data.sampler": "BatchSampler RandomSampler SequentialSampler SubsetRandomSampler WeightedRandomSampler",
      "torchvision.models.resnet": "BasicBlock Bottleneck ResNet",
      "torchvision.models.squeezenet": "Fire SqueezeNet",
      "torchvision.transforms.transforms": "CenterCrop Compose Lambda Normalize RandomCrop RandomHorizontalFlip Resize ToPILImage ToTensor"
    }
  },
  {
    use: "class",
    reason: "tensor class: state is set by torch\u2019s own __setstate__",
    names: { torch: "Tensor dtype" }
  },
  {
    use: "class",
    reason: "module: __setstate__ only updates the attributes",
    names: {
      "torch.nn": `AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d AvgPool1d
        AvgPool2d AvgPool3d BatchNorm1d BatchNorm2d BatchNorm3d Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d
        Dropout Dropout2d Dropout3d ELU Embedding EmbeddingBag GELU GRU GroupNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d LSTM
        LayerNorm LeakyReLU Linear LogSoftmax MaxPool1d MaxPool2d MaxPool3d Module ModuleDict ModuleList MultiheadAttention PReLU
        Parameter ParameterDict ParameterList RNN ReLU Sequential Sigmoid Softmax Tanh Transformer TransformerDecoder TransformerEncoder`,
      "torch.nn.modules._functions": "CrossMapLRN2d SyncBatchNorm",
      "torch.nn.modules.activation": `CELU ELU GELU GLU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid LogSoftmax Mish
        MultiheadAttention PReLU RReLU ReLU ReLU6 SELU SiLU Sigmoid Softmax Softmax2d Softmin Softplus Softshrink Softsign Tanh Tanhshrink
        Threshold`,
      "torch.nn.modules.adaptive": "AdaptiveLogSoftmaxWithLoss _ASMoutput",
      "torch.nn.modules.batchnorm": "BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm _BatchNorm _LazyNormBase _NormBase",
      "torch.nn.modules.channelshuffle": "ChannelShuffle",
      "torch.nn.modules.container": "Container ModuleDict ModuleList ParameterDict ParameterList Sequential",
      "torch.nn.modules.conv": `Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d _ConvNd _ConvTransposeMixin
        _ConvTransposeNd _LazyConvXdMixin`,
      "torch.nn.modules.distance": "CosineSimilarity PairwiseDistance",
      "torch.nn.modules.dropout": "AlphaDropout Dropout Dropout1d Dropout2d Dropout3d FeatureAlphaDropout _DropoutNd",
      "torch.nn.modules.flatten": "Flatten Unflatten",
      "torch.nn.modules.fold": "Fold Unfold",
      "torch.nn.modules.instancenorm": "InstanceNorm1d InstanceNorm2d InstanceNorm3d _InstanceNorm",
      "torch.nn.modules.lazy": "_LazyProtocol",
      "torch.nn.modules.linear": "Bilinear Identity Linear NonDynamicallyQuantizableLinear",
      "torch.nn.modules.loss": `BCELoss BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss CrossEntropyLoss GaussianNLLLoss HingeEmbeddingLoss
        HuberLoss KLDivLoss L1Loss LinearCrossEntropyLoss MSELoss MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss
        NLLLoss2d PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss TripletMarginWithDistanceLoss _Loss _WeightedLoss`,
      "torch.nn.modules.module": "Module _WrappedHook",
      "torch.nn.modules.normalization": "CrossMapLRN2d GroupNorm LayerNorm LocalResponseNorm RMSNorm",
      "torch.nn.modules.padding": `CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d ReflectionPad1d
        ReflectionPad2d ReflectionPad3d ReplicationPad1d ReplicationPad2d ReplicationPad3d ZeroPad1d ZeroPad2d ZeroPad3d _ConstantPadNd
        _ReflectionPadNd _ReplicationPadNd`,
      "torch.nn.modules.pixelshuffle": "PixelShuffle PixelUnshuffle",
      "torch.nn.modules.pooling": `AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d
        AdaptiveMaxPool3d AvgPool1d AvgPool2d AvgPool3d FractionalMaxPool2d FractionalMaxPool3d LPPool1d LPPool2d LPPool3d MaxPool1d MaxPool2d
        MaxPool3d MaxUnpool1d MaxUnpool2d MaxUnpool3d _AdaptiveAvgPoolNd _AdaptiveMaxPoolNd _AvgPoolNd _LPPoolNd _MaxPoolNd _MaxUnpoolNd`,
      "torch.nn.modules.rnn": "GRU GRUCell LSTM LSTMCell RNN RNNBase RNNCell RNNCellBase",
      "torch.nn.modules.sparse": "Embedding EmbeddingBag",
      "torch.nn.modules.transformer": "Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer",
      "torch.nn.modules.upsampling": "Upsample UpsamplingBilinear2d UpsamplingNearest2d",
      "torch.nn.parallel.data_parallel": "DataParallel",
      "torch.nn.parallel.distributed": "DistributedDataParallel",
      "torch.nn.parameter": "Buffer Parameter",
      "torch.nn.utils.parametrizations": "_Orthogonal _SpectralNorm _WeightNorm",
      "torch.nn.utils.parametrize": "ParametrizationList",
      "torch.nn.utils.rnn": "PackedSequence PackedSequence_",
      "torch.nn.utils.spectral_norm": "SpectralNorm SpectralNormLoadStateDictPreHook SpectralNormStateDictHook",
      "torch.nn.utils.weight_norm": "WeightNorm"
    }
  },
  {
    use: "class",
    reason: "lazy module: __setstate__ only updates the attributes, its hooks run when the module is called",
    names: {
      "torch.nn.modules.batchnorm": "LazyBatchNorm1d LazyBatchNorm2d LazyBatchNorm3d",
      "torch.nn.modules.conv": "LazyConv1d LazyConv2d LazyConv3d LazyConvTranspose1d LazyConvTranspose2d LazyConvTranspose3d",
      "torch.nn.modules.instancenorm": "LazyInstanceNorm1d LazyInstanceNorm2d LazyInstanceNorm3d",
      "torch.nn.modules.linear": "LazyLinear"
    }
  },
  {
    use: "class",
    reason: "hook or its handle: numbers, and weak references to dicts",
    names: {
      "torch.nn.utils.prune": "CustomFromMask Identity L1Unstructured LnStructured PruningContainer RandomStructured RandomUnstructured",
      "torch.utils.hooks": "RemovableHandle"
    }
  },
  {
    use: "class",
    reason: "holds the functions of torch, which are pickled as attributes of it; what reads files or memory there is listed as dangerous",
    names: { "torch._C": "_VariableFunctionsClass" }
  },
  {
    use: "class",
    reason: "optimizer or scheduler: state is a plain dict",
    names: {
      "torch.optim": "ASGD Adadelta Adafactor Adagrad Adam AdamW Adamax LBFGS Muon Optimizer RMSprop SGD",
      "torch.optim.adadelta": "Adadelta",
      "torch.optim.adafactor": "Adafactor",
      "torch.optim.adagrad": "Adagrad",
      "torch.optim.adam": "Adam _MultiDeviceReplicator",
      "torch.optim.adamax": "Adamax",
      "torch.optim.adamw": "AdamW",
      "torch.optim.asgd": "ASGD",
      "torch.optim.lbfgs": "LBFGS",
      "torch.optim.lr_scheduler": `ChainedScheduler ConstantLR CosineAnnealingLR CosineAnnealingWarmRestarts CyclicLR ExponentialLR
        LambdaLR LinearLR MultiStepLR MultiplicativeLR OneCycleLR PolynomialLR ReduceLROnPlateau SequentialLR StepLR _LRScheduler`,
      "torch.optim.nadam": "NAdam",
      "torch.optim.optimizer": "Optimizer _RequiredParameter",
      "torch.optim.radam": "RAdam",
      "torch.optim.rmsprop": "RMSprop",
      "torch.optim.rprop": "Rprop",
      "torch.optim.sgd": "SGD",
      "torch.optim.sparse_adam": "SparseAdam",
      "torch.optim.swa_utils": "AveragedModel SWALR"
    }
  },
  {
    use: "reference",
    reason: "constant or type object: only named",
    names: {
      torch: `bcomplex32 bfloat16 bits16 bits1x8 bits2x4 bits4x2 bits8 bool cdouble cfloat chalf channels_last complex128 complex32 complex64
        contiguous_format double float float16 float32 float4_e2m1fn_x2 float64 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
        float8_e8m0fnu half int int1 int16 int2 int3 int32 int4 int5 int6 int64 int7 int8 long per_channel_affine
        per_channel_affine_float_qparams per_channel_symmetric per_tensor_affine per_tensor_symmetric preserve_format qint32 qint8
        quint2x4 quint4x2 quint8 short sparse_coo sparse_csr strided uint1 uint16 uint2 uint3 uint32 uint4 uint5 uint6 uint64 uint7 uint8`
    }
  },
  {
    use: "reference",
    reason: "function: harmless to name, only its caller could misuse it",
    names: {
      torch: "relu sigmoid softmax tanh",
      "torch._C._nn": `elu gelu glu hardsigmoid hardswish hardtanh leaky_relu log_sigmoid mish relu6 silu softplus softshrink`,
      "torch.nn.init": `constant_ dirac_ eye_ kaiming_normal_ kaiming_uniform_ normal_ ones_ orthogonal_ sparse_ trunc_normal_ uniform_ xavier_normal_
        xavier_uniform_ zeros_`,
      "torch.nn.functional": "cross_entropy elu gelu hardtanh leaky_relu log_softmax mish mse_loss relu relu6 selu sigmoid silu softmax tanh",
      "torch.utils.data._utils.collate": "default_collate"
    }
  },
  {
    use: "tensor-type",
    reason: "calls a tensor constructor and casts the result",
    names: { "torch._tensor": "_rebuild_from_type _rebuild_from_type_v2" }
  },
  {
    use: "tensor",
    reason: "tensor constructor: a view of a storage of the same file",
    names: {
      "torch._utils": `_rebuild_device_tensor_from_cpu_tensor _rebuild_nested_tensor _rebuild_parameter _rebuild_parameter_with_state
        _rebuild_qtensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3`
    }
  },
  {
    use: "first-is-class",
    reason: "tensor constructor: builds the class it is given",
    names: { "torch._utils": "_rebuild_wrapper_subclass" }
  },
  {
    use: "literal-bytes",
    reason: "loads a tensor from bytes, which are scanned as a file of their own",
    names: { "torch.storage": "_load_from_bytes" }
  },
  {
    use: "member",
    reason: "enumeration: passes when called with one plain value",
    names: {
      "torch.distributed.checkpoint.metadata": "_MEM_FORMAT_ENCODING",
      "torchvision.transforms.functional": "InterpolationMode"
    }
  }
];

// src/policy/globals/renames.ts
var underscored = {
  "scipy.interpolate": "fitpack2 interpolate rbf",
  "scipy.optimize": "optimize",
  "scipy.signal": "ltisys",
  "scipy.sparse": "base bsr compressed construct coo csc csr data dia dok lil",
  "scipy.spatial": "ckdtree kdtree qhull",
  "scipy.spatial.transform": "rotation",
  "scipy.stats": "kde",
  "sklearn.cluster": "affinity_propagation_ bicluster birch dbscan_ mean_shift_ optics_ spectral",
  "sklearn.covariance": "elliptic_envelope empirical_covariance_ graph_lasso_ robust_covariance shrunk_covariance_",
  "sklearn.cross_decomposition": "cca_ pls_",
  "sklearn.decomposition": `base cdnmf_fast dict_learning factor_analysis fastica_ incremental_pca kernel_pca nmf online_lda_fast pca
    sparse_pca truncated_svd`,
  "sklearn.ensemble": "bagging base forest iforest voting weight_boosting",
  "sklearn.feature_extraction": "dict_vectorizer stop_words",
  "sklearn.feature_selection": "base from_model mutual_info rfe univariate_selection variance_threshold",
  "sklearn.gaussian_process": "gpc gpr",
  "sklearn.inspection": "partial_dependence",
  "sklearn.linear_model": `base bayes cd_fast coordinate_descent huber least_angle logistic omp passive_aggressive perceptron ransac ridge
    sag sag_fast sgd_fast stochastic_gradient theil_sen`,
  "sklearn.manifold": "isomap locally_linear mds spectral_embedding_ t_sne",
  "sklearn.metrics": "classification pairwise_fast ranking regression scorer",
  "sklearn.mixture": "base bayesian_mixture gaussian_mixture",
  "sklearn.neighbors": `ball_tree base classification dist_metrics graph kd_tree kde lof nca nearest_centroid quad_tree regression
    typedefs unsupervised`,
  "sklearn.neural_network": "multilayer_perceptron rbm",
  "sklearn.preprocessing": "data label",
  "sklearn.semi_supervised": "label_propagation",
  "sklearn.svm": "base bounds classes liblinear libsvm libsvm_sparse",
  "sklearn.tree": "export",
  "sklearn.utils": "fast_dict mocking seq_dataset testing weight_vector"
};
var movedModules = {
  _decimal: "decimal",
  _functools: "functools",
  _io: "io",
  _loss: "sklearn._loss._loss",
  _operator: "operator",
  _pydatetime: "datetime",
  _pydecimal: "decimal",
  _pyio: "io",
  "dateutil.tz": "dateutil.tz.tz",
  multiarray: "numpy.core.multiarray",
  "numpy.char": "numpy.core.defchararray",
  "numpy.core.defmatrix": "numpy.matrixlib.defmatrix",
  "numpy.core.umath": "numpy.core._multiarray_umath",
  "numpy.lib._polynomial_impl": "numpy.lib.polynomial",
  "numpy.rec": "numpy.core.records",
  "pathlib._local": "pathlib",
  "sklearn.cluster.hierarchical": "sklearn.cluster._agglomerative",
  "sklearn.cluster.k_means_": "sklearn.cluster._kmeans",
  "sklearn.cross_validation": "sklearn.model_selection._split",
  "sklearn.decomposition.online_lda": "sklearn.decomposition._lda",
  "sklearn.ensemble.gradient_boosting": "sklearn.ensemble._gb",
  "sklearn.externals.joblib": "joblib",
  "sklearn.feature_extraction.hashing": "sklearn.feature_extraction._hash",
  "sklearn.grid_search": "sklearn.model_selection._search",
  "sklearn.lda": "sklearn.discriminant_analysis",
  "sklearn.learning_curve": "sklearn.model_selection._validation",
  "sklearn.mixture.gmm": "sklearn.mixture._gaussian_mixture",
  "sklearn.neighbors._dist_metrics": "sklearn.metrics._dist_metrics",
  "sklearn.qda": "sklearn.discriminant_analysis",
  "sklearn.svm.sparse": "sklearn.svm._classes",
  "sklearn.tree.tree": "sklearn.tree._classes",
  "torch.tensor": "torch._tensor"
};
var movedPackages = {
  "numpy._core": "numpy.core",
  pytorch_lightning: "lightning.pytorch",
  "sklearn.externals.joblib": "joblib",
  "torch.nn.intrinsic": "torch.ao.nn.intrinsic",
  "torch.nn.quantized": "torch.ao.nn.quantized",
  "ultralytics.yolo": "ultralytics",
  "yolov5.models": "models"
};
var movedNames = {
  "pandas._libs.period Period": "pandas._libs.tslibs.period Period",
  "pandas._libs.tslib __nat_unpickle": "pandas._libs.tslibs.nattype __nat_unpickle",
  "pandas._period Period": "pandas._libs.tslibs.period Period",
  "pandas._sparse BlockIndex": "pandas._libs.sparse BlockIndex",
  "pandas.core.arrays.numpy_ PandasArray": "pandas.core.arrays.numpy_ NumpyExtensionArray",
  "pandas.core.base FrozenList": "pandas.core.indexes.frozen FrozenList",
  "pandas.core.base FrozenNDArray": "numpy ndarray",
  "pandas.core.categorical Categorical": "pandas.core.arrays.categorical Categorical",
  "pandas.core.indexes.frozen FrozenNDArray": "numpy ndarray",
  "pandas.core.internals BlockManager": "pandas.core.internals.managers BlockManager",
  "pandas.core.series TimeSeries": "pandas.core.series Series",
  "pandas.core.sparse.array SparseArray": "pandas.core.arrays.sparse.array SparseArray",
  "pandas.indexes.base Index": "pandas.core.indexes.base Index",
  "pandas.indexes.base _new_Index": "pandas.core.indexes.base _new_Index",
  "pandas.indexes.multi MultiIndex": "pandas.core.indexes.multi MultiIndex",
  "pandas.indexes.numeric Float64Index": "pandas.core.indexes.numeric Float64Index",
  "pandas.indexes.numeric Int64Index": "pandas.core.indexes.numeric Int64Index",
  "pandas.indexes.range RangeIndex": "pandas.core.indexes.range RangeIndex",
  "pandas.sparse.array SparseArray": "pandas.core.arrays.sparse.array SparseArray",
  "pandas.tseries.index DatetimeIndex": "pandas.core.indexes.datetimes DatetimeIndex",
  "pandas.tseries.index _new_DatetimeIndex": "pandas.core.indexes.datetimes _new_DatetimeIndex",
  "pandas.tseries.period PeriodIndex": "pandas.core.indexes.period PeriodIndex",
  "pandas.tseries.tdi TimedeltaIndex": "pandas.core.indexes.timedeltas TimedeltaIndex",
  "pandas.tslib Timestamp": "pandas._libs.tslibs.timestamps Timestamp",
  "pandas.tslib __nat_unpickle": "pandas._libs.tslibs.nattype __nat_unpickle",
  "sklearn.datasets.base Bunch": "sklearn.utils._bunch Bunch",
  "sklearn.preprocessing.imputation Imputer": "sklearn.impute._base SimpleImputer",
  "sklearn.utils Bunch": "sklearn.utils._bunch Bunch",
  "torch.nn.modules.linear _LinearWithBias": "torch.nn.modules.linear NonDynamicallyQuantizableLinear",
  "torch.storage _TypedStorage": "torch.storage TypedStorage",
  "torch.storage _UntypedStorage": "torch.storage UntypedStorage"
};
var python2Modules = {
  BaseHTTPServer: "http.server",
  CGIHTTPServer: "http.server",
  SimpleHTTPServer: "http.server",
  DocXMLRPCServer: "xmlrpc.server",
  SimpleXMLRPCServer: "xmlrpc.server",
  SocketServer: "socketserver",
  StringIO: "io",
  Tkinter: "tkinter",
  UserDict: "collections",
  UserList: "collections",
  UserString: "collections",
  __builtin__: "builtins",
  _winreg: "winreg",
  anydbm: "dbm",
  cPickle: "pickle",
  cStringIO: "io",
  commands: "subprocess",
  cookielib: "http.cookiejar",
  copy_reg: "copyreg",
  dbhash: "dbm",
  dumbdbm: "dbm",
  exceptions: "builtins",
  gdbm: "dbm",
  httplib: "http.client",
  robotparser: "urllib.robotparser",
  thread: "_thread",
  urllib2: "urllib.request",
  whichdb: "dbm",
  xmlrpclib: "xmlrpc"
};
var python2Names = {
  "UserDict IterableUserDict": "collections UserDict",
  "__builtin__ basestring": "builtins str",
  "__builtin__ intern": "sys intern",
  "__builtin__ long": "builtins int",
  "__builtin__ reduce": "functools reduce",
  "__builtin__ unichr": "builtins chr",
  "__builtin__ unicode": "builtins str",
  "__builtin__ xrange": "builtins range",
  "exceptions StandardError": "builtins Exception",
  "itertools ifilter": "builtins filter",
  "itertools imap": "builtins map",
  "itertools izip": "builtins zip",
  "urllib urlopen": "urllib.request urlopen",
  "urllib urlretrieve": "urllib.request urlretrieve"
};

// src/policy/globals/spellings.ts
var REEXPORTS = [
  "six.moves.",
  "future.moves.",
  "pip._vendor.",
  "pkg_resources.extern.",
  "setuptools._vendor.",
  "setuptools.extern.",
  "requests.packages."
];
var ALIASES2 = {
  _pickle: "pickle",
  _codecs: "codecs",
  "past.builtins": "builtins",
  "future.builtins": "builtins",
  "six.moves": "builtins",
  "os.path": "posixpath",
  riscos: "os"
};
var MAX_STEPS3 = 6;
function renames(module, name) {
  const found = [{ module, name }];
  for (let step = 0, at2 = found[0]; at2 && step < MAX_STEPS3; step++) {
    at2 = renamed(at2);
    if (!at2 || found.some((known) => known.module === at2?.module && known.name === at2.name)) break;
    found.push(at2);
  }
  return found;
}
function spellings(module, name) {
  const found = [...renames(module, name)];
  for (const prefix of REEXPORTS) {
    const at2 = module.indexOf(prefix);
    if (at2 === 0 || at2 > 0 && module[at2 - 1] === ".") found.push(...renames(module.slice(at2 + prefix.length), name));
  }
  for (const spelling of [...found]) {
    const alias = own(ALIASES2, spelling.module);
    if (alias !== void 0) found.push(...renames(alias, spelling.name));
  }
  return found;
}
function renamed({ module, name }) {
  const exact2 = own(movedNames, `${module} ${name}`) ?? own(python2Names, `${module} ${name}`);
  if (exact2 !== void 0) {
    const [toModule = module, toName = name] = exact2.split(" ");
    return { module: toModule, name: toName };
  }
  const moved = own(movedModules, module) ?? own(python2Modules, module);
  if (moved !== void 0) return { module: moved, name };
  const dot = module.lastIndexOf(".");
  const last = module.slice(dot + 1);
  if (own(underscored, module.slice(0, Math.max(dot, 0)))?.split(/\s+/).includes(last)) {
    return { module: `${module.slice(0, dot)}._${last.replace(/_{1,20}$/, "")}`, name };
  }
  for (const [from, to] of Object.entries(movedPackages)) {
    if (module === from || module.startsWith(`${from}.`)) return { module: to + module.slice(from.length), name };
  }
  return void 0;
}
function own(table2, key) {
  return Object.hasOwn(table2, key) ? table2[key] : void 0;
}

// src/policy/globals/stdlib-modules.ts
var stdlibModules = `
  __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootlocale _bootsubprocess _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp
  _codecs_kr _codecs_tw _collections _collections_abc _colorize _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses _curses_panel
  _datetime _dbm _decimal _dummy_thread _dummy_threading _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _hmac
  _imp _interpchannels _interpqueues _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing
  _opcode _opcode_metadata _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _py_warnings _pydatetime _pydecimal _pyio
  _pylong _pyrepl _queue _random _remote_debugging _scproxy _sha1 _sha2 _sha256 _sha3 _sha512 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat
  _statistics _string _strptime _struct _suggestions _symtable _sysconfig _thread _threading_local _tkinter _tokenize _tracemalloc _types _typing _uuid
  _warnings _weakref _weakrefset _winapi _wmi _xxinterpchannels _xxsubinterpreters _zoneinfo _zstd abc aifc annotationlib antigravity argparse array ast
  asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop
  collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime
  dbm decimal difflib dis distutils doctest dummy_threading email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter
  fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp
  importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma macpath mailbox mailcap marshal math mimetypes mmap
  modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb
  pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat
  queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib
  sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symbol
  symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace
  traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound
  wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
  BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO
  Tkinter UserDict UserList UserString __builtin__ _abcoll _winreg anydbm bsddb cPickle cStringIO commands compiler cookielib copy_reg dbhash dircache
  dl dumbdbm dummy_thread exceptions fpformat gdbm hotshot htmlentitydefs htmllib httplib ihooks imputil itertools markupbase md5 mhlib mimetools
  mimify multifile mutex popen2 posixfile rexec rfc822 robotparser sets sgmllib sha statvfs stringold strop thread toaiff urllib2 urlparse whichdb
  xmllib xmlrpclib`;

// src/policy/globals/lookup.ts
var safe2 = [...stdlib, ...numpy, ...scipy, ...pandas, ...sklearn, ...torch, ...boosting, ...arrow, ...other];
var MODULE_OBJECTS = words3(`os posix nt sys subprocess builtins __builtin__ importlib ctypes socket ssl shutil pickle cPickle marshal runpy pty
  multiprocessing asyncio threading thread urllib urllib2 pdb gc inspect imp tempfile webbrowser pkgutil zipimport posixsubprocess commands popen2
  requests httplib ftplib smtplib cloudpickle dill sqlite3`);
var KNOWN_LIBRARIES = words3("numpy scipy pandas sklearn torch joblib dill cloudpickle multiarray _loss");
var MAX_PARTS2 = 8;
var MAX_NAME_PARTS = 256;
var INTERNALS = { listed: "__\u2026__", does: "reaches into Python\u2019s internals (can reach any function)" };
var dangerousIndex;
var safeIndex;
var stdlibIndex;
function lookupDangerous(module, name) {
  return cached(dangerousCache, module, name, findDangerous);
}
function findDangerous(module, name) {
  for (const spelling of spellings(clean(module), clean(name))) {
    const hit = dangerousAs(spelling.module, spelling.name);
    if (hit) return hit;
  }
  return void 0;
}
function lookupSafe(module, name) {
  return cached(safeCache, module, name, findSafe);
}
function findSafe(module, name) {
  safeIndex ??= indexSafe();
  for (const spelling of renames(module, name)) {
    const row2 = safeIndex.get(spelling.module)?.find(({ list }) => words3(list).has(spelling.name));
    if (row2) return row2.hit;
  }
  const isScript = (module === "__torch__" || module.startsWith("__torch__.")) && /^\w+$/.test(name) && !name.startsWith("__");
  return isScript ? { use: "class", reason: "TorchScript type: compiled by torch, no Python class" } : void 0;
}
function libraryOf(module) {
  const [top = ""] = clean(module).split(".");
  stdlibIndex ??= words3(stdlibModules);
  if (stdlibIndex.has(top)) return "stdlib";
  return KNOWN_LIBRARIES.has(top) ? "known" : "unknown";
}
var lookup2 = {
  safeUse: (module, name) => lookupDangerous(module, name) ? void 0 : lookupSafe(module, name)?.use,
  isDangerous: (module, name) => lookupDangerous(module, name) !== void 0,
  libraryOf
};
function ruleFor(use) {
  return use === "call" || use === "class" || use === "reference" ? void 0 : argumentRules[use];
}
var MAX_CACHED = 4096;
var dangerousCache = /* @__PURE__ */ new Map();
var safeCache = /* @__PURE__ */ new Map();
function cached(cache, module, name, find3) {
  const key = `${module}
${name}`;
  const known = cache.get(key);
  if (known !== void 0 || cache.has(key)) return known;
  const answer = find3(module, name);
  if (cache.size >= MAX_CACHED) cache.clear();
  if (key.length < 512) cache.set(key, answer);
  return answer;
}
function dangerousAs(module, name) {
  dangerousIndex ??= indexDangerous();
  const prefix = parts2(module);
  const attributes = parts2(name);
  const whole2 = match4([...prefix, ...attributes], dangerousIndex);
  if (whole2) return whole2;
  if (attributes.length === MAX_NAME_PARTS || attributes.some(isInternal) && !lookupSafe(module, name)) return INTERNALS;
  return attributes.length === 0 ? void 0 : behind(attributes, dangerousIndex);
}
function behind(attributes, index2) {
  for (let at2 = 0; at2 < attributes.length; at2++) {
    const first2 = attributes[at2] ?? "";
    for (const top of /* @__PURE__ */ new Set([first2, first2.replace(/^_+/, "")])) {
      const rest2 = [top, ...attributes.slice(at2 + 1, at2 + MAX_PARTS2)];
      const hit = rest2.length === 1 ? moduleObject(top, index2) : match4(rest2, index2);
      if (hit) return hit;
    }
  }
  return void 0;
}
function moduleObject(name, index2) {
  if (!MODULE_OBJECTS.has(name)) return void 0;
  return match4([name], index2) ?? { listed: name, does: `hands out the module ${name}` };
}
function match4(path, index2) {
  let found;
  for (let length = 1; length <= Math.min(path.length, MAX_PARTS2); length++) {
    const module = path.slice(0, length).join(".");
    for (const { list, does } of index2.get(module) ?? []) {
      const names3 = words3(list);
      if (path.length <= MAX_PARTS2 && names3.has(`!${path.slice(length).join(".")}`)) return void 0;
      if (names3.has("*")) found = { listed: module, does };
      for (let end = length + 1; end <= Math.min(path.length, MAX_PARTS2); end++) {
        const name = path.slice(length, end).join(".");
        if (names3.has(name)) found = { listed: `${module}.${name}`, does };
      }
    }
  }
  return found;
}
function isInternal(part) {
  return part.length > 4 && part.startsWith("__") && part.endsWith("__") && part !== "__main__";
}
function indexDangerous() {
  const index2 = /* @__PURE__ */ new Map();
  for (const { does, names: names3 } of dangerous) {
    for (const [module, list] of Object.entries(names3)) {
      const known = index2.get(module);
      if (known) known.push({ list, does });
      else index2.set(module, [{ list, does }]);
    }
  }
  return index2;
}
function indexSafe() {
  const index2 = /* @__PURE__ */ new Map();
  for (const { use, reason, names: names3 } of safe2) {
    for (const [module, list] of Object.entries(names3)) {
      const known = index2.get(module);
      const row2 = { list, hit: { use, reason } };
      if (known) known.push(row2);
      else index2.set(module, [row2]);
    }
  }
  return index2;
}
function words3(text4) {
  return new Set(text4.split(/\s+/).filter((word) => word !== ""));
}
function parts2(dotted) {
  return dotted.split(".", MAX_NAME_PARTS).filter((part) => part !== "");
}
function clean(text4) {
  const nul = text4.indexOf("\0");
  return (nul < 0 ? text4 : text4.slice(0, nul)).trim();
}

// src/policy/globals/own-methods.ts
var CALLED_WHILE_LOADING2 = new Set(
  `__setstate__ append extend add __arrow_array__ __arrow_c_array__ __arrow_c_device_array__ __arrow_c_schema__ __arrow_c_stream__`.split(
    " "
  )
);
var TEXTS2 = /^(?:str_?|unicode_?|UserString|add|concat|join|decode|format|getattr|chr|str\..*)$/;
function judgeOwnMethod(call) {
  if (call.how !== "build" && call.how !== "setitem") return void 0;
  for (const entries2 of entriesOf(call)) {
    for (const [key, value] of entries2) {
      if (!mayBeMethod(key) || !isHarmful(value)) continue;
      const by = key.kind === "text" && key.text.startsWith("__arrow") ? "PyArrow" : "a later opcode";
      const why = `${by} calls ${renderValue(value)} as ${renderValue(key)}`;
      return finding(
        "pickle/unsafe-arguments",
        `Loading gives an object a method of its own: ${why}`,
        renderCall(call.callee, call.args, call.how),
        why
      );
    }
  }
  return void 0;
}
function entriesOf({ how, args }) {
  if (how === "setitem") return [args.flatMap((key, at2) => at2 % 2 === 0 && args[at2 + 1] ? [[key, args[at2 + 1]]] : [])];
  const [state3] = args;
  return (state3?.kind === "tuple" ? state3.items : [state3]).flatMap((part) => part ? withInner(part) : []);
}
function withInner(state3) {
  return state3.kind === "dict" ? [state3.entries, ...state3.entries.flatMap(([, value]) => withInner(value))] : [];
}
function mayBeMethod(key) {
  return key.kind === "text" ? CALLED_WHILE_LOADING2.has(key.text) : key.kind === "result" && key.callee.kind === "global" && TEXTS2.test(key.callee.name);
}
function isHarmful(value) {
  if (value.kind === "global") {
    const use = lookup2.safeUse(value.module, value.name);
    return use !== "reference" && use !== "call" && use !== "class";
  }
  if (value.kind !== "result" || value.callee.kind !== "global") return false;
  const { module, name } = value.callee;
  if (name === "partial") return value.args[0] === void 0 || isHarmful(value.args[0]);
  return module === "builtins" && name === "getattr" || module === "operator" && name === "methodcaller";
}

// src/policy/code/sinks.ts
var SINKS = [
  {
    does: "runs programs",
    names: {
      os: `system popen popen2 popen3 popen4 spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe execl execle execlp execlpe execv execve
        execvp execvpe posix_spawn posix_spawnp startfile fork forkpty kill *`,
      posix: "system popen fork forkpty execv execve posix_spawn posix_spawnp kill *",
      nt: "system popen startfile execv execve spawnv spawnve *",
      subprocess: "*",
      _posixsubprocess: "*",
      _winapi: "*",
      commands: "*",
      popen2: "*",
      pty: "*",
      pexpect: "*",
      sh: "*",
      plumbum: "*",
      asyncio: "create_subprocess_shell create_subprocess_exec subprocess",
      ctypes: "*",
      _ctypes: "*",
      cffi: "*",
      paramiko: "*",
      fabric: "*",
      docker: "*"
    }
  },
  {
    does: "runs code that is not in it",
    names: {
      "": "exec eval execfile __import__",
      builtins: "exec eval execfile __import__ compile",
      __builtin__: "exec eval execfile __import__ compile",
      runpy: "*",
      code: "*",
      codeop: "*",
      imp: "load_source load_module load_dynamic load_compiled",
      zipimport: "*",
      marshal: "load loads",
      pickle: "load loads Unpickler",
      _pickle: "load loads Unpickler",
      cPickle: "load loads Unpickler",
      cloudpickle: "load loads",
      dill: "load loads",
      pip: "*"
    }
  },
  {
    does: "opens network connections",
    names: {
      socket: "*",
      _socket: "*",
      socketserver: "*",
      ssl: "wrap_socket create_default_context",
      urllib: "urlopen urlretrieve request URLopener FancyURLopener *",
      urllib2: "*",
      urllib3: "*",
      http: "client *",
      httplib: "*",
      httpx: "*",
      aiohttp: "*",
      requests: "*",
      ftplib: "*",
      smtplib: "*",
      poplib: "*",
      imaplib: "*",
      telnetlib: "*",
      nntplib: "*",
      xmlrpc: "*",
      xmlrpclib: "*",
      webbrowser: "*",
      pycurl: "*",
      websocket: "*",
      websockets: "*"
    }
  },
  {
    does: "reads or writes files",
    ordinary: true,
    names: {
      "": "open",
      builtins: "open",
      io: "open open_code FileIO",
      codecs: "open",
      os: "open remove unlink rmdir removedirs rename replace renames chmod chown link symlink mkfifo truncate putenv unsetenv",
      shutil: "*",
      sqlite3: "*",
      shelve: "*",
      dbm: "*",
      winreg: "*"
    }
  }
];
var rows = index();
function sinkOf(reach) {
  const dot = reach.indexOf(".");
  const module = dot < 0 ? reach : reach.slice(0, dot);
  const rest2 = dot < 0 ? "" : reach.slice(dot + 1);
  const [first2 = ""] = rest2.split(".");
  const builtin = dot < 0 ? rows.get("")?.find(({ names: names3 }) => names3.has(reach)) : void 0;
  const hit = builtin ?? rows.get(module)?.find(({ names: names3, all }) => all || names3.has(first2));
  return hit && { does: hit.sink.does, ordinary: hit.sink.ordinary === true };
}
function index() {
  const found = /* @__PURE__ */ new Map();
  for (const sink of SINKS) {
    for (const [module, list] of Object.entries(sink.names)) {
      const names3 = new Set(list.split(/\s+/));
      const row2 = { sink, names: names3, all: list === "*" };
      const known = found.get(module);
      if (known) known.push(row2);
      else found.set(module, [row2]);
    }
  }
  return found;
}

// src/policy/judge-code.ts
var TITLE = {
  "python-bytecode": "Python bytecode",
  "python-source": "Python source",
  torchscript: "TorchScript",
  native: "native code",
  lua: "Lua code",
  java: "Java code",
  r: "R code",
  javascript: "JavaScript",
  shell: "a shell script"
};
var WHEN = {
  load: "when the model is loaded",
  use: "when the model is used",
  import: "when it is imported or run"
};
var MAX_SHOWN3 = 8;
function judgeCode(_policy, observation) {
  const { language, carrier, runs, reaches } = observation;
  const told = `${carrier}: ${TITLE[language]} that runs ${WHEN[runs]}`;
  const sinks = sinksOf(observation);
  const reason = sinks.length > 0 ? "the names it uses lead out of the model" : "code in a model can do anything its author likes";
  const suffix = sinks.length > 0 ? ` and ${joined(sinks.map(({ does }) => does))}: ${listed2(sinks.map(({ name }) => name))}` : "";
  const evidence = sinks.length > 0 ? `${carrier} \u2192 ${listed2(sinks.map(({ name }) => name))}` : TITLE[language];
  switch (language) {
    case "python-bytecode":
      return finding(sinks.length > 0 ? "code/dangerous" : "code/bytecode", `${told}${suffix}`, evidence, reason);
    case "native":
      if (runs === "use") return finding("graph/compiled-kernel", `${told}; nobody can see what it does`, carrier, reason);
      return finding("code/native", `${told}; nobody can see what it does`, carrier, reason);
    case "torchscript":
      if (reaches.length === 0) return fine("TorchScript that only computes");
      return finding(
        "code/torchscript-io",
        `${told} and does more than compute: ${listed2(reaches)}`,
        `${carrier} \u2192 ${listed2(reaches)}`,
        "operators that only compute do not reach files, other libraries or bound classes"
      );
    case "python-source":
      if (sinks.length > 0 && runs !== "use") return finding("code/dangerous", `${told}${suffix}`, evidence, reason);
      if (sinks.length > 0 || runs === "load") return finding("code/python-source-runs", `${told}${suffix}`, evidence, reason);
      return runs === "use" ? fine("judged with the file as a whole") : finding("code/python-source", told, carrier, reason);
    case "shell":
      return finding("code/python-source", told, carrier, reason);
    case "java":
      return reaches.length > 0 ? finding("code/other-runtime", `${told} and uses ${listed2(reaches)}`, `${carrier} \u2192 ${listed2(reaches)}`, reason) : finding("code/other-runtime-class", told, carrier, reason);
    case "r":
      return runs === "use" && reaches.length === 0 ? finding("code/r-functions", told, carrier, reason) : otherRuntime(told, carrier, reaches, reason);
    case "lua":
    case "javascript":
      return otherRuntime(told, carrier, reaches, reason);
    default:
      return language;
  }
}
function otherRuntime(told, carrier, reaches, reason) {
  if (reaches.length === 0) return finding("code/other-runtime", told, carrier, reason);
  return finding("code/other-runtime", `${told} and uses ${listed2(reaches)}`, `${carrier} \u2192 ${listed2(reaches)}`, reason);
}
function sinksOf({ language, reaches }) {
  return reaches.flatMap((name) => {
    const hit = sinkOf(name);
    return hit === void 0 || hit.ordinary && language === "python-source" ? [] : [{ name, does: hit.does }];
  });
}
function joined(phrases) {
  return [...new Set(phrases)].join(", ");
}
function listed2(names3) {
  return names3.length > MAX_SHOWN3 ? `${names3.slice(0, MAX_SHOWN3).join(", ")}, \u2026` : names3.join(", ");
}

// src/policy/config/keras-names.ts
var kerasClasses = {
  layers: `Activation ActivityRegularization AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D AdaptiveMaxPooling1D
    AdaptiveMaxPooling2D AdaptiveMaxPooling3D Add AdditiveAttention AlphaDropout Attention AugMix AutoContrast Average AveragePooling1D
    AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization Bidirectional CategoryEncoding CenterCrop Concatenate
    ContrastLimitedAdaptiveHistogramEqualization Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D
    ConvLSTM3D Convolution1D Convolution1DTranspose Convolution2D Convolution2DTranspose Convolution3D Convolution3DTranspose Cropping1D
    Cropping2D Cropping3D CutMix Dense DepthwiseConv1D DepthwiseConv2D Discretization Dot Dropout ELU EinsumDense Embedding Equalization
    Flatten FlaxLayer GRU GRUCell GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D
    GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D
    GlobalMaxPooling3D GroupNormalization GroupQueryAttention HashedCrossing Hashing Identity InputLayer InputSpec IntegerLookup JaxLayer
    LSTM LSTMCell Layer LayerNormalization LeakyReLU Masking MaxNumBoundingBoxes MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D
    MaxPooling3D Maximum MelSpectrogram Minimum MixUp MultiHeadAttention Multiply Normalization PReLU Permute Pipeline RMSNormalization RNN
    RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter RandomContrast RandomCrop RandomElasticTransform RandomErasing
    RandomFlip RandomGaussianBlur RandomGrayscale RandomHue RandomInvert RandomPerspective RandomPosterization RandomRotation
    RandomSaturation RandomSharpness RandomShear RandomTranslation RandomZoom ReLU RepeatVector Rescaling Reshape Resizing
    ReversibleEmbedding STFTSpectrogram SeparableConv1D SeparableConv2D SeparableConvolution1D SeparableConvolution2D SimpleRNN
    SimpleRNNCell Softmax Solarization SpatialDropout1D SpatialDropout2D SpatialDropout3D SpectralNormalization StackedRNNCells StringLookup
    Subtract TextVectorization TimeDistributed UnitNormalization UpSampling1D UpSampling2D UpSampling3D Wrapper ZeroPadding1D ZeroPadding2D
    ZeroPadding3D`,
  "initializers, regularizers and constraints": `Constant Constraint GlorotNormal GlorotUniform HeNormal HeUniform IdentityInitializer Initializer L1 L1L2 L2 LecunNormal LecunUniform
    MaxNorm MinMaxNorm NonNeg Ones Orthogonal OrthogonalInitializer OrthogonalRegularizer RandomNormal RandomUniform Regularizer STFT
    STFTInitializer TruncatedNormal UnitNorm VarianceScaling Zeros constant glorot_normal glorot_uniform he_normal he_uniform identity l1
    l1_l2 l2 lecun_normal lecun_uniform max_norm min_max_norm non_neg ones orthogonal orthogonal_regularizer random_normal random_uniform
    stft truncated_normal unit_norm variance_scaling zeros`,
  "losses and metrics": `AUC Accuracy BinaryAccuracy BinaryCrossentropy BinaryFocalCrossentropy BinaryIoU CTC CategoricalAccuracy CategoricalCrossentropy
    CategoricalFocalCrossentropy CategoricalGeneralizedCrossEntropy CategoricalHinge Circle ConcordanceCorrelation CosineSimilarity Dice
    F1Score FBetaScore FalseNegatives FalsePositives Hinge Huber IoU KLDivergence LogCosh LogCoshError Loss Mean MeanAbsoluteError
    MeanAbsolutePercentageError MeanIoU MeanMetricWrapper MeanSquaredError MeanSquaredLogarithmicError Metric OneHotIoU OneHotMeanIoU
    PearsonCorrelation Poisson Precision PrecisionAtRecall R2Score Recall RecallAtPrecision RootMeanSquaredError SensitivityAtSpecificity
    SparseCategoricalAccuracy SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy SpecificityAtSensitivity SquaredHinge Sum
    TopKCategoricalAccuracy TrueNegatives TruePositives Tversky`,
  "optimizers and learning rate schedules": `Adadelta Adafactor Adagrad Adam AdamW Adamax CosineDecay CosineDecayRestarts ExponentialDecay Ftrl InverseTimeDecay Lamb
    LearningRateSchedule Lion LossScaleOptimizer MultiOptimizer Muon Nadam Optimizer OptimizerMap PiecewiseConstantDecay PolynomialDecay
    RMSprop SGD ScheduleFreeAdamW`,
  "models, types and quantization": `AWQConfig AWQDTypePolicy AbsMaxQuantizer Config DTypePolicy DTypePolicyMap DistillationLoss Distiller FeatureDistillation FeatureSpace
    Float8QuantizationConfig FloatDTypePolicy Functional GPTQConfig GPTQDTypePolicy Int4DTypePolicy Int4QuantizationConfig
    Int8QuantizationConfig KerasTensor LayoutMap LogitsDistillation Model Network Policy PolicyV1 QuantizationConfig QuantizedDTypePolicy
    QuantizedFloat8DTypePolicy Quantizer SeedGenerator Sequential Variable`,
  "operations of functional models": `Abs Absolute AdaptiveAveragePool AdaptiveMaxPool AffineTransform All AllClose Amax Amin Angle Any Append Arange Arccos Arccosh Arcsin
    Arcsinh Arctan Arctan2 Arctanh Argmax Argmin Argpartition Argsort Array ArraySplit AssociativeScan AveragePool BatchNorm Bincount
    BitwiseAnd BitwiseInvert BitwiseLeftShift BitwiseNot BitwiseOr BitwiseRightShift BitwiseXor BroadcastTo CDist CTCDecode CTCLoss Cast
    Cbrt Ceil Celu Cholesky CholeskyInverse Clip Cond Conj Conjugate Conv ConvTranspose ConvertToTensor Copy Corrcoef Correlate Cos Cosh
    CountNonzero CropImages Cross Cumprod Cumsum Deg2rad DepthToSpace DepthwiseConv Det Diag Diagflat Diagonal Diff Digitize Divide
    DivideNoNan DotProductAttention Dsplit Dstack Eig Eigh Einsum ElasticTransform Elu EmptyLike Equal Erf Erfc Erfinv Exp Exp2 ExpandDims
    Expm1 ExtractPatches ExtractSequences FFT FFT2 Fabs Flip Fliplr Flipud Floor FloorDivide Fmax Fmin Fmod Fold ForiLoop Full FullLike
    GaussianBlur Gcd Gelu Geomspace GetItem Glu Greater GreaterEqual HSVToRGB HardShrink HardSigmoid HardSilu HardTanh Heaviside Histogram
    Hsplit Hstack Hypot I0 IFFT2 IRFFT ISTFT Imag InTopK Inner Inv IsIn Isclose Isfinite Isinf Isnan Isneginf Isposinf Isreal JVP Kron
    LayerNorm Lcm Ldexp LeakyRelu LeftShift Less LessEqual Linspace Log Log10 Log1p Log2 LogSigmoid LogSoftmax Logaddexp Logaddexp2 Logdet
    LogicalAnd LogicalNot LogicalOr LogicalXor Logspace Logsumexp Lstsq LuFactor Map MapCoordinates Matmul MatrixRank Max MaxPool Median
    Meshgrid Min Mod Moments Moveaxis MultiHot NanToNum Nanargmax Nanargmin Nancumprod Nancumsum Nanmax Nanmean Nanmedian Nanmin
    Nanpercentile Nanprod Nanquantile Nanstd Nansum Nanvar Ndim Negative Nextafter Nonzero Norm Normalize NotEqual OneHot OnesLike Outer
    PSNR Pad PadImages Percentile PerspectiveTransform Pinv Polar Power Prod Ptp Qr Quantile RFFT RGBToGrayscale RGBToHSV RMSNorm Rad2deg
    Ravel Real Rearrange Reciprocal Relu Relu6 Repeat Resize RightShift Roll Rot90 Round Rsqrt SSIM SVD SaturateCast ScaleAndTranslate Scan
    Scatter ScatterUpdate SearchSorted SegmentMax SegmentMin SegmentProd SegmentReduction SegmentSum Select Selu SeparableConv Sigmoid Sign
    Signbit Silu Sin Sinc Sinh Size Slice SliceUpdate Slogdet SobelEdges SoftShrink Softplus Softsign Solve SolveTriangular Sort
    SpaceToDepth SparsePlus SparseSigmoid Sparsemax Split Sqrt Square Squareplus Squeeze Stack Std StopGradient Swapaxes Switch Take
    TakeAlongAxis Tan Tanh TanhShrink Tensordot Threshold Tile TopK Trace Transpose Trapezoid Tril Triu TrueDivide Trunc Unfold Unique
    UnravelIndex Unstack Vander Var Vdot VectorizedMap View ViewAsComplex ViewAsReal Vsplit Vstack Where WhileLoop ZerosLike`,
  "names of Keras 1 and 2 and tf_keras": `AbstractRNNCell ActivityRegularizer AddLoss AddMetric AtrousConvolution1D AtrousConvolution2D BatchNormalizationV1 BatchNormalizationV2
    CategoryCrossing ClassMethod ConstantV2 Container ConvLSTM2DCell ConvRNN2D ConvRecurrent2D CuDNNGRU CuDNNLSTM Deconvolution2D
    DenseFeatures DeviceWrapper DropoutWrapper DynamicEmbedding DynamicLookup GRUV1 GlorotNormalV1 GlorotUniformV1 GlorotUniformV2 Graph
    HeNormalV2 HeUniformV2 Highway IdentityV2 InstanceMethod InstanceProperty LSTMV1 LayerNormalizationV1 LecunNormalV2 LecunUniformV2
    LinearModel LocallyConnected1D LocallyConnected2D LossFunctionWrapper LossScaleOptimizerV3 LossesContainer MaxoutDense MeanRelativeError
    MeanTensor Merge MetricsContainer Normal One OnesV2 OptimizerV2 OrthogonalV2 PeepholeLSTMCell PreprocessingLayer RadialConstraint
    RandomFourierFeatures RandomHeight RandomNormalV2 RandomUniformV2 RandomWidth Reduction ResidualWrapper SequenceFeatures
    SidecarEvaluator SlicingOpLambda SparseCategoricalCrossEntropy SumOverBatchSize SumOverBatchSizeMetricWrapper SyncBatchNormalization
    TFOpLambda TFOptimizer TensorFlowOpLayer ThresholdedReLU TimeDistributedDense TruncatedNormalV2 Uniform VarianceScalingV2
    WeightRegularizer WideDeepModel Zero ZerosV2 radial_constraint`
};
var kerasFunctions = {
  activations: `celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear log_sigmoid log_softmax mish
    relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid sparsemax squareplus swish tanh
    tanh_shrink threshold`,
  "losses and metrics": `BCE KLD MAE MAPE MSE MSLE acc accuracy bce binary_accuracy binary_crossentropy binary_focal_crossentropy categorical_accuracy
    categorical_crossentropy categorical_focal_crossentropy categorical_generalized_cross_entropy categorical_hinge circle
    concordance_correlation cosine cosine_proximity cosine_similarity ctc dice hinge huber kl_divergence kld kullback_leibler_divergence
    log_cosh logcosh mae mape mean_absolute_error mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error mse msle
    pearson_correlation poisson sparse_categorical_accuracy sparse_categorical_crossentropy sparse_top_k_categorical_accuracy squared_hinge
    top_k_categorical_accuracy tversky`,
  "initializers, regularizers and constraints": `constant glorot_normal glorot_uniform he_normal he_uniform identity l1 l1_l2 l2 lecun_normal lecun_uniform max_norm maxnorm min_max_norm
    non_neg nonneg normal one ones orthogonal random_normal random_uniform truncated_normal uniform unit_norm unitnorm variance_scaling zero
    zeros`,
  operations: `abs absolute adaptive_average_pool adaptive_max_pool add affine_transform all allclose amax amin angle any append arange arccos arccosh
    arcsin arcsinh arctan arctan2 arctanh argmax argmin argpartition argsort array array_split average average_pool bartlett
    batch_normalization bincount bitwise_and bitwise_invert bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor
    blackman broadcast_to cast cbrt cdist ceil cholesky cholesky_inverse clip concatenate conj conjugate conv conv_transpose
    convert_to_numpy convert_to_tensor copy corrcoef correlate cos cosh count_nonzero crop_images cross ctc_decode ctc_loss cumprod cumsum
    deg2rad depth_to_space depthwise_conv det diag diagflat diagonal diff digitize divide divide_no_nan dot dot_product_attention dsplit
    dstack dtype eig eigh einsum elastic_transform empty empty_like equal erf erfc erfinv exp exp2 expand_dims expm1 extract_patches
    extract_patches_3d extract_sequences eye fabs fft fft2 flip fliplr flipud floor floor_divide fmax fmin fmod fold full full_like
    gaussian_blur gcd geomspace get_item greater greater_equal hamming hanning heaviside histogram hsplit hstack hsv_to_rgb hypot i0 ifft2
    imag in_top_k inner inv irfft is_tensor isclose isfinite isin isinf isnan isneginf isposinf isreal istft jvp kaiser kron
    layer_normalization lcm ldexp left_shift less less_equal linspace log log10 log1p log2 logaddexp logaddexp2 logdet logical_and
    logical_not logical_or logical_xor logspace logsumexp lstsq lu_factor map_coordinates matmul matrix_rank max max_pool maximum mean
    median meshgrid min minimum mod moments moveaxis multi_hot multiply nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean
    nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar ndim negative nextafter nonzero norm normalize not_equal one_hot
    ones_like outer pad pad_images percentile perspective_transform pinv polar power prod psnr ptp qr quantile rad2deg ravel real rearrange
    reciprocal repeat reshape resize rfft rgb_to_grayscale rgb_to_hsv right_shift rms_normalization roll rot90 round rsqrt saturate_cast
    scale_and_translate scatter scatter_update searchsorted segment_max segment_min segment_prod segment_sum select separable_conv shape
    sign signbit sin sinc sinh size slice slice_update slogdet sobel_edges solve solve_triangular sort space_to_depth split sqrt square
    squeeze ssim stack std stft stop_gradient subtract sum svd swapaxes take take_along_axis tan tensordot tile top_k trace transpose
    trapezoid tri tril triu true_divide trunc unfold unique unravel_index unstack vander var vdot view view_as_complex view_as_real vsplit
    vstack where zeros_like`,
  "legacy backend": `batch_dot l2_normalize permute_dimensions pow`
};

// src/policy/config/keras.ts
var FAMILY = /^(?:keras|tf_keras|keras_core|tensorflow\.keras|tensorflow\.python\.keras|tensorflow_core\.python\.keras|tensorflow_core\.keras)(?:\.|$)/;
var HUBS = /^(?:keras_hub|keras_nlp|keras_cv)(?:\.|$)/;
var TOOLS = /(?:^|\.)(?:utils|config|saving|callbacks|preprocessing|datasets|export|visualization|wrappers|backend|distribution|applications|legacy\.saving|src\.backend)(?:\.|$)/;
var GADGETS2 = [
  { does: "loads a model from another place that this scan has not seen", critical: false, names: "TFSMLayer" },
  { does: "unpickles a PyTorch module that is embedded in the configuration", critical: false, names: "TorchModuleWrapper" },
  { does: "downloads and unpacks a file", critical: true, names: "get_file extract_archive" },
  { does: "turns the check for unsafe code off", critical: true, names: "enable_unsafe_deserialization" },
  { does: "loads another model file", critical: true, names: "load_model load_weights model_from_json model_from_yaml model_from_config" },
  { does: "runs marshalled code", critical: true, names: "func_load" },
  {
    does: "reads or writes files",
    critical: true,
    names: "load_img save_img save_model save_weights plot_model model_to_dot KerasFileEditor ExportArchive load_data CSVLogger ModelCheckpoint BackupAndRestore TensorBoard OrbaxCheckpoint RemoteMonitor"
  },
  {
    does: "reads folders of files",
    critical: false,
    names: "image_dataset_from_directory text_dataset_from_directory audio_dataset_from_directory timeseries_dataset_from_array"
  },
  {
    does: "deserializes or registers further objects",
    critical: false,
    names: "deserialize_keras_object get_registered_object get_custom_objects custom_object_scope CustomObjectScope register_keras_serializable LambdaCallback"
  }
];
var classes;
var functions;
function kerasName(written, name, use) {
  const module = written === "Custom" ? "" : written;
  const bare = name.slice(name.lastIndexOf(".") + 1);
  const family = FAMILY.test(module);
  if (family || module === "" || module === "builtins" || HUBS.test(module)) {
    const gadget = GADGETS2.find(({ names: names3 }) => words4(names3).has(bare));
    if (gadget) return { kind: "gadget", does: gadget.does, critical: gadget.critical };
  }
  if (HUBS.test(module)) return use === "class" && /^[A-Z]\w*$/.test(name) ? { kind: "known" } : { kind: "unlisted" };
  if (!family && module !== "" && module !== "builtins") return { kind: "foreign" };
  classes ??= words4(Object.values(kerasClasses).join(" "));
  functions ??= words4(Object.values(kerasFunctions).join(" "));
  const lists2 = use === "class" ? classes.has(name) || name === "Lambda" || family && functions.has(name) : functions.has(name) || classes.has(name);
  if (lists2 && !(use === "function" && family && TOOLS.test(module) && !isBackend(module))) return { kind: "known" };
  return family ? { kind: "unlisted" } : { kind: "foreign" };
}
function isBackend(module) {
  return /(?:^|\.)backend$/.test(module);
}
function words4(text4) {
  return new Set(text4.split(/\s+/));
}

// src/policy/config/packages.ts
var TRAINING = "torch.nn torch.optim torch.utils.data torch.distributed.fsdp torch.float16 torch.float32 torch.bfloat16 torchvision torchaudio torchtext torchmetrics torchtune transformers diffusers timm peft accelerate datasets tokenizers lightning pytorch_lightning lightning_fabric nemo nemo_run megatron bionemo monai omegaconf hydra.utils.get_class sklearn hydra_plugins speechbrain deepspeed bitsandbytes apex einops";
var PIPELINES = "stable_diffusion stable_diffusion_xl stable_diffusion_3 stable_diffusion_safe paint_by_example kandinsky kandinsky3 audioldm audioldm2 wuerstchen stable_cascade deepfloyd_if latent_diffusion shap_e unidiffuser ltx ltx2 kolors hunyuan_image blip_diffusion bria flux cosmos lumina2";
var TRAINS = /^(?:transformers\.(?:\w+\.)*Auto\w+(?:\.from_pretrained)?|torchvision\.datasets\.\w+)$/;
var loaders = {
  hydra: {
    ...row("imports and calls it (hydra.utils.instantiate)", TRAINING, "config/custom-class", "config/custom-class"),
    despite: TRAINS
  },
  lightning: {
    ...row("imports and builds it (LightningCLI, jsonargparse)", TRAINING, "config/custom-class", "config/custom-class"),
    despite: TRAINS
  },
  transformers: {
    ...row("imports it", "transformers tokenizers torch.nn", "config/custom-class", "config/unlisted-reference"),
    despite: /^transformers\.(?:\w+\.)*Auto\w+$/
  },
  diffusers: row(
    "imports it",
    `diffusers transformers onnxruntime k_diffusion flax optimum peft controlnet_aux sentencepiece ${PIPELINES}`,
    "config/custom-class",
    "config/unlisted-reference"
  ),
  "sentence-transformers": row(
    "imports and builds it",
    "sentence_transformers transformers torch.nn",
    "config/unlisted-reference",
    "config/unlisted-reference"
  ),
  mlflow: {
    ...row("imports it", "mlflow sklearn xgboost lightgbm catboost", "config/unlisted-reference", "config/unlisted-reference"),
    despite: /^(?:mlflow\.(?!projects\b)\w+(?:\.\w+)*|cloudpickle|dill|pickle|keras|tf_keras|tensorflow\.keras)$/
  },
  triton: row("runs it as the model\u2019s backend", "", "config/unlisted-reference", "config/unlisted-reference"),
  skops: row("builds it", "sklearn numpy scipy.sparse scipy.stats scipy.special", "config/custom-class", "config/unlisted-reference"),
  // Plugins of documentation tools, which take Python tags.
  yaml: row(
    "builds it where the loader accepts Python tags",
    "material materialx zensical pymdownx mermaid2",
    "config/custom-class",
    "config/unlisted-reference"
  ),
  zarr: row("runs it on every chunk that is read", "", "config/unlisted-reference", "config/unlisted-reference"),
  jsonpickle: row("builds it", "sklearn numpy", "config/custom-class", "config/unlisted-reference"),
  torchserve: row(
    "serves the model with it",
    "image_classifier image_segmenter object_detector text_classifier base_handler ts.torch_handler",
    "config/custom-class",
    "config/custom-class"
  ),
  coreml: row("needs it in the app", "", "config/custom-class", "config/custom-class"),
  spark: row(
    "builds it",
    "pyspark org.apache.spark com.johnsnowlabs com.microsoft.azure.synapse.ml",
    "config/custom-class",
    "config/unlisted-reference"
  ),
  requirements: row("installs it", "", "config/custom-class", "config/custom-class")
};
function row(does, usual, unknownClass, unknownFunction) {
  return { does, usual: usual.split(" ").filter((word) => word !== ""), unknownClass, unknownFunction };
}
function isUsual({ usual }, full) {
  return usual.some((module) => full === module || full.startsWith(`${module}.`));
}

// src/policy/config/tensorflow.ts
var COMPUTES = /^(?:(?:compat\.v[12]\.)?(?:math|nn|linalg|signal|strings|random|sparse|ragged|bitwise|quantization|image|audio|sets|dtypes|__operators__|keras\.(?:activations|losses|metrics|backend|ops))\.)\w+(?:\.\w+)*$/;
var READS_TEXT = /^io\.(?:decode_|encode_|parse_)\w+$/;
var TOP_LEVEL = /^(?:py_function|numpy_function|load_library|load_op_library|function|import_graph_def|Module|print|custom_gradient|map_fn|while_loop|scan|foldl|foldr|vectorized_map|switch_case|case|cond|recompute_grad|init_scope|device|group|py_func)$/;
var TYPES2 = /(?:Spec|Tensor|Tensor\.\w+|SparseTensor|Dimension|TensorShape|DType)$/;
function computesOnly(name) {
  if (COMPUTES.test(name) || READS_TEXT.test(name) || TYPES2.test(name)) return true;
  return /^(?:\w+)$/.test(name) && !TOP_LEVEL.test(name) && !name.startsWith("_");
}
function tensorflowDanger(name) {
  return DANGERS.find(({ names: names3 }) => names3.test(name))?.does;
}
var DANGERS = [
  { names: /(?:^|\.)(?:py_function|numpy_function|py_func|eager_py_func)$/i, does: "calls any Python function" },
  { names: /(?:^|\.)(?:load_library|load_op_library|load_file_system_library)$/, does: "loads a native library" },
  { names: /(?:^|\.)io\.(?:read_file|write_file|matching_files|gfile\b.*|write_graph)/, does: "reads or writes files" },
  {
    names: /^raw_ops\.(?:ReadFile|WriteFile|MatchingFiles|PyFunc|EagerPyFunc|PyFuncStateless|RemoteCall|SaveV2|RestoreV2)$/,
    does: "reaches files or Python"
  },
  { names: /(?:^|\.)saved_model\.(?:load|save)/, does: "loads another model" }
];

// src/policy/judge-config.ts
function judgeConfig(policy, reference) {
  const judgement = judgeReference(policy, reference);
  const concern = judgement.kind === "finding" && (!reference.ordinary || judgement.rule === "config/dangerous-reference");
  return concern || judgement.kind === "fine" ? judgement : fine(`${fullName(reference)}: no model is near, and the name is not dangerous`);
}
function judgeReference(policy, reference) {
  const { loader, module, name, use } = reference;
  const full = fullName(reference);
  const stated = exception(policy, module, name);
  if (stated === "allow") return fine(`${full} is allowed by the policy`);
  if (stated === "deny") return objection("config/dangerous-reference", reference, "which the policy denies", "denied by the policy");
  if (use === "remote") {
    return loader === "requirements" ? finding("config/remote-requirement", `The environment installs ${full}${at(reference)}`, full, "not from the package index") : objection(
      "config/external-code",
      reference,
      `and the code behind it is fetched and run`,
      "code that comes with the model or from another repository"
    );
  }
  return loader === "keras" ? judgeKeras(reference) : judgeOther(reference, loader);
}
var BY_NAME3 = "by name";
function judgeKeras(reference) {
  const { module, name, use, detail } = reference;
  const full = fullName(reference);
  const known = kerasName(module, name, use === "function" ? "function" : "class");
  if (known.kind === "known" && detail === BY_NAME3) {
    return objection(
      "config/custom-class",
      reference,
      "which a Lambda layer looks up among the names of the loading program",
      "what the name stands for there is not in the file"
    );
  }
  if (known.kind === "known") return fine(`${full} is part of Keras${name === "Lambda" ? "; its function is judged by itself" : ""}`);
  if (known.kind === "gadget") {
    const rule = known.critical ? "config/dangerous-reference" : "config/unlisted-reference";
    return objection(rule, reference, `which ${known.does}`, "a Keras name with effects outside of the model");
  }
  if (module === "tensorflow" && computesOnly(name)) return fine(`${full} only computes`);
  const does = module === "tensorflow" ? tensorflowDanger(name) : void 0;
  if (does)
    return objection("config/dangerous-reference", reference, `which ${does}`, "a TensorFlow function that reaches out of the graph");
  const danger = dangerOf(module, name);
  if (danger) return objection("config/dangerous-reference", reference, `which ${danger.does}`, `listed as dangerous: ${danger.listed}`);
  if (known.kind === "unlisted") {
    const isClass = use === "class" && /^[A-Z]\w*$/.test(name);
    return objection(
      isClass ? "config/custom-class" : "config/unlisted-reference",
      reference,
      "which is not among the objects that Keras writes",
      "in Keras, and on no list"
    );
  }
  if (module === "" || module === "builtins" || module === "__main__") {
    return objection(
      "config/custom-class",
      reference,
      "which is not part of Keras",
      "somebody\u2019s own class or function, to be given when the model is loaded"
    );
  }
  if (module === "tensorflow")
    return objection(
      "config/unlisted-reference",
      reference,
      "which does more than compute",
      "not among the TensorFlow functions that only compute"
    );
  return byLibrary(reference, "config/custom-class");
}
function judgeOther(reference, loader) {
  const { module, name, use } = reference;
  const full = fullName(reference);
  const row2 = loaders[loader];
  if (row2.despite?.test(full)) return fine(`${full}: such configurations name it`);
  const danger = dangerOf(module, name) ?? innerDanger(full);
  if (danger) return objection("config/dangerous-reference", reference, `which ${danger.does}`, `listed as dangerous: ${danger.listed}`);
  if (loader === "triton") return objection("config/external-code", reference, `and ${row2.does}`, "code that comes with the model");
  if (isUsual(row2, full)) return fine(`${full}: such configurations name it`);
  const safe3 = lookupSafe(module, name);
  if (safe3 && (safe3.use === "call" || use === "class")) return fine(`${full}: ${safe3.reason}`);
  return byLibrary(reference, use === "class" ? row2.unknownClass : row2.unknownFunction);
}
function byLibrary(reference, unknown) {
  const library = libraryOf(reference.module);
  if (library === "unknown")
    return objection(unknown, reference, "from a package that is not known", "not on any list; the package is not known");
  return objection(
    "config/unlisted-reference",
    reference,
    "which models do not need",
    "not among the names of this library that models use"
  );
}
function innerDanger(full) {
  const parts3 = full.split(".");
  for (let start = 1; start < parts3.length - 1; start++) {
    if (!REACHED_THROUGH.has(parts3[start] ?? "")) continue;
    const danger = lookupDangerous(parts3.slice(start, -1).join("."), parts3[parts3.length - 1] ?? "");
    if (danger) return danger;
  }
  return void 0;
}
var REACHED_THROUGH = new Set(
  "os posix nt subprocess sys shutil importlib builtins __builtins__ runpy pickle marshal ctypes socket urllib pty".split(" ")
);
function dangerOf(module, name) {
  if (module === "") {
    const dot = name.lastIndexOf(".");
    return dot < 0 ? lookupDangerous("builtins", name) : lookupDangerous(name.slice(0, dot), name.slice(dot + 1));
  }
  return lookupDangerous(module, name);
}
var VERB = { class: "builds", function: "uses", module: "imports", remote: "fetches" };
function objection(rule, reference, clause, reason) {
  const full = fullName(reference);
  const { detail, use } = reference;
  const message = `Loading ${VERB[use]} ${full}${at(reference)}, ${clause}${detail === void 0 ? "" : ` (${detail})`}`;
  return finding(rule, message, full, reason, full);
}
function fullName({ module, name }) {
  return module === "" ? name : name === "" ? module : `${module}.${name}`;
}
function at({ where }) {
  return where === "" ? "" : ` (at ${where})`;
}

// src/policy/judge-files.ts
function judgeFiles(_policy, observation) {
  return observation.kind === "external-file" ? judgeExternal(observation) : judgeStructure(observation);
}
var UNUSUAL_ROLES = /* @__PURE__ */ new Set(["HDF5 external link", "external storage", "virtual dataset"]);
function judgeExternal({ format, path, role, companion }) {
  const way = escapeOf(path);
  if (way !== void 0) {
    return finding("files/external-path", `Loading reads ${role} from ${path}: ${way}`, `${role}: ${path}`, way);
  }
  if (companion === "link-outside") {
    return finding(
      "files/external-path",
      `Loading reads ${role} from ${path}, a symbolic link out of the checkout`,
      `${role}: ${path}`,
      "a symbolic link"
    );
  }
  if (companion !== void 0) {
    const what = companion === "link" ? "a symbolic link" : "a file that has a second name (hard link)";
    return finding("files/external-data", `Loading reads ${role} from ${path}, ${what}`, `${role}: ${path}`, what);
  }
  if (UNUSUAL_ROLES.has(role)) {
    return finding(
      "files/external-data",
      `Loading reads ${role} from ${path}`,
      `${role}: ${path}`,
      `${format} files carry their data themselves`
    );
  }
  return fine(`${role} in ${path}, beside the model`);
}
function escapeOf(path) {
  if (path.includes("\0")) return "a NUL ends the name for some readers";
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return "a URL";
  if (/^[a-z]:/i.test(path)) return "a path with a drive";
  if (path.startsWith("\\\\") || path.startsWith("//")) return "a path on another machine";
  if (/^[\\/]/.test(path)) return "an absolute path";
  if (path.startsWith("~")) return "a path in somebody\u2019s home folder";
  return path.split(/[\\/]/).includes("..") ? "a path that leaves the folder" : void 0;
}
var RULES = {
  "bad-header": "files/bad-header",
  "duplicate-key": "files/duplicate-key",
  overlap: "files/overlap",
  gap: "files/gap",
  "trailing-bytes": "files/trailing-bytes",
  "out-of-bounds": "files/out-of-bounds",
  "shape-bomb": "files/shape-bomb",
  "extension-mismatch": "files/extension-mismatch",
  doctype: "files/doctype"
};
var REPEATED = /* @__PURE__ */ new Set(["npy", "numpy"]);
function judgeStructure({ format, problem, detail }) {
  const rule = problem === "trailing-bytes" && REPEATED.has(format) ? "files/padding" : RULES[problem];
  return finding(rule, `${ruleOf(rule).title} (${format}): ${detail}`, detail, `no ${format} library writes this`);
}

// src/policy/graph/words.ts
function words5(text4) {
  return new Set(text4.trim().split(/\s+/));
}

// src/policy/graph/onnx.ts
var onnxOps = words5(`
  Abs Acos Acosh Add AffineGrid And ArgMax ArgMin Asin Asinh Atan Atanh Attention AveragePool BatchNormalization Bernoulli BitCast
  BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor BlackmanWindow Cast CastLike CausalConvWithState Ceil Celu CenterCropPad Clip Col2Im
  Compress Concat ConcatFromSequence Constant ConstantOfShape Conv ConvInteger ConvTranspose Cos Cosh CumProd CumSum DFT DeformConv
  DepthToSpace DequantizeLinear Det Div Dropout DynamicQuantizeLinear Einsum Elu Equal Erf Exp Expand EyeLike Flatten Floor GRU Gather
  GatherElements GatherND Gelu Gemm GlobalAveragePool GlobalLpPool GlobalMaxPool Greater GreaterOrEqual GridSample GroupNormalization
  HammingWindow HannWindow HardSigmoid HardSwish Hardmax Identity If ImageDecoder InstanceNormalization IsInf IsNaN LRN LSTM
  LayerNormalization LeakyRelu Less LessOrEqual LinearAttention Log LogSoftmax Loop LpNormalization LpPool MatMul MatMulInteger Max
  MaxPool MaxRoiPool MaxUnpool Mean MeanVarianceNormalization MelWeightMatrix Min Mish Mod Mul Multinomial Neg NegativeLogLikelihoodLoss
  NonMaxSuppression NonZero Not OneHot Optional OptionalGetElement OptionalHasElement Or PRelu Pad Pow QLinearConv QLinearMatMul
  QuantizeLinear RMSNormalization RNN RandomNormal RandomNormalLike RandomUniform RandomUniformLike Range Reciprocal ReduceL1 ReduceL2
  ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare RegexFullMatch Relu Reshape Resize
  ReverseSequence RoiAlign RotaryEmbedding Round STFT Scan Scatter ScatterElements ScatterND Selu SequenceAt SequenceConstruct
  SequenceEmpty SequenceErase SequenceInsert SequenceLength SequenceMap Shape Shrink Sigmoid Sign Sin Sinh Size Slice Softmax
  SoftmaxCrossEntropyLoss Softplus Softsign SpaceToDepth Split SplitToSequence Sqrt Squeeze StringConcat StringNormalizer StringSplit Sub
  Sum SwiGLU Swish Tan Tanh TensorScatter TfIdfVectorizer ThresholdedRelu Tile TopK Transpose Trilu Unique Unsqueeze Upsample Where Xor

  ATen Affine Caffe2ConvTranspose ConstantFill Crop DynamicSlice FlexAttention GRUUnit GivenTensorFill ImageScaler ParametricSoftplus
  Scale ScaledTanh
`);
var domains = [
  { domain: /^ai\.onnx(?:\.(?:ml|training|preview(?:\.training)?))?$/, reason: "part of ONNX" },
  { domain: /^com\.microsoft(?:\.(?:nchwc|nhwc|experimental|dml|extensions))?$/, reason: "part of ONNX Runtime" },
  { domain: /^com\.ms\.internal\.nhwc$/, reason: "what ONNX Runtime writes into optimised models" },
  { domain: /^ai\.onnx\.contrib$/, reason: "ONNX Runtime Extensions: tokenizers and image decoding" }
];
function isOnnxOp(domain, op) {
  return domain === "" || domain === "ai.onnx" ? onnxOps.has(op) : domains.some((row2) => row2.domain.test(domain));
}
var onnxRows = [
  {
    reach: "python",
    does: "calls a Python function of the loading process",
    ops: words5("PythonOp PythonOpGrad PyOp PyFunc PyCustomOp PyCustomOpDef")
  },
  {
    reach: "network",
    does: "sends its input to a server",
    ops: words5("AzureAudioToText AzureTextToText AzureTritonInvoker OpenAIAudioToText")
  },
  { reach: "compiled", does: "runs a compiled model that nobody can read", ops: words5("EPContext") }
];

// src/policy/graph/others.ts
var paddleRows = [
  { reach: "python", does: "calls a Python function of the loading process", ops: words5("py_func py_layer pylayer") },
  { reach: "files", does: "writes a file", ops: words5("save save_combine") },
  { reach: "files", does: "reads a file", ops: words5("load load_combine read_file"), only: "outside" },
  {
    reach: "network",
    does: "talks to another process",
    ops: words5("send recv send_barrier fetch_barrier listen_and_serv distributed_lookup_table send_and_recv heter_listen_and_serv")
  },
  { reach: "compiled", does: "runs a compiled engine that nobody can read", ops: words5("tensorrt_engine lite_engine") }
];
var mxnetRows = [
  {
    reach: "layer",
    does: "calls a Python operator that the loading program registered under a name",
    ops: words5("Custom _CustomFunction")
  },
  { reach: "native", does: "calls through an address in memory that the file gives", ops: words5("_Native _NDArray") }
];
var caffeRows = [
  { reach: "layer", does: "imports a Python module and builds a class of it", ops: words5("Python") }
];
var coremlRows = [
  { reach: "custom", does: "is a class of the application that loads the model", ops: words5("custom customModel custom_layer") }
];
var tfliteCustomOps = words5(`
  TFLite_Detection_PostProcess AudioSpectrogram Mfcc NumericVerify HashtableFind HashtableImport HashtableLookup HashtableSize Irfft2d
  RandomStandardNormal RandomUniform Multinomial AssignVariable ReadVariable VarHandle Atan2 Cos Sign Roll Rng RngBitGenerator
  Convolution2DTransposeBias MaxPoolingWithArgmax2D MaxUnpooling2D Resampler Landmarks2TransformMatrix TransformTensorBilinear
  TransformLandmarks FusedBatchNorm3D Predict Normalize ExtractFeatures SequenceStringProjection PredictEmbedding
  edgetpu-custom-op ethos-u odml.detector odml.scaled_dot_product_attention odml.update_kv_cache STABLEHLO_COMPOSITE
  tftext:WhitespaceTokenizer tftext:NgramsStringJoin TFSentencepieceTokenizeOp TFSentencepieceDetokenizeOp Transform_Tensor_Bilinear
`);
function isOpenvinoSet(version2) {
  return version2 === "" || /^opset\d{1,2}$/.test(version2) || version2 === "experimental" || version2 === "ie_internal_opset" || version2 === "type_relaxed_opset";
}
var executorchNamespaces = words5(
  "aten prims prim executorch_prim quantized quantized_decomposed dim_order_ops et_vk cadence cortex_m llama torchao torchvision sym_size _operator"
);
var executorchDelegates = words5(
  "XnnpackBackend CoreMLBackend MPSBackend MetalBackend QnnBackend VulkanBackend EthosUBackend ArmBackend TOSABackend VgfBackend NeuropilotBackend EnnBackend OpenvinoBackend NxpBackend SamsungBackend"
);
function isExecutorchOp(domain, op) {
  return domain === "delegate" ? executorchDelegates.has(op) : executorchNamespaces.has(domain);
}

// src/policy/graph/tensorflow-ops.ts
var tensorflowOps = words5(`
  A Abort Abs AccumulateNV2 AccumulatorApplyGradient AccumulatorNumAccumulated AccumulatorSetGlobalStep AccumulatorTakeGradient Acos Acosh
  Add AddManySparseToTensorsMap AddN AddSparseToTensorsMap AddV2 AdjustContrast AdjustContrastv2 AdjustHue AdjustSaturation All
  AllCandidateSampler AllToAll Angle AnonymousHashTable AnonymousIterator AnonymousIteratorV2 AnonymousIteratorV3 AnonymousMemoryCache
  AnonymousMultiDeviceIterator AnonymousMultiDeviceIteratorV3 AnonymousMutableDenseHashTable AnonymousMutableHashTable
  AnonymousMutableHashTableOfTensors AnonymousRandomSeedGenerator AnonymousSeedGenerator Any ApplyAdaMax ApplyAdadelta ApplyAdagrad
  ApplyAdagradDA ApplyAdagradV2 ApplyAdam ApplyAddSign ApplyCenteredRMSProp ApplyFtrl ApplyFtrlV2 ApplyGradientDescent ApplyMomentum
  ApplyPowerSign ApplyProximalAdagrad ApplyProximalGradientDescent ApplyRMSProp ApproxTopK ApproximateEqual ArgMax ArgMin AsString Asin
  Asinh Assert AssertCardinalityDataset AssertNextDataset AssertPrevDataset Assign AssignAdd AssignAddVariableOp AssignSub
  AssignSubVariableOp AssignVariableOp AssignVariableXlaConcatND Atan Atan2 Atanh Attr AttrBool AttrBoolList AttrDefault
  AttrEmptyListDefault AttrEnum AttrEnumList AttrFloat AttrListDefault AttrListMin AttrListTypeDefault AttrMin AttrPartialShape
  AttrPartialShapeList AttrShape AttrShapeList AttrTypeDefault AudioMicrofrontend AudioSpectrogram AudioSummary AudioSummaryV2
  AutoShardDataset AvgPool AvgPool3D AvgPool3DGrad AvgPoolGrad B BandedTriangularSolve Barrier BarrierClose BarrierIncompleteSize
  BarrierInsertMany BarrierReadySize BarrierTakeMany Batch BatchCholesky BatchCholeskyGrad BatchDataset BatchDatasetV2 BatchFFT BatchFFT2D
  BatchFFT3D BatchFunction BatchIFFT BatchIFFT2D BatchIFFT3D BatchMatMul BatchMatMulV2 BatchMatMulV3 BatchMatrixBandPart
  BatchMatrixDeterminant BatchMatrixDiag BatchMatrixDiagPart BatchMatrixInverse BatchMatrixSetDiag BatchMatrixSolve BatchMatrixSolveLs
  BatchMatrixTriangularSolve BatchNormWithGlobalNormalization BatchNormWithGlobalNormalizationGrad BatchSelfAdjointEig
  BatchSelfAdjointEigV2 BatchSvd BatchToSpace BatchToSpaceND BesselI0 BesselI0e BesselI1 BesselI1e BesselJ0 BesselJ1 BesselK0 BesselK0e
  BesselK1 BesselK1e BesselY0 BesselY1 Betainc BiasAdd BiasAddGrad BiasAddV1 Binary Bincount Bitcast BitwiseAnd BitwiseOr BitwiseXor
  BlockLSTM BlockLSTMGrad BlockLSTMGradV2 BlockLSTMV2 BoostedTreesAggregateStats BoostedTreesBucketize
  BoostedTreesCalculateBestFeatureSplit BoostedTreesCalculateBestFeatureSplitV2 BoostedTreesCalculateBestGainsPerFeature
  BoostedTreesCenterBias BoostedTreesCreateEnsemble BoostedTreesCreateQuantileStreamResource BoostedTreesDeserializeEnsemble
  BoostedTreesEnsembleResourceHandleOp BoostedTreesExampleDebugOutputs BoostedTreesFlushQuantileSummaries BoostedTreesGetEnsembleStates
  BoostedTreesMakeQuantileSummaries BoostedTreesMakeStatsSummary BoostedTreesPredict BoostedTreesQuantileStreamResourceAddSummaries
  BoostedTreesQuantileStreamResourceDeserialize BoostedTreesQuantileStreamResourceFlush
  BoostedTreesQuantileStreamResourceGetBucketBoundaries BoostedTreesQuantileStreamResourceHandleOp BoostedTreesSerializeEnsemble
  BoostedTreesSparseAggregateStats BoostedTreesSparseCalculateBestFeatureSplit BoostedTreesTrainingPredict BoostedTreesUpdateEnsemble
  BoostedTreesUpdateEnsembleV2 BroadcastArgs BroadcastGradientArgs BroadcastTo Bucketize BytesProducedStatsDataset
  CSRSparseMatrixComponents CSRSparseMatrixToDense CSRSparseMatrixToSparseTensor CSVDataset CSVDatasetV2 CTCBeamSearchDecoder
  CTCGreedyDecoder CTCLoss CTCLossV2 CacheDataset CacheDatasetV2 CalibrationStatisticsSaver Case Cast Ceil CheckNumerics CheckNumericsV2
  CheckPinned Cholesky CholeskyGrad ChooseFastestBranchDataset ChooseFastestDataset ClipByValue CloseSummaryWriter
  CollateTPUEmbeddingMemory CollectiveAllToAllV2 CollectiveAllToAllV3 CollectiveAssignGroupV2 CollectiveBcastRecv CollectiveBcastRecvV2
  CollectiveBcastSend CollectiveBcastSendV2 CollectiveGather CollectiveGatherV2 CollectiveInitializeCommunicator CollectivePermute
  CollectiveReduce CollectiveReduceScatterV2 CollectiveReduceV2 CollectiveReduceV3 CombinedNonMaxSuppression Complex ComplexAbs
  ComplexStruct CompositeTensorVariantFromComponents CompositeTensorVariantToComponents CompressElement ComputeAccidentalHits
  ComputeBatchSize ComputeDedupDataSize ComputeDedupDataSizeV2 ComputeDedupDataTupleMask ComputeDedupDataTupleMaskV2 Concat ConcatOffset
  ConcatV2 ConcatenateDataset ConditionalAccumulator ConfigureAndInitializeGlobalTPU ConfigureDistributedTPU ConfigureTPUEmbedding
  ConfigureTPUEmbeddingHost ConfigureTPUEmbeddingMemory Conj ConjugateTranspose ConnectTPUEmbeddingHosts Const ConstructionFails
  ConsumeMutexLock ControlTrigger Conv Conv2D Conv2DBackpropFilter Conv2DBackpropFilterV2 Conv2DBackpropInput Conv2DBackpropInputV2 Conv3D
  Conv3DBackpropFilter Conv3DBackpropFilterV2 Conv3DBackpropInput Conv3DBackpropInputV2 ConvertToCooTensor
  ConvertToListOfSparseCoreCooTensors ConvertToSparseCoreCsrWrappedCooTensor Copy CopyHost CopyOp CopyToMesh CopyToMeshGrad Cos Cosh
  CountUpTo CreateSummaryDbWriter CreateSummaryFileWriter CropAndResize CropAndResizeGradBoxes CropAndResizeGradImage Cross
  CrossReplicaSum CudnnRNN CudnnRNNBackprop CudnnRNNBackpropV2 CudnnRNNBackpropV3 CudnnRNNCanonicalToParams CudnnRNNCanonicalToParamsV2
  CudnnRNNParamsSize CudnnRNNParamsToCanonical CudnnRNNParamsToCanonicalV2 CudnnRNNV2 CudnnRNNV3 Cumprod Cumsum CumulativeLogsumexp
  CustomAggregator DTensorAllGather DTensorAllReduce DTensorAllScatter DTensorAllToAll DTensorReduceScatter DTensorRestoreV2
  DTensorSetGlobalTPUArray DataFormatDimMap DataFormatVecPermute DataServiceDataset DataServiceDatasetV2 DataServiceDatasetV3
  DataServiceDatasetV4 DatasetCardinality DatasetFingerprint DatasetFromGraph DatasetToGraph DatasetToGraphV2 DatasetToSingleElement
  DatasetToTFRecord Dawsn DebugGradientIdentity DebugGradientRefIdentity DebugIdentity DebugIdentityV2 DebugIdentityV3 DebugNanCount
  DebugNumericSummary DebugNumericSummaryV2 DecodeAndCropJpeg DecodeBase64 DecodeBmp DecodeCSV DecodeCompressed DecodeGif DecodeImage
  DecodeJSONExample DecodeJpeg DecodeJxl DecodePaddedRaw DecodePng DecodeProtoV2 DecodeRaw DecodeWav DecodeWebP DeepCopy DefaultAttrs
  DeleteIterator DeleteMemoryCache DeleteMultiDeviceIterator DeleteRandomSeedGenerator DeleteRpcFutureResource DeleteSeedGenerator
  DeleteSessionTensor DenseBincount DenseCountSparseOutput DenseToCSRSparseMatrix DenseToDenseSetOperation DenseToSparseBatchDataset
  DenseToSparseSetOperation DepthToSpace DepthwiseConv2dNative DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput
  Dequantize DeserializeIterator DeserializeManySparse DeserializeSparse DestroyResourceOp DestroyTemporaryVariable DeviceIndex
  DevicePlacementOp Diag DiagPart Digamma Dilation2D Dilation2DBackpropFilter Dilation2DBackpropInput DirectedInterleaveDataset
  DisableCopyOnRead DistributedSave Div DivNoNan DrawBoundingBoxes DrawBoundingBoxesV2 DtypeWithDefaultOp DummyIterationCounter
  DummyMemoryCache DummySeedGenerator DumpTensor DynamicEnqueueTPUEmbeddingArbitraryTensorBatch
  DynamicEnqueueTPUEmbeddingRaggedTensorBatch DynamicPartition DynamicStitch EagerPyFunc EditDistance Eig Einsum Elu EluGrad Empty
  EmptyTensorList EmptyTensorMap EncodeBase64 EncodeJpeg EncodeJpegVariableQuality EncodePng EncodeProto EncodeWav
  EnqueueTPUEmbeddingArbitraryTensorBatch EnqueueTPUEmbeddingBatch EnqueueTPUEmbeddingIntegerBatch EnqueueTPUEmbeddingRaggedTensorBatch
  EnqueueTPUEmbeddingSparseBatch EnqueueTPUEmbeddingSparseTensorBatch EnsureShape Enter Equal Erf Erfc Erfinv EuclideanNorm
  ExecuteTPUEmbeddingPartitioner Exit Exp ExpandDims ExperimentalAssertNextDataset ExperimentalAutoShardDataset
  ExperimentalBytesProducedStatsDataset ExperimentalCSVDataset ExperimentalChooseFastestDataset ExperimentalDatasetCardinality
  ExperimentalDatasetToTFRecord ExperimentalDenseToSparseBatchDataset ExperimentalDirectedInterleaveDataset
  ExperimentalGroupByReducerDataset ExperimentalGroupByWindowDataset ExperimentalIgnoreErrorsDataset ExperimentalIteratorGetDevice
  ExperimentalLMDBDataset ExperimentalLatencyStatsDataset ExperimentalMapAndBatchDataset ExperimentalMapDataset
  ExperimentalMatchingFilesDataset ExperimentalMaxIntraOpParallelismDataset ExperimentalNonSerializableDataset
  ExperimentalParallelInterleaveDataset ExperimentalParseExampleDataset ExperimentalPrivateThreadPoolDataset ExperimentalRandomDataset
  ExperimentalRebatchDataset ExperimentalScanDataset ExperimentalSetStatsAggregatorDataset ExperimentalSleepDataset
  ExperimentalSlidingWindowDataset ExperimentalSqlDataset ExperimentalStatsAggregatorHandle ExperimentalStatsAggregatorSummary
  ExperimentalTakeWhileDataset ExperimentalThreadPoolDataset ExperimentalThreadPoolHandle ExperimentalUnbatchDataset
  ExperimentalUniqueDataset Expint Expm1 ExtractGlimpse ExtractGlimpseV2 ExtractImagePatches ExtractJpegShape ExtractVolumePatches FFT
  FFT2D FFT3D FFTND FIFOQueue FIFOQueueV2 Fact FakeParam FakeQuantWithMinMaxArgs FakeQuantWithMinMaxArgsGradient FakeQuantWithMinMaxVars
  FakeQuantWithMinMaxVarsGradient FakeQuantWithMinMaxVarsPerChannel FakeQuantWithMinMaxVarsPerChannelGradient FakeQueue
  FileSystemSetConfiguration Fill FilterByLastComponentDataset FilterDataset FinalizeDataset FinalizeTPUEmbedding FinalizeTPUEmbeddingV2
  Fingerprint FiveFloatOutputs FixedLengthRecordDataset FixedLengthRecordDatasetV2 FixedLengthRecordReader FixedLengthRecordReaderV2
  FixedUnigramCandidateSampler FlatMapDataset FloatInput FloatOutput FloatOutputStringOutput Floor FloorDiv FloorMod FlushSummaryWriter
  Foo1 Foo2 Foo3 For FractionalAvgPool FractionalAvgPoolGrad FractionalMaxPool FractionalMaxPoolGrad FresnelCos FresnelSin FuncAttr
  FuncListAttr FusedBatchNorm FusedBatchNormGrad FusedBatchNormGradV2 FusedBatchNormGradV3 FusedBatchNormV2 FusedBatchNormV3
  FusedPadConv2D FusedResizeAndPadConv2D GRUBlockCell GRUBlockCellGrad Gather GatherNd GatherV2 GenerateBoundingBoxProposals
  GenerateVocabRemapping GeneratorDataset GetDeadline GetElementAtIndex GetMinibatchSplitsWithPhysicalReplica
  GetMinibatchesInCsrWithPhysicalReplica GetOptions GetSessionHandle GetSessionHandleV2 GetSessionTensor
  GetStatsFromListOfSparseCoreCooTensors GetTpuTaskId GlobalIterId GlobalShuffleDataset GraphDefVersion Greater GreaterEqual
  GroupByReducerDataset GroupByWindowDataset GuaranteeConst HSVToRGB HashTable HashTableV2 HistogramFixedWidth HistogramSummary HostConst
  IFFT IFFT2D IFFT3D IFFTND IRFFT IRFFT2D IRFFT3D IRFFTND Identity IdentityN IdentityReader IdentityReaderV2 If Igamma IgammaGradA Igammac
  IgnoreErrorsDataset Imag ImageProjectiveTransformV2 ImageProjectiveTransformV3 ImageSummary ImmutableConst ImportEvent
  InPolymorphicTwice InTopK InTopKV2 IndexFlatMapDataset InfeedDequeue InfeedDequeueTuple InfeedEnqueue InfeedEnqueuePrelinearizedBuffer
  InfeedEnqueueTuple InitializeTable InitializeTableFromDataset InitializeTableFromTextFile InitializeTableFromTextFileV2
  InitializeTableV2 InplaceAdd InplaceSub InplaceUpdate Int64Output IntAttr IntInput IntInputFloatInput IntInputIntOutput IntOutput
  IntOutputFloatOutput InterleaveDataset Inv InvGrad Invert InvertPermutation IsBoostedTreesEnsembleInitialized
  IsBoostedTreesQuantileStreamResourceInitialized IsFinite IsInf IsNan IsResourceHandleRefCounting IsTPUEmbeddingInitialized
  IsTensorFloat32Enabled IsVariableInitialized IsotonicRegression Iterator IteratorFromStringHandle IteratorFromStringHandleV2
  IteratorGetDevice IteratorGetModelProto IteratorGetNext IteratorGetNextAsOptional IteratorGetNextSync IteratorToStringHandle IteratorV2
  KMC2ChainInitialization KernelLabel KernelLabelRequired KmeansPlusPlusInitialization KthOrderStatistic L2Loss LMDBDataset LMDBReader LRN
  LRNGrad LSTMBlockCell LSTMBlockCellGrad LatencyStatsDataset LeakyRelu LeakyReluGrad LearnedUnigramCandidateSampler LeftShift
  LegacyParallelInterleaveDatasetV2 Less LessEqual Lgamma LinSpace ListDataset ListDiff ListInput ListOutput ListSnapshotChunksDataset
  LoadAllTPUEmbeddingParameters LoadAndRemapMatrix LoadDataset LoadTPUEmbeddingADAMParameters LoadTPUEmbeddingAdadeltaParameters
  LoadTPUEmbeddingAdagradMomentumParameters LoadTPUEmbeddingAdagradParameters LoadTPUEmbeddingCenteredRMSPropParameters
  LoadTPUEmbeddingFTRLParameters LoadTPUEmbeddingFrequencyEstimatorParameters LoadTPUEmbeddingMDLAdagradLightParameters
  LoadTPUEmbeddingMomentumParameters LoadTPUEmbeddingProximalAdagradParameters LoadTPUEmbeddingProximalYogiParameters
  LoadTPUEmbeddingRMSPropParameters LoadTPUEmbeddingStochasticGradientDescentParameters Log Log1p LogMatrixDeterminant LogSoftmax
  LogUniformCandidateSampler LogicalAnd LogicalNot LogicalOr LookupTableExport LookupTableExportV2 LookupTableFind LookupTableFindV2
  LookupTableImport LookupTableImportV2 LookupTableInsert LookupTableInsertV2 LookupTableRemoveV2 LookupTableSize LookupTableSizeV2
  LoopCond LowerBound Lu MakeIterator MakeUnique MakeWeakResourceHandle MapAndBatchDataset MapClear MapDataset MapDefun MapIncompleteSize
  MapPeek MapSize MapStage MapUnstage MapUnstageNoKey MatMul MatchingFiles MatchingFilesDataset MatrixBandPart MatrixDeterminant
  MatrixDiag MatrixDiagPart MatrixDiagPartV2 MatrixDiagPartV3 MatrixDiagV2 MatrixDiagV3 MatrixExponential MatrixInverse MatrixLogarithm
  MatrixSetDiag MatrixSetDiagV2 MatrixSetDiagV3 MatrixSolve MatrixSolveLs MatrixSquareRoot MatrixTriangularSolve Max
  MaxIntraOpParallelismDataset MaxPool MaxPool3D MaxPool3DGrad MaxPool3DGradGrad MaxPoolGrad MaxPoolGradGrad MaxPoolGradGradV2
  MaxPoolGradGradWithArgmax MaxPoolGradV2 MaxPoolGradWithArgmax MaxPoolV2 MaxPoolWithArgmax Maximum Mean Merge MergeDedupData MergeSummary
  MergeV2Checkpoints Mfcc Min Minimum MirrorPad MirrorPadGrad MixedStruct MlirPassthroughOp Mod ModelDataset Mul MulNoNan
  MultiDeviceIterator MultiDeviceIteratorFromStringHandle MultiDeviceIteratorGetNextFromShard MultiDeviceIteratorInit
  MultiDeviceIteratorToStringHandle Multinomial MutableDenseHashTable MutableDenseHashTableV2 MutableHashTable MutableHashTableOfTensors
  MutableHashTableOfTensorsV2 MutableHashTableV2 MutexLock MutexV2 NInPolymorphicTwice NInTwice NInTwoTypeVariables NIntsIn NIntsOut
  NIntsOutDefault NPolymorphicIn NPolymorphicOut NPolymorphicOutDefault NPolymorphicRestrictIn NPolymorphicRestrictOut
  Namespace>TestStringOutput NcclAllReduce NcclBroadcast NcclReduce Ndtri NearestNeighbors Neg NegTrain NextAfter NextIteration NoOp
  NonDeterministicInts NonMaxSuppression NonMaxSuppressionV2 NonMaxSuppressionV3 NonMaxSuppressionV4 NonMaxSuppressionV5
  NonMaxSuppressionWithOverlaps NonSerializableDataset None NotEqual NthElement Old OneHot OneShotIterator OnesLike OpWithDefaultAttr
  OpWithFutureDefaultAttr OptimizeDataset OptimizeDatasetV2 OptionalFromValue OptionalGetValue OptionalHasValue OptionalNone
  OptionsDataset OrderedMapClear OrderedMapIncompleteSize OrderedMapPeek OrderedMapSize OrderedMapStage OrderedMapUnstage
  OrderedMapUnstageNoKey OutT OutTypeList OutTypeListRestrict OutfeedDequeue OutfeedDequeueTuple OutfeedDequeueTupleV2 OutfeedDequeueV2
  OutfeedEnqueue OutfeedEnqueueTuple Pack Pad PadV2 PaddedBatchDataset PaddedBatchDatasetV2 PaddingFIFOQueue PaddingFIFOQueueV2
  ParallelBatchDataset ParallelConcat ParallelDynamicStitch ParallelFilterDataset ParallelInterleaveDataset ParallelInterleaveDatasetV2
  ParallelInterleaveDatasetV3 ParallelInterleaveDatasetV4 ParallelMapDataset ParallelMapDatasetV2 ParameterizedTruncatedNormal
  ParseExample ParseExampleDataset ParseExampleDatasetV2 ParseExampleV2 ParseSequenceExample ParseSequenceExampleV2 ParseSingleExample
  ParseSingleSequenceExample ParseTensor PartitionedCall Placeholder PlaceholderV2 PlaceholderWithDefault Polygamma Polymorphic
  PolymorphicDefaultOut PolymorphicOut PopulationCount Pow PrefetchDataset Prelinearize PrelinearizeTuple PreventGradient Print PrintV2
  PriorityQueue PriorityQueueV2 PrivateThreadPoolDataset Prod PyFunc PyFuncStateless Qr QuantizeAndDequantize QuantizeAndDequantizeV2
  QuantizeAndDequantizeV3 QuantizeAndDequantizeV4 QuantizeAndDequantizeV4Grad QuantizeDownAndShrinkRange QuantizeV2 QuantizedAdd
  QuantizedAvgPool QuantizedBatchNormWithGlobalNormalization QuantizedBiasAdd QuantizedConcat QuantizedConcatV2 QuantizedConv2D
  QuantizedConv2DAndRelu QuantizedConv2DAndReluAndRequantize QuantizedConv2DAndRequantize QuantizedConv2DPerChannel
  QuantizedConv2DWithBias QuantizedConv2DWithBiasAndRelu QuantizedConv2DWithBiasAndReluAndRequantize QuantizedConv2DWithBiasAndRequantize
  QuantizedConv2DWithBiasSignedSumAndReluAndRequantize QuantizedConv2DWithBiasSumAndRelu QuantizedConv2DWithBiasSumAndReluAndRequantize
  QuantizedDepthwiseConv2D QuantizedDepthwiseConv2DWithBias QuantizedDepthwiseConv2DWithBiasAndRelu
  QuantizedDepthwiseConv2DWithBiasAndReluAndRequantize QuantizedInstanceNorm QuantizedMatMul QuantizedMatMulWithBias
  QuantizedMatMulWithBiasAndDequantize QuantizedMatMulWithBiasAndRelu QuantizedMatMulWithBiasAndReluAndRequantize
  QuantizedMatMulWithBiasAndRequantize QuantizedMaxPool QuantizedMul QuantizedRelu QuantizedRelu6 QuantizedReluX QuantizedReshape
  QuantizedResizeBilinear QueueClose QueueCloseV2 QueueDequeue QueueDequeueMany QueueDequeueManyV2 QueueDequeueUpTo QueueDequeueUpToV2
  QueueDequeueV2 QueueEnqueue QueueEnqueueMany QueueEnqueueManyV2 QueueEnqueueV2 QueueIsClosed QueueIsClosedV2 QueueSize QueueSizeV2 RFFT
  RFFT2D RFFT3D RFFTND RGBToHSV RaggedBincount RaggedCountSparseOutput RaggedCross RaggedFillEmptyRows RaggedFillEmptyRowsGrad
  RaggedGather RaggedRange RaggedTensorFromVariant RaggedTensorToSparse RaggedTensorToTensor RaggedTensorToVariant
  RaggedTensorToVariantGradient RandomCrop RandomDataset RandomDatasetV2 RandomGamma RandomGammaGrad RandomIndexShuffle RandomPoisson
  RandomPoissonV2 RandomShuffle RandomShuffleQueue RandomShuffleQueueV2 RandomStandardNormal RandomUniform RandomUniformInt Range
  RangeDataset Rank ReadFile ReadVariableOp ReadVariableXlaSplitND ReaderNumRecordsProduced ReaderNumRecordsProducedV2
  ReaderNumWorkUnitsCompleted ReaderNumWorkUnitsCompletedV2 ReaderRead ReaderReadUpTo ReaderReadUpToV2 ReaderReadV2 ReaderReset
  ReaderResetV2 ReaderRestoreState ReaderRestoreStateV2 ReaderSerializeState ReaderSerializeStateV2 Real RealDiv RebatchDataset
  RebatchDatasetV2 Reciprocal ReciprocalGrad RecordInput Recv RecvTPUEmbeddingActivations ReduceDataset ReduceJoin RefEnter RefExit
  RefIdentity RefIn RefInputFloatInput RefInputFloatInputIntOutput RefInputIntInput RefMerge RefNextIteration RefOut RefOutput
  RefOutputFloatOutput RefSelect RefSwitch RegexFullMatch RegexReplace RegisterDataset RegisterDatasetV2 Relayout RelayoutLike Relu Relu6
  Relu6Grad ReluGrad RemoteCall RepeatDataset RequantizationRange RequantizationRangePerChannel Requantize RequantizePerChannel
  RequiresOlderGraphVersion ReservedAttr ReservedInput Reshape ResizeArea ResizeBicubic ResizeBicubicGrad ResizeBilinear
  ResizeBilinearGrad ResizeNearestNeighbor ResizeNearestNeighborGrad ResourceAccumulatorApplyGradient ResourceAccumulatorNumAccumulated
  ResourceAccumulatorSetGlobalStep ResourceAccumulatorTakeGradient ResourceApplyAdaMax ResourceApplyAdadelta ResourceApplyAdagrad
  ResourceApplyAdagradDA ResourceApplyAdagradV2 ResourceApplyAdam ResourceApplyAdamWithAmsgrad ResourceApplyAddSign
  ResourceApplyCenteredRMSProp ResourceApplyFtrl ResourceApplyFtrlV2 ResourceApplyGradientDescent ResourceApplyKerasMomentum
  ResourceApplyMomentum ResourceApplyPowerSign ResourceApplyProximalAdagrad ResourceApplyProximalGradientDescent ResourceApplyRMSProp
  ResourceConditionalAccumulator ResourceCountUpTo ResourceCreateOp ResourceGather ResourceGatherNd ResourceInitializedOp
  ResourceScatterAdd ResourceScatterDiv ResourceScatterMax ResourceScatterMin ResourceScatterMul ResourceScatterNdAdd ResourceScatterNdMax
  ResourceScatterNdMin ResourceScatterNdSub ResourceScatterNdUpdate ResourceScatterSub ResourceScatterUpdate ResourceSparseApplyAdadelta
  ResourceSparseApplyAdagrad ResourceSparseApplyAdagradDA ResourceSparseApplyAdagradV2 ResourceSparseApplyCenteredRMSProp
  ResourceSparseApplyFtrl ResourceSparseApplyFtrlV2 ResourceSparseApplyKerasMomentum ResourceSparseApplyMomentum
  ResourceSparseApplyProximalAdagrad ResourceSparseApplyProximalGradientDescent ResourceSparseApplyRMSProp ResourceStridedSliceAssign
  ResourceUsingOp Restore RestoreSlice RestoreV2 Restrict RetrieveAllTPUEmbeddingParameters RetrieveTPUEmbeddingADAMParameters
  RetrieveTPUEmbeddingAdadeltaParameters RetrieveTPUEmbeddingAdagradMomentumParameters RetrieveTPUEmbeddingAdagradParameters
  RetrieveTPUEmbeddingCenteredRMSPropParameters RetrieveTPUEmbeddingFTRLParameters RetrieveTPUEmbeddingFrequencyEstimatorParameters
  RetrieveTPUEmbeddingMDLAdagradLightParameters RetrieveTPUEmbeddingMomentumParameters RetrieveTPUEmbeddingProximalAdagradParameters
  RetrieveTPUEmbeddingProximalYogiParameters RetrieveTPUEmbeddingRMSPropParameters RetrieveTPUEmbeddingStochasticGradientDescentParameters
  Reverse ReverseSequence ReverseV2 RewriteDataset RightShift Rint RiscAbs RiscAdd RiscBinaryArithmetic RiscBinaryComparison RiscBitcast
  RiscBroadcast RiscCast RiscCeil RiscCholesky RiscConcat RiscCondition RiscConv RiscCos RiscDiv RiscDot RiscExp RiscFft RiscFloor
  RiscGather RiscImag RiscIsFinite RiscLog RiscLogicalAnd RiscLogicalNot RiscLogicalOr RiscMax RiscMin RiscMul RiscNeg RiscPad RiscPool
  RiscPow RiscRandomUniform RiscReal RiscReduce RiscRem RiscReshape RiscReverse RiscScatter RiscShape RiscSign RiscSlice RiscSort
  RiscSqueeze RiscSub RiscTranspose RiscTriangularSolve RiscUnary RiscWhile RngReadAndSkip RngSkip Roll Round RpcCall RpcCheckStatus
  RpcClient RpcGetValue RpcServer RpcServerRegister RpcServerStart Rsqrt RsqrtGrad SampleDistortedBoundingBox SampleDistortedBoundingBoxV2
  SamplingDataset Save SaveDataset SaveDatasetV2 SaveSlices SaveV2 ScalarSummary ScaleAndTranslate ScaleAndTranslateGrad ScanDataset
  ScatterAdd ScatterDiv ScatterMax ScatterMin ScatterMul ScatterNd ScatterNdAdd ScatterNdMax ScatterNdMin ScatterNdNonAliasingAdd
  ScatterNdSub ScatterNdUpdate ScatterSub ScatterUpdate SdcaFprint SdcaOptimizer SdcaOptimizerV2 SdcaShrinkL1 SegmentMax SegmentMaxV2
  SegmentMean SegmentMin SegmentMinV2 SegmentProd SegmentProdV2 SegmentSum SegmentSumV2 Select SelectV2 SelfAdjointEig SelfAdjointEigV2
  Selu SeluGrad Send SendTPUEmbeddingGradients SerializeIterator SerializeManySparse SerializeSparse SerializeTensor SetSize
  SetStatsAggregatorDataset Shape ShapeN ShardDataset ShardedFilename ShardedFilespec ShuffleAndRepeatDataset ShuffleAndRepeatDatasetV2
  ShuffleDataset ShuffleDatasetV2 ShuffleDatasetV3 ShutdownDistributedTPU ShutdownTPUSystem Sigmoid SigmoidGrad Sign Simple SimpleStruct
  Sin Sinh Size SkipDataset Skipgram SleepDataset SleepIdentityOp SleepOp Slice SlidingWindowDataset Snapshot SnapshotChunkDataset
  SnapshotDataset SnapshotDatasetReader SnapshotDatasetV2 SnapshotNestedDatasetReader SobolSample Softmax SoftmaxCrossEntropyWithLogits
  Softplus SoftplusGrad Softsign SoftsignGrad SortListOfSparseCoreCooTensors SpaceToBatch SpaceToBatchND SpaceToDepth
  SparseAccumulatorApplyGradient SparseAccumulatorTakeGradient SparseAdd SparseAddGrad SparseApplyAdadelta SparseApplyAdagrad
  SparseApplyAdagradDA SparseApplyAdagradV2 SparseApplyCenteredRMSProp SparseApplyFtrl SparseApplyFtrlV2 SparseApplyMomentum
  SparseApplyProximalAdagrad SparseApplyProximalGradientDescent SparseApplyRMSProp SparseBincount SparseConcat
  SparseConditionalAccumulator SparseCountSparseOutput SparseCross SparseCrossHashed SparseCrossV2 SparseDenseCwiseAdd SparseDenseCwiseDiv
  SparseDenseCwiseMul SparseFillEmptyRows SparseFillEmptyRowsGrad SparseMatMul SparseMatrixAdd SparseMatrixMatMul SparseMatrixMul
  SparseMatrixNNZ SparseMatrixOrderingAMD SparseMatrixSoftmax SparseMatrixSoftmaxGrad SparseMatrixSparseCholesky SparseMatrixSparseMatMul
  SparseMatrixTranspose SparseMatrixZeros SparseReduceMax SparseReduceMaxSparse SparseReduceSum SparseReduceSumSparse SparseReorder
  SparseReshape SparseSegmentMean SparseSegmentMeanGrad SparseSegmentMeanGradV2 SparseSegmentMeanWithNumSegments SparseSegmentSqrtN
  SparseSegmentSqrtNGrad SparseSegmentSqrtNGradV2 SparseSegmentSqrtNWithNumSegments SparseSegmentSum SparseSegmentSumGrad
  SparseSegmentSumGradV2 SparseSegmentSumWithNumSegments SparseSlice SparseSliceGrad SparseSoftmax SparseSoftmaxCrossEntropyWithLogits
  SparseSparseMaximum SparseSparseMinimum SparseSplit SparseTensorDenseAdd SparseTensorDenseMatMul SparseTensorSliceDataset
  SparseTensorToCSRSparseMatrix SparseToDense SparseToSparseSetOperation Spence Split SplitDedupData SplitV SqlDataset Sqrt SqrtGrad
  Square SquaredDifference Squeeze Stack StackClose StackCloseV2 StackPop StackPopV2 StackPush StackPushV2 StackV2 Stage StageClear
  StagePeek StageSize StatefulPartitionedCall StatefulRandomBinomial StatefulStandardNormal StatefulStandardNormalV2
  StatefulTruncatedNormal StatefulUniform StatefulUniformFullInt StatefulUniformInt StatelessCase StatelessIf StatelessMultinomial
  StatelessParameterizedTruncatedNormal StatelessRandomBinomial StatelessRandomGammaV2 StatelessRandomGammaV3 StatelessRandomGetAlg
  StatelessRandomGetKeyCounter StatelessRandomGetKeyCounterAlg StatelessRandomNormal StatelessRandomNormalV2 StatelessRandomPoisson
  StatelessRandomUniform StatelessRandomUniformFullInt StatelessRandomUniformFullIntV2 StatelessRandomUniformInt
  StatelessRandomUniformIntV2 StatelessRandomUniformV2 StatelessSampleDistortedBoundingBox StatelessShuffle StatelessTruncatedNormal
  StatelessTruncatedNormalV2 StatelessWhile StaticRegexFullMatch StaticRegexReplace StatsAggregatorHandle StatsAggregatorHandleV2
  StatsAggregatorSetSummaryWriter StatsAggregatorSummary StochasticCastToInt StopGradient StoreMinibatchStatisticsInFdo StridedSlice
  StridedSliceAssign StridedSliceGrad StringFormat StringJoin StringLength StringListAttr StringLower StringNGrams StringSplit
  StringSplitV2 StringStrip StringToHashBucket StringToHashBucketFast StringToHashBucketStrong StringToNumber StringUpper
  StubResourceHandleOp Sub Substr Sum SummaryWriter Svd Switch SymbolicGradient SyncDevice TFRecordDataset TFRecordDatasetV2
  TFRecordReader TFRecordReaderV2 TPUAnnotateTensorsWithDynamicShape TPUCompilationResult TPUCompile TPUCompileSucceededAssert
  TPUCopyWithDynamicShape TPUDummyInput TPUEmbeddingActivations TPUExecute TPUExecuteAndUpdateVariables TPUOrdinalSelector
  TPUPartitionedCall TPUPartitionedInput TPUPartitionedInputV2 TPUPartitionedOutput TPUPartitionedOutputV2 TPUReplicateMetadata
  TPUReplicatedInput TPUReplicatedOutput TPUReshardVariables TPURoundRobin TakeDataset TakeManySparseFromTensorsMap TakeWhileDataset Tan
  Tanh TanhGrad TemporaryVariable TensorArray TensorArrayClose TensorArrayCloseV2 TensorArrayCloseV3 TensorArrayConcat TensorArrayConcatV2
  TensorArrayConcatV3 TensorArrayGather TensorArrayGatherV2 TensorArrayGatherV3 TensorArrayGrad TensorArrayGradV2 TensorArrayGradV3
  TensorArrayGradWithShape TensorArrayPack TensorArrayRead TensorArrayReadV2 TensorArrayReadV3 TensorArrayScatter TensorArrayScatterV2
  TensorArrayScatterV3 TensorArraySize TensorArraySizeV2 TensorArraySizeV3 TensorArraySplit TensorArraySplitV2 TensorArraySplitV3
  TensorArrayUnpack TensorArrayV2 TensorArrayV3 TensorArrayWrite TensorArrayWriteV2 TensorArrayWriteV3 TensorDataset TensorListConcat
  TensorListConcatLists TensorListConcatV2 TensorListElementShape TensorListFromTensor TensorListGather TensorListGetItem TensorListLength
  TensorListPopBack TensorListPushBack TensorListPushBackBatch TensorListReserve TensorListResize TensorListScatter
  TensorListScatterIntoExistingList TensorListScatterV2 TensorListSetItem TensorListSplit TensorListStack TensorMapErase TensorMapHasKey
  TensorMapInsert TensorMapLookup TensorMapSize TensorMapStackKeys TensorScatterAdd TensorScatterMax TensorScatterMin TensorScatterSub
  TensorScatterUpdate TensorSliceDataset TensorStridedSliceUpdate TensorSummary TensorSummaryV2 TestAttr TestStringOutput TextLineDataset
  TextLineReader TextLineReaderV2 ThreadPoolDataset ThreadPoolHandle ThreadUnsafeUnigramCandidateSampler Tile TileGrad Timestamp ToBool
  TopK TopKUnique TopKV2 TopKWithUnique TpuHandleToProtoKey Transpose TridiagonalMatMul TridiagonalSolve TruncateDiv TruncateMod
  TruncatedNormal TwoFloatInputs TwoFloatInputsFloatOutput TwoFloatInputsIntOutput TwoFloatOutputs TwoIntInputs TwoIntOutputs TwoRefsIn
  TypeList TypeListRestrict TypeListTwice Unary Unbatch UnbatchDataset UnbatchGrad UncompressElement UnicodeDecode
  UnicodeDecodeWithOffsets UnicodeEncode UnicodeScript UnicodeTranscode UniformCandidateSampler UniformDequantize UniformQuantize
  UniformQuantizedAdd UniformQuantizedClipByValue UniformQuantizedConvolution UniformQuantizedConvolutionHybrid UniformQuantizedDot
  UniformQuantizedDotHybrid UniformRequantize Unique UniqueDataset UniqueV2 UniqueWithCounts UniqueWithCountsV2 Unpack UnravelIndex
  UnsortedSegmentJoin UnsortedSegmentMax UnsortedSegmentMin UnsortedSegmentProd UnsortedSegmentSum Unstage UnwrapDatasetVariant
  UpdateTaskIdAndGlobalCoreArray UpperBound VarHandleOp VarIsInitializedOp Variable VariableShape VariableV2 WeightedFlatMapDataset Where
  While WholeFileReader WholeFileReaderV2 WindowDataset WindowOp WorkerHeartbeat WrapDatasetVariant WriteAudioSummary WriteFile
  WriteGraphSummary WriteHistogramSummary WriteImageSummary WriteRawProtoSummary WriteScalarSummary WriteSummary Xdivy XlaAllReduce
  XlaBroadcastHelper XlaCallModule XlaClusterOutput XlaConcatND XlaConv XlaConvV2 XlaCustomCall XlaCustomCallV2 XlaDequantize XlaDot
  XlaDotV2 XlaDynamicSlice XlaDynamicUpdateSlice XlaEinsum XlaGather XlaHostCompute XlaIf XlaKeyValueSort XlaLaunch XlaLaunchV2
  XlaOptimizationBarrier XlaPad XlaRecv XlaRecvFromHost XlaRecvTPUEmbeddingActivations XlaRecvTPUEmbeddingActivationsV2
  XlaRecvTPUEmbeddingDeduplicationData XlaRecvTPUEmbeddingDeduplicationDataV2 XlaReduce XlaReducePrecision XlaReduceScatter
  XlaReduceWindow XlaRemoveDynamicDimensionSize XlaReplicaId XlaRngBitGenerator XlaScatter XlaSelectAndScatter XlaSelfAdjointEig XlaSend
  XlaSendTPUEmbeddingGradients XlaSendTPUEmbeddingGradientsV2 XlaSendToHost XlaSetBound XlaSetDynamicDimensionSize XlaSharding XlaSort
  XlaSparseActivationsUnstack XlaSparseCoreAdagrad XlaSparseCoreAdagradMomentum XlaSparseCoreAdam XlaSparseCoreFtrl XlaSparseCoreSgd
  XlaSparseDenseMatmul XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdagradAndCsrInput
  XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdagradMomentumAndCsrInput XlaSparseDenseMatmulCustomCombinerOnTcGradWithAdamAndCsrInput
  XlaSparseDenseMatmulCustomCombinerOnTcGradWithCsrInput XlaSparseDenseMatmulCustomCombinerOnTcGradWithFtrlAndCsrInput
  XlaSparseDenseMatmulCustomCombinerOnTcGradWithSgdAndCsrInput XlaSparseDenseMatmulCustomCombinerOnTcWithCsrInput
  XlaSparseDenseMatmulGradWithAdagradAndCsrInput XlaSparseDenseMatmulGradWithAdagradAndStaticBufferSize
  XlaSparseDenseMatmulGradWithAdagradMomentumAndCsrInput XlaSparseDenseMatmulGradWithAdagradMomentumAndStaticBufferSize
  XlaSparseDenseMatmulGradWithAdamAndCsrInput XlaSparseDenseMatmulGradWithAdamAndStaticBufferSize XlaSparseDenseMatmulGradWithCsrInput
  XlaSparseDenseMatmulGradWithFtrlAndCsrInput XlaSparseDenseMatmulGradWithFtrlAndStaticBufferSize
  XlaSparseDenseMatmulGradWithSgdAndCsrInput XlaSparseDenseMatmulGradWithSgdAndStaticBufferSize XlaSparseDenseMatmulWithCsrInput
  XlaSparseDenseMatmulWithStaticBufferSize XlaSparseGradientsStack XlaSplitND XlaSpmdFullToShardShape XlaSpmdShardToFullShape XlaSvd
  XlaVariadicReduce XlaVariadicReduceV2 XlaVariadicSort XlaWhile Xlog1py Xlogy ZerosLike Zeta ZipDataset

  AdjustHsvInYiq BytesInUse BytesLimit DecodeAudio DecodeAudioV2 DecodeLibsvm DecodeVideo EncodeAudio GatherTree HyperplaneLSHProbes
  ImageConnectedComponents ImageProjectiveTransform MaskedMatmul MaxBytesInUse PairwiseDistance PeriodicResample ReinterpretStringToFloat
  Resampler ResamplerGrad SingleImageRandomDotStereograms SkipGramGenerateCandidates SparseFeatureCross SparseFeatureCrossV2
`);

// src/policy/graph/tensorflow.ts
var tensorflowRows = [
  {
    reach: "python",
    does: "calls a Python function of the loading process",
    ops: words5("PyFunc PyFuncStateless EagerPyFunc")
  },
  {
    reach: "files",
    does: "writes a file",
    ops: words5(
      "WriteFile DatasetToTFRecord ExperimentalDatasetToTFRecord SaveDataset SaveDatasetV2 DistributedSave SnapshotDataset SnapshotDatasetV2 DumpTensor CalibrationStatisticsSaver CreateSummaryFileWriter CreateSummaryDbWriter WriteSummary WriteRawProtoSummary WriteScalarSummary WriteHistogramSummary WriteImageSummary WriteAudioSummary WriteGraphSummary ImportEvent StatsAggregatorSetSummaryWriter"
    )
  },
  {
    reach: "files",
    does: "reads files",
    ops: words5(
      "ReadFile MatchingFiles MatchingFilesDataset ExperimentalMatchingFilesDataset WholeFileReader WholeFileReaderV2 TextLineReader TextLineReaderV2 TFRecordReader TFRecordReaderV2 FixedLengthRecordReader FixedLengthRecordReaderV2 LMDBReader TextLineDataset TFRecordDataset TFRecordDatasetV2 FixedLengthRecordDataset FixedLengthRecordDatasetV2 CSVDataset CSVDatasetV2 ExperimentalCSVDataset LMDBDataset ExperimentalLMDBDataset SqlDataset ExperimentalSqlDataset LoadDataset SnapshotDatasetReader SnapshotChunkDataset SnapshotNestedDatasetReader ListSnapshotChunksDataset RecordInput Skipgram GenerateVocabRemapping LoadAndRemapMatrix"
    ),
    only: "not-asset"
  },
  {
    reach: "files",
    does: "reads a table from a file",
    ops: words5("InitializeTableFromTextFile InitializeTableFromTextFileV2 FixedUnigramCandidateSampler"),
    only: "outside"
  },
  {
    reach: "files",
    does: "keeps a cache in a file",
    ops: words5("CacheDataset CacheDatasetV2"),
    only: "outside"
  },
  {
    reach: "files",
    does: "writes a checkpoint to a path that the graph fixes",
    ops: words5("Save SaveV2 SaveSlices MergeV2Checkpoints"),
    only: "outside"
  },
  {
    reach: "checkpoint",
    does: "reads a checkpoint from a path that the graph fixes",
    ops: words5("Restore RestoreV2 RestoreSlice DTensorRestoreV2"),
    only: "outside"
  },
  {
    reach: "files",
    does: "prints into a file",
    ops: words5("PrintV2"),
    only: "url"
  },
  {
    reach: "network",
    does: "sends tensors to a debug address",
    ops: words5("DebugIdentity DebugIdentityV2 DebugIdentityV3 DebugNanCount DebugNumericSummary DebugNumericSummaryV2"),
    only: "url"
  },
  {
    reach: "network",
    does: "talks to another process",
    ops: words5(
      "RemoteCall RpcServer RpcServerStart RpcServerRegister RpcClient RpcCall DataServiceDataset DataServiceDatasetV2 DataServiceDatasetV3 DataServiceDatasetV4 RegisterDataset RegisterDatasetV2 BigQueryReader BigtableClient KafkaDataset"
    )
  },
  {
    reach: "native",
    does: "calls a native function by its name",
    ops: words5("XlaCustomCall XlaCustomCallV2")
  },
  {
    reach: "compiled",
    does: "runs a compiled engine that nobody can read",
    ops: words5("TRTEngineOp")
  }
];
var companions = [
  {
    library: "tensorflow-text",
    ops: /^(?:TFText>|Sentencepiece|Wordpiece|FastWordpiece|FastBertNormalize|FastSentencepiece|WhitespaceTokenize|UnicodeScriptTokenize|RegexSplitWithOffsets|CaseFoldUTF8|NormalizeUTF8|ConstrainedSequence|RougeL|NgramsStringJoin|SplitMergeTokenize|SplitFromLogits|ByteSplit|StateBasedSentence|SentenceFragment|UtfConversion|MaxSpanningTree)/
  },
  { library: "TensorFlow Decision Forests", ops: /^SimpleML/ },
  { library: "TensorFlow Addons", ops: /^Addons>/ },
  {
    library: "DeepMind or TF-Agents trees of TensorFlow 1",
    ops: /^(?:GradientTrees|HardRouting|TreePredictions|CreateFertileStats|TensorForest)/
  }
];
function isTensorflowOp(op) {
  return tensorflowOps.has(op) || /^_(?:Arg|Retval|Send|Recv|HostSend|HostRecv)$/.test(op) || companions.some((row2) => row2.ops.test(op));
}

// src/policy/judge-graph.ts
var RULES2 = {
  python: "graph/python-op",
  layer: "graph/python-layer",
  files: "graph/file-access",
  network: "graph/network",
  native: "graph/native-call",
  compiled: "graph/compiled-kernel",
  checkpoint: "graph/checkpoint-path",
  custom: "graph/custom-op"
};
function judgeGraph(policy, observation) {
  const name = fullName2(observation);
  const dot = name.lastIndexOf(".");
  const stated = exception(policy, name.slice(0, dot), name.slice(dot + 1));
  if (stated === "allow") return fine(`${name} is allowed by the policy`);
  if (stated === "deny") return object(observation, "custom", "is denied by the policy", "denied by the policy");
  const { row: row2, known } = classify(observation);
  if (row2) {
    const reason = relevance(row2, observation.argument);
    return reason === true ? object(observation, row2.reach, row2.does, `listed: it ${row2.does}`) : fine(`${name}: ${reason}`);
  }
  if (known) return fine(`${name} only computes`);
  if (observation.defined) return fine(`${name} is a function of the model`);
  return object(
    observation,
    "custom",
    "is on no list of the framework: a library of somebody\u2019s own has to provide it",
    "not a registered operation"
  );
}
function fullName2({ framework, domain, op }) {
  return [framework, domain, op].filter((part) => part !== "").join(".");
}
function classify({ framework, domain, op }) {
  switch (framework) {
    case "tensorflow":
      return tensorflow(op);
    case "tflite":
      return op.startsWith("Flex") ? tensorflow(op.slice(4)) : { row: void 0, known: tfliteCustomOps.has(op) };
    case "onnx":
      return { row: rowOf(onnxRows, op), known: isOnnxOp(domain, op) };
    case "paddle":
      return { row: rowOf(paddleRows, op), known: true };
    case "mxnet":
      return { row: rowOf(mxnetRows, op), known: true };
    case "caffe":
      return { row: rowOf(caffeRows, op), known: true };
    case "coreml":
      return { row: rowOf(coremlRows, op), known: true };
    case "openvino":
      return { row: void 0, known: isOpenvinoSet(domain) };
    case "executorch":
      return { row: void 0, known: isExecutorchOp(domain, op) };
    case "torch-export":
      return { row: void 0, known: false };
    default:
      return framework;
  }
}
function tensorflow(op) {
  return { row: rowOf(tensorflowRows, op), known: isTensorflowOp(op) };
}
function rowOf(rows2, op) {
  return rows2.find((row2) => row2.ops.has(op));
}
function relevance(row2, argument) {
  switch (row2.only) {
    case "url":
      return argument?.includes("://") ? true : "it writes to the process\u2019s own output";
    case "outside":
      return argument?.split(", ").some(leaves) ? true : "its path is given by the loader, or stays in the folder";
    case "not-asset":
      return argument?.split(", ").every((path) => path.startsWith("assets/") && !leaves(path)) ? "it reads a file that came with the model" : true;
    default:
      return true;
  }
}
function leaves(path) {
  return /^[\\/~]/.test(path) || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.split(/[\\/]/).includes("..");
}
function object({ op, domain, node, argument, framework }, reach, does, reason) {
  const called = domain === "" ? op : `${domain}.${op}`;
  const target = argument === void 0 || argument === "" ? "" : `: ${argument}`;
  const place = node === "" ? "" : ` (node ${node})`;
  const rule = RULES2[reach];
  return finding(
    rule,
    `The ${TITLES[framework]} operation ${called === "" ? "without a name" : called} ${does}${target}${place}`,
    `${called}${target}`,
    reason
  );
}
var TITLES = {
  tensorflow: "TensorFlow",
  tflite: "TensorFlow Lite",
  onnx: "ONNX",
  caffe: "Caffe",
  coreml: "Core ML",
  paddle: "PaddlePaddle",
  mxnet: "MXNet",
  openvino: "OpenVINO",
  executorch: "ExecuTorch",
  "torch-export": "torch.export"
};

// src/policy/judge-template.ts
function judgeTemplate(_policy, { name, construct, expression }) {
  switch (construct) {
    case "attribute":
    case "call":
      return finding(
        "template/injection",
        `Rendering ${name} would run ${expression}`,
        expression,
        construct === "call" ? "templates have no use for this function" : "from this attribute every function of the interpreter can be reached"
      );
    case "hidden-name":
      return finding(
        "template/hidden-name",
        `Rendering ${name} would use an attribute whose name is worked out in ${expression}`,
        expression,
        "the template puts the name together from texts of its own, which hides it"
      );
    case "import":
      return finding(
        "template/include",
        `Rendering ${name} loads another template: ${expression}`,
        expression,
        "chat templates stand alone"
      );
    case "unparsable":
      return finding(
        "template/unparsable",
        `${name} cannot be followed: ${expression}`,
        expression,
        "what it does cannot be known without rendering it"
      );
    default:
      return construct;
  }
}

// src/policy/weights-only.ts
var ALLOWED = {
  _codecs: "encode",
  builtins: "bytearray complex set",
  collections: "Counter OrderedDict",
  torch: `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage ComplexFloatStorage
    DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor QInt32Storage QInt8Storage
    QUInt2x4Storage QUInt4x2Storage QUInt8Storage ShortStorage ShortTensor Size Tensor bcomplex32 bfloat16 bits16 bits1x8 bits2x4 bits4x2 bits8 bool
    complex128 complex32 complex64 device float16 float32 float4_e2m1fn_x2 float64 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
    float8_e8m0fnu int1 int16 int2 int3 int32 int4 int5 int6 int64 int7 int8 per_channel_affine per_channel_affine_float_qparams per_channel_symmetric
    per_tensor_affine per_tensor_symmetric qint32 qint8 quint2x4 quint4x2 quint8 uint1 uint16 uint2 uint3 uint32 uint4 uint5 uint6 uint64 uint7 uint8`,
  "torch._tensor": "_rebuild_from_type_v2",
  "torch._utils": `_rebuild_device_tensor_from_cpu_tensor _rebuild_device_tensor_from_numpy _rebuild_meta_tensor_no_storage _rebuild_parameter
    _rebuild_parameter_with_state _rebuild_qtensor _rebuild_sparse_tensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3
    _rebuild_wrapper_subclass`,
  "torch.cuda": `BFloat16Storage BFloat16Tensor BoolStorage BoolTensor ByteStorage ByteTensor CharStorage CharTensor ComplexDoubleStorage
    ComplexFloatStorage DoubleStorage DoubleTensor FloatStorage FloatTensor HalfStorage HalfTensor IntStorage IntTensor LongStorage LongTensor
    ShortStorage ShortTensor`,
  "torch.cuda.sparse": "BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor",
  "torch.nn.parameter": "Parameter",
  "torch.serialization": "_get_layout",
  "torch.sparse": "BFloat16Tensor ByteTensor CharTensor DoubleTensor FloatTensor HalfTensor IntTensor LongTensor ShortTensor",
  "torch.storage": "TypedStorage UntypedStorage"
};
var allowed = new Set(
  Object.entries(ALLOWED).flatMap(([module, names3]) => names3.split(/\s+/).map((name) => `${module}.${name}`))
);
var MAX_REFUSED = 50;
function acceptsGlobal(module, name) {
  return allowed.has(`${module}.${name}`);
}
var WeightsOnly = class {
  refused = /* @__PURE__ */ new Set();
  /** Takes a fact of the pickle that `torch.load` reads. */
  observe(observation) {
    switch (observation.kind) {
      case "global":
        if (!acceptsGlobal(observation.module, observation.name)) this.refuse(`${observation.module}.${observation.name}`);
        break;
      case "dynamic-global":
      case "extension-code":
        this.refuse("a computed name");
        break;
      case "call":
        if (fills(observation) && !isDict(observation.callee))
          this.refuse(renderCall(observation.callee, observation.args, observation.how));
        break;
      default:
    }
  }
  verdict() {
    return { weightsOnly: this.refused.size === 0, refused: [...this.refused].sort().slice(0, MAX_REFUSED) };
  }
  refuse(what) {
    if (this.refused.size < MAX_REFUSED * 4) this.refused.add(what);
  }
};
function judgeTensorWrite(call) {
  if (!fills(call) || call.callee.kind !== "global") return void 0;
  const { module, name } = call.callee;
  const isTensor = (module === "torch._utils" || module === "torch._tensor") && name.startsWith("_rebuild_");
  if (!isTensor && !(module === "torch" && (name === "Tensor" || name.endsWith("Storage")))) return void 0;
  const text4 = renderCall(call.callee, call.args, call.how);
  const why = "picklers never write into a tensor; PyTorch before 2.10 corrupts memory here (CVE-2026-24747)";
  return finding("pickle/unsafe-arguments", `Loading runs ${text4}: ${why}`, text4, why, `${module}.${name}`);
}
function fills({ how }) {
  return how === "setitem" || how === "append" || how === "additems";
}
function isDict(callee) {
  return callee.kind === "global" && callee.module === "collections" && (callee.name === "OrderedDict" || callee.name === "Counter");
}

// src/policy/judge.ts
function judge2(policy, observation) {
  const judgement = opinion(policy, observation);
  if (judgement.kind === "fine") return judgement;
  const severity = policy.severity[judgement.rule];
  if (severity === void 0) return judgement;
  return severity === "off" ? fine(`rule ${judgement.rule} is switched off by the policy`) : { ...judgement, severity };
}
function opinion(policy, observation) {
  switch (observation.kind) {
    case "global":
      return judgeGlobal(policy, observation);
    case "call":
      return judgeCall(policy, observation);
    case "handed-on":
      return judgeHandedOn(policy, observation.module, observation.name);
    case "dynamic-global": {
      const name = `${renderValue(observation.module)}.${renderValue(observation.name)}`;
      return finding(
        "pickle/dynamic-global",
        `Loading imports a name that the file computes: ${name}`,
        name,
        "picklers write names as literals"
      );
    }
    case "extension-code":
      return finding(
        "pickle/extension-code",
        `Loading fetches extension code ${observation.code} from the registry of the loading process`,
        `copyreg extension ${observation.code}`,
        "what it stands for is not in the file"
      );
    case "mutated-global": {
      const change = renderMutation(observation.target, observation.args, observation.how);
      return finding(
        "pickle/mutated-global",
        `Loading changes an imported object itself: ${change}`,
        change,
        "picklers change instances, never what they import"
      );
    }
    case "pickle-oddity":
      if (observation.oddity === "discarded-call" && isStateSetter(observation.detail))
        return fine(`${observation.detail} is called for its effect by protocol; the call itself is judged`);
      return finding(
        ODDITY_RULES[observation.oddity],
        `${ruleOf(ODDITY_RULES[observation.oddity]).title}: ${observation.detail}`,
        observation.detail,
        "no pickler writes this"
      );
    case "zip-mismatch": {
      const rule = ZIP_RULES[observation.difference];
      const evidence = `${observation.difference}: ${observation.entry}`;
      return finding(
        rule,
        `${ruleOf(rule).title}: ${observation.entry === "" ? "" : `${observation.entry}: `}${observation.detail}`,
        evidence,
        "readers of the archive disagree"
      );
    }
    case "unsafe-path":
      return finding(
        "archive/unsafe-path",
        `An archive member would be written outside its folder (${observation.why}): ${observation.entry}`,
        `${observation.why}: ${observation.entry}`,
        "a naive extractor follows the name"
      );
    case "shipped-code":
      return judgeCode(policy, observation);
    case "config-reference":
      return judgeConfig(policy, observation);
    case "graph-op":
      return judgeGraph(policy, observation);
    case "external-file":
    case "structure":
      return judgeFiles(policy, observation);
    case "template":
      return judgeTemplate(policy, observation);
    default:
      return observation;
  }
}
var ODDITY_RULES = {
  "nul-in-name": "pickle/odd-name",
  "frame-straddle": "pickle/frame-straddle",
  "discarded-call": "pickle/discarded-call",
  "computed-arguments": "pickle/unsafe-arguments",
  "persistent-id": "pickle/persistent-id",
  "out-of-band-buffer": "pickle/out-of-band-buffer",
  "trailing-bytes": "pickle/trailing-bytes",
  "huge-memo-index": "pickle/huge-memo-index",
  expansion: "pickle/expansion"
};
var ZIP_RULES = {
  name: "zip/name-mismatch",
  crc: "zip/header-mismatch",
  flags: "zip/header-mismatch",
  method: "zip/header-mismatch",
  size: "zip/header-mismatch",
  duplicate: "zip/duplicate-entry",
  "case-variant": "zip/duplicate-entry",
  "hidden-entry": "zip/hidden-entry",
  prefix: "zip/irregular-structure",
  tail: "zip/irregular-structure",
  "end-record": "zip/irregular-structure",
  "nul-in-name": "zip/name-mismatch"
};
function judgeGlobal(policy, { module, name, written, computed }) {
  const full = `${module}.${name}`;
  const stated = exception(policy, module, name);
  if (stated === "allow") return fine(`${full} is allowed by the policy`);
  if (stated === "deny")
    return finding("pickle/dangerous-import", `Loading imports ${full}, which the policy denies`, full, "denied by the policy", full);
  if (isCodeStep(module, name)) return fine(`${full} is judged by its calls`);
  const danger = lookupDangerous(module, name) ?? (written && lookupDangerous(written.module, written.name));
  if (danger)
    return finding(
      "pickle/dangerous-import",
      `Loading imports ${full}, which ${danger.does}`,
      full,
      `listed as dangerous: ${danger.listed}`,
      full
    );
  const safe3 = lookupSafe(module, name);
  if (safe3) return fine(`${full}: ${safe3.reason}`);
  if (computed) return fine(`${full} is judged by the call that computes it and by its own calls`);
  return unlisted(policy, module, name);
}
var NEVER_HANDED_ON = /* @__PURE__ */ new Set([
  "literal-bytes",
  "ufunc",
  "get-attribute",
  "mapped",
  "no-cache",
  "time-zone-file"
]);
function judgeHandedOn(policy, module, name) {
  const full = `${module}.${name}`;
  const use = exception(policy, module, name) === void 0 ? lookup2.safeUse(module, name) : void 0;
  if (use === void 0 || !NEVER_HANDED_ON.has(use)) return fine(`${full} is judged by its import and its calls`);
  const why = "it is harmless only in the calls that picklers write, never as a value that something else calls";
  return finding("pickle/unsafe-arguments", `Loading hands ${full} on, so that another object can call it: ${why}`, full, why, full);
}
function unlisted(policy, module, name) {
  const full = `${module}.${name}`;
  if (libraryOf(module) === "unknown") {
    const own2 = policy.firstParty?.(module, name);
    if (own2) return firstParty(`imports ${full}`, full, own2, full);
    return finding(
      "pickle/unknown-class",
      `Loading imports ${full} from a package that is not known`,
      full,
      "not on any list; the package is not known",
      full
    );
  }
  return finding(
    "pickle/unlisted-import",
    `Loading imports ${full}, which models do not need`,
    full,
    "not among the names of this library that models use",
    full
  );
}
function judgeCall(policy, call) {
  const { callee, args, how } = call;
  if (callee.kind !== "global") return judgeCodeStep(call) ?? judgeComputedCall(call, callee);
  const { module, name } = callee;
  const full = `${module}.${name}`;
  const stated = exception(policy, module, name);
  if (stated === "allow") return fine(`${full} is allowed by the policy`, true);
  const step = stated === "deny" ? void 0 : judgeCodeStep(call) ?? judgeTensorWrite(call) ?? judgeEvaluator(call) ?? judgeOwnMethod(call) ?? judgeTakenApart(call);
  if (step) return step;
  const danger = stated === "deny" ? { does: "the policy denies", listed: "denied by the policy" } : lookupDangerous(module, name);
  if (danger) {
    const text4 = renderCall(callee, args, how);
    return finding(
      "pickle/dangerous-call",
      `Loading runs ${text4}, which ${danger.does}`,
      text4,
      `listed as dangerous: ${danger.listed}`,
      full
    );
  }
  const safe3 = lookupSafe(module, name);
  if (!safe3) return unlistedCall(policy, call, module, name);
  const builds = how === "newobj" || how === "build" || how === "append" || how === "setitem" || how === "additems" || args.length === 0;
  switch (safe3.use) {
    case "call":
      return fine(`${full}: ${safe3.reason}`, !takesApart(module, name));
    case "class":
      if (builds) return fine(`${full}: ${safe3.reason}`, how !== "reduce" && how !== "inst" && how !== "obj");
      return unlistedCall(policy, call, module, name);
    case "reference":
      return unlistedCall(policy, call, module, name);
    default: {
      const verdict = ruleFor(safe3.use)?.(args, how, lookup2) ?? true;
      if (verdict === true) return fine(`${full}: ${safe3.reason}`);
      const text4 = renderCall(callee, args, how);
      return finding("pickle/unsafe-arguments", `Loading runs ${text4}: ${verdict}`, text4, verdict, full);
    }
  }
}
function firstParty(does, evidence, { file }, full) {
  return finding("pickle/first-party-class", `Loading ${does}, which ${file} defines`, evidence, `defined in ${file}`, full);
}
function unlistedCall(policy, call, module, name) {
  const { how, args } = call;
  const full = `${module}.${name}`;
  const only2 = how === "newobj" || how === "build" || how === "append" || how === "setitem" || how === "additems" || args.length === 0 && how !== "reduce";
  const isUnknown = libraryOf(module) === "unknown";
  const own2 = isUnknown ? policy.firstParty?.(module, name) : void 0;
  if (only2 && own2?.kind !== "function") return unlisted(policy, module, name);
  const text4 = renderCall(call.callee, args, how);
  const numbers2 = args.every((arg) => NUMBERS2.has(arg.kind));
  if (own2 && (numbers2 ? own2.kind !== "function" : own2.kind === "enum" && args.every((arg) => DATA.has(arg.kind)))) {
    return firstParty(`runs ${text4}`, text4, own2, full);
  }
  if (isUnknown && numbers2) {
    return finding(
      "pickle/unknown-class",
      `Loading runs ${text4} of a package that is not known`,
      text4,
      "given numbers only; the package is not known",
      full
    );
  }
  return finding(
    "pickle/unlisted-call",
    `Loading runs ${text4}, which is not known to be safe`,
    text4,
    "not on any list of functions that only build data",
    full
  );
}
function judgeComputedCall(call, callee) {
  const text4 = renderCall(callee, call.args, call.how);
  if (callee.kind === "method" && DATA.has(callee.of.kind) && /^[a-z]+$/.test(callee.name) && !/^format/.test(callee.name)) {
    return fine(`${text4}: a method of a literal`);
  }
  return finding(
    "pickle/dynamic-call",
    `Loading calls a computed value: ${text4}`,
    text4,
    "what it is cannot be known without running the program"
  );
}
var NUMBERS2 = /* @__PURE__ */ new Set(["int", "float", "bool", "none"]);
var DATA = /* @__PURE__ */ new Set(["text", "bytes", "int", "float", "bool", "none"]);

// src/policy/collector.ts
var MAX_FINDINGS = 1e3;
var MAX_INCOMPLETE = 500;
var MAX_CALLS_SHOWN = 8;
var COUNTED2 = 1e4;
var Collector = class {
  policy;
  explain;
  byCause = /* @__PURE__ */ new Map();
  /** The finding of the fact before, of which a hostile file may hold millions. */
  last;
  shown = /* @__PURE__ */ new Map();
  kept = { critical: 0, high: 0, medium: 0, low: 0 };
  unread = [];
  weightsOnly = /* @__PURE__ */ new Map();
  cut = 0;
  constructor(policy, explain) {
    this.policy = policy;
    this.explain = explain;
  }
  /** Takes one fact. A true answer: see `Scan.observe`. */
  observe(observation, artifact) {
    if (observation.kind === "incomplete") {
      if (artifact.hints?.guess) return false;
      this.explain?.(observation, void 0, artifact);
      this.addIncomplete(observation, artifact);
      return false;
    }
    const torch2 = torchKind(artifact);
    if (torch2) this.watch(torch2).observe(observation);
    const judged = judge2(this.policy, observation);
    const judgement = artifact.hints?.guess ? asGuess(this.policy, judged) : judged;
    this.explain?.(observation, judgement, artifact);
    if (judgement.kind === "fine") return judgement.settled && this.explain === void 0;
    return this.addFinding(judgement, observation, artifact) && this.explain === void 0;
  }
  /** What was found, in no order, and what was not read. */
  result() {
    const findings = [...this.byCause.values()];
    const first2 = findings[0];
    if (this.cut > 0 && first2) {
      this.unread.push({ why: "limit", detail: `${this.cut} more findings of this file are not listed`, path: [first2.path[0]] });
    }
    return { findings, incomplete: this.unread };
  }
  /** What torch's restricted unpickler makes of the file, whose formats are `labels`; undefined where `torch.load` unpickles nothing of it. */
  torchVerdict(labels) {
    if (labels.includes("tar")) return void 0;
    const kind = labels.includes("pytorch") ? "pytorch" : labels.includes("pytorch-legacy") ? "pytorch-legacy" : void 0;
    return kind && this.watch(kind).verdict();
  }
  watch(kind) {
    const known = this.weightsOnly.get(kind) ?? new WeightsOnly();
    this.weightsOnly.set(kind, known);
    return known;
  }
  addIncomplete(observation, artifact) {
    const { why, detail, remedy } = observation;
    const offset = placeIn(observation);
    const same = this.unread.some((part) => part.why === why && part.detail === detail && part.path.join("\0") === artifact.path.join("\0"));
    if (same || this.unread.length >= MAX_INCOMPLETE) return;
    this.unread.push({
      why,
      detail,
      ...remedy === void 0 ? {} : { remedy },
      path: artifact.path,
      ...offset === void 0 ? {} : { offset }
    });
  }
  /** True where further facts of this cause would change nothing but its count. */
  addFinding(judgement, observation, artifact) {
    const { last } = this;
    if (judgement.about === void 0 && last?.artifact === artifact && isSame(judgement, last.finding)) {
      last.finding.count++;
      return last.finding.count >= COUNTED2 && this.explain === void 0;
    }
    const place = artifact.path.join("\0");
    const about = judgement.about === void 0 ? void 0 : `${place}\0${judgement.about}`;
    let cause = `${place}\0${judgement.rule}\0${judgement.evidence}`;
    let full = false;
    if (about !== void 0) {
      const isCall = observation.kind === "call" && judgement.evidence !== judgement.about;
      const shown2 = this.shown.get(about) ?? 0;
      full = shown2 >= MAX_CALLS_SHOWN;
      if (!isCall) {
        if (shown2 > 0) return false;
        cause = about;
      } else if (full) cause = `${about}\0more`;
      else if (!this.byCause.has(cause)) {
        this.shown.set(about, shown2 + 1);
        const replaced = this.byCause.get(about);
        if (replaced) this.kept[replaced.severity]--;
        this.byCause.delete(about);
        this.last = void 0;
      }
    }
    const known = this.byCause.get(cause);
    if (known) {
      known.count++;
      this.last = { artifact, finding: known };
      return full;
    }
    if (this.kept[judgement.severity] >= MAX_FINDINGS) {
      this.cut++;
      return false;
    }
    this.kept[judgement.severity]++;
    const offset = placeIn(observation);
    this.byCause.set(cause, {
      rule: judgement.rule,
      severity: judgement.severity,
      message: judgement.message,
      path: artifact.path,
      ...offset === void 0 ? {} : { offset },
      ...offset === void 0 || artifact.fileOffset === void 0 ? {} : { fileOffset: artifact.fileOffset + offset },
      ..."opcode" in observation && observation.opcode !== void 0 ? { opcode: observation.opcode } : {},
      evidence: judgement.evidence,
      count: 1
    });
    return false;
  }
};
function isSame({ rule, evidence }, finding2) {
  return finding2.rule === rule && finding2.evidence === evidence;
}
function placeIn(observation) {
  return "offset" in observation && observation.offset !== void 0 && observation.offset >= 0 ? observation.offset : void 0;
}
function torchKind({ path, hints }) {
  if (path.length === 1) return "pytorch-legacy";
  return path.length === 2 && hints?.pickle === "torch" && /(?:^|\/)data\.pkl$/i.test(path[1] ?? "") ? "pytorch" : void 0;
}

// src/policy/policy-scopes.ts
function policyFor(policy, path) {
  let own2 = policy;
  for (const scope of policy.scopes) {
    if (globMatches(scope.path, path)) own2 = withSettings(own2, scope.settings);
  }
  return own2;
}
function gateOfFile(run, own2) {
  if (own2.failOn === run.failOn && own2.failOnIncomplete === run.failOnIncomplete && own2.lfsPointers === run.lfsPointers) return void 0;
  return { failOn: own2.failOn, failOnIncomplete: own2.failOnIncomplete, lfsPointers: own2.lfsPointers };
}

// src/scan/budget.ts
var UNITS = {
  "bytes-inflated": "bytes were decompressed",
  members: "archive members were read",
  opcodes: "pickle opcodes were read"
};
function createBudget(limits, now, peaks) {
  const spent = { "bytes-inflated": 0, members: 0, opcodes: 0 };
  const deadline = now() + limits.time;
  const checkTime = () => {
    if (now() > deadline) throw new ScanError("timeout", `the time limit of ${limits.time / 1e3} seconds for one file was reached`);
  };
  return {
    spent,
    ...peaks ? { peaks } : {},
    checkTime,
    charge(kind, amount) {
      spent[kind] += amount;
      if (spent[kind] > limits[kind]) throw new ScanError("limit", `more than ${limits[kind]} ${UNITS[kind]}`);
    }
  };
}

// src/scan/limits.ts
var defaultLimits = {
  // The largest single checkpoints that are committed or fetched, inflated; a 4 MB bomb of 4 GiB ends in some 15 seconds. No ratio: arrays of zeros
  // really shrink a thousandfold.
  "bytes-inflated": 16 * 2 ** 30,
  // A sharded checkpoint of the largest models has some 20,000 records.
  members: 25e4,
  // An hour of opcodes at the slowest speed measured; time runs out before.
  opcodes: 2 ** 36,
  // A model in an archive in a release bundle in an image layer is four; quines have no end.
  depth: 8,
  // A 16 GiB inflation takes about a minute.
  time: 10 * 6e4,
  // Small enough to stay within the memory that the tool promises.
  spool: 32 * 2 ** 20,
  "spool-file": 16 * 2 ** 30
};

// src/scan/places.ts
var LEAST_DEPTH = 2;
var MOST = 2e4;
var Places = class {
  readings = /* @__PURE__ */ new Map();
  /** Whether any format read these bytes before; undefined where nobody has looked at them, and for bytes that have no place in the file. */
  known(artifact, depth) {
    const key = keyOf(artifact, depth);
    const reading = key === void 0 ? void 0 : this.readings.get(key);
    return reading && reading.depth <= depth ? reading.read : void 0;
  }
  remember(artifact, depth, read) {
    const key = keyOf(artifact, depth);
    if (key !== void 0 && (this.readings.size < MOST || this.readings.has(key))) this.readings.set(key, { depth, read });
  }
};
function keyOf({ path, input, fileOffset, hints }, depth) {
  if (depth < LEAST_DEPTH || fileOffset === void 0 || input.kind === "stream") return void 0;
  return `${fileOffset} ${input.size} ${hints?.pickle ?? ""} ${hints?.source ?? ""} ${hints?.guess ?? ""} ${path[path.length - 1]}`;
}

// src/bytes/spool.ts
async function spool(stream3, memoryLimit, fileLimit) {
  const parts3 = [];
  let size = 0;
  let file;
  let error;
  try {
    for (; ; ) {
      const next = stream3.next();
      const chunk = next instanceof Promise ? await next : next;
      if (chunk === void 0) break;
      size += chunk.length;
      if (size > fileLimit) throw new ScanError("limit", `more than ${fileLimit} bytes would have to be stored for reading`);
      if (!file && size > memoryLimit) {
        file = temporaryFile();
        for (const part of parts3.splice(0)) file.append(part);
      }
      if (file) file.append(chunk);
      else parts3.push(chunk.slice());
    }
  } catch (thrown) {
    if (!(thrown instanceof ScanError)) {
      file?.close();
      throw thrown;
    }
    error = thrown;
  } finally {
    stream3.close();
  }
  if (file) return { source: file.source(), error, close: file.close };
  const bytes = new Uint8Array(parts3.reduce((sum, part) => sum + part.length, 0));
  let at2 = 0;
  for (const part of parts3) {
    bytes.set(part, at2);
    at2 += part.length;
  }
  return { source: memorySource(bytes), error, close: () => void 0 };
}

// src/scan/claims.ts
var LOADERS2 = /* @__PURE__ */ new Map([
  [".ckpt", "PyTorch or TensorFlow"],
  [".cbm", "CatBoost"],
  [".caffemodel", "Caffe"],
  [".dill", "dill"],
  [".gguf", "llama.cpp"],
  [".h5", "HDF5"],
  [".hdf5", "HDF5"],
  [".joblib", "joblib"],
  [".keras", "Keras"],
  [".mlmodel", "Core ML"],
  [".nemo", "NeMo"],
  [".npy", "NumPy"],
  [".npz", "NumPy"],
  [".onnx", "ONNX"],
  [".ort", "ONNX Runtime"],
  [".pdparams", "PaddlePaddle"],
  [".pickle", "pickle"],
  [".pkl", "pickle"],
  [".pt", "PyTorch"],
  [".pt2", "PyTorch"],
  [".pte", "ExecuTorch"],
  [".pth", "PyTorch"],
  [".ptl", "PyTorch"],
  [".safetensors", "safetensors"],
  [".skops", "skops"],
  [".t7", "Torch7"],
  [".tflite", "TensorFlow Lite"]
]);
var MAY_BE_TEXT = /* @__PURE__ */ new Set([".pt", ".pth"]);
var MIN_SIZE = 16;
function unreadClaim({ extension, head, member: member4 }) {
  const loader = member4 ? void 0 : LOADERS2.get(extension);
  if (loader === void 0 || head.length < MIN_SIZE || MAY_BE_TEXT.has(extension) && isText4(head)) return void 0;
  return {
    kind: "incomplete",
    why: "malformed",
    detail: `called ${extension}, but its bytes are no format known to be loaded by ${loader}`,
    remedy: "Save the model again, or rename the file if it is none."
  };
}
function isText4(head) {
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}

// src/scan/peek.ts
var HEAD4 = 4096;
async function peek(input) {
  const parts3 = [];
  let size = 0;
  let failure2;
  while (size < HEAD4) {
    try {
      const next = input.next();
      const chunk = next instanceof Promise ? await next : next;
      if (chunk === void 0) break;
      parts3.push(chunk.slice());
      size += chunk.length;
    } catch (error) {
      failure2 = error;
      break;
    }
  }
  const head = new Uint8Array(size);
  let at2 = 0;
  for (const part of parts3) {
    head.set(part, at2);
    at2 += part.length;
  }
  let given = false;
  const stream3 = {
    kind: "stream",
    close: () => input.close(),
    next() {
      if (!given && size > 0) {
        given = true;
        return head;
      }
      if (failure2 !== void 0) throw failure2;
      return input.next();
    }
  };
  return { head, stream: stream3, failure: failure2 };
}

// src/scan/probe.ts
var FILE_HEAD = 4096;
var FILE_TAIL = 65536 + 22;
var MEMBER_HEAD = 512;
var MEMBER_TAIL = 64;
function probeSource(name, source, member4) {
  const headSize = member4 ? MEMBER_HEAD : FILE_HEAD;
  const tailSize = Math.min(source.size, member4 ? MEMBER_TAIL : FILE_TAIL);
  const tailStart = source.size - tailSize;
  let head;
  let tail;
  return {
    name,
    extension: extensionOf(name),
    size: source.size,
    member: member4,
    get head() {
      head ??= source.read(0, headSize);
      return head;
    },
    get tail() {
      tail ??= source.size <= headSize ? this.head.subarray(tailStart) : source.read(tailStart, tailSize);
      return tail;
    }
  };
}
function probeStream(name, head, member4) {
  return { name, extension: extensionOf(name), size: void 0, member: member4, head: head.subarray(0, FILE_HEAD), tail: new Uint8Array(0) };
}
function extensionOf(name) {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}

// src/scan/turn.ts
var STRIDE = 256;
var count = 0;
function takeTurn() {
  return ++count % STRIDE === 0 ? nextTurn() : void 0;
}
function nextTurn() {
  return new Promise((resolve4) => setImmediate(resolve4));
}

// src/scan/scan.ts
var MAX_NAME10 = 400;
async function scanArtifact(artifact, context, depth = 0) {
  const turn = takeTurn();
  if (turn) await turn;
  const { input } = artifact;
  const labels = /* @__PURE__ */ new Set();
  if (input.kind === "source") {
    const probe = probeSource(nameOf(artifact.path), input, depth > 0);
    const matches = matching(context.formats, probe);
    for (const format of matches) await readAs(format, artifact, probe, context, depth, labels);
    if (labels.size === 0) sayUnread(probe, artifact, context);
    return [...labels];
  }
  let spooled;
  try {
    const { head, stream: stream3, failure: failure2 } = await peek(input);
    const probe = probeStream(nameOf(artifact.path), head, depth > 0);
    const matches = matching(context.formats, probe);
    const [only2] = matches;
    if (only2 && matches.length === 1 && only2.access !== "random") {
      await readAs(only2, { ...artifact, input: stream3 }, probe, context, depth, labels);
    } else if (matches.length > 0) {
      spooled = await spool(stream3, context.limits.spool, context.limits["spool-file"]);
      for (const format of matches) await readAs(format, { ...artifact, input: spooled.source }, probe, context, depth, labels);
      if (spooled.error) context.observe(incomplete(spooled.error), artifact);
    } else if (failure2 !== void 0) throw failure2;
    if (labels.size === 0) sayUnread(probe, artifact, context);
  } catch (error) {
    context.observe(incomplete(error), artifact);
  } finally {
    input.close();
    spooled?.close();
  }
  return [...labels];
}
function sayUnread(probe, artifact, context) {
  const claim = unreadClaim(probe);
  if (claim) context.observe(claim, artifact);
}
async function readAs(format, artifact, probe, context, depth, labels) {
  let label2 = format.id;
  const scan2 = {
    budget: context.budget,
    probe,
    observe: (observation) => context.observe(observation, artifact),
    descend: (member4) => descend3(member4, artifact, context, depth + 1),
    label: (id) => {
      label2 = id;
    }
  };
  try {
    const outcome = await format.scan(artifact, scan2);
    if (outcome === "not-this-format") return;
  } catch (error) {
    scan2.observe(incomplete(error));
  }
  labels.add(label2);
}
async function descend3(member4, parent, context, depth) {
  const path = [...parent.path, member4.name.length > MAX_NAME10 ? `${member4.name.slice(0, MAX_NAME10)}\u2026` : member4.name];
  const offset = member4.storedAt !== void 0 && parent.fileOffset !== void 0 ? parent.fileOffset + member4.storedAt : void 0;
  const hints = parent.hints?.guess ? { ...member4.hints, guess: true } : member4.hints;
  const place = { path, ...offset === void 0 ? {} : { fileOffset: offset }, ...hints ? { hints } : {} };
  try {
    context.budget.checkTime();
    if (depth > context.limits.depth) throw new ScanError("limit", `nested deeper than ${context.limits.depth} levels`);
    const artifact = { ...place, input: member4.open() };
    const known = context.places.known(artifact, depth);
    if (known !== void 0) return known;
    const read = (await scanArtifact(artifact, context, depth)).length > 0;
    context.places.remember(artifact, depth, read);
    return read;
  } catch (error) {
    context.observe(incomplete(error), { ...place, input: parent.input });
    return true;
  }
}
function matching(formats2, probe) {
  return formats2.filter((format) => format.match(probe) !== "no");
}
function nameOf(path) {
  const last = path[path.length - 1] ?? "";
  return last.slice(last.lastIndexOf("/") + 1);
}
function incomplete(error) {
  if (error instanceof ScanError) {
    return { kind: "incomplete", why: error.why, detail: error.message, ...error.offset === void 0 ? {} : { offset: error.offset } };
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    kind: "incomplete",
    why: "internal",
    detail: `the reader failed (${detail})`,
    remedy: "Please report this as a bug of ModelGate."
  };
}

// src/node/accept.ts
function accept(found, path, { policy, baseline, today }, hash) {
  if (found.findings.length === 0 && found.incomplete.length === 0) return found;
  const exceptions = exceptionsFor(policy.exceptions, path);
  const entries2 = baseline?.get(path) ?? [];
  if (exceptions.length === 0 && entries2.length === 0) return found;
  const sha256 = hash();
  if (sha256 === void 0) return found;
  const { suppressed, ...open2 } = suppress(
    found,
    (rule, evidence, members2) => exceptionOf(exceptions, rule, sha256, today) ?? baselineAccepts(entries2, sha256, rule, fingerprint(sha256OfText, rule, members2, evidence))
  );
  return { ...open2, sha256, ...suppressed.length === 0 ? {} : { suppressed } };
}

// src/node/companion.ts
import { lstatSync as lstatSync2, realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
function companionOf(root, model, name) {
  const home = dirname(resolve(root, model));
  const path = resolve(home, name);
  if (name.includes("\0") || isAbsolute(name) || !isWithin(home, path)) return void 0;
  try {
    const real = realpathSync(path);
    if (real !== resolve(realpathSync(home), relative(home, path))) return isWithin(realpathSync(root), real) ? "link" : "link-outside";
    const stat = lstatSync2(path);
    return stat.isFile() && stat.nlink > 1 ? "hard-link" : void 0;
  } catch {
    return void 0;
  }
}
function isWithin(folder, path) {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

// src/node/copies.ts
var COST = { opcodes: 25, members: 1e4, "bytes-inflated": 2 };
var HASH2 = 1.5;
var SHORT = 2e7;
var PASSING = ["timeout", "internal"];
var Copies = class {
  known = /* @__PURE__ */ new Map();
  inFlight = /* @__PURE__ */ new Map();
  files;
  /** `files`: all paths of the run; only a file that has a namesake among them is worth a hash. */
  constructor(files) {
    this.files = files;
  }
  /** What `scan` gives, or gave for a copy of the file. `scan` gets the file's hints, to be seen asking what lies around it. */
  async read(file, scan2) {
    const { path, source, policy } = file;
    const key = `${source.size} ${baseOf(path)}`;
    for (let first2 = this.inFlight.get(key); first2; first2 = this.inFlight.get(key)) await first2;
    const known = this.known.get(key) ?? [];
    const sha256 = known.length === 0 ? void 0 : sha256OfSource(source);
    const same = known.find((other2) => other2.sha256 === sha256 && other2.policy === policy);
    if (same) return { ...movedTo(path, same.reading), sha256: same.sha256, sameAs: same.path };
    const reading = this.scanned(file, scan2, sha256).then(({ sha256: hash, ...found }) => {
      if (hash !== void 0) this.known.set(key, [...known, { path, sha256: hash, policy, reading: found }]);
      return hash === void 0 ? found : { ...found, sha256: hash };
    });
    const done = () => this.inFlight.delete(key);
    this.inFlight.set(key, reading.then(done, done));
    return reading;
  }
  /** Scans the file; gives its hash as well where that is worth it. */
  async scanned({ path, source, hints }, scan2, hashed) {
    let asked = false;
    const hear = () => {
      asked = true;
    };
    const found = await scan2(watched(hints, hear));
    if (asked || !isWorthIt(found, source.size) || !this.hasNamesake(path)) return found;
    const sha256 = hashed ?? sha256OfSource(source);
    return sha256 === void 0 ? found : { ...found, sha256 };
  }
  hasNamesake(path) {
    const base = baseOf(path);
    return this.files.some((other2) => other2 !== path && other2.endsWith(base) && baseOf(other2) === base);
  }
};
function baseOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function isWorthIt({ spent, incomplete: incomplete2 }, size) {
  if (incomplete2.some(({ why }) => PASSING.includes(why))) return false;
  const cost = COST.opcodes * spent.opcodes + COST.members * spent.members + COST["bytes-inflated"] * spent["bytes-inflated"];
  return cost > SHORT && cost > 2 * HASH2 * size;
}
function watched({ neighbour, companion, ...rest2 }, asked) {
  const telling = (ask) => (...args) => {
    asked();
    return ask(...args);
  };
  return { ...rest2, ...neighbour && { neighbour: telling(neighbour) }, ...companion && { companion: telling(companion) } };
}
function movedTo(path, reading) {
  const move = (part) => ({ ...part, path: [path, ...part.path.slice(1)] });
  return { ...reading, findings: reading.findings.map(move), incomplete: reading.incomplete.map(move) };
}

// src/node/scan-files.ts
var DEFAULT_CONCURRENCY = 4;
var SMALL_FILE = 64 * 1024;
var TAIL = 65536 + 22;
async function scanFiles(files, options) {
  const reports = new Array(files.length);
  let next = 0;
  let done = 0;
  const around = aroundOf(options.root, files);
  const worker = async () => {
    for (let index2 = next++; index2 < files.length; index2 = next++) {
      const path = files[index2] ?? "";
      const report = await scanFile(path, options, around);
      reports[index2] = report;
      done++;
      options.onFile?.(report, done, files.length);
    }
  };
  const workers = Math.max(1, Math.min(options.concurrency ?? DEFAULT_CONCURRENCY, files.length));
  await Promise.all(Array.from({ length: workers }, worker));
  return reports;
}
function aroundOf(root, files) {
  return { neighbours: createNeighbours(root), isCertain: createNames(root), copies: new Copies(files) };
}
function unopened(path, detail, remedy, why = "internal") {
  const unread = { why, detail, remedy, path: [path] };
  return { path, size: 0, status: "incomplete", formats: [], findings: [], incomplete: [unread] };
}
async function scanFile(path, options, around = aroundOf(options.root, [])) {
  const { neighbours, isCertain, copies } = around;
  if (!isCertain(path)) return unopened(path, "a file of this name cannot be told apart: the name is no UTF-8", "Rename it.");
  let file;
  try {
    file = openFile(resolve2(options.root, path));
  } catch (error) {
    if (error instanceof LinkError) {
      return unopened(
        path,
        "it is a symbolic link, which is not followed",
        "Scan the file or folder that it leads to as well.",
        "unsupported"
      );
    }
    const detail = error instanceof Error ? error.message : String(error);
    return unopened(path, `it cannot be read (${detail})`, "Check that it exists and may be read.");
  }
  try {
    if (file.size > SMALL_FILE) await nextTurn();
    const reads = { reads: 0, bytesRead: 0 };
    const bytes = options.stats ? counted(file, reads) : file;
    const source = file.size <= SMALL_FILE ? memorySource(bytes.read(0, file.size)) : withCachedTail(bytes, TAIL);
    const hints = {
      neighbour: () => neighbours(path),
      companion: (name) => companionOf(options.root, path, name)
    };
    const isSingle = file.size <= SMALL_FILE || options.explain !== void 0;
    return await scanSource(path, source, options, hints, reads, isSingle ? void 0 : copies);
  } finally {
    file.close();
  }
}
function withCompanion(observation, artifact) {
  if (observation.kind !== "external-file" || artifact.path.length > 1) return observation;
  const companion = artifact.hints?.companion?.(observation.path);
  return companion === void 0 ? observation : { ...observation, companion };
}
function statsOf({ reads, bytesRead }, spent, peaks) {
  const { members: members2, opcodes: opcodes2, "bytes-inflated": bytesInflated } = spent;
  return { reads, bytesRead, members: members2, bytesInflated, opcodes: opcodes2, peakStack: peaks.stack, peakMemo: peaks.memo };
}
async function scanSource(path, source, options, hints = {}, reads = { reads: 0, bytesRead: 0 }, copies) {
  const run = options.policy ?? defaultPolicy;
  const policy = policyFor(run, path);
  const file = { path, source, policy, hints };
  const peaks = { stack: 0, memo: 0 };
  const scan2 = (own2) => scanReadable({ ...file, hints: own2 }, options, peaks);
  const read = await (copies ? copies.read(file, scan2) : scan2(hints));
  const { formats: ids, torch: torch2, sameAs } = read;
  const unapproved = judgeFormats(policy, path, ids);
  const found = { findings: unapproved ? [...read.findings, unapproved] : read.findings, incomplete: read.incomplete };
  const today = options.today ?? dayOf(/* @__PURE__ */ new Date());
  const hash = () => read.sha256 ?? sha256OfSource(source);
  const accepted = accept(found, path, { policy, baseline: options.baseline, today }, hash);
  const isAsked = options.sha256 === "findings" ? found.findings.length + found.incomplete.length > 0 : options.sha256 === true;
  const sha256 = accepted.sha256 ?? (isAsked || sameAs !== void 0 ? hash() : void 0);
  const gate2 = gateOfFile(run, policy);
  return fileReport({
    path,
    size: source.size,
    formats: shared(ids),
    ...accepted,
    ...sha256 === void 0 ? {} : { sha256 },
    ...sameAs === void 0 ? {} : { sameAs },
    ...torch2 ? { torch: torch2 } : {},
    ...gate2 ? { gate: gate2 } : {},
    ...options.stats ? { stats: statsOf(reads, sameAs === void 0 ? read.spent : NO_WORK, peaks) } : {}
  });
}
var NO_WORK = { opcodes: 0, members: 0, "bytes-inflated": 0 };
async function scanReadable({ path, source, policy, hints }, options, peaks) {
  const base = options.limits ?? defaultLimits;
  const limits = options.timeoutMs === void 0 ? base : { ...base, time: options.timeoutMs };
  const budget = createBudget(limits, () => performance.now(), options.stats ? peaks : void 0);
  const collector = new Collector(policy, options.explain);
  const formats2 = await scanArtifact(
    { path: [path], input: source, fileOffset: 0, hints },
    {
      formats,
      limits,
      budget,
      places: new Places(),
      observe: (observation, artifact) => collector.observe(withCompanion(observation, artifact), artifact)
    }
  );
  return { formats: formats2, ...collector.result(), torch: collector.torchVerdict(formats2), spent: budget.spent };
}
var lists = /* @__PURE__ */ new Map();
function shared(ids) {
  const [only2] = ids;
  if (only2 === void 0 || ids.length > 1) return ids;
  const known = lists.get(only2) ?? ids;
  lists.set(only2, known);
  return known;
}

// src/cli/explain.ts
function explainLine(observation, judgement, artifact) {
  const offset = "offset" in observation && observation.offset !== void 0 ? `@${observation.offset}` : "";
  const stream3 = "stream" in observation && observation.stream > 0 ? ` #${observation.stream + 1}` : "";
  const verdict = judgement === void 0 ? "INCOMPLETE" : judgement.kind === "fine" ? "fine" : judgement.severity.toUpperCase();
  const rule = judgement?.kind === "finding" ? ` ${judgement.rule}` : "";
  const reason = judgement?.reason ?? (observation.kind === "incomplete" ? observation.why : "");
  const place = safe(artifact.path.join("!"), { max: 300 });
  return `${place} ${offset}${stream3}  ${safe(describe3(observation), { max: 600 })}
    ${verdict}${rule}: ${safe(reason, { max: 600 })}
`;
}
function describe3(observation) {
  switch (observation.kind) {
    case "global":
      return `import ${observation.module}.${observation.name}${observation.written ? ` (written ${observation.written.module}.${observation.written.name})` : ""}`;
    case "call":
      return `${observation.how} ${renderCall(observation.callee, observation.args, observation.how)}`;
    case "handed-on":
      return `hand on ${observation.module}.${observation.name}`;
    case "dynamic-global":
      return `import of a computed name ${renderValue(observation.module)}.${renderValue(observation.name)}`;
    case "extension-code":
      return `extension code ${observation.code}`;
    case "mutated-global":
      return `change ${renderMutation(observation.target, observation.args, observation.how)}`;
    case "pickle-oddity":
      return `${observation.oddity}: ${observation.detail}`;
    case "zip-mismatch":
      return `zip ${observation.difference} ${observation.entry}: ${observation.detail}`;
    case "unsafe-path":
      return `${observation.why} path ${observation.entry}`;
    case "shipped-code":
      return `${observation.language} code in ${observation.carrier}${observation.reaches.length > 0 ? ` reaching ${observation.reaches.join(", ")}` : ""}`;
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
var FIRST = 1e3;
var EVERY = 200;
function createProgress(stream3, total) {
  if (!stream3.isTTY) return { update: () => void 0, clear: () => void 0 };
  let last = performance.now() + FIRST - EVERY;
  let shown2 = false;
  return {
    update(done) {
      const now = performance.now();
      if (now - last < EVERY) return;
      last = now;
      shown2 = true;
      stream3.write(`\r\x1B[K${done} of ${total} files`);
    },
    clear() {
      if (shown2) stream3.write("\r\x1B[K");
    }
  };
}

// src/cli/scan.ts
async function gate(args) {
  const started = performance.now();
  if (args.listShard) return listShard(args);
  if (args.explain && args.output === void 0 && args.format !== "text") {
    throw new UsageError(`--explain prints text, which is no ${args.format}; write the report to a file with --output`);
  }
  if (args.output !== void 0) checkFolderOf(args.output);
  const report = await scan(args);
  await publish(report, args, performance.now() - started);
  return exitCode(report);
}
async function scan(args, { hashFindings = false } = {}) {
  const policy = await effectivePolicy(args);
  const baseline = args.baseline === void 0 ? void 0 : parseBaseline(readText(args.baseline, "the baseline"), args.baseline);
  const root = process.cwd();
  const { files, notices, shard } = filesOf(args, root);
  const today = dayOf(/* @__PURE__ */ new Date());
  const progress = createProgress(process.stderr, files.length);
  const scanned = await scanFiles(files, {
    root,
    policy: args.firstParty ? { ...policy, firstParty: definedBelow(root, args.paths) } : policy,
    today,
    sha256: args.sha256 || hashFindings && "findings",
    stats: args.stats,
    ...baseline ? { baseline } : {},
    ...args.jobs === void 0 ? {} : { concurrency: args.jobs },
    ...args.explain ? { concurrency: 1, explain: (...fact) => printNow(explainLine(...fact)) } : {},
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
  const text4 = readText(file, "the policy");
  const { parsePolicy } = await import("./parse-WYKREU4E.js");
  return parsePolicy(text4, file);
}
function filesOf(args, root) {
  if (args.paths.length === 0) throw new UsageError("no PATH is given; name files or folders, for example: modelgate .");
  const { files, notices } = collect(args.paths, root);
  if (args.shard === void 0) return { files, notices };
  return { notices, ...planShard(sizesOf(files, root), args.shard.index, args.shard.count) };
}
function listShard(args) {
  if (args.shard === void 0) throw new UsageError("--list-shard needs --shard, for example: --shard 1/4");
  for (const file of filesOf(args, process.cwd()).files) {
    const name = safe(file, { max: 4096 });
    if (name === file) printNow(`${file}
`);
    else process.stderr.write(`modelgate: not listed, since its name is no plain line: ${name}
`);
  }
  return 0;
}
function definedBelow(root, paths) {
  const roots = paths.filter((path) => kindOf(resolve3(root, path)) === "folder").map((path) => shown(resolve3(root, path), root));
  const read = (path) => {
    try {
      return statSync(resolve3(root, path)).size > MAX_SOURCE ? void 0 : readFileSync(resolve3(root, path), "utf8");
    } catch {
      return void 0;
    }
  };
  return firstPartyFromFiles({ paths: discover(root).files, read, roots: [.../* @__PURE__ */ new Set(["", ...roots])] });
}

export {
  version,
  writeBaseline,
  gate,
  scan,
  policyOf
};
