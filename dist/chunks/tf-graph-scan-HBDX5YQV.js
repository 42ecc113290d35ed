import {
  GRAPH_EXTENSIONS_28 as GRAPH_EXTENSIONS,
  META_EXTENSIONS_28 as META_EXTENSIONS,
  claims_28 as claims,
  graphShape_28 as graphShape,
  metaGraphShape_28 as metaGraphShape,
  isMessage_24 as isMessage,
  ProtoReader_23 as ProtoReader,
  ScanError_13 as ScanError
} from "./core.js";
import {
  readGraph,
  readMetaGraph
} from "./chunk-YWPYAGDQ.js";
import {
  TfGraphFacts
} from "./chunk-7R6GE3TM.js";

// src/formats/tf-graph-scan.ts
function scanGraph(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a graph cannot be read from a stream");
  if (!isMessage(source, graphShape, claims(scan.probe, GRAPH_EXTENSIONS))) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  const facts = new TfGraphFacts(scan);
  try {
    readGraph(reader, reader.root, facts, scan);
  } finally {
    facts.flush();
  }
}
async function scanMetaGraph(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a graph cannot be read from a stream");
  if (!isMessage(source, metaGraphShape, claims(scan.probe, META_EXTENSIONS))) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  await readMetaGraph(reader, reader.root, source, scan);
}
export {
  scanGraph,
  scanMetaGraph
};
