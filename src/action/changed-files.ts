// Narrows a scan to files that differ from an accepted commit, for the input `changed-only`.
import { plural } from '../report/words.ts'
import { type OpenApi, reasonOf } from './api.ts'
import type { RunEvent } from './event.ts'
import { isInside } from './files.ts'
import { changedPaths, git, hasCommit, paths } from './git.ts'
import { lastPassed } from './last-passed.ts'
import { notice } from './runner.ts'
import type { Workspace } from './workspace.ts'

/** The found files that are scanned. */
export interface Scope {
  readonly files: readonly string[]
  /** Whether unchanged files were left out. */
  readonly isPartial: boolean
  /** Notices for the report. */
  readonly notices: readonly string[]
}

/** What the comparison needs to know of the run. */
interface Context {
  readonly workspace: Workspace
  readonly event: RunEvent
  /**
   * Files of the repository that decide the verdict on all others; `file` is undefined for one outside of the
   * repository.
   */
  readonly decisive: readonly { readonly what: string; readonly file: string | undefined }[]
  readonly openApi: OpenApi
  /** Files that are symbolic links, or lie in a linked folder. */
  readonly links: ReadonlySet<string>
}

/**
 * GitHub lists at most this many files of a pull request, and of a comparison, and does not say that it cut the list.
 */
const maxPullRequestFiles = 3000
const maxComparedFiles = 300
const pageSize = 100

/** Files that change what a checkout writes for other files, although their own blobs stay the same. */
const checkoutFiles = /(^|\/)(\.gitattributes|\.gitmodules|\.lfsconfig)$/i
/**
 * Files that may configure the gate, besides the workflow itself: an earlier pass may have had a weaker
 * configuration.
 */
const workflowFiles = /^\.github\/(workflows|actions)\//

/** The list of changed files is not certain, so that everything is scanned. The message says why. */
class Uncertain extends Error {}

/** The changes since an accepted commit. */
interface Changes {
  /** The commit that is checked out. */
  readonly head: string
  readonly paths: readonly string[]
  /** A sentence on the accepted commit, with a space before it; or empty. */
  readonly remark: string
}

/**
 * Leaves out files that are the same as in an accepted commit. Git lists the changes if it has both commits,
 * otherwise the API. Untracked files are kept: a build or a download made them. If the changes are not certain, all
 * files are kept.
 */
export async function narrow(files: readonly string[], context: Context): Promise<Scope> {
  try {
    const changes = await changesOf(context)
    const isUnchanged = await findUnchanged(changes, context)
    // A link may be unchanged while its destination has changed.
    const kept = files.filter((file) => context.links.has(file) || !isUnchanged(file))
    const all = plural(files.length, 'file')
    const text =
      kept.length === 0
        ? `changed-only: none of ${all} has changed; nothing was scanned.`
        : `changed-only: ${kept.length} of ${all} changed or not tracked by git; the others were not scanned.`
    return withNotice({ files: kept, isPartial: true, notices: [`${text}${changes.remark}`] })
  } catch (error) {
    const why = error instanceof Uncertain ? error.message : reasonOf(error, permissionFor(context.event))
    const text = `changed-only: all files are scanned, because it is not certain what changed: ${why}.`
    return withNotice({ files, isPartial: false, notices: [text] })
  }
}

function withNotice(scope: Scope): Scope {
  for (const text of scope.notices) notice(text)
  return scope
}

function permissionFor({ comparison }: RunEvent): string {
  return comparison.with === 'passed' ? 'actions: read and contents: read' : 'pull-requests: read or contents: read'
}

/**
 * Returns whether a file, relative to the root, is tracked and unchanged.
 * @throws {Uncertain} and errors of git
 */
