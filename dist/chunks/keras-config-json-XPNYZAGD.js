import "./core.js";
import {
  decodeJson,
  parseLooseJson
} from "./chunk-C3RINPKW.js";
export {
  decodeJson,
  parseLooseJson
};
