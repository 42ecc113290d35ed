import {
  HDF5_SIGNATURE_33 as HDF5_SIGNATURE,
  hasHdf5Signature_33 as hasHdf5Signature,
  ScanError_16 as ScanError
} from "./core.js";

// src/wire/hdf5-file.ts
var PAGE = 512;
var MAX_PAGES = 4096;
var MAX_PIECE = 16 * 2 ** 20;
var MAX_BYTES = 1024 * 2 ** 20;
var MAX_PIECES = 2e7;
var TICK = 256;
var UNDEFINED = -1;
var Hdf5File = class {
  /** Where the superblock lies: 0, or the size of the user block. */
  base;
  size;
  /** Bytes of an address, and of a length. */
  offsetSize = 8;
  lengthSize = 8;
  source;
  tick;
  pages = /* @__PURE__ */ new Map();
  taken = 0;
  pieces = 0;
  /** `tick` is called now and then, and throws to stop. */
  constructor(source, base, tick) {
    this.source = source;
    this.base = base;
    this.size = source.size - base;
    this.tick = tick;
  }
  /** `length` bytes at an address. @throws {ScanError} where they are not in the file. */
  bytes(address, length) {
    if (address === UNDEFINED) throw new ScanError("malformed", "an HDF5 structure that is needed has no address");
    if (address + length > this.size) {
      throw new ScanError(
        "truncated",
        `an HDF5 structure of ${length} bytes at ${address} lies outside of the file`,
        Math.min(this.base + address, this.source.size)
      );
    }
    if (length > MAX_PIECE) throw new ScanError("limit", `an HDF5 structure of ${length} bytes is too large`, this.base + address);
    if (++this.pieces % TICK === 0) this.tick();
    if (this.pieces > MAX_PIECES) throw new ScanError("limit", `more than ${MAX_PIECES} HDF5 structures would have to be read`);
    const first = Math.floor(address / PAGE);
    const last = Math.floor((address + Math.max(length, 1) - 1) / PAGE);
    if (first === last) return this.page(first).subarray(address - first * PAGE, address - first * PAGE + length);
    if (last === first + 1) {
      const joined = new Uint8Array(length);
      const left = this.page(first).subarray(address - first * PAGE);
      joined.set(left);
      joined.set(this.page(last).subarray(0, length - left.length), left.length);
      return joined;
    }
    this.pay(length);
    return this.source.read(this.base + address, length);
  }
  /** Fields of the `length` bytes at an address. */
  fields(address, length) {
    return new Fields(this, this.bytes(address, length), address);
  }
  /** Like `fields`, with as many of the bytes as there are: for structures whose length is known only after a look. */
  upTo(address, length) {
    return this.fields(address, Math.max(0, Math.min(length, this.size - address)));
  }
  page(index) {
    const known = this.pages.get(index);
    if (known) return known;
    if (this.pages.size >= MAX_PAGES) {
      const [oldest] = this.pages.keys();
      if (oldest !== void 0) this.pages.delete(oldest);
    }
    this.pay(PAGE);
    const page = this.source.read(this.base + index * PAGE, PAGE);
    this.pages.set(index, page);
    return page;
  }
  pay(bytes) {
    this.taken += bytes;
    if (this.taken > MAX_BYTES) throw new ScanError("limit", "more than 1 GiB of HDF5 structures would have to be read");
  }
};
var Fields = class _Fields {
  data;
  /** Address of the first byte. */
  address;
  pos = 0;
  file;
  constructor(file, data, address) {
    this.file = file;
    this.data = data;
    this.address = address;
  }
  get left() {
    return this.data.length - this.pos;
  }
  /** Address of the next byte. */
  get here() {
    return this.address + this.pos;
  }
  /** The same bytes, unread. */
  fresh() {
    return new _Fields(this.file, this.data, this.address);
  }
  uint(width) {
    this.need(width);
    let value = 0;
    for (let i = width - 1; i >= 0; i--) value = value * 256 + (this.data[this.pos + i] ?? 0);
    this.pos += width;
    return value;
  }
  /** An address; `UNDEFINED` where all bits are set. */
  offset() {
    const width = this.file.offsetSize;
    this.need(width);
    const unset = this.data.subarray(this.pos, this.pos + width).every((byte) => byte === 255);
    const value = this.uint(width);
    return unset ? UNDEFINED : value;
  }
  length() {
    return this.uint(this.file.lengthSize);
  }
  take(count) {
    this.need(count);
    this.pos += count;
    return this.data.subarray(this.pos - count, this.pos);
  }
  skip(count) {
    this.need(count);
    this.pos += count;
  }
  /** A field of its own of the next `count` bytes. */
  part(count) {
    const address = this.here;
    return new _Fields(this.file, this.take(count), address);
  }
  /** Bytes up to a NUL, which is taken too. */
  name() {
    const nul = this.data.indexOf(0, this.pos);
    if (nul < 0) throw this.broken("a name without an end");
    const name = text(this.data.subarray(this.pos, nul));
    this.pos = nul + 1;
    return name;
  }
  /** Four letters that a structure begins with. */
  signature(expected) {
    const found = text(this.take(4));
    if (found !== expected) throw this.broken(`${expected} expected`);
  }
  broken(what) {
    return new ScanError("malformed", `broken HDF5 structure: ${what}`, this.file.base + this.address);
  }
  need(count) {
    if (count > this.left) throw this.broken("a field runs over its end");
  }
};
function text(bytes) {
  return decoder.decode(bytes);
}
var decoder = new TextDecoder();

