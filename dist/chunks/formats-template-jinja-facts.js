import {
  builtinsIn_16 as builtinsIn,
  runningMethods_16 as runningMethods,
  ScanError_8 as ScanError
} from "./core.js";

// src/lang/jinja/values.ts
var unknown = { kind: "unknown", from: "program" };
var pieces = { kind: "unknown", from: "pieces" };
var hidden = { kind: "unknown", from: "template" };
var MAX_TEXTS = 32;
var MAX_TEXT = 4096;
var MAX_ITEMS = 256;
function text(...texts) {
  const different2 = [...new Set(texts)];
  const short = different2.length <= MAX_TEXTS && different2.every(({ length }) => length <= MAX_TEXT);
  return different2.length > 0 && short ? { kind: "text", texts: different2 } : hidden;
}
function listOf(items) {
  return items.length <= MAX_ITEMS ? { kind: "list", items } : originOf(items);
}
function either(one, other) {
  if (one.kind === "text" && other.kind === "text") return text(...one.texts, ...other.texts);
  if (one.kind === "mapping" && other.kind === "mapping")
    return mapping(different([...one.items, ...other.items]), different([...one.values, ...other.values]));
  if (one.kind === "list" && other.kind === "list") return listOf(merged(one.items, other.items));
  if (one.kind === "macro" || other.kind === "macro") return one.kind === "macro" ? one : other;
  if (isHidden(one) || isHidden(other)) return hidden;
  if (one.kind !== "unknown" && one.kind !== "number")
    return other.kind === "unknown" || other.kind === "number" ? one : originOf([one, other]);
  if (other.kind !== "unknown" && other.kind !== "number") return other;
  const name = one.kind === "unknown" && other.kind === "unknown" && one.name === other.name ? one.name : void 0;
  return { kind: "unknown", from: isPieces(one) || isPieces(other) ? "pieces" : "program", ...name === void 0 ? {} : { name } };
}
function mapping(items, values) {
  return { kind: "mapping", items, values };
}
function merged(one, other) {
  if (one.length !== other.length) return different([...one, ...other]);
  return one.map((item2, index) => either(item2, other[index] ?? unknown));
}
function different(values) {
  const known = new Map(values.map((value) => [JSON.stringify(value).slice(0, 1e3), value]));
  return known.size <= MAX_ITEMS ? [...known.values()] : [originOf(values)];
}
function originOf(values) {
  return values.some(isOwn) ? hidden : values.some(isPieces) ? pieces : unknown;
}
function isOwn(value) {
  if (value.kind === "text") return value.texts.some((each2) => each2 !== "");
  if (value.kind === "list") return value.items.some(isOwn);
  if (value.kind === "mapping") return value.items.some(isOwn) || value.values.some(isOwn);
  return isHidden(value);
}
function isHidden(value) {
  return value.kind === "unknown" && value.from === "template";
}
function isPieces(value) {
  return value.kind === "unknown" && value.from === "pieces";
}
function oneOf(items) {
  return items.length === 0 ? unknown : items.reduce(either);
}

// src/lang/jinja/items.ts
function item(base, index) {
  if (base.kind === "mapping") return oneOf(base.values);
  if (base.kind !== "text" && base.kind !== "list") return originOf([base]);
  if (index.kind !== "number") return base.kind === "list" ? oneOf(base.items) : originOf([base]);
  const at = (length) => index.value < 0 ? length + index.value : index.value;
  if (base.kind === "text") return text(...base.texts.map((each2) => each2[at(each2.length)] ?? ""));
  return base.items[at(base.items.length)] ?? oneOf(base.items);
}
function sliced(base, parts) {
  const [start, stop, step] = parts.map((part) => part?.kind === "number" ? part.value : void 0);
  const by = step ?? 1;
  const unclear = parts.some((part) => part !== void 0 && part.kind !== "number") || by < 0 && (start ?? stop) !== void 0;
  const pick = (all) => {
    const part = by < 0 ? [...all].reverse() : all.slice(start, stop);
    return part.filter((_, position) => position % Math.abs(by || 1) === 0);
  };
  if (unclear || base.kind !== "text" && base.kind !== "list") return originOf([base]);
  return base.kind === "text" ? text(...base.texts.map((each2) => pick([...each2]).join(""))) : listOf(pick(base.items));
}
function listed(value) {
  const [only, more] = value.kind === "text" ? value.texts : [];
  if (only !== void 0 && more === void 0) return listOf([...only].map((each2) => text(each2)));
  return value.kind === "mapping" ? listOf(value.items) : value;
}
function itemsOf(value) {
  const { items = [originOf([value])] } = listed(value);
  return items;
}

// src/lang/jinja/texts.ts
function textsOf(value) {
  if (value.kind === "text") return value.texts;
  return value.kind === "number" ? [String(value.value)] : void 0;
}
function combine(parts, make) {
  let rows = [[]];
  for (const part of parts) {
    const texts = textsOf(part);
    if (texts === void 0 || rows.length * texts.length > MAX_TEXTS) return combined(parts);
    rows = rows.flatMap((row) => texts.map((each2) => [...row, each2]));
  }
  const made = rows.map(make);
  const known = made.filter((each2) => each2 !== void 0);
  return known.length === made.length ? text(...known) : hidden;
}
function combined(parts) {
  const origin = originOf(parts);
  return isHidden(origin) || parts.filter(isPieces).length > 1 ? hidden : pieces;
}
function concatenate(left, right) {
  return combine([left, right], (texts) => texts.join(""));
}
function formatPercent(pattern, parts) {
  return combine([pattern, ...parts], ([first = "", ...rest]) => {
    if (/%(?![sdrxc%])/.test(first.replaceAll("%%", ""))) return void 0;
    let index = 0;
    return first.replace(/%(?:[sdrx]|(c)|(%))/g, (_, char, percent) => {
      if (percent) return "%";
      const value = rest[index++] ?? "";
      return char && /^\d+$/.test(value) ? String.fromCodePoint(Math.min(Number(value), 1114111)) : value;
    });
  });
}
function formatBraces(pattern, parts) {
  return combine([pattern, ...parts], ([first = "", ...rest]) => {
    if (/[{}]/.test(first.replace(/\{\d{0,3}(?::c)?\}|\{\{|\}\}/g, ""))) return void 0;
    let index = 0;
    return first.replace(/\{(\d{0,3})(?::c)?\}/g, (whole, at) => {
      const value = rest[at === "" ? index++ : Number(at)] ?? "";
      return whole.endsWith(":c}") && /^\d+$/.test(value) ? String.fromCodePoint(Math.min(Number(value), 1114111)) : value;
    });
  });
}

