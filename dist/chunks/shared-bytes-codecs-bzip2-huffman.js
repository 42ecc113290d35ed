import {
  Puller_43 as Puller,
  members_43 as members,
  startsWith_43 as startsWith,
  toStream_43 as toStream,
  ScanError_8 as ScanError
} from "./core.js";
import {
  CODEC_LIMITS
} from "./shared-bytes-codecs-limits.js";

// src/bytes/codecs/bzip2-huffman.ts
var MAX_SELECTORS = 18002;
var LONGEST_WORD = 20;
var QUICK_BITS = 10;
var QUICK_MASK = (1 << QUICK_BITS) - 1;
var BitDecoder = class {
  input;
  bits = 0;
  count = 0;
  constructor(input) {
    this.input = input;
  }
  readSelectors(tables, count) {
    const selectors = new Uint8Array(Math.min(count, MAX_SELECTORS));
    const front = Uint8Array.of(0, 1, 2, 3, 4, 5);
    for (let index = 0; index < count; index++) {
      let place = 0;
      while (this.take(1)) if (++place >= tables) throw this.malformed("a Huffman table that does not exist");
      const table = front[place] ?? 0;
      front.copyWithin(1, 0, place);
      front[0] = table;
      if (index < selectors.length) selectors[index] = table;
    }
    return selectors;
  }
  readCode(size) {
    const lengths = new Uint8Array(size);
    let length = this.take(5);
    for (let symbol = 0; symbol < size; symbol++) {
      for (; ; ) {
        if (length < 1 || length > LONGEST_WORD) throw this.malformed("a code word of an invalid length");
        if (!this.take(1)) break;
        length += this.take(1) ? -1 : 1;
      }
      lengths[symbol] = length;
    }
    return buildCode(lengths);
  }
  symbol(code) {
    if (this.count < LONGEST_WORD) this.load();
    const window = (this.count >= LONGEST_WORD ? this.bits >>> this.count - LONGEST_WORD : this.bits << LONGEST_WORD - this.count) & 1048575;
    const quick = code.quick[window >>> LONGEST_WORD - QUICK_BITS] ?? 0;
    let length = quick & 31;
    let symbol = quick >>> 5;
    if (length === 0) {
      for (length = QUICK_BITS + 1; length <= LONGEST_WORD && window >>> LONGEST_WORD - length > (code.limit[length] ?? -1); length++) ;
      symbol = code.symbols[(window >>> LONGEST_WORD - length) - (code.base[length] ?? 0)];
    }
    if (length > this.count) throw this.input.truncated();
    if (symbol === void 0 || length > LONGEST_WORD) throw this.malformed("an unused code word");
    this.count -= length;
    return symbol;
  }
  take(length) {
    if (this.count < length) {
      this.load();
      if (this.count < length) throw this.input.truncated();
    }
    this.count -= length;
    return this.bits >>> this.count & (1 << length) - 1;
  }
  load() {
    const input = this.input;
    while (this.count <= 24 && (input.pos < input.end || input.refill())) {
      this.bits = this.bits << 8 | (input.buf[input.pos++] ?? 0);
      this.count += 8;
    }
  }
  malformed(what) {
    return new ScanError("malformed", `broken bzip2 data: ${what}`, this.input.offset);
  }
};
function buildCode(lengths) {
  const limit = new Int32Array(LONGEST_WORD + 2).fill(-1);
  const base = new Int32Array(LONGEST_WORD + 2);
  const symbols = new Uint16Array(lengths.length);
  let filled = 0;
  let word = 0;
  for (let length = 1; length <= LONGEST_WORD; length++) {
    base[length] = word - filled;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      symbols[filled++] = symbol;
      word++;
    }
    limit[length] = word - 1;
    word <<= 1;
  }
  const quick = new Uint16Array(1 << QUICK_BITS);
  for (let prefix = 0; prefix < quick.length; prefix++) {
    for (let length = 1; length <= QUICK_BITS; length++) {
      const start = prefix >>> QUICK_BITS - length;
      if (start > (limit[length] ?? -1)) continue;
      quick[prefix] = (symbols[start - (base[length] ?? 0)] ?? 0) << 5 | length;
      break;
    }
  }
  return { quick, limit, base, symbols };
}

