// src/formats/json-value.ts
var MAX_PATH = 200;
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function jsonPath(path, step) {
  const whole = path === "" ? step.replace(/^\./, "") : path + step;
  return whole.length > MAX_PATH ? `\u2026${whole.slice(whole.length - MAX_PATH)}` : whole;
}

export {
  isJsonObject,
  jsonPath
};
