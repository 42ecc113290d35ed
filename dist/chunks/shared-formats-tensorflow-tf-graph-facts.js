// src/formats/tensorflow/tf-graph/facts.ts
var MAX_WAITING = 5e4;
var MAX_CONSTANTS = 5e4;
var MAX_OPS = 5e4;
var MAX_KEPT = 48 * 2 ** 20;
var MAX_VALUES = 4;
var FORWARDING = /* @__PURE__ */ new Set(["Identity", "IdentityN", "Cast", "Reshape", "ExpandDims", "Squeeze", "Pack", "StopGradient"]);
var MAX_HOPS = 8;
var TEXT_MAKING = new Set(
  "StringJoin StringFormat StringLower StringUpper StringStrip Substr DecodeBase64 EncodeBase64 ReduceJoin AsString UnicodeEncode UnicodeTranscode RegexReplace StaticRegexReplace ShardedFilename ShardedFilespec Concat ConcatV2 GatherV2 Gather Slice StridedSlice Fill Tile ReverseV2 Select SelectV2 Unpack Add AddV2".split(" ")
);
var MAX_MAKERS = 5e4;
var MAX_DEPTH = 12;
var MAX_STEPS = 200;
var MAX_TEXT = 400;
var ARGUMENTS = new Map(
  Object.entries({
    PyFunc: ["token"],
    PyFuncStateless: ["token"],
    EagerPyFunc: ["token"],
    PrintV2: ["output_stream"],
    XlaCustomCall: ["target_name"],
    XlaCustomCallV2: ["call_target_name"],
    DumpTensor: ["log_dir_path", "file_name"],
    CalibrationStatisticsSaver: ["output_file_path"],
    RecordInput: ["file_pattern"],
    Skipgram: ["filename"],
    FixedUnigramCandidateSampler: ["vocab_file"],
    MergeV2Checkpoints: [1],
    GenerateVocabRemapping: [0, 1],
    CreateSummaryFileWriter: [1],
    CreateSummaryDbWriter: [1],
    InitializeTableFromTextFile: [1],
    InitializeTableFromTextFileV2: [1],
    CacheDataset: [1],
    CacheDatasetV2: [1],
    SaveDataset: [1],
    SaveDatasetV2: [1],
    SnapshotDataset: [1],
    SnapshotDatasetV2: [1],
    DatasetToTFRecord: [1],
    ExperimentalDatasetToTFRecord: [1],
    RegisterDataset: [1],
    RegisterDatasetV2: [1],
    DistributedSave: [1],
    SqlDataset: [1, 2],
    ExperimentalSqlDataset: [1, 2],
    DataServiceDataset: [2],
    DataServiceDatasetV2: [2],
    DataServiceDatasetV3: [2],
    DataServiceDatasetV4: [2],
    ...Object.fromEntries(
      "ReadFile WriteFile MatchingFiles MatchingFilesDataset ExperimentalMatchingFilesDataset Save SaveV2 SaveSlices Restore RestoreV2 RestoreSlice DTensorRestoreV2 LoadAndRemapMatrix LoadDataset TextLineDataset TFRecordDataset TFRecordDatasetV2 CSVDataset CSVDatasetV2 ExperimentalCSVDataset FixedLengthRecordDataset FixedLengthRecordDatasetV2 LMDBDataset ExperimentalLMDBDataset SnapshotChunkDataset SnapshotDatasetReader ListSnapshotChunksDataset RpcServer RpcClient RemoteCall".split(" ").map((op) => [op, [0]])
    ),
    ...Object.fromEntries(
      ["DebugIdentity", "DebugIdentityV2", "DebugIdentityV3", "DebugNanCount", "DebugNumericSummary"].map((op) => [op, ["debug_urls"]])
    )
  })
);
var ARGUMENT_ATTRIBUTES = new Set(
  [...ARGUMENTS.values(), ["separator"]].flat().filter((where) => typeof where === "string")
);
var TfGraphFacts = class {
  scan;
  functions = /* @__PURE__ */ new Set();
  assets = /* @__PURE__ */ new Map();
  withoutArgument = /* @__PURE__ */ new Map();
  withArgument = [];
  graph = newScope();
  scope = this.graph;
  /** Number of characters that are kept. */
  kept = 0;
  /** The same before the function that is being read. */
  keptOutside = 0;
  isFull = false;
  constructor(scan) {
    this.scan = scan;
  }
  /** Begins a function of the library, whose nodes follow. Nodes call a function like an operation. */
  enterFunction() {
    this.scope = newScope();
    this.keptOutside = this.kept;
  }
  /** Ends the function. The file may contain its name after its nodes. */
  leaveFunction(name) {
    this.resolve(this.scope);
    this.scope = this.graph;
    this.kept = this.keptOutside;
    if (this.keep(name.length, this.functions.size)) this.functions.add(name);
  }
  /** Adds an asset: the loader sets `tensor` to the path of `file`. */
  addAsset(tensor, file) {
    if (this.keep(tensor.length + file.length, this.assets.size)) this.assets.set(nodeOf(tensor), `assets/${file}`);
  }
  addNode(node) {
    const { name, op, inputs } = node;
    const { waiting, constants, forwarded, makers, numbers } = this.scope;
    const isNumber = op === "Const" && node.values.length === 0;
    const isPlain = !ARGUMENTS.has(op) && !FORWARDING.has(op) && !TEXT_MAKING.has(op);
    const adds = isNumber ? numbers.size < MAX_CONSTANTS : op === "Const" || !isPlain;
    if (!adds && this.withoutArgument.has(op)) return;
    if (!this.keep(sizeOf(node), this.withoutArgument.size)) return;
    if (op === "Const" && node.values.length > 0 && constants.size < MAX_CONSTANTS) {
      constants.set(name, node.values.slice(0, MAX_VALUES).join(", "));
    } else if (op === "Const") {
      if (numbers.size < MAX_CONSTANTS) numbers.add(name);
    } else if (FORWARDING.has(op) && inputs[0] !== void 0 && forwarded.size < MAX_CONSTANTS) forwarded.set(name, inputs[0]);
    else if (TEXT_MAKING.has(op) && makers.size < MAX_MAKERS) makers.set(name, node);
    if (ARGUMENTS.has(op) && waiting.length + this.withArgument.length < MAX_WAITING) waiting.push(node);
    else if (!this.withoutArgument.has(op)) this.withoutArgument.set(op, reportedNode(node));
  }
  /** Reports what was collected. Must also be called when reading fails: what was found before counts. */
  flush() {
    if (this.scope !== this.graph) this.resolve(this.scope);
    this.resolve(this.graph);
    if (this.isFull)
      this.scan.observe({ kind: "incomplete", why: "limit", detail: "the graph has too many operations, names and texts to keep them all" });
    for (const node of this.withoutArgument.values()) this.observe(node, void 0);
    const reported = /* @__PURE__ */ new Set();
    for (const { node, argument } of this.withArgument) {
      const key = `${node.op}\0${argument ?? ""}`;
      if (reported.has(key)) continue;
      reported.add(key);
      this.observe(node, argument);
    }
  }
  /** Reserves room for so many characters. Returns false if there is too little, or if `count` is at its limit. */
  keep(characters, count) {
    const fits = this.kept + characters <= MAX_KEPT && count < MAX_OPS;
    if (fits) this.kept += characters;
    else this.isFull = true;
    return fits;
  }
  /** Looks up the arguments of the nodes in a scope that has ended. */
  resolve(scope) {
    for (const node of scope.waiting) {
      const found = (ARGUMENTS.get(node.op) ?? []).flatMap((where) => {
        const value = typeof where === "string" ? node.attributes.get(where) : this.textOf(node.inputs[where], scope);
        return value === void 0 ? [] : [value];
      });
      this.withArgument.push({ node: reportedNode(node), argument: found.length === 0 ? void 0 : found.join(", ") });
    }
  }
  /**
   * Returns the text that a node receives if it depends on constants only: a constant, joined constants, or
   * `?Operation(constants)` for other text-making operations.
   */
  textOf(input, scope) {
    const steps = { left: MAX_STEPS };
    return this.textAt(input, scope, steps, MAX_DEPTH);
  }
  textAt(input, scope, steps, depth) {
    const found = this.constantOf(input, scope);
    if (typeof found === "string") return found;
    const maker = found === void 0 ? void 0 : scope.makers.get(found.end);
    if (maker === void 0 || depth === 0 || --steps.left < 0) return void 0;
    const parts = [];
    for (const each of maker.inputs.filter((name) => !name.startsWith("^"))) {
      const part = this.textAt(each, scope, steps, depth - 1);
      if (part === void 0 && !scope.numbers.has(nodeOf(each))) return void 0;
      if (part !== void 0) parts.push(part);
    }
    if (parts.length === 0) return void 0;
    if (maker.op === "StringJoin") return parts.join(maker.attributes.get("separator") ?? "").slice(0, MAX_TEXT);
    return `?${maker.op}(${parts.join(", ")})`.slice(0, MAX_TEXT);
  }
  /** Follows forwarding nodes and returns the constant that they forward, or else the name of the node. */
  constantOf(input, { constants, forwarded }) {
    let next = input;
    let end;
    for (let hop = 0; hop < MAX_HOPS && next !== void 0; hop++) {
      const name = nodeOf(next);
      const value = this.assets.get(name) ?? constants.get(name);
      if (value !== void 0) return value;
      end = name;
      next = forwarded.get(name);
    }
    return end === void 0 ? void 0 : { end };
  }
  observe(node, argument) {
    this.scan.observe({
      kind: "graph-op",
      framework: "tensorflow",
      op: node.op,
      domain: "",
      node: node.name,
      ...this.functions.has(node.op) ? { defined: true } : {},
      ...argument === void 0 ? {} : { argument },
      offset: node.offset
    });
  }
};
function reportedNode({ op, name, offset }) {
  return { op, name, offset };
}
function newScope() {
  return { waiting: [], constants: /* @__PURE__ */ new Map(), forwarded: /* @__PURE__ */ new Map(), makers: /* @__PURE__ */ new Map(), numbers: /* @__PURE__ */ new Set() };
}
function sizeOf({ name, op, inputs, values, attributes }) {
  let size = 100 + name.length + op.length;
  for (const each of inputs) size += each.length;
  for (const each of values) size += each.length;
  for (const each of attributes.values()) size += each.length;
  return size;
}
function nodeOf(input) {
  const start = input.startsWith("^") ? 1 : 0;
  const colon = input.indexOf(":");
  return colon < 0 ? input.slice(start) : input.slice(start, colon);
}

export {
  ARGUMENT_ATTRIBUTES,
  TfGraphFacts
};
