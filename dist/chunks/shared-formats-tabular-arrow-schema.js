import {
  MIN_PAYLOAD_44 as MIN_PAYLOAD,
  memorySource_10 as memorySource,
  slice_10 as slice,
  ScanError_8 as ScanError
} from "./core.js";
import {
  scanMetadataPayload
} from "./shared-formats-shared-metadata-payload.js";
import {
  FlatBuffer
} from "./shared-wire-flatbuffer.js";

// src/formats/tabular/arrow/values.ts
var DICTIONARY_BATCH = 2;
var RECORD_BATCH = 3;
var BUFFER = 16;
var ZSTD = 1;
var STORED = 0xffffffffffffffffn;
var MIN_MESSAGE_COST = 512;
var BYTES = [4, 15, 19, 23];
async function searchMessage(input, metadata, body, values) {
  values.charge(MIN_MESSAGE_COST);
  try {
    const batch = batchOf(new FlatBuffer(metadata).root());
    if (batch) await searchBuffers(input, batch, body, values);
  } catch (error) {
    if (!(error instanceof ScanError) || error.why !== "malformed") throw error;
  }
}
function batchOf(message) {
  const kind = message.u8(1);
  const header = message.table(2);
  return kind === RECORD_BATCH ? header : kind === DICTIONARY_BATCH ? header?.table(1) : void 0;
}
async function searchBuffers(input, batch, body, values) {
  const { start, length } = batch.vector(2, BUFFER);
  const compression = batch.table(3);
  const codec = compression === void 0 ? "none" : compression.u8(0) === ZSTD ? "zstd" : "lz4-frame";
  for (let index = 0; index < length && !values.done; index++) {
    const at = body + batch.buffer.u64(start + index * BUFFER);
    const size = batch.buffer.u64(start + index * BUFFER + 8);
    if (size === 0 || size > values.room) continue;
    const bytes = slice(input, at, size).read(0, size);
    await searchBuffer(bytes, codec, values);
  }
}
async function searchBuffer(bytes, codec, values) {
  if (codec === "none") await values.searchPiece("values", codec, bytes, bytes.length);
  else if (bytes.length > 8) {
    const size = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
    const data = bytes.subarray(8);
    await (size === STORED ? values.searchPiece("values", "none", data, data.length) : values.searchPiece("values", codec, data, Number(size)));
  }
}

// src/formats/tabular/arrow/schema.ts
var MAX_DEPTH = 40;
var MAX_FIELDS = 1e5;
var MAX_PAIRS = 1e5;
var PICKLED = "arrow.py_extension_type";
var MAX_PICKLE = 64 << 20;
var RAY_OBJECTS = "ray.data.arrow_pickled_object";
async function scanArrowMessage(message, scan) {
  const root = new FlatBuffer(message, () => scan.budget.checkTime()).root();
  const SCHEMA = 1;
  const schema = root.u8(1) === SCHEMA ? root.table(2) : void 0;
  return schema !== void 0 && await scanArrowSchema(schema, scan);
}
async function scanArrowSchema(schema, scan) {
  await scanMetadata(schema.tables(2), scan);
  let fields = 0;
  let bytes = false;
  const pending = [];
  const add = (tables, depth) => {
    for (const table of tables) {
      if (pending.length > MAX_FIELDS) return;
      pending.push({ table, depth });
    }
  };
  add(schema.tables(1), 0);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { table, depth } = next;
    if (++fields > MAX_FIELDS || depth > MAX_DEPTH) {
      scan.observe({
        kind: "incomplete",
        why: "limit",
        detail: `more than ${MAX_FIELDS} fields, or fields nested deeper than ${MAX_DEPTH} levels`
      });
      return bytes;
    }
    bytes ||= BYTES.includes(table.u8(2));
    await scanField(table, scan);
    add(table.tables(5), depth + 1);
  }
  return bytes;
}
async function scanField(field, scan) {
  const pairs = [];
  for (const pair of field.tables(6)) {
    if (pairs.length >= MAX_PAIRS) {
      scan.observe({ kind: "incomplete", why: "limit", detail: `more than ${MAX_PAIRS} metadata entries of one field` });
      break;
    }
    pairs.push(pair);
  }
  const type = pairs.find((pair) => pair.text(0) === "ARROW:extension:name")?.text(1);
  const column = field.text(0).slice(0, 100);
  if (type === RAY_OBJECTS)
    scan.observe({
      kind: "config-reference",
      loader: "library",
      module: "ray.cloudpickle",
      name: "loads",
      where: column,
      use: "function",
      detail: `the type of the column is ${RAY_OBJECTS}`,
      offset: field.at
    });
  if (type !== PICKLED) return scanMetadata(pairs, scan);
  for (const pair of pairs) {
    if (pair.text(0) !== "ARROW:extension:metadata") continue;
    const { start, length } = pair.vector(1, 1);
    const bytes = field.buffer.source.read(start, Math.min(length, MAX_PICKLE));
    scan.observe({
      kind: "structure",
      format: "arrow",
      problem: "bad-header",
      detail: `the type of the column ${column} is a pickle (${PICKLED})`,
      offset: start
    });
    await scan.descend({ name: `type of ${column}`, size: bytes.length, open: () => memorySource(bytes) });
  }
}
async function scanMetadata(pairs, scan) {
  let count = 0;
  for (const pair of pairs) {
    if (++count > MAX_PAIRS) {
      scan.observe({ kind: "incomplete", why: "limit", detail: `more than ${MAX_PAIRS} metadata entries of one field or schema` });
      return;
    }
    const { start, length } = pair.vector(1, 1);
    if (length >= MIN_PAYLOAD && length <= MAX_PICKLE) await scanMetadataPayload(pair.text(0), pair.buffer.source.read(start, length), scan);
  }
}

export {
  searchMessage,
  scanArrowMessage,
  scanArrowSchema
};