// src/bytes/codecs/bzip2.ts
var BLOCK = 54156738319193;
var END = 25779555029136;
var LEVEL = 1e5;
var GROUP = 50;
var SHORT_MOVE = 24;
var CRC = new Int32Array(256).map((_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? value << 1 ^ 79764919 : value << 1;
  return value;
});
function bzip2(source) {
  const decoder = new BlockDecoder(new Puller(source));
  return toStream(
    members(
      decoder.input,
      (head) => startsWith(head, [66, 90, 104]),
      () => stream(decoder)
    )
  );
}
function bzip2Stream(input) {
  return stream(new BlockDecoder(input));
}
function* stream(decoder) {
  decoder.startStream();
  let combined = 0;
  while (decoder.startBlock()) {
    for (let length = decoder.fill(); length > 0; length = decoder.fill()) yield decoder.out.subarray(0, length);
    combined = (combined << 1 | combined >>> 31) ^ decoder.checkBlock();
  }
  decoder.endStream(combined);
}
var BlockDecoder = class extends BitDecoder {
  out = new Uint8Array(CODEC_LIMITS.chunk);
  blockSize = 0;
  /** The block after the transform: `next << 8 | byte`. Reused for all streams, since a stream may be 14 bytes long. */
  chain = new Int32Array(0);
  at = 0;
  left = 0;
  last = -1;
  run = 0;
  repeat = 0;
  crc = 0;
  storedCrc = 0;
  startStream() {
    const [b, z, h, level = 0] = this.input.bytes(4);
    if (b !== 66 || z !== 90 || h !== 104 || level < 49 || level > 57) throw this.malformed("no bzip2 header");
    this.blockSize = (level - 48) * LEVEL;
    this.bits = 0;
    this.count = 0;
  }
  /** Decodes a block, so that `fill` can return its bytes; false at the end of the stream. */
  startBlock() {
    const magic = this.take(24) * 16777216 + this.take(24);
    this.storedCrc = this.take(16) << 16 | this.take(16);
    if (magic === END) return false;
    if (magic !== BLOCK) throw this.malformed("a block without its magic");
    if (this.take(1)) throw new ScanError("unsupported", "a randomised bzip2 block, which no version since 0.9.5 writes", this.input.offset);
    const origin = this.take(24);
    const bytes = this.readAlphabet();
    const length = this.readSymbols(bytes);
    if (origin >= length) throw this.malformed("a block that starts past its end");
    this.at = (this.chain[origin] ?? 0) >>> 8;
    this.left = length;
    this.last = -1;
    this.run = 0;
    this.repeat = 0;
    this.crc = -1;
    return true;
  }
  /** Returns the checksum of the block; throws when it is wrong. */
  checkBlock() {
    if (~this.crc !== this.storedCrc) throw this.malformed("the checksum of a block is wrong");
    return this.storedCrc;
  }
  endStream(combined) {
    if (combined !== this.storedCrc) throw this.malformed("the checksum of the stream is wrong");
    this.input.seek(this.input.offset - (this.count >> 3));
  }
  /**
   * Writes the next bytes of the block to `out`; returns how many, 0 at its end. A count of more follows four equal
   * bytes.
   */
  fill() {
    const out = this.out;
    const chain = this.chain;
    let at = this.at;
    let left = this.left;
    let last = this.last;
    let run = this.run;
    let repeat = this.repeat;
    let crc = this.crc;
    let pos = 0;
    while (pos < out.length) {
      if (repeat > 0) {
        repeat--;
      } else {
        if (left === 0) break;
        left--;
        const entry = chain[at] ?? 0;
        at = entry >>> 8;
        const byte = entry & 255;
        if (run === 4) {
          run = 0;
          repeat = byte;
          continue;
        }
        run = byte === last ? run + 1 : 1;
        last = byte;
      }
      out[pos++] = last;
      crc = crc << 8 ^ (CRC[crc >>> 24 ^ last] ?? 0);
    }
    this.at = at;
    this.left = left;
    this.last = last;
    this.run = run;
    this.repeat = repeat;
    this.crc = crc;
    return pos;
  }
  readAlphabet() {
    const used = this.take(16);
    const bytes = [];
    for (let row = 0; row < 16; row++) {
      if ((used & 32768 >> row) === 0) continue;
      const columns = this.take(16);
      for (let column = 0; column < 16; column++) if (columns & 32768 >> column) bytes.push(row * 16 + column);
    }
    if (bytes.length === 0) throw this.malformed("a block without symbols");
    return Uint8Array.from(bytes);
  }
  /** Undoes Huffman coding, move-to-front and zero runs, then the transform; returns the length of the block. */
  readSymbols(front) {
    const end = front.length + 1;
    const tables = this.take(3);
    const count = this.take(15);
    if (tables < 2 || tables > 6 || count < 1) throw this.malformed("an invalid number of Huffman tables");
    const selectors = this.readSelectors(tables, count);
    const codes = Array.from({ length: tables }, () => this.readCode(end + 1));
    if (this.chain.length < this.blockSize) this.chain = new Int32Array(this.blockSize);
    const chain = this.chain;
    const starts = new Uint32Array(256);
    let length = 0;
    let run = 0;
    let power = 1;
    for (const selector of selectors) {
      const code = codes[selector];
      if (!code) throw this.malformed("a Huffman table that does not exist");
      for (let left = GROUP; left > 0; left--) {
        if (this.count < LONGEST_WORD) this.load();
        const quick = this.count < LONGEST_WORD ? 0 : code.quick[this.bits >>> this.count - QUICK_BITS & QUICK_MASK] ?? 0;
        const symbol = quick === 0 ? this.symbol(code) : quick >>> 5;
        this.count -= quick & 31;
        if (symbol < 2) {
          run += power << symbol;
          power <<= 1;
          if (run > this.blockSize) throw this.malformed("a block longer than its size");
          continue;
        }
        if (run > 0) {
          const byte2 = front[0] ?? 0;
          if (length + run > this.blockSize) throw this.malformed("a block longer than its size");
          chain.fill(byte2, length, length + run);
          starts[byte2] = (starts[byte2] ?? 0) + run;
          length += run;
          run = 0;
          power = 1;
        }
        if (symbol === end) {
          linkChain(chain, length, starts);
          return length;
        }
        if (length >= this.blockSize) throw this.malformed("a block longer than its size");
        const byte = front[symbol - 1] ?? 0;
        if (symbol > SHORT_MOVE) front.copyWithin(1, 0, symbol - 1);
        else for (let place = symbol - 1; place > 0; place--) front[place] = front[place - 1] ?? 0;
        front[0] = byte;
        chain[length++] = byte;
        starts[byte] = (starts[byte] ?? 0) + 1;
      }
    }
    throw this.malformed("a block that does not end");
  }
};
function linkChain(chain, length, starts) {
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const count = starts[byte] ?? 0;
    starts[byte] = sum;
    sum += count;
  }
  for (let index = 0; index < length; index++) {
    const byte = (chain[index] ?? 0) & 255;
    const to = starts[byte] ?? 0;
    starts[byte] = to + 1;
    chain[to] = (chain[to] ?? 0) | index << 8;
  }
}

