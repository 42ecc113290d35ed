import {
  Search_45 as Search,
  latin1_20 as latin1,
  ScanError_8 as ScanError
} from "./core.js";

// src/formats/runtime/lightgbm/lines.ts
var BLOCK = 1 << 20;
var MAX_LINE = 32 << 20;
var MAX_KEY = 32;
var NEWLINE = 10;
var EQUALS = 61;
var RETURN = 13;
function* textLines(source, wanted, tick) {
  let start = 0;
  let length = BLOCK;
  while (start < source.size) {
    tick();
    const block = source.read(start, length);
    let line = 0;
    for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, line)) {
      const found = lineOf(block.subarray(line, end), start + line, wanted);
      if (found) yield found;
      line = end + 1;
    }
    const last = start + block.length >= source.size;
    if (last && line < block.length) {
      const found = lineOf(block.subarray(line), start + line, wanted);
      if (found) yield found;
    }
    if (last) return;
    if (line === 0 && length >= MAX_LINE) throw new ScanError("limit", `a line of more than ${MAX_LINE} bytes`, start);
    length = line === 0 ? Math.min(length * 4, MAX_LINE) : BLOCK;
    start += line;
  }
}
function lineOf(bytes, at, wanted) {
  const equals = bytes.subarray(0, MAX_KEY).indexOf(EQUALS);
  const end = bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
  const key = latin1(bytes.subarray(0, equals < 0 ? Math.min(end, MAX_KEY) : equals));
  if (!wanted.has(key)) return void 0;
  return { key, value: equals < 0 ? "" : latin1(bytes.subarray(equals + 1, end)), at };
}

// src/formats/runtime/lightgbm/tree.ts
var TREE_KEYS = [
  "num_leaves",
  "num_cat",
  "split_feature",
  "threshold",
  "decision_type",
  "left_child",
  "right_child",
  "cat_boundaries",
  "cat_threshold",
  "is_linear",
  "leaf_features"
];
var CATEGORICAL = 1;
function checkTree(tree, features2, report) {
  const name = `tree ${tree.get("Tree")?.value.slice(0, 20) ?? "?"}`;
  const at = tree.get("Tree")?.at ?? 0;
  const leaves = Number(tree.get("num_leaves")?.value ?? Number.NaN);
  if (!Number.isInteger(leaves) || leaves < 1) return report("bad-header", `${name} has no valid number of leaves`, at);
  checkLinear(tree, name, features2, report);
  if (leaves === 1) return;
  checkChildren(tree, name, leaves, report);
  const splits = tree.get("split_feature");
  checkAll(splits, leaves - 1, `${name} splits by feature`, (feature) => feature >= 0 && feature < features2, report);
  checkCategories(tree, name, report);
}
function checkChildren(tree, name, leaves, report) {
  const reached = /* @__PURE__ */ new Set([0]);
  for (const side of ["left_child", "right_child"]) {
    const line = tree.get(side);
    const inside = (child) => child >= 0 ? child < leaves - 1 : child >= -leaves;
    if (!checkAll(line, leaves - 1, `${name} has the child`, inside, report)) continue;
    for (const child of numbers(line?.value ?? "")) {
      if (child < 0) continue;
      if (reached.has(child)) return report("bad-header", `${name} reaches the node ${child} twice`, line?.at ?? 0);
      reached.add(child);
    }
  }
}
function checkCategories(tree, name, report) {
  const decisions = tree.get("decision_type");
  const thresholds = tree.get("threshold");
  if (decisions === void 0 || thresholds === void 0) return;
  const types = numbers(decisions.value);
  if (!types.some((type) => (type & CATEGORICAL) !== 0)) return;
  const sets = Number(tree.get("num_cat")?.value ?? 0);
  const limits = numbers(thresholds.value);
  const wrong = types.findIndex((type, index) => (type & CATEGORICAL) !== 0 && !inRange(Math.trunc(limits[index] ?? -1), sets));
  if (wrong >= 0) report("out-of-bounds", `${name} uses the set of categories ${limits[wrong] ?? "?"}, but has ${sets}`, thresholds.at);
  const boundaries = tree.get("cat_boundaries");
  const end = numbers(tree.get("cat_threshold")?.value ?? "").length;
  checkAll(boundaries, sets + 1, `${name} has a set of categories that ends at`, (boundary) => boundary >= 0 && boundary <= end, report);
}
function checkLinear(tree, name, features2, report) {
  const line = tree.get("leaf_features");
  if (Number(tree.get("is_linear")?.value ?? 0) === 0 || line === void 0) return;
  checkAll(line, 0, `${name} computes with feature`, (feature) => inRange(feature, features2), report);
}
function checkAll(line, count, what, inside, report) {
  if (line === void 0) {
    if (count > 0) report("bad-header", `${what}: the list is missing`, 0);
    return false;
  }
  const values = numbers(line.value);
  const wrong = values.find((value) => !inside(value));
  if (wrong !== void 0) report("out-of-bounds", `${what} ${wrong}, which does not exist`, line.at);
  else if (values.length < count) report("bad-header", `${what}: ${values.length} of ${count} numbers`, line.at);
  return wrong === void 0 && values.length >= count;
}
function numbers(text) {
  return text.split(" ").filter((word) => word !== "").map(Number);
}
function inRange(value, count) {
  return value >= 0 && value < count;
}

