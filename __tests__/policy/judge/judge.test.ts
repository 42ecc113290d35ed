import { beforeAll, describe, expect, it } from 'vitest'
import type { ZipDifference } from '../../../src/facts/archive.ts'
import type { Callee, CallOpcode, PickleOddity, Preview } from '../../../src/facts/pickle.ts'
import type { Judged } from '../../../src/policy/judge/judge.ts'
import { judge, loadModelJudges } from '../../../src/policy/judge/judge.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { defaultPolicy } from '../../../src/policy/policy.ts'

beforeAll(loadModelJudges)

const place = { offset: 0, stream: 0 }
const text = (value: string): Preview => ({ kind: 'text', text: value, length: value.length })
const int: Preview = { kind: 'int', text: '1' }
const split = (full: string): [string, string] => [full.slice(0, full.indexOf(':')), full.slice(full.indexOf(':') + 1)]

/** `module:name`, so that dotted modules need no guessing. */
function imported(full: string, computed = false): Judged {
  const [module, name] = split(full)
  return { kind: 'global', module, name, computed, ...place }
}
function called(full: string, args: readonly Preview[] = [text('x')], via: CallOpcode = 'reduce'): Judged {
  const [module, name] = split(full)
  return { kind: 'call', callee: { kind: 'global', module, name, computed: false }, args, via, ...place }
}
const opinion = (observation: Judged, policy: Partial<Policy> = {}): string => {
  const judgement = judge({ ...defaultPolicy, ...policy }, observation)
  return judgement.kind === 'fine' ? 'fine' : `${judgement.severity} ${judgement.rule}`
}

describe('an import', () => {
  it.each<[string, string]>([
    ['os:system', 'high pickle/dangerous-import'],
    ['posix:system', 'high pickle/dangerous-import'],
    ['builtins:eval', 'high pickle/dangerous-import'],
    ['pathlib:os.system', 'high pickle/dangerous-import'],
    ['collections:OrderedDict', 'fine'],
    ['torch:FloatStorage', 'fine'],
    ['textwrap:dedent', 'high pickle/unlisted-import'],
    ['sklearn.nothing:Here', 'high pickle/unlisted-import'],
    ['my_package.models:Net', 'medium pickle/unknown-class'],
  ])('of %s is %s', (name, expected) => {
    expect(opinion(imported(name))).toBe(expected)
  })

  it('under a Python 2 name that is dangerous counts, whatever Python 3 calls it', () => {
    expect(
      opinion({ kind: 'global', module: 'harmless', name: 'x', written: { module: 'os', name: 'system' }, computed: false, ...place }),
    ).toBe('high pickle/dangerous-import')
  })

  it('that the file computes is left to the call that computes it, unless it is dangerous', () => {
    expect(opinion(imported('my_package:Net.run', true))).toBe('fine')
    expect(opinion(imported('os:system', true))).toBe('high pickle/dangerous-import')
  })
})

describe('a call', () => {
  it.each<[string, readonly Preview[], CallOpcode, string]>([
    ['os:system', [text('x')], 'reduce', 'critical pickle/dangerous-call'],
    ['os:system', [], 'inst', 'critical pickle/dangerous-call'],
    ['subprocess:Popen', [text('x')], 'newobj', 'critical pickle/dangerous-call'],
    ['collections:OrderedDict', [], 'reduce', 'fine'],
    ['textwrap:dedent', [text('x')], 'reduce', 'high pickle/unlisted-call'],
    ['my_package:load', [text('x')], 'reduce', 'high pickle/unlisted-call'],
    ['my_package:load', [int], 'reduce', 'high pickle/unlisted-call'],
    ['my_package:Color', [int], 'reduce', 'medium pickle/unknown-class'],
    ['my_package:Net', [], 'newobj', 'medium pickle/unknown-class'],
    ['my_package:Net', [{ kind: 'dict', entries: [], more: false }], 'build', 'medium pickle/unknown-class'],
    ['my_package:Net', [int], 'append', 'high pickle/unlisted-call'],
    ['graphlib:TopologicalSorter', [], 'newobj', 'high pickle/unlisted-import'],
    ['_codecs:encode', [text('x'), text('latin1')], 'reduce', 'fine'],
    ['_codecs:encode', [text('x'), text('rot13')], 'reduce', 'high pickle/unsafe-arguments'],
    ['sklearn.linear_model._base:LinearRegression', [], 'newobj', 'fine'],
    ['sklearn.linear_model._base:LinearRegression', [text('x')], 'reduce', 'high pickle/unlisted-call'],
  ])('of %s with %j by %s is %s', (name, args, via, expected) => {
    expect(opinion(called(name, args, via))).toBe(expected)
  })

  it.each<[Callee, string]>([
    [{ kind: 'method', of: text(''), name: 'join' }, 'fine'],
    [{ kind: 'method', of: text(''), name: 'format' }, 'high pickle/dynamic-call'],
    [{ kind: 'method', of: text(''), name: '__reduce__' }, 'high pickle/dynamic-call'],
    [{ kind: 'method', of: { kind: 'global', module: 'm', name: 'x' }, name: 'join' }, 'high pickle/dynamic-call'],
    [{ kind: 'unknown', of: { kind: 'unknown', what: 'extension code' } }, 'high pickle/dynamic-call'],
  ])('of the computed %j is %s', (callee, expected) => {
    expect(opinion({ kind: 'call', callee, args: [], via: 'reduce', ...place })).toBe(expected)
  })
})

