import "./core.js";
import {
  isDay,
  parsePolicy
} from "./chunk-GROGXWHT.js";
import "./chunk-ZD4SBQUD.js";
import "./chunk-S23TWY55.js";
import "./chunk-S7MRHGHA.js";
export {
  isDay,
  parsePolicy
};
