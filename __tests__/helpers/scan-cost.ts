import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Cost } from '../properties/resources-child.ts'

/** Scans files in processes of their own, since it is about memory. */
export interface CostScanner {
  costOf(name: string, bytes: Uint8Array): Cost
  /** The same of several files in one process, in their order; each in a folder of its own. */
  costsOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): readonly Cost[]
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
  const costsOf: CostScanner['costsOf'] = (files) => {
    const into = mkdtempSync(join(folder, 'files-'))
    const paths = files.map(({ name, bytes }, index) => {
      mkdirSync(join(into, `${index}`))
      writeFileSync(join(into, `${index}`, name), bytes)
      return join(into, `${index}`, name)
    })
    try {
      const run = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, child, ...paths], {
        encoding: 'utf8',
        timeout: 120_000,
        maxBuffer: 2 ** 26,
      })
      if (run.status !== 0) throw new Error(`the scan did not end well (${run.status ?? run.signal}): ${run.stderr.slice(-2000)}`)
      return JSON.parse(run.stdout)
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
