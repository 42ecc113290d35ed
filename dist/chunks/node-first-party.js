import "./core.js";
import {
  MAX_SOURCE,
  firstPartyFromFiles
} from "./shared-node-first-party.js";
export {
  MAX_SOURCE,
  firstPartyFromFiles
};
