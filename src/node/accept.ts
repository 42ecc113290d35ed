// Removes the findings that exceptions of the policy or the baseline accept.
import type { Baseline } from '../policy/accept/baseline.ts'
import { baselineAccepts, fingerprint } from '../policy/accept/baseline.ts'
import type { Found } from '../policy/accept/exceptions.ts'
import { exceptionOf, exceptionsFor, suppress } from '../policy/accept/exceptions.ts'
import type { Policy } from '../policy/policy.ts'
import type { FileReport } from '../types/report.ts'
import { sha256OfText } from './hash.ts'

/** What remains after exceptions and the baseline, and what they accept. */
export interface Accepted extends Found {
  readonly suppressed?: NonNullable<FileReport['suppressed']>
  /** SHA-256 in hex, if it had to be computed. */
  readonly sha256?: string
}

/**
 * Removes the findings that the policy's exceptions or the baseline accept for this path and content. `hash` computes
 * the SHA-256 of the file. It reads every byte, and is called only if there is something to accept and an entry for
 * this path.
 */
export function accept(
  found: Found,
  path: string,
  { policy, baseline, today }: { readonly policy: Policy; readonly baseline: Baseline | undefined; readonly today: string },
  hash: () => string | undefined,
): Accepted {
  if (found.findings.length === 0 && found.incomplete.length === 0) return found
  const exceptions = exceptionsFor(policy.exceptions, path)
  const entries = baseline?.get(path) ?? []
  if (exceptions.length === 0 && entries.length === 0) return found
  const sha256 = hash()
  if (sha256 === undefined) return found
  const { suppressed, ...open } = suppress(
    found,
    (rule, evidence, members) =>
      exceptionOf(exceptions, rule, sha256, today) ??
      baselineAccepts(entries, sha256, rule, fingerprint(sha256OfText, rule, members, evidence)),
  )
  return { ...open, sha256, ...(suppressed.length === 0 ? {} : { suppressed }) }
}
