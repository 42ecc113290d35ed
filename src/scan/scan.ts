// The driver: scans an artifact and everything in it. It knows no format and holds the only catch around a reader.
import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import type { Spooled } from '../bytes/spool.ts'
import { spool } from '../bytes/spool.ts'
import type { ByteStream } from '../bytes/stream.ts'
import type { Artifact, ArtifactPath, Hints, Input, Member } from '../types/artifact.ts'
import type { Format, Probe } from '../types/format.ts'
import { Ledger } from './account.ts'
import { maxSpooled, readForward } from './forward.ts'
import { peek } from './peek.ts'
import { probeSource, probeStream } from './probe.ts'
import {
  type Context,
  closeAccount,
  incomplete,
  isSearchable,
  matching,
  type Reading,
  readAs,
  readRest,
  reportBrokenPromise,
  reportError,
} from './reading.ts'

const NONE: readonly string[] = []
/** Longer member names are cut in paths of reports. */
const MAX_NAME = 400

/**
 * Scans one artifact and everything in it: every format that matches reads it. Returns the ids of these formats, or an
 * empty list. Never throws: this file holds the only `catch` of the core, and an error becomes an `incomplete`
 * observation.
 */
export async function scanArtifact(artifact: Artifact, context: Context, depth = 0): Promise<readonly string[]> {
  const pause = context.yielding?.next()
  if (pause) await pause
  const { input } = artifact
  return input.kind === 'source' ? scanWhole(artifact, input, context, depth) : scanStream(artifact, input, context, depth)
}

async function scanStream(artifact: Artifact, input: ByteStream, context: Context, depth: number): Promise<readonly string[]> {
  const reading: Reading = { labels: new Set(), ledger: new Ledger(Number.POSITIVE_INFINITY, context.tally), depth, descend }
  let spooled: Spooled | undefined
  try {
    const { head, stream, failure } = await peek(input)
    const probe = probeStream(nameOf(artifact.path), head, depth > 0)
    const matches = matching(context.formats, probe)
    const [only] = matches
    if (only && matches.length === 1 && only.access !== 'random') {
      await readForward(only, stream, input, artifact, probe, context, reading)
    } else if (matches.length > 0) {
      spooled = await spool(stream, context.limits.spool, context.limits['spool-file'])
      const { source } = spooled
      const kept = { ...artifact, input: source }
      for (const format of matches) await readAs(format, kept, probe, context, reading)
      await readRest(kept, source, probe, matches, context, reading)
      if (spooled.error) reportError(spooled.error, artifact, context, reading)
      closeAccount(reading, source.size, artifact, context)
    } else if (failure !== undefined) throw failure
    else if (isSearchable(artifact)) {
      spooled = await spool(stream, context.limits.spool, maxSpooled(probe, context))
      const { source } = spooled
      if (source.size > 0) return await scanWhole({ ...artifact, input: source }, source, context, depth)
    }
    reportBrokenPromise(probe, artifact, context, reading.labels)
  } catch (error) {
    context.observe(incomplete(error), artifact)
  } finally {
    input.close()
    spooled?.close()
  }
  return [...reading.labels]
}

/** Stays synchronous where no format matches: an archive of numbers has thousands of such members. */
function scanWhole(artifact: Artifact, input: ByteSource, context: Context, depth: number): Promise<readonly string[]> | readonly string[] {
  const probe = probeSource(nameOf(artifact.path), input, depth > 0)
  const matches = matching(context.formats, probe)
  if (matches.length > 0 || isSearchable(artifact)) return scanMatching(artifact, input, probe, matches, context, depth)
  reportBrokenPromise(probe, artifact, context)
  context.tally?.addUnrecognised(input.size)
  return NONE
}

async function scanMatching(
  artifact: Artifact,
  input: ByteSource,
  probe: Probe,
  matches: readonly Format[],
  context: Context,
  depth: number,
): Promise<readonly string[]> {
  const reading: Reading = { labels: new Set(), ledger: new Ledger(input.size, context.tally), depth, descend }
  for (const format of matches) await readAs(format, artifact, probe, context, reading)
  await readRest(artifact, input, probe, matches, context, reading)
  reportBrokenPromise(probe, artifact, context, reading.labels)
  closeAccount(reading, input.size, artifact, context)
  return [...reading.labels]
}

async function descend(member: Member, parent: Artifact, context: Context, depth: number): Promise<boolean> {
  const path: ArtifactPath = [...parent.path, member.name.length > MAX_NAME ? `${member.name.slice(0, MAX_NAME)}…` : member.name]
  const offset = member.storedAt !== undefined && parent.fileOffset !== undefined ? parent.fileOffset + member.storedAt : undefined
  // Everything inside a guess is a guess too.
  const hints = parent.hints?.guess ? { ...member.hints, guess: parent.hints.guess } : member.hints
  try {
    context.budget.checkTime()
    if (depth > context.limits.depth) throw new ScanError('limit', `nested deeper than ${context.limits.depth} levels`)
    const artifact = artifactAt(path, member.open(), offset, hints)
    const known = context.visited.known(artifact, depth)
    if (known !== undefined) return known
    const pause = context.yielding?.next()
    if (pause) await pause
    const { input } = artifact
    const labels = input.kind === 'source' ? scanWhole(artifact, input, context, depth) : scanStream(artifact, input, context, depth)
    const read = ('length' in labels ? labels : await labels).length > 0
    context.visited.remember(artifact, depth, read)
    return read
  } catch (error) {
    context.observe(incomplete(error), artifactAt(path, parent.input, offset, hints))
    return true
  }
}

/** Leaves out undefined fields. */
function artifactAt(path: ArtifactPath, input: Input, fileOffset: number | undefined, hints: Hints | undefined): Artifact {
  if (fileOffset === undefined) return hints ? { path, input, hints } : { path, input }
  return hints ? { path, input, fileOffset, hints } : { path, input, fileOffset }
}

function nameOf(path: ArtifactPath): string {
  const last = path[path.length - 1] ?? ''
  return last.slice(last.lastIndexOf('/') + 1)
}
