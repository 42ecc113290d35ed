import {
  CHAT_FILES_31 as CHAT_FILES,
  GLUONTS_TYPE_31 as GLUONTS_TYPE,
  LOADED_31 as LOADED,
  MAX_TEXT_31 as MAX_TEXT,
  SPARK_31 as SPARK,
  TREE_EXTENSIONS_31 as TREE_EXTENSIONS,
  isUsual_31 as isUsual,
  inPackage_32 as inPackage,
  decodeJson_37 as decodeJson,
  parseLooseJson_37 as parseLooseJson,
  accountForText_49 as accountForText,
  payloadIn_48 as payloadIn,
  memorySource_21 as memorySource,
  JsonTooDeep_36 as JsonTooDeep,
  tooMuchJson_36 as tooMuchJson,
  ScanError_15 as ScanError
} from "./core.js";
import {
  MAX_YAML,
  TAG_WORDS,
  decodeTag,
  observeTag,
  readYaml,
  readings
} from "./shared-formats-model-config-yaml.js";
import {
  YOLO_WORDS,
  architectureTexts,
  onlyBuilds
} from "./shared-formats-model-config-yolo.js";
import {
  sourceReaches
} from "./shared-wire-python-tokens-reach.js";
import {
  pythonNames
} from "./shared-wire-python-tokens.js";
import {
  looksLikeKeras
} from "./shared-formats-keras-config-shape.js";
import {
  entriesOf,
  isJsonObject,
  jsonPath
} from "./shared-formats-json-value.js";

// src/formats/json-comments.ts
var QUOTE = 34;
var BACKSLASH = 92;
var SLASH = 47;
var STAR = 42;
var HASH = 35;
var COMMA = 44;
var BREAK = 10;
var BLANK = 32;
function withoutComments(text) {
  const kept = new Uint16Array(text.length);
  let comma = -1;
  let fresh = true;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const end = commentEnd(text, at, code, fresh);
    if (end > at) {
      kept.fill(BLANK, at, end);
      at = end;
    } else if (code === QUOTE) {
      const after = textEnd(text, at);
      for (; at < after; at++) kept[at] = text.charCodeAt(at);
      comma = -1;
      fresh = false;
    } else {
      kept[at] = code;
      const blank = code === BLANK || code >= 9 && code <= 13;
      if ((code === 125 || code === 93) && comma >= 0) kept[comma] = BLANK;
      if (!blank) comma = code === COMMA ? at : -1;
      fresh = code === BREAK || fresh && (code === BLANK || code === 9);
      at++;
    }
  }
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(kept);
}
function commentEnd(text, at, code, fresh) {
  const next = code === SLASH ? text.charCodeAt(at + 1) : 0;
  if (next === SLASH || code === HASH && fresh) return orEnd(text.indexOf("\n", at), text);
  if (next !== STAR) return at;
  const end = text.indexOf("*/", at + 2);
  return end < 0 ? text.length : end + 2;
}
function orEnd(found, text) {
  return found < 0 ? text.length : found;
}
function textEnd(text, start) {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}

// src/formats/model-config-outward.ts
var FUNCTIONS = {
  "os|posix|nt": "system|popen[234]?|exec[lv]p?e?|spawn[lv]p?e?|posix_spawnp?|startfile|fork|forkpty|kill|remove|unlink|rmdir|removedirs|renames?|putenv|chmod|chown|symlink",
  subprocess: "Popen|run|call|check_call|check_output|getoutput|getstatusoutput",
  "builtins|__builtins?__": "eval|exec|execfile|compile|__import__|open|getattr|setattr|delattr|globals|breakpoint",
  importlib: "import_module|reload|__import__",
  imp: "load_source|load_dynamic|load_module|load_compiled",
  runpy: "run_path|run_module|_run_code|_run_module_code",
  "pickle|cPickle|_pickle|marshal|dill|cloudpickle": "loads?|Unpickler",
  ctypes: "CDLL|PyDLL|WinDLL|OleDLL|cdll|windll|LibraryLoader",
  shutil: "rmtree|move|copytree|chown|unpack_archive",
  pty: "spawn|fork",
  "commands|popen2": "getoutput|getstatusoutput|popen[234]?",
  "urllib\\.request|urllib2": "urlopen|urlretrieve|Request",
  socket: "create_connection|create_server|socket|socketpair",
  webbrowser: "open|open_new|open_new_tab",
  timeit: "timeit|repeat|Timer",
  "cProfile|profile": "run|runctx",
  pdb: "run|runeval|runcall",
  code: "InteractiveInterpreter|InteractiveConsole|interact",
  codeop: "compile_command",
  asyncio: "create_subprocess_shell|create_subprocess_exec",
  "multiprocessing|threading": "Process|Thread|Timer",
  pip: "main"
};
var FOREIGN = "javax\\.script\\.ScriptEngineManager|java\\.net\\.URLClassLoader|com\\.sun\\.rowset\\.JdbcRowSetImpl|java\\.lang\\.(?:Runtime|ProcessBuilder)|com\\.sun\\.org\\.apache\\.xalan\\.[\\w.]+|org\\.apache\\.commons\\.(?:collections4?\\.functors|configuration\\d?|beanutils)\\.[\\w.]+|org\\.springframework\\.(?:beans\\.factory|context\\.support|aop|jndi)\\.[\\w.]+|com\\.mchange\\.v2\\.c3p0\\.[\\w.]+|javax\\.management\\.[\\w.]+|org\\.codehaus\\.groovy\\.runtime\\.[\\w.]+|Gem::(?:Installer|Requirement|SpecFetcher|Package::TarReader)|ERB|Net::BufferedIO";
var PYTHON = Object.entries(FUNCTIONS).map(([modules, names]) => `(?:${modules})[.:](?:${names})`).join("|");
var OUTWARD = new RegExp(`^(?:(?:[A-Za-z_]\\w{0,60}\\.){0,12}(?:${PYTHON})(?:\\.\\w{1,60}){0,4}|${FOREIGN})$`);
var OUTWARD_WORDS = new RegExp(
  `\\b(?:${Object.keys(FUNCTIONS).join("|")})(?:[.:]\\w|["']?\\s*(?:[,}\\]\\n]|$))|${FOREIGN.replaceAll("|ERB|Net::BufferedIO", "")}`
);
var OUTWARD_VALUES = new RegExp(
  `:[ \\t]{0,8}["']?((?:[A-Za-z_]\\w{0,60}\\.){0,12}(?:${PYTHON})|${FOREIGN})["']?[ \\t]{0,8}(?=[,}\\r\\n]|$)`,
  "g"
);
var MAX_NAME = 400;
var MODULE_KEYS = ["module", "@module", "__module__", "module_name", "module_path", "import_from", "package", "library", "lib"];
var NAME_KEYS = "class @class __class__ class_name name __name__ function func fn function_name callable @callable method attr attribute symbol object type cls".split(
  " "
);
var NAMING = /target|class|cls|type|func|fn|callable|factory|handler|hook|callback|constructor|resolver|entry|builder|loader|plugin|^\(\)$|^[@_$]/i;
function observeOutward(value, where, references) {
  if (Array.isArray(value)) {
    const spelled = spelledBy(value);
    const meant = references.place === "model" || NAMING.test(/(?:^|\.)([^.[\]]*)$/.exec(where)?.[1] ?? "");
    if (spelled !== void 0 && meant) stateOutward(spelled, where, references);
    if (references.place !== "model" || value.length > MAX_LIST || WORD_LISTS.test(where)) return;
    const names = value.filter((each) => typeof each === "string" && OUTWARD.test(each.trim()));
    if (new Set(names).size > 1) return;
    for (const each of names) stateOutward(String(each), where, references);
    return;
  }
  const object = value;
  for (const key of Object.keys(object)) {
    const each = object[key];
    if (typeof each === "string" && (references.place === "model" || NAMING.test(key)))
      stateOutward(each, where === "" ? key : `${where}.${key}`, references);
  }
  for (const moduleKey of MODULE_KEYS) {
    const module = object[moduleKey];
    if (typeof module !== "string") continue;
    for (const nameKey of NAME_KEYS) {
      const name = object[nameKey];
      if (typeof name !== "string" || nameKey === moduleKey) continue;
      if (references.place === "model" || NAMING.test(nameKey) || moduleKey.includes("_"))
        stateOutward(`${module}.${name}`, where, references);
    }
  }
}
var MAX_ITEMS = 1e3;
var MAX_PARTS = 8;
var MAX_LIST = 16;
var WORD_LISTS = /(?:^|\.)(?:tokens|additional_special_tokens|names|labels|words|bad_words|vocab|classes|merges|keywords|stop|stopwords)$/i;
function spelledBy(list) {
  if (list.length < 2 || list.length > MAX_PARTS || !list.every((each, index) => typeof each === "string" && (index === 0 || /^\w+$/.test(each))))
    return void 0;
  return OUTWARD.test(String(list[0])) ? void 0 : list.join(".");
}
function observeOutwardText(text, references) {
  let count = 0;
  for (const [, target = ""] of text.matchAll(OUTWARD_VALUES)) {
    if (++count > MAX_ITEMS) break;
    stateOutward(target, "found in the text", references);
  }
}
function stateOutward(text, where, references) {
  const name = text.length > MAX_NAME ? "" : text.trim();
  if (!OUTWARD.test(name)) return;
  references.state({ loader: "any", target: name.replaceAll("::", ".").replace(":", "."), where, use: "function", ordinary: true });
}
function outwardIn(chain) {
  return chain.length > MAX_NAME || !OUTWARD.test(chain) ? void 0 : REACHED.exec(chain)?.[0];
}
var REACHED = new RegExp(`(?:${PYTHON})$`);

