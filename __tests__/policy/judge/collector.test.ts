import { beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import type { Observation } from '../../../src/facts/observation.ts'
import { Collector } from '../../../src/policy/judge/collector.ts'
import { loadModelJudges } from '../../../src/policy/judge/judge.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { defaultPolicy } from '../../../src/policy/policy.ts'
import type { Artifact } from '../../../src/types/artifact.ts'

beforeAll(loadModelJudges)

const input = memorySource(new Uint8Array(0))
const file: Artifact = { path: ['model.pt'], input, fileOffset: 0 }
const member: Artifact = { path: ['model.pt', 'data.pkl'], input, fileOffset: 100 }
const packed: Artifact = { path: ['model.pt', 'packed.pkl'], input }

const imports = (name: string, offset = 0, module = 'os'): Observation => ({
  kind: 'global',
  module,
  name,
  computed: false,
  offset,
  stream: 0,
})
const calls = (name: string, arg: string, offset = 1, module = 'os'): Observation => ({
  kind: 'call',
  callee: { kind: 'global', module, name, computed: false },
  args: [{ kind: 'text', text: arg, length: arg.length }],
  via: 'reduce',
  offset,
  stream: 0,
})
const unread = (detail: string): Observation => ({ kind: 'incomplete', why: 'malformed', detail, offset: 5 })

function collect(facts: readonly (readonly [Observation, Artifact])[], policy: Partial<Policy> = {}) {
  const collector = new Collector({ ...defaultPolicy, ...policy })
  for (const [fact, artifact] of facts) collector.observe(fact, artifact)
  const { findings, incomplete } = collector.result()
  return {
    incomplete,
    findings,
    short: findings.map(({ rule, evidence, count, path }) => `${path.slice(1).join('!')} ${rule} ${evidence} ×${count}`),
  }
}

describe('one finding for each cause', () => {
  it.each<[string, readonly (readonly [Observation, Artifact])[], readonly string[]]>([
    ['an import', [[imports('system'), file]], [' pickle/dangerous-import os.system ×1']],
    [
      'the same import twice',
      [
        [imports('system'), file],
        [imports('system', 9), file],
      ],
      [' pickle/dangerous-import os.system ×2'],
    ],
    [
      'the same import in two members',
      [
        [imports('system'), file],
        [imports('system'), member],
      ],
      [' pickle/dangerous-import os.system ×1', 'data.pkl pickle/dangerous-import os.system ×1'],
    ],
    [
      'a call says more than its import',
      [
        [imports('system'), file],
        [calls('system', 'a'), file],
      ],
      [" pickle/dangerous-call os.system('a') ×1"],
    ],
    [
      'whichever comes first',
      [
        [calls('system', 'a'), file],
        [imports('system'), file],
      ],
      [" pickle/dangerous-call os.system('a') ×1"],
    ],
    [
      'the same call three times',
      [
        [calls('system', 'a'), file],
        [calls('system', 'a'), file],
        [calls('system', 'a'), file],
      ],
      [" pickle/dangerous-call os.system('a') ×3"],
    ],
    [
      'two calls of one name',
      [
        [calls('system', 'a'), file],
        [calls('system', 'b'), file],
      ],
      [" pickle/dangerous-call os.system('a') ×1", " pickle/dangerous-call os.system('b') ×1"],
    ],
    [
      'an import of one name and a call of another',
      [
        [imports('popen'), file],
        [calls('system', 'a'), file],
      ],
      [' pickle/dangerous-import os.popen ×1', " pickle/dangerous-call os.system('a') ×1"],
    ],
    ['what is fine', [[imports('OrderedDict', 0, 'collections'), file]], []],
  ])('%s', (_what, facts, expected) => {
    expect(collect(facts).short).toEqual(expected)
  })

  it('shows eight calls of one name, and counts the others together', () => {
    const { findings } = collect(Array.from({ length: 100 }, (_, index) => [calls('system', `x${index}`), file] as const))
    expect(findings).toHaveLength(9)
    expect(findings.map(({ count }) => count)).toEqual([...new Array(8).fill(1), 92])
  })

  it('counts no worse call among milder ones', () => {
    const number = (value: string): Observation => ({
      kind: 'call',
      callee: { kind: 'global', module: 'acme', name: 'make', computed: false },
      args: [{ kind: 'int', text: value }],
      via: 'reduce',
      offset: 1,
      stream: 0,
    })
    const many = Array.from({ length: 30 }, (_, index) => [number(`${index}`), file] as const)
    const { findings } = collect([...many, [calls('make', 'a', 1, 'acme'), file]])
    expect(findings.map(({ severity }) => severity)).toContain('high')
  })

  it('lets no import give way to a milder call', () => {
    const severity = { 'pickle/dangerous-call': 'low' } as const
    for (const facts of [
      [imports('system'), calls('system', 'a')],
      [calls('system', 'a'), imports('system')],
    ])
      expect(
        collect(
          facts.map((fact) => [fact, file] as const),
          { severity },
        ).findings.map((finding) => finding.severity),
      ).toContain('high')
  })

  it('asks to hear no more of what is critical, after ten thousand times', () => {
    const collector = new Collector(defaultPolicy)
    const answers = Array.from({ length: 10_020 }, (_, index) => collector.observe(calls('system', `x${index}`), file))
    expect(answers.indexOf('literals')).toBe(10_007)
  })

  it('goes on to hear of what other arguments would make worse', () => {
    const collector = new Collector(defaultPolicy)
    const answers = Array.from({ length: 10_020 }, (_, index) => collector.observe(calls('run', `x${index}`, 1, 'acme'), file))
    expect(new Set(answers)).toEqual(new Set([false]))
  })

  it('asks to hear no more of a fact that came ten thousand times', () => {
    const thrownAway: Observation = { kind: 'pickle-oddity', oddity: 'discarded-call', detail: 'builtins.dict', offset: 3, stream: 0 }
    const collector = new Collector(defaultPolicy)
    const answers = Array.from({ length: 10_000 }, () => collector.observe(thrownAway, file))
    expect(answers.indexOf('literals')).toBe(9_999)
    expect(collector.result().findings.map(({ count }) => count)).toEqual([10_000])
  })

  it('hears everything while it explains', () => {
    let heard = 0
    const collector = new Collector(defaultPolicy, () => heard++)
    for (let index = 0; index < 20; index++) expect(collector.observe(calls('system', `x${index}`), file)).toBe(false)
    expect(heard).toBe(20)
  })
})

describe('places', () => {
  it.each<[string, Artifact, number | undefined]>([
    ['in the file', file, 7],
    ['in a stored member', member, 107],
    ['in a compressed member', packed, undefined],
  ])('%s', (_what, artifact, fileOffset) => {
    const [finding] = collect([[imports('system', 7), artifact]]).findings
    expect(finding).toMatchObject({ offset: 7, path: artifact.path })
    expect(finding?.fileOffset).toBe(fileOffset)
  })
})

describe('what was not read', () => {
  it('is listed once for each cause and part', () => {
    const { incomplete } = collect([
      [unread('a'), file],
      [unread('a'), file],
      [unread('b'), file],
      [unread('a'), member],
    ])
    expect(incomplete.map(({ detail, path }) => `${path.join('!')} ${detail}`)).toEqual(['model.pt a', 'model.pt b', 'model.pt!data.pkl a'])
  })

  it('takes nothing from the findings', () => {
    const { findings, incomplete } = collect([
      [imports('system'), file],
      [unread('a'), file],
      [imports('popen'), file],
    ])
    expect([findings.length, incomplete.length]).toEqual([2, 1])
  })

  it('is listed five hundred times at most', () => {
    expect(collect(Array.from({ length: 2000 }, (_, index) => [unread(`${index}`), file] as const)).incomplete).toHaveLength(500)
  })
})

describe('a file of endless findings', () => {
  const facts = Array.from({ length: 3000 }, (_, index) => [imports(`name${index}`, 0, 'subprocess'), file] as const)
  it('keeps a thousand of each severity, and says how many are not listed', () => {
    const { findings, incomplete } = collect(facts)
    expect(findings).toHaveLength(1000)
    expect(incomplete).toEqual([{ why: 'limit', detail: '2000 more findings of this file are not listed', path: ['model.pt'] }])
  })

  it('keeps the worst: a flood of small ones hides no large one', () => {
    const flood = Array.from({ length: 3000 }, (_, index) => [imports(`Class${index}`, 0, 'my_package'), file] as const)
    const { findings } = collect([...flood, [calls('system', 'a'), file]])
    expect(findings.map(({ rule }) => rule)).toContain('pickle/dangerous-call')
  })
})

it('a policy that switches a rule off hides its findings', () => {
  expect(collect([[imports('system'), file]], { severity: { 'pickle/dangerous-import': 'off' } }).findings).toEqual([])
})