// src/wire/hdf5-btree2.ts
var NODE_OVERHEAD = 10;
var MAX_DEPTH = 32;
var MAX_RECORDS = 4e6;
function* btreeRecords(file, address) {
  if (address === UNDEFINED) return;
  const head = file.fields(address, 16 + file.offsetSize + 2 + file.lengthSize + 4);
  head.signature("BTHD");
  head.skip(1);
  const type = head.uint(1);
  const nodeSize = head.uint(4);
  const recordSize = head.uint(2);
  const depth = head.uint(2);
  head.skip(2);
  const root = head.offset();
  const rootRecords = head.uint(2);
  if (root === UNDEFINED || rootRecords === 0) return;
  if (recordSize === 0 || nodeSize <= NODE_OVERHEAD || depth > MAX_DEPTH) throw head.broken("a B-tree of impossible shape");
  const levels = levelsOf(file, nodeSize, recordSize, depth);
  const seen = /* @__PURE__ */ new Set();
  const nodes = [{ address: root, records: rootRecords, level: depth }];
  let count = 0;
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue;
    seen.add(node.address);
    const fields = file.upTo(node.address, nodeSize);
    fields.signature(node.level === 0 ? "BTLF" : "BTIN");
    fields.skip(2);
    count += node.records;
    if (count > MAX_RECORDS) throw head.broken("a B-tree of too many records");
    for (let i = 0; i < node.records; i++) yield { type, fields: fields.part(recordSize) };
    if (node.level === 0) continue;
    const { countBytes, totalBytes } = levels[node.level] ?? { countBytes: 1, totalBytes: 0 };
    for (let i = 0; i <= node.records; i++) {
      const child = { address: fields.offset(), records: fields.uint(countBytes), level: node.level - 1 };
      fields.skip(totalBytes);
      nodes.push(child);
    }
  }
}
function levelsOf(file, nodeSize, recordSize, depth) {
  const leafMost = Math.floor((nodeSize - NODE_OVERHEAD) / recordSize);
  const countBytes = bytesFor(leafMost);
  const levels = [{ countBytes, totalBytes: 0 }];
  let totalBytes = 0;
  let below = leafMost;
  for (let level = 1; level <= depth; level++) {
    levels.push({ countBytes, totalBytes });
    const pointer = file.offsetSize + countBytes + totalBytes;
    const most = Math.max(0, Math.floor((nodeSize - NODE_OVERHEAD - pointer) / (recordSize + pointer)));
    below = (most + 1) * below + most;
    totalBytes = bytesFor(below);
  }
  return levels;
}
function bytesFor(limit) {
  return Math.floor(Math.log2(Math.max(1, limit)) / 8) + 1;
}

// src/wire/hdf5-datatype.ts
var CLASS = {
  integer: 0,
  float: 1,
  string: 3,
  opaque: 5,
  compound: 6,
  reference: 7,
  enumeration: 8,
  variable: 9,
  array: 10
};
var MAX_DEPTH2 = 16;
function readDatatype(fields, depth = 0) {
  const first = fields.uint(1);
  const version = first >> 4;
  const kind = first & 15;
  fields.skip(3);
  const size = fields.uint(4);
  if (depth >= MAX_DEPTH2) throw fields.broken("a datatype nested too deep");
  if (kind === CLASS.variable) return { class: kind, size, base: readDatatype(fields, depth + 1) };
  if (kind === CLASS.array) {
    const rank = fields.uint(1);
    if (version < 3) fields.skip(3);
    fields.skip(rank * (version < 3 ? 8 : 4));
    return { class: kind, size, base: readDatatype(fields, depth + 1) };
  }
  return { class: kind, size, base: void 0 };
}
var NULL_SPACE = 2;
function readDataspace(fields) {
  const version = fields.uint(1);
  if (version !== 1 && version !== 2) throw fields.broken(`dataspace version ${version}`);
  const rank = fields.uint(1);
  fields.skip(1);
  const type = fields.uint(1);
  if (version === 1) fields.skip(4);
  else if (type === NULL_SPACE) return { shape: [], count: 0 };
  const shape = [];
  let count = 1;
  for (let i = 0; i < rank; i++) {
    const size = fields.length();
    shape.push(size);
    count *= size;
  }
  return { shape, count };
}

