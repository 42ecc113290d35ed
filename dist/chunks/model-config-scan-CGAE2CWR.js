import {
  LOADED_27 as LOADED,
  MAX_TEXT_27 as MAX_TEXT,
  SPARK_27 as SPARK,
  inPackage_27 as inPackage,
  memorySource_17 as memorySource,
  ScanError_15 as ScanError
} from "./core.js";
import {
  isJsonObject,
  jsonPath
} from "./chunk-PXHTSGPD.js";
import {
  decodeJson,
  parseLooseJson
} from "./chunk-C3RINPKW.js";

// src/formats/model-config-hub.ts
var MODEL_KEYS = "architectures model_type transformers_version tokenizer_class processor_class image_processor_type feature_extractor_type peft_type _diffusers_version _attn_implementation_internal".split(
  " "
);
var MAX_VALUES = 1e3;
function isModelConfig(root, name) {
  if (Array.isArray(root)) return name === "modules.json" && isModuleList(root);
  if (!isJsonObject(root)) return false;
  if (name === "MLmodel") return isJsonObject(root["flavors"]);
  const { auto_map: map } = root;
  return MODEL_KEYS.some((key) => Object.hasOwn(root, key)) || isSpark(root) || Array.isArray(map) && name === "tokenizer_config.json" || isJsonObject(map) && Object.keys(map).some((key) => /^Auto[A-Z]/.test(key));
}
function observePackage(root, name, json, references) {
  if (Array.isArray(root) && name === "modules.json") observeModules(root, references);
  if (!isJsonObject(root)) return;
  if (name === "MLmodel" || isJsonObject(root["flavors"])) observeMlflow(root, references);
  if (!json) return;
  observeHubs(root, "", references, 0);
  if (root["trust_remote_code"] === true && !("auto_map" in root) && isModelConfig(root, name))
    references.state({ loader: "transformers", target: "trust_remote_code", where: "trust_remote_code", use: "remote" });
  if ("_diffusers_version" in root || name.endsWith("model_index.json")) observeDiffusers(root, references);
  if (isSpark(root)) references.state({ loader: "spark", target: String(root["class"]), where: "class", use: "class" });
}
var MAX_PARTS = 6;
function observeHubs(value, at, references, depth) {
  if (isJsonObject(value)) observeHub(value, at, references);
  if (typeof value !== "object" || value === null || depth > MAX_PARTS) return;
  for (const [key, each] of Object.entries(value).slice(0, MAX_VALUES))
    if (typeof each === "object" && key !== "auto_map") observeHubs(each, `${at}${key.slice(0, 60)}.`, references, depth + 1);
}
var ATTENTION = ["_attn_implementation_internal", "_attn_implementation", "attn_implementation"];
function observeHub(object, at, references) {
  const remote = (target, where) => references.state({ loader: "transformers", target, where: at + where, use: "remote", detail: origin(target) });
  const { auto_map: map, auto_mapping: mapping, custom_pipelines: pipelines } = object;
  if (isJsonObject(map)) for (const [key, value] of entries(map)) for (const target of texts(value)) remote(target, `auto_map.${key}`);
  if (Array.isArray(map)) for (const target of texts(map)) remote(target, "auto_map");
  if (isJsonObject(pipelines)) {
    for (const [task, row] of entries(pipelines))
      if (isJsonObject(row)) for (const target of texts(row["impl"])) remote(target, `custom_pipelines.${task}.impl`);
  }
  if (isJsonObject(mapping) && typeof mapping["parent_library"] === "string" && typeof mapping["base_model_class"] === "string") {
    const target = `${mapping["parent_library"]}.${mapping["base_model_class"]}`;
    references.state({ loader: "transformers", target, where: `${at}auto_mapping`, use: "class" });
  }
  for (const key of ATTENTION) {
    const value = object[key];
    for (const kernel of isJsonObject(value) ? Object.values(value).slice(0, MAX_VALUES) : [value])
      if (typeof kernel === "string" && kernel.includes("/"))
        references.state({ loader: "transformers", target: kernel, where: at + key, use: "remote", detail: "kernels of a hub repository" });
  }
}
function origin(target) {
  return target.includes("--") ? "Python code of another repository" : "Python code of the model\u2019s own folder";
}
function observeDiffusers(root, references) {
  for (const [key, value] of entries(root)) {
    if (key === "_class_name" || !Array.isArray(value)) continue;
    const [library, name] = value;
    if (typeof library === "string" && typeof name === "string" && library !== "" && name !== "")
      references.state({ loader: "diffusers", target: `${library}.${name}`, where: key, use: "class" });
  }
  const { _class_name: pipeline, custom_pipeline: custom } = root;
  const own = Array.isArray(pipeline) ? pipeline[0] : custom;
  if (typeof own === "string")
    references.state({
      loader: "diffusers",
      target: own,
      where: Array.isArray(pipeline) ? "_class_name" : "custom_pipeline",
      use: "remote"
    });
}
function observeModules(root, references) {
  root.slice(0, MAX_VALUES).forEach((module, index) => {
    const type = moduleType(module);
    const meant = references.place === "model" || isJsonObject(module) && "path" in module && "name" in module;
    if (type !== void 0 && meant)
      references.state({ loader: "sentence-transformers", target: type, where: `[${index}].type`, use: "class" });
  });
}
function isModuleList(root) {
  return root.slice(0, MAX_VALUES).some((module) => moduleType(module) !== void 0 && "idx" in module);
}
function moduleType(module) {
  const type = isJsonObject(module) ? module["type"] : void 0;
  return typeof type === "string" && /^[^\W\d]\w*(?:\.[^\W\d]\w*)+$/u.test(type) ? type : void 0;
}
function observeMlflow(root, references) {
  if (!isJsonObject(root["flavors"])) return;
  for (const [flavor, row] of entries(root["flavors"])) {
    if (!isJsonObject(row)) continue;
    for (const key of ["loader_module", "keras_module", "pickle_module"])
      if (isSet(row[key]))
        references.state({ loader: "mlflow", target: String(row[key]), where: `flavors.${flavor}.${key}`, use: "module" });
    for (const key of ["code", "model_code_path"])
      if (isSet(row[key]))
        references.state({
          loader: "mlflow",
          target: String(row[key]),
          where: `flavors.${flavor}.${key}`,
          use: "remote",
          detail: "Python code of the model\u2019s own folder"
        });
  }
}
function isSet(value) {
  return typeof value === "string" && !["", "null", "~", "Null", "NULL"].includes(value);
}
function isSpark(root) {
  return typeof root["class"] === "string" && typeof root["sparkVersion"] === "string" && "uid" in root;
}
function entries(object) {
  return Object.entries(object).slice(0, MAX_VALUES).map(([key, value]) => [key.slice(0, 60), value]);
}
function texts(value) {
  return (Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value]).filter((each) => typeof each === "string");
}

