import {
  GRAPH_EXTENSIONS_26 as GRAPH_EXTENSIONS,
  META_EXTENSIONS_26 as META_EXTENSIONS,
  claims_26 as claims,
  graphShape_26 as graphShape,
  metaGraphShape_26 as metaGraphShape,
  isMessage_25 as isMessage,
  ProtoReader_16 as ProtoReader,
  Search_49 as Search,
  ScanError_15 as ScanError
} from "./core.js";
import {
  readGraph,
  readMetaGraph
} from "./shared-formats-tf-graph-meta.js";
import {
  TfGraphFacts
} from "./shared-formats-tf-graph-facts.js";

// src/formats/tf-graph-scan.ts
async function scanGraph(artifact, scan) {
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
  await new Search(source, scan).rest();
}
async function scanMetaGraph(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a graph cannot be read from a stream");
  if (!isMessage(source, metaGraphShape, claims(scan.probe, META_EXTENSIONS))) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  await readMetaGraph(reader, reader.root, source, scan);
  await new Search(source, scan).rest();
}
export {
  scanGraph,
  scanMetaGraph
};
