// Recognises and reads pickles: plain, several in a row, joblib files, and PyTorch files from before 1.6.
import { codecSignatures } from '../../../bytes/codecs/magic.ts'
import { ScanError } from '../../../bytes/errors.ts'
import type { ByteSource } from '../../../bytes/source.ts'
import { memorySource, slice } from '../../../bytes/source.ts'
import { isText } from '../../../bytes/text.ts'
import { Window } from '../../../bytes/window.ts'
import type { ReadLiteral } from '../../../pickle/value/text.ts'
import type { Value } from '../../../pickle/value/values.ts'
import { NONE } from '../../../pickle/value/values.ts'
import { withoutFrameRest } from '../../../pickle/vm/frame-rest.ts'
import type { PickleListener } from '../../../pickle/vm/listener.ts'
import { Machine } from '../../../pickle/vm/machine.ts'
import type { Ending } from '../../../pickle/vm/state.ts'
import type { Artifact } from '../../../types/artifact.ts'
import type { Format, Probe, Scan, ScanResult } from '../../../types/format.ts'
import { startsLikeZip } from '../../../wire/zip/archive.ts'
import { Search } from '../../shared/search-bytes.ts'
import type { RememberedStream } from '../../shared/stream-prefix.ts'
import { rememberPrefix } from '../../shared/stream-prefix.ts'
import type { RecordSize } from '../../torch/storages.ts'
import { storageOverrun } from '../../torch/storages.ts'
import { isLegacyMagic, LEGACY_STREAMS, LegacyStorages } from '../../torch/torch-legacy/reader.ts'
import type { JoblibRun, RawRange } from '../joblib/run.ts'
import { runAsJoblib, runAsPickle } from '../joblib/run.ts'
import { PickleFacts } from './facts.ts'
import { runMachine } from './run.ts'
import { canStart, hasProtocol, PICKLE_EXTENSIONS } from './signature.ts'
import { scanTrailing } from './trailing.ts'

/** Maximum number of times that a stream is read again because an argument runs past the end of its frame. */
const MAX_REREADINGS = 8

/** Size of the beginning of a checkpoint where its settings are, before the description of its tensors. */
const MAX_SETTINGS = 2 ** 20
/** A setting that fairseq (models/wav2vec/wav2vec2.py) and the converters of transformers pass to `eval`. */
const EVALUATED = 'conv_feature_layers'

/** Pickles of every protocol, one or several in a row, and PyTorch files from before 1.6 (five pickles, storages). */
export const pickleFormat: Format = {
  id: 'pickle',
  title: 'Python pickle',
  kind: 'model',
  labels: ['joblib', 'pytorch-legacy'],
  promises: { extensions: [...PICKLE_EXTENSIONS, '.pdparams'] },
  prefilter: { first: canStart, extensions: PICKLE_EXTENSIONS },
  match(probe: Probe) {
    if (hasProtocol(probe.head)) return 'certain'
    // As opcodes, `PK…` is a persistent id that no loader's persistent_load accepts: every load ends there.
    if (startsLikeZip(probe.head)) return 'no'
    return canStart(probe.head[0]) || (hasPickleName(probe) && !isText(probe.head)) ? 'possible' : 'no'
  },
  scan: (artifact, scan) => new PickleReader(artifact, scan, artifact.hints?.pickle !== 'torch').run(),
}

/** Reads one pickle inside another format, from the window's position. Undefined if `tentative` bytes are not one. */
export function readPickle(artifact: Artifact, scan: Scan, window: Window, tentative: boolean): Promise<Ending | undefined> {
  return new PickleReader(artifact, scan, false).readOne(window, tentative)
}

/** True if the name promises a pickle, so that other content is incomplete. Compressed pickles have such names too. */
function hasPickleName({ extension, head, member }: Probe): boolean {
  return PICKLE_EXTENSIONS.includes(extension) && !member && !codecSignatures.some((codec) => codec.match(head, extension) === 'certain')
}

/** Size of the first read of bytes that may not be a pickle, such as each tensor of a zip. */
const FIRST_READ = 512

/** Reads the streams of one artifact. */
class PickleReader {
  private readonly artifact: Artifact
  private readonly scan: Scan
  private readonly facts: PickleFacts
  private readonly source: ByteSource | undefined
  private readonly joblib: boolean
  private readonly remembered: RememberedStream | undefined
  private stream = 0
  private overrun = false

