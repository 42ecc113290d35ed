import {
  metadataShape_27 as metadataShape,
  savedModelShape_27 as savedModelShape,
  isMessage_25 as isMessage,
  BYTES_16 as BYTES,
  ProtoReader_16 as ProtoReader,
  Search_49 as Search,
  ScanError_15 as ScanError
} from "./core.js";
import {
  descendJson,
  readMetaGraph
} from "./shared-formats-tf-graph-meta.js";
import "./shared-formats-tf-graph-facts.js";

// src/formats/savedmodel-scan.ts
var scanSavedModel = async (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a SavedModel cannot be read from a stream");
  if (!isMessage(source, savedModelShape, scan.probe.extension === ".pb")) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  for (const field of reader.fields(reader.root)) {
    if (field.number === 2 && field.wire === BYTES) await readMetaGraph(reader, field, source, scan);
  }
  return new Search(source, scan).rest();
};
var scanKerasMetadata = async (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "metadata cannot be read from a stream");
  if (!isMessage(source, metadataShape, scan.probe.extension === ".pb")) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  let index = -1;
  for (const node of reader.fields(reader.root)) {
    if (node.number !== 1 || node.wire !== BYTES) continue;
    index++;
    for (const part of reader.fields(node)) {
      if (part.number === 5 && part.wire === BYTES) await descendJson(`keras_metadata[${index}].json`, part, source, scan);
    }
  }
  return new Search(source, scan).rest();
};
var scanChunkedSavedModel = (_artifact, scan) => {
  scan.observe({
    kind: "incomplete",
    why: "unsupported",
    detail: "a SavedModel in chunks (riegeli records) is not read",
    remedy: "Save the model again as saved_model.pb."
  });
};
export {
  scanChunkedSavedModel,
  scanKerasMetadata,
  scanSavedModel
};
