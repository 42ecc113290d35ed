// src/node/first-party.ts
var MAX_SOURCE = 4 * 1024 * 1024;
var IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
function firstPartyFromFiles({ paths, read, roots = [""], proposed = [] }) {
  const folders = roots.flatMap((root) => [root, root === "" ? "src" : `${root}/src`]);
  const files = moduleFiles(paths, folders);
  const inQuestion = moduleFiles(proposed, folders);
  const known = /* @__PURE__ */ new Map();
  const namesOf = (file) => {
    const names = known.get(file) ?? definitionsOf(read(file)?.slice(0, MAX_SOURCE) ?? "");
    known.set(file, names);
    return names;
  };
  return (module, name) => {
    if (inQuestion.has(module)) return void 0;
    for (const file of files.get(module) ?? []) {
      const kind = namesOf(file).get(name);
      if (kind) return { file, kind };
    }
    return void 0;
  };
}
function moduleFiles(paths, roots) {
  const files = /* @__PURE__ */ new Map();
  for (const path of paths) {
    if (!path.endsWith(".py")) continue;
    for (const root of new Set(roots)) {
      if (root !== "" && !path.startsWith(`${root}/`)) continue;
      const parts = path.slice(root === "" ? 0 : root.length + 1, -".py".length).split("/");
      if (parts.length > 1 && parts.at(-1) === "__init__") parts.pop();
      if (!parts.every((part) => IDENTIFIER.test(part))) continue;
      const module = parts.join(".");
      const known = files.get(module);
      if (known) known.push(path);
      else files.set(module, [path]);
    }
  }
  return files;
}
var DEFINITION = /^([ \t]*)(?:class[ \t]+([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?:\(([^()]{0,500})\)|[(:])|(?:async[ \t]+)?def[ \t]+([\p{L}_][\p{L}\p{N}_]*)[ \t]*\()/gmu;
var ENUM = /(?:^|[\s,.])(?:Int|Str|Re)?(?:Enum|Flag)\s*(?:,|$)/;
function definitionsOf(source) {
  const found = /* @__PURE__ */ new Map();
  const open = [];
  for (const [, spaces = "", className, bases = "", functionName = ""] of source.matchAll(DEFINITION)) {
    const indent = spaces.length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const outer = open.at(-1);
    if (className === void 0) {
      if (indent === 0) found.set(functionName, "function");
      open.push({ indent, name: void 0 });
      continue;
    }
    const isReachable = outer === void 0 ? indent === 0 : outer.name !== void 0;
    const name = !isReachable ? void 0 : outer?.name === void 0 ? className : `${outer.name}.${className}`;
    if (name !== void 0) found.set(name, ENUM.test(bases) ? "enum" : "class");
    open.push({ indent, name });
  }
  return found;
}

export {
  MAX_SOURCE,
  firstPartyFromFiles
};
