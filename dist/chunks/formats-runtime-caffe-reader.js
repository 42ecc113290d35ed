import {
  MAX_NAME_26 as MAX_NAME,
  MODEL_EXTENSIONS_26 as MODEL_EXTENSIONS,
  netShape_26 as netShape,
  isMessage_11 as isMessage,
  BYTES_9 as BYTES,
  FIXED32_9 as FIXED32,
  FIXED64_9 as FIXED64,
  ProtoReader_9 as ProtoReader,
  Search_45 as Search,
  accountForText_45 as accountForText,
  ScanError_8 as ScanError
} from "./core.js";
import {
  textEvents
} from "./shared-wire-protobuf-text-format.js";

// src/formats/runtime/caffe/reader.ts
var SOLVER_NETS = /* @__PURE__ */ new Set(["net_param", "train_net_param", "test_net_param"]);
var scanCaffeModel = (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a Caffe model cannot be read from a stream");
  if (!isMessage(source, netShape, MODEL_EXTENSIONS.includes(scan.probe.extension))) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  for (const field of reader.fields(reader.root)) if (field.number === 100 && field.wire === BYTES) readLayer(reader, field, scan);
  return new Search(source, scan).rest();
};
function readLayer(reader, layer, scan) {
  let name = "";
  let type = "";
  let module = "";
  let className = "";
  for (const part of reader.fields(layer)) {
    if (part.wire !== BYTES) continue;
    if (part.number === 1) name = reader.text(part, MAX_NAME);
    else if (part.number === 2) type = reader.text(part, MAX_NAME);
    else if (part.number === 7) passBlob(reader, part, scan);
    else if (part.number === 130) {
      for (const inner of reader.fields(part)) {
        if (inner.number === 1 && inner.wire === BYTES) module = reader.text(inner, MAX_NAME);
        else if (inner.number === 2 && inner.wire === BYTES) className = reader.text(inner, MAX_NAME);
      }
    }
  }
  if (type === "Python") reportLayer(name, `${module}.${className}`, layer.start, scan);
}
function passBlob(reader, blob, scan) {
  for (const part of reader.fields(blob)) {
    if (part.wire === FIXED32 || part.wire === FIXED64) return;
    if (part.wire === BYTES && [5, 6, 8, 9].includes(part.number)) scan.account.passOver("numbers", part.start, part.end - part.start);
  }
}
function reportLayer(node, argument, offset, scan) {
  scan.observe({ kind: "graph-op", framework: "caffe", op: "Python", domain: "", node, argument, offset });
}
async function scanText(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a network cannot be read from a stream");
  const path = [];
  let layer = { name: "", type: "", module: "", className: "", offset: 0 };
  let layers = 0;
  let base = 0;
  try {
    for (const { kind, name, value, offset } of textEvents(source, () => scan.budget.checkTime())) {
      if (kind === "open") {
        path.push(name);
        if (path.length === 1) base = SOLVER_NETS.has(name) ? 1 : 0;
        if (name === "layer" && path.length === base + 1) layer = { name: "", type: "", module: "", className: "", offset };
      } else if (kind === "close") {
        path.pop();
        if (path.length > base || name !== "layer" && name !== "layers") continue;
        layers++;
        if (layer.type === "Python") reportLayer(layer.name, `${layer.module}.${layer.className}`, layer.offset, scan);
      } else if (path.length === base + 1 && path[base] === "layer") {
        if (name === "name") layer.name = value;
        else if (name === "type") layer.type = value;
      } else if (path.length === base + 2 && path[base + 1] === "python_param") {
        if (name === "module") layer.module = value;
        else if (name === "layer") layer.className = value;
      }
    }
  } catch (error) {
    if (error instanceof ScanError && layers === 0) return "not-this-format";
    throw error;
  }
  return layers === 0 ? "not-this-format" : accountForText(source, scan);
}
export {
  scanCaffeModel,
  scanText
};
