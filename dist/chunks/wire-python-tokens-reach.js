import "./core.js";
import {
  sourceReaches
} from "./shared-wire-python-tokens-reach.js";
import "./shared-wire-python-tokens.js";
export {
  sourceReaches
};
