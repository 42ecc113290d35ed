import {
  ArchiveLinks_38 as ArchiveLinks,
  TAR_BLOCK_38 as TAR_BLOCK,
  parseTarHeader_38 as parseTarHeader,
  text_38 as text,
  linkEscapes_39 as linkEscapes,
  unsafePath_39 as unsafePath,
  Search_45 as Search,
  recordLayout_19 as recordLayout,
  memorySource_10 as memorySource,
  slice_10 as slice
} from "./core.js";
import {
  Portions
} from "./shared-bytes-portions.js";

// src/wire/tar/pax.ts
var ATTRIBUTES = /* @__PURE__ */ new Set([
  "path",
  "linkpath",
  "size",
  "mtime",
  "atime",
  "ctime",
  "uid",
  "gid",
  "uname",
  "gname",
  "charset",
  "hdrcharset"
]);
function parsePax(bytes, into) {
  let at = 0;
  while (at < bytes.length && bytes[at] !== 0) {
    const space = bytes.subarray(at, at + 21).indexOf(32);
    const digits = space < 0 ? "" : new TextDecoder().decode(bytes.subarray(at, at + space));
    const length = /^\d+$/.test(digits) ? Number(digits) : 0;
    const record = bytes.subarray(at + space + 1, at + length);
    const equals = record.indexOf(61);
    if (length < space + 3 || at + length > bytes.length || equals < 0 || record[record.length - 1] !== 10) return false;
    const key = new TextDecoder().decode(record.subarray(0, equals));
    if (!assign(into, key, new TextDecoder().decode(record.subarray(equals + 1, -1)))) return false;
    at += length;
  }
  return true;
}
function assign(records, key, value) {
  if (key === "path" || key === "GNU.sparse.name") records.path = value;
  else if (key === "linkpath") records.linkpath = value;
  else if (key === "size") {
    if (!/^\d{1,15}$/.test(value)) return false;
    records.size = Number(value);
  }
  if (key.startsWith("GNU.sparse.")) records.sparse = true;
  else if (!ATTRIBUTES.has(key)) records.noted = true;
  return true;
}

// src/wire/tar/archive.ts
var MAX_META = 1024 * 1024;
var TYPES = {
  "1": "hardlink",
  "2": "symlink",
  "3": "device",
  "4": "device",
  "5": "folder",
  "6": "device"
};
async function* walkTar(portions) {
  const globals = {};
  let local = {};
  let ended = false;
  for (; ; ) {
    const offset = portions.offset;
    const block = await portions.take(TAR_BLOCK);
    const header = parseTarHeader(block);
    if (!header) {
      portions.putBack(block);
      if (block.length === TAR_BLOCK && block.every((byte) => byte === 0)) {
        ended = true;
        await portions.skipZeros(TAR_BLOCK);
        continue;
      }
      if (block.every((byte) => byte === 0)) return;
      if (!ended)
        yield {
          kind: "problem",
          why: block.length < TAR_BLOCK ? "truncated" : "malformed",
          detail: "a tar header is missing or invalid",
          offset
        };
      if (offset > 0) yield { kind: "rest", offset };
      return;
    }
    if ("LKxXg".includes(header.type)) {
      const meta = await readMeta(portions, header, header.type === "g" ? globals : local);
      if (meta) yield { ...meta, offset };
      continue;
    }
    ended = false;
    if (header.extended) await skipSparseMap(portions);
    const entry = entryOf(header, { ...globals, ...local }, offset);
    local = {};
    const end = portions.offset + entry.size;
    yield entry;
    await portions.skipTo(end);
    if (portions.offset < end) {
      const missing = end - portions.offset;
      yield { kind: "problem", why: "truncated", detail: `${missing} bytes of the last member are missing`, offset: portions.offset };
      return;
    }
    await portions.skipTo(end + (TAR_BLOCK - entry.size % TAR_BLOCK) % TAR_BLOCK);
  }
}
function entryOf(header, records, offset) {
  const name = records.path ?? header.name;
  const type = header.type === "\0" && name.endsWith("/") ? "folder" : TYPES[header.type] ?? "file";
  return {
    kind: "entry",
    type,
    name,
    size: type === "file" ? records.size ?? header.size : 0,
    target: records.linkpath ?? header.target,
    offset,
    sparse: header.type === "S" || records.sparse === true
  };
}
async function readMeta(portions, header, records) {
  const padded = Math.ceil(header.size / TAR_BLOCK) * TAR_BLOCK;
  if (header.size > MAX_META) {
    await portions.skipTo(portions.offset + padded);
    return { kind: "problem", why: "limit", detail: `a name or extended header of ${header.size} bytes` };
  }
  const data = (await portions.take(padded)).subarray(0, header.size);
  if (data.length < header.size) return { kind: "problem", why: "truncated", detail: "a name or extended header is cut off" };
  if (header.type === "L") records.path = text(data);
  else if (header.type === "K") records.linkpath = text(data);
  else {
    const found = {};
    const sound = parsePax(data, found);
    Object.assign(records, found);
    if (!sound) return { kind: "problem", why: "malformed", detail: "a broken extended header" };
    if (found.noted) return { kind: "notes", bytes: data };
  }
  return void 0;
}
var SPARSE_BLOCK = recordLayout({ sparse: 21 * 24, isExtended: 1, padding: 7 });
async function skipSparseMap(portions) {
  for (let more = true; more; ) {
    const block = await portions.take(TAR_BLOCK);
    more = block.length === TAR_BLOCK && block[SPARSE_BLOCK.isExtended] !== 0;
  }
}

