// Reports the Python source of one pickle stream that a library runs.
import type { ReadLiteral } from '../value/text.ts'
import type { Value } from '../value/values.ts'
import type { PickleListener } from '../vm/listener.ts'
import { placeOfSource, sourceAt } from './shipped-source.ts'

/** Maximum number of texts of source that are read in one stream: a network has those of a few modules. */
const MAX_SOURCES = 1024

/**
 * Reports the source that one stream passes to a library. Objects of one module share one text, which is reported once.
 */
export class SourceEmitter {
  private readonly emitted = new Set<Value | undefined>()
  private readonly listener: PickleListener
  private readonly read: ReadLiteral

  constructor(listener: PickleListener, read: ReadLiteral) {
    this.listener = listener
    this.read = read
  }

  /** Reports the source in the first argument of such a call, or in such a state. */
  emit(given: Value | undefined, by: 'call' | 'state', offset: number): void {
    const place = placeOfSource(given, by, this.read)
    if (this.emitted.has(place.value)) return
    if (this.emitted.size > MAX_SOURCES) return
    this.emitted.add(place.value)
    if (this.emitted.size <= MAX_SOURCES) return this.listener.source(sourceAt(place, this.read), offset)
    const detail = `more than ${MAX_SOURCES} texts of source that are run: the others were not read`
    this.listener.observe({ kind: 'incomplete', why: 'limit', detail, offset })
  }
}
