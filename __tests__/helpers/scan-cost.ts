import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { FileReport, Report, Stats } from '../../src/types/report.ts'

/** What a scan cost and what it came to. */
export interface Cost {
  readonly stats: Stats
  /** Highest resident memory of the process, MiB. */
  readonly rss: number
  readonly formats: readonly string[]
  readonly findings: readonly string[]
  /** Why something was not read, and what. */
  readonly incomplete: readonly string[]
}

/** Scans files in processes of their own, since it is about memory: the command, as users run it. */
export interface CostScanner {
  costOf(name: string, bytes: Uint8Array): Cost
  /** The same of several files in one process, in their order; each in a folder of its own. */
  costsOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): readonly Cost[]
  dispose(): void
}

export interface CostOptions {
  /** The command, if it is built already. */
  readonly command?: string
  /** MiB that the scan may keep; it ends badly where it wants more. */
  readonly heap?: number
}

/**
 * Loaded before the command, and says at the end what it took. On Linux `maxRSS` begins with what the parent had when it forked; the high-water mark is the
 * process's own.
 */
const METER = `process.on('exit', () => {
  const { readFileSync, writeFileSync } = require('node:fs')
  let mark
  try { mark = /VmHWM:\\s+(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] } catch {}
  writeFileSync(process.env.MODELGATE_METER, String((mark === undefined ? process.resourceUsage().maxRSS : Number(mark)) / 1024))
})
`

const TIMEOUT = 180_000

export function costScanner({ command, heap }: CostOptions): CostScanner {
  const folder = mkdtempSync(join(tmpdir(), 'modelgate-resources-'))
  const meter = join(folder, 'meter.cjs')
  writeFileSync(meter, METER)
  const cli = command ?? built(folder)
  const costsOf: CostScanner['costsOf'] = (files) => {
    const into = mkdtempSync(join(folder, 'files-'))
    const paths = files.map(({ name, bytes }, index) => {
      const path = join(`${index}`, name)
      mkdirSync(join(into, `${index}`))
      writeFileSync(join(into, path), bytes)
      return path
    })
    try {
      const limit = heap === undefined ? [] : [`--max-old-space-size=${heap}`]
      const mark = join(folder, 'mark')
      const run = spawnSync(process.execPath, [...limit, '--require', meter, cli, '--format', 'json', '--stats', '--jobs', '1', ...paths], {
        cwd: into,
        encoding: 'utf8',
        env: { ...process.env, MODELGATE_METER: mark },
        timeout: TIMEOUT,
        maxBuffer: 2 ** 26,
      })
      if (![0, 1, 2].includes(run.status ?? -1)) {
        throw new Error(`the scan did not end well (${run.status ?? run.signal}): ${run.stderr.slice(-2000)}`)
      }
      const report: Report = JSON.parse(run.stdout)
      const rss = Number(readFileSync(mark, 'utf8'))
      return paths.map((path) => costOf(report, path, rss))
    } finally {
      rmSync(into, { recursive: true })
    }
  }
  return {
    costsOf,
    costOf(name, bytes) {
      const [cost] = costsOf([{ name, bytes }])
      if (cost === undefined) throw new Error('the scan said nothing')
      return cost
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The command as it is built of the sources now, its readers apart as in `dist/`. */
function built(folder: string): string {
  buildSync({
    entryPoints: [join(import.meta.dirname, '../../src/cli/main.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
  })
  return join(folder, 'main.mjs')
}

function costOf({ files }: Report, path: string, rss: number): Cost {
  const file: FileReport | undefined = files.find((each) => each.path === path.replaceAll('\\', '/'))
  if (file?.stats === undefined) throw new Error(`the report says nothing of ${path}`)
  const { stats, formats, findings, incomplete } = file
  return {
    stats,
    rss,
    formats,
    findings: findings.map(({ rule }) => rule),
    incomplete: incomplete.map(({ why, detail }) => `${why}: ${detail}`),
  }
}
