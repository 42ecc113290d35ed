import "./core.js";
import {
  scanArrowMessage,
  scanArrowSchema
} from "./shared-formats-tabular-arrow-schema.js";
import "./shared-formats-shared-metadata-payload.js";
import "./shared-wire-flatbuffer.js";
export {
  scanArrowMessage,
  scanArrowSchema
};
