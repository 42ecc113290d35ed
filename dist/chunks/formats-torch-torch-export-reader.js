import {
  LexError_18 as LexError,
  isOp_18 as isOp,
  pythonTokens_18 as pythonTokens,
  sourceUses_18 as sourceUses,
  wholeText_36 as wholeText,
  parseLooseJson_35 as parseLooseJson,
  ScanError_8 as ScanError
} from "./core.js";
import {
  isJsonObject
} from "./shared-formats-shared-json-value.js";

// src/lang/sympy/shape-expressions.ts
var MAX_TEXT = 64 * 1024;
var FUNCTIONS = new Set(
  `Symbol Dummy Integer Float Rational Add Mul Pow Mod Max Min Abs Eq Ne Lt Le Gt Ge Equality Unequality StrictLessThan LessThan StrictGreaterThan
  GreaterThan And Or Not Xor Piecewise ITE ceiling floor sqrt log exp sin cos tan FloorDiv ModularIndexing Where PythonMod CleanDiv CeilToInt
  FloorToInt CeilDiv LShift RShift PowByNatural FloatPow FloatTrueDiv IntTrueDiv IsNonOverlappingAndDenseIndicator TruncToFloat TruncToInt
  RoundToInt RoundDecimal ToFloat Identity BitwiseFn_bitwise_and BitwiseFn_bitwise_or OpaqueUnaryFn_sqrt OpaqueUnaryFn_exp OpaqueUnaryFn_log
  OpaqueUnaryFn_sin OpaqueUnaryFn_cos OpaqueUnaryFn_tanh OpaqueUnaryFn_log2`.split(/\s+/)
);
var SYMBOL_CLASSES = /* @__PURE__ */ new Set(["Symbol", "Dummy"]);
var NUMBER_CLASSES = /* @__PURE__ */ new Set(["Float", "Integer", "Rational"]);
var NUMERAL = /^[-+]?[\d.]+(?:e[-+]?\d+)?$/i;
var OF_INPUTS = new Set("size stride storage_offset shape ndim dim numel".split(" "));
var CALLED = new Set("abs bool float int max min round IsNonOverlappingAndDenseIndicator cast_symbool_to_symint_guardless".split(" "));
var OF_TORCH = /^_?sym_[a-z_]+$/;
var OF_MATH = /^[a-z][a-z\d]*$/;
var ARITHMETIC = new Set("(),+-*/%=<>&|~!");
var CONDITION = /* @__PURE__ */ new Set([...ARITHMETIC, ".", "[", "]"]);
var WORDS = /* @__PURE__ */ new Set(["True", "False", "None", "and", "or", "not", "is", "in"]);
function isSize(text) {
  return holds(text, ARITHMETIC, (token, [called, before], after) => {
    if (token.kind === "string") return token.plain && isOp(before, "(") && takesText(called, token.head);
    return token.kind !== "name" || !isOp(after, "(") || FUNCTIONS.has(token.text);
  });
}
function isGuard(text) {
  return holds(text, CONDITION, (token, [object, before], after) => {
    if (token.kind === "string") return token.plain;
    if (token.kind !== "name" || WORDS.has(token.text)) return true;
    if (isOp(before, ".")) {
      const root = object?.kind === "name" ? object.text : "";
      return root === "torch" ? OF_TORCH.test(token.text) : root === "math" ? OF_MATH.test(token.text) : OF_INPUTS.has(token.text);
    }
    if (isOp(after, ".")) return token.text === "math" || token.text === "torch";
    return isOp(after, "(") ? CALLED.has(token.text) || FUNCTIONS.has(token.text) : !isOp(after, "[") || token.text === "L";
  });
}
function takesText(called, text) {
  return called?.kind === "name" && (SYMBOL_CLASSES.has(called.text) || NUMBER_CLASSES.has(called.text) && NUMERAL.test(text));
}
function holds(text, operators, allowed) {
  if (text.length > MAX_TEXT) return false;
  try {
    const tokens = pythonTokens(text);
    return tokens.every((token, at) => {
      if (token.kind === "newline" || token.kind === "op" && !operators.has(token.text)) return false;
      if (token.kind === "name" && (token.text.startsWith("__") || token.text === "lambda")) return false;
      return allowed(token, [tokens[at - 2], tokens[at - 1]], tokens[at + 1]);
    });
  } catch (error) {
    if (!(error instanceof LexError)) throw error;
    return false;
  }
}

