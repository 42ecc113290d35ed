import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanBytes } from '../../src/node/scan-files.ts'
import { opcodeName } from '../../src/pickle/vm/opcodes.ts'
import { safeHtml } from '../../src/report/escape.ts'
import { toHtml } from '../../src/report/html.ts'
import { ruleUrl } from '../../src/report/words.ts'
import type { ArtifactPath } from '../../src/types/artifact.ts'
import type { Report } from '../../src/types/report.ts'
import { asm, callOf } from '../helpers/asm.ts'
import { commandsIn } from './runner.ts'
import { file, finding, hash, hostile, hostileNames, incomplete, large, report, sample } from './samples.ts'

const page = (built: Report): string => toHtml(built, { hash, elapsedMs: 50 })
const count = (text: string, part: string): number => text.split(part).length - 1
const bytes = (text: string): number => new TextEncoder().encode(text).length

/** Every tag of a page, attributes included, in order; what scripts and styles hold is no markup. */
const tags = (html: string): string[] => html.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '<$1></$1>').match(/<[^>]*>?/g) ?? []

const names = [
  ...hostileNames,
  '"onload=alert(1) x="',
  "' onmouseover='alert(1)",
  '`onclick=alert(1)`',
  '</style><style>*{display:none}</style>',
  '</script><script>document.title="owned"</script>',
  '<!-- ',
  ']]>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '&lt;b&gt;&#60;',
  '<svg/onload=alert(1)>',
]

