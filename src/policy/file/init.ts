// Writes the starting policy file of `modelgate policy init`.
import type { PolicyKey } from './schema.ts'
import { policyKeys } from './schema.ts'

/** The example under each key of a new file, commented out. */
const EXAMPLES: Readonly<Record<PolicyKey, string>> = {
  'fail-on-severity': 'fail-on-severity: high',
  'fail-on-incomplete': 'fail-on-incomplete: true',
  'lfs-pointers': 'lfs-pointers: fail',
  empty: 'empty: fail',
  allow: 'allow:\n  - my_package.models.Net',
  deny: 'deny:\n  - torch.hub.*',
  severity: 'severity:\n  pickle/unknown-class: high',
  'approved-formats': 'approved-formats: [safetensors, onnx, gguf]',
  paths: 'paths:\n  - path: research/**\n    fail-on-severity: critical',
  exceptions:
    'exceptions: # modelgate allow FILE --rule RULE --reason TEXT --expires DATE adds one\n  - path: models/old.pkl\n    sha256: 64 hex digits of the file\n    rule: pickle/unlisted-call\n    reason: exported by the vendor, replaced next quarter\n    expires: 2030-12-31',
}

const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/modelgate/modelgate/main/docs/policy.schema.json
#
# The policy of ModelGate: which models may be merged. Every key is optional; an unknown key is an error.
# On a pull request, the version of the base branch applies, so that a pull request cannot allow its own files.
# modelgate policy check FILE validates this file, and modelgate policy explain FILE says what it means.
`

/** Returns a starting policy file: every key with its description and an example, all commented out. */
export function initialPolicy(): string {
  const parts = policyKeys.map(({ key, help }) => `# ${help}\n${EXAMPLES[key].replace(/^/gm, '# ')}\n`)
  return [HEAD, ...parts].join('\n')
}
