// Reads a stream as it comes, and once more as a whole where its end shows another format.
import { ScanError } from '../bytes/errors.ts'
import type { Spooled } from '../bytes/spool.ts'
import { spool } from '../bytes/spool.ts'
import type { ByteStream } from '../bytes/stream.ts'
import { embeddedFormat } from '../formats/shared/embedded.ts'
import { continued, rememberPrefix } from '../formats/shared/stream-prefix.ts'
import type { Artifact, Input } from '../types/artifact.ts'
import type { Format, Probe } from '../types/format.ts'
import { candidates } from './candidates.ts'
import { measured } from './measured.ts'
import { FILE_TAIL, probePassed } from './probe.ts'
import { type Context, isWorthASearch, type Reading, readAs, readAtLast, settle, tell } from './reading.ts'

/** Lets one format read a stream as it comes, and the whole once more where its end, or nothing, says what it is. */
export async function readForward(
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

/** Its end may say of a stream what its beginning does not, so that it is kept. A long text is not kept for that. */
export function mostOf(probe: Probe, { limits }: Context): number {
  return embeddedFormat.match(probe) === 'no' ? limits.spool : limits['spool-file']
}

async function keep(input: Input, most: number, { limits }: Context): Promise<Spooled> {
  return input.kind === 'stream' ? spool(input, limits.spool, most) : { source: input, error: undefined, close: () => undefined }
}
