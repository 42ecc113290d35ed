import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ScanError } from '../../src/bytes/errors.ts'
import { type JinjaUse, readJinja } from '../../src/lang/jinja/template.ts'
import { chatTemplates } from '../helpers/chat-templates.ts'

function uses(template: string): JinjaUse[] {
  const all: JinjaUse[] = []
  readJinja(template, (use) => all.push(use))
  return all
}

const texts = (template: string) => uses(template).flatMap((use) => (use.what === 'text' ? [use.text] : []))
const keys = (template: string) => uses(template).flatMap((use) => (use.what === 'attribute' ? (use.names ?? ['?']) : []))

describe('constants are worked out', () => {
  test.each([
    ["{{ 'ab' ~ 'cd' }}", 'abcd'],
    ["{{ 'ab' + 'cd' }}", 'abcd'],
    ["{{ 'ab' 'cd' }}", 'abcd'],
    ["{{ '-' * 3 }}", '---'],
    ["{{ 'dcba'[::-1] }}", 'abcd'],
    ["{{ 'xabcdx'[1:5] }}", 'abcd'],
    ["{{ 'dcba'|reverse }}", 'abcd'],
    ["{{ ['ab', 'cd']|join }}", 'abcd'],
    ["{{ ['a', 'b', 'c']|join('-') }}", 'a-b-c'],
    ["{{ '-'.join(['a', 'b']) }}", 'a-b'],
    ['{{ dict(ab=1, cd=2)|join }}', 'abcd'],
    ["{{ {'ab': 1}|join }}", 'ab'],
    ["{{ '%s%s'|format('ab', 'cd') }}", 'abcd'],
    ["{{ '%s%s' % ('ab', 'cd') }}", 'abcd'],
    ["{{ '%c%c' % (97, 98) }}", 'ab'],
    ["{{ '{1}{0}'.format('cd', 'ab') }}", 'abcd'],
    ["{{ 'ABCD'|lower }}", 'abcd'],
    ["{{ 'abXcd'|replace('X', '') }}", 'abcd'],
    ["{{ 'abXcd'.replace('X', '') }}", 'abcd'],
    ["{{ '\\x61\\u0062\\143\\U00000064' }}", 'abcd'],
    ["{{ '\\N{LOW LINE}' }}", '_'],
    ["{% set a = 'ab' %}{{ a ~ 'cd' }}", 'abcd'],
    ["{% set a, b = 'ab', 'cd' %}{{ a ~ b }}", 'abcd'],
    ["{% set (a, (b)), c = ('ab', 'cd'), 'x' %}{{ a ~ b }}", 'abcd'],
    ["{% set ((a),), (c, d), = ('ab',), ('x', 'cd') %}{{ a ~ d }}", 'abcd'],
    ["{% for a, (b, c) in [('ab', ('x', 'cd'))] %}{{ a ~ c }}{% endfor %}", 'abcd'],
    ["{% with a, b = ('ab', 'cd'), c = 'x' %}{{ a ~ b }}{% endwith %}", 'abcd'],
    ["{% set ns = namespace() %}{% set ns.a = 'ab' %}{{ ns.a ~ 'cd' }}", 'abcd'],
    ["{% for a in ['x', 'ab'] %}{{ a ~ 'cd' }}{% endfor %}", 'abcd'],
    ["{% with a = 'ab' %}{{ a ~ 'cd' }}{% endwith %}", 'abcd'],
    ["{{ ('ab' if x else 'xy') ~ 'cd' }}", 'abcd'],
    ["{{ (['ab', 'cd']|first) ~ 'cd' }}", 'abcd'],
    ["{{ 'abc'[0] ~ 'bcd' }}", 'abcd'],
  ])('%s', (template, expected) => {
    expect(texts(template)).toContain(expected)
  })

  test('of keys too', () => {
    expect(keys("{{ x['a' ~ 'b'].c|attr('d')|attr(e) }}{{ x[y] }}{{ x[y ~ 'z'] }}")).toEqual(['ab', 'c', 'd', '?', '?'])
  })
})

describe('what Jinja refuses is refused', () => {
  test.each([
    '{{',
    '{{ }}',
    '{{ a',
    '{% if a %}',
    '{% endif %}',
    '{% for a in b %}{% endif %}',
    '{% else %}',
    '{% unheard of %}',
    '{# a',
    '{% raw %} a',
    "{{ 'a }}",
    '{{ a b }}',
    '{{ a. }}',
    '{{ (a }}',
    '{{ a) }}',
    '{{ a | }}',
    '{{ a ? b }}',
    '{% set %}',
    '{% for %}{% endfor %}',
    `{{ ${'('.repeat(500)}1${')'.repeat(500)} }}`,
  ])('%s', (template) => {
    expect(() => uses(template)).toThrow(ScanError)
  })
})

test.each(Object.entries(chatTemplates))('the template of %s is read to its end', (_, template) => {
  expect(() => uses(template)).not.toThrow()
})

test('no text makes it throw anything else, or hang', () => {
  const pieces = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    '{#',
    '#}',
    'if ',
    'for a in ',
    'set x = ',
    "'_'",
    '~',
    '|attr(',
    ')',
    '(',
    '[',
    ']',
    '*',
    '99',
    ' raw ',
    '.',
    ',',
    'endfor',
    'x',
    '\\',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
      try {
        uses(parts.join(''))
      } catch (error) {
        expect(error).toBeInstanceOf(ScanError)
      }
    }),
  )
})
