import {
  decodeJson_37 as decodeJson,
  ScanError_15 as ScanError
} from "./core.js";
import {
  isObject,
  readWrittenJson
} from "./shared-formats-safetensors-json.js";

// src/formats/chat-template-scan.ts
var MAX_SIZE = 64 << 20;
var KEY = /chat_template/i;
var scanChatTemplate = async ({ input }, scan) => {
  if (input.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  if (input.size > MAX_SIZE) throw new ScanError("limit", `a configuration of ${input.size} bytes`, 0);
  const { observeTemplate } = await import("./formats-jinja-facts.js");
  const tell = (name, template) => observeTemplate(scan, name, template, 0, false);
  scan.account.read();
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
