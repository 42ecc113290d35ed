import {
  __toESM_4 as __toESM
} from "./core.js";
import {
  require_dist
} from "./shared-package-yaml-dist-compose-compose-collection.js";

// src/policy/file/edit.ts
var import_yaml = __toESM(require_dist(), 1);
function addException(text, { path, sha256, rule, reason, expires }, parse) {
  parse(text);
  const entry = { path, sha256, rule, reason, expires };
  const added = isJson(text) ? toJson(text, entry) : toYaml(text, entry);
  parse(added);
  return added;
}
function toYaml(text, entry) {
  const document = (0, import_yaml.parseDocument)(text);
  const list = document.get("exceptions", true);
  if ((0, import_yaml.isSeq)(list)) {
    list.flow = false;
    list.add(document.createNode(entry));
  } else document.set("exceptions", document.createNode([entry]));
  return document.toString({ lineWidth: 0 });
}
function toJson(text, entry) {
  const policy = JSON.parse(text);
  return `${JSON.stringify({ ...policy, exceptions: [...policy.exceptions ?? [], entry] }, null, 2)}
`;
}
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
export {
  addException
};
