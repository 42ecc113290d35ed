import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import type { Spooled } from '../bytes/spool.ts'
import { spool } from '../bytes/spool.ts'
import type { ByteStream } from '../bytes/stream.ts'
import { inPackage } from '../formats/code/native/packed-code.ts'
import { embeddedFormat } from '../formats/shared/embedded.ts'
import { continued, rememberPrefix } from '../formats/shared/stream-prefix.ts'
import type { Artifact, ArtifactPath, Hints, Input, Member } from '../types/artifact.ts'
import type { Budget, Format, Probe, Scan } from '../types/format.ts'
import type { Observation, Silence } from '../types/observation.ts'
import { Ledger, type Tally } from './account.ts'
import { candidates } from './candidates.ts'
import { takeTurn } from './event-loop.ts'
import type { Limits } from './limits.ts'
import { measured } from './measured.ts'
import { peek } from './peek.ts'
import { FILE_TAIL, probePassed, probeSource, probeStream, probeToTheEnd } from './probe.ts'
import { unreadClaim } from './promised-names.ts'
import type { Places } from './visited-ranges.ts'

const NONE: readonly string[] = []
/** Longer member names are shown cut. */
const MAX_NAME = 400

/** Hears every fact together with the artifact it is about. See `Scan.observe` for the answer. */
export type Observer = (observation: Observation, artifact: Artifact) => Silence | false

export interface Context {
  readonly formats: readonly Format[]
  readonly budget: Budget
  readonly limits: Limits
  readonly observe: Observer
  /** See `Scan.harmless`. Left out, no name is. */
  readonly harmless?: Scan['harmless']
  /** One for each file of the disk, as the budget. */
  readonly places: Places
  /** Counts what became of every byte, where somebody wants to know. */
  readonly tally?: Tally
  /** Called before a format reads, with its id; what it gives is waited for. */
  readonly prepare?: (format: string) => Promise<void> | undefined
}

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
  const reading: Reading = { labels: new Set(), ledger: new Ledger(Number.POSITIVE_INFINITY, context.tally), depth }
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

/** Its end may say of a stream what its beginning does not, so that it is kept. A long text is not kept for that. */
function mostOf(probe: Probe, { limits }: Context): number {
  return embeddedFormat.match(probe) === 'no' ? limits.spool : limits['spool-file']
}

/** Lets one format read a stream as it comes, and the whole once more where its end, or nothing, says what it is. */
async function readForward(
  only: Format,
  stream: ByteStream,
  { again }: ByteStream,
  artifact: Artifact,
  probe: Probe,
  context: Context,
  reading: Reading,
): Promise<void> {
  const { labels, ledger } = reading
  const remembered = only.match(probe) === 'possible' ? rememberPrefix(stream) : undefined
  const passing = measured(remembered ?? stream, FILE_TAIL, again)
  await readAs(only, { ...artifact, input: passing }, probe, context, reading)
  const known = labels.size > 0
  // What nobody took for its own need not be decompressed to its end.
  const failure = known ? await passing.end() : undefined
  if (failure && !ledger.told) tell(failure, artifact, context, reading)
  let size = passing.size()
  const late = probePassed(probe, size, passing.tail(), ledger.membersEnd)
  const ends = known && candidates(context.formats, late).some((format) => format !== only && format.match(late) === 'certain')
  if (isWorthASearch(artifact) && (ends || !known)) {
    const prefix = known ? undefined : remembered?.prefix()
    const whole = prefix?.size === size ? continued(prefix, passing) : again?.()
    if (whole === undefined) throw new ScanError('unsupported', 'what the end of the data says can be read only by a second reading')
    const spooled = await keep(whole, known ? context.limits['spool-file'] : mostOf(probe, context), context)
    try {
      const { source, error } = spooled
      await readAtLast({ ...artifact, input: source }, source, probe, [only], context, reading)
      if (error && labels.size > 0 && !ledger.told) tell(error, artifact, context, reading)
      size = source.size
    } finally {
      spooled.close()
    }
  }
  settle(reading, size, artifact, context)
}

async function keep(input: Input, most: number, { limits }: Context): Promise<Spooled> {
  return input.kind === 'stream' ? spool(input, limits.spool, most) : { source: input, error: undefined, close: () => undefined }
}

