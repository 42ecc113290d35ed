import "./core.js";
import {
  scanArrowMessage,
  scanArrowSchema
} from "./shared-formats-arrow-schema.js";
import "./shared-wire-flatbuffer.js";
import "./shared-formats-metadata-payload.js";
export {
  scanArrowMessage,
  scanArrowSchema
};
