// Describes a policy in English sentences, for `modelgate policy explain`.
import type { Exception, Policy, Settings } from '../policy.ts'

/**
 * Describes a policy in sentences, one per line. `today` is a date in UTC.
 * The sentences contain text of the policy file: escape them for the output.
 */
export function explainPolicy(policy: Policy, today: string): readonly string[] {
  const { scopes, exceptions } = policy
  const current = exceptions.filter(({ expires }) => expires >= today)
  const over = exceptions.filter(({ expires }) => expires < today)
  return [
    ...gate(policy),
    ...names(policy),
    ...(policy.approvedFormats === undefined ? ['Models may have any format.'] : []),
    ...(scopes.length === 0 ? [] : ['For some paths (if two match, the later one wins):']),
    ...scopes.flatMap(({ path, settings }) => [`  ${path}`, ...[...gate(settings), ...names(settings)].map((line) => `    ${line}`)]),
    ...(current.length === 0 ? ['No exceptions apply.'] : [`Exceptions that apply (${current.length}):`]),
    ...current.map(exceptionLine),
    ...(over.length === 0 ? [] : [`Expired exceptions (${over.length}):`, ...over.map(exceptionLine)]),
  ]
}

const POINTERS = {
  fail: 'The gate fails for a Git LFS or DVC pointer in place of a model.',
  warn: 'A Git LFS or DVC pointer in place of a model is a warning: the model itself is not scanned.',
  ignore: 'A Git LFS or DVC pointer in place of a model appears only in the report: the model itself is not scanned.',
} as const

const EMPTY_FILES = {
  pass: 'An empty file passes under any name, since it cannot run anything.',
  fail: 'An empty file with the name of a model is incomplete.',
} as const

function gate({ failOn, failOnIncomplete, lfsPointers, empty }: Settings): string[] {
  const lines: string[] = []
  if (failOn === 'never') lines.push('The gate does not fail for any finding.')
  else if (failOn !== undefined)
    lines.push(`The gate fails for findings of severity ${failOn}${failOn === 'critical' ? '' : ' or higher'}.`)
  if (failOnIncomplete === true) lines.push('The gate fails for incomplete files, which were not read to the end.')
  if (failOnIncomplete === false) lines.push('The gate does not fail for incomplete files, whose content is only partly known.')
  if (lfsPointers !== undefined) lines.push(POINTERS[lfsPointers])
  if (empty !== undefined) lines.push(EMPTY_FILES[empty])
  return lines
}

function names({ allow = [], deny = [], severity = {}, approvedFormats }: Settings): string[] {
  return [
    ...(allow.length === 0 ? [] : [`Accepted everywhere, with any arguments: ${allow.join(', ')}.`]),
    ...(deny.length === 0 ? [] : [`Always dangerous: ${deny.join(', ')}.`]),
    ...Object.entries(severity).map(([rule, level]) => (level === 'off' ? `${rule} is off.` : `${rule} has severity ${level}.`)),
    ...(approvedFormats === undefined
      ? []
      : [
          approvedFormats.length === 0
            ? 'No format is approved for models.'
            : `Models must have one of these formats: ${approvedFormats.join(', ')}.`,
        ]),
  ]
}

function exceptionLine({ path, rule, sha256, reason, expires }: Exception): string {
  const what = rule === '*' ? 'all findings' : rule
  return `  ${path}: ${what}, until ${expires}, SHA-256 ${sha256.slice(0, 12)}…: ${reason}`
}
