// Applies the scopes of a policy to one file.
import type { Gate } from '../../types/report.ts'
import type { Policy } from '../policy.ts'
import { withSettings } from '../policy.ts'
import { globMatches } from './glob.ts'

/**
 * Returns the policy for one file: every scope that matches its path is applied in order. The same object if none
 * matches.
 */
export function policyFor(policy: Policy, path: string): Policy {
  let own = policy
  for (const scope of policy.scopes) {
    if (globMatches(scope.path, path)) own = withSettings(own, scope.settings)
  }
  return own
}

/** Returns the gate of a file if it differs from the gate of the run. */
export function gateOfFile(run: Policy, own: Policy): Gate | undefined {
  if (own.failOn === run.failOn && own.failOnIncomplete === run.failOnIncomplete && own.lfsPointers === run.lfsPointers) return undefined
  return { failOn: own.failOn, failOnIncomplete: own.failOnIncomplete, lfsPointers: own.lfsPointers }
}
