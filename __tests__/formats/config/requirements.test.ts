import { describe, expect, test } from 'vitest'
import { memorySource } from '../../../src/bytes/source.ts'
import { shellPart } from '../../../src/formats/config/requirements/shell.ts'
import { scanSource } from '../../../src/node/scan-files.ts'

async function rules(name: string, text: string, neighbour: 'MLmodel' | 'model' | 'none'): Promise<string[]> {
  const { findings, incomplete } = await scanSource(name, memorySource(new TextEncoder().encode(text)), {}, { neighbour: () => neighbour })
  return [...findings.map(({ rule }) => rule), ...incomplete.map(({ why }) => why)]
}

describe('what a shell would run', () => {
  test.each([
    'numpy; echo modelgate-marker; #',
    'numpy;echo modelgate-marker',
    'numpy==1.26 && echo modelgate-marker',
    'numpy & echo modelgate-marker',
    'numpy | tee /tmp/x',
    'numpy$(echo modelgate-marker)',
    'numpy==`echo 1`',
    '$(echo numpy)',
    'numpy[a,b]>=1 || echo modelgate-marker',
    'numpy ; python_version > "3" ; echo modelgate-marker',
    'numpy; python_version > "$(echo 3)"',
    'numpy; sys_platform == "linux" && echo',
    'numpy> /tmp/x',
    'numpy <(echo)',
    '-r requirements.txt; echo modelgate-marker',
    '--no-deps && echo modelgate-marker',
    '; echo modelgate-marker',
    'numpy\necho modelgate-marker',
    'acme @ https://host/acme.whl & echo modelgate-marker',
  ])('%j', (entry) => {
    expect(shellPart(entry)).toBeTypeOf('string')
  })

  test.each([
    'numpy',
    'numpy==1.26.*',
    'numpy>=1,<2',
    'numpy<2,>1',
    'numpy (>=1.0)',
    'numpy!=1.5; python_version < "3.8"',
    "numpy; (python_version < '3.8' and sys_platform == 'win32') or extra == 'a'",
    "numpy ; platform_machine not in 'x86_64 | arm; 64'",
    'numpy==1 ; python_version >= "3" --hash=sha256:00 --hash=sha256:11',
    'acme @ https://host/acme.whl?a=1&b=2',
    'acme @ git+https://host/acme.git@main#egg=acme&subdirectory=x',
    '--extra-index-url https://$' + '{USER}:$' + '{PASSWORD}@host/simple',
    '-r requirements.txt',
    '--extra-index-url https://host/simple?a=1&b=2',
    '- a note; and another',
    'conda-forge::numpy',
    'Install numpy; then run the script.',
    'python=3.11',
  ])('not of %j', (entry) => {
    expect(shellPart(entry)).toBeUndefined()
  })
})

const HOSTILE = 'python: 3.11.7\nbuild_dependencies:\n- pip==23.2.1\ndependencies:\n- "numpy; echo modelgate-marker; #"\n'

test.each([
  ['python_env.yaml', HOSTILE],
  ['python_env.yaml', 'dependencies:\n- >-\n  numpy;\n  echo modelgate-marker\n'],
  ['python_env.yaml', 'build_dependencies: ["pip\\x3b echo modelgate-marker"]'],
  ['python_env.yaml', 'python: "3.11.7; echo modelgate-marker"\n'],
  ['python_env.yaml', 'x: &a "numpy; echo modelgate-marker"\ndependencies: [*a]'],
])('%s is told wherever it lies: %j', async (name, text) => {
  for (const neighbour of ['MLmodel', 'model', 'none'] as const)
    expect(await rules(name, text, neighbour)).toEqual(['config/shell-command'])
})

test('other environments are told where a model is near', async () => {
  for (const [name, text] of [
    ['conda.yaml', 'dependencies:\n- pip:\n  - numpy; echo modelgate-marker\n'],
    ['requirements.txt', 'numpy; echo modelgate-marker\n'],
  ] as const) {
    expect(await rules(name, text, 'none')).toEqual([])
    expect(await rules(name, text, 'model')).toEqual(['config/shell-command'])
    expect(await rules(name, text, 'MLmodel')).toEqual(['config/shell-command'])
  }
})

test('what MLflow writes is quiet', async () => {
  const text = 'python: 3.11.7\nbuild_dependencies:\n- pip==23.2.1\n- setuptools\n- wheel==0.40.0\ndependencies:\n- -r requirements.txt\n'
  for (const neighbour of ['MLmodel', 'model', 'none'] as const) expect(await rules('python_env.yaml', text, neighbour)).toEqual([])
})
