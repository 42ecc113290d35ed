import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-JJ22DMJZ.js";
import {
  __toESM
} from "./chunk-5HJ3J6EK.js";

// src/formats/yaml-library.ts
var yaml = __toESM(require_dist(), 1);
export {
  yaml
};
