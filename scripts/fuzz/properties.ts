import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { memorySource } from '../../src/bytes/source.ts'
import { sha256OfText } from '../../src/node/hash.ts'
import { scanSource } from '../../src/node/scan-files.ts'
import { defaultPolicy } from '../../src/policy/policy.ts'
import { annotations, toGithub } from '../../src/report/annotations.ts'
import { toJson } from '../../src/report/json.ts'
import { toMarkdown } from '../../src/report/markdown.ts'
import { toSarif } from '../../src/report/sarif.ts'
import { toText } from '../../src/report/text.ts'
import { buildReport } from '../../src/report/verdict.ts'
import type { Limits } from '../../src/scan/limits.ts'
import { defaultLimits } from '../../src/scan/limits.ts'
import type { FileReport } from '../../src/types/report.ts'
import { version } from '../../src/version.ts'
import { countingSource } from './sources.ts'

/** Small enough that a bomb ends within a second, large enough for every fixture. */
const LIMITS: Limits = { ...defaultLimits, 'bytes-inflated': 64 * 2 ** 20, members: 20_000, opcodes: 2 ** 22, time: 20_000 }
/** Milliseconds for one scan of at most some hundred KiB: a hundred times what the slowest fixture takes. */
const SLOW = 5_000
/** How often the bytes of a file may be read: by some forty formats, each of which may look for what is hidden. */
const READ_FACTOR = 100
const READ_ALLOWANCE = 16 * 2 ** 20
/** What a member may cost beside, as archives within archives have their directories read: the end of a zip is looked for in this many bytes. */
const READ_MEMBER = 64 * 2 ** 10

/** Whether the file may be called clean: `bad` is known to be hostile whatever was done to it. */
export type Expectation = 'bad' | 'any'

const compile = (schema: object) => new Ajv({ strict: false, allErrors: false, unicodeRegExp: false }).compile(schema)
// The schema is written for draft 4, of which it uses nothing that draft 7 reads otherwise but the name of the id.
const { $schema: _draft, id: _id, ...sarif } = sarifSchema
const ajv = new Ajv({ strict: false, unicodeRegExp: false })
formats.default(ajv)
const isSarif = ajv.compile(sarif)
const isReport = compile(JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/report.schema.json'), 'utf8')))

/**
 * What is wrong with the way these bytes are scanned and reported; nothing if all holds: no crash, no read outside, bounded work, the same report
 * each time, valid reports in which no line is a command to the runner.
 */
export async function broken(name: string, bytes: Uint8Array, expectation: Expectation = 'any'): Promise<readonly string[]> {
  const { source, work } = countingSource(bytes)
  const problems: string[] = []
  const started = performance.now()
  let file: FileReport
  try {
    file = await scanSource(name, source, { policy: defaultPolicy, limits: LIMITS, stats: true })
  } catch (error) {
    return [`crash: ${error instanceof Error ? error.stack : String(error)}`]
  }
  const elapsed = performance.now() - started
  if (elapsed > SLOW) problems.push(`slow: ${Math.round(elapsed)} ms for ${bytes.length} bytes`)
  const members = file.stats?.members ?? 0
  if (work.bytes > READ_ALLOWANCE + READ_FACTOR * bytes.length + READ_MEMBER * members)
    problems.push(`reads: ${work.bytes} bytes of ${bytes.length}`)
  if (work.reads > READ_ALLOWANCE / 64 + READ_FACTOR * bytes.length) problems.push(`reads: ${work.reads} times of ${bytes.length} bytes`)
  for (const { why, detail, path } of file.incomplete) {
    if (why === 'internal') problems.push(`internal: ${detail} in ${JSON.stringify(path.slice(1))}`)
  }
  if (expectation === 'bad' && (file.status === 'clean' || file.status === 'unrecognised'))
    problems.push(`missed: the file is ${file.status}`)
  const again = await scanSource(name, memorySource(bytes), { policy: defaultPolicy, limits: LIMITS, stats: true })
  if (JSON.stringify(again) !== JSON.stringify(file)) problems.push('unstable: a second scan says something else')
  return [...problems, ...badReports(file)]
}

/** What is wrong with the five renderings of a report. */
function badReports(file: FileReport): readonly string[] {
  const report = buildReport({ files: [file], gate: defaultPolicy, notices: [], version })
  const problems: string[] = []
  const json = toJson(report)
  if (!isReport(JSON.parse(json))) problems.push(`json: ${JSON.stringify(isReport.errors?.slice(0, 3))}`)
  const log = toSarif(report, { hash: sha256OfText })
  if (!isSarif(JSON.parse(log))) problems.push(`sarif: ${JSON.stringify(isSarif.errors?.slice(0, 3))}`)
  for (const [format, text] of [
    ['text', toText(report)],
    ['markdown', toMarkdown(report)],
    ['json', json],
    ['sarif', log],
  ] as const) {
    const [command] = commandsIn(text)
    if (command !== undefined) problems.push(`command in ${format}: ${JSON.stringify(command)}`)
    if (hasControls(text)) problems.push(`control character in ${format}`)
  }
  const commands = commandsIn(toGithub(report))
  const ours = annotations(report).length + 1
  if (commands.length > ours || commands.some((line) => !/^::(?:error|warning|notice) [^\r\n]*$/.test(line) || /##\[/.test(line))) {
    problems.push(`command in github: ${JSON.stringify(commands)}`)
  }
  return problems
}

/** Lines that a runner would obey: `::name …::` at the start of a trimmed line, `##[name …]` anywhere in it (actions/runner, ActionCommand.cs). */
function commandsIn(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => /^\s*::[\s\S]*?::/.test(line) || /##\[[^\]]*\]/.test(line))
}

function hasControls(text: string): boolean {
  return /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(text)
}