// src/wire/hdf5-fractal-heap.ts
var HUGE_INDIRECT = 1;
var MANAGED = 0;
var HUGE = 1;
var TINY = 2;
var FractalHeap = class {
  file;
  fields;
  hugeTree;
  width;
  startSize;
  maxDirect;
  offsetBytes;
  lengthBytes;
  root;
  rootRows;
  huge;
  constructor(file, address) {
    this.file = file;
    const fields = file.fields(address, 22 + 12 * file.lengthSize + 3 * file.offsetSize);
    this.fields = fields;
    fields.signature("FRHP");
    fields.skip(1 + 2);
    const filters = fields.uint(2);
    fields.skip(1);
    const maxManaged = fields.uint(4);
    fields.length();
    this.hugeTree = fields.offset();
    fields.length();
    fields.offset();
    for (let i = 0; i < 8; i++) fields.length();
    this.width = fields.uint(2);
    this.startSize = fields.length();
    this.maxDirect = fields.length();
    const heapBits = fields.uint(2);
    fields.skip(2);
    this.root = fields.offset();
    this.rootRows = fields.uint(2);
    if (filters > 0) throw new ScanError("unsupported", "an HDF5 heap with compressed names and attributes", file.base + address);
    const sound = this.width > 0 && this.startSize > 0 && this.maxDirect >= this.startSize && heapBits <= 64;
    if (!sound) throw fields.broken("a heap with an impossible block table");
    this.offsetBytes = Math.ceil(heapBits / 8);
    this.lengthBytes = Math.min(bytesFor(this.maxDirect), bytesFor(maxManaged));
  }
  /** Where the object of that id lies. */
  find(id) {
    const first = id.uint(1);
    switch (first >> 4 & 3) {
      case MANAGED: {
        const offset = id.uint(this.offsetBytes);
        return { address: this.locate(offset), length: id.uint(this.lengthBytes) };
      }
      case HUGE:
        return this.findHuge(id);
      case TINY:
        return { address: id.here, length: (first & 15) + 1 };
      default:
        throw id.broken("a heap id of an unknown kind");
    }
  }
  findHuge(id) {
    if (id.left >= this.file.offsetSize + this.file.lengthSize) return { address: id.offset(), length: id.length() };
    if (!this.huge) {
      const found2 = /* @__PURE__ */ new Map();
      for (const { type, fields } of btreeRecords(this.file, this.hugeTree)) {
        if (type !== HUGE_INDIRECT)
          throw new ScanError("unsupported", "an HDF5 heap with compressed large objects", this.file.base + fields.address);
        const extent2 = { address: fields.offset(), length: fields.length() };
        found2.set(fields.length(), extent2);
      }
      this.huge = found2;
    }
    const found = this.huge.get(id.uint(Math.min(this.file.lengthSize, id.left)));
    if (!found) throw id.broken("a heap id of no object");
    return found;
  }
  /** Address of an offset in the heap's own space: blocks double in size from the second row on (specification III.G). */
  locate(offset) {
    let block = this.root;
    let rows = this.rootRows;
    let rest = offset;
    for (let depth = 0; depth < MAX_DEPTH3; depth++) {
      if (block === UNDEFINED) throw this.fields.broken("a heap object in a block that is not there");
      if (rows === 0) return block + rest;
      const { row, column, within } = this.cell(rest, rows);
      const directRows = Math.min(rows, this.directRows());
      const head = 5 + this.file.offsetSize + this.offsetBytes;
      const entry = row * this.width + column;
      const fields = this.file.fields(block + head + entry * this.file.offsetSize, this.file.offsetSize);
      block = fields.offset();
      if (row < directRows) {
        if (block === UNDEFINED) throw this.fields.broken("a heap object in a block that is not there");
        return block + within;
      }
      rows = Math.log2(this.rowSize(row)) - Math.log2(this.startSize * this.width) + 1;
      rest = within;
    }
    throw this.fields.broken("a heap nested too deep");
  }
  cell(offset, rows) {
    let start = 0;
    for (let row = 0; row < rows; row++) {
      const size = this.rowSize(row);
      const end = start + size * this.width;
      if (offset < end) {
        const column = Math.floor((offset - start) / size);
        return { row, column, within: offset - start - column * size };
      }
      start = end;
    }
    throw this.fields.broken("a heap object outside of its heap");
  }
  rowSize(row) {
    return row < 2 ? this.startSize : this.startSize * 2 ** (row - 1);
  }
  directRows() {
    return Math.log2(this.maxDirect) - Math.log2(this.startSize) + 2;
  }
};
var MAX_DEPTH3 = 64;

