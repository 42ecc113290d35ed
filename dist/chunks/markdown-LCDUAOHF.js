import "./core.js";
import {
  toMarkdown
} from "./chunk-VWLWI4J2.js";
export {
  toMarkdown
};
