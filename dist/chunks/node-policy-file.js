import "./core.js";
import {
  parsePolicy
} from "./shared-node-policy-file.js";
import "./shared-policy-file-parse.js";
import "./shared-policy-file-nearest-word.js";
import "./shared-policy-file-schema.js";
import "./shared-package-yaml-dist-compose-compose-collection.js";
export {
  parsePolicy
};
