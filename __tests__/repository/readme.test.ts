import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { USAGE } from '../../src/cli/args.ts'
import { parsePolicy } from '../../src/node/policy-file.ts'
import { scanFiles } from '../../src/node/scan-files.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import { toText } from '../../src/report/text.ts'
import { buildReport } from '../../src/report/verdict.ts'
import { version } from '../../src/version.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const readme = textOf('README.md')

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .sort(),
]

/** The fenced blocks of a page with that info string, without their fences. */
function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm)].filter(([, info]) => info === language).map(([, , body]) => body ?? '')
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
}

/** Targets of links and pictures that lie in the repository. */
function localLinks(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
}

/** The anchors GitHub makes of a page's headings. */
function anchors(markdown: string): Set<string> {
  const headings = markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)
  return new Set([...headings].map(([, heading]) => slug(heading ?? '')))
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

interface Step {
  readonly uses?: string
  readonly with?: { readonly lfs?: unknown; readonly [input: string]: unknown }
}
interface Workflow {
  readonly on: unknown
  readonly permissions: { readonly contents?: string; readonly [scope: string]: string | undefined }
  readonly jobs: Record<string, { readonly 'runs-on': string; readonly steps: readonly Step[] }>
}
interface ActionFile {
  readonly inputs: Record<string, unknown>
  readonly outputs: Record<string, unknown>
}

const action = parse(textOf('action.yml')) as ActionFile
const isWorkflow = (body: string): boolean => /^jobs:$/m.test(body)
const workflows = blocks(readme, 'yaml')
  .filter(isWorkflow)
  .map((body) => parse(body) as Workflow)
const policies = blocks(readme, 'yaml').filter((body) => !isWorkflow(body))
const stepsOf = (workflow: Workflow): Step[] => Object.values(workflow.jobs).flatMap((job) => [...job.steps])
const isOurs = (step: Step): boolean => step.uses?.startsWith('modelgate/modelgate@') ?? false

describe('the two commands', () => {
  test('stand in the README as they are typed', () => {
    expect(blocks(readme, '')).toContain('node dist/cli.js fixtures\n')
    expect(blocks(readme, '')).toContain('npm ci && npm test\n')
  })

  test('name things that exist', () => {
    const { bin, scripts } = JSON.parse(textOf('package.json')) as { bin: Record<string, string>; scripts: Record<string, string> }
    expect(Object.values(bin)).toContain('dist/cli.js')
    expect(statSync(join(root, 'dist/cli.js')).isFile()).toBe(true)
    expect(readdirSync(join(root, 'fixtures'))).not.toEqual([])
    expect(existsSync(join(root, 'package-lock.json'))).toBe(true)
    expect(scripts).toHaveProperty('test')
  })

  test('every npm script that a page names exists', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
    const named = pages.flatMap((page) => [...textOf(page).matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name ?? ''))
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    expect(named).toContain('check')
  })
})

test('the output in the README is what the command prints', async () => {
  const [, shown = ''] = /<!-- cli-output:start -->\n```text\n([\s\S]*?)```\n<!-- cli-output:end -->/.exec(readme) ?? []
  const [command = '', ...output] = shown.split('\n')
  expect(command).toMatch(/^\$ node dist\/cli\.js fixtures\//)
  const files = await scanFiles(command.split(' ').slice(3), { root })
  expect(output.join('\n')).toBe(toText(buildReport({ files, gate: defaultPolicy, notices: [], version })))
})

test('workflows name the line of releases that this version is of', () => {
  const line = `v${version.split('.')[0]}`
  const named = pages.flatMap((page) => [...textOf(page).matchAll(/uses: modelgate\/modelgate@(\S+)/g)].map(([, ref]) => ref))
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter((ref) => ref !== line)).toEqual([])
})

describe.each(pages)('%s', (page) => {
  test('links to what exists', () => {
    const broken = localLinks(textOf(page)).filter((link) => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? join(root, page) : join(root, dirname(page), path)
      if (relative(root, target).startsWith('..') || !existsSync(target)) return true
      return anchor !== undefined && !anchors(readFileSync(target, 'utf8')).has(anchor)
    })
    expect(broken).toEqual([])
  })
})

describe('workflows of the README', () => {
  test('there are some, and each runs the action', () => {
    expect(workflows.length).toBeGreaterThanOrEqual(2)
    for (const workflow of workflows) expect(stepsOf(workflow).filter(isOurs)).toHaveLength(1)
  })

  test('give the action only inputs it declares', () => {
    const given = workflows
      .flatMap(stepsOf)
      .filter(isOurs)
      .flatMap((step) => Object.keys(step.with ?? {}))
    expect(given.filter((name) => !(name in action.inputs))).toEqual([])
    expect(given).toContain('sarif-file')
  })

  test.each(workflows)('workflow %# asks for the least permissions and fetches LFS files', (workflow) => {
    expect(workflow.permissions.contents).toBe('read')
    const uploads = stepsOf(workflow).some((step) => step.uses?.startsWith('github/codeql-action/upload-sarif@'))
    expect(Object.entries(workflow.permissions).filter(([, level]) => level === 'write')).toEqual(
      uploads ? [['security-events', 'write']] : [],
    )
    const checkout = stepsOf(workflow).find((step) => step.uses?.startsWith('actions/checkout@'))
    expect(checkout?.with?.lfs).toBe(true)
  })
})

describe('tables of the README', () => {
  /** The names in the first column of the table under a heading of level three. */
  function namesUnder(heading: string): string[] {
    const [, section = ''] = readme.split(`\n### ${heading}\n`)
    const body = section.split(/\n#{2,3} /)[0] ?? ''
    return [...body.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? '').sort()
  }

  test('inputs are those of action.yml', () => expect(namesUnder('Inputs')).toEqual(Object.keys(action.inputs).sort()))
  test('outputs are those of action.yml', () => expect(namesUnder('Outputs')).toEqual(Object.keys(action.outputs).sort()))
})

test('the policy of the README is one, and none of its keys is without effect', () => {
  const policy = parsePolicy(policies.join('\n'), 'README.md')
  expect(policies).toHaveLength(1)
  expect(policy.allow).toEqual(['my_package.models.Net'])
  expect(policy.deny).toEqual(['torch.hub.*'])
  expect(policy.severity).toEqual({ 'pickle/unknown-class': 'high' })
  expect(policy.lfsPointers).toBe('warn')
})

test('the options of the README are those of --help', () => {
  const options = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z0-9-]+/g))].sort()
  const [, command = ''] = readme.split('\n## The command\n')
  const rows = (command.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `--'))
  expect(options(rows.join('\n'))).toEqual(options(USAGE))
})
