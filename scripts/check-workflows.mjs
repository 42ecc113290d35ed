// Asks actionlint about our workflows and about every workflow that README and docs show. Usage: node scripts/check-workflows.mjs
// actionlint is a Go program (go install github.com/rhysd/actionlint/cmd/actionlint@latest); where it is not there, that is said and nothing is checked.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = process.env.ACTIONLINT ?? 'actionlint'
if (spawnSync(program, ['-version']).error) {
  console.log(`skipped: ${program} is not installed (go install github.com/rhysd/actionlint/cmd/actionlint@latest)`)
} else {
  const folder = mkdtempSync(join(tmpdir(), 'check-workflows-'))
  try {
    const shown = workflowsShown(folder)
    const own = filesIn('.github/workflows', '.yml')
    const { status } = spawnSync(program, [...own, ...shown], { stdio: 'inherit' })
    console.log(`${own.length} workflows of our own and ${shown.length} shown in pages: ${status === 0 ? 'nothing to say' : 'see above'}`)
    process.exitCode = status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes every YAML block of a page that has jobs to a file, named after the page. Gives their paths. */
function workflowsShown(folder) {
  const pages = ['README.md', ...filesIn('docs', '.md'), ...filesIn('docs/recipes', '.md')]
  mkdirSync(join(folder, '.github/workflows'), { recursive: true })
  return pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)]
      .filter(([, body]) => /^jobs:$/m.test(body))
      .map(([, body], index) => {
        const path = join(folder, '.github/workflows', `${page.replace(/\W/g, '-')}-${index + 1}.yml`)
        writeFileSync(path, body)
        return path
      }),
  )
}

function filesIn(folder, extension) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name))
}