// src/formats/archive/tar/kept.ts
var MAX_MEMBER = 2 * 2 ** 20;
var MAX_ALL = 16 * 2 ** 20;
var KeptMembers = class {
  members = /* @__PURE__ */ new Map();
  size = 0;
  get names() {
    return this.members.keys();
  }
  /** Returns the members of this name. A tar archive may contain a name several times. */
  of(name) {
    return this.members.get(name) ?? [];
  }
  /** Returns the next member, read into memory if there is room to keep it. */
  async take(portions, size) {
    return size <= MAX_MEMBER && this.size + size <= MAX_ALL ? memorySource(await portions.take(size)) : portions.part(size);
  }
  /** Keeps a member that was scanned. `read`: a format has read it. */
  keep(name, input, read) {
    const fits = input.kind === "source" && this.size + input.size <= MAX_ALL;
    if (fits) this.size += input.size;
    const kept = fits ? input : read ? "read" : "unread";
    const known = this.members.get(name);
    if (known) known.push(kept);
    else this.members.set(name, [kept]);
  }
};

// src/formats/archive/tar/links.ts
var TORCH_MEMBERS = ["pickle", "storages", "tensors"];
var INFERENCE = /^(?:\.\/)?code\/inference\.py$/;
var TEXT = /\.(?:json|ya?ml|jinja2?|j2|txt|gin|cfg|conf|config|pbtxt|prototxt|py)$/i;
function hintsOf(name) {
  if (TORCH_MEMBERS.includes(name)) return { hints: { pickle: "torch" } };
  return INFERENCE.test(name) ? { hints: { source: "load" } } : {};
}
async function scanAliases(links, { input }, scan) {
  if (input.kind === "stream") return;
  const tick = () => scan.budget.checkTime();
  const portions = new Portions(input, tick);
  const members = [];
  for await (const item of walkTar(portions)) {
    if (item.kind === "rest") break;
    if (item.kind === "entry" && item.size > 0) members.push({ name: item.name, offset: portions.offset, size: item.size });
  }
  const aliases = links.aliasesOf(new Set(members.map(({ name }) => name)), tick);
  for (const { name, offset, size } of members) {
    for (const alias of aliases.get(name) ?? []) {
      const member = slice(input, offset, size);
      scan.budget.charge("members", 1);
      await scan.descend({ name: alias, size: member.size, storedAt: offset, ...hintsOf(alias), open: () => member });
    }
  }
}
async function scanKeptAliases(links, kept, scan) {
  for (const [name, aliases] of links.aliasesOf(kept.names, () => scan.budget.checkTime())) {
    for (const member of kept.of(name)) {
      for (const alias of aliases) {
        scan.budget.charge("members", 1);
        if (typeof member === "object") await scan.descend({ name: alias, size: member.size, ...hintsOf(alias), open: () => member });
        else if (member === "unread" || TEXT.test(alias)) observeNotKept(alias, name, scan);
      }
    }
  }
}
function observeNotKept(link, target, scan) {
  scan.observe({
    kind: "incomplete",
    why: "unsupported",
    detail: `${JSON.stringify(link)} is a link to ${JSON.stringify(target)}, which was too large to be scanned under this name as well`,
    remedy: "Scan the archive without its compression, or unpack it and scan the folder."
  });
}

