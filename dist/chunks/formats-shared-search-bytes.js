import {
  Search_45 as Search,
  accountForText_45 as accountForText,
  isValuePossible_45 as isValuePossible
} from "./core.js";
export {
  Search,
  accountForText,
  isValuePossible
};
