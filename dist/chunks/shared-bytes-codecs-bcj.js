import {
  Puller_43 as Puller,
  looksLikeLzma_43 as looksLikeLzma,
  members_43 as members,
  toStream_43 as toStream,
  ScanError_8 as ScanError
} from "./core.js";
import {
  LzmaDecoder
} from "./shared-bytes-codecs-bzip2-huffman.js";
import {
  CODEC_LIMITS
} from "./shared-bytes-codecs-limits.js";

// src/bytes/codecs/lzma-alone.ts
var UNKNOWN = 2 ** 64;
function lzmaAlone(source) {
  const decoder = new LzmaDecoder();
  return toStream(members(new Puller(source), looksLikeLzma, (input) => member(input, decoder)));
}
function* member(input, decoder) {
  const properties = input.u8();
  const dictionary = input.u32le();
  const declared = input.u64le();
  if (!decoder.setProperties(properties)) throw new ScanError("malformed", "no .lzma header", input.offset);
  decoder.setDictionary(dictionary, input.offset);
  decoder.resetState();
  decoder.inputPos = 0;
  decoder.inputEnd = 0;
  if (!decoder.startRange(input.bytes(5))) throw new ScanError("malformed", "no LZMA data after the header", input.offset);
  let left = declared === UNKNOWN ? Number.POSITIVE_INFINITY : declared;
  let last = false;
  while (left > 0 && !decoder.ended) {
    const got = decoder.step(Math.min(left, CODEC_LIMITS.chunk), last);
    left -= got < 0 ? -1 - got : got;
    const chunk = decoder.flush();
    if (chunk) yield chunk;
    if (got < 0) throw failure(input, decoder);
    if (got === 0 && !decoder.ended) last = !decoder.load(input);
  }
  if (left > 0 && left !== Number.POSITIVE_INFINITY)
    throw new ScanError("malformed", "the LZMA data end before the declared size", input.offset);
  if (decoder.hasPending) throw new ScanError("malformed", "the LZMA data continue after the declared size", input.offset);
  if (decoder.inputEnd - decoder.inputPos < 32) decoder.load(input);
  finish(input, decoder);
  input.seek(input.offset - (decoder.inputEnd - decoder.inputPos));
}
function finish(input, decoder) {
  const done = decoder.finishRange();
  if (decoder.inputPos > decoder.inputEnd) throw input.truncated();
  if (done) return;
  if (!decoder.ended) decoder.step(1, true);
  if (decoder.inputPos > decoder.inputEnd) throw input.truncated();
  if (!decoder.ended || !decoder.finishRange())
    throw new ScanError("malformed", "the LZMA data do not end at the declared size", input.offset);
}
function failure(input, decoder) {
  return decoder.inputPos > decoder.inputEnd ? input.truncated() : new ScanError("malformed", "broken LZMA data", input.offset);
}

