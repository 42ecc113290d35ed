import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ScanError
} from "./chunk-VYMF35I3.js";

// src/wire/hdf5-file.ts
var PAGE = 512;
var MAX_PAGES = 4096;
var MAX_PIECE = 16 * 2 ** 20;
var MAX_BYTES = 1024 * 2 ** 20;
var MAX_PIECES = 2e7;
var TICK = 256;
var UNDEFINED = -1;
var Hdf5File = class {
  /** Where the superblock lies: 0, or the size of the user block. */
  base;
  size;
  /** Bytes of an address, and of a length. */
  offsetSize = 8;
  lengthSize = 8;
  source;
  tick;
  pages = /* @__PURE__ */ new Map();
  taken = 0;
  pieces = 0;
  /** `tick` is called now and then, and throws to stop. */
  constructor(source, base, tick) {
    this.source = source;
    this.base = base;
    this.size = source.size - base;
    this.tick = tick;
  }
  /** `length` bytes at an address. @throws {ScanError} where they are not in the file. */
  bytes(address, length) {
    if (address === UNDEFINED) throw new ScanError("malformed", "an HDF5 structure that is needed has no address");
    if (address + length > this.size) {
      throw new ScanError(
        "truncated",
        `an HDF5 structure of ${length} bytes at ${address} lies outside of the file`,
        Math.min(this.base + address, this.source.size)
      );
    }
    if (length > MAX_PIECE) throw new ScanError("limit", `an HDF5 structure of ${length} bytes is too large`, this.base + address);
    if (++this.pieces % TICK === 0) this.tick();
    if (this.pieces > MAX_PIECES) throw new ScanError("limit", `more than ${MAX_PIECES} HDF5 structures would have to be read`);
    const first = Math.floor(address / PAGE);
    const last = Math.floor((address + Math.max(length, 1) - 1) / PAGE);
    if (first === last) return this.page(first).subarray(address - first * PAGE, address - first * PAGE + length);
    if (last === first + 1) {
      const joined = new Uint8Array(length);
      const left = this.page(first).subarray(address - first * PAGE);
      joined.set(left);
      joined.set(this.page(last).subarray(0, length - left.length), left.length);
      return joined;
    }
    this.pay(length);
    return this.source.read(this.base + address, length);
  }
  /** Fields of the `length` bytes at an address. */
  fields(address, length) {
    return new Fields(this, this.bytes(address, length), address);
  }
  /** Like `fields`, with as many of the bytes as there are: for structures whose length is known only after a look. */
  upTo(address, length) {
    return this.fields(address, Math.max(0, Math.min(length, this.size - address)));
  }
  page(index) {
    const known = this.pages.get(index);
    if (known) return known;
    if (this.pages.size >= MAX_PAGES) {
      const [oldest] = this.pages.keys();
      if (oldest !== void 0) this.pages.delete(oldest);
    }
    this.pay(PAGE);
    const page = this.source.read(this.base + index * PAGE, PAGE);
    this.pages.set(index, page);
    return page;
  }
  pay(bytes) {
    this.taken += bytes;
    if (this.taken > MAX_BYTES) throw new ScanError("limit", "more than 1 GiB of HDF5 structures would have to be read");
  }
};
var Fields = class _Fields {
  data;
  /** Address of the first byte. */
  address;
  pos = 0;
  file;
  constructor(file, data, address) {
    this.file = file;
    this.data = data;
    this.address = address;
  }
  get left() {
    return this.data.length - this.pos;
  }
  /** Address of the next byte. */
  get here() {
    return this.address + this.pos;
  }
  /** The same bytes, unread. */
  fresh() {
    return new _Fields(this.file, this.data, this.address);
  }
  uint(width) {
    this.need(width);
    let value = 0;
    for (let i = width - 1; i >= 0; i--) value = value * 256 + (this.data[this.pos + i] ?? 0);
    this.pos += width;
    return value;
  }
  /** An address; `UNDEFINED` where all bits are set. */
  offset() {
    const width = this.file.offsetSize;
    this.need(width);
    const unset = this.data.subarray(this.pos, this.pos + width).every((byte) => byte === 255);
    const value = this.uint(width);
    return unset ? UNDEFINED : value;
  }
  length() {
    return this.uint(this.file.lengthSize);
  }
  take(count) {
    this.need(count);
    this.pos += count;
    return this.data.subarray(this.pos - count, this.pos);
  }
  skip(count) {
    this.need(count);
    this.pos += count;
  }
  /** A field of its own of the next `count` bytes. */
  part(count) {
    const address = this.here;
    return new _Fields(this.file, this.take(count), address);
  }
  /** Bytes up to a NUL, which is taken too. */
  name() {
    const nul = this.data.indexOf(0, this.pos);
    if (nul < 0) throw this.broken("a name without an end");
    const name = text(this.data.subarray(this.pos, nul));
    this.pos = nul + 1;
    return name;
  }
  /** Four letters that a structure begins with. */
  signature(expected) {
    const found = text(this.take(4));
    if (found !== expected) throw this.broken(`${expected} expected`);
  }
  broken(what) {
    return new ScanError("malformed", `broken HDF5 structure: ${what}`, this.file.base + this.address);
  }
  need(count) {
    if (count > this.left) throw this.broken("a field runs over its end");
  }
};
function text(bytes) {
  return decoder.decode(bytes);
}
var decoder = new TextDecoder();

