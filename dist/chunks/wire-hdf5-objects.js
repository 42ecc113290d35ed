import {
  HDF5_SIGNATURE_21 as HDF5_SIGNATURE,
  hasHdf5Signature_21 as hasHdf5Signature,
  zlib_46 as zlib,
  latin1_20 as latin1,
  memorySource_10 as memorySource,
  slice_10 as slice,
  ScanError_8 as ScanError
} from "./core.js";

// src/wire/hdf5/fields.ts
var UNDEFINED = -1;
var SIGNATURE_SIZE = 4;
function sizeOf(file, structure) {
  let size = 0;
  for (const name in structure) {
    const width = structure[name] ?? 0;
    if (typeof width === "number") size += width;
    else if (width === "O") size += file.offsetSize;
    else size += width === "L" ? file.lengthSize : SIGNATURE_SIZE;
  }
  return size;
}
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
  /** Returns a reader of `count` of the same bytes, from position `at` on. */
  within(at, count) {
    return new _Fields(this.file, this.data.subarray(at, at + count), this.address + at);
  }
  /** Reads all fields of a structure and checks its signature. */
  record(structure) {
    const values = {};
    for (const name in structure) {
      const width = structure[name] ?? 0;
      if (typeof width === "number") values[name] = this.uint(width);
      else if (width === "O") values[name] = this.offset();
      else if (width === "L") values[name] = this.length();
      else this.signature(width);
    }
    return values;
  }
  uint(width) {
    this.need(width);
    let value = 0;
    for (let i = width - 1; i >= 0; i--) value = value * 256 + (this.data[this.pos + i] ?? 0);
    this.pos += width;
    return value;
  }
  /** Reads an address; `UNDEFINED` where all bits are set. */
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
  /** Reads a length that is infinite where all bits are set. */
  bound() {
    const width = this.file.lengthSize;
    this.need(width);
    const unset = this.data.subarray(this.pos, this.pos + width).every((byte) => byte === 255);
    const value = this.uint(width);
    return unset ? Number.POSITIVE_INFINITY : value;
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
  /** Returns a reader of the next `count` bytes and moves past them. */
  part(count) {
    const address = this.here;
    return new _Fields(this.file, this.take(count), address);
  }
  /** Reads a name and its NUL. */
  name() {
    const start = this.pos;
    this.skipName();
    return text(this.data.subarray(start, this.pos - 1));
  }
  /** Moves past a name and its NUL. */
  skipName() {
    const nul = this.data.indexOf(0, this.pos);
    if (nul < 0) throw this.broken("a name without an end");
    this.pos = nul + 1;
  }
  /** Reads the signature of a structure and checks it. */
  signature(expected) {
    const found = text(this.take(SIGNATURE_SIZE));
    if (found !== expected) throw this.broken(`${expected} expected`);
  }
  broken(what) {
    return new ScanError("malformed", `broken HDF5 structure: ${what}`, this.file.base + this.address);
  }
  need(count) {
    if (count > this.left) throw this.broken("a field extends past its end");
  }
};
function text(bytes) {
  return decoder.decode(bytes);
}
var decoder = new TextDecoder();

