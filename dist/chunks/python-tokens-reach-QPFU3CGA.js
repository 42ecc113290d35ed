import "./core.js";
import {
  sourceReaches
} from "./chunk-NLQSE2PP.js";
import "./chunk-4JQXTJL4.js";
export {
  sourceReaches
};
