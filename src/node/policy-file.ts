// Parses policy files against the list of formats of this version.
import { modelFormats } from '../formats/kinds.ts'
import { parsePolicy as parse } from '../policy/file/parse.ts'
import type { Policy } from '../policy/policy.ts'

/** Reads a policy file, YAML or JSON; see `parsePolicy` of `policy/file/parse.ts`. */
export function parsePolicy(text: string, file: string): Policy {
  return parse(text, file, modelFormats)
}
