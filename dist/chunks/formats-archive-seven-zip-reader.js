import {
  repeatable_37 as repeatable,
  isDevice_39 as isDevice,
  isLink_39 as isLink,
  linkReason_39 as linkReason,
  unsafePath_39 as unsafePath,
  inflateRaw_47 as inflateRaw,
  paid_47 as paid,
  crc32_48 as crc32,
  Puller_43 as Puller,
  toStream_43 as toStream,
  recordLayout_19 as recordLayout,
  u32le_19 as u32le,
  u64le_19 as u64le,
  concat_10 as concat,
  memorySource_10 as memorySource,
  slice_10 as slice,
  ScanError_8 as ScanError
} from "./core.js";
import {
  lz4
} from "./shared-bytes-codecs-lz4.js";
import {
  Portions
} from "./shared-bytes-portions.js";
import {
  filterOf,
  lzmaAlone
} from "./shared-bytes-codecs-bcj.js";
import {
  LzmaDecoder,
  bzip2,
  lzma2
} from "./shared-bytes-codecs-bzip2-huffman.js";
import {
  zstd
} from "./shared-bytes-codecs-checksums.js";
import "./shared-bytes-codecs-limits.js";

// src/wire/seven-zip/bytes.ts
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
  /**
   * Reads a number: the leading 1 bits of its first byte count the bytes that follow, low byte first. Inexact above
   * 2^53.
   */
  number() {
    const first = this.u8();
    let value = 0;
    for (let index = 0, mask = 128; index < 8; index++, mask >>= 1) {
      if ((first & mask) === 0) return value + (first & mask - 1) * 256 ** index;
      value += this.u8() * 256 ** index;
    }
    return value;
  }
  /** Reads a count of items of at least one byte each. */
  count() {
    const value = this.number();
    if (value > MAX_COUNT) throw new ScanError("limit", `a 7z header that declares ${value} items, at most ${MAX_COUNT} are read`);
    if (value > this.left) throw this.broken("it declares more items than it contains");
    return value;
  }
  /** Reads one bit for each of `count` items, high bit first. */
  bits(count) {
    const bytes = this.take(Math.ceil(count / 8));
    return Array.from({ length: count }, (_, index) => ((bytes[index >> 3] ?? 0) & 128 >> (index & 7)) !== 0);
  }
  /** Reads the same after a byte that is not 0 when all bits are set and left out. */
  optionalBits(count) {
    return this.u8() === 0 ? this.bits(count) : new Array(count).fill(true);
  }
  /** Skips the CRC-32s of some of `count` items; returns which have one. */
  digests(count) {
    const defined = this.optionalBits(count);
    this.take(4 * defined.filter(Boolean).length);
    return defined;
  }
  broken(what) {
    return new ScanError("malformed", `broken 7z header: ${what}`);
  }
};

