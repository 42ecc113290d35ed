// Narrows a scan to files that differ from an accepted commit, for the input `changed-only`.
import { plural } from '../report/words.ts'
import { type OpenApi, reasonOf } from './api.ts'
import type { RunEvent } from './event.ts'
import { isInside } from './files.ts'
import { changedPaths, git, hasCommit, paths } from './git.ts'
import { lastPassed } from './last-passed.ts'
import { notice } from './runner.ts'
import type { Place } from './workspace.ts'

/** The files to scan out of those found. */
export interface Scope {
  readonly files: readonly string[]
  /** True when files were left out, or would have been. */
  readonly isPartial: boolean
  /** What the report has to say about it. */
  readonly notices: readonly string[]
}

interface Where {
  readonly place: Place
  readonly event: RunEvent
  /** Files, as the repository names them, that decide the verdict on all others; undefined for one that is none of the repository's. */
  readonly decisive: readonly { readonly what: string; readonly file: string | undefined }[]
  readonly openApi: OpenApi
  /** Files that are reached by symbolic links. */
  readonly links: ReadonlySet<string>
}

/** GitHub lists no more files of a pull request than this, and no more of a comparison, without saying so. */
const maxPullRequestFiles = 3000
const maxComparedFiles = 300
const pageSize = 100

/** Files that decide what bytes a checkout writes for other files, whose own content stays the same. */
const governing = /(^|\/)(\.gitattributes|\.gitmodules|\.lfsconfig)$/i
/** Files that decide what the gate is told to do, beside the workflow itself: what it accepted before them it may have been told to. */
const steering = /^\.github\/(workflows|actions)\//

/** Something that makes a list of changed files untrustworthy: then everything is scanned. */
class Doubt extends Error {}

/** What changed since a commit that was accepted. */
interface Changes {
  /** What is checked out. */
  readonly head: string
  readonly paths: readonly string[]
  /** What people should know of the commit that it is compared with; a sentence with its blank before it, or nothing. */
  readonly said: string
}

/**
 * Leaves out the files that are the same as in a commit that was accepted. What changed says git where it has both commits, else the API. A file that
 * git does not track is kept: a build or a download made it. In any doubt everything is kept.
 */
export async function narrow(files: readonly string[], where: Where): Promise<Scope> {
  try {
    const changes = await changesOf(where)
    const isUnchanged = await findUnchanged(changes, where)
    // Under the name of a link that is the same, another file may have changed.
    const kept = files.filter((file) => where.links.has(file) || !isUnchanged(file))
    const all = plural(files.length, 'file')
    const text =
      kept.length === 0
        ? `changed-only: none of ${all} has changed, nothing was scanned.`
        : `changed-only: ${kept.length} of ${all} changed or not tracked by git; the others were not scanned.`
    return tell({ files: kept, isPartial: true, notices: [`${text}${changes.said}`] })
  } catch (error) {
    const why = error instanceof Doubt ? error.message : reasonOf(error, permissionFor(where.event))
    const text = `changed-only: everything is scanned, because it is not certain what changed: ${why}.`
    return tell({ files, isPartial: false, notices: [text] })
  }
}

function tell(scope: Scope): Scope {
  for (const text of scope.notices) notice(text)
  return scope
}

function permissionFor({ comparison }: RunEvent): string {
  return comparison.with === 'passed' ? 'actions: read and contents: read' : 'pull-requests: read or contents: read'
}

/** Tells the files, relative to the root, that are tracked and have not changed. @throws {Doubt} and what git answers */
async function findUnchanged(changes: Changes, { place, event, decisive }: Where): Promise<(file: string) => boolean> {
  const { repository, repositoryPrefix: prefix } = place
  const tracked = new Set(paths(await git(repository, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', changes.head])))
  for (const path of changes.paths) {
    const decides = [...decisive, { what: 'workflow', file: event.run.workflow }].find(({ file }) => file === path)
    if (decides) throw new Doubt(`the ${decides.what} file has changed`)
    if (governing.test(path)) throw new Doubt(`${path} has changed, which can change the content of other files`)
    if (steering.test(path)) throw new Doubt(`${path} has changed, which can change what the gate does`)
  }
  // Where names differ in case only, one file of the disk can stand for both.
  const folded = new Set(changes.paths.map(fold))
  return (file) => {
    const path = prefix === '' ? file : `${prefix}/${file}`
    return isInside(path) && tracked.has(path) && !folded.has(fold(path))
  }
}

/** @throws {Doubt} and what git and the API answer */
async function changesOf({ place: { repository }, event, openApi }: Where): Promise<Changes> {
  const { comparison } = event
  switch (comparison.with) {
    case 'nothing':
      throw new Doubt(comparison.why)
    case 'base': {
      const { base } = event
      if (base === undefined) throw new Doubt(`the event ${event.name} has no base to compare with`)
      const head = await checkedOut(event, repository)
      const isHere = await hasCommit(repository, base)
      return { head, paths: isHere ? await changedPaths(repository, base, head) : await fromApi(event, base, openApi), said: '' }
    }
    case 'passed': {
      const head = await checkedOut(event, repository)
      const passed = await lastPassed(comparison.branches, head, { api: await openApi(), event, repository })
      if (passed === undefined)
        throw new Doubt(`no earlier commit of ${comparison.branches.join(' or ') || 'any branch'} has passed this check`)
      const { commit, branch, comparison: answer } = passed
      return {
        head,
        paths: answer === undefined ? await changedPaths(repository, commit, head) : listed(answer),
        said: ` Compared with ${commit.slice(0, 12)}, the last commit of ${branch} that passed.`,
      }
    }
  }
}

/** What is checked out: if that is not what the event is about, nobody knows what changed. */
async function checkedOut({ name, head, sha }: RunEvent, repository: string): Promise<string> {
  if (head === undefined) throw new Doubt(`the event ${name} has no base to compare with`)
  const out = (await git(repository, ['rev-parse', '--verify', 'HEAD^{commit}'])).toString('utf8').trim()
  const expected = name === 'pull_request_target' ? [head] : [head, sha]
  if (!expected.includes(out)) throw new Doubt('the checkout is not at the commit of the event')
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
    // Otherwise GitHub has compared with an older common commit.
    if (data.status !== 'ahead' && data.status !== 'identical') throw new Doubt('the new commits do not come on top of the old one')
    return listed(data)
  }

  const number = { owner, repo, pull_number: event.pullRequest }
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...number, per_page: pageSize })
  if (files.length >= maxPullRequestFiles) throw new Doubt(`GitHub lists no more than ${maxPullRequestFiles} files of a pull request`)
  // The list is that of the pull request as it is now. With commits pushed meanwhile it is another one.
  const { data } = await octokit.rest.pulls.get(number)
  if (data.head.sha !== event.head) throw new Doubt('the pull request has newer commits')
  if (data.changed_files !== files.length) throw new Doubt(`GitHub lists ${files.length} of ${data.changed_files} changed files`)
  return namesOf(files)
}

function listed({ files = [] }: { readonly files?: Parameters<typeof namesOf>[0] }): readonly string[] {
  if (files.length >= maxComparedFiles) throw new Doubt(`GitHub lists no more than ${maxComparedFiles} files of a comparison`)
  return namesOf(files)
}

function namesOf(files: readonly { readonly filename: string; readonly previous_filename?: string }[]): readonly string[] {
  return files.flatMap(({ filename, previous_filename: previous }) => (previous === undefined ? [filename] : [filename, previous]))
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
