import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What users run. */
const committed = join(root, 'dist/index.js')

/** A folder laid out as a runner does it. `dispose` removes it. */
export interface Job {
  readonly workspace: string
  readonly temp: string
  dispose(): void
}

/** A workspace with these files in it; `links` maps a path to its target. */
export function makeJob(files: Readonly<Record<string, Uint8Array | string>>, links: Readonly<Record<string, string>> = {}): Job {
  const base = mkdtempSync(join(tmpdir(), 'modelgate-action-'))
  const workspace = join(base, 'workspace')
  const temp = join(base, 'temp')
  mkdirSync(workspace)
  mkdirSync(temp)
  for (const [name, content] of Object.entries(files)) {
    const path = join(workspace, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  for (const [name, target] of Object.entries(links)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    symlinkSync(target, join(workspace, name))
  }
  return { workspace, temp, dispose: () => rmSync(base, { recursive: true, force: true }) }
}

export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export interface ActionRun {
  readonly code: number | null
  /** Everything the runner sees: it parses both streams for commands. */
  readonly log: string
  readonly commands: readonly Command[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Parsed content of the files that the outputs name. */
  readonly sarif: unknown
  readonly report: unknown
}

export interface RunOptions {
  /** The Node to run with; this one by default. */
  readonly node?: string
  /** The file to run; the committed dist/index.js by default. */
  readonly entry?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the action as the runner does: a clean environment, inputs as INPUT_*, files for outputs and the summary. */
export function runAction(job: Job, inputs: Readonly<Record<string, string>> = {}, options: RunOptions = {}): ActionRun {
  const { node = process.execPath, entry = committed } = options
  const { cwd, env } = prepare(job, inputs, options)
  const result = spawnSync(node, [entry], { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (result.error) throw result.error
  return outcome(job, result.status, result.stdout + result.stderr)
}

/** The same while this thread goes on, for runs that talk to a server in it. */
export async function startAction(job: Job, inputs: Readonly<Record<string, string>> = {}, options: RunOptions = {}): Promise<ActionRun> {
  const { node = process.execPath, entry = committed } = options
  const child = spawn(node, [entry], prepare(job, inputs, options))
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  return outcome(job, code, log)
}

/** Bundles the sources of the action as scripts/build.mjs does, into that folder. Gives the path of the file. */
export async function bundleAction(folder: string): Promise<string> {
  const outfile = join(folder, 'index.mjs')
  const require = "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);"
  await build({
    absWorkingDir: root,
    entryPoints: ['src/action/index.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['import', 'node'],
    banner: { js: require },
    logLevel: 'warning',
  })
  return outfile
}

function prepare(job: Job, inputs: Readonly<Record<string, string>>, { env = {} }: RunOptions) {
  writeFileSync(outputFileOf(job), '')
  writeFileSync(summaryFileOf(job), '')
  return {
    cwd: job.workspace,
    env: {
      // Windows cannot start a process without these.
      ...pick(['PATH', 'SystemRoot', 'TEMP', 'TMP']),
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: job.workspace,
      GITHUB_OUTPUT: outputFileOf(job),
      GITHUB_STEP_SUMMARY: summaryFileOf(job),
      RUNNER_TEMP: job.temp,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...env,
    },
  }
}

function outcome(job: Job, code: number | null, log: string): ActionRun {
  const outputs = parseOutputs(readFileSync(outputFileOf(job), 'utf8'))
  return {
    code,
    log,
    commands: parseCommands(log),
    outputs,
    summary: readFileSync(summaryFileOf(job), 'utf8'),
    sarif: readJson(outputs['sarif-file']),
    report: readJson(outputs['report-file']),
  }
}

function outputFileOf(job: Job): string {
  return join(job.temp, 'output')
}

function summaryFileOf(job: Job): string {
  return join(job.temp, 'summary')
}

/** Reads the log for commands as actions/runner does (ActionCommand.cs): `::name props::data` on a trimmed line, `##[name props]data` anywhere. */
function parseCommands(log: string): Command[] {
  return log.split(/\r?\n/).flatMap((line) => {
    const found = /^::([^ :]+)(?: (.*?))?::(.*)$/.exec(line.trim()) ?? /##\[([^\] ]+)(?: ([^\]]*))?\](.*)$/.exec(line)
    if (!found) return []
    const [, name = '', properties = '', message = ''] = found
    const pairs = properties.split(/[,;]/).flatMap((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at).trim(), decode(pair.slice(at + 1))]]
    })
    return [{ name: name.toLowerCase(), properties: Object.fromEntries(pairs), message: decode(message) }]
  })
}

/** GITHUB_OUTPUT holds `name<<delimiter`, the value, the delimiter. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [, name = '', , value = ''] of text.matchAll(/^([^<\n]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm)) outputs[name] = value
  return outputs
}

function decode(text: string): string {
  return text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%')
}

function readJson(path: string | undefined): unknown {
  return path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function pick(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']])))
}