describe('the sample', () => {
  const html = page(sample())

  test('says the verdict, every count, call, place, remedy and notice', () => {
    for (const text of [
      '<title>ModelGate: FAIL</title>',
      '2 files unsafe (1 critical, 1 high, 1 medium), 1 incomplete, 1 unrecognised — 5 files, 3.2 MB in 0.05 s',
      '<td>1</td><td>1</td><td>1</td><td>0</td><td>1</td><td>1</td><td>0</td><td>5</td><td>3.2 MB</td><td>0.05 s</td>',
      '<code>posix.system(&#39;echo hello&#39;)</code>',
      'at byte 12, byte 512 of the file',
      '4 times',
      `<a href="${ruleUrl('pickle/dangerous-call')}"`,
      '→ Do not load this file. Find out where it comes from, and ask for its weights as safetensors.',
      '→ Download the file again.',
      'link.pkl is a symbolic link and was not followed',
      'fails at high and above',
    ]) {
      expect(html).toContain(text)
    }
    expect(html).not.toContain('Truncated')
  })

  test('has the worst file first, and no section for a clean one', () => {
    const files = [...html.matchAll(/<summary><code>(.*?)<\/code>/g)].map(([, name]) => name)
    expect(files).toEqual(['models/model.pt', 'bare.pkl', 'cut.pkl'])
  })

  test('closes every tag in order', () => {
    const open: string[] = []
    for (const tag of tags(html)) {
      const name = /^<\/?(\w+)/.exec(tag)?.[1] ?? ''
      if (['', 'meta', 'input'].includes(name)) continue
      if (tag.startsWith('</')) expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
  })

  test('fetches nothing, and lets only its own script and style run', () => {
    const [script = '', style = ''] = [/<script>([\s\S]*)<\/script>/, /<style>([\s\S]*)<\/style>/].map((shape) => shape.exec(html)?.[1])
    const digest = (text: string): string => createHash('sha256').update(text).digest('base64')
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1]
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${digest(style)}'`,
      `script-src 'sha256-${digest(script)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
    expect(count(html, '<script')).toBe(1)
    expect(count(html, '<style')).toBe(1)
    expect(style).not.toMatch(/url\(|@import/)
    const attributes = tags(html).flatMap((tag) => [...tag.matchAll(/\s([\w-]+)(?==)/g)].map(([, name]) => name))
    expect(attributes.filter((name) => /^(?:on.*|src|style|action|srcset)$/.test(name ?? ''))).toEqual([])
    expect(html.match(/href="(?!https:\/\/github\.com\/modelgate\/modelgate\/blob\/main\/docs\/rules\/[a-z-]+\.md")/g)).toBeNull()
  })

  test('is the same page every time', () => {
    expect(page(sample())).toBe(html)
  })
})

test('a passed run says so', () => {
  const html = page(report([file('a.pkl')]))
  expect(html).toContain('<h1 class="pass">ModelGate: PASS</h1>')
  expect(html).toContain('nothing unsafe found')
})

test('a call carries the opcode that makes it, and an import the one that imports', async () => {
  const state = asm('PROTO 2', 'GLOBAL nt system', 'EMPTY_TUPLE', 'NEWOBJ', 'EMPTY_DICT', 'BUILD', 'STOP')
  const files: Readonly<Record<string, readonly [Uint8Array, readonly string[]]>> = {
    'reduce.pkl': [callOf('os', 'system', 'marker'), ['REDUCE']],
    'inst.pkl': [asm('MARK', 'UNICODE marker', 'INST os system', 'STOP'), ['INST']],
    'obj.pkl': [asm('MARK', 'GLOBAL os system', 'BINUNICODE marker', 'OBJ', 'STOP'), ['OBJ']],
    'state.pkl': [state, ['NEWOBJ', 'BUILD']],
    'keywords.pkl': [asm('PROTO 4', 'GLOBAL os system', 'EMPTY_TUPLE', 'EMPTY_DICT', 'NEWOBJ_EX', 'STOP'), ['NEWOBJ_EX']],
    'named.pkl': [asm('GLOBAL os system', 'STOP'), ['GLOBAL']],
    'stacked.pkl': [asm('PROTO 4', 'SHORT_BINUNICODE os', 'SHORT_BINUNICODE system', 'STACK_GLOBAL', 'STOP'), ['STACK_GLOBAL']],
  }
  for (const [name, [bytes, opcodes]] of Object.entries(files)) {
    const said = [...page(report([await scanBytes(name, bytes)])).matchAll(/<code>([A-Z_]+)<\/code> at byte (\d+)/g)]
    expect(said.map(([, opcode]) => opcode).sort(), name).toEqual([...opcodes].sort())
    for (const [, opcode, offset] of said) expect(opcodeName(bytes[Number(offset)] ?? -1), name).toBe(opcode)
  }
})

test('an opcode from a report that was read is text like any other', () => {
  const built = report([file('a.pkl', { findings: [finding({ opcode: '<b>X</b>' })] })])
  expect(page(built)).toContain('<code>&#60;b&#62;X&#60;/b&#62;</code> at byte 12')
})

test('members are nested lists, one for each container on the way', () => {
  const at = (...path: ArtifactPath) => finding({ path })
  const built = report([
    file('a.zip', { findings: [at('a.zip', 'b.pt', 'data.pkl'), at('a.zip', 'b.pt'), at('a.zip', 'b.pt', 'more.pkl')] }),
  ])
  const outline = tags(page(built).replace(/[\s\S]*<main>/, ''))
    .filter((tag) => /^<\/?ul|<li/.test(tag))
    .map((tag) => tag.replace(' class="member"', ' member').replace(/ data-kind.*(?=>)/, ''))
  const member = ['<li member>', '<ul>', '<li>', '</ul>']
  expect(outline).toEqual(['<ul>', '<li member>', '<ul>', '<li>', ...member, ...member, '</ul>', '</ul>'])
})

test('a path of a thousand members is flat from the sixteenth on', () => {
  const path: ArtifactPath = ['a', ...Array.from({ length: 1000 }, (_, i) => `m${i}`)]
  const html = page(report([file('a', { findings: [finding({ path })] })]))
  expect(count(html, 'class="member"')).toBe(16)
  expect(html).toContain('<code>m15!m16!')
})

test('what PyTorch refuses, a gate of the file, and what is accepted stand at the file', () => {
  const accepted = {
    rule: 'pickle/unlisted-call',
    severity: 'high',
    path: ['a.pt'],
    evidence: 'x.y()',
    by: 'baseline',
    reason: 'known',
  } as const
  const gate = { failOn: 'never', failOnIncomplete: false, lfsPointers: 'warn' } as const
  const html = page(report([file('a.pt', { torch: { weightsOnly: false, refused: ['os.system'] }, gate, suppressed: [accepted] })]))
  expect(html).toContain('refuses this file: <code>os.system</code>')
  expect(html).toContain('Gate of this file: never fails on findings')
  expect(html).toContain('<li data-kind="accepted">')
  expect(html).toContain('baseline: known')
})

describe('text of files', () => {
  const plain = tags(page(hostile('plain')))

  test.each(names.map((name) => [JSON.stringify(name.slice(0, 40)), name] as const))(
    '%s makes no element and no attribute',
    (_label, name) => {
      const html = page(hostile(name))
      expect(tags(html)).toEqual(plain)
      expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect(commandsIn(html)).toEqual([])
    },
  )

  test('of any kind makes none either', () => {
    const piece = fc.oneof(
      fc.constantFrom('<', '>', '"', "'", '`', '&', '=', '/', '!--', 'script', 'onload', '\0', '\u202e', '\ud800'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(tags(page(hostile(pieces.join(''))))).toEqual(plain)
      }),
    )
  })

  test.each([
    ['<b a="1" c=\'2\'>&`', '&#60;b a=&#34;1&#34; c=&#39;2&#39;&#62;&#38;&#96;'],
    ['a\0b\u202ec\ud800', 'a\\x00b\\u{202e}c\\u{d800}'],
    ['&lt;', '&#38;lt;'],
    ['模型 é', '模型 é'],
  ])('%j is written %j', (text, html) => {
    expect(safeHtml(text)).toBe(html)
  })
})

