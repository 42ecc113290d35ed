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

/** The result of reading one stream as joblib's loader reads it. */
export interface JoblibRun {
  readonly machine: Machine
  /** True if the stream has array wrappers. */
  readonly arrays: boolean
  /** Offset of the first array if its bytes may be opcodes: `pickle.load` would execute them. */
  readonly fork: number | undefined
  readonly raw: readonly RawRange[]
}

/** The byte range of an array's elements. */
export interface RawRange {
  readonly offset: number
  readonly length: number
  /** True if the elements are not all numbers. */
  readonly texts: boolean
  /** The bytes of such elements, if they come from a stream and fit into memory. */
  readonly held?: Uint8Array
}

/** Maximum number of arrays of one stream that are recorded apart from the opcodes. */
const MAX_RANGES = 200_000
/** Maximum number of text bytes of a compressed stream that are kept in memory for the search. */
const MAX_HELD = 64 << 20

/** Runs one stream from the window's position. A stream without array wrappers is a plain pickle. */
export async function runAsJoblib(
  window: Window,
  source: ByteSource | undefined,
  listener: PickleListener,
  stream: number,
  budget: Budget,
): Promise<JoblibRun> {
  const read = source?.read.bind(source)
  // Created at the first object with a state: most small pickles have none.
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
      return arrays.afterBuild(instance, state, offset)
    },
  })
  const raw: RawRange[] = []
  let held = 0
  let first = true
  let fork: number | undefined
  const readBody = async (body: Body): Promise<void> => {
    const start = window.offset
    if (body.kind === 'unknown') {
      // If there is no array, joblib continues with these bytes as opcodes.
      if (body.isOpcodes) fork ??= start
      return machine.state.broken('unsupported', `the size of a joblib array is unknown: ${body.why}`, start)
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
    const keep = body.texts && !source && held + body.bytes <= MAX_HELD
    if (keep) held += body.bytes
    if (raw.length < MAX_RANGES) raw.push(keep ? { ...range, held: await takeFrom(window, body.bytes) } : range)
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

/** Takes the next bytes of a window, fewer at the end of its input. */
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

/** Runs the same stream as `pickle.load`, which executes array data. Reports to `listener` from offset `fork` on. */
export async function runAsPickle(
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
