import {
  canStart_36 as canStart,
  hasProtocol_36 as hasProtocol,
  slice_18 as slice,
  ScanError_16 as ScanError
} from "./core.js";

// src/formats/hdf5-scan.ts
var MAX_DESCENTS = 2e4;
var HEAD = 512;
var MAX_PROBLEMS = 20;
var LARGE = 2 ** 30;
var MOST_COMPRESSED = 2048;
async function scanHdf5(artifact, scan) {
  const source = artifact.input;
  if (source.kind === "stream") throw new ScanError("unsupported", "an HDF5 file cannot be read from a stream");
  const { findSuperblock, isBareSignature, walkHdf5 } = await import("./hdf5-TEGO7P5Y.js");
  const superblock = findSuperblock(source);
  if (superblock === void 0 || isBareSignature(source, superblock)) return "not-this-format";
  const members = [];
  let problems = 0;
  let full = false;
  let keras = false;
  const add = (name, { offset, length }) => {
    if (members.length < MAX_DESCENTS) members.push({ name, size: length, storedAt: offset, open: () => slice(source, offset, length) });
    else if (!full) {
      full = true;
      scan.observe({
        kind: "incomplete",
        why: "limit",
        detail: `more than ${MAX_DESCENTS} values of the HDF5 file would have to be scanned`
      });
    }
  };
  walkHdf5(
    source,
    superblock,
    {
      attribute(object, name, value) {
        const place = `${object === "/" ? "" : `${object.slice(1)}/`}.attrs/${name}`;
        if (name === "model_config" || name === "training_config") keras = true;
        if (name === "model_config" || name === "training_config" || looksLikeProgram(source, value)) add(place, value);
      },
      data(object, value, pickled) {
        if (pickled || hasProtocol(source.read(value.offset, Math.min(3, value.length)))) add(object.slice(1), value);
      },
      outside(_object, path, how, offset) {
        scan.observe({ kind: "external-file", format: "hdf5", path, role: how, offset });
      },
      dataset(object, shape, bytes, offset) {
        if (bytes < LARGE || bytes <= source.size * MOST_COMPRESSED) return;
        const detail = `dataset ${object} claims the shape (${shape.join(", ")}), ${bytes} bytes, in a file of ${source.size}`;
        scan.observe({ kind: "structure", format: "hdf5", problem: "shape-bomb", detail, offset });
      },
      problem(error) {
        if (++problems > MAX_PROBLEMS) return;
        scan.observe({
          kind: "incomplete",
          why: error.why,
          detail: error.message,
          ...error.offset === void 0 ? {} : { offset: error.offset }
        });
      }
    },
    () => scan.budget.checkTime()
  );
  if (keras) scan.label("keras-h5");
  for (const member of members) {
    scan.budget.charge("members", 1);
    await scan.descend(member);
  }
}
function looksLikeProgram(source, { offset, length }) {
  const head = source.read(offset, Math.min(HEAD, length));
  if (hasProtocol(head)) return true;
  const first = head[0];
  if (first === 123 || first === 91) return true;
  if (!canStart(first)) return false;
  const tail = source.read(offset + Math.max(0, length - HEAD), Math.min(HEAD, length));
  return head.includes(10) || tail.includes(46);
}
export {
  scanHdf5
};