describe('a large report', () => {
  test('shows five thousand of ten thousand findings, all of the worst, counts all, and says so', () => {
    const findings = Array.from({ length: 5 }, (_, i) => finding({ path: ['m.pt'], evidence: `low_${i}`, severity: 'low' }))
    const files = Array.from({ length: 2000 }, (_, i) =>
      file(`${i}.pt`, { findings: i < 1000 ? findings : findings.map((each) => ({ ...each, severity: 'critical' })) }),
    )
    const html = page(report(files))
    expect(count(html, '<li data-kind=')).toBe(5000)
    expect(count(html, '<li data-kind="critical"')).toBe(5000)
    expect(html).toContain('<b>Truncated:</b> the worst 5000 of 10000 findings shown')
    expect(html).toContain('<td>5000</td><td>0</td><td>0</td><td>5000</td>')
    expect(bytes(html)).toBeLessThan(8_000_000)
  })

  test('many low findings of one file leave room for a critical one of another', () => {
    const many = Array.from({ length: 6000 }, () => finding({ path: ['a.pt'], severity: 'low' }))
    const html = page(
      report([
        file('a.pt', { findings: [finding({ path: ['a.pt'] }), ...many] }),
        file('b.pt', { findings: [finding({ path: ['b.pt'] })] }),
      ]),
    )
    expect(html).toContain('<summary><code>b.pt</code></summary>')
    expect(count(html, 'data-kind="critical"')).toBe(2)
  })

  test.each([
    ['long calls', large(1000, 10)],
    [
      'long texts everywhere',
      report(
        Array.from({ length: 3000 }, (_, i) => {
          const text = `${i}${'<&模'.repeat(2000)}`
          const path: ArtifactPath = [text, `${text}1`, `${text}2`]
          const accepted = { rule: 'pickle/unlisted-call', severity: 'high', path, evidence: text, by: 'exception', reason: text } as const
          return file(text, {
            findings: [finding({ path, evidence: text, message: text })],
            incomplete: [incomplete({ path, detail: text, remedy: text })],
            suppressed: [accepted],
          })
        }),
        {},
        Array.from({ length: 1000 }, () => '&'.repeat(2000)),
      ),
    ],
  ])('with %s stays under 8 MB and says what it left out', (_label, built) => {
    const html = page(built)
    expect(bytes(html)).toBeLessThan(8_000_000)
    expect(html).toMatch(/<b>Truncated:<\/b> the worst \d+ of \d+ findings shown/)
  })
})
