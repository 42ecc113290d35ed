import { readFileSync, writeFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { modelFormats } from '../../../src/formats/kinds.ts'
import { parsePolicy } from '../../../src/node/policy-file.ts'
import { addException } from '../../../src/policy/file/edit.ts'
import { initialPolicy } from '../../../src/policy/file/init.ts'
import { policyKeys, policySchema } from '../../../src/policy/file/schema.ts'
import { policyFor } from '../../../src/policy/file/scopes.ts'
import { defaultPolicy, PolicyError, withGate } from '../../../src/policy/policy.ts'

const parse = (text: string) => parsePolicy(text, 'policy.yml')
const SHA = 'ab'.repeat(32)
const exception = (over: Readonly<Record<string, string>> = {}, without = '') =>
  `exceptions:\n  - ${Object.entries({
    path: 'a.pkl',
    sha256: SHA,
    rule: 'pickle/expansion',
    reason: 'known',
    expires: '2030-01-31',
    ...over,
  })
    .filter(([key]) => key !== without)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n`

describe('a policy', () => {
  it.each<[string, string, object]>([
    ['of nothing', '', {}],
    ['of comments', '# nothing\n', {}],
    ['of an empty map', '{}', {}],
    ['with a threshold', 'fail-on-severity: critical\n', { failOn: 'critical' }],
    ['that never fails', 'fail-on-severity: never\n', { failOn: 'never' }],
    ['that passes what is incomplete', 'fail-on-incomplete: false\n', { failOnIncomplete: false }],
    ['with a word on pointers', 'lfs-pointers: warn\n', { lfsPointers: 'warn' }],
    ['with names', 'allow:\n  - my_package.Model\n  - other.*\n', { allow: ['my_package.Model', 'other.*'] }],
    ['with names not to be', 'deny: [numpy.load]\n', { deny: ['numpy.load'] }],
    [
      'with severities',
      'severity:\n  pickle/unknown-class: low\n  pickle/expansion: off\n',
      { severity: { 'pickle/unknown-class': 'low', 'pickle/expansion': 'off' } },
    ],
    ['with approved formats', 'approved-formats: [safetensors, onnx]\n', { approvedFormats: ['safetensors', 'onnx'] }],
    ['with no approved format', 'approved-formats: []\n', { approvedFormats: [] }],
    [
      'with settings for some paths',
      'paths:\n  - path: lab/**\n    fail-on-severity: never\n    allow: [a.B]\n  - {path: prod/, approved-formats: [onnx]}\n',
      {
        scopes: [
          { path: 'lab/**', settings: { failOn: 'never', allow: ['a.B'] } },
          { path: 'prod/', settings: { approvedFormats: ['onnx'] } },
        ],
      },
    ],
    [
      'with an exception',
      exception({ sha256: SHA.toUpperCase() }),
      { exceptions: [{ path: 'a.pkl', sha256: SHA, rule: 'pickle/expansion', reason: 'known', expires: '2030-01-31' }] },
    ],
    ['in JSON', '{"fail-on-severity": "low", "allow": ["a.b"]}', { failOn: 'low', allow: ['a.b'] }],
  ])('%s', (_what, text, expected) => {
    expect(parse(text)).toEqual({ ...defaultPolicy, ...expected })
  })

  it.each<[string, string, RegExp]>([
    [
      'an unknown key',
      'fail-on-severity: high\nfail_on: low\n',
      /^policy\.yml:2: unknown key "fail_on" \(did you mean fail-on-severity\?\); known keys: /,
    ],
    ['a key with a slip', 'serverity: {}\n', /^policy\.yml:1: unknown key "serverity" \(did you mean severity\?\)/],
    ['a key like no other', 'quux: 1\n', /^policy\.yml:1: unknown key "quux"; known keys: /],
    [
      'a format with a slip',
      'approved-formats:\n  - safetensor\n',
      /^policy\.yml:2: unknown format "safetensor" \(did you mean safetensors\?\)/,
    ],
    ['a scope without a path', 'paths:\n  - allow: [a.B]\n', /^policy\.yml:2: path is missing: /],
    ['a scope that is a word', 'paths: [lab]\n', /^policy\.yml:1: paths must be a list of mappings/],
    ['scopes in a scope', 'paths:\n  - path: a\n    paths: []\n', /^policy\.yml:3: unknown key "paths"/],
    [
      'a scope with a slip',
      'paths:\n  - path: a\n    lfs-pointer: warn\n',
      /^policy\.yml:3: unknown key "lfs-pointer" \(did you mean lfs-pointers\?\)/,
    ],
    ['a glob with braces', 'paths:\n  - path: "{a,b}/*"\n', /^policy\.yml:2: path is .*braces are not supported/],
    ['a glob that climbs', 'paths:\n  - path: ../x\n', /^policy\.yml:2: path is .*without \. and \.\./],
    ...['path', 'sha256', 'rule', 'reason', 'expires'].map((key): [string, string, RegExp] => [
      `an exception without ${key}`,
      exception({}, key),
      new RegExp(`^policy\\.yml:2: ${key} is missing: `),
    ]),
    ['a hash that is none', exception({ sha256: 'abc' }), /^policy\.yml:3: sha256 must be the SHA-256 of the whole file, 64 hex digits/],
    ['a hash that is anything', exception({ sha256: "'*'" }), /^policy\.yml:3: sha256 must be/],
    [
      'a rule with a slip',
      exception({ rule: 'pickle/expansoin' }),
      /^policy\.yml:4: unknown rule "pickle\/expansoin" \(did you mean pickle\/expansion\?\)/,
    ],
    ['an empty reason', exception({ reason: "' '" }), /^policy\.yml:5: reason must be text/],
    ['a reason that is a number', exception({ reason: '7' }), /^policy\.yml:5: reason must be text: put it in quotes/],
    ['a day that is none', exception({ expires: '2030-02-30' }), /^policy\.yml:6: expires is "2030-02-30"; it must be a date/],
    ['a day in words', exception({ expires: 'never' }), /^policy\.yml:6: expires is "never"/],
    ['a wrong threshold', '\nfail-on-severity: severe\n', /^policy\.yml:2: fail-on-severity must be one of critical, high/],
    ['a threshold that is a list', 'fail-on-severity: [high]\n', /^policy\.yml:1: fail-on-severity must be one of/],
    ['a threshold without a value', 'fail-on-severity:\n', /^policy\.yml:1: fail-on-severity must be one of/],
    ['a word for a yes', 'fail-on-incomplete: "yes"\n', /^policy\.yml:1: fail-on-incomplete must be true or false/],
    ['a single name', 'allow: os.system\n', /^policy\.yml:1: allow must be a list/],
    ['a name without a module', 'allow:\n  - ok.Name\n  - Model\n', /^policy\.yml:3: "Model" is not a name/],
    ['everything', 'allow: ["*"]\n', /"\*" is not a name/],
    ['a pattern', 'deny: ["a.*.b"]\n', /"a\.\*\.b" is not a name/],
    ['a number', 'allow: [5]\n', /"5" is not a name/],
    [
      'an unknown rule',
      'severity:\n  pickle/nothing: low\n',
      /^policy\.yml:2: unknown rule "pickle\/nothing"; known rules: .*pickle\/dangerous-call/,
    ],
    [
      'a wrong severity',
      'severity:\n  pickle/expansion: none\n',
      /^policy\.yml:2: pickle\/expansion must be one of critical, high, medium, low, off/,
    ],
    ['a list of severities', 'severity: [a]\n', /^policy\.yml:1: severity must be a mapping from rule ids/],
    ['a list', '- a\n', /^policy\.yml:1: the policy must be/],
    ['a word', 'hello', /^policy\.yml:1: the policy must be/],
    ['the same key twice', 'allow: []\nallow: []\n', /^policy\.yml:2: /],
    ['no YAML', 'allow: [\n', /^policy\.yml:\d+: /],
    ['a tab', 'severity:\n\tx: low\n', /^policy\.yml:2: /],
  ])('that is wrong says where and what: %s', (_what, text, message) => {
    expect(() => parse(text)).toThrow(PolicyError)
    expect(() => parse(text)).toThrow(message)
  })

  it('that expands without end does not', () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from(
        { length: 30 },
        (_, index) => `k${index}: &b${index} [*${index === 0 ? 'a' : `b${index - 1}`}, *${index === 0 ? 'a' : `b${index - 1}`}]`,
      ),
    ]
    expect(() => parse(bomb.join('\n'))).toThrow(PolicyError)
  })
})

