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

/** A file that decides what the gate lets through, and how it is read. */
export interface AcceptedFile<T> {
  /** The input that names it. */
  readonly input: string
  /** What people call its content. */
  readonly what: string
  /** As people wrote it. */
  readonly name: string
  /** Absolute. */
  readonly path: string
  /** Whether somebody asked for it. */
  readonly named: boolean
  /** Most bytes of it: that bounds what a pull request can make us read. */
  readonly maxBytes: number
  /** @throws {PolicyError} on a mistake in it */
  readonly parse: (text: string) => T
  /** What holds without the file, and a sentence about it, without its full stop. */
  readonly otherwise: { readonly value: T; readonly sentence: string }
}

export interface Accepted<T> {
  readonly value: T
  /** The file as the repository names it; undefined when it lies outside the workspace. */
  readonly file: string | undefined
  /** What the report has to say about it. */
  readonly notices: readonly string[]
}

/** Where the run can look for the accepted version. */
interface Sources {
  readonly workspace: string
  readonly event: RunEvent
  readonly openApi: OpenApi
}

interface Base {
  readonly repository: string
  readonly file: string
  readonly event: RunEvent
  readonly openApi: OpenApi
  readonly maxBytes: number
}

/**
 * Reads a file in the version that somebody has accepted.
 *
 * The checkout of a pull request is what its author wants, so the file counts as it is at the base commit: a proposal cannot allow itself.
 * When the base cannot be asked, `otherwise` holds. A file outside the workspace is no part of the checkout, and is read as it is.
 * @throws {ConfigurationError} on a file that cannot be read, or has a mistake
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
  const { value, sentence } = wanted.otherwise
  // The proposal's own version decides nothing, but it will after the merge: a mistake in it is said now.
  const proposed = await textOf({ ...wanted, named: false })
  parsed(proposed, wanted)

  let accepted: string | undefined
  try {
    accepted = await textAtBase(base)
  } catch (error) {
    const message = `${name} could not be read at the base commit: ${reasonOf(error, 'contents: read')}. ${capitalized(sentence)}. Remedy: fetch-depth: 0 in actions/checkout, or permissions: contents: read.`
    // Most repositories have no policy file, and need no token to be told that the default holds.
    if (!named && proposed === undefined) {
      log(message)
      return { value, notices: [] }
    }
    warn(message)
    return { value, notices: [message] }
  }

  const notices: string[] = []
  if (withoutReturns(accepted) !== withoutReturns(proposed)) {
    notices.push(`${name} is not the same as at the base commit: the base's version holds here, the change takes effect after the merge.`)
  } else if (accepted === undefined && named) {
    notices.push(`There is no ${name} at the base commit: ${sentence}.`)
  }
  for (const text of notices) notice(text)
  try {
    return { value: parsed(accepted, wanted), notices }
  } catch (error) {
    // Failing here would also fail the pull request that mends it.
    const message = `The base commit's ${what} has a mistake, and ${sentence}: ${error instanceof Error ? error.message : String(error)}`
    warn(message)
    return { value, notices: [...notices, message] }
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** On Windows a checkout may end lines in another way than the commit. */
function withoutReturns(text: string | undefined): string | undefined {
  return text?.replaceAll('\r\n', '\n')
}

/** The file at the base commit, from git if it has that commit, else from the API; undefined if the base has no such file. */
async function textAtBase({ repository, file, event, openApi, maxBytes }: Base): Promise<string | undefined> {
  const { base } = event
  if (base === undefined) throw new Error(`the event ${event.name} names no base commit`)
  if (await hasCommit(repository, base)) {
    const [entry] = paths(await git(repository, ['ls-tree', '-z', '--full-tree', base, '--', file]))
    if (entry === undefined) return undefined
    const blob = /^100\d{3} blob ([0-9a-f]+)\t/.exec(entry)?.[1]
    if (blob === undefined) throw new Error('it is no regular file there')
    return (await git(repository, ['cat-file', 'blob', blob], maxBytes)).toString('utf8')
  }
  const { octokit, owner, repo } = await openApi()
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path: file, ref: base })
    if (Array.isArray(data) || data.type !== 'file' || data.encoding !== 'base64')
      throw new Error('it is no regular file there, or too large')
    return Buffer.from(data.content, 'base64').toString('utf8')
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

/** The text of the checkout's file; undefined where there is none and nobody asked for it. */
async function textOf({ input, name, path, named, maxBytes }: AcceptedFile<unknown>): Promise<string | undefined> {
  const unreadable = (why: string): ConfigurationError => new ConfigurationError(`input ${input} is "${name}"; it cannot be read (${why})`)
  const stat = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (!named && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw unreadable(error.code ?? error.message)
  })
  if (stat === undefined) return undefined
  // A link could lead to a device or to a secret, and the base's version could not be read through it.
  if (!stat.isFile()) throw unreadable('it is no regular file')
  if (stat.size > maxBytes) throw unreadable(`it is larger than ${maxBytes / (1024 * 1024)} MiB`)
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error.code ?? error.message)
  })
}

function parsed<T>(text: string | undefined, { input, parse, otherwise }: AcceptedFile<T>): T {
  if (text === undefined) return otherwise.value
  try {
    return parse(text)
  } catch (error) {
    throw error instanceof PolicyError ? new ConfigurationError(`input ${input}: ${error.message}`) : error
  }
}
