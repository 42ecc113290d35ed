import "./core.js";
import {
  scanMetadataPayload
} from "./chunk-IU25PY6G.js";
export {
  scanMetadataPayload
};
