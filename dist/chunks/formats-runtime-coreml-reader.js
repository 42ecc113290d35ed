import {
  EXTENSIONS_27 as EXTENSIONS,
  modelShape_27 as modelShape,
  isMessage_11 as isMessage,
  BYTES_9 as BYTES,
  ProtoReader_9 as ProtoReader,
  Search_45 as Search,
  ScanError_8 as ScanError
} from "./core.js";
import {
  MetadataTexts
} from "./shared-formats-shared-metadata-texts.js";

// src/formats/runtime/coreml/reader.ts
var MAX_NAME = 400;
var MAX_METADATA = 1 << 20;
var NEURAL_NETWORKS = /* @__PURE__ */ new Set([303, 403, 500]);
var scanCoreml = async (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a Core ML model cannot be read from a stream");
  if (!isMessage(source, modelShape, EXTENSIONS.includes(scan.probe.extension))) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  const texts = new MetadataTexts();
  try {
    readModel(reader, reader.root, scan);
    for (const description of only(reader, reader.root, 2)) readMetadata(reader, description, texts, scan);
  } finally {
    await texts.descend("metadata.json", scan);
  }
  return new Search(source, scan).rest();
};
function readMetadata(reader, description, texts, scan) {
  for (const metadata of only(reader, description, 100)) {
    for (const entry of only(reader, metadata, 100)) {
      let key = "";
      for (const part of only(reader, entry, 1)) key = reader.text(part, MAX_NAME);
      for (const part of only(reader, entry, 2))
        if (texts.add(key, reader.text(part, MAX_METADATA))) scan.account.read(part.start, part.end - part.start);
    }
  }
}
function readModel(reader, model, scan) {
  for (const field of reader.fields(model)) {
    if (field.wire !== BYTES) continue;
    if (NEURAL_NETWORKS.has(field.number)) readNetwork(reader, field, scan);
    else if (field.number === 200 || field.number === 201) for (const inner of only(reader, field, 1)) readPipeline(reader, inner, scan);
    else if (field.number === 202) readPipeline(reader, field, scan);
    else if (field.number === 502) readProgram(reader, field, scan);
    else if (field.number === 555) reportCustom("customModel", reader, field, "", scan);
    else if (field.number === 556) readLinked(reader, field, scan);
  }
}
function readPipeline(reader, pipeline, scan) {
  for (const model of only(reader, pipeline, 1)) readModel(reader, model, scan);
}
function readLinked(reader, linked, scan) {
  for (const file of only(reader, linked, 1)) {
    for (const part of reader.fields(file)) {
      if (part.wire !== BYTES || part.number > 2) continue;
      for (const value of only(reader, part, 1)) {
        const role = part.number === 1 ? "linked model" : "folder of a linked model";
        scan.observe({ kind: "external-file", format: "coreml", path: reader.text(value, 4096), role, offset: value.start });
      }
    }
  }
}
function readNetwork(reader, network, scan) {
  for (const layer of only(reader, network, 1)) {
    let name = "";
    for (const part of reader.fields(layer)) {
      if (part.wire !== BYTES) continue;
      if (part.number === 1) name = reader.text(part, MAX_NAME);
      else if (part.number === 500) reportCustom("custom", reader, part, name, scan);
      else if (part.number === 605 || part.number === 615) {
        for (const inner of reader.fields(part)) {
          const body = part.number === 605 ? inner.number === 1 || inner.number === 2 : inner.number === 3 || inner.number === 4;
          if (body && inner.wire === BYTES) readNetwork(reader, inner, scan);
        }
      }
    }
  }
}
function reportCustom(op, reader, custom, node, scan) {
  let className = "";
  for (const part of only(reader, custom, 10)) className = reader.text(part, MAX_NAME);
  scan.observe({ kind: "graph-op", framework: "coreml", op, domain: "", node, argument: className, offset: custom.start });
}
function readProgram(reader, program, scan) {
  for (const entry of only(reader, program, 2)) {
    for (const body of only(reader, entry, 2)) {
      for (const block of only(reader, body, 3)) for (const inner of only(reader, block, 2)) readBlock(reader, inner, scan);
    }
  }
}
function readBlock(reader, block, scan) {
  for (const operation of only(reader, block, 3)) {
    for (const part of reader.fields(operation)) {
      if (part.wire !== BYTES) continue;
      if (part.number === 4) readBlock(reader, part, scan);
      else if (part.number === 1 && reader.text(part, MAX_NAME) === "custom_layer") {
        scan.observe({ kind: "graph-op", framework: "coreml", op: "custom_layer", domain: "", node: "", offset: operation.start });
      }
    }
  }
}
function* only(reader, message, number) {
  for (const field of reader.fields(message)) if (field.number === number && field.wire === BYTES) yield field;
}
export {
  scanCoreml
};
