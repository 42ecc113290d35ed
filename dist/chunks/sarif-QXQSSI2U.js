import "./core.js";
import {
  sarifForCrash,
  toSarif
} from "./chunk-3WIIRODO.js";
export {
  sarifForCrash,
  toSarif
};
