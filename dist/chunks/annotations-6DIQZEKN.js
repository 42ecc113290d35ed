import "./core.js";
import {
  annotations,
  toCommands,
  toGithub
} from "./chunk-QTUSDFYL.js";
export {
  annotations,
  toCommands,
  toGithub
};
