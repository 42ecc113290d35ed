import {
  __toESM_3 as __toESM
} from "./core.js";
import {
  require_dist
} from "./chunk-S7MRHGHA.js";

// src/formats/yaml-library.ts
var yaml = __toESM(require_dist(), 1);
export {
  yaml
};
