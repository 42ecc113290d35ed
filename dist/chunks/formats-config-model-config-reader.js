import {
  CHAT_FILES_32 as CHAT_FILES,
  GLUONTS_TYPE_32 as GLUONTS_TYPE,
  LOADED_32 as LOADED,
  MAX_TEXT_32 as MAX_TEXT,
  SPARK_32 as SPARK,
  TREE_EXTENSIONS_32 as TREE_EXTENSIONS,
  hasConfigName_32 as hasConfigName,
  inPackage_33 as inPackage,
  wholeText_36 as wholeText,
  parseLooseJson_35 as parseLooseJson,
  JsonTooDeep_34 as JsonTooDeep,
  tooMuchJson_34 as tooMuchJson,
  accountForText_45 as accountForText,
  payloadIn_44 as payloadIn,
  MODULE_OBJECTS_16 as MODULE_OBJECTS,
  dangerAt_16 as dangerAt,
  dangers_16 as dangers,
  isOrdinary_16 as isOrdinary,
  moduleAliases_16 as moduleAliases,
  python2Modules_16 as python2Modules,
  reexports_16 as reexports,
  memorySource_10 as memorySource,
  ScanError_8 as ScanError
} from "./core.js";
import {
  looksLikeKeras
} from "./shared-formats-keras-keras-config-shape.js";
import {
  YOLO_WORDS,
  architectureTexts,
  onlyBuilds
} from "./shared-formats-config-model-config-yolo.js";
import {
  entriesOf,
  isJsonObject,
  jsonPath
} from "./shared-formats-shared-json-value.js";
import {
  sourceReaches
} from "./shared-lang-python-reach.js";
import {
  pythonNames
} from "./shared-lang-python-tokens.js";
import {
  MAX_YAML,
  TAG_WORDS,
  decodeTag,
  observeTag,
  readYaml,
  readings
} from "./shared-formats-config-model-config-yaml.js";

