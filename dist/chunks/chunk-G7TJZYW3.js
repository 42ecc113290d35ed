import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/escape.ts
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;
var DEFAULT_MAX = 300;
var ENTITY = Object.fromEntries([..."&<>\"'|`@#[]!*_~\\$:"].map((c) => [c, `&#${c.charCodeAt(0)};`]));
function safe(text, { max = DEFAULT_MAX } = {}) {
  const head = inert(text.slice(0, max + 2));
  if (head.length <= max && !INVISIBLE.test(head)) return head;
  const pieces = [];
  let length = 0;
  for (const char of head) {
    const piece = INVISIBLE.test(char) ? codePoint(char) : char;
    if (length + piece.length > max) return trimTo(pieces, length, max);
    pieces.push(piece);
    length += piece.length;
  }
  return text.length > max + 2 ? trimTo(pieces, length, max) : pieces.join("");
}
function safeMarkdown(text, options = {}) {
  const escaped = safe(text, options).replace(/[&<>"'|`@#[\]!*_~\\$:]/g, (char) => ENTITY[char] ?? "").replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`).replace(/(?<=\S)&#64;/g, "<wbr>&#64;");
  return `<code>${escaped === "" ? " " : escaped}</code>`;
}
function safeHtml(text, options = {}) {
  return safe(text, options).replace(/[&<>"'`]/g, (char) => ENTITY[char] ?? "");
}
function escapeCommandData(text) {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeCommandProperty(text) {
  return escapeCommandData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
function safeJson(value) {
  const json = JSON.stringify(value, (_key, item) => typeof item === "string" ? wellFormed(item) : item);
  return json.replace(
    /[\p{Cf}\p{Zl}\p{Zp}\x7f-\x9f]/gu,
    (char) => [...utf16(char)].map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("")
  ).replace(/##\[/g, "#\\u0023[");
}
function wellFormed(text) {
  return text.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD");
}
function* utf16(text) {
  for (let i = 0; i < text.length; i++) yield text.charCodeAt(i);
}
function inert(text) {
  return text.replace(/^(\s*):/u, "$1\\x3a").replace(/##(?=\[)/g, "#\\x23");
}
function codePoint(char) {
  const code = char.codePointAt(0) ?? 0;
  return code <= 255 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}
function trimTo(pieces, length, max) {
  let kept = length;
  while (kept > max - 1 && pieces.length > 0) kept -= pieces.pop()?.length ?? 0;
  return `${pieces.join("")}\u2026`;
}

export {
  safe,
  safeMarkdown,
  safeHtml,
  escapeCommandData,
  escapeCommandProperty,
  safeJson,
  wellFormed
};
