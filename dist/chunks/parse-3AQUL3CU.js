import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isDay,
  parsePolicy
} from "./chunk-SB6JMNA7.js";
import "./chunk-5U7DV4PE.js";
import "./chunk-QBUKVPNP.js";
import "./chunk-5HJ3J6EK.js";
export {
  isDay,
  parsePolicy
};
