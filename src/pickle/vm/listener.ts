import type { Observation } from '../../facts/observation.ts'
import type { Silence } from '../../facts/pickle.ts'
import type { PickledSource } from '../emit/shipped-source.ts'
import type { PickledCode } from '../value/code-object.ts'

/** A literal by its place in the input: too long to be read at once. */
export interface Span {
  readonly offset: number
  readonly length: number
}

/** Who hears what a pickle does. */
export interface PickleListener {
  /** States a fact. The answer says which others would change nothing. */
  observe(observation: Observation): Silence | false
  /** Can nobody do harm with this name as a value, whoever calls it? */
  harmless(name: Extract<Observation, { kind: 'global' }>): boolean
  /** These bytes are handed to a function that unpickles (or otherwise loads) them. */
  nested(payload: Uint8Array | Span, loader: string, offset: number): void
  /** A code object is built out of parts in the file. */
  code(code: PickledCode, offset: number): void
  /** Python source in the file is handed to a library that runs it. */
  source(source: PickledSource, offset: number): void
  /** A literal that begins like a pickle, an archive or compressed data, as it is or in base64 or hex; no loader was seen that gets it. */
  constant(bytes: Uint8Array, text: boolean, offset: number): void
}