describe('the user’s word', () => {
  it.each<[string, Partial<Policy>, Judged, string]>([
    ['allows a name', { allow: ['my_package.load'] }, called('my_package:load'), 'fine'],
    ['allows a module and what is below it', { allow: ['my_package.*'] }, called('my_package.sub:load'), 'fine'],
    ['allows no more than that module', { allow: ['my_package.*'] }, called('my_packages:load'), 'high pickle/unlisted-call'],
    ['allows a dangerous name, if it says so', { allow: ['os.getcwd'] }, imported('os:getcwd'), 'fine'],
    ['denies a safe name', { deny: ['collections.OrderedDict'] }, called('collections:OrderedDict', []), 'critical pickle/dangerous-call'],
    ['denies an import', { deny: ['collections.*'] }, imported('collections:OrderedDict'), 'high pickle/dangerous-import'],
    ['denies before it allows', { allow: ['m.*'], deny: ['m.bad'] }, called('m:bad'), 'critical pickle/dangerous-call'],
    ['changes a severity', { severity: { 'pickle/unknown-class': 'low' } }, imported('my_package:Net'), 'low pickle/unknown-class'],
    ['switches a rule off', { severity: { 'pickle/unknown-class': 'off' } }, imported('my_package:Net'), 'fine'],
    ['changes one rule only', { severity: { 'pickle/unknown-class': 'off' } }, imported('os:system'), 'high pickle/dangerous-import'],
  ])('%s', (_what, policy, observation, expected) => {
    expect(opinion(observation, policy)).toBe(expected)
  })
})

describe('anything odd', () => {
  const oddities: Record<PickleOddity, string> = {
    'nul-in-name': 'high pickle/odd-name',
    'frame-straddle': 'high pickle/frame-straddle',
    'discarded-call': 'high pickle/discarded-call',
    'computed-arguments': 'high pickle/unsafe-arguments',
    'second-state': 'high pickle/unsafe-arguments',
    'persistent-id': 'medium pickle/persistent-id',
    'out-of-band-buffer': 'low pickle/out-of-band-buffer',
    'trailing-bytes': 'low pickle/trailing-bytes',
    'huge-memo-index': 'medium pickle/huge-memo-index',
    expansion: 'medium pickle/expansion',
  }
  it.each(Object.entries(oddities) as [PickleOddity, string][])('%s is %s', (kind, expected) => {
    expect(opinion({ kind: 'pickle-oddity', oddity: kind, detail: 'x', ...place })).toBe(expected)
  })

  const differences: Partial<Record<ZipDifference, string>> = {
    name: 'zip/name-mismatch',
    crc: 'zip/header-mismatch',
    duplicate: 'zip/duplicate-entry',
    'hidden-entry': 'zip/hidden-entry',
    prefix: 'zip/irregular-structure',
  }
  it.each(Object.entries(differences) as [ZipDifference, string][])('a zip whose %s differs is %s', (difference, rule) => {
    expect(opinion({ kind: 'zip-mismatch', difference, entry: 'a', detail: 'x', offset: 0 })).toContain(rule)
  })

  it.each<[Judged, string]>([
    [{ kind: 'dynamic-global', module: text('os'), name: int, ...place }, 'high pickle/dynamic-global'],
    [{ kind: 'extension-code', code: 7, ...place }, 'high pickle/extension-code'],
    [
      {
        kind: 'mutated-global',
        target: { kind: 'global', module: 'sys', name: 'modules', computed: false },
        args: [],
        via: 'setitem',
        ...place,
      },
      'high pickle/mutated-global',
    ],
    [{ kind: 'unsafe-path', why: 'traversal', entry: '../x', offset: 0 }, 'high archive/unsafe-path'],
  ])('%j', (observation, expected) => {
    expect(opinion(observation)).toBe(expected)
  })
})
