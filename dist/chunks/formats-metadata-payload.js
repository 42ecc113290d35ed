import "./core.js";
import {
  scanMetadataPayload
} from "./shared-formats-metadata-payload.js";
export {
  scanMetadataPayload
};
