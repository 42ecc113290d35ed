// Implements `modelgate allow`, which adds an exception to a policy file.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { kindOf } from '../node/discover.ts'
import { dayOf } from '../node/hash.ts'
import { nearest } from '../policy/file/nearest-word.ts'
import type { Exception } from '../policy/policy.ts'
import { rules } from '../policy/rules/index.ts'
import { safe } from '../report/escape.ts'
import { POLICY_FILE, parseOptions, UsageError } from './args.ts'
import { readText, sha256OfFile, shown, writeText } from './io.ts'

const USAGE = `Usage: modelgate allow FILE --rule RULE --reason TEXT --expires DATE [--policy FILE]

Accepts the findings of RULE in FILE until DATE, as long as the content of FILE stays the same. Run it in the folder that you
scan: the exception names the path as reports show it.

  --rule RULE      id of the rule, such as pickle/unlisted-call, or * for all rules
  --reason TEXT    why you accept it; every report shows the reason
  --expires DATE   the last day (UTC) on which the exception applies, YYYY-MM-DD
  --policy FILE    the policy file to add it to (default: ${POLICY_FILE}); comments in the file are kept
`

/** Runs `modelgate allow …` and returns the exit status. */
export async function allowCommand(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, {
    rule: { type: 'string' },
    reason: { type: 'string' },
    expires: { type: 'string' },
    policy: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('modelgate allow needs one file; see modelgate allow --help')
  if (kindOf(file) !== 'file') throw new UsageError(`${file} is not a regular file`)
  const rule = ruleOf(needed(values.rule, '--rule'))
  const reason = needed(values.reason, '--reason')
  const { isDay } = await import('../policy/file/parse.ts')
  const { addException } = await import('../policy/file/edit.ts')
  const { parsePolicy } = await import('../node/policy-file.ts')
  const expires = needed(values.expires, '--expires')
  if (!isDay(expires)) throw new UsageError(`--expires is "${expires}"; it must be a day such as 2026-12-31`)
  if (expires < dayOf(new Date())) throw new UsageError(`--expires is "${expires}", which is in the past`)

  const policy = values.policy ?? POLICY_FILE
  const path = shown(resolve(file), process.cwd())
  const text = existsSync(policy) ? readText(policy, 'the policy') : ''
  const exception: Exception = { path, sha256: sha256OfFile(file), rule, reason, expires }
  writeText(policy, [addException(text, exception, (each) => parsePolicy(each, policy))], 'the policy')
  process.stdout.write(`${safe(policy, { max: 1000 })}: ${rule} is accepted in ${safe(path, { max: 1000 })} until ${expires}\n`)
  return 0
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`modelgate allow needs ${option}`)
  return value
}

function ruleOf(id: string) {
  if (id === '*') return id
  const rule = rules.find((each) => each.id === id)
  if (rule) return rule.id
  const near = nearest(
    id,
    rules.map((each) => each.id),
  )
  throw new UsageError(`--rule is "${id}", which is not a rule${near === undefined ? '' : `; did you mean ${near}?`}`)
}
