// The keys of a policy file as one table, from which the parser and the JSON Schema derive.
import type { Gate } from '../../types/report.ts'
import type { Policy } from '../policy.ts'
import { rules, severities } from '../rules/index.ts'

export const THRESHOLDS = [...severities, 'never'] as const satisfies readonly Gate['failOn'][]
export const LFS = ['fail', 'warn', 'ignore'] as const satisfies readonly Gate['lfsPointers'][]
export const EMPTY = ['pass', 'fail'] as const satisfies readonly Policy['empty'][]
export const LEVELS = [...severities, 'off'] as const
export const RULE_IDS: readonly string[] = rules.map((rule) => rule.id)

/** `module.Name`, or `module.*` for a module and what is below it. */
export const NAME_PATTERN = '^[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*\\.(\\*|[\\p{L}_][\\p{L}\\p{N}_]*)$'
export const SHA256_PATTERN = '^[0-9a-f]{64}$'
const DATE_PATTERN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'

/** What a value may be. The parser, the JSON Schema and the texts for people are made of it. */
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
  /** What it does, in a sentence. */
  readonly help: string
  readonly required?: true
}

/** Keys that a scope can say too. */
export const settingKeys = [
  {
    key: 'fail-on-severity',
    type: { kind: 'choice', values: THRESHOLDS },
    help: 'Lowest severity that closes the gate. Default: high.',
  },
  {
    key: 'fail-on-incomplete',
    type: { kind: 'boolean' },
    help: 'Whether a file that could not be read to its end closes the gate. Default: true.',
  },
  {
    key: 'lfs-pointers',
    type: { kind: 'choice', values: LFS },
    help: 'What a Git LFS or DVC pointer in place of a model does. Default: fail.',
  },
  {
    key: 'empty',
    type: { kind: 'choice', values: EMPTY },
    help: 'What a file of no bytes does under the name of a model, which can run nothing. With fail it counts as not read. Default: pass.',
  },
  {
    key: 'allow',
    type: { kind: 'names' },
    help: 'Names that are accepted wherever they stand, with any arguments: module.Name, or module.* for a module and what is below it.',
  },
  { key: 'deny', type: { kind: 'names' }, help: 'Names that are always dangerous; goes before allow.' },
  { key: 'severity', type: { kind: 'severities' }, help: 'Severity per rule, or off to hide its findings.' },
  {
    key: 'approved-formats',
    type: { kind: 'formats' },
    help: 'The only formats that models may have. Left out: any.',
  },
] as const satisfies readonly KeyRow[]

const PATH = 'Glob of report paths: * and ? within a name, ** for any number of folders, a final / for all below.'

export const scopeKeys = [
  { key: 'path', type: { kind: 'text' }, help: PATH, required: true },
  ...settingKeys,
] as const satisfies readonly KeyRow[]

/** All are required: an exception that leaves one out would accept more than somebody looked at. */
export const exceptionKeys = [
  { key: 'path', type: { kind: 'text' }, help: PATH, required: true },
  {
    key: 'sha256',
    type: { kind: 'text', pattern: SHA256_PATTERN },
    help: 'Hash of the whole file, 64 hex digits: another content is another file.',
    required: true,
  },
  {
    key: 'rule',
    type: { kind: 'rule' },
    help: 'The rule whose findings are accepted, or * for all.',
    required: true,
  },
  { key: 'reason', type: { kind: 'text' }, help: 'Why, for whoever reads the report.', required: true },
  {
    key: 'expires',
    type: { kind: 'text', pattern: DATE_PATTERN },
    help: 'The last day (UTC) on which it holds, YYYY-MM-DD.',
    required: true,
  },
] as const satisfies readonly KeyRow[]

/** Every key of a policy file. */
export const policyKeys = [
  ...settingKeys,
  {
    key: 'paths',
    type: { kind: 'maps', keys: scopeKeys },
    help: 'Settings for some paths only. Of scopes that match the same file, the later one wins; allow, deny and severity add up.',
  },
  {
    key: 'exceptions',
    type: { kind: 'maps', keys: exceptionKeys },
    help: 'Findings of one content of a file that are accepted until a day. They stay in the report.',
  },
] as const satisfies readonly KeyRow[]

export type PolicyKey = (typeof policyKeys)[number]['key']

/**
 * Returns the JSON Schema (draft 7) of a policy file, for editors: docs/policy.schema.json.
 * `formats`: what `approved-formats` may name.
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
