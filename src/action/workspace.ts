// Locates the workspace, the repository and the scanned folder, and where result files go.
import { existsSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import type { FileReport, Report } from '../types/report.ts'
import { isInside, posix } from './files.ts'
import { ConfigurationError, type Inputs } from './inputs.ts'

/** The folders of this run. All paths are absolute, except the prefixes. */
export interface Workspace {
  /** The workspace folder of the runner. */
  readonly folder: string
  /** The folder to scan; paths in the report are relative to it. */
  readonly root: string
  /** The folder of the repository that contains the root; the workspace folder if there is none. */
  readonly repository: string
  /** The root relative to the workspace, for annotations. POSIX; empty if they are the same. */
  readonly annotationPrefix: string
  /** The root relative to the repository, for SARIF. It differs after `actions/checkout` with a `path`. */
  readonly repositoryPrefix: string
}

/** Paths of the result files; undefined for none. */
export interface Destinations {
  readonly sarif: string | undefined
  readonly report: string | undefined
}

/** Returns the folder that the runner checks out to. */
export function workspaceFolder(env: NodeJS.ProcessEnv): string {
  return resolve(env['GITHUB_WORKSPACE'] || '.')
}

/**
 * Finds the folders of this run.
 * @throws {ConfigurationError} if working-directory is not a folder, or a link in the workspace that leads out of it
 */
export async function findWorkspace(workspace: string, workingDirectory: string): Promise<Workspace> {
  const root = resolve(workspace, workingDirectory)
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new ConfigurationError(`input working-directory is "${workingDirectory}"; there is no such folder in the workspace`)
  const annotationPrefix = posix(relative(workspace, root))
  if (isInside(annotationPrefix) && !isInside(posix(relative(await realpath(workspace), await realpath(root))))) {
    throw new ConfigurationError(`input working-directory is "${workingDirectory}"; a symbolic link in it leads out of the workspace`)
  }
  const repository = repositoryOf(root, workspace)
  return { folder: workspace, root, repository, annotationPrefix, repositoryPrefix: posix(relative(repository, root)) }
}

/**
 * Returns the nearest folder with a `.git` from `folder` up to the workspace; the workspace itself if there is none.
 */
export function repositoryOf(folder: string, workspace: string): string {
  let at = folder
  while (at !== workspace && isInside(posix(relative(workspace, at)))) {
    if (existsSync(join(at, '.git'))) return at
    at = dirname(at)
  }
  return workspace
}

/**
 * Returns the paths of the result files. Invalid inputs count as missing, so that a later upload step finds the
 * default files.
 */
export function destinationsOf(
  workspace: string,
  env: NodeJS.ProcessEnv,
  inputs: Partial<Pick<Inputs, 'sarifFile' | 'reportFile'>>,
): Destinations {
  const temporary = env['RUNNER_TEMP'] || tmpdir()
  const at = (input: string | undefined, name: string): string | undefined => {
    if (input === undefined) return join(temporary, name)
    return input === 'none' ? undefined : resolve(workspace, input)
  }
  return { sarif: at(inputs.sarifFile, 'modelgate.sarif'), report: at(inputs.reportFile, 'modelgate.json') }
}

/** Returns the report with `prefix` before all paths. */
export function rebased(report: Report, prefix: string): Report {
  if (prefix === '') return report
  const moved = <T extends { readonly path: FileReport['findings'][number]['path'] }>(item: T): T => {
    const [file, ...members] = item.path
    return { ...item, path: [`${prefix}/${file}`, ...members] }
  }
  const files = report.files.map((file) => ({
    ...file,
    path: `${prefix}/${file.path}`,
    findings: file.findings.map(moved),
    incomplete: file.incomplete.map(moved),
    ...(file.suppressed === undefined ? {} : { suppressed: file.suppressed.map(moved) }),
  }))
  return { ...report, files }
}