// src/lang/jinja/folds.ts
var each = (change) => (value, args) => value.kind === "text" && args.length === 0 ? text(...value.texts.map(change)) : computed([value, ...args]);
function computed(values) {
  return values.some(isOwn) ? hidden : pieces;
}
var replace = (value, [from, to, count]) => from === void 0 || to === void 0 || count !== void 0 ? computed([value, from ?? unknown, to ?? unknown]) : combine([value, from, to], ([whole = "", old = "", put = ""]) => whole.replaceAll(old, () => put));
var same = (value) => value.kind === "text" ? value : computed([value]);
var join = (value, [separator, attribute]) => {
  if (value.kind === "text" && separator === void 0) return value;
  if (value.kind !== "list" && value.kind !== "mapping" || attribute !== void 0) return computed([value, separator ?? unknown]);
  return combine([separator ?? text(""), ...value.items], ([between = "", ...parts]) => parts.join(between));
};
var reverse = (value) => {
  if (value.kind === "text") return text(...value.texts.map((each2) => [...each2].reverse().join("")));
  return value.kind === "list" || value.kind === "mapping" ? listOf([...value.items].reverse()) : originOf([value]);
};
var some = (value) => {
  const items = itemsOf(value);
  return listOf([items.length > 1 ? originOf(items) : oneOf(items)]);
};
var any = (value) => oneOf(itemsOf(value));
var pairs = (value) => value.kind === "mapping" ? listOf([listOf([oneOf(value.items), oneOf(value.values)])]) : listOf([listOf([originOf([value]), originOf([value])])]);
var split = (value, [separator, limit]) => {
  const [only, more] = value.kind === "text" ? value.texts : [];
  const [by, other] = separator?.kind === "text" ? separator.texts : [void 0];
  const known = only !== void 0 && more === void 0 && limit === void 0 && other === void 0;
  if (!known || separator !== void 0 && !by) return originOf([value, separator ?? unknown]);
  const parts = by === void 0 ? only.trim().split(/\s+/) : only.split(by);
  return listOf(parts.map((part) => text(part)));
};
var filterFolds = /* @__PURE__ */ new Map([
  ["lower", each((text2) => text2.toLowerCase())],
  ["upper", each((text2) => text2.toUpperCase())],
  ["capitalize", each((text2) => text2.slice(0, 1).toUpperCase() + text2.slice(1).toLowerCase())],
  ["trim", each((text2) => text2.trim())],
  ["string", same],
  ["safe", same],
  ["escape", same],
  ["e", same],
  ["default", (value, [other]) => either(value, other ?? unknown)],
  ["d", (value, [other]) => either(value, other ?? unknown)],
  ["join", join],
  ["reverse", reverse],
  ["list", listed],
  ["replace", replace],
  ["format", formatPercent],
  ["sort", some],
  ["unique", some],
  ["select", some],
  ["reject", some],
  ["selectattr", some],
  ["rejectattr", some],
  ["random", any],
  ["min", any],
  ["max", any],
  ["items", pairs],
  ["dictsort", pairs],
  ["first", (value) => item(listed(value), { kind: "number", value: 0 })],
  ["last", (value) => item(listed(value), { kind: "number", value: -1 })]
]);
var methodFolds = /* @__PURE__ */ new Map([
  ["lower", each((text2) => text2.toLowerCase())],
  ["upper", each((text2) => text2.toUpperCase())],
  ["swapcase", each((text2) => [...text2].map((char) => char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase()).join(""))],
  ["strip", each((text2) => text2.trim())],
  ["replace", replace],
  ["join", (value, [items]) => join(items ?? unknown, [value])],
  ["format", formatBraces],
  ["split", split],
  ["items", pairs],
  ["keys", (value) => value.kind === "mapping" ? listOf(value.items) : originOf([value])],
  ["values", (value) => value.kind === "mapping" ? listOf(value.values) : originOf([value])],
  // The key does not decide the result; the second argument replaces a missing value.
  ["get", (value, [key, other]) => either(item(value, key ?? unknown), other ?? unknown)],
  ["__add__", (value, [other]) => concatenate(value, other ?? unknown)]
]);

// src/lang/jinja/arithmetic.ts
function arithmetic(operator, left, right) {
  if (left.kind === "number" && right.kind === "number") return calculate(operator, left.value, right.value);
  if (operator === "%" && left.kind === "text") return formatPercent(left, right.kind === "list" ? right.items : [right]);
  if (operator === "*" && left.kind === "number") return arithmetic("*", right, left);
  if (operator === "*" && left.kind === "text") {
    if (right.kind !== "number" || right.value > MAX_TEXT) return hidden;
    return combine(
      [left],
      ([only]) => only !== void 0 && only.length * right.value <= MAX_TEXT ? only.repeat(Math.max(0, right.value)) : void 0
    );
  }
  if (operator === "+" && left.kind === "list" && right.kind === "list") return listOf([...left.items, ...right.items]);
  if (operator === "+" && (left.kind === "text" || right.kind === "text")) return concatenate(left, right);
  return originOf([left, right]);
}
function calculate(operator, left, right) {
  const results = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "//": Math.floor(left / right),
    "%": left % right,
    "**": left ** right
  };
  const value = results[operator];
  return value !== void 0 && Number.isFinite(value) ? { kind: "number", value } : unknown;
}

