// Parses and validates a policy file (YAML or JSON).
import type { Node, Pair, YAMLMap } from 'yaml'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Severity } from '../../types/finding.ts'
import type { Exception, Policy, Scope, Settings } from '../policy.ts'
import { defaultPolicy, PolicyError, withSettings } from '../policy.ts'
import type { RuleId } from '../rules/index.ts'
import { rules } from '../rules/index.ts'
import { globProblem } from './glob.ts'
import { nearest } from './nearest-word.ts'
import type { KeyRow } from './schema.ts'
import {
  EMPTY,
  exceptionKeys,
  LEVELS,
  LFS,
  NAME_PATTERN,
  policyKeys,
  RULE_IDS,
  SHA256_PATTERN,
  scopeKeys,
  settingKeys,
  THRESHOLDS,
} from './schema.ts'

/**
 * Parses a policy file in YAML or JSON. Absent keys have their default.
 * `formats` are the ids that `approved-formats` may contain.
 * @throws {PolicyError} for an unknown key, a value that is not allowed, or invalid YAML; names the file, the line and
 * the key.
 */
export function parsePolicy(text: string, file: string, formats: readonly string[]): Policy {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const fail: Fail = (node, message) => {
    const offset = node?.range?.[0]
    throw new PolicyError(`${file}${offset === undefined ? '' : `:${lines.linePos(offset).line}`}: ${message}`)
  }
  const [error] = document.errors
  if (error) throw new PolicyError(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0] ?? 'cannot be parsed'}`)
  if (document.contents === null) return defaultPolicy
  if (!isMap(document.contents)) {
    return fail(document.contents, `the policy must be a mapping with keys such as ${policyKeys.map(({ key }) => key).join(', ')}`)
  }
  const pairs = pairsOf(document.contents, policyKeys, 'key', fail)
  const paths = pairs.get('paths')
  const exceptions = pairs.get('exceptions')
  return {
    ...withSettings(defaultPolicy, settingsOf(pairs, formats, fail)),
    scopes: paths === undefined ? [] : itemsOf(paths, fail).map((item) => scopeOf(item, formats, fail)),
    exceptions: exceptions === undefined ? [] : itemsOf(exceptions, fail).map((item) => exceptionOf(item, fail)),
  }
}

type Fail = (node: Node | null | undefined, message: string) => never

/** Returns the pairs of a mapping by key. Fails for unknown keys, and for required keys that are missing. */
function pairsOf(map: YAMLMap, keys: readonly KeyRow[], what: string, fail: Fail): ReadonlyMap<string, Pair> {
  const known = keys.map(({ key }) => key)
  const pairs = new Map<string, Pair>()
  for (const pair of map.items) {
    const key = keyOf(pair)
    if (!known.includes(key)) {
      return fail(
        isScalar(pair.key) ? pair.key : nodeOf(pair),
        `unknown ${what} "${key}"${meant(key, known)}; known keys: ${known.join(', ')}`,
      )
    }
    pairs.set(key, pair)
  }
  const missing = keys.find(({ key, required }) => required && !pairs.has(key))
  return missing === undefined ? pairs : fail(map, `${missing.key} is missing: ${missing.help}`)
}

function settingsOf(pairs: ReadonlyMap<string, Pair>, formats: readonly string[], fail: Fail): Settings {
  let settings: Settings = {}
  for (const { key } of settingKeys) {
    const pair = pairs.get(key)
    if (pair === undefined) continue
    switch (key) {
      case 'fail-on-severity':
        settings = { ...settings, failOn: oneOf(pair, THRESHOLDS, fail) }
        break
      case 'fail-on-incomplete': {
        const value = isScalar(pair.value) ? pair.value.value : undefined
        settings = {
          ...settings,
          failOnIncomplete: typeof value === 'boolean' ? value : fail(nodeOf(pair), `${key} must be true or false`),
        }
        break
      }
      case 'lfs-pointers':
        settings = { ...settings, lfsPointers: oneOf(pair, LFS, fail) }
        break
      case 'empty':
        settings = { ...settings, empty: oneOf(pair, EMPTY, fail) }
        break
      case 'allow':
      case 'deny':
        settings = { ...settings, [key]: names(pair, fail) }
        break
      case 'severity':
        settings = { ...settings, severity: severities(pair, fail) }
        break
      case 'approved-formats':
        settings = { ...settings, approvedFormats: formatIds(pair, formats, fail) }
        break
      default:
        key satisfies never
    }
  }
  return settings
}

function scopeOf(item: YAMLMap, formats: readonly string[], fail: Fail): Scope {
  const pairs = pairsOf(item, scopeKeys, 'key', fail)
  return { path: glob(pairs.get('path'), fail), settings: settingsOf(pairs, formats, fail) }
}

function exceptionOf(item: YAMLMap, fail: Fail): Exception {
  const pairs = pairsOf(item, exceptionKeys, 'key', fail)
  const text = (key: string): string => textOf(pairs.get(key), fail)
  const at = (key: string): Node | undefined => nodeOf(pairs.get(key))
  const sha256 = text('sha256').toLowerCase()
  if (!new RegExp(SHA256_PATTERN).test(sha256)) return fail(at('sha256'), 'sha256 must be the SHA-256 of the whole file, 64 hex digits')
  const id = text('rule')
  const rule = id === '*' ? id : ruleId(id, at('rule'), fail)
  const expires = text('expires')
  if (!isDay(expires)) return fail(at('expires'), `expires is "${expires}"; it must be a date such as 2026-12-31`)
  return { path: glob(pairs.get('path'), fail), sha256, rule, reason: text('reason'), expires }
}

/** Returns true for a valid date written as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function itemsOf(pair: Pair, fail: Fail): readonly YAMLMap[] {
  const how = `${keyOf(pair)} must be a list of mappings`
  if (!isSeq(pair.value)) return fail(nodeOf(pair), how)
  return pair.value.items.map((item) => (isMap(item) ? item : fail(isScalar(item) || isSeq(item) ? item : nodeOf(pair), how)))
}

function glob(pair: Pair | undefined, fail: Fail): string {
  const text = textOf(pair, fail)
  const problem = globProblem(text)
  return problem === undefined ? text : fail(nodeOf(pair), `path is "${text}"; ${problem}`)
}

function textOf(pair: Pair | undefined, fail: Fail): string {
  const value = isScalar(pair?.value) ? pair.value.value : undefined
  if (typeof value === 'string' && value.trim() !== '') return value
  return fail(
    nodeOf(pair),
    `${pair === undefined ? 'the value' : keyOf(pair)} must be text${typeof value === 'number' ? ': put it in quotes' : ''}`,
  )
}

function oneOf<T extends string>(pair: Pair, allowed: readonly T[], fail: Fail): T {
  const value = isScalar(pair.value) ? pair.value.value : undefined
  const found = allowed.find((each) => each === value)
  return found ?? fail(nodeOf(pair), `${keyOf(pair)} must be one of ${allowed.join(', ')}${meant(value, allowed)}`)
}

function names(pair: Pair, fail: Fail): readonly string[] {
  if (!isSeq(pair.value)) return fail(nodeOf(pair), `${keyOf(pair)} must be a list of names such as my_package.Model or my_package.*`)
  const pattern = new RegExp(NAME_PATTERN, 'u')
  return pair.value.items.map((item) => {
    const value = isScalar(item) ? item.value : undefined
    if (typeof value === 'string' && pattern.test(value)) return value
    return fail(isScalar(item) ? item : nodeOf(pair), `"${String(value)}" is not a name such as my_package.Model or my_package.*`)
  })
}

function formatIds(pair: Pair, known: readonly string[], fail: Fail): readonly string[] {
  if (!isSeq(pair.value)) return fail(nodeOf(pair), `${keyOf(pair)} must be a list of format ids such as safetensors`)
  return pair.value.items.map((item) => {
    const value = isScalar(item) ? item.value : undefined
    const found = known.find((id) => id === value)
    return (
      found ??
      fail(
        isScalar(item) ? item : nodeOf(pair),
        `unknown format "${String(value)}"${meant(value, known)}; known formats: ${known.join(', ')}`,
      )
    )
  })
}

function severities(pair: Pair, fail: Fail): Policy['severity'] {
  if (!isMap(pair.value)) return fail(nodeOf(pair), 'severity must be a mapping from rule ids to a severity or off')
  const result: Partial<Record<RuleId, Severity | 'off'>> = {}
  for (const row of pair.value.items) {
    const id = ruleId(keyOf(row), isScalar(row.key) ? row.key : nodeOf(row), fail)
    result[id] = oneOf(row, LEVELS, fail)
  }
  return result
}

function ruleId(id: string, node: Node | undefined, fail: Fail): RuleId {
  const rule = rules.find((each) => each.id === id)
  return rule?.id ?? fail(node, `unknown rule "${id}"${meant(id, RULE_IDS)}; known rules: ${RULE_IDS.join(', ')}`)
}

function meant(value: unknown, known: readonly string[]): string {
  const near = typeof value === 'string' ? nearest(value, known) : undefined
  return near === undefined ? '' : ` (did you mean ${near}?)`
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
}

function nodeOf(pair: Pair | undefined): Node | undefined {
  if (pair === undefined) return undefined
  const { value, key } = pair
  if (isScalar(value) || isMap(value) || isSeq(value)) return value
  return isScalar(key) ? key : undefined
}
