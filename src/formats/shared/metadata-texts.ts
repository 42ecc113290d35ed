// Collects the metadata texts of a model and scans them as one JSON configuration.
import { memorySource } from '../../bytes/source.ts'
import type { Scan } from '../../types/format.ts'
import { tooMuchJson } from '../../wire/json-shape.ts'

/** Texts of one file that are kept; metadata have a few dozen. */
const MAX_TEXTS = 1000
/** Longer texts are data. */
const MAX_TEXT = 1 << 20
/** Characters of all texts together. */
const MAX_TOTAL = 8 << 20

/** Texts that a model carries beside its graph, by their keys. */
export class MetadataTexts {
  private readonly texts = new Map<string, string>()
  private total = 0

  /** False where it is not kept. */
  add(key: string, value: string): boolean {
    if (value.length > MAX_TEXT) return false
    this.total += key.length + value.length
    if (this.texts.size >= MAX_TEXTS || this.total > MAX_TOTAL) return false
    this.texts.set(key, value)
    return true
  }

  /**
   * Hands the texts on as one configuration, in which those that are JSON stand as what they mean: programs evaluate some of them (`names` in the models that
   * YOLOv5 and Ultralytics export, models/common.py DetectMultiBackend) and import what others name.
   */
  async descend(name: string, scan: Scan): Promise<void> {
    if (this.total > MAX_TOTAL)
      scan.observe({ kind: 'incomplete', why: 'limit', detail: `metadata of ${this.total} characters: ${MAX_TOTAL} are read` })
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
  // As a text it is still looked into.
  if (tooMuchJson(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
