import {
  startsLikeSqlite_20 as startsLikeSqlite,
  Search_49 as Search,
  payloadIn_48 as payloadIn,
  MIN_ENCODED_42 as MIN_ENCODED,
  beginsLikePayload_42 as beginsLikePayload,
  canStart_42 as canStart,
  memorySource_21 as memorySource,
  slice_21 as slice,
  ScanError_15 as ScanError
} from "./core.js";
import {
  findBeginnings,
  searchPickles
} from "./shared-formats-hidden-pickles.js";

// src/wire/lmdb.ts
var MAGIC = 3203383518;
var PAGE_HEAD = 16;
var BRANCH = 1;
var LEAF = 2;
var LEAF2 = 32;
var SUBPAGE = 64;
var BIG_DATA = 1;
var SUB_DATABASE = 2;
var DUPLICATES = 4;
var DATABASE = 48;
var NONE = 2 ** 64 - 1;
function* lmdbValues(source, listener) {
  const meta = newestMeta(source);
  yield* new Walk(source, meta.pageSize, listener).from(meta.root);
}
function newestMeta(source) {
  const read = (at) => {
    const bytes = source.read(at + PAGE_HEAD, 24 + 2 * DATABASE + 16);
    if (bytes.length < 24 + 2 * DATABASE + 16) throw new ScanError("truncated", "an LMDB file ends within its first pages", source.size);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return {
      magic: view.getUint32(0, true),
      pageSize: view.getUint32(24, true),
      root: u64(view, 24 + DATABASE + 40),
      transaction: u64(view, 24 + 2 * DATABASE + 8)
    };
  };
  const first = read(0);
  const { pageSize } = first;
  if (pageSize < 256 || pageSize > 65536 || (pageSize & pageSize - 1) !== 0)
    throw new ScanError("malformed", `an LMDB file with pages of ${pageSize} bytes`, PAGE_HEAD + 24);
  const second = read(pageSize);
  return second.magic === MAGIC && second.transaction > first.transaction ? { ...second, pageSize } : first;
}
var Walk = class {
  source;
  pageSize;
  listener;
  pending = [];
  constructor(source, pageSize, listener) {
    this.source = source;
    this.pageSize = pageSize;
    this.listener = listener;
  }
  *from(root) {
    const seen = /* @__PURE__ */ new Set();
    this.pending.push(root);
    for (let number = this.pending.pop(); number !== void 0; number = this.pending.pop()) {
      if (number >= NONE || seen.has(number)) continue;
      seen.add(number);
      this.listener.tick();
      try {
        yield* this.page(number);
      } catch (error) {
        if (!(error instanceof ScanError) || error.why === "timeout") throw error;
        this.listener.problem(error);
      }
    }
  }
  *page(number) {
    const offset = number * this.pageSize;
    const bytes = this.source.read(Math.min(offset, this.source.size), this.pageSize);
    if (bytes.length < this.pageSize) throw new ScanError("truncated", `page ${number} of an LMDB file is not in it`, this.source.size);
    yield* this.nodes(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), bytes, offset);
  }
  /** The nodes of a page, or of a page within a node that holds the values of one key. */
  *nodes(view, bytes, offset) {
    if (bytes.length < PAGE_HEAD) throw broken(offset);
    const flags = view.getUint16(10, true);
    const count = (view.getUint16(12, true) - PAGE_HEAD) / 2;
    if (flags & LEAF2) return yield this.value(offset + PAGE_HEAD, bytes.length - PAGE_HEAD);
    if ((flags & (BRANCH | LEAF | SUBPAGE)) === 0 || !(count >= 0) || PAGE_HEAD + 2 * count > bytes.length) throw broken(offset);
    for (let i = 0; i < count; i++) {
      const at = view.getUint16(PAGE_HEAD + 2 * i, true);
      if (at + 8 > bytes.length) throw broken(offset);
      const low = view.getUint16(at, true);
      const high = view.getUint16(at + 2, true);
      const nodeFlags = view.getUint16(at + 4, true);
      const keyEnd = at + 8 + view.getUint16(at + 6, true);
      if (keyEnd > bytes.length) throw broken(offset);
      if (flags & BRANCH) this.pending.push(low + high * 2 ** 16 + nodeFlags * 2 ** 32);
      else {
        yield this.value(offset + at + 8, keyEnd - at - 8);
        yield* this.leaf(view, bytes, offset, keyEnd, low + high * 2 ** 16, nodeFlags);
      }
    }
  }
  *leaf(view, bytes, offset, at, length, flags) {
    const stored = flags & BIG_DATA ? 8 : length;
    if (at + stored > bytes.length) throw broken(offset);
    if (flags & BIG_DATA) {
      const start = u64(view, at) * this.pageSize + PAGE_HEAD;
      if (start + length > this.source.size) throw new ScanError("truncated", "a value of an LMDB file is not in it", this.source.size);
      yield this.value(start, length);
    } else if (flags & SUB_DATABASE) {
      if (length < DATABASE) throw broken(offset);
      this.pending.push(u64(view, at + 40));
    } else if (flags & DUPLICATES) {
      const page = bytes.subarray(at, at + length);
      yield* this.nodes(new DataView(page.buffer, page.byteOffset, page.length), page, offset + at);
    } else yield this.value(offset + at, length);
  }
  value(offset, length) {
    return { offset, bytes: slice(this.source, offset, length) };
  }
};
function broken(offset) {
  return new ScanError("malformed", "a broken page of an LMDB file", offset);
}
function u64(view, at) {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

// src/wire/sqlite-literals.ts
var LITERAL = /\b[xX]'([0-9a-fA-F]*)'|'((?:[^']|'')*)'/g;
var MIN_LENGTH = 8;
function literalsOf(statement) {
  const blobs = [];
  const texts = [];
  for (const [, hex, text = ""] of statement.matchAll(LITERAL)) {
    if (hex === void 0) texts.push(new TextEncoder().encode(text.replaceAll("''", "'")));
    else blobs.push(new Uint8Array(Buffer.from(hex, "hex")));
  }
  return [...withJoined("blob", blobs), ...withJoined("text", texts)].filter(({ bytes }) => bytes.length >= MIN_LENGTH);
}
function withJoined(kind, parts) {
  const all = parts.length > 1 ? [...parts, Buffer.concat(parts)] : parts;
  return all.map((bytes) => ({ kind, bytes: new Uint8Array(bytes) }));
}

