import "./core.js";
import {
  toMarkdown
} from "./shared-report-markdown.js";
export {
  toMarkdown
};
