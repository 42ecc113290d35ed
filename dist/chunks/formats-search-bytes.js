import {
  Search_49 as Search,
  accountForText_49 as accountForText
} from "./core.js";
export {
  Search,
  accountForText
};