// src/wire/sqlite-texts.ts
function encodingOf(header) {
  return header[59] === 2 ? "utf-16le" : header[59] === 3 ? "utf-16be" : "utf-8";
}
var OTHER = 63;
function narrowed(text, encoding) {
  const size = Math.floor(text.size / 2);
  const low = encoding === "utf-16le" ? 0 : 1;
  const read = (offset, length) => {
    const wide = text.read(offset * 2, Math.max(0, Math.min(length, size - offset)) * 2);
    const bytes = new Uint8Array(Math.floor(wide.length / 2));
    for (let at = 0; at < bytes.length; at++) bytes[at] = wide[2 * at + 1 - low] === 0 ? wide[2 * at + low] ?? OTHER : OTHER;
    return bytes;
  };
  return {
    kind: "source",
    size,
    read,
    readInto(target, offset) {
      const bytes = read(offset, target.length);
      target.set(bytes);
      return bytes.length;
    }
  };
}

// src/wire/sqlite-pages.ts
var HEADER = 100;
var MAX_CACHED = 64;
var SqlitePages = class {
  size;
  /** Bytes of a page that hold content. */
  usable;
  count;
  encoding;
  source;
  cache = /* @__PURE__ */ new Map();
  followed = 0;
  /** @throws {ScanError} `malformed` where the header has an impossible page size. */
  constructor(source, header = source.read(0, HEADER)) {
    if (header.length < HEADER) throw new ScanError("truncated", "an SQLite database ends within its header", header.length);
    const written = (header[16] ?? 0) << 8 | (header[17] ?? 0);
    this.size = written === 1 ? 65536 : written;
    this.usable = this.size - (header[20] ?? 0);
    if (this.size < 512 || (this.size & this.size - 1) !== 0 || this.usable < 480)
      throw new ScanError("malformed", `an SQLite database with pages of ${written} bytes`, 16);
    this.count = Math.ceil(source.size / this.size);
    this.encoding = encodingOf(header);
    this.source = source;
  }
  /** @throws {ScanError} where the page is not in the file. */
  page(number) {
    const known = this.cache.get(number);
    if (known) return known;
    const offset = this.offset(number);
    const page = this.source.read(offset, this.size);
    if (page.length < this.size) throw new ScanError("truncated", `page ${number} of an SQLite database is cut off`, offset + page.length);
    for (const oldest of this.cache.keys()) {
      if (this.cache.size < MAX_CACHED) break;
      this.cache.delete(oldest);
    }
    this.cache.set(number, page);
    return page;
  }
  /** Another page has taken the place of this one. */
  forget(number) {
    this.cache.delete(number);
  }
  /** Where the page lies. */
  offset(number) {
    if (number < 1 || number > this.count)
      throw new ScanError("truncated", `page ${number} of an SQLite database is not in the file`, this.source.size);
    return (number - 1) * this.size;
  }
  /** The bytes of a payload: some in its cell, the rest in a chain of overflow pages (section 1.6), followed as far as they are read. */
  payload(page, at, local, length, overflow) {
    const head = page.subarray(at, at + local);
    const chain = [overflow];
    const perPage = this.usable - 4;
    const linked = (index) => {
      while (chain.length <= index) {
        if (++this.followed > this.count * 2) throw new ScanError("malformed", "overflow pages of an SQLite database go round in circles");
        chain.push(u32(this.page(chain.at(-1) ?? 0), 0));
      }
      return chain[index] ?? 0;
    };
    const readInto = (target, offset) => {
      const wanted = Math.max(0, Math.min(target.length, length - offset));
      let done = 0;
      while (done < wanted) {
        const from = offset + done;
        if (from < local) {
          const part = head.subarray(from, from + wanted - done);
          target.set(part, done);
          done += part.length;
          if (part.length === 0) throw new ScanError("malformed", "a cell of an SQLite database runs over its page");
          continue;
        }
        const index = Math.floor((from - local) / perPage);
        const within = (from - local) % perPage;
        const count = Math.min(wanted - done, perPage - within);
        target.set(this.page(linked(index)).subarray(4 + within, 4 + within + count), done);
        done += count;
      }
      return done;
    };
    return {
      kind: "source",
      size: length,
      readInto,
      read(offset, count) {
        const target = new Uint8Array(Math.max(0, Math.min(count, length - offset)));
        return target.subarray(0, readInto(target, offset));
      }
    };
  }
};
function u32(bytes, at) {
  return (bytes[at] ?? 0) * 2 ** 24 + ((bytes[at + 1] ?? 0) << 16 | (bytes[at + 2] ?? 0) << 8 | (bytes[at + 3] ?? 0));
}