function tell(error: ScanError, artifact: Artifact, context: Context, { ledger }: Reading): void {
  ledger.told = true
  context.observe(incomplete(error), artifact)
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
  const reading: Reading = { labels: new Set(), ledger: new Ledger(input.size, context.tally), depth }
  for (const format of matches) await readAs(format, artifact, probe, context, reading)
  await readAtLast(artifact, input, probe, matches, context, reading)
  sayUnread(probe, artifact, context, reading.labels)
  settle(reading, input.size, artifact, context)
  return [...reading.labels]
}

/** Not what is numbers to its loader, nor what a search found, which goes on behind it. */
function isWorthASearch({ hints }: Artifact): boolean {
  return hints?.numbers === undefined && hints?.guess === undefined
}

/** What is left to try: how the bytes end, and where no reader knows them a search of every place. */
async function readAtLast(
  artifact: Artifact,
  input: ByteSource,
  probe: Probe,
  tried: readonly Format[],
  context: Context,
  reading: Reading,
): Promise<void> {
  if (!isWorthASearch(artifact)) return
  if (probe.tail.length < input.size && (reading.depth > 0 || probe.size === undefined)) {
    const late = probeToTheEnd(probe.name, input, reading.ledger.membersEnd)
    for (const format of matching(context.formats, late))
      if (!tried.includes(format)) await readAs(format, artifact, late, context, reading)
  }
  if (reading.labels.size > 0 || artifact.hints?.searched) return
  if (embeddedFormat.match(probe) !== 'no') await readAs(embeddedFormat, artifact, probe, context, reading)
}

/** The reading of one artifact by all formats that match it. */
interface Reading {
  /** What it was read as. */
  readonly labels: Set<string>
  readonly ledger: Ledger
  readonly depth: number
}

/** Says what no reader has accounted for, unless it was said already that something was not read. */
function settle({ labels, ledger }: Reading, size: number, artifact: Artifact, context: Context): void {
  if (labels.size === 0) {
    context.tally?.addUnrecognised(size)
    return
  }
  const missing = ledger.close(size)
  if (missing === undefined || ledger.told) return
  const { first, total } = missing
  const more = total > first.length ? `, the first of ${total} in all` : ''
  context.observe(
    {
      kind: 'incomplete',
      why: 'unread',
      detail: `${first.length} bytes at ${first.offset}${more} were not read: nothing of ${[...labels].join(' or ')} accounts for them`,
      offset: first.offset,
    },
    artifact,
  )
}

function sayUnread(probe: Probe, artifact: Artifact, context: Context, labels: Iterable<string> = NONE): void {
  const claim = unreadClaim(probe, labels)
  // The text of a link is no file, and software ships broken files to be tested with.
  if (claim && !artifact.hints?.link && !inPackage(artifact)) context.observe(claim, artifact)
}

async function readAs(
  format: Format,
  artifact: Artifact,
  probe: Probe,
  context: Context,
  { labels, ledger, depth }: Reading,
): Promise<void> {
  let label = format.id
  const scan: Scan = {
    budget: context.budget,
    probe,
    account: ledger,
    observe: (observation) => {
      if (observation.kind === 'incomplete') ledger.told = true
      return context.observe(observation, artifact)
    },
    harmless: (name) => context.harmless?.(name) ?? false,
    descend: (member) => {
      // What a search found goes on to an end that nobody knows yet.
      if (member.storedAt !== undefined && !member.hints?.search) ledger.passOver('member', member.storedAt, member.size)
      return descend(member, artifact, context, depth + 1)
    },
    label: (id) => {
      label = id
    },
  }
  try {
    const ready = context.prepare?.(format.id)
    if (ready) await ready
    const outcome = await format.scan(artifact, scan)
    if (outcome === 'not-this-format') return
  } catch (error) {
    scan.observe(incomplete(error))
  }
  labels.add(label)
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

function matching(formats: readonly Format[], probe: Probe): readonly Format[] {
  const found: Format[] = []
  for (const format of candidates(formats, probe)) if (format.match(probe) !== 'no') found.push(format)
  return found
}

function nameOf(path: ArtifactPath): string {
  const last = path[path.length - 1] ?? ''
  return last.slice(last.lastIndexOf('/') + 1)
}

function incomplete(error: unknown): Observation {
  if (error instanceof ScanError) {
    return { kind: 'incomplete', why: error.why, detail: error.message, ...(error.offset === undefined ? {} : { offset: error.offset }) }
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return {
    kind: 'incomplete',
    why: 'internal',
    detail: `the reader failed (${detail})`,
    remedy: 'Please report this as a bug of ModelGate.',
  }
}
