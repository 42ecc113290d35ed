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
import { type Destinations, destinationsOf, findPlace, type Place, workspaceOf } from './workspace.ts'

/** How often a long scan says that it lives, in milliseconds. */
const progressInterval = 10_000

/** One run of the action: inputs, files, scan, results. Never throws; a failure of any kind ends with results and `process.exitCode` 1. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const workspace = workspaceOf(env)
  let destinations = destinationsOf(workspace, env, {})
  let inputs: Inputs | undefined
  // An error event nobody listens to would end the process with its text printed as it is, and without results: it becomes ours.
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
  const place = await findPlace(workspaceOf(env), inputs.workingDirectory)
  const event = await readEvent(env)
  const openApi = lazyApi(inputs.token, event)
  const report =
    inputs.mergeReports === undefined ? await scanned(inputs, place, event, openApi) : await merged(inputs.mergeReports, place, inputs)
  await publishReport(report, {
    inputs,
    place,
    destinations,
    elapsedMs: performance.now() - started,
    // With warn-only findings do not fail the step. What was not read still does, since nobody can have been warned of it.
    failed: exitCode(inputs.warnOnly ? withoutFindings(report) : report) !== 0,
    event,
    openApi,
    signal,
  })
}

async function merged(patterns: readonly string[], place: Place, inputs: Inputs): Promise<Report> {
  const report = await mergeFound(patterns, place, inputs)
  if (!report.partial) warnIfNothingScanned(report, inputs)
  return report
}

async function scanned(inputs: Inputs, place: Place, event: RunEvent, openApi: OpenApi): Promise<Report> {
  const chosen = await readPolicy(inputs, place, event, openApi)
  const baseline = await readBaseline(inputs, place, event, openApi)
  const firstParty = await firstPartyOf(place, event)
  const policy = firstParty === undefined ? chosen.value : { ...chosen.value, firstParty }
  const decisive = [
    { what: 'policy', file: chosen.file },
    { what: 'baseline', file: baseline.file },
  ]

  const found = await findFiles(place.root, inputs)
  const scope = inputs.changedOnly
    ? await narrow(found.files, { place, event, decisive, openApi, links: new Set(found.links) })
    : { files: found.files, isPartial: false, notices: [] }
  const part = inputs.shard && planShard(sizesOf(scope.files, place.root), inputs.shard.index, inputs.shard.count)
  const { files: wanted } = part ?? scope
  log(`ModelGate ${version}: ${plural(wanted.length, 'file')} to look at`)

  const today = dayOf(new Date())
  const files = await scan(wanted, { root: place.root, policy, today, ...(baseline.value ? { baseline: baseline.value } : {}) }, inputs)
  const exceptions = exceptionNotices(policy.exceptions, today, files)
  const report = buildReport({
    files,
    gate: policy,
    notices: [...chosen.notices, ...baseline.notices, ...scope.notices, ...found.notices, ...exceptions],
    version,
    partial: scope.isPartial,
    ...(part ? { shard: part.shard } : {}),
  })
  // That no model has changed, or that none is left for this shard, is nothing to be warned of.
  if (found.files.length === 0 || !(scope.isPartial || part)) warnIfNothingScanned(report, inputs)
  return report
}

function scan(files: readonly string[], options: ScanFilesOptions, inputs: Inputs): Promise<readonly FileReport[]> {
  let lastWord = performance.now()
  return scanFiles(files, {
    ...options,
    ...(inputs.concurrency === undefined ? {} : { concurrency: inputs.concurrency }),
    ...(inputs.timeoutMinutesPerFile === undefined ? {} : { timeoutMs: inputs.timeoutMinutesPerFile * 60_000 }),
    onFile: (_file, done, total) => {
      if (performance.now() - lastWord < progressInterval) return
      lastWord = performance.now()
      log(`${done} of ${total} files`)
    },
  })
}

/** Nothing scanned is not the same as nothing found: a wrong folder or pattern must not look like a clean one. */
function warnIfNothingScanned(report: Report, { ifNoFilesFound }: Inputs): void {
  if (report.files.some((file) => file.status !== 'empty' && file.status !== 'unrecognised')) return
  const message =
    report.files.length === 0
      ? 'No file was found to scan: check paths, exclude and working-directory.'
      : `Of ${plural(report.files.length, 'file')} none is of a known model format: nothing was scanned.`
  if (ifNoFilesFound === 'error') throw new ConfigurationError(message)
  if (ifNoFilesFound === 'warn') warn(message)
}
