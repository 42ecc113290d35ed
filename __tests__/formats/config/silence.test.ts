import { describe, expect, test } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { scanSource } from '../../../src/node/scan-files.ts'

/** Scans a text as a file of that name, with or without a model in its company. */
async function worst(name: string, text: string, near: boolean): Promise<readonly string[]> {
  const { findings, incomplete } = await scanSource(
    name,
    memorySource(new TextEncoder().encode(text)),
    {},
    { neighbour: () => (near ? 'model' : 'none') },
  )
  return [...findings.filter(({ severity }) => severity !== 'low').map(({ rule }) => rule), ...incomplete.map(({ why }) => why)]
}

/** Files of other tools that speak of what models must not do. */
const ordinary: readonly (readonly [string, string, string])[] = [
  [
    'rules of Semgrep',
    'semgrep.yml',
    `rules:
  - id: programs
    pattern: os.system($CMD)
    fix: subprocess.run($CMD, shell=False)
    message: Do not call os.system
  - id: code
    patterns:
      - pattern: eval(...)
      - pattern-either:
          - pattern: subprocess.Popen(..., shell=True)
          - pattern: __import__($X)
`,
  ],
  [
    'settings of Bandit',
    'bandit.yaml',
    'shell_injection:\n  no_shell: [os.execl, os.system]\n  shell: [os.system, subprocess.getoutput]\n',
  ],
  ['names that are forbidden', 'banned.json', '{"banned-api": {"os.system": {"msg": "use subprocess"}, "pickle.loads": {"msg": "no"}}}'],
  [
    'an index of documentation',
    'index.json',
    '{"docs": [{"title": "os.system(cmd)", "ref": "subprocess.run(args)"}, {"title": "eval(x)"}]}',
  ],
  ['snippets of an editor', 'python.json', '{"Run": {"prefix": "run", "body": ["import os", "os.system(\'$1\')"]}}'],
  ['examples to learn from', 'eval.json', '[{"prompt": "def f():", "expected": "os.system(\'ls\')"}, {"output": "exec(\'x\')"}]'],
  ['a baseline of this tool', 'known.json', '{"version":1,"entries":[{"path":"a.pkl","evidence":"os.system(\'echo modelgate-marker\')"}]}'],
  [
    'a workflow',
    'ci.yml',
    'jobs:\n  a:\n    steps:\n      - run: |\n          import subprocess\n          subprocess.run(["ls"])\n        shell: python\n',
  ],
]

describe('configurations of other tools that name what is dangerous', () => {
  test.each(ordinary)('%s', async (_what, name, text) => {
    expect(await worst(name, text, false)).toEqual([])
    expect(await worst(name, text, true)).toEqual([])
  })
})

describe('what no model is near', () => {
  test.each([
    ['a trace', '{"traceEvents": [{"name": "os.system", "cat": "call", "module": "os"}]}'],
    ['a table of names', '[{"module": "os", "name": "system"}, ["commands", "getoutput"]]'],
    ['an expression of some program', '{"filter": "os.path.join(a, b)", "init": "subprocess.run(args)"}'],
  ])('may hold %s', async (_what, text) => {
    expect(await worst('data.json', text, false)).toEqual([])
  })

  test.each([
    ['a function to be called', '{"callback": "os.system"}'],
    ['its name in two', '{"module_name": "os", "function": "system"}'],
    ["an expression of MONAI's", '{"a": "$__import__(\'os\').system(\'echo modelgate-marker\')"}'],
  ])('may not hold %s', async (_what, text) => {
    expect(await worst('data.json', text, false)).not.toEqual([])
  })
})

test('in the company of a model an expression counts', async () => {
  expect(await worst('settings.json', '{"init": "os.system(\'echo modelgate-marker\')"}', true)).toEqual(['code/python-source-runs'])
})
