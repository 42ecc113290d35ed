import {
  Search_45 as Search,
  isValuePossible_45 as isValuePossible,
  canStart_44 as canStart,
  hasProtocol_44 as hasProtocol,
  ScanError_8 as ScanError
} from "./core.js";

// src/formats/keras/hdf5/reader.ts
var MAX_DESCENTS = 2e4;
var MAX_SEARCHES = 2e5;
var HEAD = 512;
var MAX_PROBLEMS = 20;
var LARGE = 2 ** 30;
var MAX_RATIO = 2048;
var MIN_SEARCHED = 20;
var MAX_NUMBERS = 64 * 2 ** 20;
async function scanHdf5(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "an HDF5 file cannot be read from a stream");
  const { findSuperblock, isBareSignature, walkHdf5 } = await import("./wire-hdf5-objects.js");
  const superblock = findSuperblock(source);
  if (superblock === void 0 || isBareSignature(source, superblock)) return "not-this-format";
  let problems = 0;
  const problem = (error) => {
    if (++problems > MAX_PROBLEMS) return;
    const { why, message, offset } = error;
    scan.observe({ kind: "incomplete", why, detail: message, ...offset === void 0 ? {} : { offset } });
  };
  const visitor = {
    stored: (kind, offset, length) => scan.account.passOver(kind, offset, length),
    outside(_object, path, how, offset) {
      scan.observe({ kind: "external-file", format: "hdf5", path, role: how, unusual: true, offset });
    },
    dataset(object, shape, bytes, offset) {
      if (bytes < LARGE || bytes <= source.size * MAX_RATIO) return;
      const detail = `dataset ${object} declares the shape (${shape.join(", ")}), ${bytes} bytes, in a file of ${source.size} bytes`;
      scan.observe({ kind: "structure", format: "hdf5", problem: "shape-bomb", detail, offset });
    },
    problem
  };
  const tick = () => scan.budget.checkTime();
  const spend = (bytes) => {
    scan.budget.charge("bytes-inflated", bytes);
    scan.budget.checkTime();
  };
  const values = new Values(scan, problem);
  for (const bytes of walkHdf5(source, superblock, visitor, tick, spend)) {
    const work = bytes.of === "attribute" ? values.attribute(bytes) : values.data(bytes);
    if (work) await work;
  }
  await values.end();
  await new Search(source, scan).rest();
}
var Values = class {
  scan;
  problem;
  descents = 0;
  searches = 0;
  /** The data of a dataset, searched after the pickles in it that are scanned by themselves. */
  waiting;
  constructor(scan, problem) {
    this.scan = scan;
    this.problem = problem;
  }
  attribute({ object, name, value }) {
    const isConfig = name === "model_config" || name === "training_config";
    if (isConfig) this.scan.label("keras-h5");
    const isProgram = isConfig || looksLikePayload(value);
    if (!isProgram && !this.isSearched(value)) return void 0;
    const place = `${object === "/" ? "" : `${object.slice(1)}/`}.attrs/${name}`;
    return isProgram ? this.descend(place, value) : this.search(place, value);
  }
  data({ object, value, declared }) {
    const head = value.source.read(0, 3);
    const name = object.slice(1);
    if (value.at !== void 0) {
      if (!hasProtocol(head)) return void 0;
      if (this.descents < MAX_DESCENTS) this.waiting?.known.add(value.at);
      return this.descend(name, value);
    }
    const before = this.end();
    if (declared === "pickle" || hasProtocol(head) || declared === "perhaps" && canStart(head[0]))
      return before ? before.then(() => this.descend(name, value)) : this.descend(name, value);
    if (this.isSearched(value)) this.waiting = { name, value, known: /* @__PURE__ */ new Set() };
    return before;
  }
  /** Searches the last dataset, once all pickles in it are known. */
  end() {
    const { waiting } = this;
    this.waiting = void 0;
    return waiting && this.search(waiting.name, waiting.value, waiting.known);
  }
  descend(name, { source, offset }) {
    if (++this.descents > MAX_DESCENTS) return this.tooMany(this.descents, MAX_DESCENTS);
    this.scan.budget.charge("members", 1);
    const storedAt = offset === void 0 ? {} : { storedAt: offset };
    return this.scan.descend({ name, size: source.size, ...storedAt, open: () => source }).then(() => void 0);
  }
  isSearched(value) {
    const { size } = value.source;
    if (value.numbers && size > MAX_NUMBERS) {
      if (value.offset !== void 0) this.scan.account.passOver("numbers", value.offset, size);
      return false;
    }
    return size >= MIN_SEARCHED && (size > HEAD || isValuePossible(value.source, true));
  }
  search(name, { source, offset }, known) {
    if (++this.searches > MAX_SEARCHES) return this.tooMany(this.searches, MAX_SEARCHES);
    const base = offset === void 0 ? {} : { base: offset };
    return new Search(source, this.scan, { name, ...base, ...known ? { known } : {} }).whole().then(
      () => void 0,
      (error) => {
        if (!(error instanceof ScanError) || error.why === "timeout") throw error;
        this.problem(error);
      }
    );
  }
  tooMany(count, most) {
    if (count === most + 1)
      this.problem(new ScanError("limit", `the HDF5 file has more than ${most} values that look like payloads; the rest were not scanned`));
  }
};
function looksLikePayload({ source }) {
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