// src/bytes/codecs/lzma-models.ts
var STATES = 12;
var IS_MATCH = 0;
var IS_REP = IS_MATCH + (STATES << 4);
var IS_REP0_LONG = IS_REP + 4 * STATES;
var POS_SLOT = IS_REP0_LONG + (STATES << 4);
var POS_SPECIAL = POS_SLOT + 4 * 64;
var ALIGN = POS_SPECIAL + 128;
var LENGTH = ALIGN + 16;
var REP_LENGTH = LENGTH + 2 + 16 * 8 * 2 + 256;
var LITERAL = REP_LENGTH + 2 + 16 * 8 * 2 + 256;
var HALF = 1024;
var AFTER_LITERAL = Uint8Array.of(0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5);

// src/bytes/codecs/lzma-range.ts
var PIECE = 64 * 1024;
var LONGEST_SYMBOL = 24;
var RangeDecoder = class {
  input = new Uint8Array(PIECE + LONGEST_SYMBOL);
  inputPos = 0;
  inputEnd = 0;
  probs = new Uint16Array(0);
  /** Range and code are signed numbers, which V8 stores without allocating. */
  range = 0;
  code = 0;
  /** Reads the first five bytes of range-coded data; false when they are invalid. */
  startRange(bytes) {
    const [zero, a = 0, b = 0, c = 0, d = 0] = bytes;
    this.range = -1;
    this.code = a << 24 | b << 16 | c << 8 | d;
    return zero === 0;
  }
  /** True when the range coder is in the state in which it ends. */
  finishRange() {
    this.normalize();
    return this.code === 0 && this.inputPos <= this.inputEnd;
  }
  /** Moves the rest of the input to the front and loads more after it; false when there is no more. */
  load(source, length = PIECE) {
    this.input.copyWithin(0, this.inputPos, this.inputEnd);
    this.inputEnd -= this.inputPos;
    this.inputPos = 0;
    const room = Math.min(length, PIECE - this.inputEnd);
    const got = source.take(this.input.subarray(this.inputEnd, this.inputEnd + room));
    this.inputEnd += got;
    this.input.fill(0, this.inputEnd);
    return got === room;
  }
  /** Decodes bits without a model, the highest first. */
  directBits(count) {
    let value = 0;
    for (let left = count; left > 0; left--) {
      this.normalize();
      this.range >>>= 1;
      const one = this.code >>> 0 >= this.range;
      if (one) this.code = this.code - this.range | 0;
      value = value << 1 | (one ? 1 : 0);
    }
    return value;
  }
  tree(base, bits) {
    let symbol = 1;
    for (let left = bits; left > 0; left--) symbol = symbol << 1 | this.bit(base + symbol);
    return symbol - (1 << bits);
  }
  reverseTree(base, bits) {
    let node = 1;
    let symbol = 0;
    for (let index = 0; index < bits; index++) {
      const bit = this.bit(base + node);
      node = node << 1 | bit;
      symbol |= bit << index;
    }
    return symbol;
  }
  bit(at) {
    this.normalize();
    const prob = this.probs[at] ?? 0;
    const bound = Math.imul(this.range >>> 11, prob);
    if (this.code >>> 0 < bound >>> 0) {
      this.range = bound;
      this.probs[at] = prob + (2048 - prob >> 5);
      return 0;
    }
    this.range = this.range - bound | 0;
    this.code = this.code - bound | 0;
    this.probs[at] = prob - (prob >> 5);
    return 1;
  }
  normalize() {
    if (this.range >>> 24 !== 0) return;
    this.range <<= 8;
    this.code = this.code << 8 | (this.input[this.inputPos++] ?? 0);
  }
};

