// Runs git commands that only read objects.
import { execFile, execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Time limit in milliseconds. The commands are much faster, but a network drive may hang. */
const timeout = 60_000
/** Maximum bytes of output: the paths of about half a million files. */
const maxListBytes = 64 * 1024 * 1024

/**
 * Runs git without a shell in a repository and returns its output. Only for commands that read objects: they start no
 * hooks, filters or converters, whatever the configuration of the repository says.
 *
 * The path of the repository is explicit. Git then never uses a folder of the checkout that looks like a bare
 * repository, and does not refuse a checkout that belongs to another user, as in a job container.
 * @throws if git is missing, fails, exceeds the time limit or prints more than `maxBytes`
 */
export function git(repository: string, args: readonly string[], maxBytes = maxListBytes): Promise<Buffer> {
  const { command, options } = invocation(repository, args, maxBytes)
  return new Promise((resolve, reject) => {
    execFile('git', command, options, (error, stdout) => {
      if (error) reject(new Error(error.code === 'ENOENT' ? 'git is not installed' : `git ${args[0]} failed`, { cause: error }))
      else resolve(stdout)
    })
  })
}

/** Runs git synchronously, for a question that arises while a file is judged. @throws as `git` does */
export function gitSync(repository: string, args: readonly string[], maxBytes: number): Buffer {
  const { command, options } = invocation(repository, args, maxBytes)
  return execFileSync('git', command, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })
}

function invocation(repository: string, args: readonly string[], maxBytes: number) {
  const command = ['--no-pager', `--git-dir=${join(repository, '.git')}`, ...args]
  const options = { cwd: repository, encoding: 'buffer', maxBuffer: maxBytes, timeout, windowsHide: true, env: environment() } as const
  return { command, options }
}

/** Returns whether git has the commit. In a shallow clone, some commits are known by id only. */
export function hasCommit(repository: string, commit: string): Promise<boolean> {
  return git(repository, ['cat-file', '-e', `${commit}^{commit}`]).then(
    () => true,
    () => false,
  )
}

/**
 * Returns whether a commit is an ancestor of another, or the same. In a shallow clone the commits between may be
 * missing.
 */
export function isAncestor(repository: string, ancestor: string, commit: string): Promise<boolean> {
  return git(repository, ['merge-base', '--is-ancestor', ancestor, commit]).then(
    () => true,
    () => false,
  )
}

/** Returns whether the clone is shallow. */
export async function isShallow(repository: string): Promise<boolean> {
  return (await git(repository, ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() !== 'false'
}

/**
 * Lists the paths that differ between two commits. Compares trees, which needs no history between them. A renamed
 * file counts as a removed and an added one. Removed files are listed, because some of them affect other files.
 */
export async function changedPaths(repository: string, base: string, head: string): Promise<readonly string[]> {
  return paths(await git(repository, ['diff-tree', '-r', '-z', '--no-renames', '--name-only', base, head]))
}

/**
 * Splits paths that git printed with `-z`. One that is not UTF-8 becomes a path that does not exist, and so never
 * counts as unchanged.
 */
export function paths(output: Buffer): readonly string[] {
  return output.toString('utf8').split('\0').filter(Boolean)
}

/**
 * Environment of the child: no inputs and no token, no replaced objects, and no fetching of objects that a partial
 * clone lacks.
 */
function environment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMP', 'USERPROFILE'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  }
}
