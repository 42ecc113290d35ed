import {
  memorySource_21 as memorySource,
  tooMuchJson_36 as tooMuchJson
} from "./core.js";

// src/formats/metadata-texts.ts
var MAX_TEXTS = 1e3;
var MAX_TEXT = 1 << 20;
var MAX_TOTAL = 8 << 20;
var MetadataTexts = class {
  texts = /* @__PURE__ */ new Map();
  total = 0;
  /** False where it is not kept. */
  add(key, value) {
    if (value.length > MAX_TEXT) return false;
    this.total += key.length + value.length;
    if (this.texts.size >= MAX_TEXTS || this.total > MAX_TOTAL) return false;
    this.texts.set(key, value);
    return true;
  }
  /**
   * Hands the texts on as one configuration, in which those that are JSON stand as what they mean: programs evaluate some of them (`names` in the models that
   * YOLOv5 and Ultralytics export, models/common.py DetectMultiBackend) and import what others name.
   */
  async descend(name, scan) {
    if (this.total > MAX_TOTAL)
      scan.observe({ kind: "incomplete", why: "limit", detail: `metadata of ${this.total} characters: ${MAX_TOTAL} are read` });
    if (this.texts.size === 0) return;
    const root = /* @__PURE__ */ Object.create(null);
    for (const [key, value] of this.texts) root[key] = parsed(value);
    const bytes = new TextEncoder().encode(JSON.stringify(root));
    scan.budget.charge("members", 1);
    await scan.descend({ name, size: bytes.length, open: () => memorySource(bytes) });
  }
};
function parsed(text) {
  if (!/^\s*[[{]/.test(text)) return text;
  if (tooMuchJson(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export {
  MetadataTexts
};
