import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discover } from '../../src/node/discover.ts'
import { scanBytes, scanFiles } from '../../src/node/scan-files.ts'

const config = 'model:\n  _target_: os.system\n  command: echo marker\n'
const template = "{{ cycler.__init__.__globals__.os.popen('echo marker').read() }}"
const remote = '{"auto_map": {"AutoModel": "modeling.Model"}, "architectures": ["Model"]}'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'links-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(files: Readonly<Record<string, string | { readonly to: string }>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof content === 'string') writeFileSync(path, content)
    else symlinkSync(content.to, path)
  }
}

async function found(folder = '.'): Promise<readonly string[]> {
  const home = join(root, folder)
  const reports = await scanFiles(discover(home).files, { root: home })
  return reports.flatMap(({ path, findings, incomplete }) => [
    ...findings.map(({ severity, rule, path: at }) => `${severity} ${rule} ${at.join('!')}`),
    ...incomplete.map(({ detail }) => `${path}: ${detail}`),
  ])
}

// Making links needs a privilege on Windows.
describe.skipIf(process.platform === 'win32')('a link in a folder lends its name', () => {
  it('to a template', async () => {
    put({ 'notes.txt': template, 'chat_template.jinja': { to: 'notes.txt' } })
    expect(await found()).toContain('critical template/injection chat_template.jinja')
  })

  it('to a configuration beside a model, wherever the text lies', async () => {
    put({
      'texts/notes.txt': config,
      'model/weights.safetensors': { to: '../texts/none' },
      'model/conf.yaml': { to: '../texts/notes.txt' },
    })
    expect(await found()).toEqual([
      'critical config/dangerous-reference model/conf.yaml',
      'model/weights.safetensors: it is a symbolic link whose destination does not exist',
    ])
  })

  it('to nothing dangerous, quietly', async () => {
    put({ 'a.txt': 'some notes\n', 'README.md': { to: 'a.txt' }, 'b.json': { to: 'README.md' }, all: { to: '.' } })
    expect(await found()).toEqual([])
  })

  it('to files of a folder', async () => {
    put({ 'texts/x.jinja': template, additional_chat_templates: { to: 'texts' } })
    expect(await found()).toContain('critical template/injection additional_chat_templates/x.jinja')
  })

  const snapshot = {
    'models--org--name/blobs/aaa': template,
    'models--org--name/blobs/bbb': remote,
    'models--org--name/blobs/ccc': config,
    'models--org--name/.no_exist/r1/model.safetensors': '',
    'models--org--name/snapshots/r1/chat_template.jinja': { to: '../../blobs/aaa' },
    'models--org--name/snapshots/r1/config.json': { to: '../../blobs/bbb' },
    'models--org--name/snapshots/r1/sub/conf.yaml': { to: '../../../blobs/ccc' },
    'models--org--name/snapshots/r1/model.bin': { to: '../../blobs/aaa' },
  }

  it.each(['', 'models--org--name/', 'models--org--name/snapshots/r1/'])('in a cache of Hugging Face, scanned from %j', async (folder) => {
    put(snapshot)
    const home = 'models--org--name/snapshots/r1/'.slice(folder.length)
    expect(await found(folder)).toEqual([
      `critical template/injection ${home}chat_template.jinja`,
      `high config/external-code ${home}config.json`,
      // Injections are told under any name.
      `critical template/injection ${home}model.bin`,
      `critical config/dangerous-reference ${home}sub/conf.yaml`,
    ])
  })

  it('in no cache but its own', async () => {
    put({ ...snapshot, 'x/snapshots/r1/config.json': { to: '../../../models--org--name/blobs/bbb' } })
    expect(await found('x')).toEqual(['snapshots/r1/config.json: it is a symbolic link to a file outside of the scanned folders'])
  })
})

describe('text among blobs whose links are lost', () => {
  it.each<[string, string, string]>([
    ['a template', template, 'critical template/injection template.jinja'],
    ['a configuration', config, 'critical config/dangerous-reference config.yaml'],
    ['a chat template in JSON', JSON.stringify({ chat_template: template }), 'critical template/injection tokenizer_config.json'],
  ])('is read as %s', async (_, text, expected) => {
    for (const path of ['hub/blobs/0123abcd', 'blobs/aaaa']) {
      const { findings, incomplete } = await scanBytes(path, Buffer.from(text))
      expect(findings.map(({ severity, rule, path: at }) => `${severity} ${rule} ${at.slice(1).join('!')}`)).toContain(expected)
      expect(incomplete).toEqual([])
    }
    // What reaches into the interpreter is told anywhere, a configuration only where a loader reads it.
    const elsewhere = await scanBytes('notes/aaaa', Buffer.from(text))
    expect(elsewhere.status).toBe(text === config ? 'unrecognised' : 'findings')
  })

  it.each([
    ['a page', '# A model\n\nUse {{ "it" }} with `{"a": 1}`.\n'],
    ['a plain template', "{% for message in messages %}{{ message['content'] }}{% endfor %}"],
    ['a list of words', '[section]\nname = value\n'],
    ['lines of JSON', '{"a": 1}\n{"b": 2}\n'],
    ['source', 'def f(x):\n    return f"{{{x}}}" % {"a": 1}\n'],
    ['an image layer', '{"architecture": "amd64", "config": {"Cmd": ["/bin/sh"]}}'],
  ])('is left alone where it is %s', async (_, text) => {
    expect(await scanBytes('blobs/aaaa', Buffer.from(text))).toMatchObject({ findings: [], incomplete: [] })
  })
})
