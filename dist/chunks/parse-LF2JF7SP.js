import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isDay,
  parsePolicy
} from "./chunk-E3YIPVKR.js";
import "./chunk-6BRDMRVL.js";
import "./chunk-HGDNKP5Z.js";
import "./chunk-7ZDWTIFN.js";
import "./chunk-QBUKVPNP.js";
import "./chunk-RLVURT7Y.js";
import "./chunk-5HJ3J6EK.js";
export {
  isDay,
  parsePolicy
};
