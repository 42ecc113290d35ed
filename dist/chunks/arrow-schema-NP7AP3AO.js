import "./core.js";
import {
  scanArrowMessage,
  scanArrowSchema
} from "./chunk-MRYJNA5Y.js";
import "./chunk-JLOSDYLH.js";
export {
  scanArrowMessage,
  scanArrowSchema
};
