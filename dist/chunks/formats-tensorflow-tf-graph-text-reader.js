import {
  EXTENSIONS_14 as EXTENSIONS,
  isComments_14 as isComments,
  accountForText_45 as accountForText,
  ScanError_8 as ScanError
} from "./core.js";
import {
  ARGUMENT_ATTRIBUTES,
  TfGraphFacts
} from "./shared-formats-tensorflow-tf-graph-facts.js";
import {
  textEvents
} from "./shared-wire-protobuf-text-format.js";

// src/formats/tensorflow/tf-graph-text/reader.ts
var MAX_INPUTS = 8;
var MAX_VALUES = 8;
async function scanText(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a graph cannot be read from a stream");
  const facts = new TfGraphFacts(scan);
  const path = [];
  let node;
  let functionName = "";
  let asset = { tensor: "", file: "" };
  let nodes = 0;
  try {
    for (const { kind, name, value, offset } of textEvents(source, () => scan.budget.checkTime())) {
      if (kind === "open") {
        path.push(name);
        if (node) {
          if (name === "attr" && path.length === node.depth + 1) node.key = "";
        } else if (name === "node" || name === "node_def") {
          if (!path.includes("object_graph_def")) node = draft(path.length, offset);
        } else if (name === "function" && path.at(-2) === "library") {
          functionName = "";
          facts.enterFunction();
        } else if (name === "asset_file_def") asset = { tensor: "", file: "" };
      } else if (kind === "close") {
        if (node && path.length === node.depth) {
          if (node.op !== "") {
            nodes++;
            facts.addNode(finished(node));
          }
          node = void 0;
        } else if (name === "function" && path.at(-2) === "library") facts.leaveFunction(functionName);
        else if (name === "asset_file_def") {
          facts.addAsset(asset.tensor, asset.file);
          scan.observe({ kind: "external-file", format: "tf-savedmodel", path: asset.file, role: "asset", offset });
        }
        path.pop();
      } else if (node) addValue(node, path, name, value);
      else if (name === "name" && path.at(-1) === "signature") functionName = value;
      else if (name === "filename" && path.at(-1) === "asset_file_def") asset.file = value;
      else if (name === "name" && path.at(-1) === "tensor_info" && path.at(-2) === "asset_file_def") asset.tensor = value;
    }
  } catch (error) {
    const isNamed = EXTENSIONS.includes(scan.probe.extension) && !isComments(scan.probe.head);
    if (error instanceof ScanError && error.why !== "timeout" && nodes === 0 && !isNamed) return "not-this-format";
    throw error;
  } finally {
    facts.flush();
  }
  if (nodes === 0) return "not-this-format";
  return accountForText(source, scan);
}
function draft(depth, offset) {
  return { name: "", op: "", key: "", inputs: [], values: [], attributes: /* @__PURE__ */ new Map(), depth, offset };
}
function addValue(node, path, name, value) {
  const inner = path.length - node.depth;
  if (inner === 0) {
    if (name === "name") node.name = value;
    else if (name === "op") node.op = value;
    else if (name === "input" && node.inputs.length < MAX_INPUTS) node.inputs.push(value);
    return;
  }
  if (path[node.depth] !== "attr") return;
  if (inner === 1 && name === "key") node.key = value;
  else if (name === "s" && ARGUMENT_ATTRIBUTES.has(node.key)) {
    const before = node.attributes.get(node.key);
    node.attributes.set(node.key, (before === void 0 ? value : `${before}, ${value}`).slice(0, 400));
  } else if (name === "string_val" && node.key === "value" && node.values.length < MAX_VALUES) node.values.push(value.slice(0, 400));
}
function finished({ name, op, inputs, values, attributes, offset }) {
  return { name, op, inputs, values: op === "Const" ? values : [], attributes, offset };
}
export {
  scanText
};
