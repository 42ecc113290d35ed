import "./core.js";
import {
  JsonTooDeep,
  hasObjectNearRoot,
  tooMuchJson
} from "./shared-wire-json-shape.js";
export {
  JsonTooDeep,
  hasObjectNearRoot,
  tooMuchJson
};
