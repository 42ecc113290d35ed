import "./core.js";
import {
  sarifForCrash,
  toSarif
} from "./chunk-OKV7TL4K.js";
export {
  sarifForCrash,
  toSarif
};
