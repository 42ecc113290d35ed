import {
  JsonTooDeep_34 as JsonTooDeep,
  hasObjectNearRoot_34 as hasObjectNearRoot,
  tooMuchJson_34 as tooMuchJson
} from "./core.js";
export {
  JsonTooDeep,
  hasObjectNearRoot,
  tooMuchJson
};
