import {
  crc32_48 as crc32,
  Puller_43 as Puller,
  ZSTD_MAGIC_43 as ZSTD_MAGIC,
  members_43 as members,
  startsSkippable_43 as startsSkippable,
  startsWith_43 as startsWith,
  toStream_43 as toStream,
  ScanError_8 as ScanError
} from "./core.js";
import {
  CODEC_LIMITS
} from "./shared-bytes-codecs-limits.js";

// src/bytes/codecs/zstd-entropy.ts
function brokenZstd(what) {
  return new ScanError("malformed", `broken Zstandard data: ${what}`);
}
function fseTable(frequencies, accuracy) {
  const size = 1 << accuracy;
  const symbols = new Uint8Array(size);
  const next = new Uint16Array(frequencies.length);
  let high = size;
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    if (frequencies[symbol] === -1) symbols[--high] = symbol;
    next[symbol] = Math.abs(frequencies[symbol] ?? 0);
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let at = 0;
  for (let symbol = 0; symbol < frequencies.length; symbol++) {
    for (let left = frequencies[symbol] ?? 0; left > 0; left--) {
      symbols[at] = symbol;
      do
        at = at + step & size - 1;
      while (at >= high);
    }
  }
  const bits = new Uint8Array(size);
  const bases2 = new Uint16Array(size);
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state] ?? 0;
    const count = next[symbol] ?? 1;
    next[symbol] = count + 1;
    const width = accuracy - highBit(count);
    bits[state] = width;
    bases2[state] = (count << width) - size;
  }
  return { accuracy, symbols, bits, bases: bases2 };
}
function rleTable(symbol) {
  return { accuracy: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}
function readFseTable(bytes, start, end, maxAccuracy, maxSymbol) {
  let bit = start * 8;
  const take = (count) => {
    const at = bit >> 3;
    const value = (bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0) << 16;
    bit += count;
    return value >>> (bit - count & 7) & (1 << count) - 1;
  };
  const accuracy = take(4) + 5;
  if (accuracy > maxAccuracy) throw brokenZstd("a table too large");
  const frequencies = [];
  let remaining = 1 << accuracy;
  while (remaining > 0 && frequencies.length <= maxSymbol) {
    const width = highBit(remaining + 1);
    const small = (1 << width) - 1;
    const threshold = 2 * (1 << width) - 2 - remaining;
    let value = take(width + 1);
    if ((value & small) < threshold) {
      bit--;
      value &= small;
    } else if (value > small) {
      value -= threshold;
    }
    remaining -= Math.abs(value - 1);
    frequencies.push(value - 1);
    if (value !== 1) continue;
    for (let zeros = 3; zeros === 3 && frequencies.length <= maxSymbol; ) {
      zeros = take(2);
      for (let count = zeros; count > 0; count--) frequencies.push(0);
    }
  }
  const next = bit + 7 >> 3;
  if (remaining !== 0 || frequencies.length > maxSymbol + 1 || next > end) throw brokenZstd("an invalid table");
  return { table: fseTable(frequencies, accuracy), next };
}
var ReverseBits = class {
  bytes;
  start;
  /** Number of unread bits; negative when more were read than there are. */
  left;
  constructor(bytes, start, end) {
    const last = start < end ? bytes[end - 1] ?? 0 : 0;
    if (last === 0) throw brokenZstd("a run of bits without an end");
    this.bytes = bytes;
    this.start = start;
    this.left = (end - start - 1) * 8 + highBit(last);
  }
  /** Reads the next `count` bits (at most 24); bits before the start are 0. */
  take(count) {
    this.left -= count;
    return this.#at(this.left, count);
  }
  #at(bit, count) {
    if (bit < 0) return bit + count <= 0 ? 0 : this.#at(0, bit + count) << -bit;
    const at = this.start + (bit >> 3);
    const { bytes } = this;
    const word = (bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0) << 16 | (bytes[at + 3] ?? 0) << 24;
    return word >>> (bit & 7) & (1 << count) - 1;
  }
};
var MAX_HUFFMAN_BITS = 11;
var MAX_WEIGHTS = 255;
function readHuffman(bytes, start, end) {
  const head = bytes[start] ?? 0;
  const direct = head >= 128;
  const next = start + 1 + (direct ? head - 126 >> 1 : head);
  if (start >= end || next > end) throw brokenZstd("a Huffman tree longer than its block");
  const weights = direct ? Array.from({ length: head - 127 }, (_, index) => (bytes[start + 1 + (index >> 1)] ?? 0) >> (index & 1 ? 0 : 4) & 15) : readWeights(bytes, start + 1, next);
  return { table: huffmanTable(weights), next };
}
function readWeights(bytes, start, end) {
  const { table, next } = readFseTable(bytes, start, end, 6, MAX_HUFFMAN_BITS + 1);
  const bits = new ReverseBits(bytes, next, end);
  const states = [bits.take(table.accuracy), bits.take(table.accuracy)];
  const weights = [];
  for (let current = 0; weights.length < MAX_WEIGHTS; current ^= 1) {
    const state = states[current] ?? 0;
    weights.push(table.symbols[state] ?? 0);
    states[current] = (table.bases[state] ?? 0) + bits.take(table.bits[state] ?? 0);
    if (bits.left >= 0) continue;
    weights.push(table.symbols[states[current ^ 1] ?? 0] ?? 0);
    return weights;
  }
  throw brokenZstd("a Huffman tree of too many symbols");
}
function huffmanTable(weights) {
  let sum = 0;
  for (const weight of weights) {
    if (weight > MAX_HUFFMAN_BITS) throw brokenZstd("a Huffman word too long");
    sum += weight > 0 ? 1 << weight - 1 : 0;
  }
  const bits = sum > 0 ? highBit(sum) + 1 : 0;
  const gap = (1 << bits) - sum;
  if (sum === 0 || bits > MAX_HUFFMAN_BITS || (gap & gap - 1) !== 0 || weights.length > MAX_WEIGHTS)
    throw brokenZstd("an invalid Huffman tree");
  const all = [...weights, highBit(gap) + 1];
  const words = new Uint16Array(1 << bits);
  let at = 0;
  for (let weight = 1; weight <= bits; weight++) {
    for (let symbol = 0; symbol < all.length; symbol++) {
      if (all[symbol] !== weight) continue;
      words.fill(symbol << 4 | bits + 1 - weight, at, at + (1 << weight - 1));
      at += 1 << weight - 1;
    }
  }
  return { bits, words };
}
function decodeHuffman(table, run, target, from, to) {
  const { bits, words } = table;
  const { bytes, start } = run;
  const mask = words.length - 1;
  let left = run.left;
  let pos = from;
  while (pos < to && left >= bits) {
    const at = left - bits;
    const byte = start + (at >> 3);
    const word = (bytes[byte] ?? 0) | (bytes[byte + 1] ?? 0) << 8 | (bytes[byte + 2] ?? 0) << 16;
    const entry = words[word >>> (at & 7) & mask] ?? 0;
    target[pos++] = entry >> 4;
    left -= entry & 15;
  }
  while (pos < to && left > 0) {
    run.left = left;
    const entry = words[run.take(bits)] ?? 0;
    target[pos++] = entry >> 4;
    left -= entry & 15;
  }
  if (pos < to || left !== 0) throw brokenZstd("Huffman words that do not match their bits");
}
function highBit(value) {
  return 31 - Math.clz32(value);
}

