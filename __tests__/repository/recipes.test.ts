import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readInputs } from '../../src/action/inputs.ts'
import { USAGE } from '../../src/cli/args.ts'

const url = (path: string): URL => new URL(`../${path}`, import.meta.url)
const text = (path: string): string => readFileSync(url(path), 'utf8')

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Workflow {
  readonly name: string
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, { readonly 'runs-on': unknown; readonly steps: readonly Step[] }>>
}

const action: { readonly inputs: Readonly<Record<string, unknown>> } = parse(text('action.yml'))
const pages = readdirSync(url('docs/recipes')).sort()
const blocks = pages.flatMap((page) =>
  [...text(`docs/recipes/${page}`).matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm)].map(([, language = '', body = '']) => ({
    page,
    language,
    body,
  })),
)
const workflows = blocks
  .filter(({ language, body }) => language === 'yaml' && /^jobs:$/m.test(body))
  .map(({ page, body }) => [page, parse(body) as Workflow] as const)
const steps = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap((job) => [...job.steps])
const ours = (workflow: Workflow): Step[] => steps(workflow).filter(({ uses }) => uses?.startsWith('modelgate/modelgate@'))

/** What a token must be allowed to write, by what a workflow does. */
const needs: readonly (readonly [string, (step: Step) => boolean])[] = [
  ['checks', (step) => step.with?.['annotations'] === 'check'],
  ['pull-requests', (step) => step.with?.['comment-in-pr'] !== undefined],
  [
    'security-events',
    (step) => step.with?.['upload-sarif'] === true || step.uses?.startsWith('github/codeql-action/upload-sarif@') === true,
  ],
  ['id-token', (step) => step.uses?.startsWith('aws-actions/configure-aws-credentials@') === true],
]

test('every recipe shows something to copy, on half a page', () => {
  for (const page of pages) {
    expect(blocks.filter((block) => block.page === page).length, page).toBeGreaterThan(0)
    expect(text(`docs/recipes/${page}`).split('\n').length, page).toBeLessThan(60)
  }
})

test('every YAML in a recipe can be read', () => {
  for (const { page, language, body } of blocks) if (language === 'yaml') expect(() => parse(body), page).not.toThrow()
})

describe.each(workflows)('the workflow of %s', (_page, workflow) => {
  test('runs the action once, with inputs that it takes', () => {
    const [step, ...others] = ours(workflow)
    expect(others).toEqual([])
    const given = step?.with ?? {}
    expect(Object.keys(given).filter((name) => !(name in action.inputs))).toEqual([])
    // What an expression will be, nobody knows here.
    const known = Object.entries(given).filter(([, value]) => !String(value).includes('${{'))
    const values = new Map(known.map(([name, value]) => [name, String(value)]))
    expect(() => readInputs((name) => values.get(name) ?? '')).not.toThrow()
  })

  test('asks for the permissions it needs, and for no others', () => {
    const writes = needs.filter(([, applies]) => steps(workflow).some(applies)).map(([permission]) => permission)
    expect(workflow.permissions['contents']).toBe('read')
    expect(Object.keys(workflow.permissions).filter((name) => workflow.permissions[name] === 'write')).toEqual(
      expect.arrayContaining(writes),
    )
    expect(Object.values(workflow.permissions).filter((level) => level === 'write')).toHaveLength(writes.length)
  })

  test('puts no expression into a shell, and does not run on pull_request_target', () => {
    for (const step of steps(workflow)) expect(step.run ?? '').not.toContain('${{')
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
  })
})

test('the options in recipes are those of the command', () => {
  const used = blocks.flatMap(({ body }) => body.split('\n').filter((line) => /cli\.js|^ +args:/.test(line)))
  const options = used.flatMap((line) => line.match(/--[a-z][a-z0-9-]+/g) ?? [])
  expect(options).toContain('--quiet')
  for (const option of options) expect(USAGE).toContain(`${option} `)
})

test('the hook of pre-commit runs a file that is there', () => {
  const hooks: readonly { id: string; entry: string; language: string; args: string[] }[] = parse(text('.pre-commit-hooks.yaml'))
  expect(hooks.map(({ id }) => id)).toEqual(['modelgate'])
  for (const { entry, language, args } of hooks) {
    expect(language).toBe('script')
    expect(existsSync(url(entry))).toBe(true)
    for (const option of args) expect(USAGE).toContain(`${option} `)
  }
})