// src/formats/model-config-objects.ts
var TICK = 65536;
function observeReferences(root, references, tick) {
  const places = [{ value: root, where: "", parent: void 0 }];
  let seen = 0;
  for (let place = places.pop(); place; place = places.pop()) {
    if (++seen % TICK === 0) tick();
    const { value, where } = place;
    if (typeof value !== "object" || value === null) continue;
    const list = Array.isArray(value);
    if (!list && isJsonObject(value)) {
      observeTargets(value, place, root, references);
      observeJsonpickle(value, where, references);
    }
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === "object" && child !== null)
        places.push({ value: child, where: jsonPath(where, list ? `[${key}]` : `.${key}`), parent: place });
    }
  }
}
var LIGHTNING_KEYS = /* @__PURE__ */ new Set(["class_path", "init_args", "dict_kwargs"]);
function observeTargets(object, place, root, references) {
  const { where } = place;
  const { _target_: written, class_path: path, target, params } = object;
  if (typeof written === "string") {
    const resolved = interpolated(written, place, root);
    if (/^hydra\.utils\.get_(?:class|method|object|static_method)$/.test(resolved) && typeof object["path"] === "string")
      references.state({
        loader: "hydra",
        target: interpolated(object["path"], place, root),
        where: jsonPath(where, ".path"),
        use: "function"
      });
    else references.state({ loader: "hydra", target: resolved, where: jsonPath(where, "._target_"), use: "class" });
  }
  if (typeof path === "string" && path.includes(".") && Object.keys(object).every((key) => LIGHTNING_KEYS.has(key)))
    references.state({ loader: "lightning", target: path, where: jsonPath(where, ".class_path"), use: "class" });
  if (typeof target === "string" && /^[A-Za-z_]\w*(?:\.\w+)+$/.test(target)) {
    const detail = isJsonObject(params) ? "with params" : references.nemo || "nemo_version" in object ? "with the configuration" : void 0;
    if (detail !== void 0) references.state({ loader: "hydra", target, where: jsonPath(where, ".target"), use: "class", detail });
  }
}
var MAX_STEPS = 8;
var RESOLVER = /\$\{oc\.(select|env|decode):([^{},]{1,300})(?:,([^{},]{1,300}))?\}/g;
function interpolated(text, place, root) {
  let result = text;
  for (let step = 0; step < MAX_STEPS && result.includes("${"); step++) {
    const next = result.replace(/\$\{([\w.[\]-]{1,300})\}/g, (whole, path) => {
      const found = lookup(path, place, root);
      return typeof found === "string" ? found.slice(0, 1e3) : whole;
    }).replace(RESOLVER, (whole, resolver, first, second) => {
      const found = resolver === "select" ? lookup(first.trim(), place, root) : resolver === "env" ? second : first;
      const value = typeof found === "string" ? found : second;
      return value === void 0 ? whole : value.trim().slice(0, 1e3);
    });
    if (next === result || next.length > 4e3) break;
    result = next;
  }
  return result;
}
function lookup(path, place, root) {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0;
  let from = place;
  for (let up = 1; up < dots; up++) from = from?.parent;
  let value = dots === 0 ? root : from?.value;
  for (const key of path.slice(dots).split(/[.[\]]+/)) {
    if (key === "") continue;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
    value = value[key];
  }
  return value;
}
function observeJsonpickle(object, where, references) {
  const { "py/object": built, "py/reduce": reduce, "py/repr": repr, "py/mod": module } = object;
  const state = (target, key, use, unmistakable = false) => {
    if (typeof target === "string")
      references.state({ loader: "jsonpickle", target: python2(target), where: jsonPath(where, `.${key}`), use, detail: key, unmistakable });
  };
  state(built, "py/object", "class");
  state(object["py/type"], "py/type", "class");
  state(object["py/function"], "py/function", "function");
  state(typeof module === "string" ? module.split("/")[0] : void 0, "py/mod", "module");
  if (typeof repr === "string") state("builtins.eval", "py/repr", "function");
  const called = Array.isArray(reduce) ? reduce[0] : isJsonObject(reduce) ? Object.values(reduce)[0] : void 0;
  if (!isJsonObject(called)) return;
  state(called["py/function"], "py/reduce", "function", true);
  state(called["py/type"], "py/reduce", "class", true);
}
function python2(name) {
  return name.startsWith("__builtin__.") ? `builtins.${name.slice("__builtin__.".length)}` : name;
}

