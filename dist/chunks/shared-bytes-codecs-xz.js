import {
  Puller_43 as Puller,
  XZ_MAGIC_43 as XZ_MAGIC,
  members_43 as members,
  startsWith_43 as startsWith,
  toStream_43 as toStream,
  memorySource_10 as memorySource,
  ScanError_8 as ScanError
} from "./core.js";
import {
  filterOf
} from "./shared-bytes-codecs-bcj.js";
import {
  LzmaDecoder,
  lzma2
} from "./shared-bytes-codecs-bzip2-huffman.js";
import {
  crc32,
  crc64
} from "./shared-bytes-codecs-checksums.js";

// src/bytes/codecs/xz.ts
var FOOTER_MAGIC = [89, 90];
var LZMA2 = 33;
var FILTER_NAMES = /* @__PURE__ */ new Map([[11, "RISC-V"]]);
var MAX_PROPERTIES = 64;
var CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
function xz(source) {
  const decoder = new LzmaDecoder();
  return toStream(
    members(
      new Puller(source),
      (head) => startsWith(head, XZ_MAGIC),
      (input) => stream(input, decoder)
    )
  );
}
function* stream(input, decoder) {
  const head = input.bytes(8);
  if (!startsWith(head, XZ_MAGIC)) throw broken(input, "no xz header");
  verify(input, head.subarray(6), "the stream header");
  const check = head[7] ?? 0;
  if (head[6] !== 0 || check > 15) throw new ScanError("unsupported", "an xz stream of a later version", input.offset);
  let blocks = 0;
  for (let size = input.u8(); size !== 0; size = input.u8()) {
    yield* block(input, decoder, size, check);
    blocks++;
  }
  readIndex(input, blocks);
  const footer = input.bytes(12);
  verifyAgainst(footer.subarray(4, 10), footer.subarray(0, 4), input, "the stream footer");
  if (footer[8] !== 0 || footer[9] !== check || !startsWith(footer.subarray(10), FOOTER_MAGIC))
    throw broken(input, "an invalid stream footer");
}
function* block(input, decoder, sizeByte, check) {
  const size = sizeByte * 4;
  const header = new Uint8Array(size);
  header[0] = sizeByte;
  header.set(input.bytes(size - 1), 1);
  verify(input, header, "a block header");
  const { dictionary, filters } = readBlockHeader(new Puller(memorySource(header.subarray(1))), input.offset);
  decoder.setDictionary(dictionary, input.offset);
  const start = input.offset;
  const checksum = check === 1 ? crc32() : check === 4 ? crc64() : void 0;
  for (const chunk of filters.reduceRight((chunks, undo) => undo(chunks), lzma2(input, decoder))) {
    checksum?.update(chunk);
    yield chunk;
  }
  if (input.bytes(4 - (input.offset - start & 3) & 3).some((byte) => byte !== 0)) throw broken(input, "invalid padding");
  const stored = input.bytes(CHECK_SIZES[check] ?? 0);
  if (checksum && !checksum.matches(stored)) throw broken(input, "the checksum of the decompressed data is wrong");
}
function readBlockHeader(header, offset) {
  const flags = header.u8();
  if (flags & 60) throw new ScanError("unsupported", "an xz block of a later version", offset);
  if (flags & 64) readNumber(header);
  if (flags & 128) readNumber(header);
  const filters = [];
  let dictionary;
  for (let left = (flags & 3) + 1; left > 0; left--) {
    const id = readNumber(header);
    const size = readNumber(header);
    if (size > MAX_PROPERTIES) throw new ScanError("malformed", "broken xz data: an invalid chain of filters", offset);
    const properties = header.bytes(size);
    if (id === LZMA2 && left === 1 && size === 1) {
      dictionary = dictionarySize(properties[0] ?? 0);
      continue;
    }
    const filter = filterOf(id, properties);
    if (filter === void 0) throw new ScanError("unsupported", `an xz block with the filter ${FILTER_NAMES.get(id) ?? id}`, offset);
    filters.push(filter);
  }
  if (dictionary === void 0) throw new ScanError("malformed", "broken xz data: an invalid chain of filters", offset);
  return { dictionary, filters };
}
function dictionarySize(byte) {
  return byte >= 40 ? 4294967295 : (2 | byte & 1) * 2 ** ((byte >> 1) + 11);
}
function readIndex(input, blocks) {
  const start = input.offset - 1;
  const checksum = crc32();
  const byte = new Uint8Array(1);
  checksum.update(byte);
  const counted = {
    u8: () => {
      byte[0] = input.u8();
      checksum.update(byte);
      return byte[0] ?? 0;
    }
  };
  if (readNumber(counted) !== blocks) throw broken(input, "an index of another number of blocks");
  for (let record = 0; record < blocks; record++) {
    readNumber(counted);
    readNumber(counted);
  }
  while (input.offset - start & 3) if (counted.u8() !== 0) throw broken(input, "invalid padding");
  if (!checksum.matches(input.bytes(4))) throw broken(input, "the checksum of the index is wrong");
}
function readNumber(input) {
  let value = 0;
  for (let power = 1; power <= 2 ** 56; power *= 128) {
    const byte = input.u8();
    value += (byte & 127) * power;
    if (byte < 128) return value;
  }
  throw new ScanError("malformed", "broken xz data: a number that does not end");
}
function verify(input, bytes, what) {
  verifyAgainst(bytes, input.bytes(4), input, what);
}
function verifyAgainst(bytes, stored, input, what) {
  const checksum = crc32();
  checksum.update(bytes);
  if (!checksum.matches(stored)) throw broken(input, `the checksum of ${what} is wrong`);
}
function broken(input, what) {
  return new ScanError("malformed", `broken xz data: ${what}`, input.offset);
}

export {
  xz
};
