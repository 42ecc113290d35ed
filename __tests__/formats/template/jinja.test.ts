import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../../src/node/scan-files.ts'
import { chatTemplates } from '../../helpers/chat-templates.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const scanTemplate = (template: string, name = 'chat_template.jinja') => scanBytes(name, bytes(template))
const rulesOf = async (template: string) => (await scanTemplate(template)).findings.map(({ rule }) => rule)

describe('ordinary chat templates', () => {
  test.each(Object.entries(chatTemplates))('%s: nothing is said', async (_, template) => {
    const { status, findings, incomplete } = await scanTemplate(template)
    expect({ status, findings, incomplete }).toEqual({ status: 'clean', findings: [], incomplete: [] })
  })
})

test('a template that is too long to be read is said to be unread', async () => {
  const { findings, incomplete } = await scanTemplate(`{# ${'x'.repeat(5 * 2 ** 20)} #}{{ cycler.__init__.__globals__ }}`)
  expect([findings, incomplete.map(({ why }) => why)]).toEqual([[], ['limit']])
})

describe('templates that reach into the interpreter', () => {
  test.each([
    '{{ x.__class__ }}',
    "{{ x['__class__'] }}",
    "{{ x['__cla' ~ 'ss__'] }}",
    "{{ x['__cla' + 'ss__'] }}",
    "{{ x['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ x['\\137\\137class__'] }}",
    "{{ x['__ssalc__'[::-1]] }}",
    "{{ x['__ssalc__'|reverse] }}",
    "{{ x|attr('__class__') }}",
    "{{ x|attr('__cl'~'ass__') }}",
    '{{ x|attr(y) }}',
    "{{ x|attr(['_', '_class__']|join) }}",
    "{{ x|attr('%s%sclass%s%s'|format('_', '_', '_', '_')) }}",
    '{{ x|attr(dict(__class__=1)|join) }}',
    "{{ [x]|map(attribute='__class__')|first }}",
    "{{ [x]|map('attr', '__class__')|first }}",
    "{{ [x]|map('attr', y)|first }}",
    "{{ [x]|selectattr('a.__class__')|list }}",
    "{% set k = '__cla' %}{% set k2 = 'ss__' %}{{ x[k ~ k2] }}",
    '{% set k %}__class__{% endset %}{{ x|attr(k) }}',
    "{% for k in ['a', '__class__'] %}{{ x[k] }}{% endfor %}",
    "{{ '{0.__class__}'.format(x) }}",
    '{{ lipsum.__globals__ }}',
    "{{ lipsum['x'] }}",
    '{{ cycler.init }}',
    '{{ self._TemplateReference__context }}',
    '{{ ().mro }}',
    '{{ x.gi_frame.f_globals }}',
    '{{ __builtins__ }}',
    "{{ a.b.popen('id').read() }}",
    "{{ eval('1') }}",
    '{{ x.ｃlass or x.__ｃlass__ }}',
    '{%- if true -%}{% set a = x.__init__ %}{%- endif -%}',
    '{{ 1 if ().__class__ else 2 }}',
  ])('%s', async (template) => {
    expect(await rulesOf(template)).toContain('template/injection')
  })

  test('the place is told in bytes', async () => {
    const { findings } = await scanTemplate('ä{{ x.__class__ }}')
    expect(findings).toMatchObject([{ offset: 2, evidence: '{{ x.__class__ }}' }])
  })

  test('a template that does not parse is still looked at', async () => {
    expect(await rulesOf('{{ x.__class__ ! }}')).toEqual(expect.arrayContaining(['template/injection', 'template/unparsable']))
  })
})