// src/formats/model-config-references.ts
var MAX_TARGET = 500;
var MAX_LOCATED = 100;
var References = class {
  /** Whose the configuration is. */
  place = "elsewhere";
  /** Is it that of a NeMo model, whose class is called `target` (nemo/core/classes/common.py)? */
  nemo = false;
  stated = 0;
  scan;
  text;
  seen = /* @__PURE__ */ new Set();
  constructor(scan, text) {
    this.scan = scan;
    this.text = text;
  }
  state({ loader, target: whole, where, use, detail, unmistakable }) {
    const target = whole.trim().slice(0, MAX_TARGET);
    const key = `${loader}
${target}
${use}`;
    if (target === "" || this.seen.has(key)) return;
    this.seen.add(key);
    this.stated++;
    const dot = use === "module" || use === "remote" && !isDotted(target) ? -1 : target.lastIndexOf(".");
    const module = use === "module" ? target : target.slice(0, Math.max(0, dot));
    this.scan.observe({
      kind: "config-reference",
      loader,
      module,
      name: use === "module" ? "" : target.slice(dot + 1),
      where,
      use,
      offset: this.seen.size <= MAX_LOCATED ? this.locate(target) : 0,
      ...detail === void 0 ? {} : { detail },
      ...this.place === "model" || unmistakable && this.place !== "other-tool" ? {} : { ordinary: true }
    });
  }
  /** Where the name first stands in the file, in bytes of UTF-8; 0 where it is written another way. */
  locate(target) {
    const at = this.text.indexOf(target);
    return at <= 0 ? 0 : new TextEncoder().encode(this.text.slice(0, at)).length;
  }
};
function isDotted(target) {
  const isName = /^[\w./-]+$/.test(target) && /^\.\w+$/.test(target.slice(target.lastIndexOf(".")));
  return isName && !/^[./]|\.(?:py|so|zip|gz|git|whl)$/.test(target);
}

