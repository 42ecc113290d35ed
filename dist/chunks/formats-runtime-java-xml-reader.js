import {
  accountForText_45 as accountForText,
  latin1_20 as latin1,
  ScanError_8 as ScanError
} from "./core.js";
import {
  xmlEvents
} from "./shared-wire-xml.js";

// src/formats/runtime/java-xml/reader.ts
var WORDS = /java\.beans\.(?:XMLDecoder|EventHandler)|java\.lang\.(?:ProcessBuilder|Runtime)\b|javax\.script\.ScriptEngine|JdbcRowSetImpl|TemplatesImpl|<dynamic-proxy/;
var MAX_SIZE = 64 << 20;
var PIECE = 1 << 20;
var OVERLAP = 256;
var MAX_SHOWN = 20;
var GADGETS = /* @__PURE__ */ new Set([
  "java.beans.EventHandler",
  "java.lang.ProcessBuilder",
  "java.lang.Runtime",
  "javax.script.ScriptEngineManager",
  "com.sun.rowset.JdbcRowSetImpl",
  "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
  "org.apache.xalan.xsltc.trax.TemplatesImpl"
]);
var scanJavaXml = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "XML cannot be read from a stream");
  if (input.size > MAX_SIZE || !hasWord(input)) return "not-this-format";
  const reaches = /* @__PURE__ */ new Set();
  let decoder = false;
  let offset;
  for (const event of xmlEvents(input, () => scan.budget.checkTime())) {
    if (event.kind !== "tag") continue;
    const { name, attributes } = event;
    if (name === "java" && attributes.get("class") === "java.beans.XMLDecoder") decoder = true;
    else if (!decoder && !attributes.has("class") && !GADGETS.has(name)) continue;
    for (const each of [name, attributes.get("class") ?? "", ...decoder ? [attributes.get("method") ?? ""] : []])
      if ((GADGETS.has(each) || decoder && /^(?:start|exec|eval|load|loadClass|invoke|newInstance)$/.test(each)) && reaches.size < MAX_SHOWN) {
        offset ??= event.offset;
        reaches.add(each);
      }
  }
  if (!decoder && reaches.size === 0) return "not-this-format";
  await accountForText(input, scan);
  const carrier = decoder ? "XML for java.beans.XMLDecoder" : "Java objects as XML";
  scan.observe({ kind: "shipped-code", language: "java", carrier, runs: "load", reaches: [...reaches], offset: offset ?? 0 });
  return void 0;
};
function hasWord(source) {
  for (let at = 0; at < source.size; at += PIECE) if (WORDS.test(latin1(source.read(at, PIECE + OVERLAP)).replaceAll("\0", ""))) return true;
  return false;
}
export {
  scanJavaXml
};
