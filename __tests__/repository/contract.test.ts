import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readInputs } from '../../src/action/inputs.ts'
import { makeJob, runAction } from '../helpers/run-action.ts'

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

const text = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const action: Action = parse(text('action.yml'))

test('the code asks for the inputs of action.yml, and for no others', () => {
  const asked = new Set<string>()
  readInputs((name) => {
    asked.add(name)
    return ''
  })
  expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort())
})

test('the defaults of action.yml are those of the code', () => {
  // An expression is filled in by the runner; without one around, as in another system, there is no token.
  const defaultOf = (name: string): string => (action.inputs[name]?.default ?? '').replace(/^\$\{\{.*\}\}$/, '')
  expect(readInputs(defaultOf)).toEqual(readInputs(() => ''))
})

test('the code sets the outputs of action.yml, and no others', () => {
  const job = makeJob({})
  try {
    expect(Object.keys(runAction(job).outputs).sort()).toEqual(Object.keys(action.outputs).sort())
  } finally {
    job.dispose()
  }
})

test.each([
  ['Inputs', Object.keys(action.inputs)],
  ['Outputs', Object.keys(action.outputs)],
])('README has a table of all %s', (heading, names) => {
  expect(rows(heading).map(([name]) => name)).toEqual(names)
})

test('README names the defaults of action.yml', () => {
  const written = new Map(rows('Inputs').map(([name = '', value = '']) => [name, value]))
  for (const [name, input] of Object.entries(action.inputs)) {
    if (input.default !== '') expect(written.get(name), name).toContain(input.default)
  }
})

test('the action runs on a Node that runners have, from the built file', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
})

/** Cells of the table rows under a heading of the README whose first cell is code, without their backticks. */
function rows(heading: string): string[][] {
  const section = text('README.md')
    .split(/^#+ /m)
    .find((part) => part.startsWith(`${heading}\n`))
  expect(section, `README has no section ${heading}`).toBeDefined()
  return (section ?? '').split('\n').flatMap((line) => {
    if (!line.startsWith('| `')) return []
    return [
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/^`|`$/g, '')),
    ]
  })
}
