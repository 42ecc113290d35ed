import {
  Search_49 as Search,
  canStart_42 as canStart,
  hasProtocol_42 as hasProtocol,
  ScanError_15 as ScanError
} from "./core.js";
import {
  findBeginnings,
  searchPickles
} from "./shared-formats-hidden-pickles.js";

// src/formats/hdf5-scan.ts
var MAX_DESCENTS = 2e4;
var MAX_SEARCHES = 2e5;
var HEAD = 512;
var MAX_PROBLEMS = 20;
var LARGE = 2 ** 30;
var MOST_COMPRESSED = 2048;
var MIN_SEARCHED = 20;
var MAX_NUMBERS = 64 * 2 ** 20;
async function scanHdf5(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "an HDF5 file cannot be read from a stream");
  const { findSuperblock, isBareSignature, walkHdf5 } = await import("./wire-hdf5.js");
  const superblock = findSuperblock(source);
  if (superblock === void 0 || isBareSignature(source, superblock)) return "not-this-format";
  const members = [];
  const searches = [];
  const parts = /* @__PURE__ */ new Map();
  let problems = 0;
  let keras = false;
  const problem = (error) => {
    if (++problems > MAX_PROBLEMS) return;
    const { why, message, offset } = error;
    scan.observe({ kind: "incomplete", why, detail: message, ...offset === void 0 ? {} : { offset } });
  };
  const full = /* @__PURE__ */ new Set();
  const push = (list, most, value) => {
    if (list.length < most) list.push(value);
    else if (!full.has(list)) {
      full.add(list);
      problem(new ScanError("limit", `more than ${most} values of the HDF5 file would have to be scanned`));
    }
  };
  const add = (name, { source: bytes, offset }) => push(members, MAX_DESCENTS, {
    name,
    size: bytes.size,
    ...offset === void 0 ? {} : { storedAt: offset },
    open: () => bytes
  });
  const search = (name, value) => {
    const { size } = value.source;
    if (value.numbers && size > MAX_NUMBERS) {
      if (value.offset !== void 0) scan.account.passOver("numbers", value.offset, size);
      return;
    }
    if (size < MIN_SEARCHED) return;
    if (size > HEAD || mayHide(value.source.read(0, size))) push(searches, MAX_SEARCHES, { name, value });
  };
  walkHdf5(
    source,
    superblock,
    {
      attribute(object, name, value) {
        const place = `${object === "/" ? "" : `${object.slice(1)}/`}.attrs/${name}`;
        if (name === "model_config" || name === "training_config") keras = true;
        if (name === "model_config" || name === "training_config" || looksLikeProgram(value)) add(place, value);
        else search(place, value);
      },
      data(object, value, declared) {
        const head = value.source.read(0, 3);
        if (value.at !== void 0) {
          if (!hasProtocol(head)) return;
          parts.set(object, (parts.get(object) ?? /* @__PURE__ */ new Set()).add(value.at));
        }
        if (declared === "pickle" || hasProtocol(head) || declared === "perhaps" && canStart(head[0])) add(object.slice(1), value);
        else search(object.slice(1), value);
      },
      stored: (kind, offset, length) => scan.account.passOver(kind, offset, length),
      outside(_object, path, how, offset) {
        scan.observe({ kind: "external-file", format: "hdf5", path, role: how, offset });
      },
      dataset(object, shape, bytes, offset) {
        if (bytes < LARGE || bytes <= source.size * MOST_COMPRESSED) return;
        const detail = `dataset ${object} claims the shape (${shape.join(", ")}), ${bytes} bytes, in a file of ${source.size}`;
        scan.observe({ kind: "structure", format: "hdf5", problem: "shape-bomb", detail, offset });
      },
      problem
    },
    () => scan.budget.checkTime(),
    (bytes) => {
      scan.budget.charge("bytes-inflated", bytes);
      scan.budget.checkTime();
    }
  );
  if (keras) scan.label("keras-h5");
  for (const member of members) {
    scan.budget.charge("members", 1);
    await scan.descend(member);
  }
  for (const { name, value } of searches) {
    try {
      const { source: bytes, offset } = value;
      const known = parts.get(`/${name}`);
      await searchPickles(bytes, scan, { name, ...offset === void 0 ? {} : { offset }, ...known ? { known } : {} });
    } catch (error) {
      if (!(error instanceof ScanError) || error.why === "timeout") throw error;
      problem(error);
    }
  }
  await new Search(source, scan).rest();
}
function mayHide(bytes) {
  return findBeginnings(bytes, 0, bytes.length) !== void 0;
}
function looksLikeProgram({ source }) {
  const head = source.read(0, HEAD);
  if (hasProtocol(head)) return true;
  const first = head[0];
  if (first === 123 || first === 91) return true;
  if (!canStart(first)) return false;
  const tail = source.read(Math.max(0, source.size - HEAD), HEAD);
  return head.includes(10) || tail.includes(46);
}
export {
  scanHdf5
};
