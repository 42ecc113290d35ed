import {
  MENTION_35 as MENTION,
  decodeJson_37 as decodeJson,
  parseLooseJson_37 as parseLooseJson,
  codeReaches_47 as codeReaches,
  memorySource_21 as memorySource,
  hasObjectNearRoot_36 as hasObjectNearRoot,
  tooMuchJson_36 as tooMuchJson,
  ScanError_15 as ScanError
} from "./core.js";
import {
  HOLDERS,
  looksLikeKeras
} from "./shared-formats-keras-config-shape.js";
import {
  isJsonObject,
  jsonPath
} from "./shared-formats-json-value.js";

// src/formats/keras-lambda.ts
var MAX_CODE = 4 * 2 ** 20;
function lambdaBytes(written) {
  const text = written.slice(0, MAX_CODE);
  return Buffer.from(text, /^[\0-\x7f]*$/.test(text) ? "base64" : "latin1");
}
function lambdaFact(layer, part, written, runs) {
  return {
    kind: "shipped-code",
    language: "python-bytecode",
    carrier: `Keras Lambda layer ${layer === "" ? "" : `\u201C${layer}\u201D`}${part === "function" ? "" : ` (${part})`}`.replace(/ +/g, " ").trimEnd(),
    runs,
    reaches: written === void 0 ? [] : codeReaches(lambdaBytes(written)),
    offset: 0
  };
}

// src/formats/keras-wrappers.ts
var MAX_LEVELS = 1e3;
function unwrapped(written) {
  let value = written;
  for (let level = 0; level < MAX_LEVELS && isJsonObject(value); level++) {
    const inner = contents(value);
    if (inner === NOT_WRAPPED) return value;
    value = inner;
  }
  return value;
}
var NOT_WRAPPED = /* @__PURE__ */ Symbol("not wrapped");
function contents(value) {
  switch (value["class_name"]) {
    case "__tuple__":
      return listOf(unwrapped(value["items"]));
    case "TensorShape":
      return "items" in value ? unwrapped(value["items"]) : NOT_WRAPPED;
    case "__bytes__": {
      const { config } = value;
      return isJsonObject(config) && !("value" in value) ? config["value"] : value["value"];
    }
    default:
      return NOT_WRAPPED;
  }
}
function listOf(items) {
  if (typeof items === "string") return [...items.slice(0, 16)];
  return isJsonObject(items) ? Object.keys(items) : items;
}

