import {
  MAX_REACHES_11 as MAX_REACHES,
  OUTWARD_BUILTINS_11 as OUTWARD_BUILTINS,
  isOutward_11 as isOutward
} from "./core.js";
import {
  pythonNames
} from "./chunk-QUWTZMBP.js";

// src/wire/python-tokens-reach.ts
function sourceReaches(text) {
  const { chains, imports } = pythonNames(text);
  const locals = /* @__PURE__ */ new Map();
  const top = /* @__PURE__ */ new Set();
  const inner = /* @__PURE__ */ new Set();
  const add = (name, isTop) => void (isTop ? top : inner).add(name);
  for (const { module, name, local, top: isTop } of imports) {
    if (!isOutward(module)) continue;
    if (name === "*") add(`${module}.*`, isTop);
    else locals.set(local, name === void 0 ? local === module.split(".")[0] ? local : module : `${module}.${name}`);
  }
  let indirect;
  for (const chain of chains) {
    const [root = "", ...rest] = chain.text.split(".");
    const attributes = rest.length > 0 ? `.${rest.join(".")}` : "";
    const target = locals.get(root);
    if (indirect !== void 0) {
      add(`${indirect}.${chain.text}`, chain.top);
      indirect = void 0;
    }
    if (target !== void 0) {
      if (chain.called || attributes !== "") add(target + attributes, chain.top);
      else if (target.includes(".")) add(target, chain.top);
    } else if (attributes === "" && chain.called && OUTWARD_BUILTINS.has(root)) {
      if (root !== "__import__" || chain.argument === void 0 || isOutward(chain.argument)) add(root, chain.top);
    } else if (root === "builtins" || root === "__builtins__") add(`builtins${attributes}`, chain.top);
    const imported = chain.argument !== void 0 && /(?:^|\.)(?:__import__|import_module)$/.test(chain.text) ? chain.argument : void 0;
    if (imported !== void 0 && isOutward(imported)) indirect = imported;
  }
  for (const name of top) inner.delete(name);
  return { top: [...top].sort().slice(0, MAX_REACHES), inner: [...inner].sort().slice(0, MAX_REACHES) };
}
export {
  sourceReaches
};
