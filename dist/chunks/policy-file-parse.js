import "./core.js";
import {
  isDay,
  parsePolicy
} from "./shared-policy-file-parse.js";
import "./shared-policy-file-nearest-word.js";
import "./shared-policy-file-schema.js";
import "./shared-package-yaml-dist-compose-compose-collection.js";
export {
  isDay,
  parsePolicy
};
