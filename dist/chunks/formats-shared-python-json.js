import {
  decodeJson_35 as decodeJson,
  parseLooseJson_35 as parseLooseJson
} from "./core.js";
export {
  decodeJson,
  parseLooseJson
};
