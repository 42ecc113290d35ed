// Runs the action from its inputs to its published results.
import * as core from '@actions/core'
import { dayOf } from '../node/hash.ts'
import { type ScanFilesOptions, scanFiles } from '../node/scan-files.ts'
import { planShard, sizesOf } from '../node/shard.ts'
import { exceptionNotices } from '../policy/accept/exceptions.ts'
import { buildReport, exitCode, withoutFindings } from '../report/verdict.ts'
import { plural } from '../report/words.ts'
import type { FileReport, Report } from '../types/report.ts'
import { version } from '../version.ts'
import { lazyApi, type OpenApi } from './api.ts'
import { narrow } from './changed-files.ts'
import { type RunEvent, readEvent } from './event.ts'
import { findFiles } from './files.ts'
import { firstPartyOf } from './first-party.ts'
import { ConfigurationError, type Inputs, readInputs } from './inputs.ts'
import { mergeFound } from './merge.ts'
import { publishCrash, publishReport } from './publish.ts'
import { readBaseline, readPolicy } from './read-policy.ts'
import { log, warn } from './runner.ts'
import { type Destinations, destinationsOf, findWorkspace, type Workspace, workspaceFolder } from './workspace.ts'

/** Milliseconds between progress lines of a long scan. */
const progressInterval = 10_000

/** Runs the action. Never throws: after any failure there are results, and `process.exitCode` is 1. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const workspace = workspaceFolder(env)
  let destinations = destinationsOf(workspace, env, {})
  let inputs: Inputs | undefined
  // Without this listener, an unhandled error event would end the process without results and print its text unescaped.
  const uncaught = new AbortController()
  const onUncaught = (error: Error): void => uncaught.abort(error)
  process.on('uncaughtException', onUncaught)
  try {
    inputs = readInputs((name) => core.getInput(name))
    destinations = destinationsOf(workspace, env, inputs)
    await Promise.race([gate(inputs, destinations, env, uncaught.signal), rejection(uncaught.signal)])
  } catch (error) {
    await publishCrash(error, destinations, inputs)
  } finally {
    process.off('uncaughtException', onUncaught)
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

async function gate(inputs: Inputs, destinations: Destinations, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const started = performance.now()
  const workspace = await findWorkspace(workspaceFolder(env), inputs.workingDirectory)
  const event = await readEvent(env)
  const openApi = lazyApi(inputs.token, event)
  const report =
    inputs.mergeReports === undefined
      ? await scanned(inputs, workspace, event, openApi)
      : await merged(inputs.mergeReports, workspace, inputs)
  await publishReport(report, {
    inputs,
    workspace,
    destinations,
    elapsedMs: performance.now() - started,
    // With warn-only, findings do not fail the step. Incomplete files still do: there is no finding to warn about.
    failed: exitCode(inputs.warnOnly ? withoutFindings(report) : report) !== 0,
    event,
    openApi,
    signal,
  })
}

async function merged(patterns: readonly string[], workspace: Workspace, inputs: Inputs): Promise<Report> {
  const report = await mergeFound(patterns, workspace, inputs)
  if (!report.partial) warnIfNothingScanned(report, inputs)
  return report
}

async function scanned(inputs: Inputs, workspace: Workspace, event: RunEvent, openApi: OpenApi): Promise<Report> {
  const chosen = await readPolicy(inputs, workspace, event, openApi)
  const baseline = await readBaseline(inputs, workspace, event, openApi)
  const firstParty = await firstPartyOf(workspace, event)
  const policy = firstParty === undefined ? chosen.value : { ...chosen.value, firstParty }
  const decisive = [
    { what: 'policy', file: chosen.file },
    { what: 'baseline', file: baseline.file },
  ]

  const found = await findFiles(workspace.root, inputs)
  const scope = inputs.changedOnly
    ? await narrow(found.files, { workspace, event, decisive, openApi, links: new Set(found.links) })
    : { files: found.files, isPartial: false, notices: [] }
  const part = inputs.shard && planShard(sizesOf(scope.files, workspace.root), inputs.shard.index, inputs.shard.count)
  const { files: wanted } = part ?? scope
  log(`ModelGate ${version}: ${plural(wanted.length, 'file')} to scan`)

  const today = dayOf(new Date())
  const files = await scan(wanted, { root: workspace.root, policy, today, ...(baseline.value ? { baseline: baseline.value } : {}) }, inputs)
  const exceptions = exceptionNotices(policy.exceptions, today, files)
  const report = buildReport({
    files,
    gate: policy,
    notices: [...chosen.notices, ...baseline.notices, ...scope.notices, ...found.notices, ...exceptions],
    version,
    partial: scope.isPartial,
    ...(part ? { shard: part.shard } : {}),
  })
  // No changed model, or no file in this shard, is no reason for a warning.
  if (found.files.length === 0 || !(scope.isPartial || part)) warnIfNothingScanned(report, inputs)
  return report
}

function scan(files: readonly string[], options: ScanFilesOptions, inputs: Inputs): Promise<readonly FileReport[]> {
  let lastProgress = performance.now()
  return scanFiles(files, {
    ...options,
    ...(inputs.concurrency === undefined ? {} : { concurrency: inputs.concurrency }),
    ...(inputs.timeoutMinutesPerFile === undefined ? {} : { timeoutMs: inputs.timeoutMinutesPerFile * 60_000 }),
    onFile: (_file, done, total) => {
      if (performance.now() - lastProgress < progressInterval) return
      lastProgress = performance.now()
      log(`${done} of ${total} files`)
    },
  })
}

/**
 * Warns if there was nothing to scan: a wrong folder or pattern must not look like a clean result.
 * @throws {ConfigurationError} with `if-no-files-found: error`
 */
function warnIfNothingScanned(report: Report, { ifNoFilesFound }: Inputs): void {
  if (report.files.some((file) => file.status !== 'empty' && file.status !== 'unrecognised')) return
  const message =
    report.files.length === 0
      ? 'No file was found to scan: check the inputs paths, exclude and working-directory.'
      : `None of ${plural(report.files.length, 'file')} has a model format that ModelGate recognises: nothing was scanned.`
  if (ifNoFilesFound === 'error') throw new ConfigurationError(message)
  if (ifNoFilesFound === 'warn') warn(message)
}
