import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import type { Spooled } from '../bytes/spool.ts'
import { spool } from '../bytes/spool.ts'
import type { Observation } from '../facts/observation.ts'
import type { Silence } from '../facts/pickle.ts'
import { inPackage } from '../formats/code/native/packed-code.ts'
import { embeddedFormat } from '../formats/shared/embedded.ts'
import type { Artifact, ArtifactPath, Hints, Member } from '../types/artifact.ts'
import type { Budget, Format, Probe, Scan } from '../types/format.ts'
import { Ledger, type Tally } from './account.ts'
import { candidates } from './candidates.ts'
import { takeTurn } from './event-loop.ts'
import type { Limits } from './limits.ts'
import { measured } from './measured.ts'
import { peek } from './peek.ts'
import { probeSource, probeStream, probeToTheEnd } from './probe.ts'
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
  if (input.kind === 'source') return scanWhole(artifact, input, context, depth)
  const reading: Reading = { labels: new Set(), ledger: new Ledger(Number.POSITIVE_INFINITY, context.tally), depth }
  let spooled: Spooled | undefined
  try {
    const { head, stream, failure } = await peek(input)
    const probe = probeStream(nameOf(artifact.path), head, depth > 0)
    const matches = matching(context.formats, probe)
    const [only] = matches
    if (only && matches.length === 1 && only.access !== 'random') {
      const whole = measured(stream)
      await readAs(only, { ...artifact, input: whole }, probe, context, reading)
      // What nobody took for its own need not be decompressed to its end.
      const known = reading.labels.size > 0 && !reading.ledger.told
      settle(reading, known ? await whole.end() : whole.size(), artifact, context)
    } else if (matches.length > 0) {
      spooled = await spool(stream, context.limits.spool, context.limits['spool-file'])
      const { source } = spooled
      const kept = { ...artifact, input: source }
      for (const format of matches) await readAs(format, kept, probe, context, reading)
      if (reading.labels.size === 0 && isWorthASearch(artifact)) await readAtLast(kept, source, probe, matches, context, reading)
      if (spooled.error) {
        reading.ledger.told = true
        context.observe(incomplete(spooled.error), artifact)
      }
      settle(reading, spooled.source.size, artifact, context)
    } else if (failure !== undefined) throw failure
    else if (isWorthASearch(artifact)) {
      // Its end may say what its beginning does not. A long text is not kept for that.
      const most = embeddedFormat.match(probe) === 'no' ? context.limits.spool : context.limits['spool-file']
      spooled = await spool(stream, context.limits.spool, most)
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

async function scanWhole(artifact: Artifact, input: ByteSource, context: Context, depth: number): Promise<readonly string[]> {
  const probe = probeSource(nameOf(artifact.path), input, depth > 0)
  const matches = matching(context.formats, probe)
  const reading: Reading = { labels: new Set(), ledger: new Ledger(input.size, context.tally), depth }
  for (const format of matches) await readAs(format, artifact, probe, context, reading)
  if (reading.labels.size === 0 && isWorthASearch(artifact)) await readAtLast(artifact, input, probe, matches, context, reading)
  sayUnread(probe, artifact, context, reading.labels)
  settle(reading, input.size, artifact, context)
  return [...reading.labels]
}

/** Not what is numbers to its loader, nor what a search found, which goes on behind it. */
function isWorthASearch({ hints }: Artifact): boolean {
  return hints?.numbers === undefined && hints?.guess === undefined
}

/** What is left to try where no reader knows the bytes by their beginning: their end, and a search of every place. */
async function readAtLast(
  artifact: Artifact,
  input: ByteSource,
  probe: Probe,
  tried: readonly Format[],
  context: Context,
  reading: Reading,
): Promise<void> {
  if (probe.tail.length < input.size && reading.depth > 0) {
    const late = probeToTheEnd(probe.name, input)
    for (const format of matching(context.formats, late))
      if (!tried.includes(format)) await readAs(format, artifact, late, context, reading)
  }
  if (reading.labels.size === 0 && embeddedFormat.match(probe) !== 'no') await readAs(embeddedFormat, artifact, probe, context, reading)
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
      if (member.storedAt !== undefined) ledger.passOver('member', member.storedAt, member.size)
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
  const place = placeOf(path, offset, hints)
  try {
    context.budget.checkTime()
    if (depth > context.limits.depth) throw new ScanError('limit', `nested deeper than ${context.limits.depth} levels`)
    const artifact = { ...place, input: member.open() }
    const known = context.places.known(artifact, depth)
    if (known !== undefined) return known
    const read = (await scanArtifact(artifact, context, depth)).length > 0
    context.places.remember(artifact, depth, read)
    return read
  } catch (error) {
    context.observe(incomplete(error), { ...place, input: parent.input })
    return true
  }
}

/** An artifact without its input; what is not known is left out. */
function placeOf(path: ArtifactPath, fileOffset: number | undefined, hints: Hints | undefined): Omit<Artifact, 'input'> {
  if (fileOffset === undefined) return hints ? { path, hints } : { path }
  return hints ? { path, fileOffset, hints } : { path, fileOffset }
}

function matching(formats: readonly Format[], probe: Probe): readonly Format[] {
  return candidates(formats, probe).filter((format) => format.match(probe) !== 'no')
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
