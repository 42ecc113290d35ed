// Writes to the runner: log lines, annotations, the job summary, outputs and result files.
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as core from '@actions/core'
import type { Annotation } from '../report/annotations.ts'
import { safe } from '../report/escape.ts'

/** Cut where the runner itself cuts an annotation (actions/runner, ExecutionContext.cs), so that the cut shows. */
const maxLine = 4096

/** One line for the log. Whatever the action prints goes through this file. */
export function log(line: string): void {
  core.info(safe(line, { max: maxLine }))
}

/** Lines that GitHub folds away under a title. */
export function logGroup(title: string, lines: readonly string[]): void {
  core.startGroup(safe(title))
  for (const line of lines) log(line)
  core.endGroup()
}

const commands = { error: core.error, warning: core.warning, notice: core.notice } as const

/** One annotation, made safe by its reporter; the toolkit escapes what would end a command or a property. */
export function annotate({ level, message, title, file, startLine }: Annotation): void {
  commands[level](message, { title, ...(file === undefined ? {} : { file, startLine }) })
}

/** A warning about the run as a whole. */
export function warn(message: string): void {
  core.warning(safe(message, { max: maxLine }))
}

/** A remark on the run as a whole: something is not as asked, and the gate is not weaker for it. */
export function notice(message: string): void {
  core.notice(safe(message, { max: maxLine }))
}

/** The last annotation and the red cross. Sets `process.exitCode`; ending the process could lose what is not written yet. */
export function fail(message: string): void {
  core.setFailed(safe(message, { max: maxLine }))
}

/** Adds Markdown to the job summary, where there is one: a local run has none. */
export async function writeSummary(markdown: string): Promise<void> {
  if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') return
  await core.summary.addRaw(markdown, true).write()
}

/** Every output of action.yml. */
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

/** Without GITHUB_OUTPUT (a local run) the toolkit would print the outdated `::set-output` instead: then there are no outputs. */
export function setOutputs(outputs: Outputs): void {
  if ((process.env['GITHUB_OUTPUT'] ?? '') === '') return
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
}

/**
 * Writes a file and the folders above it. Written beside and renamed: a symbolic link that waits in the checkout under that name is replaced,
 * not followed. Once `signal` is aborted nothing appears under the name any more.
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