// src/bytes/codecs/lzma-match.ts
var END_MARKER = 4294967295;
var MatchDecoder = class extends RangeDecoder {
  /** True after the marker that ends data of unknown length. */
  ended = false;
  state = 0;
  rep0 = 0;
  rep1 = 0;
  rep2 = 0;
  rep3 = 0;
  /** Resets the state, the distances and all probabilities. */
  resetState() {
    this.probs.fill(HALF);
    this.state = 0;
    this.rep0 = 0;
    this.rep1 = 0;
    this.rep2 = 0;
    this.rep3 = 0;
    this.ended = false;
  }
  /** Reads the kind, the length and the distance of a match; returns the length. */
  readMatch(posState) {
    const state = this.state;
    if (this.bit(IS_REP + state) === 0) {
      this.rep3 = this.rep2;
      this.rep2 = this.rep1;
      this.rep1 = this.rep0;
      const length = this.readLength(LENGTH, posState);
      this.state = state < 7 ? 7 : 10;
      this.rep0 = this.readDistance(length);
      if (this.rep0 === END_MARKER) this.ended = true;
      return length;
    }
    if (this.bit(IS_REP + STATES + state) === 0) {
      if (this.bit(IS_REP0_LONG + (state << 4) + posState) === 0) {
        this.state = state < 7 ? 9 : 11;
        return 1;
      }
    } else {
      let distance = this.rep1;
      if (this.bit(IS_REP + 2 * STATES + state) === 1) {
        distance = this.rep2;
        if (this.bit(IS_REP + 3 * STATES + state) === 1) {
          distance = this.rep3;
          this.rep3 = this.rep2;
        }
        this.rep2 = this.rep1;
      }
      this.rep1 = this.rep0;
      this.rep0 = distance;
    }
    this.state = state < 7 ? 8 : 11;
    return this.readLength(REP_LENGTH, posState);
  }
  readLength(base, posState) {
    if (this.bit(base) === 0) return 2 + this.tree(base + 2 + (posState << 3), 3);
    if (this.bit(base + 1) === 0) return 10 + this.tree(base + 2 + 128 + (posState << 3), 3);
    return 18 + this.tree(base + 2 + 256, 8);
  }
  readDistance(length) {
    const slot = this.tree(POS_SLOT + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | slot & 1) << bits >>> 0;
    if (slot < 14) return high + this.reverseTree(POS_SPECIAL + high - slot, bits);
    const middle = this.directBits(bits - 4);
    return high + middle * 16 + this.reverseTree(ALIGN, 4) >>> 0;
  }
};

