import "./core.js";
import {
  annotations,
  toCommands,
  toGithub
} from "./chunk-SA2R5XWY.js";
export {
  annotations,
  toCommands,
  toGithub
};
