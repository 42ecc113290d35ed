import { gzipSync } from 'node:zlib'
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/policy/rules/index.ts'
import { sarifForCrash, toSarif } from '../../src/report/sarif.ts'
import type { Report } from '../../src/types/report.ts'
import { commandsIn } from './runner.ts'
import { file, finding, hash, hostile, hostileNames, incomplete, large, report, sample } from './samples.ts'

interface Result {
  ruleId: string
  ruleIndex: number
  level: string
  message: { text: string }
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: string; index: number }; region: { startLine?: number } }
      logicalLocations?: { fullyQualifiedName: string }[]
    },
  ]
  partialFingerprints: { primaryLocationLineHash: string }
  properties: { count: number }
}
interface Run {
  tool: {
    driver: {
      name: string
      semanticVersion: string
      rules: { id: string; properties: Record<string, string>; defaultConfiguration: { level: string } }[]
    }
  }
  automationDetails?: { id: string }
  invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: { text: string } }[] }]
  artifacts?: { location: { uri: string }; parentIndex?: number }[]
  results: Result[]
}

// The schema is written for JSON Schema draft 4, of which it uses nothing that draft 7 reads otherwise but the name of the id.
const { $schema: _draft, id: _id, ...schema } = sarifSchema
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
formats.default(ajv)
const validate = ajv.compile(schema)

function parse(text: string): Run {
  const log = JSON.parse(text) as { version: string; runs: Run[] }
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true)
  expect(log.version).toBe('2.1.0')
  expect(text).not.toContain(':null')
  expect(commandsIn(text)).toEqual([])
  // JSON.stringify writes lone surrogates as escapes, and nothing else that looks like these.
  expect(JSON.stringify(log)).not.toMatch(/\\ud[89a-f]/)
  expect(log.runs).toHaveLength(1)
  const [run] = log.runs
  if (!run) throw new Error('no run')
  return run
}

const run = (built: Report, options: Partial<Parameters<typeof toSarif>[1]> = {}): Run => parse(toSarif(built, { hash, ...options }))

test('the schema refuses what is no SARIF', () => {
  const log = JSON.parse(toSarif(sample(), { hash })) as { runs: [{ results: [{ message?: object }] }] }
  delete log.runs[0].results[0].message
  expect(validate(log)).toBe(false)
})

test('rules are complete, sorted, and carry what GitHub reads', () => {
  const listed = run(report([])).tool.driver.rules
  expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).sort())
  expect(listed.find(({ id }) => id === 'pickle/dangerous-call')).toMatchObject({
    name: 'PickleDangerousCall',
    helpUri: 'https://github.com/modelgate/modelgate/blob/main/docs/rules/pickle-dangerous-call.md',
    defaultConfiguration: { level: 'error' },
    properties: {
      'security-severity': '9.8',
      'problem.severity': 'error',
      precision: 'very-high',
      tags: ['security', 'machine-learning', 'pickle', 'external/cwe/cwe-502', 'external/cwe/cwe-094'],
    },
  })
  for (const rule of listed) expect(['9.8', '8.0', '5.5', '2.0']).toContain(rule.properties['security-severity'])
})

test('results: file, byte region, member, severity', () => {
  const { results, artifacts } = run(sample())
  expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
    'pickle/dangerous-import error',
    'scan/incomplete error',
    'pickle/dangerous-call error',
    'pickle/unknown-class warning',
  ])
  expect(results[2]).toMatchObject({
    message: {
      text: "Unsafe model file models/model.pt: Loading runs a dangerous function. Loading runs a program. Found: posix.system('echo hello') in archive/data.pkl @ 12. Do not load this file. Find out where it comes from, and ask for its weights as safetensors.",
    },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'models/model.pt' }, region: { byteOffset: 512, byteLength: 1 } },
        logicalLocations: [{ fullyQualifiedName: 'archive/data.pkl', kind: 'resource' }],
      },
    ],
  })
  // In a compressed member no byte of the file is the place.
  expect(results[3]?.locations[0].physicalLocation.region).toEqual({ byteOffset: 0, byteLength: 3_200_000 })
  expect(artifacts?.map(({ location, parentIndex }) => [location.uri, parentIndex])).toEqual([
    ['bare.pkl', undefined],
    ['cut.pkl', undefined],
    ['models/model.pt', undefined],
    ['archive/data.pkl', 2],
  ])
  for (const result of results) expect(run(sample()).tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId)
})

test('no line unless asked for', () => {
  expect(toSarif(sample(), { hash })).not.toContain('startLine')
  for (const result of run(sample(), { lineRegion: true }).results) expect(result.locations[0].physicalLocation.region.startLine).toBe(1)
})

test('options: category, success, least severity', () => {
  expect(run(sample()).automationDetails).toBeUndefined()
  expect(run(sample(), { category: 'models' }).automationDetails?.id).toBe('models/')
  expect(run(sample(), { category: 'models/' }).automationDetails?.id).toBe('models/')
  expect(run(sample(), { executionSuccessful: false }).invocations[0].executionSuccessful).toBe(false)
  expect(run(sample(), { minSeverity: 'critical' }).results.map(({ ruleId }) => ruleId)).toEqual(['pickle/dangerous-call'])
})

