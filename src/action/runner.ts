// Writes to the runner: log lines, annotations, the job summary, outputs and result files.
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as core from '@actions/core'
import type { Annotation } from '../report/annotations.ts'
import { safe } from '../report/escape.ts'

/** The runner cuts annotations here (actions/runner, ExecutionContext.cs). We cut first, to mark the cut. */
const maxLine = 4096

/** Prints one line to the log. All output of the action goes through this file. */
export function log(line: string): void {
  core.info(safe(line, { max: maxLine }))
}

/** Prints lines that GitHub collapses under a title. */
export function logGroup(title: string, lines: readonly string[]): void {
  core.startGroup(safe(title))
  for (const line of lines) log(line)
  core.endGroup()
}

const commands = { error: core.error, warning: core.warning, notice: core.notice } as const

/** Prints one annotation. Its text is escaped already; the toolkit escapes what would end a command or property. */
export function annotate({ level, message, title, file, startLine }: Annotation): void {
  commands[level](message, { title, ...(file === undefined ? {} : { file, startLine }) })
}

/** Prints a warning about the run as a whole. */
export function warn(message: string): void {
  core.warning(safe(message, { max: maxLine }))
}

/** Prints a notice about the run as a whole: something differs from the inputs, and the gate is not weaker. */
export function notice(message: string): void {
  core.notice(safe(message, { max: maxLine }))
}

/** Prints an error and fails the step through `process.exitCode`: ending the process could lose pending output. */
export function fail(message: string): void {
  core.setFailed(safe(message, { max: maxLine }))
}

/** Adds Markdown to the job summary. A local run has none. */
export async function writeSummary(markdown: string): Promise<void> {
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') return
  await core.summary.addRaw(markdown, true).write()
}

/** The outputs of action.yml. */
export interface Outputs {
  readonly result: 'passed' | 'failed' | 'error'
  readonly 'findings-count': number
  readonly 'critical-count': number
  readonly 'high-count': number
  readonly 'medium-count': number
  readonly 'low-count': number
  readonly 'incomplete-count': number
  readonly 'files-scanned': number
  readonly 'files-skipped': number
  readonly 'bytes-scanned': number
  readonly 'sarif-file': string
  readonly 'report-file': string
  readonly 'sarif-id': string
  readonly 'unsafe-files': string
  readonly 'unsafe-files-truncated': boolean
}

/**
 * Sets the outputs. Does nothing without GITHUB_OUTPUT (a local run), where the toolkit would print the obsolete
 * `::set-output`.
 */
export function setOutputs(outputs: Outputs): void {
  if ((process.env['GITHUB_OUTPUT'] ?? '') === '') return
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
}

/**
 * Writes a file and the folders above it. Writes a temporary file and renames it, so that a symbolic link of that
 * name in the checkout is replaced and not followed. After `signal` is aborted, no file appears under the name.
 */
export async function writeResult(path: string, chunks: Iterable<string>, signal?: AbortSignal): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${randomUUID()}`
  try {
    await writeFile(temporary, chunks, { flag: 'wx' })
    signal?.throwIfAborted()
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}
