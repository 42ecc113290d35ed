// Lets the formats that match one artifact read it, and reports bytes that no reader accounted for.
import { ScanError } from '../bytes/errors.ts'
import type { ByteSource } from '../bytes/source.ts'
import type { Observation } from '../facts/observation.ts'
import type { Silence } from '../facts/pickle.ts'
import { inPackage } from '../formats/code/native/packed-code.ts'
import { embeddedFormat } from '../formats/shared/embedded.ts'
import type { Artifact, Member } from '../types/artifact.ts'
import type { Budget, Format, Probe, Scan } from '../types/format.ts'
import type { Ledger, Tally } from './account.ts'
import { candidates } from './candidates.ts'
import type { Yielding } from './event-loop.ts'
import type { Limits } from './limits.ts'
import { probeToTheEnd } from './probe.ts'
import { brokenPromise } from './promised-names.ts'
import type { VisitedRanges } from './visited-ranges.ts'

/** Receives every observation with the artifact it is about. See `Scan.observe` for the answer. */
export type Observer = (observation: Observation, artifact: Artifact) => Silence | false

export interface Context {
  readonly formats: readonly Format[]
  readonly budget: Budget
  readonly limits: Limits
  readonly observe: Observer
  /** See `Scan.harmless`. If missing, no name is harmless. */
  readonly harmless?: Scan['harmless']
  /** One for each file of the disk, like the budget. */
  readonly visited: VisitedRanges
  /** Counts bytes by how they were read; only for statistics. */
  readonly tally?: Tally
  /** One for each run: yields to the event loop now and then. If missing, the scan never yields by itself. */
  readonly yielding?: Yielding
  /** Called before a format reads, with its id. The scan awaits its result. */
  readonly prepare?: (format: string) => Promise<void> | undefined
}

/** The reading of one artifact by all formats that match it. */
export interface Reading {
  /** Ids of the formats, or labels, that the artifact was read as. */
  readonly labels: Set<string>
  readonly ledger: Ledger
  readonly depth: number
  /** Scans a member one level deeper. Resolves to true if a format read it. */
  readonly descend: (member: Member, parent: Artifact, context: Context, depth: number) => Promise<boolean>
}

/** Lets one format read the artifact. An error that the reader throws becomes an `incomplete` observation. */
export async function readAs(
  format: Format,
  artifact: Artifact,
  probe: Probe,
  context: Context,
  { labels, ledger, depth, descend }: Reading,
): Promise<void> {
  let label = format.id
  const scan: Scan = {
    budget: context.budget,
    probe,
    account: ledger,
    observe: (observation) => {
      if (observation.kind === 'incomplete') ledger.reportedIncomplete = true
      return context.observe(observation, artifact)
    },
    harmless: (name) => context.harmless?.(name) ?? false,
    descend: (member) => {
      // A payload that a search found has no known end yet.
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

/** Tries formats that are recognised by the last bytes and, if no format has read the artifact, the payload search. */
export async function readRest(
  artifact: Artifact,
  input: ByteSource,
  probe: Probe,
  tried: readonly Format[],
  context: Context,
  reading: Reading,
): Promise<void> {
  if (!isSearchable(artifact)) return
  if (probe.tail.length < input.size && (reading.depth > 0 || probe.size === undefined)) {
    const late = probeToTheEnd(probe.name, input, reading.ledger.membersEnd)
    for (const format of matching(context.formats, late))
      if (!tried.includes(format)) await readAs(format, artifact, late, context, reading)
  }
  if (reading.labels.size > 0 || artifact.hints?.searched) return
  if (embeddedFormat.match(probe) !== 'no') await readAs(embeddedFormat, artifact, probe, context, reading)
}

/** Returns whether to search an artifact for payloads: not numbers, and not a guess, whose search goes on after it. */
export function isSearchable({ hints }: Artifact): boolean {
  return hints?.numbers === undefined && hints?.guess === undefined
}

/** The formats of the list that match the probe. */
export function matching(formats: readonly Format[], probe: Probe): readonly Format[] {
  const found: Format[] = []
  for (const format of candidates(formats, probe)) if (format.match(probe) !== 'no') found.push(format)
  return found
}

/** Reports the bytes that no reader accounted for, unless an `incomplete` was reported already. */
export function closeAccount({ labels, ledger }: Reading, size: number, artifact: Artifact, context: Context): void {
  if (labels.size === 0) {
    context.tally?.addUnrecognised(size)
    return
  }
  const missing = ledger.close(size)
  if (missing === undefined || ledger.reportedIncomplete) return
  const { first, total } = missing
  const more = total > first.length ? `, the first of ${total} in all` : ''
  context.observe(
    {
      kind: 'incomplete',
      why: 'unread',
      detail: `${first.length} bytes at ${first.offset}${more} were not read: no part of the format ${[...labels].join(' or ')} covers them`,
      offset: first.offset,
    },
    artifact,
  )
}

/** Reports a file whose name promises a model although no format read it as one. */
export function reportBrokenPromise(probe: Probe, artifact: Artifact, context: Context, labels: Iterable<string> = []): void {
  const observation = brokenPromise(probe, labels)
  // The text of a link is not a file, and packages ship broken files for their tests.
  if (observation && !artifact.hints?.link && !inPackage(artifact)) context.observe(observation, artifact)
}

/** Reports an error of the stream that the artifact came from. */
export function reportError(error: ScanError, artifact: Artifact, context: Context, { ledger }: Reading): void {
  ledger.reportedIncomplete = true
  context.observe(incomplete(error), artifact)
}

/** Makes an `incomplete` observation of an error. An error other than `ScanError` is a bug of ModelGate. */
export function incomplete(error: unknown): Observation {
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
