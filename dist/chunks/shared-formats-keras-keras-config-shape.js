// src/formats/keras/keras-config/shape.ts
var MAX_DEPTH = 3;
var HOLDER_KEYS = /* @__PURE__ */ new Set(["model_config", "modelTopology", "config", "training_config", "layers", "model"]);
function looksLikeKeras(value, depth = 0) {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.slice(0, 8).some((item) => looksLikeKeras(item, depth + 1));
  if ("class_name" in value && typeof value.class_name === "string" && "config" in value) return true;
  return Object.keys(value).some((key) => HOLDER_KEYS.has(key) && looksLikeKeras(value[key], depth + 1));
}

export {
  HOLDER_KEYS,
  looksLikeKeras
};
