import "./core.js";
import {
  isDay,
  parsePolicy
} from "./chunk-Q5YRE4L7.js";
import "./chunk-YKMYMSRJ.js";
import "./chunk-ZD4SBQUD.js";
import "./chunk-S7MRHGHA.js";
export {
  isDay,
  parsePolicy
};
