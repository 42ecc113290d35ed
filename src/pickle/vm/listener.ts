// What the pickle machine reports to the format that runs it.
import type { Observation } from '../../facts/observation.ts'
import type { Silence } from '../../facts/pickle.ts'
import type { PickledSource } from '../emit/shipped-source.ts'
import type { PickledCode } from '../value/code-object.ts'
import type { Value } from '../value/values.ts'

/** A literal by its position in the input, since it is too long to be read at once. */
export interface Span {
  readonly offset: number
  readonly length: number
}

/** Receives what a pickle does. */
export interface PickleListener {
  /** Takes an observation. The answer says which further ones would change no judgement. */
  observe(observation: Observation): Silence | false
  /** Whether this name is harmless as a value, whatever calls it. */
  harmless(name: Extract<Observation, { kind: 'global' }>): boolean
  /** Takes bytes that a function of the pickle unpickles, or otherwise loads. */
  nested(payload: Uint8Array | Span, loader: string, offset: number): void
  /** Takes a code object that the pickle builds out of parts in the file. */
  code(code: PickledCode, offset: number): void
  /** Takes Python source in the file that a library runs. */
  source(source: PickledSource, offset: number): void
  /**
   * Takes a literal that begins like a pickle, an archive or compressed data, as it is or in base64 or hex, though no
   * call was seen that loads it.
   */
  constant(bytes: Uint8Array, text: boolean, offset: number): void
}

/** What a format asks of the machine itself, beside the observations. */
export interface MachineHooks {
  /**
   * Called after BUILD. True: the loader itself reads from the file here (joblib), so that the machine pauses after the
   * opcodes that it has read ahead.
   */
  afterBuild?(instance: Value, state: Value, offset: number): boolean
  /** Called for each persistent id, as torch’s storages have. */
  persistentId?(id: Value): void
}