// src/formats/torch/torch-export/reader.ts
var MAX_PROGRAM = 64 * 2 ** 20;
var MAX_REPORTED = 1e4;
var MAX_SHOWN = 100;
var PROGRAM_PATH = /(?:^|\/)(?:models\/.+|serialized_exported_program\.json)$/i;
var REQUIRED_KEY = /graph_module|\\u00/;
var OPERATOR = /^torch\.ops\.(\w{1,80})\.(\w{1,120})/;
var HARMLESS_FACTORY = /^builtins\.(?:list|dict|set|tuple|int|float|str|bool)$/;
function scanTorchExport({ input, path }, scan) {
  if (input.kind === "stream") throw new ScanError("unsupported", "a torch.export program cannot be read from a stream");
  const isLoaded = path.length > 1 && PROGRAM_PATH.test(path[path.length - 1] ?? "");
  if (input.size > MAX_PROGRAM) {
    if (!isLoaded) return "not-this-format";
    throw new ScanError("limit", `the torch.export program has ${input.size} bytes; the limit is ${MAX_PROGRAM}`);
  }
  const text = wholeText(input);
  if (!REQUIRED_KEY.test(text)) return "not-this-format";
  const value = isLoaded ? parseLooseJson(text).value : parsedIfPossible(text);
  if (!isJsonObject(value) || !("graph_module" in value)) return "not-this-format";
  scan.account.read();
  new Program(scan).read(value);
}
function parsedIfPossible(text) {
  try {
    return parseLooseJson(text).value;
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    return void 0;
  }
}
var Program = class {
  scan;
  reported = /* @__PURE__ */ new Set();
  constructor(scan) {
    this.scan = scan;
  }
  read(program) {
    const waiting = [program];
    for (let value = waiting.pop(); value !== void 0 || waiting.length > 0; value = waiting.pop()) {
      if (Array.isArray(value)) for (const item of value) waiting.push(item);
      else if (isJsonObject(value)) for (const [key, item] of Object.entries(value)) this.readEntry(key, item, waiting);
    }
  }
  readEntry(key, value, waiting) {
    if (key === "expr_str" && typeof value === "string") this.checkSize(value);
    else if (key === "guards_code" && Array.isArray(value)) for (const guard of value) this.checkGuard(guard);
    else if (key === "target" && typeof value === "string") this.observeOperator(value);
    else if ((key === "in_spec" || key === "out_spec") && typeof value === "string") this.checkStructure(value);
    else waiting.push(value);
  }
  checkSize(text) {
    if (!isSize(text)) this.observeUnclear("a size", text, "load", "it is not arithmetic of sizes");
  }
  checkGuard(value) {
    if (typeof value === "string" && !isGuard(value))
      this.observeUnclear("a condition on inputs", value, "use", "it is not a comparison of inputs");
  }
  /**
   * Checks the structure of inputs: a tree of containers as JSON in a JSON text. A `defaultdict` in it names the
   * function that makes its missing values (torch/utils/_pytree.py).
   */
  checkStructure(text) {
    if (!text.includes("default_factory_module")) return;
    for (const factory of factoriesIn(text)) {
      if (HARMLESS_FACTORY.test(factory)) continue;
      const module = factory.slice(0, factory.lastIndexOf("."));
      this.observeCode("the structure of inputs", factory, "load", { ...NO_USES, imports: [module], names: [factory] });
    }
  }
  observeUnclear(what, text, runs, unclear) {
    const uses = sourceUses(text);
    this.observeCode(what, text, runs, { ...uses, unclear: [...uses.unclear, unclear] });
  }
  observeCode(what, text, runs, uses) {
    if (!this.isNew(`${what}\0${text}`)) return;
    const carrier = `${what} in the program, \u201C${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}\u2026` : text}\u201D`;
    this.scan.observe({ kind: "shipped-code", language: "python-source", carrier, runs, reaches: [], uses, offset: 0 });
  }
  observeOperator(target) {
    const [, domain = "", op = ""] = OPERATOR.exec(target) ?? [];
    if (domain === "" || !this.isNew(`${domain}::${op}`)) return;
    this.scan.observe({ kind: "graph-op", framework: "torch-export", op, domain, node: "", offset: 0 });
  }
  isNew(key) {
    if (this.reported.has(key) || this.reported.size >= MAX_REPORTED) return false;
    this.reported.add(key);
    return true;
  }
};
var NO_USES = { imports: [], names: [], bare: [], attributes: [], classes: [], unclear: [] };
function factoriesIn(text) {
  const found = [];
  const waiting = [text];
  for (let value = waiting.pop(); value !== void 0 || waiting.length > 0; value = waiting.pop()) {
    if (typeof value === "string" && value.includes("default_factory_module")) waiting.push(parsed(value));
    else if (Array.isArray(value)) for (const item of value) waiting.push(item);
    else if (isJsonObject(value)) {
      const { default_factory_module: module, default_factory_name: name } = value;
      if (module !== void 0 && module !== null) found.push(`${module}.${name}`.slice(0, MAX_SHOWN));
      waiting.push(...Object.values(value));
    }
  }
  return found.slice(0, 256);
}
function parsed(text) {
  try {
    return parseLooseJson(text).value;
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    return { default_factory_module: "unreadable", default_factory_name: "text" };
  }
}
export {
  scanTorchExport
};
