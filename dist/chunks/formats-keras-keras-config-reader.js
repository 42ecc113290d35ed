import {
  CLASS_NAME_30 as CLASS_NAME,
  wholeText_36 as wholeText,
  parseLooseJson_35 as parseLooseJson,
  hasObjectNearRoot_34 as hasObjectNearRoot,
  tooMuchJson_34 as tooMuchJson,
  codeReaches_42 as codeReaches,
  memorySource_10 as memorySource,
  ScanError_8 as ScanError
} from "./core.js";
import {
  HOLDER_KEYS,
  looksLikeKeras
} from "./shared-formats-keras-keras-config-shape.js";
import {
  entriesOf,
  isJsonObject,
  jsonPath
} from "./shared-formats-shared-json-value.js";

// src/formats/keras/keras-config/nested.ts
var KEYS = ["class_name", "config"];
function* kerasConfigs(document, tick) {
  const documents = [document];
  for (let each = documents.pop(); each; each = documents.pop()) {
    if (each === document || looksLikeKeras(each.value)) yield each;
    for (const text of textsOf(each.value)) {
      tick();
      const parsed2 = parseConfig(text);
      if (parsed2) documents.push(parsed2);
    }
  }
}
function* textsOf(root) {
  const levels = [];
  let value = root;
  for (; ; ) {
    if (typeof value === "string") {
      if (JSON_START.test(value) && CLASS_NAME.test(value)) yield value;
    } else if (Array.isArray(value) || isJsonObject(value)) levels.push(entriesOf(value));
    let step = levels.at(-1)?.next();
    while (step?.done === true) {
      levels.pop();
      step = levels.at(-1)?.next();
    }
    if (step === void 0) return;
    value = step.value[1];
  }
}
var JSON_START = /^\s*[{["]/;
function parseConfig(text) {
  try {
    return parseLooseJson(text);
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    if (error.why === "limit" && hasObjectNearRoot(text, KEYS, HOLDER_KEYS)) throw error;
    return void 0;
  }
}

// src/formats/keras/keras-config/lambda.ts
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

// src/formats/keras/keras-config/wrappers.ts
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

// src/formats/keras/keras-config/objects.ts
var DATA_CLASSES = new Set(
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
  const places = [];
  const enter = (value, where, layer) => {
    const isList = Array.isArray(value);
    if (!isList && !isJsonObject(value)) return;
    let name = layer;
    if (isJsonObject(value)) {
      name = layerName(value) ?? layer;
      if (typeof value["class_name"] === "string") new KerasObject(value, value["class_name"], where, name, runs, listener).observe();
    }
    places.push({ entries: entriesOf(value), isList, where, layer: name });
  };
  enter(root, "", "");
  let seen = 0;
  for (let place = places.at(-1); place; place = places.at(-1)) {
    if (++seen % TICK === 0) listener.tick();
    const step = place.entries.next();
    if (step.done === true) {
      places.pop();
      continue;
    }
    const [key, child] = step.value;
    if (typeof child === "object" && child !== null) enter(child, jsonPath(place.where, place.isList ? `[${key}]` : `.${key}`), place.layer);
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
  /** Reports what the object names. */
  observe() {
    const { json, className } = this;
    if (className === "__lambda__") this.observeCode("function", codeIn(json["config"]));
    else if (className === "function")
      this.observeReference(textAt(json, "module"), textAt(json, "config") ?? textAt(json, "registered_name") ?? "", "function");
    else if (className === "__typespec__") this.observeReference(textAt(json, "module"), textAt(json, "spec_name") ?? "", "class");
    else if (!DATA_CLASSES.has(className) && ("config" in json || "module" in json || "registered_name" in json)) this.observeClass();
  }
  observeClass() {
    const { json, className } = this;
    const config = isJsonObject(json["config"]) ? json["config"] : {};
    this.observeReference(textAt(json, "module"), className, "class", textAt(json, "registered_name"));
    const bare = className.slice(Math.max(className.lastIndexOf(">"), className.lastIndexOf(".")) + 1);
    this.observeFunctions(config, bare === "Lambda");
    const operation = OP_LAYERS.get(bare);
    if (operation !== void 0)
      this.observeReference(
        "tensorflow",
        [textAt(config, operation), textAt(config, "method_name")].filter((part) => part !== void 0).join("."),
        "function"
      );
    if (bare === "TensorFlowOpLayer") this.observeGraphOp(config["node_def"]);
    if (bare === "TorchModuleWrapper") this.passPickle(config["module"]);
    if (bare === "TFSMLayer") this.observeFile(textAt(config, "filepath"), "SavedModel");
    this.observeFile(textAt(config, "vocabulary"), "vocabulary");
    this.observeFile(textAt(config, "merges"), "merge rules");
    const proto = textAt(config, "proto");
    if (proto !== void 0 && !isEmbedded(proto)) this.observeFile(proto, "SentencePiece model");
  }
  /**
   * Reports the functions of a layer: those of a Lambda layer, and in any layer `<key>` if `<key>_type` is `lambda`,
   * such as `residual_fn_type` (tf_keras/src/layers/rnn/cell_wrappers.py) and `mode_type` (Merge of Keras 1).
   */
  observeFunctions(config, isLambda) {
    if (isLambda) for (const part of LAMBDA_PARTS) this.observeFunction(config, part, textAt(config, `${part}_type`));
    for (const key of Object.keys(config)) {
      const part = key.endsWith("_type") ? key.slice(0, -"_type".length) : "";
      if (part in config && !(isLambda && LAMBDA_PARTS.includes(part)) && textAt(config, key) === "lambda")
        this.observeFunction(config, part, "lambda");
    }
  }
  /**
   * Reports one function. Keras 1 and 2 write `[code, defaults, closure]`, or the function's name with its module in
   * another key. Keras 3 writes an object, which `observeKerasObjects` visits.
   */
  observeFunction(config, part, type) {
    const value = unwrapped(config[part]);
    if (Array.isArray(value)) {
      const code = unwrapped(value[0]);
      if (type === "lambda" || typeof code === "string") this.observeCode(part, typeof code === "string" ? code : void 0);
    } else if (type === "lambda") this.observeCode(part, codeIn(value));
    else if (typeof value === "string") {
      const module = textAt(config, part === "function" ? "module" : `${part}_module`);
      this.listener.observe({
        kind: "config-reference",
        loader: "keras",
        module: module ?? "",
        name: value,
        where: this.where,
        use: "function",
        byName: true,
        offset: 0
      });
    }
  }
  observeCode(part, written) {
    this.listener.observe(lambdaFact(this.layer, part, written, this.runs));
  }
  observeReference(written, name, use, registered = "") {
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
  observeFile(path, role) {
    if (path !== void 0 && path !== "") this.listener.observe({ kind: "external-file", format: "keras", path, role, offset: 0 });
  }
  /** Reports the operation of a NodeDef: a JSON object, a JSON text, or its bytes (tf_keras TensorFlowOpLayer). */
  observeGraphOp(definition) {
    const node = typeof definition === "string" ? parsed(definition) ?? definition : definition;
    const op = isJsonObject(node) ? textAt(node, "op") : typeof node === "string" ? NODE_BYTES.exec(node)?.[1] : void 0;
    this.listener.observe({ kind: "graph-op", framework: "tensorflow", op: op ?? "?", domain: "", node: this.layer, offset: 0 });
  }
  /** Scans a PyTorch module in the form that `torch.save` writes. */
  passPickle(module) {
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

// src/formats/keras/keras-config/reader.ts
var MAX_JSON = 16 * 2 ** 20;
var MAX_TEXT = 64 * 2 ** 20;
var ATTRIBUTE = /(?:^|\/)\.attrs\/(?:model|training)_config$|^keras_metadata\[\d+\]\.json$/;
var MAX_NESTED = 1e3;
async function scanConfig(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a Keras configuration cannot be read from a stream");
  const owner = ownerOf(artifact);
  if (source.size > (owner === "none" ? MAX_TEXT : MAX_JSON)) {
    if (owner === "none") return "not-this-format";
    throw tooLarge(source.size);
  }
  const text = wholeText(source);
  if (owner === "none" && !CLASS_NAME.test(text)) return "not-this-format";
  let json;
  try {
    if (source.size > MAX_JSON) throw tooLarge(source.size);
    json = parseLooseJson(text);
  } catch (error) {
    const isLimit = error instanceof ScanError && error.why === "limit";
    if (owner === "none" && !(isLimit && hasObjectNearRoot(text, ["class_name", "config"], HOLDER_KEYS))) return "not-this-format";
    throw error;
  }
  const isKeras = owner !== "none" || looksLikeKeras(json.value);
  const members = [];
  let found = false;
  for (const config of kerasConfigs(json, () => scan.budget.checkTime())) {
    if (config === json && !isKeras) continue;
    found = true;
    observeConfig(config, owner, members, scan);
  }
  if (!found) return "not-this-format";
  scan.account.read();
  for (const member of members) {
    scan.budget.charge("members", 1);
    await scan.descend(member);
  }
}
function tooLarge(size) {
  return new ScanError("limit", `the Keras configuration has ${size} bytes; the limit is ${MAX_JSON}`);
}
function observeConfig({ value, duplicates }, owner, members, scan) {
  for (const key of duplicates) {
    scan.observe({
      kind: "structure",
      format: "keras-config",
      problem: "duplicate-key",
      detail: `the key ${key.slice(0, 200)} appears twice in one object`,
      offset: 0
    });
  }
  observeKerasObjects(value, owner === "archive" ? "use" : "load", {
    observe: (observation) => {
      scan.observe(observation);
    },
    nested: (name, bytes) => {
      if (members.length < MAX_NESTED) members.push({ name, size: bytes.length, open: () => memorySource(bytes) });
    },
    tick: () => scan.budget.checkTime()
  });
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
