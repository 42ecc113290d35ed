// Lists the classes and functions that the repository itself defines, as of an accepted commit.
import { firstPartyFromFiles, MAX_SOURCE } from '../node/first-party.ts'
import type { FirstParty } from '../policy/policy.ts'
import { type RunEvent, rulesOf } from './event.ts'
import { changedPaths, git, gitSync, paths } from './git.ts'
import type { Place } from './workspace.ts'

/**
 * What the repository defines, in the version that somebody has accepted: of a pull request that of the base commit, since its own source files
 * could define anything. What loading imports is the checkout's file, though, so a module that the pull request adds, changes or shadows is not known.
 * Undefined where git does not have that commit: then every name is judged as that of a stranger.
 */
export async function firstPartyOf({ repository, repositoryPrefix }: Place, event: RunEvent): Promise<FirstParty | undefined> {
  const isProposed = rulesOf(event).proposed
  const commit = isProposed ? event.base : 'HEAD'
  if (commit === undefined) return undefined
  try {
    const files = paths(await git(repository, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', commit]))
    const proposed = isProposed ? await changedPaths(repository, commit, 'HEAD') : []
    const read = (path: string): string | undefined => {
      try {
        return gitSync(repository, ['cat-file', 'blob', `${commit}:${path}`], MAX_SOURCE).toString('utf8')
      } catch {
        return undefined
      }
    }
    return firstPartyFromFiles({ paths: files, read, roots: [...new Set(['', repositoryPrefix])], proposed })
  } catch {
    return undefined
  }
}
