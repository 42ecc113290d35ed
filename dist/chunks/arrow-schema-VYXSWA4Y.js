import "./core.js";
import {
  scanArrowMessage,
  scanArrowSchema
} from "./chunk-6QHNS227.js";
import "./chunk-JLOSDYLH.js";
import "./chunk-OOPQKBHH.js";
export {
  scanArrowMessage,
  scanArrowSchema
};
