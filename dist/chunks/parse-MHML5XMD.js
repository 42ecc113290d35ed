import "./core.js";
import {
  isDay,
  parsePolicy
} from "./chunk-VTQ46TV6.js";
import "./chunk-S23TWY55.js";
import "./chunk-ZD4SBQUD.js";
import "./chunk-S7MRHGHA.js";
export {
  isDay,
  parsePolicy
};