// src/bytes/codecs/zstd-block.ts
var MAX_BLOCK = 128 * 1024;
var LITERAL_LENGTHS = {
  accuracy: 9,
  maxSymbol: 35,
  standard: fseTable([4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6)
};
var OFFSETS = {
  accuracy: 8,
  maxSymbol: 31,
  standard: fseTable([1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1], 5)
};
var MATCH_LENGTHS = {
  accuracy: 9,
  maxSymbol: 52,
  standard: fseTable([1, 4, 3, 2, 2, 2, 2, 2, 2, ...new Array(37).fill(1), -1, -1, -1, -1, -1, -1, -1], 6)
};
var LITERAL_EXTRA = Uint8Array.of(...new Array(16).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
var MATCH_EXTRA = Uint8Array.of(...new Array(32).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
var LITERAL_BASE = bases(0, LITERAL_EXTRA);
var MATCH_BASE = bases(3, MATCH_EXTRA);
var MAX_OFFSET_CODE = 27;
var BlockDecoder = class {
  #literals = new Uint8Array(MAX_BLOCK);
  #huffman;
  #tables = [];
  #rep1 = 1;
  #rep2 = 4;
  #rep3 = 8;
  /** Starts a new frame. */
  reset() {
    this.#huffman = void 0;
    this.#tables = [];
    this.#rep1 = 1;
    this.#rep2 = 4;
    this.#rep3 = 8;
  }
  /** Decodes `bytes[0 \u2026 size)` into `out[pos \u2026 limit)`, where `out[0 \u2026 pos)` is the window; returns the end. */
  decode(bytes, size, out, pos, limit) {
    const { length, next } = this.#readLiterals(bytes, size);
    let at = next;
    const head = bytes[at++] ?? 0;
    let count = head;
    if (head > 127 && head < 255) count = (head - 128 << 8) + (bytes[at++] ?? 0);
    if (head === 255) {
      count = (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8) + 32512;
      at += 2;
    }
    if (at > size || count === 0 && at !== size) throw brokenZstd("an invalid number of sequences");
    if (count > 0) return this.#sequences(bytes, at, size, count, length, out, pos, limit);
    if (pos + length > limit) throw brokenZstd("a block too long");
    out.set(this.#literals.subarray(0, length), pos);
    return pos + length;
  }
  #readLiterals(bytes, size) {
    const head = (bytes[0] ?? 0) | (bytes[1] ?? 0) << 8 | (bytes[2] ?? 0) << 16;
    const type = head & 3;
    const format = head >> 2 & 3;
    if (type < 2) {
      const width2 = format === 1 ? 2 : format === 3 ? 3 : 1;
      const length2 = width2 === 1 ? (head & 255) >> 3 : (width2 === 2 ? head & 65535 : head) >> 4;
      const next2 = width2 + (type === 0 ? length2 : 1);
      if (length2 > MAX_BLOCK || next2 > size) throw brokenZstd("too many literals");
      if (type === 0) this.#literals.set(bytes.subarray(width2, next2));
      else this.#literals.fill(bytes[width2] ?? 0, 0, length2);
      return { length: length2, next: next2 };
    }
    const bits = format < 2 ? 10 : format === 2 ? 14 : 18;
    const width = bits * 2 + 4 + 7 >> 3;
    const high = ((bytes[3] ?? 0) + (bytes[4] ?? 0) * 256) * 16777216 + head;
    const length = head >> 4 & (1 << bits) - 1;
    const next = width + (Math.floor(high / 2 ** (4 + bits)) & (1 << bits) - 1);
    if (length > MAX_BLOCK || next > size) throw brokenZstd("too many literals");
    let at = width;
    if (type === 2) {
      const tree = readHuffman(bytes, at, next);
      this.#huffman = tree.table;
      at = tree.next;
    }
    if (!this.#huffman) throw brokenZstd("literals without a Huffman tree");
    this.#readRuns(this.#huffman, bytes, at, next, length, format === 0 ? 1 : 4);
    return { length, next };
  }
  #readRuns(table, bytes, start, end, length, runs) {
    let at = runs === 4 ? start + 6 : start;
    const part = runs === 4 ? length + 3 >> 2 : length;
    for (let run = 0; run < runs; run++) {
      const from = run * part;
      const isLast = run === runs - 1;
      const to = isLast ? length : from + part;
      const runEnd = isLast ? end : at + (bytes[start + 2 * run] ?? 0) + ((bytes[start + 2 * run + 1] ?? 0) << 8);
      if (runEnd > end || from > to || to > length) throw brokenZstd("literals longer than their block");
      decodeHuffman(table, new ReverseBits(bytes, at, runEnd), this.#literals, from, to);
      at = runEnd;
    }
  }
  #sequences(bytes, start, end, count, literalCount, out, from, limit) {
    const modes = bytes[start] ?? 0;
    if (start >= end || modes & 3) throw brokenZstd("a reserved bit is set");
    let at = start + 1;
    const tables = [LITERAL_LENGTHS, OFFSETS, MATCH_LENGTHS].map((code, index) => {
      const read = this.#readTable(code, index, modes >> 6 - 2 * index & 3, bytes, at, end);
      at = read.next;
      return read.table;
    });
    this.#tables = tables;
    const [literalTable, offsetTable, matchTable] = tables;
    if (!literalTable || !offsetTable || !matchTable) throw brokenZstd("a missing table");
    const bits = new ReverseBits(bytes, at, end);
    const literals = this.#literals;
    let literalState = bits.take(literalTable.accuracy);
    let offsetState = bits.take(offsetTable.accuracy);
    let matchState = bits.take(matchTable.accuracy);
    let literal = 0;
    let pos = from;
    for (let left = count; left > 0; left--) {
      const offsetCode = offsetTable.symbols[offsetState] ?? 0;
      const matchCode = matchTable.symbols[matchState] ?? 0;
      const literalCode = literalTable.symbols[literalState] ?? 0;
      if (offsetCode > MAX_OFFSET_CODE) throw brokenZstd("a match from too far back");
      const wide = offsetCode > 16 ? bits.take(offsetCode - 16) * 65536 + bits.take(16) : bits.take(offsetCode);
      const matchLength = (MATCH_BASE[matchCode] ?? 0) + bits.take(MATCH_EXTRA[matchCode] ?? 0);
      const run = (LITERAL_BASE[literalCode] ?? 0) + bits.take(LITERAL_EXTRA[literalCode] ?? 0);
      const offset = this.#offset((1 << offsetCode) + wide, run);
      if (left > 1) {
        literalState = (literalTable.bases[literalState] ?? 0) + bits.take(literalTable.bits[literalState] ?? 0);
        matchState = (matchTable.bases[matchState] ?? 0) + bits.take(matchTable.bits[matchState] ?? 0);
        offsetState = (offsetTable.bases[offsetState] ?? 0) + bits.take(offsetTable.bits[offsetState] ?? 0);
      }
      if (literal + run > literalCount || pos + run + matchLength > limit) throw brokenZstd("a block too long");
      if (offset === 0 || offset > pos + run) throw brokenZstd("a match from too far back");
      for (const stop2 = literal + run; literal < stop2; ) out[pos++] = literals[literal++] ?? 0;
      const stop = pos + matchLength;
      for (let back = pos - offset; pos < stop; ) out[pos++] = out[back++] ?? 0;
    }
    if (bits.left !== 0) throw brokenZstd("sequences that do not match their bits");
    const rest = literalCount - literal;
    if (pos + rest > limit) throw brokenZstd("a block too long");
    out.set(literals.subarray(literal, literalCount), pos);
    return pos + rest;
  }
  #readTable(code, index, mode, bytes, at, end) {
    if (mode === 0) return { table: code.standard, next: at };
    if (mode === 2) return readFseTable(bytes, at, end, code.accuracy, code.maxSymbol);
    if (mode === 1) {
      const symbol = bytes[at] ?? 0;
      if (at >= end || symbol > code.maxSymbol) throw brokenZstd("an invalid table");
      return { table: rleTable(symbol), next: at + 1 };
    }
    const table = this.#tables[index];
    if (!table) throw brokenZstd("a repeated table with none before it");
    return { table, next: at };
  }
  /**
   * Returns an offset. Values 1 to 3 are the last three offsets, shifted by one without literals (RFC 8878 3.1.1.5).
   */
  #offset(value, run) {
    if (value <= 3) {
      const index = value - (run === 0 ? 0 : 1);
      if (index === 0) return this.#rep1;
      const offset = index === 1 ? this.#rep2 : index === 2 ? this.#rep3 : this.#rep1 - 1;
      if (index > 1) this.#rep3 = this.#rep2;
      this.#rep2 = this.#rep1;
      this.#rep1 = offset;
      return offset;
    }
    this.#rep3 = this.#rep2;
    this.#rep2 = this.#rep1;
    this.#rep1 = value - 3;
    return value - 3;
  }
};
function bases(first, extra) {
  let next = first;
  return Uint32Array.from(extra, (bits) => {
    const base = next;
    next += 1 << bits;
    return base;
  });
}

// src/bytes/codecs/zstd.ts
var SLACK = 8 * 1024 * 1024;
function zstd(source) {
  const decoder = new FrameDecoder();
  const starts = (head) => startsWith(head, ZSTD_MAGIC) || startsSkippable(head);
  return toStream(members(new Puller(source), starts, (input) => frame(input, decoder)));
}
function* frame(input, decoder) {
  const magic = input.bytes(4);
  if (startsSkippable(magic)) {
    input.skip(input.u32le());
    return;
  }
  if (!startsWith(magic, ZSTD_MAGIC)) throw new ScanError("malformed", "no Zstandard frame header", input.offset);
  const { window, checksum } = readHeader(input);
  decoder.reset(window);
  for (let last = false; !last; ) {
    const header = input.u16le() | input.u8() << 16;
    last = (header & 1) === 1;
    const failure = decoder.block(input, header >> 1 & 3, header >> 3);
    const chunk = decoder.fresh();
    if (chunk.length > 0) yield chunk;
    if (failure) throw failure;
  }
  if (checksum) input.bytes(4);
}
function readHeader(input) {
  const flags = input.u8();
  if (flags & 8) throw new ScanError("malformed", "a reserved bit of the Zstandard frame header is set", input.offset);
  const single = (flags & 32) !== 0;
  const descriptor = single ? 0 : input.u8();
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  if (input.bytes(dictionary).some((byte) => byte !== 0))
    throw new ScanError("unsupported", "Zstandard data that need a dictionary", input.offset);
  const sizeWidth = flags >> 6 === 0 ? single ? 1 : 0 : 1 << (flags >> 6);
  const size = sizeWidth === 8 ? input.u64le() : sizeWidth === 4 ? input.u32le() : sizeWidth === 2 ? input.u16le() + 256 : sizeWidth === 1 ? input.u8() : 0;
  const power = 2 ** (10 + (descriptor >> 3));
  const window = single ? size : power + power / 8 * (descriptor & 7);
  if (window > CODEC_LIMITS.dictionary) {
    const mib = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MiB`;
    throw new ScanError("limit", `a window of ${mib(window)} is declared, at most ${mib(CODEC_LIMITS.dictionary)} are read`, input.offset);
  }
  return { window, checksum: (flags & 4) !== 0 };
}
var FrameDecoder = class {
  #blocks = new BlockDecoder();
  #packed = new Uint8Array(MAX_BLOCK);
  #out = new Uint8Array(2 * MAX_BLOCK);
  #window = 0;
  #maxBlock = 0;
  #from = 0;
  #pos = 0;
  reset(window) {
    this.#blocks.reset();
    this.#window = window;
    this.#maxBlock = Math.min(window, MAX_BLOCK);
    this.#from = 0;
    this.#pos = 0;
  }
  /** Returns the output of the last block. */
  fresh() {
    return this.#out.subarray(this.#from, this.#pos);
  }
  /** Decodes one block; returns the error that ended it. */
  block(input, type, size) {
    this.#makeRoom();
    this.#from = this.#pos;
    if (type === 3 || size > this.#maxBlock)
      return new ScanError("malformed", "broken Zstandard data: an invalid block header", input.offset);
    const end = this.#pos + size;
    if (type === 0) {
      this.#pos += input.take(this.#out.subarray(this.#pos, end));
      return this.#pos < end ? input.truncated() : void 0;
    }
    try {
      if (type === 1) {
        this.#out.fill(input.u8(), this.#pos, end);
        this.#pos = end;
        return void 0;
      }
      if (input.take(this.#packed.subarray(0, size)) < size) return input.truncated();
      this.#pos = this.#blocks.decode(this.#packed, size, this.#out, this.#pos, this.#pos + this.#maxBlock);
      return void 0;
    } catch (error) {
      if (error instanceof ScanError) return new ScanError(error.why, error.message, input.offset);
      throw error;
    }
  }
  #makeRoom() {
    if (this.#pos + MAX_BLOCK <= this.#out.length) return;
    const most = this.#window + Math.min(this.#window, SLACK) + 2 * MAX_BLOCK;
    const start = Math.max(0, this.#pos - this.#window);
    if (this.#out.length < most) {
      const grown = new Uint8Array(Math.min(most, 2 * this.#out.length));
      grown.set(this.#out.subarray(start, this.#pos));
      this.#out = grown;
    } else {
      this.#out.copyWithin(0, start, this.#pos);
    }
    this.#pos -= start;
  }
};

// src/bytes/codecs/checksums.ts
function crc322() {
  let crc = 0;
  return {
    update(bytes) {
      crc = crc32(bytes, crc);
    },
    matches: (stored) => littleEndian(stored, 0) === (crc | 0)
  };
}
var crc64TableCache;
function makeCrc64Table() {
  const table = { low: new Int32Array(256), high: new Int32Array(256) };
  for (let byte = 0; byte < 256; byte++) {
    let low = byte;
    let high = 0;
    for (let bit = 0; bit < 8; bit++) {
      const odd = low & 1;
      low = low >>> 1 | high << 31;
      high >>>= 1;
      if (odd) {
        low ^= 3615952706;
        high ^= 3379320725;
      }
    }
    table.low[byte] = low;
    table.high[byte] = high;
  }
  return table;
}
function crc64() {
  crc64TableCache ??= makeCrc64Table();
  const table = crc64TableCache;
  let low = -1;
  let high = -1;
  return {
    update(bytes) {
      for (let index = 0; index < bytes.length; index++) {
        const at = (low ^ (bytes[index] ?? 0)) & 255;
        low = (low >>> 8 | high << 24) ^ (table.low[at] ?? 0);
        high = high >>> 8 ^ (table.high[at] ?? 0);
      }
    },
    matches: (stored) => littleEndian(stored, 0) === ~low && littleEndian(stored, 4) === ~high
  };
}
function adler32() {
  let a = 1;
  let b = 0;
  return {
    update(bytes) {
      for (let from = 0; from < bytes.length; from += 3800) {
        const to = Math.min(bytes.length, from + 3800);
        for (let index = from; index < to; index++) {
          a += bytes[index] ?? 0;
          b += a;
        }
        a %= 65521;
        b %= 65521;
      }
    },
    matches: (stored) => stored[0] === b >>> 8 && stored[1] === (b & 255) && stored[2] === a >>> 8 && stored[3] === (a & 255)
  };
}
var P1 = 2654435761;
var P2 = 2246822519;
var P3 = 3266489917;
var P4 = 668265263;
var P5 = 374761393;
function xxh32() {
  const lanes = Int32Array.of(P1 + P2, P2, 0, -P1);
  const rest = new Uint8Array(16);
  let restLength = 0;
  let total = 0;
  const stripes = (bytes, from, to) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let [a = 0, b = 0, c = 0, d = 0] = lanes;
    for (let at = from; at < to; at += 16) {
      a = rounded(a, view.getInt32(at, true));
      b = rounded(b, view.getInt32(at + 4, true));
      c = rounded(c, view.getInt32(at + 8, true));
      d = rounded(d, view.getInt32(at + 12, true));
    }
    lanes.set([a, b, c, d]);
  };
  const value = () => {
    const [a = 0, b = 0, c = 0, d = 0] = lanes;
    let hash = total < 16 ? P5 : rotl(a, 1) + rotl(b, 7) + rotl(c, 12) + rotl(d, 18);
    hash = hash + total | 0;
    let at = 0;
    for (; at + 4 <= restLength; at += 4) hash = Math.imul(rotl(hash + Math.imul(littleEndian(rest, at), P3) | 0, 17), P4);
    for (; at < restLength; at++) hash = Math.imul(rotl(hash + Math.imul(rest[at] ?? 0, P5) | 0, 11), P1);
    hash = Math.imul(hash ^ hash >>> 15, P2);
    hash = Math.imul(hash ^ hash >>> 13, P3);
    return hash ^ hash >>> 16;
  };
  return {
    update(bytes) {
      total += bytes.length;
      let at = 0;
      if (restLength > 0) {
        at = Math.min(16 - restLength, bytes.length);
        rest.set(bytes.subarray(0, at), restLength);
        restLength += at;
        if (restLength < 16) return;
        stripes(rest, 0, 16);
      }
      const to = bytes.length - (bytes.length - at & 15);
      stripes(bytes, at, to);
      rest.set(bytes.subarray(to));
      restLength = bytes.length - to;
    },
    /** Compares four bytes, or one: the frame header has only bits 8 to 15. */
    matches: (stored) => stored.length === 1 ? stored[0] === (value() >> 8 & 255) : littleEndian(stored, 0) === value()
  };
}
function rounded(lane, word) {
  return Math.imul(rotl(lane + Math.imul(word, P2) | 0, 13), P1);
}
function rotl(value, bits) {
  return value << bits | value >>> 32 - bits;
}
function littleEndian(bytes, at) {
  return (bytes[at] ?? 0) | (bytes[at + 1] ?? 0) << 8 | (bytes[at + 2] ?? 0) << 16 | (bytes[at + 3] ?? 0) << 24;
}

export {
  crc322 as crc32,
  crc64,
  adler32,
  xxh32,
  zstd
};
