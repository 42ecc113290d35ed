import { plural } from '../report/words.ts'
import { type OpenApi, reasonOf } from './api.ts'
import type { RunEvent } from './event.ts'
import { isInside } from './files.ts'
import { changedPaths, git, hasCommit, paths } from './git.ts'
import type { Place } from './place.ts'
import { notice } from './runner.ts'

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

/** Something that makes a list of changed files untrustworthy: then everything is scanned. */
class Doubt extends Error {}

/** How every notice of this module begins. */
const said = 'changed-only: '

/** True if a report, maybe merged of others, says that files were left out, or may have been. */
export function saysPartial(notices: readonly string[]): boolean {
  return notices.some((text) => text.startsWith(said))
}

/**
 * Leaves out the files that are the same as before the event. What changed says git where it has both commits, else the API. A file that git
 * does not track is kept: a build or a download made it. In any doubt everything is kept.
 */
export async function narrow(files: readonly string[], where: Where): Promise<Scope> {
  try {
    const isUnchanged = await findUnchanged(where)
    // Under the name of a link that is the same, another file may have changed.
    const kept = files.filter((file) => where.links.has(file) || !isUnchanged(file))
    const all = plural(files.length, 'file')
    const text =
      kept.length === 0
        ? `${said}none of ${all} has changed, nothing was scanned.`
        : `${said}${kept.length} of ${all} changed or not tracked by git; the others were not scanned.`
    notice(text)
    return { files: kept, isPartial: true, notices: [text] }
  } catch (error) {
    const why = error instanceof Doubt ? error.message : reasonOf(error, 'pull-requests: read or contents: read')
    const text = `${said}everything is scanned, because it is not certain what changed: ${why}.`
    notice(text)
    return { files, isPartial: false, notices: [text] }
  }
}

/** Tells the files, relative to the root, that are tracked and the same as at the base. @throws {Doubt} and what git and the API answer */
async function findUnchanged({ place, event, decisive, openApi }: Where): Promise<(file: string) => boolean> {
  const { repository, repositoryPrefix: prefix } = place
  const { base, head } = await rangeOf(event, repository)
  const tracked = new Set(paths(await git(repository, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', head])))
  const changed = (await hasCommit(repository, base)) ? await changedPaths(repository, base, head) : await fromApi(event, base, openApi)
  for (const path of changed) {
    const decides = decisive.find(({ file }) => file === path)
    if (decides) throw new Doubt(`the ${decides.what} file has changed`)
    if (governing.test(path)) throw new Doubt(`${path} has changed, which can change the content of other files`)
  }
  // Where names differ in case only, one file of the disk can stand for both.
  const folded = new Set(changed.map(fold))
  return (file) => {
    const path = prefix === '' ? file : `${prefix}/${file}`
    return isInside(path) && tracked.has(path) && !folded.has(fold(path))
  }
}

/** The commits to compare. The second one is what is checked out: if that is not what the event is about, nobody knows what changed. */
async function rangeOf(event: RunEvent, repository: string): Promise<{ base: string; head: string }> {
  const { base, head, sha, noRange } = event
  if (noRange !== undefined) throw new Doubt(noRange)
  if (base === undefined || head === undefined) throw new Doubt(`the event ${event.name || '(none)'} has no base to compare with`)
  const out = (await git(repository, ['rev-parse', '--verify', 'HEAD^{commit}'])).toString('utf8').trim()
  const expected = event.name === 'pull_request_target' ? [head] : [head, sha]
  if (!expected.includes(out)) throw new Doubt('the checkout is not at the commit of the event')
  return { base, head: out }
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
    const files = data.files ?? []
    if (files.length >= maxComparedFiles) throw new Doubt(`GitHub lists no more than ${maxComparedFiles} files of a comparison`)
    return namesOf(files)
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

function namesOf(files: readonly { readonly filename: string; readonly previous_filename?: string }[]): readonly string[] {
  return files.flatMap(({ filename, previous_filename: previous }) => (previous === undefined ? [filename] : [filename, previous]))
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
