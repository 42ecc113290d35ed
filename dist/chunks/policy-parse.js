import "./core.js";
import {
  isDay,
  parsePolicy
} from "./shared-policy-parse.js";
import "./shared-policy-schema.js";
import "./shared-policy-parse-nearest.js";
import "./shared-package-yaml-dist-compose-compose-collection.js";
export {
  isDay,
  parsePolicy
};
