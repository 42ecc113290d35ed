import {
  GRAPH_EXTENSIONS_16 as GRAPH_EXTENSIONS,
  META_EXTENSIONS_16 as META_EXTENSIONS,
  claims_16 as claims,
  graphShape_16 as graphShape,
  metaGraphShape_16 as metaGraphShape,
  isMessage_15 as isMessage,
  ProtoReader_13 as ProtoReader,
  ScanError_9 as ScanError
} from "./core.js";
import {
  readGraph,
  readMetaGraph
} from "./chunk-5EBJH5E2.js";
import {
  TfGraphFacts
} from "./chunk-FDETAFLX.js";

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
