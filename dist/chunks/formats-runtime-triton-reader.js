import {
  accountForText_45 as accountForText,
  ScanError_8 as ScanError
} from "./core.js";
import {
  textEvents
} from "./shared-wire-protobuf-text-format.js";

// src/formats/runtime/triton/reader.ts
var MAX_SIZE = 8 * 2 ** 20;
async function scanTriton({ input }, scan) {
  if (input.kind === "stream") throw new ScanError("unsupported", "a configuration cannot be read from a stream");
  if (input.size > MAX_SIZE) throw new ScanError("limit", `a configuration of ${input.size} bytes exceeds the limit of ${MAX_SIZE}`, 0);
  const found = [];
  let file = "model.py";
  let python;
  let key = "";
  const path = [];
  try {
    for (const { kind, name, value, offset } of textEvents(input, () => scan.budget.checkTime())) {
      if (kind === "open") path.push(name);
      else if (kind === "close") path.pop();
      else if (path.length === 0 && name === "backend" && value === "python") python = offset;
      else if (path.length === 0 && name === "backend" && /[\\/]/.test(value)) found.push({ name: value, where: name, offset });
      else if (path.length === 0 && name === "default_model_filename" && value !== "") file = value;
      else if (path.length === 0 && name === "runtime" && value !== "") found.push({ name: value, where: name, offset });
      else if (name === "key") key = value;
      else if (name === "string_value" && key === "EXECUTION_ENV_PATH" && path[0] === "parameters")
        found.push({ name: value, where: `parameters.${key}`, offset });
      else if (name === "op_library_filename") found.push({ name: value, where: `model_operations.${name}`, offset });
    }
  } catch (error) {
    if (!(error instanceof ScanError) || error.why === "timeout") throw error;
    if (python === void 0 && found.length === 0) return "not-this-format";
  }
  if (python !== void 0) found.push({ name: file, where: "backend", offset: python });
  for (const { name, where, offset } of found.slice(0, 1e3))
    scan.observe({ kind: "config-reference", loader: "triton", module: "", name: name.slice(0, 500), where, use: "module", offset });
  if (found.length === 0) return "not-this-format";
  return accountForText(input, scan);
}
export {
  scanTriton
};
