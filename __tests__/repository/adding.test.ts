/** Adds a format and a rule to a copy of the sources with nothing but their own files, and runs the result. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileReport } from '../../src/types/report.ts'
import { copySources, type SourceCopy } from '../helpers/source-copy.ts'

function scan(
  copy: SourceCopy,
  ...args: readonly string[]
): Pick<FileReport, 'status' | 'formats' | 'findings' | 'incomplete'> | undefined {
  const report: { readonly files: readonly FileReport[] } = JSON.parse(copy.modelgate('--format', 'json', ...args))
  return report.files[0]
}

describe('a format is its folder, an import and an entry in src/formats/index.ts, and its page', () => {
  const copy = copySources()
  afterAll(() => copy.dispose())

  beforeAll(async () => {
    copy.write(
      'src/formats/weights/dummy/format.ts',
      `import type { Format } from '../../../types/format.ts'

/** Weights that begin with \`DUMMY\`. */
export const dummyFormat: Format = {
  id: 'dummy-weights',
  title: 'Dummy weights',
  kind: 'model',
  labels: ['dummy-quantised'],
  promises: { extensions: ['.dummy'], names: /^dummy_model\\.dat$/ },
  extensions: ['.dat'],
  match: ({ head }) => (String.fromCharCode(...head.subarray(0, 5)) === 'DUMMY' ? 'certain' : 'no'),
  scan(_artifact, scan) {
    scan.account.passOver('numbers')
    if (scan.probe.head[5] === 0x51) scan.label('dummy-quantised')
  },
}
`,
    )
    copy.insert('src/formats/index.ts', '/** Every format.', "import { dummyFormat } from './weights/dummy/format.ts'\n\n")
    copy.insert('src/formats/index.ts', '  ...inertFormats,', '  dummyFormat,\n')
    copy.write(
      'docs/formats/dummy.md',
      `# Dummy weights

| | |
|---|---|
| ids | \`dummy-weights\`, \`dummy-quantised\` |
| recognised by | their first bytes |
| reader | \`src/formats/weights/dummy/format.ts\` |

## What is read

Nothing: they are numbers.

## Not covered

Nothing.
`,
    )
    copy.write('model.dummy', 'DUMMY weights of a network')
    copy.write('small.dummy', 'DUMMYQ weights of a network')
    copy.write('broken.dummy', 'Entry not found')
    copy.write('dummy_model.dat', 'Entry not found')
    copy.write('other.dat', 'Entry not found')
    copy.write('disguise/library.dummy', `\x7fELF\x02\x01\x01${'\0'.repeat(64)}`)
    copy.write('right.yml', 'approved-formats: [dummy-weights, dummy-quantised]\n')
    copy.write('wrong.yml', 'approved-formats: [safetensors]\n')
    await copy.bundle()
  }, 120_000)

  test('it is in the report, also by the labels of its reader', () => {
    expect(scan(copy, 'model.dummy')).toMatchObject({ status: 'clean', formats: ['dummy-weights'] })
    expect(scan(copy, 'small.dummy')).toMatchObject({ status: 'clean', formats: ['dummy-quantised'] })
  })

  test.each(['broken.dummy', 'dummy_model.dat'])('a file with a promised name has to be of it: %s', (name) => {
    expect(scan(copy, name)).toMatchObject({ status: 'incomplete', incomplete: [{ why: 'malformed' }] })
  })

  test('another usual extension promises nothing', () => {
    expect(scan(copy, 'other.dat')).toMatchObject({ status: 'unrecognised' })
  })

  test('a program under its name is in disguise', () => {
    expect(scan(copy, 'disguise/library.dummy')?.formats).toEqual(['native-code'])
  })

  test.each(['model.dummy', 'small.dummy'])('approved-formats approves it, and knows it where it is not approved: %s', (name) => {
    expect(scan(copy, '--policy', 'right.yml', name)).toMatchObject({ status: 'clean' })
    expect(scan(copy, '--policy', 'wrong.yml', name)?.findings.map(({ rule }) => rule)).toEqual(['policy/unapproved-format'])
  })

  test('it is in the table of the docs', () => {
    copy.script('formats-table.ts')
    const page = copy.read('docs/formats.md')
    expect(page).toContain('| [Dummy weights](formats/dummy.md) | `dummy-weights` | model | `.dummy` | `.dat` |')
    expect(page).toContain('[`dummy-quantised`](formats/dummy.md)')
  })
})

describe('a rule is one file of src/policy/rules/, and its page', () => {
  const copy = copySources()
  const page = 'docs/rules/files-dummy-shard.md'
  afterAll(() => copy.dispose())

  beforeAll(async () => {
    copy.insert(
      'src/policy/rules/files.ts',
      '] as const satisfies readonly Rule[]',
      `  {
    id: 'files/dummy-shard',
    severity: 'high',
    title: 'A shard is a dummy',
    description: 'The index names a dummy.',
    help: 'Name a shard that is none.',
    cwe: [73],
    judges: {
      kind: 'external-file',
      judge: ({ path, role }) =>
        path.startsWith('dummy') ? { message: \`\${role} is a dummy: \${path}\`, evidence: path, reason: 'a dummy holds nothing' } : undefined,
    },
  },
`,
    )
    copy.write(page, '# A shard is a dummy\n')
    const index = (file: string) => JSON.stringify({ weight_map: { weight: file } })
    copy.write('bad/model.safetensors.index.json', index('dummy-1.safetensors'))
    copy.write('good/model.safetensors.index.json', index('model-1.safetensors'))
    copy.write('off.yml', 'severity: {files/dummy-shard: off}\n')
    copy.write('low.yml', 'severity: {files/dummy-shard: low}\n')
    await copy.bundle()
  }, 120_000)

  const bad = 'bad/model.safetensors.index.json'

  test('its finding is in the report, with its severity', () => {
    expect(scan(copy, bad)).toMatchObject({
      status: 'findings',
      findings: [{ rule: 'files/dummy-shard', severity: 'high', message: 'a weight shard is a dummy: dummy-1.safetensors' }],
    })
    expect(scan(copy, 'good/model.safetensors.index.json')).toMatchObject({ status: 'clean', findings: [] })
  })

  test('a policy can change its severity', () => {
    expect(scan(copy, '--policy', 'low.yml', bad)?.findings.map(({ severity }) => severity)).toEqual(['low'])
    expect(scan(copy, '--policy', 'off.yml', bad)?.findings).toEqual([])
  })

  test('its help is in the text, and its page linked', () => {
    expect(copy.modelgate(bad)).toContain('Name a shard that is none.')
    expect(copy.modelgate('--format', 'markdown', bad)).toContain(page)
  })

  test('SARIF describes it and links its page', () => {
    const sarif: {
      readonly runs: readonly {
        readonly results: readonly { readonly ruleId: string; readonly level: string }[]
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] } }
      }[]
    } = JSON.parse(copy.modelgate('--format', 'sarif', bad))
    const [run] = sarif.runs
    expect(run?.results).toMatchObject([{ ruleId: 'files/dummy-shard', level: 'error' }])
    expect(run?.tool.driver.rules.find(({ id }) => id === 'files/dummy-shard')).toMatchObject({
      shortDescription: { text: 'A shard is a dummy.' },
      help: { text: expect.stringContaining('Name a shard that is none.') },
      helpUri: expect.stringMatching(new RegExp(`/${page}$`)),
      properties: { tags: expect.arrayContaining(['external/cwe/cwe-073']) },
    })
  })
})
