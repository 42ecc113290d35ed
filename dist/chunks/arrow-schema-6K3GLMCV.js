import "./core.js";
import {
  scanArrowMessage,
  scanArrowSchema
} from "./chunk-GO2DPP35.js";
import "./chunk-JLOSDYLH.js";
import "./chunk-4JGIP3AF.js";
export {
  scanArrowMessage,
  scanArrowSchema
};