  constructor(artifact: Artifact, scan: Scan, joblib: boolean) {
    this.artifact = artifact
    this.scan = scan
    this.facts = new PickleFacts(scan)
    this.source = artifact.input.kind === 'source' ? artifact.input : undefined
    this.joblib = joblib
    this.remembered = artifact.input.kind === 'stream' && joblib ? rememberPrefix(artifact.input) : undefined
  }

  async run(): Promise<ScanResult> {
    const { probe } = this.scan
    const sure = !this.artifact.hints?.search && (hasProtocol(probe.head) || hasPickleName(probe))
    const window = new Window(this.remembered ?? this.artifact.input, 0, sure ? undefined : FIRST_READ)
    try {
      return await this.readAll(window, !sure)
    } finally {
      window.release()
    }
  }

  async readOne(window: Window, tentative: boolean): Promise<Ending | undefined> {
    const ending = await this.readStream(window, tentative)
    await this.facts.scanPayloads()
    return ending
  }

  private async readAll(window: Window, tentative: boolean): Promise<ScanResult> {
    try {
      const first = await this.readStream(window, tentative)
      if (first === undefined) {
        window.checkFailure()
        return 'not-this-format'
      }
      // The search that found this pickle continues after it.
      if (this.artifact.hints?.search) this.scan.account.passOver('searched')
      else if (first.kind === 'stop' && this.source && isLegacyMagic(first.value, this.source)) await this.readLegacy(window, this.source)
      else if (first.kind === 'stop') {
        if (this.artifact.hints?.pickle === 'torch' && this.source) await this.findEvaluated(this.source, window.offset)
        await this.readFollowing(window)
      }
    } finally {
      await this.facts.scanPayloads()
    }
  }

  /** Reads one stream from the window's position. Returns undefined if `tentative` bytes are not a pickle. */
  private async readStream(window: Window, tentative: boolean, storages?: LegacyStorages): Promise<Ending | undefined> {
    const start = window.offset
    const listener = this.facts.listener(tentative, this.source)
    const { machine, arrays, fork, raw } = await this.runMachine(window, this.source, listener, storages).catch((error: unknown) => {
      this.facts.abandon(listener)
      throw error
    })
    const { ending } = machine
    if (ending === undefined) throw new Error('the machine stopped without an ending')
    this.artifact.hints?.search?.(ending.offset - start)
    if (!this.facts.settle(listener, ending, machine.opcodes)) {
      if (ending.kind === 'broken' && ending.why === 'limit' && this.mayBeLoaded())
        this.scan.observe({ kind: 'incomplete', why: ending.why, detail: ending.detail, offset: ending.offset })
      return undefined
    }
    if (arrays) this.scan.label('joblib')
    await this.accountFor(start, ending.kind === 'stop' ? ending.offset + 1 : ending.offset, raw)
    const again = this.source ?? this.remembered?.prefix()
    if (fork !== undefined && again) await this.readAsPickle(again, start, fork)
    if (machine.straddle && this.source) await this.reread(slice(this.source, start), machine, start)
    if (ending.kind === 'broken') this.scan.observe({ kind: 'incomplete', why: ending.why, detail: ending.detail, offset: ending.offset })
    this.stream++
    return ending
  }

  /** False for a member without a pickle's extension: millions of opcodes in it may be a tensor of equal bytes. */
  private mayBeLoaded(): boolean {
    const { member, size, extension } = this.scan.probe
    return !member || size === undefined || PICKLE_EXTENSIONS.includes(extension)
  }

  /** Runs the machine over one stream. Looks for joblib's arrays wherever joblib could be the loader. */
  private async runMachine(
    window: Window,
    source: ByteSource | undefined,
    listener: PickleListener,
    storages?: LegacyStorages,
  ): Promise<JoblibRun> {
    const { scan, stream } = this
    if (this.joblib && !storages) return runAsJoblib(window, source, listener, stream, scan.budget)
    const { storage } = this.artifact.hints ?? {}
    const hooks =
      storages && source
        ? { persistentId: (id: Value) => storages.note(id, source) }
        : storage
          ? { persistentId: (id: Value) => this.checkStorage(id, storage, (offset, length) => machine.read(offset, length)) }
          : {}
    const machine: Machine = new Machine(window, source?.read.bind(source), listener, stream, hooks)
    machine.containers.appended = storages?.keys
    await runMachine(machine, window, scan.budget)
    return { machine, arrays: false, fork: undefined, raw: [] }
  }