// src/formats/model-config-code.ts
var MAX_CODE = 64 * 1024;
var MAX_FACTS = 200;
var MAX_IMPORTS = 100;
var GIVEN = "import os, posix, nt, sys, subprocess, shutil, importlib, runpy, pickle, marshal, ctypes, socket, pty, urllib, builtins\n";
var DOLLAR = /^\s*\$(?=[^\s{$\d])/;
var DOLLAR_IMPORT = /^\s*\$\s*((?:import|from)\s[^\n]{1,300})/;
var RESOLVER = /\$\{\s{0,8}(?:eval|exec|python|py|pyeval|expr|math|calc|lambda)\s{0,8}:/;
var CALL = /^\s*(?:[$=([{!]\s*|lambda\b[^:\n]{0,60}:\s*|await\s)*\(?__import__\)?\s*\(\s*[^)\s]|^\s*(?:[$=([]\s*)*(?:os|posix|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket)\.\w+(?:\.\w+)*\s*\(\s*[^)\s]/;
var BUILTIN_CALL = /^\s*(?:[$=([{!]\s*|lambda\b[^:\n]{0,60}:\s*)*(?:exec|eval|compile|execfile|getattr)\s*\(\s*[^)\s]/;
var MAX_BUILTIN_CALL = 1e3;
var WALK = /^\s*\$?\s*(?:\(\)|\[\]|\{\}|''|""|\w[\w.]*)\s*\.\s*__(?:class|mro|bases?|subclasses|globals|init|getattribute|dict)__\b/;
var PROSE = /^(?:text|contents?|inputs?|outputs?|prompts?|completion|instruction|response|chosen|rejected|answer|question|query|code|solution|canonical_solution|tests?|description|messages?|values?|examples?|docs?|comments?|title|labels?|snippets?|body|summary|help|notes?|source|sources|evidence|expected|actual|payload|references?|refs?|signature|usage|reason|regex|match|matches|rules?|fix|fixes|patterns?(?:-[\w-]+)?|metavariable-[\w-]+)$/i;
var LEAD = /^(?:[ \t]*(?:#[^\n]*)?\n)*/;
var PROGRAM = /^[ \t]*(?:import[ \t]+[\w., ]|from[ \t]+[\w.]+[ \t]+import\s|(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|class[ \t]+\w+[ \t]*[(:]|@\w)/;
var RUN = [
  { key: "download", beside: "train" },
  { key: "download", beside: "val" },
  { key: "source_code", beside: "global_imports" },
  { key: "source_code", beside: "name" }
];
var EVALUATED = ["conv_feature_layers", "adam_betas"];
var SHELL = /^bash\s+\S/;
var INTERNALS = /\b__(?:subclasses|globals|builtins|mro|bases?|code|reduce(?:_ex)?|getattribute|class)__\b/;
var CODE_WORDS = /["'\s]\$[A-Za-z_@([]|\$\{\s{0,8}(?:eval|exec|python|py|pyeval|expr|math|calc|lambda)\s{0,8}:|(?:__import__|\bexec|\beval|\bcompile|\bexecfile|\bgetattr)\s{0,8}\(|conv_feature_layers|adam_betas|\.\s{0,8}__(?:class|mro|bases?|subclasses|globals)__\b|\b(?:os|posix|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket)\.\w|\bdownload["']?\s{0,8}:\s{0,8}["']?bash\s|\bimport\s{1,8}(?:os|subprocess|socket|sys|shutil|builtins|pickle|importlib)\b/;
var ConfigCode = class {
  scan;
  references;
  imports;
  stated = 0;
  evaluated = /* @__PURE__ */ new Set();
  constructor(scan, references) {
    this.scan = scan;
    this.references = references;
  }
  observe(value, where, root) {
    const list = Array.isArray(value);
    const words = list && value.length > 1 && value.every((each) => typeof each === "string");
    if (!list)
      for (const key of EVALUATED) {
        const text = value[key];
        if (typeof text !== "string" || onlyBuilds(text) || this.evaluated.has(text)) continue;
        this.evaluated.add(text);
        this.tell(text.slice(0, MAX_CODE), jsonPath(where, `.${key}`), root, "load");
      }
    const alone = !list && Object.keys(value).length === 1 && this.references.place === "model";
    for (const [key, each] of entriesOf(value)) {
      if (alone && key.length <= MAX_CODE && isCall(key)) this.state(key, jsonPath(where, `.${key.slice(0, 60)}`), root);
      if (typeof each !== "string" || words && !each.trimStart().startsWith("$") || key === "expr_str" || each.length > MAX_CODE || this.stated > MAX_FACTS)
        continue;
      const code = codeIn(each, list ? keyOf(where) : key, list ? void 0 : value, this.references);
      if (key === "download" && SHELL.test(each) && !list && "train" in value) this.shell(jsonPath(where, `.${key}`));
      else if (code !== void 0) this.state(code, jsonPath(where, list ? `[${key}]` : `.${key}`), root);
    }
  }
  /** Texts that building a network evaluates, whoever reads the file. */
  architecture(root) {
    for (const { text, where } of architectureTexts(root)) {
      if (onlyBuilds(text) || this.stated > MAX_FACTS || this.evaluated.has(text)) continue;
      this.evaluated.add(text);
      this.tell(text.slice(0, MAX_CODE), where, root, "load");
    }
  }
  /** A text that a library evaluates: what it reaches is told. */
  evaluate(text, where, root) {
    if (text.length <= MAX_CODE && this.stated <= MAX_FACTS) this.tell(text, where, root, "use");
  }
  shell(carrier) {
    this.references.stated++;
    this.scan.observe({ kind: "shipped-code", language: "shell", carrier, runs: "use", reaches: [], offset: 0 });
  }
  state(code, where, root) {
    if (!this.evaluated.has(code)) this.tell(code, where, root, "use");
  }
  /** Code that runs for certain is told whatever it reaches. */
  tell(code, where, root, runs) {
    this.imports ??= importsOf(root);
    const text = `${GIVEN}${this.imports}${code}`;
    const { top, inner } = sourceReaches(text);
    const reaches = /* @__PURE__ */ new Set([...top, ...inner]);
    for (const { text: chain } of pythonNames(code).chains) {
      const outward = outwardIn(chain);
      if (outward !== void 0) reaches.add(outward);
    }
    const internal = INTERNALS.exec(withoutTexts(code))?.[0];
    if (internal !== void 0)
      this.references.state({
        loader: "any",
        target: `object.${internal}`,
        where,
        use: "function",
        detail: "in an expression",
        ordinary: true
      });
    if (reaches.size === 0 && runs === "use") return;
    this.stated++;
    this.references.stated++;
    const carrier = where === "" ? "the configuration" : where;
    this.scan.observe({ kind: "shipped-code", language: "python-source", carrier, runs, reaches: [...reaches], offset: 0 });
  }
};
function codeIn(text, key, object, references) {
  const resolver = RESOLVER.exec(text);
  const end = text.lastIndexOf("}");
  const resolved = resolver === null || end < resolver.index ? void 0 : text.slice(resolver.index + resolver[0].length, end);
  if (resolved !== void 0) return resolved.replace(/^\s*(["'])(.*)\1\s*$/s, "$2").replace(/\\(["'\\])/g, "$1");
  if (object !== void 0 && RUN.some((row) => row.key === key && row.beside in object) && PROGRAM.test(text.replace(LEAD, "")))
    return text;
  if (PROSE.test(key)) return void 0;
  if (references.place !== "model" && !(DOLLAR.test(text) && isCall(text))) return void 0;
  const builtin = text.length <= MAX_BUILTIN_CALL && BUILTIN_CALL.test(text) && text.includes(")");
  if (isCall(text) || builtin || WALK.test(text) && INTERNALS.test(text)) return text.replace(/^\s*[$=!]\s*/, "");
  if (DOLLAR.test(text)) return text.replace(/^\s*\$\s*/, "").replaceAll("@", "_");
  return void 0;
}
function keyOf(where) {
  let end = where.length;
  while (where[end - 1] === "]") end = where.lastIndexOf("[", end - 1);
  return where.slice(where.lastIndexOf(".", end - 1) + 1, Math.max(0, end));
}
function isCall(text) {
  return CALL.test(text) && text.includes(")");
}
function importsOf(root) {
  const imports = isJsonObject(root) ? root["imports"] : void 0;
  if (!Array.isArray(imports)) return "";
  const lines = imports.slice(0, MAX_IMPORTS).map((each) => typeof each === "string" ? DOLLAR_IMPORT.exec(each)?.[1] : void 0);
  return lines.map((line) => line === void 0 ? "" : `${line}
`).join("");
}
function withoutTexts(code) {
  return code.replace(/"[^"\n]*"|'[^'\n]*'/g, "''");
}

// src/formats/model-config-gin.ts
var IMPORT = /^\s*import\s+([\w.]+)(?:\s+as\s+\w+)?\s*(?:#.*)?$/;
var FROM = /^\s*from\s+([\w.]+)\s+import\s+(\w+)(?:\s+as\s+\w+)?\s*(?:#.*)?$/;
var USED = /@(?:[\w.]+\/)*([\w.]+)/g;
var DYNAMIC = "__gin__";
var MAX_LINES = 1e5;
var GIN_WORDS = /^[ \t]*(?:import|from)[ \t]+[\w.]/m;
function observeGin(text, references) {
  const modules = /* @__PURE__ */ new Map();
  let dynamic = false;
  const lines = text.split(/\r?\n/, MAX_LINES);
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 1}`;
    const [, module, name] = IMPORT.exec(line) ?? FROM.exec(line) ?? [];
    if (module === void 0) continue;
    if (module === DYNAMIC) {
      dynamic ||= name === "dynamic_registration";
      continue;
    }
    const target = name === void 0 ? module : `${module}.${name}`;
    modules.set(/\sas\s+(\w+)/.exec(line)?.[1] ?? name ?? module.split(".")[0] ?? module, name === void 0 ? module : target);
    references.state({ loader: "library", target, where, use: "module", detail: "Gin" });
  }
  if (!dynamic) return;
  for (const [index, line] of lines.entries()) {
    for (const [, used = ""] of line.replace(/^\s*#.*$/, "").matchAll(USED)) {
      const [first = "", ...rest] = used.split(".");
      const module = modules.get(first);
      if (module === void 0 || rest.length === 0) continue;
      const target = used.startsWith(`${module}.`) ? used : `${module}.${rest.join(".")}`;
      references.state({ loader: "library", target, where: `line ${index + 1}`, use: "function", detail: "Gin" });
    }
  }
}

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
  if (/^sentence_\w+_config\.json$/.test(name)) {
    for (const [key, value] of entries(root))
      if (isJsonObject(value) && value["trust_remote_code"] === true)
        references.state({ loader: "sentence-transformers", target: "trust_remote_code", where: `${key}.trust_remote_code`, use: "remote" });
  }
  if ("_diffusers_version" in root || name.endsWith("model_index.json")) observeDiffusers(root, references);
  if (isSpark(root)) references.state({ loader: "spark", target: String(root["class"]), where: "class", use: "class" });
}
var MAX_PARTS2 = 6;
function observeHubs(value, at, references, depth) {
  if (isJsonObject(value)) observeHub(value, at, references);
  if (typeof value !== "object" || value === null || depth > MAX_PARTS2) return;
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
    if (typeof library !== "string" || typeof name !== "string" || library === "" || name === "") continue;
    const target = `${library}.${name}`;
    if (references.beside(`${key}/${library}.py`))
      references.state({ loader: "diffusers", target, where: key, use: "remote", detail: `Python code of ${key}/${library}.py` });
    else references.state({ loader: "diffusers", target, where: key, use: "class" });
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
    if (type === void 0 || !meant) return;
    const remote = !/^[\w.]+$/.test(type);
    references.state({
      loader: "sentence-transformers",
      target: type,
      where: `[${index}].type`,
      ...remote ? { use: "remote", detail: origin(type) } : { use: "class" }
    });
  });
}
function isModuleList(root) {
  return root.slice(0, MAX_VALUES).some((module) => moduleType(module) !== void 0 && "idx" in module);
}
function moduleType(module) {
  const type = isJsonObject(module) ? module["type"] : void 0;
  return typeof type === "string" && /^[^\W\d][\w/.-]*\.[^\W\d]\w*$/u.test(type) ? type : void 0;
}
function observeMlflow(root, references) {
  if (!isJsonObject(root["flavors"])) return;
  for (const [flavor, row] of entries(root["flavors"])) {
    if (!isJsonObject(row)) continue;
    for (const key of ["loader_module", "keras_module", "pickle_module"])
      if (isSet(row[key]))
        references.state({ loader: "mlflow", target: String(row[key]), where: `flavors.${flavor}.${key}`, use: "module" });
    if (isSet(row["model_class"]))
      references.state({ loader: "mlflow", target: row["model_class"], where: `flavors.${flavor}.model_class`, use: "class" });
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

// src/formats/model-config-libraries.ts
var ROWS = [
  { library: "GluonTS", because: "core/serde/_base.py decode", key: "class", beside: ["__kind__"], form: "name" },
  { library: "GluonTS", because: "model/predictor.py", key: "type", file: /^gluonts-config\.json$/i, form: "name" },
  { library: "LangChain", because: "load/load.py Reviver", key: "id", beside: ["lc"], form: "name" },
  { library: "Haystack", because: "core/serialization.py", key: "type", beside: ["init_parameters"], form: "name" },
  { library: "pyannote", because: "audio/core/pipeline.py", key: "name", at: /^(?:pipeline|preprocessors(?:\..*)?)$/, form: "name" },
  { library: "pyannote", because: "audio/core/pipeline.py", key: "preprocessors", form: "names" },
  { library: "MLServer", because: "settings.py import_string", key: "implementation", file: /^model-settings\.json$/i, form: "name" },
  { library: "BentoML", because: "_internal/models/model.py", key: "module", beside: ["api_version", "signatures"], form: "module" },
  { library: "AutoGen", because: "_component_config.py", key: "provider", beside: ["component_type", "component_version"], form: "name" },
  { library: "Rasa", because: "engine/graph.py", key: "uses", beside: ["fn", "constructor_name"], form: "name" },
  { library: "LeRobot", because: "processor/pipeline.py", key: "class", at: /^steps\[\d+\]$/, form: "name" },
  { library: "monty", because: "json.py MontyDecoder", key: "@class", beside: ["@module"], form: "name" },
  { library: "monty", because: "json.py MontyDecoder", key: "@callable", beside: ["@module"], form: "name" },
  { library: "json_tricks", because: "utils.py", key: "__instance_type__", form: "name" },
  { library: "ESPnet", because: "utils/dynamic_import.py", key: "model_module", form: "name" },
  { library: "Coqui TTS", because: "tts/utils/text/tokenizer.py", key: "characters_class", form: "name" },
  { library: "Sentence-Transformers", because: "modules/dense.py", key: "activation_function", form: "name" },
  { library: "Sentence-Transformers", because: "cross_encoder/model.py", key: "activation_fn", form: "name" },
  { library: "Sentence-Transformers", because: "cross_encoder", key: "sbert_ce_default_activation_function", form: "name" },
  { library: "Sentence-Transformers", because: "models/WordEmbeddings.py", key: "tokenizer_class", form: "name" },
  { library: "Sentence-Transformers", because: "models/Router.py", key: "types", beside: ["structure"], form: "names" },
  { library: "PEFT", because: "tuners/lora/tp_layer.py", key: "megatron_core", form: "module" },
  { library: "MMEngine", because: "config/config.py import_modules_from_strings", key: "imports", at: /^custom_imports$/, form: "module" },
  { library: "mlx-lm", because: "utils.py load_model", key: "model_file", file: /^config\.json$/i, at: /^$/, form: "code-file" },
  { library: "ONNX Runtime", because: "registers operators of a shared library", key: "custom_ops_library", form: "path" },
  { library: "OpenVINO Model Server", because: "custom nodes", key: "base_path", at: /^custom_node_library_config_list\b/, form: "path" },
  { library: "Olive", because: "common/import_lib.py", key: "user_script", form: "path" },
  { library: "bioimage.io", because: "model/v0_5.py ArchitectureFromFileDescr", key: "source", beside: ["callable"], form: "path" }
];
var ALLENNLP_ROOT = ["dataset_reader", "data_loader", "train_data_path"];
var COLON = /^[^\W\d]\w*(?:\.\w+)*:[^\W\d]\w*$/u;
var RASA_ROOT = ["pipeline", "policies"];
var LIBRARY_WORDS = new RegExp(
  `["']pyref["']|["']?(?:__kind__|lc|init_parameters|preprocessors|pipeline|implementation|signatures|component_type|component_version|constructor_name|fn|steps|@module|__instance_type__|model_module|characters_class|activation_function|activation_fn|sbert_ce_default_activation_function|tokenizer_class|structure|megatron_core|model_file|custom_imports|custom_ops_library|custom_node_library_config_list|user_script|callable|class_name|_component_|dataset_reader|data_loader)["']?\\s*:`
);
var LIBRARY_FILES = /^(?:gluonts-config\.json|model-settings\.json|type\.txt)$/i;
var CODE_FILE = /\.(?:pyc?|so|pyd)$/;
var DOTTED = /^[^\W\d]\w*(?:\.[^\W\d]\w*)+$/u;
var MODULE = /^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u;
var MAX_NAMES = 1e3;
function observeLibraries(object, where, root, file, references) {
  for (const row of ROWS) {
    if (!(row.key in object) || row.file !== void 0 && !row.file.test(file) || row.at !== void 0 && !row.at.test(where)) continue;
    if (row.beside !== void 0 && !row.beside.some((key) => key in object)) continue;
    for (const stated of named(row, object)) references.state({ ...stated, where: jsonPath(where, `.${row.key}`) });
  }
  fiddle(object, where, references);
  const { type, name, class_name: cls } = object;
  if (typeof cls === "string" && COLON.test(cls))
    references.state({
      loader: "library",
      target: cls.replace(":", "."),
      where: jsonPath(where, ".class_name"),
      use: "class",
      detail: "DeepPavlov"
    });
  if (typeof type === "string" && DOTTED.test(type) && isJsonObject(root) && ALLENNLP_ROOT.some((key) => key in root))
    references.state({ loader: "library", target: type, where: jsonPath(where, ".type"), use: "class", detail: "AllenNLP" });
  if (typeof name === "string" && DOTTED.test(name) && isJsonObject(root) && RASA_ROOT.every((key) => key in root))
    references.state({ loader: "library", target: name, where: jsonPath(where, ".name"), use: "class", detail: "Rasa" });
}
function observeTypeFile(text, references) {
  const [target = ""] = text.trim().split(/\r?\n/);
  if (DOTTED.test(target)) references.state({ loader: "library", target, where: "", use: "class", detail: "GluonTS" });
}
function named(row, object) {
  const value = object[row.key];
  const detail = row.library;
  if (row.form === "path")
    return typeof value === "string" && value !== "" && /[./\\]/.test(value) ? [{ loader: "library", target: value, use: "remote", detail }] : [];
  if (row.form === "code-file")
    return typeof value === "string" && CODE_FILE.test(value) ? [{ loader: "library", target: value, use: "remote", detail }] : [];
  if (row.form === "module")
    return texts2(value).filter((each) => MODULE.test(each)).map((target) => ({ loader: "library", target, use: "module", detail }));
  const prefix = row.key.startsWith("@") ? `${String(object["@module"])}.` : "";
  const whole = row.form === "names" ? texts2(value) : [Array.isArray(value) ? value.join(".") : String(value)];
  return whole.map((each) => (prefix + each).trim().replace(":", ".")).filter((each) => DOTTED.test(each)).map((target) => ({ loader: "library", target, use: "class", detail }));
}
function fiddle({ type, module, name }, where, references) {
  if (type === "pyref" && typeof module === "string" && typeof name === "string")
    references.state({ loader: "library", target: `${module}.${name}`, where, use: "class", detail: "Fiddle" });
}
function texts2(value) {
  const all = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [value];
  return all.slice(0, MAX_NAMES).filter((each) => typeof each === "string");
}

// src/formats/model-config-nested.ts
var MAX_TEXTS = 200;
var MAX_TEXT2 = 64 * 1024;
var NestedJson = class {
  found = [];
  count = 0;
  /** Remembers the texts of a mapping or list that are JSON with a mapping in it. */
  observe(value) {
    for (const [, each] of entriesOf(value)) {
      if (typeof each !== "string" || each.length > MAX_TEXT2 || !/^\s*[[{]/.test(each) || !each.includes("{")) continue;
      if (this.count++ >= MAX_TEXTS) return;
      this.found.push(each);
    }
  }
  /** What was found, and what is found meanwhile. */
  *values() {
    for (let text = this.found.shift(); text !== void 0; text = this.found.shift()) {
      const problem = tooMuchJson(text);
      if (problem) throw problem;
      let value;
      try {
        value = JSON.parse(text);
      } catch {
        continue;
      }
      yield value;
    }
  }
};

// src/formats/model-config-objects.ts
var TICK = 65536;
function observeReferences(root, references, tick, visit) {
  if (typeof root !== "object" || root === null) return;
  const pending = [];
  let place = { value: root, where: "", parent: void 0 };
  for (let seen = 1; ; seen++) {
    if (seen % TICK === 0) tick();
    const { value, where } = place;
    const holder = value;
    visit(holder, where);
    if (isJsonObject(value)) {
      observeTargets(value, place, root, references);
      observeJsonpickle(value, where, references);
    }
    const parent = place;
    const wait = (child, key) => {
      if (typeof child === "object" && child !== null) pending.push({ value: child, key, parent });
    };
    if (isJsonObject(holder)) for (const key of Object.keys(holder)) wait(holder[key], key);
    else holder.forEach(wait);
    const next = pending.pop();
    if (next === void 0) return;
    const step = typeof next.key === "number" ? `[${next.key}]` : `.${next.key}`;
    place = { value: next.value, where: jsonPath(next.parent.where, step), parent: next.parent };
  }
}
var LIGHTNING_KEYS = /* @__PURE__ */ new Set(["class_path", "init_args", "dict_kwargs"]);
function observeTargets(object, place, root, references) {
  const { where } = place;
  const { class_path: path, target, params } = object;
  const key = typeof object["_target_"] === "string" ? "_target_" : "_component_";
  const written = object[key];
  if (typeof written === "string") {
    const resolved = interpolated(written, place, root);
    if (/^hydra\.utils\.get_(?:class|method|object|static_method)$/.test(resolved) && typeof object["path"] === "string")
      references.state({
        loader: "hydra",
        target: interpolated(object["path"], place, root),
        where: jsonPath(where, ".path"),
        use: "function"
      });
    else references.state({ loader: "hydra", target: resolved, where: jsonPath(where, `.${key}`), use: "class" });
  }
  if (typeof written === "string") observeLoading(object, written, where, references);
  const trust = object["trust_remote_code"];
  if (typeof written === "string" && (trust === true || trust === "true" || trust === "True"))
    references.state({ loader: "transformers", target: "trust_remote_code", where: jsonPath(where, ".trust_remote_code"), use: "remote" });
  if (typeof path === "string" && path.includes(".") && Object.keys(object).every((key2) => LIGHTNING_KEYS.has(key2)))
    references.state({ loader: "lightning", target: path, where: jsonPath(where, ".class_path"), use: "class" });
  if (typeof target === "string" && /^[A-Za-z_]\w*(?:\.\w+)+$/.test(target)) {
    const detail = isJsonObject(params) ? "with params" : references.nemo || "nemo_version" in object ? "with the configuration" : void 0;
    if (detail !== void 0) references.state({ loader: "hydra", target, where: jsonPath(where, ".target"), use: "class", detail });
  }
}
var LOADS = /(?:^|\.)(?:from_pretrained|from_single_file|load_from_checkpoint|from_config|restore_from|load_model|load_state_dict|load_checkpoint)$/;
var PLACES = [
  "pretrained_model_name_or_path",
  "pretrained_model_link_or_path",
  "pretrained_model_or_path",
  "model_name_or_path",
  "checkpoint_path",
  "restore_path",
  "path",
  "filename",
  "f"
];
var ELSEWHERE = /^(?:[\\/~]|\.\.(?:[\\/]|$)|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]*:\/\/)|[\\/]\.\.(?:[\\/]|$)/;
function observeLoading(object, target, where, references) {
  if (references.place !== "model" || !LOADS.test(target)) return;
  const args = object["_args_"];
  const [first] = Array.isArray(args) ? args : [];
  for (const [key, value] of [...PLACES.map((key2) => [key2, object[key2]]), ["_args_", first]])
    if (typeof value === "string" && ELSEWHERE.test(value)) references.file(value, `a model (${jsonPath(where, `.${key}`)})`);
  const { custom_pipeline: pipeline } = object;
  if (typeof pipeline === "string")
    references.state({ loader: "diffusers", target: pipeline, where: jsonPath(where, ".custom_pipeline"), use: "remote" });
}
var MAX_STEPS = 8;
var RESOLVER2 = /\$\{oc\.(select|env|decode):([^{},]{1,300})(?:,([^{},]{1,300}))?\}/g;
function interpolated(text, place, root) {
  let result = text;
  for (let step = 0; step < MAX_STEPS && result.includes("${"); step++) {
    const next = result.replace(/\$\{([\w.[\]-]{1,300})\}/g, (whole, path) => {
      const found = lookup(path, place, root);
      return typeof found === "string" ? found.slice(0, 1e3) : whole;
    }).replace(RESOLVER2, (whole, resolver, first, second) => {
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

// src/formats/model-config-paths.ts
var ROWS2 = [
  {
    file: /^MLmodel$/,
    at: /^flavors\.[^.]+$/,
    keys: ["data", "model_data", "model_path", "pickled_model", "python_model", "saved_model_dir", "model_weights", "components"],
    role: "a part of the MLflow model",
    because: "mlflow/pyfunc/__init__.py joins it to the folder"
  },
  {
    file: /^modules\.json$/i,
    at: /^\[\d+\]$/,
    keys: ["path"],
    beside: "idx",
    role: "a module of the Sentence-Transformers model",
    because: "base/model.py"
  },
  {
    file: /^genai_config\.json$/i,
    at: /./,
    keys: ["filename", "config_filename"],
    role: "a graph of the ONNX Runtime GenAI model",
    because: "src/config.cpp"
  },
  {
    file: /^Manifest\.json$/i,
    at: /^itemInfoEntries\./,
    keys: ["path"],
    role: "a part of the Core ML package",
    because: "modelpackage/src/ModelPackage.cpp"
  }
];
function mayLeave(file, text) {
  return ROWS2.some((row) => row.file.test(file)) && /\.\.|:[ \t]*["']?(?:[\\/~]|[A-Za-z]+:)/.test(text);
}
function observePaths(object, where, file, references) {
  for (const row of ROWS2) {
    if (!row.file.test(file) || !row.at.test(where) || row.beside !== void 0 && !(row.beside in object)) continue;
    for (const key of row.keys) {
      const path = object[key];
      if (typeof path === "string" && path !== "") references.file(path, `${row.role} (${jsonPath(where, `.${key}`)})`);
    }
  }
}

// src/formats/model-config-payloads.ts
var MIN_TEXT = 24;
var MAX_TEXT3 = 8 * 2 ** 20;
var MAX_PAYLOADS = 64;
var LOADED2 = /* @__PURE__ */ new Set([":serialized:"]);
var PAYLOAD_WORDS = /:serialized:|(?:["',\s]|base64,)(?:gA[I-X]|Y[2-9A-Z]|H4sI|UEsD|e[AFJN]|QlpoO|\/Td6)[A-Za-z0-9+/_-]{20}|["'\s](?:800[2-5]|504b0304|1f8b08|789c)[0-9a-fA-F]{20}|["'](?:\\u0080|\u0080|\\x80)|\[\s*128\s*,\s*[2-5]\s*,|["']c[A-Za-z_][\w.]*\\n/;
var ConfigPayloads = class {
  found = [];
  loadedOnly;
  /** `loadedOnly`: leaves guesses to others. */
  constructor(loadedOnly) {
    this.loadedOnly = loadedOnly;
  }
  observe(value, where) {
    const list = Array.isArray(value);
    if (list && isBytes(value)) this.add(Uint8Array.from(value), where, false);
    for (const [key, each] of entriesOf(value)) {
      if (typeof each !== "string" || each.length < MIN_TEXT || each.length > MAX_TEXT3 || this.found.length >= MAX_PAYLOADS) continue;
      const bytes = bytesOf(each);
      if (bytes !== void 0) this.add(bytes, jsonPath(where, list ? `[${key}]` : `.${key}`), LOADED2.has(key));
    }
  }
  async descend(scan) {
    for (const { name, bytes, loaded } of this.found) {
      scan.budget.charge("members", 1);
      await scan.descend({ name, size: bytes.length, open: () => memorySource(bytes), ...loaded ? {} : { hints: { guess: "constant" } } });
    }
  }
  get count() {
    return this.found.length;
  }
  add(bytes, name, loaded) {
    if (this.found.length < MAX_PAYLOADS && (loaded || !this.loadedOnly))
      this.found.push({ name: name === "" ? "constant" : name, bytes, loaded });
  }
};
function bytesOf(text) {
  const first = text.charCodeAt(0);
  if (first === 128 || /^c[A-Za-z_][\w.]{0,100}\n/.test(text)) {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0) & 255);
    return payloadIn(bytes, false);
  }
  const coded = text.replace(/^data:[^,]{0,200};base64,/, "").replace(/\s+/g, "");
  if (coded.length < MIN_TEXT) return void 0;
  return payloadIn(new TextEncoder().encode(coded), true);
}
function isBytes(list) {
  return list.length >= MIN_TEXT / 2 && list.length <= MAX_TEXT3 && list[0] === 128 && typeof list[1] === "number" && list[1] >= 2 && list[1] <= 5 && list.every((each) => typeof each === "number" && Number.isInteger(each) && each >= 0 && each < 256);
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
  /** Is there a file of this name in the folder of the configuration? */
  beside = () => false;
  scan;
  text;
  seen = /* @__PURE__ */ new Set();
  constructor(scan, text) {
    this.scan = scan;
    this.text = text;
  }
  state({ loader, target: whole, where, use, detail, unmistakable, ordinary }) {
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
      ...!ordinary && (this.place === "model" || unmistakable && this.place !== "other-tool") ? {} : { ordinary: true }
    });
  }
  /** A file that the loader reads besides. */
  file(path, role) {
    const key = `file
${path}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.stated++;
    this.scan.observe({ kind: "external-file", format: "model-config", path: path.slice(0, MAX_TARGET), role, offset: this.locate(path) });
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

// src/formats/model-config-templates.ts
var KEY = /(?:chat|instruction)_template/i;
var TEMPLATE_WORDS = /(?:chat|instruction)_template|template_format|\bunsafe["']?\s*:/i;
var REACHING = /__[a-z]|\|\s{0,8}attr\b|\b(?:lipsum|cycler|joiner|popen)\b|\\(?:u00|x5f|137|N\{)/i;
function mayReach(text) {
  return /\{[{%]/.test(text) && REACHING.test(text);
}
var MAX_TEMPLATES = 200;
var MAX_DEPTH = 4;
var MAX_POSSIBLE = 64 * 1024;
function templatesIn(object, where) {
  const found = [];
  for (const [key, value] of Object.entries(object)) if (KEY.test(key)) collect(value, jsonPath(where, `.${key}`), found, 0);
  const { template_format: format, template, unsafe } = object;
  if (typeof template === "string" && (format === "jinja2" || unsafe === true || unsafe === "true"))
    collect(template, jsonPath(where, ".template"), found, 0);
  return found;
}
function possibleTemplatesIn(object, where) {
  return Object.entries(object).flatMap(
    ([key, text]) => typeof text === "string" && text.length <= MAX_POSSIBLE && !KEY.test(key) && mayReach(text) ? [{ name: jsonPath(where, `.${key}`), text, maybe: true }] : []
  );
}
function collect(value, name, found, depth) {
  if (found.length >= MAX_TEMPLATES || depth > MAX_DEPTH) return;
  if (typeof value === "string") {
    if (value.includes("{{") || value.includes("{%")) found.push({ name, text: value });
  } else if (Array.isArray(value) || isJsonObject(value)) {
    for (const [key, each] of Object.entries(value)) collect(each, jsonPath(name, `.${key}`), found, depth + 1);
  }
}
async function observeTemplates(templates, scan, near) {
  if (templates.length === 0) return 0;
  const { observeAnyTemplate, observeTemplate } = await import("./formats-jinja-facts.js");
  let count = 0;
  for (const { name, text, maybe } of templates) {
    const sure = near && !maybe;
    if (sure) observeTemplate(scan, name, text, 0, false);
    if (sure || observeAnyTemplate(scan, name, text, "anybody", 0)) count++;
  }
  return count;
}

// src/formats/model-config-text.ts
var MAX_MATCHES = 1e3;
var TAG = /!(?:!|<tag:yaml\.org,2002:)([\w.%/:-]{1,400})/g;
var DIRECTIVE = /^%TAG[ \t]+(!(?:\w*!)?)[ \t]+(?:tag:yaml\.org,2002:)([\w%/:]*)/gm;
var OTHER = /(?:!(?:new|name|apply|applyref|module):|!?!(?:ruby|js|perl|php)\/|!!(?:javax?|com|org|net)\.)[\w.:/$-]{1,300}/g;
var PYTHON2 = /^python\/[a-z]{1,20}(?:\/[a-z]{1,20})?:[\w.]{1,300}/;
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
  const text = whole.replace(/\r\n?|[\x85\u2028\u2029]/g, "\n").replace(COMMENT, "");
  const where = "found in the text";
  let count = 0;
  for (const written of tagsIn(text)) {
    const tag = PYTHON2.exec(decodeTag(written))?.[0];
    if (tag === void 0) continue;
    if (++count > MAX_MATCHES) break;
    observeTag({ tag, where }, references);
  }
  for (const [written] of [...text.matchAll(OTHER)].slice(0, MAX_MATCHES))
    observeTag({ tag: written.replace(/^!!/, ""), where }, references);
  for (const { key, loader, use } of KEYS) {
    count = 0;
    for (const [, target = ""] of text.matchAll(key)) {
      if (++count > MAX_MATCHES) break;
      references.state({ loader, target, where, use });
    }
  }
  if (CODE_MAP.test(text)) references.state({ loader: "transformers", target: "auto_map", where, use: "remote" });
}

// src/wire/ini.ts
var MAX_LINES2 = 1e5;
var MAX_STEPS2 = 5;
var MAX_VALUE = 64 * 1024;
function readIni(text) {
  const root = /* @__PURE__ */ Object.create(null);
  let section = "";
  let key;
  for (const line of text.split(/\r?\n/, MAX_LINES2)) {
    if (/^\s*(?:[#;].*)?$/.test(line)) continue;
    const named2 = /^\[([^\]]{1,300})\]/.exec(line)?.[1];
    const values = named2 === void 0 ? root[section] ?? {} : void 0;
    if (named2 !== void 0) {
      section = named2;
      root[section] ??= /* @__PURE__ */ Object.create(null);
      key = void 0;
    } else if (/^\s/.test(line) && key !== void 0 && values !== void 0) {
      const value = `${values[key] ?? ""}
${line.trim()}`;
      if (value.length <= MAX_VALUE) values[key] = value;
    } else {
      const [, name, value] = /^\s*([^=:\s][^=:]{0,300}?)\s*[=:]\s*(.*)$/.exec(line) ?? [];
      key = name;
      if (name === void 0 || value === void 0) continue;
      root[section] ??= /* @__PURE__ */ Object.create(null);
      const own = root[section];
      if (own !== void 0) own[name] = value.trim();
    }
  }
  for (const values of Object.values(root))
    for (const name of Object.keys(values)) values[name] = interpolated2(values[name] ?? "", values, root);
  return root;
}
function interpolated2(text, values, root) {
  let result = text;
  for (let step = 0; step < MAX_STEPS2 && result.includes("%("); step++) {
    const next = result.replace(/%\(([^)]{1,100})\)s/g, (whole, name) => values[name] ?? root["DEFAULT"]?.[name] ?? whole);
    if (next.length > MAX_VALUE) break;
    result = next;
  }
  return result;
}

// src/wire/toml.ts
var MAX_DEPTH2 = 100;
var MAX_STATEMENTS = 1e5;
function readToml(text) {
  return new TomlReader(text).document();
}
var TomlReader = class {
  text;
  at = 0;
  constructor(text) {
    this.text = text;
  }
  document() {
    const root = table();
    let current = root;
    for (let count = 0; count < MAX_STATEMENTS; count++) {
      this.blanks();
      if (this.at >= this.text.length) break;
      if (this.take("[")) {
        const isList = this.take("[");
        const path = this.path();
        if (path.length > 0) current = isList ? appended(root, path) : tableAt(root, path);
      } else {
        const path = this.path();
        const last = path.pop();
        if (last !== void 0 && this.take("=")) tableAt(current, path)[last] = this.value(0);
      }
      this.restOfLine();
    }
    return root;
  }
  take(what) {
    if (!this.text.startsWith(what, this.at)) return false;
    this.at += what.length;
    return true;
  }
  /** A pattern with the sticky flag at this place. */
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== void 0) this.at += found.length;
    return found;
  }
  /** Blanks, line ends and comments. */
  blanks() {
    this.match(/(?:[ \t\r\n,]|#[^\n]*)+/y);
  }
  restOfLine() {
    this.match(/[^\n]*/y);
  }
  /** A dotted key. */
  path() {
    const path = [];
    for (; ; ) {
      this.match(/[ \t]+/y);
      const key = this.quoted() ?? this.match(/[\w-]+/y);
      if (key === void 0) return path;
      if (path.length < MAX_DEPTH2) path.push(key);
      this.match(/[ \t]+/y);
      if (!this.take(".")) return path;
    }
  }
  value(depth) {
    this.match(/[ \t]+/y);
    const text = this.quoted();
    if (text !== void 0) return text;
    if (this.take("[")) return this.list(depth);
    if (this.take("{")) return this.inline(depth);
    return (this.match(/[^\s,\]}#][^,\]}#\n]*/y) ?? "").trim();
  }
  list(depth) {
    const items = [];
    for (this.blanks(); this.at < this.text.length && !this.take("]"); this.blanks()) {
      const before = this.at;
      const item = depth < MAX_DEPTH2 ? this.value(depth + 1) : this.match(/[^\]\n]*/y);
      if (this.at === before) this.at++;
      else items.push(item);
    }
    return items;
  }
  inline(depth) {
    const found = table();
    for (this.blanks(); this.at < this.text.length && !this.take("}"); this.blanks()) {
      const before = this.at;
      const path = this.path();
      const last = path.pop();
      if (last !== void 0 && this.take("=") && depth < MAX_DEPTH2) tableAt(found, path)[last] = this.value(depth + 1);
      if (this.at === before) this.at++;
    }
    return found;
  }
  /** A text of one of the four kinds. */
  quoted() {
    if (this.take("'''")) return this.until("'''").replace(/^\r?\n/, "");
    if (this.take('"""')) return unescaped(this.until('"""').replace(/^\r?\n/, ""));
    const literal = this.match(/'[^'\n]*'/y);
    if (literal !== void 0) return literal.slice(1, -1);
    const basic = this.match(/"(?:[^"\\\n]|\\.)*"/y);
    return basic === void 0 ? void 0 : unescaped(basic.slice(1, -1));
  }
  until(mark) {
    const end = this.text.indexOf(mark, this.at);
    const found = this.text.slice(this.at, end < 0 ? void 0 : end);
    this.at = end < 0 ? this.text.length : end + mark.length;
    return found;
  }
};
var ESCAPES = { b: "\b", t: "	", n: "\n", f: "\f", r: "\r", e: "\x1B", '"': '"', "\\": "\\" };
function unescaped(text) {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|\s*\n\s*|(.))/g,
    (whole, short, long, byte, other) => {
      const code = short ?? long ?? byte;
      if (code !== void 0) return Number.parseInt(code, 16) > 1114111 ? "\uFFFD" : String.fromCodePoint(Number.parseInt(code, 16));
      return other === void 0 ? "" : ESCAPES[other] ?? whole;
    }
  );
}
function table() {
  return /* @__PURE__ */ Object.create(null);
}
function tableAt(root, path) {
  let found = root;
  for (const key of path) {
    const value = found[key];
    const inner = Array.isArray(value) ? value[value.length - 1] : value;
    if (isTable(inner)) found = inner;
    else {
      const made = table();
      found[key] = made;
      found = made;
    }
  }
  return found;
}
function appended(root, path) {
  const owner = tableAt(root, path.slice(0, -1));
  const key = path[path.length - 1] ?? "";
  const made = table();
  const list = owner[key];
  if (Array.isArray(list)) list.push(made);
  else owner[key] = [made];
  return made;
}
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/formats/model-config-trees.ts
var MAX_TREE_TEXT = 256 * 1024;
var MAX_LINES3 = 2e3;
var PROJECTS = /^(?:pyproject|poetry|uv|Pipfile|Cargo|ruff|\.?ruff|pdm|tox|setup|mypy|pytest|\.?flake8|\.?pylintrc|\.?coveragerc)(?:\.[\w-]+)?$/i;
function treeOf(text, name, extension) {
  if (text.length > MAX_TREE_TEXT || PROJECTS.test(name)) return void 0;
  switch (extension) {
    case ".toml":
      return readToml(text);
    case ".ini":
    case ".cfg":
    case ".conf":
      return withValues(readIni(text));
    case ".jsonl":
    case ".ndjson":
      return text.split("\n", MAX_LINES3).flatMap(parsed);
    default:
      return LOGGING.test(text) ? withValues(readIni(text)) : void 0;
  }
}
var LOGGING = /^\[(?:handler|formatter)_/m;
function withValues(sections) {
  const root = /* @__PURE__ */ Object.create(null);
  for (const [section, values] of Object.entries(sections)) {
    const found = /* @__PURE__ */ Object.create(null);
    for (const [key, value] of Object.entries(values)) found[key] = parsed(value)[0] ?? value;
    root[section] = found;
  }
  return root;
}
function parsed(text) {
  if (!/^\s*[[{"]/.test(text)) return [];
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
function loggingParts(root) {
  if (typeof root !== "object" || root === null || !("handlers" in root || "formatters" in root || "loggers" in root)) return [];
  const found = [];
  const shared = "DEFAULT" in root ? root.DEFAULT : {};
  for (const [section, values] of Object.entries(root)) {
    if (!/^(?:handler|formatter)_/.test(section) || typeof values !== "object" || values === null) continue;
    for (const [key, value] of Object.entries({ ...isJsonObject(shared) ? shared : {}, ...values })) {
      if (typeof value !== "string" || !/^(?:class|args|kwargs|defaults)$/i.test(key)) continue;
      found.push({ text: value, where: `${section}.${key}`, evaluated: key !== "class" || section.startsWith("handler_") });
      if (key === "class") found.push({ text: value, where: `${section}.${key}`, evaluated: false });
    }
  }
  return found;
}

// src/formats/model-config-scan.ts
var MAX_JSON = 8 * 2 ** 20;
var WORDS = /_target_|_component_|class_path|auto_map|custom_pipeline|trust_remote_code|attn_implementation|py\\?\/[a-z]|python(?:\/|%2f)|%TAG|loader_module|keras_module|model_code_path|["']?flavors["']?\s*:|\btarget["']?\s*:|\\(?:u00|x|U000000)(?:[46][1-9a-f]|[57][0-9a]|5f|2[ef])|[\w:!]%(?:[46][1-9a-f]|[57][0-9a]|5f)|_\\\r?\n/i;
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
  if (isUsual(scan.probe) ? !matters(text, name) && !keras : !PYTHON_TAG.test(text) && !isJsonText(text) && !LOGGING.test(text))
    return "not-this-format";
  const references = new References(scan, text);
  if (artifact.path.length === 1 && artifact.hints?.beside !== void 0) references.beside = artifact.hints.beside;
  references.nemo = artifact.path.length > 1 && name === "model_config.yaml";
  if (name === GLUONTS_TYPE || extension === ".gin") {
    references.place = placeOf(artifact, scan, void 0);
    if (extension === ".gin") observeGin(text, references);
    else observeTypeFile(text, references);
    return ended(references, source, scan);
  }
  const tree = treeOf(text, name, extension);
  if (tree !== void 0) await observeTree(tree, artifact, scan, references, false);
  const problem = tooMuchJson(text);
  const json = text.length <= MAX_JSON && !problem ? parseJson(text) : void 0;
  if (tree !== void 0 && json === void 0 && !PYTHON_TAG.test(text)) return ended(references, source, scan);
  if (json !== void 0) await observeTree(json.value, artifact, scan, references, true);
  else if (text.length <= MAX_YAML && !(problem instanceof JsonTooDeep))
    for (const reading of readings(text)) await observeYaml(reading, artifact, scan, references);
  else {
    references.place = placeOf(artifact, scan, void 0);
    observeText(text, references);
    if (LOADED.test(name)) observeOutwardText(text, references);
    if (problem instanceof JsonTooDeep && TELLING.some((words) => words.test(text))) throw problem;
    const whole = problem !== void 0 && text.length <= MAX_JSON;
    if ((references.place === "model" || whole) && LOADED.test(name) && TELLING.some((words) => words.test(text)))
      throw new ScanError("limit", `a configuration of ${source.size} bytes is searched for the usual ways of writing only`, 0);
  }
  return ended(references, source, scan);
}
async function ended(references, source, scan) {
  if (references.stated === 0) return "not-this-format";
  return accountForText(source, scan);
}
var TELLING = [WORDS, OUTWARD_WORDS, TAG_WORDS, CODE_WORDS, PAYLOAD_WORDS];
var PYTHON_TAG = /2002:[^\s>]{0,80}%|python(?:\/|%2f)(?:object|name|module)|!!\w{0,8}%|^%TAG[ \t]/im;
function isJsonText(text) {
  return text.trimStart().startsWith("{") && matters(text, "");
}
function matters(text, name) {
  return LISTS.has(name) || YOLO_WORDS.test(text) || mayReach(text) || // Sections that logging has evaluated, and values that others are put into.
  /\.(?:ini|cfg|conf)$/i.test(name) && /%\(|\bhandler_/.test(text) || LIBRARY_FILES.test(name) || mayLeave(name, text) || SPARK.test(name) && text.includes("sparkVersion") || [...TELLING, LIBRARY_WORDS, TEMPLATE_WORDS, GIN_WORDS].some((words) => words.test(text));
}
function parseJson(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    for (const loose of [text, withoutComments(text)]) {
      try {
        return parseLooseJson(loose);
      } catch {
      }
    }
    return void 0;
  }
}
async function observeYaml(text, artifact, scan, references) {
  const { documents, tags, sound, problem } = await readYaml(text);
  if (!sound && (!isUsual(scan.probe) || TREE_EXTENSIONS.includes(scan.probe.extension))) return;
  references.place = placeOf(artifact, scan, documents[0]);
  for (const tag of tags) observeTag(tag, references);
  for (const document of documents) {
    await observeTree(document, artifact, scan, references, false);
    await descendKeras(document, scan, references);
  }
  if (sound) return;
  observeText(text, references);
  if (LOADED.test(scan.probe.name)) observeOutwardText(text, references);
  if (problem) throw problem;
}
async function observeTree(value, artifact, scan, references, json) {
  const { name } = scan.probe;
  references.place = placeOf(artifact, scan, value);
  observePackage(value, name, json, references);
  const code = new ConfigCode(scan, references);
  const payloads = new ConfigPayloads(looksLikeKeras(value) || isJsonObject(value) && typeof value["class_name"] === "string");
  code.architecture(value);
  for (const { text, where, evaluated } of loggingParts(value)) {
    if (evaluated) code.evaluate(text, where, value);
    else references.state({ loader: "library", target: text, where, use: "class", detail: "logging", ordinary: true });
  }
  const templates = [];
  const texts3 = new NestedJson();
  const visit = (each, where) => {
    texts3.observe(each);
    observeOutward(each, where, references);
    code.observe(each, where, value);
    payloads.observe(each, where);
    if (!isJsonObject(each)) return;
    observeLibraries(each, where, value, name, references);
    observePaths(each, where, name, references);
    if (references.place === "other-tool" || CHAT_FILES.test(name)) return;
    templates.push(...templatesIn(each, where));
    if (references.place === "model") templates.push(...possibleTemplatesIn(each, where));
  };
  const tick = () => scan.budget.checkTime();
  observeReferences(value, references, tick, visit);
  for (const inner of texts3.values()) observeReferences(inner, references, tick, visit);
  references.stated += payloads.count + await observeTemplates(templates, scan, references.place === "model");
  await payloads.descend(scan);
}
function placeOf(artifact, scan, root) {
  if (OTHER_TOOLS.test(scan.probe.name)) return "other-tool";
  if (inPackage(artifact)) return "elsewhere";
  const near = artifact.path.length > 1 || isModelConfig(root, scan.probe.name) || (artifact.hints?.neighbour?.() ?? "none") !== "none";
  return near ? "model" : "elsewhere";
}
function isNull(value) {
  return typeof value === "string" && /^(?:|~|null|Null|NULL)$/.test(value);
}
async function descendKeras(document, scan, references) {
  if (!looksLikeKeras(document)) return;
  const bytes = new TextEncoder().encode(JSON.stringify(document, (_, each) => isNull(each) ? null : each));
  scan.budget.charge("members", 1);
  references.stated++;
  await scan.descend({ name: "architecture.json", size: bytes.length, open: () => memorySource(bytes) });
}
export {
  scanConfig
};
