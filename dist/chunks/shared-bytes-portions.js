import {
  memorySource_10 as memorySource,
  slice_10 as slice,
  ScanError_8 as ScanError
} from "./core.js";

// src/bytes/portions.ts
var SMALL = 256 * 1024;
var PIECE = 64 * 1024;
var EMPTY = new Uint8Array(0);
var Portions = class _Portions {
  #input;
  #tick;
  #offset = 0;
  /** The unread part of the last chunk of a stream. */
  #chunk = EMPTY;
  #ended = false;
  #failure;
  /** Unread bytes of the part that was returned as a stream. */
  #open = 0;
  /** @param tick called before each piece that is read; throws to stop */
  constructor(input, tick) {
    this.#input = input;
    this.#tick = tick;
  }
  /** Offset of the next byte in the input. */
  get offset() {
    return this.#offset;
  }
  /** The error of the stream, if there was one. */
  get failure() {
    return this.#failure;
  }
  /** Reads the next bytes, fewer at the end; the caller bounds `length`. */
  async take(length) {
    await this.#finish();
    this.#tick();
    if (this.#input.kind === "source") {
      const bytes = this.#input.read(this.#offset, length);
      this.#offset += bytes.length;
      return bytes;
    }
    const first = await this.#next(length);
    if (first === void 0 || first.length === length) return first?.slice() ?? EMPTY;
    const target = new Uint8Array(length);
    let size = 0;
    for (let part = first; part; part = size < length ? await this.#next(length - size) : void 0) {
      target.set(part, size);
      size += part.length;
    }
    return target.subarray(0, size);
  }
  /** Puts back the bytes that were read last. */
  putBack(bytes) {
    this.#offset -= bytes.length;
    if (this.#input.kind === "source" || bytes.length === 0) return;
    const joined = new Uint8Array(bytes.length + this.#chunk.length);
    joined.set(bytes);
    joined.set(this.#chunk, bytes.length);
    this.#chunk = joined;
  }
  /** Moves forward to an offset, or to the end if that is earlier. Skipped bytes of a source are not read. */
  async skipTo(offset) {
    await this.#finish();
    await this.#pass(offset - this.#offset);
  }
  /** Skips whole blocks of zeros. */
  async skipZeros(block) {
    for (; ; ) {
      const piece = await this.take(PIECE - PIECE % block);
      let zeros = 0;
      while (zeros < piece.length && piece[zeros] === 0) zeros++;
      if (zeros === piece.length && zeros > 0) continue;
      this.putBack(piece.subarray(zeros - zeros % block));
      return;
    }
  }
  /** Opens the next `length` bytes; there may be fewer at the end of the input. */
  async part(length) {
    await this.#finish();
    if (this.#input.kind === "source") {
      const part = slice(this.#input, this.#offset, length);
      this.#offset += part.size;
      return part;
    }
    if (length <= SMALL) return memorySource(await this.take(length));
    return this.#streamOf(length);
  }
  #streamOf(length) {
    const start = this.#offset;
    this.#open = length;
    const stream = { kind: "stream", next: () => this.#nextOfPart(), close: () => void 0 };
    const again = this.#input.kind === "stream" ? this.#input.again : void 0;
    return again ? { ...stream, again: () => this.#later(again(), start, length) } : stream;
  }
  /** A part of an input that is opened again: what comes before it has to pass once more. */
  #later(input, start, length) {
    if (input.kind === "source") return slice(input, start, length);
    const portions = new _Portions(input, this.#tick);
    let part;
    return {
      kind: "stream",
      async next() {
        if (part === void 0) await portions.skipTo(start);
        part ??= portions.#streamOf(length);
        return part.next();
      },
      close: () => input.close()
    };
  }
  #nextOfPart() {
    if (this.#open === 0) return void 0;
    const count = (chunk2) => {
      this.#open = chunk2 ? this.#open - chunk2.length : 0;
      if (!chunk2 && this.#failure) throw this.#failure;
      return chunk2;
    };
    const chunk = this.#next(this.#open);
    return chunk instanceof Promise ? chunk.then(count) : count(chunk);
  }
  async #finish() {
    const left = this.#open;
    this.#open = 0;
    if (left > 0) await this.#pass(left);
  }
  async #pass(length) {
    if (this.#input.kind === "source") {
      this.#offset += Math.max(0, Math.min(length, this.#input.size - this.#offset));
      return;
    }
    for (let left = length; left > 0; ) {
      const next = this.#next(left);
      const chunk = next instanceof Promise ? await next : next;
      if (!chunk) return;
      left -= chunk.length;
    }
  }
  /** Returns the next chunk of the stream, at most `limit` bytes and never empty. */
  #next(limit) {
    if (this.#chunk.length > 0) return this.#cut(limit);
    if (this.#ended || this.#input.kind === "source") return void 0;
    try {
      this.#tick();
      const next = this.#input.next();
      if (next instanceof Promise) return next.then((chunk) => this.#arrived(chunk, limit)).catch((error) => this.#broken(error));
      return this.#arrived(next, limit);
    } catch (error) {
      return this.#broken(error);
    }
  }
  #arrived(chunk, limit) {
    this.#ended ||= chunk === void 0;
    this.#chunk = chunk ?? EMPTY;
    return chunk === void 0 ? void 0 : chunk.length === 0 ? this.#next(limit) : this.#cut(limit);
  }
  #broken(error) {
    this.#ended = true;
    if (!(error instanceof ScanError)) throw error;
    this.#failure ??= error;
    return void 0;
  }
  #cut(limit) {
    const part = this.#chunk.subarray(0, limit);
    this.#chunk = this.#chunk.subarray(part.length);
    this.#offset += part.length;
    return part;
  }
};

export {
  Portions
};
