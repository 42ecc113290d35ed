import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../../src/report/html.ts'
import type { Report } from '../../src/types/report.ts'
import { file, finding, hash, hostileNames, incomplete, report, sample } from './samples.ts'

const CHROMIUM = '/usr/bin/chromium'
const OPTIONS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--dump-dom',
  '--virtual-time-budget=2000',
]

const OWNED = '<script>document.title="owned"</script>'
const names = [
  ...hostileNames,
  OWNED,
  `</script>${OWNED}`,
  `</style>${OWNED}`,
  `</code></p></title>${OWNED}`,
  `--><!-- ${OWNED}`,
  '<img src=x onerror=document.title="owned">',
  '<svg onload=document.title="owned">',
  '"onload=document.title="owned" autofocus onfocus=document.title="owned',
  '<meta http-equiv=refresh content="0;url=data:text/html,owned">',
  '<base href=https://example.test/>',
  'javascript:document.title="owned"',
]

/** Every name wherever a report can hold text of a file. */
function reportOn(all: readonly string[]): Report {
  const files = all.map((name) =>
    file(name, {
      formats: [name],
      torch: { weightsOnly: false, refused: [name] },
      findings: [finding({ path: [name, name], evidence: name, message: name })],
      incomplete: [incomplete({ path: [name, name, name], detail: name, remedy: name })],
    }),
  )
  return report(files, {}, all)
}

/** Start and end tags, attributes included, as the browser writes its tree out; scripts and styles without their text. */
const tags = (dom: string): string[] => dom.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '<$1></$1>').match(/<[^>]*>/g) ?? []
const titleOf = (dom: string): string | undefined => /<title>(.*?)<\/title>/.exec(dom)?.[1]
const shownOf = (dom: string): string | undefined => /<span id="shown"[^>]*>(.*?)<\/span>/.exec(dom)?.[1]
/** The kinds of the entries that are not hidden. */
const visible = (dom: string): (string | undefined)[] => [...dom.matchAll(/<li data-kind="(\w+)">/g)].map(([, kind]) => kind)

describe.skipIf(!existsSync(CHROMIUM))(`in Chromium (skipped where there is no ${CHROMIUM})`, () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'modelgate-html-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What the browser makes of a page. */
  function open(html: string, fragment = ''): string {
    const path = join(folder, 'report.html')
    writeFileSync(path, html)
    const args = [...OPTIONS, `--user-data-dir=${join(folder, 'profile')}`, pathToFileURL(path).href + fragment]
    const { stdout, status, error } = spawnSync(CHROMIUM, args, { encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 26 })
    expect({ status, error }).toEqual({ status: 0, error: undefined })
    return stdout
  }

  test('no script of a hostile name runs, and no name becomes an element', { timeout: 120_000 }, () => {
    const dom = open(toHtml(reportOn(names), { hash }))
    expect(titleOf(dom)).toBe('ModelGate: FAIL')
    expect(shownOf(dom)).toBe(`${2 * names.length} of ${2 * names.length} entries shown`)
    expect(tags(dom)).toEqual(tags(open(toHtml(reportOn(names.map((_, i) => `plain${i}`)), { hash }))))
  })

  test('were a name not escaped, the policy would still stop its script', { timeout: 120_000 }, () => {
    const unescaped = toHtml(sample(), { hash }).replace('</main>', () => `${OWNED}</main>`)
    expect(titleOf(open(unescaped))).toBe('ModelGate: FAIL')
    // Without the policy it runs: the title does show whether a script ran.
    expect(titleOf(open(unescaped.replace(/<meta http-equiv[^>]*>/, '')))).toBe('owned')
  })

  test.each([
    ['', ['critical', 'medium', 'high', 'incomplete'], ''],
    ['#kind=critical,incomplete', ['critical', 'incomplete'], 'bare.pkl'],
    ['#text=POSIX.system', ['critical'], 'cut.pkl'],
    ['#text=archive%2Fdata.pkl', ['critical', 'medium'], 'bare.pkl'],
    ['#text=cut.pkl', ['incomplete'], 'bare.pkl'],
    ['#kind=high&text=nothing+of+that+name', [], 'bare.pkl'],
    ['#text=%3Cscript%3Edocument.title%3D%22owned%22%3C%2Fscript%3E', [], 'bare.pkl'],
  ])('the fragment %j leaves %j', { timeout: 120_000 }, (fragment, kinds, hiddenFile) => {
    const dom = open(toHtml(sample(), { hash }), fragment)
    expect(visible(dom)).toEqual(kinds)
    expect(shownOf(dom)).toBe(`${kinds.length} of 4 entries shown`)
    expect(titleOf(dom)).toBe('ModelGate: FAIL')
    const hidden = [...dom.matchAll(/<section hidden="">\s*<details open="">\s*<summary><code>(.*?)<\/code>/g)].map(([, name]) => name)
    if (hiddenFile === '') expect(hidden).toEqual([])
    else expect(hidden).toContain(hiddenFile)
  })

  test('typing and ticking filter as the fragment does, and change it', { timeout: 120_000 }, () => {
    // A script of the test's own, let in by a nonce, does what a reader does.
    const reader = `
      const search = document.getElementById('text')
      search.value = 'data.pkl'
      search.dispatchEvent(new Event('input', { bubbles: true }))
      document.querySelector('input[value=medium]').click()
      document.title = location.hash`
    const nonce = `'nonce-test'`
    const html = toHtml(sample(), { hash })
      .replace('; base-uri', ` ${nonce}; base-uri`)
      .replace('</body>', () => `<script nonce="test">${reader}</script></body>`)
    const dom = open(html)
    expect(visible(dom)).toEqual(['critical'])
    expect(titleOf(dom)).toBe('#kind=critical%2Chigh%2Clow%2Cincomplete%2Caccepted&amp;text=data.pkl')
  })

  test('without the script everything can be read', { timeout: 120_000 }, () => {
    const dom = open(toHtml(sample(), { hash }).replace(/<script>[\s\S]*<\/script>/, ''))
    expect(visible(dom)).toHaveLength(4)
    expect(dom).toContain('<form id="filter" hidden="">')
    expect(dom.match(/<details(?! open="")/g)).toBeNull()
  })
})