// src/lang/jinja/cursor.ts
var JinjaCursor = class {
  tokens;
  at = 0;
  constructor(tag) {
    this.tokens = tag.tokens;
  }
  current() {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? END;
  }
  next() {
    const token = this.current();
    this.at++;
    return token;
  }
  was(operator) {
    const token = this.tokens[this.at - 1];
    return token?.kind === "operator" && token.value === operator;
  }
  peek(operator) {
    const token = this.current();
    return token.kind === "operator" && token.value === operator;
  }
  take(operator) {
    const here = this.peek(operator);
    if (here) this.at++;
    return here;
  }
  takeOne(...operators) {
    return operators.find((operator) => this.take(operator));
  }
  takeName(name) {
    const token = this.current();
    const here = token.kind === "name" && token.value === name;
    if (here) this.at++;
    return here;
  }
  expect(operator) {
    if (!this.take(operator)) throw this.error(`${operator} is missing`);
  }
  expectName(name) {
    if (!this.takeName(name)) throw this.error(`${name} is missing`);
  }
  name() {
    const token = this.next();
    if (token.kind !== "name") {
      this.at--;
      throw this.error("a name is missing");
    }
    return token.value;
  }
  finish() {
    if (this.current().kind !== "end") throw this.error(`unexpected ${this.current().value}`);
  }
  error(message) {
    return new ScanError("malformed", message, this.current().offset);
  }
};
var END = { kind: "end", value: "", offset: 0 };

// src/lang/jinja/operators.ts
var MAX_DEPTH = 120;
var JinjaOperators = class extends JinjaCursor {
  variables;
  use;
  depth = 0;
  constructor(tag, variables, use) {
    super(tag);
    this.variables = variables;
    this.use = use;
  }
  tuple(conditional = true) {
    const items = [];
    let commas = 0;
    do {
      if (commas > 0 && this.atTupleEnd()) break;
      items.push(conditional ? this.expression() : this.or());
      commas++;
    } while (this.take(","));
    const [only] = items;
    return commas === 1 && only !== void 0 && !this.was(",") ? only : listOf(items);
  }
  atTupleEnd() {
    const { kind, value } = this.current();
    return kind === "end" || kind === "operator" && (value === ")" || value === "=") || kind === "name" && value === "in";
  }
  expression() {
    return this.nested(() => {
      let value = this.or();
      while (this.takeName("if")) {
        this.or();
        const other = this.takeName("else") ? this.expression() : unknown;
        value = either(value, other);
      }
      return value;
    });
  }
  /** Parses a part that can contain itself, up to the maximum depth. */
  nested(read) {
    if (++this.depth > MAX_DEPTH) throw this.error("expressions nested too deeply");
    const value = read();
    this.depth--;
    return value;
  }
  or() {
    let value = this.and();
    while (this.takeName("or")) value = either(value, this.and());
    return value;
  }
  and() {
    let value = this.not();
    while (this.takeName("and")) value = either(value, this.not());
    return value;
  }
  not() {
    let negated = false;
    while (this.takeName("not")) negated = true;
    const value = this.comparison();
    return negated ? unknown : value;
  }
  comparison() {
    let value = this.sum();
    while (this.takeComparison()) {
      this.sum();
      value = unknown;
    }
    return value;
  }
  takeComparison() {
    if (["==", "!=", "<", ">", "<=", ">="].some((operator) => this.take(operator))) return true;
    if (this.takeName("in")) return true;
    const next = this.tokens[this.at + 1];
    if (this.current().kind !== "name" || this.current().value !== "not" || next?.kind !== "name" || next.value !== "in") return false;
    this.at += 2;
    return true;
  }
  sum() {
    let value = this.concatenation();
    for (let operator = this.takeOne("+", "-"); operator; operator = this.takeOne("+", "-"))
      value = this.reported(arithmetic(operator, value, this.concatenation()));
    return value;
  }
  concatenation() {
    let value = this.product();
    while (this.take("~")) value = this.reported(concatenate(value, this.product()));
    return value;
  }
  product() {
    let value = this.power();
    for (let operator = this.takeOne("*", "/", "//", "%"); operator; operator = this.takeOne("*", "/", "//", "%")) {
      value = this.reported(arithmetic(operator, value, this.power()));
    }
    return value;
  }
  power() {
    let value = this.unary();
    while (this.take("**")) value = arithmetic("**", value, this.unary());
    return value;
  }
  /** Parses a signed operand. Filters and tests apply to a signed number as a whole. */
  unary() {
    let negative = false;
    for (let sign = this.takeOne("-", "+"); sign; sign = this.takeOne("-", "+")) if (sign === "-") negative = !negative;
    const value = this.operand();
    const signed = negative ? value.kind === "number" ? { kind: "number", value: -value.value } : unknown : value;
    return this.filters(signed, false);
  }
  /** Reports computed texts in the same way as literal ones. */
  reported(value) {
    if (value.kind === "text") for (const each2 of value.texts) this.use({ what: "text", text: each2 });
    return value;
  }
};