// src/formats/model-config-yaml.ts
var MAX_YAML = 256 * 1024;
var MAX_DEPTH = 100;
var MAX_COPIED = 2e4;
var PREFIX = "tag:yaml.org,2002:";
async function readYaml(text) {
  const { yaml } = await import("./yaml-library-AK2E6SKV.js");
  const unread = { documents: [], tags: [], sound: false };
  try {
    const tokens = [...new yaml.Parser().parse(text)];
    if (depthOf(tokens) > MAX_DEPTH) return unread;
    const options = { schema: "failsafe", uniqueKeys: false, strict: false, merge: false, prettyErrors: false };
    const documents = [];
    const tags = [];
    let sound = true;
    for (const document of new yaml.Composer(options).compose(tokens)) {
      documents.push(new Plain(yaml, tags).value(contentsOf(document), ""));
      if (document.errors.length > 0) sound = false;
    }
    return { documents, tags, sound };
  } catch {
    return unread;
  }
}
function contentsOf(document) {
  return document.contents;
}
function depthOf(tokens) {
  let level = tokens;
  let depth = 0;
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth++;
    const next = [];
    for (const token of level) {
      if ("value" in token && typeof token.value === "object") next.push(token.value);
      if (!("items" in token)) continue;
      for (const { key, value } of token.items) {
        if (key) next.push(key);
        if (value) next.push(value);
      }
    }
    level = next;
  }
  return depth;
}
var Plain = class {
  yaml;
  tags;
  anchors = /* @__PURE__ */ new Map();
  nodes = 0;
  copied = 0;
  constructor(yaml, tags) {
    this.yaml = yaml;
    this.tags = tags;
  }
  /** No deeper than `MAX_DEPTH`. */
  value(node, where) {
    const { isAlias, isNode } = this.yaml;
    if (isAlias(node)) return this.aliased(node.source);
    const before = this.nodes++;
    const value = this.content(node, where);
    if (isNode(node) && "anchor" in node && typeof node.anchor === "string")
      this.anchors.set(node.anchor, { value, nodes: this.nodes - before });
    return value;
  }
  /** Values that stand in several places are walked once for each: nested aliases would make millions of them. */
  aliased(name) {
    const { value, nodes } = this.anchors.get(name) ?? { value: null, nodes: 1 };
    if (nodes > 1 && this.copied + nodes > MAX_COPIED) return null;
    this.copied += nodes;
    this.nodes += nodes;
    return value;
  }
  content(node, where) {
    const { isMap, isScalar, isSeq } = this.yaml;
    if (isScalar(node)) {
      this.noteTag(node.tag, where);
      return typeof node.value === "string" ? node.value : node.source ?? "";
    }
    if (isSeq(node)) {
      this.noteTag(node.tag, where);
      return node.items.map((item, index) => this.value(item, `${where}[${index}]`));
    }
    if (!isMap(node)) return null;
    this.noteTag(node.tag, where);
    const result = /* @__PURE__ */ Object.create(null);
    for (const { key, value } of node.items) {
      const name = this.value(key, `${where}.?`);
      const text = typeof name === "string" ? name : "?";
      result[text] = this.value(value, where === "" ? text.slice(0, 60) : `${where}.${text.slice(0, 60)}`);
    }
    const merged = result["<<"];
    for (const each of Array.isArray(merged) ? merged : [merged])
      if (typeof each === "object" && each !== null) {
        for (const [key, value] of Object.entries(each)) if (!(key in result)) result[key] = value;
      }
    return result;
  }
  noteTag(written, where) {
    if (written === void 0) return;
    const tag = decodeTag(written);
    if (tag.startsWith(`${PREFIX}python/`)) this.tags.push({ tag: tag.slice(PREFIX.length), where: where.slice(-200) });
  }
};
function decodeTag(tag) {
  try {
    return decodeURIComponent(tag);
  } catch {
    return tag;
  }
}
var TAGS = [
  { tag: /^python\/object\/apply:(.+)$/s, use: "function", calls: true },
  { tag: /^python\/object\/new:(.+)$/s, use: "class" },
  { tag: /^python\/object:(.+)$/s, use: "class" },
  { tag: /^python\/name:(.+)$/s, use: "function" },
  { tag: /^python\/module:(.+)$/s, use: "module" }
];
function observeTag({ tag: written, where }, references) {
  for (const { tag, use, calls } of TAGS) {
    const target = tag.exec(written)?.[1];
    if (target === void 0) continue;
    const detail = `!!${written.slice(0, written.indexOf(":"))}`;
    references.state({ loader: "yaml", target, where, use, detail, ...calls ? { unmistakable: true } : {} });
  }
}

