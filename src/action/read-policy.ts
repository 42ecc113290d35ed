// Reads the policy and the baseline that apply to this run.
import { join, relative, resolve } from 'node:path'
import { parsePolicy } from '../node/policy-file.ts'
import { type Baseline, parseBaseline } from '../policy/accept/baseline.ts'
import { defaultPolicy, type Policy, withGate } from '../policy/policy.ts'
import { type Accepted, readAccepted } from './accepted-file.ts'
import type { OpenApi } from './api.ts'
import type { RunEvent } from './event.ts'
import { posix } from './files.ts'
import type { Inputs } from './inputs.ts'
import type { Workspace } from './workspace.ts'

/** The policy file if no input names one. */
const defaultFile = '.github/modelgate.yml'
/** Maximum bytes of a policy: lists that people maintain by hand are shorter. */
const maxPolicyBytes = 1024 * 1024
/** Maximum bytes of a baseline: with some 400 bytes an entry, enough for forty thousand findings. */
const maxBaselineBytes = 16 * 1024 * 1024

/** Reads the policy of this run in its accepted version. Inputs override it, scopes included. */
export async function readPolicy(inputs: Inputs, workspace: Workspace, event: RunEvent, openApi: OpenApi): Promise<Accepted<Policy>> {
  const { folder } = workspace
  const path = inputs.policyFile === undefined ? join(workspace.repository, defaultFile) : resolve(folder, inputs.policyFile)
  const name = inputs.policyFile ?? posix(relative(folder, path))
  const chosen = await readAccepted<Policy>(
    {
      input: 'policy-file',
      what: 'policy',
      name,
      path,
      named: inputs.policyFile !== undefined,
      maxBytes: maxPolicyBytes,
      parse: (text) => parsePolicy(text, name),
      fallback: { value: defaultPolicy, sentence: 'the default policy applies' },
    },
    { workspace: folder, event, openApi },
  )
  const { failOnSeverity: failOn, failOnIncomplete, lfsPointers } = inputs
  return { ...chosen, value: withGate(chosen.value, { failOn, failOnIncomplete, lfsPointers }) }
}

/** Reads the baseline in its accepted version; undefined if no input names one. */
export async function readBaseline(
  { baselineFile: name }: Inputs,
  { folder }: Workspace,
  event: RunEvent,
  openApi: OpenApi,
): Promise<Accepted<Baseline | undefined>> {
  if (name === undefined) return { value: undefined, file: undefined, notices: [] }
  return readAccepted<Baseline | undefined>(
    {
      input: 'baseline-file',
      what: 'baseline',
      name,
      path: resolve(folder, name),
      named: true,
      maxBytes: maxBaselineBytes,
      parse: (text) => parseBaseline(text, name),
      fallback: { value: undefined, sentence: 'no baseline applies' },
    },
    { workspace: folder, event, openApi },
  )
}
