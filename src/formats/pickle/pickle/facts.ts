// Passes observations of a pickle to the scan, or holds them back until it is clear that the bytes are a pickle.
import { crc32 } from '../../../bytes/crc32.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { memorySource, slice } from '../../../bytes/source.ts'
import { MAX_PAYLOAD } from '../../../pickle/resolve/evaluate.ts'
import type { PickleListener, Span } from '../../../pickle/vm/listener.ts'
import type { Ending } from '../../../pickle/vm/state.ts'
import type { Scan } from '../../../types/format.ts'
import type { Observation } from '../../../types/observation.ts'
import { payloadIn } from '../../shared/nested-payload.ts'
import { pickledCodeFact, pickledSourceFact } from './code-facts.ts'
import { isImportable } from './signature.ts'

/** Facts that are held back while it is not sure that the bytes are a pickle. */
const MAX_HELD = 10_000
/** Payloads of one artifact that are looked into: an honest file has none, or one for each tensor it wraps. */
const MAX_NESTED = 10_000
/** Bytes of them that are held in memory; longer literals are read where they lie. */
const MAX_NESTED_BYTES = 64 * 2 ** 20
/** Constants of one artifact that are looked into although nothing is known to load them. */
const MAX_GUESSES = 64

interface Holding extends PickleListener {
  /** Undefined once facts go straight on. */
  held: Observation[] | undefined
  /** Calls, and changes of what is imported. */
  effects: number
  /** One of them comes before any absurd name: it is done even if the import of that name fails. */
  reached: boolean
  /** A name that no Python could import: what is read is text. */
  absurd: boolean
  /** A memo index that no pickler writes: letters, if nothing but data comes with it. */
  strange: boolean
}

/** Passes facts on, holds them back while in doubt, and remembers the payloads that are to be looked into. */
export class PickleFacts {
  private readonly scan: Scan
  private readonly nested: { readonly bytes: Uint8Array | ByteSource; readonly name: string }[] = []
  private nestedBytes = 0
  private left = 0
  private readonly guesses: { readonly bytes: Uint8Array; readonly name: string }[] = []

  constructor(scan: Scan) {
    this.scan = scan
  }

  /** `source`: where the stream's literals lie, if they can be read again. */
  listener(tentative: boolean, source: ByteSource | undefined): Holding {
    const { scan, guesses } = this
    return {
      harmless: (name) => scan.harmless(name),
      held: tentative ? [] : undefined,
      effects: 0,
      reached: false,
      absurd: false,
      strange: false,
      observe(observation) {
        if (!this.held) return scan.observe(observation)
        if (observation.kind === 'global' && !isImportable(observation.module, observation.name)) this.absurd = true
        if (observation.kind === 'pickle-oddity' && observation.oddity === 'huge-memo-index') this.strange = true
        if (observation.kind === 'call' || observation.kind === 'mutated-global') {
          this.effects++
          if (!this.absurd) this.reached = true
        }
        this.held.push(observation)
        if (this.held.length >= MAX_HELD && (this.reached || !this.absurd)) release(this, scan)
        else if (this.held.length > MAX_HELD) this.held.pop()
        return false
      },
      nested: (payload, loader, offset) => this.note(payload, `${loader}@${offset}`, source),
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

  private note(payload: Uint8Array | Span, name: string, source: ByteSource | undefined): void {
    const bytes = payload instanceof Uint8Array ? payload : source && slice(source, payload.offset, payload.length)
    const size = payload instanceof Uint8Array ? payload.length : 0
    if (bytes === undefined || this.nested.length >= MAX_NESTED || this.nestedBytes + size > MAX_NESTED_BYTES) this.left++
    else {
      this.nestedBytes += size
      this.nested.push({ bytes, name })
    }
  }

  /** Decides at the end of a stream: false where it was none, and nothing of it is told. */
  settle(listener: Holding, ending: Ending, opcodes: number): boolean {
    if (!listener.held) return true
    const whole = ending.kind === 'stop' && opcodes >= 2
    if (!listener.reached && !(whole && (listener.effects > 0 || !(listener.absurd || listener.strange)))) return false
    release(listener, this.scan)
    return true
  }

  /** Tells what a stream did that could not be read to its end: what was done before stays done. */
  abandon(listener: Holding): void {
    if (listener.reached) release(listener, this.scan)
  }

  /** Scans what was handed to a loader, and then what looks as if it could be, as members of the artifact. */
  async lookInside(): Promise<void> {
    if (this.left > 0) {
      this.scan.observe({
        kind: 'incomplete',
        why: 'limit',
        detail: `${this.left} more payloads that are handed to a loader were not looked into`,
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

/** Passes on what was held back; facts go straight on from here. */
function release(listener: Holding, scan: Scan): void {
  const { held } = listener
  listener.held = undefined
  for (const observation of held ?? []) scan.observe(observation)
}

/** The same bytes reach a loader from a constant that was noted before. */
function identity(bytes: Uint8Array): string {
  return `${bytes.length} ${crc32(bytes)}`
}
