import {
  decodeJson_32 as decodeJson,
  parseLooseJson_32 as parseLooseJson
} from "./core.js";
export {
  decodeJson,
  parseLooseJson
};
