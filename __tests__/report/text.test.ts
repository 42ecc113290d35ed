import { describe, expect, test } from 'vitest'
import { toText } from '../../src/report/text.ts'
import { commandsIn } from './runner.ts'
import { file, finding, hostile, hostileNames, large, report, sample } from './samples.ts'

test('the sample, as people read it', () => {
  expect(toText(sample(), { elapsedMs: 50 })).toMatchInlineSnapshot(`
    "models/model.pt
      CRITICAL  pickle/dangerous-call
                posix.system('echo hello')
                Loading runs a program.
                in archive/data.pkl @ 12
                → Do not load this file. Find out where it comes from, and ask for its weights as safetensors.
      MEDIUM    pickle/unknown-class (4 times)
                my_package.Model
                Loading builds my_package.Model.
                in archive/data.pkl @ 3
                → If you trust the class, allow it in the policy: allow: [module.Class].

    bare.pkl
      HIGH      pickle/dangerous-import
                os.system
                Loading imports os.system.
                at byte 0
                → Find out why the file imports this name before you load it: an imported function can be called later.

    cut.pkl
      INCOMPLETE truncated
                the file ends inside an opcode
                at byte 40
                → Download the file again.

    note: link.pkl is a symbolic link and was not followed
    note: 1 unrecognised file: no format matched, so nothing was judged

    FAIL  2 files unsafe (1 critical, 1 high, 1 medium), 1 incomplete, 1 unrecognised — 5 files, 3.2 MB in 0.05 s
    "
  `)
})

test('quiet shows only what closes the gate, and the verdict', () => {
  const built = report([
    file('a.pkl', { findings: [finding({ severity: 'medium', path: ['a.pkl'] })] }),
    file('b.pkl', { findings: [finding({ path: ['b.pkl'] })] }),
  ])
  const text = toText(built, { quiet: true })
  expect(text).toContain('b.pkl')
  expect(text).not.toContain('a.pkl')
  expect(toText(report([file('a.pkl')]), { quiet: true })).toBe('PASS  nothing unsafe found — 1 file, 1.0 kB\n')
})

describe('colour', () => {
  const sgr = /\x1b\[[\d;]*m/g

  test('is off by default and changes nothing but colour', () => {
    expect(toText(sample())).not.toMatch(sgr)
    expect(toText(sample(), { color: true })).toMatch(sgr)
    expect(toText(sample(), { color: true }).replace(sgr, '')).toBe(toText(sample()))
  })

  test('no escape sequence of a file gets through', () => {
    for (const name of hostileNames) expect(toText(hostile(name), { color: true }).replace(sgr, '')).not.toContain('\x1b')
  })
})

test.each(hostileNames.map((name) => [JSON.stringify(name.slice(0, 30)), name] as const))('%s is inert', (_label, name) => {
  const text = toText(hostile(name), { elapsedMs: 1 })
  expect(commandsIn(text)).toEqual([])
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(1100)
})

test('every finding of ten thousand is shown, and the verdict is the last line', () => {
  const lines = toText(large(1000, 10)).trimEnd().split('\n')
  expect(lines.filter((line) => line.includes('module_'))).toHaveLength(10_000)
  expect(lines.at(-1)).toMatch(/^FAIL {2}1000 files unsafe \(5000 critical, 5000 high\)/)
})