// src/formats/keras-objects.ts
var PLAIN = new Set(
  `__keras_tensor__ __tensor__ __numpy__ __bytes__ __ellipsis__ __slice__ __tuple__ __wrapped__ __complex__ TensorShape TypeSpec DType
  CompositeTensor keras_tensor`.split(/\s+/)
);
var OP_LAYERS = /* @__PURE__ */ new Map([
  ["TFOpLambda", "function"],
  ["SlicingOpLambda", "function"],
  ["ClassMethod", "cls_symbol"],
  ["InstanceMethod", "cls_symbol"]
]);
var TICK = 65536;
function observeKerasObjects(root, runs, listener) {
  const places = [{ value: root, where: "", layer: "" }];
  let seen = 0;
  for (let place = places.pop(); place; place = places.pop()) {
    if (++seen % TICK === 0) listener.tick();
    const { value, where, layer } = place;
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) places.push({ value: value[i], where: jsonPath(where, `[${i}]`), layer });
    } else if (isJsonObject(value)) {
      const name = layerName(value) ?? layer;
      if (typeof value["class_name"] === "string") new KerasObject(value, value["class_name"], where, name, runs, listener).state();
      for (const key of Object.keys(value).reverse()) {
        const child = value[key];
        if (typeof child === "object" && child !== null) places.push({ value: child, where: jsonPath(where, `.${key}`), layer: name });
      }
    }
  }
}
function textAt(json, key) {
  const value = unwrapped(json[key]);
  return typeof value === "string" ? value : void 0;
}
function layerName({ class_name, config }) {
  return typeof class_name === "string" && isJsonObject(config) ? textAt(config, "name") : void 0;
}
var KerasObject = class {
  json;
  className;
  where;
  layer;
  runs;
  listener;
  constructor(json, className, where, layer, runs, listener) {
    this.json = json;
    this.className = className;
    this.where = where;
    this.layer = layer;
    this.runs = runs;
    this.listener = listener;
  }
  state() {
    const { json, className } = this;
    if (className === "__lambda__") this.code("function", codeIn(json["config"]));
    else if (className === "function")
      this.reference(textAt(json, "module"), textAt(json, "config") ?? textAt(json, "registered_name") ?? "", "function");
    else if (className === "__typespec__") this.reference(textAt(json, "module"), textAt(json, "spec_name") ?? "", "class");
    else if (!PLAIN.has(className) && ("config" in json || "module" in json || "registered_name" in json)) this.object();
  }
  object() {
    const { json, className } = this;
    const config = isJsonObject(json["config"]) ? json["config"] : {};
    this.reference(textAt(json, "module"), className, "class", textAt(json, "registered_name"));
    const bare = className.slice(Math.max(className.lastIndexOf(">"), className.lastIndexOf(".")) + 1);
    this.functions(config, bare === "Lambda");
    const operation = OP_LAYERS.get(bare);
    if (operation !== void 0)
      this.reference(
        "tensorflow",
        [textAt(config, operation), textAt(config, "method_name")].filter((part) => part !== void 0).join("."),
        "function"
      );
    if (bare === "TensorFlowOpLayer") this.graphOp(config["node_def"]);
    if (bare === "TorchModuleWrapper") this.pickled(config["module"]);
    if (bare === "TFSMLayer") this.file(textAt(config, "filepath"), "SavedModel");
    this.file(textAt(config, "vocabulary"), "vocabulary");
    this.file(textAt(config, "merges"), "merge rules");
    const proto = textAt(config, "proto");
    if (proto !== void 0 && !isEmbedded(proto)) this.file(proto, "SentencePiece model");
  }
  /**
   * The functions of a layer: those of a Lambda, and of any layer what it calls a lambda beside it, as wrappers of cells do (`residual_fn_type`,
   * tf_keras/src/layers/rnn/cell_wrappers.py) and the Merge of Keras 1 (`mode_type`).
   */
  functions(config, isLambda) {
    if (isLambda) for (const part of LAMBDA_PARTS) this.functionAt(config, part, textAt(config, `${part}_type`));
    for (const key of Object.keys(config)) {
      const part = key.endsWith("_type") ? key.slice(0, -"_type".length) : "";
      if (part in config && !(isLambda && LAMBDA_PARTS.includes(part)) && textAt(config, key) === "lambda")
        this.functionAt(config, part, "lambda");
    }
  }
  /** Keras 1 and 2: `[code, defaults, closure]`, or the name of a function beside its module. Keras 3 nests an object, which is visited by itself. */
  functionAt(config, part, type) {
    const value = unwrapped(config[part]);
    if (Array.isArray(value)) {
      const code = unwrapped(value[0]);
      if (type === "lambda" || typeof code === "string") this.code(part, typeof code === "string" ? code : void 0);
    } else if (type === "lambda") this.code(part, codeIn(value));
    else if (typeof value === "string") {
      const module = textAt(config, part === "function" ? "module" : `${part}_module`);
      this.listener.observe({
        kind: "config-reference",
        loader: "keras",
        module: module ?? "",
        name: value,
        where: this.where,
        use: "function",
        detail: "by name",
        offset: 0
      });
    }
  }
  code(part, written) {
    this.listener.observe(lambdaFact(this.layer, part, written, this.runs));
  }
  reference(written, name, use, registered = "") {
    const [module, bare] = registeredName(written ?? "", name, registered);
    const detail = registered !== "" && registered !== name ? `registered as ${registered}` : void 0;
    const fact = {
      kind: "config-reference",
      loader: "keras",
      where: this.where,
      use,
      offset: 0,
      ...detail === void 0 ? {} : { detail }
    };
    this.listener.observe({ ...fact, module, name: bare });
    const [owner, own] = splitName(registered);
    if (owner !== void 0 && /^(?:tf_)?keras(?:\.|$)/.test(module)) this.listener.observe({ ...fact, module: owner, name: own });
  }
  file(path, role) {
    if (path !== void 0 && path !== "") this.listener.observe({ kind: "external-file", format: "keras", path, role, offset: 0 });
  }
  /** A NodeDef as the mapping that protobuf makes of it, as JSON, or as its bytes (tf_keras TensorFlowOpLayer). */
  graphOp(definition) {
    const node = typeof definition === "string" ? parsed(definition) ?? definition : definition;
    const op = isJsonObject(node) ? textAt(node, "op") : typeof node === "string" ? NODE_BYTES.exec(node)?.[1] : void 0;
    this.listener.observe({ kind: "graph-op", framework: "tensorflow", op: op ?? "?", domain: "", node: this.layer, offset: 0 });
  }
  /** A PyTorch module as `torch.save` writes it. */
  pickled(module) {
    const text = codeIn(module);
    if (text !== void 0) this.listener.nested(`${this.layer === "" ? "layer" : this.layer}.module`, lambdaBytes(text));
  }
};
function isEmbedded(proto) {
  return proto.length > 2048 && /^[A-Za-z0-9+/]*={0,2}$/.test(proto);
}
var LAMBDA_PARTS = ["function", "output_shape", "mask"];
var NODE_BYTES = /\x12[\x01-\x7f]([A-Z_]\w{1,126})/;
function parsed(text) {
  const problem = tooMuchJson(text);
  if (problem) throw problem;
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function codeIn(written, depth = 0) {
  const value = unwrapped(written);
  if (typeof value === "string") return value;
  if (depth > 3) return void 0;
  if (Array.isArray(value)) return codeIn(value[0], depth + 1);
  if (!isJsonObject(value)) return void 0;
  return codeIn(value["code"] ?? value["value"] ?? value["config"], depth + 1);
}
function splitName(name) {
  const at = name.lastIndexOf(">");
  return at < 0 ? [void 0, name] : [name.slice(0, at), name.slice(at + 1)];
}
function registeredName(module, name, registered) {
  const [owner, bare] = splitName(name);
  if (owner !== void 0 && (module === "" || module === "builtins")) return [owner, bare];
  const [registrar] = splitName(registered);
  return [module === "" && registrar !== void 0 ? registrar : module, name];
}

// src/formats/keras-config-scan.ts
var MAX_JSON = 16 * 2 ** 20;
var MAX_TEXT = 64 * 2 ** 20;
var ATTRIBUTE = /(?:^|\/)\.attrs\/(?:model|training)_config$|^keras_metadata\[\d+\]\.json$/;
var MAX_NESTED = 1e3;
async function scanConfig(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  const owner = ownerOf(artifact);
  if (source.size > (owner === "none" ? MAX_TEXT : MAX_JSON)) {
    if (owner === "none") return "not-this-format";
    throw new ScanError("limit", `a Keras configuration of ${source.size} bytes`);
  }
  const text = decodeJson(source.read(0, source.size));
  if (owner === "none" && !MENTION.test(text)) return "not-this-format";
  let json;
  try {
    if (source.size > MAX_JSON) throw new ScanError("limit", `a Keras configuration of ${source.size} bytes`);
    json = parseLooseJson(text);
  } catch (error) {
    const isLimit = error instanceof ScanError && error.why === "limit";
    if (owner === "none" && !(isLimit && hasObjectNearRoot(text, ["class_name", "config"], HOLDERS))) return "not-this-format";
    throw error;
  }
  if (owner === "none" && !looksLikeKeras(json.value)) return "not-this-format";
  scan.account.read();
  for (const key of json.duplicates) {
    scan.observe({
      kind: "structure",
      format: "keras-config",
      problem: "duplicate-key",
      detail: `the key ${key.slice(0, 200)} stands twice in one object`,
      offset: 0
    });
  }
  const members = [];
  observeKerasObjects(json.value, owner === "archive" ? "use" : "load", {
    observe: (observation) => {
      scan.observe(observation);
    },
    nested: (name, bytes) => {
      if (members.length < MAX_NESTED) members.push({ name, size: bytes.length, open: () => memorySource(bytes) });
    },
    tick: () => scan.budget.checkTime()
  });
  for (const member of members) {
    scan.budget.charge("members", 1);
    await scan.descend(member);
  }
}
function ownerOf({ path }) {
  const name = path[path.length - 1] ?? "";
  if (ATTRIBUTE.test(name)) return "attribute";
  const holder = path.length > 1 ? path[path.length - 2] ?? "" : "";
  return holder.toLowerCase().endsWith(".keras") && /(?:^|\/)config\.json$/i.test(name) ? "archive" : "none";
}
export {
  scanConfig
};