describe('names that are put together in a way that is not followed', () => {
  test.each([
    "{{ x['globals'.center(11, '_')] }}",
    "{{ x['{:_^11}'.format('globals')] }}",
    "{{ x['%(u)sglobals%(u)s' % {'u': '__'}] }}",
    "{{ x['xx__slabolg'.strip('x')[::-1]] }}",
    "{{ x['@@globals@@'.translate({64: 95})] }}",
    "{{ x[(115552639217481055764996959).to_bytes(11, 'big').decode()] }}",
    "{{ x[('__slabolg__'|tojson)[1:-1][::-1]] }}",
    "{{ x[cycler('__slabolg__').next()[::-1]] }}",
    "{{ x[['__slab', 'olg__']|unique|join|reverse] }}",
    '{{ x[u ~ u ~ "slabolg"[::-1] ~ u] }}',
    "{% macro f(a) %}{{ a[::-1] }}{% endmacro %}{{ x[f('__slabolg__')] }}",
    "{% set l = [] %}{% for c in '__slabolg__' %}{% set _ = l.append(c) %}{% endfor %}{{ x[l[::-1]|join] }}",
    "{% set ns = namespace(a='') %}{% for c in '__slabolg__' %}{% set ns.a = c ~ ns.a %}{% endfor %}{{ x[ns.a] }}",
    "{{ {'a': {}}['__x'.strip('x')]['__y'.strip('y')] }}",
  ])('%s', async (template) => {
    expect(await rulesOf(template)).toContain('template/hidden-name')
  })

  test.each([
    "{{ x[{'a': '__ssalc__'}.a[::-1]] }}",
    "{{ x[{'a': '__ssalc__'}.get('a')[::-1]] }}",
    "{{ x[({'__ssalc__': 1}|items|list)[0][0][::-1]] }}",
    "{{ x['__cla ss__'.split()|join] }}",
    "{% macro f(o, a) %}{{ o[a[::-1]] }}{% endmacro %}{{ f(x, '__ssalc__') }}",
    "{% for a, b in [('__cla', 'ss__')] %}{{ x[a ~ b] }}{% endfor %}",
    "{% set a, b = '__cla ss__'.split() %}{{ x[a ~ b] }}",
    "{{ x[namespace(a='__ssalc__').a[::-1]] }}",
  ])('%s is followed', async (template) => {
    expect(await rulesOf(template)).toContain('template/injection')
  })

  test.each([
    '{% for key in tool %}{{ tool[key] }}{% endfor %}',
    "{% for key in 'name,type'.split(',') %}{{ tool[key] }}{% endfor %}",
    "{% macro rest(json, seen) %}{% for k in json %}{% if k not in seen %}{{ json[k] }}{% endif %}{% endfor %}{% endmacro %}{{ rest(tool, ['type']) }}",
    "{% set types = {'string': 'str'} %}{% macro t(spec) %}{{ types[spec.type] }}{{ t({'type': spec.type|first}) }}{% endmacro %}{{ t(tool) }}",
    "{% set ns = namespace(text='') %}{% for m in messages %}{% set ns.text = ns.text ~ m['content'] %}{% endfor %}{{ ns.text.split('</think>')[-1] }}",
    "{% set users = messages|selectattr('role', 'equalto', 'user')|list %}{{ users[0].content }}",
  ])('nothing is said of %s', async (template) => {
    expect(await rulesOf(template)).toEqual([])
  })
})

test.each(["{% include 'a' %}", "{% import 'a' as b %}", "{% from 'a' import b %}", "{% extends 'a' %}"])(
  '%s loads a template',
  async (template) => {
    expect(await rulesOf(template)).toEqual(['template/include'])
  },
)

test.each(['{{ a', '{% if a %}', '{% frobnicate %}', '{{ x[a ~ b] }}'])('%s cannot be followed', async (template) => {
  expect(await rulesOf(template)).toEqual(['template/unparsable'])
})

describe('where templates are looked for', () => {
  const evil = '{{ x.__class__ }}'
  test.each([
    ['chat_template.jinja', evil],
    ['model/chat_template.tool_use.jinja2', evil],
    ['additional_chat_templates/rag.j2', evil],
    ['tokenizer_config.json', JSON.stringify({ chat_template: evil })],
    [
      'tokenizer_config.json',
      JSON.stringify({
        chat_template: [
          { name: 'default', template: '{{ x }}' },
          { name: 'tool_use', template: evil },
        ],
      }),
    ],
    ['tokenizer_config.json', `{"chat_template": ${JSON.stringify(evil)}, "chat_template": "{{ x }}"}`],
    ['chat_template.json', JSON.stringify({ chat_template: evil })],
    ['processor_config.json', JSON.stringify({ chat_template: { a: evil } })],
  ])('%s', async (name, content) => {
    expect((await scanTemplate(content, name)).findings.map(({ rule }) => rule)).toEqual(['template/injection'])
  })

  test.each([
    ['templates/page.html.j2', `${evil}{% extends 'base' %}`],
    ['deploy/config.jinja', `{% include 'x' %}${evil}`],
    ['package.json', JSON.stringify({ chat_template: evil })],
    ['tokenizer_config.json', JSON.stringify({ tokenizer_class: 'A', note: evil })],
  ])('not in %s', async (name, content) => {
    expect((await scanTemplate(content, name)).findings).toEqual([])
  })

  test('a configuration that is no JSON is not called clean', async () => {
    expect((await scanTemplate('{"chat_template": ', 'tokenizer_config.json')).incomplete).toMatchObject([{ why: 'malformed' }])
  })
})
