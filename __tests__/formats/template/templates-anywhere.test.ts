import { describe, expect, test } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { scanSource } from '../../../src/node/scan-files.ts'

async function rules(name: string, text: string, near = false): Promise<string[]> {
  const { findings, incomplete } = await scanSource(
    name,
    memorySource(new TextEncoder().encode(text)),
    {},
    { neighbour: () => (near ? 'model' : 'none') },
  )
  return [...new Set([...findings.map(({ rule }) => rule), ...incomplete.map(({ why }) => why)])]
}

const INJECTIONS = [
  '{{ cycler.__init__.__globals__.os.popen("echo modelgate-marker").read() }}',
  "{{ ''.__class__.__mro__[1].__subclasses__() }}",
  "{{ ().__class__.__base__['__subclas' ~ 'ses__']() }}",
  "{{ x|attr('__class__')|attr('__base__') }}",
  '{{ lipsum|attr(request.args.a) }}',
  "{{ x|attr('__slabolg__'|reverse) }}",
  "{{ [x]|map(attribute='__init__.__globals__')|first }}",
  "{{ '{0.__globals__}'.format(x) }}",
  '{{ self._TemplateReference__context }}',
  '{{ lipsum[request.args.a] }}',
  "{{ x.os.popen('echo modelgate-marker').read() }}",
  '{% set a = namespace.__init__ %}{{ a.__globals__ }}',
  '{% unknown %}{{ cycler.__init__.__globals__ }}',
]

describe('an injection is told in a template of any name', () => {
  test.each(INJECTIONS)('%s', async (text) => {
    for (const name of ['x.j2', 'page.jinja', 'web/mail.jinja2', 'prompt.template', 'a.prompt', 'a.tmpl', 'a.tpl'])
      expect([name, await rules(name, `Hello {{ name }}\n${text}\n`)]).toEqual([name, ['template/injection']])
    expect(await rules('a.prompty', `---\nname: x\n---\nsystem:\n${text}\n`)).toEqual(['template/injection'])
    expect(await rules('conf.yaml', `instruction_template: |-\n  ${text}\n`)).toEqual(['template/injection'])
    expect(await rules('conf.yaml', `a:\n  chat_template: |-\n    ${text}\n`)).toEqual(['template/injection'])
    expect(await rules('conf.json', JSON.stringify({ chat_template: text }))).toEqual(['template/injection'])
    expect(await rules('conf.toml', `[a]\nchat_template = ${JSON.stringify(text)}\n`)).toEqual(['template/injection'])
  })

  test('beside a model a prompt may stand under any key', async () => {
    const text = INJECTIONS[0] ?? ''
    expect(await rules('prompts.yaml', `system: |-\n  ${text}\n`, true)).toEqual(['template/injection'])
    expect(await rules('prompts.json', JSON.stringify({ a: { prompt: text } }), true)).toEqual(['template/injection'])
    expect(await rules('prompts.json', JSON.stringify({ a: { prompt: text } }))).toEqual([])
    expect(await rules('prompts.json', JSON.stringify({ prompt: '{{ __name__ }} {% extends "x" %}' }), true)).toEqual([])
  })

  test('text is a template in the company of a model only', async () => {
    expect(await rules('notes.txt', INJECTIONS[0] ?? '')).toEqual([])
    expect(await rules('notes.txt', INJECTIONS[0] ?? '', true)).toEqual(['template/injection'])
  })

  test.each(['prompt.jinja.txt', 'page.j2.html', 'a.b.jinja2.md'])(
    '%s says by the extension in front that it is a template',
    async (name) => {
      expect(await rules(name, INJECTIONS[0] ?? '')).toEqual(['template/injection'])
      expect(await rules(name, '{% for m in messages %}{{ m.content }} {{ m.__dict__ }}{% endfor %}')).toEqual([])
      expect(await rules(name.replace(/\.j[^.]*/, '.jinjava'), INJECTIONS[0] ?? '')).toEqual([])
    },
  )

  test('beside a model counts what no template needs', async () => {
    expect(await rules('mine.jinja', '{{ x.__class__ }}')).toEqual([])
    expect(await rules('mine.jinja', '{{ x.__class__ }}', true)).toEqual(['template/injection'])
  })
})

/** What templates of other software have in them. */
const ORDINARY: readonly (readonly [string, string, string])[] = [
  [
    'Ansible',
    'nginx.conf.j2',
    `{% for host in groups['web'] %}{{ hostvars[host]['ansible_' + iface].ipv4.address | default(omit) }}
{% endfor %}{% include 'x.j2' %}{% if lookup('env', 'X') is defined %}{{ vars['a_' ~ name] }}{% endif %}{{ __role__setting }}`,
  ],
  [
    'a generator of code',
    'module.py.jinja2',
    '{% if name == "__init__" %}{{ obj.__class__.__name__ }}{% endif %}def __init__(self): {{ getattr(obj, name) }}',
  ],
  [
    'an error page',
    'error.j2',
    '{{ exception.__class__.__module__ }}.{{ exception.__class__.__name__ }}{{ model.__dict__ }}{{ frame.f_locals }}',
  ],
  ['Salt', 'init.jinja', "{%- from tplroot ~ '/map.jinja' import mapdata with context %}{{ salt['pillar.get']('a:b', {}) | yaml(false) }}"],
  ['dbt', 'macro.jinja', '{% macro a(model) %}{{ ref(model) }} {{ adapter.dispatch("x")() }}{% do run_query(sql) %}{% endmacro %}'],
  ['Helm', '_helpers.tpl', '{{- define "chart.name" -}}{{ .Values.nameOverride | default .Chart.Name | trunc 63 }}{{- end }}'],
  ['Go', 'page.tmpl', '{{ range $i, $e := .Items }}{{ if eq $i 0 }}{{ template "x" . }}{{ end }}{{ end }}'],
  ['Django', 'page.template', '{% load static %}{% url "home" %}{% csrf_token %}{{ form.as_p }}{% trans "x" %}'],
  ['cookiecutter', 'setup.template', "{{ cookiecutter.project_slug }}{% if cookiecutter.x == 'y' %}a{% endif %}"],
  [
    'a prompt',
    'chat.prompty',
    '---\nname: a\nmodel:\n  api: chat\n---\nsystem:\n{% for m in history %}{{ m.role }}: {{ m.content }}{% endfor %}',
  ],
  ['a cycle', 'rows.jinja', "{% set row = cycler('odd', 'even') %}{{ row.next() }}{{ cycler.current }}"],
  ['no template', 'notes.template', 'f({"a": {}}) {% not closed'],
]

describe('templates of other software are quiet', () => {
  test.each(ORDINARY)('%s', async (_, name, text) => {
    expect(await rules(name, text)).toEqual([])
    if (!name.endsWith('.jinja')) expect(await rules(name, text, true)).toEqual([])
  })
})
