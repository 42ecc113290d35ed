// Collects the metadata texts of a model and scans them as one JSON configuration.
import { memorySource } from '../../bytes/source.ts'
import type { Scan } from '../../types/format.ts'
import { tooMuchJson } from '../../wire/json-shape.ts'

/** Maximum number of texts of one file. Models have a few dozen. */
const MAX_TEXTS = 1000
/** Maximum number of characters of one text. Longer texts are data. */
const MAX_TEXT = 1 << 20
/** Maximum number of characters of all texts. */
const MAX_TOTAL = 8 << 20

/** The metadata texts of a model, by key. */
export class MetadataTexts {
  private readonly texts = new Map<string, string>()
  private total = 0

  /** Adds a text. Returns false if it does not fit. */
  add(key: string, value: string): boolean {
    if (value.length > MAX_TEXT) return false
    this.total += key.length + value.length
    if (this.texts.size >= MAX_TEXTS || this.total > MAX_TOTAL) return false
    this.texts.set(key, value)
    return true
  }

  /**
   * Scans the texts as one JSON configuration, in which texts that are JSON are parsed. Programs pass some texts to
   * `eval` (`names` in models of YOLOv5 and Ultralytics, models/common.py DetectMultiBackend), and import what others
   * name.
   */
  async descend(name: string, scan: Scan): Promise<void> {
    if (this.total > MAX_TOTAL)
      scan.observe({ kind: 'incomplete', why: 'limit', detail: `the metadata have ${this.total} characters; the limit is ${MAX_TOTAL}` })
    if (this.texts.size === 0) return
    const root = Object.create(null) as Record<string, unknown>
    for (const [key, value] of this.texts) root[key] = parsed(value)
    const bytes = new TextEncoder().encode(JSON.stringify(root))
    scan.budget.charge('members', 1)
    await scan.descend({ name, size: bytes.length, open: () => memorySource(bytes) })
  }
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text
  // Too large to parse: the configuration reader still searches it as a text.
  if (tooMuchJson(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