test('what was not read is a result and a notification; a notice is a notification', () => {
  const { invocations } = run(sample())
  expect(invocations[0].toolExecutionNotifications.map(({ level, message }) => `${level}: ${message.text}`)).toEqual([
    'error: cut.pkl: truncated: the file ends inside an opcode in @ 40',
    'note: link.pkl is a symbolic link and was not followed',
  ])
})

test.each([
  ['fail', 'error'],
  ['warn', 'warning'],
  ['ignore', undefined],
] as const)('a Git LFS pointer with %s', (lfsPointers, level) => {
  const built = report([file('a.pt', { incomplete: [incomplete({ why: 'lfs-pointer' })] })], { lfsPointers })
  expect(run(built).results.map((result) => result.level)).toEqual(level ? [level] : [])
})

test('a severity moved by the policy moves its rule', () => {
  const built = report([file('a.pkl', { findings: [finding({ rule: 'pickle/unknown-class', severity: 'critical', path: ['a.pkl'] })] })])
  const moved = run(built).tool.driver.rules.find(({ id }) => id === 'pickle/unknown-class')
  expect(moved).toMatchObject({ defaultConfiguration: { level: 'error' }, properties: { 'security-severity': '9.8' } })
})

describe('fingerprints', () => {
  const of = (over: Parameters<typeof finding>[0]) =>
    run(report([file('model.pt', { findings: [finding(over)] })])).results[0]?.partialFingerprints.primaryLocationLineHash
  const plain = of({})

  test('look like sixteen hex digits and an ordinal', () => {
    expect(plain).toMatch(/^[0-9a-f]{16}:1$/)
  })

  test.each([
    ['offset', { offset: 99 }],
    ['fileOffset', { fileOffset: 99 }],
    ['message', { message: 'other words' }],
    ['severity', { severity: 'low' }],
    ['count', { count: 7 }],
  ] as const)('do not depend on %s', (_name, over) => {
    expect(of(over)).toBe(plain)
  })

  test.each([
    ['rule', { rule: 'pickle/unlisted-call' }],
    ['member', { path: ['model.pt', 'other.pkl'] }],
    ['evidence', { evidence: 'os.remove' }],
  ] as const)('depend on %s', (_name, over) => {
    expect(of(over)).not.toBe(plain)
  })

  test('twins are told apart by order', () => {
    const twins = run(report([file('model.pt', { findings: [finding(), finding({ offset: 90 })] })])).results
    expect(twins.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash.split(':')[1])).toEqual(['1', '2'])
  })
})

describe('paths', () => {
  test.each([
    ['a b/ü#%?.pkl', 'a%20b/%C3%BC%23%25%3F.pkl'],
    ['./a.pkl', 'a.pkl'],
    ['c:x', 'c%3Ax'],
  ])('%j is %j', (path, uri) => {
    expect(
      run(report([file(path, { findings: [finding({ path: [path] })] })])).results[0]?.locations[0].physicalLocation.artifactLocation.uri,
    ).toBe(uri)
  })

  test.each(['/etc/x.pkl', '../x.pkl', 'a/../../x.pkl', 'C:/x.pkl'])('%s lies outside: a notification, no result', (path) => {
    const { results, invocations } = run(report([file(path, { findings: [finding({ path: [path] })] })]))
    expect(results).toEqual([])
    expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain('outside of the repository')
  })
})

describe('more results than GitHub shows', () => {
  test('are merged per file and rule', () => {
    const { results, invocations } = run(large(100, 10), { maxResults: 500 })
    expect(results).toHaveLength(200)
    expect(results[0]?.properties.count).toBe(5)
    expect(results[0]?.message.text).toContain('5 findings of the rule in this file')
    expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain('1000 results were merged')
  })

  test('then the worst are kept, and the last one says what is missing', () => {
    const { results } = run(large(600, 2), { maxResults: 500 })
    expect(results).toHaveLength(500)
    expect(results.slice(0, -1).every(({ ruleId }) => ruleId === 'pickle/dangerous-call')).toBe(true)
    expect(results.at(-1)?.message.text).toMatch(/^Too many results: 701 results/)
  })

  test('of which each stands for itself are not said to be merged', () => {
    const texts = run(large(600, 1), { maxResults: 500 }).invocations[0].toolExecutionNotifications.map(({ message }) => message.text)
    expect(texts).toEqual(['Too many results: 101 results of lower or equal severity left out. The JSON report contains all.'])
  })

  test('by default that is at 5,000, within GitHub’s 10 MB of gzip', () => {
    // Without the schema, whose uniqueItems takes ajv seconds here.
    const text = toSarif(large(6000, 2), { hash })
    expect((JSON.parse(text) as { runs: [Run] }).runs[0].results).toHaveLength(5000)
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
  })
})

test.each(hostileNames.map((name) => [JSON.stringify(name.slice(0, 30)), name] as const))('%s stays data', (_label, name) => {
  for (const result of run(hostile(name)).results) {
    expect(result.message.text).not.toMatch(/\]\(|[\p{Cc}\p{Cf}\p{Cs}]/u)
    expect(result.message.text.length).toBeLessThanOrEqual(1010)
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[^/:][^:]*$/)
  }
})

test('a crash gives valid SARIF that says so', () => {
  const crashed = parse(sarifForCrash('out of memory\n::error::x', { version: '1.2.3', category: 'models' }))
  expect(crashed.results).toEqual([])
  expect(crashed.invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: 'out of memory\\x0a::error::x' } }],
  })
  expect(crashed.automationDetails?.id).toBe('models/')
})