// src/wire/hdf5-header.ts
var MESSAGE = {
  dataspace: 1,
  linkInfo: 2,
  datatype: 3,
  link: 6,
  externalFiles: 7,
  layout: 8,
  filters: 11,
  attribute: 12,
  continuation: 16,
  symbolTable: 17,
  attributeInfo: 21
};
var FLAG_SHARED = 2;
var MAX_BLOCKS = 4096;
var MAX_MESSAGES = 1e5;
function message(type, flags, body) {
  return {
    type,
    shared: (flags & FLAG_SHARED) !== 0,
    get body() {
      return body.fresh();
    }
  };
}
function readHeader(file, address) {
  const start = file.upTo(address, 16);
  const version = start.uint(1);
  if (version === 1) return readVersion1(file, address, start);
  if (version !== 79) throw start.broken(`object header version ${version}`);
  return readVersion2(file, address);
}
function readVersion1(file, address, start) {
  start.skip(1 + 2 + 4);
  const size = start.uint(4);
  return collect(file, { address: address + 16, size }, (block, found) => {
    while (block.left >= 8) {
      const type = block.uint(2);
      const length = block.uint(2);
      const flags = block.uint(1);
      block.skip(3);
      if (length > block.left) throw block.broken("a header message runs over its block");
      found(message(type, flags, block.part(length)));
    }
  });
}
var FLAG_TIMES = 32;
var FLAG_PHASE = 16;
var FLAG_ORDER = 4;
function readVersion2(file, address) {
  const start = file.upTo(address, 4 + 2 + 16 + 4 + 8);
  start.signature("OHDR");
  const version = start.uint(1);
  if (version !== 2) throw start.broken(`object header version ${version}`);
  const flags = start.uint(1);
  start.skip((flags & FLAG_TIMES ? 16 : 0) + (flags & FLAG_PHASE ? 4 : 0));
  const size = start.uint(1 << (flags & 3));
  const ordered = (flags & FLAG_ORDER) !== 0;
  return collect(file, { address: start.here, size }, (block, found, isFirst) => {
    let end = block.data.length;
    if (!isFirst) {
      block.signature("OCHK");
      end -= 4;
    }
    while (end - block.pos >= (ordered ? 6 : 4)) {
      const type = block.uint(1);
      const length = block.uint(2);
      const messageFlags = block.uint(1);
      if (ordered) block.skip(2);
      if (length > end - block.pos) throw block.broken("a header message runs over its block");
      found(message(type, messageFlags, block.part(length)));
    }
  });
}
function collect(file, first, read) {
  const messages = [];
  const blocks = [first];
  const seen = /* @__PURE__ */ new Set();
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block || seen.has(block.address)) continue;
    seen.add(block.address);
    const fields = file.fields(block.address, block.size);
    read(
      fields,
      (found) => {
        if (found.type === MESSAGE.continuation) {
          if (blocks.length >= MAX_BLOCKS) throw fields.broken("too many header blocks");
          const { body } = found;
          blocks.push({ address: body.offset(), size: body.length() });
        } else if (messages.length < MAX_MESSAGES) messages.push(found);
        else throw fields.broken("too many header messages");
      },
      i === 0
    );
  }
  return messages;
}

// src/wire/hdf5-attributes.ts
function datatypeOf(file, body, shared) {
  if (!shared) return readDatatype(body);
  const version = body.uint(1);
  const type = body.uint(1);
  if (version === 1) body.skip(6);
  if (version === 3 && type === 1)
    throw new ScanError("unsupported", "an HDF5 datatype in the shared message heap", file.base + body.address);
  const message2 = readHeader(file, body.offset()).find((found) => found.type === MESSAGE.datatype && !found.shared);
  if (!message2) throw body.broken("a committed datatype that is none");
  return readDatatype(message2.body);
}
function* attributesOf(file, messages, problem) {
  for (const { type, shared, body } of messages) {
    if (type === MESSAGE.attribute) {
      try {
        if (shared) throw new ScanError("unsupported", "an HDF5 attribute in the shared message heap", file.base + body.address);
        yield readAttribute(file, body);
      } catch (error) {
        problem(error);
      }
    } else if (type === MESSAGE.attributeInfo) {
      try {
        for (const extent2 of denseAttributes(file, body)) yield readAttribute(file, file.fields(extent2.address, extent2.length));
      } catch (error) {
        problem(error);
      }
    }
  }
}
var TREE_BY_NAME = 8;
var TREE_BY_ORDER = 9;
var HEAP_ID = 8;
var FLAG_ORDER_STORED = 1;
var FLAG_SHARED2 = 2;
function* denseAttributes(file, info) {
  info.skip(1);
  if (info.uint(1) & FLAG_ORDER_STORED) info.skip(2);
  const heapAddress = info.offset();
  const tree = info.offset();
  if (heapAddress === UNDEFINED) return;
  const heap = new FractalHeap(file, heapAddress);
  for (const { type, fields } of btreeRecords(file, tree)) {
    if (type !== TREE_BY_NAME && type !== TREE_BY_ORDER) throw fields.broken(`a B-tree of type ${type} for attributes`);
    const id = fields.part(HEAP_ID);
    if (fields.uint(1) & FLAG_SHARED2)
      throw new ScanError("unsupported", "an HDF5 attribute in the shared message heap", file.base + fields.address);
    yield heap.find(id);
  }
}
var DATATYPE_SHARED = 1;
function readAttribute(file, body) {
  const version = body.uint(1);
  if (version < 1 || version > 3) throw body.broken(`attribute version ${version}`);
  const flags = version === 1 ? 0 : body.data[body.pos] ?? 0;
  body.skip(1);
  const nameSize = body.uint(2);
  const typeSize = body.uint(2);
  const spaceSize = body.uint(2);
  if (version === 3) body.skip(1);
  const padded = (size) => version === 1 ? Math.ceil(size / 8) * 8 : size;
  const written = body.take(padded(nameSize)).subarray(0, nameSize);
  const nul = written.indexOf(0);
  const name = text(nul < 0 ? written : written.subarray(0, nul));
  const type = datatypeOf(file, body.part(padded(typeSize)), (flags & DATATYPE_SHARED) !== 0);
  const space = readDataspace(body.part(padded(spaceSize)));
  const length = type.size * space.count;
  if (length > body.left) throw body.broken(`the value of attribute ${JSON.stringify(name.slice(0, 80))} runs over its end`);
  return { name, type, space, data: { address: body.here, length } };
}
var MAX_ELEMENTS = 65536;
function* byteStrings(file, heap, type, count, data, more) {
  if (type.class !== CLASS.variable) {
    if (holdsBytes(type) && data.length > 0) yield data;
    return;
  }
  if (type.base && !holdsBytes(type.base)) return;
  const width = type.size;
  if (width < 4 + file.offsetSize + 4) return;
  if (count > MAX_ELEMENTS) more();
  const shown = Math.min(count, MAX_ELEMENTS);
  for (let i = 0; i < shown; i++) {
    const element = file.fields(data.address + i * width, width);
    const elements = element.uint(4);
    const object = heap.object(element.offset(), element.uint(4));
    if (object) yield { address: object.address, length: Math.min(object.length, Math.max(elements, 1) * (type.base?.size ?? 1)) };
  }
}
function holdsBytes(type) {
  if (type.class === CLASS.string || type.class === CLASS.opaque || type.class === CLASS.compound) return true;
  if (type.class === CLASS.array) return type.base !== void 0 && holdsBytes(type.base);
  return type.class === CLASS.integer && type.size === 1;
}

