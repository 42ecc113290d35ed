import {
  Search_48 as Search,
  accountForText_48 as accountForText
} from "./core.js";
export {
  Search,
  accountForText
};
