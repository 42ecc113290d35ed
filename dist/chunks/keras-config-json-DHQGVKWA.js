import "./core.js";
import {
  decodeJson,
  parseLooseJson
} from "./chunk-OYMYF3T5.js";
import "./chunk-R7Z6PQGC.js";
export {
  decodeJson,
  parseLooseJson
};
