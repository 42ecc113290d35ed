import "./core.js";
import {
  toMarkdown
} from "./chunk-WBR6373A.js";
export {
  toMarkdown
};
