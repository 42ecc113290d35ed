// Runs git commands that only read objects.
import { execFile, execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** A minute is far more than any of these commands takes; a hanging network drive must not hang the gate. */
const timeout = 60_000
/** Paths of about half a million files. */
const maxListBytes = 64 * 1024 * 1024

/**
 * Runs git without a shell on the repository in a folder, and gives what it prints. Only commands that read objects are run through here: they
 * start no hooks, filters or converters, whatever the repository's configuration names.
 *
 * The repository is named, not searched for: a folder of the checkout that is laid out like a bare repository is never taken for one, and in
 * a job container it does not matter that the checkout belongs to another user.
 * @throws when git is missing, fails, takes too long or prints more than `maxBytes`
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

/** The same while everything else waits: for a question that comes up in the middle of judging a file. @throws as `git` does */
export function gitSync(repository: string, args: readonly string[], maxBytes: number): Buffer {
  const { command, options } = invocation(repository, args, maxBytes)
  return execFileSync('git', command, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })
}

function invocation(repository: string, args: readonly string[], maxBytes: number) {
  const command = ['--no-pager', `--git-dir=${join(repository, '.git')}`, ...args]
  const options = { cwd: repository, encoding: 'buffer', maxBuffer: maxBytes, timeout, windowsHide: true, env: environment() } as const
  return { command, options }
}

/** True if the commit itself is there. In a shallow clone others are known by name only. */
export function hasCommit(repository: string, commit: string): Promise<boolean> {
  return git(repository, ['cat-file', '-e', `${commit}^{commit}`]).then(
    () => true,
    () => false,
  )
}

/** True if one commit is known to come before another, or is it. In a shallow clone the way between them may be missing. */
export function isAncestor(repository: string, ancestor: string, commit: string): Promise<boolean> {
  return git(repository, ['merge-base', '--is-ancestor', ancestor, commit]).then(
    () => true,
    () => false,
  )
}

/** True if the history ends where the checkout cut it off. */
export async function isShallow(repository: string): Promise<boolean> {
  return (await git(repository, ['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() !== 'false'
}

/**
 * Tree against tree, which needs no history between the two: a file that is the same as at the base has been accepted there. A renamed file is
 * a removed and an added one; removed ones are listed too, since some of them govern others.
 */
export async function changedPaths(repository: string, base: string, head: string): Promise<readonly string[]> {
  return paths(await git(repository, ['diff-tree', '-r', '-z', '--no-renames', '--name-only', base, head]))
}

/** Paths that git printed with `-z`. One that is no UTF-8 comes out as none of the disk's names, and so is never taken for a known file. */
export function paths(output: Buffer): readonly string[] {
  return output.toString('utf8').split('\0').filter(Boolean)
}

/** No inputs and no token for the child; no replaced objects, and no fetching of what a partial clone leaves out. */
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
