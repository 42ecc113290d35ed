// Reads a policy or baseline as it is at the base commit, so that a pull request cannot change its own gate.
import { lstat, readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { PolicyError } from '../policy/policy.ts'
import { type OpenApi, reasonOf } from './api.ts'
import { type RunEvent, rulesOf } from './event.ts'
import { isInside, posix } from './files.ts'
import { git, hasCommit, paths } from './git.ts'
import { ConfigurationError } from './inputs.ts'
import { statusOf } from './retry.ts'
import { log, notice, warn } from './runner.ts'
import { repositoryOf } from './workspace.ts'

/** A file that decides what the gate accepts, and how to read it. */
export interface AcceptedFile<T> {
  /** The input of the action that names it. */
  readonly input: string
  /** The kind of file, for messages: `policy`. */
  readonly what: string
  /** As written in the input. */
  readonly name: string
  /** Absolute. */
  readonly path: string
  /** Whether an input names it. */
  readonly named: boolean
  /** Maximum bytes, because a pull request can change the file. */
  readonly maxBytes: number
  /** @throws {PolicyError} on a mistake in the file */
  readonly parse: (text: string) => T
  /** What applies without the file, and a sentence that says so, without its full stop. */
  readonly fallback: { readonly value: T; readonly sentence: string }
}

/** A file in its accepted version. */
export interface Accepted<T> {
  readonly value: T
  /** Path in the repository; undefined if the file is outside of the workspace. */
  readonly file: string | undefined
  /** Notices for the report. */
  readonly notices: readonly string[]
}

/** Where to look for the accepted version. */
interface Sources {
  readonly workspace: string
  readonly event: RunEvent
  readonly openApi: OpenApi
}

/** A file at the base commit. */
interface Base {
  readonly repository: string
  readonly file: string
  readonly event: RunEvent
  readonly openApi: OpenApi
  readonly maxBytes: number
}

/**
 * Reads a file in its accepted version. The author of a pull request controls its checkout. The version at the base
 * commit applies there, so that a pull request cannot change its own gate. If the base cannot be read, `fallback`
 * applies. A file outside of the workspace does not belong to the checkout, and is read as it is.
 * @throws {ConfigurationError} if the file cannot be read or has a mistake
 */
export async function readAccepted<T>(wanted: AcceptedFile<T>, { workspace, event, openApi }: Sources): Promise<Accepted<T>> {
  const { path, maxBytes } = wanted
  const outside = !isInside(posix(relative(workspace, path)))
  const repository = repositoryOf(resolve(path, '..'), workspace)
  const file = outside ? undefined : posix(relative(repository, path))
  if (file === undefined || !rulesOf(event).proposed) return { value: parsed(await textOf(wanted), wanted), file, notices: [] }
  return { ...(await fromBase(wanted, { repository, file, event, openApi, maxBytes })), file }
}

async function fromBase<T>(wanted: AcceptedFile<T>, base: Base): Promise<{ value: T; notices: readonly string[] }> {
  const { name, named, what } = wanted
  const { value, sentence } = wanted.fallback
  // The version of the pull request applies after the merge: report a mistake in it now.
  const proposed = await textOf({ ...wanted, named: false })
  parsed(proposed, wanted)

  let accepted: string | undefined
  try {
    accepted = await textAtBase(base)
  } catch (error) {
    const message = `${name} could not be read at the base commit: ${reasonOf(error, 'contents: read')}. ${capitalized(sentence)}. Remedy: fetch-depth: 0 in actions/checkout, or permissions: contents: read.`
    // Most repositories have no policy file: no warning without one.
    if (!named && proposed === undefined) {
      log(message)
      return { value, notices: [] }
    }
    warn(message)
    return { value, notices: [message] }
  }

  const notices: string[] = []
  if (withoutReturns(accepted) !== withoutReturns(proposed)) {
    notices.push(
      `${name} differs from the base commit: the version at the base commit applies, and the change takes effect after the merge.`,
    )
  } else if (accepted === undefined && named) {
    notices.push(`There is no ${name} at the base commit: ${sentence}.`)
  }
  for (const text of notices) notice(text)
  try {
    return { value: parsed(accepted, wanted), notices }
  } catch (error) {
    // Failing here would also fail the pull request that corrects the mistake.
    const message = `The ${what} at the base commit has a mistake, so that ${sentence}: ${error instanceof Error ? error.message : String(error)}`
    warn(message)
    return { value, notices: [...notices, message] }
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Removes carriage returns: on Windows a checkout may have other line ends than the commit. */
function withoutReturns(text: string | undefined): string | undefined {
  return text?.replaceAll('\r\n', '\n')
}

/** Reads the file at the base commit, from git or else from the API; undefined if there is no such file. */
async function textAtBase({ repository, file, event, openApi, maxBytes }: Base): Promise<string | undefined> {
  const { base } = event
  if (base === undefined) throw new Error(`the event ${event.name} has no base commit`)
  if (await hasCommit(repository, base)) {
    const [entry] = paths(await git(repository, ['ls-tree', '-z', '--full-tree', base, '--', file]))
    if (entry === undefined) return undefined
    const blob = /^100\d{3} blob ([0-9a-f]+)\t/.exec(entry)?.[1]
    if (blob === undefined) throw new Error('it is not a regular file there')
    return (await git(repository, ['cat-file', 'blob', blob], maxBytes)).toString('utf8')
  }
  const { octokit, owner, repo } = await openApi()
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path: file, ref: base })
    if (Array.isArray(data) || data.type !== 'file' || data.encoding !== 'base64')
      throw new Error('it is not a regular file there, or too large')
    return Buffer.from(data.content, 'base64').toString('utf8')
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

/** Reads the file of the checkout; undefined if it does not exist and no input names it. */
async function textOf({ input, name, path, named, maxBytes }: AcceptedFile<unknown>): Promise<string | undefined> {
  const unreadable = (why: string): ConfigurationError => new ConfigurationError(`input ${input} is "${name}"; it cannot be read (${why})`)
  const stat = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (!named && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw unreadable(error.code ?? error.message)
  })
  if (stat === undefined) return undefined
  // A link could lead to a device or a secret, and git has no content for it at the base commit.
  if (!stat.isFile()) throw unreadable('it is not a regular file')
  if (stat.size > maxBytes) throw unreadable(`it is larger than ${maxBytes / (1024 * 1024)} MiB`)
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error.code ?? error.message)
  })
}

function parsed<T>(text: string | undefined, { input, parse, fallback }: AcceptedFile<T>): T {
  if (text === undefined) return fallback.value
  try {
    return parse(text)
  } catch (error) {
    throw error instanceof PolicyError ? new ConfigurationError(`input ${input}: ${error.message}`) : error
  }
}
