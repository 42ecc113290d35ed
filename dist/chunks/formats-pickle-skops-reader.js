import {
  wholeText_36 as wholeText,
  parseLooseJson_35 as parseLooseJson,
  ScanError_8 as ScanError
} from "./core.js";
import {
  isJsonObject,
  jsonPath
} from "./shared-formats-shared-json-value.js";

// src/formats/pickle/skops/reader.ts
var MAX_SCHEMA = 256 * 2 ** 20;
var TICK = 65536;
var FUNCTIONS = /* @__PURE__ */ new Set(["FunctionNode", "MethodNode", "OperatorFuncNode"]);
function scanSchema(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a skops schema cannot be read from a stream");
  const inside = (artifact.path[artifact.path.length - 2] ?? "").toLowerCase().endsWith(".skops");
  if (source.size > MAX_SCHEMA) {
    if (!inside) return "not-this-format";
    throw new ScanError("limit", `the skops schema has ${source.size} bytes; the limit is ${MAX_SCHEMA}`);
  }
  const text = wholeText(source);
  if (!inside && !/__loader__|\\u00(?:5f|[67][0-9a-f])/i.test(text)) return "not-this-format";
  let value;
  try {
    value = parseLooseJson(text).value;
  } catch (error) {
    if (!inside) return "not-this-format";
    throw error;
  }
  if (!isJsonObject(value) || !inside && typeof value["__loader__"] !== "string") return "not-this-format";
  scan.account.read();
  visit(value, scan);
  return void 0;
}
function visit(root, scan) {
  const places = [{ value: root, where: "" }];
  let seen = 0;
  for (let place = places.pop(); place; place = places.pop()) {
    if (++seen % TICK === 0) scan.budget.checkTime();
    const { value, where } = place;
    if (isJsonObject(value) && typeof value["__loader__"] === "string") observeNode(value, value["__loader__"], where, scan);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value).reverse()) {
      if (typeof child === "object" && child !== null)
        places.push({ value: child, where: jsonPath(where, Array.isArray(value) ? `[${key}]` : `.${key}`) });
    }
  }
}
function observeNode(node, loader, where, scan) {
  const module = textAt(node, "__module__");
  const name = textAt(node, "__class__");
  const observe = (at, what, use, detail) => {
    scan.observe({
      kind: "config-reference",
      loader: "skops",
      module: at,
      name: what,
      where,
      use,
      offset: 0,
      ...detail === void 0 ? {} : { detail }
    });
  };
  const content = isJsonObject(node["content"]) ? node["content"] : {};
  if (loader === "MethodNode") {
    const owner = isJsonObject(content["obj"]) ? content["obj"] : {};
    const [ownModule, ownName] = [textAt(owner, "__module__"), textAt(owner, "__class__")];
    const differs = ownModule !== module || ownName !== name;
    observe(ownModule, `${ownName}.${textAt(content, "func")}`, "function", differs ? `the node says ${module}.${name}` : void 0);
    return;
  }
  if (loader === "FunctionNode" && typeof content["function"] === "string")
    observe(textAt(content, "module_path"), content["function"], "function");
  if (loader === "OperatorFuncNode" && module !== "operator") {
    observe("operator", name, "function", `the node says ${module}.${name}`);
  }
  observe(module, name, FUNCTIONS.has(loader) ? "function" : "class", loader === "ObjectNode" ? void 0 : loader);
}
function textAt(json, key) {
  const value = json[key];
  return typeof value === "string" ? value : "";
}
export {
  scanSchema
};