// src/wire/sqlite.ts
var INDEX_INNER = 2;
var TABLE_INNER = 5;
var INDEX_LEAF = 10;
var TABLE_LEAF = 13;
var MAX_NAME = 1e3;
var MAX_HEADER = 65536;
var MAX_STATEMENT = 16 * 2 ** 20;
var TYPE = 0;
var NAME = 1;
var ROOT = 3;
var SQL = 4;
function* sqliteValues(source, listener) {
  const walk = new Walk2(new SqlitePages(source), source, listener);
  const tables = [];
  for (const row of walk.tree(1)) {
    const root = row.number(ROOT);
    if (row.text(TYPE) === "table" && root > 0) tables.push({ name: row.text(NAME), root });
    for (const { kind, bytes } of literalsOf(row.text(SQL, MAX_STATEMENT)))
      yield { table: "sqlite_schema", row: row.id, column: SQL, kind, bytes: memorySource(bytes) };
  }
  for (const { name, root } of tables) for (const row of walk.tree(root)) yield* row.values(name);
}
var Walk2 = class {
  pages;
  source;
  listener;
  seen = /* @__PURE__ */ new Set();
  constructor(pages, source, listener) {
    this.pages = pages;
    this.source = source;
    this.listener = listener;
  }
  /** Rows of the tree whose first page is `root`. No page is part of two trees. */
  *tree(root) {
    const pending = [root];
    for (let number = pending.pop(); number !== void 0; number = pending.pop()) {
      if (this.seen.has(number)) continue;
      this.seen.add(number);
      this.listener.tick();
      try {
        yield* this.node(number, pending);
      } catch (error) {
        if (!(error instanceof ScanError) || error.why === "timeout") throw error;
        this.listener.problem(error);
      }
    }
  }
  /** Rows of one page; pages below it are added to `pending`. */
  *node(number, pending) {
    const page = this.pages.page(number);
    const offset = this.pages.offset(number);
    const head = number === 1 ? 100 : 0;
    const kind = page[head] ?? 0;
    const inner = kind === TABLE_INNER || kind === INDEX_INNER;
    if (!inner && kind !== TABLE_LEAF && kind !== INDEX_LEAF)
      throw new ScanError("malformed", `page ${number} of an SQLite database is part of a table and of no known kind`, offset);
    const cells = u16(page, head + 3);
    const first = head + (inner ? 12 : 8);
    if (first + 2 * cells > page.length) throw new ScanError("malformed", `page ${number} of an SQLite database has too many cells`, offset);
    if (inner) pending.push(u32(page, head + 8));
    for (let i = 0; i < cells; i++) {
      let at = u16(page, first + 2 * i);
      if (inner) {
        pending.push(u32(page, at));
        at += 4;
      }
      if (kind !== TABLE_INNER) yield this.cell(page, offset, at, kind === TABLE_LEAF);
    }
  }
  cell(page, offset, at, table) {
    const length = varint(page, at);
    const id = table ? varint(page, length.end) : { value: 0, end: length.end };
    if (length.value > this.source.size)
      throw new ScanError("malformed", "a row of an SQLite database is longer than the file", offset + at);
    const local = this.localBytes(length.value, table);
    const overflow = local < length.value ? u32(page, id.end + local) : 0;
    const payload = this.pages.payload(page, id.end, local, length.value, overflow);
    return new Row(id.value, payload, { offset: offset + id.end, length: local }, this.pages.encoding);
  }
  /** How much of a payload is in its cell (section 1.6). */
  localBytes(length, table) {
    const { usable } = this.pages;
    const most = table ? usable - 35 : Math.floor((usable - 12) * 64 / 255) - 23;
    if (length <= most) return length;
    const least = Math.floor((usable - 12) * 32 / 255) - 23;
    const fitting = least + (length - least) % (usable - 4);
    return fitting <= most ? fitting : least;
  }
};
var WIDTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
var Row = class {
  id;
  encoding;
  payload;
  local;
  fields;
  constructor(id, payload, local, encoding) {
    this.encoding = encoding;
    this.id = id;
    this.payload = payload;
    this.local = local;
    const start = payload.read(0, 9);
    const size = varint(start, 0);
    if (size.value > MAX_HEADER || size.value > payload.size)
      throw new ScanError("malformed", "a row of an SQLite database has no header", local.offset);
    const header = payload.read(0, size.value);
    const fields = [];
    let at = size.value;
    for (let pos = size.end; pos < header.length; ) {
      const { value: type, end } = varint(header, pos);
      const length = type >= 12 ? Math.floor((type - 12) / 2) : WIDTHS[type] ?? 0;
      fields.push({ type, at, length });
      at += length;
      pos = end;
    }
    if (at > payload.size) throw new ScanError("malformed", "a row of an SQLite database is longer than its cell", local.offset);
    this.fields = fields;
  }
  text(column, most = MAX_NAME) {
    const field = this.fields[column];
    if (!field || field.type < 13 || field.type % 2 === 0) return "";
    return new TextDecoder(this.encoding).decode(this.payload.read(field.at, Math.min(field.length, most)));
  }
  /** A whole number that is not negative; 0 for anything else. */
  number(column) {
    const field = this.fields[column];
    if (!field || field.type > 9 || field.type === 7) return 0;
    if (field.type >= 8) return field.type - 8;
    return this.payload.read(field.at, field.length).reduce((sum, byte) => sum * 256 + byte, 0);
  }
  *values(table) {
    for (const [column, { type, at, length }] of this.fields.entries()) {
      if (type < 12 || length === 0) continue;
      const { offset, length: local } = this.local;
      const bytes = slice(this.payload, at, length);
      const kind = type % 2 === 0 ? "blob" : "text";
      if (kind === "text" && this.encoding !== "utf-8") {
        yield { table, row: this.id, column, kind, bytes: narrowed(bytes, this.encoding) };
        continue;
      }
      yield { table, row: this.id, column, kind, bytes, ...at + length <= local ? { offset: offset + at } : {} };
    }
  }
};
function varint(bytes, at) {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + i + 1 };
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), end: at + 9 };
}
function u16(bytes, at) {
  return (bytes[at] ?? 0) << 8 | (bytes[at + 1] ?? 0);
}

