import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useAction } from '../helpers/action-suite.ts'
import { commit, type Files, git, type PullRequest, pullRequestEnv } from '../helpers/git-repo.ts'
import { makeJob, startAction } from '../helpers/run-action.ts'

const template = "{{ cycler.__init__.__globals__.os.popen('echo marker').read() }}"
const links = { 'chat_template.jinja': 'texts/notes.txt', 'other.md': 'README.md' }

const action = useAction()

/** A pull request in a repository with links. */
function pullRequest(proposed: Files): PullRequest {
  const job = makeJob({ 'README.md': 'text', 'texts/notes.txt': 'notes', 'a.pkl': '(d.' })
  action.jobs.push(job)
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(job.workspace, name))
  git(job.workspace, 'init', '--quiet', '--initial-branch=main')
  const base = commit(job.workspace, {})
  git(job.workspace, 'checkout', '--quiet', '-b', 'proposal')
  const head = commit(job.workspace, proposed)
  git(job.workspace, 'checkout', '--quiet', '--detach', 'main')
  git(job.workspace, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'proposal')
  return { ...job, base, head, merge: git(job.workspace, 'rev-parse', 'HEAD') }
}

async function scanned(inputs: Readonly<Record<string, string>>) {
  const on = pullRequest({ 'texts/notes.txt': template })
  const run = await startAction(on, { token: 'token', ...inputs }, { entry: action.entry, env: pullRequestEnv(on) })
  const { files } = run.report as { readonly files: readonly { readonly path: string; readonly status: string }[] }
  return Object.fromEntries(files.map(({ path, status }) => [path, status]))
}

// Making links needs a privilege on Windows.
describe.skipIf(process.platform === 'win32')('a link lends its name to a file that a pull request changes', () => {
  test('where only what changed is scanned', async () => {
    expect(await scanned({ 'changed-only': 'true' })).toEqual({
      'chat_template.jinja': 'findings',
      'other.md': 'unrecognised',
      // A text beside a model may be a template, too.
      'texts/notes.txt': 'findings',
    })
  })

  test('where a pattern names the link', async () => {
    expect(await scanned({ paths: '**/*.jinja' })).toEqual({ 'chat_template.jinja': 'findings' })
  })
})