  /** Records the bytes of a stream and of the arrays in it in the account. Searches arrays that are not numbers. */
  private async accountFor(start: number, end: number, raw: readonly RawRange[]): Promise<void> {
    const { account } = this.scan
    let at = start
    for (const { offset, length, texts, held } of raw) {
      account.read(at, offset - at)
      at = offset + length
      if (!texts) account.passOver('numbers', offset, length)
      else if (held) await new Search(memorySource(held), this.scan, { base: offset }).range(0, length)
      else if (this.source) await new Search(this.source, this.scan).range(offset, length)
    }
    account.read(at, end - at)
  }

  /** Reports, once, a tensor that is longer than the record that contains it. */
  private checkStorage(id: Value, storage: RecordSize, read: ReadLiteral): void {
    const detail = this.overrun ? undefined : storageOverrun(id, storage, read)
    if (detail === undefined) return
    this.overrun = true
    this.scan.observe({ kind: 'structure', format: 'pytorch', problem: 'out-of-bounds', detail, offset: 0 })
  }

  /** Reads a joblib file as other loaders do: they execute the bytes that joblib reads as arrays. */
  private async readAsPickle(source: ByteSource, start: number, fork: number): Promise<void> {
    const listener = this.facts.listener(true, this.source)
    const { ending, opcodes } = await runAsPickle(source, start, fork, listener, this.stream, this.scan.budget)
    if (ending) this.facts.settle(listener, ending, opcodes)
  }

  /** Reads the stream again as unpicklers do that drop the rest of a frame: they execute other opcodes. */
  private async reread(source: ByteSource, first: Machine, start: number): Promise<void> {
    let { straddle } = first
    let bytes: ByteSource | undefined = source
    for (let round = 0; straddle && bytes && round < MAX_REREADINGS; round++) {
      const shift: number = round === 0 ? start : 0
      bytes = withoutFrameRest(bytes, {
        frameStart: straddle.frameStart - shift,
        frameEnd: straddle.frameEnd - shift,
        opcode: straddle.opcode - shift,
      })
      if (!bytes) return
      const { machine } = await this.runMachine(new Window(bytes), bytes, this.facts.listener(false, bytes))
      straddle = machine.straddle
    }
  }

  /** Reads what follows the first STOP, as a second `load` of the same file does: further pickles, then other bytes. */
  private async readFollowing(window: Window): Promise<void> {
    while (await hasMore(window)) {
      const start = window.offset
      const ending = await this.readStream(window, true)
      if (ending?.kind === 'broken') return
      if (ending !== undefined) continue
      // A stream can be read only once: bytes that are not a pickle have to be read again from the window.
      if (!this.source && !window.rewind(start)) {
        const detail = 'the bytes after the pickle in a compressed stream were read only as a further pickle, which they are not'
        this.scan.observe({ kind: 'incomplete', why: 'limit', detail, offset: start })
      }
      return this.trailing(start, window)
    }
  }

  /** Reads the other four pickles of a legacy torch file, all of which are executed, and passes over the storages. */
  private async readLegacy(window: Window, source: ByteSource): Promise<void> {
    this.scan.label('pytorch-legacy')
    const storages = new LegacyStorages()
    let listed: Value = NONE
    for (let stream = 1; stream < LEGACY_STREAMS; stream++) {
      if (!(await hasMore(window)))
        throw new ScanError(
          'truncated',
          `a legacy PyTorch file has ${LEGACY_STREAMS} pickles; this one ends after ${stream}`,
          window.offset,
        )
      if (stream === LEGACY_STREAMS - 1) storages.keys = []
      const ending = await this.readStream(window, false, storages)
      if (ending?.kind !== 'stop') return
      listed = ending.value
    }
    await this.findEvaluated(source, window.offset)
    const end = storages.end(source, window.offset, listed)
    this.scan.account.passOver('numbers', window.offset, end - window.offset)
    if (end < source.size) await this.trailing(end, window)
  }

  /** Looks for settings of a checkpoint that a library passes to `eval`. */
  private async findEvaluated(source: ByteSource, end: number): Promise<void> {
    const size = Math.min(end, MAX_SETTINGS)
    const bytes = source.read(0, size)
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (found.includes(EVALUATED)) (await import('./evaluated.ts')).observeEvaluated(source, size, this.scan)
  }

  private async trailing(start: number, window: Window): Promise<void> {
    await scanTrailing(this.artifact, this.scan, start, window, async (source, at) => {
      const ending = await this.readStream(new Window(source, at), true)
      return ending && ending.offset + 1
    })
  }
}

async function hasMore(window: Window): Promise<boolean> {
  if (window.pos < window.end) return true
  if (window.eof) {
    window.checkFailure()
    return false
  }
  const refill = window.fill()
  if (refill) await refill
  if (window.pos === window.end) window.checkFailure()
  return window.pos < window.end
}
