import {
  ScanError_8 as ScanError
} from "./core.js";

// src/formats/config/model-config/yaml.ts
var MAX_YAML = 256 * 1024;
var MAX_DEPTH = 100;
var MAX_COPIED = 2e4;
var PREFIX = "tag:yaml.org,2002:";
var OLD_BREAK = /\r\n?|[\x85\u2028\u2029]/g;
function readings(text) {
  const old = text.replace(OLD_BREAK, "\n");
  return old === text.replaceAll("\r\n", "\n") ? [text] : [text, old];
}
async function readYaml(text) {
  const { yaml } = await import("./formats-shared-yaml-library.js");
  const unread = { documents: [], tags: [], sound: false };
  try {
    const tokens = [...new yaml.Parser().parse(text)];
    if (depthOf(tokens) > MAX_DEPTH)
      return { ...unread, problem: new ScanError("limit", `YAML is nested deeper than ${MAX_DEPTH} levels`, 0) };
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
  /** Recursive; `depthOf` has checked that the depth is at most `MAX_DEPTH`. */
  value(node, where) {
    const { isAlias, isNode } = this.yaml;
    if (isAlias(node)) return this.aliased(node.source);
    const before = this.nodes++;
    const value = this.content(node, where);
    if (isNode(node) && "anchor" in node && typeof node.anchor === "string")
      this.anchors.set(node.anchor, { value, nodes: this.nodes - before });
    return value;
  }
  /**
   * The values of aliases are walked once per alias, so their total is limited: nested aliases expand to millions of
   * nodes.
   */
  aliased(name) {
    const { value, nodes } = this.anchors.get(name) ?? { value: null, nodes: 1 };
    if (nodes > 1 && this.copied + nodes > MAX_COPIED) return null;
    this.copied += nodes;
    this.nodes += nodes;
    return value;
  }
  content(node, where) {
    const { isMap, isPair, isScalar, isSeq } = this.yaml;
    if (isScalar(node)) {
      this.noteTag(node.tag, where);
      return typeof node.value === "string" ? node.value : node.source ?? "";
    }
    if (isSeq(node)) {
      this.noteTag(node.tag, where);
      return node.items.map((item, index) => this.value(item, `${where}[${index}]`));
    }
    if (!isMap(node) && !isPair(node)) return null;
    if (isMap(node)) this.noteTag(node.tag, where);
    const result = /* @__PURE__ */ Object.create(null);
    for (const { key, value } of isMap(node) ? node.items : [node]) {
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
    const short = tag.startsWith(PREFIX) ? tag.slice(PREFIX.length) : tag;
    if (INCLUDE.test(short) || TAGS.some((row) => row.tag.test(short))) this.tags.push({ tag: short, where: where.slice(-200) });
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
  { tag: /^python\/object\/apply:(.+)$/s, loader: "yaml", use: "function", calls: true },
  { tag: /^python\/object\/new:(.+)$/s, loader: "yaml", use: "class" },
  { tag: /^python\/object:(.+)$/s, loader: "yaml", use: "class" },
  { tag: /^python\/name:(.+)$/s, loader: "yaml", use: "function" },
  { tag: /^python\/module:(.+)$/s, loader: "yaml", use: "module" },
  // hyperpyyaml/core.py: names without a dot are looked up as builtins.
  { tag: /^!(?:new|name|apply|applyref):\s*(.+)$/s, loader: "hyperpyyaml", use: "class" },
  { tag: /^!module:\s*(.+)$/s, loader: "hyperpyyaml", use: "module" },
  // SnakeYAML builds the class that a tag names (CVE-2022-1471), Ruby's Psych does the same.
  { tag: /^((?:javax?|com|org|net|io|sun|jdk|groovy|clojure|ch)\.[\w.$]+)$/s, loader: "foreign-yaml", use: "class" },
  {
    tag: /^!?ruby\/(?:object|class|module|hash|array|struct|exception|hash-with-ivars)[\w-]*:(.+)$/s,
    loader: "foreign-yaml",
    use: "class"
  },
  { tag: /^!?(js\/function|perl\/code|php\/object)(?::.*)?$/s, loader: "foreign-yaml", use: "function" }
];
var INCLUDE = /^!include:\s*(.+)$/s;
var TAG_WORDS = /!(?:new|name|apply|applyref|module|include):|(?:!!|2002:)(?:javax?|com|org|net|io|sun|jdk|groovy|clojure|ch)\.|!ruby\/|(?:!|2002:)(?:js\/function|perl\/code|php\/object)/;
function observeTag({ tag: written, where }, references) {
  const included = INCLUDE.exec(written)?.[1];
  if (included !== void 0) references.file(included.trim(), "an included configuration");
  for (const { tag, loader, use, calls } of TAGS) {
    const target = tag.exec(written)?.[1];
    if (target === void 0) continue;
    const colon = written.indexOf(":");
    const detail = `${written.startsWith("!") ? "" : "!!"}${colon < 0 ? written : written.slice(0, colon)}`;
    const name = target.replaceAll("::", ".");
    references.report({ loader, target: name, where, use, detail, ...calls ? { unmistakable: true } : {} });
  }
}

export {
  MAX_YAML,
  readings,
  readYaml,
  decodeTag,
  TAG_WORDS,
  observeTag
};
