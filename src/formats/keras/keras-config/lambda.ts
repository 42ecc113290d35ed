// Decodes the code of Keras Lambda layers and builds the observation for it.
import type { Observation } from '../../../facts/observation.ts'
import { codeReaches } from '../../../lang/marshal/code-names.ts'

/** When the function of a Lambda layer runs. HDF5 and plain JSON: at load. `.keras`: Keras asks for consent first. */
export type Runs = 'load' | 'use'

/** Maximum number of characters that are decoded. Functions are smaller; of longer texts the beginning is read. */
const MAX_CODE = 4 * 2 ** 20

/** Returns the bytes that Keras passes to `marshal.loads`: decoded base64, or in old files one character per byte. */
export function lambdaBytes(written: string): Uint8Array {
  const text = written.slice(0, MAX_CODE)
  return Buffer.from(text, /^[\0-\x7f]*$/.test(text) ? 'base64' : 'latin1')
}

/** Builds the observation for a layer's code. `written`: its text in the configuration, undefined if it is no text. */
export function lambdaFact(layer: string, part: string, written: string | undefined, runs: Runs): Observation {
  return {
    kind: 'shipped-code',
    language: 'python-bytecode',
    carrier: `Keras Lambda layer ${layer === '' ? '' : `“${layer}”`}${part === 'function' ? '' : ` (${part})`}`
      .replace(/ +/g, ' ')
      .trimEnd(),
    runs,
    reaches: written === undefined ? [] : codeReaches(lambdaBytes(written)),
    offset: 0,
  }
}
