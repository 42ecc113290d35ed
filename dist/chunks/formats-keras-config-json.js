import {
  decodeJson_37 as decodeJson,
  parseLooseJson_37 as parseLooseJson
} from "./core.js";
export {
  decodeJson,
  parseLooseJson
};