// src/bytes/codecs/bcj.ts
var branchFilters = /* @__PURE__ */ new Map([
  [4, x86],
  [5, () => aligned(4, powerpc)],
  [6, () => aligned(16, ia64)],
  [7, () => aligned(4, arm)],
  [8, () => armThumb],
  [9, () => aligned(4, sparc)],
  [10, () => aligned(4, arm64)]
]);
function aligned(size, undo) {
  return (bytes, at) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let index = 0;
    for (; index + size <= bytes.length; index += size) undo(view, index, at + index);
    return index;
  };
}
function arm(view, index, pc) {
  if (view.getUint8(index + 3) !== 235) return;
  const target = ((view.getUint32(index, true) & 16777215) << 2) - (pc + 8);
  view.setUint32(index, 3942645760 + (target >>> 2 & 16777215), true);
}
function powerpc(view, index, pc) {
  const word = view.getUint32(index);
  if (word >>> 26 !== 18 || (word & 3) !== 1) return;
  view.setUint32(index, 1207959553 + ((word & 67108860) - pc & 67108860));
}
function sparc(view, index, pc) {
  const word = view.getUint32(index);
  if (word >>> 22 !== 256 && word >>> 22 !== 511) return;
  const target = (word << 2) - pc >>> 2;
  view.setUint32(index, 0 - (target >>> 22 & 1) << 22 & 1073741823 | target & 4194303 | 1073741824);
}
function arm64(view, index, pc) {
  const word = view.getUint32(index, true);
  if (word >>> 26 === 37) {
    view.setUint32(index, 2483027968 + (word - Math.floor(pc / 4) & 67108863), true);
    return;
  }
  if ((word & 2667577344) >>> 0 !== 2415919104) return;
  const source = word >>> 29 & 3 | word >>> 3 & 2097148;
  if ((source + 131072 & 1835008) !== 0) return;
  const target = source - Math.floor(pc / 4096);
  const sign = 0 - (target & 131072) & 14680064;
  view.setUint32(index, (word & 2415919135 | (target & 3) << 29 | (target & 262140) << 3 | sign) >>> 0, true);
}
var IA64_BRANCHES = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 6, 6, 0, 0, 7, 7, 4, 4, 0, 0, 4, 4, 0, 0];
function ia64(view, index, pc) {
  const mask = IA64_BRANCHES[view.getUint8(index) & 31] ?? 0;
  for (let slot = 0; slot < 3; slot++) {
    if ((mask >> slot & 1) === 0) continue;
    const bit = 5 + 41 * slot;
    const start = index + (bit >> 3);
    const shift = BigInt(bit & 7);
    let word = 0n;
    for (let byte = 5; byte >= 0; byte--) word = word << 8n | BigInt(view.getUint8(start + byte));
    const code = word >> shift;
    if ((code >> 37n & 0xfn) !== 5n || (code >> 9n & 7n) !== 0n) continue;
    const source = code >> 13n & 0xfffffn | (code >> 36n & 1n) << 20n;
    const target = BigInt.asUintN(32, (source << 4n) - BigInt(pc)) >> 4n;
    const changed = code & ~(0x8fffffn << 13n) | (target & 0xfffffn) << 13n | (target & 0x100000n) << 16n;
    word = word & (1n << shift) - 1n | changed << shift;
    for (let byte = 0; byte < 6; byte++) view.setUint8(start + byte, Number(word >> BigInt(8 * byte) & 0xffn));
  }
}
function armThumb(bytes, at) {
  let index = 0;
  for (; index + 4 <= bytes.length; index += 2) {
    const [low0 = 0, high0 = 0, low1 = 0, high1 = 0] = bytes.subarray(index, index + 4);
    if ((high0 & 248) !== 240 || (high1 & 248) !== 248) continue;
    const source = (high0 & 7) << 19 | low0 << 11 | (high1 & 7) << 8 | low1;
    const target = (source << 1) - (at + index + 4) >>> 1;
    bytes.set([target >>> 11, 240 | target >>> 19 & 7, target, 248 | target >>> 8 & 7], index);
    index += 2;
  }
  return index;
}
var MASK_TO_BIT = [0, 1, 2, 2, 3];
var isSign = (byte) => byte === 0 || byte === 255;
function x86() {
  let mask = 0;
  let last = -5;
  return (bytes, at) => {
    let index = 0;
    if (at - last > 5) last = at - 5;
    while (index + 5 <= bytes.length) {
      if (((bytes[index] ?? 0) & 254) !== 232) {
        index++;
        continue;
      }
      const distance = at + index - last;
      last = at + index;
      if (distance > 5) mask = 0;
      else for (let step = 0; step < distance; step++) mask = (mask & 119) << 1;
      const top = bytes[index + 4] ?? 0;
      const before = mask >> 1;
      if (!isSign(top) || before > 4 || before === 3) {
        index++;
        mask |= isSign(top) ? 17 : 1;
        continue;
      }
      const target = x86Target(bytes, index, at, mask);
      bytes.set([target, target >>> 8, target >>> 16, (target & 16777216) === 0 ? 0 : 255], index + 1);
      index += 5;
      mask = 0;
    }
    return index;
  };
}
function x86Target(bytes, index, at, mask) {
  let source = new DataView(bytes.buffer, bytes.byteOffset).getUint32(index + 1, true);
  for (; ; ) {
    const target = source - (at + index + 5) >>> 0;
    if (mask === 0) return target;
    const bits = 8 * (MASK_TO_BIT[mask >> 1] ?? 0);
    if (!isSign(target >>> 24 - bits & 255)) return target;
    source = (target ^ 2 ** (32 - bits) - 1) >>> 0;
  }
}

// src/bytes/codecs/filters.ts
var DELTA = 3;
function filterOf(id, properties) {
  const [first = 0] = properties;
  if (id === DELTA) return properties.length === 1 ? (chunks) => undelta(chunks, first + 1) : void 0;
  const branches = branchFilters.get(id);
  if (branches === void 0 || properties.length !== 0 && properties.length !== 4) return void 0;
  const start = properties.length === 4 ? new DataView(properties.buffer, properties.byteOffset, 4).getUint32(0, true) : 0;
  return (chunks) => unbranch(chunks, branches(), start);
}
function* undelta(chunks, distance) {
  const history = new Uint8Array(distance);
  let at = 0;
  for (const chunk of chunks) {
    const plain = new Uint8Array(chunk.length);
    for (let index = 0; index < chunk.length; index++) {
      const byte = (chunk[index] ?? 0) + (history[at] ?? 0) & 255;
      plain[index] = byte;
      history[at] = byte;
      if (++at === distance) at = 0;
    }
    yield plain;
  }
}
function* unbranch(chunks, undo, start) {
  let rest = new Uint8Array(0);
  let at = start;
  for (const chunk of chunks) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const done = undo(bytes, at);
    if (done > 0) yield bytes.subarray(0, done);
    rest = bytes.slice(done);
    at += done;
  }
  if (rest.length > 0) yield rest;
}

export {
  lzmaAlone,
  filterOf
};
