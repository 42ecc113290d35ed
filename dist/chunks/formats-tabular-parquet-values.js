import {
  ScanError_8 as ScanError
} from "./core.js";
import {
  ColumnValues
} from "./shared-bytes-codecs-snappy.js";
import {
  readPageHeader
} from "./shared-formats-tabular-parquet-thrift.js";
import "./shared-bytes-codecs-lz4.js";
import "./shared-bytes-codecs-checksums.js";
import "./shared-bytes-codecs-limits.js";

// src/formats/tabular/parquet/values.ts
var CODECS = /* @__PURE__ */ new Map([
  [0, "none"],
  [1, "snappy"],
  [2, "gzip"],
  [4, "brotli"],
  [6, "zstd"],
  [7, "lz4-block"]
]);
var HEADERS = [512, 64 * 1024];
async function searchColumns(input, { columns, binary }, scan) {
  const values = new ColumnValues(scan);
  for (const column of columns) {
    const codec = CODECS.get(column.codec);
    if (binary.has(column.leaf) && codec !== void 0 && !values.done) await searchPages(input, column, codec, values);
  }
}
async function searchPages(input, column, codec, values) {
  const end = Math.min(input.size, column.offset + column.length);
  for (let at = column.offset; at < end && !values.done; ) {
    const header = headerAt(input, at, end, values);
    if (header === void 0) return;
    const start = at + header.size;
    at = start + header.compressed;
    if (header.compressed < header.levels || header.levels < 0 || at > end || header.compressed > values.room) return;
    const { levels } = header;
    const bytes = input.read(start + levels, header.compressed - levels);
    const size = header.packed ? header.uncompressed - levels : bytes.length;
    if (!await values.searchPiece(`column ${column.leaf}`, header.packed ? codec : "none", bytes, size)) return;
  }
}
function headerAt(input, at, end, values) {
  for (const length of HEADERS) {
    values.charge(Math.min(length, end - at));
    try {
      return readPageHeader(input.read(at, Math.min(length, end - at)));
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
    }
  }
  return void 0;
}
export {
  searchColumns
};