// src/lang/jinja/operands.ts
var MUTATORS = /* @__PURE__ */ new Set(["append", "extend", "insert", "update", "setdefault", "add", "__setitem__", "__iadd__"]);
var TO_NUMBER = new Set(
  "startswith endswith isdigit isalpha isalnum isdecimal isnumeric isspace isupper islower count index find rfind rindex append extend insert".split(
    " "
  )
);
var TEMPLATE_CALLS = /* @__PURE__ */ new Set(["caller", "super", "loop"]);
var LOOP_ITEMS = /* @__PURE__ */ new Set(["loop.previtem", "loop.nextitem"]);
function isHelper(variable) {
  return variable === "lipsum" || variable === "cycler" || variable === "joiner";
}
var JinjaOperands = class extends JinjaOperators {
  operand() {
    const { kind, value: name } = this.current();
    return this.postfix(this.primary(), kind === "name" ? name : void 0);
  }
  primary() {
    const token = this.next();
    if (token.kind === "text") return this.textLiteral(token);
    if (token.kind === "number") return { kind: "number", value: Number(token.value) };
    if (token.kind === "name") return this.variable(token.value);
    switch (token.kind === "operator" ? token.value : "") {
      case "(": {
        const value = this.peek(")") ? listOf([]) : this.tuple();
        this.expect(")");
        return value;
      }
      case "[": {
        const items = [];
        while (!this.peek("]")) {
          items.push(this.expression());
          if (!this.take(",")) break;
        }
        this.expect("]");
        return listOf(items);
      }
      case "{":
        return this.mapping();
      default:
        this.at--;
        throw this.error("an expression is missing");
    }
  }
  /** Reads a string; adjacent strings are one. */
  textLiteral(first) {
    let whole = first.value;
    for (let token = this.current(); token.kind === "text"; token = this.current()) {
      whole += token.value;
      this.at++;
    }
    this.use({ what: "text", text: whole });
    return text(whole);
  }
  variable(name) {
    if (["true", "false", "none", "True", "False", "None"].includes(name)) return unknown;
    this.use({ what: "name", name });
    const known = this.variables.get(name);
    return known === void 0 || known.kind === "unknown" && known.from === "program" ? { kind: "unknown", from: "program", name: known?.name ?? name } : known;
  }
  mapping() {
    const keys = [];
    const values = [];
    while (!this.peek("}")) {
      keys.push(this.expression());
      this.expect(":");
      values.push(this.expression());
      if (!this.take(",")) break;
    }
    this.expect("}");
    return mapping(keys, values);
  }
  /** Parses attributes, subscripts and calls. `variable`: the name of the variable that `start` was read from. */
  postfix(start, variable) {
    let value = start;
    let name = variable;
    for (; ; ) {
      if (this.take(".")) {
        const token = this.next();
        value = this.dotted(value, token, name);
        name = name === void 0 || token.kind !== "name" || this.was(")") ? void 0 : `${name}.${token.value}`;
      } else if (this.take("[")) {
        value = this.subscript(value, name);
        name = void 0;
      } else if (this.peek("(")) {
        value = this.call(value);
        name = void 0;
      } else return value;
    }
  }
  dotted(value, token, variable) {
    if (token.kind === "number") return item(value, { kind: "number", value: Number(token.value) });
    if (token.kind !== "name") {
      this.at--;
      throw this.error("an attribute is missing");
    }
    const on = value.kind === "unknown" ? value.name : void 0;
    this.use({ what: "attribute", names: [token.value], on, how: "dot", own: true });
    if (this.peek("(")) return this.method(value, token.value, variable);
    if (LOOP_ITEMS.has(`${variable}.${token.value}`)) return hidden;
    const known = variable === void 0 ? void 0 : this.variables.get(`${variable}.${token.value}`);
    const found = value.kind === "mapping" ? item(value, text(token.value)) : void 0;
    if (known !== void 0) return found === void 0 ? known : either(known, found);
    return found ?? (isOwn(value) || isPieces(value) ? originOf([value]) : { kind: "unknown", from: "program", name: `${on ?? ""}.${token.value}` });
  }
  method(value, name, variable) {
    const { values, named, all } = this.arguments();
    this.use({ what: "call", name, method: true });
    if (MUTATORS.has(name) && variable !== void 0 && all.some(isOwn)) this.assign(variable, hidden);
    if (TO_NUMBER.has(name)) return unknown;
    if (value.kind === "number" || variable === "self") return hidden;
    const fold = value.kind === "text" || value.kind === "mapping" || name === "get" ? methodFolds.get(name) : void 0;
    return fold && named.size === 0 ? this.reported(fold(value, values)) : originOf([value, ...all]);
  }
  subscript(value, variable) {
    const parts = [];
    let colons = 0;
    while (!this.peek("]")) {
      if (this.take(":")) colons++;
      else if (this.take(",")) continue;
      else parts[colons] = this.expression();
    }
    this.expect("]");
    if (colons > 0) return this.reported(sliced(value, [parts[0], parts[1], parts[2]]));
    const key = parts[0];
    if (key === void 0) return unknown;
    if (isHidden(key) && value.kind === "mapping") return originOf([value]);
    this.attribute(key, value, "subscript");
    const known = variable !== void 0 && key.kind === "text" ? this.variables.get(`${variable}.${key.texts[0]}`) : void 0;
    const found = item(value, key);
    return known === void 0 ? found : either(known, found);
  }
  /**
   * Reports an attribute whose name is an expression, except a variable as a key, which is how templates read mappings.
   */
  attribute(key, value, how) {
    const on = value.kind === "unknown" ? value.name : void 0;
    if (key.kind === "text") this.use({ what: "attribute", names: key.texts, on, how, own: true });
    else if (how === "filter" || isHidden(key) || isPieces(key) || isHelper(on))
      this.use({ what: "attribute", names: void 0, on, how, own: isOwn(key) });
  }
  call(value) {
    const before = this.tokens[this.at - 1];
    const name = value.kind === "unknown" && value.name !== void 0 && before?.kind === "name" ? value.name : "";
    const { values, named, all } = this.arguments();
    this.use({ what: "call", name, method: false });
    if (value.kind === "macro") {
      value.parameters.forEach((parameter, index) => {
        for (const given of [values[index], named.get(parameter)]) if (given !== void 0) this.assign(parameter, given);
      });
      this.assign("varargs", listOf(values));
      this.assign(
        "kwargs",
        mapping(
          [...named.keys()].map((each2) => text(each2)),
          [...named.values()]
        )
      );
      return hidden;
    }
    if (name === "dict" || name === "namespace")
      return mapping(
        [...named.keys()].map((each2) => text(each2)),
        all
      );
    return TEMPLATE_CALLS.has(name) ? hidden : originOf(all);
  }
  /** Adds a value that the variable may have from here or, in a loop or macro, from its beginning. */
  assign(name, value) {
    const before = this.variables.get(name);
    this.variables.set(name, before === void 0 ? value : either(before, value));
  }
  /** Parses the arguments of a call. An argument with `*` or `**` counts as one that may be any of its items. */
  arguments() {
    const values = [];
    const named = /* @__PURE__ */ new Map();
    let spread = false;
    this.expect("(");
    while (!this.peek(")")) {
      const stars = this.takeOne("**", "*");
      const next = this.tokens[this.at + 1];
      if (stars === void 0 && this.current().kind === "name" && next?.kind === "operator" && next.value === "=") {
        const name = this.name();
        this.use({ what: "text", text: name });
        this.at++;
        named.set(name, this.expression());
      } else {
        const value = this.expression();
        if (stars !== void 0) spread = true;
        values.push(stars === void 0 ? value : originOf([value]));
      }
      if (!this.take(",")) break;
    }
    this.expect(")");
    return { values, named, all: [...values, ...named.values()], spread };
  }
};