// src/wire/sqlite-log.ts
var HEADER2 = 32;
var FRAME = 24;
var TABLE_LEAF2 = 13;
var INDEX_LEAF2 = 10;
var LogPages = class extends SqlitePages {
  places = /* @__PURE__ */ new Map();
  offset(number) {
    const offset = this.places.get(number);
    if (offset === void 0) throw new ScanError("truncated", `page ${number} of an SQLite database is not in its log`);
    return offset;
  }
  put(number, offset) {
    this.places.set(number, offset);
    this.forget(number);
  }
};
function* sqliteLogValues(source, listener) {
  const size = u32(source.read(8, 4), 0);
  const step = FRAME + size;
  const pages = new LogPages(source, headerOf(source, size));
  let changed = [];
  for (let at = HEADER2; at + step <= source.size; at += step) {
    listener.tick();
    const frame = source.read(at, 8);
    const number = u32(frame, 0);
    pages.put(number, at + FRAME);
    changed.push(number);
    if (u32(frame, 4) === 0 && at + 2 * step <= source.size) continue;
    for (const each of changed) yield* leafValues(each, pages, source, listener);
    changed = [];
  }
}
function* leafValues(number, pages, source, listener) {
  try {
    const kind = pages.page(number)[number === 1 ? 100 : 0] ?? 0;
    if (kind !== TABLE_LEAF2 && kind !== INDEX_LEAF2) return;
    for (const row of new Walk2(pages, source, listener).node(number, [])) yield* row.values(`page ${number}`);
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    listener.problem(error);
  }
}
function headerOf(source, size) {
  const first = source.read(HEADER2, FRAME + 100);
  if (u32(first, 0) === 1 && first.length === FRAME + 100) return first.subarray(FRAME);
  const header = new Uint8Array(100);
  header[16] = size === 65536 ? 0 : size >> 8;
  header[17] = size === 65536 ? 1 : size & 255;
  return header;
}

