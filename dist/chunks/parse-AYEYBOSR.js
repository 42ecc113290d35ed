import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isDay,
  parsePolicy
} from "./chunk-C46MHBSE.js";
import "./chunk-3ALRHGBM.js";
import "./chunk-HGDNKP5Z.js";
import "./chunk-O4XPZDPF.js";
import "./chunk-QBUKVPNP.js";
import "./chunk-Y7GNOWHV.js";
import "./chunk-5HJ3J6EK.js";
export {
  isDay,
  parsePolicy
};
