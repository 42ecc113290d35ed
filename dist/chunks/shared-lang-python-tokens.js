// src/lang/python/tokens.ts
var MAX_NAMES = 1e5;
var SPACE = /[ \t\f]*/y;
var CONTINUED = /(?:[ \t\f]|\\\n)*/y;
var ENDS_ARGUMENT = /[ \t\f\n]*[,)]/y;
var NAME = /[\p{L}_][\p{L}\p{N}_]*(?:(?:\s|\\\n)*\.(?:\s|\\\n)*[\p{L}_][\p{L}\p{N}_]*)*/uy;
var PREFIX = /^(?:[rbuft]|br|rb|fr|rf|tr|rt)$/i;
var FORMATTED = /[ft]/i;
var STRING = /[rbuRBU]{0,2}(?:'([^'\\\n]{0,400})'|"([^"\\\n]{0,400})")/y;
var IMPORT = /import(?:[ \t]|\\\n)+([^\s#;\\](?:\\\n|[^\n#;])*)/y;
var FROM = /from(?:[ \t]|\\\n)+([.\p{L}\p{N}_]+)(?:[ \t]|\\\n)+import(?:[ \t]|\\\n)*(\([^)]{0,4000}\)|(?:\\\n|[^\n#;])+)/uy;
var FUNCTION = /(?:async[ \t]+)?def\b|if[ \t]+__name__[ \t]*==|if[ \t]+TYPE_CHECKING\b/y;
function pythonNames(source) {
  const text = source.replace(/\r\n?/g, "\n");
  const chains = [];
  const imports = [];
  const functions = [];
  let brackets = 0;
  let lineStart = true;
  let at = text.charCodeAt(0) === 65279 ? 1 : 0;
  while (at < text.length && chains.length + imports.length < MAX_NAMES) {
    if (lineStart && brackets === 0) {
      const indent = match(SPACE, text, at)?.[0].length ?? 0;
      at += indent;
      const char2 = text[at];
      if (char2 !== "\n" && char2 !== "\r" && char2 !== "#") {
        while (functions.length > 0 && indent <= (functions[functions.length - 1] ?? 0)) functions.pop();
        const statement = match(FROM, text, at) ?? match(IMPORT, text, at);
        if (statement) {
          addImports(statement, functions.length === 0, imports);
          at += statement[0].length;
          lineStart = false;
          continue;
        }
        const opener = match(FUNCTION, text, at);
        if (opener) {
          functions.push(indent);
          at += opener[0].length;
          lineStart = false;
          continue;
        }
      }
    }
    lineStart = false;
    const char = text[at] ?? "";
    if (char === "\n") lineStart = true;
    else if ((char === ";" || char === ":") && brackets === 0) {
      lineStart = false;
      const start = skipWhitespace(text, at + 1);
      const statement = match(FROM, text, start) ?? match(IMPORT, text, start);
      if (statement) {
        addImports(statement, functions.length === 0, imports);
        at = start + statement[0].length;
        continue;
      }
    } else if (char === "#") {
      at = endOf(text, "\n", at);
      continue;
    } else if (char === '"' || char === "'") {
      at = endOfString(text, at);
      continue;
    } else if (char === "(" || char === "[" || char === "{") brackets++;
    else if (char === ")" || char === "]" || char === "}") brackets = Math.max(0, brackets - 1);
    else {
      const name = match(NAME, text, at)?.[0];
      if (name !== void 0) {
        at += name.length;
        const next = text[at];
        if ((next === '"' || next === "'") && PREFIX.test(name)) {
          if (FORMATTED.test(name)) {
            const end = endOfString(text, at);
            chains.push(...chainsOfFields(text.slice(at, end), functions.length === 0));
            at = end;
          }
          continue;
        }
        const open = match(CONTINUED, text, at)?.[0].length ?? 0;
        const called = text[at + open] === "(";
        const argument = called ? wholeArgument(text, at + open + 1) : void 0;
        chains.push({
          text: name.replace(/[\s\\]/g, "").normalize("NFKC"),
          named: text[at + open] === "=" && text[at + open + 1] !== "=",
          called,
          argument: argument?.[1] ?? argument?.[2],
          top: functions.length === 0
        });
        continue;
      }
    }
    at++;
  }
  return { chains, imports };
}
function chainsOfFields(literal, top) {
  const found = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < literal.length; at++) {
    if (literal[at] === "{") {
      if (depth === 0 && literal[at + 1] === "{") at++;
      else if (depth++ === 0) start = at + 1;
    } else if (literal[at] === "}" && depth > 0 && --depth === 0) {
      for (const chain of pythonNames(literal.slice(start, at)).chains) found.push({ ...chain, top });
    }
  }
  return found;
}
function addImports(statement, top, imports) {
  const from = statement[2] === void 0 ? void 0 : (statement[1] ?? "").normalize("NFKC");
  const list = (statement[2] ?? statement[1] ?? "").normalize("NFKC").replace(/[()\\]/g, " ").replace(/#[^\n]*/g, " ");
  for (const part of list.split(",", 500)) {
    const [name = "", as, local] = part.trim().split(/\s+/);
    if (name === "") continue;
    if (from === void 0)
      imports.push({ module: name, name: void 0, local: as === "as" && local ? local : name.split(".")[0] ?? name, top });
    else imports.push({ module: from, name, local: as === "as" && local ? local : name, top });
  }
}
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? void 0;
}
function wholeArgument(text, at) {
  const start = skipWhitespace(text, at);
  const found = match(STRING, text, start);
  return found && match(ENDS_ARGUMENT, text, start + found[0].length) ? found : void 0;
}
function skipWhitespace(text, at) {
  return at + (match(SPACE, text, at)?.[0].length ?? 0);
}
function endOf(text, what, from) {
  const end = text.indexOf(what, from);
  return end < 0 ? text.length : end;
}
function endOfString(text, at) {
  const quote = text[at] ?? "";
  const triple = text.startsWith(quote.repeat(3), at);
  for (let end = at + (triple ? 3 : 1); end < text.length; end++) {
    const char = text[end];
    if (char === "\\") end++;
    else if (triple ? text.startsWith(quote.repeat(3), end) : char === quote) return end + (triple ? 3 : 1);
    else if (char === "\n" && !triple) return end;
  }
  return text.length;
}

export {
  pythonNames
};
