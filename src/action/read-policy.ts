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
import type { Place } from './workspace.ts'

/** Where a policy is looked for when no input names one. */
const defaultFile = '.github/modelgate.yml'
/** No list that people keep by hand is longer. */
const maxPolicyBytes = 1024 * 1024
/** An entry takes some 400 bytes: enough for forty thousand findings. */
const maxBaselineBytes = 16 * 1024 * 1024

/** The policy of this run, in its accepted version; what an input says goes before it, scopes included. */
export async function readPolicy(inputs: Inputs, place: Place, event: RunEvent, openApi: OpenApi): Promise<Accepted<Policy>> {
  const { workspace } = place
  const path = inputs.policyFile === undefined ? join(place.repository, defaultFile) : resolve(workspace, inputs.policyFile)
  const name = inputs.policyFile ?? posix(relative(workspace, path))
  const chosen = await readAccepted<Policy>(
    {
      input: 'policy-file',
      what: 'policy',
      name,
      path,
      named: inputs.policyFile !== undefined,
      maxBytes: maxPolicyBytes,
      parse: (text) => parsePolicy(text, name),
      otherwise: { value: defaultPolicy, sentence: 'the default policy holds' },
    },
    { workspace, event, openApi },
  )
  const { failOnSeverity: failOn, failOnIncomplete, lfsPointers } = inputs
  return { ...chosen, value: withGate(chosen.value, { failOn, failOnIncomplete, lfsPointers }) }
}

/** What was there before the gate, in its accepted version; undefined where no input names a baseline. */
export async function readBaseline(
  { baselineFile: name }: Inputs,
  { workspace }: Place,
  event: RunEvent,
  openApi: OpenApi,
): Promise<Accepted<Baseline | undefined>> {
  if (name === undefined) return { value: undefined, file: undefined, notices: [] }
  return readAccepted<Baseline | undefined>(
    {
      input: 'baseline-file',
      what: 'baseline',
      name,
      path: resolve(workspace, name),
      named: true,
      maxBytes: maxBaselineBytes,
      parse: (text) => parseBaseline(text, name),
      otherwise: { value: undefined, sentence: 'no baseline holds' },
    },
    { workspace, event, openApi },
  )
}
