import { createHash } from 'node:crypto'
import { buildReport, type ScannedFile } from '../../src/report/verdict.ts'
import type { ArtifactPath } from '../../src/types/artifact.ts'
import type { Finding, Incomplete } from '../../src/types/finding.ts'
import type { Gate, Report } from '../../src/types/report.ts'

const gate: Gate = { failOn: 'high', failOnIncomplete: true, lfsPointers: 'fail' }

/** Names that try to be more than names, each for another reader: the runner, a browser, a terminal, a parser. */
export const hostileNames = [
  '::add-mask::a.pkl',
  '  ::error file=x::owned',
  '##[stop-commands]x',
  'a ##[set-output name=x]y',
  '<script>alert(1)</script>',
  '![x](https://example.test/x.png)',
  '[click](https://example.test) | cell',
  '`code` | @octocat #1 :tada: $x$ www.example.test me@example.test',
  'evil\u202egnp.pkl',
  'zero\u200bwidth\ufeff',
  'nul\0byte',
  'line\nfeed\r::warning::x',
  'lone \ud800 surrogate \udc00',
  '\x1b[31mred\x9b0m',
  'tag\u{e0041}\u2028',
  `${'x'.repeat(10_000)}`,
  '%0A::error::x',
  '::',
  '##',
  '',
]

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

export function finding(over: Partial<Finding> = {}): Finding {
  return {
    rule: 'pickle/dangerous-call',
    severity: 'critical',
    message: 'Loading runs a program.',
    path: ['model.pt', 'archive/data.pkl'],
    offset: 12,
    evidence: "posix.system('echo hello')",
    count: 1,
    ...over,
  }
}

export function incomplete(over: Partial<Incomplete> = {}): Incomplete {
  return {
    why: 'truncated',
    detail: 'the file ends inside an opcode',
    path: ['cut.pkl'],
    offset: 40,
    remedy: 'Download the file again.',
    ...over,
  }
}

export function file(path: string, over: Partial<ScannedFile> = {}): ScannedFile {
  return { path, size: 1000, formats: ['pickle'], findings: [], incomplete: [], ...over }
}

export function report(files: readonly ScannedFile[], over: Partial<Gate> = {}, notices: readonly string[] = []): Report {
  return buildReport({ files, gate: { ...gate, ...over }, notices, version: '1.2.3' })
}

/** A little of everything. */
export function sample(): Report {
  return report(
    [
      file('models/model.pt', {
        size: 3_200_000,
        sha256: 'ab'.repeat(32),
        formats: ['pytorch', 'zip'],
        findings: [
          finding({ path: ['models/model.pt', 'archive/data.pkl'], fileOffset: 512, opcode: 'REDUCE' }),
          finding({
            rule: 'pickle/unknown-class',
            severity: 'medium',
            message: 'Loading builds my_package.Model.',
            path: ['models/model.pt', 'archive/data.pkl'],
            offset: 3,
            evidence: 'my_package.Model',
            count: 4,
          }),
        ],
      }),
      file('cut.pkl', { incomplete: [incomplete()] }),
      file('clean.pkl'),
      file('notes.bin', { formats: [] }),
      file('bare.pkl', {
        findings: [
          finding({
            rule: 'pickle/dangerous-import',
            severity: 'high',
            message: 'Loading imports os.system.',
            path: ['bare.pkl'],
            offset: 0,
            evidence: 'os.system',
          }),
        ],
      }),
    ],
    {},
    ['link.pkl is a symbolic link and was not followed'],
  )
}

/** Hostile text in every field that can hold text of a file. */
export function hostile(name: string): Report {
  const path: ArtifactPath = [name, name, name]
  return report(
    [
      file(name, {
        findings: [
          finding({ path, message: name, evidence: name }),
          finding({ rule: 'zip/name-mismatch', severity: 'high', path, message: name, evidence: name }),
        ],
      }),
      file(`${name}2`, { incomplete: [incomplete({ path, detail: name, remedy: name })] }),
      file(`${name}3`, {
        suppressed: [
          { rule: 'pickle/unlisted-call', severity: 'high', path, evidence: name, by: 'exception', reason: name, expires: '2030-01-31' },
        ],
      }),
    ],
    {},
    [name],
  )
}

/** `count` findings in `files` files. */
export function large(files: number, perFile: number): Report {
  return report(
    Array.from({ length: files }, (_, i) =>
      file(`models/${i}.pt`, {
        findings: Array.from({ length: perFile }, (_unused, j) =>
          finding({
            rule: j % 2 === 0 ? 'pickle/dangerous-call' : 'pickle/unlisted-call',
            severity: j % 2 === 0 ? 'critical' : 'high',
            path: [`models/${i}.pt`, `archive/${j}.pkl`],
            evidence: `module_${j}.function(${'<&|'.repeat(60)})`,
          }),
        ),
      }),
    ),
  )
}
