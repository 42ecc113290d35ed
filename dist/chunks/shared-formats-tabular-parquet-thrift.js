import {
  ScanError_8 as ScanError
} from "./core.js";

// src/formats/tabular/parquet/thrift.ts
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
var SCHEMA = 2;
var ROW_GROUPS = 4;
var COLUMNS = 1;
var COLUMN_METADATA = 3;
var MAX_PAIRS = 1e5;
var MAX_COLUMNS = 2e5;
var MAX_LEAVES = 1e6;
var BYTES = [6, 7];
var TEXTS = [0, 4, 19];
function readFooter(footer, listener) {
  return new CompactReader(footer, listener).fileMetadata();
}
function readPageHeader(bytes) {
  return new CompactReader(bytes).pageHeader();
}
var CompactReader = class {
  bytes;
  at = 0;
  listener;
  columns = [];
  binaryLeaves = /* @__PURE__ */ new Set();
  leaves = 0;
  constructor(bytes, listener) {
    this.bytes = bytes;
    this.listener = listener;
  }
  fileMetadata() {
    const pairs = [];
    this.struct((id, type) => {
      if (id === SCHEMA && type === LIST) return this.list(() => this.schemaElement());
      if (id === ROW_GROUPS && type === LIST) return this.list(() => this.rowGroup());
      if (id !== KEY_VALUES || type !== LIST) return this.skip(type, 0);
      const { count } = this.listHeader();
      for (let index = 0; index < count; index++) {
        if (pairs.length >= MAX_PAIRS) throw new ScanError("limit", `more than ${MAX_PAIRS} metadata of a Parquet file`);
        pairs.push(this.pair());
      }
    });
    return { pairs, columns: this.columns, binary: this.binaryLeaves };
  }
  /** PageHeader: uncompressed_page_size 2, compressed_page_size 3, data_page_header_v2 8. */
  pageHeader() {
    let levels = 0;
    let packed = true;
    const numbers = this.numbers((id, type) => {
      if (id !== 8 || type !== STRUCT) return this.skip(type, 0);
      const version2 = this.numbers((field, kind) => {
        if (field === 7 && kind === FALSE) packed = false;
        this.skip(kind, 0);
      });
      levels = (version2.get(5) ?? 0) + (version2.get(6) ?? 0);
    });
    return { size: this.at, uncompressed: numbers.get(2) ?? -1, compressed: numbers.get(3) ?? -1, levels, packed };
  }
  /** SchemaElement: type 1, num_children 5, converted_type 6, logicalType 10, of which STRING is 1 and JSON 12. */
  schemaElement() {
    let text = false;
    const numbers = this.numbers((id, type) => {
      if (id !== 10 || type !== STRUCT) return this.skip(type, 0);
      this.struct((kind, inner) => {
        text ||= kind === 1 || kind === 12;
        this.skip(inner, 0);
      });
    });
    if (!numbers.has(1)) return;
    if (this.leaves >= MAX_LEAVES) throw new ScanError("limit", `more than ${MAX_LEAVES} columns of a Parquet file`);
    const leaf = this.leaves++;
    const converted = numbers.get(6) ?? -1;
    if (BYTES.includes(numbers.get(1) ?? -1) && !text && !TEXTS.includes(converted)) this.binaryLeaves.add(leaf);
  }
  list(element) {
    const { count } = this.listHeader();
    for (let index = 0; index < count; index++) element();
  }
  rowGroup() {
    let leaf = 0;
    this.struct((id, type) => {
      if (id === COLUMNS && type === LIST) this.list(() => this.column(leaf++));
      else this.skip(type, 0);
    });
  }
  /** ColumnChunk: meta_data 3, offset_index_offset 4 and _length 5, column_index_offset 6 and _length 7. */
  column(leaf) {
    const numbers = this.numbers((id, type) => id === COLUMN_METADATA && type === STRUCT ? this.columnMetadata(leaf) : this.skip(type, 0));
    for (const [offset, length] of [
      [4, 5],
      [6, 7]
    ])
      this.listener?.index({ offset: numbers.get(offset) ?? 0, length: numbers.get(length) ?? 0 });
  }
  /**
   * ColumnMetaData: codec 4, total_compressed_size 7, data_page_offset 9, dictionary_page_offset 11,
   * bloom_filter_offset 14 and _length 15.
   */
  columnMetadata(leaf) {
    const numbers = this.numbers((_, type) => this.skip(type, 0));
    const data = numbers.get(9) ?? 0;
    const dictionary = numbers.get(11) ?? 0;
    const offset = dictionary > 0 && dictionary < data ? dictionary : data;
    const length = numbers.get(7) ?? 0;
    this.listener?.column({ offset, length });
    this.listener?.index({ offset: numbers.get(14) ?? 0, length: numbers.get(15) ?? 0 });
    if (length <= 0 || this.leaves > 0 && !this.binaryLeaves.has(leaf)) return;
    if (this.columns.length >= MAX_COLUMNS) throw new ScanError("limit", `more than ${MAX_COLUMNS} columns of bytes in a Parquet file`);
    this.columns.push({ leaf, codec: numbers.get(4) ?? 0, offset, length });
  }
  /** Reads the integers of a struct, by field id; `other` handles fields of other types. */
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
    if (depth > MAX_DEPTH) throw this.error(`nested deeper than ${MAX_DEPTH} levels`);
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
    else throw this.error(`the unknown type ${type}`);
  }
  skipMap(depth) {
    const count = this.varint();
    if (count === 0) return;
    const types = this.byte();
    if (count > this.bytes.length - this.at) throw this.error(`a map of ${count} entries does not fit into the footer`);
    for (let index = 0; index < count; index++) {
      this.skipElement(types >> 4, depth + 1);
      this.skipElement(types & 15, depth + 1);
    }
  }
  /** A boolean takes a byte in a list or map, and none as a field. */
  skipElement(type, depth) {
    if (type === TRUE || type === FALSE) this.move(1);
    else this.skip(type, depth);
  }
  listHeader() {
    const header = this.byte();
    const count = header >> 4 === 15 ? this.varint() : header >> 4;
    if (count > this.bytes.length - this.at) throw this.error(`a list of ${count} elements does not fit into the footer`);
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
    throw this.error("an integer of more than ten bytes");
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
  readFooter,
  readPageHeader
};
