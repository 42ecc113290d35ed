// Searches files that no format recognises for pickles and other payloads.
import { ScanError } from '../../bytes/errors.ts'
import type { Format, ScanResult } from '../../types/format.ts'

/** Control characters that no text has: all but the white space, and escape, which begins colours. */
const BINARY = new Uint8Array(256)
for (let byte = 0; byte < 32; byte++) BINARY[byte] = [9, 10, 11, 12, 13, 27].includes(byte) ? 0 : 1
const FIRST = 4096

/**
 * Payloads at any place of a file, or of a member of an archive, that no other format reads and that is no text: caches, databases
 * and dumps of all kinds. Not in the list of formats: it is the last resort, and the file stays unrecognised, since all but the payloads in it was read by nobody.
 */
export const embeddedFormat: Format = {
  id: 'embedded-pickles',
  title: 'Unknown file with pickles in it',
  kind: 'search',
  access: 'random',
  match: ({ head }) => (head.subarray(0, FIRST).some((byte) => BINARY[byte] === 1) ? 'possible' : 'no'),
  async scan({ input }, scan): Promise<ScanResult> {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'an unknown file cannot be searched in a stream')
    const { Search } = await import('./search-bytes.ts')
    await new Search(input, scan, { base: 0, guess: 'place' }).whole()
    return 'not-this-format'
  },
}