// src/wire/hdf5-heaps.ts
function localHeap(file, address) {
  const fields = file.fields(address, 8 + 2 * file.lengthSize + file.offsetSize);
  fields.signature("HEAP");
  fields.skip(4);
  const size = fields.length();
  fields.length();
  const data = file.bytes(fields.offset(), size);
  return (offset) => {
    if (offset >= size) throw fields.broken("a name outside of its heap");
    const nul = data.indexOf(0, offset);
    return text(data.subarray(offset, Math.min(nul < 0 ? size : nul, offset + MAX_NAME)));
  };
}
var MAX_NAME = 64 * 1024;
var GlobalHeap = class {
  file;
  collections = /* @__PURE__ */ new Map();
  constructor(file) {
    this.file = file;
  }
  /** Where an object lies; undefined for the null object. */
  object(collection, index) {
    if (collection === UNDEFINED || collection === 0 || index === 0) return void 0;
    let objects = this.collections.get(collection);
    if (!objects) {
      if (this.collections.size >= MAX_COLLECTIONS) this.collections.clear();
      objects = this.list(collection);
      this.collections.set(collection, objects);
    }
    return objects.get(index);
  }
  list(address) {
    const { file } = this;
    const head = file.fields(address, 8 + file.lengthSize);
    head.signature("GCOL");
    head.skip(4);
    const end = address + head.length();
    const found = /* @__PURE__ */ new Map();
    const headSize = 8 + file.lengthSize;
    for (let at = address + headSize; at + headSize <= end; ) {
      const object = file.fields(at, headSize);
      const index = object.uint(2);
      object.skip(6);
      const length = object.length();
      if (index === 0) break;
      if (at + headSize + length > end) throw object.broken("a heap object runs over its collection");
      found.set(index, { address: at + headSize, length });
      at += headSize + Math.ceil(length / 8) * 8;
    }
    return found;
  }
};
var MAX_COLLECTIONS = 256;