describe('the keys', () => {
  const schema = policySchema(modelFormats)

  it('are those of docs/policy.schema.json', () => {
    // UPDATE=1 writes it; npm run format then lays it out.
    if (process.env['UPDATE'] === '1') writeFileSync('docs/policy.schema.json', JSON.stringify(schema))
    expect(JSON.parse(readFileSync('docs/policy.schema.json', 'utf8'))).toEqual(schema)
  })

  it.each<[string, boolean]>([
    ['{}', true],
    [exception(), true],
    [exception({}, 'reason'), false],
    ['paths:\n  - {path: a/**, allow: [a.B], severity: {pickle/expansion: off}}\n', true],
    ['paths:\n  - {allow: [a.B]}\n', false],
    ['allow: [Model]\n', false],
    ['severity: {pickle/nothing: low}\n', false],
    ['alow: []\n', false],
    ['approved-formats: [gguf]\n', true],
    ['fail-on-severity: severe\n', false],
  ])('mean the same to the schema and to the parser: %j', (text, right) => {
    const validate = new Ajv({ strict: false }).compile(schema)
    expect(validate(parseYaml(text)), JSON.stringify(validate.errors)).toBe(right)
    if (right) expect(() => parse(text)).not.toThrow()
    else expect(() => parse(text)).toThrow(PolicyError)
  })

  it('stand all in a first policy, which changes nothing and is right with every comment taken away', () => {
    const first = initialPolicy()
    expect(parse(first)).toEqual(defaultPolicy)
    const keys = new RegExp(`^# (${policyKeys.map(({ key }) => key).join('|')}):`, 'm')
    const uncommented = first
      .replace('64 hex digits of the file', SHA)
      .split('\n\n')
      .slice(1)
      .map((part) => part.split('\n').slice(1).join('\n').replace(/^# /gm, ''))
    expect(first).toMatch(keys)
    const policy = parse(uncommented.join('\n'))
    expect(policy.exceptions).toHaveLength(1)
    expect(Object.keys(parseYaml(uncommented.join('\n')) as object)).toEqual(policyKeys.map(({ key }) => key))
  })
})

describe('settings for some paths', () => {
  const policy = parse(
    'allow: [a.A]\nfail-on-severity: high\npaths:\n  - {path: "lab/**", allow: [b.B], fail-on-severity: never}\n  - {path: lab/prod/, fail-on-severity: low}\n',
  )

  it.each<[string, string, readonly string[]]>([
    ['other/a.pkl', 'high', ['a.A']],
    ['lab/a.pkl', 'never', ['a.A', 'b.B']],
    ['lab/prod/x/a.pkl', 'low', ['a.A', 'b.B']],
  ])('for %s', (path, failOn, allow) => {
    expect(policyFor(policy, path)).toMatchObject({ failOn, allow })
  })

  it('cost nothing where none matches, and yield to what an option says', () => {
    expect(policyFor(policy, 'other')).toBe(policy)
    const said = withGate(policy, { failOn: 'critical', failOnIncomplete: undefined, lfsPointers: undefined })
    expect(['other', 'lab/a', 'lab/prod/a'].map((path) => policyFor(said, path).failOn)).toEqual(['critical', 'critical', 'critical'])
  })
})

describe('an exception more', () => {
  const entry = { path: 'm/a b.pkl', sha256: SHA, rule: 'pickle/expansion', reason: 'yes: # "really"', expires: '2030-01-31' } as const

  it.each<[string, string]>([
    ['nothing', ''],
    ['comments', '# only this\n'],
    ['other keys', '# head\nallow: # why\n  - a.B # because\n'],
    ['an empty list', 'exceptions: []\nallow: [a.B]\n'],
    ['a list', `${exception()}# tail\n`],
    ['JSON', '{"allow": ["a.B"]}'],
    ['something like JSON', '{allow: [a.B]} # tail\n'],
    ['something like JSON with a list', `{exceptions: [{path: a, sha256: ${SHA}, rule: "*", reason: r, expires: 2030-01-31}]}\n`],
    ['the end of a document', '# head\nallow: [a.B]\n...\n'],
  ])('after %s', (_what, text) => {
    const added = addException(text, entry, parse)
    expect(parse(added)).toEqual({ ...parse(text), exceptions: [...parse(text).exceptions, entry] })
    for (const comment of text.match(/#.*/g) ?? []) expect(added).toContain(comment)
  })

  it('is not added to what is no policy', () => {
    expect(() => addException('alow: []', entry, parse)).toThrow(PolicyError)
  })
})
