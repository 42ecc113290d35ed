import "./core.js";
import {
  toMarkdown
} from "./chunk-N6JH76RM.js";
export {
  toMarkdown
};
