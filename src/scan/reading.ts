// How the formats that match one artifact read it, and what is reported of bytes that none of them accounted for.
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
import type { Limits } from './limits.ts'
import { probeToTheEnd } from './probe.ts'
import { unreadClaim } from './promised-names.ts'
import type { Places } from './visited-ranges.ts'

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

/** The reading of one artifact by all formats that match it. */
export interface Reading {
  /** What it was read as. */
  readonly labels: Set<string>
  readonly ledger: Ledger
  readonly depth: number
  /** Scans a member one level deeper. True where some format read it. */
  readonly descend: (member: Member, parent: Artifact, context: Context, depth: number) => Promise<boolean>
}

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

/** What is left to try: how the bytes end, and where no reader knows them a search of every place. */
export async function readAtLast(
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

/** Not what is numbers to its loader, nor what a search found, which goes on behind it. */
export function isWorthASearch({ hints }: Artifact): boolean {
  return hints?.numbers === undefined && hints?.guess === undefined
}

export function matching(formats: readonly Format[], probe: Probe): readonly Format[] {
  const found: Format[] = []
  for (const format of candidates(formats, probe)) if (format.match(probe) !== 'no') found.push(format)
  return found
}

/** Says what no reader has accounted for, unless it was said already that something was not read. */
export function settle({ labels, ledger }: Reading, size: number, artifact: Artifact, context: Context): void {
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

export function sayUnread(probe: Probe, artifact: Artifact, context: Context, labels: Iterable<string> = []): void {
  const claim = unreadClaim(probe, labels)
  // The text of a link is no file, and software ships broken files to be tested with.
  if (claim && !artifact.hints?.link && !inPackage(artifact)) context.observe(claim, artifact)
}

export function tell(error: ScanError, artifact: Artifact, context: Context, { ledger }: Reading): void {
  ledger.told = true
  context.observe(incomplete(error), artifact)
}

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