// src/wire/hdf5-links.ts
var HARD = 0;
var SOFT = 1;
var EXTERNAL = 64;
function* linksOf(file, messages, problem) {
  for (const { type, shared, body } of messages) {
    try {
      if (shared && (type === MESSAGE.link || type === MESSAGE.linkInfo)) {
        throw new ScanError("unsupported", "an HDF5 link in the shared message heap", file.base + body.address);
      }
      if (type === MESSAGE.link) yield readLink(file, body);
      else if (type === MESSAGE.linkInfo) yield* denseLinks(file, body);
      else if (type === MESSAGE.symbolTable) yield* symbolTable(file, body.offset(), body.offset());
    } catch (error) {
      problem(error);
    }
  }
}
var FLAG_ORDER_STORED2 = 1;
var TREE_BY_NAME2 = 5;
var TREE_BY_ORDER2 = 6;
var HEAP_ID2 = 7;
function* denseLinks(file, info) {
  info.skip(1);
  if (info.uint(1) & FLAG_ORDER_STORED2) info.skip(8);
  const heapAddress = info.offset();
  const tree = info.offset();
  if (heapAddress === UNDEFINED) return;
  const heap = new FractalHeap(file, heapAddress);
  for (const { type, fields } of btreeRecords(file, tree)) {
    if (type === TREE_BY_NAME2) fields.skip(4);
    else if (type === TREE_BY_ORDER2) fields.skip(8);
    else throw fields.broken(`a B-tree of type ${type} for links`);
    const extent2 = heap.find(fields.part(HEAP_ID2));
    yield readLink(file, file.fields(extent2.address, extent2.length));
  }
}
var FLAG_TYPE = 8;
var FLAG_ORDER2 = 4;
var FLAG_CHARSET = 16;
function readLink(file, body) {
  body.skip(1);
  const flags = body.uint(1);
  const kind = flags & FLAG_TYPE ? body.uint(1) : HARD;
  body.skip((flags & FLAG_ORDER2 ? 8 : 0) + (flags & FLAG_CHARSET ? 1 : 0));
  const name = text(body.take(body.uint(1 << (flags & 3))));
  if (kind === HARD) return { kind: "hard", name, address: body.offset() };
  const value = body.part(body.uint(2));
  if (kind === SOFT) return { kind: "soft", name };
  if (kind !== EXTERNAL) throw new ScanError("unsupported", `an HDF5 link of a kind of its own (${kind})`, file.base + value.address);
  value.skip(1);
  return { kind: "external", name, address: value.address, path: value.name(), object: value.name() };
}
var MAX_LEVEL = 64;
var SYMBOLIC = 2;
function* symbolTable(file, tree, heapAddress) {
  const nameAt = localHeap(file, heapAddress);
  const seen = /* @__PURE__ */ new Set();
  const nodes = [{ address: tree, level: MAX_LEVEL }];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue;
    seen.add(node.address);
    const head = file.fields(node.address, 8);
    const signature = text(head.take(4));
    if (signature === "SNOD") {
      head.skip(2);
      yield* symbols(file, node.address + 8, head.uint(2), nameAt);
      continue;
    }
    const type = head.uint(1);
    const level = head.uint(1);
    if (signature !== "TREE" || type !== 0 || level >= node.level) throw head.broken("a group\u2019s B-tree node expected");
    const used = head.uint(2);
    const entries = file.fields(node.address + 8 + 2 * file.offsetSize, used * (file.lengthSize + file.offsetSize));
    for (let i = 0; i < used; i++) {
      entries.length();
      nodes.push({ address: entries.offset(), level });
    }
  }
}
function* symbols(file, address, count, nameAt) {
  const entries = file.fields(address, count * (2 * file.offsetSize + 24));
  for (let i = 0; i < count; i++) {
    const name = nameAt(entries.offset());
    const object = entries.offset();
    const cache = entries.uint(4);
    entries.skip(4 + 16);
    if (cache === SYMBOLIC) yield { kind: "soft", name };
    else yield { kind: "hard", name, address: object };
  }
}

// src/wire/hdf5-storage.ts
var COMPACT = 0;
var CONTIGUOUS = 1;
var CHUNKED = 2;
var VIRTUAL = 3;
function readLayout(file, heap, body, bytes) {
  const version = body.uint(1);
  if (version < 1 || version > 5) throw new ScanError("unsupported", `HDF5 data layout version ${version}`, file.base + body.address);
  if (version < 3) return oldLayout(body, bytes);
  const kind = body.uint(1);
  switch (kind) {
    case COMPACT: {
      const length = body.uint(2);
      return { kind: "whole", data: { address: body.here, length: Math.min(length, body.left) } };
    }
    case CONTIGUOUS: {
      const address = body.offset();
      return { kind: "whole", data: extent(address, Math.min(body.length(), bytes)) };
    }
    case CHUNKED: {
      if (version > 3)
        return {
          kind: "chunked",
          tree: void 0,
          rank: 0,
          empty: body.data.length >= file.offsetSize && lastAddress(file, body) === UNDEFINED,
          chunkElements: 0
        };
      const rank = body.uint(1);
      const tree = body.offset();
      let chunkElements = 1;
      for (let i = 0; i < rank - 1; i++) chunkElements *= body.uint(4);
      return { kind: "chunked", tree, rank, empty: tree === UNDEFINED, chunkElements };
    }
    case VIRTUAL: {
      const collection = body.offset();
      const object = heap.object(collection, body.uint(4));
      if (!object) return { kind: "virtual", sources: [], address: body.address };
      return { kind: "virtual", sources: virtualSources(file, file.fields(object.address, object.length)), address: object.address };
    }
    default:
      throw new ScanError("unsupported", `HDF5 data layout class ${kind}`, file.base + body.address);
  }
}
function oldLayout(body, bytes) {
  const rank = body.uint(1);
  const kind = body.uint(1);
  body.skip(5);
  if (kind === COMPACT) {
    body.skip(rank * 4);
    const length = body.uint(4);
    return { kind: "whole", data: { address: body.here, length: Math.min(length, body.left) } };
  }
  const address = body.offset();
  if (kind === CONTIGUOUS) return { kind: "whole", data: extent(address, bytes) };
  let chunkElements = 1;
  for (let i = 0; i < rank - 1; i++) chunkElements *= body.uint(4);
  return { kind: "chunked", tree: address, rank, empty: address === UNDEFINED, chunkElements };
}
function lastAddress(file, body) {
  body.skip(body.left - file.offsetSize);
  return body.offset();
}
function extent(address, length) {
  return address === UNDEFINED ? void 0 : { address, length };
}
var MAX_SOURCES = 1e5;
var MAX_NAMED = 1e3;
function virtualSources(file, block) {
  const version = block.uint(1);
  if (version !== 0) throw new ScanError("unsupported", `HDF5 virtual dataset of version ${version}`, file.base + block.address);
  const count = block.length();
  if (count > MAX_SOURCES) throw block.broken("a virtual dataset of too many sources");
  const names = /* @__PURE__ */ new Set();
  for (let i = 0; i < count; i++) {
    const name = block.name();
    if (names.size < MAX_NAMED) names.add(name);
    block.name();
    skipSelection(file, block);
    skipSelection(file, block);
  }
  return [...names];
}
var POINTS = 1;
var HYPERSLAB = 2;
function skipSelection(file, block) {
  const type = block.uint(4);
  const version = block.uint(4);
  if (type === HYPERSLAB && version === 3) {
    const regular = (block.uint(1) & 1) !== 0;
    const width = block.uint(1);
    const rank = block.uint(4);
    block.skip(regular ? 4 * rank * width : block.uint(width) * 2 * rank * width);
  } else if (type === HYPERSLAB && version === 2) {
    block.skip(1);
    block.skip(block.uint(4));
  } else if (type === POINTS && version === 2) {
    const width = block.uint(1);
    const rank = block.uint(4);
    block.skip(block.uint(width) * rank * width);
  } else if (type <= 3 && version === 1) {
    block.skip(4);
    block.skip(block.uint(4));
  } else throw new ScanError("unsupported", `HDF5 selection of type ${type} and version ${version}`, file.base + block.address);
}
function externalFiles(file, body) {
  body.skip(4 + 2);
  const used = body.uint(2);
  const nameAt = localHeap(file, body.offset());
  const names = [];
  for (let i = 0; i < used; i++) {
    names.push(nameAt(body.length()));
    body.length();
    body.length();
  }
  return names;
}
var MAX_CHUNKS = 4096;
function* chunksOf(file, tree, rank) {
  const seen = /* @__PURE__ */ new Set();
  const nodes = [{ address: tree, level: 65 }];
  let count = 0;
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue;
    seen.add(node.address);
    const head = file.fields(node.address, 8);
    head.signature("TREE");
    const type = head.uint(1);
    const level = head.uint(1);
    if (type !== 1 || level >= node.level) throw head.broken("a chunk index node expected");
    const used = head.uint(2);
    const keySize = 8 + 8 * rank;
    const entries = file.fields(node.address + 8 + 2 * file.offsetSize, used * (keySize + file.offsetSize));
    for (let i = 0; i < used; i++) {
      const length = entries.uint(4);
      entries.skip(4);
      const first = entries.uint(8);
      entries.skip(keySize - 16);
      const address = entries.offset();
      if (level > 0) nodes.push({ address, level });
      else if (++count <= MAX_CHUNKS) yield { address, length, first };
      else return;
    }
  }
}