// src/lang/jinja/expressions.ts
var BY_ATTRIBUTE = /* @__PURE__ */ new Set(["map", "selectattr", "rejectattr", "groupby", "sort", "unique", "sum", "min", "max", "join"]);
var NUMBERS = /* @__PURE__ */ new Set(["length", "count", "int", "float", "round", "abs", "wordcount"]);
var TO_TEXT = /* @__PURE__ */ new Set(["string", "tojson", "pprint", "urlencode", "xmlattr", "escape", "e", "forceescape", "safe"]);
var NO_ARGUMENTS = { values: [], named: /* @__PURE__ */ new Map(), all: [], spread: false };
var JinjaExpressions = class extends JinjaOperands {
  /**
   * Parses `|filter(\u2026)`, `is test` and calls after them. `bare`: the first filter has no bar, as in `{% filter upper
   * %}`.
   */
  filters(start, bare) {
    let value = start;
    let first = bare;
    for (; ; ) {
      if (first || this.take("|")) {
        first = false;
        value = this.filter(value);
      } else if (this.takeName("is")) value = this.test();
      else if (this.peek("(")) value = this.call(value);
      else return value;
    }
  }
  filter(value) {
    let name = this.name();
    while (this.take(".")) name += `.${this.name()}`;
    const { values, named, all, spread } = this.peek("(") ? this.arguments() : NO_ARGUMENTS;
    if (name === "attr") {
      this.attribute(values[0] ?? named.get("name") ?? unknown, value, "filter");
      return unknown;
    }
    if (BY_ATTRIBUTE.has(name)) {
      if (spread) this.use({ what: "attribute", names: void 0, on: void 0, how: "filter", own: true });
      this.byAttribute(name, value, values, named);
    }
    if (NUMBERS.has(name)) return unknown;
    const fold = filterFolds.get(name);
    if (fold && named.size === 0) return this.reported(fold(value, values));
    const origin = originOf(name === "map" ? [value, ...values.slice(1)] : [value, ...all]);
    return TO_TEXT.has(name) ? concatenate(origin, unknown) : origin;
  }
  byAttribute(name, value, args, named) {
    const key = named.get("attribute");
    if (key !== void 0) this.attribute(key, value, "subscript");
    const [first, second] = args;
    if (first === void 0) return;
    if (name === "selectattr" || name === "rejectattr" || name === "groupby") this.attribute(first, value, "subscript");
    else if (name === "map" && first.kind === "text" && first.texts.includes("attr")) this.attribute(second ?? unknown, value, "filter");
    else if (name === "map" && first.kind === "unknown")
      this.use({ what: "attribute", names: void 0, on: void 0, how: "filter", own: true });
  }
  test() {
    this.takeName("not");
    do
      this.name();
    while (this.take("."));
    if (this.peek("(")) this.arguments();
    else if (this.startsArgument()) this.operand();
    return unknown;
  }
  /** True where an argument of a test without parentheses starts, as in `x is divisibleby 3`. */
  startsArgument() {
    const { kind, value } = this.current();
    if (kind === "text" || kind === "number") return true;
    if (kind === "operator") return value === "[" || value === "{";
    return kind === "name" && !["else", "or", "and"].includes(value);
  }
};

