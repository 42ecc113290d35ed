import {
  GRAPH_EXTENSIONS_12 as GRAPH_EXTENSIONS,
  META_EXTENSIONS_12 as META_EXTENSIONS,
  graphShape_12 as graphShape,
  hasExtension_12 as hasExtension,
  metaGraphShape_12 as metaGraphShape,
  isMessage_11 as isMessage,
  ProtoReader_9 as ProtoReader,
  Search_45 as Search,
  ScanError_8 as ScanError
} from "./core.js";
import {
  readGraph,
  readMetaGraph
} from "./shared-formats-tensorflow-tf-graph-meta-graph.js";
import {
  TfGraphFacts
} from "./shared-formats-tensorflow-tf-graph-facts.js";

// src/formats/tensorflow/tf-graph/reader.ts
async function scanGraph(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a graph cannot be read from a stream");
  if (!isMessage(source, graphShape, hasExtension(scan.probe, GRAPH_EXTENSIONS))) return "not-this-format";
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
  if (!isMessage(source, metaGraphShape, hasExtension(scan.probe, META_EXTENSIONS))) return "not-this-format";
  const reader = new ProtoReader(source, () => scan.budget.checkTime());
  await readMetaGraph(reader, reader.root, source, scan);
  await new Search(source, scan).rest();
}
export {
  scanGraph,
  scanMetaGraph
};