// src/wire/seven-zip/folder.ts
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
  "03030205": { name: "BCJ PowerPC" },
  "03030401": { name: "BCJ IA-64" },
  "03030501": { name: "BCJ ARM" },
  "03030701": { name: "BCJ ARM-Thumb" },
  "03030805": { name: "BCJ SPARC" },
  "0303011b": { name: "BCJ2" },
  "040108": { name: "Deflate", open: (packed, _properties, size, spend) => inflateRaw(packed, size, spend) },
  "040109": { name: "Deflate64" },
  "040202": { name: "bzip2", open: (packed, _properties, _size, spend) => paid(bzip2(packed), spend) },
  "04f71101": { name: "Zstandard", open: (packed, _properties, _size, spend) => paid(zstd(packed), spend) },
  "04f71104": { name: "LZ4", open: (packed, _properties, _size, spend) => paid(lz4(packed), spend) },
  "06f10701": { name: "AES-256" }
};
var AES = "06f10701";
var DEFLATE = "040108";
var FILTERS = {
  "03": 3,
  "04": 4,
  "03030103": 4,
  "05": 5,
  "03030205": 5,
  "06": 6,
  "03030401": 6,
  "07": 7,
  "03030501": 7,
  "08": 8,
  "03030701": 8,
  "09": 9,
  "03030805": 9,
  "0a": 10
};
function plan({
  coders,
  chain = [],
  outputs
}) {
  const [first = -1, ...others] = chain;
  const coder = coders[first];
  const open = METHODS[coder?.method ?? ""]?.open;
  if (!coder || !open || others.length > 0 && coder.method === DEFLATE) return void 0;
  const filters = [];
  for (const index of others) {
    const { method = "", properties = new Uint8Array(0) } = coders[index] ?? {};
    const filter = filterOf(FILTERS[method] ?? -1, properties);
    if (filter === void 0) return void 0;
    filters.push(filter);
  }
  return { open: (packed, spend) => open(packed, coder.properties, outputs[first] ?? 0, spend), filters };
}
function unreadableFolder(folder) {
  const { coders } = folder;
  if (plan(folder)) return void 0;
  const methods = coders.map(({ method }) => METHODS[method]?.name ?? `method ${method}`).join(" + ");
  return { encrypted: coders.some(({ method }) => method === AES), methods };
}
function openFolder(source, folder, spend) {
  const found = plan(folder);
  if (!found) throw new ScanError("unsupported", "an unsupported 7z method");
  const input = found.open(slice(source, folder.packedAt, folder.packedSize), spend);
  return found.filters.length === 0 ? input : toStream(found.filters.reduce((chunks, undo) => undo(chunks), chunksOf(input)));
}
var CHUNK = 64 * 1024;
function* chunksOf(input) {
  if (input.kind === "source") {
    for (let at = 0; at < input.size; at += CHUNK) yield input.read(at, Math.min(CHUNK, input.size - at));
    return;
  }
  try {
    for (let chunk = input.next(); chunk !== void 0; chunk = input.next()) {
      if (chunk instanceof Promise) throw new Error("a filter behind a decompressor that does not run at once");
      yield chunk;
    }
  } finally {
    input.close();
  }
}
function openLzma(packed, properties, size, spend) {
  if (properties.length !== 5) throw new ScanError("malformed", "invalid LZMA properties in a 7z header");
  const head = new Uint8Array(13);
  head.set(properties);
  new DataView(head.buffer).setBigUint64(5, BigInt(size), true);
  return paid(lzmaAlone(concat([memorySource(head), packed])), spend);
}
function openLzma2(packed, [exponent = 255], _size, spend) {
  if (exponent > 40) throw new ScanError("malformed", "invalid LZMA2 properties in a 7z header");
  const decoder = new LzmaDecoder();
  decoder.setDictionary(exponent === 40 ? 4294967295 : (2 | exponent & 1) * 2 ** ((exponent >> 1) + 11), 0);
  return paid(toStream(lzma2(new Puller(packed), decoder)), spend);
}

