import {
  ScanError_13 as ScanError
} from "./core.js";
import {
  isObject,
  readWrittenJson
} from "./chunk-XGPGPYQV.js";
import {
  decodeJson
} from "./chunk-OYMYF3T5.js";
import "./chunk-R7Z6PQGC.js";

// src/formats/chat-template-scan.ts
var MAX_SIZE = 64 << 20;
var KEY = /chat_template/i;
var scanChatTemplate = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  if (input.size > MAX_SIZE) throw new ScanError("limit", `a configuration of ${input.size} bytes`, 0);
  const { observeTemplate } = await import("./jinja-facts-XWRCKY4B.js");
  const tell = (name, template) => observeTemplate(scan, name, template, 0, false);
  walk(readWrittenJson(decodeJson(input.read(0, input.size))), "", /chat_template/i.test(scan.probe.name), tell);
};
function walk(value, key, all, tell) {
  if (typeof value === "string") {
    if (all && isTemplate(value)) tell(key === "" ? "a chat template" : key.slice(0, 100), value);
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) walk(each, `${key}[${index}]`, all, tell);
  } else if (isObject(value)) {
    for (const [name, each] of value.members) walk(each, key === "" ? name : `${key}.${name}`, all || KEY.test(name), tell);
  }
}
function isTemplate(text) {
  return text.includes("{{") || text.includes("{%");
}
export {
  scanChatTemplate
};
