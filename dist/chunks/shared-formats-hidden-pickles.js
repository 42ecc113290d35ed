import {
  Machine_43 as Machine,
  Window_43 as Window,
  runMachine_43 as runMachine,
  canStart_42 as canStart,
  isImportable_42 as isImportable,
  slice_21 as slice,
  ScanError_15 as ScanError
} from "./core.js";

// src/pickle/beginnings.ts
var MAX_NAME = 100;
var LOOKAHEAD = 2 * MAX_NAME + 16;
var LOOKBEHIND = 512;
var MAX_BARE = 4;
var PROTO = 128;
var MAX_PROTOCOL = 5;
var SHORT_BINUNICODE = 140;
var BINUNICODE = 88;
var STACK_GLOBAL = 147;
var MEMOIZE = 148;
var GLOBAL = 99;
var INST = 105;
var MARK = 40;
var NEWLINE = 10;
var LOOK = new Uint8Array(256);
for (const byte of [PROTO, SHORT_BINUNICODE, BINUNICODE, NEWLINE]) LOOK[byte] = 1;
var NAME = new Uint8Array(256);
for (const char of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") NAME[char.charCodeAt(0)] = 1;
var FIRST = new Uint8Array(256);
var BARE = new Uint8Array(256);
for (const char of "NtRbeusadlo0123") BARE[char.charCodeAt(0)] = 1;
for (const char of "(]})NIJKMLGFSTUVXBCcP.") FIRST[char.charCodeAt(0)] = 1;
for (let byte = 130; byte <= 132; byte++) FIRST[byte] = 1;
for (let byte = 136; byte <= 143; byte++) FIRST[byte] = 1;
for (let byte = 149; byte <= 151; byte++) FIRST[byte] = 1;
function findBeginnings(bytes, from, end) {
  for (let at = from; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (LOOK[byte] === 0) continue;
    const after = bytes[at + 1] ?? 0;
    if (byte === PROTO ? after > MAX_PROTOCOL : byte === NEWLINE ? NAME[after] === 0 : after === 0 || after > MAX_NAME) continue;
    const starts = byte === PROTO ? protoAt(bytes, at) : byte === NEWLINE ? linesAround(bytes, at) : isStackGlobal(bytes, at) ? [at] : NOTHING;
    if (starts.length > 0) return { starts, next: at + 1 };
  }
  return void 0;
}
var NOTHING = [];
function protoAt(bytes, at) {
  return (bytes[at + 1] ?? 255) <= MAX_PROTOCOL && FIRST[bytes[at + 2] ?? 0] === 1 ? [at] : NOTHING;
}
function linesAround(bytes, at) {
  let end = at + 1;
  while (end - at <= MAX_NAME && NAME[bytes[end] ?? 0] === 1) end++;
  if (end === at + 1 || bytes[end] !== NEWLINE) return NOTHING;
  let first = at;
  while (at - first <= MAX_NAME && first > 0 && NAME[bytes[first - 1] ?? 0] === 1) first--;
  const starts = [];
  for (let op = first; op < at - 1 && op <= first + MAX_BARE; op++) {
    if (op > first + 1 && BARE[bytes[op - 1] ?? 0] === 0) break;
    if (bytes[op] === GLOBAL) {
      if (bytes[op - 1] === MARK) starts.push(op - 1);
      starts.push(op);
    } else if (bytes[op] === INST) {
      const mark = bytes.subarray(Math.max(0, op - LOOKBEHIND), op).lastIndexOf(MARK);
      if (mark >= 0) starts.push(Math.max(0, op - LOOKBEHIND) + mark);
    }
  }
  return starts;
}
function isStackGlobal(bytes, at) {
  const module = behindName(bytes, at);
  const name = module < 0 ? -1 : behindName(bytes, module);
  return name >= 0 && bytes[name] === STACK_GLOBAL;
}
function behindName(bytes, at) {
  const wide = bytes[at] === BINUNICODE;
  if (!wide && bytes[at] !== SHORT_BINUNICODE) return -1;
  const length = bytes[at + 1] ?? 0;
  if (length === 0 || length > MAX_NAME) return -1;
  if (wide && (bytes[at + 2] !== 0 || bytes[at + 3] !== 0 || bytes[at + 4] !== 0)) return -1;
  const start = at + (wide ? 5 : 2);
  for (let i = start; i < start + length; i++) if (NAME[bytes[i] ?? 0] === 0) return -1;
  const end = start + length;
  if (bytes[end] === MEMOIZE) return end + 1;
  if (bytes[end] === 113) return end + 2;
  return bytes[end] === 114 ? end + 5 : end;
}

// src/formats/hidden-pickles.ts
var WINDOW = 256 * 1024;
var FIRST_LOOK = 512;
var ATTEMPT = 64;
var OPCODE = 4;
var PER_BYTE = 2;
var AT_LEAST = 2 ** 20;
async function searchPickles(source, scan, hiding = {}) {
  const buffer = new Uint8Array(Math.min(WINDOW, source.size));
  let patience = source.size * PER_BYTE + AT_LEAST;
  let found = 0;
  let free = 0;
  let base = 0;
  let length = 0;
  const near = {
    kind: "source",
    size: source.size,
    read: (offset, count) => source.read(offset, count),
    readInto(target, offset) {
      if (offset < base || offset + target.length > base + length) return source.readInto(target, offset);
      target.set(buffer.subarray(offset - base, offset - base + target.length));
      return target.length;
    }
  };
  const attemptAt = async (start) => {
    const attempt = await tryPickle(near, start, scan);
    if (attempt.size === void 0) {
      patience -= ATTEMPT + attempt.opcodes * OPCODE;
      if (patience < 0) throw new ScanError("limit", "too many places look like the beginning of a pickle", start);
      return false;
    }
    found++;
    if (hiding.known?.has(start)) {
      free = start + attempt.size;
      return true;
    }
    free = hiding.value && start === 0 ? source.size : start + attempt.size;
    await descend(slice(source, start, free - start), start, scan, hiding);
    return true;
  };
  if (hiding.value && canStart(source.read(0, 1)[0])) await attemptAt(0);
  while (base < source.size) {
    scan.budget.checkTime();
    length = source.readInto(buffer, base);
    const last = base + length >= source.size || length < buffer.length;
    const end = last ? length : length - LOOKAHEAD;
    let at = base === 0 ? 0 : LOOKBEHIND;
    for (let next = findBeginnings(buffer.subarray(0, length), at, end); next; next = findBeginnings(buffer.subarray(0, length), at, end)) {
      at = next.next;
      for (const start of next.starts) {
        if (base + start >= free && await attemptAt(base + start)) break;
      }
      if (free > base + at) at = Math.min(end, free - base);
    }
    if (last) break;
    base += end - LOOKBEHIND;
  }
  return found;
}
async function descend(pickle, at, scan, { offset, name, value, unpickled }) {
  scan.budget.charge("members", 1);
  await scan.descend({
    name: `${name === void 0 ? "" : `${name} `}pickle@${at}`,
    size: pickle.size,
    ...unpickled || value && at === 0 ? {} : { hints: { guess: "place" } },
    ...offset === void 0 ? {} : { storedAt: offset + at },
    open: () => pickle
  });
}
async function tryPickle(source, start, scan) {
  const window = new Window(source, start, FIRST_LOOK);
  const listener = new Effects();
  const machine = new Machine(window, source.read.bind(source), listener, 0);
  await runMachine(machine, window, scan.budget);
  const { ending, opcodes } = machine;
  window.release();
  if (!listener.reached || !ending) return { opcodes };
  const end = ending.offset + (ending.kind === "stop" ? 1 : 0);
  return end > start ? { size: end - start, opcodes } : { opcodes };
}
var Effects = class {
  reached = false;
  imported = false;
  absurd = false;
  observe(observation) {
    if (observation.kind === "global") {
      this.imported = true;
      if (!isImportable(observation.module, observation.name)) this.absurd = true;
    }
    if ((observation.kind === "call" || observation.kind === "mutated-global") && this.imported && !this.absurd) this.reached = true;
    return false;
  }
  harmless() {
    return false;
  }
  nested() {
  }
  code() {
  }
  source() {
  }
  constant() {
  }
};

export {
  findBeginnings,
  searchPickles
};
