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
import { runAsJoblib, runPlain } from '../joblib/run.ts'
import { PickleFacts } from './facts.ts'
import { runMachine } from './run.ts'
import { canStart, hasProtocol, PICKLE_EXTENSIONS } from './signature.ts'
import { scanTrailing } from './trailing.ts'

/** Frames that run over are undone one at a time; more than a few in one stream is an attack on the scanner. */
const MAX_REREADINGS = 8

/** Settings stand at the beginning of a checkpoint, in front of what describes its tensors. */
const MAX_SETTINGS = 2 ** 20
/** fairseq evaluates this one (models/wav2vec/wav2vec2.py), and the converters of transformers do for its checkpoints. */
const EVALUATED = 'conv_feature_layers'

/** Raw pickles of every protocol under any name, one or several in a row, and torch files from before 1.6, which are five pickles and raw storages. */
export const pickleFormat: Format = {
  id: 'pickle',
  title: 'Python pickle',
  kind: 'model',
  labels: ['joblib', 'pytorch-legacy'],
  promises: { extensions: [...PICKLE_EXTENSIONS, '.pdparams'] },
  opening: { first: canStart, extensions: PICKLE_EXTENSIONS },
  match(probe: Probe) {
    if (hasProtocol(probe.head)) return 'certain'
    // `PK…` spells a persistent id whose text no loader’s persistent_load accepts: every one of them stops there.
    if (startsLikeZip(probe.head)) return 'no'
    return canStart(probe.head[0]) || (isClaimed(probe) && !isText(probe.head)) ? 'possible' : 'no'
  },
  scan: (artifact, scan) => new PickleReader(artifact, scan, artifact.hints?.pickle !== 'torch').run(),
}

/** Reads the one pickle that stands at the window's place inside another format. Undefined where `tentative` bytes turned out to be none. */
export function readPickle(artifact: Artifact, scan: Scan, window: Window, tentative: boolean): Promise<Ending | undefined> {
  return new PickleReader(artifact, scan, false).one(window, tentative)
}

/** Is the file called a pickle, so that it deserves a word if it cannot be read as one? Compressed pickles keep the name. */
function isClaimed({ extension, head, member }: Probe): boolean {
  return PICKLE_EXTENSIONS.includes(extension) && !member && !codecSignatures.some((codec) => codec.match(head, extension) === 'certain')
}

/** Bytes of the first look at what may be no pickle at all, such as each tensor of a zip. */
const FIRST_LOOK = 512

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
    const sure = !this.artifact.hints?.search && (hasProtocol(probe.head) || isClaimed(probe))
    const window = new Window(this.remembered ?? this.artifact.input, 0, sure ? undefined : FIRST_LOOK)
    try {
      return await this.readAll(window, !sure)
    } finally {
      window.release()
    }
  }

  async one(window: Window, tentative: boolean): Promise<Ending | undefined> {
    const ending = await this.readStream(window, tentative)
    await this.facts.lookInside()
    return ending
  }

  private async readAll(window: Window, tentative: boolean): Promise<ScanResult> {
    try {
      const first = await this.readStream(window, tentative)
      if (first === undefined) {
        window.checkFailure()
        return 'not-this-format'
      }
      // Whoever searches goes on with the search behind it.
      if (this.artifact.hints?.search) this.scan.account.passOver('searched')
      else if (first.kind === 'stop' && this.source && isLegacyMagic(first.value, this.source)) await this.legacy(window, this.source)
      else if (first.kind === 'stop') {
        if (this.artifact.hints?.pickle === 'torch' && this.source) await this.evaluated(this.source, window.offset)
        await this.following(window)
      }
    } finally {
      await this.facts.lookInside()
    }
  }

  /** One stream from the window's place on. Undefined where `tentative` bytes turned out to be no pickle. */
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
    if (fork !== undefined && again) await this.readPlain(again, start, fork)
    if (machine.straddle && this.source) await this.reread(slice(this.source, start), machine, start)
    if (ending.kind === 'broken') this.scan.observe({ kind: 'incomplete', why: ending.why, detail: ending.detail, offset: ending.offset })
    this.stream++
    return ending
  }

  /** Bytes that keep to opcodes for millions of them are a pickle, or a tensor of equal bytes: a stored one without an extension, as torch keeps them. */
  private mayBeLoaded(): boolean {
    const { member, size, extension } = this.scan.probe
    return !member || size === undefined || PICKLE_EXTENSIONS.includes(extension)
  }

  /** joblib's arrays are looked for wherever joblib could be the loader. */
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

  /** Says once that a tensor is longer than the record that holds it. */
  private checkStorage(id: Value, storage: RecordSize, read: ReadLiteral): void {
    const detail = this.overrun ? undefined : storageOverrun(id, storage, read)
    if (detail === undefined) return
    this.overrun = true
    this.scan.observe({ kind: 'structure', format: 'pytorch', problem: 'out-of-bounds', detail, offset: 0 })
  }

  /** joblib skips the bytes of its arrays, other loaders execute them. */
  private async readPlain(source: ByteSource, start: number, fork: number): Promise<void> {
    const listener = this.facts.listener(true, this.source)
    const { ending, opcodes } = await runPlain(source, start, fork, listener, this.stream, this.scan.budget)
    if (ending) this.facts.settle(listener, ending, opcodes)
  }

  /** The program that a reader sees which drops the rest of a frame: another one, hidden in the same bytes. */
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

  /** What follows the first STOP: further pickles, then anything else. A single load reads none of it; a second load does. */
  private async following(window: Window): Promise<void> {
    while (await hasMore(window)) {
      const start = window.offset
      const ending = await this.readStream(window, true)
      if (ending?.kind === 'broken') return
      if (ending !== undefined) continue
      // A stream gives its bytes once: those that turned out to be no pickle are looked at from their start again.
      if (!this.source && !window.rewind(start)) {
        const detail = 'what follows the pickle in a compressed stream was not read as anything else'
        this.scan.observe({ kind: 'incomplete', why: 'limit', detail, offset: start })
      }
      return this.trailing(start, window)
    }
  }

  /** The other four pickles of a legacy torch file, of which each is executed, and the storages. */
  private async legacy(window: Window, source: ByteSource): Promise<void> {
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
    await this.evaluated(source, window.offset)
    const end = storages.end(source, window.offset, listed)
    this.scan.account.passOver('numbers', window.offset, end - window.offset)
    if (end < source.size) await this.trailing(end, window)
  }

  /** Settings of a checkpoint that a library evaluates. */
  private async evaluated(source: ByteSource, end: number): Promise<void> {
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
