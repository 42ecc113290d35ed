import {
  LMDB_MAGIC_21 as LMDB_MAGIC,
  startsLikeSqlite_21 as startsLikeSqlite,
  Search_45 as Search,
  isValuePossible_45 as isValuePossible,
  recordLayout_19 as recordLayout,
  u16be_19 as u16be,
  u16le_19 as u16le,
  u32be_19 as u32be,
  u32le_19 as u32le,
  u64le_19 as u64le,
  memorySource_10 as memorySource,
  slice_10 as slice,
  ScanError_8 as ScanError
} from "./core.js";

// src/wire/lmdb.ts
var PAGE = recordLayout({ number: 8, padding: 2, flags: 2, lower: 2, upper: 2 });
var PAGE_HEAD = PAGE.recordSize;
var NODE_OFFSET = 2;
var NODE = recordLayout({ low: 2, high: 2, flags: 2, keySize: 2 });
var DATABASE_SIZES = { pageSize: 4, flags: 2, depth: 2, branchPages: 8, leafPages: 8, overflowPages: 8, entries: 8, root: 8 };
var DATABASE = recordLayout(DATABASE_SIZES);
var META = recordLayout({
  magic: 4,
  version: 4,
  address: 8,
  mapSize: 8,
  freePages: DATABASE.recordSize,
  main: DATABASE.recordSize,
  lastPage: 8,
  transaction: 8
});
var BRANCH = 1;
var LEAF = 2;
var LEAF2 = 32;
var SUBPAGE = 64;
var BIG_DATA = 1;
var SUB_DATABASE = 2;
var DUPLICATES = 4;
var PAGE_NUMBER = 8;
var NONE = 2 ** 64 - 1;
function* lmdbValues(source, listener) {
  const meta = newestMeta(source);
  yield* new Walk(source, meta.pageSize, listener).from(meta.root);
}
function newestMeta(source) {
  const read = (at) => {
    const bytes = source.read(at + PAGE_HEAD, META.recordSize);
    if (bytes.length < META.recordSize) throw new ScanError("truncated", "an LMDB file ends within its first pages", source.size);
    return {
      magic: u32le(bytes, META.magic),
      pageSize: u32le(bytes, META.freePages + DATABASE.pageSize),
      root: u64le(bytes, META.main + DATABASE.root),
      transaction: u64le(bytes, META.transaction)
    };
  };
  const first = read(0);
  const { pageSize } = first;
  if (pageSize < 256 || pageSize > 65536 || (pageSize & pageSize - 1) !== 0)
    throw new ScanError("malformed", `an LMDB file with pages of ${pageSize} bytes`, PAGE_HEAD + META.freePages + DATABASE.pageSize);
  const second = read(pageSize);
  return second.magic === LMDB_MAGIC && second.transaction > first.transaction ? { ...second, pageSize } : first;
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
    if (bytes.length < this.pageSize) throw new ScanError("truncated", `page ${number} of an LMDB file is past its end`, this.source.size);
    yield* this.nodes(bytes, offset);
  }
  /** Returns the nodes of a page, or of a page within a node that contains the values of one key. */
  *nodes(bytes, offset) {
    if (bytes.length < PAGE_HEAD) throw broken(offset);
    const flags = u16le(bytes, PAGE.flags);
    const count = (u16le(bytes, PAGE.lower) - PAGE_HEAD) / NODE_OFFSET;
    if (flags & LEAF2) return yield this.value(offset + PAGE_HEAD, bytes.length - PAGE_HEAD);
    if ((flags & (BRANCH | LEAF | SUBPAGE)) === 0 || !(count >= 0) || PAGE_HEAD + NODE_OFFSET * count > bytes.length) throw broken(offset);
    for (let i = 0; i < count; i++) {
      const at = u16le(bytes, PAGE_HEAD + NODE_OFFSET * i);
      const key = at + NODE.recordSize;
      if (key > bytes.length) throw broken(offset);
      const size = u32le(bytes, at + NODE.low);
      const nodeFlags = u16le(bytes, at + NODE.flags);
      const keyEnd = key + u16le(bytes, at + NODE.keySize);
      if (keyEnd > bytes.length) throw broken(offset);
      if (flags & BRANCH) this.pending.push(size + nodeFlags * 2 ** 32);
      else {
        yield this.value(offset + key, keyEnd - key);
        yield* this.leaf(bytes, offset, keyEnd, size, nodeFlags);
      }
    }
  }
  *leaf(bytes, offset, at, length, flags) {
    const stored = flags & BIG_DATA ? PAGE_NUMBER : length;
    if (at + stored > bytes.length) throw broken(offset);
    if (flags & BIG_DATA) {
      const start = u64le(bytes, at) * this.pageSize + PAGE_HEAD;
      if (start + length > this.source.size) throw new ScanError("truncated", "a value of an LMDB file is past its end", this.source.size);
      yield this.value(start, length);
    } else if (flags & SUB_DATABASE) {
      if (length < DATABASE.recordSize) throw broken(offset);
      this.pending.push(u64le(bytes, at + DATABASE.root));
    } else if (flags & DUPLICATES) {
      yield* this.nodes(bytes.subarray(at, at + length), offset + at);
    } else yield this.value(offset + at, length);
  }
  value(offset, length) {
    return { offset, bytes: slice(this.source, offset, length) };
  }
};
function broken(offset) {
  return new ScanError("malformed", "a broken page of an LMDB file", offset);
}

