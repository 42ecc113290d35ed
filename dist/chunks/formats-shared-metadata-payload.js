import "./core.js";
import {
  scanMetadataPayload
} from "./shared-formats-shared-metadata-payload.js";
export {
  scanMetadataPayload
};
