import "./core.js";
import {
  scanMetadataPayload
} from "./chunk-4JGIP3AF.js";
export {
  scanMetadataPayload
};
