import {
  ScanError_15 as ScanError
} from "./core.js";
import {
  isObject,
  readWrittenJson
} from "./chunk-35MJC2SQ.js";
import {
  decodeJson
} from "./chunk-C3RINPKW.js";

// src/formats/zarr-scan.ts
var MAX_SIZE = 32 << 20;
var NAMING = /* @__PURE__ */ new Set(["id", "name", "codecs", "index_codecs"]);
var PICKLES = /* @__PURE__ */ new Set(["pickle", "numcodecs.pickle"]);
var scanZarr = ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "Zarr metadata cannot be read from a stream");
  if (input.size > MAX_SIZE) throw new ScanError("limit", `Zarr metadata of ${input.size} bytes`, 0);
  const codec = pickleCodec(readWrittenJson(decodeJson(input.read(0, input.size))));
  if (codec === void 0) return;
  scan.observe({
    kind: "config-reference",
    loader: "zarr",
    module: "numcodecs.pickles",
    name: "Pickle",
    where: "codecs",
    use: "class",
    detail: `the codec ${codec}, which unpickles every chunk`,
    offset: 0
  });
};
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