// src/wire/hdf5/btree2.ts
var HEADER = {
  signature: "BTHD",
  version: 1,
  type: 1,
  nodeSize: 4,
  recordSize: 2,
  depth: 2,
  splitPercent: 1,
  mergePercent: 1,
  root: "O",
  rootRecords: 2,
  totalRecords: "L",
  checksum: 4
};
var INTERNAL_NODE = { signature: "BTIN", version: 1, type: 1 };
var LEAF_NODE = { signature: "BTLF", version: 1, type: 1 };
var NODE_OVERHEAD = 10;
var MAX_DEPTH = 32;
var MAX_RECORDS = 4e6;
function* btreeRecords(file, address) {
  if (address === UNDEFINED) return;
  const head = file.fields(address, sizeOf(file, HEADER));
  const { type, nodeSize, recordSize, depth, root, rootRecords } = head.record(HEADER);
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
    fields.record(node.level === 0 ? LEAF_NODE : INTERNAL_NODE);
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

// src/wire/hdf5/datatype.ts
var CLASS = {
  integer: 0,
  float: 1,
  time: 2,
  string: 3,
  bits: 4,
  opaque: 5,
  compound: 6,
  reference: 7,
  enumeration: 8,
  variable: 9,
  array: 10,
  complex: 11
};
var TYPE_HEAD = { classAndVersion: 1, bits: 3, size: 4 };
var MAX_DEPTH2 = 16;
var PROPERTIES = /* @__PURE__ */ new Map([
  [CLASS.integer, 4],
  [CLASS.float, 12],
  [CLASS.time, 2],
  [CLASS.bits, 4]
]);
function readDatatype(fields, nested = false, depth = 0) {
  const { classAndVersion, bits, size } = fields.record(TYPE_HEAD);
  const version = classAndVersion >> 4;
  const kind = classAndVersion & 15;
  if (depth >= MAX_DEPTH2) throw fields.broken("a datatype nested too deeply");
  const part = () => readDatatype(fields, true, depth + 1);
  switch (kind) {
    case CLASS.variable:
    case CLASS.complex:
      return { class: kind, size, base: part() };
    case CLASS.array: {
      const rank = fields.uint(1);
      if (version < 3) fields.skip(3);
      fields.skip(rank * (version < 3 ? 8 : 4));
      return { class: kind, size, base: part() };
    }
    case CLASS.enumeration: {
      const base = part();
      if (nested) {
        const names = bits & 65535;
        for (let i = 0; i < names; i++) skipName(fields, version);
        fields.skip(names * base.size);
      }
      return { class: kind, size, base };
    }
    case CLASS.compound:
      return { class: kind, size, base: void 0, members: readMembers(fields, version, bits & 65535, size, part) };
    case CLASS.opaque:
      if (nested) fields.skip(Math.ceil((bits & 255) / 8) * 8);
      return { class: kind, size, base: void 0 };
    default:
      if (nested) fields.skip(PROPERTIES.get(kind) ?? 0);
      return { class: kind, size, base: void 0 };
  }
}
var MEMBER_1 = { rank: 1, reserved1: 3, permutation: 4, reserved2: 4 };
var MEMBER_1_DIMENSIONS = 4;
function readMembers(fields, version, count, size, part) {
  const members = [];
  const width = version < 3 ? 4 : size < 256 ? 1 : size < 65536 ? 2 : size < 16777216 ? 3 : 4;
  for (let i = 0; i < count; i++) {
    skipName(fields, version);
    const at = fields.uint(width);
    let times = 1;
    if (version === 1) {
      const { rank } = fields.record(MEMBER_1);
      for (let axis = 0; axis < MEMBER_1_DIMENSIONS; axis++) {
        const length = fields.uint(4);
        if (axis < rank) times *= length;
      }
    }
    const type = part();
    members.push({ at, type: times === 1 ? type : { class: CLASS.array, size: type.size * times, base: type } });
  }
  return members;
}
function skipName(fields, version) {
  const start = fields.pos;
  fields.skipName();
  if (version < 3) fields.skip((8 - (fields.pos - start) % 8) % 8);
}
function bytesIn(type) {
  switch (type.class) {
    case CLASS.string:
    case CLASS.opaque:
      return "text";
    case CLASS.compound: {
      const kinds = (type.members ?? []).map((member) => bytesIn(member.type));
      return kinds.includes("text") ? "text" : kinds.includes("numbers") ? "numbers" : "none";
    }
    case CLASS.array:
    case CLASS.enumeration:
      return type.base ? bytesIn(type.base) : "none";
    case CLASS.integer:
    case CLASS.bits:
      return type.size === 1 ? "numbers" : "none";
    default:
      return "none";
  }
}
var MAX_PARTS = 4096;
function partsOf(type, at = 0, parts = []) {
  if (parts.length >= MAX_PARTS || bytesIn(type) !== "text") return parts;
  if (type.class === CLASS.string || type.class === CLASS.opaque) parts.push({ at, size: type.size });
  for (const member of type.members ?? []) partsOf(member.type, at + member.at, parts);
  if (type.class === CLASS.array && type.base) {
    for (let start = 0; start + type.base.size <= type.size && parts.length < MAX_PARTS && type.base.size > 0; start += type.base.size)
      partsOf(type.base, at + start, parts);
  }
  return parts;
}
var MAX_SLOTS = 4096;
function slotsOf(type, fields) {
  const slots = [];
  collectSlots(type, 0, slots);
  if (slots.length > MAX_SLOTS) throw fields.broken(`more than ${MAX_SLOTS} references in one element`);
  return slots;
}
function collectSlots(type, at, slots) {
  if (slots.length > MAX_SLOTS) return;
  if (type.class === CLASS.variable) {
    if (!type.base || bytesIn(type.base) !== "none" || hasSlots(type.base)) slots.push({ at, base: type.base });
  } else if (type.class === CLASS.compound) {
    for (const member of type.members ?? []) collectSlots(member.type, at + member.at, slots);
  } else if (type.class === CLASS.array && type.base && hasSlots(type.base)) {
    const times = Math.min(MAX_SLOTS + 1, Math.floor(type.size / Math.max(1, type.base.size)));
    for (let i = 0; i < times; i++) collectSlots(type.base, at + i * type.base.size, slots);
  }
}
function hasSlots(type) {
  if (type.class === CLASS.variable) return !type.base || bytesIn(type.base) !== "none" || hasSlots(type.base);
  if (type.class === CLASS.compound) return (type.members ?? []).some((member) => hasSlots(member.type));
  return type.class === CLASS.array && type.base !== void 0 && hasSlots(type.base);
}
var SPACE = { version: 1, rank: 1, flags: 1, type: 1 };
var SPACE_1_RESERVED = 4;
var NULL_SPACE = 2;
var HAS_MOST = 1;
function readDataspace(fields) {
  const { version, rank, flags, type } = fields.record(SPACE);
  if (version !== 1 && version !== 2) throw fields.broken(`dataspace version ${version}`);
  if (version === 1) fields.skip(SPACE_1_RESERVED);
  else if (type === NULL_SPACE) return { shape: [], most: [], count: 0 };
  const shape = [];
  let count = 1;
  for (let i = 0; i < rank; i++) {
    const size = fields.length();
    shape.push(size);
    count *= size;
  }
  const most = flags & HAS_MOST ? shape.map(() => fields.bound()) : shape;
  return { shape, most, count };
}

// src/wire/hdf5/fractal-heap.ts
var HEADER2 = {
  signature: "FRHP",
  version: 1,
  idLength: 2,
  filterSize: 2,
  flags: 1,
  maxManagedSize: 4,
  nextHugeId: "L",
  hugeTree: "O",
  freeSpace: "L",
  freeSpaceManager: "O",
  managedSpace: "L",
  allocatedSpace: "L",
  iteratorOffset: "L",
  managedObjects: "L",
  hugeSize: "L",
  hugeObjects: "L",
  tinySize: "L",
  tinyObjects: "L",
  tableWidth: 2,
  startSize: "L",
  maxDirectSize: "L",
  maxHeapBits: 2,
  startRows: 2,
  root: "O",
  rootRows: 2
};
var INDIRECT_HEAD = 5;
var HUGE_INDIRECT = 1;
var HUGE_RECORD = { address: "O", length: "L", id: "L" };
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
    const fields = file.fields(address, sizeOf(file, HEADER2));
    this.fields = fields;
    const { filterSize, maxManagedSize, maxHeapBits, ...header } = fields.record(HEADER2);
    this.hugeTree = header.hugeTree;
    this.width = header.tableWidth;
    this.startSize = header.startSize;
    this.maxDirect = header.maxDirectSize;
    this.root = header.root;
    this.rootRows = header.rootRows;
    if (filterSize > 0) throw new ScanError("unsupported", "an HDF5 heap with compressed names and attributes", file.base + address);
    const sound = this.width > 0 && this.startSize > 0 && this.maxDirect >= this.startSize && maxHeapBits <= 64;
    if (!sound) throw fields.broken("a heap with an impossible block table");
    this.offsetBytes = Math.ceil(maxHeapBits / 8);
    this.lengthBytes = Math.min(bytesFor(this.maxDirect), bytesFor(maxManagedSize));
  }
  /** Returns where the object of that id is. */
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
        const { address, length, id: id2 } = fields.record(HUGE_RECORD);
        found2.set(id2, { address, length });
      }
      this.huge = found2;
    }
    const found = this.huge.get(id.uint(Math.min(this.file.lengthSize, id.left)));
    if (!found) throw id.broken("a heap id without an object");
    return found;
  }
  /**
   * Returns the address of an offset in the heap, whose blocks double in size from the second row (specification
   * III.G).
   */
  locate(offset) {
    let block = this.root;
    let rows = this.rootRows;
    let rest = offset;
    for (let depth = 0; depth < MAX_DEPTH3; depth++) {
      if (block === UNDEFINED) throw this.fields.broken("a heap object in a block that is not there");
      if (rows === 0) return block + rest;
      const { row, column, within } = this.cell(rest, rows);
      const directRows = Math.min(rows, this.directRows());
      const head = INDIRECT_HEAD + this.file.offsetSize + this.offsetBytes;
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
    throw this.fields.broken("a heap nested too deeply");
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

// src/wire/hdf5/header.ts
var MESSAGE = {
  dataspace: 1,
  linkInfo: 2,
  datatype: 3,
  oldFillValue: 4,
  fillValue: 5,
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
var PlacedMessage = class {
  type;
  shared;
  block;
  at;
  length;
  constructor(type, flags, block, length) {
    this.type = type;
    this.shared = (flags & FLAG_SHARED) !== 0;
    this.block = block;
    this.at = block.pos;
    this.length = length;
    block.skip(length);
  }
  get body() {
    return this.block.within(this.at, this.length);
  }
};
var PREFIX_1 = { reserved: 1, messages: 2, references: 4, headerSize: 4 };
var PREFIX_1_SIZE = 16;
var MESSAGE_1 = { type: 2, size: 2, flags: 1, reserved: 3 };
var PREFIX_2 = { signature: "OHDR", version: 1, flags: 1 };
var MESSAGE_2 = { type: 1, size: 2, flags: 1 };
var FLAG_SIZE_WIDTH = 3;
var FLAG_ORDER = 4;
var FLAG_PHASE = 16;
var FLAG_TIMES = 32;
var TIMES = 4 * 4;
var PHASE_CHANGE = 2 * 2;
var CREATION_ORDER = 2;
var MAX_SIZE_WIDTH = 8;
var CHECKSUM = 4;
function readHeader(file, address) {
  const start = file.upTo(address, PREFIX_1_SIZE);
  const version = start.uint(1);
  if (version === 1) return readVersion1(file, address, start);
  if (version !== PREFIX_2.signature.charCodeAt(0)) throw start.broken(`object header version ${version}`);
  return readVersion2(file, address);
}
function readVersion1(file, address, start) {
  const { headerSize } = start.record(PREFIX_1);
  const messageHead = sizeOf(file, MESSAGE_1);
  return collect(file, { address: address + PREFIX_1_SIZE, size: headerSize }, (block, found) => {
    while (block.left >= messageHead) {
      const { type, size, flags } = block.record(MESSAGE_1);
      if (size > block.left) throw block.broken("a header message extends past its block");
      found(new PlacedMessage(type, flags, block, size));
    }
  });
}
function readVersion2(file, address) {
  const start = file.upTo(address, sizeOf(file, PREFIX_2) + TIMES + PHASE_CHANGE + MAX_SIZE_WIDTH);
  const { version, flags } = start.record(PREFIX_2);
  if (version !== 2) throw start.broken(`object header version ${version}`);
  start.skip((flags & FLAG_TIMES ? TIMES : 0) + (flags & FLAG_PHASE ? PHASE_CHANGE : 0));
  const size = start.uint(1 << (flags & FLAG_SIZE_WIDTH));
  const messageHead = sizeOf(file, MESSAGE_2);
  const ordered = (flags & FLAG_ORDER) !== 0;
  return collect(file, { address: start.here, size }, (block, found, isFirst) => {
    let end = block.data.length;
    if (!isFirst) {
      block.signature("OCHK");
      end -= CHECKSUM;
    }
    while (end - block.pos >= messageHead + (ordered ? CREATION_ORDER : 0)) {
      const head = block.record(MESSAGE_2);
      if (ordered) block.skip(CREATION_ORDER);
      if (head.size > end - block.pos) throw block.broken("a header message extends past its block");
      found(new PlacedMessage(head.type, head.flags, block, head.size));
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

// src/wire/hdf5/attributes.ts
var SHARED = { version: 1, type: 1 };
var SHARED_RESERVED_1 = 6;
var IN_SHARED_HEAP = 1;
function datatypeOf(file, body, shared) {
  if (!shared) return readDatatype(body);
  const { version, type } = body.record(SHARED);
  if (version === 1) body.skip(SHARED_RESERVED_1);
  if (version === 3 && type === IN_SHARED_HEAP)
    throw new ScanError("unsupported", "an HDF5 datatype in the shared message heap", file.base + body.address);
  const message = readHeader(file, body.offset()).find((found) => found.type === MESSAGE.datatype && !found.shared);
  if (!message) throw body.broken("a reference to a committed datatype that does not exist");
  return readDatatype(message.body);
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
var INFO = { version: 1, flags: 1 };
var FLAG_ORDER_STORED = 1;
var MAX_CREATION_INDEX = 2;
var TREE_BY_NAME = 8;
var TREE_BY_ORDER = 9;
var HEAP_ID = 8;
var FLAG_SHARED2 = 2;
function* denseAttributes(file, info) {
  if (info.record(INFO).flags & FLAG_ORDER_STORED) info.skip(MAX_CREATION_INDEX);
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
var ATTRIBUTE = { version: 1, flags: 1, nameSize: 2, typeSize: 2, spaceSize: 2 };
var CHARACTER_SET = 1;
var DATATYPE_SHARED = 1;
function readAttribute(file, body) {
  const { version, flags, nameSize, typeSize, spaceSize } = body.record(ATTRIBUTE);
  if (version < 1 || version > 3) throw body.broken(`attribute version ${version}`);
  if (version === 3) body.skip(CHARACTER_SET);
  const isShared = version !== 1 && (flags & DATATYPE_SHARED) !== 0;
  const padded = (size) => version === 1 ? Math.ceil(size / 8) * 8 : size;
  const written = body.take(padded(nameSize)).subarray(0, nameSize);
  const nul = written.indexOf(0);
  const name = text(nul < 0 ? written : written.subarray(0, nul));
  const type = datatypeOf(file, body.part(padded(typeSize)), isShared);
  const space = readDataspace(body.part(padded(spaceSize)));
  const length = type.size * space.count;
  if (length > body.left) throw body.broken(`the value of attribute ${JSON.stringify(name.slice(0, 80))} extends past its end`);
  return { name, type, space, data: { address: body.here, length } };
}

// src/wire/hdf5/btree1.ts
var TREE_NODE = { type: 1, level: 1, entriesUsed: 2 };
var TREE_NODE_SIZE = 8;
var SIBLINGS = { left: "O", right: "O" };
function firstEntry(file, address) {
  return address + TREE_NODE_SIZE + sizeOf(file, SIBLINGS);
}

// src/wire/hdf5/chunk-arrays.ts
var FIXED_HEADER = {
  signature: "FAHD",
  version: 1,
  client: 1,
  elementSize: 1,
  pageBits: 1,
  elements: "L",
  dataBlock: "O",
  checksum: 4
};
var FIXED_DATA_BLOCK = { signature: "FADB", version: 1, client: 1, header: "O" };
var EXTENSIBLE_HEADER = {
  signature: "EAHD",
  version: 1,
  client: 1,
  elementSize: 1,
  indexBits: 1,
  indexBlockElements: 1,
  minElements: 1,
  minPointers: 1,
  pageBits: 1,
  secondaryBlocks: "L",
  secondarySize: "L",
  dataBlocks: "L",
  dataSize: "L",
  maxIndex: "L",
  elements: "L",
  indexBlock: "O",
  checksum: 4
};
var INDEX_BLOCK = { signature: "EAIB", version: 1, client: 1, header: "O" };
var SECONDARY_BLOCK = { signature: "EASB", version: 1, client: 1, header: "O" };
var DATA_BLOCK = { signature: "EADB", version: 1, client: 1, header: "O" };
var CHECKSUM2 = 4;
var MAX_ELEMENTS = 4e6;
function* fixedArray(file, address) {
  const head = file.fields(address, sizeOf(file, FIXED_HEADER));
  const { elementSize: size, pageBits, elements: count, dataBlock: block } = head.record(FIXED_HEADER);
  const pageElements = 2 ** Math.min(32, pageBits);
  if (block === UNDEFINED) return;
  if (size < file.offsetSize || count > MAX_ELEMENTS) throw head.broken("an array of chunks of impossible shape");
  let at = block + sizeOf(file, FIXED_DATA_BLOCK);
  file.fields(block, 4).signature(FIXED_DATA_BLOCK.signature);
  if (count <= pageElements) return yield* elements(file.fields(at, count * size), 0, count, size);
  const pages = Math.ceil(count / pageElements);
  const written = file.bytes(at, Math.ceil(pages / 8));
  at += written.length + CHECKSUM2;
  for (let page = 0; page < pages; page++) {
    const first = page * pageElements;
    const here = Math.min(pageElements, count - first);
    if (isSet(written, page)) yield* elements(file.fields(at, here * size), first, here, size);
    at += here * size + CHECKSUM2;
  }
}
function* extensibleArray(file, address) {
  const head = file.fields(address, sizeOf(file, EXTENSIBLE_HEADER));
  const {
    elementSize: size,
    indexBits,
    indexBlockElements,
    minElements,
    minPointers,
    pageBits,
    indexBlock
  } = head.record(EXTENSIBLE_HEADER);
  const pageElements = 2 ** Math.min(32, pageBits);
  if (indexBlock === UNDEFINED) return;
  const sound = size >= file.offsetSize && indexBits <= 64 && minElements > 0 && minPointers > 0;
  const levels = 1 + indexBits - Math.log2(minElements);
  if (!sound || !Number.isInteger(levels) || !Number.isInteger(Math.log2(minPointers)))
    throw head.broken("an array of chunks of impossible shape");
  const shape = { file, size, indexBytes: Math.ceil(indexBits / 8), pageElements, counted: 0 };
  const direct = 2 * (minPointers - 1);
  const firstSecondary = Math.log2(minPointers) * 2;
  const secondaries = Math.max(0, levels - firstSecondary);
  const indexSize = sizeOf(file, INDEX_BLOCK) + indexBlockElements * size + (direct + secondaries) * file.offsetSize;
  const fields = file.fields(indexBlock, indexSize);
  fields.record(INDEX_BLOCK);
  yield* elements(fields, 0, indexBlockElements, size);
  let first = indexBlockElements;
  for (let level = 0; level < levels; level++) {
    const blocks = 2 ** Math.floor(level / 2);
    const each = 2 ** Math.floor((level + 1) / 2) * minElements;
    if (level >= firstSecondary) yield* secondaryBlock(shape, fields.offset(), first, blocks, each);
    else for (let i = 0; i < blocks; i++) yield* dataBlock(shape, fields.offset(), first + i * each, each, () => true);
    first += blocks * each;
  }
}
function* secondaryBlock(shape, address, first, blocks, each) {
  if (address === UNDEFINED) return;
  const { file, indexBytes, pageElements } = shape;
  const pages = each > pageElements ? each / pageElements : 0;
  const bitmap = Math.ceil(pages / 8);
  const fields = file.fields(address, sizeOf(file, SECONDARY_BLOCK) + indexBytes + blocks * (bitmap + file.offsetSize));
  fields.record(SECONDARY_BLOCK);
  fields.skip(indexBytes);
  const written = fields.take(blocks * bitmap);
  for (let i = 0; i < blocks; i++) {
    yield* dataBlock(shape, fields.offset(), first + i * each, each, (page) => isSet(written, i * pages + page));
  }
}
function* dataBlock(shape, address, first, count, written) {
  if (address === UNDEFINED) return;
  const { file, size, indexBytes, pageElements } = shape;
  const headSize = sizeOf(file, DATA_BLOCK) + indexBytes;
  const head = file.fields(address, headSize);
  head.signature(DATA_BLOCK.signature);
  shape.counted += count;
  if (shape.counted > MAX_ELEMENTS) throw head.broken("an array of too many chunks");
  let at = address + headSize;
  if (count <= pageElements) return yield* elements(file.fields(at, count * size), first, count, size);
  at += CHECKSUM2;
  for (let done = 0; done < count; done += pageElements) {
    if (written(done / pageElements)) yield* elements(file.fields(at, pageElements * size), first + done, pageElements, size);
    at += pageElements * size + CHECKSUM2;
  }
}
function* elements(fields, first, count, size) {
  for (let i = 0; i < count; i++) yield { index: first + i, fields: fields.part(size) };
}
function isSet(bits, index) {
  return ((bits[index >> 3] ?? 0) & 128 >> (index & 7)) !== 0;
}

// src/wire/hdf5/chunk-index.ts
var MAX_CHUNKS = 5e5;
var MAX_ENTRIES = 4e6;
function chunksOf(file, storage, space, filtered) {
  const found = /* @__PURE__ */ new Map();
  for (const { position, chunk } of positionedChunks(file, storage, space, filtered)) {
    found.set(position, chunk);
    if (found.size > MAX_CHUNKS)
      throw new ScanError("limit", `an HDF5 dataset of more than ${MAX_CHUNKS} chunks of bytes`, file.base + storage.index.address);
  }
  return found;
}
function firstChunk(file, storage, space, filtered) {
  for (const { position, chunk } of positionedChunks(file, storage, space, filtered)) if (position === 0) return chunk;
  return void 0;
}
function* storedChunks(file, storage, space, filtered) {
  let count = 0;
  for (const { chunk } of positionedChunks(file, storage, space, filtered)) {
    if (++count > MAX_CHUNKS) return;
    yield chunk;
  }
}
function* positionedChunks(file, { index, chunk: sizes }, space, filtered) {
  if (index.address === UNDEFINED) return;
  const bytes = sizes.reduce((product, size) => product * size, 1);
  let entries = 0;
  for (const { position, chunk } of entriesOf(file, index, sizes, bytes, new Grid(space, sizes), filtered)) {
    if (++entries > MAX_ENTRIES)
      throw new ScanError("limit", `an HDF5 chunk index of more than ${MAX_ENTRIES} entries`, file.base + index.address);
    if (position !== void 0 && chunk.address !== UNDEFINED) yield { position, chunk };
  }
}
function* entriesOf(file, index, sizes, bytes, grid, filtered) {
  const stored = (fields) => {
    const address = fields.offset();
    return filtered ? { address, size: fields.uint(fields.left - 4), mask: fields.uint(4) } : { address, size: bytes, mask: 0 };
  };
  switch (index.kind) {
    case "single":
      yield { position: 0, chunk: { address: index.address, size: index.size ?? bytes, mask: index.mask } };
      return;
    case "implicit":
      for (let i = 0; i < grid.total && index.address + i * bytes < file.size; i++)
        yield { position: grid.ofArrayIndex(i), chunk: { address: index.address + i * bytes, size: bytes, mask: 0 } };
      return;
    case "fixed-array":
      for (const { index: at, fields } of fixedArray(file, index.address)) yield { position: grid.ofArrayIndex(at), chunk: stored(fields) };
      return;
    case "extensible-array":
      for (const { index: at, fields } of extensibleArray(file, index.address))
        yield { position: grid.ofArrayIndex(at), chunk: stored(fields) };
      return;
    case "tree-2":
      for (const { type, fields } of btreeRecords(file, index.address)) {
        if (type !== PLAIN_CHUNKS && type !== FILTERED_CHUNKS) throw fields.broken(`a B-tree of type ${type} for chunks`);
        const chunk = stored(fields.part(Math.max(0, fields.left - 8 * (sizes.length - 1))));
        yield { position: grid.ofIndexes(Array.from({ length: sizes.length - 1 }, () => fields.uint(8))), chunk };
      }
      return;
    case "tree":
      for (const { start, ...chunk } of oldTree(file, index.address, sizes.length))
        yield { position: grid.ofIndexes(start.map((at, axis) => Math.floor(at / (sizes[axis] ?? 1)))), chunk };
  }
}
var PLAIN_CHUNKS = 10;
var FILTERED_CHUNKS = 11;
var Grid = class {
  now;
  most;
  /**
   * Dimensions in the order in which an array counts them, the slowest first: an unlimited one comes before all others.
   */
  order;
  /** Number of chunks of the dataset at its maximum size. */
  total;
  constructor({ shape, most }, chunk) {
    const chunks = (sizes) => sizes.map((size, axis) => Math.ceil(size / (chunk[axis] ?? 1)));
    this.now = chunks(shape);
    this.most = chunks(most);
    this.total = this.most.reduce((product, size) => product * size, 1);
    const axes = shape.map((_, axis) => axis);
    const unbound = this.most.indexOf(Number.POSITIVE_INFINITY);
    this.order = unbound < 0 ? axes : [unbound, ...axes.filter((axis) => axis !== unbound)];
  }
  /** Returns the position of a chunk from its index in each dimension; undefined outside of the dataset. */
  ofIndexes(scaled) {
    let position = 0;
    for (const [axis, size] of this.now.entries()) {
      const at = scaled[axis] ?? 0;
      if (at >= size) return void 0;
      position = position * size + at;
    }
    return position;
  }
  /** Returns the position of a chunk from its index in an array. */
  ofArrayIndex(index) {
    const scaled = new Array(this.now.length).fill(0);
    let rest = index;
    for (let i = this.order.length - 1; i >= 0; i--) {
      const axis = this.order[i] ?? 0;
      const size = i === 0 ? Number.POSITIVE_INFINITY : this.most[axis] ?? 1;
      scaled[axis] = size === Number.POSITIVE_INFINITY ? rest : rest % size;
      rest = Math.floor(rest / Math.max(1, size));
    }
    return this.ofIndexes(scaled);
  }
};
var TREE_KEY = { size: 4, mask: 4 };
var CHUNK_TREE = 1;
function* oldTree(file, tree, rank) {
  const seen = /* @__PURE__ */ new Set();
  const nodes = [{ address: tree, level: 256 }];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue;
    seen.add(node.address);
    const head = file.fields(node.address, TREE_NODE_SIZE);
    head.signature("TREE");
    const { type, level, entriesUsed } = head.record(TREE_NODE);
    if (type !== CHUNK_TREE || level >= node.level) throw head.broken("a chunk index node expected");
    const entrySize = sizeOf(file, TREE_KEY) + 8 * rank + file.offsetSize;
    const entries = file.fields(firstEntry(file, node.address), entriesUsed * entrySize);
    for (let i = 0; i < entriesUsed; i++) {
      const { size, mask } = entries.record(TREE_KEY);
      const start = Array.from({ length: rank - 1 }, () => entries.uint(8));
      entries.skip(8);
      const address = entries.offset();
      if (level > 0) nodes.push({ address, level });
      else yield { address, size, mask, start };
    }
  }
}

// src/bytes/codecs/lzf.ts
var LITERALS = 32;
var LONG = 7;
function lzf(input, limit) {
  const output = new Uint8Array(limit);
  let length = 0;
  let at = 0;
  while (at < input.length) {
    const control = input[at++] ?? 0;
    if (control < LITERALS) {
      const run = control + 1;
      if (at + run > input.length) throw broken("end within a run", at);
      if (length + run > limit) throw broken("are longer than they may be", at);
      output.set(input.subarray(at, at + run), length);
      at += run;
      length += run;
      continue;
    }
    let count = control >> 5;
    if (count === LONG) count += input[at++] ?? 0;
    if (at >= input.length) throw broken("end within a copy", at);
    const from = length - ((control & 31) << 8 | (input[at++] ?? 0)) - 1;
    count += 2;
    if (from < 0) throw broken("copy from before their start", at);
    if (length + count > limit) throw broken("are longer than they may be", at);
    for (let i = 0; i < count; i++) output[length + i] = output[from + i] ?? 0;
    length += count;
  }
  return output.subarray(0, length);
}
function broken(what, offset) {
  return new ScanError("malformed", `LZF data ${what}`, offset);
}

// src/wire/hdf5/filters.ts
var DEFLATE = 1;
var SHUFFLE = 2;
var FLETCHER32 = 3;
var LZF = 32e3;
var NAMES = /* @__PURE__ */ new Map([
  [4, "szip"],
  [5, "nbit"],
  [6, "scaleoffset"],
  [305, "LZO"],
  [307, "bzip2"],
  [32001, "Blosc"],
  [32004, "LZ4"],
  [32008, "bitshuffle"],
  [32013, "ZFP"],
  [32015, "Zstandard"],
  [32026, "Blosc2"]
]);
var MAX_FILTERS = 32;
var NAMED = 256;
var PIPELINE = { version: 1, filters: 1 };
var RESERVED_1 = 6;
var FLAGS = 2;
function readPipeline(body) {
  const { version, filters: count } = body.record(PIPELINE);
  if (version !== 1 && version !== 2) throw body.broken(`filter pipeline version ${version}`);
  if (count > MAX_FILTERS) throw body.broken(`${count} filters`);
  if (version === 1) body.skip(RESERVED_1);
  return Array.from({ length: count }, () => {
    const id = body.uint(2);
    const nameLength = version === 1 || id >= NAMED ? body.uint(2) : 0;
    body.skip(FLAGS);
    const values = body.uint(2);
    body.skip(version === 1 ? Math.ceil(nameLength / 8) * 8 : nameLength);
    const filter = { id, values: Array.from({ length: values }, () => body.uint(4)) };
    if (version === 1 && values % 2 === 1) body.skip(4);
    return filter;
  });
}
function unknownFilter(pipeline) {
  const unknown = pipeline.find(({ id }) => id !== DEFLATE && id !== SHUFFLE && id !== FLETCHER32 && id !== LZF);
  return unknown && (NAMES.get(unknown.id) ?? `number ${unknown.id}`);
}
var SLACK = 64;
function undoFilters(pipeline, mask, stored, bytes, offset) {
  let data = stored;
  for (const [index, { id, values }] of [...pipeline.entries()].reverse()) {
    if ((mask & 1 << index) !== 0) continue;
    if (id === DEFLATE) data = inflated(data, bytes + SLACK, offset);
    else if (id === LZF) data = lzf(data, bytes + SLACK);
    else if (id === SHUFFLE) data = unshuffled(data, values[0] ?? 1);
    else if (id === FLETCHER32) data = data.subarray(0, Math.max(0, data.length - 4));
  }
  return data;
}
function inflated(data, limit, offset) {
  try {
    return zlib().inflateSync(data, { maxOutputLength: limit });
  } catch {
    throw new ScanError("malformed", "a chunk of an HDF5 dataset cannot be inflated to its size", offset);
  }
}
function unshuffled(data, width) {
  const count = Math.floor(data.length / Math.max(1, width));
  if (width < 2 || count < 2) return data;
  const output = new Uint8Array(data.length);
  for (let rank = 0; rank < width; rank++) {
    for (let i = 0, to = rank; i < count; i++, to += width) output[to] = data[rank * count + i] ?? 0;
  }
  output.set(data.subarray(count * width), count * width);
  return output;
}

// src/wire/hdf5/chunked.ts
var MAX_CHUNK = 64 * 2 ** 20;
var CACHE = 64 * 2 ** 20;
var SPARSE = 2 ** 30;
var SPARSEST = 16;
function openChunked(file, elementSize, options) {
  const { storage, space } = options;
  const { chunk } = storage;
  const sound = chunk.length === space.shape.length + 1 && chunk.every((size) => size > 0) && chunk.at(-1) === elementSize;
  if (!sound) throw new ScanError("malformed", "an HDF5 dataset and its chunks have different shapes", file.base + storage.index.address);
  return new ChunkedSource(file, elementSize, options);
}
var ChunkedSource = class {
  kind = "source";
  size;
  file;
  options;
  /** Built when more than the first chunk is read. */
  index;
  /** Null until it was searched. */
  first = null;
  chunkBytes;
  shape;
  chunk;
  grid;
  cache = /* @__PURE__ */ new Map();
  cached = 0;
  constructor(file, elementSize, options) {
    const { storage, space } = options;
    this.file = file;
    this.options = options;
    this.size = space.count * elementSize;
    this.chunkBytes = storage.chunk.reduce((product, size) => product * size, 1);
    const shape = [];
    const chunk = [];
    for (const [axis, size] of [...space.shape, elementSize].entries()) {
      const part = storage.chunk[axis] ?? 1;
      if (shape.length > 0 && part === size) {
        shape.push((shape.pop() ?? 1) * size);
        chunk.push((chunk.pop() ?? 1) * size);
      } else {
        shape.push(size);
        chunk.push(part);
      }
    }
    this.shape = shape;
    this.chunk = chunk;
    this.grid = shape.map((size, axis) => Math.ceil(size / (chunk[axis] ?? 1)));
  }
  read(offset, length) {
    const target = new Uint8Array(Math.max(0, Math.min(length, this.size - offset)));
    this.readInto(target, offset);
    return target;
  }
  readInto(target, offset) {
    const wanted = Math.max(0, Math.min(target.length, this.size - offset));
    let done = 0;
    while (done < wanted) {
      const { position, within, run } = this.locate(offset + done);
      const part = target.subarray(done, done + Math.min(run, wanted - done));
      this.copy(part, position, within, offset + done);
      done += part.length;
    }
    return done;
  }
  /** Returns the chunk of a byte, the offset of the byte in it, and how many bytes follow without a gap. */
  locate(offset) {
    const { shape, chunk, grid } = this;
    const at = new Array(shape.length);
    let rest = offset;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const size = shape[axis] ?? 1;
      at[axis] = axis === 0 ? rest : rest % size;
      rest = Math.floor(rest / size);
    }
    let position = 0;
    let within = 0;
    for (let axis = 0; axis < shape.length; axis++) {
      const part2 = chunk[axis] ?? 1;
      const here2 = at[axis] ?? 0;
      position = position * (grid[axis] ?? 1) + Math.floor(here2 / part2);
      within = within * part2 + here2 % part2;
    }
    const last = shape.length - 1;
    const [part, here] = [chunk[last] ?? 1, at[last] ?? 0];
    return { position, within, run: Math.min(part - here % part, (shape[last] ?? 1) - here) };
  }
  find(position) {
    const { file } = this;
    const { storage, space, pipeline } = this.options;
    if (position === 0 && !this.index) {
      if (this.first === null) this.first = firstChunk(file, storage, space, pipeline.length > 0);
      return this.first;
    }
    if (!this.index) {
      this.index = chunksOf(file, storage, space, pipeline.length > 0);
      if (this.size > SPARSE && this.size / SPARSEST > this.index.size * this.chunkBytes) {
        const detail = `an HDF5 dataset of ${this.size} bytes, of which few were written`;
        throw new ScanError("limit", detail, file.base + storage.index.address);
      }
    }
    return this.index.get(position);
  }
  copy(target, position, within, offset) {
    const { file, options } = this;
    const stored = this.find(position);
    if (!stored) return this.fill(target, offset);
    if (options.pipeline.length === 0) {
      options.spend(target.length);
      if (stored.address + within + target.length > file.size)
        throw new ScanError("truncated", "a chunk of an HDF5 dataset extends past the end of the file", file.base + file.size);
      file.slice(stored.address + within, target.length).readInto(target, 0);
      return;
    }
    const data = this.decoded(position, stored);
    const part = data.subarray(within, within + target.length);
    target.set(part);
    target.fill(0, part.length);
  }
  fill(target, offset) {
    const { fill } = this.options;
    if (fill.every((byte) => byte === fill[0])) target.fill(fill[0] ?? 0);
    else for (let i = 0; i < target.length; i++) target[i] = fill[(offset + i) % fill.length] ?? 0;
  }
  decoded(position, { address, size, mask }) {
    const known = this.cache.get(position);
    if (known) return known;
    const { file, options, chunkBytes } = this;
    const offset = file.base + address;
    if (chunkBytes > MAX_CHUNK || size > MAX_CHUNK)
      throw new ScanError("limit", `a compressed chunk of ${chunkBytes} bytes in an HDF5 dataset`, offset);
    if (address + size > file.size)
      throw new ScanError("truncated", "a chunk of an HDF5 dataset extends past the end of the file", file.base + file.size);
    options.spend(chunkBytes);
    const bytes = file.slice(address, size).read(0, size);
    const data = this.isPlain(position) ? bytes : undoFilters(options.pipeline, mask, bytes, chunkBytes, offset);
    for (const [oldest, { length }] of this.cache) {
      if (this.cached + data.length <= CACHE) break;
      this.cache.delete(oldest);
      this.cached -= length;
    }
    this.cache.set(position, data);
    this.cached += data.length;
    return data;
  }
  /** True for a chunk at the edge that was stored without filters. */
  isPlain(position) {
    if (!this.options.storage.plainEdges) return false;
    let rest = position;
    for (let axis = this.shape.length - 1; axis >= 0; axis--) {
      const count = this.grid[axis] ?? 1;
      const part = this.chunk[axis] ?? 1;
      if ((rest % count + 1) * part > (this.shape[axis] ?? 0)) return true;
      rest = Math.floor(rest / count);
    }
    return false;
  }
};

// src/wire/hdf5/dataset.ts
var MIN_FILL = 16;
function* elementsOf(file, messages, type, space, storage, spend) {
  if (!holdsBytes(type, messages) || space.count === 0) return;
  const fill = fillValue(file, messages);
  if (fill.length >= MIN_FILL && fill.length >= type.size) yield { type, count: 1, data: memorySource(fill) };
  if (storage.kind === "whole") {
    if (!storage.data) return;
    const { address, length } = storage.data;
    yield { type, count: space.count, data: file.slice(address, length), offset: file.base + address };
    return;
  }
  const message = messages.find((found) => found.type === MESSAGE.filters);
  if (message?.shared) throw new ScanError("unsupported", "HDF5 filters in the shared message heap", file.base + message.body.address);
  const pipeline = message ? readPipeline(message.body) : [];
  const unknown = unknownFilter(pipeline);
  if (unknown !== void 0)
    throw new ScanError(
      "unsupported",
      `bytes in an HDF5 dataset that are compressed with ${unknown}`,
      message && file.base + message.body.address
    );
  if (storage.index.address !== UNDEFINED)
    yield { type, count: space.count, data: openChunked(file, type.size, { storage, space, pipeline, fill, spend }) };
}
function holdsBytes(type, messages) {
  const fields = messages.find((message) => message.type === MESSAGE.datatype)?.body;
  return fields !== void 0 && (bytesIn(type) !== "none" || slotsOf(type, fields).length > 0);
}
var FILL_1 = { allocationTime: 1, writeTime: 1, defined: 1 };
var HAS_FILL = 32;
function fillValue(file, messages) {
  const message = messages.find(({ type }) => type === MESSAGE.fillValue) ?? messages.find(({ type }) => type === MESSAGE.oldFillValue);
  if (!message) return new Uint8Array(0);
  const { body } = message;
  if (message.shared) throw new ScanError("unsupported", "an HDF5 fill value in the shared message heap", file.base + body.address);
  if (message.type === MESSAGE.fillValue) {
    const version = body.uint(1);
    if (version > 2) {
      if ((body.uint(1) & HAS_FILL) === 0) return new Uint8Array(0);
    } else {
      const { defined } = body.record(FILL_1);
      if (version === 2 && defined === 0) return new Uint8Array(0);
    }
  }
  return body.take(body.uint(4));
}

// src/wire/hdf5/declared.ts
var MAX_WORD = 64;
function declaresPickle(attribute, valuesOf2) {
  if (attribute.name === "PSEUDOATOM") return wordIn(attribute, valuesOf2) === "object";
  return (attribute.name === "base_type" || attribute.name === "type") && wordIn(attribute, valuesOf2) === "pickle";
}
function isHickle(attribute, valuesOf2) {
  return attribute.name === "HICKLE_VERSION" || attribute.name === "CLASS" && wordIn(attribute, valuesOf2) === "hickle";
}
function wordIn(attribute, valuesOf2) {
  for (const { source } of valuesOf2(attribute)) return latin1(source.read(0, MAX_WORD)).replace(/\0+$/, "");
  return void 0;
}

// src/wire/hdf5/heaps.ts
var LOCAL_HEAP = {
  signature: "HEAP",
  version: 1,
  reserved: 3,
  dataSize: "L",
  freeList: "L",
  dataAddress: "O"
};
function localHeap(file, address) {
  const fields = file.fields(address, sizeOf(file, LOCAL_HEAP));
  const { dataSize: size, dataAddress } = fields.record(LOCAL_HEAP);
  const data = file.bytes(dataAddress, size);
  return (offset) => {
    if (offset >= size) throw fields.broken("a name outside of its heap");
    const nul = data.indexOf(0, offset);
    return text(data.subarray(offset, Math.min(nul < 0 ? size : nul, offset + MAX_NAME)));
  };
}
var MAX_NAME = 64 * 1024;
var COLLECTION = { signature: "GCOL", version: 1, reserved: 3, size: "L" };
var OBJECT = { index: 2, references: 2, reserved: 4, size: "L" };
var ALIGNMENT = 8;
var GlobalHeap = class {
  file;
  collections = /* @__PURE__ */ new Map();
  constructor(file) {
    this.file = file;
  }
  /** Returns where an object is; undefined for the null object. */
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
    const headSize = sizeOf(file, COLLECTION);
    const end = address + file.fields(address, headSize).record(COLLECTION).size;
    const found = /* @__PURE__ */ new Map();
    const objectHead = sizeOf(file, OBJECT);
    for (let at = address + headSize; at + objectHead <= end; ) {
      const object = file.fields(at, objectHead);
      const { index, size } = object.record(OBJECT);
      if (index === 0) break;
      if (at + objectHead + size > end) throw object.broken("a heap object extends past its collection");
      found.set(index, { address: at + objectHead, length: size });
      at += objectHead + Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    }
    return found;
  }
};
var MAX_COLLECTIONS = 256;

// src/wire/hdf5/links.ts
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
var INFO2 = { version: 1, flags: 1 };
var FLAG_ORDER_STORED2 = 1;
var MAX_CREATION_INDEX2 = 8;
var TREE_BY_NAME2 = 5;
var TREE_BY_ORDER2 = 6;
var NAME_HASH = 4;
var CREATION_ORDER2 = 8;
var HEAP_ID2 = 7;
function* denseLinks(file, info) {
  if (info.record(INFO2).flags & FLAG_ORDER_STORED2) info.skip(MAX_CREATION_INDEX2);
  const heapAddress = info.offset();
  const tree = info.offset();
  if (heapAddress === UNDEFINED) return;
  const heap = new FractalHeap(file, heapAddress);
  for (const { type, fields } of btreeRecords(file, tree)) {
    if (type === TREE_BY_NAME2) fields.skip(NAME_HASH);
    else if (type === TREE_BY_ORDER2) fields.skip(CREATION_ORDER2);
    else throw fields.broken(`a B-tree of type ${type} for links`);
    const extent2 = heap.find(fields.part(HEAP_ID2));
    yield readLink(file, file.fields(extent2.address, extent2.length));
  }
}
var LINK = { version: 1, flags: 1 };
var FLAG_NAME_WIDTH = 3;
var FLAG_ORDER2 = 4;
var FLAG_TYPE = 8;
var FLAG_CHARSET = 16;
var CHARSET = 1;
function readLink(file, body) {
  const { flags } = body.record(LINK);
  const kind = flags & FLAG_TYPE ? body.uint(1) : HARD;
  body.skip((flags & FLAG_ORDER2 ? CREATION_ORDER2 : 0) + (flags & FLAG_CHARSET ? CHARSET : 0));
  const name = text(body.take(body.uint(1 << (flags & FLAG_NAME_WIDTH))));
  if (kind === HARD) return { kind: "hard", name, address: body.offset() };
  const value = body.part(body.uint(2));
  if (kind === SOFT) return { kind: "soft", name };
  if (kind !== EXTERNAL) throw new ScanError("unsupported", `a user-defined HDF5 link of type ${kind}`, file.base + value.address);
  value.skip(1);
  return { kind: "external", name, address: value.address, path: value.name(), object: value.name() };
}
var MAX_LEVEL = 64;
var GROUP_TREE = 0;
var SYMBOL_NODE = { version: 1, reserved: 1, symbols: 2 };
var SYMBOL_NODE_SIZE = 8;
var SYMBOL = { nameOffset: "O", object: "O", cacheType: 4, reserved: 4, scratch: 16 };
var CACHED_SOFT_LINK = 2;
function* symbolTable(file, tree, heapAddress) {
  const nameAt = localHeap(file, heapAddress);
  const seen = /* @__PURE__ */ new Set();
  const nodes = [{ address: tree, level: MAX_LEVEL }];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (seen.has(node.address)) continue;
    seen.add(node.address);
    const head = file.fields(node.address, TREE_NODE_SIZE);
    const signature = text(head.take(4));
    if (signature === "SNOD") {
      yield* symbols(file, node.address + SYMBOL_NODE_SIZE, head.record(SYMBOL_NODE).symbols, nameAt);
      continue;
    }
    const { type, level, entriesUsed } = head.record(TREE_NODE);
    if (signature !== "TREE" || type !== GROUP_TREE || level >= node.level) throw head.broken("a group\u2019s B-tree node expected");
    const entries = file.fields(firstEntry(file, node.address), entriesUsed * (file.lengthSize + file.offsetSize));
    for (let i = 0; i < entriesUsed; i++) {
      entries.length();
      nodes.push({ address: entries.offset(), level });
    }
  }
}
function* symbols(file, address, count, nameAt) {
  const entries = file.fields(address, count * sizeOf(file, SYMBOL));
  for (let i = 0; i < count; i++) {
    const { nameOffset, object, cacheType } = entries.record(SYMBOL);
    const name = nameAt(nameOffset);
    if (cacheType === CACHED_SOFT_LINK) yield { kind: "soft", name };
    else yield { kind: "hard", name, address: object };
  }
}

// src/wire/hdf5/storage.ts
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
    case CHUNKED:
      return version === 3 ? treeOfChunks(body, body.uint(1), body.offset()) : newChunks(body);
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
var LAYOUT_1 = { rank: 1, layoutClass: 1, reserved: 5 };
var DIMENSION = 4;
function oldLayout(body, bytes) {
  const { rank, layoutClass: kind } = body.record(LAYOUT_1);
  if (kind === COMPACT) {
    body.skip(rank * DIMENSION);
    const length = body.uint(4);
    return { kind: "whole", data: { address: body.here, length: Math.min(length, body.left) } };
  }
  const address = body.offset();
  if (kind === CONTIGUOUS) return { kind: "whole", data: extent(address, bytes) };
  return treeOfChunks(body, rank, address);
}
function treeOfChunks(body, rank, address) {
  return { kind: "chunked", index: { kind: "tree", address }, chunk: dimensions(body, rank, DIMENSION), plainEdges: false };
}
function dimensions(body, rank, width) {
  return Array.from({ length: rank }, () => body.uint(width));
}
var CHUNKED_4 = { flags: 1, rank: 1, dimensionWidth: 1 };
var PLAIN_EDGES = 1;
var SINGLE_FILTERED = 2;
var FIXED_ARRAY = { pageBits: 1 };
var EXTENSIBLE_ARRAY = { maxBits: 1, indexElements: 1, minPointers: 1, minElements: 1, pageBits: 1 };
var TREE_2 = { nodeSize: 4, splitPercent: 1, mergePercent: 1 };
function newChunks(body) {
  const { flags, rank, dimensionWidth } = body.record(CHUNKED_4);
  const chunk = dimensions(body, rank, dimensionWidth);
  return { kind: "chunked", index: newIndex(body, flags), chunk, plainEdges: (flags & PLAIN_EDGES) !== 0 };
}
function newIndex(body, flags) {
  const kind = body.uint(1);
  switch (kind) {
    case 1: {
      const filtered = (flags & SINGLE_FILTERED) !== 0;
      const size = filtered ? body.length() : void 0;
      const mask = filtered ? body.uint(4) : 0;
      return { kind: "single", address: body.offset(), size, mask };
    }
    case 2:
      return { kind: "implicit", address: body.offset() };
    case 3:
      body.record(FIXED_ARRAY);
      return { kind: "fixed-array", address: body.offset() };
    case 4:
      body.record(EXTENSIBLE_ARRAY);
      return { kind: "extensible-array", address: body.offset() };
    case 5:
      body.record(TREE_2);
      return { kind: "tree-2", address: body.offset() };
    default:
      throw body.broken(`a chunk index of type ${kind}`);
  }
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
var SELECTION = { type: 4, version: 4 };
var SELECTION_1 = { reserved: 4, dataSize: 4 };
var HYPERSLAB_2 = { flags: 1, dataSize: 4 };
var HYPERSLAB_3 = { flags: 1, width: 1, rank: 4 };
var POINTS_2 = { width: 1, rank: 4 };
var POINTS = 1;
var HYPERSLAB = 2;
var MAX_TYPE = 3;
var REGULAR = 1;
function skipSelection(file, block) {
  const { type, version } = block.record(SELECTION);
  if (type === HYPERSLAB && version === 3) {
    const { flags, width, rank } = block.record(HYPERSLAB_3);
    block.skip((flags & REGULAR) !== 0 ? 4 * rank * width : block.uint(width) * 2 * rank * width);
  } else if (type === HYPERSLAB && version === 2) {
    block.skip(block.record(HYPERSLAB_2).dataSize);
  } else if (type === POINTS && version === 2) {
    const { width, rank } = block.record(POINTS_2);
    block.skip(block.uint(width) * rank * width);
  } else if (type <= MAX_TYPE && version === 1) {
    block.skip(block.record(SELECTION_1).dataSize);
  } else throw new ScanError("unsupported", `HDF5 selection of type ${type} and version ${version}`, file.base + block.address);
}
var EXTERNAL2 = { version: 1, reserved: 3, allocated: 2, used: 2, heap: "O" };
var EXTERNAL_FILE = { nameOffset: "L", dataOffset: "L", dataSize: "L" };
function externalFiles(file, body) {
  const { used, heap } = body.record(EXTERNAL2);
  const nameAt = localHeap(file, heap);
  const names = [];
  for (let i = 0; i < used; i++) names.push(nameAt(body.record(EXTERNAL_FILE).nameOffset));
  return names;
}

// src/wire/hdf5/file.ts
var PAGE = 512;
var MAX_PAGES = 4096;
var MAX_PIECE = 16 * 2 ** 20;
var MAX_BYTES = 1024 * 2 ** 20;
var MAX_PIECES = 2e7;
var TICK = 256;
var Hdf5File = class {
  /** Where the superblock is: 0, or the size of the user block. */
  base;
  size;
  offsetSize = 8;
  lengthSize = 8;
  source;
  tick;
  pages = /* @__PURE__ */ new Map();
  taken = 0;
  pieces = 0;
  /** `tick` is called regularly and throws to stop. */
  constructor(source, base, tick) {
    this.source = source;
    this.base = base;
    this.size = source.size - base;
    this.tick = tick;
  }
  /** Returns `length` bytes at an address. @throws {ScanError} where they are not in the file. */
  bytes(address, length) {
    if (address === UNDEFINED) throw new ScanError("malformed", "a required HDF5 structure has no address");
    if (address + length > this.size) {
      throw new ScanError(
        "truncated",
        `an HDF5 structure of ${length} bytes at ${address} extends past the end of the file`,
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
  /** Returns the bytes at an address as a source, cut at the end of the file. Reads nothing yet. */
  slice(address, length) {
    return slice(this.source, this.base + address, length);
  }
  /** Returns a reader of the `length` bytes at an address. */
  fields(address, length) {
    return new Fields(this, this.bytes(address, length), address);
  }
  /**
   * Returns a reader of up to `length` bytes, for structures whose length is known only after a part of them was read.
   */
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

// src/wire/hdf5/superblock.ts
var SHORTEST = 24;
var LONGEST = 128;
var VERSIONS = { freeSpace: 1, rootGroup: 1, reserved: 1, sharedHeader: 1 };
var WIDTHS = { offsetSize: 1, lengthSize: 1 };
var GROUPS = { reserved: 1, leafNodeK: 2, internalNodeK: 2, flags: 4 };
var VERSION_1 = { chunkNodeK: 2, reserved: 2 };
var ADDRESSES = {
  base: "O",
  freeSpace: "O",
  endOfFile: "O",
  driverInfo: "O",
  rootNameOffset: "O",
  root: "O"
};
var VERSION_2 = { flags: 1, base: "O", extension: "O", endOfFile: "O", root: "O" };
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
    fields.record(VERSIONS);
    setWidths(file, fields);
    fields.record(GROUPS);
    if (version === 1) fields.record(VERSION_1);
    const { endOfFile: endOfFile2, root: root2 } = fields.record(ADDRESSES);
    return { file, root: root2, cut: cutOff(file, endOfFile2) };
  }
  setWidths(file, fields);
  const { endOfFile, root } = fields.record(VERSION_2);
  return { file, root, cut: cutOff(file, endOfFile) };
}
function setWidths(file, fields) {
  const { offsetSize, lengthSize } = fields.record(WIDTHS);
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

// src/wire/hdf5/values.ts
var MAX_ELEMENTS2 = 4e6;
var MAX_DEPTH4 = 4;
var BLOCK = 64 * 1024;
var MAX_IN_PARTS = 64 * 2 ** 20;
var PROTO = 128;
var MAX_PROTOCOL = 5;
function* valuesOf(file, heap, elements2, more, depth = 0) {
  const { type, count, data, offset } = elements2;
  const kind = bytesIn(type);
  if (kind !== "none" && data.size > 0) yield { source: data, numbers: kind === "numbers", ...offset === void 0 ? {} : { offset } };
  if (kind === "text" && (count > 1 || type.members) && data.size <= MAX_IN_PARTS) yield* pickledParts(type, partsOf(type), data, offset);
  const slots = slotsOf(type, new Fields(file, new Uint8Array(0), 0));
  if (slots.length === 0 || type.size === 0) return;
  const shown = Math.min(count, Math.floor(MAX_ELEMENTS2 / slots.length), Math.floor(data.size / type.size));
  if (shown < count && shown < Math.floor(data.size / type.size)) more();
  const perBlock = Math.max(1, Math.floor(BLOCK / type.size));
  for (let first = 0; first < shown; first += perBlock) {
    const here = Math.min(perBlock, shown - first);
    const block = data.read(first * type.size, here * type.size);
    for (let i = 0; i < here; i++) {
      for (const slot of slots) yield* referredTo(file, heap, slot, block.subarray(i * type.size), more, depth);
    }
  }
}
function* pickledParts(type, parts, data, offset) {
  const perBlock = Math.max(1, Math.floor(BLOCK / type.size));
  for (let first = 0; first + type.size <= data.size; first += perBlock * type.size) {
    const block = data.read(first, perBlock * type.size);
    for (let element = 0; element + type.size <= block.length; element += type.size) {
      for (const { at, size } of parts) {
        const start = element + at;
        if (block[start] !== PROTO || (block[start + 1] ?? 255) > MAX_PROTOCOL || first + start === 0) continue;
        const location = offset === void 0 ? {} : { offset: offset + first + start };
        yield { source: slice(data, first + start, size), at: first + start, numbers: false, ...location };
      }
    }
  }
}
function* referredTo(file, heap, { at, base }, element, more, depth) {
  const fields = new Fields(file, element.subarray(at, at + 4 + file.offsetSize + 4), 0);
  const length = fields.uint(4);
  const object = heap.object(fields.offset(), fields.uint(4));
  if (!object) return;
  const size = Math.min(object.length, Math.max(length, 1) * (base?.size ?? 1));
  const offset = file.base + object.address;
  const data = file.slice(object.address, size);
  if (!base) yield { source: data, offset, numbers: false };
  else if (depth >= MAX_DEPTH4) more();
  else yield* valuesOf(file, heap, { type: base, count: length, data, offset }, more, depth + 1);
}

// src/wire/hdf5/objects.ts
var MAX_OBJECTS = 2e6;
var MAX_PATH = 300;
var MAX_LEVELS = 1e3;
var MAX_HELD = 2e5;
function* walkHdf5(source, superblock, visitor, tick, spend) {
  const { file, root, cut } = openHdf5(source, superblock, tick);
  if (cut) visitor.problem(cut);
  yield* new Walk(file, visitor, spend).from(root);
}
var Walk = class {
  file;
  visitor;
  heap;
  spend;
  /** True when hickle wrote the file. */
  hickle = false;
  constructor(file, visitor, spend) {
    this.file = file;
    this.visitor = visitor;
    this.heap = new GlobalHeap(file);
    this.spend = spend;
  }
  /** Depth first. Of a group only what its links lie in is kept while they are followed, so that neither long groups nor deep ones fill the memory. */
  *from(root) {
    const seen = /* @__PURE__ */ new Set();
    const groups = [];
    let held = 0;
    let next = { address: root, path: "/" };
    while (next) {
      const { address, path } = next;
      if (!seen.has(address)) {
        seen.add(address);
        if (seen.size > MAX_OBJECTS) throw new ScanError("limit", `more than ${MAX_OBJECTS} HDF5 objects`);
        const linking = yield* this.object(path, address);
        if (groups.length >= MAX_LEVELS || held + linking.length > MAX_HELD)
          this.problem(
            new ScanError(
              "limit",
              `HDF5 groups are nested deeper than ${MAX_LEVELS} levels, or with too many links`,
              this.file.base + address
            )
          );
        else if (linking.length > 0) {
          held += linking.length;
          groups.push({ path, held: linking.length, links: linksOf(this.file, linking, this.problem)[Symbol.iterator]() });
        }
      }
      next = void 0;
      for (let group = groups.at(-1); group && next === void 0; group = groups.at(-1)) {
        const link = this.nextLink(group);
        if (link === void 0) {
          held -= group.held;
          groups.pop();
          continue;
        }
        const child = group.path.length > MAX_PATH ? group.path : `${group.path === "/" ? "" : group.path}/${link.name}`;
        if (link.kind === "hard") next = { address: link.address, path: child };
        else if (link.kind === "external") this.visitor.outside(child, link.path, "HDF5 external link", this.file.base + link.address);
      }
    }
  }
  nextLink({ links }) {
    let link;
    this.attempt(() => {
      const step = links.next();
      if (step.done !== true) link = step.value;
    });
    return link;
  }
  /** Visits one object, and returns the messages in which its links lie. */
  *object(path, address) {
    try {
      const messages = readHeader(this.file, address);
      const isPickle = yield* this.attributes(path, messages);
      yield* this.dataset(path, messages, isPickle);
      return messages.filter(({ type }) => type === MESSAGE.link || type === MESSAGE.linkInfo || type === MESSAGE.symbolTable);
    } catch (error) {
      this.problem(error);
      return [];
    }
  }
  /** Returns whether an attribute declares that the object is a pickle. */
  *attributes(path, messages) {
    let isPickle = false;
    const valuesOf2 = (attribute) => this.values(elementsOfAttribute(this.file, attribute));
    for (const attribute of attributesOf(this.file, messages, this.problem)) {
      try {
        this.hickle ||= isHickle(attribute, valuesOf2);
        isPickle ||= declaresPickle(attribute, valuesOf2);
        for (const value of valuesOf2(attribute)) yield { of: "attribute", object: path, name: attribute.name, value };
      } catch (error) {
        this.problem(error);
      }
    }
    return isPickle;
  }
  *dataset(path, messages, isPickle) {
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
      if (holdsBytes(type, messages) && space.count > 0)
        throw new ScanError(
          "unsupported",
          "bytes in an HDF5 dataset that is put together from parts of others, of any type",
          this.file.base + storage.address
        );
      return;
    }
    this.stored(messages, type, space, storage);
    const declared = isPickle ? "pickle" : this.hickle ? "perhaps" : "nothing";
    for (const elements2 of elementsOf(this.file, messages, type, space, storage, this.spend)) {
      for (const value of this.values(elements2)) yield { of: "dataset", object: path, value, declared };
    }
  }
  /** Reports where passed-over numbers and compressed chunks are stored. Bytes in one piece are reported by `data`. */
  stored(messages, type, space, storage) {
    const { file } = this;
    const kind = holdsBytes(type, messages) ? "compressed" : "numbers";
    if (storage.kind === "whole") {
      if (storage.data && kind === "numbers") this.visitor.stored(kind, file.base + storage.data.address, storage.data.length);
      return;
    }
    const filtered = messages.some((message) => message.type === MESSAGE.filters);
    this.attempt(() => {
      for (const { address, size } of storedChunks(file, storage, space, filtered)) this.visitor.stored(kind, file.base + address, size);
    });
  }
  values(elements2) {
    return valuesOf(
      this.file,
      this.heap,
      elements2,
      () => this.problem(new ScanError("limit", "more strings in one HDF5 object than are looked at", elements2.offset))
    );
  }
  attempt(work) {
    try {
      work();
    } catch (error) {
      this.problem(error);
    }
  }
  /** Reports a problem of one object, so that the walk goes on; a timeout ends it. */
  problem = (error) => {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    this.visitor.problem(error);
  };
};
function elementsOfAttribute(file, { type, space, data }) {
  return { type, count: space.count, data: file.slice(data.address, data.length), offset: file.base + data.address };
}
export {
  findSuperblock,
  isBareSignature,
  walkHdf5
};
