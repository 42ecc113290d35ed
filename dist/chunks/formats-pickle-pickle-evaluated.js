import "./core.js";
import {
  onlyBuilds
} from "./shared-formats-config-model-config-yolo.js";
import "./shared-formats-shared-json-value.js";
import {
  sourceReaches
} from "./shared-lang-python-reach.js";
import {
  pythonNames
} from "./shared-lang-python-tokens.js";

// src/formats/pickle/pickle/evaluated.ts
var CODE = /(?:__import__|\b(?:exec|eval|compile|open|getattr|globals|vars|breakpoint|input)|\b(?:os|posix|nt|subprocess|builtins|importlib|runpy|pty|shutil|pickle|socket|torch)(?:\.\w{1,50}){1,8})\s{0,8}\(|__(?:class|subclasses|globals|builtins|mro|bases?|import|getattribute)__/g;
var SOURCE = /^\s*(?:class|def|import|from|async|@)\b/;
var MAX_TEXT = 4096;
var MAX_FACTS = 20;
var TICK = 256;
var IMPORTS = "import os, posix, nt, sys, subprocess, shutil, importlib, runpy, pickle, socket, pty, builtins, torch\n";
function observeEvaluated(source, size, scan) {
  const text = new TextDecoder("latin1").decode(source.read(0, size));
  const unescaped = text.replace(/\\u00([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  if (!observeCode(text, scan) && unescaped !== text) observeCode(unescaped, scan);
}
function observeCode(text, scan) {
  const reported = /* @__PURE__ */ new Set();
  let seen = 0;
  let found = false;
  for (const { index } of text.matchAll(CODE)) {
    if (++seen % TICK === 0) scan.budget.checkTime();
    const literal = literalAround(text, index);
    if (literal === void 0 || reported.has(literal.offset) || reported.size >= MAX_FACTS) continue;
    reported.add(literal.offset);
    if (SOURCE.test(literal.text) || onlyBuilds(literal.text)) continue;
    const { top, inner } = sourceReaches(IMPORTS + literal.text);
    const reaches = /* @__PURE__ */ new Set([...top, ...inner, ...pythonNames(literal.text).chains.map(({ text: chain }) => chain)]);
    const carrier = "a setting of fairseq";
    const fact = { kind: "shipped-code", language: "python-source", carrier, runs: "load", offset: literal.offset };
    scan.observe({ ...fact, reaches: [...reaches].slice(0, 50) });
    found = true;
  }
  return found;
}
function literalAround(text, at) {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  for (let start = at; start >= Math.max(0, at - MAX_TEXT); start--) {
    const opcode = text.charCodeAt(start);
    const short = opcode === 140 || opcode === 85;
    if (short || opcode === 88 || opcode === 84) {
      const from = start + (short ? 2 : 5);
      const length = short ? text.charCodeAt(start + 1) : text.charCodeAt(start + 1) + text.charCodeAt(start + 2) * 256 + (text.charCodeAt(start + 3) + text.charCodeAt(start + 4)) * 65536;
      if (from <= at && length <= MAX_TEXT && from + length > at) return { text: text.slice(from, from + length), offset: start };
    }
    if ((opcode === 86 || opcode === 83) && start < at && start >= line) {
      const end = text.indexOf("\n", at);
      if (end >= 0 && end - start <= MAX_TEXT) return { text: text.slice(start + 1, end).replace(/^'(.*)'$/s, "$1"), offset: start };
    }
  }
  return void 0;
}
export {
  observeEvaluated
};
