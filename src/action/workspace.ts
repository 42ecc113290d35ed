// Locates the workspace, the repository and the scanned folder, and where result files go.
import { existsSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import type { FileReport, Report } from '../types/report.ts'
import { isInside, posix } from './files.ts'
import { ConfigurationError, type Inputs } from './inputs.ts'

/** Where this run takes place. All paths absolute, but for the prefixes. */
export interface Place {
  readonly workspace: string
  /** The folder that is scanned; paths of the report are relative to it. */
  readonly root: string
  /** The folder of the repository that the root lies in; the workspace itself if there is none. */
  readonly repository: string
  /** The root as seen from the workspace, which is what annotations are relative to. POSIX; empty if they are the same. */
  readonly annotationPrefix: string
  /** The root as seen from the repository, which is what SARIF is relative to: not the same after `actions/checkout` with a `path`. */
  readonly repositoryPrefix: string
}

/** Where results go; undefined for nowhere. */
export interface Destinations {
  readonly sarif: string | undefined
  readonly report: string | undefined
}

/** The folder the runner checks out to. */
export function workspaceOf(env: NodeJS.ProcessEnv): string {
  return resolve(env['GITHUB_WORKSPACE'] || '.')
}

/** @throws {ConfigurationError} when working-directory is no folder, or a link in the workspace that leads out of it */
export async function findPlace(workspace: string, workingDirectory: string): Promise<Place> {
  const root = resolve(workspace, workingDirectory)
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new ConfigurationError(`input working-directory is "${workingDirectory}"; there is no such folder in the workspace`)
  const annotationPrefix = posix(relative(workspace, root))
  if (isInside(annotationPrefix) && !isInside(posix(relative(await realpath(workspace), await realpath(root))))) {
    throw new ConfigurationError(
      `input working-directory is "${workingDirectory}"; that leads out of the workspace through a symbolic link`,
    )
  }
  const repository = repositoryOf(root, workspace)
  return { workspace, root, repository, annotationPrefix, repositoryPrefix: posix(relative(repository, root)) }
}

/** The nearest folder with a `.git` from `folder` up to the workspace; the workspace itself if there is none. */
export function repositoryOf(folder: string, workspace: string): string {
  let at = folder
  while (at !== workspace && isInside(posix(relative(workspace, at)))) {
    if (existsSync(join(at, '.git'))) return at
    at = dirname(at)
  }
  return workspace
}

/** The files that results are written to. Without inputs (they were wrong) the default ones, so that a later upload step finds something. */
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

/** The same report with paths as seen from the folder that `prefix` starts in. */
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
