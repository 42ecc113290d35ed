import {
  paid_47 as paid,
  slice_10 as slice
} from "./core.js";
import {
  xz
} from "./shared-bytes-codecs-xz.js";
import {
  lzmaAlone
} from "./shared-bytes-codecs-bcj.js";
import {
  bzip2
} from "./shared-bytes-codecs-bzip2-huffman.js";
import {
  zstd
} from "./shared-bytes-codecs-checksums.js";
import "./shared-bytes-codecs-limits.js";

// src/formats/archive/zip/rare-methods.ts
var FLAG_END_MARK = 2;
var rareMethods = /* @__PURE__ */ new Map([
  [12, (compressed, _entry, spend) => paid(bzip2(compressed), spend)],
  [14, (compressed, entry, spend) => paid(lzmaAlone(asLzmaFile(compressed, entry)), spend)],
  [20, (compressed, _entry, spend) => paid(zstd(compressed), spend)],
  [93, (compressed, _entry, spend) => paid(zstd(compressed), spend)],
  [95, (compressed, _entry, spend) => paid(xz(compressed), spend)]
]);
function asLzmaFile(compressed, entry) {
  const head = new Uint8Array(13);
  head.set(compressed.read(4, 5));
  const view = new DataView(head.buffer);
  view.setBigUint64(5, (entry.flags & FLAG_END_MARK) !== 0 ? 0xffffffffffffffffn : BigInt(Math.floor(entry.size)), true);
  const data = slice(compressed, 9);
  const read = (offset, length) => {
    if (offset >= head.length) return data.read(offset - head.length, length);
    const part = head.subarray(offset, offset + length);
    const rest = data.read(0, length - part.length);
    const both = new Uint8Array(part.length + rest.length);
    both.set(part);
    both.set(rest, part.length);
    return both;
  };
  return {
    kind: "source",
    size: head.length + data.size,
    read,
    readInto(target, offset) {
      const bytes = read(offset, target.length);
      target.set(bytes);
      return bytes.length;
    }
  };
}
export {
  rareMethods
};
