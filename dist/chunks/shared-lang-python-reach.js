import {
  ANYWHERE_17 as ANYWHERE,
  MAX_REACHES_17 as MAX_REACHES,
  OUTWARD_BUILTINS_17 as OUTWARD_BUILTINS,
  isOutward_17 as isOutward
} from "./core.js";
import {
  pythonNames
} from "./shared-lang-python-tokens.js";

// src/lang/python/reach.ts
function sourceReaches(text) {
  const { chains, imports } = pythonNames(text);
  const reaches = new Reaches(imports);
  for (const chain of chains) reaches.use(chain);
  return reaches.result(/["']__(?:builtins|import)__["']/.test(text));
}
var Reaches = class {
  top = /* @__PURE__ */ new Set();
  inner = /* @__PURE__ */ new Set();
  /** Local names of dangerous modules and their attributes. */
  locals = /* @__PURE__ */ new Map();
  imported;
  internals = /* @__PURE__ */ new Set();
  /** The module that the call before this name imports. */
  indirect;
  before = "";
  constructor(imports) {
    this.imported = new Set(imports.map(({ local }) => local));
    for (const { module, name, local, top } of imports) {
      if (!isOutward(module)) continue;
      if (name === "*") this.add(`${module}.*`, top);
      else this.locals.set(local, name === void 0 ? local === module.split(".")[0] ? local : module : `${module}.${name}`);
    }
  }
  use(chain) {
    const [root = "", ...rest] = chain.text.split(".");
    const attributes = rest.length > 0 ? `.${rest.join(".")}` : "";
    for (const part of [root, ...rest]) if (part.startsWith("__")) this.internals.add(part);
    const within = this.imported.has(root) ? rest.findIndex((part, index) => WHOLE.has(part) && index + 1 < rest.length) : -1;
    if (within >= 0) this.add(rest.slice(within).join("."), chain.top);
    if (this.indirect !== void 0) this.add(`${this.indirect}.${chain.text}`, chain.top);
    this.indirect = void 0;
    const target = this.locals.get(root);
    if (target !== void 0) this.module(target, attributes, chain);
    else if (root === "builtins" || root === "__builtins__")
      this.add(ALL_BUILTINS.test(attributes) ? "builtins.*" : `builtins${attributes}`, chain.top);
    else if (attributes === "") this.builtin(root, chain);
    const importer = IMPORTER.test(target !== void 0 && attributes === "" ? target : chain.text);
    if (importer && chain.argument !== void 0 && isOutward(chain.argument)) this.indirect = chain.argument;
    this.before = chain.text;
  }
  result(namesBuiltins) {
    const { top, inner, internals } = this;
    const climbs = internals.has("__subclasses__") && ["__base__", "__bases__", "__mro__"].some((name) => internals.has(name));
    if (climbs || internals.has("__globals__") || namesBuiltins) top.add("builtins.*");
    for (const name of top) inner.delete(name);
    return { top: [...top].sort().slice(0, MAX_REACHES), inner: [...inner].sort().slice(0, MAX_REACHES) };
  }
  add(name, isTop) {
    ;
    (isTop ? this.top : this.inner).add(name);
  }
  module(target, attributes, { called, named, top }) {
    const whole = WHOLE.has(target) && attributes.startsWith(".__");
    if (!whole && (called || attributes !== "" || target.includes("."))) this.add(target + attributes, top);
    else if (WHOLE.has(target) && !named && this.before !== "hasattr") this.add(`${target}.*`, top);
  }
  builtin(name, { called, named, argument, top }) {
    if (!called) {
      if (PASSED_ON.has(name) && !named) this.add(name, top);
    } else if (OUTWARD_BUILTINS.has(name)) {
      if (name !== "__import__" || argument === void 0 || ANYWHERE.has(argument)) this.add(name, top);
      else if (isOutward(argument)) this.add(`${argument}.*`, top);
    }
  }
};
var WHOLE = /* @__PURE__ */ new Set(["os", "posix", "nt", "subprocess", "builtins", "pty", "importlib"]);
var PASSED_ON = /* @__PURE__ */ new Set(["exec", "__import__"]);
var ALL_BUILTINS = /^(?:$|\.(?:__dict__|get|__getattribute__)\b)/;
var IMPORTER = /(?:^|\.)(?:__import__|import_module)$/;

export {
  sourceReaches
};
