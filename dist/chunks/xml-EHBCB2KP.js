import "./core.js";
import {
  xmlEvents
} from "./chunk-7YIAD7OB.js";
export {
  xmlEvents
};
