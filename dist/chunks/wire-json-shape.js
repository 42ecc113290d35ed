import {
  JsonTooDeep_36 as JsonTooDeep,
  hasObjectNearRoot_36 as hasObjectNearRoot,
  tooMuchJson_36 as tooMuchJson
} from "./core.js";
export {
  JsonTooDeep,
  hasObjectNearRoot,
  tooMuchJson
};
