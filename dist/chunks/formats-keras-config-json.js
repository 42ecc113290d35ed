import "./core.js";
import {
  decodeJson,
  parseLooseJson
} from "./shared-formats-keras-config-json.js";
import "./shared-wire-json-shape.js";
export {
  decodeJson,
  parseLooseJson
};
