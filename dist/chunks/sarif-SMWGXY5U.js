import "./core.js";
import {
  sarifForCrash,
  toSarif
} from "./chunk-2GQNJQT4.js";
export {
  sarifForCrash,
  toSarif
};
