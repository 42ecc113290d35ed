// Reads a stream forward, and reads it again as a whole where its end shows another format.
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
import { type Context, closeAccount, isSearchable, type Reading, readAs, readRest, reportError } from './reading.ts'

/**
 * Lets one format read a stream forward. If the last bytes then match another format, or no format read the stream,
 * it is spooled and read again.
 * @throws {ScanError} `unsupported` when the stream cannot be opened again for that
 */
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
  // A stream that its format gave back need not be decompressed to its end.
  const failure = known ? await passing.end() : undefined
  if (failure && !ledger.reportedIncomplete) reportError(failure, artifact, context, reading)
  let size = passing.size()
  const late = probePassed(probe, size, passing.tail(), ledger.membersEnd)
  const ends = known && candidates(context.formats, late).some((format) => format !== only && format.match(late) === 'certain')
  if (isSearchable(artifact) && (ends || !known)) {
    const prefix = known ? undefined : remembered?.prefix()
    const whole = prefix?.size === size ? continued(prefix, passing) : again?.()
    if (whole === undefined)
      throw new ScanError('unsupported', 'the end of the data shows another format, and the data cannot be read a second time')
    const spooled = await spooledInput(whole, known ? context.limits['spool-file'] : maxSpooled(probe, context), context)
    try {
      const { source, error } = spooled
      await readRest({ ...artifact, input: source }, source, probe, [only], context, reading)
      if (error && labels.size > 0 && !ledger.reportedIncomplete) reportError(error, artifact, context, reading)
      size = source.size
    } finally {
      spooled.close()
    }
  }
  closeAccount(reading, size, artifact, context)
}

/**
 * Maximum bytes of a stream to spool. The end of a stream may show a format that its start does not, except for long
 * texts.
 */
export function maxSpooled(probe: Probe, { limits }: Context): number {
  return embeddedFormat.match(probe) === 'no' ? limits.spool : limits['spool-file']
}

async function spooledInput(input: Input, max: number, { limits }: Context): Promise<Spooled> {
  return input.kind === 'stream' ? spool(input, limits.spool, max) : { source: input, error: undefined, close: () => undefined }
}
