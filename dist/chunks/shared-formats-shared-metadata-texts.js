import {
  tooMuchJson_34 as tooMuchJson,
  memorySource_10 as memorySource
} from "./core.js";

// src/formats/shared/metadata-texts.ts
var MAX_TEXTS = 1e3;
var MAX_TEXT = 1 << 20;
var MAX_TOTAL = 8 << 20;
var MetadataTexts = class {
  texts = /* @__PURE__ */ new Map();
  total = 0;
  /** Adds a text. Returns false if it does not fit. */
  add(key, value) {
    if (value.length > MAX_TEXT) return false;
    this.total += key.length + value.length;
    if (this.texts.size >= MAX_TEXTS || this.total > MAX_TOTAL) return false;
    this.texts.set(key, value);
    return true;
  }
  /**
   * Scans the texts as one JSON configuration, in which texts that are JSON are parsed. Programs pass some texts to
   * `eval` (`names` in models of YOLOv5 and Ultralytics, models/common.py DetectMultiBackend), and import what others
   * name.
   */
  async descend(name, scan) {
    if (this.total > MAX_TOTAL)
      scan.observe({ kind: "incomplete", why: "limit", detail: `the metadata have ${this.total} characters; the limit is ${MAX_TOTAL}` });
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
