import {
  blockReader_37 as blockReader,
  ScanError_16 as ScanError
} from "./core.js";

// src/formats/inert-msgpack.ts
var EXTENSIONS = /* @__PURE__ */ new Set([1, 2, 3]);
var MAX_PENDING = 2 ** 32;
var TICK = 5e4;
var FIXED = /* @__PURE__ */ new Map([
  [192, 0],
  [194, 0],
  [195, 0],
  [202, 4],
  [203, 8],
  [204, 1],
  [205, 2],
  [206, 4],
  [207, 8],
  [208, 1],
  [209, 2],
  [210, 4],
  [211, 8]
]);
var TEXTS = /* @__PURE__ */ new Map([
  [196, 1],
  [197, 2],
  [198, 4],
  [217, 1],
  [218, 2],
  [219, 4]
]);
var EXT = /* @__PURE__ */ new Map([
  [199, 1],
  [200, 2],
  [201, 4]
]);
function walkMsgpack(source, tick) {
  const reader = blockReader(source, 64 * 1024);
  let at = 0;
  let pending = 1;
  const uint = (width) => {
    const bytes = reader.at(at, width);
    if (bytes.length < width) throw new ScanError("truncated", "the file ends within a value", at);
    at += width;
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
  };
  const skip = (count) => {
    if (count > source.size - at) throw new ScanError("truncated", "the file ends within a value", at);
    at += count;
  };
  const extension = (size) => {
    const type = uint(1);
    if (!EXTENSIONS.has(type)) throw new ScanError("malformed", `the extension type ${type}`, at);
    skip(size);
  };
  for (let count = 1; pending > 0; count++) {
    if (count % TICK === 0) tick();
    pending--;
    const start = at;
    const byte = uint(1);
    const fixed = FIXED.get(byte);
    const text = TEXTS.get(byte);
    const ext = EXT.get(byte);
    if (byte < 128 || byte >= 224) continue;
    if (byte <= 143) pending += 2 * (byte & 15);
    else if (byte <= 159) pending += byte & 15;
    else if (byte <= 191) skip(byte & 31);
    else if (fixed !== void 0) skip(fixed);
    else if (text !== void 0) skip(uint(text));
    else if (ext !== void 0) extension(uint(ext));
    else if (byte >= 212 && byte <= 216) extension(2 ** (byte - 212));
    else if (byte === 220 || byte === 221) pending += uint(byte === 220 ? 2 : 4);
    else if (byte === 222 || byte === 223) pending += 2 * uint(byte === 222 ? 2 : 4);
    else throw new ScanError("malformed", `the byte ${byte}`, start);
    if (pending > Math.min(MAX_PENDING, source.size - at)) throw new ScanError("truncated", "more values are announced than fit", start);
  }
  if (at < source.size) throw new ScanError("malformed", "bytes follow the value", at);
}
export {
  walkMsgpack
};
