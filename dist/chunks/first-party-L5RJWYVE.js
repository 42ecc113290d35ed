import "./core.js";
import {
  MAX_SOURCE,
  firstPartyFromFiles
} from "./chunk-ZP33D6DV.js";
export {
  MAX_SOURCE,
  firstPartyFromFiles
};
