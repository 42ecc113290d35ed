/**
 * Compares ModelGate with other scanners, one process per file, on labelled files:
 *   npm run compare -- [--cli dist/cli.js] [--jobs 2] [--timeout 60] [--sample NAME=N] [--tool NAME=PROGRAM] [--json FILE] CORPUS_DIR…
 * A corpus is a folder with `manifest.json` (rows with `file` and `verdict`) and the files in `files/`. Tools that are not found are left out.
 * `--sample modelaudit=5` gives a slow tool every fifth file only. Method and figures: docs/detection.md.
 */
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'

/** What a tool says of a file. `unread`: it failed, ran out of time, or says itself that it cannot judge it. */
type Answer = 'alarm' | 'quiet' | 'unread'

interface Tool {
  readonly name: string
  readonly version: readonly string[]
  readonly command: (path: string) => readonly string[]
  /** By exit status; every other one is `unread`. */
  readonly answers: Readonly<Record<number, Answer>>
}

/** Zero is clean and one is bad for all of them; what else there is means that the file was not read. */
const ANSWERS = { 0: 'quiet', 1: 'alarm' } as const

const RIVALS: readonly Tool[] = [
  { name: 'modelscan', version: ['--version'], command: (path) => ['-p', path], answers: ANSWERS },
  { name: 'picklescan', version: ['--version'], command: (path) => ['-p', path], answers: ANSWERS },
  // Its default report would be written into the working directory.
  { name: 'fickling', version: ['--version'], command: (path) => ['--check-safety', '--json-output', '/dev/null', path], answers: ANSWERS },
  { name: 'modelaudit', version: ['--version'], command: (path) => ['scan', '--format', 'json', path], answers: ANSWERS },
]
/** ModelGate with its defaults: it fails on high, and on what it could not read, which has a status of its own. */
const OURS: Tool = { name: 'ModelGate', version: ['--version'], command: (path) => ['--quiet', path], answers: ANSWERS }

interface Row {
  readonly file: string
  readonly verdict: string
}

interface Outcome extends Row {
  readonly corpus: string
  readonly tool: string
  readonly answer: Answer
  readonly status: number | null
  readonly seconds: number
}

interface Installed extends Tool {
  readonly program: readonly string[]
  readonly said: string
  readonly every: number
}

/** No telemetry: it would be measured, and the files are nobody's business. */
const ENV = { ...process.env, NO_ANALYTICS: '1', PROMPTFOO_DISABLE_TELEMETRY: '1', NO_COLOR: '1' }

function pairs(list: readonly string[] | undefined): ReadonlyMap<string, string> {
  return new Map((list ?? []).map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]))
}

function findTools(cli: string, paths: ReadonlyMap<string, string>, samples: ReadonlyMap<string, string>): readonly Installed[] {
  return [OURS, ...RIVALS].flatMap((tool) => {
    const program = tool === OURS ? [process.execPath, resolve(cli)] : [paths.get(tool.name) ?? tool.name]
    const [first = '', ...rest] = program
    const run = spawnSync(first, [...rest, ...tool.version], { encoding: 'utf8', env: ENV })
    // picklescan has no --version.
    const said = /\d+\.\d+\.\d+/.exec(run.stdout ?? '')?.[0] ?? ''
    if (run.error) {
      console.log(`${tool.name} is not there: left out`)
      return []
    }
    return [{ ...tool, program, said, every: Number(samples.get(tool.name) ?? 1) }]
  })
}

function ask(tool: Installed, path: string, cwd: string, timeout: number): Promise<{ status: number | null; seconds: number }> {
  return new Promise((done) => {
    const started = performance.now()
    const [program = '', ...rest] = tool.program
    const child = spawn(program, [...rest, ...tool.command(path)], { cwd, env: ENV, stdio: 'ignore', timeout, killSignal: 'SIGKILL' })
    const end = (status: number | null) => done({ status, seconds: (performance.now() - started) / 1000 })
    child.on('error', () => end(null))
    child.on('close', end)
  })
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cli: { type: 'string', default: 'dist/cli.js' },
      jobs: { type: 'string', default: '2' },
      timeout: { type: 'string', default: '60' },
      sample: { type: 'string', multiple: true },
      tool: { type: 'string', multiple: true },
      json: { type: 'string' },
    },
  })
  if (positionals.length === 0) {
    console.error('name at least one folder with manifest.json and files/')
    return 64
  }
  const tools = findTools(values.cli, pairs(values.tool), pairs(values.sample))
  const tasks = positionals.flatMap((folder) => {
    const rows: readonly Row[] = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    return rows.flatMap((row, index) => {
      const path = resolve(folder, 'files', row.file)
      if (!existsSync(path)) throw new Error(`${row.file} of ${folder} is not there`)
      return tools.filter(({ every }) => index % every === 0).map((tool) => ({ row, path, tool, corpus: basename(resolve(folder)) }))
    })
  })
  const cwd = mkdtempSync(join(tmpdir(), 'modelgate-compare-'))
  const outcomes: Outcome[] = []
  if (values.json !== undefined) writeFileSync(values.json, '')
  let next = 0
  const worker = async () => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      const { status, seconds } = await ask(task.tool, task.path, cwd, Number(values.timeout) * 1000)
      const answer = (status === null ? undefined : task.tool.answers[status]) ?? 'unread'
      const { file, verdict } = task.row
      const outcome = { corpus: task.corpus, tool: task.tool.name, file, verdict, answer, status, seconds }
      outcomes.push(outcome)
      // At once: a run over a thousand files takes an hour, and what ends it early must not take the answers with it.
      if (values.json !== undefined) appendFileSync(values.json, `${JSON.stringify(outcome)}\n`)
      if (outcomes.length % 500 === 0) console.error(`${outcomes.length} of ${tasks.length}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: Number(values.jobs) }, worker))
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
  console.log(table(tools, outcomes))
  return 0
}

/** One row for each corpus and tool, in Markdown. */
function table(tools: readonly Installed[], outcomes: readonly Outcome[]): string {
  const lines = [
    '| Files | Tool | Malicious: detected | missed | not read | Clean: quiet | false alarms | not read | Seconds per file |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: |',
  ]
  for (const corpus of new Set(outcomes.map((outcome) => outcome.corpus))) {
    for (const tool of tools) {
      const mine = outcomes.filter((outcome) => outcome.corpus === corpus && outcome.tool === tool.name)
      const count = (verdict: string, answer: Answer) => mine.filter((o) => o.verdict === verdict && o.answer === answer).length
      const cells = [
        `${corpus} (${mine.length} cases)`,
        `${tool.name} ${tool.said}${tool.every > 1 ? `, every ${tool.every}th file` : ''}`,
        count('malicious', 'alarm'),
        count('malicious', 'quiet'),
        count('malicious', 'unread'),
        count('clean', 'quiet'),
        count('clean', 'alarm'),
        count('clean', 'unread'),
        median(mine.map(({ seconds }) => seconds)).toFixed(2),
      ]
      lines.push(`| ${cells.join(' | ')} |`)
    }
  }
  return lines.join('\n')
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

process.exitCode = await main()