async function findUnchanged(changes: Changes, { workspace, event, decisive }: Context): Promise<(file: string) => boolean> {
  const { repository, repositoryPrefix: prefix } = workspace
  const tracked = new Set(paths(await git(repository, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', changes.head])))
  for (const path of changes.paths) {
    const decides = [...decisive, { what: 'workflow', file: event.run.workflow }].find(({ file }) => file === path)
    if (decides) throw new Uncertain(`the ${decides.what} file has changed`)
    if (checkoutFiles.test(path)) throw new Uncertain(`${path} has changed, which can change the content of other files`)
    if (workflowFiles.test(path)) throw new Uncertain(`${path} has changed, which can change what the gate does`)
  }
  // On file systems that ignore case, one file can be behind two names.
  const folded = new Set(changes.paths.map(fold))
  return (file) => {
    const path = prefix === '' ? file : `${prefix}/${file}`
    return isInside(path) && tracked.has(path) && !folded.has(fold(path))
  }
}

/** Lists the changes since an accepted commit. @throws {Uncertain} and errors of git and the API */
async function changesOf({ workspace: { repository }, event, openApi }: Context): Promise<Changes> {
  const { comparison } = event
  switch (comparison.with) {
    case 'nothing':
      throw new Uncertain(comparison.why)
    case 'base': {
      const { base } = event
      if (base === undefined) throw new Uncertain(`the event ${event.name} has no base to compare with`)
      const head = await checkedOut(event, repository)
      const isHere = await hasCommit(repository, base)
      return { head, paths: isHere ? await changedPaths(repository, base, head) : await fromApi(event, base, openApi), remark: '' }
    }
    case 'passed': {
      const head = await checkedOut(event, repository)
      const passed = await lastPassed(comparison.branches, head, { api: await openApi(), event, repository })
      if (passed === undefined)
        throw new Uncertain(`no earlier commit of ${comparison.branches.join(' or ') || 'any branch'} has passed this check`)
      const { commit, branch, comparison: answer } = passed
      return {
        head,
        paths: answer === undefined ? await changedPaths(repository, commit, head) : listed(answer),
        remark: ` Compared with ${commit.slice(0, 12)}, the last commit of ${branch} that passed.`,
      }
    }
  }
}

/** Returns the commit that is checked out. @throws {Uncertain} if it is not the commit of the event */
async function checkedOut({ name, head, sha }: RunEvent, repository: string): Promise<string> {
  if (head === undefined) throw new Uncertain(`the event ${name} has no base to compare with`)
  const out = (await git(repository, ['rev-parse', '--verify', 'HEAD^{commit}'])).toString('utf8').trim()
  const expected = name === 'pull_request_target' ? [head] : [head, sha]
  if (!expected.includes(out)) throw new Uncertain('the checkout is not at the commit of the event')
  return out
}

async function fromApi(event: RunEvent, base: string, openApi: OpenApi): Promise<readonly string[]> {
  const { octokit, owner, repo } = await openApi()
  if (event.pullRequest === undefined) {
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${event.head}`,
      per_page: pageSize,
    })
    // Otherwise GitHub compared with an older common commit.
    if (data.status !== 'ahead' && data.status !== 'identical') throw new Uncertain('the new commits do not follow the old one')
    return listed(data)
  }

  const number = { owner, repo, pull_number: event.pullRequest }
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...number, per_page: pageSize })
  if (files.length >= maxPullRequestFiles) throw new Uncertain(`GitHub lists no more than ${maxPullRequestFiles} files of a pull request`)
  // The list is that of the pull request now. Commits that were pushed meanwhile change it.
  const { data } = await octokit.rest.pulls.get(number)
  if (data.head.sha !== event.head) throw new Uncertain('the pull request has newer commits')
  if (data.changed_files !== files.length) throw new Uncertain(`GitHub lists ${files.length} of ${data.changed_files} changed files`)
  return namesOf(files)
}

function listed({ files = [] }: { readonly files?: Parameters<typeof namesOf>[0] }): readonly string[] {
  if (files.length >= maxComparedFiles) throw new Uncertain(`GitHub lists no more than ${maxComparedFiles} files of a comparison`)
  return namesOf(files)
}

function namesOf(files: readonly { readonly filename: string; readonly previous_filename?: string }[]): readonly string[] {
  return files.flatMap(({ filename, previous_filename: previous }) => (previous === undefined ? [filename] : [filename, previous]))
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