// src/formats/archive/tar/reader.ts
var TORCH_REACH = 1024 * 1024;
async function scanTar(artifact, scan) {
  const portions = new Portions(artifact.input, () => scan.budget.checkTime());
  const isRandomAccess = artifact.input.kind === "source";
  const links = new ArchiveLinks();
  const kept = isRandomAccess ? void 0 : new KeptMembers();
  let end = 0;
  for await (const item of walkTar(portions)) {
    if (item.kind === "problem") {
      if (portions.failure) throw portions.failure;
      scan.observe({ kind: "incomplete", why: item.why, detail: item.detail, offset: item.offset });
      continue;
    }
    if (item.kind === "notes") {
      await new Search(memorySource(item.bytes), scan, { base: item.offset + TAR_BLOCK }).range(0, item.bytes.length);
      continue;
    }
    if (item.kind === "rest") {
      scan.account.read(end, item.offset - end);
      await descend(`+${item.offset}`, Number.POSITIVE_INFINITY, item.offset);
      end = Number.POSITIVE_INFINITY;
      break;
    }
    scan.budget.charge("members", 1);
    const why = pathReason(item);
    if (why)
      scan.observe({
        kind: "unsafe-path",
        why,
        entry: item.type.endsWith("link") ? `${item.name} -> ${item.target}` : item.name,
        offset: item.offset
      });
    if (item.type === "symlink" || item.type === "hardlink") links.add({ name: item.name, target: item.target, kind: item.type });
    if (item.size === 0) continue;
    const start = portions.offset;
    scan.account.read(end, start - end);
    if (item.sparse) observeSparse(item, scan);
    const torch = TORCH_MEMBERS.includes(item.name);
    if (torch && item.size > TORCH_REACH) observeTorch(item, scan);
    await descend(item.name, item.size, start);
    end = Math.ceil((start + item.size) / TAR_BLOCK) * TAR_BLOCK;
    scan.account.passOver("padding", start + item.size, end - start - item.size);
  }
  if (portions.failure) throw portions.failure;
  scan.account.read(end);
  if (links.size > 0) await (kept ? scanKeptAliases(links, kept, scan) : scanAliases(links, artifact, scan));
  async function descend(name, size, offset) {
    const input = await (kept ? kept.take(portions, size) : portions.part(size));
    scan.account.passOver("member", offset, size);
    const read = await scan.descend({
      name,
      size: input.kind === "source" ? input.size : size,
      ...isRandomAccess ? { storedAt: offset } : {},
      ...hintsOf(name),
      open: () => input
    });
    kept?.keep(name, input, read);
  }
}
function pathReason(entry) {
  const why = unsafePath(entry.name);
  if (why) return why;
  if (entry.type === "device") return "device";
  const escapes = entry.type === "symlink" ? linkEscapes(entry.name, entry.target) : entry.type === "hardlink" && unsafePath(entry.target) !== void 0;
  return escapes ? "link" : void 0;
}
function observeSparse(entry, scan) {
  scan.observe({
    kind: "incomplete",
    why: "unsupported",
    detail: `${JSON.stringify(entry.name)} is stored as a sparse file; only its stored bytes were scanned`,
    remedy: "Pack the archive again without --sparse.",
    offset: entry.offset
  });
}
function observeTorch(entry, scan) {
  scan.observe({
    kind: "incomplete",
    why: "unsupported",
    detail: `${JSON.stringify(entry.name)} of a PyTorch file from before version 0.2: a pickle after its first 1 MiB may be missed`,
    remedy: "If you trust the model, load it in isolation and save it again with a current PyTorch, or better as safetensors.",
    offset: entry.offset
  });
}
export {
  scanTar
};
