import "./core.js";
import {
  JsonTooDeep,
  hasObjectNearRoot,
  tooMuchJson
} from "./chunk-R7Z6PQGC.js";
export {
  JsonTooDeep,
  hasObjectNearRoot,
  tooMuchJson
};
