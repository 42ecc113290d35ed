import {
  isSymbol_28 as isSymbol,
  ScanError_8 as ScanError
} from "./core.js";
import {
  objects,
  readJsonObject,
  text
} from "./shared-formats-shared-whole-json.js";
import {
  isJsonObject
} from "./shared-formats-shared-json-value.js";

// src/formats/runtime/mxnet/reader.ts
var MAX_DISTINCT = 1e4;
function scanMxnet(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a symbol cannot be read from a stream");
  const symbol = readJsonObject(source, isSymbol(scan.probe.name), ["nodes", "heads"]);
  if (!symbol || !Array.isArray(symbol["nodes"]) || !(Array.isArray(symbol["arg_nodes"]) || Array.isArray(symbol["heads"])))
    return "not-this-format";
  scan.account.read();
  readNodes(symbol, scan, /* @__PURE__ */ new Set());
}
function readNodes(symbol, scan, reported) {
  const waiting = [symbol];
  for (let graph = waiting.pop(); graph; graph = waiting.pop()) {
    for (const node of objects(graph["nodes"])) {
      for (const each of objects(node["subgraphs"])) waiting.push(each);
      const op = text(node["op"]);
      const attributes = [node["attrs"], node["attr"], node["param"]].find(isJsonObject);
      const argument = attributes === void 0 ? void 0 : attributes["op_type"] ?? attributes["info"];
      const shown = op.startsWith("_") || op === "Custom" ? text(argument) : "";
      const key = `${op}\0${shown}`;
      if (op === "null" || reported.has(key) || reported.size >= MAX_DISTINCT) continue;
      reported.add(key);
      const acts = shown === "" ? {} : { argument: shown };
      scan.observe({ kind: "graph-op", framework: "mxnet", op, domain: "", node: text(node["name"]), ...acts, offset: 0 });
    }
  }
}
export {
  scanMxnet
};
