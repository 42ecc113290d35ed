import {
  ScanError_8 as ScanError
} from "./core.js";

// src/wire/flatbuffer.ts
var PIECE = 4096;
var MAX_TEXT = 4096;
var OFFSET = 4;
var LENGTH = 4;
var VTABLE_HEAD = 4;
var VTABLE_ENTRY = 2;
var FlatBuffer = class {
  source;
  tick;
  piece = new Uint8Array(0);
  base = 0;
  /** `tick` is called for each piece that is read and throws to stop. */
  constructor(source, tick = () => void 0) {
    this.source = source;
    this.tick = tick;
  }
  /** Returns the table that the first four bytes refer to. */
  root() {
    return new Table(this, this.u32(0));
  }
  u8(at) {
    return this.view(at, 1).getUint8(0);
  }
  u16(at) {
    return this.view(at, 2).getUint16(0, true);
  }
  u32(at) {
    return this.view(at, 4).getUint32(0, true);
  }
  i32(at) {
    return this.view(at, 4).getInt32(0, true);
  }
  /** Inexact above 2^53, which is past the end of any file. */
  u64(at) {
    return Number(this.view(at, 8).getBigUint64(0, true));
  }
  /** Reads the string at `at`, cut to 4,096 bytes. */
  text(at) {
    const length = this.u32(at);
    if (at + LENGTH + length > this.source.size) throw new ScanError("malformed", "a string is longer than the file", at);
    return new TextDecoder().decode(this.source.read(at + LENGTH, Math.min(length, MAX_TEXT)));
  }
  view(at, length) {
    if (at < 0 || at + length > this.source.size) throw new ScanError("malformed", "an offset points outside of the file", at);
    if (at < this.base || at + length > this.base + this.piece.length) {
      this.tick();
      this.base = Math.max(0, at - PIECE / 4);
      this.piece = this.source.read(this.base, PIECE);
      if (at + length > this.base + this.piece.length) throw new ScanError("truncated", "the file ends within a value", at);
    }
    return new DataView(this.piece.buffer, this.piece.byteOffset + at - this.base, length);
  }
};
var Table = class _Table {
  buffer;
  at;
  vtable;
  vtableSize;
  constructor(buffer, at) {
    this.buffer = buffer;
    this.at = at;
    this.vtable = at - buffer.i32(at);
    this.vtableSize = buffer.u16(this.vtable);
    if (this.vtableSize < VTABLE_HEAD || this.vtableSize % VTABLE_ENTRY !== 0)
      throw new ScanError("malformed", "a table has no field list", at);
  }
  /** Returns the offset of the field's value; 0 where it is absent. */
  field(number) {
    const slot = VTABLE_HEAD + number * VTABLE_ENTRY;
    if (slot + VTABLE_ENTRY > this.vtableSize) return 0;
    const offset = this.buffer.u16(this.vtable + slot);
    return offset === 0 ? 0 : this.at + offset;
  }
  u32(number, absent = 0) {
    const at = this.field(number);
    return at === 0 ? absent : this.buffer.u32(at);
  }
  i32(number, absent = 0) {
    const at = this.field(number);
    return at === 0 ? absent : this.buffer.i32(at);
  }
  u8(number, absent = 0) {
    const at = this.field(number);
    return at === 0 ? absent : this.buffer.u8(at);
  }
  u64(number) {
    const at = this.field(number);
    return at === 0 ? 0 : this.buffer.u64(at);
  }
  /** Returns the string of a field; empty where it is absent. */
  text(number) {
    const at = this.field(number);
    return at === 0 ? "" : this.buffer.text(at + this.buffer.u32(at));
  }
  /** Returns the table that a field refers to. */
  table(number) {
    const at = this.field(number);
    return at === 0 ? void 0 : new _Table(this.buffer, at + this.buffer.u32(at));
  }
  /** Returns a vector whose elements have `width` bytes, after checking that it is within the file. */
  vector(number, width) {
    const at = this.field(number);
    if (at === 0) return { start: 0, length: 0 };
    const start = at + this.buffer.u32(at);
    const length = this.buffer.u32(start);
    if (start + LENGTH + length * width > this.buffer.source.size)
      throw new ScanError("malformed", "a vector is longer than the file", start);
    return { start: start + LENGTH, length };
  }
  /** Returns the tables of a vector. */
  *tables(number) {
    const { start, length } = this.vector(number, OFFSET);
    for (let index = 0; index < length; index++) {
      const at = start + index * OFFSET;
      yield new _Table(this.buffer, at + this.buffer.u32(at));
    }
  }
};

export {
  FlatBuffer
};
