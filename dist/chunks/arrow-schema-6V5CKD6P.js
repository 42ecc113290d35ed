import "./core.js";
import {
  scanArrowMessage,
  scanArrowSchema
} from "./chunk-HUK4H6WT.js";
import "./chunk-JLOSDYLH.js";
import "./chunk-IU25PY6G.js";
export {
  scanArrowMessage,
  scanArrowSchema
};
