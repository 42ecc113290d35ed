import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildZip } from '../helpers/zip-builder.ts'

const MIB = 2 ** 20
const root = fileURLToPath(new URL('../..', import.meta.url))

let base: string
let cli: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'modelgate-interrupted-'))
  cli = join(base, 'cli.mjs')
  await bundle({ entryPoints: [join(root, 'src/cli/main.ts')] }, cli)
  // A zip that lies deflated in a zip has to be spooled, and past 32 MiB to a file.
  const inner = buildZip([{ name: 'zeros.bin', data: new Uint8Array(34 * MIB) }])
  const outer = buildZip([...Array(20).keys()].map((at) => ({ name: `inner${at}.zip`, data: inner, deflate: true })))
  writeFileSync(join(base, 'model.zip'), outer)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

async function bundle(what: BuildOptions, outfile: string): Promise<void> {
  const banner = "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);"
  await build({
    ...what,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['import', 'node'],
    banner: { js: banner },
    logLevel: 'silent',
  })
}

/** Does the process hold a file that was in that folder open? Linux shows it, by the name it had. */
function holdsFileIn(folder: string, pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      const path = readlinkSync(`/proc/${pid}/fd/${fd}`)
      return path.startsWith(folder) && path.endsWith(' (deleted)')
    })
  } catch {
    // It is ending, or has just closed one of them.
    return false
  }
}

describe.runIf(process.platform === 'linux')('an interrupted scan', () => {
  // A shell shows the end by a signal as 128 and its number: 130, 143 and 137.
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('ends by %s and leaves no temporary file and no part of a report', async (signal) => {
    const temporary = join(base, signal)
    mkdirSync(temporary)
    const missing = join(base, `${signal}.json`)
    const there = join(base, `${signal}-before.json`)
    writeFileSync(there, 'before')
    for (const output of [missing, there]) {
      const child = spawn(process.execPath, [cli, '--format', 'json', '--output', output, join(base, 'model.zip')], {
        env: { ...process.env, TMPDIR: temporary },
        stdio: 'ignore',
      })
      const ended = new Promise((resolve) => child.on('exit', (code, by) => resolve(by ?? code)))
      // Between the removal of the file's name and that of its folder there is a moment in which no program can clean up.
      while (child.exitCode === null && !(holdsFileIn(temporary, child.pid ?? 0) && readdirSync(temporary).length === 0)) await sleep(2)
      child.kill(signal)
      expect(await ended).toBe(signal)
      expect(readdirSync(temporary)).toEqual([])
    }
    expect(existsSync(missing)).toBe(false)
    expect(readFileSync(there, 'utf8')).toBe('before')
  })
})

it.runIf(process.platform !== 'win32')('a report that is being written is finished first', async () => {
  const script = join(base, 'writes.mjs')
  const contents = `import { writeText } from './src/cli/io.ts'
    function* parts() {
      yield 'x'.repeat(${2 * MIB})
      process.kill(process.pid, 'SIGINT')
      process.kill(process.pid, 'SIGTERM')
      yield 'end'
    }
    writeText(process.argv[2], parts(), 'the report')
    process.kill(process.pid, process.argv[3])
    setTimeout(() => undefined, 60_000)`
  await bundle({ stdin: { contents, resolveDir: root, loader: 'ts' } }, script)
  const output = join(base, 'written.json')
  const child = spawn(process.execPath, [script, output, 'SIGTERM'], { stdio: 'ignore' })
  // What comes after the writing ends it as before.
  expect(await new Promise((resolve) => child.on('exit', (code, by) => resolve(by ?? code)))).toBe('SIGTERM')
  expect(readFileSync(output, 'utf8').endsWith('xend')).toBe(true)
})
