import {
  nameIn_12 as nameIn,
  BYTES_9 as BYTES,
  VARINT_9 as VARINT,
  slice_10 as slice
} from "./core.js";
import {
  ARGUMENT_ATTRIBUTES,
  TfGraphFacts
} from "./shared-formats-tensorflow-tf-graph-facts.js";

// src/formats/tensorflow/tf-graph/nodes.ts
var MAX_NAME = 400;
var MAX_VALUE = 400;
var MAX_INPUTS = 8;
var MAX_VALUES = 8;
var DT_STRING = 7;
var NUMBERS = /* @__PURE__ */ new Set([4, 5, 6, 7, 9, 10, 11, 13, 16, 17]);
var MAX_CONTENT = 4096;
function readGraph(reader, graph, facts, scan) {
  for (const field of reader.fields(graph)) {
    if (field.wire !== BYTES) continue;
    if (field.number === 1) readNode(reader, field, facts, scan);
    else if (field.number === 2) readLibrary(reader, field, facts, scan);
  }
}
function readLibrary(reader, library, facts, scan) {
  for (const field of reader.fields(library)) {
    if (field.number !== 1 || field.wire !== BYTES) continue;
    scan.budget.checkTime();
    let name = "";
    facts.enterFunction();
    for (const part of reader.fields(field)) {
      if (part.wire !== BYTES) continue;
      if (part.number === 1) name = nameIn(reader, part);
      else if (part.number === 3) readNode(reader, part, facts, scan);
    }
    facts.leaveFunction(name);
  }
}
function readNode(reader, node, facts, scan) {
  let name = "";
  let op = "";
  let tensor;
  const inputs = [];
  const attributes = /* @__PURE__ */ new Map();
  for (const field of reader.fields(node)) {
    if (field.wire !== BYTES) continue;
    if (field.number === 1) name = reader.text(field, MAX_NAME);
    else if (field.number === 2) op = reader.text(field, MAX_NAME);
    else if (field.number === 3) {
      if (inputs.length < MAX_INPUTS) inputs.push(reader.text(field, MAX_NAME));
    } else if (field.number === 5) {
      const { key, value } = readEntry(reader, field);
      if (value === void 0) continue;
      if (key === "value") tensor = value;
      else if (ARGUMENT_ATTRIBUTES.has(key)) attributes.set(key, readStrings(reader, value).join(", "));
    }
  }
  const values = op === "Const" && tensor ? readTensor(reader, tensor, scan) : [];
  facts.addNode({ name, op, inputs, values, attributes, offset: node.start });
}
function readEntry(reader, entry) {
  let key = "";
  let value;
  for (const part of reader.fields(entry)) {
    if (part.number === 1 && part.wire === BYTES) key = reader.text(part, MAX_NAME);
    else if (part.number === 2 && part.wire === BYTES) value = part;
  }
  return { key, value };
}
function readStrings(reader, value) {
  const found = [];
  for (const part of reader.fields(value)) {
    if (part.wire !== BYTES || found.length >= MAX_VALUES) continue;
    if (part.number === 2) found.push(reader.text(part, MAX_VALUE));
    else if (part.number === 1) {
      for (const item of reader.fields(part)) {
        if (item.number === 2 && item.wire === BYTES && found.length < MAX_VALUES) found.push(reader.text(item, MAX_VALUE));
      }
    }
  }
  return found;
}
function readTensor(reader, value, scan) {
  const found = [];
  for (const part of reader.fields(value)) {
    if (part.number !== 8 || part.wire !== BYTES) continue;
    let content;
    let numbers = false;
    for (const item of reader.fields(part)) {
      if (item.number === 1 && item.wire === VARINT) numbers = item.value !== DT_STRING;
      if (item.wire !== BYTES) continue;
      if (numbers) {
        if (NUMBERS.has(item.number)) scan.account.passOver("numbers", item.start, item.end - item.start);
        continue;
      }
      if (item.number === 8 && found.length < MAX_VALUES) found.push(reader.text(item, MAX_VALUE));
      else if (item.number === 4) content = item;
      else if (item.number > 4 && item.number < 8) return [];
    }
    if (content && found.length === 0 && content.end - content.start <= MAX_CONTENT)
      found.push(...unpack(reader.bytes(content, MAX_CONTENT)));
  }
  return found;
}
function unpack(bytes) {
  const lengths = [];
  let total = 0;
  let at = 0;
  while (at < bytes.length && lengths.length < MAX_VALUES) {
    let length = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? 0;
      length += (byte & 127) * shift;
      if (byte < 128 || shift > 2 ** 21) break;
    }
    lengths.push(length);
    total += length;
    if (at + total !== bytes.length) continue;
    return lengths.map((size) => {
      const start = at;
      at += size;
      return new TextDecoder().decode(bytes.subarray(start, at));
    });
  }
  return [];
}

// src/formats/tensorflow/tf-graph/meta-graph.ts
var MAX_NAME2 = 400;
var OLD_ASSETS = "saved_model_assets";
var MAX_METADATA = 16 * 2 ** 20;
async function readMetaGraph(reader, meta, source, scan) {
  const facts = new TfGraphFacts(scan);
  const objects = [];
  try {
    for (const field of reader.fields(meta)) {
      if (field.wire !== BYTES) continue;
      if (field.number === 2) readGraph(reader, field, facts, scan);
      else if (field.number === 4) readCollection(reader, field, facts, scan);
      else if (field.number === 6) readAsset(reader, field, facts, scan);
      else if (field.number === 7) objects.push(field);
    }
  } finally {
    facts.flush();
  }
  for (const graph of objects) await readObjects(reader, graph, source, scan);
}
function readCollection(reader, entry, facts, scan) {
  const { key, value } = readEntry(reader, entry);
  if (key !== OLD_ASSETS || value === void 0) return;
  for (const list of reader.fields(value)) {
    if (list.number !== 5 || list.wire !== BYTES) continue;
    for (const any of reader.fields(list)) {
      if (any.number !== 1 || any.wire !== BYTES) continue;
      for (const part of reader.fields(any)) if (part.number === 2 && part.wire === BYTES) readAsset(reader, part, facts, scan);
    }
  }
}
function readAsset(reader, asset, facts, scan) {
  let tensor = "";
  let file = "";
  for (const part of reader.fields(asset)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 1) tensor = nameIn(reader, part);
    else if (part.number === 2) file = reader.text(part, MAX_NAME2);
  }
  facts.addAsset(tensor, file);
  scan.observe({ kind: "external-file", format: "tf-savedmodel", path: file, role: "asset", offset: asset.start });
}
async function readObjects(reader, graph, source, scan) {
  let index = -1;
  for (const node of reader.fields(graph)) {
    if (node.number !== 1 || node.wire !== BYTES) continue;
    index++;
    for (const kind of reader.fields(node)) {
      if (kind.number !== 4 || kind.wire !== BYTES) continue;
      for (const part of reader.fields(kind)) {
        if (part.number === 3 && part.wire === BYTES) await descendJson(`object_graph[${index}].json`, part, source, scan);
      }
    }
  }
}
async function descendJson(name, field, source, scan) {
  const size = field.end - field.start;
  if (size < 3) return;
  scan.budget.charge("members", 1);
  if (size > MAX_METADATA) {
    scan.observe({
      kind: "incomplete",
      why: "limit",
      detail: `${name} has ${size} bytes; the limit is ${MAX_METADATA}`,
      offset: field.start
    });
    return;
  }
  await scan.descend({ name, size, storedAt: field.start, open: () => slice(source, field.start, size) });
}

export {
  readGraph,
  readMetaGraph,
  descendJson
};
