import {
  load_46 as load,
  Puller_43 as Puller,
  ZFILE_HEADER_43 as ZFILE_HEADER,
  codecSignatures_43 as codecSignatures,
  furtherMembers_43 as furtherMembers,
  inflate_43 as inflate,
  members_43 as members,
  nextChunk_43 as nextChunk,
  pieces_43 as pieces,
  skipping_43 as skipping,
  startsWith_43 as startsWith,
  toStream_43 as toStream,
  slice_10 as slice,
  ScanError_8 as ScanError
} from "./core.js";
import {
  lz4
} from "./shared-bytes-codecs-lz4.js";
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
  adler32,
  crc32,
  zstd
} from "./shared-bytes-codecs-checksums.js";
import {
  CODEC_LIMITS
} from "./shared-bytes-codecs-limits.js";

// builtin:node:zlib
var builtin = load("node:zlib");
var of = (name) => builtin[name];
var createGunzip = /* @__PURE__ */ of("createGunzip");
var createInflate = /* @__PURE__ */ of("createInflate");
var gunzipSync = /* @__PURE__ */ of("gunzipSync");
var inflateSync = /* @__PURE__ */ of("inflateSync");

// src/bytes/codecs/zlib.ts
var PIECE = 64 * 1024;
var GZIP = {
  oneShot: gunzipSync,
  stream: createGunzip,
  header: gzipHeader,
  checksum: crc32,
  trailer: 8,
  starts: (head) => startsWith(head, [31, 139])
};
var ZLIB = {
  oneShot: inflateSync,
  stream: createInflate,
  header: zlibHeader,
  checksum: adler32,
  trailer: 4,
  starts: () => false
};
function gzip(source) {
  return open(source, GZIP);
}
function zlib(source) {
  return open(source, ZLIB);
}
function open(source, wrapper) {
  const attempt = source.size <= CODEC_LIMITS.oneShotInput ? oneShot(source, wrapper) : "too large";
  if (attempt === "too large") return streamed(source, wrapper);
  return toStream(attempt === "broken" ? exact(source, wrapper) : whole(attempt, source, wrapper));
}
function oneShot(source, wrapper) {
  try {
    const options = { info: true, maxOutputLength: CODEC_LIMITS.oneShotOutput };
    const result = wrapper.oneShot(source.read(0, source.size), options);
    return { output: result.buffer, consumed: result.engine.bytesWritten };
  } catch (error) {
    return error instanceof RangeError ? "too large" : "broken";
  }
}
function* whole(inflated, source, wrapper) {
  yield* pieces(inflated.output, CODEC_LIMITS.chunk);
  yield* rest(source, wrapper, inflated.consumed);
}
function rest(source, wrapper, offset) {
  return furtherMembers(new Puller(source, offset), wrapper.starts, (input) => member(input, wrapper));
}
function exact(source, wrapper) {
  return members(new Puller(source), wrapper.starts, (input) => member(input, wrapper));
}
function* member(input, wrapper) {
  wrapper.header(input);
  const checksum = wrapper.checksum();
  for (const chunk of inflate(input)) {
    checksum.update(chunk);
    yield chunk;
  }
  if (!checksum.matches(input.bytes(wrapper.trailer)))
    throw new ScanError("malformed", "the checksum of the decompressed data is wrong", input.offset);
}
function streamed(source, wrapper) {
  const decoder = wrapper.stream({ chunkSize: CODEC_LIMITS.chunk });
  const output = decoder[Symbol.asyncIterator]();
  let read = 0;
  const feed = () => {
    try {
      while (read < source.size) {
        const piece = source.read(read, PIECE);
        read += piece.length;
        if (piece.length === 0) break;
        if (!decoder.write(piece)) return;
      }
      decoder.end();
    } catch (error) {
      decoder.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };
  decoder.on("drain", feed);
  let delivered = 0;
  let remainder;
  const next = async () => {
    if (remainder) return nextChunk(remainder);
    if (read === 0) feed();
    try {
      const { value } = await output.next();
      if (value instanceof Uint8Array) {
        delivered += value.length;
        return value;
      }
      remainder = rest(source, wrapper, decoder.bytesWritten);
    } catch {
      remainder = skipping(exact(source, wrapper), delivered);
    }
    return nextChunk(remainder);
  };
  return {
    kind: "stream",
    next,
    close() {
      remainder ??= pieces(new Uint8Array(0), 1);
      decoder.destroy();
    }
  };
}
function gzipHeader(input) {
  const [id1, id2, method, flags = 0] = input.bytes(10);
  if (id1 !== 31 || id2 !== 139) throw new ScanError("malformed", "no gzip header", input.offset);
  if (method !== 8) throw new ScanError("unsupported", `gzip compression method ${method}`, input.offset);
  if (flags & 4) input.skip(input.u16le());
  if (flags & 8) skipText(input);
  if (flags & 16) skipText(input);
  if (flags & 2) input.skip(2);
}
function skipText(input) {
  while (input.u8() !== 0) ;
}
function zlibHeader(input) {
  const method = input.u8();
  const flags = input.u8();
  if ((method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0)
    throw new ScanError("malformed", "no zlib header", input.offset);
  if (flags & 32) throw new ScanError("unsupported", "zlib data that need a preset dictionary", input.offset);
}

// src/bytes/codecs/index.ts
var DECODERS = {
  gzip,
  zlib,
  "joblib-zfile": openZfile,
  bzip2,
  xz,
  lzma: lzmaAlone,
  lz4,
  zstd
};
var codecs = codecSignatures.map((signature) => ({ ...signature, open: DECODERS[signature.id] }));
function openZfile(source) {
  const space = source.read(ZFILE_HEADER, 1)[0] === 32;
  return zlib(slice(source, ZFILE_HEADER + (space ? 1 : 0)));
}
export {
  codecs
};