// src/wire/seven-zip/streams.ts
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
  let outputs = [];
  let checked = [];
  let sizes;
  const seen = /* @__PURE__ */ new Set();
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (seen.has(id)) throw bytes.broken(`part ${id} twice`);
    seen.add(id);
    if (id === ID.packInfo) [position, packed] = readPackInfo(bytes);
    else if (id === ID.unpackInfo) ({ layouts, outputs, checked } = readUnpackInfo(bytes));
    else if (id === ID.substreams) sizes = readSubstreams(bytes, totalsOf(layouts, outputs), checked);
    else throw bytes.broken(`an unknown part ${id}`);
  }
  let stream = 0;
  let at = base + position;
  return layouts.map((layout, index) => {
    const own = packed.slice(stream, stream + layout.packedStreams);
    if (own.length < layout.packedStreams) throw bytes.broken("a folder without packed data");
    const { coders, chain, last } = layout;
    const given = outputs[index] ?? [];
    const total = given[last] ?? 0;
    const folder = { coders, chain, outputs: given, packedAt: at, packedSize: own[0] ?? 0, size: total, sizes: sizes?.[index] ?? [total] };
    stream += layout.packedStreams;
    at += own.reduce((sum, size) => sum + size, 0);
    return folder;
  });
}
function totalsOf(layouts, outputs) {
  return layouts.map(({ last }, index) => outputs[index]?.[last] ?? 0);
}
function readPackInfo(bytes) {
  const position = bytes.number();
  const count = bytes.count();
  let sizes = [];
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (id === ID.size) sizes = Array.from({ length: count }, () => bytes.number());
    else if (id === ID.crc) bytes.digests(count);
    else throw bytes.broken(`an unknown part ${id}`);
  }
  return [position, sizes];
}
function readUnpackInfo(bytes) {
  let layouts = [];
  let outputs = [];
  let checked = [];
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    if (id === ID.folder) {
      const count = bytes.count();
      if (bytes.u8() !== 0) throw bytes.broken("folders in a separate stream");
      layouts = Array.from({ length: count }, () => readLayout(bytes));
    } else if (id === ID.unpackSize) {
      outputs = layouts.map((layout) => Array.from({ length: layout.outputs }, () => bytes.number()));
    } else if (id === ID.crc) checked = bytes.digests(layouts.length);
    else throw bytes.broken(`an unknown part ${id}`);
  }
  return { layouts, outputs, checked };
}
function readLayout(bytes) {
  const count = bytes.number();
  if (count < 1 || count > MAX_CODERS) throw bytes.broken(`${count} coders in a folder`);
  let inputs = 0;
  let outputs = 0;
  const coders = [];
  for (let index = 0; index < count; index++) {
    const flags = bytes.u8();
    const method = Buffer.from(bytes.take(flags & 15)).toString("hex");
    const complex = (flags & 16) !== 0;
    inputs += complex ? bytes.number() : 1;
    outputs += complex ? bytes.number() : 1;
    if (inputs > MAX_CODERS || outputs > MAX_CODERS || outputs === 0) throw bytes.broken("a coder with too many streams");
    coders.push({ method, properties: flags & 32 ? bytes.take(bytes.count()) : new Uint8Array(0) });
  }
  const bound = /* @__PURE__ */ new Set();
  const feeds = /* @__PURE__ */ new Map();
  for (let pair = 1; pair < outputs; pair++) {
    const input = bytes.number();
    const output = bytes.number();
    bound.add(output);
    feeds.set(output, input);
  }
  const packedStreams = inputs - (outputs - 1);
  if (packedStreams < 1) throw bytes.broken("a folder without packed data");
  if (packedStreams > 1) for (let index = 0; index < packedStreams; index++) bytes.number();
  let last = 0;
  while (bound.has(last)) last++;
  return { coders, chain: inputs === count && outputs === count ? chainOf(count, feeds) : void 0, outputs, packedStreams, last };
}
function chainOf(count, feeds) {
  const fed = new Set(feeds.values());
  const chain = [];
  for (let at = [...Array(count).keys()].find((coder) => !fed.has(coder)); at !== void 0 && at < count; at = feeds.get(at)) {
    if (chain.includes(at)) return void 0;
    chain.push(at);
  }
  return chain.length === count ? chain : void 0;
}
function readSubstreams(bytes, totals, checked) {
  let counts = totals.map(() => 1);
  let id = bytes.number();
  if (id === ID.substreamCount) {
    counts = totals.map(() => bytes.number());
    if (counts.reduce((sum, count) => sum + count, 0) > MAX_STREAMS) throw bytes.broken("too many files");
    id = bytes.number();
  }
  const written = id === ID.size;
  const sizes = totals.map((total, index) => divide(bytes, total, counts[index] ?? 0, written));
  if (written) id = bytes.number();
  for (; id !== ID.end; id = bytes.number()) {
    if (id !== ID.crc) throw bytes.broken(`an unknown part ${id}`);
    bytes.digests(counts.reduce((sum, count, index) => sum + (count === 1 && checked[index] ? 0 : count), 0));
  }
  return sizes;
}
function divide(bytes, total, count, written) {
  if (count === 0) return [];
  if (count > 1 && !written) throw bytes.broken("files without a size");
  const sizes = Array.from({ length: count - 1 }, () => bytes.number());
  const rest = total - sizes.reduce((sum, size) => sum + size, 0);
  if (rest < 0) throw bytes.broken("files that are larger than their folder");
  return [...sizes, rest];
}

