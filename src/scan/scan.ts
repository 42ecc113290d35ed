// The driver: scans an artifact and everything in it. It knows no format and holds the only catch around a reader.
import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import type { Spooled } from '../bytes/spool.ts'
import { spool } from '../bytes/spool.ts'
import type { ByteStream } from '../bytes/stream.ts'
import type { Artifact, ArtifactPath, Hints, Input, Member } from '../types/artifact.ts'
import type { Format, Probe } from '../types/format.ts'
import { Ledger } from './account.ts'
import { takeTurn } from './event-loop.ts'
import { mostOf, readForward } from './forward.ts'
import { peek } from './peek.ts'
import { probeSource, probeStream } from './probe.ts'
import { type Context, incomplete, isWorthASearch, matching, type Reading, readAs, readAtLast, sayUnread, settle, tell } from './reading.ts'

const NONE: readonly string[] = []
/** Longer member names are shown cut. */
const MAX_NAME = 400

/**
 * Scans one artifact and all that is in it: every format that matches reads it. Gives the ids of the formats that did, none where nothing
 * matched. Never throws: this holds the only `catch` of the core, and what it catches becomes an `incomplete` observation.
 */
export async function scanArtifact(artifact: Artifact, context: Context, depth = 0): Promise<readonly string[]> {
  const turn = takeTurn()
  if (turn) await turn
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
      await readAtLast(kept, source, probe, matches, context, reading)
      if (spooled.error) tell(spooled.error, artifact, context, reading)
      settle(reading, source.size, artifact, context)
    } else if (failure !== undefined) throw failure
    else if (isWorthASearch(artifact)) {
      spooled = await spool(stream, context.limits.spool, mostOf(probe, context))
      const { source } = spooled
      if (source.size > 0) return await scanWhole({ ...artifact, input: source }, source, context, depth)
    }
    sayUnread(probe, artifact, context, reading.labels)
  } catch (error) {
    context.observe(incomplete(error), artifact)
  } finally {
    input.close()
    spooled?.close()
  }
  return [...reading.labels]
}

/** Waits for nothing where no format matches, as with most of the thousands of members of an archive of numbers. */
function scanWhole(artifact: Artifact, input: ByteSource, context: Context, depth: number): Promise<readonly string[]> | readonly string[] {
  const probe = probeSource(nameOf(artifact.path), input, depth > 0)
  const matches = matching(context.formats, probe)
  if (matches.length > 0 || isWorthASearch(artifact)) return scanMatching(artifact, input, probe, matches, context, depth)
  sayUnread(probe, artifact, context)
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
  await readAtLast(artifact, input, probe, matches, context, reading)
  sayUnread(probe, artifact, context, reading.labels)
  settle(reading, input.size, artifact, context)
  return [...reading.labels]
}

async function descend(member: Member, parent: Artifact, context: Context, depth: number): Promise<boolean> {
  const path: ArtifactPath = [...parent.path, member.name.length > MAX_NAME ? `${member.name.slice(0, MAX_NAME)}…` : member.name]
  const offset = member.storedAt !== undefined && parent.fileOffset !== undefined ? parent.fileOffset + member.storedAt : undefined
  // What is found by guessing stays a guess in everything below it.
  const hints = parent.hints?.guess ? { ...member.hints, guess: parent.hints.guess } : member.hints
  try {
    context.budget.checkTime()
    if (depth > context.limits.depth) throw new ScanError('limit', `nested deeper than ${context.limits.depth} levels`)
    const artifact = artifactAt(path, member.open(), offset, hints)
    const known = context.places.known(artifact, depth)
    if (known !== undefined) return known
    const turn = takeTurn()
    if (turn) await turn
    const { input } = artifact
    const labels = input.kind === 'source' ? scanWhole(artifact, input, context, depth) : scanStream(artifact, input, context, depth)
    const read = ('length' in labels ? labels : await labels).length > 0
    context.places.remember(artifact, depth, read)
    return read
  } catch (error) {
    context.observe(incomplete(error), artifactAt(path, parent.input, offset, hints))
    return true
  }
}

/** What is not known is left out. */
function artifactAt(path: ArtifactPath, input: Input, fileOffset: number | undefined, hints: Hints | undefined): Artifact {
  if (fileOffset === undefined) return hints ? { path, input, hints } : { path, input }
  return hints ? { path, input, fileOffset, hints } : { path, input, fileOffset }
}

function nameOf(path: ArtifactPath): string {
  const last = path[path.length - 1] ?? ''
  return last.slice(last.lastIndexOf('/') + 1)
}