// src/wire/sqlite/literals.ts
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

// src/wire/sqlite/texts.ts
function encodingOf(number) {
  return number === 2 ? "utf-16le" : number === 3 ? "utf-16be" : "utf-8";
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

// src/wire/sqlite/pages.ts
var HEADER = recordLayout({
  magic: 16,
  pageSize: 2,
  writeVersion: 1,
  readVersion: 1,
  reservedSpace: 1,
  maxPayloadFraction: 1,
  minPayloadFraction: 1,
  leafPayloadFraction: 1,
  changeCounter: 4,
  pageCount: 4,
  freelistTrunk: 4,
  freelistPages: 4,
  schemaCookie: 4,
  schemaFormat: 4,
  cacheSize: 4,
  largestRoot: 4,
  textEncoding: 4,
  userVersion: 4,
  incrementalVacuum: 4,
  applicationId: 4,
  expansion: 20,
  versionValidFor: 4,
  sqliteVersion: 4
});
var NEXT_PAGE = 4;
var MIN_PAGE = 512;
var MIN_USABLE = 480;
var MAX_CACHED = 64;
var SqlitePages = class {
  size;
  /** Bytes of a page that are available for content. */
  usable;
  count;
  encoding;
  source;
  cache = /* @__PURE__ */ new Map();
  followed = 0;
  /** @throws {ScanError} `malformed` where the header has an impossible page size. */
  constructor(source, header = source.read(0, HEADER.recordSize)) {
    if (header.length < HEADER.recordSize) throw new ScanError("truncated", "an SQLite database ends within its header", header.length);
    const written = u16be(header, HEADER.pageSize);
    this.size = written === 1 ? 65536 : written;
    this.usable = this.size - (header[HEADER.reservedSpace] ?? 0);
    if (this.size < MIN_PAGE || (this.size & this.size - 1) !== 0 || this.usable < MIN_USABLE)
      throw new ScanError("malformed", `an SQLite database with pages of ${written} bytes`, HEADER.pageSize);
    this.count = Math.ceil(source.size / this.size);
    this.encoding = encodingOf(u32be(header, HEADER.textEncoding));
    this.source = source;
  }
  /** Returns the bytes of a page. @throws {ScanError} where it is not in the file. */
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
  /** Removes a page from the cache, since a newer version replaced it. */
  forget(number) {
    this.cache.delete(number);
  }
  /** Returns the offset of a page. */
  offset(number) {
    if (number < 1 || number > this.count)
      throw new ScanError("truncated", `page ${number} of an SQLite database is past the end of the file`, this.source.size);
    return (number - 1) * this.size;
  }
  /**
   * Opens a payload: part of it is in its cell, the rest in a chain of overflow pages, which is followed as far as
   * needed.
   */
  payload(page, at, local, length, overflow) {
    const head = page.subarray(at, at + local);
    if (head.length === length) return memorySource(head);
    const chain = [overflow];
    const perPage = this.usable - NEXT_PAGE;
    const linked = (index) => {
      while (chain.length <= index) {
        if (++this.followed > this.count * 2) throw new ScanError("malformed", "overflow pages of an SQLite database form a loop");
        chain.push(u32be(this.page(chain.at(-1) ?? 0), 0));
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
          if (part.length === 0) throw new ScanError("malformed", "a cell of an SQLite database extends past its page");
          continue;
        }
        const index = Math.floor((from - local) / perPage);
        const within = (from - local) % perPage;
        const count = Math.min(wanted - done, perPage - within);
        target.set(this.page(linked(index)).subarray(NEXT_PAGE + within, NEXT_PAGE + within + count), done);
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

// src/wire/sqlite/database.ts
var PAGE2 = recordLayout({ kind: 1, freeblock: 2, cells: 2, contentStart: 2, fragmentedBytes: 1 });
var RIGHTMOST_CHILD = 4;
var CELL_OFFSET = 2;
var CHILD = 4;
var INDEX_INNER = 2;
var TABLE_INNER = 5;
var INDEX_LEAF = 10;
var TABLE_LEAF = 13;
var MAX_NAME = 1e3;
var MAX_HEADER = 65536;
var FIRST_READ = 64;
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
  /** Returns the rows of the tree whose first page is `root`. No page is part of two trees. */
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
  /** Returns the rows of one page and adds its children to `pending`. */
  *node(number, pending) {
    const page = this.pages.page(number);
    const offset = this.pages.offset(number);
    const head = number === 1 ? HEADER.recordSize : 0;
    const kind = page[head + PAGE2.kind] ?? 0;
    const inner = kind === TABLE_INNER || kind === INDEX_INNER;
    if (!inner && kind !== TABLE_LEAF && kind !== INDEX_LEAF)
      throw new ScanError("malformed", `page ${number} of an SQLite database is part of a table, but of an unknown kind`, offset);
    const cells = u16be(page, head + PAGE2.cells);
    const first = head + PAGE2.recordSize + (inner ? RIGHTMOST_CHILD : 0);
    if (first + CELL_OFFSET * cells > page.length)
      throw new ScanError("malformed", `page ${number} of an SQLite database has too many cells`, offset);
    if (inner) pending.push(u32be(page, head + PAGE2.recordSize));
    for (let i = 0; i < cells; i++) {
      let at = u16be(page, first + CELL_OFFSET * i);
      if (inner) {
        pending.push(u32be(page, at));
        at += CHILD;
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
    const overflow = local < length.value ? u32be(page, id.end + local) : 0;
    const payload = this.pages.payload(page, id.end, local, length.value, overflow);
    return new Row(id.value, payload, { offset: offset + id.end, length: local }, this.pages.encoding);
  }
  /** Returns how many bytes of a payload are in its cell (section 1.6). */
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
    const start = payload.read(0, Math.min(FIRST_READ, local.length));
    const size = varint(start, 0);
    if (size.value > MAX_HEADER || size.value > payload.size)
      throw new ScanError("malformed", "a row of an SQLite database has no header", local.offset);
    const header = size.value <= start.length ? start : payload.read(0, size.value);
    const fields = [];
    let at = size.value;
    for (let pos = size.end; pos < size.value; ) {
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
  /** Returns an integer that is not negative; 0 for anything else. */
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

// src/wire/sqlite/log.ts
var LOG = recordLayout({ magic: 4, version: 4, pageSize: 4, checkpoint: 4, salt1: 4, salt2: 4, checksum1: 4, checksum2: 4 });
var FRAME = recordLayout({ page: 4, databaseSize: 4, salt1: 4, salt2: 4, checksum1: 4, checksum2: 4 });
var TABLE_LEAF2 = 13;
var INDEX_LEAF2 = 10;
var LogPages = class extends SqlitePages {
  offsets = /* @__PURE__ */ new Map();
  offset(number) {
    const offset = this.offsets.get(number);
    if (offset === void 0) throw new ScanError("truncated", `page ${number} of an SQLite database is not in its log`);
    return offset;
  }
  put(number, offset) {
    this.offsets.set(number, offset);
    this.forget(number);
  }
};
function* sqliteLogValues(source, listener) {
  const size = u32be(source.read(0, LOG.recordSize), LOG.pageSize);
  const step = FRAME.recordSize + size;
  const pages = new LogPages(source, headerOf(source, size));
  let changed = [];
  for (let at = LOG.recordSize; at + step <= source.size; at += step) {
    listener.tick();
    const frame = source.read(at, FRAME.recordSize);
    const number = u32be(frame, FRAME.page);
    pages.put(number, at + FRAME.recordSize);
    changed.push(number);
    if (u32be(frame, FRAME.databaseSize) === 0 && at + 2 * step <= source.size) continue;
    for (const each of changed) yield* leafValues(each, pages, source, listener);
    changed = [];
  }
}
function* leafValues(number, pages, source, listener) {
  try {
    const kind = pages.page(number)[number === 1 ? HEADER.recordSize : 0] ?? 0;
    if (kind !== TABLE_LEAF2 && kind !== INDEX_LEAF2) return;
    for (const row of new Walk2(pages, source, listener).node(number, [])) yield* row.values(`page ${number}`);
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    listener.problem(error);
  }
}
function headerOf(source, size) {
  const length = FRAME.recordSize + HEADER.recordSize;
  const first = source.read(LOG.recordSize, length);
  if (u32be(first, FRAME.page) === 1 && first.length === length) return first.subarray(FRAME.recordSize);
  const header = new Uint8Array(HEADER.recordSize);
  header[HEADER.pageSize] = size === 65536 ? 0 : size >> 8;
  header[HEADER.pageSize + 1] = size === 65536 ? 1 : size & 255;
  return header;
}

// src/formats/database/records.ts
var MIN_VALUE = 20;
var SMALL = 1 << 20;
var MAX_PROBLEMS = 20;
var scanSqlite = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  const valuesOf = startsLikeSqlite(scan.probe.head) ? sqliteValues : sqliteLogValues;
  const problem = problems(scan);
  const values = valuesOf(input, { problem, tick: () => scan.budget.checkTime() });
  for (const { table, row, column, kind, bytes, offset } of values) {
    if (bytes.size < MIN_VALUE) continue;
    const name = `${table.slice(0, 100)}/${row}/${column}`;
    await searchValue(bytes, kind !== "blob", { name, ...offset === void 0 ? {} : { base: offset } }, scan, problem);
  }
  await new Search(input, scan).rest();
};
var scanLmdb = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  const problem = problems(scan);
  const values = lmdbValues(input, { problem, tick: () => scan.budget.checkTime() });
  for (const { bytes, offset } of values) await searchValue(bytes, false, { name: `value@${offset}`, base: offset }, scan, problem);
  await new Search(input, scan).rest();
};
var scanDbm = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a database cannot be read from a stream");
  await new Search(input, scan, { base: 0, unpickled: true }).whole();
};
function problems(scan) {
  let reported = 0;
  return ({ why, message, offset }) => {
    if (++reported <= MAX_PROBLEMS) scan.observe({ kind: "incomplete", why, detail: message, ...offset === void 0 ? {} : { offset } });
  };
}
async function searchValue(bytes, isText, place, scan, problem) {
  if (bytes.size < MIN_VALUE) return;
  try {
    const source = bytes.size > SMALL ? bytes : memorySource(bytes.read(0, bytes.size));
    if (isValuePossible(source, isText)) await new Search(source, scan, place).value(isText);
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    problem(error);
  }
}
export {
  scanDbm,
  scanLmdb,
  scanSqlite
};