// src/wire/hdf5-superblock.ts
var SHORTEST = 24;
var LONGEST = 128;
function findSuperblock(source) {
  for (let at = 0; at + HDF5_SIGNATURE.length <= source.size; at = at === 0 ? 512 : at * 2) {
    if (hasHdf5Signature(source.read(at, HDF5_SIGNATURE.length), 0)) return at;
  }
  return void 0;
}
function isBareSignature(source, at) {
  return source.size - at < SHORTEST;
}
function openHdf5(source, at, tick) {
  const file = new Hdf5File(source, at, tick);
  const fields = file.upTo(0, LONGEST);
  fields.skip(HDF5_SIGNATURE.length);
  const version = fields.uint(1);
  if (version > 3) throw new ScanError("unsupported", `HDF5 superblock version ${version}`, at);
  if (version < 2) {
    fields.skip(4);
    setWidths(file, fields.uint(1), fields.uint(1));
    fields.skip(1 + 2 + 2 + 4 + (version === 1 ? 4 : 0));
    fields.offset();
    fields.offset();
    const cut2 = cutOff(file, fields.offset());
    fields.offset();
    fields.offset();
    return { file, root: fields.offset(), cut: cut2 };
  }
  setWidths(file, fields.uint(1), fields.uint(1));
  fields.skip(1);
  fields.offset();
  fields.offset();
  const cut = cutOff(file, fields.offset());
  return { file, root: fields.offset(), cut };
}
function setWidths(file, offsetSize, lengthSize) {
  const fits = (width) => width === 2 || width === 4 || width === 8;
  if (!fits(offsetSize) || !fits(lengthSize)) {
    throw new ScanError("malformed", `an HDF5 file with addresses of ${offsetSize} and lengths of ${lengthSize} bytes`, file.base);
  }
  file.offsetSize = offsetSize;
  file.lengthSize = lengthSize;
}
function cutOff(file, end) {
  const size = file.size + file.base;
  return end > size ? new ScanError("truncated", `the HDF5 file ends after ${size} of ${end} bytes`, file.base) : void 0;
}

