import {
  MIN_PAYLOAD_42 as MIN_PAYLOAD,
  memorySource_21 as memorySource
} from "./core.js";
import {
  FlatBuffer
} from "./shared-wire-flatbuffer.js";
import {
  scanMetadataPayload
} from "./shared-formats-metadata-payload.js";

// src/formats/arrow-schema.ts
var MAX_DEPTH = 40;
var MAX_FIELDS = 1e5;
var PICKLED = "arrow.py_extension_type";
var MAX_PICKLE = 64 << 20;
var RAY_OBJECTS = "ray.data.arrow_pickled_object";
async function scanArrowMessage(message, scan) {
  const root = new FlatBuffer(message, () => scan.budget.checkTime()).root();
  const SCHEMA = 1;
  const schema = root.u8(1) === SCHEMA ? root.table(2) : void 0;
  if (schema) await scanArrowSchema(schema, scan);
}
async function scanArrowSchema(schema, scan) {
  await scanMetadata(schema.tables(2), scan);
  let fields = 0;
  const pending = [...schema.tables(1)].map((table) => ({ table, depth: 0 }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { table, depth } = next;
    if (++fields > MAX_FIELDS || depth > MAX_DEPTH) {
      scan.observe({ kind: "incomplete", why: "limit", detail: `more than ${MAX_FIELDS} fields, or ${MAX_DEPTH} levels of them` });
      return;
    }
    await scanField(table, scan);
    for (const child of table.tables(5)) pending.push({ table: child, depth: depth + 1 });
  }
}
async function scanField(field, scan) {
  const pairs = [...field.tables(6)];
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
  for (const pair of pairs) {
    const { start, length } = pair.vector(1, 1);
    if (length >= MIN_PAYLOAD && length <= MAX_PICKLE) await scanMetadataPayload(pair.text(0), pair.buffer.source.read(start, length), scan);
  }
}

export {
  scanArrowMessage,
  scanArrowSchema
};
