import "./core.js";
import {
  annotations,
  toCommands,
  toGithub
} from "./chunk-NWQ4VLHY.js";
export {
  annotations,
  toCommands,
  toGithub
};
