import { memorySource } from '../bytes/source.ts'
import type { Scan } from '../types/format.ts'

/** Texts of one file that are kept; metadata have a few dozen. */
const MAX_TEXTS = 1000
/** Longer texts are data. */
const MAX_TEXT = 1 << 20

/** Texts that a model carries beside its graph, by their keys. */
export class MetadataTexts {
  private readonly texts = new Map<string, string>()

  /** False where it is not kept. */
  add(key: string, value: string): boolean {
    if (this.texts.size >= MAX_TEXTS || value.length >= MAX_TEXT) return false
    this.texts.set(key, value)
    return true
  }

  /**
   * Hands the texts on as one configuration, in which those that are JSON stand as what they mean: programs evaluate some of them (`names` in the models that
   * YOLOv5 and Ultralytics export, models/common.py DetectMultiBackend) and import what others name.
   */
  async descend(name: string, scan: Scan): Promise<void> {
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
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