// src/formats/runtime/lightgbm/reader.ts
var MAX_SAME = 5;
var HEAD_KEYS = ["num_class", "num_tree_per_iteration", "max_feature_idx", "tree_sizes"];
var ENDS = /* @__PURE__ */ new Set(["end of trees", "feature_importances:", "feature importances:", "parameters:"]);
var KEYS = /* @__PURE__ */ new Set([...HEAD_KEYS, ...TREE_KEYS, ...ENDS, "Tree"]);
var scanLightgbm = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a LightGBM model cannot be read from a stream");
  readModel(input, scan);
  await new Search(input, scan).range(0, input.size);
};
function readModel(input, scan) {
  const counts = /* @__PURE__ */ new Map();
  const report = (problem, detail, offset) => {
    const count = (counts.get(problem) ?? 0) + 1;
    counts.set(problem, count);
    if (count <= MAX_SAME) scan.observe({ kind: "structure", format: "lightgbm", problem, detail, offset });
  };
  const head = /* @__PURE__ */ new Map();
  let tree;
  const finish = () => {
    if (tree) checkTree(tree, features(head), report);
  };
  for (const line of textLines(input, KEYS, () => scan.budget.checkTime())) {
    if (line.key === "Tree" || ENDS.has(line.key)) {
      if (tree === void 0) checkHead(head, input.size - line.at, report);
      finish();
      if (line.key !== "Tree") return;
      tree = /* @__PURE__ */ new Map([["Tree", line]]);
    } else (tree ?? head).set(line.key, line);
  }
  finish();
  throw new ScanError("truncated", "the file ends before the trees end", input.size);
}
function features(head) {
  const line = head.get("max_feature_idx");
  return line === void 0 ? Number.POSITIVE_INFINITY : Number(line.value) + 1;
}
function checkHead(head, rest, report) {
  const classes = head.get("num_class");
  const each = head.get("num_tree_per_iteration");
  if (classes !== void 0 && each !== void 0) {
    const trees = Number(each.value);
    if (trees === 0) report("bad-header", "the number of trees per iteration is 0, and the library divides by it", each.at);
    else if (!(trees > 0) || trees > Number(classes.value))
      report("out-of-bounds", `${trees} trees per iteration for ${classes.value.slice(0, 20)} classes`, each.at);
  }
  const sizes = head.get("tree_sizes");
  if (sizes === void 0) return;
  let start = 0;
  for (const size of sizes.value.split(" ")) {
    if (size === "") continue;
    if (start >= rest || start < 0)
      return report("out-of-bounds", `a tree begins ${start} bytes after the first one, but only ${rest} bytes follow`, sizes.at);
    start += Number(size);
  }
}
export {
  scanLightgbm
};