// src/bytes/codecs/lzma.ts
var FIRST_RING = 1024 * 1024;
var LzmaDecoder = class extends MatchDecoder {
  dictionary = 0;
  ringSize = 0;
  ring = new Uint8Array(0);
  pos = 0;
  from = 0;
  /** Bytes decoded since the dictionary was emptied. */
  total = 0;
  /** Bytes of the last match that were not written yet. */
  pending = 0;
  lc = 0;
  lpMask = 0;
  pbMask = 0;
  /** Sets the size of the dictionary. @throws {ScanError} `limit` when it is too large */
  setDictionary(size, offset) {
    if (size > CODEC_LIMITS.dictionary) {
      const mib = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
      throw new ScanError("limit", `a dictionary of ${mib(size)} is declared, at most ${mib(CODEC_LIMITS.dictionary)} are read`, offset);
    }
    this.dictionary = Math.max(size, 4096);
    this.ringSize = Math.max(size, CODEC_LIMITS.chunk);
    if (this.ring.length > this.ringSize) this.ring = new Uint8Array(0);
    this.emptyDictionary();
  }
  emptyDictionary() {
    this.pos = 0;
    this.from = 0;
    this.total = 0;
  }
  /** Sets lc, lp and pb from the byte that encodes them; false when it is out of range. */
  setProperties(byte) {
    if (byte >= 225) return false;
    this.lc = byte % 9;
    const lp = Math.floor(byte / 9) % 5;
    this.lpMask = (1 << lp) - 1;
    this.pbMask = (1 << Math.floor(byte / 45)) - 1;
    const size = LITERAL + (768 << this.lc + lp);
    if (this.probs.length !== size) this.probs = new Uint16Array(size);
    return true;
  }
  resetState() {
    super.resetState();
    this.pending = 0;
  }
  /** Copies up to `length` uncompressed bytes; returns how many there were. */
  copy(source, length) {
    const end = this.room(length);
    const got = source.take(this.ring.subarray(this.pos, end));
    this.pos += got;
    this.total += got;
    return got;
  }
  /** Returns the bytes decoded since the last flush, or undefined. Valid until the next step. */
  flush() {
    if (this.from === this.pos) return void 0;
    const chunk = this.ring.subarray(this.from, this.pos);
    this.from = this.pos;
    return chunk;
  }
  /** Returns the offset up to which this step may write: a chunk, less at the end of the ring. */
  room(length) {
    if (this.pos === this.ring.length) {
      if (this.ring.length < this.ringSize) {
        const grown = new Uint8Array(Math.min(this.ringSize, Math.max(FIRST_RING, 2 * this.ring.length)));
        grown.set(this.ring);
        this.ring = grown;
      } else {
        this.pos = 0;
        this.from = 0;
      }
    }
    return Math.min(this.pos + Math.min(length, CODEC_LIMITS.chunk), this.ring.length);
  }
  /**
   * Decodes up to `length` bytes, fewer at the end of the ring or of the input; returns how many. Flush before each
   * step. With `last` the whole input is used, else a symbol is started only if all its input is certainly loaded.
   * @returns -1 - count when the data are broken or, if `inputPos > inputEnd`, end within a symbol
   */
  step(length, last) {
    const limit = this.room(length);
    const ring = this.ring;
    const probs = this.probs;
    const input = this.input;
    const inputEnd = this.inputEnd;
    const safe = last ? inputEnd : inputEnd - LONGEST_SYMBOL;
    const lc = this.lc;
    const lpMask = this.lpMask;
    const pbMask = this.pbMask;
    const start = this.pos;
    const total = this.total - start;
    let pos = start;
    let range = this.range >>> 0;
    let code = this.code >>> 0;
    let state = this.state;
    let inputPos = this.inputPos;
    let broken2 = false;
    if (this.pending > 0) pos = this.copyMatch(pos, limit);
    while (pos < limit && inputPos <= safe) {
      const posState = total + pos & pbMask;
      let at = IS_MATCH + (state << 4) + posState;
      let prob = probs[at] ?? 0;
      if (range < 16777216) {
        range = range << 8 >>> 0;
        code = (code << 8 | (input[inputPos++] ?? 0)) >>> 0;
      }
      let bound = Math.imul(range >>> 11, prob) >>> 0;
      if (code < bound) {
        range = bound;
        probs[at] = prob + (2048 - prob >> 5);
        const previous = total + pos === 0 ? 0 : ring[pos === 0 ? ring.length - 1 : pos - 1] ?? 0;
        const literal = LITERAL + 768 * (((total + pos & lpMask) << lc) + (previous >> 8 - lc));
        let symbol = 1;
        if (state >= 7) {
          const from = pos - this.rep0 - 1;
          let match = ring[from < 0 ? from + ring.length : from] ?? 0;
          do {
            const bit = match >> 7 & 1;
            match <<= 1;
            at = literal + (1 + bit << 8) + symbol;
            prob = probs[at] ?? 0;
            if (range < 16777216) {
              range = range << 8 >>> 0;
              code = (code << 8 | (input[inputPos++] ?? 0)) >>> 0;
            }
            bound = Math.imul(range >>> 11, prob) >>> 0;
            if (code < bound) {
              range = bound;
              probs[at] = prob + (2048 - prob >> 5);
              symbol <<= 1;
              if (bit !== 0) break;
            } else {
              range = range - bound >>> 0;
              code = code - bound >>> 0;
              probs[at] = prob - (prob >> 5);
              symbol = symbol << 1 | 1;
              if (bit === 0) break;
            }
          } while (symbol < 256);
        }
        while (symbol < 256) {
          at = literal + symbol;
          prob = probs[at] ?? 0;
          if (range < 16777216) {
            range = range << 8 >>> 0;
            code = (code << 8 | (input[inputPos++] ?? 0)) >>> 0;
          }
          bound = Math.imul(range >>> 11, prob) >>> 0;
          if (code < bound) {
            range = bound;
            probs[at] = prob + (2048 - prob >> 5);
            symbol <<= 1;
          } else {
            range = range - bound >>> 0;
            code = code - bound >>> 0;
            probs[at] = prob - (prob >> 5);
            symbol = symbol << 1 | 1;
          }
        }
        if (inputPos > inputEnd) {
          broken2 = true;
          break;
        }
        ring[pos++] = symbol;
        state = AFTER_LITERAL[state] ?? 0;
        continue;
      }
      range = range - bound >>> 0;
      code = code - bound >>> 0;
      probs[at] = prob - (prob >> 5);
      this.range = range | 0;
      this.code = code | 0;
      this.state = state;
      this.inputPos = inputPos;
      this.pending = this.readMatch(posState);
      range = this.range >>> 0;
      code = this.code >>> 0;
      state = this.state;
      inputPos = this.inputPos;
      if (this.ended && inputPos <= inputEnd) {
        this.pending = 0;
        break;
      }
      if (inputPos > inputEnd || this.rep0 >= total + pos || this.rep0 >= this.dictionary) {
        broken2 = true;
        break;
      }
      pos = this.copyMatch(pos, limit);
    }
    this.range = range | 0;
    this.code = code | 0;
    this.state = state;
    this.inputPos = inputPos;
    this.pos = pos;
    this.total = total + pos;
    return broken2 ? -1 - (pos - start) : pos - start;
  }
  /** True while a match of the last step is not completely written. */
  get hasPending() {
    return this.pending > 0;
  }
  copyMatch(start, limit) {
    const ring = this.ring;
    const count = Math.min(this.pending, limit - start);
    let from = start - this.rep0 - 1;
    let pos = start;
    const end = start + count;
    if (from < 0) {
      from += ring.length;
      for (; pos < end && from < ring.length; ) ring[pos++] = ring[from++] ?? 0;
      from = 0;
    }
    while (pos < end) ring[pos++] = ring[from++] ?? 0;
    this.pending -= count;
    return pos;
  }
};

