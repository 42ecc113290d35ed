import "./core.js";
import {
  searchPickles
} from "./shared-formats-hidden-pickles.js";
export {
  searchPickles
};
