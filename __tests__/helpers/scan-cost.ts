import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Cost } from '../properties/resources-child.ts'

/** Scans files each in a process of its own, since it is about memory. */
export interface CostScanner {
  costOf(name: string, bytes: Uint8Array): Cost
  dispose(): void
}

/** `heap`: MiB that the scan may keep; it ends badly where it wants more. */
export function costScanner(heap: number): CostScanner {
  const folder = mkdtempSync(join(tmpdir(), 'modelgate-resources-'))
  const child = join(folder, 'child.mjs')
  buildSync({
    entryPoints: [join(import.meta.dirname, '../properties/resources-child.ts')],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
  })
  return {
    costOf(name, bytes) {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      try {
        const run = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, child, path], {
          encoding: 'utf8',
          timeout: 120_000,
          maxBuffer: 2 ** 26,
        })
        if (run.status !== 0) throw new Error(`the scan did not end well (${run.status ?? run.signal}): ${run.stderr.slice(-2000)}`)
        return JSON.parse(run.stdout)
      } finally {
        rmSync(path)
      }
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
