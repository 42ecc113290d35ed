import "./core.js";
import {
  sourceReaches
} from "./shared-lang-python-reach.js";
import "./shared-lang-python-tokens.js";
export {
  sourceReaches
};