// src/wire/seven-zip/archive.ts
var SIGNATURE_HEADER = recordLayout({
  signature: 6,
  majorVersion: 1,
  minorVersion: 1,
  startHeaderCrc: 4,
  nextHeaderOffset: 8,
  nextHeaderSize: 8,
  nextHeaderCrc: 4
});
var START = SIGNATURE_HEADER.recordSize;
var MAX_HEADER = 64 * 1024 * 1024;
var MAX_PACKED_HEADERS = 4;
async function readSevenZip(source, spend) {
  const header = readHeader(source);
  const headers = [
    { offset: 0, length: START },
    { offset: header.at, length: header.bytes.length }
  ];
  let bytes = new HeaderBytes(header.bytes);
  let id = bytes.left === 0 ? ID.end : bytes.number();
  for (let round = 0; id === ID.encodedHeader; round++) {
    const [folder] = readStreams(bytes, START);
    if (!folder || round >= MAX_PACKED_HEADERS) throw bytes.broken("headers packed in headers");
    headers.push({ offset: folder.packedAt, length: folder.packedSize });
    bytes = new HeaderBytes(await unpackHeader(source, folder, spend));
    id = bytes.number();
  }
  if (id === ID.end) return { folders: [], files: [], headers };
  if (id !== ID.header) throw bytes.broken(`an unknown part ${id}`);
  return { ...readContents(bytes), headers };
}
function readHeader(source) {
  const start = source.read(0, START);
  if (start.length < START) throw new ScanError("truncated", "a 7z archive that ends within its first header");
  const { startHeaderCrc, nextHeaderOffset, nextHeaderSize, nextHeaderCrc } = SIGNATURE_HEADER;
  if (crc32(start.subarray(nextHeaderOffset)) !== u32le(start, startHeaderCrc))
    throw new ScanError("malformed", "the checksum of the first 7z header is wrong", startHeaderCrc);
  const at = START + u64le(start, nextHeaderOffset);
  const size = u64le(start, nextHeaderSize);
  if (at + size > source.size) throw new ScanError("truncated", "the 7z archive ends before its header", source.size);
  if (size > MAX_HEADER) throw new ScanError("limit", `a 7z header of ${size} bytes`, at);
  const header = source.read(at, size);
  if (crc32(header) !== u32le(start, nextHeaderCrc)) throw new ScanError("malformed", "the checksum of the 7z header is wrong", at);
  return { at, bytes: header };
}
async function unpackHeader(source, folder, spend) {
  const problem = unreadableFolder(folder);
  if (problem?.encrypted) throw new ScanError("encrypted", "a 7z archive whose list of files is encrypted");
  if (problem) throw new ScanError("unsupported", `a 7z archive whose list of files is packed with ${problem.methods}`);
  if (folder.size > MAX_HEADER) throw new ScanError("limit", `a 7z header of ${folder.size} bytes`);
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
    else if (id === ID.additionalStreams) readStreams(bytes, START);
    else if (id === ID.mainStreams) folders = readStreams(bytes, START);
    else if (id === ID.files) files = readFiles(bytes, folders);
    else throw bytes.broken(`an unknown part ${id}`);
  }
  return { folders, files };
}
function skipProperties(bytes) {
  while (bytes.number() !== ID.end) bytes.take(bytes.number());
}
function readFiles(bytes, folders) {
  const count = bytes.count();
  let names = [];
  let empty = [];
  let attributes = [];
  for (let id = bytes.number(); id !== ID.end; id = bytes.number()) {
    const property = new HeaderBytes(bytes.take(bytes.number()));
    if (id === ID.names) names = readNames(property, count);
    else if (id === ID.emptyStream) empty = property.bits(count);
    else if (id === ID.attributes) attributes = readAttributes(property, count);
  }
  if (names.length < count) throw bytes.broken("files without a name");
  const places = folders.flatMap(({ sizes }, folder) => sizes.map((size) => ({ folder, size })));
  let next = 0;
  const files = Array.from({ length: count }, (_, index) => {
    const place = empty[index] ? void 0 : places[next++];
    if (!empty[index] && !place) throw bytes.broken("files without data");
    return { name: names[index] ?? "", mode: unixMode(attributes[index] ?? 0), folder: place?.folder, size: place?.size ?? 0 };
  });
  if (next < places.length) throw bytes.broken("data without a file");
  return files;
}
function readNames(property, count) {
  if (property.u8() !== 0) throw property.broken("names in a separate stream");
  const text = new TextDecoder("utf-16le").decode(property.take(property.left));
  return text.split("\0", count);
}
function readAttributes(property, count) {
  const defined = property.optionalBits(count);
  if (property.u8() !== 0) throw property.broken("attributes in a separate stream");
  return defined.map((has) => has ? u32le(property.take(4), 0) : 0);
}
function unixMode(attributes) {
  return attributes & 32768 ? attributes >>> 16 : 0;
}

