import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { version } from '../../src/version.ts'

const url = (path: string): URL => new URL(`../${path}`, import.meta.url)
const text = (path: string): string => readFileSync(url(path), 'utf8')
const manifest: { version: string; dependencies?: object; bin: Record<string, string>; type: string } = JSON.parse(text('package.json'))

describe('what users run', () => {
  test('needs nothing installed', () => {
    expect(manifest.dependencies ?? {}).toEqual({})
    for (const file of ['dist/index.js', 'dist/cli.js', ...readdirSync(url('dist/chunks')).map((chunk) => `dist/chunks/${chunk}`)]) {
      const imported = [...text(file).matchAll(/^import\s[^;]*?from\s+["']([^"']+)["']/gm)].map(([, name = '']) => name)
      // undici and tunnel name Node's modules without the prefix.
      const ours = (name: string) => /^\.\/(chunks\/)?[\w-]+\.js$/.test(name)
      expect(imported.filter((name) => !/^(node:)?[a-z_]+(\/[a-z]+)?$/.test(name) && !ours(name))).toEqual([])
    }
  })

  test('is two files, what they load when it is needed, and the licenses of what is in them', () => {
    expect(readdirSync(url('dist')).sort()).toEqual(['chunks', 'cli.js', 'index.js', 'licenses.txt'])
  })

  test('knows its version', () => {
    expect(version).toBe(manifest.version)
  })

  test('has a CLI that starts by itself, without the GitHub toolkit', () => {
    const cli = text('dist/cli.js')
    expect(cli.startsWith('#!/usr/bin/env node\n')).toBe(true)
    expect(cli).not.toContain('node_modules/@actions/')
    expect(Object.values(manifest.bin)).toEqual(['dist/cli.js'])
  })

  test('has no carriage returns and no source maps', () => {
    for (const file of ['dist/index.js', 'dist/cli.js']) expect(text(file)).not.toMatch(/\r\n|^\/\/# sourceMappingURL/m)
  })
})

describe.each(readdirSync(url('.github/workflows')))('workflow %s', (name) => {
  interface Workflow {
    readonly permissions: unknown
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] }>>
  }
  const source = text(`.github/workflows/${name}`)
  const workflow: Workflow = parse(source)
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

  test('may only read', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })

  test('pins every action by commit and says which version that is', () => {
    const used = [...source.matchAll(/uses: (\S+)(.*)$/gm)].filter(([, action = '']) => !action.startsWith('./'))
    expect(used.length).toBeGreaterThan(0)
    for (const [line, action = '', comment = ''] of used) {
      expect(action, line).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/)
      expect(comment, line).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  })

  test('puts no expression into a shell', () => {
    for (const step of steps) expect(step.run ?? '').not.toContain('${{')
  })

  test('names only folders that exist', () => {
    for (const [, folder = ''] of source.matchAll(/working-directory: (\S+)/g)) expect(existsSync(url(folder)), folder).toBe(true)
  })
})
