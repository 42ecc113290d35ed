import {
  mentionsModel_15 as mentionsModel,
  memorySource_10 as memorySource,
  ScanError_8 as ScanError
} from "./core.js";
import {
  TfGraphFacts
} from "./shared-formats-tensorflow-tf-graph-facts.js";
import {
  objects,
  readJsonObject,
  text
} from "./shared-formats-shared-whole-json.js";
import {
  isJsonObject
} from "./shared-formats-shared-json-value.js";

// src/formats/tensorflow/tfjs/reader.ts
var MAX_INPUTS = 8;
var scanTfjs = async (artifact, scan) => {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a TensorFlow.js model cannot be read from a stream");
  const model = readJsonObject(source, mentionsModel(scan.probe.head), ["modelTopology", "weightsManifest"]);
  if (model?.["modelTopology"] === void 0 && model?.["weightsManifest"] === void 0) return "not-this-format";
  scan.account.read();
  readManifest(model, scan);
  const topology = model["modelTopology"];
  if (!isJsonObject(topology)) return void 0;
  if (Array.isArray(topology["node"]) || isJsonObject(topology["library"])) readGraph(topology, scan);
  else await descendConfig(topology, scan);
  return void 0;
};
function readManifest(model, scan) {
  const reported = /* @__PURE__ */ new Set();
  for (const group of objects(model["weightsManifest"])) {
    for (const path of Array.isArray(group["paths"]) ? group["paths"] : []) {
      if (typeof path !== "string" || reported.has(path)) continue;
      reported.add(path);
      scan.observe({ kind: "external-file", format: "tfjs", path, role: "tensor data", offset: 0 });
    }
  }
}
function readGraph(graph, scan) {
  const facts = new TfGraphFacts(scan);
  for (const node of objects(graph["node"])) addNode(node, facts);
  const library = graph["library"];
  for (const each of objects(isJsonObject(library) ? library["function"] : void 0)) {
    const signature = each["signature"];
    facts.enterFunction();
    for (const node of [...objects(each["nodeDef"]), ...objects(each["node_def"])]) addNode(node, facts);
    facts.leaveFunction(text(isJsonObject(signature) ? signature["name"] : void 0));
  }
  facts.flush();
}
function addNode(node, facts) {
  const inputs = Array.isArray(node["input"]) ? node["input"].slice(0, MAX_INPUTS).map(text) : [];
  facts.addNode({ name: text(node["name"]), op: text(node["op"]), inputs, values: [], attributes: /* @__PURE__ */ new Map(), offset: 0 });
}
async function descendConfig(topology, scan) {
  const config = topology["model_config"] ?? topology;
  const bytes = new TextEncoder().encode(JSON.stringify(config));
  scan.budget.charge("members", 1);
  await scan.descend({ name: "modelTopology.json", size: bytes.length, open: () => memorySource(bytes) });
}
export {
  scanTfjs
};