// src/lang/jinja/lexer.ts
var UNKNOWN_CHARACTER = "\uF8FF";
var OPERATORS = [
  "//",
  "**",
  "==",
  "!=",
  ">=",
  "<=",
  "+",
  "-",
  "/",
  "*",
  "%",
  "~",
  "[",
  "]",
  "(",
  ")",
  "{",
  "}",
  ">",
  "<",
  "=",
  ".",
  ":",
  "|",
  ",",
  ";"
];
var CLOSING_BRACKETS = /* @__PURE__ */ new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"]
]);
var NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy;
var NUMBER = /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|\d(?:_?\d)*(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?/y;
var SPACE = /\s+/y;
var RAW = /[-+]?\s*raw\s*[-+]?%\}/y;
var RAW_END = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
var MAX_TOKENS = 2e5;
function* jinjaTags(template) {
  const opening = /\{[{%#]/g;
  let budget = MAX_TOKENS;
  for (let match = opening.exec(template); match; match = opening.exec(template)) {
    const start = match.index;
    const at = start + 2;
    if (match[0] === "{#") {
      const close = template.indexOf("#}", at);
      if (close < 0) throw new ScanError("malformed", "a comment does not end", start);
      opening.lastIndex = close + 2;
      continue;
    }
    const raw = match[0] === "{%" ? sticky(RAW, template, at) : void 0;
    if (raw !== void 0) {
      RAW_END.lastIndex = at + raw.length;
      if (!RAW_END.exec(template)) throw new ScanError("malformed", "a raw block does not end", start);
      opening.lastIndex = RAW_END.lastIndex;
      continue;
    }
    const kind = match[0] === "{{" ? "output" : "statement";
    const tag = readTag(template, start, kind, budget);
    budget -= tag.tokens.length;
    yield tag;
    opening.lastIndex = tag.end;
  }
}
function readTag(template, start, kind, budget) {
  const close = kind === "output" ? "}}" : "%}";
  const tokens = [];
  const open = [];
  let at = start + 2;
  if (template[at] === "-" || template[at] === "+") at++;
  while (at < template.length) {
    at += sticky(SPACE, template, at)?.length ?? 0;
    if (open.length === 0) {
      const end = template.startsWith(close, at) ? at : /[-+]/.test(template[at] ?? "") && template.startsWith(close, at + 1) ? at + 1 : -1;
      if (end >= 0) {
        tokens.push({ kind: "end", value: "", offset: at });
        return { kind, tokens, start, end: end + 2 };
      }
    }
    const token = readToken(template, at);
    if (token.kind === "operator") balance(open, token);
    tokens.push(token);
    if (tokens.length > budget) throw new ScanError("limit", `more than ${MAX_TOKENS} tokens`, at);
    at = token.end;
  }
  throw new ScanError("malformed", "a tag does not end", start);
}
function balance(open, { value, offset }) {
  const closing = CLOSING_BRACKETS.get(value);
  if (closing !== void 0) open.push(closing);
  else if ((value === ")" || value === "]" || value === "}") && open.pop() !== value) {
    throw new ScanError("malformed", `an unexpected ${value}`, offset);
  }
}
function readToken(template, offset) {
  const char = template[offset] ?? "";
  if (char === '"' || char === "'") {
    const end = stringEnd(template, offset, char);
    return { kind: "text", value: resolveEscapes(template.slice(offset + 1, end - 1)), offset, end };
  }
  const number = sticky(NUMBER, template, offset);
  if (number !== void 0) return { kind: "number", value: number.replaceAll("_", ""), offset, end: offset + number.length };
  const name = sticky(NAME, template, offset);
  if (name !== void 0) return { kind: "name", value: name.normalize("NFKC"), offset, end: offset + name.length };
  const operator = OPERATORS.find((text2) => template.startsWith(text2, offset));
  if (operator === void 0) throw new ScanError("malformed", `an unexpected character ${JSON.stringify(char)}`, offset);
  return { kind: "operator", value: operator, offset, end: offset + operator.length };
}
function stringEnd(template, start, quote) {
  for (let at = start + 1; at < template.length; at++) {
    if (template[at] === "\\") at++;
    else if (template[at] === quote) return at + 1;
  }
  throw new ScanError("malformed", "a string does not end", start);
}
var SIMPLE = new Map(
  Object.entries({ n: "\n", t: "	", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v", "\n": "", "\\": "\\", "'": "'", '"': '"' })
);
var NAMED = /* @__PURE__ */ new Map([
  ["LOW LINE", "_"],
  ["FULL STOP", "."]
]);
var ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|N\{([^}]*)\}|([\s\S]))/g;
function resolveEscapes(text2) {
  if (!text2.includes("\\")) return text2;
  return text2.replace(ESCAPE, (whole, x, u, U, octal, named, other) => {
    const hex = x ?? u ?? U;
    if (typeof hex === "string") return character(Number.parseInt(hex, 16));
    if (typeof octal === "string") return character(Number.parseInt(octal, 8));
    if (typeof named === "string") return NAMED.get(named.toUpperCase()) ?? UNKNOWN_CHARACTER;
    return SIMPLE.get(String(other)) ?? String(whole);
  });
}
function character(code) {
  return code <= 1114111 ? String.fromCodePoint(code) : UNKNOWN_CHARACTER;
}
function sticky(pattern, text2, at) {
  pattern.lastIndex = at;
  return pattern.exec(text2)?.[0];
}

// src/lang/jinja/template.ts
var BLOCKS = /* @__PURE__ */ new Map([
  ["for", "endfor"],
  ["if", "endif"],
  ["macro", "endmacro"],
  ["call", "endcall"],
  ["filter", "endfilter"],
  ["with", "endwith"],
  ["block", "endblock"],
  ["autoescape", "endautoescape"],
  ["generation", "endgeneration"],
  ["trans", "endtrans"]
]);
var CLOSERS = /* @__PURE__ */ new Set([...BLOCKS.values(), "endset"]);
var LOADERS = /* @__PURE__ */ new Set(["import", "include", "from", "extends"]);
var READINGS = 2;
var FLOWS_BACK = /\{%[-+]?\s*(?:for|macro|set|call)\b/;
function readJinja(template, use) {
  const variables = /* @__PURE__ */ new Map();
  for (let reading = 0; reading < READINGS && FLOWS_BACK.test(template); reading++) {
    try {
      readOnce(template, variables, () => void 0);
    } catch (error) {
      if (!(error instanceof ScanError)) throw error;
    }
  }
  readOnce(template, variables, use);
}
function readOnce(template, variables, use) {
  const blocks = [];
  for (const tag of jinjaTags(template)) {
    const parser = new TagParser(tag, variables, (detail) => use({ ...detail, start: tag.start, end: tag.end }));
    if (tag.kind === "output") parser.output();
    else parser.statement(blocks);
  }
  const open = blocks.pop();
  if (open !== void 0) throw new ScanError("malformed", `${open} is missing`, template.length);
}
var TagParser = class extends JinjaExpressions {
  output() {
    this.tuple();
    this.finish();
  }
  statement(blocks) {
    const keyword = this.name();
    if (CLOSERS.has(keyword)) return this.close(keyword, blocks);
    if (LOADERS.has(keyword)) return this.use({ what: "load", statement: keyword });
    const closer = BLOCKS.get(keyword);
    if (closer !== void 0) blocks.push(closer);
    switch (keyword) {
      case "for":
        this.forLoop();
        break;
      case "if":
      case "autoescape":
      case "print":
      case "do":
        this.tuple();
        break;
      case "elif":
      case "else":
        this.branch(keyword, blocks);
        break;
      case "set":
        this.set(blocks);
        break;
      case "macro":
        this.macro();
        break;
      case "call":
        if (this.peek("(")) this.parameters();
        this.expression();
        break;
      case "filter":
        this.filters(unknown, true);
        break;
      case "with":
        this.assignments();
        break;
      case "block":
        for (this.name(); this.current().kind === "name"; ) this.name();
        break;
      case "break":
      case "continue":
      case "generation":
      case "debug":
        break;
      case "trans":
      case "pluralize":
        return;
      default:
        throw this.error(`an unknown tag ${keyword}`);
    }
    if (closer !== void 0 || blocks.length > 0) this.take(":");
    this.finish();
  }
  close(keyword, blocks) {
    const expected = blocks.pop();
    if (expected !== keyword) throw this.error(`${keyword} where ${expected ?? "nothing"} is open`);
    if (keyword === "endblock" && this.current().kind === "name") this.name();
    this.finish();
  }
  branch(keyword, blocks) {
    const open = blocks[blocks.length - 1];
    if (open !== "endif" && !(open === "endfor" && keyword === "else")) throw this.error(`${keyword} outside of a block`);
    if (keyword === "elif") this.tuple();
  }
  forLoop() {
    const target = this.target();
    this.expectName("in");
    const items = this.tuple(false);
    if (this.takeName("if")) this.expression();
    const value = this.takeName("recursive") && isOwn(items) ? hidden : oneOf(itemsOf(items));
    this.unpack(target, value);
  }
  macro() {
    const name = this.name();
    this.variables.set(name, { kind: "macro", parameters: this.parameters() });
  }
  set(blocks) {
    const target = this.target();
    if (this.take("=")) return this.unpack(target, this.tuple());
    blocks.push("endset");
    this.unpack(target, hidden);
    if (this.peek("|")) this.filters(unknown, false);
  }
  /** Assigns the value to a name, or its items to a tuple of targets. */
  unpack(target, value) {
    if (typeof target === "string") return this.assign(target, value);
    target.forEach((part, index) => {
      this.unpack(part, value === hidden ? hidden : item(value, { kind: "number", value: index }));
    });
  }
  assignments() {
    while (this.current().kind === "name" || this.peek("(")) {
      const target = this.target();
      this.expect("=");
      this.unpack(target, this.expression());
      if (!this.take(",")) break;
    }
  }
  /** Parses the target of an assignment: `a`, `a, b`, `(a, b), c`, `namespace.a`. */
  target() {
    const first = this.part();
    if (!this.peek(",")) return first;
    const parts = [first];
    while (this.take(",") && !this.targetEnds()) parts.push(this.part());
    return parts;
  }
  /** Parses one part of a target; brackets around a single one have no effect. */
  part() {
    if (this.take("(")) {
      const inner = this.nested(() => this.peek(")") ? [] : this.target());
      this.expect(")");
      return inner;
    }
    let name = this.name();
    while (this.take(".")) name += `.${this.attributeName(name)}`;
    return name;
  }
  targetEnds() {
    const { kind, value } = this.current();
    return kind === "name" ? value === "in" : value !== "(";
  }
  attributeName(on) {
    const name = this.name();
    this.use({ what: "attribute", names: [name], on, how: "dot", own: true });
    return name;
  }
  parameters() {
    const names = [];
    this.expect("(");
    while (!this.peek(")")) {
      const name = this.name();
      names.push(name);
      if (this.take("=")) this.assign(name, this.expression());
      if (!this.take(",")) break;
    }
    this.expect(")");
    return names;
  }
};

// src/formats/template/jinja/reach.ts
var REACHING = new Set(
  "__globals__ __builtins__ __builtin__ __subclasses__ __mro__ __base__ __bases__ __import__ __code__ __closure__ __func__ __getattribute__ __reduce__ __reduce_ex__ __init__ __new__ __loader__ __spec__ __subclasshook__ __init_subclass__ __traceback__ func_globals func_code func_closure gi_frame gi_code cr_frame cr_code ag_frame ag_code f_globals f_builtins f_back tb_frame".split(" ")
);
var HELPERS = /* @__PURE__ */ new Set(["lipsum", "cycler", "joiner", "namespace", "self", "url_for", "get_flashed_messages"]);
var RUNNING = new Set("popen Popen check_output check_call getoutput getstatusoutput import_module load_module exec_module".split(" "));
var FIELD = /\{([^{}]*)\}/g;
var TAG = /\{[{%]([^}]*)/g;
var RAW2 = /__(?:mro|bases?|subclasses|globals|builtins|import|getattribute)__/;
function reachesInterpreter(use) {
  switch (use.what) {
    case "load":
      return false;
    case "name":
      return use.name === "__builtins__" || use.name === "__import__";
    case "text":
      return [...use.text.matchAll(FIELD)].some(([, field = ""]) => (field.match(/\w+/g) ?? []).some((word) => REACHING.has(word)));
    case "call":
      return use.method && RUNNING.has(use.name);
    case "attribute":
      if (use.names === void 0)
        return use.own && use.how === "filter" || use.how !== "dot" && use.on !== void 0 && HELPERS.has(use.on);
      return use.names.some((name) => name.split(".").some((part) => leadsOut(part) || part === "__class__" && use.how !== "dot"));
    default:
      return use;
  }
}
function leadsOut(name) {
  return REACHING.has(name) || /^_[A-Za-z]\w*__\w/.test(name);
}
function reachesInText(template) {
  for (const { index, 1: tag = "" } of template.matchAll(TAG)) if (RAW2.test(tag)) return index;
  return void 0;
}

// src/formats/template/jinja/facts.ts
var MAX_TEMPLATE = 4 << 20;
var MAX_FACTS = 20;
var MAX_SHOWN = 200;
var INTERNALS = new Set(
  "mro func_globals func_code func_closure func_defaults im_func im_self im_class gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await ag_frame ag_code ag_await tb_frame tb_next f_globals f_locals f_builtins f_back f_code co_code".split(" ")
);
var DUNDERS = new Set(
  "__class__ __mro__ __base__ __bases__ __subclasses__ __globals__ __builtins__ __builtin__ __import__ __init__ __new__ __call__ __dict__ __code__ __closure__ __self__ __func__ __wrapped__ __module__ __loader__ __spec__ __file__ __getattribute__ __getattr__ __setattr__ __delattr__ __getitem__ __reduce__ __reduce_ex__ __subclasshook__ __init_subclass__ __enter__ __exit__ __del__ __defaults__ __kwdefaults__ __annotations__ __traceback__ __context__ __cause__ __weakref__ __slots__ __doc__ __format__".split(" ")
);
var HELPERS2 = /* @__PURE__ */ new Set(["lipsum", "cycler", "joiner", "namespace", "url_for", "get_flashed_messages"]);
var FUNCTIONS = /* @__PURE__ */ new Set([...builtinsIn("template"), "getattr"]);
var METHODS = /* @__PURE__ */ new Set([...runningMethods(), "exec_module"]);
var DOTTED = /^[\w.]+$/;
var FIELD2 = /\{([^{}]*)\}/g;
var RAW_TAG = /\{[{%]([^}]*)/g;
var RAW_NAMES = /__(?:class|mro|base|bases|subclasses|globals|builtins|import|init|getattribute|reduce)__/;
function observeAnyTemplate(scan, name, template, of, offset) {
  if (of === "model") return observeInjection(scan, name, template, offset);
  if (template.length > MAX_TEMPLATE) return false;
  const reported = /* @__PURE__ */ new Set();
  const report = (construct, expression, start) => {
    if (reported.size >= MAX_FACTS || reported.has(start)) return;
    reported.add(start);
    const at = offset + new TextEncoder().encode(template.slice(0, start)).length;
    scan.observe({ kind: "template", name, construct, expression: shown(expression), offset: at });
  };
  try {
    readJinja(template, (use) => {
      if (reachesInterpreter(use)) report(use.what === "call" ? "call" : "attribute", template.slice(use.start, use.end), use.start);
    });
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    const raw = reported.size === 0 ? reachesInText(template) : void 0;
    if (raw !== void 0) report("attribute", template.slice(raw, raw + MAX_SHOWN), raw);
  }
  return reported.size > 0;
}
function observeInjection(scan, name, template, offset) {
  let found = false;
  const only = {
    ...scan,
    observe: (observation) => {
      const injection = observation.kind === "template" && ["attribute", "call", "hidden-name"].includes(observation.construct);
      found ||= injection;
      return injection && scan.observe(observation);
    }
  };
  observeTemplate(only, name, template, offset, true);
  return found;
}
function observeTemplate(scan, name, template, offset, plain) {
  const offsetOf = (start) => plain ? offset + new TextEncoder().encode(template.slice(0, start)).length : offset;
  const report = (construct, expression, start) => scan.observe({ kind: "template", name, construct, expression: shown(expression), offset: offsetOf(start) });
  if (template.length > MAX_TEMPLATE) {
    scan.observe({
      kind: "incomplete",
      why: "limit",
      detail: `${name}: a template of ${template.length} characters exceeds the limit of ${MAX_TEMPLATE}`,
      offset
    });
    return;
  }
  const reported = /* @__PURE__ */ new Set();
  try {
    readJinja(template, (use) => {
      const construct = constructOf(use);
      const key = `${construct === "unparsable" || construct === "hidden-name"}:${use.start}`;
      if (construct === void 0 || reported.has(key) || reported.size >= MAX_FACTS) return;
      reported.add(key);
      report(construct, template.slice(use.start, use.end), use.start);
    });
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    const raw = reported.size === 0 ? [...template.matchAll(RAW_TAG)].find(([tag]) => RAW_NAMES.test(tag)) : void 0;
    if (raw) report("attribute", template.slice(raw.index, raw.index + MAX_SHOWN), raw.index);
    report(
      "unparsable",
      `${error.message} near ${template.slice(Math.max(0, (error.offset ?? 0) - 20), (error.offset ?? 0) + 40)}`,
      error.offset ?? 0
    );
  }
}
function constructOf(use) {
  switch (use.what) {
    case "load":
      return "import";
    case "name":
      return DUNDERS.has(use.name) ? "attribute" : void 0;
    case "text":
      return DOTTED.test(use.text) && use.text.split(".").some((part) => DUNDERS.has(part)) || reachesIn(use.text) ? "attribute" : void 0;
    case "call":
      return (use.method ? METHODS : FUNCTIONS).has(use.name) ? "call" : void 0;
    case "attribute":
      if (use.names === void 0)
        return use.how === "filter" || use.on !== void 0 && HELPERS2.has(use.on) ? "attribute" : use.own ? "hidden-name" : "unparsable";
      if (use.on !== void 0 && HELPERS2.has(use.on)) return "attribute";
      return use.names.some(leadsOut2) ? "attribute" : void 0;
    default:
      return use;
  }
}
function leadsOut2(name) {
  return /^__\w*__$/.test(name) || /^_[A-Za-z]\w*__\w/.test(name) || INTERNALS.has(name);
}
function shown(expression) {
  return expression.length > MAX_SHOWN ? `${expression.slice(0, MAX_SHOWN)}\u2026` : expression;
}
function reachesIn(text2) {
  return [...text2.matchAll(FIELD2)].some(
    ([, field = ""]) => (field.match(/\w+/g) ?? []).some((word) => word.lastIndexOf("__") > word.indexOf("__") + 2)
  );
}
export {
  observeAnyTemplate,
  observeTemplate
};