// src/formats/archive/seven-zip/reader.ts
var MAX_NAMED = 5;
var MAX_TARGET = 4096;
async function scanSevenZip(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a 7z archive cannot be read from a stream");
  const { folders, files, headers } = await readSevenZip(source, (bytes) => scan.budget.charge("bytes-inflated", bytes));
  scan.budget.charge("members", files.length);
  for (const { offset, length } of headers) scan.account.read(offset, length);
  for (const { packedAt, packedSize } of folders) scan.account.passOver("compressed", packedAt, packedSize);
  const inFolder = /* @__PURE__ */ new Map();
  for (const file of files) {
    observePath(unsafePath(file.name) ?? (isDevice(file.mode) ? "device" : void 0), file, scan);
    if (file.folder === void 0) continue;
    const others = inFolder.get(file.folder);
    if (others) others.push(file);
    else inFolder.set(file.folder, [file]);
  }
  for (const [index, members] of inFolder) {
    const folder = folders[index];
    if (folder) await scanFolder(source, folder, members, scan);
  }
}
async function scanFolder(source, folder, members, scan) {
  const problem = unreadableFolder(folder);
  if (problem) {
    scan.observe({
      kind: "incomplete",
      why: problem.encrypted ? "encrypted" : "unsupported",
      detail: `${named(members)}: packed with ${problem.methods}`,
      remedy: problem.encrypted ? "Scan the files before they are encrypted." : "Pack the files as a zip or tar archive, or with LZMA2 alone.",
      offset: folder.packedAt
    });
    return;
  }
  const spend = (bytes) => {
    scan.budget.charge("bytes-inflated", bytes);
    scan.budget.checkTime();
  };
  const input = repeatable(() => openFolder(source, folder, spend));
  try {
    await scanMembers(input, folder, members, scan);
  } finally {
    if (input.kind === "stream") input.close();
  }
}
async function scanMembers(input, folder, members, scan) {
  const portions = new Portions(input, () => scan.budget.checkTime());
  const isStored = folder.coders.length === 1 && folder.coders[0]?.method === "00";
  let start = 0;
  for (const member of members) {
    await portions.skipTo(start);
    if (portions.offset < start) break;
    const part = await portions.part(member.size);
    if (isLink(member.mode)) observePath(linkReason(member.name, linkTarget(part)), member, scan);
    const place = isStored ? { storedAt: folder.packedAt + start } : {};
    await scan.descend({ name: member.name, size: member.size, ...place, open: () => part });
    start += member.size;
  }
  await portions.skipTo(start);
  const { failure, offset } = portions;
  if (failure?.why === "limit" || failure?.why === "timeout") throw failure;
  if (failure || offset < start) {
    const detail = failure ? failure.message : `${start - offset} bytes are missing`;
    scan.observe({ kind: "incomplete", why: failure?.why ?? "truncated", detail: `${named(members)}: ${detail}`, offset: folder.packedAt });
  }
}
function linkTarget(part) {
  return part.kind === "source" && part.size <= MAX_TARGET ? new TextDecoder().decode(part.read(0, part.size)) : void 0;
}
function observePath(why, file, scan) {
  if (why) scan.observe({ kind: "unsafe-path", why, entry: file.name, offset: 0 });
}
function named(members) {
  const names = members.slice(0, MAX_NAMED).map(({ name }) => JSON.stringify(name.slice(0, 200)));
  return members.length > MAX_NAMED ? `${names.join(", ")} and ${members.length - MAX_NAMED} more` : names.join(", ");
}
export {
  scanSevenZip
};