// src/formats/model-config-text.ts
var MAX_MATCHES = 1e3;
var TAG = /!(?:!|<tag:yaml\.org,2002:)([\w.%/:-]{1,400})/g;
var DIRECTIVE = /^%TAG[ \t]+(!(?:\w*!)?)[ \t]+(?:tag:yaml\.org,2002:)([\w%/:]*)/gm;
var PYTHON = /^python\/[a-z]{1,20}(?:\/[a-z]{1,20})?:[\w.]{1,300}/;
var COMMENT = /^[ \t]*#.*$/gm;
var KEYS = [
  { key: /_target_["']?\s{0,20}:\s{0,20}["']?([A-Za-z_][\w.]{0,300})/g, loader: "hydra", use: "class" },
  { key: /class_path["']?\s{0,20}:\s{0,20}["']?([A-Za-z_]\w{0,100}\.[\w.]{1,300})/g, loader: "lightning", use: "class" },
  { key: /loader_module["']?\s{0,20}:\s{0,20}["']?([A-Za-z_][\w.]{0,300})/g, loader: "mlflow", use: "module" },
  { key: /"py\/(?:function|type)"\s{0,20}:\s{0,20}"([\w.]{1,300})"/g, loader: "jsonpickle", use: "function" },
  { key: /"py\/object"\s{0,20}:\s{0,20}"([\w.]{1,300})"/g, loader: "jsonpickle", use: "class" }
];
var CODE_MAP = /"auto_map"\s{0,20}:\s{0,20}\{/;
function* tagsIn(text) {
  for (const [, tag = ""] of text.matchAll(TAG)) yield tag;
  for (const [, handle = "", prefix = ""] of [...text.matchAll(DIRECTIVE)].slice(0, MAX_DIRECTIVES))
    for (const [, rest = ""] of text.matchAll(new RegExp(`(?<![\\w!])${handle}([\\w.%/:-]{1,400})`, "g"))) yield prefix + rest;
}
var MAX_DIRECTIVES = 8;
function observeText(whole, references) {
  const text = whole.replace(COMMENT, "");
  const where = "found in the text";
  let count = 0;
  for (const written of tagsIn(text)) {
    const tag = PYTHON.exec(decodeTag(written))?.[0];
    if (tag === void 0) continue;
    if (++count > MAX_MATCHES) break;
    observeTag({ tag, where }, references);
  }
  for (const { key, loader, use } of KEYS) {
    count = 0;
    for (const [, target = ""] of text.matchAll(key)) {
      if (++count > MAX_MATCHES) break;
      references.state({ loader, target, where, use });
    }
  }
  if (CODE_MAP.test(text)) references.state({ loader: "transformers", target: "auto_map", where, use: "remote" });
}

// src/formats/model-config-scan.ts
var MAX_JSON = 8 * 2 ** 20;
var WORDS = /_target_|class_path|auto_map|custom_pipeline|trust_remote_code|attn_implementation|py\\?\/[a-z]|python(?:\/|%2f)|%TAG|loader_module|keras_module|model_code_path|["']?flavors["']?\s*:|\btarget["']?\s*:|\\(?:u00|x|U000000)(?:[46][1-9a-f]|[57][0-9a]|5f|2f)|[\w:!]%(?:[46][1-9a-f]|[57][0-9a]|5f)|_\\\r?\n/i;
var KERAS = /class_name/;
var LISTS = /* @__PURE__ */ new Set(["modules.json", "model_index.json", "modular_model_index.json"]);
var OTHER_TOOLS = /^mkdocs(?:[._-][\w.-]*)?\.ya?ml$/i;
async function scanConfig(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  const { name, extension } = scan.probe;
  if (source.size > MAX_TEXT) {
    if (!LOADED.test(name)) return "not-this-format";
    throw new ScanError("limit", `a configuration of ${source.size} bytes is not read`, 0);
  }
  const text = decodeJson(source.read(0, source.size));
  const keras = extension !== ".json" && KERAS.test(text);
  if (!WORDS.test(text) && !keras && !LISTS.has(name) && !(SPARK.test(name) && text.includes("sparkVersion"))) return "not-this-format";
  const references = new References(scan, text);
  references.nemo = artifact.path.length > 1 && name === "model_config.yaml";
  const json = text.length <= MAX_JSON ? parseJson(text) : void 0;
  if (json !== void 0) observeTree(json.value, artifact, scan, references, true);
  else if (text.length <= MAX_YAML) await observeYaml(text, artifact, scan, references);
  else {
    references.place = placeOf(artifact, scan, void 0);
    observeText(text, references);
    if (references.place === "model" && LOADED.test(name))
      throw new ScanError("limit", `a configuration of ${source.size} bytes is searched for the usual ways of writing only`, 0);
  }
  return references.stated > 0 ? void 0 : "not-this-format";
}
function parseJson(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    try {
      return parseLooseJson(text);
    } catch {
      return void 0;
    }
  }
}
async function observeYaml(text, artifact, scan, references) {
  const { documents, tags, sound } = await readYaml(text);
  references.place = placeOf(artifact, scan, documents[0]);
  for (const tag of tags) observeTag(tag, references);
  for (const document of documents) {
    observeTree(document, artifact, scan, references, false);
    await descendKeras(document, scan, references);
  }
  if (!sound) observeText(text, references);
}
function observeTree(value, artifact, scan, references, json) {
  references.place = placeOf(artifact, scan, value);
  observePackage(value, scan.probe.name, json, references);
  observeReferences(value, references, () => scan.budget.checkTime());
}
function placeOf(artifact, scan, root) {
  if (OTHER_TOOLS.test(scan.probe.name)) return "other-tool";
  if (inPackage(artifact)) return "elsewhere";
  const near = artifact.path.length > 1 || isModelConfig(root, scan.probe.name) || (artifact.hints?.neighbour?.() ?? "none") !== "none";
  return near ? "model" : "elsewhere";
}
async function descendKeras(document, scan, references) {
  if (typeof document !== "object" || document === null || !("class_name" in document) || !("config" in document)) return;
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  scan.budget.charge("members", 1);
  references.stated++;
  await scan.descend({ name: "architecture.json", size: bytes.length, open: () => memorySource(bytes) });
}
export {
  scanConfig
};
