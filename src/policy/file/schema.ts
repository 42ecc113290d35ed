// The keys of a policy file as one table, from which the parser and the JSON Schema derive.
import type { Gate } from '../../types/report.ts'
import type { Policy } from '../policy.ts'
import { rules, severities } from '../rules/index.ts'

export const THRESHOLDS = [...severities, 'never'] as const satisfies readonly Gate['failOn'][]
export const LFS = ['fail', 'warn', 'ignore'] as const satisfies readonly Gate['lfsPointers'][]
export const EMPTY = ['pass', 'fail'] as const satisfies readonly Policy['empty'][]
export const LEVELS = [...severities, 'off'] as const
export const RULE_IDS: readonly string[] = rules.map((rule) => rule.id)

/** `module.Name`, or `module.*` for a module and everything in it. */
export const NAME_PATTERN = '^[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*\\.(\\*|[\\p{L}_][\\p{L}\\p{N}_]*)$'
export const SHA256_PATTERN = '^[0-9a-f]{64}$'
const DATE_PATTERN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'

/** The type of a value. The parser, the JSON Schema and the help texts derive from it. */
export type ValueType =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text'; readonly pattern?: string }
  /** The id of a rule, or `*`. */
  | { readonly kind: 'rule' }
  /** A list of `module.Name`. */
  | { readonly kind: 'names' }
  /** A list of ids of formats. */
  | { readonly kind: 'formats' }
  /** A map from rule to severity. */
  | { readonly kind: 'severities' }
  | { readonly kind: 'maps'; readonly keys: readonly KeyRow[] }

export interface KeyRow {
  readonly key: string
  readonly type: ValueType
  /** What the key does, in one or two sentences. */
  readonly help: string
  readonly required?: true
}

/** Keys of the policy that a scope may contain too. */
export const settingKeys = [
  {
    key: 'fail-on-severity',
    type: { kind: 'choice', values: THRESHOLDS },
    help: 'Lowest severity at which the gate fails. Default: high.',
  },
  {
    key: 'fail-on-incomplete',
    type: { kind: 'boolean' },
    help: 'Whether the gate fails for incomplete files, which could not be read to the end. Default: true.',
  },
  {
    key: 'lfs-pointers',
    type: { kind: 'choice', values: LFS },
    help: 'Effect of a Git LFS or DVC pointer in place of a model. Default: fail.',
  },
  {
    key: 'empty',
    type: { kind: 'choice', values: EMPTY },
    help: 'Effect of an empty file with the name of a model. It cannot run anything; with fail it counts as incomplete. Default: pass.',
  },
  {
    key: 'allow',
    type: { kind: 'names' },
    help: 'Names that are accepted everywhere, with any arguments: module.Name, or module.* for a module and everything in it.',
  },
  { key: 'deny', type: { kind: 'names' }, help: 'Names that are always dangerous. Takes precedence over allow.' },
  { key: 'severity', type: { kind: 'severities' }, help: 'Severity of each rule, or off to hide its findings.' },
  {
    key: 'approved-formats',
    type: { kind: 'formats' },
    help: 'The only formats that models may have. Without this key, models may have any format.',
  },
] as const satisfies readonly KeyRow[]

const PATH = 'Glob that matches paths of the report: * and ? within a name, ** for any number of folders, a final / for everything below.'

export const scopeKeys = [
  { key: 'path', type: { kind: 'text' }, help: PATH, required: true },
  ...settingKeys,
] as const satisfies readonly KeyRow[]

/** Every key is required: without one, an exception would accept more than was reviewed. */
export const exceptionKeys = [
  { key: 'path', type: { kind: 'text' }, help: PATH, required: true },
  {
    key: 'sha256',
    type: { kind: 'text', pattern: SHA256_PATTERN },
    help: 'SHA-256 of the whole file, 64 hex digits. If the content changes, the exception no longer applies.',
    required: true,
  },
  {
    key: 'rule',
    type: { kind: 'rule' },
    help: 'Id of the rule whose findings are accepted, or * for all rules.',
    required: true,
  },
  { key: 'reason', type: { kind: 'text' }, help: 'Why the findings are accepted. Shown in the report.', required: true },
  {
    key: 'expires',
    type: { kind: 'text', pattern: DATE_PATTERN },
    help: 'Last day (UTC) on which the exception applies, YYYY-MM-DD.',
    required: true,
  },
] as const satisfies readonly KeyRow[]

/** Every key of a policy file. */
export const policyKeys = [
  ...settingKeys,
  {
    key: 'paths',
    type: { kind: 'maps', keys: scopeKeys },
    help: 'Settings for some paths only. If several scopes match a file, the later one wins; allow, deny and severity are merged.',
  },
  {
    key: 'exceptions',
    type: { kind: 'maps', keys: exceptionKeys },
    help: 'Findings in exactly one version of a file, accepted until a date. They stay in the report.',
  },
] as const satisfies readonly KeyRow[]

export type PolicyKey = (typeof policyKeys)[number]['key']

/**
 * Returns the JSON Schema (draft 7) of a policy file, for editors: docs/policy.schema.json.
 * `formats` are the ids that `approved-formats` may contain.
 */
export function policySchema(formats: readonly string[]): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://github.com/modelgate/modelgate/blob/main/docs/policy.schema.json',
    title: 'ModelGate policy',
    ...mapSchema(policyKeys),
    definitions: { rule: { enum: RULE_IDS }, format: { enum: formats } },
  }
}

function mapSchema(keys: readonly KeyRow[]): object {
  const required = keys.filter((row) => row.required).map(({ key }) => key)
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(keys.map(({ key, type, help }) => [key, { description: help, ...valueSchema(type) }])),
  }
}

function valueSchema(type: ValueType): object {
  switch (type.kind) {
    case 'choice':
      return { enum: type.values }
    case 'boolean':
      return { type: 'boolean' }
    case 'text':
      return type.pattern === undefined ? { type: 'string', minLength: 1 } : { type: 'string', pattern: type.pattern }
    case 'rule':
      return { anyOf: [{ $ref: '#/definitions/rule' }, { const: '*' }] }
    case 'names':
      return { type: 'array', items: { type: 'string', pattern: NAME_PATTERN } }
    case 'formats':
      return { type: 'array', items: { $ref: '#/definitions/format' } }
    case 'severities':
      return { type: 'object', propertyNames: { $ref: '#/definitions/rule' }, additionalProperties: { enum: LEVELS } }
    case 'maps':
      return { type: 'array', items: mapSchema(type.keys) }
    default:
      return type satisfies never
  }
}