// src/wire/hdf5-superblock.ts
var SIGNATURE = [137, 72, 68, 70, 13, 10, 26, 10];
var SHORTEST = 24;
var LONGEST = 128;
function hasHdf5Signature(bytes, offset) {
  return SIGNATURE.every((byte, i) => bytes[offset + i] === byte);
}
function findSuperblock(source) {
  for (let at = 0; at + SIGNATURE.length <= source.size; at = at === 0 ? 512 : at * 2) {
    if (hasHdf5Signature(source.read(at, SIGNATURE.length), 0)) return at;
  }
  return void 0;
}
function isBareSignature(source, at) {
  return source.size - at < SHORTEST;
}
function openHdf5(source, at, tick) {
  const file = new Hdf5File(source, at, tick);
  const fields = file.upTo(0, LONGEST);
  fields.skip(SIGNATURE.length);
  const version = fields.uint(1);
  if (version > 3) throw new ScanError("unsupported", `HDF5 superblock version ${version}`, at);
  if (version < 2) {
    fields.skip(4);
    setWidths(file, fields.uint(1), fields.uint(1));
    fields.skip(1 + 2 + 2 + 4 + (version === 1 ? 4 : 0));
    fields.offset();
    fields.offset();
    const cut2 = cutOff(file, fields.offset());
    fields.offset();
    fields.offset();
    return { file, root: fields.offset(), cut: cut2 };
  }
  setWidths(file, fields.uint(1), fields.uint(1));
  fields.skip(1);
  fields.offset();
  fields.offset();
  const cut = cutOff(file, fields.offset());
  return { file, root: fields.offset(), cut };
}
function setWidths(file, offsetSize, lengthSize) {
  const fits = (width) => width === 2 || width === 4 || width === 8;
  if (!fits(offsetSize) || !fits(lengthSize)) {
    throw new ScanError("malformed", `an HDF5 file with addresses of ${offsetSize} and lengths of ${lengthSize} bytes`, file.base);
  }
  file.offsetSize = offsetSize;
  file.lengthSize = lengthSize;
}
function cutOff(file, end) {
  const size = file.size + file.base;
  return end > size ? new ScanError("truncated", `the HDF5 file ends after ${size} of ${end} bytes`, file.base) : void 0;
}

export {
  UNDEFINED,
  text,
  hasHdf5Signature,
  findSuperblock,
  isBareSignature,
  openHdf5
};
