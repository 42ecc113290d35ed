// src/formats/shared/json-value.ts
var MAX_PATH = 200;
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function jsonPath(path, step) {
  const whole = path === "" ? step.replace(/^\./, "") : path + step;
  return whole.length > MAX_PATH ? `\u2026${whole.slice(whole.length - MAX_PATH)}` : whole;
}
function* entriesOf(value) {
  if (isJsonObject(value)) for (const key of Object.keys(value)) yield [key, value[key]];
  else for (let index = 0; index < value.length; index++) yield [String(index), value[index]];
}

export {
  isJsonObject,
  jsonPath,
  entriesOf
};
