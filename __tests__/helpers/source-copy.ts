/** A copy of the sources, their pages and scripts in a temporary folder, for tests that add something to them. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Paths are relative to the copy, with `/`. */
export interface SourceCopy {
  read(path: string): string
  write(path: string, text: string): void
  /** Puts `text` before the only place where `mark` is. */
  insert(path: string, mark: string, text: string): void
  /** Bundles the command line as users run it. To be called before `modelgate`. */
  bundle(): Promise<void>
  /** Standard output of the command line, whatever its exit status. */
  modelgate(...args: readonly string[]): string
  /** Runs a script of `scripts/`. */
  script(name: string): void
  dispose(): void
}

/** Copies `src/`, `docs/` and `scripts/`; packages are shared. */
export function copySources(): SourceCopy {
  const base = mkdtempSync(join(tmpdir(), 'modelgate-sources-'))
  for (const path of ['src', 'docs', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, path), join(base, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(base, 'node_modules'), 'junction')
  const read = (path: string) => readFileSync(join(base, path), 'utf8')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
  const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: base, encoding: 'utf8', maxBuffer: 1 << 26 })
  return {
    read,
    write,
    insert(path, mark, text) {
      const parts = read(path).split(mark)
      if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} places with ${mark}`)
      write(path, parts.join(`${text}${mark}`))
    },
    async bundle() {
      await build({
        absWorkingDir: base,
        entryPoints: ['src/cli/main.ts'],
        outdir: 'out',
        bundle: true,
        splitting: true,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        conditions: ['import', 'node'],
        // Some packages are CommonJS and call require() for modules of Node.
        banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
        logLevel: 'warning',
      })
    },
    modelgate(...args) {
      const { stdout, stderr } = run('out/main.js', ...args)
      if (stderr !== '') throw new Error(stderr)
      return stdout
    },
    script(name) {
      const { status, stderr } = run('--import', 'tsx', `scripts/${name}`)
      if (status !== 0) throw new Error(stderr)
    },
    dispose: () => rmSync(base, { recursive: true, force: true }),
  }
}
