import "./core.js";
import {
  annotations,
  toCommands,
  toGithub
} from "./shared-report-annotations.js";
export {
  annotations,
  toCommands,
  toGithub
};
