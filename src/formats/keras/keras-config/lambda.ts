// Decodes the code of Keras Lambda layers and builds the observation for it.
import { codeReaches } from '../../../lang/marshal/code-names.ts'
import type { Observation } from '../../../types/observation.ts'

/** When the function of a Lambda layer runs: building the model from HDF5 or bare JSON traces it, `.keras` asks the user first. */
export type Runs = 'load' | 'use'

/** Larger ones are not functions; the names are taken from the beginning. */
const MAX_CODE = 4 * 2 ** 20

/** The bytes that Keras hands to `marshal.loads`: Base64 as Python reads it, or text of old versions with one character for each byte. */
export function lambdaBytes(written: string): Uint8Array {
  const text = written.slice(0, MAX_CODE)
  return Buffer.from(text, /^[\0-\x7f]*$/.test(text) ? 'base64' : 'latin1')
}

/** Code that a layer brings along; `written` is as it stands in the configuration, undefined where it is not text. */
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