// src/formats/shared/json-comments.ts
var QUOTE = 34;
var BACKSLASH = 92;
var SLASH = 47;
var STAR = 42;
var HASH = 35;
var COMMA = 44;
var BREAK = 10;
var SPACE = 32;
function withoutComments(text) {
  const kept = new Uint16Array(text.length);
  let comma = -1;
  let lineStart = true;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const end = commentEnd(text, at, code, lineStart);
    if (end > at) {
      kept.fill(SPACE, at, end);
      at = end;
    } else if (code === QUOTE) {
      const after = textEnd(text, at);
      for (; at < after; at++) kept[at] = text.charCodeAt(at);
      comma = -1;
      lineStart = false;
    } else {
      kept[at] = code;
      const isSpace = code === SPACE || code >= 9 && code <= 13;
      if ((code === 125 || code === 93) && comma >= 0) kept[comma] = SPACE;
      if (!isSpace) comma = code === COMMA ? at : -1;
      lineStart = code === BREAK || lineStart && (code === SPACE || code === 9);
      at++;
    }
  }
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(kept);
}
function commentEnd(text, at, code, lineStart) {
  const next = code === SLASH ? text.charCodeAt(at + 1) : 0;
  if (next === SLASH || code === HASH && lineStart) return orEnd(text.indexOf("\n", at), text);
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

// src/python/danger/named.ts
var HOMES = new Map([
  ...Object.entries(python2Modules),
  ...Object.entries(moduleAliases),
  ["__builtins__", "builtins"]
]);
var MAX_ALIAS = 2;
var MAX_BEFORE = 12;
var OBJECTS = /* @__PURE__ */ new Set([...MODULE_OBJECTS.split(/\s+/), "__builtins__"]);
function namedDanger(path, carrier) {
  for (let start = 0; start < path.length - 1 && start <= MAX_BEFORE; start++) {
    if (start > 0 && !OBJECTS.has(path[start] ?? "")) continue;
    const named2 = path.slice(start);
    for (const spelling of [named2, atHome(named2)]) {
      const hit = dangerAt(spelling);
      if (hit && !hit.whole && !isOrdinary(hit.group, carrier)) return hit;
    }
  }
  return void 0;
}
function namedFunctions(carrier) {
  const found = /* @__PURE__ */ new Map();
  for (const group of dangers) {
    if (isOrdinary(group, carrier)) continue;
    for (const [module, list] of Object.entries(group.names)) {
      const names = list.split(/\s+/).filter((name) => name !== "*" && !name.startsWith("!"));
      if (names.length > 0) found.set(module, [...found.get(module) ?? [], ...names]);
    }
  }
  for (const [alias, home] of HOMES) {
    const names = found.get(home);
    if (names) found.set(alias, [...found.get(alias) ?? [], ...names]);
  }
  return found;
}
function atHome(path) {
  const dotted = path.join(".");
  const package_ = reexports.find((prefix) => dotted.startsWith(prefix));
  const inner = package_ === void 0 ? path : path.slice(package_.split(".").length - 1);
  for (let length = Math.min(MAX_ALIAS, inner.length - 1); length > 0; length--) {
    const home = HOMES.get(inner.slice(0, length).join("."));
    if (home !== void 0) return [...home.split("."), ...inner.slice(length)];
  }
  return inner;
}

// src/formats/config/model-config/callable-names.ts
var MAX_NAME = 400;
var MAX_BEFORE2 = 200;
var OTHER_LANGUAGE_GADGETS = "javax\\.script\\.ScriptEngineManager|java\\.net\\.URLClassLoader|com\\.sun\\.rowset\\.JdbcRowSetImpl|java\\.lang\\.(?:Runtime|ProcessBuilder)|com\\.sun\\.org\\.apache\\.xalan\\.[\\w.]+|org\\.apache\\.commons\\.(?:collections4?\\.functors|configuration\\d?|beanutils)\\.[\\w.]+|org\\.springframework\\.(?:beans\\.factory|context\\.support|aop|jndi)\\.[\\w.]+|com\\.mchange\\.v2\\.c3p0\\.[\\w.]+|javax\\.management\\.[\\w.]+|org\\.codehaus\\.groovy\\.runtime\\.[\\w.]+|Gem::(?:Installer|Requirement|SpecFetcher|Package::TarReader)|ERB|Net::BufferedIO";
var IS_OTHER_LANGUAGE_GADGET = new RegExp(`^(?:${OTHER_LANGUAGE_GADGETS})$`);
var DOTTED = /^[A-Za-z_]\w*(?:\.\w+)*(?::\w+(?:\.\w+)*)?$/;
var NAMED = [...namedFunctions("config")];
var WHOLE = NAMED.map(([module, names]) => `${escaped(module)}[.:](?:${names.map(escaped).join("|")})`).join("|");
var MODULES = NAMED.map(([module]) => escaped(module)).filter((module) => !module.includes("."));
var CALLABLE_WORDS = new RegExp(
  `\\b(?:${WHOLE}|(?:${MODULES.join("|")})["']?\\s*(?:[,}\\]\\n]|$))|${OTHER_LANGUAGE_GADGETS.replaceAll("|ERB|Net::BufferedIO", "")}`
);
var VALUES = new RegExp(
  `:[ \\t]{0,8}["']?([A-Za-z_][\\w.]{0,${MAX_BEFORE2}}(?::[\\w.]{1,80})?|${OTHER_LANGUAGE_GADGETS})["']?[ \\t]{0,8}(?=[,}\\r\\n]|$)`,
  "g"
);
var MODULE_KEYS = ["module", "@module", "__module__", "module_name", "module_path", "import_from", "package", "library", "lib"];
var NAME_KEYS = "class @class __class__ class_name name __name__ function func fn function_name callable @callable method attr attribute symbol object type cls".split(
  " "
);
var NAMING = /target|class|cls|type|func|fn|callable|factory|handler|hook|callback|constructor|resolver|entry|builder|loader|plugin|^\(\)$|^[@_$]/i;
function observeCallableNames(value, where, references) {
  if (Array.isArray(value)) {
    const joined = joinedName(value);
    const mayBeCalled = references.belongsTo === "model" || NAMING.test(/(?:^|\.)([^.[\]]*)$/.exec(where)?.[1] ?? "");
    if (joined !== void 0 && mayBeCalled) reportCallable(joined, where, references);
    if (references.belongsTo !== "model" || value.length > MAX_LIST || WORD_LISTS.test(where)) return;
    const names = value.filter((each) => typeof each === "string" && isDangerousName(each.trim()));
    if (new Set(names).size > 1) return;
    for (const each of names) reportCallable(String(each), where, references);
    return;
  }
  const object = value;
  for (const key of Object.keys(object)) {
    const each = object[key];
    if (typeof each === "string" && (references.belongsTo === "model" || NAMING.test(key)))
      reportCallable(each, where === "" ? key : `${where}.${key}`, references);
  }
  for (const moduleKey of MODULE_KEYS) {
    const module = object[moduleKey];
    if (typeof module !== "string") continue;
    for (const nameKey of NAME_KEYS) {
      const name = object[nameKey];
      if (typeof name !== "string" || nameKey === moduleKey) continue;
      if (references.belongsTo === "model" || NAMING.test(nameKey) || moduleKey.includes("_"))
        reportCallable(`${module}.${name}`, where, references);
    }
  }
}
var MAX_ITEMS = 1e3;
var MAX_PARTS = 8;
var MAX_LIST = 16;
var WORD_LISTS = /(?:^|\.)(?:tokens|additional_special_tokens|names|labels|words|bad_words|vocab|classes|merges|keywords|stop|stopwords)$/i;
function joinedName(list) {
  if (list.length < 2 || list.length > MAX_PARTS || !list.every((each, index) => typeof each === "string" && (index === 0 || /^\w+$/.test(each))))
    return void 0;
  return isDangerousName(String(list[0])) ? void 0 : list.join(".");
}
function observeCallableNamesInText(text, references) {
  let count = 0;
  for (const [, target = ""] of text.matchAll(VALUES)) {
    if (!isDangerousName(target)) continue;
    if (++count > MAX_ITEMS) break;
    reportCallable(target, "found in the text", references);
  }
}
function reportCallable(text, where, references) {
  const name = text.trim();
  if (!isDangerousName(name)) return;
  references.report({ loader: "any", target: name.replaceAll("::", ".").replace(":", "."), where, use: "function", ordinary: true });
}
function isDangerousName(name) {
  return name.length <= MAX_NAME && (dangerousCallable(name) !== void 0 || IS_OTHER_LANGUAGE_GADGET.test(name));
}
function dangerousCallable(name) {
  return name.length > MAX_NAME || !DOTTED.test(name) ? void 0 : namedDanger(name.replace(":", ".").split("."), "config")?.listed;
}
function escaped(name) {
  return name.replaceAll(".", "\\.");
}

// src/formats/config/model-config/code.ts
var MAX_CODE = 64 * 1024;
var MAX_FACTS = 200;
var MAX_IMPORTS = 100;
var ASSUMED_IMPORTS = "import os, posix, nt, sys, subprocess, shutil, importlib, runpy, pickle, marshal, ctypes, socket, pty, urllib, builtins\n";
var DOLLAR = /^\s*\$(?=[^\s{$\d])/;
var DOLLAR_IMPORT = /^\s*\$\s*((?:import|from)\s[^\n]{1,300})/;
var RESOLVER = /\$\{\s{0,8}(?:eval|exec|python|py|pyeval|expr|math|calc|lambda)\s{0,8}:/;
var CALL = /^\s*(?:[$=([{!]\s*|lambda\b[^:\n]{0,60}:\s*|await\s)*\(?__import__\)?\s*\(\s*[^)\s]|^\s*(?:[$=([]\s*)*(?:os|posix|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket)\.\w+(?:\.\w+)*\s*\(\s*[^)\s]/;
var BUILTIN_CALL = /^\s*(?:[$=([{!]\s*|lambda\b[^:\n]{0,60}:\s*)*(?:exec|eval|compile|execfile|getattr)\s*\(\s*[^)\s]/;
var MAX_BUILTIN_CALL = 1e3;
var ATTRIBUTE_CHAIN = /^\s*\$?\s*(?:\(\)|\[\]|\{\}|''|""|\w[\w.]*)\s*\.\s*__(?:class|mro|bases?|subclasses|globals|init|getattribute|dict)__\b/;
var PROSE = /^(?:text|contents?|inputs?|outputs?|prompts?|completion|instruction|response|chosen|rejected|answer|question|query|code|solution|canonical_solution|tests?|description|messages?|values?|examples?|docs?|comments?|title|labels?|snippets?|body|summary|help|notes?|source|sources|evidence|expected|actual|payload|references?|refs?|signature|usage|reason|regex|match|matches|rules?|fix|fixes|patterns?(?:-[\w-]+)?|metavariable-[\w-]+)$/i;
var LEADING_COMMENTS = /^(?:[ \t]*(?:#[^\n]*)?\n)*/;
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
  reportedCount = 0;
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
        this.report(text.slice(0, MAX_CODE), jsonPath(where, `.${key}`), root, "load");
      }
    const alone = !list && Object.keys(value).length === 1 && this.references.belongsTo === "model";
    for (const [key, each] of entriesOf(value)) {
      if (alone && key.length <= MAX_CODE && isCall(key)) this.reportOnce(key, jsonPath(where, `.${key.slice(0, 60)}`), root);
      if (typeof each !== "string" || words && !each.trimStart().startsWith("$") || key === "expr_str" || each.length > MAX_CODE || this.reportedCount > MAX_FACTS)
        continue;
      const code = codeIn(each, list ? keyOf(where) : key, list ? void 0 : value, this.references);
      if (key === "download" && SHELL.test(each) && !list && "train" in value) this.shell(jsonPath(where, `.${key}`));
      else if (code !== void 0) this.reportOnce(code, jsonPath(where, list ? `[${key}]` : `.${key}`), root);
    }
  }
  /** Reports the strings of a YOLO architecture that building the network evaluates. */
  architecture(root) {
    for (const { text, where } of architectureTexts(root)) {
      if (onlyBuilds(text) || this.reportedCount > MAX_FACTS || this.evaluated.has(text)) continue;
      this.evaluated.add(text);
      this.report(text.slice(0, MAX_CODE), where, root, "load");
    }
  }
  /** Reports the dangerous names in a string that a library evaluates. */
  evaluate(text, where, root) {
    if (text.length <= MAX_CODE && this.reportedCount <= MAX_FACTS) this.report(text, where, root, "use");
  }
  shell(carrier) {
    this.references.reportedCount++;
    this.scan.observe({ kind: "shipped-code", language: "shell", carrier, runs: "use", reaches: [], offset: 0 });
  }
  reportOnce(code, where, root) {
    if (!this.evaluated.has(code)) this.report(code, where, root, "use");
  }
  /** Code that certainly runs when the model is loaded is reported even if it uses no dangerous name. */
  report(code, where, root, runs) {
    this.imports ??= importsOf(root);
    const text = `${ASSUMED_IMPORTS}${this.imports}${code}`;
    const { top, inner } = sourceReaches(text);
    const reaches = /* @__PURE__ */ new Set([...top, ...inner]);
    for (const { text: chain } of pythonNames(code).chains) {
      const dangerous = dangerousCallable(chain);
      if (dangerous !== void 0) reaches.add(dangerous);
    }
    const internal = INTERNALS.exec(withoutTexts(code))?.[0];
    if (internal !== void 0)
      this.references.report({
        loader: "any",
        target: `object.${internal}`,
        where,
        use: "function",
        detail: "in an expression",
        ordinary: true
      });
    if (reaches.size === 0 && runs === "use") return;
    this.reportedCount++;
    this.references.reportedCount++;
    const carrier = where === "" ? "the configuration" : where;
    this.scan.observe({ kind: "shipped-code", language: "python-source", carrier, runs, reaches: [...reaches], offset: 0 });
  }
};
function codeIn(text, key, object, references) {
  const resolver = RESOLVER.exec(text);
  const end = text.lastIndexOf("}");
  const resolved = resolver === null || end < resolver.index ? void 0 : text.slice(resolver.index + resolver[0].length, end);
  if (resolved !== void 0) return resolved.replace(/^\s*(["'])(.*)\1\s*$/s, "$2").replace(/\\(["'\\])/g, "$1");
  if (object !== void 0 && RUN.some((row) => row.key === key && row.beside in object) && PROGRAM.test(text.replace(LEADING_COMMENTS, "")))
    return text;
  if (PROSE.test(key)) return void 0;
  if (references.belongsTo !== "model" && !(DOLLAR.test(text) && isCall(text))) return void 0;
  const builtin = text.length <= MAX_BUILTIN_CALL && BUILTIN_CALL.test(text) && text.includes(")");
  if (isCall(text) || builtin || ATTRIBUTE_CHAIN.test(text) && INTERNALS.test(text)) return text.replace(/^\s*[$=!]\s*/, "");
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

// src/formats/config/model-config/gin.ts
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
    references.report({ loader: "library", target, where, use: "module", detail: "Gin" });
  }
  if (!dynamic) return;
  for (const [index, line] of lines.entries()) {
    for (const [, used = ""] of line.replace(/^\s*#.*$/, "").matchAll(USED)) {
      const [first = "", ...rest] = used.split(".");
      const module = modules.get(first);
      if (module === void 0 || rest.length === 0) continue;
      const target = used.startsWith(`${module}.`) ? used : `${module}.${rest.join(".")}`;
      references.report({ loader: "library", target, where: `line ${index + 1}`, use: "function", detail: "Gin" });
    }
  }
}

// src/formats/config/model-config/hub.ts
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
    references.report({ loader: "transformers", target: "trust_remote_code", where: "trust_remote_code", use: "remote" });
  if (/^sentence_\w+_config\.json$/.test(name)) {
    for (const [key, value] of entries(root))
      if (isJsonObject(value) && value["trust_remote_code"] === true)
        references.report({
          loader: "sentence-transformers",
          target: "trust_remote_code",
          where: `${key}.trust_remote_code`,
          use: "remote"
        });
  }
  if ("_diffusers_version" in root || name.endsWith("model_index.json")) observeDiffusers(root, references);
  if (isSpark(root)) references.report({ loader: "spark", target: String(root["class"]), where: "class", use: "class" });
}
var MAX_PARTS2 = 6;
function observeHubs(value, at, references, depth) {
  if (isJsonObject(value)) observeHub(value, at, references);
  else if (!Array.isArray(value)) return;
  if (depth > MAX_PARTS2) return;
  let seen = 0;
  for (const [key, each] of entriesOf(value)) {
    if (++seen > MAX_VALUES) break;
    if (typeof each === "object" && key !== "auto_map") observeHubs(each, `${at}${key.slice(0, 60)}.`, references, depth + 1);
  }
}
var ATTENTION = ["_attn_implementation_internal", "_attn_implementation", "attn_implementation"];
function observeHub(object, at, references) {
  const remote = (target, where) => references.report({ loader: "transformers", target, where: at + where, use: "remote", detail: origin(target) });
  const { auto_map: map, auto_mapping: mapping, custom_pipelines: pipelines } = object;
  if (isJsonObject(map)) for (const [key, value] of entries(map)) for (const target of texts(value)) remote(target, `auto_map.${key}`);
  if (Array.isArray(map)) for (const target of texts(map)) remote(target, "auto_map");
  if (isJsonObject(pipelines)) {
    for (const [task, row] of entries(pipelines))
      if (isJsonObject(row)) for (const target of texts(row["impl"])) remote(target, `custom_pipelines.${task}.impl`);
  }
  if (isJsonObject(mapping) && typeof mapping["parent_library"] === "string" && typeof mapping["base_model_class"] === "string") {
    const target = `${mapping["parent_library"]}.${mapping["base_model_class"]}`;
    references.report({ loader: "transformers", target, where: `${at}auto_mapping`, use: "class" });
  }
  for (const key of ATTENTION) {
    const value = object[key];
    for (const kernel of isJsonObject(value) ? Object.values(value).slice(0, MAX_VALUES) : [value])
      if (typeof kernel === "string" && kernel.includes("/"))
        references.report({
          loader: "transformers",
          target: kernel,
          where: at + key,
          use: "remote",
          detail: "kernels from a hub repository"
        });
  }
}
function origin(target) {
  return target.includes("--") ? "Python code in another repository" : "Python code in the model\u2019s folder";
}
function observeDiffusers(root, references) {
  for (const [key, value] of entries(root)) {
    if (key === "_class_name" || !Array.isArray(value)) continue;
    const [library, name] = value;
    if (typeof library !== "string" || typeof name !== "string" || library === "" || name === "") continue;
    const target = `${library}.${name}`;
    if (references.beside(`${key}/${library}.py`))
      references.report({ loader: "diffusers", target, where: key, use: "remote", detail: `Python code in ${key}/${library}.py` });
    else references.report({ loader: "diffusers", target, where: key, use: "class" });
  }
  const { _class_name: pipeline, custom_pipeline: custom } = root;
  const own = Array.isArray(pipeline) ? pipeline[0] : custom;
  if (typeof own === "string")
    references.report({
      loader: "diffusers",
      target: own,
      where: Array.isArray(pipeline) ? "_class_name" : "custom_pipeline",
      use: "remote"
    });
}
function observeModules(root, references) {
  root.slice(0, MAX_VALUES).forEach((module, index) => {
    const type = moduleType(module);
    const isModule = references.belongsTo === "model" || isJsonObject(module) && "path" in module && "name" in module;
    if (type === void 0 || !isModule) return;
    const remote = !/^[\w.]+$/.test(type);
    references.report({
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
        references.report({ loader: "mlflow", target: String(row[key]), where: `flavors.${flavor}.${key}`, use: "module" });
    if (isSet(row["model_class"]))
      references.report({ loader: "mlflow", target: row["model_class"], where: `flavors.${flavor}.model_class`, use: "class" });
    for (const key of ["code", "model_code_path"])
      if (isSet(row[key]))
        references.report({
          loader: "mlflow",
          target: String(row[key]),
          where: `flavors.${flavor}.${key}`,
          use: "remote",
          detail: "Python code in the model\u2019s folder"
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

// src/formats/config/model-config/libraries.ts
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
var DOTTED2 = /^[^\W\d]\w*(?:\.[^\W\d]\w*)+$/u;
var MODULE = /^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u;
var MAX_NAMES = 1e3;
function observeLibraries(object, where, root, file, references) {
  for (const row of ROWS) {
    if (!(row.key in object) || row.file !== void 0 && !row.file.test(file) || row.at !== void 0 && !row.at.test(where)) continue;
    if (row.beside !== void 0 && !row.beside.some((key) => key in object)) continue;
    for (const reference of named(row, object)) references.report({ ...reference, where: jsonPath(where, `.${row.key}`) });
  }
  observeFiddle(object, where, references);
  const { type, name, class_name: cls } = object;
  if (typeof cls === "string" && COLON.test(cls))
    references.report({
      loader: "library",
      target: cls.replace(":", "."),
      where: jsonPath(where, ".class_name"),
      use: "class",
      detail: "DeepPavlov"
    });
  if (typeof type === "string" && DOTTED2.test(type) && isJsonObject(root) && ALLENNLP_ROOT.some((key) => key in root))
    references.report({ loader: "library", target: type, where: jsonPath(where, ".type"), use: "class", detail: "AllenNLP" });
  if (typeof name === "string" && DOTTED2.test(name) && isJsonObject(root) && RASA_ROOT.every((key) => key in root))
    references.report({ loader: "library", target: name, where: jsonPath(where, ".name"), use: "class", detail: "Rasa" });
}
function observeTypeFile(text, references) {
  const [target = ""] = text.trim().split(/\r?\n/);
  if (DOTTED2.test(target)) references.report({ loader: "library", target, where: "", use: "class", detail: "GluonTS" });
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
  return whole.map((each) => (prefix + each).trim().replace(":", ".")).filter((each) => DOTTED2.test(each)).map((target) => ({ loader: "library", target, use: "class", detail }));
}
function observeFiddle({ type, module, name }, where, references) {
  if (type === "pyref" && typeof module === "string" && typeof name === "string")
    references.report({ loader: "library", target: `${module}.${name}`, where, use: "class", detail: "Fiddle" });
}
function texts2(value) {
  const all = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [value];
  return all.slice(0, MAX_NAMES).filter((each) => typeof each === "string");
}

// src/formats/config/model-config/nested.ts
var MAX_TEXTS = 200;
var MAX_TEXT2 = 64 * 1024;
var NestedJson = class {
  found = [];
  count = 0;
  /** Stores the strings of a mapping or list that look like JSON with a mapping in it. */
  observe(value) {
    for (const [, each] of entriesOf(value)) {
      if (typeof each !== "string" || each.length > MAX_TEXT2 || !/^\s*[[{]/.test(each) || !each.includes("{")) continue;
      if (this.count++ >= MAX_TEXTS) return;
      this.found.push(each);
    }
  }
  /** Parses each stored string, including those that `observe` adds while the caller walks the values. */
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

// src/formats/config/model-config/objects.ts
var TICK = 65536;
function observeReferences(root, references, tick, visit) {
  if (typeof root !== "object" || root === null) return;
  const levels = [];
  let position = { value: root, where: "", parent: void 0 };
  for (let seen = 1; ; seen++) {
    if (seen % TICK === 0) tick();
    const { value, where } = position;
    const holder = value;
    visit(holder, where);
    if (isJsonObject(value)) {
      observeTargets(value, position, root, references);
      observeJsonpickle(value, where, references);
    }
    const keys = isJsonObject(holder) ? Object.keys(holder) : void 0;
    levels.push({ position, holder, keys, left: keys ? keys.length : holder.length });
    const next = nextOf(levels);
    if (next === void 0) return;
    position = next;
  }
}
function nextOf(levels) {
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const { position: parent, holder, keys } = level;
    while (level.left > 0) {
      const key = keys?.[--level.left];
      const value = key === void 0 ? holder[--level.left] : holder[key];
      if (typeof value !== "object" || value === null) continue;
      return { value, where: jsonPath(parent.where, key === void 0 ? `[${level.left}]` : `.${key}`), parent };
    }
    levels.pop();
  }
  return void 0;
}
var LIGHTNING_KEYS = /* @__PURE__ */ new Set(["class_path", "init_args", "dict_kwargs"]);
function observeTargets(object, position, root, references) {
  const { where } = position;
  const { class_path: path, target, params } = object;
  const key = typeof object["_target_"] === "string" ? "_target_" : "_component_";
  const written = object[key];
  if (typeof written === "string") {
    const resolved = interpolated(written, position, root);
    if (/^hydra\.utils\.get_(?:class|method|object|static_method)$/.test(resolved) && typeof object["path"] === "string")
      references.report({
        loader: "hydra",
        target: interpolated(object["path"], position, root),
        where: jsonPath(where, ".path"),
        use: "function"
      });
    else references.report({ loader: "hydra", target: resolved, where: jsonPath(where, `.${key}`), use: "class" });
  }
  if (typeof written === "string") observeLoading(object, written, where, references);
  const trust = object["trust_remote_code"];
  if (typeof written === "string" && (trust === true || trust === "true" || trust === "True"))
    references.report({ loader: "transformers", target: "trust_remote_code", where: jsonPath(where, ".trust_remote_code"), use: "remote" });
  if (typeof path === "string" && path.includes(".") && Object.keys(object).every((key2) => LIGHTNING_KEYS.has(key2)))
    references.report({ loader: "lightning", target: path, where: jsonPath(where, ".class_path"), use: "class" });
  if (typeof target === "string" && /^[A-Za-z_]\w*(?:\.\w+)+$/.test(target)) {
    const detail = isJsonObject(params) ? "with params" : references.nemo || "nemo_version" in object ? "with the configuration" : void 0;
    if (detail !== void 0) references.report({ loader: "hydra", target, where: jsonPath(where, ".target"), use: "class", detail });
  }
}
var LOADS = /(?:^|\.)(?:from_pretrained|from_single_file|load_from_checkpoint|from_config|restore_from|load_model|load_state_dict|load_checkpoint)$/;
var PATH_ARGUMENTS = [
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
var OUTSIDE = /^(?:[\\/~]|\.\.(?:[\\/]|$)|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]*:\/\/)|[\\/]\.\.(?:[\\/]|$)/;
function observeLoading(object, target, where, references) {
  if (references.belongsTo !== "model" || !LOADS.test(target)) return;
  const args = object["_args_"];
  const [first] = Array.isArray(args) ? args : [];
  for (const [key, value] of [...PATH_ARGUMENTS.map((key2) => [key2, object[key2]]), ["_args_", first]])
    if (typeof value === "string" && OUTSIDE.test(value)) references.file(value, `a model (${jsonPath(where, `.${key}`)})`);
  const { custom_pipeline: pipeline } = object;
  if (typeof pipeline === "string")
    references.report({ loader: "diffusers", target: pipeline, where: jsonPath(where, ".custom_pipeline"), use: "remote" });
}
var MAX_STEPS = 8;
var RESOLVER2 = /\$\{oc\.(select|env|decode):([^{},]{1,300})(?:,([^{},]{1,300}))?\}/g;
function interpolated(text, position, root) {
  let result = text;
  for (let step = 0; step < MAX_STEPS && result.includes("${"); step++) {
    const next = result.replace(/\$\{([\w.[\]-]{1,300})\}/g, (whole, path) => {
      const found = lookup(path, position, root);
      return typeof found === "string" ? found.slice(0, 1e3) : whole;
    }).replace(RESOLVER2, (whole, resolver, first, second) => {
      const found = resolver === "select" ? lookup(first.trim(), position, root) : resolver === "env" ? second : first;
      const value = typeof found === "string" ? found : second;
      return value === void 0 ? whole : value.trim().slice(0, 1e3);
    });
    if (next === result || next.length > 4e3) break;
    result = next;
  }
  return result;
}
function lookup(path, position, root) {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0;
  let from = position;
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
  const report = (target, key, use, unmistakable = false) => {
    if (typeof target === "string")
      references.report({
        loader: "jsonpickle",
        target: python2(target),
        where: jsonPath(where, `.${key}`),
        use,
        detail: key,
        unmistakable
      });
  };
  report(built, "py/object", "class");
  report(object["py/type"], "py/type", "class");
  report(object["py/function"], "py/function", "function");
  report(typeof module === "string" ? module.split("/")[0] : void 0, "py/mod", "module");
  if (typeof repr === "string") report("builtins.eval", "py/repr", "function");
  const called = Array.isArray(reduce) ? reduce[0] : isJsonObject(reduce) ? Object.values(reduce)[0] : void 0;
  if (!isJsonObject(called)) return;
  report(called["py/function"], "py/reduce", "function", true);
  report(called["py/type"], "py/reduce", "class", true);
}
function python2(name) {
  return name.startsWith("__builtin__.") ? `builtins.${name.slice("__builtin__.".length)}` : name;
}

// src/formats/config/model-config/paths.ts
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

// src/formats/config/model-config/payloads.ts
var MIN_TEXT = 24;
var MAX_TEXT3 = 8 * 2 ** 20;
var MAX_PAYLOADS = 64;
var LOADED2 = /* @__PURE__ */ new Set([":serialized:"]);
var PAYLOAD_WORDS = /:serialized:|(?:["',\s]|base64,)(?:gA[I-X]|Y[2-9A-Z]|H4sI|UEsD|e[AFJN]|QlpoO|\/Td6)[A-Za-z0-9+/_-]{20}|["'\s](?:800[2-5]|504b0304|1f8b08|789c)[0-9a-fA-F]{20}|["'](?:\\u0080|\u0080|\\x80)|\[\s*128\s*,\s*[2-5]\s*,|["']c[A-Za-z_][\w.]*\\n/;
var ConfigPayloads = class {
  found = [];
  loadedOnly;
  /** `loadedOnly`: ignore payloads that no known loader reads, because another reader of the same file reports them. */
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

// src/formats/config/model-config/references.ts
var MAX_TARGET = 500;
var MAX_LOCATED = 100;
var References = class {
  /** Whether the configuration belongs to a model, to a known other tool, or to an unknown program. */
  belongsTo = "unknown";
  /**
   * Whether this is the configuration of a NeMo model, whose key `target` is its class (nemo/core/classes/common.py).
   */
  nemo = false;
  reportedCount = 0;
  /** Returns whether a file of this name exists in the folder of the configuration. */
  beside = () => false;
  scan;
  text;
  seen = /* @__PURE__ */ new Set();
  constructor(scan, text) {
    this.scan = scan;
    this.text = text;
  }
  report({ loader, target: whole, where, use, detail, unmistakable, ordinary }) {
    const target = whole.trim().slice(0, MAX_TARGET);
    const key = `${loader}
${target}
${use}`;
    if (target === "" || this.seen.has(key)) return;
    this.seen.add(key);
    this.reportedCount++;
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
      ...!ordinary && (this.belongsTo === "model" || unmistakable && this.belongsTo !== "other-tool") ? {} : { ordinary: true }
    });
  }
  /** Reports another file that the loader reads. */
  file(path, role) {
    const key = `file
${path}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.reportedCount++;
    this.scan.observe({ kind: "external-file", format: "model-config", path: path.slice(0, MAX_TARGET), role, offset: this.locate(path) });
  }
  /** Returns the offset at which the name first occurs, in bytes of UTF-8; 0 if it is written in another way. */
  locate(target) {
    const at = this.text.indexOf(target);
    return at <= 0 ? 0 : new TextEncoder().encode(this.text.slice(0, at)).length;
  }
};
function isDotted(target) {
  const isName = /^[\w./-]+$/.test(target) && /^\.\w+$/.test(target.slice(target.lastIndexOf(".")));
  return isName && !/^[./]|\.(?:py|so|zip|gz|git|whl)$/.test(target);
}

// src/formats/config/model-config/templates.ts
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
  const { observeAnyTemplate, observeTemplate } = await import("./formats-template-jinja-facts.js");
  let count = 0;
  for (const { name, text, maybe } of templates) {
    const rendered = near && !maybe;
    if (rendered) observeTemplate(scan, name, text, 0, false);
    if (rendered || observeAnyTemplate(scan, name, text, "any-software", 0)) count++;
  }
  return count;
}

// src/formats/config/model-config/text.ts
var MAX_MATCHES = 1e3;
var TAG = /!(?:!|<tag:yaml\.org,2002:)([\w.%/:-]{1,400})/g;
var DIRECTIVE = /^%TAG[ \t]+(!(?:\w*!)?)[ \t]+(?:tag:yaml\.org,2002:)([\w%/:]*)/gm;
var OTHER = /(?:!(?:new|name|apply|applyref|module):|!?!(?:ruby|js|perl|php)\/|!!(?:javax?|com|org|net)\.)[\w.:/$-]{1,300}/g;
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
  const text = whole.replace(/\r\n?|[\x85\u2028\u2029]/g, "\n").replace(COMMENT, "");
  const where = "found in the text";
  let count = 0;
  for (const written of tagsIn(text)) {
    const tag = PYTHON.exec(decodeTag(written))?.[0];
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
      references.report({ loader, target, where, use });
    }
  }
  if (CODE_MAP.test(text)) references.report({ loader: "transformers", target: "auto_map", where, use: "remote" });
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
      this.whitespace();
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
  /** Matches a sticky pattern at the current position. */
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== void 0) this.at += found.length;
    return found;
  }
  /** Skips whitespace, commas and comments. */
  whitespace() {
    this.match(/(?:[ \t\r\n,]|#[^\n]*)+/y);
  }
  restOfLine() {
    this.match(/[^\n]*/y);
  }
  /** Reads a dotted key. */
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
    for (this.whitespace(); this.at < this.text.length && !this.take("]"); this.whitespace()) {
      const before = this.at;
      const item = depth < MAX_DEPTH2 ? this.value(depth + 1) : this.match(/[^\]\n]*/y);
      if (this.at === before) this.at++;
      else items.push(item);
    }
    return items;
  }
  inline(depth) {
    const found = table();
    for (this.whitespace(); this.at < this.text.length && !this.take("}"); this.whitespace()) {
      const before = this.at;
      const path = this.path();
      const last = path.pop();
      if (last !== void 0 && this.take("=") && depth < MAX_DEPTH2) tableAt(found, path)[last] = this.value(depth + 1);
      if (this.at === before) this.at++;
    }
    return found;
  }
  /** Reads a string of any of the four kinds. */
  quoted() {
    if (this.take("'''")) return this.until("'''").replace(/^\r?\n/, "");
    if (this.take('"""')) return unescaped(this.until('"""').replace(/^\r?\n/, ""));
    const literal = this.match(/'[^'\n]*'/y);
    if (literal !== void 0) return literal.slice(1, -1);
    const basic = this.match(/"(?:[^"\\\n]|\\.)*"/y);
    return basic === void 0 ? void 0 : unescaped(basic.slice(1, -1));
  }
  until(delimiter) {
    const end = this.text.indexOf(delimiter, this.at);
    const found = this.text.slice(this.at, end < 0 ? void 0 : end);
    this.at = end < 0 ? this.text.length : end + delimiter.length;
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

// src/formats/config/model-config/trees.ts
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

// src/formats/config/model-config/reader.ts
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
    throw new ScanError("limit", `a configuration of ${source.size} bytes exceeds the limit of ${MAX_TEXT}`, 0);
  }
  const text = wholeText(source);
  const keras = extension !== ".json" && KERAS.test(text);
  if (hasConfigName(scan.probe) ? !matters(text, name) && !keras : !PYTHON_TAG.test(text) && !isJsonText(text) && !LOGGING.test(text))
    return "not-this-format";
  const references = new References(scan, text);
  if (artifact.path.length === 1 && artifact.hints?.beside !== void 0) references.beside = artifact.hints.beside;
  references.nemo = artifact.path.length > 1 && name === "model_config.yaml";
  if (name === GLUONTS_TYPE || extension === ".gin") {
    references.belongsTo = belongsTo(artifact, scan, void 0);
    if (extension === ".gin") observeGin(text, references);
    else observeTypeFile(text, references);
    return finish(references, source, scan);
  }
  const tree = treeOf(text, name, extension);
  if (tree !== void 0) await observeTree(tree, artifact, scan, references, false);
  const problem = tooMuchJson(text);
  const json = text.length <= MAX_JSON && !problem ? parseJson(text) : void 0;
  if (tree !== void 0 && json === void 0 && !PYTHON_TAG.test(text)) return finish(references, source, scan);
  if (json !== void 0) await observeTree(json.value, artifact, scan, references, true);
  else if (text.length <= MAX_YAML && !(problem instanceof JsonTooDeep))
    for (const reading of readings(text)) await observeYaml(reading, artifact, scan, references);
  else {
    references.belongsTo = belongsTo(artifact, scan, void 0);
    observeText(text, references);
    if (LOADED.test(name)) observeCallableNamesInText(text, references);
    if (problem instanceof JsonTooDeep && DISTINCTIVE_WORDS.some((words) => words.test(text))) throw problem;
    const whole = problem !== void 0 && text.length <= MAX_JSON;
    if ((references.belongsTo === "model" || whole) && LOADED.test(name) && DISTINCTIVE_WORDS.some((words) => words.test(text)))
      throw new ScanError("limit", `a configuration of ${source.size} bytes is too large to parse; only its text was searched`, 0);
  }
  return finish(references, source, scan);
}
async function finish(references, source, scan) {
  if (references.reportedCount === 0) return "not-this-format";
  return accountForText(source, scan);
}
var DISTINCTIVE_WORDS = [WORDS, CALLABLE_WORDS, TAG_WORDS, CODE_WORDS, PAYLOAD_WORDS];
var PYTHON_TAG = /2002:[^\s>]{0,80}%|python(?:\/|%2f)(?:object|name|module)|!!\w{0,8}%|^%TAG[ \t]/im;
function isJsonText(text) {
  return text.trimStart().startsWith("{") && matters(text, "");
}
function matters(text, name) {
  return LISTS.has(name) || YOLO_WORDS.test(text) || mayReach(text) || // Sections that `logging.config` evaluates, and interpolation of values.
  /\.(?:ini|cfg|conf)$/i.test(name) && /%\(|\bhandler_/.test(text) || LIBRARY_FILES.test(name) || mayLeave(name, text) || SPARK.test(name) && text.includes("sparkVersion") || [...DISTINCTIVE_WORDS, LIBRARY_WORDS, TEMPLATE_WORDS, GIN_WORDS].some((words) => words.test(text));
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
  if (!sound && (!hasConfigName(scan.probe) || TREE_EXTENSIONS.includes(scan.probe.extension))) return;
  references.belongsTo = belongsTo(artifact, scan, documents[0]);
  for (const tag of tags) observeTag(tag, references);
  for (const document of documents) {
    await observeTree(document, artifact, scan, references, false);
    await descendKeras(document, scan, references);
  }
  if (sound) return;
  observeText(text, references);
  if (LOADED.test(scan.probe.name)) observeCallableNamesInText(text, references);
  if (problem) throw problem;
}
async function observeTree(value, artifact, scan, references, json) {
  const { name } = scan.probe;
  references.belongsTo = belongsTo(artifact, scan, value);
  observePackage(value, name, json, references);
  const code = new ConfigCode(scan, references);
  const payloads = new ConfigPayloads(looksLikeKeras(value) || isJsonObject(value) && typeof value["class_name"] === "string");
  code.architecture(value);
  for (const { text, where, evaluated } of loggingParts(value)) {
    if (evaluated) code.evaluate(text, where, value);
    else references.report({ loader: "library", target: text, where, use: "class", detail: "logging", ordinary: true });
  }
  const templates = [];
  const texts3 = new NestedJson();
  const visit = (each, where) => {
    texts3.observe(each);
    observeCallableNames(each, where, references);
    code.observe(each, where, value);
    payloads.observe(each, where);
    if (!isJsonObject(each)) return;
    observeLibraries(each, where, value, name, references);
    observePaths(each, where, name, references);
    if (references.belongsTo === "other-tool" || CHAT_FILES.test(name)) return;
    templates.push(...templatesIn(each, where));
    if (references.belongsTo === "model") templates.push(...possibleTemplatesIn(each, where));
  };
  const tick = () => scan.budget.checkTime();
  observeReferences(value, references, tick, visit);
  for (const inner of texts3.values()) observeReferences(inner, references, tick, visit);
  references.reportedCount += payloads.count + await observeTemplates(templates, scan, references.belongsTo === "model");
  await payloads.descend(scan);
}
function belongsTo(artifact, scan, root) {
  if (OTHER_TOOLS.test(scan.probe.name)) return "other-tool";
  if (inPackage(artifact)) return "unknown";
  const near = artifact.path.length > 1 || isModelConfig(root, scan.probe.name) || (artifact.hints?.neighbour?.() ?? "none") !== "none";
  return near ? "model" : "unknown";
}
function isNull(value) {
  return typeof value === "string" && /^(?:|~|null|Null|NULL)$/.test(value);
}
async function descendKeras(document, scan, references) {
  if (!looksLikeKeras(document)) return;
  const bytes = new TextEncoder().encode(JSON.stringify(document, (_, each) => isNull(each) ? null : each));
  scan.budget.charge("members", 1);
  references.reportedCount++;
  await scan.descend({ name: "architecture.json", size: bytes.length, open: () => memorySource(bytes) });
}
export {
  scanConfig
};
