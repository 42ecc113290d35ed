import {
  CONTINUATION_24 as CONTINUATION,
  MAGIC_24 as MAGIC,
  Search_45 as Search,
  latin1_20 as latin1,
  slice_10 as slice,
  ScanError_8 as ScanError
} from "./core.js";
import {
  scanArrowMessage,
  scanArrowSchema,
  searchMessage
} from "./shared-formats-tabular-arrow-schema.js";
import "./shared-formats-shared-metadata-payload.js";
import {
  ColumnValues
} from "./shared-bytes-codecs-snappy.js";
import {
  FlatBuffer
} from "./shared-wire-flatbuffer.js";
import "./shared-bytes-codecs-lz4.js";
import "./shared-bytes-codecs-checksums.js";
import "./shared-bytes-codecs-limits.js";

// src/formats/tabular/arrow/reader.ts
var MIN_SCHEMA = 32;
var BLOCK = 24;
var MAX_MESSAGES = 1e6;
var scanArrow = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "Arrow cannot be read from a stream");
  const file = latin1(input.read(0, 6)) === MAGIC;
  if (!file) return await scanStream(input, scan) ? void 0 : "not-this-format";
  let bytes = await scanMessageAt(input, 8, scan);
  const end = view(input, input.size - 10, 4)?.getInt32(0, true);
  if (latin1(input.read(input.size - 6, 6)) !== MAGIC || end === void 0)
    throw new ScanError("truncated", "the footer is missing", input.size);
  if (end <= 0 || end > input.size - 18)
    throw new ScanError("malformed", `a footer of ${end} bytes does not fit into the file`, input.size - 10);
  const footer = new FlatBuffer(slice(input, input.size - 10 - end, end), () => scan.budget.checkTime()).root();
  const schema = footer.table(1);
  if (schema && await scanArrowSchema(schema, scan)) bytes = true;
  scan.account.read(input.size - 10 - end, end + 10);
  const values = bytes ? new ColumnValues(scan) : void 0;
  for (const field of [2, 3]) await readBlocks(input, footer, field, scan, values);
  return new Search(input, scan).rest();
};
async function readBlocks(input, footer, field, scan, values) {
  const { start, length } = footer.vector(field, BLOCK);
  for (let index = 0; index < length; index++) {
    const at = start + index * BLOCK;
    const offset = footer.buffer.u64(at);
    const metadata = footer.buffer.u32(at + 8);
    scan.account.read(offset, metadata);
    scan.account.passOver("values", offset + metadata, footer.buffer.u64(at + 16));
    if (!values || values.done || metadata <= 8) continue;
    const prefix = view(input, offset, 4)?.getUint32(0, true) === CONTINUATION ? 8 : 4;
    await searchMessage(input, slice(input, offset + prefix, metadata - prefix), offset + metadata, values);
  }
}
async function scanStream(input, scan) {
  const length = view(input, 4, 4)?.getInt32(0, true) ?? 0;
  if (8 + length > input.size) return false;
  try {
    const root = new FlatBuffer(slice(input, 8, length)).root();
    if (root.u8(1) !== 1 || root.table(2) === void 0) return false;
  } catch (error) {
    if (error instanceof ScanError) return false;
    throw error;
  }
  const bytes = await scanMessageAt(input, 0, scan);
  await readMessages(input, scan, bytes ? new ColumnValues(scan) : void 0);
  return true;
}
async function readMessages(input, scan, values) {
  let at = 0;
  for (let count = 0; count < MAX_MESSAGES; count++) {
    const head = view(input, at, 8);
    if (head?.getUint32(0, true) !== CONTINUATION) return;
    const length = head.getInt32(4, true);
    if (length <= 0) return scan.account.read(at, 8);
    const metadata = slice(input, at + 8, length);
    const body = new FlatBuffer(metadata, () => scan.budget.checkTime()).root().u64(3);
    scan.account.read(at, 8 + length);
    scan.account.passOver("values", at + 8 + length, body);
    if (values && !values.done) await searchMessage(input, metadata, at + 8 + length, values);
    at += 8 + length + body;
  }
  scan.observe({ kind: "incomplete", why: "limit", detail: `more than ${MAX_MESSAGES} Arrow messages`, offset: at });
}
async function scanMessageAt(input, at, scan) {
  const first = view(input, at, 8);
  if (!first) throw new ScanError("truncated", "the schema is missing", at);
  const marked = first.getUint32(0, true) === CONTINUATION;
  const length = first.getInt32(marked ? 4 : 0, true);
  if (length <= 0) return false;
  const start = at + (marked ? 8 : length < MIN_SCHEMA ? 0 : 4);
  if (start === at) return scanArrowMessage(slice(input, at), scan);
  if (length > input.size - start) throw new ScanError("truncated", `a schema of ${length} bytes does not fit into the file`, at);
  scan.account.read(at, start + length - at);
  return scanArrowMessage(slice(input, start, length), scan);
}
function view(input, at, length) {
  const bytes = at < 0 ? new Uint8Array(0) : input.read(at, length);
  return bytes.length === length ? new DataView(bytes.buffer, bytes.byteOffset, length) : void 0;
}
export {
  scanArrow
};
