import "./core.js";
import {
  xmlEvents
} from "./shared-wire-xml.js";
export {
  xmlEvents
};
