import {
  Puller_43 as Puller,
  members_43 as members,
  pieces_43 as pieces,
  startsSkippable_43 as startsSkippable,
  startsWith_43 as startsWith,
  toStream_43 as toStream,
  memorySource_10 as memorySource,
  ScanError_8 as ScanError
} from "./core.js";
import {
  xxh32
} from "./shared-bytes-codecs-checksums.js";
import {
  CODEC_LIMITS
} from "./shared-bytes-codecs-limits.js";

// src/bytes/codecs/lz4.ts
var MAGIC = 407708164;
var LEGACY = 407642370;
var SKIPPABLE = 407710288;
var WINDOW = 64 * 1024;
var LEGACY_BLOCK = 8 * 1024 * 1024;
var MIN_MATCH = 4;
var LONG_RUN = 96;
function lz4(source) {
  const blocks = new Blocks();
  return toStream(members(new Puller(source), startsLz4, (input) => frame(input, blocks)));
}
function lz4Block(block, limit) {
  const blocks = new Blocks();
  blocks.reset(limit);
  const failure = blocks.read(new Puller(memorySource(block)), block.length, false);
  if (failure) throw failure;
  return blocks.fresh();
}
function startsLz4(head) {
  return startsWith(head, [4, 34, 77, 24]) || startsWith(head, [2, 33, 76, 24]) || startsSkippable(head);
}
function* frame(input, blocks) {
  const magic = input.u32le();
  if (magic >>> 4 === SKIPPABLE >>> 4) input.skip(input.u32le());
  else if (magic === LEGACY) yield* legacyBlocks(input, blocks);
  else if (magic === MAGIC) yield* frameBlocks(input, blocks);
  else throw new ScanError("malformed", "no LZ4 frame header", input.offset);
}
function readHeader(input) {
  const [flags = 0, sizes = 0] = input.bytes(2);
  const blockSize = [64, 256, 1024, 4096][(sizes >> 4 & 7) - 4];
  if (flags >> 6 !== 1 || flags & 2 || sizes & 143 || blockSize === void 0)
    throw new ScanError("malformed", "an invalid LZ4 frame header", input.offset);
  const checksum = xxh32();
  checksum.update(Uint8Array.of(flags, sizes));
  if (flags & 8) checksum.update(input.bytes(8));
  if (flags & 1) throw new ScanError("unsupported", "LZ4 data that need a dictionary", input.offset);
  if (!checksum.matches(input.bytes(1))) throw new ScanError("malformed", "the checksum of the LZ4 frame header is wrong", input.offset);
  return { linked: (flags & 32) === 0, blockChecksum: (flags & 16) !== 0, contentChecksum: (flags & 4) !== 0, blockSize: blockSize * 1024 };
}
function* frameBlocks(input, blocks) {
  const header = readHeader(input);
  const content = header.contentChecksum ? xxh32() : void 0;
  blocks.reset(header.blockSize);
  for (let word = input.u32le(); word !== 0; word = input.u32le()) {
    const size = word & 2147483647;
    if (size > header.blockSize) throw new ScanError("malformed", "an LZ4 block longer than the frame allows", input.offset);
    if (!header.linked) blocks.reset(header.blockSize);
    const failure = blocks.read(input, size, word >>> 31 === 1);
    for (const chunk of pieces(blocks.fresh(), CODEC_LIMITS.chunk)) {
      content?.update(chunk);
      yield chunk;
    }
    if (failure) throw failure;
    if (header.blockChecksum) {
      const checksum = xxh32();
      checksum.update(blocks.compressed.subarray(0, size));
      if (!checksum.matches(input.bytes(4))) throw new ScanError("malformed", "the checksum of an LZ4 block is wrong", input.offset);
    }
  }
  if (content && !content.matches(input.bytes(4)))
    throw new ScanError("malformed", "the checksum of the LZ4 content is wrong", input.offset);
}
function* legacyBlocks(input, blocks) {
  do {
    const size = input.u32le();
    if (size > LEGACY_BLOCK + LEGACY_BLOCK / 255 + 16)
      throw new ScanError("malformed", "an LZ4 block longer than the frame allows", input.offset);
    blocks.reset(LEGACY_BLOCK);
    const failure = blocks.read(input, size, false);
    yield* pieces(blocks.fresh(), CODEC_LIMITS.chunk);
    if (failure) throw failure;
  } while (input.left > 0 && !startsLz4(input.peek(4)));
}
var Blocks = class {
  compressed = new Uint8Array(WINDOW);
  #out = new Uint8Array(4 * WINDOW);
  #from = 0;
  #pos = 0;
  #blockSize = 0;
  /** Forgets the history. */
  reset(blockSize) {
    this.#from = 0;
    this.#pos = 0;
    this.#blockSize = blockSize;
  }
  /** Returns the output of the last block. */
  fresh() {
    return this.#out.subarray(this.#from, this.#pos);
  }
  /** Decodes one block as far as possible; returns the error that ended it. */
  read(input, size, stored) {
    if (this.compressed.length < size) this.compressed = new Uint8Array(size);
    const got = input.take(this.compressed.subarray(0, size));
    const keep = Math.min(this.#pos, WINDOW);
    this.#out.copyWithin(0, this.#pos - keep, this.#pos);
    this.#from = keep;
    this.#pos = keep;
    const most = keep + Math.min(this.#blockSize, got * 255);
    if (this.#out.length < most) {
      const grown = new Uint8Array(WINDOW + this.#blockSize);
      grown.set(this.#out.subarray(0, keep));
      this.#out = grown;
    }
    const limit = keep + this.#blockSize;
    let whole = true;
    if (stored) {
      this.#out.set(this.compressed.subarray(0, got), keep);
      this.#pos = keep + got;
    } else {
      whole = this.#decode(got, Math.min(limit, this.#out.length));
    }
    if (got < size) return input.truncated();
    return whole ? void 0 : new ScanError("malformed", "a broken LZ4 block", input.offset);
  }
  /** Decodes sequences of literals and a match; the last one ends after its literals. False for any other end. */
  #decode(size, limit) {
    const input = this.compressed;
    const out = this.#out;
    let at = 0;
    let pos = this.#pos;
    let whole = false;
    while (at < size) {
      const token = input[at++] ?? 0;
      let literals = token >> 4;
      if (literals === 15) {
        let more = 255;
        while (more === 255 && at < size) {
          more = input[at++] ?? 0;
          literals += more;
        }
        if (more === 255) break;
      }
      const run = Math.min(literals, size - at, limit - pos);
      if (run > LONG_RUN) {
        out.set(input.subarray(at, at + run), pos);
        pos += run;
        at += run;
      } else {
        for (let left = run; left > 0; left--) out[pos++] = input[at++] ?? 0;
      }
      if (run < literals) break;
      if (at === size) {
        whole = true;
        break;
      }
      if (at + 2 > size) break;
      const distance = (input[at] ?? 0) | (input[at + 1] ?? 0) << 8;
      at += 2;
      let length = token & 15;
      if (length === 15) {
        let more = 255;
        while (more === 255 && at < size) {
          more = input[at++] ?? 0;
          length += more;
        }
        if (more === 255) break;
      }
      length += MIN_MATCH;
      if (distance === 0 || distance > pos || pos + length > limit) break;
      const end = pos + length;
      if (length > LONG_RUN && distance >= length) {
        out.copyWithin(pos, pos - distance, pos - distance + length);
        pos = end;
      } else if (distance === 1) {
        out.fill(out[pos - 1] ?? 0, pos, end);
        pos = end;
      } else {
        for (let from = pos - distance; pos < end; ) out[pos++] = out[from++] ?? 0;
      }
    }
    this.#pos = pos;
    return whole;
  }
};

export {
  lz4,
  lz4Block
};
