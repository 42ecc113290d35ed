import {
  metadataShape_13 as metadataShape,
  savedModelShape_13 as savedModelShape,
  isMessage_11 as isMessage,
  BYTES_9 as BYTES,
  ProtoReader_9 as ProtoReader,
  Search_45 as Search,
  ScanError_8 as ScanError
} from "./core.js";
import {
  descendJson,
  readMetaGraph
} from "./shared-formats-tensorflow-tf-graph-meta-graph.js";
import "./shared-formats-tensorflow-tf-graph-facts.js";

// src/formats/tensorflow/savedmodel/reader.ts
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
  if (source.kind === "stream") throw new ScanError("unsupported", "Keras metadata cannot be read from a stream");
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
    detail: "a SavedModel in chunks (riegeli records) cannot be read",
    remedy: "Save the model again as saved_model.pb."
  });
};
export {
  scanChunkedSavedModel,
  scanKerasMetadata,
  scanSavedModel
};
