// Lists the classes and functions that the repository itself defines, as of an accepted commit.
import { firstPartyFromFiles, MAX_SOURCE } from '../node/first-party.ts'
import type { FirstParty } from '../policy/policy.ts'
import { type RunEvent, rulesOf } from './event.ts'
import { changedPaths, git, gitSync, paths } from './git.ts'
import type { Workspace } from './workspace.ts'

/**
 * Returns a lookup of what the repository defines. On a pull request the base commit counts, because the pull request
 * could define anything. Loading imports from the checkout, so that modules that the pull request adds, changes or
 * shadows are not first-party. Undefined if git does not have the commit: no name is first-party then.
 */
export async function firstPartyOf({ repository, repositoryPrefix }: Workspace, event: RunEvent): Promise<FirstParty | undefined> {
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
