import {
  wholeText_36 as wholeText
} from "./core.js";
export {
  wholeText
};
