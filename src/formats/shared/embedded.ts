// Searches files that no format recognises for pickles and other payloads.
import { ScanError } from '../../bytes/errors.ts'
import type { Format, ScanResult } from '../../types/format.ts'

/** Control characters that text files do not contain: all except whitespace and ESC, with which colour codes begin. */
const BINARY = new Uint8Array(256)
for (let byte = 0; byte < 32; byte++) BINARY[byte] = [9, 10, 11, 12, 13, 27].includes(byte) ? 0 : 1
const HEAD = 4096

/**
 * Searches binary files and members that no format recognises for payloads: caches, databases and dumps of all kinds.
 * It is not in the list of formats, and the file stays unrecognised: except for the payloads, no reader has read it.
 */
export const embeddedFormat: Format = {
  id: 'embedded-pickles',
  title: 'Unknown file with pickles in it',
  kind: 'search',
  access: 'random',
  match: ({ head }) => (head.subarray(0, HEAD).some((byte) => BINARY[byte] === 1) ? 'possible' : 'no'),
  async scan({ input }, scan): Promise<ScanResult> {
    if (input.kind === 'stream') throw new ScanError('unsupported', 'an unknown file cannot be searched in a stream')
    const { Search } = await import('./search-bytes.ts')
    await new Search(input, scan, { base: 0, guess: 'place' }).whole()
    return 'not-this-format'
  },
}
