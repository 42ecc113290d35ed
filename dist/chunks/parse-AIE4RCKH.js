import "./core.js";
import {
  isDay,
  parsePolicy
} from "./chunk-SAIW4OHR.js";
import "./chunk-ZD4SBQUD.js";
import "./chunk-YKMYMSRJ.js";
import "./chunk-S7MRHGHA.js";
export {
  isDay,
  parsePolicy
};
