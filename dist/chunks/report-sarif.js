import "./core.js";
import {
  sarifForCrash,
  toSarif
} from "./shared-report-sarif-artifacts.js";
export {
  sarifForCrash,
  toSarif
};
