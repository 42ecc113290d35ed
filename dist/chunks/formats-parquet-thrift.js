import {
  ScanError_15 as ScanError
} from "./core.js";

// src/formats/parquet-thrift.ts
var TRUE = 1;
var FALSE = 2;
var BYTE = 3;
var I64 = 6;
var DOUBLE = 7;
var BINARY = 8;
var LIST = 9;
var SET = 10;
var MAP = 11;
var STRUCT = 12;
var UUID = 13;
var KEY_VALUES = 5;
var MAX_DEPTH = 32;
var ROW_GROUPS = 4;
var COLUMNS = 1;
var COLUMN_METADATA = 3;
function readFooter(footer) {
  return new CompactReader(footer).fileMetadata();
}
var CompactReader = class {
  bytes;
  at = 0;
  pages = [];
  indexes = [];
  constructor(bytes) {
    this.bytes = bytes;
  }
  fileMetadata() {
    const pairs = [];
    this.struct((id, type) => {
      if (id === ROW_GROUPS && type === LIST) return this.list(() => this.rowGroup());
      if (id !== KEY_VALUES || type !== LIST) return this.skip(type, 0);
      const { count } = this.listHeader();
      for (let index = 0; index < count; index++) pairs.push(this.pair());
    });
    return { pairs, pages: this.pages, indexes: this.indexes };
  }
  list(element) {
    const { count } = this.listHeader();
    for (let index = 0; index < count; index++) element();
  }
  rowGroup() {
    this.struct((id, type) => {
      if (id === COLUMNS && type === LIST) this.list(() => this.column());
      else this.skip(type, 0);
    });
  }
  /** ColumnChunk: meta_data 3, offset_index_offset 4 and _length 5, column_index_offset 6 and _length 7. */
  column() {
    const numbers = this.numbers((id, type) => id === COLUMN_METADATA && type === STRUCT ? this.columnMetadata() : this.skip(type, 0));
    for (const [offset, length] of [
      [4, 5],
      [6, 7]
    ])
      this.indexes.push({ offset: numbers.get(offset) ?? 0, length: numbers.get(length) ?? 0 });
  }
  /** ColumnMetaData: total_compressed_size 7, data_page_offset 9, dictionary_page_offset 11, bloom_filter_offset 14 and _length 15. */
  columnMetadata() {
    const numbers = this.numbers((_, type) => this.skip(type, 0));
    const data = numbers.get(9) ?? 0;
    const dictionary = numbers.get(11) ?? 0;
    this.pages.push({ offset: dictionary > 0 && dictionary < data ? dictionary : data, length: numbers.get(7) ?? 0 });
    this.indexes.push({ offset: numbers.get(14) ?? 0, length: numbers.get(15) ?? 0 });
  }
  /** The integers of a struct, by field. */
  numbers(other) {
    const found = /* @__PURE__ */ new Map();
    this.struct((id, type) => {
      if (type > BYTE && type <= I64) found.set(id, this.zigzag());
      else other(id, type);
    });
    return found;
  }
  pair() {
    let key = "";
    let value = new Uint8Array(0);
    this.struct((id, type) => {
      if (type !== BINARY) this.skip(type, 0);
      else if (id === 1) key = new TextDecoder().decode(this.binary());
      else if (id === 2) value = this.binary();
      else this.binary();
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
    if (depth > MAX_DEPTH) throw this.error("nested too deep");
    if (type === TRUE || type === FALSE) return;
    if (type === BYTE) this.move(1);
    else if (type > BYTE && type <= I64) this.varint();
    else if (type === DOUBLE) this.move(8);
    else if (type === BINARY) this.move(this.varint());
    else if (type === UUID) this.move(16);
    else if (type === STRUCT) this.struct((_, inner) => this.skip(inner, depth + 1));
    else if (type === LIST || type === SET) {
      const { count, element } = this.listHeader();
      for (let index = 0; index < count; index++) this.skipElement(element, depth + 1);
    } else if (type === MAP) this.skipMap(depth);
    else throw this.error(`the type ${type}`);
  }
  skipMap(depth) {
    const count = this.varint();
    if (count === 0) return;
    const types = this.byte();
    if (count > this.bytes.length - this.at) throw this.error(`a map of ${count} entries`);
    for (let index = 0; index < count; index++) {
      this.skipElement(types >> 4, depth + 1);
      this.skipElement(types & 15, depth + 1);
    }
  }
  /** Truth values take a byte within lists, none as fields. */
  skipElement(type, depth) {
    if (type === TRUE || type === FALSE) this.move(1);
    else this.skip(type, depth);
  }
  listHeader() {
    const header = this.byte();
    const count = header >> 4 === 15 ? this.varint() : header >> 4;
    if (count > this.bytes.length - this.at) throw this.error(`a list of ${count} elements`);
    return { count, element: header & 15 };
  }
  binary() {
    const length = this.varint();
    const start = this.at;
    this.move(length);
    return this.bytes.subarray(start, this.at);
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
  move(count) {
    if (count > this.bytes.length - this.at) throw this.error("the footer ends early");
    this.at += count;
  }
  error(message) {
    return new ScanError("malformed", `Thrift: ${message}`);
  }
};
export {
  readFooter
};
