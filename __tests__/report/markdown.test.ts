import { describe, expect, test } from 'vitest'
import { toMarkdown } from '../../src/report/markdown.ts'
import { commandsIn } from './runner.ts'
import { file, finding, hostile, hostileNames, incomplete, large, report, sample } from './samples.ts'

const bytes = (text: string): number => new TextEncoder().encode(text).length
const rows = (text: string): number => text.split('\n').filter((line) => /^\| [🟥🟧🟨🟦]&nbsp;/u.test(line)).length

test('the sample, as GitHub is given it', () => {
  expect(toMarkdown(sample(), { elapsedMs: 50 })).toMatchInlineSnapshot(`
    "## 🛑 ModelGate: FAIL

    **2 files unsafe (1 critical, 1 high, 1 medium), 1 incomplete, 1 unrecognised — 5 files, 3.2 MB in 0.05 s**

    | 🟥 critical | 🟧 high | 🟨 medium | 🟦 low | ⬛ incomplete | unrecognised | Files | Size | Time |
    | --: | --: | --: | --: | --: | --: | --: | --: | --: |
    | 1 | 1 | 1 | 0 | 1 | 1 | 5 | 3.2 MB | 0.05 s |

    ### Findings

    | Severity | File | Rule | What loading would run | Where |
    | --- | --- | --- | --- | --- |
    | 🟥&nbsp;critical | <code>models/model.pt</code> | [pickle/dangerous-call](https://github.com/modelgate/modelgate/blob/main/docs/rules/pickle-dangerous-call.md) | <code>posix.system(&#39;echo hello&#39;)</code><br><sub>and 1 more finding</sub> | <code>archive/data.pkl &#64; 12</code> |
    | 🟧&nbsp;high | <code>bare.pkl</code> | [pickle/dangerous-import](https://github.com/modelgate/modelgate/blob/main/docs/rules/pickle-dangerous-import.md) | <code>os.system</code> | <code>&#64; 0</code> |

    <details><summary>All 3 findings</summary>

    | Severity | File | Rule | What loading would run | Where |
    | --- | --- | --- | --- | --- |
    | 🟥&nbsp;critical | <code>models/model.pt</code> | [pickle/dangerous-call](https://github.com/modelgate/modelgate/blob/main/docs/rules/pickle-dangerous-call.md) | <code>posix.system(&#39;echo hello&#39;)</code> | <code>archive/data.pkl &#64; 12</code> |
    | 🟨&nbsp;medium | <code>models/model.pt</code> | [pickle/unknown-class](https://github.com/modelgate/modelgate/blob/main/docs/rules/pickle-unknown-class.md) | <code>my&#95;package.Model</code> ×4 | <code>archive/data.pkl &#64; 3</code> |
    | 🟧&nbsp;high | <code>bare.pkl</code> | [pickle/dangerous-import](https://github.com/modelgate/modelgate/blob/main/docs/rules/pickle-dangerous-import.md) | <code>os.system</code> | <code>&#64; 0</code> |

    </details>

    ### Incomplete

    | Why | File | Where | Detail | What to do |
    | --- | --- | --- | --- | --- |
    | truncated | <code>cut.pkl</code> | <code>&#64; 40</code> | <code>the file ends inside an opcode</code> | <code>Download the file again.</code> |

    <details><summary>1 notice</summary>

    - <code>link.pkl is a symbolic link and was not followed</code>

    </details>

    <sub>Gate: fails at high and above; fails on incomplete files; Git LFS pointers: fail · modelgate 1.2.3</sub>
    "
  `)
})

test('a pass is short', () => {
  expect(toMarkdown(report([file('a.pkl')]))).toMatch(/^## ✅ ModelGate: PASS\n\n\*\*nothing unsafe found — 1 file, 1.0 kB\*\*\n/)
})

test('one finding per file is not listed twice', () => {
  const text = toMarkdown(report([file('a.pkl', { findings: [finding()] })]))
  expect(rows(text)).toBe(1)
  expect(text).not.toContain('<details>')
})

describe('the byte budget', () => {
  test.each([
    ['all of 300 findings', large(100, 3), 50 + 300, /50 of 100 files/],
    ['the worst 200 of 10,000', large(1000, 10), 50 + 200, /50 of 1000 files.*200 of 10000 findings listed/],
  ])('%s', (_name, built, shown, cut) => {
    const text = toMarkdown(built)
    expect(bytes(text)).toBeLessThanOrEqual(900 * 1024)
    expect(rows(text)).toBe(shown)
    expect(text).toMatch(cut)
  })

  test.each([100_000, 65_536, 4_000])('%d bytes are kept, and what is cut is said', (maxBytes) => {
    const text = toMarkdown(large(1000, 10), { maxBytes, fullReport: 'artifact model-scan' })
    expect(bytes(text)).toBeLessThanOrEqual(maxBytes)
    expect(text).toContain('1000 files unsafe')
    expect(text).toContain('**Truncated:**')
    expect(text).toContain('Everything is in <code>artifact model-scan</code>.')
  })

  test('holds for the worst text in every field', () => {
    const name = '\u{e0041}<&|@`'.repeat(2000)
    const built = report(
      Array.from({ length: 300 }, (_, i) =>
        file(`${i}${name}`, {
          findings: Array.from({ length: 30 }, () => finding({ path: [name, name], evidence: name, message: name })),
          incomplete: [incomplete({ path: [name, name], detail: name, remedy: name })],
          suppressed: Array.from({ length: 30 }, () => ({
            ...finding({ path: [name, name], evidence: name }),
            by: 'baseline' as const,
            reason: name,
          })),
        }),
      ),
      {},
      Array.from({ length: 5000 }, () => name),
    )
    const text = toMarkdown(built)
    expect(bytes(text)).toBeLessThanOrEqual(900 * 1024)
    expect(text).toContain('**Truncated:**')
  })
})

test.each(hostileNames.map((name) => [JSON.stringify(name.slice(0, 30)), name] as const))('%s is inert', (_label, name) => {
  const text = toMarkdown(hostile(name))
  expect(commandsIn(text)).toEqual([])
  // What is left outside code is ours: no other tag, link, image, mention or row.
  const ours = text.replace(/<code>[^<]*(<wbr>[^<]*)*<\/code>/g, '')
  expect(ours).not.toMatch(/<(?!\/?(details|summary|sub|br)>)/)
  expect(
    ours.match(/\]\([^)]*\)/g)?.every((link) => link.startsWith('](https://github.com/modelgate/modelgate/blob/main/docs/rules/')),
  ).toBe(true)
  expect(ours).not.toContain('@')
  // Five tables, and each row has as many cells as its head.
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(' | ').length)
  expect([...new Set(cells)].sort()).toEqual([5, 9])
})
