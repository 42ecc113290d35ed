import "./core.js";
import {
  MAX_SOURCE,
  firstPartyFromFiles
} from "./chunk-BBEQ5U2O.js";
export {
  MAX_SOURCE,
  firstPartyFromFiles
};
