import "./core.js";
import {
  scanMetadataPayload
} from "./chunk-OOPQKBHH.js";
export {
  scanMetadataPayload
};
