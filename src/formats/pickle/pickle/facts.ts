// Passes observations of a pickle to the scan, or holds them back until it is clear that the bytes are a pickle.
import { crc32 } from '../../../bytes/crc32.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { memorySource, slice } from '../../../bytes/source.ts'
import type { Observation } from '../../../facts/observation.ts'
import { MAX_PAYLOAD } from '../../../pickle/resolve/evaluate.ts'
import type { PickleListener, Span } from '../../../pickle/vm/listener.ts'
import type { Ending } from '../../../pickle/vm/state.ts'
import type { Scan } from '../../../types/format.ts'
import { payloadIn } from '../../shared/nested-payload.ts'
import { pickledCodeFact, pickledSourceFact } from './code-facts.ts'
import { isImportable } from './signature.ts'

/** Maximum number of observations that are held back while it is unclear whether the bytes are a pickle. */
const MAX_HELD = 10_000
/** Maximum number of payloads of one artifact that are scanned. Honest files have none, or one for each tensor. */
const MAX_NESTED = 10_000
/** Maximum size of payloads that are kept in memory. Literals of a file are read from the file instead. */
const MAX_NESTED_BYTES = 64 * 2 ** 20
/** Maximum number of constants of one artifact that are scanned although no known loader receives them. */
const MAX_GUESSES = 64

interface HoldingListener extends PickleListener {
  /** Observations that are held back; undefined once they are passed on directly. */
  held: Observation[] | undefined
  /** Number of calls and of changes to imported objects. */
  effects: number
  /** True if an effect comes before any name that cannot be imported: it happens even though that import fails. */
  reached: boolean
  /** True after a name that Python could not import: the bytes are text. */
  unimportable: boolean
  /** True after a memo index that no pickler writes: the bytes are letters, unless they have an effect. */
  hugeMemoIndex: boolean
}

/** Passes observations on, holds them back while in doubt, and collects payloads that are scanned at the end. */
export class PickleFacts {
  private readonly scan: Scan
  private readonly nested: { readonly bytes: Uint8Array | ByteSource; readonly name: string }[] = []
  private nestedBytes = 0
  private dropped = 0
  private readonly guesses: { readonly bytes: Uint8Array; readonly name: string }[] = []

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** Makes the listener for one stream. `source` holds the stream's literals, if they can be read again. */
  listener(tentative: boolean, source: ByteSource | undefined): HoldingListener {
    const { scan, guesses } = this
    return {
      harmless: (name) => scan.harmless(name),
      held: tentative ? [] : undefined,
      effects: 0,
      reached: false,
      unimportable: false,
      hugeMemoIndex: false,
      observe(observation) {
        if (!this.held) return scan.observe(observation)
        if (observation.kind === 'global' && !isImportable(observation.module, observation.name)) this.unimportable = true
        if (observation.kind === 'pickle-oddity' && observation.oddity === 'huge-memo-index') this.hugeMemoIndex = true
        if (observation.kind === 'call' || observation.kind === 'mutated-global') {
          this.effects++
          if (!this.unimportable) this.reached = true
        }
        this.held.push(observation)
        if (this.held.length >= MAX_HELD && (this.reached || !this.unimportable)) release(this, scan)
        else if (this.held.length > MAX_HELD) this.held.pop()
        return false
      },
      nested: (payload, loader, offset) => this.collect(payload, `${loader}@${offset}`, source),
      code(code, offset) {
        this.observe(pickledCodeFact(code, offset))
      },
      source(source, offset) {
        this.observe(pickledSourceFact(source, offset))
      },
      constant(bytes, text, offset) {
        const payload = guesses.length < MAX_GUESSES ? payloadIn(bytes, text) : undefined
        if (payload) guesses.push({ bytes: payload, name: `constant@${offset}` })
      },
    }
  }

  private collect(payload: Uint8Array | Span, name: string, source: ByteSource | undefined): void {
    const bytes = payload instanceof Uint8Array ? payload : source && slice(source, payload.offset, payload.length)
    const size = payload instanceof Uint8Array ? payload.length : 0
    if (bytes === undefined || this.nested.length >= MAX_NESTED || this.nestedBytes + size > MAX_NESTED_BYTES) this.dropped++
    else {
      this.nestedBytes += size
      this.nested.push({ bytes, name })
    }
  }

  /** Decides at the end of a stream whether it was a pickle. If not, returns false and drops its observations. */
  settle(listener: HoldingListener, ending: Ending, opcodes: number): boolean {
    if (!listener.held) return true
    const whole = ending.kind === 'stop' && opcodes >= 2
    if (!listener.reached && !(whole && (listener.effects > 0 || !(listener.unimportable || listener.hugeMemoIndex)))) return false
    release(listener, this.scan)
    return true
  }

  /** Reports the effects of a stream whose reading failed: a loader has executed them before it fails. */
  abandon(listener: HoldingListener): void {
    if (listener.reached) release(listener, this.scan)
  }

  /** Scans payloads as members: first those that the pickle passes to a loader, then constants that look like some. */
  async scanPayloads(): Promise<void> {
    if (this.dropped > 0) {
      this.scan.observe({
        kind: 'incomplete',
        why: 'limit',
        detail: `${this.dropped} more payloads that are passed to a loader were not scanned`,
      })
    }
    if (this.nested.length === 0 && this.guesses.length === 0) return
    const known = new Set<string>()
    for (const { bytes, name } of this.nested.splice(0)) {
      const input = bytes instanceof Uint8Array ? memorySource(bytes) : bytes
      if (this.guesses.length > 0 && input.size <= MAX_PAYLOAD) known.add(identity(input.read(0, input.size)))
      await this.scan.descend({ name, size: input.size, open: () => input })
    }
    for (const { bytes, name } of this.guesses.splice(0)) {
      if (known.has(identity(bytes))) continue
      known.add(identity(bytes))
      await this.scan.descend({ name, size: bytes.length, hints: { guess: 'constant' }, open: () => memorySource(bytes) })
    }
  }
}

/** Passes on the observations that were held back. Later ones are passed on directly. */
function release(listener: HoldingListener, scan: Scan): void {
  const { held } = listener
  listener.held = undefined
  for (const observation of held ?? []) scan.observe(observation)
}

/** Returns a key for the content: a payload passed to a loader was often noted as a constant before. */
function identity(bytes: Uint8Array): string {
  return `${bytes.length} ${crc32(bytes)}`
}
