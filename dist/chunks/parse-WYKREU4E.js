import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isDay,
  parsePolicy
} from "./chunk-FLII4F7D.js";
import "./chunk-2GU6T22E.js";
import "./chunk-HGDNKP5Z.js";
import "./chunk-AJJ26AWK.js";
import "./chunk-JJ22DMJZ.js";
import "./chunk-C6GX4HFM.js";
import "./chunk-5HJ3J6EK.js";
export {
  isDay,
  parsePolicy
};
