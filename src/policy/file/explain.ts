// Describes a policy in English sentences, for `modelgate policy explain`.
import type { Exception, Policy, Settings } from '../policy.ts'

/** What a policy means, in sentences, one a line. May hold text of the policy file: escape on the way out. `today` is a day in UTC. */
export function explainPolicy(policy: Policy, today: string): readonly string[] {
  const { scopes, exceptions } = policy
  const current = exceptions.filter(({ expires }) => expires >= today)
  const over = exceptions.filter(({ expires }) => expires < today)
  return [
    ...gate(policy),
    ...names(policy),
    ...(policy.approvedFormats === undefined ? ['Models may be of any format.'] : []),
    ...(scopes.length === 0 ? [] : ['For some paths (of two that match, the later one wins):']),
    ...scopes.flatMap(({ path, settings }) => [`  ${path}`, ...[...gate(settings), ...names(settings)].map((line) => `    ${line}`)]),
    ...(current.length === 0 ? ['Nothing is accepted by exception.'] : [`Accepted by exception (${current.length}):`]),
    ...current.map(exceptionLine),
    ...(over.length === 0 ? [] : [`Exceptions that are over and no longer hold (${over.length}):`, ...over.map(exceptionLine)]),
  ]
}

const POINTERS = {
  fail: 'A Git LFS or DVC pointer in place of a model closes the gate.',
  warn: 'A Git LFS or DVC pointer in place of a model is a warning: that model is not checked.',
  ignore: 'A Git LFS or DVC pointer in place of a model stays in the report only: that model is not checked.',
} as const

const EMPTY_FILES = {
  pass: 'An empty file passes under any name: it can run nothing.',
  fail: 'An empty file under the name of a model counts as not read.',
} as const

function gate({ failOn, failOnIncomplete, lfsPointers, empty }: Settings): string[] {
  const lines: string[] = []
  if (failOn === 'never') lines.push('No finding closes the gate.')
  else if (failOn !== undefined) lines.push(`The gate closes for findings that are ${failOn}${failOn === 'critical' ? '' : ' or worse'}.`)
  if (failOnIncomplete === true) lines.push('It closes for files that could not be read to their end.')
  if (failOnIncomplete === false) lines.push('It stays open for files that could not be read to their end: what is in them is not known.')
  if (lfsPointers !== undefined) lines.push(POINTERS[lfsPointers])
  if (empty !== undefined) lines.push(EMPTY_FILES[empty])
  return lines
}

function names({ allow = [], deny = [], severity = {}, approvedFormats }: Settings): string[] {
  return [
    ...(allow.length === 0 ? [] : [`Accepted wherever they stand, with any arguments: ${allow.join(', ')}.`]),
    ...(deny.length === 0 ? [] : [`Always dangerous: ${deny.join(', ')}.`]),
    ...Object.entries(severity).map(([rule, level]) => (level === 'off' ? `${rule} is switched off.` : `${rule} is ${level}.`)),
    ...(approvedFormats === undefined
      ? []
      : [`Models may only be: ${approvedFormats.length === 0 ? 'nothing' : approvedFormats.join(', ')}.`]),
  ]
}

function exceptionLine({ path, rule, sha256, reason, expires }: Exception): string {
  const what = rule === '*' ? 'everything' : rule
  return `  ${path}: ${what}, until ${expires}, content ${sha256.slice(0, 12)}…: ${reason}`
}
