import {
  __toESM_4 as __toESM
} from "./core.js";
import {
  require_dist
} from "./shared-package-yaml-dist-compose-compose-collection.js";

// src/formats/shared/yaml-library.ts
var yaml = __toESM(require_dist(), 1);
export {
  yaml
};
