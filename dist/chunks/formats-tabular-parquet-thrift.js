import "./core.js";
import {
  readFooter,
  readPageHeader
} from "./shared-formats-tabular-parquet-thrift.js";
export {
  readFooter,
  readPageHeader
};
