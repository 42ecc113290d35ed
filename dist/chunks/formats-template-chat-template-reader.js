import {
  wholeText_36 as wholeText,
  ScanError_8 as ScanError
} from "./core.js";
import {
  isObject,
  readWrittenJson
} from "./shared-formats-shared-ordered-json.js";

// src/formats/template/chat-template/reader.ts
var MAX_SIZE = 64 << 20;
var KEY = /chat_template/i;
var scanChatTemplate = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  if (input.size > MAX_SIZE) throw new ScanError("limit", `a configuration of ${input.size} bytes exceeds the limit of ${MAX_SIZE}`, 0);
  const { observeTemplate } = await import("./formats-template-jinja-facts.js");
  const observe = (name, template) => observeTemplate(scan, name, template, 0, false);
  scan.account.read();
  walk(readWrittenJson(wholeText(input)), "", /chat_template/i.test(scan.probe.name), observe);
};
function walk(value, key, all, observe) {
  if (typeof value === "string") {
    if (all && isTemplate(value)) observe(key === "" ? "a chat template" : key.slice(0, 100), value);
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) walk(each, `${key}[${index}]`, all, observe);
  } else if (isObject(value)) {
    for (const [name, each] of value.members) walk(each, key === "" ? name : `${key}.${name}`, all || KEY.test(name), observe);
  }
}
function isTemplate(text) {
  return text.includes("{{") || text.includes("{%");
}
export {
  scanChatTemplate
};
