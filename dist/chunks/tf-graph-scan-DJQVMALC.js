import {
  GRAPH_EXTENSIONS_23 as GRAPH_EXTENSIONS,
  META_EXTENSIONS_23 as META_EXTENSIONS,
  claims_23 as claims,
  graphShape_23 as graphShape,
  metaGraphShape_23 as metaGraphShape,
  isMessage_19 as isMessage,
  ProtoReader_17 as ProtoReader,
  ScanError_16 as ScanError
} from "./core.js";
import {
  readGraph,
  readMetaGraph
} from "./chunk-4WKTCWRU.js";
import {
  TfGraphFacts
} from "./chunk-M4TRIK2C.js";

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
