// Runs the pickle machine over a file as joblib loads it, and as `pickle.load` does.
import type { ByteSource } from '../../../bytes/source.ts'
import { Window } from '../../../bytes/window.ts'
import type { PickleListener } from '../../../pickle/vm/listener.ts'
import { Machine } from '../../../pickle/vm/machine.ts'
import { opcodeName } from '../../../pickle/vm/opcodes.ts'
import type { Budget } from '../../../types/format.ts'
import { runMachine } from '../pickle/run.ts'
import type { Body } from './arrays.ts'
import { isWrapper, JoblibArrays } from './arrays.ts'

/** One stream, read as joblib's loader reads it. */
export interface JoblibRun {
  readonly machine: Machine
  /** The stream has wrappers of arrays. */
  readonly arrays: boolean
  /** Where the bytes of the first array begin, if they could be taken for opcodes: `pickle.load` would. */
  readonly fork: number | undefined
  readonly raw: readonly RawRange[]
}

/** The elements of an array. */
export interface RawRange {
  readonly offset: number
  readonly length: number
  /** Not numbers alone: `held` are the bytes, where they come from a stream and are not too many. */
  readonly texts: boolean
  readonly held?: Uint8Array
}

/** Arrays of one stream that are remembered apart from the opcodes. */
const MOST_RANGES = 200_000
/** Bytes of texts of a compressed stream that are held to be searched. */
const MOST_HELD = 64 << 20

/** Runs one stream from the window's place on. Without wrappers of joblib in it, it is a plain pickle. */
export async function runAsJoblib(
  window: Window,
  source: ByteSource | undefined,
  listener: PickleListener,
  stream: number,
  budget: Budget,
): Promise<JoblibRun> {
  const read = source?.read.bind(source)
  // Made by the first object with a state: most small pickles have none.
  let arrays: JoblibArrays | undefined
  let named = false
  const watched: PickleListener = {
    observe(observation) {
      if (observation.kind === 'global' && isWrapper(`${observation.module}.${observation.name}`)) {
        machine.containers.detailed = true
        named = true
      }
      return listener.observe(observation)
    },
    harmless: (name) => listener.harmless(name),
    nested: (bytes, loader, offset) => listener.nested(bytes, loader, offset),
    code: (code, offset) => listener.code(code, offset),
    source: (text, offset) => listener.source(text, offset),
    constant: (bytes, text, offset) => listener.constant(bytes, text, offset),
  }
  const machine: Machine = new Machine(window, read, watched, stream, {
    afterBuild(instance, state, offset) {
      arrays ??= new JoblibArrays((at, length) => machine.read(at, length), listener)
      arrays.named = named
      return arrays.built(instance, state, offset)
    },
  })
  const raw: RawRange[] = []
  let held = 0
  let first = true
  let fork: number | undefined
  const readBody = async (body: Body): Promise<void> => {
    const start = window.offset
    if (body.kind === 'unknown') {
      // What follows may be opcodes to joblib, too.
      if (body.isOpcodes) fork ??= start
      return machine.state.broken('unsupported', `the size of an array of joblib is not known: ${body.why}`, start)
    }
    if (body.kind === 'pickle') {
      const inner = new Machine(window, read, listener, stream)
      await runMachine(inner, window, budget)
      if (inner.ending?.kind === 'broken')
        machine.state.broken(inner.ending.why, `in an array of objects: ${inner.ending.detail}`, inner.ending.offset)
      return
    }
    while (window.pos >= window.end && (!window.eof || window.toSkip > 0)) {
      const refill = window.fill()
      if (refill) await refill
    }
    const next = window.pos < window.end ? window.buffer[window.pos] : undefined
    if (first && next !== undefined && opcodeName(next) !== undefined) fork = window.offset
    window.skip(body.padded ? 1 + (next ?? 0) : 0)
    const range = { offset: window.offset, length: body.bytes, texts: body.texts }
    const keep = body.texts && !source && held + body.bytes <= MOST_HELD
    if (keep) held += body.bytes
    if (raw.length < MOST_RANGES) raw.push(keep ? { ...range, held: await takeFrom(window, body.bytes) } : range)
    if (!keep) window.skip(body.bytes)
  }
  await runMachine(machine, window, budget, async () => {
    for (const body of arrays?.bodies.splice(0) ?? []) {
      if (machine.ending === undefined) await readBody(body)
      first = false
    }
  })
  return { machine, arrays: arrays?.seen === true, fork, raw }
}

/** The next bytes of a window, fewer at the end of its input. */
async function takeFrom(window: Window, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let left = length; left > 0; ) {
    if (window.pos === window.end || window.toSkip > 0) {
      if (window.eof) break
      const refill = window.fill()
      if (refill) await refill
      continue
    }
    const part = window.buffer.slice(window.pos, Math.min(window.end, window.pos + left))
    parts.push(part)
    window.pos += part.length
    left -= part.length
  }
  return Buffer.concat(parts)
}

/** Runs the same stream as `pickle.load` would, to which an array is opcodes; `listener` hears of what comes at `fork` and later. */
export async function runPlain(
  source: ByteSource,
  start: number,
  fork: number,
  listener: PickleListener,
  stream: number,
  budget: Budget,
): Promise<Machine> {
  const window = new Window(source, start)
  const late: PickleListener = {
    observe: (observation) => (observation.offset ?? fork) >= fork && listener.observe(observation),
    harmless: (name) => listener.harmless(name),
    nested(bytes, loader, offset) {
      if (offset >= fork) listener.nested(bytes, loader, offset)
    },
    code(code, offset) {
      if (offset >= fork) listener.code(code, offset)
    },
    source(text, offset) {
      if (offset >= fork) listener.source(text, offset)
    },
    constant(bytes, text, offset) {
      if (offset >= fork) listener.constant(bytes, text, offset)
    },
  }
  const machine = new Machine(window, source.read.bind(source), late, stream)
  await runMachine(machine, window, budget)
  window.release()
  return machine
}
