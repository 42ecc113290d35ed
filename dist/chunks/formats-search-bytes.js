import {
  Search_47 as Search,
  accountForText_47 as accountForText
} from "./core.js";
export {
  Search,
  accountForText
};