// src/bytes/codecs/lzma2.ts
var RESET_STATE = 1;
var NEW_PROPERTIES = 2;
var EMPTY_DICTIONARY = 3;
function* lzma2(input, decoder) {
  let hasDictionary = false;
  let hasProperties = false;
  let hasState = false;
  for (let control = input.u8(); control !== 0; control = input.u8()) {
    const plain = control < 128;
    const reset = plain ? control === 1 ? EMPTY_DICTIONARY : 0 : control >> 5 & 3;
    if (plain && control > 2) throw broken(input, "an unknown kind of chunk");
    if (reset === EMPTY_DICTIONARY) {
      decoder.emptyDictionary();
      hasDictionary = true;
    }
    if (!hasDictionary) throw broken(input, "no new dictionary at the start");
    if (plain) {
      yield* plainChunk(input, decoder, u16(input) + 1);
      continue;
    }
    const output = ((control & 31) << 16) + u16(input) + 1;
    const size = u16(input) + 1;
    if (reset >= NEW_PROPERTIES) {
      if (!decoder.setProperties(checkProperties(input, input.u8()))) throw broken(input, "invalid properties");
      hasProperties = true;
    }
    if (!hasProperties) throw broken(input, "no properties at the start");
    if (reset >= RESET_STATE) {
      decoder.resetState();
      hasState = true;
    }
    if (!hasState) throw broken(input, "no new state at the start");
    yield* lzmaChunk(input, decoder, output, size);
  }
}
function* plainChunk(input, decoder, length) {
  for (let left = length; left > 0; ) {
    const got = decoder.copy(input, left);
    const chunk = decoder.flush();
    if (!chunk) throw input.truncated();
    yield chunk;
    left -= got;
  }
}
function* lzmaChunk(input, decoder, length, size) {
  if (size < 5) throw broken(input, "a chunk without data");
  if (!decoder.startRange(input.bytes(5))) throw broken(input, "no range coder at the start of a chunk");
  decoder.inputPos = 0;
  decoder.inputEnd = 0;
  const whole = decoder.load(input, size - 5);
  for (let left = length; left > 0; ) {
    const got = decoder.step(left, true);
    left -= got < 0 ? -1 - got : got;
    const chunk = decoder.flush();
    if (chunk) yield chunk;
    if (got < 0 && decoder.inputPos > decoder.inputEnd && !whole) throw input.truncated();
    if (got <= 0) throw broken(input, "a broken chunk");
  }
  if (decoder.hasPending || !decoder.finishRange() || decoder.inputPos !== decoder.inputEnd) {
    throw whole ? broken(input, "a chunk that does not end at its declared size") : input.truncated();
  }
}
function checkProperties(input, byte) {
  if (byte < 225 && byte % 9 + Math.floor(byte / 9) % 5 > 4) throw broken(input, "invalid properties");
  return byte;
}
function u16(input) {
  const high = input.u8();
  return high << 8 | input.u8();
}
function broken(input, what) {
  return new ScanError("malformed", `broken LZMA2 data: ${what}`, input.offset);
}

export {
  bzip2,
  bzip2Stream,
  LzmaDecoder,
  lzma2
};
