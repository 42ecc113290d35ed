import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/policy/rules/index.ts'
import { ruleUrl } from '../../src/report/words.ts'

const SECTIONS = ['## What it means', '## Example', '## Why it matters', '## What to do', '## How to allow it']
const pageOf = (id: string): string => `docs/rules/${ruleUrl(id).split('/').at(-1) ?? ''}`

describe.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const page = existsSync(pageOf(id)) ? readFileSync(pageOf(id), 'utf8') : ''

  test('says what the rules table says', () => {
    expect(page.split('\n')[0]).toBe(`# ${rule.title}`)
    expect(page).toContain(`| Rule | \`${id}\` |`)
    expect(page).toContain(`| Severity | ${rule.severity} (SARIF: `)
    expect(page).toContain(rule.description)
    expect(page).toContain(rule.help)
    const cwe = [...page.matchAll(/\[CWE-(\d+)\]\(https:\/\/cwe\.mitre\.org\/data\/definitions\/\1\.html\)/g)].map(([, number]) =>
      Number(number),
    )
    expect(cwe).toEqual([...rule.cwe])
  })

  test('has every section', () => {
    expect(page.split('\n').filter((line) => SECTIONS.includes(line))).toEqual(SECTIONS)
  })
})

test('there is no page without a rule', () => {
  const pages = readdirSync('docs/rules').filter((name) => name !== 'README.md')
  expect(pages.sort()).toEqual(rules.map(({ id }) => pageOf(id).replace('docs/rules/', '')).sort())
})