// src/wire/hdf5.ts
var MAX_OBJECTS = 2e6;
var MAX_PATH = 300;
function walkHdf5(source, superblock, visitor, tick) {
  const { file, root, cut } = openHdf5(source, superblock, tick);
  if (cut) visitor.problem(cut);
  new Walk(file, visitor).from(root);
}
var Walk = class {
  file;
  visitor;
  heap;
  constructor(file, visitor) {
    this.file = file;
    this.visitor = visitor;
    this.heap = new GlobalHeap(file);
  }
  from(root) {
    const seen = /* @__PURE__ */ new Set();
    const objects = [{ address: root, path: "/" }];
    for (let object = objects.pop(); object; object = objects.pop()) {
      if (seen.has(object.address)) continue;
      seen.add(object.address);
      if (seen.size > MAX_OBJECTS) throw new ScanError("limit", `more than ${MAX_OBJECTS} HDF5 objects`);
      const { address, path } = object;
      this.attempt(() => {
        const messages = readHeader(this.file, address);
        this.attributes(path, messages);
        this.dataset(path, messages);
        for (const link of linksOf(this.file, messages, this.problem)) {
          const child = path.length > MAX_PATH ? path : `${path === "/" ? "" : path}/${link.name}`;
          if (link.kind === "hard") objects.push({ address: link.address, path: child });
          else if (link.kind === "external") this.visitor.outside(child, link.path, "HDF5 external link", this.file.base + link.address);
        }
      });
    }
  }
  attributes(path, messages) {
    for (const { name, type, space, data } of attributesOf(this.file, messages, this.problem)) {
      this.attempt(() => {
        for (const value of this.strings(type, space.count, data)) this.visitor.attribute(path, name, this.place(value));
      });
    }
  }
  dataset(path, messages) {
    const find = (wanted) => messages.find(({ type: type2 }) => type2 === wanted);
    const spaceMessage = find(MESSAGE.dataspace);
    const typeMessage = find(MESSAGE.datatype);
    const layout = find(MESSAGE.layout);
    if (!spaceMessage || !typeMessage || !layout) return;
    const unreadable = [spaceMessage, layout].find(({ shared }) => shared);
    if (unreadable)
      throw new ScanError(
        "unsupported",
        "an HDF5 dataset whose layout is in the shared message heap",
        this.file.base + unreadable.body.address
      );
    const space = readDataspace(spaceMessage.body);
    const type = datatypeOf(this.file, typeMessage.body, typeMessage.shared);
    const offset = this.file.base + spaceMessage.body.address;
    this.visitor.dataset(path, space.shape, space.count * type.size, offset);
    const external = find(MESSAGE.externalFiles);
    if (external) {
      for (const name of externalFiles(this.file, external.body))
        this.visitor.outside(path, name, "external storage", this.file.base + external.body.address);
      return;
    }
    const storage = readLayout(this.file, this.heap, layout.body, space.count * type.size);
    if (storage.kind === "virtual") {
      for (const name of storage.sources) {
        if (name !== "." && name !== "") this.visitor.outside(path, name, "virtual dataset", this.file.base + storage.address);
      }
      return;
    }
    this.data(path, messages, type, space, storage);
  }
  data(path, messages, type, space, storage) {
    if (type.class !== CLASS.variable && !holdsBytes(type)) return;
    const pseudoatom = this.isPickled(messages);
    if (storage.kind === "whole") {
      if (!storage.data) return;
      for (const value of this.strings(type, space.count, storage.data)) this.visitor.data(path, this.place(value), pseudoatom);
      return;
    }
    if (storage.empty || space.count === 0) return;
    const filtered = messages.some((message2) => message2.type === MESSAGE.filters);
    if (storage.tree === void 0 || filtered) {
      if (pseudoatom)
        throw new ScanError(
          "unsupported",
          `pickled objects in an HDF5 dataset that is compressed or indexed in a new way: ${path.slice(0, MAX_PATH)}`
        );
      return;
    }
    if (type.class !== CLASS.variable) return;
    for (const chunk of chunksOf(this.file, storage.tree, storage.rank)) {
      const left = space.shape.length === 1 ? (space.shape[0] ?? 0) - chunk.first : storage.chunkElements;
      const count = Math.max(0, Math.min(storage.chunkElements, left, Math.floor(chunk.length / type.size)));
      for (const value of this.strings(type, count, chunk)) this.visitor.data(path, this.place(value), pseudoatom);
    }
  }
  /** PyTables marks arrays of pickled objects by an attribute. */
  isPickled(messages) {
    for (const { name, data } of attributesOf(this.file, messages, () => void 0)) {
      if (name !== "PSEUDOATOM") continue;
      const value = this.file.bytes(data.address, Math.min(data.length, 16));
      return new TextDecoder().decode(value).startsWith("object");
    }
    return false;
  }
  strings(type, count, data) {
    return byteStrings(
      this.file,
      this.heap,
      type,
      count,
      data,
      () => this.problem(new ScanError("limit", "more strings in one HDF5 object than are looked at", this.file.base + data.address))
    );
  }
  place({ address, length }) {
    return { offset: this.file.base + address, length };
  }
  attempt(work) {
    try {
      work();
    } catch (error) {
      this.problem(error);
    }
  }
  /** What belongs to one object is told, and the walk goes on; a spent limit ends it. */
  problem = (error) => {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    this.visitor.problem(error);
  };
};
export {
  findSuperblock,
  isBareSignature,
  walkHdf5
};
