import {
  memorySource_17 as memorySource
} from "./core.js";
import {
  FlatBuffer
} from "./chunk-JLOSDYLH.js";

// src/formats/arrow-schema.ts
var MAX_DEPTH = 40;
var MAX_FIELDS = 1e5;
var PICKLED = "arrow.py_extension_type";
var MAX_PICKLE = 64 << 20;
async function scanArrowMessage(message, scan) {
  const root = new FlatBuffer(message, () => scan.budget.checkTime()).root();
  const SCHEMA = 1;
  const schema = root.u8(1) === SCHEMA ? root.table(2) : void 0;
  if (schema) await scanArrowSchema(schema, scan);
}
async function scanArrowSchema(schema, scan) {
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
  if (!pairs.some((pair) => pair.text(0) === "ARROW:extension:name" && pair.text(1) === PICKLED)) return;
  for (const pair of pairs) {
    if (pair.text(0) !== "ARROW:extension:metadata") continue;
    const { start, length } = pair.vector(1, 1);
    const bytes = field.buffer.source.read(start, Math.min(length, MAX_PICKLE));
    scan.observe({
      kind: "structure",
      format: "arrow",
      problem: "bad-header",
      detail: `the type of the column ${field.text(0).slice(0, 100)} is a pickle (${PICKLED})`,
      offset: start
    });
    await scan.descend({ name: `type of ${field.text(0).slice(0, 100)}`, size: bytes.length, open: () => memorySource(bytes) });
  }
}

export {
  scanArrowMessage,
  scanArrowSchema
};