// src/formats/databases-scan.ts
var MIN_VALUE = 20;
var SMALL = 1 << 20;
var MAX_PROBLEMS = 20;
var scanSqlite = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  const valuesOf = startsLikeSqlite(scan.probe.head) ? sqliteValues : sqliteLogValues;
  const problem = problems(scan);
  const values = valuesOf(input, { problem, tick: () => scan.budget.checkTime() });
  for (const { table, row, column, kind, bytes, offset } of values) {
    const name = `${table.slice(0, 100)}/${row}/${column}`;
    await lookAt(bytes, { name, ...offset === void 0 ? {} : { offset }, ...kind === "blob" ? { value: true } : {} }, scan, problem);
  }
  await new Search(input, scan).rest();
};
var scanLmdb = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  const problem = problems(scan);
  const values = lmdbValues(input, { problem, tick: () => scan.budget.checkTime() });
  for (const { bytes, offset } of values) await lookAt(bytes, { name: `value@${offset}`, offset, value: true }, scan, problem);
  await new Search(input, scan).rest();
};
var scanDbm = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  await searchPickles(input, scan, { offset: 0, unpickled: true });
  scan.account.passOver("searched");
};
function problems(scan) {
  let said = 0;
  return ({ why, message, offset }) => {
    if (++said <= MAX_PROBLEMS) scan.observe({ kind: "incomplete", why, detail: message, ...offset === void 0 ? {} : { offset } });
  };
}
async function lookAt(bytes, hiding, scan, problem) {
  if (bytes.size < MIN_VALUE) return;
  try {
    if (bytes.size > SMALL) {
      await searchPickles(bytes, scan, hiding);
      return;
    }
    const all = bytes.read(0, bytes.size);
    const first = all[0];
    const tried = hiding.value === true && canStart(first);
    const found = (tried || findBeginnings(all, 0, all.length)) && await searchPickles(memorySource(all), scan, hiding) > 0;
    if (!found && all.length >= MIN_ENCODED && beginsLikePayload(all, 0, !hiding.value)) await guess(all, hiding, scan);
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    problem(error);
  }
}
async function guess(bytes, { name, value }, scan) {
  const payload = payloadIn(bytes, !value);
  if (payload === void 0) return;
  scan.budget.charge("members", 1);
  await scan.descend({
    name: `${name ?? "value"} decoded`,
    size: payload.length,
    hints: { guess: "constant" },
    open: () => memorySource(payload)
  });
}
export {
  scanDbm,
  scanLmdb,
  scanSqlite
};
