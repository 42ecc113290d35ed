import {
  Search_45 as Search,
  zlib_46 as zlib,
  memorySource_10 as memorySource,
  ScanError_8 as ScanError
} from "./core.js";
import {
  lz4,
  lz4Block
} from "./shared-bytes-codecs-lz4.js";
import {
  zstd
} from "./shared-bytes-codecs-checksums.js";

// src/bytes/codecs/snappy.ts
function snappy(input, limit) {
  let at = 0;
  const number = (width) => {
    if (at + width > input.length) throw broken("end within an element", at);
    let value = 0;
    for (let index = 0; index < width; index++) value += (input[at++] ?? 0) * 2 ** (8 * index);
    return value;
  };
  let size = 0;
  for (let shift = 0, more = true; more; shift += 7) {
    const byte = number(1);
    size += (byte & 127) * 2 ** shift;
    more = byte >= 128 && shift < 28;
  }
  if (size > limit) throw broken("are longer than they may be", 0);
  const output = new Uint8Array(size);
  let length = 0;
  while (at < input.length) {
    const tag = number(1);
    const high = tag >> 2;
    const kind = tag & 3;
    if (kind === LITERAL) {
      const run = (high < LONG_LITERAL ? high : number(high - LONG_LITERAL + 1)) + 1;
      if (at + run > input.length || length + run > size) throw broken("end within a run", at);
      output.set(input.subarray(at, at + run), length);
      at += run;
      length += run;
      continue;
    }
    const count = kind === NEAR ? 4 + (high & 7) : high + 1;
    const distance = kind === NEAR ? (tag >> 5) * 256 + number(1) : number(kind === FAR ? 4 : 2);
    if (distance === 0 || distance > length) throw broken("copy from before their start", at);
    if (length + count > size) throw broken("are longer than they say", at);
    for (let index = 0; index < count; index++, length++) output[length] = output[length - distance] ?? 0;
  }
  return output.subarray(0, length);
}
var LITERAL = 0;
var NEAR = 1;
var FAR = 3;
var LONG_LITERAL = 60;
function broken(what, offset) {
  return new ScanError("malformed", `Snappy data ${what}`, offset);
}

// src/formats/tabular/column-values.ts
var MAX_SEARCHED = 64 * 2 ** 20;
var MAX_FOUND = 1e3;
var ColumnValues = class {
  scan;
  left = MAX_SEARCHED;
  found = 0;
  constructor(scan) {
    this.scan = scan;
  }
  /** Whether one of the limits is reached. */
  get done() {
    return this.left <= 0 || this.found >= MAX_FOUND;
  }
  /** Number of bytes that may still be searched. */
  get room() {
    return this.left;
  }
  /** Counts bytes that were read, against the limit. */
  charge(bytes) {
    this.left -= bytes;
  }
  /**
   * Searches one piece, which has `size` bytes when decompressed. Returns false if it and thus the rest cannot be read.
   */
  async searchPiece(name, codec, bytes, size) {
    const cost = Math.max(size, bytes.length);
    if (size < 0 || cost > this.left) {
      this.left = 0;
      return false;
    }
    this.charge(cost);
    const { budget } = this.scan;
    budget.charge("bytes-inflated", size);
    budget.checkTime();
    try {
      const values = await decompress(codec, bytes, size);
      this.found += await new Search(memorySource(values), this.scan, { name, guess: "place" }).whole();
      return true;
    } catch (error) {
      if (!(error instanceof ScanError) || error.why === "timeout") throw error;
      return false;
    }
  }
};
async function decompress(codec, bytes, size) {
  switch (codec) {
    case "none":
      return bytes;
    case "snappy":
      return snappy(bytes, size);
    case "gzip":
      return withZlib(() => zlib().gunzipSync(bytes, { maxOutputLength: Math.max(1, size) }));
    case "brotli":
      return withZlib(() => zlib().brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) }));
    case "zstd":
      return readAll(zstd(memorySource(bytes)), size);
    case "lz4-block":
      return lz4Block(bytes, size);
    case "lz4-frame":
      return readAll(lz4(memorySource(bytes)), size);
  }
}
function withZlib(decompress2) {
  try {
    return decompress2();
  } catch {
    throw new ScanError("malformed", "a piece of a column cannot be decompressed");
  }
}
async function readAll(stream, size) {
  const output = new Uint8Array(size);
  let length = 0;
  for (let chunk = await stream.next(); chunk !== void 0; chunk = await stream.next()) {
    if (length + chunk.length > size) throw new ScanError("malformed", "a piece of a column is longer than its declared size");
    output.set(chunk, length);
    length += chunk.length;
  }
  return output.subarray(0, length);
}

export {
  ColumnValues
};
