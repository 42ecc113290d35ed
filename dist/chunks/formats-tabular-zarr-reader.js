import {
  isMetadata_25 as isMetadata,
  wholeText_36 as wholeText,
  ScanError_8 as ScanError
} from "./core.js";
import {
  isObject,
  readWrittenJson
} from "./shared-formats-shared-ordered-json.js";

// src/formats/tabular/zarr/reader.ts
var MAX_SIZE = 32 << 20;
var MAX_TEMPLATES = 1e3;
var NAMING = /* @__PURE__ */ new Set(["id", "name", "codecs", "index_codecs"]);
var PICKLES = /* @__PURE__ */ new Set(["pickle", "numcodecs.pickle", "https://codec.numcodecs.dev/pickle"]);
var scanZarr = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "Zarr metadata cannot be read from a stream");
  if (input.size > MAX_SIZE) throw new ScanError("limit", `Zarr metadata of ${input.size} bytes exceed the limit of ${MAX_SIZE}`, 0);
  const document = readWrittenJson(wholeText(input));
  const codec = isMetadata(scan.probe.name) ? pickleCodec(document) : referencedCodec(document);
  const templates = isMetadata(scan.probe.name) ? [] : templatesIn(document);
  if (templates.length > 0) {
    const { observeTemplate } = await import("./formats-template-jinja-facts.js");
    for (const template of templates) observeTemplate(scan, "a template of Kerchunk references", template, 0, false);
  }
  if (codec === void 0 && !isMetadata(scan.probe.name) && templates.length === 0) return "not-this-format";
  scan.account.read();
  if (codec === void 0) return void 0;
  scan.observe({
    kind: "config-reference",
    loader: "zarr",
    module: "numcodecs.pickles",
    name: "Pickle",
    where: "codecs",
    use: "class",
    detail: `the codec ${codec} unpickles every chunk`,
    offset: 0
  });
  return void 0;
};
function templatesIn(document) {
  if (!isObject(document)) return [];
  const found = [];
  const pending = document.members.filter(([key]) => key === "templates" || key === "gen").map(([, value]) => value);
  for (let next = pending.pop(); next !== void 0 && found.length < MAX_TEMPLATES; next = pending.pop()) {
    if (typeof next === "string" && next.includes("{{")) found.push(next);
    else if (Array.isArray(next)) pending.push(...next);
    else if (isObject(next)) pending.push(...next.members.map(([, value]) => value));
  }
  return found;
}
function referencedCodec(document) {
  if (!isObject(document)) return void 0;
  const refs = document.members.find(([key]) => key === "refs")?.[1] ?? document;
  if (!isObject(refs)) return void 0;
  for (const [path, content] of refs.members) {
    if (!/(?:^|\/)(?:\.zarray|zarr\.json)$/.test(path)) continue;
    const found = pickleCodec(typeof content === "string" ? readWrittenJson(content.replace(/^base64:.*/s, "null")) : content);
    if (found !== void 0) return found;
  }
  return void 0;
}
function pickleCodec(value, key = "") {
  if (typeof value === "string") return NAMING.has(key) && PICKLES.has(value) ? value : void 0;
  const children = Array.isArray(value) ? value.map((each) => [key, each]) : isObject(value) ? [...value.members] : [];
  for (const [name, each] of children) {
    if (name === "attributes" || name.endsWith(".zattrs")) continue;
    const found = pickleCodec(each, name);
    if (found !== void 0) return found;
  }
  return void 0;
}
export {
  scanZarr
};
